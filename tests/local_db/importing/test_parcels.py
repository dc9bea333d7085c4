"""What cells of courier and tracking number say, of which orders it is kept, and how it goes with its import."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from local_db.coded import Coded
from local_db.importing import actions
from local_db.importing.cells import MISSING
from local_db.importing.parcels import Parcel, newest_rows, order_parcels, parcels_of, tracking_number
from local_db.importing.undo import list_imports, undo_import
from local_db.members.erasure import erase_member
from local_db.shop_file import Shop
from local_db.values import DAY_SECONDS
from tests.local_db.importing.exports import NOW, taobao_row, write_csv
from tests.local_db.importing.platforms import ORDER_FILES
from tests.new_shop import new_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with new_shop(tmp_path / "s.regulars") as made:
        yield made


def kept(shop: Shop) -> list[tuple[str, str, str]]:
    with shop.read() as connection:
        return connection.execute(
            "select o.number, p.number, p.courier from parcels p join orders o on o.id = p.order_id order by 1, 2, 3"
        ).fetchall()


@pytest.mark.parametrize(
    ("tracking", "courier", "expected"),
    [
        ("", "中通快递", []),
        ("773012345678901", "申通快递", [("773012345678901", "申通快递")]),
        ("No:773012345678901", "申通快递", [("773012345678901", "申通快递")]),  # Taobao
        ("No:YT1234567890123;No:YT1234567890124", "圆通速递",
         [("YT1234567890123", "圆通速递"), ("YT1234567890124", "圆通速递")]),
        ("YT1234567890123,75312345678901", "圆通速递,中通快递",
         [("YT1234567890123", "圆通速递"), ("75312345678901", "中通快递")]),
        ("YT1234567890123,75312345678901,75312345678902", "圆通速递,中通快递",  # whose the third is nobody knows
         [("YT1234567890123", ""), ("75312345678901", ""), ("75312345678902", "")]),
        ("SF1234567890123-顺丰速运,猫粮 6901234567890", "", [("SF1234567890123", "顺丰速运")]),  # Douyin with goods
        ("中通快递-75312345678901", "", [("75312345678901", "中通快递")]),
        ("中通快递：75312345678901、圆通速递：YT1234567890123", "",
         [("75312345678901", "中通快递"), ("YT1234567890123", "圆通速递")]),
        ("sf1234567890123", "顺丰速运", [("SF1234567890123", "顺丰速运")]),
        ("'\t75312345678901\t", "", [("75312345678901", "")]),  # JD
        ('="75312345678901"', "中通", [("75312345678901", "中通")]),
        ("JDVA01234567890-1-1-", "京东快递", [("JDVA01234567890", "京东快递")]),
        ("75312345678901.0", "中通", [("75312345678901", "中通")]),  # Excel's
        ("7.53123456789E+13", "中通", []),  # rounded by Excel: somebody else's parcel
        ("1Z999AA10123456784", "UPS", [("1Z999AA10123456784", "UPS")]),
        ("75312345678901", "Royal Mail", [("75312345678901", "Royal Mail")]),
        ("7531****8901", "中通", []),
        ("无需物流", "无", []),
        ("123", "中通", []),
        ("-", "-", []),
        ("75312345678901,75312345678901", "中通", [("75312345678901", "中通")]),
    ],
)  # fmt: skip
def test_parcels_of_a_row(tracking: str, courier: str, expected: list[tuple[str, str]]) -> None:
    assert list(parcels_of(tracking, courier)) == [Parcel(*parcel) for parcel in expected]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("No:yt1234567890123", "YT1234567890123"),
        ("7531 2345 6789 01", "75312345678901"),
        ("单号：75312345678901", "75312345678901"),
        ("猫粮", ""),
        ("12345", ""),
        ("abcdefgh", ""),
    ],
)
def test_a_tracking_number_in_the_spelling_in_which_it_is_kept(typed: str, number: str) -> None:
    assert tracking_number(typed) == number


def test_the_newest_rows_are_those_of_the_last_sixty_days_of_the_file() -> None:
    paid = np.array([100, 100 - 60, 100 - 61, MISSING, MISSING]) * DAY_SECONDS
    paid[3:] = MISSING
    shipped = np.array([MISSING, MISSING, MISSING, 50 * DAY_SECONDS, MISSING])
    assert newest_rows([paid, shipped], 5).tolist() == [True, True, False, True, False]
    assert newest_rows([], 2).tolist() == [False, False]


def test_the_rows_of_an_order_together_have_each_parcel_once() -> None:
    tracking = Coded(np.array([1, 1, 0, 2], np.int32), ("", "75312345678901", "75312345678902"))
    courier = Coded(np.array([0, 1, 1, 1], np.int32), ("", "中通"))
    assert order_parcels(tracking, courier, np.array([0, 0, 1, 1])) == (
        (0, ("75312345678901", "中通")), (1, ("75312345678902", "中通")),
    )  # fmt: skip


CELLS = {  # of platforms whose files say it, as their headers call it
    "taobao_orders": ("物流单号", "物流公司"),
    "taobao_sub_orders": ("物流单号", "物流公司"),
    "jd_orders": ("快递单号", ""),
    "pdd_orders": ("快递单号", "快递公司"),
    "kuaishou_orders": ("快递单号", "快递公司"),
    "xiaohongshu_orders": ("快递单号", "快递公司"),
    "wechat_shop_orders": ("快递单号", "物流公司"),
    "youzan_items": ("商品发货物流单号", "商品发货物流公司"),
    "alibaba_orders": ("运单号", "物流公司"),
    "shopee_orders": ("Tracking Number*", "Shipping Option"),
}


@pytest.mark.parametrize("profile", CELLS)
def test_every_platform_that_says_it_is_read(shop: Shop, tmp_path: Path, profile: str) -> None:
    export = next(
        one for one in ORDER_FILES if one.profile == profile and CELLS[profile][0] in header_names(one.table())
    )
    table = [list(row) for row in export.table()]
    top = next(place for place, row in enumerate(table) if CELLS[profile][0] in header_names([row]))
    names = header_names([table[top]])
    for name, cell in zip(CELLS[profile], ("75312345678901", "中通快递"), strict=True):
        for row in table[top + 1 :] if name else ():
            row[names.index(name)] = cell
    path = write_csv(tmp_path / "export.csv", table[1:], headers=table[0], encoding="utf-8-sig")
    actions.import_file(shop, path, now=NOW)
    assert {parcel[1:] for parcel in kept(shop)} == {("75312345678901", "中通快递" if CELLS[profile][1] else "")}


def header_names(rows: list[list[str]]) -> list[str]:
    return [str(cell).strip() for row in rows for cell in row]


def recent(number: int, day: int, **changes: str) -> list[str]:
    times = {"订单创建时间": f"2018-{day // 30 + 1:02d}-{day % 28 + 1:02d} 15:21:11", "订单付款时间": ""}
    return taobao_row(number, **{**times, "物流单号": f"No:7531234567{number:04d}", "物流公司": "中通快递", **changes})


def test_of_a_file_only_the_newest_orders_keep_their_parcels(shop: Shop, tmp_path: Path) -> None:
    actions.import_file(shop, write_csv(tmp_path / "a.csv", [recent(1, 10), recent(2, 300), recent(3, 330)]), now=NOW)
    assert [parcel for _, parcel, _ in kept(shop)] == ["75312345670002", "75312345670003"]


def test_a_parcel_stays_while_any_file_speaks_of_it(shop: Shop, tmp_path: Path) -> None:
    first = write_csv(tmp_path / "a.csv", [recent(1, 10)])
    second = write_csv(tmp_path / "b.csv", [recent(1, 10), recent(2, 11)])
    for path in (first, second, first):  # the last one says nothing that the first did not
        actions.import_file(shop, path, now=NOW)
    by_name = sorted((entry.file_name, entry.id) for entry in list_imports(shop))
    undo_import(shop, by_name[0][1], now=NOW)
    assert len(kept(shop)) == 3  # the same file once more stands for it, and the other says it too
    undo_import(shop, by_name[1][1], now=NOW)
    assert [number for _, number, _ in kept(shop)] == ["75312345670001", "75312345670002"]
    undo_import(shop, by_name[2][1], now=NOW)
    assert kept(shop) == []


def test_what_was_not_yet_sent_gets_its_parcel_from_a_later_file(shop: Shop, tmp_path: Path) -> None:
    waiting = recent(1, 10, 订单状态="买家已付款，等待卖家发货", 物流单号="", 物流公司="")
    for name, row in (("a.csv", waiting), ("b.csv", recent(1, 10))):
        actions.import_file(shop, write_csv(tmp_path / name, [row]), now=NOW)
    assert kept(shop) == [("190000000000000001", "75312345670001", "中通快递")]


def test_the_parcels_of_an_erased_person_go_and_do_not_come_back(shop: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [recent(1, 10), recent(2, 10)])
    actions.import_file(shop, path, now=NOW)
    with shop.read() as connection:
        (member,) = connection.execute("select id from members where nick = 'buyer1'").fetchone()
    erase_member(shop, member, now=NOW)
    assert [number for _, number, _ in kept(shop)] == ["75312345670002"]
    more = write_csv(tmp_path / "b.csv", [recent(1, 10), recent(2, 10), recent(3, 10)])
    actions.import_file(shop, more, now=NOW)
    assert {number for _, number, _ in kept(shop)} == {"75312345670002", "75312345670003"}
