"""The page Tags over a real shop: what rules say and count, what is changed and undone."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from desktop.pages import PAGES
from desktop.tags.dialogs import MergeDialog, NewTagDialog, TagNameDialog
from desktop.tags.page import TagsPage
from desktop.tags.refresh import TagRefresh
from desktop.tags.table_model import DEFINITION, GIVEN_BY, PEOPLE
from local_db.changes import Changes, Topic
from local_db.members.actions import tag_member
from local_db.tags import actions
from local_db.tags.model import Period

TOPICS = next(page.topics for page in PAGES if page.key == "tags")


@pytest.fixture
def page(stage, qtbot):
    """Three buyers of 10.00 each, of today, yesterday and the day before."""
    stage.add_members("小鱼", "豆浆", "油条")
    made = TagsPage(stage.context)
    qtbot.addWidget(made)
    made.resize(1080, 760)
    stage.context.changes.subscribe(made, TOPICS)
    made.show()
    settle(stage)
    return made


def settle(stage):
    for _ in range(4):  # an answer may ask the next question
        stage.settle()


def cell(page, name, column):
    return page.model.text(row(page, name), column)


def row(page, name):
    return next(row for row in page.model.rows if row.tag.name == name)


def choose(stage, page, name):
    page.table.selectRow(page.model.rows.index(row(page, name)))
    settle(stage)


def answer(kind, act, tries=200):
    """Do this in the next dialog, once it is open, and accept it."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, kind):
        act(dialog)
        dialog.done(QDialog.DialogCode.Accepted)
    elif tries:
        QTimer.singleShot(10, partial(answer, kind, act, tries - 1))
    elif dialog is not None:
        dialog.close()


def undo(stage):
    stage.notices.all[-1].action()
    settle(stage)


def test_a_shop_that_had_no_rules_gets_them_when_the_page_opens(page):
    assert cell(page, "New", GIVEN_BY) == "Lifecycle"
    assert cell(page, "New", DEFINITION) == "Bought for the first time within the last 30 days, and only once"
    assert cell(page, "New", PEOPLE) == "3"
    assert "0" in cell(page, "Lost", PEOPLE)
    assert "17 tags, 17 of them" in page.header.findChildren(type(page.header._sentence))[1].text()


def test_an_empty_shop_says_what_to_do(stage, qtbot):
    made = TagsPage(stage.context)
    qtbot.addWidget(made)
    stage.context.changes.subscribe(made, TOPICS)
    made.show()
    settle(stage)
    assert not made.model.rows
    assert made.empty.isVisible()
    assert made.empty.button.text() == "Import orders"


def test_the_focus_alone_chooses_nothing(page):
    page.table.setFocus()
    assert page.panel.isHidden()


def test_a_rule_is_counted_while_it_is_edited_and_then_saved(stage, page):
    choose(stage, page, "New")
    assert [(bar.label, bar.amount) for bar in page.rule.bars.rows][:2] == [("New", "3"), ("Active", "0")]
    assert page.rule.finding.text().startswith("Only 0 repurchases")
    page.rule.fields["new_days"].setValue(2)  # of today and yesterday
    settle(stage)
    assert [(bar.label, bar.amount) for bar in page.rule.bars.rows][:2] == [("New", "1"), ("Active", "2")]
    assert cell(page, "New", PEOPLE) == "3"  # not saved yet
    page.rule.save_button.click()
    settle(stage)
    assert cell(page, "New", PEOPLE) == "1"
    assert "within the last 2 days" in cell(page, "New", DEFINITION)
    undo(stage)
    assert cell(page, "New", PEOPLE) == "3"


def test_numbers_that_mean_nothing_are_explained_and_not_saved(stage, page):
    choose(stage, page, "Big spender")
    page.rule.fields["big_share"].setValue(90)
    settle(stage)
    assert "larger than the one before: 90, 80" in page.rule.problem.text
    assert not page.rule.save_button.isEnabled()
    page.rule.undo_button.click()
    settle(stage)
    assert page.rule.problem.isHidden()
    assert page.rule.fields["big_share"].value() == 50


def test_the_built_in_definition_is_brought_back(stage, page):
    choose(stage, page, "New")
    assert page.rule.restore_button.isHidden()
    actions.save_numbers(stage.shop, "lifecycle", page.rule.draft().numbers | {"new_days": 7})
    stage.announce(Changes.of(Topic.MEMBERS))
    settle(stage)
    assert page.rule.fields["new_days"].value() == 7
    page.rule.restore_button.click()
    settle(stage)
    assert page.rule.fields["new_days"].value() == 30


def test_another_tag_of_the_same_rule_keeps_what_is_being_edited(stage, page):
    choose(stage, page, "New")
    page.rule.fields["new_days"].setValue(2)
    choose(stage, page, "Active")
    assert page.rule.fields["new_days"].value() == 2
    choose(stage, page, "Refund-prone")
    choose(stage, page, "New")
    assert page.rule.fields["new_days"].value() == 30


def test_promotions_are_edited_as_rows(stage, page):
    choose(stage, page, "Promotions only")
    page.rule.fields["least_orders"].setValue(1)
    settle(stage)
    assert page.rule.bars.rows[0].amount == str(sum(in_usual_period(page, stage)))
    page.rule.periods.set_periods(())
    page.rule.periods.add_button.click()
    settle(stage)
    assert "needs a name and two days" in page.rule.problem.text
    entry = page.rule.periods._rows[0]
    for field, text in ((entry.name, "All year"), (entry.start, "01-01"), (entry.end, "12-31")):
        field.setText(text)
    entry.end.textEdited.emit("12-31")
    settle(stage)
    assert page.rule.problem.isHidden()
    assert page.rule.bars.rows[0].amount == "3"
    page.rule.save_button.click()
    settle(stage)
    assert cell(page, "Promotions only", DEFINITION).endswith("during a promotion: All year")
    assert page.rule.draft().periods == (Period("All year", "01-01", "12-31"),)


def in_usual_period(page, stage):
    """Whether each of the three buyers has bought within a built-in period."""
    roster = stage.context.rosters.current()
    numbers = {"least_orders": 1}
    usual = page._found.rows[-1].tag.rule.periods
    counts, _ = actions.try_numbers(roster, "promotions", numbers, usual, datetime.now(UTC))
    return [counts["only"]]


def test_a_rule_is_turned_off_and_on(stage, page):
    choose(stage, page, "New")
    page.card.toggle.click()
    settle(stage)
    assert cell(page, "New", PEOPLE) == "off"
    assert not stage.context.rosters.current().members.tags["New"].any()
    page.card.toggle.click()
    settle(stage)
    assert cell(page, "New", PEOPLE) == "3"


def test_renaming_is_undone(stage, page):
    choose(stage, page, "New")
    answer(TagNameDialog, lambda dialog: dialog.field.setText("Just arrived"))
    page.card.rename_button.click()
    settle(stage)
    assert page.card.name.text() == "Just arrived"
    undo(stage)
    assert page.card.name.text() == "New"


def test_a_tag_by_hand_is_made_merged_and_brought_back(stage, page):
    answer(NewTagDialog, lambda dialog: dialog.field.setText("Friends"))
    page.new.click()
    settle(stage)
    assert cell(page, "Friends", GIVEN_BY) == "By hand"
    tag_member(stage.shop, 1, "Friends")
    tag_member(stage.shop, 2, "VIP")
    stage.announce(Changes.of(Topic.MEMBERS))
    settle(stage)
    choose(stage, page, "VIP")
    answer(MergeDialog, lambda dialog: dialog.into.set_value(row(page, "Friends").tag.id))
    page.card.merge_button.click()
    settle(stage)
    assert page.card.name.text() == "Friends"
    assert cell(page, "Friends", PEOPLE) == "2"
    undo(stage)
    assert (cell(page, "Friends", PEOPLE), cell(page, "VIP", PEOPLE)) == ("1", "1")


def test_a_tag_by_hand_is_deleted_by_key_and_brought_back(stage, page, qtbot):
    tag_member(stage.shop, 1, "Friends")
    stage.announce(Changes.of(Topic.MEMBERS))
    choose(stage, page, "Friends")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    settle(stage)
    assert "Friends" not in [row.tag.name for row in page.model.rows]
    assert page.panel.isHidden()
    undo(stage)
    assert cell(page, "Friends", PEOPLE) == "1"


def test_a_tag_by_a_segment_says_its_conditions(stage, page):
    stage.add_segment("Newest", {"field": "first_order", "op": "within_days", "value": 2})

    def fill(dialog):
        dialog.field.setText("Fresh")
        dialog.kind.set_current("segment")
        dialog._check()

    answer(NewTagDialog, fill)
    page.new.click()
    settle(stage)
    assert cell(page, "Fresh", GIVEN_BY) == "Segment"
    assert "2 days" in cell(page, "Fresh", DEFINITION)
    assert cell(page, "Fresh", PEOPLE) == "1"
    assert page.rule.isHidden()


def test_a_tag_by_a_segment_names_the_segment_it_asks_for(stage, page):
    asked = stage.add_segment("Newest", {"field": "first_order", "op": "within_days", "value": 2})
    stage.add_segment("Of the newest", {"segment": asked.id})
    told = []

    def fill(dialog):
        dialog.field.setText("Fresh")
        dialog.kind.set_current("segment")
        dialog.segment.setCurrentText("Of the newest")
        dialog._check()
        told.append(dialog._said.text())

    answer(NewTagDialog, fill)
    stage.announce(Changes.of(Topic.SEGMENTS))
    settle(stage)
    page.new.click()
    settle(stage)
    assert "“Newest”" in told[0]
    assert "“Newest”" in cell(page, "Fresh", DEFINITION)


def test_a_tag_is_opened_by_its_name(stage, page, qtbot):
    page.open(name="Lost")
    assert page.card.name.text() == "Lost"
    assert page.table.selected_row() == 4
    early = TagsPage(stage.context)  # before it has read anything
    qtbot.addWidget(early)
    early.open(name="New")
    stage.context.changes.subscribe(early, TOPICS)
    early.show()
    settle(stage)
    assert early.card.name.text() == "New"


def test_a_tag_becomes_a_segment(stage, page):
    choose(stage, page, "New")
    page.card.segment_button.click()
    assert stage.visits[-1] == ("segments", {"tree": {"tag": "New"}, "name": "New"})


def test_a_narrow_table_keeps_names_and_people(stage, page, qtbot):
    for width, hidden in ((1080, []), (880, [DEFINITION]), (740, [GIVEN_BY, DEFINITION])):
        page.resize(width, 760)
        choose(stage, page, "New")
        assert [column for column in range(4) if page.table.isColumnHidden(column)] == hidden
        qtbot.waitUntil(lambda: not page.table.horizontalScrollBar().isVisible())


def test_tags_are_found_by_typing(stage, page):
    page.search.setText("SPEND")
    page.search.flush()
    assert [row.tag.name for row in page.model.rows] == ["Big spender", "Middle spender", "Small spender"]
    page.search.setText("nothing like it")
    page.search.flush()
    assert page.empty.button.text() == "Clear the search"
    page.empty.button.click()
    assert len(page.model.rows) == 17


def test_a_taken_name_is_said(stage, page):
    answer(NewTagDialog, lambda dialog: dialog.field.setText("New"))
    page.new.click()
    settle(stage)
    assert stage.notices.all[-1].text == "There is already a tag named New."


def test_every_control_has_a_name(stage, page):
    choose(stage, page, "Promotions only")
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)


# --- what follows imports ---


def test_rules_follow_an_import_and_announce_once(stage, qtbot):
    refresh = TagRefresh(stage.context)
    stage.add_members("小鱼", "豆浆")
    told = []
    stage.context.changes.announced.connect(told.append)
    stage.announce(Changes.of(Topic.IMPORTS, Topic.ORDERS, Topic.MEMBERS))
    settle(stage)
    assert stage.context.rosters.current().members.tags["New"].tolist() == [True, True]
    assert told == [Changes.of(Topic.IMPORTS, Topic.ORDERS, Topic.MEMBERS), Changes.of(Topic.MEMBERS)]
    assert refresh is not None


def test_changes_while_it_works_are_followed_afterwards(stage):
    refresh = TagRefresh(stage.context)
    stage.add_members("小鱼")
    for _ in range(3):
        stage.context.changes.announce(Changes.of(Topic.ORDERS))
    settle(stage)
    assert stage.context.rosters.current().members.tags["New"].tolist() == [True]
    assert not refresh._working
    assert not refresh._again


def test_a_new_day_refreshes_a_shop_with_members_only(stage):
    refresh = TagRefresh(stage.context)
    refresh.begin_day()
    settle(stage)
    assert not stage.context.rosters.current().members.tags
    stage.add_members("小鱼")
    refresh.begin_day()
    settle(stage)
    assert stage.context.rosters.current().members.tags["New"].tolist() == [True]
