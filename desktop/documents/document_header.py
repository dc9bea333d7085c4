"""The head of a document's editor: back, the name, what it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.amounts import day
from desktop.widgets.button import Button, IconButton
from desktop.widgets.fields import mark_wrong
from desktop.widgets.label import Label
from desktop.widgets.title_field import TitleField
from local_db.documents.model import Document
from local_db.templates.model import Template

Kept = Document | Template


class DocumentHeader(QWidget):
    """Fields and buttons for the editor to connect.

    `tools` stand before the versions, `further` behind them, `beside` what it is. Where the fields undo by themselves,
    the editor leaves the buttons for that away with `undoable=False`.
    """

    def __init__(
        self,
        back: str,
        name: str,
        *tools: QWidget,
        further: Sequence[QWidget] = (),
        beside: Sequence[QWidget] = (),
        undoable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.back = IconButton("chevron-left", back, kind="quiet", size=34)
        self.back.setShortcut(QKeySequence(QKeySequence.StandardKey.Back))
        self.name = TitleField("", name, name=self.tr("Name"))
        self.sentence = Label("", "muted")
        self._error = Label("", "small", tone="bad")
        self._error.hide()
        self.undo = IconButton("undo", self.tr("Undo (Ctrl+Z)"), kind="quiet", size=34)
        self.redo = IconButton("redo", self.tr("Redo (Ctrl+Shift+Z)"), kind="quiet", size=34)
        self.versions = Button(self.tr("Versions"))
        self.save = Button(self.tr("Save"), kind="primary")
        self.save.setToolTip(self.tr("Ctrl+S"))
        # Not the button's own shortcut, which would click it a tenth of a second later.
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self.save.click)
        self._kind = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.back, 0, top)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addLayout(self._below(beside))
        row.addLayout(words, 1)
        row.addSpacing(8)
        for control in (self.undo, self.redo, *tools, self.versions, *further, self.save):
            row.addWidget(control, 0, top)
        for control in (self.undo, self.redo):
            control.setVisible(undoable)

    def set_name(self, name: str) -> None:
        """Show a name from its beginning."""
        self.name.setText(name)
        self.name.setCursorPosition(0)

    def set_kind(self, words: str) -> None:
        """Say what kind of document it is; shown with the next `describe`."""
        self._kind = words

    def describe(self, document: Document, zone: ZoneInfo | None) -> None:
        """Say what it is, where it is kept and when it changed."""
        self.say([self._kind] if self._kind else [], document, zone)

    def say(self, kind: Sequence[str], kept: Kept, zone: ZoneInfo | None) -> None:
        """Say these words, where it is kept and when it changed."""
        words = list(kind)
        self.versions.setEnabled(bool(kept.id))
        if kept.folder:
            words.append(kept.folder)
        if kept.changed_at and zone is not None:
            words.append(self.tr("changed {day}").format(day=day(kept.changed_at, zone)))
        elif not kept.id:
            words.append(self.tr("not saved yet"))
        self.sentence.setText(" · ".join(words))

    def set_changed(self, *, changed: bool) -> None:
        """Whether there is something to save."""
        self.save.setEnabled(changed)

    def set_name_error(self, text: str) -> None:
        """Say what is wrong with the name; an empty text clears it."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self.sentence.setVisible(not text)
        mark_wrong(self.name, wrong=bool(text))

    def _below(self, beside: Sequence[QWidget]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(10, 0, 0, 0)
        line.addWidget(self.sentence)
        for widget in beside:
            line.addWidget(widget)
        line.addWidget(self._error)
        line.addStretch(1)
        return line
