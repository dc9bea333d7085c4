"""Words of a data file in the languages of the window."""

from __future__ import annotations

from typing import NamedTuple


class InLanguages(NamedTuple):
    """The same in both; where a file says it in English only, that serves for Chinese too."""

    en: str
    zh: str

    def said(self, language: str) -> str:
        """The words of a language."""
        return self.zh if language == "zh" else self.en
