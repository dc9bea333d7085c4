"""How other programs write variables in a text, turned into ours and back.

Whatever stands in single braces in a foreign text is taken for a variable too, for clerks write `{订单号}` by hand
everywhere; a name that no fact answers becomes a question to the clerk. On the way out a variable that the other
program does not have is written as its fallback, so that no customer ever reads a raw one; without a fallback it stays
in braces and is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

from local_db.replies.fragments import parts
from local_db.templates.layout import Slot
from local_db.templates.text import Fault, Literal, Variable, token, tokens


class Style(StrEnum):
    """A way of writing variables."""

    OURS = "ours"  # {nick|亲}
    BRACES = "braces"  # {买家昵称}
    CHATWOOT = "chatwoot"  # {{contact.name}}
    ZENDESK = "zendesk"  # {{ticket.requester.first_name}}
    ZAMMAD = "zammad"  # #{ticket.customer.firstname}
    FREESCOUT = "freescout"  # {%customer.firstName,fallback=there%}
    ESPANSO = "espanso"  # {{name}}, and [[name]] in forms
    BEEFTEXT = "beeftext"  # #{input:name}


class Written(NamedTuple):
    """A text in another style; which of our variables became words, and which stay open in braces."""

    text: str
    flattened: tuple[str, ...] = ()
    left_open: tuple[str, ...] = ()


class _Way(NamedTuple):
    """`find` has the groups `name` and perhaps `fallback`; `names` are theirs → ours; `write` takes their name."""

    find: str
    names: Mapping[str, str]
    write: Callable[[str, str | None], str]
    any_name: bool = False  # it can ask for what it does not know itself
    kept: Callable[[str], str] = str  # the whole text, with whatever only looks like a variable told apart


# Words that clerks and shop programs write in braces.
_CHINESE: Mapping[str, str] = {
    "nick": "nick 昵称 客户昵称 买家昵称 用户昵称 旺旺 买家旺旺 会员名 买家 客户 客户名 客户名称",
    "name": "name 姓名 收货人 收件人 客户姓名 买家姓名 收货人姓名",
    "shop_name": "shop_name 店铺 店铺名 店铺名称 店名",
    "order_number": "order_number 订单号 订单编号 订单",
    "order_status": "order_status 订单状态",
    "courier": "courier 快递 快递公司 物流 物流公司",
    "tracking_number": "tracking_number 快递单号 运单号 物流单号 快递号",
    "phone_tail": "phone_tail 手机尾号 手机号后四位",
    "tier": "tier 会员等级 等级",
    "points": "points 积分 会员积分 可用积分",
    "last_product": "last_product 商品 商品名 商品名称 宝贝 宝贝名称",
    "last_order_date": "last_order_date 下单时间 下单日期",
    "province": "province 省 省份",
    "city": "city 城市 市",
}
_BY_WORD = {word: ours for ours, words in _CHINESE.items() for word in words.split()}

_CHATWOOT = {
    "contact.name": "name",
    "contact.first_name": "name",
    "contact.last_name": "name",
    "inbox.name": "shop_name",
    "account.name": "shop_name",
}
_ZENDESK = {
    "ticket.requester.name": "name",
    "ticket.requester.first_name": "name",
    "ticket.requester.last_name": "name",
    "ticket.account": "shop_name",
    "ticket.organization.name": "shop_name",
}
_ZAMMAD = {
    "ticket.customer.fullname": "name",
    "ticket.customer.firstname": "name",
    "ticket.customer.lastname": "name",
    "config.organization": "shop_name",
    "config.product_name": "shop_name",
}
_FREESCOUT = {
    "customer.fullName": "name",
    "customer.firstName": "name",
    "customer.lastName": "name",
    "mailbox.name": "shop_name",
    "mailbox.fromName": "shop_name",
}

_BRACES = r"\{[^{}\n]{1,60}\}"
_LIQUID = (
    r"\{\{-?\s*(?P<name>[\w.\-]+)\s*(?:\|\s*default:\s*(?P<quote>[\"'])(?P<fallback>.*?)(?P=quote)\s*)?"
    r"(?:\|[^{}]*)?-?\}\}"
)
_UNUSABLE = re.compile(r"[{}|｜>\s.:\-]+")
_CURSOR = re.compile(r"\$\|\$|#\{cursor\}")


def _liquid(name: str, fallback: str | None) -> str:
    words = "" if fallback is None else f""" | default: "{fallback.replace('"', "'")}\""""
    return f"{{{{{name}{words}}}}}"


def _braces_kept(words: str) -> str:
    return words.replace("{{", r"\{\{").replace("}}", r"\}\}") if "{{" in words else words


def _freescout(name: str, fallback: str | None) -> str:
    words = "" if fallback is None else f",fallback={fallback.replace('%', '')}"
    return f"{{%{name}{words}%}}"


_WAYS: Mapping[Style, _Way] = {
    # What stands behind a name there makes the name an unknown one, and nothing is written for it.
    Style.CHATWOOT: _Way(_LIQUID, _CHATWOOT, lambda name, _: _liquid(name, None)),
    Style.ZENDESK: _Way(_LIQUID, _ZENDESK, _liquid),
    Style.ZAMMAD: _Way(r"#\{(?P<name>[\w.]+)\}", _ZAMMAD, lambda name, _: f"#{{{name}}}"),
    Style.FREESCOUT: _Way(r"\{%\s*(?P<name>[\w.]+)\s*(?:,\s*fallback=(?P<fallback>[^%]*))?%\}", _FREESCOUT, _freescout),
    Style.ESPANSO: _Way(
        r"\\(?P<brace>[{}])|\{\{\s*(?P<name>[\w.\- ]+?)\s*\}\}|\[\[\s*(?P<field>[\w\- ]+?)\s*\]\]",
        {},
        lambda name, _: f"[[{name}]]",
        any_name=True,
        kept=_braces_kept,
    ),
    Style.BEEFTEXT: _Way(
        r"#\{(?:input:)?(?P<name>[^{}:\n]+)(?::[^{}\n]*)?\}", {}, lambda name, _: f"#{{input:{name}}}", any_name=True
    ),
}


# --- to ours ---


def to_ours(text: str, style: Style, fallbacks: Mapping[str, str] | None = None) -> str:
    """A foreign text with its variables as we write them. `fallbacks` are what a file says elsewhere of a name."""
    if style is Style.OURS:
        return text
    way = _WAYS.get(style)
    pattern = re.compile(f"{way.find}|{_BRACES}" if way else _BRACES)
    text = _CURSOR.sub("", text)
    pieces: list[str] = []
    at = 0
    for found in pattern.finditer(text):
        pieces += [_escaped(text[at : found.start()]), _variable(found, way, fallbacks or {})]
        at = found.end()
    return "".join([*pieces, _escaped(text[at:])])


def _variable(found: re.Match[str], way: _Way | None, fallbacks: Mapping[str, str]) -> str:
    groups = found.groupdict()
    name = groups.get("name") or groups.get("field")
    if brace := groups.get("brace"):
        return _escaped(brace)
    if way is None or name is None:
        return _in_braces(found[0])
    ours = way.names.get(name) or our_name(name)
    return token(ours, groups.get("fallback") or fallbacks.get(name) or None, None) if ours else _escaped(found[0])


def _in_braces(written: str) -> str:
    """What stands in single braces, where it can be a variable; the words themselves otherwise."""
    (piece, _, _), *rest = tokens(written, None)
    if rest or not isinstance(piece, Variable) or not (name := our_name(piece.name)):
        return _escaped(written)
    return token(name, piece.fallback, piece.limit)


def our_name(name: str) -> str:
    """Our name of a variable, or a question to the clerk that reads like theirs."""
    bare = name.strip()
    return _BY_WORD.get(bare) or _UNUSABLE.sub(" ", bare).strip()


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


# --- from ours ---


def from_ours(text: str, style: Style, fragments: Mapping[str, str]) -> Written:
    """One of our texts as another program takes it, with the shared parts in it written out."""
    if style is Style.OURS:
        return Written(text)
    way = _WAYS.get(style)
    written: list[str] = []
    flattened: list[str] = []
    left_open: list[str] = []
    for part in parts(text, fragments):
        slot = part.slot
        if slot is None:
            written.append(part.words)
        elif theirs := _their_name(slot.name, way):
            written.append(theirs[1].write(theirs[0], slot.fallback))
        elif slot.fallback is not None:
            flattened.append(slot.name)
            written.append(slot.fallback)
        else:
            left_open.append(slot.name)
            written.append(f"{{{slot.name}}}")
    whole = "".join(written)
    return Written(way.kept(whole) if way else whole, tuple(flattened), tuple(left_open))


def _their_name(ours: str, way: _Way | None) -> tuple[str, _Way] | None:
    if way is None:
        return None
    if way.any_name:
        return field_name(ours), way
    theirs = next((name for name, meant in way.names.items() if meant == ours), None)
    return None if theirs is None else (theirs, way)


def field_name(ours: str) -> str:
    """A variable's name where only letters, figures and underscores may stand in one."""
    return re.sub(r"\W+", "_", ours)


def slots_of(text: str, fragments: Mapping[str, str]) -> tuple[Slot, ...]:
    """The variables of a text, those of its shared parts too, each once."""
    found = {part.slot.name: part.slot for part in parts(text, fragments) if part.slot is not None}
    return tuple(found.values())


def words_of(text: str) -> str:
    """A text without its variables, for a title."""
    return "".join(
        piece.text if isinstance(piece, Literal) else (piece.fallback or "" if isinstance(piece, Variable) else "")
        for piece, _, _ in tokens(text, None)
        if not isinstance(piece, Fault)
    )
