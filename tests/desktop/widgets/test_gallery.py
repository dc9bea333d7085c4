"""Every shared widget in both themes and with texts of both languages: it shows, fits, and has a name."""

from __future__ import annotations

import datetime as dt
import importlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell import theme
from desktop.widgets.bar_list import BarList, BarRow
from desktop.widgets.button import Button, IconButton
from desktop.widgets.card import Card
from desktop.widgets.card_column import CardColumn
from desktop.widgets.chip import Chip, ValueChip
from desktop.widgets.count_bar import CountBar
from desktop.widgets.data_table import DataTable
from desktop.widgets.date_field import DateField
from desktop.widgets.divider import Divider
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.fields import DecimalField, NumberField, PasswordField, TextArea, TextField
from desktop.widgets.form import Form
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.ledger_list import LedgerList, LedgerRow
from desktop.widgets.menu import Menu
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.number_tile import NumberTile
from desktop.widgets.page_header import PageHeader
from desktop.widgets.phone_frame import PhoneFrame
from desktop.widgets.popover import Popover
from desktop.widgets.progress_panel import ProgressPanel
from desktop.widgets.scroll_area import ScrollArea
from desktop.widgets.search_field import SearchField
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.select import Select
from desktop.widgets.status_tag import StatusTag
from desktop.widgets.title_field import TitleField
from desktop.widgets.toggle import CheckBox, Toggle

ROOT = Path(__file__).resolve().parents[3]
LONG = {"en": "Members who bought twice within the last half year", "zh": "近半年买过猫粮至少两次的老客会员"}
INTERACTIVE = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Table,
}


class Rows(QAbstractTableModel):
    """A few members."""

    def __init__(self, parent: QObject, count: int = 3) -> None:
        super().__init__(parent)
        self._count = count

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and default
        return self._count

    def columnCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and default
        return 2

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return f"¥{index.row()},286" if index.column() else "小鱼干不干" * 6


def header(text: str) -> QWidget:
    made = PageHeader(text, text)
    made.add_action(Button(text, kind="primary", icon="plus"))
    return made


def card(text: str) -> QWidget:
    made = Card(text)
    made.add_after_title(StatusTag(text, "good"))
    made.add_tool(IconButton("more", text))
    made.add(Label(text, wrap=True))
    made.add(Divider())
    return made


def form(text: str) -> QWidget:
    made = Form()
    for field in (TextField(text), NumberField(3), DecimalField(0.05), PasswordField(), TextArea(text)):
        made.add_row(text, field, text)
    made.add_row(text, Select([(text, 1), ("b", 2)])).set_error(text)
    made.add_row(text, DateField(dt.date(2026, 11, 11)))
    made.add_row(text, DateField(empty=text))
    return made


def table(text: str) -> QWidget:
    made = DataTable(numeric=[1], name=text)
    made.setModel(Rows(made))
    made.set_columns({1: 90}, stretch=0)
    made.set_sortable(sortable=True)
    made.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    return made


def empty_table(text: str) -> QWidget:
    made = DataTable(name=text)
    made.setModel(Rows(made, 0))
    made.set_empty(EmptyState("people", text, text, text))
    return made


def progress(text: str) -> QWidget:
    made = ProgressPanel()
    made.begin(text)
    made.set_progress(3, 4)
    made.set_note(text)
    return made


def phone(text: str) -> QWidget:
    made = PhoneFrame()
    made.set_message("1069 8812", [text, text * 9, "x" * 90], text)
    return made


def ledger(text: str) -> QWidget:
    return LedgerList([LedgerRow(text, "12", "start"), LedgerRow(text, "−2"), LedgerRow(text, "10", "result")])


def dialog(text: str) -> QWidget:
    made = ModalDialog(text, text)
    made.add(InlineNotice(text, "warn", text))
    made.add_reject()
    made.add_accept(text)
    return made


def popover(text: str) -> QWidget:
    made = Popover(text)
    made.add(Label(text, wrap=True))
    return made


def menu(text: str) -> QWidget:
    made = Menu()
    made.addAction(text)
    return made


BUILDERS: dict[str, Callable[[str], QWidget]] = {
    "header": header,
    "card": card,
    "form": form,
    "table": table,
    "empty table": empty_table,
    "progress": progress,
    "phone": phone,
    "ledger": ledger,
    "dialog": dialog,
    "menu": menu,
    "popover": popover,
    "chip": Chip,
    "value chip": lambda text: ValueChip(text, arrow=True),
    "danger": lambda text: Button(text, kind="danger", icon="trash"),
    "bar": lambda _text: CountBar(0.4),
    "tile": lambda text: NumberTile(text, "1,284", text),
    "icon": lambda _text: IconLabel("info", "blue"),
    "cut label": lambda text: ElidedLabel(text * 5),
    "search": SearchField,
    "segments": lambda text: SegmentedControl([("a", text), ("b", "B")]),
    "toggle": lambda text: Toggle(text, checked=True),
    "tick": lambda text: CheckBox(text, checked=True),
    "bars": lambda text: BarList([BarRow(text, 0.4, "453 · ¥22.65")]),
    "title": lambda text: TitleField(text, name=text),
    "cards": lambda text: CardColumn(Card(text), Card(text)),
    "scroll": lambda text: ScrollArea(Label(text * 50, wrap=True)),
}


@pytest.fixture(params=[theme.LIGHT, theme.DARK])
def themed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    theme.apply(qapp, request.param)
    yield request.param
    theme.apply(qapp, theme.LIGHT)


def interfaces(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield root
    for place in range(root.childCount()):
        child = root.child(place)
        if child is not None and child.role() not in {QAccessible.Role.Cell, QAccessible.Role.Row}:
            yield from interfaces(child)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", BUILDERS)
def test_it_shows_itself_and_names_its_controls(themed: str, name: str, language: str, qtbot: QtBot) -> None:
    widget = BUILDERS[name](LONG[language])
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint())
    widget.show()
    picture = widget.grab().toImage()
    assert not picture.isNull()
    seen = {picture.pixel(x, y) for x in range(0, picture.width(), 2) for y in range(picture.height())}
    assert len(seen) > 1
    for part in interfaces(QAccessible.queryAccessibleInterface(widget)):
        inside_another = part.parent() is not None and part.parent().role() in INTERACTIVE
        if part.role() in INTERACTIVE and not inside_another and not part.state().invisible:
            assert part.text(QAccessible.Text.Name), (name, part.role())


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["header", "card", "tile", "dialog", "ledger", "form", "progress"])
def test_no_text_is_cut_in_height(themed: str, name: str, language: str, qtbot: QtBot, qapp: QApplication) -> None:
    widget = BUILDERS[name](LONG[language])
    qtbot.addWidget(widget)
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(widget)
    column.addStretch(1)
    holder.resize(640, 900)
    holder.show()
    widget.show()
    qapp.processEvents()
    for label in widget.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, label.text()


def test_every_widget_is_in_the_gallery_or_has_a_test_of_its_own() -> None:
    modules = [path.stem for path in (ROOT / "desktop" / "widgets").glob("*.py") if path.stem != "__init__"]
    modules = [module for module in modules if not (Path(__file__).parent / f"test_{module}.py").exists()]
    shown = Path(__file__).read_text(encoding="utf-8")
    for module in modules:
        content = importlib.import_module(f"desktop.widgets.{module}")
        for name, kind in inspect.getmembers(content, inspect.isclass):
            own = kind.__module__ == content.__name__ and issubclass(kind, QWidget) and not name.startswith("_")
            assert not own or f"{name}(" in shown or f": {name}," in shown, name


def test_the_calendar_is_dressed(themed: str, qtbot: QtBot) -> None:
    field = DateField(dt.date(2026, 11, 11))
    qtbot.addWidget(field)
    calendar = field.dressed_calendar()
    assert calendar.headerTextFormat().foreground().color() == theme.colour("muted")


def test_a_card_has_crisp_one_pixel_lines(themed: str, qtbot: QtBot) -> None:
    widget = Card()
    qtbot.addWidget(widget)
    widget.resize(100, 60)
    picture = widget.grab().toImage()
    middle = QPoint(50, 0)
    assert picture.pixelColor(middle) == theme.colour("line")
    assert picture.pixelColor(middle + QPoint(0, 1)) == theme.colour("surface")
