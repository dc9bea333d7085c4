"""A card as Huawei KooMessage wants it: the body of CreatePersonalTemplate."""

from __future__ import annotations

import re

from local_db.cards.aliyun import action_entries
from local_db.cards.elements import Dialect, pages
from local_db.cards.handsets import Form, shown_on
from local_db.cards.model import Action, ActionKind
from local_db.cards.parts import Json, Parts

_REFUSED = re.compile("[<>&]")
_BLANKS = re.compile(" {2,}")
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
        "pages": [{"page_order": place, "contents": page} for place, page in enumerate(pages(parts, _DIALECT), 1)],
        "params": [{"name": known.name, "type": 1, "example": parts.example(known)} for known in parts.known],
        "factorys": [{"factory_type": maker.upper(), "state": 1} for maker in makers],
    }


def _shows(parts: Parts, maker: str) -> bool:
    return shown_on(parts.card, parts.vendor, maker).form is Form.CARD


def _single_spaced(text: str) -> str:
    """No string may hold several blanks in a row."""
    return _BLANKS.sub(" ", text)


def _action(action: Action, _parts: Parts) -> Json:
    entries = action_entries(action)
    if action.kind is ActionKind.OPEN_APP:
        return {
            "target": entries["target"],
            "package_name": entries["packageName"],
            "floor_url": entries["floorUrl"],
        }
    return entries


_DIALECT = Dialect(
    place="position_number",
    source_type="src_type",
    is_title="is_text_title",
    action_type="action_type",
    kind=str.lower,
    yes="true",
    no="false",
    text=_single_spaced,
    action=_action,
)
