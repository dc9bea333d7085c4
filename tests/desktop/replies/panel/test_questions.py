"""Ten questions of buyers, answered from the ready-made replies by keyboard alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.desktop.replies.panel.conftest import Booth, make_booth
from tests.desktop.stage import Stage
from tests.replies import add_starters

MOST_KEYS = 14
# What the buyer asks, what the clerk types, what is typed in where the reply asks for it, and what is said then.
QUESTIONS = (
    ("什么时候发货？", "fahuo", "", "48 小时内发出"),
    ("怎么退货？", "tuihuo", "", "申请退货退款"),
    ("还有货吗", "youhuo", "", "这款有现货"),
    ("穿什么码", "chima", "L", "建议拍 L 码"),
    ("少了一件", "shaojian", "", "少了的给您补上"),
    ("退款什么时候到", "tkdjdz", "", "原路返回"),
    ("能开发票吗", "fapioa", "", "申请开票"),
    ("地址写错了", "dizhi gai", "", "在订单里改一下"),
    ("在吗", "zaima", "", "您好"),
    ("物流怎么不动了", "wuliu", "", "催快递"),
)


@pytest.fixture
def desk(stage: Stage, qtbot: QtBot) -> Booth:
    add_starters(stage.shop, "zh", now=datetime.now(UTC))
    return make_booth(stage, qtbot)


def type_keys(booth: Booth, text: str) -> int:
    """Press the keys of a text where the keyboard is; what has no key of its own comes as from an input method."""
    where = booth.panel.focusWidget()
    assert where is not None
    if text.isascii():
        QTest.keyClicks(where, text)
    else:
        where.insert(text)  # type: ignore[attr-defined]
    return len(text)


def press_enter(booth: Booth) -> int:
    QTest.keyClick(booth.panel.focusWidget(), Qt.Key.Key_Return)
    return 1


@pytest.mark.parametrize(("asked", "typed", "fills", "says"), QUESTIONS, ids=[one[1] for one in QUESTIONS])
def test_a_question_is_answered_with_a_few_keys(desk: Booth, asked: str, typed: str, fills: str, says: str) -> None:
    keys = type_keys(desk, typed) + press_enter(desk)
    if fills:
        assert desk.copied() == "before"
        assert desk.panel.blanks.isAncestorOf(desk.panel.focusWidget())
        keys += type_keys(desk, fills) + press_enter(desk)
    assert says in desk.copied(), asked
    assert "{" not in desk.copied()
    assert keys <= MOST_KEYS
