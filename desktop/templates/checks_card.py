"""One draft and every vendor's verdict on it, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.templates import verdict_words
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.divider import Divider
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.status_tag import StatusTag, TagTone
from local_db.templates.model import Template
from local_db.templates.vendor import Vendor, Verdict
from local_db.templates.verdicts import Finding, VerdictRow, verdict_table

_TONES: dict[Verdict, TagTone] = {Verdict.OK: "good", Verdict.REVIEW: "warn", Verdict.REFUSED: "bad"}
_COLUMN, _NARROW_COLUMN = 67, 62
_NARROW = 660  # below, a rule stands over its verdicts instead of beside them
_CENTRE = Qt.AlignmentFlag.AlignCenter


class ChecksCard(Card):
    """A row per rule: what it is about, what each vendor says, and what to write instead.

    Signals:
        place_wanted(int, int): show these characters of the body (position, length).
    """

    place_wanted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("What each vendor would say"))
        self.rows: tuple[VerdictRow, ...] = ()
        self._vendors: tuple[Vendor, ...] = ()
        self._chosen = ""
        self.narrow = False
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.add_layout(self._grid)

    def show_draft(self, template: Template, vendors: Sequence[Vendor]) -> None:
        """Show the verdicts on a draft; the column of its own vendor comes first."""
        ordered = tuple(sorted(vendors, key=lambda vendor: vendor.key != template.vendor))
        rows = verdict_table(template, ordered)
        if (rows, ordered, template.vendor) == (self.rows, self._vendors, self._chosen):
            return
        self.rows, self._vendors, self._chosen = rows, ordered, template.vendor
        self._show_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let rules stand over their verdicts where both do not fit side by side."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        if narrow != self.narrow:
            self.narrow = narrow
            self._show_rows()

    def _show_rows(self) -> None:
        clear_layout(self._grid)
        if not self._vendors:
            return
        self._show_titles()
        for place, row in enumerate(self.rows):
            self._grid.addWidget(Divider(), 3 * place + 1, 0, 1, len(self._vendors) + 1)
            self._show_row(3 * place + 2, row)

    def _show_titles(self) -> None:
        if not self.narrow:
            self._grid.addWidget(Label(self.tr("Rule"), "small"), 0, 0)
        for place, vendor in enumerate(self._vendors, 1):
            title = Label(verdict_words.said_here(vendor.title), "small", wrap=True)
            if vendor.key == self._chosen:
                title.set_tone("ink")
            title.setAlignment(_CENTRE)
            title.setFixedWidth(_NARROW_COLUMN if self.narrow else _COLUMN)
            self._grid.addWidget(title, 0, place)

    def _show_row(self, line: int, row: VerdictRow) -> None:
        self._grid.addWidget(self._rule(row), line, 0, 1, len(self._vendors) + 1 if self.narrow else 1)
        line += self.narrow
        for place, vendor in enumerate(self._vendors, 1):
            said = row.verdicts[vendor.key]
            tag = StatusTag(verdict_words.said(said), _TONES[said])
            self._grid.addWidget(tag, line, place, _CENTRE)

    def _suggestion(self, row: VerdictRow, worst: Finding) -> str:
        """What to write instead; for whom, where the vendor of the draft does not ask for it."""
        words = verdict_words.suggestion(worst)
        if row.verdicts[self._vendors[0].key] is worst.verdict:
            return words
        finder = next(vendor for vendor in self._vendors if vendor.key == row.finder)
        named = verdict_words.said_here(finder.title)
        return self.tr("For {vendor}: {suggestion}").format(vendor=named, suggestion=words)

    def _rule(self, row: VerdictRow) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        title = verdict_words.row_title(row.row, row.worst)
        if row.worst is None:
            column.addWidget(Label(title, wrap=True))
            return box
        column.addWidget(Label(title, "strong", wrap=True))
        column.addWidget(Label(self._suggestion(row, row.worst), wrap=True))
        line = QHBoxLayout()
        line.setSpacing(4)
        source = ElidedLabel(verdict_words.source(row.worst), "small")
        source.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(source, 1)
        if row.worst.length:
            place = Button(self.tr("Show"), kind="link", dense=True)
            place.setAccessibleName(self.tr("Show in the text: {rule}").format(rule=title))
            place.clicked.connect(partial(self.place_wanted.emit, row.worst.position, row.worst.length))
            line.addWidget(place)
        column.addLayout(line)
        return box
