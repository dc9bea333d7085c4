"""What each variable of a text is called, and a fallback to begin with; needs no Qt."""

from __future__ import annotations

from collections.abc import Callable

from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.templates.text import Variable, scan

LABELS = {
    "nick": QT_TRANSLATE_NOOP("Variables", "Buyer nick"),
    "name": QT_TRANSLATE_NOOP("Variables", "Name of the receiver"),
    "province": QT_TRANSLATE_NOOP("Variables", "Province"),
    "city": QT_TRANSLATE_NOOP("Variables", "City"),
    "last_product": QT_TRANSLATE_NOOP("Variables", "Product bought last"),
    "last_order_date": QT_TRANSLATE_NOOP("Variables", "Day of the last order"),
    "days_since_last_order": QT_TRANSLATE_NOOP("Variables", "Days since the last order"),
    "orders": QT_TRANSLATE_NOOP("Variables", "Number of orders"),
    "spent": QT_TRANSLATE_NOOP("Variables", "Amount spent"),
    "shop_name": QT_TRANSLATE_NOOP("Variables", "Name of your shop"),
}

# In the language of the text, which need not be the window's: (Chinese, English).
_FALLBACKS = {
    "nick": ("亲", "there"),
    "name": ("亲", "there"),
    "last_product": ("宝贝", "your favourites"),
    "shop_name": ("小店", "our shop"),
}


def variable_label(name: str) -> str:
    """The name of a variable in the language in force."""
    return translate("Variables", LABELS[name])


def readable(text: str, before: str = "", after: str = "") -> str:
    """A text with the names of its variables, each between these marks."""
    return "".join(
        f"{before}{variable_label(piece.name)}{after}" if isinstance(piece, Variable) else piece.text
        for piece in scan(text).pieces
    )


def in_words(body: str) -> str:
    """A body on one line, with variables called as the window calls them: `{Buyer nick}，welcome back`."""
    return " ".join(readable(body, "{", "}").split())


def variable_sentence(variable: Variable, label: Callable[[str], str] = variable_label) -> str:
    """What a variable of a text gives each member."""
    if variable.fallback is None:
        missing = QT_TRANSLATE_NOOP("Variables", "needed by every member")
    elif variable.fallback:
        missing = QT_TRANSLATE_NOOP("Variables", "“{fallback}” where nothing is known")
    else:
        missing = QT_TRANSLATE_NOOP("Variables", "left out where nothing is known")
    said = [label(variable.name), translate("Variables", missing).format(fallback=variable.fallback)]
    if variable.limit is not None:
        longest = QT_TRANSLATE_NOOP("Variables", "at most {limit} characters")
        said.append(translate("Variables", longest).format(limit=variable.limit))
    return " · ".join(said)


def usual_fallback(name: str, text: str) -> str | None:
    """A fallback that reads well in a text of this language; None where there is no natural one."""
    pair = _FALLBACKS.get(name)
    if pair is None:
        return None
    return pair[0] if any("\u4e00" <= char <= "\u9fff" for char in text) else pair[1]
