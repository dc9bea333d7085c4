"""What of a text is said: Chinese characters and words, figures as they are read out, and rests of the voice. Pure.

4.5 Chinese characters take as long as 2.5 words, so the two are counted apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """How much there is to say."""

    characters: int = 0  # Chinese ones, and syllables that are read like them
    words: int = 0
    rests: int = 0  # commas
    long_rests: int = 0  # ends of sentences

    def __add__(self, other: Measure) -> Measure:
        return Measure(
            self.characters + other.characters,
            self.words + other.words,
            self.rests + other.rests,
            self.long_rests + other.long_rests,
        )


_TOKENS = re.compile(
    r"(?P<date>\d{4}-\d{1,2}-\d{1,2}(?!\d))"
    r"|(?P<time>(?<!\d)\d{1,2}[:：]\d{2}(?!\d))"
    r"|(?P<figure>[¥￥$€£]?\d+(?:,\d{3})*(?:\.\d+)?(?:%|％)?)"
    r"|(?P<character>[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"
    r"|(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)"
    r"|(?P<long>[。！？!?…\n]+|\.(?=\s|$)|——|—)"
    r"|(?P<short>[，、；：,;:]+)"
)
_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_INITIALS = re.compile(r"[A-Z]{2,5}")


def measure(text: str, language: str) -> Measure:
    """What is said of a text in a language (`zh`, `en`); a rest after which nothing is said is none."""
    total, rest = Measure(), Measure()
    chinese = language != "en"
    for token in _TOKENS.finditer(text):
        kind, found = str(token.lastgroup), token[0]
        if kind in ("long", "short"):
            rest = rest if rest.long_rests else Measure(long_rests=1) if kind == "long" else Measure(rests=1)
            continue
        said = _said(kind, found, chinese=chinese)
        total += said if total == Measure() else rest + said
        rest = Measure()
    return total


def _said(kind: str, found: str, *, chinese: bool) -> Measure:
    if kind == "character":
        return Measure(characters=1)
    if kind == "word":
        return _word(found, chinese=chinese)
    if kind == "figure":
        return Measure(characters=_figure_zh(found)) if chinese else Measure(words=_figure_en(found))
    parts = [int(part) for part in re.split(r"[-:：]", found)]
    if kind == "time":
        return Measure(characters=_time_zh(*parts)) if chinese else Measure(words=_time_en(*parts))
    return Measure(characters=_date_zh(*parts)) if chinese else Measure(words=_date_en(*parts))


def _word(found: str, *, chinese: bool) -> Measure:
    """A word; initials are read letter by letter. A Chinese caller spells V-I-P as three syllables."""
    letters = len(found) if _INITIALS.fullmatch(found) else 0
    if chinese and letters:
        return Measure(characters=letters)
    return Measure(words=max(1, letters if letters <= 4 else 1))


# --- Chinese ---


def count_zh(number: int) -> int:
    """Syllables of a whole number: 199 is 一百九十九, 105 一百零五, 12 十二, 20000 两万."""
    if number < 10:
        return 1
    syllables, groups = 0, []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if not group:
            continue
        leading = place == len(groups) - 1
        syllables += _group_zh(group) + (place > 0) + (not leading and group < 1000)  # 零 before a short group
        if leading and 10 <= group < 20:
            syllables -= 1  # 十二, not 一十二
    return syllables


def _group_zh(group: int) -> int:
    """Syllables of a number below ten thousand with 一 before 十: a digit and its place each, 零 once per gap."""
    digits = str(group).rstrip("0")
    zeros = len(re.findall("0+", digits))
    named = sum(digit != "0" for digit in digits)
    return 2 * named - (len(digits) == len(str(group))) + zeros  # the last place has no name


def _figure_zh(found: str) -> int:
    whole, fraction, percent, money = _parts(found)
    said = len(whole) if _is_a_code(whole) else count_zh(int(whole))
    if money and fraction.strip("0") == "":
        fraction = ""  # 268.00 is 二百六十八元
    if fraction:
        said += 1 + len(fraction)
    return said + 3 * percent + money  # 百分之


def _date_zh(year: int, month: int, day: int) -> int:
    return len(str(year)) + 1 + count_zh(month) + 1 + count_zh(day) + 1


def _time_zh(hour: int, minute: int) -> int:
    return count_zh(hour) + 1 + (count_zh(minute) + (minute < 10) + 1 if minute else 0)  # 八点零五分


# --- English ---


def count_en(number: int) -> int:
    """Words of a whole number: 199 is one hundred ninety-nine, four words."""
    if number < 20:
        return 1
    words = 0
    while number:
        number, group = divmod(number, 1000)
        words += _group_en(group)
        if number % 1000:
            words += 1  # thousand, million
    return words


def _group_en(group: int) -> int:
    hundreds, rest = divmod(group, 100)
    words = 2 if hundreds else 0
    if rest >= 20:
        return words + 1 + (rest % 10 > 0)
    return words + (rest > 0)


def _figure_en(found: str) -> int:
    whole, fraction, percent, money = _parts(found)
    said = len(whole) if _is_a_code(whole) else count_en(int(whole))
    if money and fraction.strip("0") == "":
        fraction = ""
    if money and fraction:
        return said + 1 + count_en(int(fraction[:2].ljust(2, "0")))  # nineteen dollars ninety
    return said + (1 + len(fraction) if fraction else 0) + percent + money


def _date_en(_year: int, _month: int, day: int) -> int:
    return 1 + count_en(day) + 2  # October eighteenth, twenty twenty-six


def _time_en(hour: int, minute: int) -> int:
    return count_en(hour) + (count_en(minute) + (minute < 10) if minute else 1)  # eight oh five, eight o'clock


def _parts(found: str) -> tuple[str, str, bool, bool]:
    """Whole digits, decimals, whether it is a percentage, whether it is money."""
    digits = found.strip("¥￥$€£%％").replace(",", "")
    whole, _, fraction = digits.partition(".")
    return whole, fraction, found[-1] in "%％", found[0] in "¥￥$€£"


def _is_a_code(whole: str) -> bool:
    """Whether figures are read one by one, as those of a phone are."""
    return len(whole) > 8 or (len(whole) > 1 and whole[0] == "0")
