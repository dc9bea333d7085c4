"""A ready-made text to begin with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.label import Label
from local_db.templates.model import Template


class StarterCard(Card):
    """Name, text and a button.

    Signals:
        used(Template): the person wants to begin with this text.
    """

    used = Signal(object)

    def __init__(self, starter: Template, parent: QWidget | None = None) -> None:
        super().__init__(sunken=True, padding=12, parent=parent)
        self._starter = starter
        self.set_title(starter.name)
        self.button = Button(self.tr("Use"), dense=True)
        self.button.setAccessibleName(self.tr("Begin with “{name}”").format(name=starter.name))
        self.button.clicked.connect(self._use)
        self.add_tool(self.button)
        self.add(Label(starter.body, "small", wrap=True))
        self.body.addStretch(1)

    def _use(self) -> None:
        self.used.emit(self._starter)
