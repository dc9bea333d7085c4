"""A title that is typed over where it stands."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from desktop.shell import theme
from desktop.widgets.fields import TextField

_TITLE_PIXELS = 20


class TitleField(TextField):
    """One line in the size of a page's title; its frame shows under the pointer and while it is edited.

    Signals:
        textChanged, editingFinished: from QLineEdit.
    """

    def __init__(self, text: str = "", placeholder: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, placeholder, name=name, parent=parent)
        self.setFont(theme.font(_TITLE_PIXELS, QFont.Weight.Bold))
