"""Cleaning of cells: ids, money, times, numbers, places and phones as platforms and Excel write them.

Every function that takes one cell takes it as text; `as_text` makes text of what a workbook holds.
Numbers come back as integers with two sentinels, so that a column is one array: MISSING for an empty
cell and BAD for one that cannot be read.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

from local_db.phones import Phone, PhoneKind, classify_phone
from local_db.roster.roster import NO_TIME
from local_db.values import epoch

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

MISSING = NO_TIME
BAD = NO_TIME + 1
LARGEST = 10**15
LARGEST_MONEY = 10**13  # minor units of one cell; a million of them still add up within 64 bits

EMPTY_WORDS = frozenset({"", "-", "--", "—", "/", "\\N", "null", "none", "nan", "n/a", "na", "无", "空"})
# What a spreadsheet shows where a formula has no result.
ERROR_WORDS = frozenset({"#ref!", "#n/a", "#value!", "#div/0!", "#name?", "#null!", "#num!", "#spill!", "#calc!"})
# Never somebody's nick or number, though an amount or a time that is lost this way is worth telling.
_NO_TEXT = EMPTY_WORDS | ERROR_WORDS
_LONGER_THAN_NOTHING = 1 + max(map(len, _NO_TEXT))
# Taobao's item report writes this where no refund was asked for.
NO_MONEY_WORDS = EMPTY_WORDS | {"无退款申请"}

_NO_IDS = frozenset({"0", *EMPTY_WORDS} - {""})

EDGE = " \t\r\n\v\f\u3000\u200b\ufeff\xa0"
_ID_EDGE = EDGE + "=\"'“”"
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+?\d{1,3}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MONEY_MARKS = re.compile(
    # Not Rp and ₫, whose amounts write thousands with a full stop.
    r"CNY|RMB|USD|EUR|GBP|AUD|CAD|HKD|TWD|SGD|MYR|THB|PHP|JPY|(?:US|HK|NT|AU|CA|[ACS])?\$|RM|[¥€£฿₱元圆\s\"'=]",
    re.IGNORECASE,
)
# What is left of a pound sign where a program has read one encoding as another.
_TORN_SIGN = re.compile(r"^(?:Â|拢|\ufffd)(?=£?\d)")
_CENTS = 2
_PLAIN_AMOUNT = re.compile(r"([0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,2})\.([0-9]{2})")
_TWO_NUMBERS = re.compile(r"[\d.,]\s+[\d.,]")
_NUMBER = re.compile(r"[+-]?(?=\.?\d)(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d{1,2})?")
EXCEL_DIGITS = 15  # a spreadsheet keeps no more of a number


def as_text(cell: object) -> str:
    """A workbook's cell as a person would read it; numbers too long for Excel stay scientific."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return _number_text(cell)
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ", "seconds")
    return str(cell)


def _number_text(number: float) -> str:
    if number != number or abs(number) == float("inf"):
        return ""
    if abs(number) >= 10**EXCEL_DIGITS:
        return f"{number:.14E}"
    return str(int(number)) if number == int(number) else repr(number)


def clean_text(cell: str) -> str:
    """A text without edge spaces, Excel's `="…"` or leading `'`, control characters and words for nothing."""
    text = cell.strip(EDGE)
    if text[:2] == '="' and text[-1:] == '"':
        text = text[2:-1].strip(EDGE)
    elif text[:1] == "'":
        text = text[1:].strip(EDGE)
    if not text.isprintable():
        text = _CONTROL.sub("", text)
    return "" if len(text) < _LONGER_THAN_NOTHING and text.casefold() in _NO_TEXT else text


def clean_id(cell: str) -> str:
    """An order number or key: `="123"`, `'123`, TAB123TAB and `123.0` all become 123; a lone 0 is none."""
    text = cell.strip(_ID_EDGE)
    if text.isalnum():
        return "" if text == "0" or text in EMPTY_WORDS else text
    if text.endswith(".0") and text[:-2].isdigit():
        return "" if text == "0.0" else text[:-2]
    text = " ".join(_CONTROL.sub("", text).split())
    return "" if text.casefold() in _NO_TEXT else text


def clean_ids(cells: Sequence[str]) -> list[str]:
    """A column of ids, each as `clean_id` gives it; a portion of plain ones is told by a few looks at all of them."""
    bare = [cell.strip(_ID_EDGE) for cell in cells]
    together = "".join(bare)
    if together.isalnum() and _NO_IDS.isdisjoint(bare):
        return bare
    return [clean_id(cell) for cell in bare]


def lost_digits(text: str) -> bool:
    """Whether a spreadsheet has already turned this id into a rounded number such as 1.23E+17."""
    return ("E+" in text or "e+" in text) and _SCIENTIFIC.fullmatch(text) is not None


def money(cell: str, decimals: int) -> int:
    """An amount in minor units, exactly; half a minor unit goes to the even one. MISSING or BAD otherwise."""
    if decimals == _CENTS and (plain := _PLAIN_AMOUNT.fullmatch(cell)):  # as most exports write it
        return int(plain[1].replace(",", "") + plain[2])
    text = unicodedata.normalize("NFKC", cell).strip(EDGE)
    if text.casefold() in NO_MONEY_WORDS:
        return MISSING
    if _TWO_NUMBERS.search(text):
        return BAD
    text = _MONEY_MARKS.sub("", _TORN_SIGN.sub("", text))
    negative = text.startswith("(") and text.endswith(")")
    amount = _decimal(text[1:-1] if negative else text)
    if amount is None:
        return BAD
    minor = int(amount.scaleb(decimals).to_integral_value(ROUND_HALF_EVEN))
    if abs(minor) > LARGEST_MONEY:
        return BAD
    return -minor if negative else minor


def integer(cell: str) -> int:
    """A whole number such as `3`, `3.0`, `1,000` or `2件`. MISSING or BAD otherwise."""
    text = unicodedata.normalize("NFKC", cell).strip(_ID_EDGE)
    if text.casefold() in EMPTY_WORDS:
        return MISSING
    amount = _decimal(text.removesuffix("件").removesuffix("个"))
    if amount is None or amount != amount.to_integral_value() or abs(amount) > LARGEST:
        return BAD
    return int(amount)


def _decimal(text: str) -> Decimal | None:
    if len(text) > 40 or not any(c.isdigit() for c in text) or not _NUMBER.fullmatch(text) or not text.isascii():
        return None
    return Decimal(text.replace(",", ""))


_YES = frozenset({"yes", "y", "true", "1", "是", "同意", "已订阅", "subscribed", "granted"})
_NO = frozenset(
    {
        "no",
        "n",
        "false",
        "0",
        "否",
        "不同意",
        "未订阅",
        "unsubscribed",
        "not_granted",
        "never_subscribed",
        "never subscribed",
    }
)


def yes_no(cell: str) -> int:
    """1, 0, MISSING or BAD."""
    text = unicodedata.normalize("NFKC", clean_text(cell)).casefold()
    if not text:
        return MISSING
    return 1 if text in _YES else 0 if text in _NO else BAD


# --- times ---

_WRITTEN = re.compile(
    r"(\d{1,4})[-/.年](\d{1,2})[-/.月](\d{1,4})日?"
    r"(?:[T ]*(\d{1,2})[:时](\d{1,2})(?:[:分](?:(\d{1,2})(?:[.,]\d+)?秒?)?)?\s*([AaPp][Mm])?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
)
_MONTHS = {name: number for number, name in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)}  # fmt: skip
# Sep-27-26, 27-Sep-2026, 27 Sep 2026, Sep 27, 2026; where the month is a word, the year stands last.
_MONTH_NAMED = re.compile(
    r"(?:([A-Za-z]{3})[a-z]*[- ](\d{1,2})|(\d{1,2})[- ]([A-Za-z]{3})[a-z]*)(?:-|,? )(\d{4}|\d{2})(?!\d)(.*)"
)
_RUN_OF_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?")
_DAY = re.compile(r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_EXCEL_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a wall clock, given its zone below
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_FIRST_HOUR = (dt.date(_FIRST_YEAR, 1, 1) - dt.date(1970, 1, 1)).days * 24
_HOURS = (dt.date(_LAST_YEAR, 1, 1) - dt.date(_FIRST_YEAR, 1, 1)).days * 24
_NOT_ASKED = 1 << 30


def times(cells: Sequence[str], zone: ZoneInfo, order: str = "ymd") -> Ints:
    """UTC seconds of written times; those without a zone of their own are in `zone`.

    The spellings of `2018-12-31 15:21:11` (also with `/`, without seconds, or the day alone) are read
    as a whole column; all others one by one. `order` says how `1/2/26` is meant.
    """
    result, plainly = _written_in_full(cells)
    places = np.flatnonzero(~plainly)
    bare = [cells[place].strip(_ID_EDGE) for place in places.tolist()]
    _take_full(bare, places, result, plainly)
    _take_days_and_clocks(bare, places, result, plainly, order)
    if plainly.any():
        result[plainly] = _to_utc(result[plainly], zone)
    memo: dict[str, int] = {}
    for place in np.flatnonzero(~plainly).tolist():
        cell = cells[place]
        if cell not in memo:
            memo[cell] = time(cell, zone, order)
        result[place] = memo[cell]
    return result


def times_in_full(cells: Sequence[bytes], zone: ZoneInfo) -> Ints | None:
    """UTC seconds of a column as `times` gives them; None where not all are empty or written in full."""
    result, plainly = _written_in_full(cells)
    if not plainly.all():
        empty = np.array([not cell for cell in cells])
        if not (plainly | empty).all():
            return None
        result[empty] = MISSING
    result[plainly] = _to_utc(result[plainly], zone)
    return result


def _take_full(bare: Sequence[str], places: Ints, result: Ints, plainly: NDArray[np.bool_]) -> None:
    """Take the cells that are written in full but for the signs around them."""
    if not any(bare):
        return
    wall, full = _written_in_full(bare)
    result[places[full]], plainly[places[full]] = wall[full], True


def _take_days_and_clocks(
    bare: Sequence[str], places: Ints, result: Ints, plainly: NDArray[np.bool_], order: str
) -> None:
    """Take spellings such as 2018/1/2 3:04: hardly any cell is like another, but its day and its clock are."""
    for place, cell in zip(places.tolist(), bare, strict=True):
        if plainly[place]:
            continue
        written_day, apart, written_clock = cell.partition(" ")
        if apart and (clock := _clock(written_clock)) >= 0 and (day := _day(written_day, order)) > BAD:
            result[place], plainly[place] = day + clock, True


@lru_cache(maxsize=1 << 14)
def _day(text: str, order: str) -> int:
    """Seconds of the wall clock at which 2018/1/2 begins; MISSING or BAD where it is something else."""
    return time(text, ZoneInfo("UTC"), order) if _DAY.fullmatch(text) else BAD


@lru_cache(maxsize=1 << 17)  # all seconds of a day
def _clock(text: str) -> int:
    """Seconds of 3:04 or 23:59:59; -1 where it is something else."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return -1
    hour, minute, second = (int(part or 0) for part in match.groups())
    return hour * 3600 + minute * 60 + second if hour < 24 and minute < 60 and second < 60 else -1


def time(cell: str, zone: ZoneInfo, order: str = "ymd") -> int:
    """UTC seconds of one written time, Excel serial number or `yyyymmdd`. MISSING or BAD otherwise."""
    text = unicodedata.normalize("NFKC", clean_text(cell))
    if not text and cell.strip(EDGE).casefold() in ERROR_WORDS:
        return BAD
    if not text or set(text) <= set("0-:/ "):
        return MISSING
    try:
        moment = _moment(text, zone, order)
    except (ValueError, OverflowError):
        return BAD
    if moment is None or not _FIRST_YEAR <= moment.year < _LAST_YEAR:
        return BAD
    return epoch(moment)


def time_of_number(number: str, pattern: str, zone: ZoneInfo) -> int:
    """The time an order number begins with, by a pattern such as `yymmdd-`; MISSING where it does not."""
    digits = re.sub(r"yyyy|yy|mm|dd|HH|MM|SS", lambda part: rf"(\d{{{len(part[0])}}})", pattern)
    match = re.match(digits, number)
    if match is None:
        return MISSING
    year, *others = match.groups()
    try:
        moment = dt.datetime(_full_year(year), *map(int, others), tzinfo=zone)  # type: ignore[arg-type,misc]
    except ValueError:
        return MISSING
    return epoch(moment) if _FIRST_YEAR <= moment.year < _LAST_YEAR else MISSING


def _moment(text: str, zone: ZoneInfo, order: str) -> dt.datetime | None:
    if match := _WRITTEN.fullmatch(text):
        return _from_parts(match, zone, order)
    if (match := _MONTH_NAMED.fullmatch(text)) and (month := _MONTHS.get((match[1] or match[4]).casefold())):
        written = _WRITTEN.fullmatch(f"{_full_year(match[5])}-{month}-{match[2] or match[3]}{match[6]}")
        return _from_parts(written, zone, order) if written else None
    if match := _RUN_OF_DIGITS.fullmatch(text.removesuffix(".0")):
        return dt.datetime(*(int(part) for part in match.groups() if part), tzinfo=zone)  # type: ignore[arg-type,misc]
    if _SERIAL.fullmatch(text):
        return (_EXCEL_EPOCH + dt.timedelta(seconds=round(float(text) * 86_400))).replace(tzinfo=zone)
    return None


def _from_parts(match: re.Match[str], zone: ZoneInfo, order: str) -> dt.datetime:
    year, month, day = _calendar_day(match[1], match[2], match[3], order)
    hour, minute, second = (int(part or 0) for part in match.groups()[3:6])
    if match[7]:
        hour = hour % 12 + (12 if match[7].casefold() == "pm" else 0)
    return dt.datetime(year, month, day, hour, minute, second, tzinfo=_zone(match[8], zone))


def _calendar_day(first: str, second: str, third: str, order: str) -> tuple[int, int, int]:
    if len(first) == 4:
        return int(first), int(second), int(third)
    if order == "ymd" or len(first) == 3 or len(third) == 3:
        raise ValueError  # without a profile that says which is the month, a guess would be silent damage
    month, day = (second, first) if order == "dmy" else (first, second)
    return _full_year(third), int(month), int(day)


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _zone(text: str | None, zone: ZoneInfo) -> dt.tzinfo:
    if not text:
        return zone
    if text in {"Z", "UTC", "GMT"}:
        return dt.UTC
    digits = text[1:].replace(":", "")
    offset = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return dt.timezone(-offset if text[0] == "-" else offset)


_GLYPHS = 20  # one more than the longest spelling has


def _written_in_full(cells: Sequence[str] | Sequence[bytes]) -> tuple[Ints, NDArray[np.bool_]]:
    """Wall-clock seconds of cells written as yyyy-mm-dd[ HH:MM[:SS]], and which cells are."""
    kind, glyph = ("S", np.uint8) if cells and isinstance(cells[0], bytes) else ("U", np.uint32)
    text = np.array(cells, f"{kind}{_GLYPHS}") if cells else np.empty(0, f"U{_GLYPHS}")
    # Place by place, so that each is read in a row.
    glyphs = np.ascontiguousarray(text.view(glyph).reshape(len(cells), _GLYPHS).T)
    number = glyphs - glyph(ord("0"))  # what is below goes round to large numbers
    digit = number <= 9

    def two(place: int) -> Ints:
        pair: Ints = number[place].astype(np.int64) * 10 + number[place + 1]
        return pair

    def is_one_of(place: int, marks: str) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = np.any([glyphs[place] == ord(mark) for mark in marks], axis=0)
        return found

    day_alone = (glyphs[10:] == 0).all(axis=0)
    to_minutes = is_one_of(10, " T") & digit[[11, 12, 14, 15]].all(axis=0) & is_one_of(13, ":")
    no_seconds = (glyphs[16:] == 0).all(axis=0)
    seconds = is_one_of(16, ":") & digit[[17, 18]].all(axis=0) & (glyphs[19] == 0)
    plainly = digit[[0, 1, 2, 3, 5, 6, 8, 9]].all(axis=0) & is_one_of(4, "-/") & is_one_of(7, "-/")
    plainly &= day_alone | (to_minutes & (no_seconds | seconds))
    year, month, day = two(0) * 100 + two(2), two(5), two(8)
    hour = np.where(day_alone, 0, two(11))
    minute = np.where(day_alone, 0, two(14))
    second = np.where(day_alone | no_seconds, 0, two(17))
    plainly &= (year >= _FIRST_YEAR) & (year < _LAST_YEAR) & (month >= 1) & (month <= 12) & (day >= 1)
    plainly &= (hour < 24) & (minute < 60) & (second < 60)
    year, month = np.where(plainly, year, 2000), np.where(plainly, month, 1)
    months = (year - 1970) * 12 + month - 1
    first = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    after = (months + 1).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    plainly &= day <= after - first
    result: Ints = (first + day - 1) * 86_400 + hour * 3600 + minute * 60 + second
    return result, plainly


def _to_utc(wall: Ints, zone: ZoneInfo) -> Ints:
    known, hours = _offsets(zone), wall // 3600 - _FIRST_HOUR
    unknown = known[hours] == _NOT_ASKED
    if unknown.any():
        for hour in np.unique(hours[unknown]).tolist():
            known[hour] = _offset(hour + _FIRST_HOUR, zone)
    moved: Ints = wall - known[hours]
    return moved


@lru_cache(maxsize=4)
def _offsets(zone: ZoneInfo) -> NDArray[np.int32]:  # noqa: ARG001 - one array for each zone
    """Seconds by which a zone is ahead of UTC, hour by hour; asked only for the hours that come up."""
    return np.full(_HOURS, _NOT_ASKED, np.int32)


def _offset(hour: int, zone: ZoneInfo) -> int:
    """Seconds by which a wall clock of the zone is ahead of UTC in an hour counted from 1970."""
    # Arithmetic on an aware datetime moves its wall clock, which is what the cells hold.
    offset = (dt.datetime(1970, 1, 1, tzinfo=zone) + dt.timedelta(hours=hour)).utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0


# --- places ---

_PROVINCE_ENDS = frozenset("省市区")
MUNICIPALITIES = frozenset({"北京", "天津", "上海", "重庆"})
PROVINCES = MUNICIPALITIES | {
    "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南",
    "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆",
    "香港", "澳门",
}  # fmt: skip
_LONGEST_PLACE = 16
_CITY_NEXT = re.compile(
    r"(?:省|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?([^市州盟区县]{1,8}(?:自治州|地区|市|州|盟))"
)
_PROVINCE_TAIL = re.compile(r"(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$")


def province(cell: str) -> str:
    """A province by its short name: 浙江省 → 浙江, 内蒙古自治区 → 内蒙古; others as they stand, masked ones empty."""
    text = clean_text(cell)
    short = _PROVINCE_TAIL.sub("", text) if text[-1:] in _PROVINCE_ENDS else text
    if short in PROVINCES:
        return short
    return "" if "*" in text else text


def city(cell: str) -> str:
    """A city without 市; prefectures, leagues and counties keep their full name."""
    text = clean_text(cell)
    return text[:-1] if text.endswith("市") and len(text) > 2 else text


def place_of_address(address: str) -> tuple[str, str]:
    """Province and city of `省 市 区 详细(邮编)`, also without the spaces; empty where it begins with no province."""
    words = clean_text(address).split(None, 2)
    found = province(words[0]) if words else ""
    if found not in PROVINCES:
        return _place_in_one_word(words[0]) if words else ("", "")
    if found in MUNICIPALITIES:
        return found, found
    return found, city(words[1]) if len(words) > 1 else ""


def _place_in_one_word(word: str) -> tuple[str, str]:
    """Province and city of 广东深圳市南山区某街; without 市 or its like, where the city ends cannot be told."""
    found = next((word[:length] for length in (3, 2) if word[:length] in PROVINCES), "")
    if not found or found in MUNICIPALITIES:
        return found, found
    match = _CITY_NEXT.match(word, len(found))
    return found, city(match[1]) if match else ""


def start_of_address(cell: str) -> str:
    """The two words of an address that are kept; the street never gets further than this."""
    words = cell.split(None, 2)[:2]
    if words and len(words[0]) > _LONGEST_PLACE:  # written without spaces: province, city and county stand first
        return words[0][:_LONGEST_PLACE]
    return " ".join(words)


_NO_PART_OF_ADDRESS = re.compile(r"\(\d{6}\)|[^\w]+|_")
_SHORTEST_ADDRESS = 8


def address_key(cell: str) -> str:
    """What stands for a whole address without holding it: equal for spellings that differ in spaces and signs only.

    Empty for a masked address, and for one without a number, which is no more than a place.
    """
    text = unicodedata.normalize("NFKC", clean_text(cell))
    if "*" in text:
        return ""
    bare = _NO_PART_OF_ADDRESS.sub("", text).casefold()
    if len(bare) < _SHORTEST_ADDRESS or not any(map(str.isdigit, bare)):
        return ""
    return hashlib.blake2b(bare.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


# --- phones ---


def phone(cell: str) -> Phone:
    """A phone cell classified; the common spelling is recognised without the slow rules."""
    text = cell.strip(_ID_EDGE)
    if len(text) == 11 and text.isascii() and text.isdigit() and text[0] == "1" and text[1] > "2":
        return Phone(PhoneKind.REAL, text)
    if lost_digits(text):
        return Phone(PhoneKind.ABSENT)
    return classify_phone(text.rstrip(";；,，。"))
