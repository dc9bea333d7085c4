"""Which category a product falls into, what it sold, what is suggested; in a real shop file, undone exactly."""

from __future__ import annotations

import pytest

from local_db.errors import CategoryError
from local_db.products import actions, store
from local_db.products.model import Category, Product, Sales, Taken
from local_db.products.rules import Sorter, clean_keywords, would_take
from local_db.products.suggest import suggest
from local_db.roster.source import RosterSource
from local_db.settings import read_setting

CAT, LITTER, TOYS = (
    Category("猫粮", ("猫粮", "主粮"), 1, 0),
    Category("猫砂", ("猫砂",), 2, 1),
    Category("无", (), 3, 2),
)


@pytest.mark.parametrize(
    ("title", "category"),
    [
        ("全价猫粮 2kg", 1),
        ("猫砂 送猫粮试吃", 1),  # the first category in order, not the first word in the title
        ("豆腐猫砂", 2),
        ("逗猫棒", None),
        ("", None),
    ],
)
def test_the_first_category_of_which_the_title_has_a_keyword(title, category):
    assert Sorter([LITTER, TOYS, CAT]).category_of(title) == category


def test_width_case_and_spaces_make_no_difference():
    assert Sorter([Category("a", ("ABC  d",), 7)]).category_of("ＡＢＣ D x") == 7


def test_keywords_are_cleaned():
    assert clean_keywords(["  猫 粮 ", "", "猫砂", "ＡＢ", "ab", "猫砂"], 30) == ("猫 粮", "猫砂", "ＡＢ")
    assert clean_keywords(["x" * 40], 30) == ("x" * 30,)


PRODUCTS = [
    Product("全价猫粮", 1),
    Product("猫条 湿粮", None),
    Product("狗条", None),
    Product("猫条玩具", 3),
    Product("猫条猫砂", 2),
    Product("手选猫条", 1, by_hand=True),
]


@pytest.mark.parametrize(
    ("keyword", "category", "taken"),
    [
        ("猫条", 0, Taken(("猫条 湿粮",), 1, 3)),  # a new one is asked last
        ("猫条", 2, Taken(("猫条 湿粮", "猫条玩具"), 1, 1)),
        ("猫条", 1, Taken(("猫条 湿粮", "猫条玩具", "猫条猫砂"), 1, 0)),
        ("  ", 1, Taken(())),
    ],
)
def test_what_a_keyword_would_take(keyword, category, taken):
    assert would_take(keyword, category, PRODUCTS, [CAT, LITTER, TOYS]) == taken


def test_suggestions_are_goods_first_and_do_not_repeat_each_other():
    titles = ["喵屋全价猫粮2kg", "喵屋幼猫全价猫粮", "喵屋豆腐猫砂除臭", "喵屋木薯猫砂", "喵屋全价狗饭", "喵屋一件"]
    words = ["全价", "猫粮", "幼猫", "猫砂", "豆腐"]
    assert [category.name for category in suggest(words, titles)] == ["猫粮", "猫砂"]
    assert [category.name for category in suggest(words, titles, [Category("粮", ("猫粮",))])] == ["猫砂"]
    assert suggest(words, [], ()) == ()


# --- in a shop file ---


def dump(shop):
    with shop.read() as connection:
        tables = ("categories", "products")
        return [row for table in tables for row in connection.execute(f"select * from {table} order by id")]


def categories_of(shop):
    with shop.read() as connection:
        return {product.title: product.category_id for product in store.products(connection)}


def test_products_are_sorted_when_asked_and_only_what_moves_is_written(shop):
    with shop.write() as connection:
        assert actions.sort_again(connection) == 1
        version = read_setting(connection, "roster_version")
        assert actions.sort_again(connection) == 0
        assert read_setting(connection, "roster_version") == version
    assert categories_of(shop) == {"全价猫粮": 3, "逗猫棒": None}


def test_a_saved_category_sorts_the_products(shop):
    made, changes = actions.save_category(shop, Category(" 玩具 ", ("逗猫棒", "逗猫棒 ")))
    assert (made.name, made.keywords, made.position) == ("玩具", ("逗猫棒",), 1)
    assert changes
    assert categories_of(shop) == {"全价猫粮": 3, "逗猫棒": made.id}
    actions.save_category(shop, Category("玩具", (), made.id))
    assert categories_of(shop)["逗猫棒"] is None


@pytest.mark.parametrize(
    ("category", "code"),
    [
        (Category(" "), "name_empty"),
        (Category("猫粮"), "name_taken"),
        (Category("x", (), 99), "category_missing"),
    ],
)
def test_categories_that_cannot_be(shop, category, code):
    with pytest.raises(CategoryError) as refused:
        actions.save_category(shop, category)
    assert refused.value.code == code


def test_the_order_decides_and_is_undone(shop):
    other, _ = actions.save_category(shop, Category("全价", ("全价",)))
    assert categories_of(shop)["全价猫粮"] == 3
    before, _ = actions.order_categories(shop, [other.id, 3])
    assert categories_of(shop)["全价猫粮"] == other.id
    actions.order_categories(shop, before)
    assert categories_of(shop)["全价猫粮"] == 3


def test_what_a_person_places_stays_and_is_undone(shop):
    actions.save_category(shop, Category("玩具", ("逗猫棒",)))
    before_all = dump(shop)
    before, _ = actions.place_products(shop, ["逗猫棒"], 3)
    actions.save_category(shop, Category("逗猫", ("逗猫",)))
    assert categories_of(shop)["逗猫棒"] == 3
    actions.delete_category(shop, 3)
    assert categories_of(shop)["逗猫棒"] is not None  # back to the rules
    assert before_all != dump(shop)
    with pytest.raises(CategoryError):
        actions.place_products(shop, ["逗猫棒"], 3)
    actions.put_back(shop, before)


def test_placing_and_leaving_it_to_the_rules_again(shop):
    actions.save_category(shop, Category("玩具", ("逗猫棒",)))
    before_all = dump(shop)
    before, _ = actions.place_products(shop, ["逗猫棒"], None)
    assert categories_of(shop)["逗猫棒"] is None
    actions.place_products(shop, ["逗猫棒"], None, by_hand=False)
    assert dump(shop) == before_all
    actions.place_products(shop, ["逗猫棒"], 3)
    actions.put_back(shop, before)
    assert dump(shop) == before_all


def test_deleting_a_category_is_undone_exactly(shop):
    actions.place_products(shop, ["逗猫棒"], 3)
    before = dump(shop)
    deleted, _ = actions.delete_category(shop, 3)
    assert categories_of(shop) == {"全价猫粮": None, "逗猫棒": None}
    actions.restore_category(shop, deleted)
    assert dump(shop) == before


def test_a_new_category_leaves_its_id_to_one_that_may_come_back(shop):
    actions.place_products(shop, ["逗猫棒"], 3)
    deleted, _ = actions.delete_category(shop, 3)
    made, _ = actions.save_category(shop, Category("新的"))
    assert made.id != 3
    again, _ = actions.restore_category(shop, deleted)
    assert again.id == 3
    assert categories_of(shop) == {"全价猫粮": 3, "逗猫棒": 3}


def test_suggested_ones_are_added_together(shop):
    added, _ = actions.add_categories(shop, [Category("玩具", ("逗猫棒",)), Category("猫粮", ("x",))])
    assert [category.name for category in added] == ["玩具"]


def test_the_shelf_says_what_was_sold(shop):
    with shop.write() as connection:
        actions.sort_again(connection)
        connection.execute(
            "insert into orders(id, shop_id, number, member_id, status, paid_at, net, is_purchase, content_hash,"
            " import_id) values (3, 1, 'c', 10, 'finished', 5, 1000, 1, '', 1)"
        )
        connection.execute(
            "insert into order_lines(order_id, position, product_id, quantity, price)"
            " values (3, 0, 7, 1, 300), (3, 1, 8, 2, 450), (3, 2, null, 1, 0)"
        )
    shelf = actions.shelf(shop, RosterSource(shop).current())
    assert [product.title for product in shelf.products] == ["逗猫棒", "全价猫粮"]  # of two buyers, then of one
    assert shelf.by_title == {"全价猫粮": Sales(1, 9000 + 250), "逗猫棒": Sales(2, 1000 + 750)}
    assert shelf.by_category == {3: Sales(1, 9250), None: Sales(2, 1750)}


def test_money_is_shared_by_pieces_where_a_price_is_missing(shop):
    with shop.write() as connection:
        connection.execute("update order_lines set product_id = 8, quantity = 2 where order_id = 1 and position = 1")
    shelf = actions.shelf(shop, RosterSource(shop).current())
    assert shelf.by_title == {"全价猫粮": Sales(1, 3000), "逗猫棒": Sales(2, 6000 + 1000)}
