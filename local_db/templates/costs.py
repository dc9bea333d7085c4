"""The characters of a body that cost more than others: what turns a whole text dearer, and what counts twice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from local_db.templates.body_words import VARIABLE, words_only
from local_db.templates.layout import layout
from local_db.templates.model import Template
from local_db.templates.sms_parts import GSM, GSM_EXTENSION, Route
from local_db.templates.vendor import Vendor

# What looks much the same and is in the GSM alphabet.
_TWINS = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " ", "•": "-", "´": "'", "`": "'",
    "，": ",", "。": ".", "！": "!", "？": "?", "：": ":", "；": ";", "（": "(", "）": ")", "　": " ", "～": "-",
    "ç": "c", "á": "a", "í": "i", "ó": "o", "ú": "u", "ê": "e", "ë": "e", "ï": "i", "ô": "o", "û": "u", "â": "a",
    "ã": "a", "õ": "o",
}  # fmt: skip


class CostKind(StrEnum):
    """Why a character costs."""

    TURNS = "turns"  # not in the GSM alphabet: with it the whole text has room for 70 instead of 160
    TWICE = "twice"  # takes two units


@dataclass(frozen=True, slots=True)
class Cost:
    """A character of the body that costs; `twin` is a cheaper one that reads the same, where there is one."""

    kind: CostKind
    position: int
    character: str
    twin: str = ""


def costs(template: Template, vendor: Vendor, route: Route) -> tuple[Cost, ...]:
    """The first character that turns the text, else every one that counts twice, in the order of the body."""
    body = [(place, char) for place, char in enumerate(words_only(template.body)) if char != VARIABLE]
    packs = route in vendor.parts.gsm7_routes
    if packs and (turning := _turning(template, vendor, route, body)):
        place, char = turning
        return (Cost(CostKind.TURNS, place, char, _TWINS.get(char, "")),)
    packed = packs and GSM.issuperset(layout(template, route, vendor.signature).words)
    twice = [one for one in body if (one[1] in GSM_EXTENSION if packed else one[1] > "\uffff")]
    return tuple(Cost(CostKind.TWICE, place, char) for place, char in twice)


def _turning(template: Template, vendor: Vendor, route: Route, body: list[tuple[int, str]]) -> tuple[int, str] | None:
    """The first character of the body outside the alphabet, where signature and opt-out are inside it."""
    around = layout(template, route, vendor.signature).words
    for _, char in body:
        around = around.replace(char, "")
    if not GSM.issuperset(around):
        return None
    return next(((place, char) for place, char in body if char not in GSM), None)
