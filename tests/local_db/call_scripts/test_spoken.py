"""How long texts take to say, worked out from the rule; and ways through scripts against trying them all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_db.call_scripts import longest
from local_db.call_scripts.model import Answer, AnswerKind, CallScript, Outcome, Step
from local_db.call_scripts.read_out import Measure, count_en, count_zh, measure
from local_db.call_scripts.spoken import USUAL, Length, seconds_of, spoken, wording_seconds
from local_db.templates.variables import NAMES
from tests.local_db.call_scripts.random_scripts import sound_scripts

HAN, WORD, REST, LONG = 1 / 4.5, 1 / 2.5, 0.2, 0.4


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("", 0),
        ("，。！", 0),
        ("您好", 2 * HAN),
        ("您好。", 2 * HAN),  # nothing is said after it
        ("您好，我是客服", 6 * HAN + REST),
        ("您好。我是客服", 6 * HAN + LONG),
        ("您好……我是客服", 6 * HAN + LONG),
        ("您好，。我是客服", 6 * HAN + LONG),  # the longer rest only
        ("199元", 6 * HAN),  # 一百九十九元
        ("¥199", 6 * HAN),
        ("¥268.00", 6 * HAN),  # 二百六十八元
        ("268.00元", 6 * HAN),
        ("9.90元", 4 * HAN),  # 九点九元
        ("8.5折", 4 * HAN),  # 八点五折
        ("20%", 5 * HAN),  # 百分之二十
        ("20:00", 3 * HAN),  # 二十点
        ("8:05", 5 * HAN),  # 八点零五分
        ("2026-11-24", 12 * HAN),  # 二零二六年十一月二十四号
        ("13800138000", 11 * HAN),  # digit by digit
        ("007", 3 * HAN),
        ("VIP卡", 4 * HAN),  # letter by letter
        ("Nike鞋", WORD + HAN),
        ("😀", 0),
    ],
)
def test_seconds_of_a_chinese_text(text: str, seconds: float) -> None:
    assert seconds_of(text, "zh") == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Hello", WORD),
        ("Hello, this is Tom's shop.", 5 * WORD + REST),
        ("Hello. Bye", 2 * WORD + LONG),
        ("a well-known shop", 3 * WORD),
        ("199 people", 5 * WORD),  # one hundred ninety nine
        ("$19.90", 3 * WORD),  # nineteen dollars ninety
        ("$5", 2 * WORD),
        ("20%", 2 * WORD),
        ("9.9", 3 * WORD),  # nine point nine
        ("8:05", 3 * WORD),  # eight oh five
        ("8:00", 2 * WORD),  # eight o'clock
        ("2026-10-18", 4 * WORD),  # October eighteenth, twenty twenty-six
        ("小鱼", 2 * HAN),
    ],
)
def test_seconds_of_an_english_text(text: str, seconds: float) -> None:
    assert seconds_of(text, "en") == pytest.approx(seconds)


def chinese(number: int) -> str:
    """A number below a trillion in characters, as it is read."""

    def group(value: int) -> str:
        said, gap = "", False
        for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = value // place % 10
            if digit:
                said += ("零" if gap and said else "") + "零一二三四五六七八九"[digit] + name
                gap = False
            else:
                gap = True
        return said

    if number == 0:
        return "零"
    said, empty = "", False
    for place, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        value = number // place % 10_000
        if value:
            said += ("零" if said and (value < 1000 or empty) else "") + group(value) + name
        empty = not value and bool(said)
    return said.removeprefix("一") if said.startswith("一十") else said


@given(st.integers(0, 10**12 - 1) | st.integers(0, 20_000))
def test_chinese_numbers_have_as_many_syllables_as_when_written_out(number: int) -> None:
    written = chinese(number)
    if "零零" not in written:
        assert count_zh(number) == len(written), written


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, 1), (7, 1), (15, 1), (20, 1), (21, 2), (100, 2), (110, 3), (199, 4), (1000, 2), (1999, 6), (20_000, 2),
     (1_000_000, 2), (1_000_001, 3)],
)  # fmt: skip
def test_english_numbers_in_words(number: int, words: int) -> None:
    assert count_en(number) == words


def test_initials_are_spelled() -> None:
    assert measure("VIP", "zh") == Measure(characters=3)
    assert measure("OK", "en") == Measure(words=2)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_variable_has_a_usual_value(language: str) -> None:
    assert set(USUAL[language]) == NAMES


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("{nick}您好", 6 * HAN),  # 小雨妈妈
        ("{nick|亲}", 4 * HAN),
        ("{nick|亲|2}", 2 * HAN),
        ("{nick|最最亲爱的顾客}", 7 * HAN),  # the longer of the two
        ("{spent}元", 6 * HAN),
        ("{{好}}", HAN),
        ("{broken", WORD),
    ],
)
def test_a_variable_counts_as_a_usual_value(text: str, seconds: float) -> None:
    assert wording_seconds(text, "zh") == pytest.approx(seconds)


# --- ways ---


def every_way(script: CallScript) -> list[tuple[str, ...]]:
    """All ways of somebody who listens that come to no step twice."""
    found, open_ways = [], [(script.opening,)]
    while open_ways:
        way = open_ways.pop()
        step = script.step(way[-1])
        assert step is not None
        if step.outcome is not None:
            found.append(way)
            continue
        silent = (AnswerKind.REFUSE, AnswerKind.SILENCE)
        nexts = {answer.to for answer in step.answers if answer.kind not in silent}
        open_ways += [(*way, to) for to in nexts if to not in way]
    return found


@given(sound_scripts(most=6))
@settings(max_examples=150, deadline=None)
def test_the_shortest_and_the_longest_way_are_those_of_all(script: CallScript) -> None:
    lengths = spoken(script)
    assert lengths.shortest is not None
    assert lengths.longest is not None
    ways = every_way(script)
    most = {key: max(found, default=0.0) for key, found in lengths.wordings.items()}
    least = {key: min(found, default=0.0) for key, found in lengths.wordings.items()}
    assert lengths.longest.exact
    assert lengths.longest.seconds == pytest.approx(max(sum(most[key] for key in way) for way in ways))
    assert lengths.shortest.seconds == pytest.approx(min(sum(least[key] for key in way) for way in ways))
    for length, weights in ((lengths.longest, most), (lengths.shortest, least)):
        assert length.steps in ways
        assert length.seconds == pytest.approx(sum(weights[key] for key in length.steps))


def test_no_way_where_no_answer_comes_to_an_end() -> None:
    circle = (
        Step("a", "", ("您好",), (Answer(AnswerKind.YES, "b"),)),
        Step("b", "", ("好",), (Answer(AnswerKind.NO, "a"),)),
    )
    lengths = spoken(CallScript("a", circle))
    assert (lengths.shortest, lengths.longest, lengths.opening) == (None, None, 2 * HAN)
    assert spoken(CallScript("gone", circle)).longest is None


def test_too_many_circles_are_measured_in_part_and_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(longest, "MOST_TRIES", 40)
    kinds = (AnswerKind.YES, AnswerKind.NO, AnswerKind.BUSY, AnswerKind.UNCLEAR)
    keys = [f"s{number}" for number in range(9)]
    steps = [
        Step(key, "", ("您好",), tuple(Answer(kind, keys[(place + ahead) % 9]) for ahead, kind in enumerate(kinds, 1)))
        for place, key in enumerate(keys[:-1])
    ]
    last = Step("s8", "", ("您好",), (Answer(AnswerKind.YES, "s0"), Answer(AnswerKind.NO, "end")))
    lengths = spoken(CallScript("s0", (*steps, last, Step("end", "", (), outcome=Outcome.AGREED))))
    assert isinstance(lengths.longest, Length)
    assert not lengths.longest.exact
    assert len(set(lengths.longest.steps)) == len(lengths.longest.steps)
