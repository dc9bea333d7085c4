"""Files in any order give the same shop, and a file taken back leaves the shop as if it had never come."""

from __future__ import annotations

import itertools
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
from local_db.shop_file import Shop
from tests import new_shop as blank
from tests.local_db.canonical import dump
from tests.local_db.importing.exports import NOW, TAOBAO_HEADERS, taobao_row, write_csv
from tests.local_db.importing.platforms import ORDER_FILES

SHORT = ["订单编号", "总金额", "买家实付金额", "订单创建时间", "订单付款时间", "退款金额"]


@pytest.fixture
def new_shop(tmp_path: Path) -> Iterator[Callable[[], Shop]]:
    made: list[Shop] = []

    def make() -> Shop:
        made.append(blank.new_shop(tmp_path / f"{len(made)}.regulars"))
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
                    物流单号="" if far < 2 else f"No:7531234567{number:04d}" + ",YT1234567890" * (number % 3 == 0),
                    物流公司="" if number % 7 == 0 and place % 2 else "中通快递",
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
    with blank.new_shop(folder / "s.regulars") as shop:
        for path in order:
            bring(shop, path)
        with shop.read() as connection:
            row = connection.execute("select status, paid, refunded, net, is_purchase from orders").fetchone()
    assert row == ("finished", 7000, 735, 7000, 1)


ITEMS = ["订单编号", "标题", "价格", "购买数量", "外部系统编号", "商品属性", "套餐信息", "备注", "订单状态", "商家编码"]
REFUND_LINE = (
    "订单编号,退款编号,支付单号,订单付款时间,买家实际支付金额,宝贝标题,买家退款金额,退款的申请时间,退款状态,退款完结时间,"
    "买家退款原因"
)
REFUNDS = REFUND_LINE.split(",")


def list_items_refunds(folder: Path) -> list[Path]:
    """Three files that describe the same two orders, each saying what the others do not."""
    paid = taobao_row(
        1, 宝贝标题="猫粮，猫砂", 宝贝种类="2", 宝贝总数量="3", 买家实际支付金额="100.00", 总金额="100.00"
    )
    orders = write_csv(folder / "list.csv", [paid, taobao_row(2, 买家实际支付金额="50.00", 总金额="50.00")])
    number = '="190000000000000001"'
    items = write_csv(
        folder / "items.csv",
        [[number, "猫粮", "30.00", "2", "", "2kg", "null", "", "交易成功", "A1"],
         [number, "猫砂", "40.00", "1", "", "null", "null", "", "交易成功", "A2"]],
        headers=ITEMS,
    )  # fmt: skip
    first = ["190000000000000001", "R1", "", "", "100.00", "猫粮", "30.00", "2019-01-02 10:00:00", "退款成功",
             "2019-01-03 10:00:00", "不喜欢"]  # fmt: skip
    closed = [
        "190000000000000002",
        "R2",
        "",
        "",
        "50.00",
        "猫粮",
        "50.00",
        "2019-01-02 10:00:00",
        "退款关闭",
        "",
        "错拍",
    ]
    return [orders, items, write_csv(folder / "refunds.csv", [first, closed], headers=REFUNDS)]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_list_items_and_refunds_join_whichever_comes_first(
    new_shop: Callable[[], Shop], tmp_path: Path, order: tuple[int, ...]
) -> None:
    paths = list_items_refunds(tmp_path)
    shop, plain = new_shop(), new_shop()
    for path in paths:
        bring(plain, path)
    before = [dump(shop)]
    for place in order:
        bring(shop, paths[place])
        before.append(dump(shop))
    assert dump(shop) == dump(plain)
    with shop.read() as connection:
        rows = connection.execute(
            "select number, paid, refunded, net, items, is_purchase from orders order by 1"
        ).fetchall()
        lines = connection.execute(
            "select p.title, l.sku, l.quantity, l.price from order_lines l join orders o on o.id = l.order_id"
            " join products p on p.id = l.product_id where o.number like '%1' order by 1"
        ).fetchall()
    assert rows == [("190000000000000001", 10000, 3000, 7000, 3, 1), ("190000000000000002", 5000, 0, 5000, 1, 1)]
    assert lines == [("猫砂", "", 1, 4000), ("猫粮", "2kg", 2, 3000)]
    for expected in reversed(before[:-1]):
        undo_import(shop, list_imports(shop)[[e.undone_at for e in list_imports(shop)].index(None)].id, now=NOW)
        assert dump(shop) == expected


def test_every_row_has_its_parents_though_a_large_import_does_not_look_them_up(
    new_shop: Callable[[], Shop], tmp_path: Path
) -> None:
    shop = new_shop()
    for path in [*ten_files(tmp_path), *list_items_refunds(tmp_path)]:
        bring(shop, path)
    undo_import(shop, list_imports(shop)[4].id, now=NOW)
    with shop.write() as connection:
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        assert connection.execute("pragma foreign_keys").fetchone() == (1,)
        for table, column, parent in (
            ("orders", "identity_id", "identities"), ("orders", "record_id", "records"),
            ("records", "nick", "identities"),
            ("records", "phone", "identities"), ("records", "email", "identities"),
        ):  # fmt: skip
            lost = f"select count(*) from {table} where {column} not in (select id from {parent})"
            assert connection.execute(lost).fetchone() == (0,), (table, column)


def test_a_list_says_when_members_joined_the_first_time_it_comes(new_shop: Callable[[], Shop], tmp_path: Path) -> None:
    members = write_csv(
        tmp_path / "会员列表.csv",
        [["小鱼", "13900000001", "2024-05-01 10:00:00"]],
        headers=["会员名", "手机", "入会时间"],
    )
    shop = new_shop()
    bring(shop, members)
    with shop.read() as connection:
        assert connection.execute("select nick, joined_at from members").fetchall() == [("小鱼", 1714528800)]
    bring(shop, write_csv(tmp_path / "a.csv", [taobao_row(1, 买家会员名="小鱼")]))
    undo_import(shop, list_imports(shop)[-1].id, now=NOW)
    with shop.read() as connection:
        assert connection.execute("select nick, joined_at from members").fetchall() == [("小鱼", None)]


def test_who_loses_a_key_loses_what_came_with_it(new_shop: Callable[[], Shop], tmp_path: Path) -> None:
    phone = {"联系手机": "13900000001"}
    mixed = write_csv(
        tmp_path / "ExportOrderList201901011200.csv",
        [taobao_row(1, 买家会员名="大山", 收货人姓名="", 收货地址="", **phone),
         taobao_row(2, 买家会员名="", 收货人姓名="李四", 收货地址="江苏省 苏州市 某区", **phone)],
    )  # fmt: skip
    other = [taobao_row(3, 买家会员名="喵喵", 收货人姓名="", 收货地址="", **phone)]
    late = write_csv(tmp_path / "ExportOrderList201901021200.csv", other)
    first, second = new_shop(), new_shop()
    for shop, paths in ((first, (mixed, late)), (second, (late, mixed))):
        for path in paths:
            bring(shop, path)
    assert dump(first) == dump(second)
    with first.read() as connection:
        assert connection.execute("select name, province from members where nick = '大山'").fetchall() == [("", "")]


Named = tuple[str, list[list[str]]]  # a file's name, and its cells with the header row

# What a file may say of one order; none is further along than another, so that only their dates tell which is newer.
SAYINGS = (
    {"买家会员名": "大山", "收货人姓名": "甲"},
    {"买家会员名": "小鱼", "收货人姓名": "乙", "收货地址": "江苏省 苏州市 某区"},
    {"买家会员名": "", "收货人姓名": "丙", "宝贝标题": "猫砂"},
    {"买家会员名": "喵喵", "买家实际支付金额": "70.00", "店铺名称": "新书店"},
    {"买家会员名": "大山", "收货人姓名": "甲", "收货地址": "浙江省 杭州市 西湖区   示例路2号(310000)"},
)


@st.composite
def contradicting_files(draw: st.DrawFn) -> list[Named]:
    """Three to five exports, name and rows, that repeat or contradict each other; some are alike but for the date."""
    sayings = draw(st.lists(st.sampled_from(SAYINGS), min_size=2, max_size=3, unique_by=repr))
    saying = st.sampled_from(sayings)
    names = st.sampled_from(["201901011200", "201901021200", "201901031200", "201902011200", "x"])
    files = []
    for place in range(draw(st.integers(3, 5))):
        picks = draw(st.tuples(saying, st.none() | saying))
        rows = [taobao_row(n, 联系手机="", **pick) for n, pick in enumerate(picks) if pick is not None]
        lacking = draw(st.sampled_from(["", "", "退款金额", "店铺名称"]))
        kept = [at for at, header in enumerate(TAOBAO_HEADERS) if header != lacking]
        cells = [[row[at] for at in kept] for row in (TAOBAO_HEADERS, *rows)]
        files.append((f"f{place}_{draw(names)}.csv", cells))
    return files


@settings(max_examples=25, deadline=None)
@given(contradicting_files(), st.data())
def test_what_is_repeated_counts_as_said_by_the_newest_file_whatever_came_first(
    tmp_path_factory: pytest.TempPathFactory, files: list[Named], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("repeated")
    paths = [write_csv(folder / name, rows, headers=headers) for name, (headers, *rows) in files]
    gone = data.draw(st.lists(st.sampled_from(paths), unique=True, min_size=1), "gone")
    with (
        blank.new_shop(folder / "1.regulars") as first,
        blank.new_shop(folder / "2.regulars") as second,
        blank.new_shop(folder / "3.regulars") as without,
    ):
        for path in paths:
            bring(first, path)
        for path in data.draw(st.permutations(paths), "order"):
            bring(second, path)
        assert dump(second) == dump(first)
        for path in gone:
            undo_import(second, standing_import(second, path), now=NOW)
        for path in paths:
            if path not in gone:
                bring(without, path)
        assert dump(second) == dump(without)
        for path in gone:
            bring(second, path)
        assert dump(second) == dump(first)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_column_that_says_nothing_is_as_if_it_were_not_there(
    new_shop: Callable[[], Shop], tmp_path: Path, order: tuple[int, ...]
) -> None:
    closed, silent = taobao_row(1, 订单状态="交易关闭", 订单关闭原因="退款"), taobao_row(1, 订单状态="交易关闭")
    silent[TAOBAO_HEADERS.index("订单关闭原因")] = ""
    at = TAOBAO_HEADERS.index("订单关闭原因")
    fewer = [*TAOBAO_HEADERS[:at], *TAOBAO_HEADERS[at + 1 :]]
    paths = [
        write_csv(tmp_path / "a_201901011200.csv", [closed]),
        write_csv(tmp_path / "b_201901021200.csv", [[*silent[:at], *silent[at + 1 :]]], headers=fewer),
        write_csv(tmp_path / "c_201901031200.csv", [silent]),
    ]
    shop = new_shop()
    for place in order:
        bring(shop, paths[place])
    with shop.read() as connection:
        assert connection.execute("select status, closing, is_purchase from orders").fetchall() == [
            ("closed", "refund", 0)
        ]


@pytest.mark.parametrize("first", ["orders", "people"])
def test_a_list_of_people_does_not_say_what_money_a_shop_takes(
    new_shop: Callable[[], Shop], tmp_path: Path, first: str
) -> None:
    orders = ORDER_FILES[[export.profile for export in ORDER_FILES].index("shopify_orders")].write(tmp_path / "o.csv")
    people = next(path for path in ten_files(tmp_path) if path.name == "customers.csv")
    shop = new_shop()
    for path in (orders, people) if first == "orders" else (people, orders):
        bring(shop, path)
    with shop.read() as connection:
        assert connection.execute("select name, currency from shops where platform = 'shopify'").fetchall() == [
            ("shopify", "USD")
        ]


@pytest.mark.parametrize("dates", list(itertools.permutations(["201901011200", "201901021200", "201901031200"])))
def test_the_same_bytes_under_a_newer_name_are_news(
    new_shop: Callable[[], Shop], tmp_path: Path, dates: tuple[str, ...]
) -> None:
    said = [[taobao_row(1, 买家会员名="大山")], [taobao_row(1, 买家会员名="小鱼")], [taobao_row(1, 买家会员名="大山")]]
    paths = [write_csv(tmp_path / f"{date}.csv", rows) for date, rows in zip(dates, said, strict=True)]
    newest = "小鱼" if dates[1] == max(dates) else "大山"
    shop = new_shop()
    for path in paths:
        bring(shop, path)
    with shop.read() as connection:
        assert connection.execute("select m.nick from orders o join members m on m.id = o.member_id").fetchall() == [
            (newest,)
        ]


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_the_newest_file_that_still_stands_says_whose_an_order_is(
    new_shop: Callable[[], Shop], tmp_path: Path, order: tuple[int, ...]
) -> None:
    buyers = ("大山", "小鱼", "大山", "大山")
    rows = [[taobao_row(1, 买家会员名=buyer), taobao_row(place + 2)] for place, buyer in enumerate(buyers)]
    paths = [write_csv(tmp_path / f"2019010{place + 1}.csv", rows[place]) for place in range(4)]
    shop = new_shop()
    for place in order:
        bring(shop, paths[place])
    for going in ((3, 2), (2, 3), (0, 3, 2), (1, 3), (2, 0, 3)):
        standing = {0, 1, 2, 3}
        for place in going:
            undo_import(shop, standing_import(shop, paths[place]), now=NOW)
            standing.remove(place)
            with shop.read() as connection:
                found = connection.execute(
                    "select m.nick from orders o join members m on m.id = o.member_id where o.number like '%1'"
                ).fetchall()
            assert found == [(buyers[max(standing)],)], (going, place)
        for place in going:
            bring(shop, paths[place])


def standing_import(shop: Shop, path: Path) -> int:
    return next(e.id for e in list_imports(shop) if e.file_name == path.name and e.undone_at is None)
