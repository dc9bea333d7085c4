"""SQL about categories and about which products belong to them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from local_db.products.model import Category, Placing, Product

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from local_db.shop_file import Connection


def categories(connection: Connection) -> tuple[Category, ...]:
    """Every category in the order in which they are asked."""
    rows = connection.execute("select name, keywords, id, position from categories order by position, id")
    return tuple(Category(name, tuple(json.loads(words)), key, position) for name, words, key, position in rows)


def products(connection: Connection) -> tuple[Product, ...]:
    """Every title once; where several stores sell it, as the first of them has it."""
    rows = connection.execute("select title, category_id, by_hand from products order by id desc")
    return tuple({title: Product(title, category_id, bool(hand)) for title, category_id, hand in rows}.values())


def titles_by_rule(connection: Connection) -> Iterable[tuple[int, str, int | None]]:
    """Product id, title and category of what no person has put anywhere."""
    return connection.execute("select id, title, category_id from products where by_hand = 0")


def put(connection: Connection, moves: Mapping[int, int | None]) -> None:
    """Say for each product id which category it falls into."""
    connection.executemany(
        "update products set category_id = ? where id = ?", [(category, key) for key, category in moves.items()]
    )


def placing_of(connection: Connection, titles: Sequence[str]) -> Placing:
    """Where the products of these titles are now."""
    rows = connection.execute(
        "select id, category_id, by_hand from products where title in (select value from json_each(?)) order by id",
        [json.dumps(titles)],
    )
    return Placing(tuple((key, category, bool(hand)) for key, category, hand in rows))


def placed_by_hand(connection: Connection, category_id: int) -> Placing:
    """The products that a person has put into a category."""
    rows = connection.execute("select id from products where category_id = ? and by_hand = 1", [category_id])
    return Placing(tuple((key, category_id, True) for (key,) in rows))


def put_back(connection: Connection, placing: Placing) -> None:
    """Put products where they were; a product or category that is gone since is left out."""
    connection.executemany(
        "update products set category_id = (select id from categories where id = ?), by_hand = ? where id = ?",
        [(category, int(hand), key) for key, category, hand in placing.rows],
    )


def insert(connection: Connection, category: Category) -> int:
    """Store a category, under its own id or under the next one where that is 0, and return its id."""
    key: int = connection.execute(
        "insert into categories(id, name, keywords, position) values (?, ?, ?, ?) returning id",
        [category.id or None, category.name, _text(category.keywords), category.position],
    ).fetchone()[0]
    return key


def update(connection: Connection, category: Category) -> None:
    """Store a category's name and keywords."""
    connection.execute(
        "update categories set name = ?, keywords = ? where id = ?",
        [category.name, _text(category.keywords), category.id],
    )


def set_order(connection: Connection, ids: Sequence[int]) -> None:
    """Ask the categories in this order."""
    connection.executemany(
        "update categories set position = ? where id = ?", [(place, key) for place, key in enumerate(ids)]
    )


def delete(connection: Connection, category_id: int) -> None:
    """Remove a category; its products belong to none until they are sorted again."""
    connection.execute("update products set by_hand = 0 where category_id = ?", [category_id])
    connection.execute("delete from categories where id = ?", [category_id])


def _text(keywords: Sequence[str]) -> str:
    return json.dumps(keywords, ensure_ascii=False)
