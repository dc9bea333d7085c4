"""Texts as conditions compare them."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """A text as texts are compared: full-width and half-width, upper and lower case are the same."""
    return unicodedata.normalize("NFKC", text).casefold().strip()
