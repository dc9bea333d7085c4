"""Which characters at the end of a body could go for its longest text to need one part fewer."""

from __future__ import annotations

from collections.abc import Iterator

from local_db.templates.sms_parts import Route, count_parts, utf16_units
from local_db.templates.text import Variable, scan


def units_over(units: int) -> int:
    """How many units a text of this length is over what one part fewer would hold; 0 where one part does.

    Of the Chinese route: 70 units in one part, 67 in each of several.
    """
    parts = count_parts("x" * units, Route.CHINA).parts
    if parts <= 1:
        return 0
    fewer = 70 if parts == 2 else 67 * (parts - 1)
    return units - fewer


def words_at_the_end(body: str, units: int) -> tuple[tuple[int, int], ...]:
    """The last literal characters of a body that make up so many UTF-16 units, as (position, length).

    Variables are left out: how long they are depends on the member. Fewer come back where the body
    has not so many.
    """
    taken: list[int] = []
    for position, width in _from_the_end(body):
        if units <= 0:
            break
        taken.append(position)
        units -= width
    return _runs(sorted(taken))


def _from_the_end(body: str) -> Iterator[tuple[int, int]]:
    """Each literal character's position and width, the last one first."""
    variables = [piece for piece in scan(body).pieces if isinstance(piece, Variable)]
    inside = {place for piece in variables for place in range(piece.position, piece.position + piece.length)}
    for position in range(len(body) - 1, -1, -1):
        if position not in inside:
            yield position, utf16_units(body[position])


def _runs(positions: list[int]) -> tuple[tuple[int, int], ...]:
    """Neighbouring positions as (first, length)."""
    runs: list[tuple[int, int]] = []
    for position in positions:
        if runs and sum(runs[-1]) == position:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((position, 1))
    return tuple(runs)
