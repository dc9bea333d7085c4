"""A refusal reaches the person, whatever record of hers is asked for. Each case is one way in which it once did not."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from local_db.campaigns.actions import shop_options
from local_db.campaigns.plan import waterfall_of
from local_db.importing.actions import import_file
from local_db.members.actions import record_consent
from local_db.roster.consent import CHANNELS
from local_db.roster.refusals import refusals, refuses
from local_db.roster.store import load
from local_db.shop_file import Connection, Shop
from local_db.templates.model import Purpose
from tests.local_db.members import people
from tests.new_shop import new_shop

NOW = datetime(2026, 11, 22, 4, tzinfo=UTC)
HEADERS = (
    "订单编号,买家会员名,买家实际支付金额,订单状态,联系手机,订单创建时间,订单付款时间,"
    "宝贝标题,退款金额,收货地址,订单关闭原因,宝贝总数量"
)
A, B, Z = "13900000001", "13900000002", "13900000009"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with new_shop(tmp_path / "shop.regulars") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


class Case:
    """Brings small files in, one after another, each a day later."""

    def __init__(self, shop: Shop, folder: Path) -> None:
        self.shop, self.folder, self.days, self.orders = shop, folder, 0, 0

    def bring(self, text: str) -> None:
        self.days += 1
        path = self.folder / f"{self.days}.csv"
        path.write_text(text, encoding="utf-8")
        import_file(self.shop, path, now=NOW + timedelta(days=self.days))

    def order(self, nick: str, phone: str, day: str) -> None:
        self.orders += 1
        row = f"90{self.orders:04},{nick},10.00,交易成功,{phone},{day} 10:00:00,{day} 10:01:00,猫粮,0.00,,订单未关闭,1"
        self.bring(f"{HEADERS}\n{row}\n")

    def guessed_order(self, nick: str, phone: str) -> None:
        self.bring(f"买家昵称,手机号,付款日期,实付金额,订单状态\n{nick},{phone},2026-11-01,10,交易成功\n")

    def opt_out_phone(self, phone: str, day: str = "2026-11-10") -> None:
        self.bring(f"手机号,退订时间\n{phone},{day}\n")

    def opt_out_nick(self, nick: str, day: str = "2026-11-10") -> None:
        self.bring(f"买家会员名,退订时间\n{nick},{day}\n")

    def agree_by_hand(self, nick: str, when: datetime) -> None:
        with self.shop.read() as connection:
            member = connection.execute("select id from members where nick = ?", [nick]).fetchone()[0]
        record_consent(self.shop, member, "sms", "granted", now=when)

    def reached(self) -> set[str]:
        """The phones that a message to everybody would go to."""
        with self.shop.read() as connection:
            roster = load(connection)
            everybody = roster.members.ids >= 0
            fallen = waterfall_of(
                connection,
                roster,
                everybody,
                shop_options(self.shop),
                purpose=Purpose.MARKETING,
                now=NOW + timedelta(days=50),
            )
            left = [int(roster.members.ids[number]) for number in fallen.numbers]
            refused = refusals(connection, "sms")
            phones = dict(connection.execute("select id, phone from members").fetchall())
            assert refused_one_by_one(connection, "sms") == {m for m in phones if refused.holds_for(m, phones[m])}
        assert not any(refused.holds_for(member, phones[member]) for member in left)
        return {phones[member] for member in left}


def refused_one_by_one(connection: Connection, channel: str) -> set[int]:
    """Who refuses, each asked alone."""
    members = [member for (member,) in connection.execute("select id from members").fetchall()]
    return {member for member in members if refuses(connection, member, channel)}


@pytest.fixture
def case(shop: Shop, folder: Path) -> Case:
    return Case(shop, folder)


def test_the_phone_stays_refused_when_its_owner_gets_another(case: Case) -> None:
    case.order("a", A, "2026-11-01")
    case.opt_out_phone(A)
    case.order("a", B, "2026-11-12")
    case.order("b", A, "2026-11-13")
    assert case.reached() == set()


def test_an_opt_out_list_does_not_hold_the_phone_of_the_day_fast(case: Case) -> None:
    case.order("a", A, "2026-11-01")
    case.opt_out_phone(A)
    case.order("a", Z, "2026-11-05")  # exported later, ordered before the list was brought in
    case.order("z", Z, "2026-11-06")
    assert case.reached() == set()


def test_a_new_opt_out_holds_after_an_agreement_by_hand(case: Case) -> None:
    case.order("a", A, "2026-11-01")
    case.opt_out_phone(A, "2026-11-10")
    case.agree_by_hand("a", datetime(2026, 11, 11, tzinfo=UTC))
    assert case.reached() == {A}
    case.opt_out_phone(A, "2026-11-10")  # the same old list again takes nothing back
    assert case.reached() == {A}
    case.opt_out_phone(A, "2026-11-20")
    assert case.reached() == set()


def test_an_opt_out_without_a_time_is_of_the_day_it_was_brought(case: Case) -> None:
    case.order("a", A, "2026-11-01")
    case.opt_out_phone(A, "2026-11-10")
    case.agree_by_hand("a", datetime(2026, 11, 11, tzinfo=UTC))
    case.opt_out_phone(A, "")
    assert case.reached() == set()


@pytest.mark.parametrize("listed", ["小鱼cat", "小鱼CAT", "小鱼ｃａｔ", "小鱼cat\u3000"])
def test_a_nick_is_refused_where_its_platform_is_not_known(case: Case, listed: str) -> None:
    case.guessed_order("小鱼cat", A)
    case.opt_out_nick(listed)
    assert case.reached() == set()


def test_a_nick_on_a_list_may_be_a_buyer_of_any_platform(case: Case) -> None:
    case.order("momo", A, "2026-11-01")
    with case.shop.write() as connection:
        connection.execute("update identities set scope = 'jd' where kind = 'nick'")
    case.opt_out_nick("momo")
    assert case.reached() == set()


def test_full_width_digits_are_the_same_phone(case: Case) -> None:
    case.order("a", A, "2026-11-01")
    case.opt_out_phone("1390000000１")
    assert case.reached() == set()


def test_who_has_no_time_in_a_list_with_times_has_not_opted_out(case: Case) -> None:
    case.order("a", A, "2026-11-01")
    case.order("b", B, "2026-11-01")
    case.bring(f"手机号,退订时间\n{A},2026-11-10\n{B},--\n")
    assert case.reached() == {B}


def test_who_opted_out_stays_out_in_every_order_of_files(case: Case) -> None:
    case.opt_out_phone(A)
    case.order("a", A, "2026-11-01")
    case.order("b", A, "2026-11-02")
    case.order("c", B, "2026-11-03")
    assert case.reached() == {B}


@pytest.mark.parametrize("seed", range(12))
def test_one_asked_alone_refuses_just_as_among_all(shop: Shop, seed: int) -> None:
    """People of few phones and few nicks, on platforms and on none, who say yes and no by hand and in lists."""
    dice = random.Random(seed)
    with shop.write() as connection:
        people.begin(connection)
        for _ in range(25):
            said = {
                "nick": dice.choice(["momo", "MoMo", "ｍｏｍｏ", "小鱼", "z1", "z2", "z3"]),
                "phone": dice.choice([A, B, Z, "13900000003"]),
            }
            kept = dice.sample(sorted(said), dice.choice([1, 2]))
            platform = dice.choice(["taobao", "jd", "own"])
            people.add_record(connection, platform=platform, **{kind: said[kind] for kind in kept})
        people.derive(connection)
        connection.execute(
            "update members set (phone, phone_kind) = (select value, 'real' from identities where kind = 'phone'"
            " and member_id = members.id) where id in (select member_id from identities where kind = 'phone')"
        )
        keys = connection.execute("select id, member_id from identities where member_id is not null").fetchall()
        for number in range(dice.choice([1, 3, 8])):
            identity, member = dice.choice(keys)
            connection.execute(
                "insert into consents(member_id, identity_id, channel, state, source, noted_at, phone, import_id)"
                " values (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    member, identity, dice.choice(["sms", "sms", "call"]),
                    dice.choice(["opted_out", "not_granted", "granted"]), dice.choice(["hand", "list"]), number,
                    dice.choice(["", "", A, B]), dice.choice([None, 3]),
                ],
            )  # fmt: skip
    with shop.read() as connection:
        phones = dict(connection.execute("select id, phone from members").fetchall())
        for channel in CHANNELS:
            among_all = refusals(connection, channel)
            expected = {member for member, phone in phones.items() if among_all.holds_for(member, phone)}
            assert refused_one_by_one(connection, channel) == expected
