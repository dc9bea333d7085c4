"""What a condition may be filled with: the shop's own provinces, cities, tags and title words, the commonest first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from local_db.folding import fold
from local_db.roster.distinct import distinct

if TYPE_CHECKING:
    from local_db.roster.roster import Ints, Roster, TextColumn

MOST_TITLES = 5_000  # the titles bought by most people tell the words well enough
SHORTEST_WORD, LONGEST_WORD = 2, 4  # Han characters
FEW_TITLES = 3  # what all of so few titles have may well be what they are
PART_SHARE = 0.8  # seen this often inside one longer word, a word is only a part of it
FREE_SHARE = 1 / 3  # a word begins at least this often where words can begin
_RUNS = re.compile(r"[\u3400-\u9fff]+|[a-z]{3,}")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value and how many members have it, or bought it."""

    text: str
    count: int


def frequent_texts(roster: Roster, field: str, limit: int = 500) -> tuple[Suggestion, ...]:
    """The values of a text field (`platform`, `province`, `city`), those of most members first; unknown ("") last."""
    column: TextColumn = getattr(roster.members, field)
    counts = np.bincount(column.codes, minlength=len(column.values))
    found = ((text, int(count)) for text, count in zip(column.values, counts, strict=True) if text and count)
    unknown = (Suggestion("", int(counts[0])),) if counts[0] else ()
    return _ranked(found, limit) + unknown


def frequent_tags(roster: Roster, limit: int = 500) -> tuple[Suggestion, ...]:
    """The shop's tags, those of most members first; one that nobody has is there too."""
    return _ranked(((name, int(np.count_nonzero(has))) for name, has in roster.members.tags.items()), limit)


def title_words(roster: Roster, limit: int = 40) -> tuple[Suggestion, ...]:
    """Words that several product titles share, with how many people bought a product with the word.

    Chinese titles have no spaces, so a word is a run of two to four Han characters that at least two
    titles have, that is not just a part of a longer one, and not just two shorter ones; Latin words
    are taken as they are. What most titles have (the shop's own name) says nothing and is left out.
    """
    buyers = _buyers_per_title(roster)
    most_bought = sorted(range(len(buyers)), key=lambda title: -buyers[title])[:MOST_TITLES]
    titles = _without_usual([fold(roster.product_titles[title]) for title in most_bought])
    seen: Counter[str] = Counter()
    bought: Counter[str] = Counter()
    for title, number in zip(titles, most_bought, strict=True):
        words = set(_words(title))
        seen.update(words)
        bought.update(dict.fromkeys(words, int(buyers[number])))
    shared = {word: bought[word] for word in bought if seen[word] > 1 and bought[word]}
    begins = _beginnings(titles)
    ranked = _ranked(_whole_words(shared), len(shared))
    return tuple(islice((entry for entry in ranked if begins(entry.text)), limit))  # asked of few: it reads all titles


def _beginnings(titles: list[str]) -> Callable[[str], bool]:
    """Says whether a word often begins where a word can begin, so that it is not the rest of longer ones.

    That is at the start of a run, or after two characters that are also followed by something else:
    型犬 only comes after 小, 中 and 大, which hardly ever go on otherwise; 狗粮 comes after 全价, as 猫粮 does.
    """
    runs = Counter(run for title in titles for run in _RUNS.findall(title))
    pairs: Counter[str] = Counter()
    triples: Counter[str] = Counter()
    for run, number in runs.items():
        for start in range(len(run) - 1):
            pairs[run[start : start + 2]] += number
            triples[run[start : start + 3]] += number

    def free(run: str, start: int) -> bool:
        before = run[start - 2 : start]
        return start == 0 or (start > 1 and triples[before + run[start]] < pairs[before] * PART_SHARE)

    def begins(word: str) -> bool:
        places = [
            (run, place.start(), number)
            for run, number in runs.items()
            if word in run
            for place in re.finditer(word, run)
        ]
        everywhere = sum(number for _, _, number in places)
        return sum(number for run, start, number in places if free(run, start)) >= everywhere * FREE_SHARE

    return begins


def _without_usual(titles: list[str]) -> list[str]:
    """The titles with a gap for what more than half of them have."""
    seen: Counter[str] = Counter()
    for title in titles:
        seen.update(set(_words(title)))
    usual = [word for word, count in seen.items() if count * 2 > len(titles) > FEW_TITLES]
    if not usual:
        return titles
    pattern = re.compile("|".join(re.escape(word) for word in sorted(usual, key=len, reverse=True)))
    return [pattern.sub(" ", title) for title in titles]


def _ranked(found: Iterator[tuple[str, int]], limit: int) -> tuple[Suggestion, ...]:
    ranked = sorted(found, key=lambda pair: (-pair[1], pair[0]))
    return tuple(Suggestion(text, count) for text, count in ranked[:limit])


def _buyers_per_title(roster: Roster) -> Ints:
    """How many different members bought each title; titles of one member's lines count once."""
    lines, orders = roster.lines, roster.orders
    known = (lines.product >= 0) & orders.is_purchase[lines.order]
    pairs = lines.product[known].astype(np.int64) * max(1, roster.size) + orders.member[lines.order[known]]
    return np.bincount(distinct(pairs) // max(1, roster.size), minlength=len(roster.product_titles))


def _words(title: str) -> Iterator[str]:
    for run in _RUNS.findall(title):
        if run.isascii():
            yield run
            continue
        for length in range(SHORTEST_WORD, LONGEST_WORD + 1):
            for start in range(len(run) - length + 1):
                yield run[start : start + length]


def _whole_words(weights: dict[str, int]) -> Iterator[tuple[str, int]]:
    """The words that are not mostly seen inside one longer word, nor made of two words."""
    inside: dict[str, int] = {}
    for word, weight in weights.items():
        for part in (word[1:], word[:-1]):
            inside[part] = max(inside.get(part, 0), weight)
    for word, weight in weights.items():
        halves = ((word[:place], word[place:]) for place in range(1, len(word)))
        made_of_two = any(front in weights and (back in weights or len(back) == 1) for front, back in halves)
        if not made_of_two and inside.get(word, 0) < weight * PART_SHARE:
            yield word, weight
