"""A card as Huawei KooMessage wants it: the body of CreatePersonalTemplate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from local_db.cards.aliyun import action_entries
from local_db.cards.handsets import Form, shown_on
from local_db.cards.model import Action, ActionKind, Button, Field, Panel
from local_db.cards.parts import Json, Parts
from local_db.cards.problem import PICTURE, VIDEO

_REFUSED = re.compile("[<>&]")
_BLANKS = re.compile(" {2,}")
_BY_ADDRESS = 2  # src_type
_NAME = 17  # characters of the template's name
_SCENE = 10


def koomessage_template(parts: Parts) -> Json:
    """The card as JSON; it is handed in to the makers that show it."""
    name = parts.marked(_single_spaced(_REFUSED.sub("", parts.choices.name)).strip() or parts.rule.code)
    makers = [maker for maker in parts.vendor.handsets if _shows(parts, maker)]
    return {
        "use_id": 2 if parts.choices.trial else 1,
        "card_id": parts.rule.code,
        "tpl_name": name[:_NAME],
        "scene": name[:_SCENE],
        "sms_signs": [parts.card.signature],
        "pages": [{"page_order": place, "contents": page} for place, page in enumerate(_pages(parts), 1)],
        "params": [{"name": known.name, "type": 1, "example": parts.example(known)} for known in parts.known],
        "factorys": [{"factory_type": maker.upper(), "state": 1} for maker in makers],
    }


def _shows(parts: Parts, maker: str) -> bool:
    return shown_on(parts.card, parts.vendor, maker).form is Form.CARD


def _pages(parts: Parts) -> list[list[Json]]:
    panels = [list(_elements(panel, number, parts)) for number, panel in enumerate(parts.card.panels)]
    pages = panels if parts.rule.pages else [[element for panel in panels for element in panel]]
    return [[{**element, "position_number": place} for place, element in enumerate(page, 1)] for page in pages]


def _elements(panel: Panel, number: int, parts: Parts) -> Iterator[Json]:
    picture, video = parts.source(number, PICTURE), parts.source(number, VIDEO)
    if video:
        yield {"type": "video", "src_type": _BY_ADDRESS, "src": video, "cover": picture}
    elif picture:
        tap = _action(panel.tap, parts) if panel.tap and parts.rule.taps else {}
        yield {"type": "image", "src_type": _BY_ADDRESS, "src": picture, **tap}
    for name, text in parts.texts(panel, number):
        yield {
            "type": "text",
            "content": _single_spaced(text),
            "is_text_title": "true" if name is Field.TITLE else "false",
        }
    for button in panel.buttons[: parts.rule.most_buttons(number)]:
        yield _button(button, parts)


def _button(button: Button, parts: Parts) -> Json:
    return {"type": "button", "content": _single_spaced(parts.text(button.text)), **_action(button.action, parts)}


def _single_spaced(text: str) -> str:
    """No string may hold several blanks in a row."""
    return _BLANKS.sub(" ", text)


def _action(action: Action, parts: Parts) -> Json:
    entries = action_entries(action)
    if action.kind is ActionKind.OPEN_APP:
        entries = {
            "target": entries["target"],
            "package_name": entries["packageName"],
            "floor_url": entries["floorUrl"],
        }
    return {"action_type": parts.vendor.actions.get(action.kind, ""), "action": entries}
