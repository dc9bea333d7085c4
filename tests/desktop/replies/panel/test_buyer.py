"""Who is answered: found by what a clerk has at hand, bound, kept, and let go."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.replies.panel.buyer_facts import about, buyer_of, read
from local_db.changes import Changes, Topic
from local_db.replies.buyer import BuyerFacts, Candidate, LastOrder, OpenRefund, Parcel
from local_db.replies.uses import record_use
from tests.desktop.replies.panel.conftest import FISH, Booth
from tests.desktop.stage import NOW, Stage

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FACTS = BuyerFacts(
    member_id=3,
    nick="小鱼干不干",
    name="李",
    platform="taobao",
    tier="V3",
    points=None,
    points_day="",
    orders=4,
    spent=128_600,
    currency="CNY",
    order=LastOrder(
        9, "190001", "喵屋", 0, "2026-10-02", "冻干三文鱼", "signed", 9900, "CNY", (Parcel("中通", "7389"),)
    ),
    tags=("老客", "双12"),
    note="肠胃\n敏感",
    noted_at=0,
    refuses=("sms",),
    refund=OpenRefund("1901", "asked", 100, "CNY", "冻干"),
    variables={"nick": "小鱼干不干", "order_status": "signed", "courier": "中通", "name": ""},
)


def add_people(stage: Stage, *nicks: str) -> None:
    """Members with one purchase each who are known by their nicks, as an import leaves them."""
    stage.add_members(*nicks)
    with stage.shop.write() as connection:
        connection.execute(
            "insert into identities(member_id, kind, scope, value) select id, 'nick', platform, nick from members"
        )


def type_buyer(booth: Booth, text: str) -> None:
    field = booth.panel.buyers.bar.field
    field.setText(text)
    field.textEdited.emit(text)
    booth.stage.settle()


def test_three_lines_say_who_it_is() -> None:
    buyer = buyer_of(FACTS, {})
    assert buyer.summary == "V3 · 4 orders · ¥1,286"
    assert (buyer.last, buyer.parcel) == ("Last 10-02 冻干三文鱼", "中通 7389 delivered")
    assert buyer.notes == "老客, 双12 · 肠胃 敏感"
    assert buyer.warning == "a refund was asked for · wants no SMS"


@pytest.mark.parametrize(
    ("points", "day", "said"),
    [(1_320, "2026-06-01", "1,320 points on 06-01 · "), (0, "", "0 points · "), (None, "", "")],
)
def test_points_are_said_with_the_day_they_are_from(points: int | None, day: str, said: str) -> None:
    buyer = buyer_of(replace(FACTS, points=points, points_day=day), {})
    assert buyer.notes == f"{said}老客, 双12 · 肠胃 敏感"


def test_the_status_of_an_order_is_said_in_words() -> None:
    assert buyer_of(FACTS, {}).variables["order_status"] == "delivered"


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        (FACTS, "小鱼干不干"),
        (replace(FACTS, nick=""), "李"),
        (replace(FACTS, nick="", name=""), "member 3"),
    ],
)
def test_everybody_is_called_something(facts: BuyerFacts, name: str) -> None:
    assert buyer_of(facts, {}).name == name


def test_a_buyer_without_an_order_has_no_line_about_one() -> None:
    buyer = buyer_of(replace(FACTS, order=None, tags=(), note="", refuses=(), refund=None, orders=1), {})
    assert (buyer.last, buyer.parcel, buyer.notes, buyer.warning) == ("", "", "", "")
    assert buyer.summary == "V3 · 1 order · ¥1,286"


@pytest.mark.parametrize(
    "why", ["nick", "buyer_id", "open_id", "email", "phone", "order_number", "tracking", "nick_beginning"]
)
def test_every_reason_for_a_candidate_has_words(why: str) -> None:
    assert about(Candidate(1, "鱼", "", "taobao", why)).startswith("Taobao / Tmall · ")


def test_what_a_buyer_has_got_is_read_with_her(stage: Stage) -> None:
    stage.add_members("小鱼")
    record_use(stage.shop, "late", "late1", member_id=1, now=NOW)
    buyer = read(stage.shop, 1, None)
    assert buyer is not None
    assert buyer.wordings == {"late": ["late1"]}
    assert read(stage.shop, 99, None) is None


@pytest.mark.parametrize("typed", ["小鱼", "13800000001", "1"])
def test_nick_phone_or_order_and_enter_bind(booth: Booth, typed: str) -> None:
    add_people(booth.stage, "小鱼", "小鱼干")
    QTest.keyClick(booth.panel.query, Qt.Key.Key_B, CONTROL)
    assert booth.panel.buyers.bar.field.hasFocus()
    type_buyer(booth, typed)
    QTest.keyClick(booth.panel.buyers.bar.field, Qt.Key.Key_Return)
    booth.stage.settle()
    assert booth.panel.buyers.buyer is not None
    assert booth.panel.buyers.buyer.member_id == 1
    assert booth.panel.query.hasFocus()
    booth.type("退货运费")
    QTest.keyClick(booth.panel.query, Qt.Key.Key_Return)
    assert booth.copied().startswith("小鱼，")
    assert booth.rows("select member_id from reply_uses") == [(1,)]


def test_arrows_choose_among_those_who_may_be_meant(booth: Booth) -> None:
    add_people(booth.stage, "小鱼甲", "小鱼乙")
    booth.panel.buyers.bar.begin()
    type_buyer(booth, "小鱼")
    assert len(booth.panel.buyers.bar.candidate_buttons()) == 2
    QTest.keyClick(booth.panel.buyers.bar.field, Qt.Key.Key_Down)
    chosen = [button.isChecked() for button in booth.panel.buyers.bar.candidate_buttons()]
    assert chosen == [False, True]


def test_nobody_is_said_plainly(booth: Booth) -> None:
    booth.panel.buyers.bar.begin()
    type_buyer(booth, "没有这个人")
    assert booth.panel.buyers.bar._said.text() == "No customer of that nick, phone or number."


def test_the_clipboard_binds_the_only_one_who_can_be_meant(booth: Booth) -> None:
    add_people(booth.stage, "小鱼", "小鱼干")
    QGuiApplication.clipboard().setText(" 13800000002 ")
    QTest.keyClick(booth.panel.query, Qt.Key.Key_B, CONTROL | SHIFT)
    booth.stage.settle()
    booth.stage.settle()
    assert booth.panel.buyers.buyer is not None
    assert booth.panel.buyers.buyer.name == "小鱼干"


@pytest.mark.parametrize("text", ["", "两\n行", "长" * 100])
def test_a_clipboard_without_a_number_is_refused_with_a_sentence(booth: Booth, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    booth.panel.buyers.from_clipboard()
    assert booth.panel.foot.said == "No nick or number is on the clipboard"


@pytest.mark.parametrize("typed", ["13800000001", "小鱼"])
def test_a_search_that_finds_no_reply_may_mean_a_buyer(booth: Booth, typed: str) -> None:
    add_people(booth.stage, "小鱼", "小鱼干")
    booth.type(typed)
    booth.stage.settle()
    assert booth.panel.buyers.bar.candidate_buttons()
    assert "this customer" in [label.text() for label in booth.panel.foot.findChildren(QLabel)]
    QTest.keyClick(booth.panel.query, Qt.Key.Key_Return)
    booth.stage.settle()
    assert booth.panel.buyers.buyer is not None
    assert booth.panel.query.text() == ""
    booth.panel.put_away()
    assert booth.rows("select typed from reply_searches") == []


def test_a_nick_that_was_searched_for_is_not_kept_when_nobody_is_bound(booth: Booth) -> None:
    add_people(booth.stage, "小鱼")
    booth.type("小鱼")
    booth.stage.settle()
    booth.panel.put_away()
    booth.panel.call()
    booth.type("小鱼怎么做")
    booth.stage.settle()
    booth.panel.put_away()
    assert booth.rows("select typed from reply_searches") == [("小鱼怎么做",)]


def test_letting_go_asks_who_is_next(booth: Booth) -> None:
    booth.panel.buyers.set_buyer(FISH)
    booth.panel.buyers.bar.chip.click()
    assert booth.panel.buyers.buyer is None
    assert booth.panel.writer.buyer is None
    assert booth.panel.buyers.bar.field.hasFocus()


def test_esc_in_the_field_leads_back_to_the_search(booth: Booth) -> None:
    booth.panel.buyers.bar.begin()
    QTest.keyClick(booth.panel.buyers.bar.field, Qt.Key.Key_Escape)
    assert booth.panel.query.hasFocus()
    assert booth.panel.isVisible()


def test_a_buyer_who_is_erased_is_let_go(booth: Booth) -> None:
    add_people(booth.stage, "小鱼")
    booth.panel.buyers.bind(Candidate(1, "小鱼", "", "taobao", "nick"))
    booth.stage.settle()
    assert booth.panel.buyers.buyer is not None
    with booth.stage.shop.write() as connection:
        connection.execute("delete from consents")
        connection.execute("update members set nick = '小鱼改名' where id = 1")
    booth.stage.announce(Changes.of(Topic.MEMBERS))
    assert booth.panel.buyers.buyer.name == "小鱼改名"
    with booth.stage.shop.write() as connection:
        connection.execute("delete from orders")
        connection.execute("delete from members")
    booth.stage.announce(Changes.of(Topic.MEMBERS))
    assert booth.panel.buyers.buyer is None


def test_a_long_title_leaves_room_for_the_parcel(booth: Booth) -> None:
    title = "喵屋无谷猫粮成猫三文鱼配方冻干双拼主粮"
    booth.panel.buyers.set_buyer(replace(FISH, last=title, parcel="极兔速递 7901493475680 已发货"))
    booth.stage.settle()
    bar = booth.panel.buyers.bar
    assert bar.parcel.width() >= bar.parcel.fontMetrics().horizontalAdvance(bar.parcel.text())
    assert bar.last.toolTip() == title
    assert bar.last.width() > 60
