"""Proposals below a text field while something is typed into it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QListView

_BETWEEN_WORDS = re.compile(r"[\W_]+")


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
        self._all = list(options)
        self._options = QStringListModel(list(options), self)
        self.setModel(self._options)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(8)
        self.setPopup(SuggestionList())
        field.setCompleter(self)

    def set_options(self, options: Sequence[str]) -> None:
        """Offer other options."""
        self._all = list(options)
        self._options.setStringList(self._all)

    def splitPath(self, path: str) -> list[str]:
        """Asked before each search: put the options first in which a word starts with what is typed."""
        ranked = sorted(self._all, key=partial(_rank, path.casefold()))
        if ranked != self._options.stringList():
            self._options.setStringList(ranked)
        return [path]


def _rank(typed: str, option: str) -> int:
    """0 where the option starts with the text, 1 where one of its words does, else 2; sorting keeps their order."""
    option = option.casefold()
    if option.startswith(typed):
        return 0
    return 1 if any(word.startswith(typed) for word in _BETWEEN_WORDS.split(option)) else 2
