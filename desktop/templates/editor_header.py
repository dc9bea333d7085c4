"""The head of the editor: back, the name, what the text is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.amounts import day
from desktop.templates.verdict_words import said_here
from desktop.widgets.button import Button, IconButton
from desktop.widgets.fields import mark_wrong
from desktop.widgets.label import Label
from desktop.widgets.select import Select
from desktop.widgets.title_field import TitleField
from local_db.templates.model import Template
from local_db.templates.vendor import Vendor


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
        self.uses = Button("", kind="link", dense=True)
        self.uses.hide()
        self.vendor = Select(name=self.tr("Vendor"))
        self.vendor.setToolTip(self.tr("Whose rules and bill the text is written for"))
        self.versions = Button(self.tr("Versions"))
        self.more = IconButton("more", self.tr("More actions"), kind="quiet", size=34)
        self.use = Button(self.tr("Use in campaign"))
        self.save = Button(self.tr("Save"), kind="primary")
        self.save.setToolTip(self.tr("Ctrl+S"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addLayout(self._below())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.back, 0, top)
        row.addLayout(words, 1)
        row.addSpacing(8)
        for control in (self.vendor, self.versions, self.more, self.use):
            row.addWidget(control, 0, top)
        row.addWidget(self.save, 0, top)

    def describe(self, template: Template, *, marketing: bool, uses: int, zone: ZoneInfo | None) -> None:
        """Say what the text is, where it was used and when it changed."""
        words = [self.tr("SMS"), self.tr("marketing") if marketing else self.tr("notification")]
        self.uses.setText(
            self.tr("used in 1 campaign") if uses == 1 else self.tr("used in {count} campaigns").format(count=uses)
        )
        self.uses.setVisible(bool(uses))
        self.versions.setEnabled(bool(template.id))
        if template.folder:
            words.append(template.folder)
        if template.changed_at and zone is not None:
            words.append(self.tr("changed {day}").format(day=day(template.changed_at, zone)))
        elif not template.id:
            words.append(self.tr("not saved yet"))
        self.sentence.setText(" · ".join(words))

    def set_vendors(self, vendors: Sequence[Vendor], chosen: str) -> None:
        """Offer these vendors; announces nothing."""
        blocked = QSignalBlocker(self.vendor)
        self.vendor.set_options([(said_here(vendor.title), vendor.key) for vendor in vendors])
        self.vendor.set_value(chosen)
        blocked.unblock()

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
        line.addWidget(self.uses)
        line.addWidget(self._error)
        line.addStretch(1)
        return line
