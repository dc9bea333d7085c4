"""Files in any order give the same shop, and a file taken back leaves the shop as if it had never come."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_db.errors import ImportRefused
from local_db.importing import actions
from local_db.importing.model import ImportReport
from local_db.importing.undo import list_imports, undo_import, undo_preview
from local_db.shop_file import Shop, ShopKey, create_shop
from tests.local_db.canonical import dump
from tests.local_db.importing.exports import NOW, TAOBAO_HEADERS, taobao_row, write_csv

SHORT = ["订单编号", "总金额", "买家实付金额", "订单创建时间", "订单付款时间", "退款金额"]


@pytest.fixture(scope="module")
def key() -> ShopKey:
    return ShopKey.random()


@pytest.fixture
def new_shop(tmp_path: Path, key: ShopKey) -> Iterator[Callable[[], Shop]]:
    made: list[Shop] = []

    def make() -> Shop:
        made.append(create_shop(tmp_path / f"{len(made)}.regulars", key))
        return made[-1]

    yield make
    for shop in made:
        shop.close()


def bring(shop: Shop, path: Path) -> ImportReport:
    return actions.import_file(shop, path, now=NOW)[0]


def ten_files(folder: Path) -> list[Path]:
    """Exports of one shop that overlap, contradict each other, and lack what others have."""
    dice = random.Random(7)
    status = ("等待买家付款", "买家已付款，等待卖家发货", "卖家已发货，等待买家确认", "交易成功", "交易关闭")
    paths = []
    for place in range(6):
        rows = []
        for number in sorted(dice.sample(range(40), 25)):
            buyer = number % 17
            far = min(4, place // 2 + number % 3)
            refund = "12.00" if far == 4 and number % 2 else "0.00"
            rows.append(
                taobao_row(
                    number,
                    买家会员名="" if number % 11 == 0 else f"buyer{buyer}",
                    联系手机=f"'1390000{buyer // 2:04d}" if number % 5 else "138****1234",
                    收货人姓名=f"人{buyer}{place % 2}",
                    订单状态=status[far],
                    退款金额=refund,
                    订单创建时间=f"2018-12-{1 + number % 28:02d} 15:21:11",
                    订单付款时间="" if far == 0 else f"2018-12-{1 + number % 28:02d} 15:22:11",
                    店铺名称="示例书店" if place % 3 else "",
                    宝贝标题=f"猫粮{number % 4}",
                )
            )
        paths.append(write_csv(folder / f"ExportOrderList2019010{place + 1}1200.csv", rows))
    for place in range(2):
        rows = [[f"{190000000000000000 + n}", "80", f"{70 + n}", "2018-12-31 15:21:11", "2018-12-31 15:21:17",
                 f"{n % 3}.00"] for n in range(place * 20, place * 20 + 25)]  # fmt: skip
        paths.append(write_csv(folder / f"report{place}.csv", rows, headers=SHORT))
    customers = ["First Name,Last Name,Email,Accepts Email Marketing,Phone,Accepts SMS Marketing"]
    customers += [f"A{n},B,a{n % 4}@example.com,yes,1390000{n:04d},{'yes' if n % 2 else 'no'}" for n in range(9)]
    (folder / "customers.csv").write_text("\n".join(customers))
    paths.append(folder / "customers.csv")
    rows = [[f"1390000{n:04d}", f"2019-01-0{n + 1} 10:00:00"] for n in range(0, 6, 2)]
    paths.append(write_csv(folder / "opt_out.csv", rows, headers=["手机号", "退订时间"]))
    return paths


@pytest.mark.parametrize("seed", range(8))
def test_ten_files_in_any_order_give_the_same_shop(new_shop: Callable[[], Shop], tmp_path: Path, seed: int) -> None:
    paths = ten_files(tmp_path)
    first, second = new_shop(), new_shop()
    for path in paths:
        bring(first, path)
    random.Random(seed).shuffle(paths)
    for path in paths:
        bring(second, path)
    assert dump(second) == dump(first)
    for path in paths:
        report = bring(second, path)
        assert (report.new_orders, report.updated_orders, report.new_members) == (0, 0, 0)
    assert dump(second) == dump(first)


@pytest.mark.parametrize("seed", range(8))
def test_taking_any_import_back_is_as_if_it_had_never_come(
    new_shop: Callable[[], Shop], tmp_path: Path, seed: int
) -> None:
    dice = random.Random(seed)
    paths = ten_files(tmp_path)
    dice.shuffle(paths)
    shop, other = new_shop(), new_shop()
    for path in paths:
        bring(shop, path)
    gone = dice.sample(paths, 3)
    for path in gone:
        entry = next(e for e in list_imports(shop) if e.file_name == path.name)
        before = dump(shop)
        expected = undo_preview(shop, entry.id)
        assert dump(shop) == before
        assert undo_import(shop, entry.id, now=NOW)[0] == expected
    for path in paths:
        if path not in gone:
            bring(other, path)
    assert dump(shop) == dump(other)
    for path in gone:
        bring(shop, path)
        bring(other, path)
    assert dump(shop) == dump(other)


def test_the_last_import_taken_back_leaves_the_dump_from_before_it(
    new_shop: Callable[[], Shop], tmp_path: Path
) -> None:
    shop = new_shop()
    for path in ten_files(tmp_path):
        before = dump(shop)
        bring(shop, path)
        undo_import(shop, list_imports(shop)[0].id, now=NOW)
        assert dump(shop) == before
        bring(shop, path)


def test_the_same_file_twice_has_to_be_taken_back_twice(new_shop: Callable[[], Shop], tmp_path: Path) -> None:
    shop = new_shop()
    path = write_csv(tmp_path / "a.csv", [taobao_row(n) for n in range(5)])
    bring(shop, path)
    once = dump(shop)
    bring(shop, path)
    first, second = sorted(entry.id for entry in list_imports(shop))
    assert undo_import(shop, first, now=NOW)[0].orders == 0
    assert dump(shop) == once
    assert undo_import(shop, second, now=NOW)[0].orders == 5
    assert [entry.undone_at is not None for entry in list_imports(shop)] == [True, True]
    with pytest.raises(ImportRefused, match="import_missing"):
        undo_import(shop, second, now=NOW)
    assert bring(shop, path).new_orders == 5


def test_an_order_stays_while_another_file_speaks_of_it(new_shop: Callable[[], Shop], tmp_path: Path) -> None:
    shop = new_shop()
    bring(shop, write_csv(tmp_path / "a.csv", [taobao_row(n) for n in range(5)]))
    bring(shop, write_csv(tmp_path / "b.csv", [taobao_row(n) for n in range(3, 9)]))
    first = list_imports(shop)[-1].id
    figures = undo_import(shop, first, now=NOW)[0]
    assert (figures.orders, figures.orders_kept, figures.members) == (3, 2, 3)
    assert "190000000000000003" in dump(shop)


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_older_exports_never_take_back_what_newer_ones_say(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("order")
    steps = [
        taobao_row(1, 订单状态="等待买家付款", 订单付款时间="", 买家实际支付金额="0.00"),
        taobao_row(1, 订单状态="买家已付款，等待卖家发货"),
        taobao_row(1, 订单状态="卖家已发货，等待买家确认"),
        taobao_row(1, 订单状态="交易成功"),
        taobao_row(1, 订单状态="交易成功", 退款金额="7.35", 买家实际支付金额="70.00"),
    ]
    paths = [write_csv(folder / f"{place}.csv", [row], headers=TAOBAO_HEADERS) for place, row in enumerate(steps)]
    order = data.draw(st.permutations(paths))
    with create_shop(folder / "s.regulars", ShopKey.random()) as shop:
        for path in order:
            bring(shop, path)
        with shop.read() as connection:
            row = connection.execute("select status, paid, refunded, net, is_purchase from orders").fetchone()
    assert row == ("finished", 7000, 735, 7000, 1)
