"""Replies that somebody should look at again: not used for long, out of date, or with a price that has changed.

Pure functions; what the shop knows comes in as values.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from local_db.folding import fold
from local_db.replies.fragments import parts
from local_db.replies.library import Library
from local_db.replies.model import Reply, Usage
from local_db.tags.model import Period
from local_db.tags.periods import EPOCH, days_of, named, spoken_names
from local_db.values import DAY_SECONDS, currency_decimals

UNUSED_DAYS = 90
SOON_DAYS = 45  # a promotion that comes back within so many days is no past one

_NAME_LENGTH = 4  # characters of a product's title that no other title has: enough to mean it
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_NOT_A_PRICE_BEFORE = re.compile(
    r"(?:[满减返送券补差省]|[邮运]费|红包|优惠|off|save|over|shipping)\D{0,4}$", re.IGNORECASE
)
_NOT_A_PRICE_AFTER = re.compile(
    r"\s*的?(?:优惠|券|红包|[邮运]费|差价|以上|off|coupon|shipping|discount)", re.IGNORECASE
)
_PRICE = re.compile(
    r"[¥￥$€£]\s?(?P<signed>\d{1,6}(?:\.\d{1,2})?)|(?<![\d.])(?P<plain>\d{1,6}(?:\.\d{1,2})?)\s?(?:元|块|rmb|yuan)",
    re.IGNORECASE,
)


class StaleReason(StrEnum):
    """Why a reply should be looked at."""

    EXPIRED = "expired"  # its last day is past
    PROMOTION_OVER = "promotion_over"  # it speaks of a promotion that is past
    PRICE = "price"  # it says another price than the shop's newest orders
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class Stale:
    """A reply with a reason to look at it again.

    `data`: `until` (ISO day); `promotion` and `ended` (ISO day); `product`, `said` and `newest` (minor units);
    `days` since it was last taken, or since it was written where it never was.
    """

    uid: str
    reason: StaleReason
    data: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """What the shop knows about the world of its replies. Prices are (product, title, minor units)."""

    today: date
    now: int  # UTC seconds
    changed_at: Mapping[str, int]  # when each reply was last written, by uid
    usage: Mapping[str, Usage]
    periods: Sequence[Period]
    prices: Sequence[tuple[int, str, int]] = ()
    currency: str = "CNY"


def stale(library: Library, known: Known) -> tuple[Stale, ...]:
    """Every reason to look at a reply again, in the order of the library; of shared parts only their prices count."""
    prices, promotions = PriceBook(known.prices), _Promotions(known.periods, known.today)
    fragments = library.fragments
    found: list[Stale] = []
    for reply in library.replies:
        words = [said(wording.text, fragments) for wording in reply.wordings]
        if not reply.fragment:
            found += _of_days(reply, known)
            found += _of_promotions(reply, words, promotions)
            found += _of_use(reply, known)
        found += _of_prices(reply, words, prices, known.currency)
    return tuple(found)


def said(text: str, fragments: Mapping[str, str]) -> str:
    """What a text says to everybody: its words, those of its shared parts, and fallbacks."""
    found = parts(text, fragments)
    return "".join(
        (part.slot.fallback or " ") if part.slot is not None else "" if part.fault else part.words for part in found
    )


# --- days ---


def _of_days(reply: Reply, known: Known) -> Iterator[Stale]:
    if reply.valid_until and reply.valid_until < known.today.isoformat():
        yield Stale(reply.uid, StaleReason.EXPIRED, {"until": reply.valid_until})


def _of_use(reply: Reply, known: Known) -> Iterator[Stale]:
    used = known.usage.get(reply.uid, Usage())
    since = max(used.last_at, known.changed_at.get(reply.uid, known.now))
    days = (known.now - since) // DAY_SECONDS
    if days >= UNUSED_DAYS:
        yield Stale(reply.uid, StaleReason.UNUSED, {"days": days, "times": used.times})


class _Promotions:
    """The shop's promotion periods, found by the names of them in a text; 618 is none in a longer number."""

    def __init__(self, periods: Sequence[Period], today: date) -> None:
        self._periods = periods
        self._today = today
        names = {name for period in periods for name in spoken_names(period)}
        longest_first = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        self._names = re.compile(rf"(?<![\da-z])(?:{longest_first})(?![\da-z])") if names else None
        self._ended: dict[frozenset[str], tuple[str, date] | None] = {}

    def ended(self, text: str) -> tuple[str, date] | None:
        """The promotion of which a text speaks and its last day, where all it speaks of are past."""
        names = frozenset(self._names.findall(fold(text))) if self._names else frozenset()
        if names not in self._ended:
            self._ended[names] = self._past(names) if names else None
        return self._ended[names]

    def _past(self, names: Collection[str]) -> tuple[str, date] | None:
        meant = named(self._periods, sorted(names))
        if any(_is_near(period, self._today) for period in meant):
            return None
        days = [day for period in meant if (day := _last_day(period, self._today)) is not None]
        return (min(names), max(days)) if days else None


def _of_promotions(reply: Reply, words: Iterable[str], promotions: _Promotions) -> Iterator[Stale]:
    if past := promotions.ended("\n".join((reply.title, *reply.tags, *words))):
        yield Stale(reply.uid, StaleReason.PROMOTION_OVER, {"promotion": past[0], "ended": past[1].isoformat()})


def _is_near(period: Period, today: date) -> bool:
    """Whether a promotion is on, or comes soon."""
    now = today.toordinal() - EPOCH
    return any(first - SOON_DAYS <= now <= last for first, last in days_of([period], now - 366, now + 366))


def _last_day(period: Period, today: date) -> date | None:
    """The last day of a promotion that is past; None of one that never was."""
    now = today.toordinal() - EPOCH
    past = [last for _, last in days_of([period], now - 366, now + 366) if last < now]
    return date.fromordinal(max(past) + EPOCH) if past else None


# --- prices ---


class PriceBook:
    """The newest prices of the shop's products, found by a piece of a title that means one product only."""

    def __init__(self, prices: Iterable[tuple[int, str, int]]) -> None:
        self.titles: dict[int, str] = {}
        self.of: dict[int, set[int]] = {}
        for product, title, price in prices:
            self.titles[product] = title
            self.of.setdefault(product, set()).add(price)
        self._folded = {product: fold(title) for product, title in self.titles.items()}
        pieces = {product: set(_title_pieces(title)) for product, title in self._folded.items()}
        shared = Counter(piece for those in pieces.values() for piece in those)
        self._meaning = {piece: product for product, those in pieces.items() for piece in those if shared[piece] == 1}

    def products_in(self, text: str) -> Collection[int]:
        """The products of which a text speaks; one whose title is a part of another's found title is not meant."""
        folded = fold(text)
        found = {product for product, title in self._folded.items() if len(title) > 1 and title in folded}
        found |= {self._meaning[piece] for piece in set(_title_pieces(folded)) if piece in self._meaning}
        titles = {product: self._folded[product] for product in found}
        return {
            product
            for product, title in titles.items()
            if not any(title != other and title in other for other in titles.values())
        }


def _title_pieces(text: str) -> Iterator[str]:
    for run in _CHINESE.findall(text):
        yield from (run[start : start + _NAME_LENGTH] for start in range(len(run) - _NAME_LENGTH + 1))


def prices_in(text: str, currency: str = "CNY") -> tuple[int, ...]:
    """The prices that a text says, in minor units; what is taken off, given back or paid for sending is none."""
    found: list[int] = []
    for match in _PRICE.finditer(text):
        if _NOT_A_PRICE_BEFORE.search(text[: match.start()]) or _NOT_A_PRICE_AFTER.match(text, match.end()):
            continue
        amount = Decimal(match["signed"] or match["plain"])
        found.append(int(amount.scaleb(currency_decimals(currency))))
    return tuple(dict.fromkeys(found))


def _of_prices(reply: Reply, words: Iterable[str], book: PriceBook, currency: str) -> Iterator[Stale]:
    for text in words:
        prices = prices_in(text, currency)
        products = book.products_in(f"{reply.title}\n{text}") if prices else ()
        if len(products) != 1:  # of several products nobody can tell whose price it is
            continue
        product = next(iter(products))
        wrong = [price for price in prices if price not in book.of[product]]
        if wrong and len(wrong) == len(prices):
            data = {"product": book.titles[product], "said": wrong[0], "newest": max(book.of[product])}
            yield Stale(reply.uid, StaleReason.PRICE, dict(data))
            return
