"""The columns at the right of every row: bar, people, how many the row removes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop import amounts
from desktop.widgets.count_bar import CountBar
from desktop.widgets.label import Label, Role

FIGURE_WIDTH = 72
NARROW_FIGURE_WIDTH = 58
BAR_WIDTH = 90
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def minus(removed: int) -> str:
    """How a removed number is written: −1,811, or 0."""
    return f"−{amounts.number(removed)}" if removed else "0"


class Columns(QWidget):
    """Shows a row's figures, or words over the columns."""

    def __init__(self, *, bar: bool = True, role: Role = "strong", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.bar = CountBar(width=BAR_WIDTH)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.count = Label("", role)
        self.removes = Label("", "small")
        for label in (self.count, self.removes):
            label.setFixedWidth(FIGURE_WIDTH)
            label.setAlignment(_RIGHT)
        self._has_bar = bar
        self.bar.setVisible(bar)
        for part in (self.bar, self.count, self.removes):
            row.addWidget(part)

    def set_words(self, count: str, removes: str) -> None:
        """Name the columns."""
        self.count.setText(count)
        self.removes.setText(removes)

    def set_figures(self, count: int, removes: int | None, everybody: int) -> None:
        """Show a row's people and what it removes; None where rows remove nothing one after the other."""
        self.count.setText(amounts.number(count))
        self.removes.setText("" if removes is None else minus(removes))
        self.bar.set_fraction(count / everybody if everybody else 0.0)

    def set_faint(self, *, faint: bool) -> None:
        """Take the figures back, for what is counted and not applied."""
        self.count.set_tone("muted" if faint else "")
        self.bar.set_tone("muted" if faint else "accent")

    def set_nothing(self) -> None:
        """Show no figures, for what is not applied."""
        self.set_words("", "")
        self.bar.set_fraction(0.0)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave the bar out where there is little room, and bring the figures closer."""
        self.bar.setVisible(self._has_bar and not narrow)
        for label in (self.count, self.removes):
            label.setFixedWidth(NARROW_FIGURE_WIDTH if narrow else FIGURE_WIDTH)
