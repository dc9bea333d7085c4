"""How many parts a text is billed as, exactly, for the route its number takes and by the vendor's rule.

Every UTF-16 unit of the whole text counts one; up to 70 is one part, more is 67 to a part (billing
rules of Aliyun, Huawei Cloud and Getui, read 2026). On the routes where a vendor packs GSM 03.38 it
is 160/153 septets, where the extension characters take two, as long as every character is in that
alphabet; there an escape or a surrogate pair is never split over two parts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Route(StrEnum):
    """Which billing and spelling rules a number falls under."""

    CHINA = "china"
    INTERNATIONAL = "international"


class Encoding(StrEnum):
    """How the characters travel."""

    UCS2 = "ucs2"
    GSM7 = "gsm7"


@dataclass(frozen=True, slots=True)
class Room:
    """Units of one part alone, and of each of several (the rest is taken by the header that joins them)."""

    one: int
    many: int


@dataclass(frozen=True, slots=True)
class PartsRule:
    """How a vendor bills: the room for UCS-2, the room for GSM-7, and on which routes GSM-7 is used."""

    ucs2: Room = Room(70, 67)
    gsm7: Room = Room(160, 153)
    gsm7_routes: frozenset[Route] = frozenset({Route.INTERNATIONAL})

    def room(self, encoding: Encoding) -> Room:
        """The room of an encoding."""
        return self.gsm7 if encoding is Encoding.GSM7 else self.ucs2


STANDARD = PartsRule()


@dataclass(frozen=True, slots=True)
class Parts:
    """The billed size of a text; `left` is how many units still fit before the next part begins."""

    units: int
    parts: int
    encoding: Encoding
    left: int


CHINA_COUNTRY_CODE = "+86"

GSM_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_EXTENSION = frozenset("\f^{}\\[~]|€")
GSM = GSM_BASIC | GSM_EXTENSION


def route_of(number: str) -> Route:
    """The route of a number as stored: mainland mobiles have 11 digits, others begin with `+`."""
    if number.startswith("+") and not number.startswith(CHINA_COUNTRY_CODE):
        return Route.INTERNATIONAL
    return Route.CHINA


def count_parts(text: str, route: Route = Route.CHINA, rule: PartsRule = STANDARD) -> Parts:
    """The parts of a whole text (signature and opt-out included). An empty text has none."""
    if route not in rule.gsm7_routes:
        return _plain(utf16_units(text), rule.ucs2)
    if GSM.issuperset(text):
        return _packed([2 if char in GSM_EXTENSION else 1 for char in text], Encoding.GSM7, rule.gsm7)
    return _packed([2 if char > "\uffff" else 1 for char in text], Encoding.UCS2, rule.ucs2)


def utf16_units(text: str) -> int:
    """The length as phones count it: characters beyond the basic plane (emoji) take two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parts_of(units: int, room: Room) -> int:
    """The parts of so many units that may be split anywhere."""
    return min(units, 1) if units <= room.one else -(-units // room.many)


def _plain(units: int, room: Room) -> Parts:
    parts = parts_of(units, room)
    return Parts(units, parts, Encoding.UCS2, room.one - units if parts <= 1 else parts * room.many - units)


def _packed(widths: list[int], encoding: Encoding, room: Room) -> Parts:
    units = sum(widths)
    if units <= room.one:
        return Parts(units, min(units, 1), encoding, room.one - units)
    parts, used = 1, 0
    for width in widths:
        if used + width > room.many:
            parts, used = parts + 1, 0
        used += width
    return Parts(units, parts, encoding, room.many - used)
