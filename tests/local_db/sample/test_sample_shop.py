"""The sample shop: the committed files are what the generator makes, and their figures are the README's."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from local_db.importing.birthdays import birthday
from local_db.phones import PhoneKind, classify_phone
from local_db.sample import __main__ as command
from local_db.sample.files import MEMBER_LIST, OPT_OUT_LIST, ORDER_LIST, sample_files
from local_db.sample.order_list import COLUMNS

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "resources" / "sample"
REAL_EXPORT = ROOT.parent / "shared" / "data" / "taobao_order_list_2018_gb18030.csv"

Row = dict[str, str]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    """The committed order list, with the headers' trailing spaces taken off."""
    text = (SAMPLE / ORDER_LIST).read_bytes().decode("gb18030")
    return [{name.strip(): cell for name, cell in row.items()} for row in csv.DictReader(io.StringIO(text, newline=""))]


@pytest.fixture(scope="module")
def opt_outs() -> list[Row]:
    text = (SAMPLE / OPT_OUT_LIST).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def members() -> list[Row]:
    text = (SAMPLE / MEMBER_LIST).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def is_purchase(row: Row) -> bool:
    fully_refunded = row["订单状态"] == "交易关闭" and row["订单关闭原因"] == "退款"
    return bool(row["订单付款时间"]) and not fully_refunded


def total(rows: list[Row], column: str) -> Decimal:
    return sum((Decimal(row[column]) for row in rows), Decimal(0))


def phone_kinds(rows: list[Row]) -> Counter[PhoneKind]:
    cells = {row["买家会员名"]: row["联系手机"] or row["联系电话"] for row in rows}
    return Counter(classify_phone(cell).kind for cell in cells.values())


def test_making_it_again_writes_the_committed_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["sample", str(tmp_path / "new")])
    command.main()
    written = {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()}
    assert written == {name: (SAMPLE / name).read_bytes() for name in (ORDER_LIST, MEMBER_LIST, OPT_OUT_LIST)}


def test_two_makings_in_one_process_are_equal() -> None:
    assert sample_files() == sample_files()


def test_the_order_list_is_written_like_a_real_export() -> None:
    content = (SAMPLE / ORDER_LIST).read_bytes()
    assert len(COLUMNS) == 54
    assert len(content) <= 5_000_000
    assert content.count(b"\r\n") == content.count(b"\n")
    assert b'\n"=""2' in content
    assert b",'1990000" in content
    assert b",No:7" in content


def test_its_header_is_a_real_header_byte_for_byte() -> None:
    if not REAL_EXPORT.exists():
        pytest.skip("the real exports are not on this machine")
    header = REAL_EXPORT.read_bytes().split(b"\r\n", 1)[0]
    assert (SAMPLE / ORDER_LIST).read_bytes().split(b"\r\n", 1)[0] == header


def test_the_readme_tells_the_figures(rows: list[Row], opt_outs: list[Row], members: list[Row]) -> None:
    readme = (SAMPLE / "README.md").read_text("utf-8")
    told = dict(re.findall(r"^\| (.+?) \| (.+?) \|$", readme, re.MULTILINE))
    purchases = Counter(row["买家会员名"] for row in rows if is_purchase(row))
    statuses = Counter(row["订单状态"] for row in rows)
    reasons = Counter((row["订单状态"], row["订单关闭原因"]) for row in rows)
    years = Counter(row["订单创建时间"][:4] for row in rows)
    kinds = phone_kinds(rows)
    mobiles: dict[str, set[str]] = {}
    for row in rows:
        if (phone := classify_phone(row["联系手机"])).kind is PhoneKind.REAL:
            mobiles.setdefault(phone.number, set()).add(row["买家会员名"])
    shared = sum(len(nicks) > 1 for nicks in mobiles.values())
    titles = [title for row in rows for title in row["宝贝标题"].split("，")]
    buyers = {row["买家会员名"] for row in rows}
    tiers = Counter(member["会员等级"] for member in members)
    strangers = sum(member["会员名"] not in buyers for member in members)
    birthdays = [member["生日"] for member in members if member["生日"]]
    figures = {
        "members": f"{len(members):,}, of whom {strangers} never ordered",
        "普通会员 / 银卡会员 / 金卡会员": f"{tiers['普通会员']} / {tiers['银卡会员']} / {tiers['金卡会员']}",
        "birthdays": f"{len(birthdays)}, {sum(len(day) == len('2000-01-01') for day in birthdays)} with the year",
        "orders, 2023-11-16 to 2026-11-15": f"{len(rows):,}",
        "buyer nicks": f"{len({row['买家会员名'] for row in rows}):,}",
        "ordered in 2023 / 2024 / 2025 / 2026": " / ".join(f"{years[year]:,}" for year in sorted(years)),
        "交易成功": f"{statuses['交易成功']:,}, of which {reasons['交易成功', '退款']} partly refunded",
        "卖家已发货，等待买家确认": f"{statuses['卖家已发货，等待买家确认']}",
        "买家已付款，等待卖家发货": f"{statuses['买家已付款，等待卖家发货']}",
        "等待买家付款": f"{statuses['等待买家付款']}",
        "交易关闭, 买家未付款": f"{reasons['交易关闭', '买家未付款']}",
        "交易关闭, 退款": f"{reasons['交易关闭', '退款']}",
        "with a pay time": f"{sum(bool(row['订单付款时间']) for row in rows):,}",
        "purchases (paid and not closed by a full refund)": f"{purchases.total():,}",
        "nicks with a purchase": f"{len(purchases):,}, of which {sum(n > 1 for n in purchases.values()):,}"
        " with two or more",
        "买家实际支付金额, sum": f"{total(rows, '买家实际支付金额'):,}",
        "退款金额, sum": f"{total(rows, '退款金额'):,}",
        "different product titles": f"{len(set(titles))}, on {len(titles):,} order lines,"
        f" {total(rows, '宝贝总数量'):,} items",
        "nicks by phone": f"{kinds[PhoneKind.REAL]:,} a mobile, {kinds[PhoneKind.MASKED]} masked,"
        f" {kinds[PhoneKind.VIRTUAL]} virtual, {kinds[PhoneKind.LANDLINE]} only a landline,"
        f" {kinds[PhoneKind.ABSENT]} none",
        "different mobiles": f"{len(mobiles):,} ({shared} of them under two or more nicks)",
        "opted-out phones": f"{len({row['手机号'] for row in opt_outs} & set(mobiles))}, all of them buyers'",
    }
    assert {name: told.get(name) for name in figures} == figures
    assert len(opt_outs) == len({row["手机号"] for row in opt_outs} & set(mobiles))


def test_it_has_the_size_and_the_mix_of_a_real_shop(rows: list[Row]) -> None:
    orders = Counter(row["买家会员名"] for row in rows)
    purchases = Counter(row["买家会员名"] for row in rows if is_purchase(row))
    best = sum(sorted(orders.values(), reverse=True)[: len(orders) // 10])
    assert 2_900 <= len(orders) <= 3_100
    assert 11_500 <= len(rows) <= 12_500
    assert 0.40 <= sum(n == 1 for n in purchases.values()) / len(purchases) <= 0.50
    assert 0.35 <= best / len(rows) <= 0.45
    assert len({row["收货地址"].split()[0] for row in rows}) == 31


@pytest.mark.parametrize("day", ["11-11", "06-18", "03-08"])
@pytest.mark.parametrize("year", ["2024", "2025", "2026"])
def test_promotions_are_peaks(rows: list[Row], year: str, day: str) -> None:
    days = Counter(row["订单创建时间"][:10] for row in rows if row["订单创建时间"].startswith(year))
    ordinary = sorted(days.values())[len(days) // 2]
    assert 5 <= days[f"{year}-{day}"] / ordinary <= 8.5


def test_phones_are_hidden_or_missing_as_often_as_in_real_exports(rows: list[Row]) -> None:
    kinds = phone_kinds(rows)
    share = {kind: kinds[kind] / kinds.total() for kind in PhoneKind}
    assert share[PhoneKind.MASKED] == pytest.approx(0.06, abs=0.01)
    assert share[PhoneKind.LANDLINE] + share[PhoneKind.ABSENT] == pytest.approx(0.04, abs=0.01)
    assert share[PhoneKind.VIRTUAL] == pytest.approx(0.03, abs=0.01)


def test_order_numbers_are_unique_and_have_18_digits(rows: list[Row]) -> None:
    numbers = [row["订单编号"] for row in rows]
    assert len(set(numbers)) == len(numbers)
    assert all(re.fullmatch(r'="\d{18}"', number) for number in numbers)


def test_money_adds_up_in_every_row(rows: list[Row]) -> None:
    for row in rows:
        due, paid, refunded = (Decimal(row[name]) for name in ("总金额", "买家实际支付金额", "退款金额"))
        assert due == Decimal(row["买家应付货款"]) + Decimal(row["买家应付邮费"])
        assert 0 <= paid + refunded <= due
        finished = bool(row["确认收货时间"])
        assert row["打款商家金额"] == (f"{paid}元" if finished else "0.00元")
        if not row["订单付款时间"]:
            assert paid == refunded == 0
        elif row["订单状态"] == "交易关闭":
            assert paid == 0 < refunded
        else:
            assert paid > 0


def test_titles_and_counts_agree(rows: list[Row]) -> None:
    for row in rows:
        titles = row["宝贝标题"].split("，")
        assert len(titles) == len(set(titles)) == int(row["宝贝种类"]) <= int(row["宝贝总数量"])
        assert all(20 <= len(title) <= 30 for title in titles)


def test_times_follow_one_another(rows: list[Row]) -> None:
    for row in rows:
        times = [row[name] for name in ("订单创建时间", "订单付款时间", "确认收货时间") if row[name]]
        assert times == sorted(times)
        assert times[-1] < "2026-11-16 10:00:00"
        assert "2023-11-16" <= times[0] < "2026-11-16"


def test_opt_outs_are_later_than_a_first_purchase(rows: list[Row], opt_outs: list[Row]) -> None:
    firsts: dict[str, str] = {}
    for row in reversed(rows):  # the oldest first
        if row["订单付款时间"]:
            firsts.setdefault(classify_phone(row["联系手机"]).number, row["订单付款时间"])
    assert 80 <= len(opt_outs) <= 100
    assert list(opt_outs[0]) == ["手机号", "退订时间", "来源"]
    assert all(firsts[row["手机号"]] < row["退订时间"] for row in opt_outs)


def test_members_joined_before_the_export_and_nobody_twice(rows: list[Row], members: list[Row]) -> None:
    assert len({member["会员名"] for member in members}) == len(members)
    assert all("2023-11-16" <= member["入会时间"] <= "2026-11-16 10:00:00" for member in members)
    assert all(birthday(member["生日"]) == member["生日"] for member in members)
    first = {}
    for row in rows:  # the newest first
        first[row["买家会员名"]] = row["订单创建时间"]
    assert all(member["入会时间"] >= first.get(member["会员名"], "") for member in members)
