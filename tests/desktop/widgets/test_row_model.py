"""The model under every table: Qt's own tester agrees with it, and rows, titles and cells are what was given."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.widgets.row_model import RowModel


class Prices(RowModel[tuple[str, int]]):
    """Products and prices; those for nothing have a tooltip."""

    def __init__(self, *rows: tuple[str, int]) -> None:
        super().__init__()
        self.titles = ("Product", "Price")
        self.show(*rows)

    def show(self, *rows: tuple[str, int]) -> None:
        self._show_rows(rows)

    def change_prices(self) -> None:
        self._cells_changed(1, 1)

    def text(self, row: tuple[str, int], column: int) -> str:
        return str(row[column])

    def role_value(self, row: tuple[str, int], column: int, role: int) -> object:
        return "free" if role == Qt.ItemDataRole.ToolTipRole and not row[1] else None


def texts(model: RowModel) -> list[list[object]]:
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


@pytest.mark.parametrize("rows", [(), (("cat food", 5),), (("cat food", 5), ("sample", 0))])
def test_qt_agrees_with_the_model(qtmodeltester: ModelTester, rows: tuple[tuple[str, int], ...]) -> None:
    model = Prices(*rows)
    qtmodeltester.check(model)
    model.show(("litter", 3))
    qtmodeltester.check(model)


def test_rows_titles_and_cells_are_what_was_given() -> None:
    model = Prices(("cat food", 5), ("sample", 0))
    assert texts(model) == [["cat food", "5"], ["sample", "0"]]
    titles = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert titles == ["Product", "Price", None]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    tooltips = [model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(2)]
    assert tooltips == [None, "free"]
    assert model.data(QModelIndex()) is None


def test_other_rows_reset_the_model(qtbot: QtBot) -> None:
    model = Prices(("cat food", 5))
    with qtbot.waitSignals([model.modelAboutToBeReset, model.modelReset], order="strict"):
        model.show()
    assert model.rowCount() == 0


def test_changed_cells_are_told_where_there_are_rows(qtbot: QtBot) -> None:
    model = Prices(("cat food", 5), ("sample", 0))
    with qtbot.waitSignal(model.dataChanged) as told:
        model.change_prices()
    first, last, *_ = told.args
    assert ((first.row(), first.column()), (last.row(), last.column())) == ((0, 1), (1, 1))
    model.show()
    with qtbot.assertNotEmitted(model.dataChanged):
        model.change_prices()
