"""The panel's own words for codes."""

from __future__ import annotations

from desktop.replies import lexicon
from desktop.translation import QT_TRANSLATE_NOOP, translate

_BADGES = {
    "unfilled": QT_TRANSLATE_NOOP("ReplyPanelWords", "to fill in"),
    "fault": QT_TRANSLATE_NOOP("ReplyPanelWords", "to mend"),
    "text_picture": QT_TRANSLATE_NOOP("ReplyPanelWords", "text and picture"),
    "text_file": QT_TRANSLATE_NOOP("ReplyPanelWords", "text and file"),
    "picture": QT_TRANSLATE_NOOP("ReplyPanelWords", "picture"),
    "file": QT_TRANSLATE_NOOP("ReplyPanelWords", "file"),
}


class PanelWords:
    """Words in the language in force."""

    def badge(self, code: str) -> str:
        """What a badge says."""
        return translate("ReplyPanelWords", _BADGES[code])

    def variable(self, name: str) -> str:
        """What a variable is called; one that a person has made up is called what they called it."""
        return lexicon.label(name)
