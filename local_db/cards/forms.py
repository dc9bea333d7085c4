"""A card in the form of its vendor."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from local_db.cards.aliyun import aliyun_template
from local_db.cards.koomessage import koomessage_template
from local_db.cards.model import Card
from local_db.cards.parts import ExportChoices, FilePlace, Json, Parts, parts_of
from local_db.cards.rcs import rcs_message
from local_db.cards.rules import CardVendor, ExportForm

_WRITERS: Mapping[ExportForm, Callable[[Parts], Json]] = MappingProxyType(
    {
        ExportForm.ALIYUN: aliyun_template,
        ExportForm.KOOMESSAGE: koomessage_template,
        ExportForm.RCS: rcs_message,
    }
)
_NO_CHOICES = ExportChoices("")


def vendor_json(
    card: Card, vendor: CardVendor, types: Mapping[FilePlace, str], choices: ExportChoices = _NO_CHOICES
) -> Json:
    """The card as its vendor takes it; `types` are the MIME types of its files. The kind must be one of the vendor's.

    It is well-formed whatever is wrong with the card: whoever hands it on asks `checks.blocking` first.
    """
    return _WRITERS[vendor.form](parts_of(card, vendor, types, choices))


def payload_bytes(card: Card, vendor: CardVendor) -> int:
    """How many bytes of UTF-8 the card is as a message, without its files."""
    written = json.dumps(vendor_json(card, vendor, {}), ensure_ascii=False, separators=(",", ":"))
    return len(written.encode("utf-8", "replace"))
