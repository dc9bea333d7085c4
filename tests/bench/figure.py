"""What a benchmark measured: ours beside its peer, as a line for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

_HEAD = ("figure", "unit", "ours", "peer", "ratio", "target", "met")
_NUMBERS = range(2, 6)


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing; `target` is the greatest ratio of ours to the peer's that is good.

    Of an `absolute` target ours itself must not be greater, in the figure's unit; the peer may then be missing.
    """

    figure: str
    unit: str
    ours: float
    peer: float | None
    target: float
    absolute: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times the peer's figure ours is; None without a peer."""
        return self.ours / self.peer if self.peer else None

    @property
    def met(self) -> bool:
        """Whether the target is reached; a ratio to nothing reaches none."""
        measured = self.ours if self.absolute else self.ratio
        return measured is not None and measured <= self.target

    def as_json(self) -> dict[str, str | float | bool | None]:
        """The line for another program."""
        return {**asdict(self), "ratio": self.ratio, "met": self.met}


def table(figures: Sequence[Figure]) -> str:
    """An aligned table: words to the left, numbers to the right."""
    rows = [_HEAD, *(_cells(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    return "\n".join("  ".join(_aligned(row, widths)).rstrip() for row in rows)


def _aligned(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [
        cell.rjust(width) if column in _NUMBERS else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]


def _cells(figure: Figure) -> tuple[str, ...]:
    peer = "—" if figure.peer is None else _number(figure.peer)
    ratio = "—" if figure.ratio is None else f"{figure.ratio:.2f}"
    target = f"≤ {figure.target:g}" + (f" {figure.unit}" if figure.absolute else "")
    return (figure.figure, figure.unit, _number(figure.ours), peer, ratio, target, "yes" if figure.met else "no")


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.4g}"
