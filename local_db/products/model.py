"""A category with its keywords, a product as a list row, and what undoing a change of them needs."""

from __future__ import annotations

from dataclasses import dataclass

NAME_LENGTH = 30  # the most characters of a category's name
KEYWORD_LENGTH = 30


@dataclass(frozen=True, slots=True)
class Category:
    """A named category. `id` is 0 until it is stored; the lowest position is asked first."""

    name: str
    keywords: tuple[str, ...] = ()
    id: int = 0
    position: int = 0


@dataclass(frozen=True, slots=True)
class Product:
    """A title that the shop sells, in however many stores; `category_id` None: it belongs to no category."""

    title: str
    category_id: int | None = None
    by_hand: bool = False  # a person has put it there, and rules leave it there


@dataclass(frozen=True, slots=True)
class Sales:
    """What purchases of some products come to."""

    buyers: int = 0
    money: int = 0  # minor units: of each purchase's net, the share of these products' lines


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything the page about products shows."""

    categories: tuple[Category, ...]
    products: tuple[Product, ...]  # those of most buyers first
    by_title: dict[str, Sales]
    by_category: dict[int | None, Sales]  # None: the products without a category
    currency: str
    suggested: tuple[Category, ...] = ()  # what could be added; none of them is stored


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a product's stored rows were before a person put them elsewhere: product id, category id, by hand."""

    rows: tuple[tuple[int, int | None, bool], ...]


@dataclass(frozen=True, slots=True)
class DeletedCategory:
    """A category that was removed, and the products a person had put into it."""

    category: Category
    by_hand: Placing


@dataclass(frozen=True, slots=True)
class Taken:
    """What a keyword would bring into a category."""

    titles: tuple[str, ...]
    new: int = 0  # of them, how many belong to no category yet
    kept: int = 0  # titles with the keyword that an earlier category, or a person's choice, keeps
