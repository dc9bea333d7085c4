"""A card as RCS for Business wants it: the `AgentMessage` of phones.agentMessages, for Google RCS and 5G messages."""

from __future__ import annotations

from datetime import UTC

from local_db.cards.model import Action, ActionKind, Button, CardKind, Field, Panel
from local_db.cards.parts import Json, Parts
from local_db.cards.problem import PICTURE, VIDEO
from local_db.cards.target_checks import calendar_times, map_place


def rcs_message(parts: Parts) -> Json:
    """The card as JSON; its parameters are filled for each receiver before it is sent."""
    contents = [_content(panel, number, parts) for number, panel in enumerate(parts.card.panels)]
    card: Json = (
        {"carouselCard": {"cardWidth": "MEDIUM", "cardContents": contents}}
        if parts.card.kind is CardKind.RCS_CAROUSEL
        else {"standaloneCard": {"cardOrientation": "VERTICAL", "cardContent": contents[0]}}
    )
    message: Json = {"richCard": card}
    if chips := [_suggestion(chip, parts) for chip in parts.card.chips[: parts.rule.chips]]:
        message["suggestions"] = chips
    return {"contentMessage": message}


def _content(panel: Panel, number: int, parts: Parts) -> Json:
    texts = dict(parts.texts(panel, number))
    content: Json = {}
    if Field.TITLE in texts:
        content["title"] = texts[Field.TITLE]
    if Field.BODY in texts:
        content["description"] = texts[Field.BODY]
    picture, video = parts.source(number, PICTURE), parts.source(number, VIDEO)
    if picture or video:
        info: Json = {"fileUrl": video or picture}
        if video and picture:
            info["thumbnailUrl"] = picture
        content["media"] = {"height": panel.height.value.upper(), "contentInfo": info}
    buttons = panel.buttons[: parts.rule.most_buttons(number)]
    if buttons:
        content["suggestions"] = [_suggestion(button, parts) for button in buttons]
    return content


def _suggestion(button: Button, parts: Parts) -> Json:
    text, action = parts.text(button.text), button.action
    if action.kind is ActionKind.REPLY:
        return {"reply": {"text": text, "postbackData": action.target}}
    name = parts.vendor.actions.get(action.kind, "")
    return {"action": {"text": text, "postbackData": action.kind.value, name: _entries(action)}}


def _entries(action: Action) -> Json:
    target = action.target.strip()
    if action.kind is ActionKind.DIAL:
        return {"phoneNumber": target}
    if action.kind is ActionKind.SEND_TEXT:
        return {"composeTextMessage": {"phoneNumber": target, "text": action.text}}
    if action.kind is ActionKind.CALENDAR and (times := calendar_times(target)):
        start, end = (time.astimezone(UTC).isoformat().replace("+00:00", "Z") for time in times)
        return {"startTime": start, "endTime": end, "title": action.text}
    if action.kind is ActionKind.SHOW_MAP and (place := map_place(target)):
        return {"latLong": {"latitude": place[0], "longitude": place[1]}, "label": action.text}
    return {"url": target}
