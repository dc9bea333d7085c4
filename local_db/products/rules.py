"""Which category a title falls into: the first, in the seller's order, of which it has a keyword."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from local_db.products.model import Category, Product, Taken


def fold(text: str) -> str:
    """A text as keywords are compared: widths and cases are the same, and so are all spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def clean_keywords(words: Iterable[str], length: int) -> tuple[str, ...]:
    """Keywords in the order given, each once, without the empty ones."""
    found: dict[str, str] = {}
    for word in words:
        word = " ".join(word.split())[:length].strip()
        if word:
            found.setdefault(fold(word), word)
    return tuple(found.values())


class Sorter:
    """Says the category of a title; made once for many titles."""

    def __init__(self, categories: Sequence[Category]) -> None:
        ordered = sorted(categories, key=lambda category: (category.position, category.id))
        self._rules = [(category.id, [fold(word) for word in category.keywords]) for category in ordered]

    def category_of(self, title: str) -> int | None:
        """The id of the first category of which the title has a keyword."""
        folded = fold(title)
        for category_id, words in self._rules:
            if any(word in folded for word in words):
                return category_id
        return None


def would_take(keyword: str, category_id: int, products: Iterable[Product], categories: Sequence[Category]) -> Taken:
    """What a keyword would bring into a category (0: a new one, asked last) that it does not have already."""
    word = fold(keyword)
    if not word:
        return Taken(())
    ordered = sorted(categories, key=lambda category: (category.position, category.id))
    rank: dict[int | None, int] = {category.id: place for place, category in enumerate(ordered)}
    own = rank.get(category_id, len(ordered))
    titles, new, kept = [], 0, 0
    for product in products:
        if product.category_id == category_id or word not in fold(product.title):
            continue
        if product.by_hand or rank.get(product.category_id, len(ordered)) < own:
            kept += 1
        else:
            titles.append(product.title)
            new += product.category_id is None
    return Taken(tuple(titles), new, kept)
