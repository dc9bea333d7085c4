"""Nothing typed into a reply is lost: not by leaving it, nor by quitting, nor when the program is killed."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from shiboken6 import delete

from desktop.replies.editing.drafts import REST_MS
from desktop.replies.library.drawers import Drawer, Kind
from desktop.replies.page import RepliesPage
from local_db.replies import actions, ready_made
from local_db.replies.drafts import drafts
from local_db.replies.model import Reply, Wording
from local_db.shop_file import ShopKey, create_shop, open_shop
from tests.desktop.replies.library import TOPICS, add_library, opened, settle, stored, titles, undo
from tests.desktop.stage import NOW
from tests.replies import get_reply

ROOT = Path(__file__).resolve().parents[3]
UNFINISHED = "在的，{nick"


@pytest.fixture
def page(stage, qtbot):
    add_library(stage)
    return opened(stage, qtbot)


def write(page, text):
    page.library.editor.wordings.fields[0].body.setPlainText(text)


def texts(page):
    return [one.text for one in page.library.editor.reply().wordings]


def leave_unfinished(stage, page, uid="r-hello"):
    page.open(reply=uid)
    write(page, UNFINISHED)
    page.library.list.choose("r-when")
    settle(stage)


def open_again(stage, page, qtbot):
    stage.context.changes.unsubscribe(page)
    page.hide()
    return opened(stage, qtbot)


def test_a_page_that_is_opened_again_brings_back_what_could_not_be_saved(stage, page, qtbot):
    page.open(reply="r-hello")
    write(page, UNFINISHED)
    again = open_again(stage, page, qtbot)  # at once, as when the language is changed
    assert "在的亲" in stage.notices.all[-1].text
    again.open(reply="r-hello")
    assert texts(again) == [UNFINISHED]
    assert again.library.editor.unsaved.isVisible()
    assert again.library.editor.save.isEnabled()
    assert stored(stage, "r-hello").wordings[0].text == "{nick|亲}，在的呢"


@pytest.mark.parametrize("text", ["在的，{nick}", UNFINISHED])
def test_what_a_page_that_is_gone_has_saved_is_shown_by_the_next(stage, qtbot, text):
    add_library(stage)
    page = RepliesPage(stage.context)
    stage.context.changes.subscribe(page, TOPICS)
    page.show()
    settle(stage)
    page.open(reply="r-hello")
    write(page, text)
    stage.context.changes.unsubscribe(page)
    page.library.keep()
    delete(page)  # as in another language
    again = opened(stage, qtbot)
    again.open(reply="r-hello")
    settle(stage)
    assert texts(again) == [text]
    assert stored(stage, "r-hello").wordings[0].text == ("{nick|亲}，在的呢" if text == UNFINISHED else text)


def test_what_was_only_looked_at_again_is_not_told_again(stage, page):
    leave_unfinished(stage, page)
    told = len(stage.notices.all)
    page.open(reply="r-hello")
    page.library.list.choose("r-when")
    settle(stage)
    assert len(stage.notices.all) == told


def test_what_is_not_saved_has_a_drawer_and_a_sign(stage, page):
    leave_unfinished(stage, page)
    page.new.click()
    write(page, "好的，{")
    page.library.list.choose("r-when")
    settle(stage)
    page.library.groups.set_drawer(Drawer(Kind.UNSAVED))
    assert titles(page) == ["在的亲", "好的，{"]
    rows = page.library.list.replies
    assert all(("not saved", "warn") in rows.flags_of(reply) for reply in rows.rows)


def test_two_new_replies_that_cannot_be_saved_are_both_kept(stage, page, qtbot):
    for text in ("第一，{", "第二，{"):
        page.new.click()
        write(page, text)
    page.library.list.choose("r-when")
    settle(stage)
    again = open_again(stage, page, qtbot)
    again.library.look_into(Drawer(Kind.UNSAVED))
    for place, text in enumerate(("第一，{", "第二，{")):
        again.library.list.choose(again.library.list.replies.rows[place].uid)
        assert texts(again) == [text]


def test_a_draft_that_is_finished_and_saved_is_none_any_more(stage, page):
    leave_unfinished(stage, page)
    page.open(reply="r-hello")
    write(page, "在的，{nick}")
    page.library.editor.save.click()
    settle(stage)
    assert stored(stage, "r-hello").wordings[0].text == "在的，{nick}"
    assert drafts(stage.shop) == {}
    assert not page.library.editor.unsaved.isVisible()
    assert page.library.groups.groups.row_of(Drawer(Kind.UNSAVED)) == -1


def test_a_new_reply_whose_draft_is_saved_is_one_reply(stage, page, qtbot):
    page.new.click()
    write(page, "好的，{")
    page.library.list.choose("r-when")
    settle(stage)
    undo(stage)
    write(page, "好的，{nick}")
    qtbot.wait(REST_MS + 200)
    page.library.editor.save.click()
    settle(stage)
    assert [one.title for one in actions.library(stage.shop).replies if "好的" in one.title] == ["好的，{"]
    assert drafts(stage.shop) == {}


@pytest.mark.parametrize("new", [True, False])
def test_what_is_thrown_away_can_be_brought_back(stage, page, new):
    if new:
        page.new.click()
        write(page, UNFINISHED)
        page.library.list.choose("r-when")
        settle(stage)
        undo(stage)  # its action: back to it
    else:
        leave_unfinished(stage, page)
        page.open(reply="r-hello")
    page.library.editor.unsaved.button.click()
    settle(stage)
    assert drafts(stage.shop) == {}
    assert page.library.writes is not new
    assert not page.library.editor.save.isEnabled()
    undo(stage)
    assert texts(page) == [UNFINISHED]
    assert [one.reply.wordings[0].text for one in drafts(stage.shop).values()] == [UNFINISHED]


def test_while_one_writes_it_is_kept_and_taken_back_it_is_not(stage, page, qtbot):
    page.open(reply="r-hello")
    write(page, "好")
    qtbot.waitUntil(lambda: list(drafts(stage.shop)) == ["r-hello"], timeout=5 * REST_MS)
    write(page, "{nick|亲}，在的呢")
    settle(stage)
    assert drafts(stage.shop) == {}


def test_left_twice_before_it_is_saved_a_new_reply_is_one_reply(stage, page):
    page.new.click()
    write(page, "好的")
    page.library.keep()
    page.library.keep()
    settle(stage)
    assert [one.title for one in actions.library(stage.shop).replies].count("好的") == 1


def test_what_is_typed_while_a_new_reply_is_being_saved_belongs_to_it(stage, page, qtbot):
    page.new.click()
    page.library.editor.title.setText("好的")
    write(page, "好的")
    page.library.editor.save.click()
    write(page, UNFINISHED)
    qtbot.wait(REST_MS + 200)
    settle(stage)
    assert [key.startswith("new:") for key in drafts(stage.shop)] == [False]


def test_a_draft_of_a_reply_that_is_gone_becomes_a_new_one(stage, page):
    leave_unfinished(stage, page)
    stage.announce(actions.delete(stage.shop, ["r-hello"], now=NOW))
    settle(stage)
    page.library.look_into(Drawer(Kind.UNSAVED))
    page.library.list.choose("r-hello")
    write(page, "在的")
    page.library.editor.save.click()
    settle(stage)
    assert [one.title for one in actions.library(stage.shop).replies].count("在的亲") == 1


@pytest.mark.parametrize("again", [True, False])
def test_what_another_pc_changed_meanwhile_is_not_written_over_by_a_draft(stage, page, qtbot, again):
    leave_unfinished(stage, page)
    changed = replace(stored(stage, "r-hello"), title="在吗", tags=("售前",))
    stage.announce(actions.save_reply(stage.shop, changed, now=NOW)[1])
    settle(stage)
    if again:
        page = open_again(stage, page, qtbot)
    page.open(reply="r-hello")
    write(page, "在的，{nick}")
    page.library.editor.save.click()
    settle(stage)
    now = stored(stage, "r-hello")
    assert (now.title, now.tags, now.wordings[0].text) == ("在吗", ("售前",), "在的，{nick}")


_PROGRAM = """
import os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop import start
from desktop.replies.page import RepliesPage

def write():
    window = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "navigate"))
    window.navigate("replies", reply="r-hello")
    page = window.findChild(RepliesPage)
    def typed():
        if page.library.editor.saving.stored is None:
            QTimer.singleShot(50, typed)
            return
        page.library.editor.wordings.fields[0].body.insertPlainText("{nick")
        if sys.argv[2] == "close":
            window.close()
        elif sys.argv[2] == "quit":
            QApplication.quit()
        else:
            QTimer.singleShot(2500, lambda: os.kill(os.getpid(), signal.SIGKILL))
    typed()

run = start._show
def show(app, *arguments, **named):
    QTimer.singleShot(200, write)
    return run(app, *arguments, **named)
start._show = show
from pathlib import Path
sys.exit(start.run_window(Path(sys.argv[1])))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a program is killed in another way there")
@pytest.mark.parametrize("end", ["close", "quit", "kill"])
def test_the_program_ends_and_nothing_is_lost(tmp_path: Path, end: str) -> None:
    path = tmp_path / "shop.regulars"
    key = ShopKey.from_passphrase("for the tests")
    with create_shop(path, key) as shop:
        ready_made.add_ready_made(shop, (), [Reply("r-hello", "在的亲", (Wording("w", "在"),))], now=NOW)
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "REGULARS_PASSPHRASE": "for the tests",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONPATH": str(ROOT),
    }
    subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(path), end], env=environment, timeout=60, check=False, cwd=tmp_path
    )
    with open_shop(path, key) as shop:
        assert [one.reply.wordings[0].text for one in drafts(shop).values()] == ["{nick在"]
        assert get_reply(shop, "r-hello").wordings[0].text == "在"
