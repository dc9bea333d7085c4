"""A file before it is imported: what it was recognised as, its first rows, its problems, its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop import amounts
from desktop.importing import words
from desktop.importing.list_question import ListQuestion
from desktop.importing.mapping_view import MappingView
from desktop.importing.table_model import TextTableModel, problem_rows
from desktop.members import words as member_words
from desktop.widgets.card import Card
from desktop.widgets.data_table import DataTable
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.fields import TextField
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.segmented_control import SegmentedControl
from local_db.importing.mapping import first_mapping
from local_db.importing.plain_list import list_of

if TYPE_CHECKING:
    from desktop.importing.import_item import ImportItem
    from local_db.importing.previewed import Preview

ROWS, PROBLEMS, COLUMNS = "rows", "problems", "columns"
_LEAST_WIDTH, _MOST_WIDTH = 72, 220


def _on_card(table: QWidget) -> Card:
    card = Card(padding=8)
    card.add(table, 1)
    return card


class PreviewView(QWidget):
    """The look at one file.

    Signals:
        shop_changed(str): the person named the shop.
        list_answered(str): the person said of whom a list without columns is; one of Of.
    """

    shop_changed = Signal(str)
    list_answered = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._guessed = False  # whether the columns shown are a guess that nobody has touched
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._head())
        self._notice = InlineNotice()
        self._notice.setVisible(False)
        column.addWidget(self._notice)
        self.question = ListQuestion()
        self.question.answered.connect(self.list_answered)
        self.question.setVisible(False)
        column.addWidget(self.question)
        tabs = QHBoxLayout()
        tabs.setSpacing(12)
        self.tabs = SegmentedControl(
            [(ROWS, self.tr("First rows")), (PROBLEMS, self.tr("Problems")), (COLUMNS, self.tr("Columns"))],
            name=self.tr("What to look at"),
        )
        self.tabs.chosen.connect(self.show_tab)
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        column.addLayout(tabs)
        self._stack = QStackedWidget()
        self.mapping = MappingView()
        self.mapping.touched.connect(self._touched)
        for part in (self._rows_table(), self._problems_table(), self.mapping):
            self._stack.addWidget(part if part is self.mapping else _on_card(part))
        column.addWidget(self._stack, 1)

    def _head(self) -> Card:
        card = Card(sunken=True, padding=12)
        row = QHBoxLayout()
        row.setSpacing(12)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        self._title = ElidedLabel("", "heading")
        self._facts = ElidedLabel("", "small")
        texts.addWidget(self._title)
        texts.addWidget(self._facts)
        row.addLayout(texts, 1)
        self._shop_label = Label(self.tr("Shop"), "muted")
        self.shop_field = TextField(name=self.tr("Shop"))
        self.shop_field.setFixedWidth(184)
        self.shop_field.textEdited.connect(self.shop_changed)
        self._shop_label.setBuddy(self.shop_field)
        row.addWidget(self._shop_label)
        row.addWidget(self.shop_field)
        card.add_layout(row)
        return card

    def _rows_table(self) -> DataTable:
        self._rows = TextTableModel(parent=self)
        self.rows_table = DataTable(name=self.tr("First rows"))
        self.rows_table.setModel(self._rows)
        self.rows_table.horizontalHeader().setStretchLastSection(True)
        self.rows_table.set_empty(
            EmptyState(
                "file",
                self.tr("No rows to show yet"),
                self.tr("Choose under Columns which column is which; the rows then show what will be imported."),
            )
        )
        return self.rows_table

    def _problems_table(self) -> DataTable:
        self._problems = TextTableModel((self.tr("Row"), self.tr("Column"), self.tr("What is wrong")), self)
        table = DataTable(numeric=(0,), name=self.tr("Problems"))
        table.setModel(self._problems)
        table.set_columns({0: 72, 1: 200}, stretch=2)
        table.set_empty(EmptyState("check", self.tr("No problems in the first rows")))
        return table

    def show_item(self, item: ImportItem) -> None:
        """Show another file from its beginning."""
        preview = item.preview
        if preview is None:
            return
        shown = item.preview_of_choice or preview
        found = list_of(preview)
        unknown = preview.profile is None and found is None and item.choice is None
        self._guessed = unknown and bool(first_mapping(preview))
        self.question.setVisible(found is not None)
        self.tabs.setVisible(found is None)
        if found is not None:
            self.question.ask(found, item.of)
        self.mapping.show_file(preview, item.examples, item.stem, item.choice)
        # Where neither the file nor a person names the shop, importing calls it by the platform's code.
        named = "" if shown.shop_name == shown.platform else shown.shop_name
        self.shop_field.setText(item.shop_name or named)
        self.shop_field.setPlaceholderText(member_words.platform(shown.platform) if shown.platform else "—")
        self.show_preview(shown)
        self.show_tab(ROWS if shown.profile is not None or found is not None else COLUMNS)

    def show_preview(self, preview: Preview) -> None:
        """Show the same file as it looks with other columns."""
        self._title.setText(self._title_of(preview))
        self._facts.setText(self._facts_of(preview))
        if preview.guessed:
            self._notice.say(self.tr("No profile knows this file; its columns were told from their headers. "
                                     "Look at the rows, and correct what is wrong under Columns."))  # fmt: skip
        elif self._guessed:
            self._notice.say(self.tr("No profile knows this file; its columns were told from their headers and cells. "
                                     "Look whether they are right. You can keep them for next time."))  # fmt: skip
        else:
            self._notice.setVisible(False)
        self.mapping.show_cleaned(preview)
        self._show_rows(preview)
        self._problems.show(problem_rows(preview.problems))
        count = len(preview.problems)
        problems = self.tr("Problems: {count}").format(count=amounts.number(count)) if count else self.tr("Problems")
        self.tabs.set_text(PROBLEMS, problems)

    def _touched(self) -> None:
        self._guessed = False

    def say_kept(self, name: str) -> None:
        """Say that the columns are kept as a profile."""
        self._notice.say(self.tr("Saved as “{name}”. Files like this one are recognised by it from now on.")
                         .format(name=name), "good")  # fmt: skip

    def say_refused(self, text: str) -> None:
        """Say why a person's choices cannot be used, where she made them."""
        if self.question.isVisible():
            self._notice.say(text, "warn")
        else:
            self.mapping.say(text)

    def show_tab(self, key: str) -> None:
        """Show the first rows, the problems or the columns."""
        self.tabs.set_current(key)
        self._stack.setCurrentIndex((ROWS, PROBLEMS, COLUMNS).index(key))

    def _title_of(self, preview: Preview) -> str:
        if preview.profile is None:
            return (
                self.tr("A layout that is new here") if list_of(preview) is None else self.tr("A list without columns")
            )
        return words.profile_title(preview, self._language)

    def _facts_of(self, preview: Preview) -> str:
        rows = self._number_of_rows(preview)
        sheet = self.tr("sheet {name}").format(name=preview.sheet) if preview.sheet else ""
        platform = member_words.platform(preview.platform) if preview.platform else ""
        return " · ".join(part for part in (platform, rows, words.encoding(preview.encoding), sheet) if part)

    def _number_of_rows(self, preview: Preview) -> str:
        count = preview.estimated_rows
        if preview.counted and count == 1:
            return self.tr("1 row")
        text = self.tr("{count} rows") if preview.counted else self.tr("about {count} rows")
        return text.format(count=amounts.number(count))

    def _show_rows(self, preview: Preview) -> None:
        if preview.profile is None:
            headers, numeric = [words.header(column.header) for column in preview.columns], []
        else:
            headers = [words.field(column.field) for column in preview.mapped]
            numeric = [i + 1 for i, column in enumerate(preview.mapped) if column.field in words.NUMERIC_FIELDS]
        self.rows_table.numeric = frozenset([0, *numeric])
        rows = [(amounts.number(number), *row) for number, row in zip(preview.row_numbers, preview.rows, strict=True)]
        self._rows.show(rows, (self.tr("Row"), *headers))
        self._fit_columns()

    def _fit_columns(self) -> None:
        header = self.rows_table.horizontalHeader()
        metrics = self.rows_table.fontMetrics()
        for column in range(self._rows.columnCount()):
            texts = [str(self._rows.headerData(column, header.orientation()))]
            texts += [str(self._rows.index(row, column).data()) for row in range(min(8, self._rows.rowCount()))]
            wanted = max(metrics.horizontalAdvance(text) for text in texts) + 24
            least = 48 if column == 0 else _LEAST_WIDTH
            header.resizeSection(column, max(least, min(_MOST_WIDTH, wanted)))
