"""The list: what is kept, what is begun, what is undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.segments import name_dialog
from desktop.shell.notices import Notice
from local_db.segments import actions
from local_db.segments.model import SavedSegment
from local_db.segments.tree import parse

VIP = {"all": [{"tag": "VIP"}]}


def texts(desk, column):
    model = desk.page.list.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def save(desk, name="VIPs", tree=VIP):
    builder = desk.open(tree=tree, name=name)
    builder.save()
    desk.settle()
    builder.header.back.click()
    desk.settle()


@pytest.fixture
def notices(desk) -> list[Notice]:
    shown: list[Notice] = []
    desk.context.notices.shown.connect(shown.append)
    return shown


def test_an_empty_shop_leads_to_the_import(desk_over: Callable, shop, monkeypatch) -> None:
    desk = desk_over(shop)
    assert desk.page.empty.isVisible()
    asked = []
    monkeypatch.setattr("desktop.importing.import_dialog.choose_and_import", lambda *a: asked.append(a))
    desk.page.empty.button.click()
    assert asked == [(desk.context, desk.page)]


def test_an_empty_shop_can_still_be_asked(desk_over: Callable, shop) -> None:
    builder = desk_over(shop).open(tree=VIP, name="VIPs")
    assert builder.answer is not None
    assert (builder.answer.count, builder.answer.everybody) == (0, 0)


def test_starters_show_how_many_they_find(desk) -> None:
    tiles = desk.page.list.gallery.tiles
    assert len(tiles) >= 24
    assert all(bool(tile._count) is (tile.filled is not None) for tile in tiles)
    assert sum(tile.filled is not None for tile in tiles) >= 20


def test_a_starter_that_lacks_something_says_so_and_cannot_be_pressed(desk) -> None:
    """The shop has no categories, and few words."""
    lacking = [tile for tile in desk.page.list.gallery.tiles if tile.filled is None]
    assert lacking
    assert all(not tile.isEnabled() and tile._words.startswith("needs ") for tile in lacking)


@pytest.mark.parametrize(("typed", "group", "expected"), [("birthday", "", 1), ("", "service", 2), ("zzz", "", 0)])
def test_starters_are_found_by_typing_and_by_group(desk, typed, group, expected) -> None:
    gallery = desk.page.list.gallery
    gallery._choose_group(group)
    gallery.search.setText(typed)
    gallery.search.flush()
    shown = [tile for tile in gallery.tiles if not tile.isHidden()]
    assert len(shown) >= expected
    assert all(group in ("", tile.starter.group) for tile in shown)
    assert all(typed in f"{tile.starter.name} {tile.starter.description}".casefold() for tile in shown)
    assert gallery._nothing.isHidden() is bool(shown)


def test_a_starter_becomes_a_copy_to_work_on(desk) -> None:
    tile = next(tile for tile in desk.page.list.gallery.tiles if not tile.starter.asks)
    tile.click()
    desk.settle()
    builder = desk.builder
    assert desk.page.stack.currentWidget() is builder
    assert builder.header.name.text() == tile.starter.name
    assert builder.draft.node == tile.starter.tree
    assert builder.draft.unsaved


def test_a_saved_segment_stands_in_the_list_with_its_count(desk) -> None:
    save(desk)
    assert texts(desk, 0) == ["VIPs"]
    assert texts(desk, 1) == ["Is tagged “VIP”"]
    assert texts(desk, 2) == ["6"]


def test_a_segment_is_opened_by_enter_and_reopened_as_it_was(desk, qtbot: QtBot) -> None:
    save(desk)
    desk.page.list.table.selectRow(0)
    qtbot.keyClick(desk.page.list.table, Qt.Key.Key_Return)
    desk.settle()
    assert desk.page.stack.currentWidget() is desk.builder
    assert desk.builder.draft.node == parse(VIP)
    assert not desk.builder.draft.unsaved


def test_unsaved_changes_are_kept_and_marked(desk) -> None:
    save(desk)
    builder = desk.open(segment_id=desk.page.list.model.rows[0].key)
    builder.editor.turn((0,))
    builder.header.back.click()
    desk.settle()
    assert texts(desk, 0) == ["VIPs · not saved"]
    assert texts(desk, 2) == ["54"]
    desk.page.list.open_wanted.emit(desk.page.list.model.rows[0].key)
    assert builder.draft.unsaved


def test_drafts_outlive_the_page_of_another_language(desk_over: Callable, stocked) -> None:
    desk_over(stocked).open(tree=VIP, name="VIPs")
    second = desk_over(stocked, "zh")
    assert [row.name for row in second.page.list.model.rows] == ["VIPs"]
    assert texts(second, 1) == ["有标签“VIP”"]


def test_an_untouched_empty_segment_is_not_kept(desk) -> None:
    desk.open(new=True).header.back.click()
    desk.settle()
    assert texts(desk, 0) == []


def test_deleting_can_be_undone(desk, notices) -> None:
    save(desk)
    desk.page.list.table.selectRow(0)
    desk.page.list.delete_wanted.emit(desk.page.list.selected_key())
    desk.settle()
    assert texts(desk, 0) == []
    notices[-1].action()
    desk.settle()
    assert texts(desk, 0) == ["VIPs"]


def test_deleting_an_unsaved_one_can_be_undone(desk, notices) -> None:
    builder = desk.open(tree=VIP, name="VIPs")
    builder.delete_wanted.emit(builder.draft.key)
    desk.settle()
    assert desk.page.stack.currentWidget() is desk.page.list
    assert texts(desk, 0) == []
    notices[-1].action()
    desk.settle()
    assert texts(desk, 0) == ["VIPs · not saved"]


def test_rename_and_duplicate(desk, monkeypatch) -> None:
    save(desk)
    key = desk.page.list.model.rows[0].key
    monkeypatch.setattr(name_dialog.NameDialog, "ask", classmethod(lambda *_: "Best buyers"))
    desk.page.list.rename_wanted.emit(key)
    desk.settle()
    desk.page.list.duplicate_wanted.emit(key)
    desk.settle()
    assert set(texts(desk, 0)) == {"Best buyers", "Best buyers copy"}
    assert len(actions.list_segments(desk.context.shop)) == 2


def test_a_name_that_is_taken_is_refused_with_a_sentence(desk, notices, monkeypatch) -> None:
    save(desk)
    save(desk, "Others")
    monkeypatch.setattr(name_dialog.NameDialog, "ask", classmethod(lambda *_: "VIPs"))
    key = next(row.key for row in desk.page.list.model.rows if row.name == "Others")
    desk.page.list.rename_wanted.emit(key)
    desk.settle()
    assert notices[-1].tone == "bad"
    assert "VIPs" in notices[-1].text
    assert set(texts(desk, 0)) == {"VIPs", "Others"}


def test_the_page_reloads_after_somebody_else_saved(desk) -> None:
    from datetime import UTC, datetime

    segment = SavedSegment("By the command line", parse(VIP))
    _, changes = actions.save_segment(desk.context.shop, segment, now=datetime.now(UTC))
    desk.context.changes.announce(changes)
    desk.settle()
    assert texts(desk, 0) == ["By the command line"]
