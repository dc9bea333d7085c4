"""What is wrong with a text, each with its place: what blocks, and what is only worth knowing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.button import Button
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.label import Label
from desktop.widgets.status_tag import StatusTag


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem in words; `length` 0 means that it has no place in the body. `source`: where the rule stands."""

    text: str
    blocks: bool
    position: int = 0
    length: int = 0
    source: str = ""


class ProblemList(QWidget):
    """One line per finding; hidden while there are none.

    Signals:
        place_wanted(int, int): show these characters of the body (position, length).
    """

    place_wanted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.findings: tuple[Finding, ...] = ()
        self.setAccessibleName(self.tr("Problems of the text"))
        self.hide()

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show these instead."""
        if self.findings == tuple(findings):
            return
        self.findings = tuple(findings)
        clear_layout(self._column)
        tags = {self.tr("blocks") if finding.blocks else self.tr("check") for finding in self.findings}
        widest = max((StatusTag(tag).sizeHint().width() for tag in tags), default=0)  # so that all sentences line up
        for finding in self.findings:
            self._column.addWidget(self._line(finding, widest))
        self.setVisible(bool(self.findings))

    def _line(self, finding: Finding, widest: int) -> QWidget:
        line = QWidget()
        line.setToolTip(finding.source)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        tone = "bad" if finding.blocks else "warn"
        tag = self.tr("blocks") if finding.blocks else self.tr("check")
        row.addWidget(IconLabel("warning" if finding.blocks else "info", tone))
        state = StatusTag(tag, "bad" if finding.blocks else "warn")
        state.setMinimumWidth(widest)
        row.addWidget(state)
        row.addWidget(Label(finding.text, wrap=True), 1)
        if finding.length:
            place = Button(self.tr("Character {place}").format(place=finding.position + 1), kind="link", dense=True)
            place.setToolTip(self.tr("Show this place in the text"))
            place.clicked.connect(partial(self.place_wanted.emit, finding.position, finding.length))
            row.addWidget(place)
        return line
