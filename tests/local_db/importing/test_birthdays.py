"""Birthdays as member lists write them, and what lists say of one person together, in any order."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from local_db.importing import actions
from local_db.importing.birthdays import birthday
from local_db.importing.undo import list_imports, undo_import
from local_db.members.facts import memberships
from local_db.members.facts_store import ListRow, Membership
from local_db.shop_file import Shop, ShopKey, create_shop
from tests.local_db.canonical import dump
from tests.local_db.importing.exports import NOW, taobao_row, write_csv


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("1990-05-06", "1990-05-06"),
        ("1990/5/6", "1990-05-06"),
        ("1990.5.6", "1990-05-06"),
        ("1990年5月6日", "1990-05-06"),
        ("19900506", "1990-05-06"),
        ("19900506.0", "1990-05-06"),
        ('="1990-05-06"', "1990-05-06"),
        ("1990-05-06 00:00:00", "1990-05-06"),  # Excel's own date
        ("1990-05-06T00:00:00Z", "1990-05-06"),
        ("1990-05-06 08:30", "1990-05-06"),
        ("33000", "1990-05-07"),  # Excel's own date in a column without a format
        ("33000.0", "1990-05-07"),
        ("05-06", "05-06"),
        ("5/6", "05-06"),
        ("5月6日", "05-06"),
        ("5月6号", "05-06"),
        ("0506", "05-06"),
        ("--05-06", "05-06"),
        ("02-29", "02-29"),
        ("2000-02-29", "2000-02-29"),
        ("90年5月6日", "05-06"),  # of which century is not said
        ("May 6, 1990", "1990-05-06"),
        ("6 May 1990", "1990-05-06"),
        ("6th May", "05-06"),
        ("May 6", "05-06"),
        # nothing
        ("", ""),
        ("-", ""),
        ("无", ""),
        ("0000-00-00", ""),
        ("0000-00-00 00:00:00", ""),
        ("1900-01-01", ""),
        ("0001-01-01 00:00:00", ""),
        ("1990-**-**", ""),
        # not to be read
        ("110101199005061234", None),
        ("13900000001", None),
        ("1990-02-30", None),
        ("13-01", None),
        ("1990-13-01", None),
        ("1823-05-06", None),
        ("3000-05-06", None),
        ("05-06-90", None),
        ("1990", None),
        ("90", None),
        ("35岁", None),
        ("农历五月初六", None),
        ("农历5月6日", None),
        ("1990-05-06T16:00:00Z", None),  # a moment, and another day in the shop
        ("Foo 6, 1990", None),
        ("处女座", None),
    ],
)
def test_a_birthday_is_read_or_left(cell: str, read: str | None) -> None:
    assert birthday(cell) == read


@pytest.mark.parametrize(
    ("cell", "order", "read"),
    [
        ("6/5/1990", "dmy", "1990-05-06"),
        ("5/6/1990", "mdy", "1990-05-06"),
        ("5/6/90", "mdy", "05-06"),
        ("6/5", "dmy", "05-06"),
        ("5/6", "mdy", "05-06"),
        ("5月6日", "dmy", "05-06"),
        ("5/6/1990", "ymd", None),
        ("1990-05-06", "dmy", "1990-05-06"),
    ],
)
def test_the_order_of_dates_is_that_of_the_file(cell: str, order: str, read: str | None) -> None:
    assert birthday(cell, order) == read


SPELLINGS = (
    "{0:%Y-%m-%d}", "{0.year}/{0.month}/{0.day}", "{0.year}年{0.month}月{0.day}日", "{0:%Y%m%d}", "{0:%d %b %Y}",
)  # fmt: skip


@given(st.dates(dt.date(1900, 1, 2), dt.date(2099, 12, 31)), st.sampled_from(SPELLINGS))
def test_every_day_is_read_in_every_spelling(day: dt.date, spelling: str) -> None:
    assert birthday(spelling.format(day)) == day.isoformat()
    assert birthday(f"{day.month}-{day.day}") == f"{day:%m-%d}"


@given(st.text(max_size=24))
@example("1990-05-06 T")
def test_whatever_is_written_is_read_as_a_day_or_not_at_all(cell: str) -> None:
    read = birthday(cell)
    if read:
        dt.date.fromisoformat(read if len(read) == 10 else f"2000-{read}")


rows = st.lists(
    st.builds(
        ListRow, st.integers(1, 3), st.integers(0, 3), st.integers(1, 3), st.none() | st.integers(1, 9),
        st.sampled_from(["", "05-06", "1990-05-06"]), st.sampled_from(["", "金卡", "V1"]),
        st.none() | st.integers(0, 2),
    ),
    max_size=8,
)  # fmt: skip


@given(rows, st.randoms(use_true_random=False))
def test_what_lists_say_does_not_depend_on_their_order(said: list[ListRow], dice) -> None:  # type: ignore[no-untyped-def]
    found = memberships(said)
    for member, known in found.items():
        hers = [row for row in said if row.member == member]
        assert known.joined_at == min((row.joined_at for row in hers if row.joined_at), default=None)
        for name in ("birthday", "tier"):
            filled = [row for row in hers if getattr(row, name)]
            newest = max((row.moment for row in filled), default=None)
            assert getattr(known, name) in ({getattr(row, name) for row in filled if row.moment == newest} or {""})
        counted = [row for row in hers if row.points is not None]
        newest = max((row.moment for row in counted), default=None)
        assert (known.points, known.points_at) in (
            {(row.points, row.moment or None) for row in counted if row.moment == newest} or {(None, None)}
        )
    dice.shuffle(said)
    assert memberships(said) == found
    assert memberships([]) == {}


# --- files ---

HEADERS = ["会员名", "手机", "入会时间", "生日", "会员等级"]


@pytest.fixture
def new_shop(tmp_path: Path) -> Iterator[Callable[[], Shop]]:
    made: list[Shop] = []
    key = ShopKey.random()

    def make() -> Shop:
        made.append(create_shop(tmp_path / f"{len(made)}.regulars", key))
        return made[-1]

    yield make
    for shop in made:
        shop.close()


def lists(folder: Path) -> list[Path]:
    """Lists of three moments that contradict each other, and orders of the same people."""
    joined = "2024-05-01 10:00:00"
    old = [["小鱼", "13900000001", joined, "1990-05-06", "银卡"], ["大山", "", joined, "", "普通"]]
    middle = [["小鱼", "13900000001", "2024-06-01 10:00:00", "1991-05-06", ""], ["阿福", "", joined, "5月7日", "金卡"]]
    new = [["小鱼", "", joined, "", "金卡"], ["大山", "", joined, "不告诉你", "普通"]]
    return [
        write_csv(folder / "会员列表20250101.csv", old, headers=HEADERS),
        write_csv(folder / "会员列表20250601.csv", middle, headers=HEADERS),
        write_csv(folder / "会员列表20260101.csv", new, headers=HEADERS),
        write_csv(folder / "ExportOrderList202512011200.csv", [taobao_row(1, 买家会员名="小鱼")]),
    ]


def told(shop: Shop) -> list[tuple[object, ...]]:
    with shop.read() as connection:
        return connection.execute("select nick, birthday, tier from members order by nick").fetchall()


def test_the_newest_list_that_says_so_holds_in_any_order(new_shop: Callable[[], Shop], tmp_path: Path) -> None:
    dumps = set()
    for paths in itertools.permutations(lists(tmp_path)):
        shop = new_shop()
        for path in paths:
            actions.import_file(shop, path, now=NOW)
        assert told(shop) == [("大山", "", "普通"), ("小鱼", "1991-05-06", "金卡"), ("阿福", "05-07", "金卡")]
        dumps.add(dump(shop))
        shop.close()
    assert len(dumps) == 1


def test_a_list_taken_back_takes_back_what_it_said(new_shop: Callable[[], Shop], tmp_path: Path) -> None:
    paths = lists(tmp_path)
    shop, without = new_shop(), new_shop()
    for path in paths:
        actions.import_file(shop, path, now=NOW)
    for path in (paths[0], paths[3]):
        actions.import_file(without, path, now=NOW)
    for name in (paths[1].name, paths[2].name):
        undo_import(shop, next(e.id for e in list_imports(shop) if e.file_name == name), now=NOW)
    assert told(shop) == [("大山", "", "普通"), ("小鱼", "1990-05-06", "银卡")]
    assert dump(shop) == dump(without)


def test_what_cannot_be_read_is_told_in_the_preview_and_in_the_report(
    new_shop: Callable[[], Shop], tmp_path: Path
) -> None:
    path = lists(tmp_path)[2]
    shop = new_shop()
    preview = actions.preview_file(path)
    problem = (3, "生日", "bad_birthday")
    assert [(p.row, p.column, p.code) for p in preview.problems] == [problem]
    columns = [column.field for column in preview.columns if column.field]
    assert [row[columns.index("birthday")] for row in actions.preview_file(lists(tmp_path)[1]).rows] == [
        "1991-05-06", "05-07",
    ]  # fmt: skip
    report, _ = actions.import_file(shop, path, now=NOW)
    assert [(p.row, p.column, p.code) for p in report.problems] == [problem]


@pytest.mark.parametrize("header", ["身份证号", "身份证出生日期", "证件号码"])
def test_the_days_of_identity_cards_are_never_read(new_shop: Callable[[], Shop], tmp_path: Path, header: str) -> None:
    rows = [["小鱼", "2024-05-01 10:00:00", "110101199005061234" if header != "身份证出生日期" else "1990-05-06"]]
    path = write_csv(tmp_path / "a.csv", rows, headers=["会员名", "入会时间", header])
    shop = new_shop()
    assert all(column.field != "birthday" for column in actions.preview_file(path).columns)
    actions.import_file(shop, path, now=NOW)
    assert told(shop) == [("小鱼", "", "")]


def test_several_rows_of_one_person_are_one_entry() -> None:
    row = ListRow(1, 5, 7, None, "05-06", "", 0)
    other = row._replace(joined_at=3, birthday="", tier="V2", points=None)
    assert memberships([row, other]) == {1: Membership(3, "05-06", "V2", 0, 5)}


def test_points_are_those_of_the_newest_list_with_its_time(new_shop: Callable[[], Shop], tmp_path: Path) -> None:
    headers = ["会员名", "入会时间", "可用积分"]
    joined = "2024-05-01 10:00:00"
    older = [["小鱼", joined, "1,200"], ["大山", joined, "0"], ["阿福", joined, "很多"]]
    newer = [["小鱼", joined, "80"], ["大山", joined, ""]]
    paths = [
        write_csv(tmp_path / "会员列表20250101.csv", older, headers=headers),
        write_csv(tmp_path / "会员列表20250601.csv", newer, headers=headers),
    ]
    dumps = set()
    for order in itertools.permutations(paths):
        shop = new_shop()
        for path in order:
            report, _ = actions.import_file(shop, path, now=NOW)
            problems = [(p.row, p.column, p.code) for p in report.problems]
            assert problems == ([(4, "可用积分", "bad_number")] if path == paths[0] else [])
        with shop.read() as connection:
            query = "select nick, points, date(points_at, 'unixepoch', '+8 hours') from members order by nick"
            assert connection.execute(query).fetchall() == [
                ("大山", 0, "2025-01-01"), ("小鱼", 80, "2025-06-01"), ("阿福", None, None),
            ]  # fmt: skip
        dumps.add(dump(shop))
        shop.close()
    assert len(dumps) == 1
