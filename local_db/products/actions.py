"""What a window may do with categories and products: each one transaction, and each undoable."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from local_db.changes import Changes, Topic
from local_db.errors import CategoryError
from local_db.products import store
from local_db.products.model import KEYWORD_LENGTH, NAME_LENGTH, Category, DeletedCategory, Placing, Shelf
from local_db.products.rules import Sorter, clean_keywords, fold
from local_db.settings import mark_roster_changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from local_db.roster.roster import Roster
    from local_db.shop_file import Connection, Shop

SUGGESTED_FROM = 80  # words of titles


def shelf(shop: Shop, roster: Roster) -> Shelf:
    """Every category and product with what they sold."""
    from local_db.products.model import Sales
    from local_db.products.sales import sales_by_category, sales_by_title
    from local_db.products.suggest import suggest
    from local_db.segments.suggestions import title_words

    with shop.read() as connection:
        categories = store.categories(connection)
        products = store.products(connection)
    by_title = sales_by_title(roster)
    nothing = Sales()
    words = [word.text for word in title_words(roster, SUGGESTED_FROM)]
    free = [product.title for product in products if product.category_id is None]
    return Shelf(
        categories=categories,
        products=tuple(sorted(products, key=lambda one: (-by_title.get(one.title, nothing).buyers, one.title))),
        by_title=by_title,
        by_category=sales_by_category(roster),
        currency=roster.currency,
        suggested=suggest(words, free, categories),
    )


def sort_again(connection: Connection) -> int:
    """Put every product where the rules say, inside the caller's transaction; how many moved.

    Cheap where nothing is new, so an import asks for it every time.
    """
    sorter = Sorter(store.categories(connection))
    moves = {}
    for key, title, now_in in store.titles_by_rule(connection):
        category_id = sorter.category_of(title)
        if category_id != now_in:
            moves[key] = category_id
    store.put(connection, moves)
    if moves:
        mark_roster_changed(connection)
    return len(moves)


def save_category(shop: Shop, category: Category) -> tuple[Category, Changes]:
    """Store a new category (id 0, asked last) or a changed one, and sort the products again.

    Raises CategoryError (`name_empty`, `name_taken`, `category_missing`).
    """
    with shop.write() as connection:
        known = store.categories(connection)
        category = replace(
            category,
            name=_free_name(category, known),
            keywords=clean_keywords(category.keywords, KEYWORD_LENGTH),
        )
        if category.id:
            _existing(known, category.id)
            store.update(connection, category)
        else:
            category = replace(category, position=1 + max((one.position for one in known), default=-1))
            category = replace(category, id=store.insert(connection, category))
        return category, _sorted(connection)


def add_categories(shop: Shop, categories: Sequence[Category]) -> tuple[tuple[Category, ...], Changes]:
    """Store several new categories behind the others as one action; names that are taken are left out."""
    added: list[Category] = []
    with shop.write() as connection:
        known = store.categories(connection)
        taken = {fold(one.name) for one in known}
        position = 1 + max((one.position for one in known), default=-1)
        for category in categories:
            if fold(category.name) not in taken:
                category = replace(category, id=0, position=position + len(added))
                added.append(replace(category, id=store.insert(connection, category)))
        return tuple(added), _sorted(connection)


def delete_categories(shop: Shop, ids: Sequence[int]) -> Changes:
    """Undo `add_categories`; those that are gone already are left out."""
    with shop.write() as connection:
        for category_id in ids:
            store.delete(connection, category_id)
        return _sorted(connection)


def delete_category(shop: Shop, category_id: int) -> tuple[DeletedCategory, Changes]:
    """Remove a category; the result undoes it. Raises CategoryError `category_missing`."""
    with shop.write() as connection:
        category = _existing(store.categories(connection), category_id)
        deleted = DeletedCategory(category, store.placed_by_hand(connection, category_id))
        store.delete(connection, category_id)
        return deleted, _sorted(connection)


def restore_category(shop: Shop, deleted: DeletedCategory) -> tuple[Category, Changes]:
    """Undo a deletion. Raises CategoryError `name_taken` when another has taken the name since."""
    with shop.write() as connection:
        _free_name(replace(deleted.category, id=0), store.categories(connection))
        category = replace(deleted.category, id=store.insert(connection, deleted.category))
        store.put_back(connection, Placing(tuple((key, category.id, True) for key, _, _ in deleted.by_hand.rows)))
        return category, _sorted(connection)


def order_categories(shop: Shop, ids: Sequence[int]) -> tuple[tuple[int, ...], Changes]:
    """Ask the categories in another order; returns the order before, to undo it."""
    with shop.write() as connection:
        before = tuple(category.id for category in store.categories(connection))
        store.set_order(connection, [*ids, *(key for key in before if key not in ids)])
        return before, _sorted(connection)


def place_products(
    shop: Shop, titles: Sequence[str], category_id: int | None, *, by_hand: bool = True
) -> tuple[Placing, Changes]:
    """Put the products of these titles into a category (None: into none), or leave them to the rules again.

    What comes first is where they were, to undo it with `put_back`.
    """
    with shop.write() as connection:
        if category_id is not None:
            _existing(store.categories(connection), category_id)
        before = store.placing_of(connection, titles)
        store.put_back(connection, Placing(tuple((key, category_id, by_hand) for key, _, _ in before.rows)))
        return before, _placed(connection)


def put_back(shop: Shop, placing: Placing) -> Changes:
    """Undo `place_products`."""
    with shop.write() as connection:
        store.put_back(connection, placing)
        return _placed(connection)


def _placed(connection: Connection) -> Changes:
    sort_again(connection)
    mark_roster_changed(connection)
    return Changes.of(Topic.ORDERS)


def _sorted(connection: Connection) -> Changes:
    """The categories themselves have changed, and perhaps what belongs to them."""
    sort_again(connection)
    mark_roster_changed(connection)  # names and order of categories are in the roster
    return Changes.of(Topic.ORDERS)


def _existing(known: Sequence[Category], category_id: int) -> Category:
    found = next((category for category in known if category.id == category_id), None)
    if found is None:
        raise CategoryError("category_missing", category=category_id)
    return found


def _free_name(category: Category, known: Sequence[Category]) -> str:
    name = " ".join(category.name.split())[:NAME_LENGTH].strip()
    if not name:
        raise CategoryError("name_empty")
    if any(fold(one.name) == fold(name) and one.id != category.id for one in known):
        raise CategoryError("name_taken", name=name)
    return name
