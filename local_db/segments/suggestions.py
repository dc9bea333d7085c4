"""What a condition may be filled with: the shop's own values, those of most members first.

`suggestions` answers by the key of what is filled: a text field, `tag`, `list`, `ordered` (words of titles), or a
filter of orders (`category`, `sku`, `status`, `promotion`), `campaign`, `reason`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from local_db.folding import fold
from local_db.roster.distinct import distinct
from local_db.roster.roster import ORDER_STATUSES
from local_db.segments.catalogue import CITY_TIERS
from local_db.segments.city_tiers import city_tier
from local_db.segments.roster_index import RosterIndex
from local_db.tags.periods import name_without_year

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.roster.roster import Bools, Ints, Roster, TextColumn

    AnyCodes = NDArray[Any]

MOST_VALUES = 500  # of one kind
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


def suggestions(roster: Roster, key: str) -> tuple[Suggestion, ...]:
    """What the key may be filled with; nothing for a key that is not filled from the shop."""
    ask = _ASKED.get(key)
    return () if ask is None else ask(roster)


def frequent_texts(roster: Roster, field: str, limit: int = MOST_VALUES) -> tuple[Suggestion, ...]:
    """The values of a text field (`platform`, `province`, `city`), those of most members first; unknown ("") last."""
    column: TextColumn = getattr(roster.members, field)
    counts = np.bincount(column.codes, minlength=len(column.values))
    found = ((text, int(count)) for text, count in zip(column.values, counts, strict=True) if text and count)
    unknown = (Suggestion("", int(counts[0])),) if counts[0] else ()
    return _ranked(found, limit) + unknown


def frequent_tags(roster: Roster, limit: int = MOST_VALUES) -> tuple[Suggestion, ...]:
    """The shop's tags, those of most members first; one that nobody has is there too."""
    return _ranked(((name, int(np.count_nonzero(has))) for name, has in roster.members.tags.items()), limit)


def _frequent_lists(roster: Roster) -> tuple[Suggestion, ...]:
    found = ((name, int(np.count_nonzero(has))) for name, has in roster.members.lists.items())
    return _ranked(found, MOST_VALUES)


def _city_tiers(roster: Roster) -> tuple[Suggestion, ...]:
    """Every tier that somebody's city has, in the order of the tiers."""
    cities = roster.members.city
    people: Counter[str] = Counter()
    for city, count in zip(cities.values, np.bincount(cities.codes, minlength=len(cities.values)), strict=True):
        people[city_tier(city)] += int(count)
    return tuple(Suggestion(tier, people[tier]) for tier in CITY_TIERS if people[tier])


def _shops(roster: Roster) -> tuple[Suggestion, ...]:
    names = [shop.name for shop in roster.shops]
    return _people_of_orders(roster, roster.orders.shop, names, np.ones(len(roster.orders.member), np.bool_))


def _statuses(roster: Roster) -> tuple[Suggestion, ...]:
    everything = np.ones(len(roster.orders.member), np.bool_)
    return _people_of_orders(roster, roster.orders.status, ORDER_STATUSES, everything)


def _categories(roster: Roster) -> tuple[Suggestion, ...]:
    return _people_of_lines(roster, roster.lines.category, [category.name for category in roster.categories], 0)


def _skus(roster: Roster) -> tuple[Suggestion, ...]:
    return _people_of_lines(roster, roster.lines.sku, roster.skus, 1)


def _campaigns(roster: Roster) -> tuple[Suggestion, ...]:
    """The audiences that something was handed off for, by their ids: names may be there twice."""
    sent = roster.sendings
    ids = [str(audience.id) for audience in roster.audiences]
    return _people(roster, sent.member, sent.audience, ids)


def _reasons(roster: Roster) -> tuple[Suggestion, ...]:
    refunds = roster.refund_rows
    found = _people(roster, refunds.member, refunds.reason, roster.reasons)
    return tuple(entry for entry in found if entry.text)


def _promotions(roster: Roster) -> tuple[Suggestion, ...]:
    """The periods by their names without a year, with how many bought in one of them."""
    index = RosterIndex(roster)
    orders = roster.orders
    people: dict[str, int] = {}
    for name in dict.fromkeys(name_without_year(period.name) for period in roster.promotions):
        inside = index.in_promotion((name,)) & orders.is_purchase
        people[name] = len(np.unique(orders.member[inside]))
    return tuple(Suggestion(name, count) for name, count in people.items())


def _people_of_orders(roster: Roster, codes: AnyCodes, names: Sequence[str], chosen: Bools) -> tuple[Suggestion, ...]:
    return _people(roster, roster.orders.member[chosen], codes[chosen], names)


def _people_of_lines(roster: Roster, codes: AnyCodes, names: Sequence[str], least: int) -> tuple[Suggestion, ...]:
    """Who bought a line with a code from `least` on."""
    lines, orders = roster.lines, roster.orders
    known = (codes >= least) & orders.is_purchase[lines.order]
    found = _people(roster, orders.member[lines.order[known]], codes[known], names)
    return tuple(entry for entry in found if entry.text)


def _people(roster: Roster, member: AnyCodes, codes: AnyCodes, names: Sequence[str]) -> tuple[Suggestion, ...]:
    """How many different members each code has."""
    pairs = distinct(codes.astype(np.int64) * max(1, roster.size) + member)
    counts = np.bincount(pairs // max(1, roster.size), minlength=len(names))
    people: Counter[str] = Counter()
    for name, count in zip(names, counts, strict=True):
        people[name] += int(count)
    return _ranked(((name, count) for name, count in people.items() if count), MOST_VALUES)


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


_ASKED: dict[str, Callable[[Roster], tuple[Suggestion, ...]]] = {
    **{key: partial(frequent_texts, field=key) for key in ("platform", "province", "city", "tier", "phone_kind")},
    "city_tier": _city_tiers,
    "tag": frequent_tags,
    "list": _frequent_lists,
    "ordered": title_words,
    "category": _categories,
    "sku": _skus,
    "shop": _shops,
    "status": _statuses,
    "promotion": _promotions,
    "campaign": _campaigns,
    "reason": _reasons,
}
