"""A card as a list of elements with places, which several vendors want, each with words of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from local_db.cards.model import Action, Button, Field, Panel
from local_db.cards.parts import Json, Parts
from local_db.cards.problem import PICTURE, VIDEO

_BY_ADDRESS = 2  # the source is where the file is, not the number of one uploaded before


@dataclass(frozen=True, slots=True)
class Dialect:
    """The words of a vendor: names of entries, and how their values are written."""

    place: str
    source_type: str
    is_title: str
    action_type: str
    kind: Callable[[str], str]  # "text", "image" …
    yes: object
    no: object
    text: Callable[[str], str]
    action: Callable[[Action, Parts], Json]


def pages(parts: Parts, dialect: Dialect) -> list[list[Json]]:
    """The elements of each page in their order; a kind without pages has all of them on one."""
    panels = [list(_elements(panel, number, parts, dialect)) for number, panel in enumerate(parts.card.panels)]
    pages = panels if parts.rule.pages else [[element for panel in panels for element in panel]]
    return [[{**element, dialect.place: place} for place, element in enumerate(page, 1)] for page in pages]


def _elements(panel: Panel, number: int, parts: Parts, dialect: Dialect) -> Iterator[Json]:
    picture, video = parts.source(number, PICTURE), parts.source(number, VIDEO)
    if video:
        source: Json = {dialect.source_type: _BY_ADDRESS, "src": video, "cover": picture}
        yield {"type": dialect.kind("video"), **source}
    elif picture:
        source = {dialect.source_type: _BY_ADDRESS, "src": picture}
        tap = _action(panel.tap, parts, dialect) if panel.tap and parts.rule.taps else {}
        yield {"type": dialect.kind("image"), **source, **tap}
    for name, text in parts.texts(panel, number):
        title = dialect.yes if name is Field.TITLE else dialect.no
        yield {"type": dialect.kind("text"), "content": dialect.text(text), dialect.is_title: title}
    for button in panel.buttons[: parts.rule.most_buttons(number)]:
        yield _button(button, parts, dialect)


def _button(button: Button, parts: Parts, dialect: Dialect) -> Json:
    content = dialect.text(parts.text(button.text))
    return {"type": dialect.kind("button"), "content": content, **_action(button.action, parts, dialect)}


def _action(action: Action, parts: Parts, dialect: Dialect) -> Json:
    return {
        dialect.action_type: parts.vendor.actions.get(action.kind, ""),
        "action": dialect.action(action, parts),
    }
