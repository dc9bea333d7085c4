"""The panel's own words for codes."""

from __future__ import annotations

from desktop.templates.variable_words import LABELS
from desktop.translation import QT_TRANSLATE_NOOP, translate

_BADGES = {
    "unfilled": QT_TRANSLATE_NOOP("ReplyPanelWords", "to fill in"),
    "fault": QT_TRANSLATE_NOOP("ReplyPanelWords", "to mend"),
    "text_picture": QT_TRANSLATE_NOOP("ReplyPanelWords", "text and picture"),
    "text_file": QT_TRANSLATE_NOOP("ReplyPanelWords", "text and file"),
    "picture": QT_TRANSLATE_NOOP("ReplyPanelWords", "picture"),
    "file": QT_TRANSLATE_NOOP("ReplyPanelWords", "file"),
}

# Beside the catalogue of every text, what is known in a chat only.
_VARIABLES = {
    "order_number": QT_TRANSLATE_NOOP("ReplyPanelWords", "Order number"),
    "order_date": QT_TRANSLATE_NOOP("ReplyPanelWords", "Day of the order"),
    "order_product": QT_TRANSLATE_NOOP("ReplyPanelWords", "Product ordered"),
    "order_status": QT_TRANSLATE_NOOP("ReplyPanelWords", "Status of the order"),
    "courier": QT_TRANSLATE_NOOP("ReplyPanelWords", "Courier"),
    "tracking_number": QT_TRANSLATE_NOOP("ReplyPanelWords", "Tracking number"),
    "phone_tail": QT_TRANSLATE_NOOP("ReplyPanelWords", "Last digits of the phone"),
}


class PanelWords:
    """Words in the language in force."""

    def badge(self, code: str) -> str:
        """What a badge says."""
        return translate("ReplyPanelWords", _BADGES[code])

    def variable(self, name: str) -> str:
        """What a variable is called; one that a person has made up is called what they called it."""
        if name in _VARIABLES:
            return translate("ReplyPanelWords", _VARIABLES[name])
        return translate("Variables", LABELS[name]) if name in LABELS else name
