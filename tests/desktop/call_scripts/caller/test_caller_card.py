"""Trying a script: as a call goes, with example values, and nothing is recorded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.call_scripts.caller.caller_card import CallerCard
from desktop.call_scripts.caller.clock import CallClock, CallTimes
from desktop.call_scripts.caller.person_card import grouped
from local_db.call_scripts.model import CallScript, Step
from tests.desktop.call_scripts.caller.scripts import SCRIPT
from tests.desktop.stage import Stage


@pytest.fixture
def card(stage: Stage, qtbot: QtBot) -> CallerCard:
    made = CallerCard(stage.context)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.show_script(SCRIPT, 1)
    return made


def at(card: CallerCard) -> str:
    assert card.pane.run is not None
    return card.pane.run.at


def with_text(key: str, text: str) -> CallScript:
    steps = tuple(replace(step, says=(text,)) if step.key == key else step for step in SCRIPT.steps)
    return replace(SCRIPT, steps=steps)


def test_it_begins_at_the_opening_with_example_values(card: CallerCard) -> None:
    assert at(card) == "open"
    assert card.pane.says.text == "您好，小雨妈妈，看到您买过全价成猫粮鸡肉味。"
    assert [button.key for button in card.pane.grid.buttons] == ["1", "2", "3", "4", "5"]


def test_every_step_in_sight_is_told(card: CallerCard, qtbot: QtBot) -> None:
    shown: list[str] = []
    card.step_shown.connect(shown.append)
    qtbot.keyClick(card.pane, Qt.Key.Key_1)
    qtbot.keyClick(card.pane, Qt.Key.Key_1)
    qtbot.keyClick(card.pane, Qt.Key.Key_Backspace)
    card.again.click()
    assert shown == ["offer", "agreed", "offer", "open"]


def test_a_key_without_an_answer_does_nothing(card: CallerCard, qtbot: QtBot) -> None:
    qtbot.keyClick(card.pane, Qt.Key.Key_9)
    assert at(card) == "open"


def test_an_answer_is_given_by_a_click(card: CallerCard) -> None:
    card.pane.grid.buttons[1].click()
    assert at(card) == "later"
    assert card.pane.outcome.text() == "Not interested"


def test_the_tags_that_would_be_given_are_shown(card: CallerCard, qtbot: QtBot) -> None:
    qtbot.keyClick(card.pane, Qt.Key.Key_1)
    qtbot.keyClick(card.pane, Qt.Key.Key_1)
    assert "接了电话" in card.pane.tags.text()
    assert "要券" in card.pane.tags.text()


def test_a_value_that_is_emptied_is_named_as_missing(card: CallerCard, qtbot: QtBot) -> None:
    qtbot.keyClick(card.pane, Qt.Key.Key_1)
    card.values.fields["city"].setText("")
    assert "City?" in card.pane.says.text
    assert card.pane.missing.isVisible()
    card.values.fields["city"].setText("苏州")
    assert card.pane.says.text == "给苏州的老客减20元。"
    assert not card.pane.missing.isVisible()


def test_a_changed_script_goes_on_where_it_was(card: CallerCard, qtbot: QtBot) -> None:
    qtbot.keyClick(card.pane, Qt.Key.Key_1)
    card.values.fields["nick"].setText("阿福")
    card.show_script(with_text("offer", "给您减20元，{nick|亲}。"), 1)
    assert at(card) == "offer"
    assert card.pane.says.text == "给您减20元，阿福。"


def test_a_step_that_is_gone_is_left(card: CallerCard, qtbot: QtBot) -> None:
    qtbot.keyClick(card.pane, Qt.Key.Key_1)
    opening = replace(SCRIPT.steps[0], answers=SCRIPT.steps[0].answers[1:])
    card.show_script(replace(SCRIPT, steps=(opening, *SCRIPT.steps[2:])), 1)
    assert at(card) == "open"


def test_a_way_can_be_gone_back_to_any_step(card: CallerCard, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_1):
        qtbot.keyClick(card.pane, key)
    chips = [card.pane._flow.itemAt(place).widget() for place in range(card.pane._flow.count())]  # type: ignore[union-attr]
    assert len(chips) == 3
    chips[1].click()  # type: ignore[attr-defined]
    assert at(card) == "open"
    assert card.pane.says.text.startswith("打扰一下")


def test_a_script_with_faults_says_so(card: CallerCard) -> None:
    card.show_script(CallScript("a", (Step("a", ""),)), 1)
    assert card.faulty.isVisible()
    assert card.pane.run is None
    card.show_script(SCRIPT, 1)
    assert not card.faulty.isVisible()
    assert at(card) == "open"


def test_an_objection_is_shown_and_put_away(card: CallerCard) -> None:
    button = card.objections.buttons[0]
    button.click()
    assert card.objections.says.text == "现在减20。"
    button.click()
    assert not card.objections.says.isVisible()


def test_nothing_is_recorded(stage: Stage, card: CallerCard, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_4,):
        qtbot.keyClick(card.pane, key)
    stage.settle()
    with stage.shop.read() as connection:
        assert connection.execute("select count(*) from call_records").fetchone()[0] == 0
        assert connection.execute("select count(*) from consents").fetchone()[0] == 0


def test_the_clock_counts_and_stands_still_at_the_end(qtbot: QtBot) -> None:
    now = [100.0]
    clock = CallClock(now=lambda: now[0])
    qtbot.addWidget(clock)
    assert clock.text() == "0:00"
    clock.begin()
    now[0] = 165.0
    clock.hold(over=True)
    assert clock.text() == "1:05"
    now[0] = 200.0
    clock.hold(over=True)
    assert clock.times == CallTimes(100.0, 165.0)
    clock.hold(over=False)
    assert clock.text() == "1:40"
    clock.begin(CallTimes(10.0, 12.0))
    assert clock.text() == "0:02"
    clock.stop()
    assert clock.text() == "0:00"


@pytest.mark.parametrize(
    ("phone", "shown"),
    [("13800001234", "138 0000 1234"), ("12345678", "1234 5678"), ("+8613800001234", "+8613800001234"), ("", "")],
)
def test_a_phone_is_read_in_groups(phone: str, shown: str) -> None:
    assert grouped(phone) == shown
