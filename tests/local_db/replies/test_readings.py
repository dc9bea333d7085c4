"""How characters are read by themselves and in phrases, and how syllables are typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from local_db.replies.search import readings
from local_db.replies.search.passages import passages
from local_db.replies.search.sounds import spellings
from local_db.replies.search.traditional import SIMPLIFIED
from local_db.replies.search.vocabulary import MOST_SYLLABLES, Vocabulary

ROOT = Path(__file__).resolve().parents[3]


def read(text: str) -> str:
    vocabulary = Vocabulary()
    tokens = passages([text], 1, vocabulary).tokens
    numbers = {number: syllable for syllable, number in vocabulary.syllables.items()}
    return " ".join(numbers[number] for number in vocabulary.syllable_of[tokens].tolist() if number)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("重庆的重量", "chong qing de zhong liang"),
        ("银行行不行", "yin hang xing bu xing"),
        ("会计会来", "kuai ji hui lai"),
        ("长度和店长", "chang du he dian zhang"),
        ("便宜又方便", "pian yi you fang bian"),
        ("还没退还", "hai mei tui huan"),
        ("重发一份", "chong fa yi fen"),
        ("调货和空调", "diao huo he kong tiao"),
        ("音乐很快乐", "yin yue hen kuai le"),
        ("西藏的收藏", "xi zang de shou cang"),
        ("受不了、了解了", "shou bu liao liao jie le"),
        ("薄荷味", "bo he wei"),
        ("绿色女装", "lv se nv zhuang"),
        ("差价，出差", "cha jia chu chai"),
    ],
)
def test_characters_are_read_as_their_phrase_asks(text: str, said: str) -> None:
    assert read(text) == said


def test_the_usual_reading_is_one_of_the_dictionary() -> None:
    for char in readings._USUAL:
        assert readings.usual(char) in readings._listed(char), char
    for char in readings._ALSO_COMMON:
        assert readings._ALSO_COMMON[char] in readings.others(char), char


def test_every_phrase_of_the_trade_says_something_that_the_dictionary_knows() -> None:
    for phrase, said in readings._TRADE:
        for char, syllable in zip(phrase, said.split("-"), strict=True):
            assert syllable in readings._listed(char), (phrase, char)


def test_there_is_room_for_all_syllables() -> None:
    syllables = {syllable for code in readings._characters() for syllable in readings._listed(chr(code))}
    assert 400 < len(syllables) < MOST_SYLLABLES


@pytest.mark.parametrize(
    ("syllable", "typed", "changes"),
    [
        ("zhang", "zhang", 0), ("zhang", "zang", 1), ("zhang", "zhan", 1), ("zhang", "zan", 2), ("shi", "si", 1),
        ("nv", "nv", 0), ("nv", "nu", 0), ("lve", "lue", 0), ("lv", "lyu", 0), ("ning", "lin", 2), ("ren", "len", 1),
        ("fei", "hui", 1), ("huang", "fang", 1), ("huo", "fo", 1), ("feng", "heng", 1), ("chuang", "chuan", 1),
    ],
)  # fmt: skip
def test_how_a_syllable_may_be_typed(syllable: str, typed: str, changes: int) -> None:
    assert spellings(syllable)[typed] == changes


@pytest.mark.parametrize(("syllable", "never"), [("tui", "dui"), ("bao", "pao"), ("shi", "zhi"), ("jian", "qian")])
def test_other_sounds_are_told_apart(syllable: str, never: str) -> None:
    assert never not in spellings(syllable)


def test_the_dictionary_is_loaded_when_the_first_text_comes() -> None:
    code = "import sys, local_db.replies.search.index; print('pypinyin' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "False"


def test_traditional_characters_sound_like_what_they_are_simplified_to() -> None:
    for old, new in SIMPLIFIED.items():
        assert {readings.usual(old), *readings.others(old)} & {readings.usual(new), *readings.others(new)}, (old, new)
        assert new not in SIMPLIFIED
