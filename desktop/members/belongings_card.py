"""By which values a member is recognised, where each comes from, why it is theirs; with split and merge."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import amounts
from desktop.members import words
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.divider import Divider
from desktop.widgets.label import ElidedLabel

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.members.model import Belonging, KeptApart


class BelongingsCard(Card):
    """A row per identity.

    Signals:
        merge_wanted: another member is to be joined to this one.
        split_wanted(int): the identity of this id is to be a person of its own.
        taken_back(object): the decisions of these ids (a tuple) are to go.
    """

    merge_wanted = Signal()
    split_wanted = Signal(int)
    taken_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Recognised by"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.add_layout(self._lines)
        self.merge_button = Button(self.tr("Merge with another member…"), icon="people", dense=True)
        self.merge_button.clicked.connect(self.merge_wanted)
        self.add(self.merge_button)

    def show_belongings(self, belongings: Sequence[Belonging], apart: Sequence[KeptApart], zone: ZoneInfo) -> None:
        """Show a member's identities, and from whom they are kept apart."""
        clear_layout(self._lines)
        for belonging in belongings:
            self._add_line(self._belonging(belonging, zone))
        for kept in apart:
            self._add_line(self._apart(kept, zone))
        self.merge_button.setVisible(bool(belongings))
        self.setVisible(bool(belongings))

    def _add_line(self, line: QWidget) -> None:
        if self._lines.count():
            self._lines.addWidget(Divider())
        self._lines.addWidget(line)

    def _belonging(self, belonging: Belonging, zone: ZoneInfo) -> QWidget:
        name = words.identity(belonging.kind)
        if belonging.scope:
            kind, platform = name, words.platform(belonging.scope)
            name = self.tr("{kind}, {platform}").format(kind=kind, platform=platform)
        below = [name, self._origin(belonging), self._why(belonging, zone)]
        button = None
        if belonging.why == "decision" and belonging.decision_id is not None:
            button = Button(self.tr("Undo merge"), kind="link", dense=True)
            button.clicked.connect(partial(self.taken_back.emit, (belonging.decision_id,)))
        elif belonging.why == "same_record":
            button = Button(self.tr("Split off"), kind="link", dense=True)
            button.setToolTip(self.tr("The identity does not stand for this member any more; can be undone."))
            button.clicked.connect(partial(self.split_wanted.emit, belonging.id))
        return _line(belonging.value, [text for text in below if text], button)

    def _origin(self, belonging: Belonging) -> str:
        file, order = belonging.source.file_name, belonging.source.order_number
        if file and order:
            return self.tr("from {file}, order {order}").format(file=file, order=order)
        if file:
            return self.tr("from {file}").format(file=file)
        return self.tr("from order {order}").format(order=order) if order else ""

    def _why(self, belonging: Belonging, zone: ZoneInfo) -> str:
        if belonging.why == "same_record" and belonging.beside:
            return self.tr("seen beside {value}").format(value=belonging.beside)
        if belonging.why == "decision" and belonging.decided_at is not None:
            return self.tr("merged by hand, {time}").format(time=amounts.minute(belonging.decided_at, zone))
        return ""

    def _apart(self, kept: KeptApart, zone: ZoneInfo) -> QWidget:
        time = amounts.minute(kept.decided_at, zone)
        if kept.other:
            said = self.tr("not the same person as {other}, {time}").format(other=kept.other, time=time)
        else:
            said = self.tr("split off by hand, {time}").format(time=time)
        button = Button(self.tr("Take back"), kind="link", dense=True)
        button.clicked.connect(partial(self.taken_back.emit, kept.decisions))
        return _line(kept.value, [said], button)


def _line(value: str, below: Sequence[str], button: Button | None) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    texts = QVBoxLayout()
    texts.setSpacing(0)
    shown = ElidedLabel(value)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    texts.addWidget(shown)
    for text in below:
        texts.addWidget(ElidedLabel(text, "small"))
    row.addLayout(texts, 1)
    if button is not None:
        button.setAccessibleName(f"{button.text()}: {value}")
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return line
