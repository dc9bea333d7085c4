"""A watched folder over a real shop: new exports are offered, or imported where that is switched on."""

from __future__ import annotations

import csv
import os
import time

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.importing.import_dialog import ImportDialog
from desktop.importing.watcher import FolderWatcher
from local_db.changes import Changes, Topic
from local_db.importing import watched_folder
from local_db.settings import save_settings
from tests.local_db.importing.exports import TAOBAO_HEADERS, taobao_row


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "Downloads"
    made.mkdir()
    return made


@pytest.fixture
def watch(shop_context, shop, folder, qtbot):
    kept = []

    def make(*, automatic=False):
        save_settings(shop, {"watched_folder": str(folder), "watched_automatic": automatic})
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        watcher = FolderWatcher(shop_context, window)
        settle(shop_context)
        return watcher

    return make


@pytest.fixture
def notices(shop_context):
    shown = []
    shop_context.notices.shown.connect(shown.append)
    return shown


def settle(context):
    for _ in range(4):
        QApplication.processEvents()
        context.background.wait_idle(60_000)
    QApplication.processEvents()


def export(folder, name, *numbers, age=60.0):
    path = folder / name
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows([TAOBAO_HEADERS, *(taobao_row(number) for number in numbers)])
    moment = time.time() - age
    os.utime(path, (moment, moment))
    return path


def orders(shop):
    with shop.read() as connection:
        return connection.execute("select count(*) from orders").fetchone()[0]


def test_what_lies_there_at_the_start_is_offered_once(watch, folder, notices, shop):
    export(folder, "a.csv", 1)
    export(folder, "b.csv", 2)
    watcher = watch()
    assert [notice.text for notice in notices] == ["2 new exports in Downloads"]
    watcher.look()
    settle(watcher._context)
    watch()
    assert len(notices) == 1
    assert orders(shop) == 0


def test_a_new_file_is_noticed_by_itself(watch, folder, notices, qtbot):
    watch()
    assert notices == []
    export(folder, "a.csv", 1)
    qtbot.waitUntil(lambda: bool(notices), timeout=10_000)
    assert notices[0].text == "A new export: a.csv"


def test_a_download_is_waited_for(watch, folder, notices, qtbot, monkeypatch):
    monkeypatch.setattr(watched_folder, "QUIET_SECONDS", 1.0)
    watch()
    (folder / "a.csv.crdownload").write_bytes(b"half")
    export(folder, "b.csv", 1, age=0)
    qtbot.wait(700)
    assert notices == []
    qtbot.waitUntil(lambda: bool(notices), timeout=10_000)
    assert notices[0].text == "A new export: b.csv"


def test_the_notice_opens_the_import(watch, folder, notices, shop_context):
    export(folder, "a.csv", 1)
    watch()
    notices[0].action()
    settle(shop_context)
    [dialog] = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ImportDialog)]
    assert [item.path.name for item in dialog.items] == ["a.csv"]
    dialog.close()


def test_recognised_files_are_imported_where_that_is_switched_on(watch, folder, notices, shop, shop_context):
    announced = []
    shop_context.changes.announced.connect(announced.append)
    export(folder, "a.csv", 1, 2)
    (folder / "unknown.csv").write_text("wer,wann,wieviel\nanna,2026-01-05,12.50\n", encoding="utf-8")
    os.utime(folder / "unknown.csv", (time.time() - 60, time.time() - 60))
    watch(automatic=True)
    settle(shop_context)
    assert orders(shop) == 2
    assert [notice.text for notice in notices] == [
        "Imported from the watched folder: 1 files", "A new export: unknown.csv",
    ]  # fmt: skip
    assert any(Topic.ORDERS in changes.topics for changes in announced)


def test_the_settings_are_followed(watch, folder, notices, shop, shop_context):
    watcher = watch()
    save_settings(shop, {"watched_folder": ""})
    shop_context.changes.announce(Changes.of(Topic.SETTINGS))
    settle(shop_context)
    assert watcher.folder is None
    export(folder, "a.csv", 1)
    watcher.look()
    settle(shop_context)
    assert notices == []
    save_settings(shop, {"watched_folder": str(folder)})
    shop_context.changes.announce(Changes.of(Topic.SETTINGS))
    settle(shop_context)
    assert len(notices) == 1
