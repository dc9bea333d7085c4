"""A card in a folder, ready for its vendor: the JSON, the pictures and videos, and what its parameters are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from local_db.cards.checks import blocking
from local_db.cards.forms import vendor_json
from local_db.cards.media_checks import file_problems
from local_db.cards.model import Card, PictureFacts
from local_db.cards.parts import ExportChoices, FilePlace, Json, file_names, file_places, parts_of
from local_db.cards.problem import CardProblem
from local_db.cards.rules import CardVendor
from local_db.documents.folder import write_folder
from local_db.errors import DocumentError

if TYPE_CHECKING:
    from local_db.shop_file import Shop

CARD_FILE = "card.json"
PARAMETERS_FILE = "parameters.json"


@dataclass(frozen=True, slots=True)
class Attached:
    """A picture, already cropped and compressed, or a video."""

    data: bytes
    type: str  # MIME
    width: int = 0
    height: int = 0

    @property
    def facts(self) -> PictureFacts:
        """What checks ask of it."""
        return PictureFacts(self.width, self.height, self.type, len(self.data))


def export_folder(
    card: Card,
    vendor: CardVendor,
    folder: Path,
    attached: Mapping[FilePlace, Attached],
    choices: ExportChoices,
    more: Mapping[str, bytes] | None = None,
    *,
    shop: Shop | None = None,
) -> tuple[Path, ...]:
    """Write the folder, complete or not at all; `more` are other files in it by their names, such as a preview.

    `attached` holds a file for each place of `file_places`; the `shop` clears up after a program that was killed.
    Raises DocumentError: `card_has_problems` (with the code of the first `problem` and the `count`), `folder_taken`;
    PrepareError where the disk refuses.
    """
    found = problems_of(card, vendor, attached)
    if found:
        raise DocumentError("card_has_problems", problem=found[0].code, count=len(found))
    files = _files(card, vendor, attached, choices) | dict(more or {})
    return write_folder(folder, files, shop)


def problems_of(card: Card, vendor: CardVendor, attached: Mapping[FilePlace, Attached]) -> tuple[CardProblem, ...]:
    """What keeps a card with these files from being exported."""
    known = {
        number: PictureFacts(0, 0, "", 0)  # what they were before they were made to fit does not matter here
        for panel in card.panels
        for number in (panel.picture.media_id if panel.picture else 0, panel.video_id)
    }
    found = list(blocking(card, vendor, known))
    if card.kind in vendor.kinds:
        for number, what in file_places(card, vendor):
            file = attached.get((number, what))
            found += file_problems(file.facts if file else None, number, what, card, vendor)
    return tuple(problem for problem in found if problem.blocks)


def _files(
    card: Card, vendor: CardVendor, attached: Mapping[FilePlace, Attached], choices: ExportChoices
) -> dict[str, bytes]:
    types = {place: file.type for place, file in attached.items()}
    files = {CARD_FILE: _json(vendor_json(card, vendor, types, choices))}
    parts = parts_of(card, vendor, types, choices)
    if parts.known:
        known = [
            {"name": one.name, "variable": one.slot.name, "fallback": one.slot.fallback, "limit": one.slot.limit}
            for one in parts.known
        ]
        files[PARAMETERS_FILE] = _json({"parameters": known})
    names = file_names(card, vendor, types)
    return files | {name: attached[place].data for place, name in names.items()}


def _json(content: Json) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
