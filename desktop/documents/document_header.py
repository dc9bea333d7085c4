"""The head of a document's editor: back, the name, what it is, and what can be done with it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.amounts import day
from desktop.widgets.button import Button, IconButton
from desktop.widgets.fields import mark_wrong
from desktop.widgets.label import Label
from desktop.widgets.title_field import TitleField
from local_db.documents.model import Document


class DocumentHeader(QWidget):
    """Fields and buttons for the editor to connect; `tools` stand before the versions."""

    def __init__(self, back: str, name: str, *tools: QWidget, parent: QWidget | None = None) -> None:
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
        self.save.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self._kind = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.back, 0, top)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addLayout(self._below())
        row.addLayout(words, 1)
        row.addSpacing(8)
        for control in (self.undo, self.redo, *tools, self.versions, self.save):
            row.addWidget(control, 0, top)

    def set_name(self, name: str) -> None:
        """Show a name from its beginning."""
        self.name.setText(name)
        self.name.setCursorPosition(0)

    def set_kind(self, words: str) -> None:
        """Say what kind of document it is; shown with the next `describe`."""
        self._kind = words

    def describe(self, document: Document, zone: ZoneInfo | None) -> None:
        """Say what it is, where it is kept and when it changed."""
        words = [self._kind] if self._kind else []
        self.versions.setEnabled(bool(document.id))
        if document.folder:
            words.append(document.folder)
        if document.changed_at and zone is not None:
            words.append(self.tr("changed {day}").format(day=day(document.changed_at, zone)))
        elif not document.id:
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

    def _below(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(10, 0, 0, 0)
        line.addWidget(self.sentence)
        line.addWidget(self._error)
        line.addStretch(1)
        return line
