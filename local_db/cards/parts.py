"""What every vendor's file of a card is put together from: the names of its files, its parameters, its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from local_db.cards.layout import laid_out
from local_db.cards.model import Card, Field, Panel
from local_db.cards.parameters import Parameter, parameters, vendor_text
from local_db.cards.problem import PICTURE, VIDEO
from local_db.cards.rules import CardVendor, KindRule
from local_db.templates.clean import cut

FilePlace = tuple[int, str]  # panel, from 0; PICTURE or VIDEO
Json = dict[str, object]

SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        "image/jpeg": "jpg",
        "image/png": "png",
        "image/gif": "gif",
        "video/mp4": "mp4",
        "video/webm": "webm",
        "video/x-m4v": "m4v",
        "video/h263": "h263",
    }
)
_SAY_TRIAL = (Field.TITLE, Field.BODY)
# What reviewers see in place of a value that has no fallback.
_EXAMPLES = MappingProxyType(
    {
        "nick": "小雨",
        "name": "小雨",
        "province": "浙江",
        "city": "杭州",
        "last_product": "手冲咖啡壶",
        "last_order_date": "2026-11-11",
        "days_since_last_order": "30",
        "orders": "3",
        "spent": "199.00",
        "shop_name": "小店",
    }
)


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """What a person says when a card is exported.

    `name` is the card's; `address` is where its pictures will be reachable, with a slash at its end, empty: they are
    uploaded by hand and stand in the file by their names; a trial is for testing at the vendor only.
    """

    name: str
    address: str = ""
    trial: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """A card laid out for its vendor, with everything that a file of it says."""

    card: Card
    vendor: CardVendor
    rule: KindRule
    known: tuple[Parameter, ...]
    files: Mapping[FilePlace, str]  # names
    choices: ExportChoices

    def text(self, text: str) -> str:
        """A text with its variables as parameters."""
        return vendor_text(text, self.known)

    def texts(self, panel: Panel, number: int) -> Iterator[tuple[Field, str]]:
        """The texts that a panel shows, in their order; those of a trial say that they are one."""
        for name in Field:
            if panel.text(name).strip() and self.rule.field_rule(name, number) is not None:
                text = self.text(panel.text(name))
                yield name, self.marked(text) if name in _SAY_TRIAL else text

    def marked(self, text: str) -> str:
        """A text with the word for a trial before it, where the vendor wants that and it is not there."""
        word = self.vendor.trial if self.choices.trial else ""
        return f"{word}-{text}" if word and word not in text else text

    def source(self, number: int, what: str) -> str:
        """Where a picture or a video is; empty where there is none."""
        name = self.files.get((number, what), "")
        return self.choices.address + name if name else ""

    def example(self, parameter: Parameter) -> str:
        """What stands in for the value of a parameter at a review."""
        slot = parameter.slot
        return slot.fallback or cut(_EXAMPLES.get(slot.name, "1"), slot.limit)


def parts_of(card: Card, vendor: CardVendor, types: Mapping[FilePlace, str], choices: ExportChoices) -> Parts:
    """Take a card apart; `types` are the MIME types of its files. Raises KeyError for a kind the vendor has not."""
    whole = laid_out(card, vendor).card
    return Parts(
        card=whole,
        vendor=vendor,
        rule=vendor.kinds[card.kind],
        known=parameters(whole, vendor),
        files=MappingProxyType(file_names(whole, vendor, types)),
        choices=choices,
    )


def file_names(card: Card, vendor: CardVendor, types: Mapping[FilePlace, str]) -> dict[FilePlace, str]:
    """What the files of a card are called: `picture-1.jpg`, `video-1.mp4`, by panel from 1."""
    return {
        (number, what): f"{what}-{number + 1}.{SUFFIXES.get(types.get((number, what), ''), 'jpg')}"
        for number, what in file_places(card, vendor)
    }


def file_places(card: Card, vendor: CardVendor) -> Iterator[FilePlace]:
    """Which files a card needs."""
    rule = vendor.kinds[card.kind]
    for number, panel in enumerate(card.panels):
        if panel.picture is not None and rule.picture is not None:
            yield number, PICTURE
        if panel.video_id and rule.video is not None:
            yield number, VIDEO
