"""A card on its way out: its pictures made to fit, its JSON, its folder; on a worker's thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from local_db.cards.export import Attached, export_folder
from local_db.cards.forms import vendor_json
from local_db.cards.media_checks import picture_limits
from local_db.cards.parts import ExportChoices, FilePlace, file_places
from local_db.cards.problem import PICTURE

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from local_db.cards.model import Card
    from local_db.cards.rules import CardVendor
    from local_db.shop_file import Shop

PREVIEW_FILE = "preview.png"


def attached_files(shop: Shop, card: Card, vendor: CardVendor) -> dict[FilePlace, Attached]:
    """Every picture as the vendor wants it, every video as it is. Raises DocumentError where one cannot be had."""
    from desktop.cards.phones.card_drawing import ratio_of
    from desktop.pictures.needs import PictureNeeds
    from desktop.pictures.preparing import prepare
    from local_db.media.actions import get_media

    rule = vendor.kinds[card.kind]
    found: dict[FilePlace, Attached] = {}
    for number, what in file_places(card, vendor):
        panel = card.panels[number]
        if what == PICTURE and panel.picture is not None:
            files = picture_limits(panel, rule, vendor)
            needs = PictureNeeds(ratio_of(card, rule, number), files.most_bytes, files.aim_bytes, files.types)
            data = get_media(shop, panel.picture.media_id).data
            ready = prepare(data, needs, panel.picture.focus, name=f"picture-{number + 1}")
            found[number, what] = Attached(ready.data, ready.type, ready.width, ready.height)
        else:
            media = get_media(shop, panel.video_id)
            found[number, what] = Attached(media.data, media.type, media.width, media.height)
    return found


def write_folder(
    shop: Shop, card: Card, vendor: CardVendor, folder: Path, choices: ExportChoices, phones: QImage | None
) -> int:
    """Write everything, with a picture of the phones where there is one; how many files there are.

    Raises what `export_folder` raises.
    """
    from desktop.pictures.needs import PNG
    from desktop.pictures.preparing import encoded

    attached = attached_files(shop, card, vendor)
    more = {} if phones is None else {PREVIEW_FILE: encoded(phones, PNG)}
    return len(export_folder(card, vendor, folder, attached, choices, more, shop=shop))


def json_text(shop: Shop, card: Card, vendor: CardVendor, choices: ExportChoices) -> str:
    """The vendor's JSON as it would stand in the folder."""
    import json

    types = {place: file.type for place, file in attached_files(shop, card, vendor).items()}
    return json.dumps(vendor_json(card, vendor, types, choices), ensure_ascii=False, indent=2)
