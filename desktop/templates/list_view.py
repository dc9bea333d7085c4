"""All templates, and ready-made texts to begin with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.templates.folder_dialog import FolderDialog
from desktop.templates.questions import Surroundings
from desktop.templates.starter_card import StarterCard
from desktop.templates.table_model import Column, TemplateTable
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.data_table import ROW_HEIGHT, DataTable
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.label import Label
from desktop.widgets.menu import Menu
from desktop.widgets.page_column import PageColumn
from desktop.widgets.page_header import PageHeader
from desktop.widgets.scroll_area import ScrollArea
from desktop.widgets.search_field import SearchField
from desktop.widgets.select import Select
from local_db.templates.model import Template

_STARTER_COLUMNS = 3
_SMALLEST_TABLE = 250
_HEADER_HEIGHT = 34
_MOST_TABLE = 640
_WIDTHS = {
    Column.NAME: 180,
    Column.PURPOSE: 100,
    Column.FOLDER: 90,
    Column.CHARACTERS: 100,
    Column.PARTS: 70,
    Column.CHANGED: 110,
}
_EVERYTHING, _IN_NONE = object(), object()


class TemplateList(QWidget):
    """The table, its actions, and the starters.

    Signals:
        opened(int): open the template of that id.
        new_wanted(object): begin a text, from a starter or, with None, from nothing.
        copy_wanted(Template), deletion_wanted(Template): what to do with the selected one.
        move_wanted(Template, str): put it into a folder; an empty name: out of its.
        import_wanted(), export_wanted(object): read texts from a file; write these ids (empty: all) to one.
    """

    opened = Signal(int)
    new_wanted = Signal(object)
    copy_wanted = Signal(object)
    deletion_wanted = Signal(object)
    move_wanted = Signal(object, str)
    import_wanted = Signal()
    export_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PageHeader(
            self.tr("Templates"), self.tr("Texts for many people. Each variable is filled in for every receiver.")
        )
        self.new = Button(self.tr("New text"), kind="primary", icon="plus")
        self.new.setShortcut(QKeySequence(QKeySequence.StandardKey.New))
        self.read = Button(self.tr("Import"), icon="upload")
        self.write = Button(self.tr("Export"), icon="download")
        self.header.add_action(self.read)
        self.header.add_action(self.write)
        self.header.add_action(self.new)
        self.search = SearchField(self.tr("Find by name, text or pinyin"), pause_ms=0)
        self.search.setMaximumWidth(280)
        self.folder = Select(name=self.tr("Folder"))
        self._known: Surroundings | None = None
        self.model = TemplateTable(self)
        self.table = DataTable(numeric={Column.CHARACTERS, Column.PARTS, Column.CHANGED}, name=self.tr("Templates"))
        self.copy = Button(self.tr("Duplicate"), kind="ghost", icon="copy", dense=True)
        self.delete = Button(self.tr("Delete"), kind="ghost", icon="trash", dense=True)
        self._starters = QGridLayout()
        self._offered: tuple[Template, ...] = ()
        self._lay_out()
        self._connect()
        self._allow()

    def show_templates(self, surroundings: Surroundings) -> None:
        """Show these templates; the selected one stays selected."""
        self._known = surroundings
        self._offer_folders(surroundings)
        self._show_found()
        wanted = _HEADER_HEIGHT + ROW_HEIGHT * len(surroundings.templates)
        self.table.setMinimumHeight(min(max(_SMALLEST_TABLE, wanted), _MOST_TABLE))
        some = bool(surroundings.templates)
        had_focus = self.table.hasFocus() or self.empty.button.hasFocus()
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus if some else Qt.FocusPolicy.NoFocus)
        if had_focus:
            self.set_first_focus()
        self.copy.setVisible(some)
        self.delete.setVisible(some)
        for control in (self.search, self.folder, self.write):
            control.setVisible(some)
        self._allow()

    def folders(self) -> list[str]:
        """The folders there are."""
        known = self._known.templates if self._known is not None else ()
        return sorted({template.folder for template in known} - {""})

    def set_first_focus(self) -> None:
        """Put the focus where the next step is."""
        target = self.table if self.model.rowCount() else self.empty.button
        target.setFocus()

    def show_starters(self, starters: Sequence[Template]) -> None:
        """Offer these ready-made texts."""
        if self._offered == tuple(starters):
            return
        self._offered = tuple(starters)
        clear_layout(self._starters)
        for place, starter in enumerate(starters):
            card = StarterCard(starter)
            card.used.connect(self.new_wanted)
            self._starters.addWidget(card, *divmod(place, _STARTER_COLUMNS))

    def starter_cards(self) -> list[StarterCard]:
        """The starters offered."""
        return self._content.findChildren(StarterCard)

    def selected(self) -> Template | None:
        """The selected template."""
        row = self.table.selected_row()
        return self.model.template(row) if row >= 0 else None

    def _lay_out(self) -> None:
        column = PageColumn(self)
        column.addWidget(self.header)
        self._content = QWidget()
        cards = QVBoxLayout(self._content)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(16)
        cards.addWidget(self._table_card(), 1)
        cards.addWidget(Label(self.tr("Ready-made texts"), "heading"))
        self._starters.setSpacing(16)
        for place in range(_STARTER_COLUMNS):
            self._starters.setColumnStretch(place, 1)
        cards.addLayout(self._starters)
        column.addWidget(ScrollArea(self._content), 1)

    def _table_card(self) -> Card:
        self._card = Card(self.tr("Your texts"))
        self._card.add_after_title(self.search)
        self._card.add_after_title(self.folder)
        self._card.add_tool(self.copy)
        self._card.add_tool(self.delete)
        self.table.setModel(self.model)
        self.table.set_columns({int(column): width for column, width in _WIDTHS.items()}, Column.TEXT)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.empty = self._nothing_yet()
        self.table.set_empty(self.empty)
        self._card.add(self.table, 1)
        return self._card

    def _nothing_yet(self) -> EmptyState:
        self.empty = EmptyState(
            "message",
            self.tr("No texts yet"),
            self.tr("Write your first text, or begin with one of the ready-made texts below."),
            self.tr("New text"),
        )
        self.empty.action_triggered.connect(self._new)
        return self.empty

    def _nothing_found(self) -> EmptyState:
        self.empty = EmptyState(
            "search",
            self.tr("No text like that"),
            self.tr("Try fewer letters, or another folder."),
            self.tr("Show all"),
        )
        self.empty.action_triggered.connect(self._show_all)
        return self.empty

    def _show_all(self) -> None:
        self.folder.set_value(_EVERYTHING)
        self.search.clear()
        self.search.flush()

    def _connect(self) -> None:
        self.new.clicked.connect(self._new)
        self.read.clicked.connect(self.import_wanted)
        self.write.clicked.connect(self._export_all)
        self.search.query_changed.connect(self._show_found)
        self.folder.value_changed.connect(self._show_found)
        self.copy.clicked.connect(self._copy)
        self.delete.clicked.connect(self._delete)
        self.table.row_activated.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(self._allow)
        self.table.customContextMenuRequested.connect(self._offer_actions)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self._delete)

    def _allow(self) -> None:
        chosen = self.selected() is not None
        self.copy.setEnabled(chosen)
        self.delete.setEnabled(chosen)

    def _offer_actions(self, where: QPoint) -> None:
        if self.selected() is None:
            return
        menu = Menu(self)
        menu.addAction(self.tr("Open"), self._open_selected)
        menu.addAction(self.tr("Duplicate"), self._copy)
        self._add_folders(menu)
        menu.addAction(self.tr("Export"), self._export_selected)
        menu.addAction(self.tr("Delete"), self._delete)
        menu.popup(self.table.viewport().mapToGlobal(where))

    def _add_folders(self, menu: Menu) -> None:
        """Where the selected text may be moved."""
        template = self.selected()
        if template is None:
            return
        for folder in self.folders():
            if folder != template.folder:
                text = self.tr("Move to {folder}").format(folder=folder).replace("&", "&&")
                menu.addAction(text, partial(self.move_wanted.emit, template, folder))
        menu.addAction(self.tr("Move to a new folder…"), partial(self._ask_folder, template))
        if template.folder:
            menu.addAction(self.tr("Take out of the folder"), partial(self.move_wanted.emit, template, ""))

    def _ask_folder(self, template: Template) -> None:
        folder = FolderDialog.ask(self.window())
        if folder:
            self.move_wanted.emit(template, folder)

    def _offer_folders(self, surroundings: Surroundings) -> None:
        blocked = QSignalBlocker(self.folder)
        folders = [(folder, folder) for folder in self.folders()]
        loose = [(self.tr("In no folder"), _IN_NONE)] if folders and surroundings.templates else []
        self.folder.set_options([(self.tr("All folders"), _EVERYTHING), *folders, *loose])
        blocked.unblock()

    def _show_found(self, _what: object = None) -> None:
        """The texts of the chosen folder in which the typed words are found; a selected one stays selected."""
        known = self._known
        if known is None:
            return
        selected, folder = self.selected(), self.folder.value()
        found = known.finder.find(self.search.query())
        if folder is not _EVERYTHING:
            wanted = "" if folder is _IN_NONE else folder
            found = tuple(template for template in found if template.folder == wanted)
        self.model.set_templates(found, known.zone)
        if selected is not None and (row := self.model.row_of(selected.id)) >= 0:
            self.table.selectRow(row)
        if not found:
            self.table.set_empty(self._nothing_found() if known.templates else self._nothing_yet())
        self._allow()

    def _export_all(self) -> None:
        self.export_wanted.emit(())

    def _export_selected(self) -> None:
        if (template := self.selected()) is not None:
            self.export_wanted.emit((template.id,))

    def _open(self, row: int) -> None:
        self.opened.emit(self.model.template(row).id)

    def _open_selected(self) -> None:
        self._open(self.table.selected_row())

    def _new(self) -> None:
        self.new_wanted.emit(None)

    def _copy(self) -> None:
        if (template := self.selected()) is not None:
            self.copy_wanted.emit(template)

    def _delete(self) -> None:
        if (template := self.selected()) is not None:
            self.deletion_wanted.emit(template)
