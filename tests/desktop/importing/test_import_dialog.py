"""The import dialog over a real shop file: a look, the columns, progress, reports."""

from __future__ import annotations

import csv
import threading
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel

from desktop.importing import import_dialog
from desktop.importing.history_dialog import HistoryDialog
from desktop.importing.import_dialog import ImportDialog, choose_and_import
from desktop.importing.import_item import Stage, added_up
from desktop.importing.preview_view import COLUMNS, ROWS
from desktop.importing.table_model import DETAIL_ROLE
from local_db.importing import actions
from local_db.importing.fields import MEMBER_FIELDS, ORDER_FIELDS, REFUND_FIELDS
from local_db.importing.model import ImportReport, Problem
from local_db.importing.plain_list import Of
from local_db.members import store
from local_db.settings import read_setting

SAMPLE = Path(__file__).parents[3] / "resources" / "sample" / "ExportOrderList202611161000.csv"

GUESSABLE = [
    ["买家昵称", "付款日期", "订单状态", "实付金额", "省份"],
    ["小鱼干", "2026-01-05 10:00:00", "交易成功", "128.60", "浙江"],
    ["momo", "2026-01-06 11:00:00", "交易成功", "88.00", "上海"],
    ["momo", "2026-02-06 11:00:00", "交易成功", "不是钱", "上海"],
]
UNKNOWN = [
    ["wer", "wann", "wieviel", "was"],
    ["anna", "2026-01-05", "12.50", "Katzenfutter"],
    ["bert", "2026-01-06", "8.00", "Streu"],
]


@pytest.fixture
def write(tmp_path):
    def make(name, rows):
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path

    return make


@pytest.fixture
def open_dialog(shop_context, qtbot):
    opened = []  # as a window would, keep each until the end

    def make(*paths):
        dialog = ImportDialog(shop_context, paths)
        opened.append(dialog)
        qtbot.addWidget(dialog)
        dialog.show()
        settle(dialog)
        return dialog

    return make


def settle(dialog):
    for _ in range(3):
        QApplication.processEvents()
        dialog._context.background.wait_idle(60_000)
    QApplication.processEvents()


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def orders(shop):
    with shop.read() as connection:
        return connection.execute("select count(*), coalesce(sum(paid), 0) from orders").fetchone()


def table(model):
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def headers(model):
    return [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]


def test_a_known_file_is_recognised_before_anything_is_written(open_dialog, shop):
    dialog = open_dialog(SAMPLE)
    assert "Taobao / Tmall order list" in texts(dialog.preview)
    assert dialog.preview.shop_field.text() == "喵屋宠物食品店"
    assert dialog.preview.tabs.current == ROWS
    model = dialog.preview.rows_table.model()
    first = dict(zip(headers(model), table(model)[0], strict=True))
    assert first["Row"] == "2"
    assert first["Order number"] == "221469294555371341"
    assert first["Buyer nick"] == "毛球_9501"
    assert first["Amount paid"] == "129.00"
    assert dialog.import_button.isEnabled()
    assert orders(shop) == (0, 0)


def test_importing_reports_and_tells_the_other_pages(open_dialog, shop, shop_context, write):
    announced = []
    shop_context.changes.announced.connect(announced.append)
    dialog = open_dialog(write("orders.csv", GUESSABLE))
    dialog.import_button.click()
    assert dialog.importing
    settle(dialog)
    assert orders(shop) == (3, 21660)
    said = texts(dialog.report)
    assert "3" in said
    assert "¥216.60" in said
    assert table(dialog.report.table.model())[0] == ["4", "实付金额", "Not an amount"]
    assert announced
    assert dialog.members_button.isVisible()
    assert not dialog.import_button.isVisible()


def test_the_same_file_again_changes_nothing(open_dialog, shop, write):
    path = write("orders.csv", GUESSABLE)
    for _ in range(2):
        dialog = open_dialog(path)
        dialog.import_button.click()
        settle(dialog)
    assert any("nothing has changed" in text for text in texts(dialog.report))
    assert orders(shop) == (3, 21660)


def test_guessed_columns_are_said_to_be_guessed(open_dialog, write):
    dialog = open_dialog(write("orders.csv", GUESSABLE))
    assert any("told from their headers" in text for text in texts(dialog.preview))
    parts = [part.accessibleName() for part in dialog.preview.tabs.findChildren(QAbstractButton)]
    assert parts == ["First rows", "Problems: 1", "Columns"]


def test_a_shop_without_a_name_is_not_shown_by_a_code(open_dialog, write):
    dialog = open_dialog(write("orders.csv", GUESSABLE))
    assert dialog.preview.shop_field.text() == ""
    assert dialog.preview.shop_field.placeholderText() in {"Own list", "Taobao / Tmall"}


def test_an_unknown_layout_is_mapped_by_hand_and_kept_for_next_time(open_dialog, shop, shop_context, write):
    path = write("unknown.csv", UNKNOWN)
    dialog = open_dialog(path)
    assert dialog.preview.tabs.current == COLUMNS
    mapping = dialog.preview.mapping
    assert mapping.mapping == {"nick": "wer", "ordered_at": "wann", "paid": "wieviel"}  # told from the cells
    mapping.select_of("paid").set_value("")
    settle(dialog)
    assert dialog.items[0].stage is Stage.UNMAPPED
    assert not dialog.import_button.isEnabled()
    for field, header in (("ordered_at", ""), ("paid_at", "wann"), ("paid", "wieviel"), ("title", "was")):
        mapping.select_of(field).set_value(header)
    settle(dialog)
    assert dialog.items[0].stage is Stage.READY
    assert "Katzenfutter · Streu" in [text.replace("  ", " ") for text in texts(mapping)]
    mapping.name_field.setText("Mein Laden 2026")
    mapping.save_button.click()
    settle(dialog)
    assert (shop_context.settings.folder / "profiles" / "Mein-Laden-2026.toml").exists()
    dialog.import_button.click()
    settle(dialog)
    assert orders(shop) == (2, 2050)

    again = open_dialog(write("next month.csv", [UNKNOWN[0], ["cleo", "2026-02-01", "3.00", "Ball"]]))
    assert again.items[0].stage is Stage.READY
    assert "Mein-Laden-2026" in texts(again.preview)
    again.import_button.click()
    settle(again)
    assert orders(shop) == (3, 2350)


def test_a_recognised_column_can_be_changed(open_dialog, shop, write):
    rows = [[*row, extra] for row, extra in zip(GUESSABLE, ("金额二", "1.00", "2.00", "3.00"), strict=True)]
    dialog = open_dialog(write("orders.csv", rows))
    dialog.preview.mapping.select_of("paid").set_value("金额二")
    settle(dialog)
    assert "Your own columns" in texts(dialog.preview)
    dialog.import_button.click()
    settle(dialog)
    assert orders(shop) == (3, 600)


def test_too_few_columns_cannot_be_imported(open_dialog, write):
    dialog = open_dialog(write("orders.csv", GUESSABLE))
    dialog.preview.mapping.select_of("paid").set_value("")
    settle(dialog)
    assert not dialog.import_button.isEnabled()
    dialog.preview.mapping.select_of("paid").set_value("实付金额")
    settle(dialog)
    assert dialog.import_button.isEnabled()


def test_enter_imports_but_not_from_the_columns(open_dialog, shop, write, qtbot):
    dialog = open_dialog(write("orders.csv", GUESSABLE))
    dialog.preview.show_tab(COLUMNS)
    field = dialog.preview.mapping.name_field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(dialog)
    assert dialog.items[0].stage is Stage.READY
    assert "Saved as" in " ".join(texts(dialog.preview))
    dialog.import_button.setFocus()
    qtbot.keyClick(dialog.import_button, Qt.Key.Key_Return)
    settle(dialog)
    assert dialog.items[0].stage is Stage.DONE


def test_a_list_of_people_can_be_imported(open_dialog, shop, write):
    dialog = open_dialog(write("people.csv", [["who", "tel"], ["anna", "13800001234"], ["bert", "13900001234"]]))
    mapping = dialog.preview.mapping
    mapping._kind._choose("members")
    mapping.select_of("nick").set_value("who")
    mapping.select_of("phone").set_value("tel")
    settle(dialog)
    dialog.import_button.click()
    settle(dialog)
    with shop.read() as connection:
        found = [row.nick for row in store.rows(connection, [1, 2])]
    assert found == ["anna", "bert"]
    assert "New members" in texts(dialog.report)
    assert "New orders" not in texts(dialog.report)


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 500])
def test_a_file_that_is_no_table_is_refused(open_dialog, tmp_path, content):
    path = tmp_path / "broken.csv"
    path.write_bytes(content)
    dialog = open_dialog(path)
    assert dialog.items[0].stage is Stage.REFUSED
    assert dialog.items[0].failure
    assert not dialog.import_button.isVisible()
    assert dialog.other_button.isVisible()


def test_the_first_import_names_the_shop(open_dialog, shop, write):
    for rows in (
        GUESSABLE,
        [[*GUESSABLE[0], "店铺名称"], [*GUESSABLE[1], "喵屋"]],
        [[*GUESSABLE[0], "店铺名称"], [*GUESSABLE[2], "汪屋"]],
    ):
        dialog = open_dialog(write("orders.csv", rows))
        dialog.import_button.click()
        settle(dialog)
    with shop.read() as connection:
        assert read_setting(connection, "shop_name") == "喵屋"


def test_several_files_are_imported_one_after_another(open_dialog, shop, write, tmp_path):
    (tmp_path / "empty.csv").write_bytes(b"")
    second = [GUESSABLE[0], ["zoe", "2026-03-01 10:00:00", "交易成功", "10.00", "北京"]]
    dialog = open_dialog(write("one.csv", GUESSABLE), write("two.csv", second), tmp_path / "empty.csv")
    assert dialog.files.isVisible()
    assert dialog.import_button.text() == "Import 2 files"
    dialog.import_button.click()
    settle(dialog)
    assert [item.stage for item in dialog.items] == [Stage.DONE, Stage.DONE, Stage.REFUSED]
    assert orders(shop) == (4, 22660)
    assert "¥226.60" in texts(dialog.report)
    dialog.files.table.setCurrentIndex(dialog.files.table.model().index(2, 0))
    settle(dialog)
    assert "¥10.00" in texts(dialog.report)


def test_choosing_another_file_keeps_what_was_said_of_the_first(open_dialog, write):
    dialog = open_dialog(write("unknown.csv", UNKNOWN), write("one.csv", GUESSABLE))
    for field, header in (("ordered_at", ""), ("paid_at", "wann")):
        dialog.preview.mapping.select_of(field).set_value(header)
    settle(dialog)
    rows = dialog.files.table.model()
    dialog.files.table.setCurrentIndex(rows.index(1, 0))
    settle(dialog)
    assert dialog.preview.mapping.mapping["paid"] == "实付金额"
    dialog.files.table.setCurrentIndex(rows.index(0, 0))
    settle(dialog)
    assert dialog.preview.mapping.mapping == {"nick": "wer", "paid_at": "wann", "paid": "wieviel"}
    assert dialog.items[0].stage is Stage.READY
    assert table(dialog.preview.rows_table.model())[0][1:] == ["anna", "2026-01-05 00:00:00", "12.50"]


def gated(monkeypatch):
    """An import that waits in its middle until it is told to go on."""
    reached, go_on = threading.Event(), threading.Event()
    real = actions.import_file

    def slow(*args, progress, **options):
        def tell(done, total):
            progress(done, total)
            reached.set()
            go_on.wait(20)

        return real(*args, progress=tell, **options)

    monkeypatch.setattr(actions, "import_file", slow)
    return reached, go_on


@pytest.mark.parametrize("close", [False, True])
def test_stopping_leaves_the_shop_as_it_was(open_dialog, shop, write, monkeypatch, qtbot, close):
    reached, go_on = gated(monkeypatch)
    dialog = open_dialog(write("orders.csv", GUESSABLE))
    dialog.import_button.click()
    qtbot.waitUntil(reached.is_set)
    assert dialog.progress.isVisible()
    if close:
        dialog.reject()
        assert dialog.isVisible()  # not before the data is as it was
    else:
        dialog.progress.cancelled.emit()
    go_on.set()
    settle(dialog)
    assert orders(shop) == (0, 0)
    assert dialog.isVisible() is not close
    assert dialog.items[0].stage is Stage.READY


def test_show_members_goes_there(open_dialog, write, shop_context, qtbot):
    dialog = open_dialog(write("orders.csv", GUESSABLE))
    dialog.import_button.click()
    settle(dialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.members_button.click()


def test_the_chooser_hands_its_files_on(shop_context, qtbot, write, monkeypatch):
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    chooser = choose_and_import(shop_context, window)
    assert isinstance(chooser, QFileDialog)
    assert chooser.isVisible()
    opened = []
    monkeypatch.setattr(import_dialog.ImportDialog, "for_files", lambda _context, paths, _parent: opened.append(paths))
    path = write("orders.csv", GUESSABLE)
    chooser.filesSelected.emit([str(path)])
    chooser.close()
    assert opened == [[path]]
    assert shop_context.settings.get("importing/folder") == str(path.parent)


def test_reports_add_up():
    one = ImportReport(orders=3, new_orders=2, paid=100, problems=(Problem(1, "a", "bad_money"),))
    both = added_up([one, ImportReport(orders=1, paid=50, refunded=5)])
    assert (both.orders, both.new_orders, both.paid, both.refunded, len(both.problems)) == (4, 2, 150, 5, 1)
    mixed = added_up([one, ImportReport(paid=50, currency="USD")])
    assert (mixed.paid, mixed.currency) == (0, "")


def test_every_field_has_a_name_and_a_place():
    from desktop.importing import words

    for fields, groups in (
        (ORDER_FIELDS, words.GROUPS_OF_ORDERS),
        (MEMBER_FIELDS, words.GROUPS_OF_MEMBERS),
        (REFUND_FIELDS, words.GROUPS_OF_REFUNDS),
    ):
        placed = [field for _, names in groups for field in names]
        assert sorted(placed) == sorted(fields)
    assert set(words.FIELDS) == set(ORDER_FIELDS) | set(MEMBER_FIELDS) | set(REFUND_FIELDS)


# --- archives, folders, lists ---


def zipped(path, files):
    with zipfile.ZipFile(path, "w") as made:
        for name, source in files.items():
            made.write(source, name)
    return path


def test_a_folder_and_a_zip_are_the_files_in_them(open_dialog, shop, write, tmp_path):
    folder = tmp_path / "exports"
    folder.mkdir()
    write("exports/one.csv", GUESSABLE)
    second = [GUESSABLE[0], ["zoe", "2026-03-01 10:00:00", "交易成功", "10.00", "北京"]]
    zipped(folder / "two.zip", {"in/二.csv": write("two.csv", second)})
    (folder / "broken.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    dialog = open_dialog(folder)
    assert [(item.whereabouts, item.stage) for item in dialog.items] == [
        ("broken.xlsx", Stage.REFUSED), ("one.csv", Stage.READY), ("two.zip › in/二.csv", Stage.READY),
    ]  # fmt: skip
    rows = dialog.files.table.model()
    assert [rows.index(row, 0).data(DETAIL_ROLE) for row in (1, 2)] == ["Order list (guessed from its headers)"] * 2
    dialog.import_button.click()
    settle(dialog)
    assert orders(shop) == (4, 22660)
    assert rows.index(3, 0).data(DETAIL_ROLE) == "1 orders new, 0 updated"


def test_an_archive_without_tables_says_so(open_dialog, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"x")
    dialog = open_dialog(zipped(tmp_path / "a.zip", {"a.pdf": tmp_path / "a.pdf"}))
    assert dialog.items[0].failure == "a.zip holds no tables."
    assert dialog.other_button.isVisible()


def test_one_progress_runs_over_all_files(open_dialog, write, monkeypatch):
    dialog = open_dialog(*(write(f"{n}.csv", [*GUESSABLE, *[[f"n{i}", *GUESSABLE[1][1:]] for i in range(n * 20)]])
                           for n in (1, 2, 3)))  # fmt: skip
    shown = []
    monkeypatch.setattr(dialog.progress, "set_progress", lambda done, total: shown.append((done, total)))
    dialog.import_button.click()
    settle(dialog)
    told = [(done, total) for done, total in shown if total]
    assert {total for _, total in told} == {3 * 3 + 20 + 40 + 60}
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize(("of", "refused"), [(Of.OPT_OUTS, 2), (Of.MEMBERS, 0)])
def test_a_list_is_imported_once_a_person_says_whose_it_is(open_dialog, shop, tmp_path, of, refused):
    path = tmp_path / "号码.txt"
    path.write_text("13800138001\n13800138002\n", encoding="utf-8")
    dialog = open_dialog(path)
    assert dialog.preview.question.isVisible()
    assert not dialog.preview.tabs.isVisible()
    assert dialog.items[0].stage is Stage.UNMAPPED
    assert not dialog.import_button.isEnabled()
    dialog.preview.question.buttons[of].click()
    settle(dialog)
    dialog.import_button.click()
    settle(dialog)
    with shop.read() as connection:
        consents = connection.execute("select count(*) from consents where state = 'opted_out'").fetchone()[0]
        members = connection.execute("select count(*) from members").fetchone()[0]
    assert (members, consents) == (2, refused)


def test_a_list_whose_name_says_it_is_ready_at_once(open_dialog, tmp_path):
    path = tmp_path / "退订名单.txt"
    path.write_text("13800138001\n13800138002\n", encoding="utf-8")
    dialog = open_dialog(path)
    assert dialog.items[0].stage is Stage.READY
    assert not dialog.preview.question.isVisible()
    assert "Opt-out list (one per line)" in texts(dialog.preview)


def test_columns_that_brought_a_file_in_are_kept_by_themselves(open_dialog, shop_context, write):
    dialog = open_dialog(write("unknown.csv", UNKNOWN))
    dialog.import_button.click()
    settle(dialog)
    assert (shop_context.settings.folder / "profiles" / "unknown.toml").exists()
    assert any("“unknown”" in text for text in texts(dialog.report))
    again = open_dialog(write("next.csv", [UNKNOWN[0], ["cleo", "2026-02-01", "3.00", "Ball"]]))
    assert "unknown" in texts(again.preview)
    again.import_button.click()
    settle(again)
    assert len(list((shop_context.settings.folder / "profiles").iterdir())) == 1


def test_the_guess_shows_what_becomes_of_the_cells(open_dialog, write):
    rows = [["wer", "wann", "wieviel"], ["anna", "2026/1/5 9:00", "￥1,200.5"], ["bert", "2026/1/6 9:00", "￥8"]]
    dialog = open_dialog(write("unknown.csv", rows))
    shown = [text.replace("  ", " ") for text in texts(dialog.preview.mapping)]
    assert "￥1,200.5 · ￥8 → 1200.50 · 8.00" in shown
    assert any("→ 2026-01-05 09:00:00" in text for text in shown)


def test_identity_numbers_are_offered_for_no_field(open_dialog, write):
    rows = [["wer", "nr", "wann", "wieviel"]]
    rows += [[f"a{n}", "330106199003072319", "2026-01-05", "12.50"] for n in range(3)]
    dialog = open_dialog(write("unknown.csv", rows))
    select = dialog.preview.mapping.select_of("number")
    assert "nr" not in [select.itemText(place) for place in range(select.count())]


# --- bad rows, history ---


def test_the_bad_rows_are_saved_mended_and_imported_again(open_dialog, shop, write, tmp_path):
    dialog = open_dialog(write("orders.csv", GUESSABLE))
    dialog.import_button.click()
    settle(dialog)
    assert dialog.report.save_button.isVisible()
    dialog.report.save_button.click()
    assert dialog.chooser.isVisible()
    out = tmp_path / "bad.csv"
    dialog.chooser.fileSelected.emit(str(out))
    dialog.chooser.close()
    settle(dialog)
    assert any("Saved in bad.csv: 1 rows" in text for text in texts(dialog.report))
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [["Reason (Regulars)", *GUESSABLE[0]], ["实付金额: not an amount", *GUESSABLE[3]]]
    again = open_dialog(write("mended.csv", [rows[0], [*rows[1][:4], "99.00", rows[1][5]]]))
    assert "Reason (Regulars)" not in again.preview.mapping._headers
    again.import_button.click()
    settle(again)
    assert orders(shop)[1] == 21660 + 9900


def test_bad_rows_that_cannot_be_saved_are_said(open_dialog, write, tmp_path):
    dialog = open_dialog(write("orders.csv", GUESSABLE))
    dialog.import_button.click()
    settle(dialog)
    dialog._save_bad_rows(dialog.items[0], str(tmp_path / "nowhere" / "bad.csv"))
    settle(dialog)
    assert any("cannot be written here" in text for text in texts(dialog.report))
    assert dialog.report.save_button.isEnabled()


def test_a_file_without_bad_rows_offers_none(open_dialog, write):
    dialog = open_dialog(write("orders.csv", GUESSABLE[:3]))
    dialog.import_button.click()
    settle(dialog)
    assert not dialog.report.save_button.isVisible()


def test_the_history_opens_from_the_dialog(open_dialog, write, qtbot):
    dialog = open_dialog(write("orders.csv", GUESSABLE))
    dialog.history_button.click()
    settle(dialog)
    opened = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, HistoryDialog)]
    assert opened
    for one in opened:
        one.close()


# --- refunds, platforms ---


REFUNDS = [
    ["哪单", "进度", "多少"],
    ["190000000000000001", "退款成功", "7.35"],
    ["190000000000000002", "退款关闭", "77.35"],
]


def test_refunds_of_an_unknown_layout_reach_their_orders(open_dialog, shop, tmp_path, write):
    from tests.local_db.importing.exports import NOW, taobao_row, write_csv

    actions.import_file(shop, write_csv(tmp_path / "o.csv", [taobao_row(1), taobao_row(2)]), now=NOW)
    dialog = open_dialog(write("refunds.csv", REFUNDS))
    mapping = dialog.preview.mapping
    mapping._kind._choose("refunds")
    settle(dialog)
    assert dialog.items[0].stage is Stage.UNMAPPED
    for field, header in (("order_number", "哪单"), ("state", "进度"), ("amount", "多少")):
        mapping.select_of(field).set_value(header)
    mapping._platform.set_value("taobao")
    settle(dialog)
    assert dialog.items[0].stage is Stage.READY
    dialog.import_button.click()
    settle(dialog)
    with shop.read() as connection:
        found = connection.execute("select number, refunded from orders order by number").fetchall()
    assert [(number[-1], refunded) for number, refunded in found] == [("1", 735), ("2", 0)]
    assert "Refunds" in texts(dialog.report)


def test_people_of_own_columns_belong_to_the_platform_that_is_chosen(open_dialog, shop, write):
    dialog = open_dialog(write("people.csv", [["who", "tel"], ["anna", "13800001234"], ["bert", "13900001234"]]))
    mapping = dialog.preview.mapping
    mapping._kind._choose("members")
    mapping.select_of("nick").set_value("who")
    mapping._platform.set_value("jd")
    settle(dialog)
    dialog.import_button.click()
    settle(dialog)
    with shop.read() as connection:
        assert connection.execute("select distinct scope from identities where kind = 'nick'").fetchall() == [("jd",)]
