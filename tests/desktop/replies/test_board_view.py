"""The knowledge base: columns of cards that are arranged by hand, and the page that is printed of it."""

from __future__ import annotations

import errno
import os

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QImage

from desktop.pictures.taking_in import take_in
from desktop.replies import words
from desktop.replies.board.print_dialog import PrintDialog
from desktop.replies.board.printed import PrintedWords, Section
from desktop.replies.board.printed import page as printed
from desktop.replies.dragging import packed
from local_db.replies import actions, attachments, uses
from local_db.replies.model import Attachment, Group, Reply, Wording
from tests.desktop.replies.library import add_library, opened, settle, stored, undo
from tests.desktop.stage import NOW

WORDS = PrintedWords("en", "Ready replies", "2 replies", "Contents", words.days)


@pytest.fixture
def page(stage, qtbot):
    add_library(stage)
    for _ in range(3):
        uses.record_use(stage.shop, "r-address", "w3", now=NOW)
    made = opened(stage, qtbot)
    made.sections.chosen.emit("board")
    settle(stage)
    return made


def columns(page):
    return {one.title: [reply.title for reply in one.cards.replies.rows] for one in page.board.columns}


def column(page, title):
    return next(one for one in page.board.columns if one.title == title)


def test_groups_are_columns_and_the_hot_list_stands_before_them(page):
    assert columns(page) == {
        "Hot list": ["在的亲", "改地址"],
        "问候": ["在的亲"],
        "发货": ["什么时候发货", "改地址"],
        "我的": ["双11还有货吗"],
        "In no group": ["结束语"],
    }


def test_a_card_is_dragged_to_its_place_in_another_column(stage, page):
    model = column(page, "发货").cards.replies
    model.dropMimeData(packed(["r-hello"]), Qt.DropAction.MoveAction, 1, 0, QModelIndex())
    settle(stage)
    assert columns(page)["发货"] == ["什么时候发货", "在的亲", "改地址"]
    undo(stage)
    assert columns(page)["问候"] == ["在的亲"]


def test_nothing_is_dropped_on_the_hot_list(stage, page):
    model = column(page, "Hot list").cards.replies
    model.dropMimeData(packed(["r-end"]), Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    settle(stage)
    assert stored(stage, "r-end").group == ""


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Down, {"发货": ["改地址", "什么时候发货"]}),
        (Qt.Key.Key_Left, {"发货": ["改地址"], "问候": ["在的亲", "什么时候发货"]}),
        (Qt.Key.Key_Right, {"发货": ["改地址"], "我的": ["双11还有货吗", "什么时候发货"]}),
        (Qt.Key.Key_Up, {"发货": ["什么时候发货", "改地址"]}),
    ],
)
def test_cards_are_moved_by_keyboard(stage, page, qtbot, key, expected):
    cards = column(page, "发货").cards
    cards.setCurrentIndex(cards.replies.index(0))
    qtbot.keyClick(cards, key, Qt.KeyboardModifier.AltModifier)
    settle(stage)
    assert {title: columns(page)[title] for title in expected} == expected


def test_enter_opens_a_card_in_the_library(stage, page, qtbot):
    cards = column(page, "发货").cards
    cards.setCurrentIndex(cards.replies.index(1))
    qtbot.keyClick(cards, Qt.Key.Key_Return)
    settle(stage)
    assert page.sections.current == "library"
    assert page.library.editor.title.text() == "改地址"


def test_hidden_columns_stay_hidden(stage, page, qtbot):
    page.board._hide("hot")
    assert "Hot list" not in columns(page)
    again = opened(stage, qtbot)
    again.sections.chosen.emit("board")
    settle(stage)
    assert "Hot list" not in columns(again)


def test_columns_change_their_places(stage, page):
    groups = list(page.shelf.library.groups)
    page.board._move_column(groups, 0, 2)
    settle(stage)
    assert list(columns(page))[1:3] == ["发货", "问候"]


def test_the_printed_page_holds_everything_and_no_markup_of_a_text():
    reply = Reply("r", "<b>标题</b>", (Wording("w", "{nick|亲}<script>\n好"),), shortcut="bt", valid_until="2026-12-12")
    html = printed([Section("A & B", [reply]), Section("empty", [])], {}, WORDS, {})
    assert "&lt;b&gt;标题&lt;/b&gt;" in html
    assert "<script" not in html
    assert '<span class="slot">Buyer nick</span>&lt;script&gt;<br>好' in html
    assert "A &amp; B" in html
    assert "empty" not in html
    assert "/bt" in html
    assert "until 2026-12-12" in html
    assert "default-src 'none'" in html
    assert "size: A4" in html


def test_a_picture_is_printed_and_a_file_is_named():
    attachments = (Attachment("h1", "尺码.png", "image/png"), Attachment("h2", "保修.pdf", "application/pdf"))
    html = printed(
        [Section("A", [Reply("r", "t", attachments=attachments)])], {"h1": "data:image/png;base64,AA"}, WORDS, {}
    )
    assert 'src="data:image/png;base64,AA" alt="尺码.png"' in html
    assert '<p class="file">保修.pdf</p>' in html


def test_shared_parts_are_written_out_on_paper():
    reply = Reply("r", "t", (Wording("w", "{nick}，{>end}{>gone}"),))
    html = printed([Section("A", [reply])], {}, WORDS, {"end": "<bye> {shop_name}"})
    assert '，&lt;bye&gt; <span class="slot">Name of your shop</span>{&gt;gone}</p>' in html


def test_what_has_several_groups_has_contents():
    sections = [Section(name, [Reply("r", "t")]) for name in ("A", "B & B", "C")]
    assert "<nav>" not in printed(sections[:2], {}, WORDS, {})
    html = printed(sections, {}, WORDS, {})
    assert '<a href="#s2">B &amp; B</a><span>1</span>' in html
    assert '<section id="s2">' in html


def test_the_page_is_written_with_the_columns_that_are_ticked(stage, page, tmp_path):
    image = QImage(1600, 900, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    attachment = attachments.attach(stage.shop, take_in(image).media, "图.png", now=NOW)
    with_picture = Reply("", "看图", (), "g-hello", attachments=(attachment,))
    stage.announce(actions.save_reply(stage.shop, with_picture, now=NOW)[1])
    settle(stage)
    page.board.take(page.shelf)
    sections = page.board.sections()
    dialog = PrintDialog(stage.context, page.shelf, sections, {"我的"}, tmp_path, page)
    assert [box.isChecked() for box in dialog.boxes] == [True, True, True, False]  # the shared part is no column
    dialog.file.set_path(tmp_path / "a.html")
    written = []
    dialog.written.connect(written.append)
    dialog.write.click()
    settle(stage)
    html = written[0].read_text(encoding="utf-8")
    assert "看图" in html
    assert "data:image/jpeg;base64," in html
    assert "双11还有货吗" not in html


def test_a_page_that_cannot_be_written_is_said(stage, page, tmp_path):
    dialog = PrintDialog(stage.context, page.shelf, page.board.sections(), (), tmp_path, page)
    (tmp_path / "gone").mkdir()
    dialog.file.set_path(tmp_path / "gone" / "a.html")
    (tmp_path / "gone").rmdir()
    dialog.write.click()
    settle(stage)
    assert dialog.notice.isVisibleTo(dialog)
    assert dialog.write.isEnabled()


def test_a_full_disk_leaves_the_page_of_before(stage, page, tmp_path, monkeypatch):
    dialog = PrintDialog(stage.context, page.shelf, page.board.sections(), (), tmp_path, page)
    path = tmp_path / "a.html"
    path.write_text("before", encoding="utf-8")
    dialog.file.set_path(path)

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    dialog.write.click()
    settle(stage)
    assert "not enough room" in dialog.notice.text
    assert path.read_text(encoding="utf-8") == "before"
    assert [one.name for one in tmp_path.iterdir() if "a.html" in one.name] == ["a.html"]


def test_the_page_is_opened_and_where_it_is_is_said(stage, page, tmp_path, monkeypatch):
    opened_paths = []
    monkeypatch.setattr("desktop.replies.page._open", opened_paths.append)
    dialog = page.ask_print()
    dialog.file.set_path(tmp_path / "a.html")
    dialog.write.click()
    settle(stage)
    assert opened_paths == [tmp_path / "a.html"]
    assert stage.notices.all[-1].text == "The page is written to a.html."
    undo(stage)
    assert opened_paths[-1] == tmp_path


class Paintings(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_columns_out_of_sight_are_not_painted(stage, qtbot):
    actions.add_items(stage.shop, [Group(f"g{number:02}", f"组{number}") for number in range(20)], [], now=NOW)
    actions.add_items(stage.shop, [], [Reply("r", "在的亲", (Wording("w", "在的"),))], now=NOW)
    page = opened(stage, qtbot)
    page.resize(900, 600)
    page.sections.chosen.emit("board")
    painted = [Paintings(one) for one in page.board.columns]
    qtbot.waitUntil(lambda: painted[0].count > 0)
    qtbot.wait(50)
    assert not painted[-1].count
