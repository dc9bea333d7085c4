"""Whoever was erased on request is not brought back by any file, while her orders are counted as before."""

from __future__ import annotations

from pathlib import Path

from local_db.importing import actions
from local_db.members.erasure import erase_member
from local_db.shop_file import ShopKey, create_shop
from tests.local_db.importing.exports import NOW, taobao_row, write_csv


def test_no_file_brings_an_erased_person_back(tmp_path: Path) -> None:
    first = write_csv(tmp_path / "a.csv", [taobao_row(1), taobao_row(2)])
    newer = write_csv(
        tmp_path / "b.csv",
        [taobao_row(1, 订单状态="交易关闭", 退款金额="77.35"), taobao_row(3, 买家会员名="buyer1"), taobao_row(4)],
    )
    refused = write_csv(tmp_path / "c.csv", [["13900000001", "2019-01-02 10:00:00"]], headers=["手机号", "退订时间"])
    with create_shop(tmp_path / "shop.regulars", ShopKey.random()) as shop:
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
