"""The history of imports, and taking one back after being told what that takes away."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.importing import history_dialog
from desktop.importing.history_dialog import HistoryDialog
from desktop.importing.table_model import DETAIL_ROLE
from desktop.widgets.tag_cells import TAGS_ROLE
from local_db.changes import Topic
from local_db.errors import ImportRefused
from local_db.importing import actions
from local_db.importing.undo import UndoFigures
from tests.local_db.importing.exports import NOW, TAOBAO_HEADERS, taobao_row


@pytest.fixture
def imported(shop, tmp_path):
    for name, numbers in (("one.csv", range(1, 4)), ("two.csv", range(11, 16))):
        path = tmp_path / name
        with path.open("w", encoding="gb18030", newline="") as file:
            csv.writer(file).writerows([TAOBAO_HEADERS, *(taobao_row(number) for number in numbers)])
        actions.import_file(shop, path, now=NOW)


@pytest.fixture
def open_dialog(shop_context, qtbot):
    opened = []

    def make():
        dialog = HistoryDialog(shop_context)
        opened.append(dialog)
        qtbot.addWidget(dialog)
        dialog.show()
        settle(dialog)
        return dialog

    return make


def settle(dialog):
    for _ in range(3):
        QApplication.processEvents()
        dialog._context.background.wait_idle(60_000)
    QApplication.processEvents()


def cells(dialog):
    model = dialog.table.model()
    return [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]


def tags(dialog):
    model = dialog.table.model()
    return [model.index(row, 4).data(TAGS_ROLE)[0][0] for row in range(model.rowCount())]


def said(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def orders(shop):
    with shop.read() as connection:
        return connection.execute("select count(*) from orders").fetchone()[0]


def test_every_import_is_listed_the_newest_first(open_dialog, imported):
    dialog = open_dialog()
    assert cells(dialog) == [
        ["two.csv", "2026-11-01 12:00", "Taobao / Tmall", "5 orders new, 0 updated"],
        ["one.csv", "2026-11-01 12:00", "Taobao / Tmall", "3 orders new, 0 updated"],
    ]
    assert dialog.table.model().index(0, 0).data(DETAIL_ROLE) == "Taobao / Tmall order list"
    assert tags(dialog) == ["imported", "imported"]


def test_nothing_is_taken_back_before_it_is_said_what(open_dialog, imported, shop):
    dialog = open_dialog()
    dialog.undo_button.click()
    settle(dialog)
    assert "two.csv: Takes back 5 orders" in dialog.figures.text()
    assert orders(shop) == 8
    dialog.keep_button.click()
    assert not dialog.take_back_button.isVisible()
    assert dialog.undo_button.isEnabled()
    assert orders(shop) == 8


def test_taking_back_tells_the_pages_and_shows_it(open_dialog, imported, shop, shop_context):
    announced = []
    shop_context.changes.announced.connect(announced.append)
    dialog = open_dialog()
    dialog.undo_button.click()
    settle(dialog)
    dialog.take_back_button.click()
    settle(dialog)
    assert orders(shop) == 3
    assert tags(dialog) == ["taken back", "imported"]
    assert "Taken back: 5 orders" in said(dialog)
    assert Topic.ORDERS in announced[0].topics
    assert not dialog.undo_button.isEnabled()  # the one chosen is taken back already
    dialog.table.setCurrentIndex(dialog.table.model().index(1, 0))
    assert dialog.undo_button.isEnabled()


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (UndoFigures(1204, 0, 310, 0), "Takes back 1,204 orders and 310 members."),
        (UndoFigures(3, 7, 0, 2), "Takes back 3 orders and 0 members. Entries about consent: 2. 7 orders stay,"),
        (UndoFigures(0, 7, 0, 0), "Takes nothing away: other files say all of it too. 7 orders stay,"),
    ],
)
def test_what_is_taken_back_is_said_in_figures(open_dialog, imported, monkeypatch, figures, words):
    monkeypatch.setattr(history_dialog.undo, "undo_preview", lambda *_: figures)
    dialog = open_dialog()
    dialog.undo_button.click()
    settle(dialog)
    assert words in dialog.figures.text()


def test_another_row_ends_the_question(open_dialog, imported):
    dialog = open_dialog()
    dialog.undo_button.click()
    settle(dialog)
    dialog.table.setCurrentIndex(dialog.table.model().index(1, 0))
    assert not dialog.take_back_button.isVisible()


def test_a_refusal_is_said_and_changes_nothing(open_dialog, imported, shop, monkeypatch):
    def refuse(*_, **__):
        raise ImportRefused("import_missing", file="")

    monkeypatch.setattr(history_dialog.undo, "undo_import", refuse)
    dialog = open_dialog()
    dialog.undo_button.click()
    settle(dialog)
    dialog.take_back_button.click()
    settle(dialog)
    assert "There is no such import" in said(dialog)
    assert orders(shop) == 8


def test_an_empty_history_says_what_to_do(open_dialog):
    dialog = open_dialog()
    assert "Nothing was imported yet" in said(dialog)
    assert not dialog.undo_button.isEnabled()
