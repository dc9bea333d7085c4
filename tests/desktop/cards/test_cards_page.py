"""The page of cards on a real shop: writing, undoing, moving, saving, checking."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.cards import edits
from desktop.cards.editor import CardEditor
from desktop.cards.page import CardsPage
from desktop.documents.entry_table import Column
from local_db.cards.codec import from_json, to_json
from local_db.cards.handsets import Form
from local_db.cards.model import Action, ActionKind, Button, Card, CardKind, Fallback, Field, Panel, Picture
from local_db.changes import Changes, Topic
from local_db.documents import actions
from local_db.documents.model import Document, DocumentKind
from local_db.media.actions import add_media
from local_db.media.model import Media, MediaKind
from local_db.templates.variables import CATALOGUE
from tests.desktop.stage import NOW, Stage

EVERYTHING = Changes.of(*Topic)
GO = Button("去看看", Action(ActionKind.OPEN_PAGE, "https://shop.example.com/1"))


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> CardsPage:
    made = CardsPage(stage.context)
    qtbot.addWidget(made)
    made.resize(1080, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    stage.context.changes.subscribe(made, tuple(Topic))
    stage.settle()
    return made


def jpeg(tmp_path: Path, name: str = "p.png", size: tuple[int, int] = (640, 480)) -> bytes:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    assert image.save(str(tmp_path / name))
    return (tmp_path / name).read_bytes()


def add_picture(stage: Stage, tmp_path: Path) -> int:
    return add_media(stage.shop, Media(MediaKind.PICTURE, "image/png", jpeg(tmp_path), 640, 480), now=NOW)


def stored(stage: Stage, card: Card, name: str = "双12") -> Document:
    document = actions.save_document(stage.shop, Document(DocumentKind.CARD, name, to_json(card)), now=NOW)[0]
    stage.announce(Changes.of(Topic.DOCUMENTS))
    return document


def simple(media_id: int, title: str = "老客八折") -> Card:
    texts = MappingProxyType({Field.TITLE: title, Field.BODY: "{nick|亲|8}，全场八折"})
    panel = Panel(texts, Picture(media_id), buttons=(GO,))
    fallback = Fallback("老客八折", "{nick|亲|8}，全场八折", "拒收请回复R")
    return Card(CardKind.IMAGE_TEXT, "aliyun", signature="喵屋", panels=(panel,), fallback=fallback)


def carousel(media_id: int) -> Card:
    texts = MappingProxyType({Field.TITLE: "三款", Field.BODY: "都打折"})
    first = Panel(texts, Picture(media_id, describes="1"), buttons=(GO,))
    others = (Panel(picture=Picture(media_id, describes="2")), Panel(picture=Picture(media_id, describes="3")))
    fallback = Fallback("三款", "三款都打折", "拒收请回复R")
    return Card(CardKind.CAROUSEL_SQUARE, "aliyun", signature="喵屋", panels=(first, *others), fallback=fallback)


def opened(page: CardsPage, stage: Stage, card: Card) -> CardEditor:
    page.open(document_id=stored(stage, card).id)
    stage.settle()
    return page.editor


def focused() -> QWidget:
    widget = QGuiApplication.focusObject()
    assert isinstance(widget, QWidget)
    return widget


def slides(editor: CardEditor) -> str:
    return "".join(panel.picture.describes if panel.picture else "-" for panel in editor.work.card.panels)


def rename(page: CardsPage, qtbot: QtBot, name: str) -> None:
    page.editor.header.name.selectAll()
    qtbot.keyClicks(page.editor.header.name, name)


def test_an_empty_shop_offers_ready_made_cards(page: CardsPage, stage: Stage) -> None:
    assert page.list.model.rowCount() == 0
    assert page.list.empty.isVisible()
    assert len(page.tiles) >= 12


def test_a_ready_made_card_is_drawn_and_can_be_exported_at_once(page: CardsPage, stage: Stage) -> None:
    page.tiles[0].click()
    stage.settle()
    editor = page.editor
    assert editor.isVisible()
    assert all(panel.picture is not None for panel in editor.work.card.panels)
    assert not editor.problems
    editor.saving.save()
    stage.settle()
    (document,) = actions.list_documents(stage.shop, DocumentKind.CARD)
    assert from_json(document.content) == editor.work.card
    assert page.list.model.index(0, Column.NAME).data() == document.name


def test_a_new_card_says_what_is_missing_only_when_asked(page: CardsPage, stage: Stage) -> None:
    page.list.new.click()
    stage.settle()
    row = page.editor.panels[0].rows[Field.TITLE]
    assert page.editor.problems
    assert not row.problem.isVisible()
    page.editor.check.click()
    assert row.problem.text() == "This must not be empty."
    assert page.editor.panels[0].picture_problem.text() == "A picture is missing."
    page.editor.header.back.click()  # having looked is no work to keep
    stage.settle()
    assert not actions.list_documents(stage.shop, DocumentKind.CARD)


def test_what_another_kind_does_not_show_is_kept_and_named(page: CardsPage, stage: Stage, tmp_path: Path) -> None:
    editor = opened(page, stage, simple(add_picture(stage, tmp_path)))
    editor.work.change(edits.with_text(editor.work.card, 0, Field.PRICE, "¥9"))
    assert editor.panels[0].problem.text() == "Price: This is not shown here."
    assert not any(one.blocks for one in editor.problems)


def test_an_untouched_new_card_leaves_nothing_behind(page: CardsPage, stage: Stage) -> None:
    page.list.new.click()
    stage.settle()
    page.editor.header.back.click()
    stage.settle()
    assert page.shows_list
    assert not actions.list_documents(stage.shop, DocumentKind.CARD)


def test_typing_counts_and_shows_on_every_phone(page: CardsPage, stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    editor = opened(page, stage, simple(add_picture(stage, tmp_path), ""))
    row = editor.panels[0].rows[Field.TITLE]
    row.field.setFocus()
    qtbot.keyClicks(row.field, "Sale {")
    assert row.writing.offered.isVisible()
    qtbot.keyClicks(row.field, "cit")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert row.text() == "Sale {city}"
    longest = CATALOGUE["city"].longest
    assert longest is not None
    assert row.counter.text() == f"{len('Sale ') + longest} / 30"
    for tile in editor.previews.tiles:
        assert tile.phone.view is not None
        assert tile.phone.view.card.panels[0].text(Field.TITLE).startswith("Sale {city")
    assert editor.previews.unfilled.isVisible()


def test_one_text_too_long_is_said_where_it_stands_and_in_the_checks(
    page: CardsPage, stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    editor = opened(page, stage, simple(add_picture(stage, tmp_path)))
    row = editor.panels[0].rows[Field.TITLE]
    row.field.setFocus()
    row.field.selectAll()
    qtbot.keyClicks(row.field, "x" * 31)
    assert row.problem.isVisible()
    assert "31" in row.problem.text()
    (problem,) = [one for one in editor.problems if one.code == "too_long"]
    editor.header.name.setFocus()
    editor.checks.place_wanted.emit(problem)
    assert focused() is row.field
    assert row.field.textCursor().hasSelection()


def test_undo_takes_typing_and_moves_back_in_their_order(
    page: CardsPage, stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    before = carousel(add_picture(stage, tmp_path))
    editor = opened(page, stage, before)
    row = editor.panels[0].rows[Field.TITLE]
    row.field.setFocus()
    row.field.selectAll()
    qtbot.keyClicks(row.field, "new")
    editor.panels[2].up.click()
    assert slides(editor) == "132"
    qtbot.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert slides(editor) == "123"
    row = editor.panels[0].rows[Field.TITLE]
    assert row.text() == "new"
    row.field.setFocus()
    qtbot.keyClick(row.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert row.text() == "三款"
    assert editor.work.card == before
    assert not editor.header.save.isEnabled()
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(row.field, Qt.Key.Key_Z, shift)
    assert row.text() == "new"


def test_slides_move_by_keys_and_by_dragging(page: CardsPage, stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    editor = opened(page, stage, carousel(add_picture(stage, tmp_path)))
    editor.panels[0].rows[Field.TITLE].field.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert slides(editor) == "213"
    assert editor.panels[0].rows[Field.TITLE].text() == "三款"  # belongs to the whole card
    middle = editor.panels[2].mapToGlobal(QPoint(10, 10)).y()
    editor.panels[0].dropped.emit(middle)
    assert slides(editor) == "132"


def test_slides_are_added_and_removed_within_the_rules(page: CardsPage, stage: Stage, tmp_path: Path) -> None:
    editor = opened(page, stage, carousel(add_picture(stage, tmp_path)))
    editor.add.click()
    editor.add.click()
    assert len(editor.panels) == 5
    assert not editor.add.isEnabled()
    for _ in range(3):
        editor.panels[-1].remove.click()
    assert not editor.panels[0].remove.isEnabled()
    assert slides(editor) == "12"
    editor.work.undo()
    assert slides(editor) == "123"


def test_another_kind_keeps_the_words_and_another_vendor_the_sense(
    page: CardsPage, stage: Stage, tmp_path: Path
) -> None:
    before = simple(add_picture(stage, tmp_path))
    editor = opened(page, stage, before)
    popover = editor.setup.open_kinds()
    assert popover is not None
    tile = next(tile for tile in popover.tiles if tile.kind is CardKind.LONG_TEXT)
    tile.click()
    assert editor.work.card.kind is CardKind.LONG_TEXT
    assert editor.panels[0].rows[Field.TITLE].text() == "老客八折"
    editor.setup.vendor.set_value("rcs")
    assert editor.work.card.kind is CardKind.RCS_CARD
    assert editor.previews.views()[0].maker == "google"
    assert editor.chips is not None
    editor.work.undo()
    editor.work.undo()
    assert editor.work.card == before


def test_buttons_change_what_they_do(page: CardsPage, stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    editor = opened(page, stage, simple(add_picture(stage, tmp_path)))
    form = editor.panels[0].buttons
    assert form is not None
    form.add.click()
    assert len(form.rows) == 2
    assert not form.add.isEnabled()
    qtbot.keyClicks(form.rows[1].words, "Call")
    form.rows[1].action.kind.set_value(ActionKind.DIAL)
    qtbot.keyClicks(form.rows[1].action.target, "400 820 8820")
    assert editor.work.card.panels[0].buttons[1] == Button("Call", Action(ActionKind.DIAL, "400 820 8820"))
    oppo = next(tile for tile in editor.previews.tiles if tile.phone.view and tile.phone.view.maker == "oppo")
    assert oppo.phone.view is not None
    assert oppo.phone.view.form is Form.DIGITAL
    form.rows[1].remove.click()
    assert editor.work.card.panels[0].buttons == (GO,)


def test_times_are_typed_in_the_zone_of_the_shop(page: CardsPage, stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    editor = opened(page, stage, simple(add_picture(stage, tmp_path)))
    form = editor.panels[0].buttons
    assert form is not None
    action = form.rows[0].action
    action.kind.set_value(ActionKind.CALENDAR)
    qtbot.keyClicks(action.target, "2026-12-12 20:00-22:00")
    qtbot.keyClicks(action.text, "Sale")
    (button,) = editor.work.card.panels[0].buttons
    evening = "2026-12-12T20:00+08:00/2026-12-12T22:00+08:00"
    assert button.action == Action(ActionKind.CALENDAR, evening, text="Sale")
    assert not action.problem.isVisible()
    assert action.target.text() == "2026-12-12 20:00-22:00"  # as it was typed, until it is opened again


def test_the_text_that_stands_in_is_counted_and_priced_as_an_sms(
    page: CardsPage, stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    stage.add_members("小鱼", "小鱼干不干的主人")
    stage.announce(EVERYTHING)
    editor = opened(page, stage, simple(add_picture(stage, tmp_path)))
    length = len("【喵屋】小鱼，全场八折拒收请回复R")
    assert editor.fallback.size_tag.text() == f"{length} characters · 1 part"
    assert "¥0.10" in editor.fallback.size_sentence.text()  # two members, one part each
    editor.previews.stepped.emit(1)
    stage.settle()
    assert editor.fallback.size_tag.text() == f"{length + 6} characters · 1 part"


def test_phones_show_the_chosen_member(page: CardsPage, stage: Stage, tmp_path: Path) -> None:
    stage.add_members("小鱼", "豆浆")
    stage.announce(EVERYTHING)
    editor = opened(page, stage, simple(add_picture(stage, tmp_path)))
    editor.preview.find("豆浆")
    stage.settle()
    view = editor.previews.tiles[0].phone.view
    assert view is not None
    assert "豆浆，全场八折" in view.card.panels[0].text(Field.BODY)


def test_swiping_one_phone_swipes_all_and_one_can_be_enlarged(
    page: CardsPage, stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    editor = opened(page, stage, carousel(add_picture(stage, tmp_path)))
    first = editor.previews.tiles[0].phone
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    slid = [tile.phone.slide for tile in editor.previews.tiles if tile.phone.view and tile.phone.view.slides > 1]
    assert set(slid) == {1}
    small = first.width()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert [tile.isVisible() for tile in editor.previews.tiles] == [True] + [False] * 5
    assert first.width() > small
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert all(tile.isVisible() for tile in editor.previews.tiles)


def test_leaving_keeps_the_work_and_can_be_undone(page: CardsPage, stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    editor = opened(page, stage, simple(add_picture(stage, tmp_path)))
    qtbot.keyClicks(editor.panels[0].rows[Field.TITLE].field, "!")
    editor.header.back.click()
    stage.settle()
    assert page.shows_list
    (document,) = actions.list_documents(stage.shop, DocumentKind.CARD)
    assert from_json(document.content).panels[0].text(Field.TITLE) == "!老客八折"
    notice = stage.notices.all[-1]
    assert notice.action is not None
    notice.action()
    stage.settle()
    (document,) = actions.list_documents(stage.shop, DocumentKind.CARD)
    assert from_json(document.content).panels[0].text(Field.TITLE) == "老客八折"


def test_a_page_out_of_sight_keeps_a_new_card_under_a_free_name(page: CardsPage, stage: Stage, tmp_path: Path) -> None:
    stored(stage, simple(add_picture(stage, tmp_path)), "New card")
    page.list.new.click()
    stage.settle()
    editor = page.editor
    editor.panels[0].rows[Field.TITLE].field.insertPlainText("x")
    editor.header.name.setText("New card")
    page.hide()
    stage.settle()
    assert {one.name for one in actions.list_documents(stage.shop, DocumentKind.CARD)} == {"New card", "New card 2"}


def test_another_card_opened_at_once_is_not_mixed_up_with_the_one_being_kept(
    page: CardsPage, stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = add_picture(stage, tmp_path)
    other = stored(stage, carousel(picture), "other")
    editor = opened(page, stage, simple(picture))
    qtbot.keyClicks(editor.panels[0].rows[Field.TITLE].field, "!")
    page.open(document_id=other.id)  # what was written is still on its way into the file
    assert editor.header.name.text() == "other"
    stage.settle()
    assert editor.header.name.text() == "other"
    assert not editor.header.save.isEnabled()
    contents = {one.name: from_json(one.content) for one in actions.list_documents(stage.shop, DocumentKind.CARD)}
    assert contents["双12"].panels[0].text(Field.TITLE) == "!老客八折"
    assert contents["other"] == carousel(picture)


def test_the_card_being_written_is_not_read_again(page: CardsPage, stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    editor = opened(page, stage, simple(add_picture(stage, tmp_path)))
    qtbot.keyClicks(editor.panels[0].rows[Field.TITLE].field, "!")
    assert editor.saving.stored is not None
    page.open(document_id=editor.saving.stored.id)
    stage.settle()
    assert editor.panels[0].rows[Field.TITLE].text() == "!老客八折"


def test_a_file_that_is_no_video_is_refused_where_it_was_chosen(page: CardsPage, stage: Stage, tmp_path: Path) -> None:
    editor = opened(page, stage, simple(add_picture(stage, tmp_path)))
    editor.setup.kind_chosen.emit(CardKind.VIDEO_TEXT)
    video = editor.panels[0].video
    assert video is not None
    assert video.problem.text() == "A video is missing."
    (tmp_path / "film.mp4").write_bytes(b"no film")
    video.take(tmp_path / "film.mp4")
    stage.settle()
    assert "film.mp4" in video.problem.text()
    assert editor.work.card.panels[0].video_id == 0


def test_a_taken_name_is_said_at_the_name(page: CardsPage, stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    picture = add_picture(stage, tmp_path)
    stored(stage, simple(picture), "first")
    editor = opened(page, stage, simple(picture))
    rename(page, qtbot, "FIRST")
    editor.saving.save()
    stage.settle()
    assert not editor.header.sentence.isVisible()
    assert focused() is editor.header.name


def test_an_earlier_version_comes_back_as_a_change(page: CardsPage, stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    from desktop.documents.versions_dialog import VersionsDialog

    editor = opened(page, stage, simple(add_picture(stage, tmp_path)))
    qtbot.keyClicks(editor.panels[0].rows[Field.TITLE].field, "!")
    editor.saving.save()
    stage.settle()
    editor.header.versions.click()
    stage.settle()
    (dialog,) = page.window().findChildren(VersionsDialog)
    assert not dialog.take_up.isEnabled()  # the latest is what stands there
    dialog.table.selectRow(1)
    dialog.take_up.click()
    assert editor.panels[0].rows[Field.TITLE].text() == "老客八折"
    assert editor.header.save.isEnabled()
    editor.work.undo()
    assert editor.panels[0].rows[Field.TITLE].text() == "!老客八折"


def test_the_list_finds_by_pinyin_moves_copies_and_deletes(page: CardsPage, stage: Stage, tmp_path: Path) -> None:
    picture = add_picture(stage, tmp_path)
    stored(stage, simple(picture), "双十二大促")
    stored(stage, carousel(picture), "新品")
    page.list.search.setText("dacu")
    page.list.search.flush()
    assert [page.list.model.rows[0].name] == ["双十二大促"]
    page.list.table.selectRow(0)
    page.list.copy.click()
    stage.settle()
    assert {row.name for row in page.list.model.rows} == {"双十二大促", "双十二大促 2"}
    page.list.search.setText("")
    page.list.search.flush()
    entry = next(row for row in page.list.model.rows if row.name == "新品")
    page.list.move_wanted.emit(entry, "冬天")
    stage.settle()
    assert page.list.folders() == ["冬天"]
    page.list.deletion_wanted.emit(next(row for row in page.list.model.rows if row.name == "新品"))
    stage.settle()
    assert {row.name for row in page.list.model.rows} == {"双十二大促", "双十二大促 2"}
    notice = stage.notices.all[-1]
    assert notice.action is not None
    notice.action()
    stage.settle()
    assert page.list.folders() == ["冬天"]


def test_a_damaged_card_is_listed_and_refused(page: CardsPage, stage: Stage) -> None:
    document = actions.save_document(stage.shop, Document(DocumentKind.CARD, "broken", "{}"), now=NOW)[0]
    stage.announce(Changes.of(Topic.DOCUMENTS))
    assert page.list.model.index(0, Column.KIND).data() == "cannot be read"
    page.open(document_id=document.id)
    assert page.shows_list
    assert stage.notices.all[-1].tone == "bad"


def test_a_picture_that_is_gone_blocks(page: CardsPage, stage: Stage) -> None:
    editor = opened(page, stage, simple(77))
    assert [one.code for one in editor.problems if one.blocks] == ["picture_gone"]
