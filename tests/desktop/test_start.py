"""Opening the window: the self-test, the ways a shop can be opened, the title that follows the settings."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import app as wiring
from desktop import start
from desktop.importing.import_dialog import ImportDialog
from desktop.passphrase_dialog import PassphraseDialog
from desktop.replies.panel.host import ReplyHost
from desktop.replies.service import ReplyService
from local_db.campaigns import leftovers
from local_db.media.actions import add_media, media_facts
from local_db.media.model import Media, MediaKind
from local_db.replies.model import Reply
from local_db.settings import save_settings
from local_db.shop_file import ShopKey, create_shop
from tests.desktop.stage import Stage

ROOT = Path(__file__).resolve().parents[2]


def regulars(*arguments: str | Path, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(folder)}
    return subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, arguments)],
        cwd=folder, env=environment | more, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def test_the_program_tests_itself(tmp_path: Path) -> None:
    shown = regulars("--self-test", folder=tmp_path)
    assert (shown.returncode, shown.stderr) == (0, "")


def test_the_window_creates_a_missing_shop_and_opens_it_again(tmp_path: Path) -> None:
    for _ in range(2):
        shown = regulars(
            "--shop", "new.regulars", "--exit-after-first-paint", folder=tmp_path, REGULARS_PASSPHRASE="a passphrase"
        )
        assert shown.returncode == 0, shown.stderr
    assert (tmp_path / "new.regulars").exists()


def test_a_passphrase_is_asked_for_until_it_fits(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REGULARS_PASSPHRASE", raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    path = tmp_path / "shop.regulars"
    create_shop(path, ShopKey.from_passphrase("right")).close()
    answers, asked = ["wrong", "right"], []

    def answer(file_name: str, **how: bool) -> str:
        asked.append(how)
        return answers.pop(0)

    monkeypatch.setattr(PassphraseDialog, "ask", answer)
    opened = start._opened(path, start._Opening(path))
    assert isinstance(opened, start._Opening)
    opened.shop().close()
    assert asked == [{"new": False, "wrong": False}, {"new": False, "wrong": True}]


def test_whoever_gives_no_passphrase_gets_no_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REGULARS_PASSPHRASE", raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setattr(PassphraseDialog, "ask", lambda *_, **__: None)
    path = tmp_path / "shop.regulars"
    assert start._opened(path, start._Opening(path)) == start.FAILED
    assert not path.exists()


def test_the_window_clears_up_after_a_killed_program(stage: Stage, tmp_path: Path) -> None:
    killed = leftovers.hand_off_under_way(stage.context.shop, tmp_path / "list.csv")
    killed.__enter__()
    (tmp_path / ".list-2.csv.unfinished").write_text("13800138001")
    start.clear_leftovers(stage.context)
    stage.settle()
    assert not (tmp_path / ".list-2.csv.unfinished").exists()


def test_the_window_takes_out_pictures_that_nothing_shows(stage: Stage) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=3)
    lost = add_media(stage.shop, Media(MediaKind.PICTURE, "image/png", b"png"), now=long_ago)
    start.clean_up_media(stage.context)
    stage.settle()
    assert media_facts(stage.shop, [lost]) == {}


def test_the_replies_are_read_as_soon_as_the_first_page_is_painted(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    services = wiring.build_services(wiring.build_application([]), tmp_path / "window.ini")
    context, window = start.wired(stage.shop, services, "shop")
    qtbot.addWidget(window)
    host = ReplyHost(context, window)
    start.begin_once_painted(window, host)
    qtbot.wait(50)
    assert context.changes.findChild(ReplyService) is None
    with qtbot.waitSignal(host.ready):
        window.show()
    context.background.close()


def test_the_collector_does_not_walk_through_what_was_read(stage: Stage) -> None:
    read = [Reply("r", "在的亲")]
    assert any(one is read for one in gc.get_objects())
    start.spare_what_is_read()
    try:
        assert not any(one is read for one in gc.get_objects())
    finally:
        gc.unfreeze()


def test_the_title_follows_the_name_of_the_shop(stage: Stage, qtbot: QtBot) -> None:
    services = wiring.Services(
        stage.context.settings, stage.context.theme, stage.context.language, stage.context.background,
        stage.context.changes, stage.context.notices, stage.context.hotkey,
    )  # fmt: skip
    _, window = start.wired(stage.shop, services, "")
    qtbot.addWidget(window)
    stage.announce(save_settings(stage.shop, {"shop_name": "喵屋"}))
    assert "喵屋" in window.windowTitle()
    stage.settle()


def test_a_pack_of_replies_that_is_dropped_is_shared_through_and_no_export(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[list[Path]] = []
    monkeypatch.setattr(ImportDialog, "for_files", lambda _context, paths, _parent: looked_at.append(paths))
    window = QWidget()
    start._take_dropped(stage.context, window, [Path("replies.REPLYPACK"), Path("orders.csv")])
    assert stage.visits == [("replies", {"pack": Path("replies.REPLYPACK")})]
    assert looked_at == [[Path("orders.csv")]]
    start._take_dropped(stage.context, window, [Path("replies.replypack")])
    assert len(looked_at) == 1


@pytest.mark.parametrize("new", [True, False])
def test_a_new_passphrase_is_typed_twice_and_long_enough(qtbot: QtBot, new: bool) -> None:
    dialog = PassphraseDialog("shop.regulars", new=new)
    qtbot.addWidget(dialog)
    accepted: list[bool] = []
    dialog.accepted.connect(lambda: accepted.append(True))
    dialog._first.setText("short")
    dialog._open.click()
    assert bool(accepted) is not new
    dialog._first.setText("long enough")
    dialog._again.setText("long enougj")
    dialog._open.click()
    dialog._again.setText("long enough")
    dialog._open.click()
    assert accepted
