from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.importing.table_model import TextTableModel
from desktop.shell import theme
from desktop.widgets.button import Button, Kind
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.chip_row import ChipRow
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.count_bar import CountBar
from desktop.widgets.data_table import DataTable
from desktop.widgets.date_field import DateField
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.fields import FIELD_HEIGHT, DecimalField, NumberField, TextField
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.form import Form
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import ElidedLabel
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.number_tile import NumberTile
from desktop.widgets.page_header import PageHeader
from desktop.widgets.progress_panel import ProgressPanel
from desktop.widgets.search_field import SearchField
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.select import Select


def test_a_search_asks_once_after_a_pause(qtbot: QtBot) -> None:
    field = SearchField("Search", pause_ms=1)
    qtbot.addWidget(field)
    asked: list[str] = []
    field.query_changed.connect(asked.append)
    for text in ("l", "lj", " ljsf "):
        field.setText(text)
    qtbot.waitUntil(lambda: asked == ["ljsf"])
    field.setText("ljsf  ")
    field.flush()
    assert asked == ["ljsf"]


def test_escape_clears_a_search_and_enter_asks_at_once(qtbot: QtBot) -> None:
    field = SearchField("Search", pause_ms=60_000)
    qtbot.addWidget(field)
    asked: list[str] = []
    field.query_changed.connect(asked.append)
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    field.flush()
    assert asked == ["abc", ""]


def test_a_select_speaks_in_values(qtbot: QtBot) -> None:
    field = Select([("不少于", ">="), ("至多", "<=")])
    qtbot.addWidget(field)
    heard: list[object] = []
    field.value_changed.connect(heard.append)
    field.set_value("<=")
    field.set_value("nothing")
    assert (field.value(), heard) == ("<=", ["<="])
    field.set_options([("小于", "<"), ("at most", "<=")])
    assert (field.value(), heard) == ("<=", ["<="])
    field.set_options([])
    assert field.value() is None


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(7999, 12, 31)))
@settings(max_examples=50)
def test_a_date_field_gives_back_the_day(day: dt.date) -> None:
    field = DateField(day, empty="any")
    assert field.value() == day
    field.set_value(None)
    assert field.value() is None
    field.deleteLater()


@pytest.mark.parametrize(("day", "presses"), [(None, 1), (dt.date(2026, 11, 24), 3)])
def test_tab_leaves_a_day_after_its_last_part(qtbot: QtBot, day: dt.date | None, presses: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    field, other = DateField(day, empty="any"), TextField()
    row.addWidget(field)
    row.addWidget(other)
    window.show()
    window.activateWindow()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(field.hasFocus)
    for _ in range(presses):
        assert not other.hasFocus()
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert other.hasFocus()


def test_arrows_move_a_segmented_control(qtbot: QtBot) -> None:
    control = SegmentedControl([("a", "A"), ("b", "B"), ("c", "C")])
    qtbot.addWidget(control)
    heard: list[str] = []
    control.chosen.connect(heard.append)
    control.show()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(control, key)
    assert heard == ["b", "c", "a", "c"]
    control.set_current("b")
    assert (control.current, heard[-1]) == ("b", "c")


def test_a_form_row_shows_its_error_instead_of_its_help(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    field = TextField()
    row = form.add_row("Price", field, "in yuan")
    assert (field.accessibleName(), field.accessibleDescription()) == ("Price", "in yuan")
    row.set_error("not a number")
    assert (row.error, field.accessibleDescription(), field.property("wrong")) == (
        "not a number",
        "not a number",
        True,
    )
    row.set_error("")
    assert (field.accessibleDescription(), field.property("wrong")) == ("in yuan", False)


def test_a_dialog_answers_escape_and_enter(qtbot: QtBot) -> None:
    for key, expected in ((Qt.Key.Key_Escape, 0), (Qt.Key.Key_Return, 1)):
        dialog = ModalDialog("Title")
        qtbot.addWidget(dialog)
        dialog.add(TextField(name="Name"))
        dialog.add_reject()
        dialog.add_accept("Save")
        dialog.show()
        qtbot.keyClick(dialog, key)
        assert dialog.result() == expected
        assert not dialog.isVisible()


def test_cancelling_is_announced_once(qtbot: QtBot) -> None:
    panel = ProgressPanel()
    qtbot.addWidget(panel)
    heard: list[bool] = []

    def note() -> None:
        heard.append(True)

    panel.cancelled.connect(note)
    panel.begin("Reading")
    button = panel.findChild(QPushButton)
    button.click()
    button.click()
    assert heard == [True]
    panel.begin("Again")
    assert button.isEnabled()


def test_a_bar_cuts_what_is_no_share(qtbot: QtBot) -> None:
    bar = CountBar(1.5)
    qtbot.addWidget(bar)
    assert bar.fraction == 1
    bar.set_fraction(-3)
    assert bar.fraction == 0
    assert bar.accessibleDescription() == "0%"


def test_a_cut_label_offers_its_text(qtbot: QtBot) -> None:
    label = ElidedLabel("a rather long name")
    qtbot.addWidget(label)
    label.resize(30, 20)
    label.show()
    assert label.toolTip() == "a rather long name"
    label.resize(400, 20)
    assert label.toolTip() == ""


def test_an_empty_table_shows_its_empty_state(qtbot: QtBot) -> None:
    from PySide6.QtCore import QStringListModel

    table = DataTable(name="Members")
    qtbot.addWidget(table)
    empty = EmptyState("people", "No members yet")
    table.set_empty(empty)
    model = QStringListModel(table)
    table.setModel(model)
    table.show()
    assert empty.isVisible()
    model.setStringList(["one"])
    assert not empty.isVisible()
    model.setStringList([])
    assert empty.isVisible()


def test_enter_activates_a_row(qtbot: QtBot) -> None:
    from PySide6.QtCore import QStringListModel

    table = DataTable(name="Members")
    qtbot.addWidget(table)
    table.setModel(QStringListModel(["one", "two"], table))
    heard: list[int] = []
    table.row_activated.connect(heard.append)
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert (heard, table.selected_row()) == ([1], 1)


class Fixed(QWidget):
    """A widget of a given size."""

    def __init__(self, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._width = width

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._width, 20)


@given(st.lists(st.integers(10, 120), min_size=1, max_size=20), st.integers(130, 500))
@settings(max_examples=50)
def test_a_flow_never_overlaps_and_never_leaves_its_width(widths: list[int], room: int) -> None:
    holder = QWidget()
    flow = FlowLayout(holder)
    for width in widths:
        flow.addWidget(Fixed(width, holder))
    flow.setGeometry(QRect(0, 0, room, flow.heightForWidth(room)))
    areas = [flow.itemAt(place).geometry() for place in range(flow.count())]
    assert all(area.right() < room for area in areas)
    assert all(not a.intersects(b) for i, a in enumerate(areas) for b in areas[:i])
    assert max(area.bottom() for area in areas) + 1 == flow.heightForWidth(room)
    holder.deleteLater()


def test_clearing_a_layout_leaves_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    inner = QVBoxLayout()
    inner.addWidget(QWidget())
    column.addWidget(QWidget())
    column.addLayout(inner)
    column.addStretch(1)
    clear_layout(column)
    assert column.count() == 0
    assert not holder.findChildren(QWidget)


def test_no_part_is_ever_a_window_of_its_own(qtbot: QtBot, qapp: QApplication) -> None:
    before = {widget for widget in qapp.topLevelWidgets() if widget.isVisible()}
    parts: list[QWidget] = [
        PageHeader("Title", "Sentence"),
        EmptyState("people", "Title", "Sentence", "Action"),
        InlineNotice("Text", "info", "Action"),
        Card("Title"),
        NumberTile("Label", "1", "note"),
        Form(),
        ModalDialog("Title", "Sentence"),
        ProgressPanel("Title"),
    ]
    for part in parts:
        qtbot.addWidget(part)
    assert {widget for widget in qapp.topLevelWidgets() if widget.isVisible()} == before


def test_the_label_of_a_form_stands_beside_chips_that_came_later(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.LIGHT)
    form = Form()
    qtbot.addWidget(form)
    chips = ChipRow()
    row = form.add_row("Tags", chips)
    form.resize(600, 100)
    form.show()
    chips.set_chips([Chip("one"), Chip("two")])

    def middle(one: QWidget) -> int:
        return one.mapTo(form, one.rect().center()).y()

    qtbot.waitUntil(lambda: middle(row.label) == middle(chips.chips[0]))


@pytest.mark.parametrize("kind", ["quiet", "ghost", "primary", "link", "danger"])
def test_dense_buttons_are_equally_high(qtbot: QtBot, qapp: QApplication, kind: Kind) -> None:
    theme.apply(qapp, theme.LIGHT)
    button = Button("Undo", kind=kind, dense=True)
    qtbot.addWidget(button)
    assert button.sizeHint().height() == 26


@pytest.mark.parametrize("kind", ["quiet", "ghost", "primary"])
def test_a_text_keeps_a_distance_from_its_icon(qtbot: QtBot, qapp: QApplication, kind: Kind) -> None:
    theme.apply(qapp, theme.LIGHT)
    button = Button("l", kind=kind, icon="copy")
    qtbot.addWidget(button)
    button.adjustSize()
    image = button.grab().toImage()
    inner = image.copy(image.rect().adjusted(4, 4, -4, -4))
    ground = inner.pixel(0, 0)
    marked = [x for x in range(inner.width()) if any(inner.pixel(x, y) != ground for y in range(inner.height()))]
    gaps = [after - before - 1 for before, after in pairwise(marked) if after - before > 1]
    assert max(gaps) >= 5


def test_fields_of_a_form_share_width_and_height(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.LIGHT)
    form = Form()
    qtbot.addWidget(form)
    fields = [TextField(), NumberField(), DecimalField(), DateField(), Select([("a", 1)]), SearchField("Search")]
    for field in fields:
        form.add_row("Label", field)
    form.resize(600, 400)
    form.show()
    qapp.processEvents()
    assert len({field.width() for field in fields}) == 1
    assert {field.height() for field in fields} == {FIELD_HEIGHT}


def test_a_table_reached_by_tab_shows_the_focus(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.LIGHT)
    table = DataTable(name="Members")
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    table.activateWindow()
    qapp.processEvents()
    table.clearFocus()
    before = table.grab().toImage()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.grab().toImage() != before


def test_an_empty_table_has_no_frame_around_its_sentence(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.LIGHT)
    model = TextTableModel(("Name", "Place"))
    table = DataTable(name="Members")
    qtbot.addWidget(table)
    table.setModel(model)
    table.set_empty(EmptyState("people", "Nobody"))
    assert table.focusPolicy() is Qt.FocusPolicy.NoFocus
    model.show([("a", "b")])
    assert table.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_the_whole_row_under_the_pointer_is_shaded(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.LIGHT)
    model = TextTableModel(("Name", "Place"))
    model.show([("", ""), ("", "")])
    table = DataTable(name="Members")
    qtbot.addWidget(table)
    table.setModel(model)
    table.resize(300, 200)
    table.show()
    for place in (QPoint(9, 50), QPoint(11, 50)):  # in the second row
        qtbot.mouseMove(table.viewport(), place)
    qapp.processEvents()
    image = table.viewport().grab().toImage()
    assert image.pixelColor(150, 50) == theme.colour("sunken")
    assert image.pixelColor(150, 10) != theme.colour("sunken")


def test_what_is_too_long_for_a_select_ends_in_an_ellipsis(qtbot: QtBot, qapp: QApplication) -> None:
    select = Select([("双十二大促之前先提醒一次的华东地区高复购老客户名单", 1), ("短", 2)])
    qtbot.addWidget(select)
    select.resize(180, FIELD_HEIGHT)
    select.show()
    assert select.shown_text().endswith("…")
    assert select.currentText().startswith(select.shown_text()[:-1])
    select.set_value(2)
    assert select.shown_text() == "短"


def test_a_chip_that_may_shrink_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    chip = Chip("内蒙古自治区、广西壮族自治区或新疆维吾尔自治区")
    qtbot.addWidget(chip)
    whole = chip.sizeHint().width()
    assert chip.minimumSizeHint().width() > 96
    chip.let_shrink(96)
    assert chip.minimumSizeHint().width() == 96
    chip.resize(whole, 26)
    assert chip.shown_text() == chip.text()
    chip.resize(whole // 2, 26)
    assert chip.shown_text().endswith("…")
    assert chip.grab().width() == whole // 2


def test_the_longest_option_fits_into_a_select(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.LIGHT)
    select = Select([("Everybody", 1), ("a", 2)])
    qtbot.addWidget(select)
    select.resize(select.sizeHint())
    select.show()
    option = QStyleOptionComboBox()
    select.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = select.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, select)
    assert room.width() - 2 >= select.fontMetrics().horizontalAdvance("Everybody")
