"""A ready-made text to begin with."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.shell import theme
from desktop.templates.variable_words import readable, variable_label
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.label import Label
from local_db.templates.model import Template
from local_db.templates.text import Variable, scan


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
        self._text = Label("", "small", wrap=True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setAccessibleName(readable(starter.body))
        self._colour()
        self.add(self._text)
        self.body.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:
        """Colour again with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_text"):
            self._colour()

    def _colour(self) -> None:
        self._text.setText(_with_chips(self._starter.body))

    def _use(self) -> None:
        self.used.emit(self._starter)


def _with_chips(body: str) -> str:
    """The body as rich text, its variables by their names on a tinted ground."""
    ground, ink = theme.colour("soft").name(), theme.colour("accent").name()
    chip = f'<span style="background-color:{ground};color:{ink}">&nbsp;{{}}&nbsp;</span>'
    return "".join(
        chip.format(escape(variable_label(piece.name)).replace(" ", "&nbsp;"))
        if isinstance(piece, Variable)
        else escape(piece.text)
        for piece in scan(body).pieces
    )
