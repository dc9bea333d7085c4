"""The ready-made cards of `resources/starters/cards.toml`, in a language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from local_db.cards.model import Action, ActionKind, Button, Card, CardKind, Fallback, Field, MediaHeight, Panel
from local_db.cards.rules_files import card_vendor_of
from local_db.templates.model import Purpose
from local_db.templates.sms_rules import default_opt_out
from local_db.templates.vendor import OptOutRule
from local_db.templates.vendors import vendor_of
from local_db.templates.verdicts import default_wording

STARTERS_FILE = Path(__file__).resolve().parents[2] / "resources" / "starters" / "cards.toml"


@dataclass(frozen=True, slots=True)
class Starter:
    """A card to begin with, for the first of its `vendors`; `pictures` are illustrations by panel, empty: none.

    Addresses in it are examples, to be replaced by the shop's own.
    """

    key: str
    name: str
    card: Card
    pictures: tuple[str, ...]
    vendors: tuple[str, ...]  # whose rules it keeps

    def for_vendor(self, key: str) -> Card:
        """The card for another of its vendors, with the opt-out wording that one takes."""
        opt_out = _opt_out(key, self.card.purpose, self.card.fallback.opt_out)
        return replace(self.card, vendor=key, fallback=replace(self.card.fallback, opt_out=opt_out))


def starters(language: str, *, signature: str = "", opt_out: str | None = None) -> tuple[Starter, ...]:
    """The starters in a language (`zh`, `en`), not yet saved. Marketing gets `opt_out`, or the language's usual one."""
    with STARTERS_FILE.open("rb") as file:
        entries = tomllib.load(file)["card"]
    refusal = default_opt_out(language) if opt_out is None else opt_out
    return tuple(_starter(entry, language, signature, refusal) for entry in entries if language in entry)


def _starter(entry: Mapping[str, Any], language: str, signature: str, refusal: str) -> Starter:
    words = entry[language]
    purpose, vendors = Purpose(entry["purpose"]), tuple(words.get("vendors", entry["vendors"]))
    card = Card(
        kind=CardKind(entry["kind"]),
        vendor=vendors[0],
        purpose=purpose,
        signature=signature,
        panels=tuple(_panel(panel, words["panels"], number) for number, panel in enumerate(entry["panels"])),
        fallback=Fallback(words.get("title", ""), words["text"], _opt_out(vendors[0], purpose, refusal)),
        chips=_buttons(words.get("chips", ())),
    )
    return Starter(
        entry["key"], words["name"], card, tuple(panel.get("picture", "") for panel in entry["panels"]), vendors
    )


def _opt_out(vendor: str, purpose: Purpose, wording: str) -> str:
    """The wording for the text that stands in; none where the vendor's SMS has none."""
    sms = vendor_of(card_vendor_of(vendor).sms)
    return default_wording(sms, wording) if sms.opt_out.rules[purpose] is OptOutRule.REQUIRED else ""


def _panel(entry: Mapping[str, Any], words: Sequence[Mapping[str, Any]], number: int) -> Panel:
    own = words[number] if number < len(words) else {}
    texts = {name: own[name.value] for name in Field if name.value in own}
    height = MediaHeight(entry.get("height", MediaHeight.MEDIUM.value))
    return Panel(texts=MappingProxyType(texts), buttons=_buttons(own.get("buttons", ())), height=height)


def _buttons(entries: Sequence[Mapping[str, str]]) -> tuple[Button, ...]:
    return tuple(Button(entry["text"], _action(entry)) for entry in entries)


def _action(entry: Mapping[str, str]) -> Action:
    kind = ActionKind(entry["does"])
    return Action(kind, entry["target"], entry.get("package", ""), entry.get("web", ""), entry.get("message", ""))
