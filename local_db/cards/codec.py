"""A card as the text of a document, and back; what is read must be exactly what would be written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from local_db.cards.model import (
    Action,
    ActionKind,
    Button,
    Card,
    CardKind,
    Fallback,
    Field,
    MediaHeight,
    Panel,
    Picture,
)
from local_db.errors import DocumentError
from local_db.templates.model import Purpose

FORMAT = 1
_MOST_PANELS = 100  # no vendor takes more than ten; a file that somebody made may not fill the memory

Choice = TypeVar("Choice", bound=StrEnum)
Item = TypeVar("Item")


def to_json(card: Card) -> str:
    """The content of a document that holds the card; equal cards give equal texts."""
    return json.dumps(_card(card), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Card:
    """The card of a document. Raises DocumentError `content_invalid` with the `key` that is wrong."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise DocumentError("content_invalid", key="json") from None
    return _read_card(_Entries("", data))


def media_ids(card: Card) -> frozenset[int]:
    """The pictures and videos of the shop file that a card shows."""
    pictures = {panel.picture.media_id for panel in card.panels if panel.picture}
    return frozenset(pictures | {panel.video_id for panel in card.panels if panel.video_id})


def searchable(card: Card) -> str:
    """The words by which a card is found: everything written on it, a line each."""
    return "\n".join(text for text in _words(card) if text)


def _words(card: Card) -> Iterator[str]:
    for panel in card.panels:
        yield from panel.texts.values()
        yield from (button.text for button in panel.buttons)
    yield from (chip.text for chip in card.chips)
    yield from (card.fallback.title, card.fallback.body, card.signature)


def _card(card: Card) -> dict[str, object]:
    fallback = card.fallback
    return {
        "format": FORMAT,
        "kind": card.kind,
        "vendor": card.vendor,
        "purpose": card.purpose,
        "signature": card.signature,
        "panels": [_panel(panel) for panel in card.panels],
        "fallback": {"title": fallback.title, "body": fallback.body, "opt_out": fallback.opt_out},
        "chips": [_button(chip) for chip in card.chips],
    }


def _panel(panel: Panel) -> dict[str, object]:
    picture = panel.picture
    return {
        "texts": {name.value: panel.texts[name] for name in Field if panel.texts.get(name)},
        "picture": None
        if picture is None
        else {"media": picture.media_id, "focus": list(picture.focus), "describes": picture.describes},
        "video": panel.video_id,
        "buttons": [_button(button) for button in panel.buttons],
        "tap": None if panel.tap is None else _action(panel.tap),
        "height": panel.height,
    }


def _button(button: Button) -> dict[str, object]:
    return {"text": button.text, "action": _action(button.action)}


def _action(action: Action) -> dict[str, object]:
    return {
        "kind": action.kind,
        "target": action.target,
        "package": action.package,
        "web": action.web,
        "text": action.text,
    }


class _Entries:
    """One object of the text; every entry is taken once, and `end` says what nobody took."""

    def __init__(self, path: str, value: object) -> None:
        self._path = path
        if not isinstance(value, dict):
            raise self.wrong()
        self._left = dict(value)

    def wrong(self, key: str = "") -> DocumentError:
        """The error about an entry, or about the object itself."""
        return DocumentError("content_invalid", key=".".join(filter(None, (self._path, key))) or "card")

    def has(self, key: str) -> bool:
        """Whether there is such an entry."""
        return key in self._left

    def take(self, key: str) -> object:
        """Whatever an entry holds."""
        if not self.has(key):
            raise self.wrong(key)
        return self._left.pop(key)

    def text(self, key: str) -> str:
        """A text."""
        value = self.take(key)
        if not isinstance(value, str):
            raise self.wrong(key)
        return value

    def number(self, key: str) -> int:
        """A whole number from 0."""
        value = self.take(key)
        if type(value) is not int or value < 0:
            raise self.wrong(key)
        return value

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        """A member of an enumeration."""
        try:
            return kind(self.text(key))
        except ValueError:
            raise self.wrong(key) from None

    def object(self, key: str) -> _Entries:
        """An object inside this one."""
        return _Entries(f"{self._path}.{key}" if self._path else key, self.take(key))

    def optional(self, key: str, read: Callable[[_Entries], Item]) -> Item | None:
        """What an object inside this one says, or None where it is null."""
        if self._left.get(key, self) is None:
            self.take(key)
            return None
        return read(self.object(key))

    def list(self, key: str, read: Callable[[_Entries], Item]) -> tuple[Item, ...]:
        """A list of objects."""
        values = self.take(key)
        if not isinstance(values, list) or len(values) > _MOST_PANELS:
            raise self.wrong(key)
        path = f"{self._path}.{key}" if self._path else key
        return tuple(read(_Entries(f"{path}[{place}]", value)) for place, value in enumerate(values, 1))

    def focus(self, key: str) -> tuple[float, float]:
        """Two shares."""
        value = self.take(key)
        if not isinstance(value, list) or len(value) != 2 or not all(_is_share(share) for share in value):
            raise self.wrong(key)
        return float(value[0]), float(value[1])

    def texts(self, key: str) -> Mapping[Field, str]:
        """Texts by the field that they stand in."""
        entries = self.object(key)
        found = {name: entries.text(name) for name in Field if entries.has(name)}
        entries.end()
        return MappingProxyType(found)

    def end(self) -> None:
        """Everything must have been taken."""
        for key in self._left:
            raise self.wrong(key)


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _read_card(entries: _Entries) -> Card:
    if entries.number("format") != FORMAT:
        raise entries.wrong("format")
    card = Card(
        kind=entries.choice("kind", CardKind),
        vendor=entries.text("vendor"),
        purpose=entries.choice("purpose", Purpose),
        signature=entries.text("signature"),
        panels=entries.list("panels", _read_panel),
        fallback=_read_fallback(entries.object("fallback")),
        chips=entries.list("chips", _read_button),
    )
    entries.end()
    if not card.panels:
        raise entries.wrong("panels")
    return card


def _read_panel(entries: _Entries) -> Panel:
    panel = Panel(
        texts=entries.texts("texts"),
        picture=entries.optional("picture", _read_picture),
        video_id=entries.number("video"),
        buttons=entries.list("buttons", _read_button),
        tap=entries.optional("tap", _read_action),
        height=entries.choice("height", MediaHeight),
    )
    entries.end()
    return panel


def _read_picture(entries: _Entries) -> Picture:
    picture = Picture(entries.number("media"), entries.focus("focus"), entries.text("describes"))
    entries.end()
    if picture.media_id == 0:
        raise entries.wrong("media")
    return picture


def _read_button(entries: _Entries) -> Button:
    button = Button(entries.text("text"), _read_action(entries.object("action")))
    entries.end()
    return button


def _read_action(entries: _Entries) -> Action:
    action = Action(
        kind=entries.choice("kind", ActionKind),
        target=entries.text("target"),
        package=entries.text("package"),
        web=entries.text("web"),
        text=entries.text("text"),
    )
    entries.end()
    return action


def _read_fallback(entries: _Entries) -> Fallback:
    fallback = Fallback(entries.text("title"), entries.text("body"), entries.text("opt_out"))
    entries.end()
    return fallback
