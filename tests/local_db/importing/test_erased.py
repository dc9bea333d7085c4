"""Whoever was erased on request is not brought back by any file, while her orders are counted as before."""

from __future__ import annotations

from pathlib import Path

from local_db.importing import actions
from local_db.members.erasure import erase_member
from local_db.roster.refusals import refusals
from local_db.shop_file import Shop
from tests.local_db.importing.exports import NOW, taobao_row, write_csv
from tests.new_shop import new_shop

LIST = ("买家会员名", "手机号", "退订时间")


def test_no_file_brings_an_erased_person_back(tmp_path: Path) -> None:
    first = write_csv(tmp_path / "a.csv", [taobao_row(1), taobao_row(2)])
    newer = write_csv(
        tmp_path / "b.csv",
        [taobao_row(1, 订单状态="交易关闭", 退款金额="77.35"), taobao_row(3, 买家会员名="buyer1"), taobao_row(4)],
    )
    refused = write_csv(tmp_path / "c.csv", [["13900000001", "2019-01-02 10:00:00"]], headers=["手机号", "退订时间"])
    with new_shop(tmp_path / "shop.regulars") as shop:
        actions.import_file(shop, first, now=NOW)
        with shop.read() as connection:
            (member,) = connection.execute("select id from members where nick = 'buyer1'").fetchone()
        erase_member(shop, member, now=NOW)
        for path in (first, newer, refused):
            actions.import_file(shop, path, now=NOW)
        with shop.read() as connection:
            people = connection.execute("select nick, phone from members order by nick").fetchall()
            orders = connection.execute(
                "select number % 10, member_id is null, refunded from orders order by 1"
            ).fetchall()
            keys = connection.execute("select value from identities order by value").fetchall()
    assert people == [("buyer2", "13900000002"), ("buyer4", "13900000004")]
    assert orders == [(1, 1, 7735), (2, 0, 0), (3, 1, 0), (4, 0, 0)]
    assert {value for (value,) in keys} == {"buyer2", "buyer4", "13900000002", "13900000004"}


def test_a_refusal_outlives_the_erased_person_on_every_phone_of_hers(tmp_path: Path) -> None:
    orders = write_csv(
        tmp_path / "a.csv", [taobao_row(1, 联系手机="13900000001"), taobao_row(2, 联系手机="13900000001")]
    )
    refused = write_csv(
        tmp_path / "b.csv", [["buyer1", "", "2019-01-02 10:00:00"]], headers=["买家会员名", "手机号", "退订时间"]
    )
    elsewhere = tmp_path / "c.csv"
    elsewhere.write_text(
        "First Name,Last Name,Email,Accepts Email Marketing,Phone,Accepts SMS Marketing\nA,B,,yes,13900000001,yes\n"
    )
    with new_shop(tmp_path / "shop.regulars") as shop:
        for path in (orders, refused):
            actions.import_file(shop, path, now=NOW)
        assert not may_be_written_to(shop, "13900000001")
        erase_member(shop, member(shop, "buyer1"), now=NOW)
        assert not may_be_written_to(shop, "13900000001")
        actions.import_file(shop, elsewhere, now=NOW)
        assert not may_be_written_to(shop, "13900000001")


def test_a_list_that_names_an_erased_person_still_refuses_her_phone(tmp_path: Path) -> None:
    orders = write_csv(tmp_path / "a.csv", [taobao_row(1), taobao_row(2, 联系手机="13900000001")])
    refused = write_csv(
        tmp_path / "b.csv",
        [["buyer1", "13900000001", "2019-01-02 10:00:00"]],
        headers=["买家会员名", "手机号", "退订时间"],
    )
    with new_shop(tmp_path / "shop.regulars") as shop:
        actions.import_file(shop, orders, now=NOW)
        erase_member(shop, member(shop, "buyer1"), now=NOW)
        assert may_be_written_to(shop, "13900000001")
        actions.import_file(shop, refused, now=NOW)
        assert not may_be_written_to(shop, "13900000001")


def member(shop: Shop, nick: str) -> int:
    with shop.read() as connection:
        return int(connection.execute("select id from members where nick = ?", [nick]).fetchone()[0])


def may_be_written_to(shop: Shop, phone: str) -> bool:
    """Whether anybody with this phone is left to be reached."""
    with shop.read() as connection:
        found = refusals(connection, "sms")
        people = connection.execute("select id from members where phone = ?", [phone]).fetchall()
    assert people
    return any(not found.holds_for(person, phone) for (person,) in people)
