"""Brings in what another program holds: a file, what was found in it, and which column is what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QWidget
from shiboken6 import isValid

from desktop import amounts, wording
from desktop.replies import words
from desktop.replies.exchange import exchange_words
from desktop.replies.exchange.refusals import tell_refusal
from desktop.replies.lexicon import readable
from desktop.shell.context import PageContext
from desktop.widgets.button import Button
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.data_table import DataTable
from desktop.widgets.form import Form
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.row_model import RowModel
from desktop.widgets.scroll_area import ScrollArea
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.select import Select
from local_db.changes import Changes
from local_db.errors import RegularsError
from local_db.replies import actions
from local_db.replies.exchange.actions import Imported, OnRepeat, Repeat, find_repeated, import_replies, undo_import
from local_db.replies.exchange.model import Draft, Format, Preview
from local_db.replies.exchange.reading import read_replies
from local_db.replies.model import Scope
from local_db.shop_file import Shop

_SHOWN_PROBLEMS = 40
_TABLE_HEIGHT = 210
_MAPPED = tuple(exchange_words.FIELDS)
_NO_COLUMN = -1


class Found(NamedTuple):
    """What a file holds, and what of it the library has already."""

    preview: Preview
    repeated: tuple[Repeat, ...]


class DraftTable(RowModel[Draft]):
    """Title, text, group, shortcut of what was found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = (self.tr("Title"), self.tr("Text"), self.tr("Group"), self.tr("Shortcut"))

    def show_drafts(self, preview: Preview) -> None:
        """Show these."""
        self._show_rows(preview.drafts)

    def text(self, row: Draft, column: int) -> str:
        """A cell's text."""
        match column:
            case 0:
                return row.title
            case 1:
                return " ".join(readable(row.texts[0][:400]).split()) if row.texts else ""
            case 2:
                return row.group
            case _:
                return row.shortcut


class SampleTable(RowModel[tuple[str, ...]]):
    """The first rows of a table of which nobody knows yet what its columns are."""

    def show_sample(self, preview: Preview) -> None:
        """Show them under the headers of the file."""
        self._show_rows(preview.sample, preview.headers)

    def text(self, row: tuple[str, ...], column: int) -> str:
        """A cell's text."""
        return row[column] if column < len(row) else ""


class ImportDialog(ModalDialog):
    """A file, and below it what would come in. Whoever closes it meanwhile is told in the window what came of it."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent, width=760)
        self.set_title(self.tr("Import replies"))
        self.set_sentence(
            self.tr(
                "Qianniu quick phrases, any table, Espanso, Beeftext, Chatwoot, Zendesk, Zammad, saved replies. "
                "What a file is, is seen from what is in it."
            )
        )
        self._context = context
        self._reading = context.background.latest()
        self._path: Path | None = None
        self._mapping: dict[str, int] | None = None
        self._found: Found | None = None
        self.choose_button = Button(self.tr("Choose a file…"), icon="folder")
        self.choose_button.clicked.connect(self.choose)
        self._file = ElidedLabel(self.tr("or drop one here"), "muted")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.choose_button)
        row.addWidget(self._file, 1)
        self.add_layout(row)
        self.notice = InlineNotice()
        self.notice.hide()
        self.add(self.notice)
        self._columns = QWidget()
        self._grid = QGridLayout(self._columns)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self.selects: dict[str, Select] = {}
        self.add(self._columns)
        self.model = DraftTable(self)
        self.table = DataTable(name=self.tr("What was found"))
        self.table.setModel(self.model)
        self.table.set_columns({0: 170, 2: 110, 3: 90}, stretch=1)
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        self.add(self.table, 1)
        self.sample = SampleTable(self)
        self.sample_table = DataTable(name=self.tr("First rows of the file"))
        self.sample_table.setModel(self.sample)
        self.sample_table.setMinimumHeight(_TABLE_HEIGHT)
        self.add(self.sample_table, 1)
        self._problems = Label("", "small", wrap=True)
        self._problem_area = ScrollArea(self._problems)
        self._problem_area.setFixedHeight(64)
        self.add(self._problem_area)
        self.add(self._choices())
        self.add_reject()
        self.take = self.add_button(self.tr("Import"), kind="primary")
        self.take.clicked.connect(self._import)
        self.setAcceptDrops(True)
        self._show_parts()

    def choose(self) -> None:
        """Look for a file with the system's dialog."""
        patterns = self.tr("Files of replies ({patterns})").format(
            patterns="*.xlsx *.xls *.csv *.txt *.json *.yml *.yaml"
        )
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), "", patterns)
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Look into a file."""
        self._path, self._mapping = path, None
        self._file.setText(path.name)
        self._read()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look into the first file that was dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.read(files[0])

    def _choices(self) -> Form:
        self.scope = SegmentedControl(
            [(scope.value, words.scope(scope)) for scope in Scope], name=self.tr("Whose they are")
        )
        self.on_repeat = Select(
            (
                (self.tr("leave out what is there already"), OnRepeat.SKIP),
                (self.tr("replace the words of those there"), OnRepeat.REPLACE),
                (self.tr("add it once more"), OnRepeat.ADD),
            ),
            name=self.tr("What is there already"),
        )
        self._form = Form(label_width=140)
        self._form.add_row(self.tr("Whose they are"), self.scope)
        self._repeat_row = self._form.add_row(self.tr("What is there already"), self.on_repeat)
        self.on_repeat.value_changed.connect(self._count)
        return self._form

    def _read(self) -> None:
        if self._path is not None:
            work = partial(_looked_into, self._context.shop, self._path, self._mapping)
            self._reading.run(work, self._show, self._refused)

    def _refused(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self._found = None
        self._show_parts()
        self.notice.say(wording.error(error), "bad")

    def _show(self, found: Found) -> None:
        self._found = found
        preview = found.preview
        self.model.show_drafts(preview)
        self.sample.show_sample(preview)
        self._show_columns(preview)
        lines = [exchange_words.problem(one) for one in preview.problems[:_SHOWN_PROBLEMS]]
        if len(preview.problems) > _SHOWN_PROBLEMS:
            more = amounts.number(len(preview.problems) - _SHOWN_PROBLEMS)
            lines.append(self.tr("and {count} more").format(count=more))
        self._problems.setText("\n".join(lines))
        self._show_parts()
        self._count()

    def _show_parts(self) -> None:
        found = self._found
        self.notice.setVisible(found is not None)
        unknown = found is not None and found.preview.needs_mapping
        self.table.setVisible(found is not None and not unknown)
        self.sample_table.setVisible(unknown)
        self._form.setVisible(found is not None)
        self._repeat_row.set_visible(visible=found is not None and bool(found.repeated))
        self._problem_area.setVisible(found is not None and bool(found.preview.problems))
        self._columns.setVisible(found is not None and found.preview.format is Format.SHEET and bool(self.selects))
        self.take.setEnabled(found is not None and bool(found.preview.drafts))
        self.adjustSize()

    def _show_columns(self, preview: Preview) -> None:
        """Which column is what, where a person may know better."""
        if preview.format is not Format.SHEET or (self._mapping is not None and self.selects):
            return
        clear_layout(self._grid)
        self.selects = {}
        options: list[tuple[str, object]] = [(self.tr("not in the file"), _NO_COLUMN)]
        options += [(name or f"{place + 1}", place) for place, name in enumerate(preview.headers)]
        for number, field in enumerate(_MAPPED if preview.headers else ()):
            name = exchange_words.field(field)
            select = Select(options, name=self.tr("Column of {field}").format(field=name))
            select.set_value(preview.columns.get(field, _NO_COLUMN))
            select.value_changed.connect(self._map)
            self.selects[field] = select
            row, place = divmod(number, 3)
            self._grid.addWidget(Label(name, "small"), row * 2, place)
            self._grid.addWidget(select, row * 2 + 1, place)

    def _map(self, _value: object) -> None:
        chosen = {field: int(str(select.value())) for field, select in self.selects.items()}
        self._mapping = {field: column for field, column in chosen.items() if column >= 0}
        self._read()

    def _count(self, _value: object = None) -> None:
        if self._found is None:
            return
        preview, repeated = self._found
        if preview.needs_mapping:
            self.notice.say(self.tr("Say which column holds the text."), "warn")
            return
        skips = self.on_repeat.value() is OnRepeat.SKIP
        new = len(preview.drafts) - len(repeated)
        said = self.tr("{format}: {count} found, {new} new").format(
            format=exchange_words.found_format(preview.format),
            count=amounts.number(len(preview.drafts)),
            new=amounts.number(new),
        )
        taken = sum(not repeat.same_text for repeat in repeated)
        if taken:
            said = self.tr("{said}; shortcuts that are taken: {count}").format(said=said, count=amounts.number(taken))
        self.notice.say(said, "good" if new else "info")
        self.take.setEnabled(new > 0 or (bool(repeated) and not skips))

    def _import(self) -> None:
        if self._found is None:
            return
        self.take.setEnabled(False)
        work = partial(
            import_replies,
            self._context.shop,
            self._found.preview.drafts,
            now=datetime.now(UTC),
            personal_group=exchange_words.personal_group(),
            scope=Scope(self.scope.current),
            on_repeat=OnRepeat(str(self.on_repeat.value())),
        )
        told = partial(_brought_in, self, self._context)
        refused = partial(tell_refusal, self, self._context)
        self._context.background.run(work, told, refused, writes=True, owner=self._context.changes)

    def say_failed(self, error: RegularsError) -> None:
        """Say why nothing came in, and let it be tried again."""
        self.take.setEnabled(True)
        self.notice.say(wording.error(error), "bad")


def _brought_in(dialog: ImportDialog, context: PageContext, result: tuple[Imported, Changes]) -> None:
    imported, changes = result
    if isValid(dialog):
        dialog.accept()
    said = exchange_words.imported(imported)
    undo = QCoreApplication.translate("ImportDialog", "Undo")
    context.notices.show(said, "good", action_text=undo, action=partial(_take_back, context, imported))
    context.changes.announce(changes)


def _take_back(context: PageContext, imported: Imported) -> None:
    """Undo an import; what was changed since stays. A refusal is told as one that nobody caught is."""
    work = partial(undo_import, context.shop, imported, now=datetime.now(UTC))
    context.background.run(work, partial(_taken_back, context), writes=True, owner=context.changes)


def _taken_back(context: PageContext, result: tuple[object, Changes]) -> None:
    context.changes.announce(result[1])


def _looked_into(shop: Shop, path: Path, mapping: Mapping[str, int] | None) -> Found:
    preview = read_replies(path, mapping=mapping)
    return Found(preview, find_repeated(actions.library(shop), preview.drafts))
