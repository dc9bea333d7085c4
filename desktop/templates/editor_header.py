"""The head of the editor of a text: what every document's has, its vendor, its uses, and the way to a campaign."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from desktop.documents.document_header import DocumentHeader
from desktop.templates.verdict_words import said_here
from desktop.translation import QT_TRANSLATE_NOOP, translate
from desktop.widgets.button import Button, IconButton
from desktop.widgets.select import Select
from local_db.templates.model import Template
from local_db.templates.vendor import Vendor

_CONTEXT = "EditorHeader"


class EditorHeader(DocumentHeader):
    """Fields and buttons for the editor to connect."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.uses = Button("", kind="link", dense=True)
        self.uses.hide()
        self.vendor = Select(name=translate(_CONTEXT, QT_TRANSLATE_NOOP("EditorHeader", "Vendor")))
        self.more = IconButton(
            "more", translate(_CONTEXT, QT_TRANSLATE_NOOP("EditorHeader", "More actions")), kind="quiet", size=34
        )
        self.use = Button(translate(_CONTEXT, QT_TRANSLATE_NOOP("EditorHeader", "Use in campaign")))
        super().__init__(
            translate(_CONTEXT, QT_TRANSLATE_NOOP("EditorHeader", "Back to all templates")),
            translate(_CONTEXT, QT_TRANSLATE_NOOP("EditorHeader", "Name of the text")),
            self.vendor,
            further=(self.more, self.use),
            beside=(self.uses,),
            undoable=False,
            parent=parent,
        )
        self.vendor.setToolTip(self.tr("Whose rules and bill the text is written for"))

    def describe_text(self, template: Template, *, marketing: bool, uses: int, zone: ZoneInfo | None) -> None:
        """Say what the text is, where it was used and when it changed."""
        self.uses.setText(
            self.tr("used in 1 campaign") if uses == 1 else self.tr("used in {count} campaigns").format(count=uses)
        )
        self.uses.setVisible(bool(uses))
        self.say([self.tr("SMS"), self.tr("marketing") if marketing else self.tr("notification")], template, zone)

    def set_vendors(self, vendors: Sequence[Vendor], chosen: str) -> None:
        """Offer these vendors; announces nothing."""
        blocked = QSignalBlocker(self.vendor)
        self.vendor.set_options([(said_here(vendor.title), vendor.key) for vendor in vendors])
        self.vendor.set_value(chosen)
        blocked.unblock()
