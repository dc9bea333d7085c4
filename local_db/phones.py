"""What an exported phone cell is: a mobile number in one spelling, or why it cannot be written to."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class PhoneKind(StrEnum):
    """What an exported phone cell is good for; only REAL can be written to."""

    REAL = "real"  # a mobile number
    LANDLINE = "landline"
    MASKED = "masked"
    VIRTUAL = "virtual"  # a platform's relay number, expires
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Phone:
    """A classified phone: `number` is empty unless the kind is REAL or LANDLINE."""

    kind: PhoneKind
    number: str = ""


_NOISE = re.compile(r"^'|\.0+$|[\s().]")
# No area code begins with 01 but that of Beijing (010), so that a 0 before 13… is a trunk prefix.
_CHINA_MOBILE = re.compile(r"(?:(?:\+|00)?86)?-?0?(1[3-9]\d)-?(\d{4})-?(\d{4})", re.ASCII)
_VIRTUAL = re.compile(r"(?:\+?86)?-?1\d{10}(?:[-,_#转]|ext)+\d{1,6}", re.IGNORECASE | re.ASCII)
_LANDLINE = re.compile(
    r"(?:\+?86-?)?(?:0\d{2,3}-?|\d{2,3}-)\d{7,8}(?:-\d{1,6})?|[2-9]\d{6,7}|[48]00-?\d{3}-?\d{4}", re.ASCII
)
_FOREIGN = re.compile(r"\+(?!86)[1-9]\d{6,14}", re.ASCII)


def classify_phone(cell: str) -> Phone:
    """The kind of an exported phone cell, and its number in one spelling.

    Mainland mobiles become 11 digits, foreign numbers keep `+` and digits (E.164). A number with
    `*` is masked; a mobile with an extension is a platform's relay number (formats of Taobao
    privacy numbers: `1xxxxxxxxxx-1234`). Digits and dashes of other scripts and widths are the ASCII
    ones: one number never has two spellings.
    """
    text = _NOISE.sub("", _in_ascii(cell.strip()))
    if not text or text in {"-", "--", "null", "None", "0"}:
        return Phone(PhoneKind.ABSENT)
    if is_masked(text):
        return Phone(PhoneKind.MASKED)
    if match := _CHINA_MOBILE.fullmatch(text):
        return Phone(PhoneKind.REAL, "".join(match.groups()))
    if _VIRTUAL.fullmatch(text):
        return Phone(PhoneKind.VIRTUAL)
    if _LANDLINE.fullmatch(text):
        return Phone(PhoneKind.LANDLINE, text)
    foreign = text.replace("-", "")
    return Phone(PhoneKind.REAL, foreign) if _FOREIGN.fullmatch(foreign) else Phone(PhoneKind.ABSENT)


def _in_ascii(text: str) -> str:
    """The digits and dashes of any script as ASCII, without signs that nobody sees."""
    if text.isascii():
        return text
    return "".join(map(_plain_sign, unicodedata.normalize("NFKC", text)))


def _plain_sign(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind == "Nd":
        return str(unicodedata.digit(sign))
    return {"Pd": "-", "Cf": ""}.get(kind, sign)


def is_masked(text: str) -> bool:
    """Whether a platform hid part of this value; a masked value is never an identity."""
    return "*" in text or "＊" in text or "●" in text
