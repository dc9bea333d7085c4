"""Words for what the shop file says of members in codes: platforms, phones, statuses, consents, identities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import wording
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.call_scripts.model import OF_A_CALL
from local_db.errors import RegularsError
from local_db.members.merging import OF_A_JOIN
from local_db.phones import PhoneKind
from local_db.roster.consent import BY_HAND
from local_db.roster.roster import Consent

if TYPE_CHECKING:
    from desktop.shell.notices import Notices
    from desktop.widgets.status_tag import TagTone
    from local_db.members.model import MemberRow

_CONTEXT = "Members"

BY_RULE = "rule"  # the source of a tag that its rule gives
# Reasons of decisions, kept as codes.
BY_A_PERSON = "by_hand"
LIKELY = "likely"

PLATFORMS = {
    "taobao": QT_TRANSLATE_NOOP("Members", "Taobao / Tmall"),
    "jd": QT_TRANSLATE_NOOP("Members", "JD"),
    "pdd": QT_TRANSLATE_NOOP("Members", "Pinduoduo"),
    "douyin": QT_TRANSLATE_NOOP("Members", "Douyin"),
    "kuaishou": QT_TRANSLATE_NOOP("Members", "Kuaishou"),
    "xiaohongshu": QT_TRANSLATE_NOOP("Members", "Xiaohongshu"),
    "wechat": QT_TRANSLATE_NOOP("Members", "WeChat shop"),
    "youzan": QT_TRANSLATE_NOOP("Members", "Youzan"),
    "1688": QT_TRANSLATE_NOOP("Members", "1688"),
    "shopify": QT_TRANSLATE_NOOP("Members", "Shopify"),
    "woocommerce": QT_TRANSLATE_NOOP("Members", "WooCommerce"),
    "amazon": QT_TRANSLATE_NOOP("Members", "Amazon"),
    "ebay": QT_TRANSLATE_NOOP("Members", "eBay"),
    "etsy": QT_TRANSLATE_NOOP("Members", "Etsy"),
    "shopee": QT_TRANSLATE_NOOP("Members", "Shopee"),
    "lazada": QT_TRANSLATE_NOOP("Members", "Lazada"),
    "own": QT_TRANSLATE_NOOP("Members", "Own list"),
}

_PHONES: dict[PhoneKind, tuple[str, TagTone]] = {
    PhoneKind.REAL: (QT_TRANSLATE_NOOP("Members", "mobile"), "good"),
    PhoneKind.LANDLINE: (QT_TRANSLATE_NOOP("Members", "landline"), "neutral"),
    PhoneKind.MASKED: (QT_TRANSLATE_NOOP("Members", "masked"), "warn"),
    PhoneKind.VIRTUAL: (QT_TRANSLATE_NOOP("Members", "relay number"), "warn"),
    PhoneKind.ABSENT: (QT_TRANSLATE_NOOP("Members", "no phone"), "neutral"),
}

_STATUSES: dict[str, TagTone] = {
    "paid": "blue",
    "part_shipped": "blue",
    "shipped": "blue",
    "signed": "good",
    "finished": "good",
    "closed": "bad",
}

_CONSENTS: dict[Consent, TagTone] = {
    Consent.UNKNOWN: "neutral",
    Consent.GRANTED: "good",
    Consent.NOT_GRANTED: "warn",
    Consent.OPTED_OUT: "bad",
}

_CHANNELS = {
    "sms": QT_TRANSLATE_NOOP("Members", "SMS"),
    "email": QT_TRANSLATE_NOOP("Members", "E-mail"),
    "call": QT_TRANSLATE_NOOP("Members", "Phone call"),
}

_IDENTITIES = {
    "buyer_id": QT_TRANSLATE_NOOP("Members", "Buyer ID"),
    "nick": QT_TRANSLATE_NOOP("Members", "Nick"),
    "open_id": QT_TRANSLATE_NOOP("Members", "Open ID"),
    "email": QT_TRANSLATE_NOOP("Members", "E-mail"),
    "phone": QT_TRANSLATE_NOOP("Members", "Phone"),
}

_KNOWN = {
    "name": QT_TRANSLATE_NOOP("Members", "Name"),
    "landline": QT_TRANSLATE_NOOP("Members", "Landline"),
    "place": QT_TRANSLATE_NOOP("Members", "Place"),
    "birthday": QT_TRANSLATE_NOOP("Members", "Birthday"),
    "tier": QT_TRANSLATE_NOOP("Members", "Tier"),
    "points": QT_TRANSLATE_NOOP("Members", "Points"),
    "joined_at": QT_TRANSLATE_NOOP("Members", "Member since"),
    "list": QT_TRANSLATE_NOOP("Members", "On the list"),
}

_REFUNDS: dict[str, tuple[str, TagTone]] = {
    "asked": (QT_TRANSLATE_NOOP("Members", "refund asked for"), "warn"),
    "agreed": (QT_TRANSLATE_NOOP("Members", "refund agreed"), "warn"),
    "refunded": (QT_TRANSLATE_NOOP("Members", "refunded"), "bad"),
    "closed": (QT_TRANSLATE_NOOP("Members", "refund closed"), "neutral"),
    "unknown": (QT_TRANSLATE_NOOP("Members", "refund"), "neutral"),
}

_DECISIONS = {
    "join": QT_TRANSLATE_NOOP("Members", "merged"),
    "apart": QT_TRANSLATE_NOOP("Members", "kept apart"),
}

_WHY: dict[str, tuple[str, TagTone]] = {
    "same_phone": (QT_TRANSLATE_NOOP("Members", "same phone"), "good"),
    "same_name": (QT_TRANSLATE_NOOP("Members", "same name"), "good"),
    "same_address": (QT_TRANSLATE_NOOP("Members", "same street"), "good"),
    "same_place": (QT_TRANSLATE_NOOP("Members", "same city"), "neutral"),
    "same_phone_end": (QT_TRANSLATE_NOOP("Members", "same end of phone"), "neutral"),
    "other_name": (QT_TRANSLATE_NOOP("Members", "other name"), "warn"),
}

_OF_A_JOIN = QT_TRANSLATE_NOOP("Members", "kept when members were merged")
_OF_A_CALL = QT_TRANSLATE_NOOP("Members", "answered in a call")
_BY_RULE = QT_TRANSLATE_NOOP("Members", "by a rule")
_BY_HAND = QT_TRANSLATE_NOOP("Members", "by hand")
_FROM_FILE = QT_TRANSLATE_NOOP("Members", "from an imported file")
_NO_NAME = QT_TRANSLATE_NOOP("Members", "No name")


def platform(code: str) -> str:
    """The platform's name; a code of a person's own profile stands for itself."""
    return translate(_CONTEXT, PLATFORMS[code]) if code in PLATFORMS else code


def phone_kind(kind: PhoneKind) -> tuple[str, TagTone]:
    """What a phone is good for in a word or two for a table, and the tone of its tag."""
    text, tone = _PHONES[kind]
    return translate(_CONTEXT, text), tone


def order_status(code: str) -> tuple[str, TagTone]:
    """An order's status, and the tone of its tag."""
    return wording.status(code), _STATUSES.get(code, "neutral")


def consent(state: Consent) -> tuple[str, TagTone]:
    """What holds on a channel, and the tone of its tag."""
    return wording.consent(state.name.lower()), _CONSENTS[state]


def channel(code: str) -> str:
    """The name of a channel."""
    return translate(_CONTEXT, _CHANNELS[code])


def source(code: str) -> str:
    """Where an entry came from."""
    if code.startswith(OF_A_JOIN):
        return translate(_CONTEXT, _OF_A_JOIN)
    if code.startswith(OF_A_CALL):
        return translate(_CONTEXT, _OF_A_CALL)
    if code == BY_RULE:
        return translate(_CONTEXT, _BY_RULE)
    return translate(_CONTEXT, _BY_HAND if code == BY_HAND else _FROM_FILE)


def known(kind: str) -> str:
    """The name of something that files say of a member."""
    return translate(_CONTEXT, _KNOWN[kind]) if kind in _KNOWN else identity(kind)


def refund_state(code: str) -> tuple[str, TagTone]:
    """How far a refund is, and the tone of its tag."""
    text, tone = _REFUNDS[code]
    return translate(_CONTEXT, text), tone


def decision(kind: str) -> str:
    """What was decided about who is who."""
    return translate(_CONTEXT, _DECISIONS[kind])


def why(code: str) -> tuple[str, TagTone]:
    """What two members have in common, and the tone of its tag."""
    text, tone = _WHY[code]
    return translate(_CONTEXT, text), tone


def identity(kind: str) -> str:
    """The name of a kind of identity."""
    return translate(_CONTEXT, _IDENTITIES.get(kind, kind))


def shown_name(row: MemberRow) -> str:
    """What to call a member: the nick, else the name."""
    return row.nick or row.name or translate(_CONTEXT, _NO_NAME)


def place(row: MemberRow) -> str:
    """Province and city in one."""
    return " · ".join(dict.fromkeys(part for part in (row.province, row.city) if part))


def tell(notices: Notices, failure: BaseException) -> None:
    """Say why an action failed; what is not for a person goes to the crash dialog."""
    if not isinstance(failure, RegularsError):
        raise failure
    notices.show(wording.error(failure), "bad")
