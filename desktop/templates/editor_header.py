"""The head of the editor: back, the name, what the text is, and what can be done with it."""

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
from local_db.templates.model import Template


class EditorHeader(QWidget):
    """Fields and buttons for the editor to connect."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton("chevron-left", self.tr("Back to all templates"), kind="quiet", size=34)
        self.back.setShortcut(QKeySequence(QKeySequence.StandardKey.Back))
        self.name = TitleField("", self.tr("Name of the text"), name=self.tr("Name"))
        self.sentence = Label("", "muted")
        self._error = Label("", "small", tone="bad")
        self._error.hide()
        self.use = Button(self.tr("Use in campaign"))
        self.save = Button(self.tr("Save"), kind="primary")
        self.save.setToolTip(self.tr("Ctrl+S"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addLayout(self._below())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.back, 0, top)
        row.addLayout(words, 1)
        row.addSpacing(8)
        row.addWidget(self.use, 0, top)
        row.addWidget(self.save, 0, top)

    def describe(self, template: Template, *, marketing: bool, uses: int, zone: ZoneInfo | None) -> None:
        """Say what the text is, where it was used and when it changed."""
        words = [self.tr("SMS"), self.tr("marketing") if marketing else self.tr("notification")]
        if uses == 1:
            words.append(self.tr("used in 1 campaign"))
        elif uses:
            words.append(self.tr("used in {count} campaigns").format(count=uses))
        if template.changed_at and zone is not None:
            words.append(self.tr("changed {day}").format(day=day(template.changed_at, zone)))
        elif not template.id:
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
