"""What a person has been looking for since the field was last empty, for the list of searches without an answer."""

from __future__ import annotations

import re

_LEAST = 2  # letters or characters; a single one is the beginning of something
_MAY_BE_A_NUMBER = re.compile(r"\d{5}")  # of a phone, an order or a parcel: a person's, and not to be kept


class Seeking:
    """Notes every text of the field, and says at the end what was looked for."""

    def __init__(self) -> None:
        self._longest = ""

    def note(self, typed: str) -> str:
        """Another text stands in the field; the search that has thereby ended without an answer, or nothing."""
        typed = typed.strip()
        if typed and (not self._longest or _goes_on(typed, self._longest)):
            self._longest = max(typed, self._longest, key=len)
            return ""
        ended = self.end()
        self._longest = typed
        return ended

    def end(self) -> str:
        """What was looked for, now that something was chosen or the panel put away; nothing where it says little."""
        ended, self._longest = self._longest, ""
        return ended if len(ended) >= _LEAST and not _MAY_BE_A_NUMBER.search(ended) else ""


def _goes_on(typed: str, before: str) -> bool:
    """Whether a text is the one before with letters added, taken away or mended, and not another search."""
    return typed[0] == before[0]
