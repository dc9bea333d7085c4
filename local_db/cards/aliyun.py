"""A card as Aliyun wants it: the `Template` of CreateCardSmsTemplate."""

from __future__ import annotations

from collections.abc import Iterator

from local_db.cards.model import Action, ActionKind, Button, Field, Panel
from local_db.cards.parts import Json, Parts
from local_db.cards.problem import PICTURE, VIDEO
from local_db.cards.target_checks import calendar_times, map_place

_BY_ADDRESS = 2  # srcType: `src` is where the file is, not the number of one uploaded before
_SCENE = 10  # characters


def aliyun_template(parts: Parts) -> Json:
    """The card as JSON."""
    pages = _pages(parts)
    info: Json = {"scene": parts.marked(parts.choices.name)[:_SCENE], "purpose": "2" if parts.choices.trial else "1"}
    if parts.known:
        info["params"] = [{"name": known.written, "type": 1, "example": parts.example(known)} for known in parts.known]
    return {
        "extendInfo": info,
        "templateContent": {"pages": [{"tmpCards": page} for page in pages]},
        "cardSignName": parts.card.signature,
        "cardType": int(parts.rule.code),
    }


def _pages(parts: Parts) -> list[list[Json]]:
    panels = [list(_elements(panel, number, parts)) for number, panel in enumerate(parts.card.panels)]
    pages = panels if parts.rule.pages else [[element for panel in panels for element in panel]]
    return [[{**element, "positionNumber": place} for place, element in enumerate(page, 1)] for page in pages]


def _elements(panel: Panel, number: int, parts: Parts) -> Iterator[Json]:
    picture, video = parts.source(number, PICTURE), parts.source(number, VIDEO)
    if video:
        yield {"type": "VIDEO", "srcType": _BY_ADDRESS, "src": video, "cover": picture}
    elif picture:
        tap = _action(panel.tap, parts) if panel.tap and parts.rule.taps else {}
        yield {"type": "IMAGE", "srcType": _BY_ADDRESS, "src": picture, **tap}
    for name, text in parts.texts(panel, number):
        yield {"type": "TEXT", "content": text, "isTextTitle": name is Field.TITLE}
    for button in panel.buttons[: parts.rule.most_buttons(number)]:
        yield _button(button, parts)


def _button(button: Button, parts: Parts) -> Json:
    return {"type": "BUTTON", "content": parts.text(button.text), **_action(button.action, parts)}


def _action(action: Action, parts: Parts) -> Json:
    return {
        "actionType": parts.vendor.actions.get(action.kind, ""),
        "action": {**action_entries(action), "merchantName": parts.card.signature},
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
