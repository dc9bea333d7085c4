"""The shop's saved lists: kept from pasted lines or a file of nicks, phones or order numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop import amounts, wording
from desktop.segments.name_dialog import NameDialog
from desktop.widgets.button import Button, IconButton
from desktop.widgets.card import Card
from desktop.widgets.data_table import DataTable
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.fields import TextArea, TextField
from desktop.widgets.label import Label
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.row_model import RowModel
from local_db.errors import RegularsError
from local_db.segments import list_actions
from local_db.segments.lists import Entry, Matches, SavedList, read_entries, read_file
from local_db.settings import read_setting

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.changes import Changes
    from local_db.segments.lists import DeletedList
    from local_db.shop_file import Shop

PREVIEW_PAUSE_MS = 150
UNKNOWN_SHOWN = 8
_TABLE_HEIGHT = 190


class ListTable(RowModel[SavedList]):
    """Name, people, where it came from, day."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = ZoneInfo("UTC")
        self.titles = (self.tr("Name"), self.tr("People"), self.tr("From"), self.tr("Made"))

    def set_lists(self, lists: Sequence[SavedList], zone: ZoneInfo) -> None:
        """Show these lists; days are written in the shop's zone."""
        self._zone = zone
        self._show_rows(lists)

    def text(self, row: SavedList, column: int) -> str:
        """A cell's text."""
        match column:
            case 0:
                return row.name
            case 1:
                return amounts.number(row.people)
            case 2:
                return row.source or self.tr("pasted")
            case _:
                return amounts.day(row.created_at, self._zone)


class ListsDialog(ModalDialog):
    """The lists above, a new one below."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent, width=640)
        self.set_title(self.tr("Saved lists"))
        self.set_sentence(
            self.tr("Segments can ask who is on a list. It follows its people when members are joined or split.")
        )
        self._context = context
        self._latest = context.background.latest()
        self._entries: tuple[Entry, ...] = ()
        self._source = ""
        self.setAcceptDrops(True)
        self._build_table()
        self._build_new()
        self.add_reject(self.tr("Close"))
        self.save = self.add_button(self.tr("Save the list"), kind="primary")
        self.save.clicked.connect(self._save)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PREVIEW_PAUSE_MS)
        self._pause.timeout.connect(self._read_pasted)
        self._show_matches(None)
        self._reload()
        self.name.setFocus()

    def _build_table(self) -> None:
        card = Card(self.tr("Lists"))
        self._tools = []
        for icon, words, action in (
            ("edit", self.tr("Rename (F2)"), self._rename),
            ("trash", self.tr("Delete (Del)"), self._delete),
        ):
            tool = IconButton(icon, words)
            tool.clicked.connect(action)
            card.add_tool(tool)
            self._tools.append(tool)
        self.model = ListTable(self)
        self.table = DataTable(numeric=(1, 3), name=self.tr("Saved lists"))
        self.table.setModel(self.model)
        self.table.set_columns({1: 80, 2: 170, 3: 100}, stretch=0)
        words = self.tr("Paste names, phones or order numbers below, or drop a file here.")
        self.table.set_empty(EmptyState("file", self.tr("No list yet"), words))
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        self.table.row_selected.connect(self._show_tools_for)
        for keys, action in (("F2", self._rename), ("Delete", self._delete)):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.activated.connect(action)
        card.add(self.table)
        self.add(card)

    def _build_new(self) -> None:
        self.name = TextField("", self.tr("Name of the new list"), name=self.tr("Name of the new list"))
        self.name.textChanged.connect(self._allow)
        self.text = TextArea(
            "", self.tr("Nicks, phones or order numbers, one a line"), name=self.tr("People of the list"), lines=5
        )
        self.text.textChanged.connect(self._typed)
        self.open_file = Button(self.tr("From a file…"), icon="folder")
        self.open_file.clicked.connect(self._choose_file)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.name, 1)
        line.addWidget(self.open_file)
        self.found = Label("", "small", wrap=True)
        self.add_layout(line)
        self.add(self.text)
        self.add(self.found)

    # --- what is pasted or dropped ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the first file."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.take_file(files[0])

    def take_file(self, path: Path) -> None:
        """Make a list of a file."""
        if not self.name.text().strip():
            self.name.setText(path.stem)
        take = partial(self._take_entries, path.name)
        self._context.background.run(partial(read_file, path), take, self._failed, owner=self)

    def _choose_file(self) -> None:
        chooser = QFileDialog(self, self.tr("Choose a file with one column"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilter(self.tr("Lists") + " (*.txt *.csv *.xlsx *.xls)")
        chooser.fileSelected.connect(self._take_chosen)
        chooser.open()

    def _take_chosen(self, path: str) -> None:
        self.take_file(Path(path))

    def _take_entries(self, source: str, entries: tuple[Entry, ...]) -> None:
        self._pause.stop()
        self._source = source
        self.text.blockSignals(True)  # noqa: FBT003 - Qt's signature; what is shown is already read
        self.text.setPlainText("\n".join(entry.text for entry in entries))
        self.text.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._preview(entries)

    def _typed(self) -> None:
        self._source = ""
        self._people = 0  # until it is read; what was read before is not what stands here
        self._allow()
        self._pause.start()

    def _read_pasted(self) -> None:
        self._preview(read_entries(self.text.toPlainText()))

    def _preview(self, entries: tuple[Entry, ...]) -> None:
        self._entries = entries
        work = partial(list_actions.preview_list, self._context.shop, entries)
        self._latest.run(work, self._show_matches, self._failed)

    def _show_matches(self, matches: Matches | None) -> None:
        if self._pause.isActive():  # of a text that has changed since
            return
        self.found.set_tone("")
        if matches is None or not matches.entries:
            self.found.setText(self.tr("Who is not in the shop is left out and told here."))
        else:
            words = self.tr("{entries} entries: {people} people of the shop.").format(
                entries=amounts.number(matches.entries), people=amounts.number(matches.people)
            )
            self.found.setText(" ".join([words, *self._unknown_words(matches)]))
        self._people = matches.people if matches is not None else 0
        self._allow()

    def _unknown_words(self, matches: Matches) -> list[str]:
        if not matches.unknown:
            return []
        some = self.tr(", ").join(entry.text for entry in matches.unknown[:UNKNOWN_SHOWN])
        more = "…" if len(matches.unknown) > UNKNOWN_SHOWN else ""
        words = self.tr("Not in the shop: {count} ({some})")
        return [words.format(count=amounts.number(len(matches.unknown)), some=some + more)]

    def _allow(self, *_: object) -> None:
        self.save.setEnabled(bool(self.name.text().strip()) and self._people > 0)

    # --- what is done ---

    def _save(self) -> None:
        work = partial(
            list_actions.create_list,
            self._context.shop,
            self.name.text(),
            self._entries,
            source=self._source,
            now=datetime.now(UTC),
        )
        self._context.background.run(work, self._saved, self._failed, writes=True, owner=self)

    def _saved(self, result: tuple[SavedList, Matches, Changes]) -> None:
        saved, _, changes = result
        self.name.clear()
        self.text.clear()
        self._pause.stop()
        self._entries = ()
        self._show_matches(None)
        self._changed(changes)
        self._context.notices.show(self.tr("Saved the list “{name}”.").format(name=saved.name), "good")

    def _rename(self) -> None:
        chosen = self._selected()
        name = NameDialog.ask(chosen.name, self) if chosen is not None else None
        if chosen is not None and name is not None:
            work = partial(list_actions.rename_list, self._context.shop, chosen.id, name)
            self._context.background.run(work, self._renamed, self._failed, writes=True, owner=self)

    def _renamed(self, result: tuple[str, Changes]) -> None:
        self._changed(result[1])

    def _delete(self) -> None:
        chosen = self._selected()
        if chosen is not None:
            work = partial(list_actions.delete_list, self._context.shop, chosen.id)
            self._context.background.run(work, self._deleted, self._failed, writes=True, owner=self)

    def _deleted(self, result: tuple[DeletedList, Changes]) -> None:
        deleted, changes = result
        self._changed(changes)
        words = self.tr("Deleted the list “{name}”.").format(name=deleted.saved.name)
        undo = partial(_restore, self._context, deleted)
        self._context.notices.show(words, action_text=self.tr("Undo"), action=undo)

    def _changed(self, changes: Changes) -> None:
        self._context.changes.announce(changes)
        self._reload()

    def _reload(self) -> None:
        self._context.background.run(partial(_read, self._context.shop), self._show, self._failed, owner=self)

    def _show(self, read: tuple[tuple[SavedList, ...], ZoneInfo]) -> None:
        self.model.set_lists(*read)
        self._show_tools()

    def _show_tools(self) -> None:
        self._show_tools_for(self.table.selected_row())

    def _show_tools_for(self, row: int) -> None:
        for tool in self._tools:
            tool.setVisible(0 <= row < len(self.model.rows))

    def _selected(self) -> SavedList | None:
        row = self.table.selected_row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self.found.setText(wording.error(error))
        self.found.set_tone("bad")


def _read(shop: Shop) -> tuple[tuple[SavedList, ...], ZoneInfo]:
    with shop.read() as connection:
        zone = ZoneInfo(str(read_setting(connection, "zone")))
    return list_actions.all_lists(shop), zone


def _restore(context: PageContext, deleted: DeletedList) -> None:
    """Undo a deletion, wherever the window is by now."""
    work = partial(list_actions.restore_list, context.shop, deleted)
    context.background.run(work, lambda result: context.changes.announce(result[1]), writes=True)
