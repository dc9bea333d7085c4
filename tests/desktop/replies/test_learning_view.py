"""What is looked for in vain and what has aged, and what is done about it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QItemSelectionModel

from local_db.replies import actions, uses
from local_db.replies.model import Reply, Wording
from tests.desktop.replies.library import add_library, opened, settle, stored, undo
from tests.desktop.stage import NOW


@pytest.fixture
def page(stage, qtbot):
    add_library(stage)
    for days, typed in ((3, "开发票"), (2, "发票"), (1, "赠品")):
        uses.record_search(stage.shop, typed, now=NOW - timedelta(days=days))
    made = opened(stage, qtbot)
    made.sections.chosen.emit("learning")
    settle(stage)
    return made


def searched(page):
    return {gap.typed for gap in page.learning.gaps.rows}


def aged(page):
    table = page.learning.aged
    return {row.reply.title: table.text(row, 2) for row in table.rows}


def choose(page, title):
    table, rows = page.learning.aged_table, [row.reply.title for row in page.learning.aged.rows]
    # Not selectRow, which asks the keyboard: an earlier test may have left Shift down.
    only = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().setCurrentIndex(table.model().index(rows.index(title), 0), only)


def test_a_search_in_vain_is_written_with_its_words_as_the_title(stage, page):
    assert "赠品" in searched(page)
    row = [gap.typed for gap in page.learning.gaps.rows].index("赠品")
    page.learning.gap_table.selectRow(row)
    page.learning.write.click()
    settle(stage)
    assert page.sections.current == "library"
    assert page.library.editor.title.text() == "赠品"


def test_what_nobody_needs_is_forgotten(stage, page):
    row = [gap.typed for gap in page.learning.gaps.rows].index("赠品")
    page.learning.gap_table.selectRow(row)
    page.learning.dismiss.click()
    settle(stage)
    assert "赠品" not in searched(page)


def test_what_is_past_its_last_day_is_listed_with_the_reason(page):
    assert "its last day was 2025-11-12" in aged(page)["双11还有货吗"]


def test_what_was_looked_over_is_fresh_and_that_can_be_taken_back(stage, page):
    choose(page, "双11还有货吗")
    page.learning.still.click()
    settle(stage)
    assert stored(stage, "r-sale").valid_until == ""
    assert "its last day" not in aged(page).get("双11还有货吗", "")
    undo(stage)
    assert stored(stage, "r-sale").valid_until == "2025-11-12"


def test_old_replies_are_deleted_together(stage, page):
    choose(page, "双11还有货吗")
    page.learning.delete.click()
    settle(stage)
    assert "双11还有货吗" not in aged(page)
    undo(stage)
    assert "双11还有货吗" in aged(page)


def test_a_row_opens_its_reply(stage, page):
    choose(page, "双11还有货吗")
    page.learning.look.click()
    settle(stage)
    assert page.library.editor.title.text() == "双11还有货吗"


def test_what_was_not_taken_for_a_quarter_of_a_year_is_listed(stage, page):
    old = Reply("", "旧的", (Wording("", "很旧"),))
    stage.announce(actions.save_reply(stage.shop, old, now=NOW - timedelta(days=120))[1])
    settle(stage)
    assert "not taken for 120 days" in aged(page)["旧的"]
