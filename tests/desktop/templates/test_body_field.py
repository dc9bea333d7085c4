"""The field of a text: what is typed stays what it is, whatever is painted around it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.shell import theme
from desktop.templates.body_field import BodyField
from desktop.templates.body_highlighter import Mark, Span, span_of, variable_spans


@pytest.fixture
def body_field(qapp: QApplication, qtbot: QtBot) -> BodyField:
    theme.apply(qapp, "light")
    made = BodyField("Text")
    qtbot.addWidget(made)
    made.resize(400, 160)
    made.show()
    return made


@pytest.mark.parametrize(
    "body",
    ["", "全店八折", "{nick|亲}，😀好久不见{last_product||6}", "a {{b}} c", "two\nlines", "{unclosed", "no\u00a0break"],
)
def test_a_body_comes_back_as_it_went_in(body_field: BodyField, body: str) -> None:
    body_field.set_around("喵屋", "拒收请回复R")
    body_field.set_body(body)
    assert body_field.body() == body
    assert not body_field.document().isUndoAvailable()
    body_field.grab()


@pytest.mark.parametrize(
    ("body", "spans"),
    [
        ("{nick}", (Span(0, 6),)),
        ("😀{nick}", (Span(2, 8),)),  # an emoji is two of Qt's units
        ("{nick}{city|}", (Span(0, 6), Span(6, 13))),
        ("{nope} {{nick}}", ()),
    ],
)
def test_variables_are_found_where_qt_counts_them(body: str, spans: tuple[Span, ...]) -> None:
    assert variable_spans(body) == spans


def test_marks_are_no_edits(body_field: BodyField, qtbot: QtBot) -> None:
    body_field.set_body("😀先到先得")
    with qtbot.assertNotEmitted(body_field.body_changed):
        body_field.set_marks([Mark(1, 2, "over"), Mark(3, 2, "bad")])
    ranges = body_field.document().firstBlock().layout().formats()
    assert {place for found in ranges for place in range(found.start, found.start + found.length)} == {2, 3, 4, 5}
    assert not body_field.document().isUndoAvailable()


def test_the_signature_makes_room_in_the_first_line_only(body_field: BodyField) -> None:
    body_field.set_body("one\ntwo")
    body_field.set_around("喵屋", "")
    first = body_field.document().firstBlock()
    assert first.blockFormat().textIndent() > 0
    assert first.next().blockFormat().textIndent() == 0


def test_enter_adds_no_line_and_pasting_makes_one_line(body_field: BodyField, qtbot: QtBot) -> None:
    body_field.set_body("a")
    qtbot.keyClick(body_field, Qt.Key.Key_Return)
    assert body_field.body() == "a"
    pasted = QMimeData()
    pasted.setText("x\r\ny\nz\u2028!")
    body_field.insertFromMimeData(pasted)
    assert body_field.body() == "x y z !a"


def test_an_input_method_writes_and_undo_takes_it_back(body_field: BodyField, qtbot: QtBot) -> None:
    body_field.set_body("")
    typed = QInputMethodEvent()
    typed.setCommitString("好久不见")
    with qtbot.waitSignal(body_field.body_changed):
        QApplication.sendEvent(body_field, typed)
    assert body_field.body() == "好久不见"
    body_field.undo()
    assert body_field.body() == ""


def test_a_variable_is_put_at_the_cursor_with_its_fallback_selected(body_field: BodyField) -> None:
    body_field.set_body("，好久不见")
    body_field.insert_variable("nick", "亲")
    assert body_field.body() == "{nick|亲}，好久不见"
    assert body_field.textCursor().selectedText() == "亲"


def test_a_place_is_selected_in_characters(body_field: BodyField) -> None:
    body_field.set_body("😀先到先得")
    body_field.select(1, 2)
    assert body_field.textCursor().selectedText() == "先到"
    assert span_of("😀先到", 1, 2) == Span(2, 4)
