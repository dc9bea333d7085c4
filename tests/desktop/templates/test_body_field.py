"""The field of a text: what is typed stays what it is, whatever is painted around it."""

from __future__ import annotations

from collections.abc import Iterator
from time import thread_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QHelpEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.shell import theme
from desktop.templates.body_field import BodyField
from desktop.templates.body_highlighter import MOST_LINES, Mark
from desktop.templates.chips import GAP, Span, chip_font, chips, span_of


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
    assert tuple(chip.whole for chip in chips(body)) == spans


def seconds_to_type(field: BodyField, variables: int) -> float:
    """The best of three, so that a busy machine decides nothing."""
    field.set_body("{nick}和" * variables)
    taken = []
    for _ in range(3):
        begun = thread_time()
        QTest.keyClicks(field, "a")
        field.grab()
        taken.append(thread_time() - begun)
    return min(taken)


def test_a_key_costs_no_more_for_a_variable_among_many(body_field: BodyField) -> None:
    assert seconds_to_type(body_field, 1_600) < 20 * seconds_to_type(body_field, 200)


def test_lines_are_laid_out_together(body_field: BodyField) -> None:
    changes: list[int] = []
    body_field.document().contentsChange.connect(lambda *_: changes.append(1))
    body_field.set_body("a\n" * 300)
    assert len(changes) < 10


def test_a_mark_over_very_many_lines_underlines_the_first(body_field: BodyField) -> None:
    body = "ab\n" * 1_000
    body_field.set_body(body)
    body_field.set_marks([Mark(4, len(body) - 4, "over")])
    blocks = [body_field.document().findBlockByNumber(number) for number in (0, 1, 200, MOST_LINES + 1, 999)]
    assert [bool(block.layout().formats()) for block in blocks] == [False, True, True, False, False]


def test_what_is_pasted_ends_where_the_field_is_full(qapp: QApplication, qtbot: QtBot) -> None:
    field = BodyField("Text", longest=10)
    qtbot.addWidget(field)
    field.set_body("0123456789")
    field.select(2, 3)
    pasted = QMimeData()
    pasted.setText("😀" * 5)
    with qtbot.waitSignal(field.cut_short, timeout=100):
        field.insertFromMimeData(pasted)
    assert field.body() == "01😀😀😀56789"
    field.undo()
    assert field.body() == "0123456789"
    field.select(2, 5)
    with qtbot.assertNotEmitted(field.cut_short):
        field.insertFromMimeData(pasted)
    field.insertFromMimeData(pasted)
    assert field.body() == "01😀😀😀😀😀789"


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


CHIP = "您好{nick|亲|8}，"  # in Qt's units: braces at 2 and 11, the name to 7, bars at 7 and 9


def put_caret(field: BodyField, place: int) -> None:
    cursor = field.textCursor()
    cursor.setPosition(place)
    field.setTextCursor(cursor)


def place_of(field: BodyField) -> int:
    return field.textCursor().position()


@pytest.mark.parametrize(
    ("body", "free"),
    [
        ("a{nick|亲|8}b", [0, 1, 7, 8, 9, 10, 11, 12]),  # before and behind, in the fallback, in the limit
        ("{nick}", [0, 6]),
        ("{nick|}", [0, 6, 7]),
        ("{nick:12}", [0, 6, 7, 8, 9]),
        ("{nick||6}", [0, 6, 7, 8, 9]),
        ("{nope|x}", [0, 1, 2, 3, 4, 5, 6, 7, 8]),  # what is no variable is plain text
    ],
)
def test_the_caret_steps_over_what_cannot_be_typed_in(
    body_field: BodyField, qtbot: QtBot, body: str, free: list[int]
) -> None:
    body_field.set_body(body)
    put_caret(body_field, 0)
    passed = [0]
    while place_of(body_field) < len(body):
        qtbot.keyClick(body_field, Qt.Key.Key_Right)
        passed.append(place_of(body_field))
    assert passed == free
    back = [len(body)]
    while place_of(body_field) > 0:
        qtbot.keyClick(body_field, Qt.Key.Key_Left)
        back.append(place_of(body_field))
    assert back == free[::-1]


@pytest.mark.parametrize(
    ("place", "key", "left"),
    [
        (12, Qt.Key.Key_Backspace, "您好，"),  # behind the chip: it goes as a whole
        (2, Qt.Key.Key_Delete, "您好，"),  # before it too
        (11, Qt.Key.Key_Delete, "您好，"),  # and at its end from inside
        (8, Qt.Key.Key_Backspace, "您好，"),  # the bar
        (9, Qt.Key.Key_Backspace, "您好{nick||8}，"),  # the fallback is words like any other
        (8, Qt.Key.Key_Delete, "您好{nick||8}，"),
        (9, Qt.Key.Key_Delete, "您好，"),  # the sign of the limit
        (2, Qt.Key.Key_Backspace, "您{nick|亲|8}，"),
        (12, Qt.Key.Key_Delete, "您好{nick|亲|8}"),
    ],
)
def test_a_chip_goes_as_a_whole_and_comes_back_in_one_step(
    body_field: BodyField, qtbot: QtBot, place: int, key: Qt.Key, left: str
) -> None:
    body_field.set_body(CHIP)
    put_caret(body_field, place)
    qtbot.keyClick(body_field, key)
    assert body_field.body() == left
    body_field.undo()
    assert body_field.body() == CHIP
    body_field.redo()
    assert body_field.body() == left


def test_a_selection_steps_over_a_name_too_and_is_deleted_as_it_is(body_field: BodyField, qtbot: QtBot) -> None:
    body_field.set_body(CHIP)
    put_caret(body_field, 1)
    for chosen in ("好", "好{nick|", "好{nick|亲"):
        qtbot.keyClick(body_field, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        assert body_field.textCursor().selectedText() == chosen
    for _ in range(3):
        qtbot.keyClick(body_field, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(body_field, Qt.Key.Key_Backspace)
    assert body_field.body() == "您，"
    body_field.undo()
    assert body_field.body() == CHIP


def test_a_variable_typed_by_hand_becomes_a_chip(body_field: BodyField, qtbot: QtBot) -> None:
    body_field.set_body("")
    qtbot.keyClicks(body_field, "Hi {nick|you}, welcome")
    assert body_field.body() == "Hi {nick|you}, welcome"
    (chip,) = chips(body_field.body())
    inks = {}
    for found in body_field.document().firstBlock().layout().formats():
        inks[found.start] = found.format.foreground().color().alpha()
    assert inks[chip.whole.start] == 0
    body_field.undo()
    assert body_field.body() == ""


def test_copying_and_pasting_is_the_text_of_the_template(body_field: BodyField) -> None:
    body_field.set_body(CHIP)
    body_field.selectAll()
    copied = body_field.createMimeDataFromSelection()
    assert copied.text() == CHIP
    put_caret(body_field, 2)
    body_field.insertFromMimeData(copied)
    assert body_field.body() == "您好您好{nick|亲|8}，{nick|亲|8}，"
    assert [chip.whole.start for chip in chips(body_field.body())] == [4, 15]
    body_field.undo()
    assert body_field.body() == CHIP


@pytest.mark.parametrize(
    ("place", "expected"), [(2, "您好您{nick|亲|8}，"), (12, "您好{nick|亲|8}您，"), (9, "您好{nick|亲您|8}，")]
)
def test_an_input_method_composes_beside_and_inside_a_chip(body_field: BodyField, place: int, expected: str) -> None:
    body_field.set_body(CHIP)
    put_caret(body_field, place)
    composing = QInputMethodEvent("ni", [])
    QApplication.sendEvent(body_field, composing)
    assert body_field.body() == CHIP  # what is being composed is not yet in the text
    body_field.grab()
    done = QInputMethodEvent()
    done.setCommitString("您")
    QApplication.sendEvent(body_field, done)
    assert body_field.body() == expected
    body_field.undo()
    assert body_field.body() == CHIP


def test_a_name_is_as_wide_as_its_label(body_field: BodyField) -> None:
    """The fallback begins where the painted label ends: nothing lies over anything else."""
    body_field.set_body("{days_since_last_order|9}{nick|9}")
    long, short = chips(body_field.body())
    width = QFontMetricsF(chip_font(body_field.document().defaultFont())).horizontalAdvance
    for chip in (long, short):
        assert chip.bar is not None
        laid_out = body_field._point(chip.bar.start).x() - body_field._point(chip.name.start).x()
        assert laid_out == pytest.approx(width(chip.label) + GAP, abs=1)


@pytest.mark.parametrize(
    ("place", "name"), [(0, None), (2, "nick"), (8, "nick"), (12, "nick"), (13, "city"), (19, "city"), (20, None)]
)
def test_f2_opens_the_variable_at_the_caret(body_field: BodyField, qtbot: QtBot, place: int, name: str | None) -> None:
    body_field.set_body("您好{nick|亲|8}，{city}好")
    put_caret(body_field, place)
    pressed: list[str] = []
    body_field.variable_pressed.connect(lambda one: pressed.append(one.name))
    qtbot.keyClick(body_field, Qt.Key.Key_F2)
    assert pressed == ([name] if name else [])


def test_what_a_variable_means_is_said_where_the_mouse_rests(body_field: BodyField) -> None:
    body_field.set_body("{nick|<b>|8}，{city:4}")
    for number, said in enumerate(["Buyer nick · “&lt;b&gt;” where nothing is known · at most 8 characters",
                                   "City · needed by every member · at most 4 characters"]):  # fmt: skip
        area = body_field.area_of(chips(body_field.body())[number].variable)
        rests = QHelpEvent(QEvent.Type.ToolTip, area.center(), body_field.mapToGlobal(QPoint(1, 1)))
        QApplication.sendEvent(body_field.viewport(), rests)
        assert QToolTip.text() == said
    QToolTip.hideText()


def test_a_screen_reader_reads_the_template(body_field: BodyField) -> None:
    body_field.set_body(CHIP)
    read = QAccessible.queryAccessibleInterface(body_field)
    assert read.text(QAccessible.Text.Value) == CHIP
    assert body_field.find("亲")
    assert body_field.textCursor().selectedText() == "亲"


@pytest.fixture(scope="module")
def kept_field(qapp: QApplication) -> Iterator[BodyField]:
    theme.apply(qapp, "light")
    made = BodyField("Text")
    made.resize(300, 160)
    yield made
    made.deleteLater()


@given(
    st.lists(
        st.sampled_from(["{nick|亲|8}", "{nick}", "{city:4}", "{orders||2}", "{nick｜亲}", "😀", "好", "{", "}", "|"]),
        max_size=8,
    ).map("".join),
    st.lists(st.tuples(st.sampled_from(["left", "right", "back", "delete", "type", "home"]), st.integers(0, 3))),
)
@example(  # while the limit is none, the caret may be in the name; then it is one again
    body="{nick|亲|8}", presses=[("right", 3), ("type", 1), ("left", 1), ("left", 3), ("delete", 2)]
)
def test_whatever_is_pressed_undo_leads_back_and_the_caret_rests_where_one_can_type(
    kept_field: BodyField, body: str, presses: list[tuple[str, int]]
) -> None:
    keys = {"left": Qt.Key.Key_Left, "right": Qt.Key.Key_Right, "back": Qt.Key.Key_Backspace,
            "delete": Qt.Key.Key_Delete, "home": Qt.Key.Key_Home}  # fmt: skip
    kept_field.set_body(body)
    for press, times in presses:
        for _ in range(times):
            if press == "type":
                kept_field.textCursor().insertText("猫")
            else:
                QTest.keyClick(kept_field, keys[press])
            caret = kept_field.textCursor().position()
            assert all(chip.takes_caret(caret) for chip in chips(kept_field.body()))
    kept_field.grab()
    after = kept_field.body()
    while kept_field.document().isUndoAvailable():
        kept_field.undo()
    assert kept_field.body() == body
    while kept_field.document().isRedoAvailable():
        kept_field.redo()
    assert kept_field.body() == after
