"""What the page of cards asks the shop, on a reader's or the writer's thread; nothing here touches a window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desktop.documents.entries import Description
from desktop.templates.variable_words import readable
from local_db.cards.codec import from_json, media_ids, searchable
from local_db.cards.model import Card, Field, PictureFacts

if TYPE_CHECKING:
    from pathlib import Path

    from local_db.campaigns.model import PrepareOptions
    from local_db.cards.rules import CardVendor
    from local_db.documents.model import Document
    from local_db.errors import TemplateError
    from local_db.shop_file import Shop

_LONGEST_SIGNATURE = 12


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an editor needs to know about the shop."""

    signature: str
    opt_out: str
    options: PrepareOptions
    currency: str
    zone: ZoneInfo
    own_vendors: tuple[CardVendor, ...]
    vendors: tuple[CardVendor, ...]
    wrong_files: tuple[TemplateError, ...]  # own profiles that cannot be used


def surroundings(shop: Shop, folder: Path) -> Surroundings:
    """Read everything an editor needs to know; `folder` is that of the settings."""
    from local_db.campaigns.model import PrepareOptions
    from local_db.cards.rules_files import OWN_FOLDER, card_vendors, own_card_vendors
    from local_db.setting_rules import check
    from local_db.settings import read_settings
    from local_db.templates.store import shop_name

    own, wrong = own_card_vendors(folder / OWN_FOLDER)
    with shop.read() as connection:
        settings = read_settings(connection)
        name = shop_name(connection)
    usable = name if len(name) <= _LONGEST_SIGNATURE and not check("sms_signature", name) else ""
    return Surroundings(
        signature=str(settings["sms_signature"]) or usable,
        opt_out=str(settings["sms_opt_out"]),
        options=PrepareOptions.from_settings(settings),
        currency=str(settings["currency"]),
        zone=ZoneInfo(str(settings["zone"])),
        own_vendors=own,
        vendors=card_vendors(own),
        wrong_files=wrong,
    )


def describe(document: Document) -> Description:
    """What the list says of a card. Raises DocumentError for a content that cannot be read."""
    card = from_json(document.content)
    return Description(card.kind.value, said(card), tuple(searchable(card).split("\n")))


def said(card: Card) -> str:
    """A card in a few words: what stands first on it."""
    return _first(card, tuple(Field))


def words_of(card: Card) -> str:
    """A card in a sentence: its text, and only without one its title."""
    return _first(card, (Field.BODY, Field.TITLE))


def _first(card: Card, names: tuple[Field, ...]) -> str:
    """The first of these texts that is there, with the names of its variables."""
    texts = (panel.text(name) for panel in card.panels for name in names)
    text = next((text for text in texts if text.strip()), card.fallback.body)
    return " ".join(readable(text).split())


def ask_media(shop: Shop, card: Card) -> Mapping[int, PictureFacts]:
    """The facts of what a card shows; pictures are made to fit only at the export, so nothing is said of them yet."""
    from local_db.media.actions import media_facts
    from local_db.media.model import MediaKind

    known = media_facts(shop, sorted(media_ids(card)))
    return {
        number: PictureFacts(0, 0, "", 0)
        if facts.kind is MediaKind.PICTURE
        else PictureFacts(facts.width, facts.height, facts.type, facts.bytes)
        for number, facts in known.items()
    }


def keep_pictures(shop: Shop, card: Card, pictures: Sequence[tuple[int, bytes]], now: datetime) -> Card:
    """Put drawings, by panel, into the shop file; the card that shows them."""
    from desktop.pictures.taking_in import take_in
    from local_db.cards.model import Picture
    from local_db.media.actions import add_media

    panels = list(card.panels)
    for place, data in pictures:
        media_id = add_media(shop, take_in(data).media, now=now)
        panels[place] = replace(panels[place], picture=Picture(media_id))
    return replace(card, panels=tuple(panels))
