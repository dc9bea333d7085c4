"""A card as Aliyun wants it: the `Template` of CreateCardSmsTemplate."""

from __future__ import annotations

from local_db.cards.elements import Dialect, pages
from local_db.cards.model import Action, ActionKind
from local_db.cards.parts import Json, Parts
from local_db.cards.target_checks import calendar_times, map_place

_SCENE = 10  # characters


def aliyun_template(parts: Parts) -> Json:
    """The card as JSON."""
    info: Json = {"scene": parts.marked(parts.choices.name)[:_SCENE], "purpose": "2" if parts.choices.trial else "1"}
    if parts.known:
        info["params"] = [{"name": known.written, "type": 1, "example": parts.example(known)} for known in parts.known]
    return {
        "extendInfo": info,
        "templateContent": {"pages": [{"tmpCards": page} for page in pages(parts, _DIALECT)]},
        "cardSignName": parts.card.signature,
        "cardType": int(parts.rule.code),
    }


def action_entries(action: Action) -> Json:
    """What an action does, in Aliyun's words."""
    target = action.target.strip()
    if action.kind is ActionKind.OPEN_APP:
        return {"target": target, "packageName": [action.package.strip()], "floorUrl": action.web.strip()}
    if action.kind is ActionKind.SEND_TEXT:
        return {"target": target, "body": action.text}
    if action.kind is ActionKind.CALENDAR and (times := calendar_times(target)):
        return {"target": action.text, "beginTime": times[0].isoformat(), "endTime": times[1].isoformat()}
    if action.kind is ActionKind.SHOW_MAP and (place := map_place(target)):
        return {"target": action.text, "latitude": place[0], "longitude": place[1]}
    return {"target": target}


def _signed(action: Action, parts: Parts) -> Json:
    return {**action_entries(action), "merchantName": parts.card.signature}


_DIALECT = Dialect(
    place="positionNumber",
    source_type="srcType",
    is_title="isTextTitle",
    action_type="actionType",
    kind=str.upper,
    yes=True,
    no=False,
    text=str,
    action=_signed,
)
