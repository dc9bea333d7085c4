"""Proposals below a text field while something is typed into it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QListView


class SuggestionList(QListView):
    """The list of proposals; dressed by the style sheet under this name."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class Suggestions(QCompleter):
    """Offers the options that contain what is typed, in any case."""

    def __init__(self, field: QLineEdit, options: Sequence[str] = ()) -> None:
        super().__init__(field)
        self._options = QStringListModel(list(options), self)
        self.setModel(self._options)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(8)
        self.setPopup(SuggestionList())
        field.setCompleter(self)

    def set_options(self, options: Sequence[str]) -> None:
        """Offer other options."""
        self._options.setStringList(list(options))
