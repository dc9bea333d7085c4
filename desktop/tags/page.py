"""The page Tags: every tag with what it means and its people, and beside it the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QWidget

from desktop import amounts, wording
from desktop.members.sections import member_sections
from desktop.segments.sentence import NO_NAMES
from desktop.tags import words
from desktop.tags.dialogs import MergeDialog, NewTagDialog, TagNameDialog
from desktop.tags.rule_card import Draft, RuleCard, stored_draft
from desktop.tags.table_model import DEFINITION, GIVEN_BY, NAME, PEOPLE, TagTable
from desktop.tags.tag_card import TagCard
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.card_column import CardColumn
from desktop.widgets.data_table import DataTable
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.page_column import SPACING, PageColumn
from desktop.widgets.page_header import PageHeader
from desktop.widgets.search_field import SearchField
from local_db.changes import Changes
from local_db.errors import RegularsError, TagError
from local_db.folding import fold
from local_db.tags import actions
from local_db.tags.model import RemovedTag, RuleState, Tag, TagKind, TagList, TagRow

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.segments.model import SavedSegment

_PANEL_WIDTH = 412
_WIDTHS = {NAME: 184, GIVEN_BY: 124, PEOPLE: 76}
_ROOM_FOR = {DEFINITION: 430, GIVEN_BY: 320}  # what a table must be wide to show a column besides name and people
_Counts = tuple[dict[str, int], dict[str, int]]


class TagsPage(QWidget):
    """Tags by rules, by segments and by hand."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._question = context.background.latest()
        self._counting = context.background.latest()
        self._found: TagList | None = None
        self._chosen = 0
        self._wanted = ""  # the name of a tag to be shown once it is read
        self._filling = False
        self._build()
        self._connect()

    def reload(self, changes: Changes) -> None:  # noqa: ARG002 - all of it is read at once
        """Read the tags again; the one that is chosen stays so."""
        self._question.run(self._read, self._show, self._failed)

    def open(self, *, name: str) -> None:
        """Show one tag in the panel."""
        self._wanted = name
        self.search.clear()
        self.search.flush()
        self._fill()

    def _read(self) -> TagList:
        return actions.list_tags(self._context.shop, self._context.rosters.current(), datetime.now(UTC))

    # --- building ---

    def _build(self) -> None:
        column = PageColumn(self)
        self.header = PageHeader(self.tr("Tags"))
        self.header.add_action(member_sections(self._context, "tags"))
        self.new = Button(self.tr("New tag"), kind="primary", icon="plus")
        self.header.add_action(self.new)
        column.addWidget(self.header)
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addWidget(self._list_card(), 1)
        row.addWidget(self._panel())
        column.addLayout(row, 1)

    def _list_card(self) -> Card:
        card = Card()
        self.search = SearchField(self.tr("Find a tag"))
        self.search.setMaximumWidth(320)
        card.add(self.search)
        self.model = TagTable(self)
        self.table = _TagsTable(numeric=(PEOPLE,), name=self.tr("Tags"))
        self.table.setModel(self.model)
        self.table.set_columns(_WIDTHS, stretch=DEFINITION)
        self.empty = EmptyState("tag", "")
        self.empty.setVisible(False)
        card.add(self.table, 1)
        return card

    def _panel(self) -> QWidget:
        self.card = TagCard()
        self.rule = RuleCard()
        self.panel = CardColumn(self.card, self.rule)
        self.panel.setFixedWidth(_PANEL_WIDTH)
        self.panel.hide()
        return self.panel

    def _connect(self) -> None:
        self.new.clicked.connect(self._new)
        self.search.query_changed.connect(self._fill)
        self.empty.action_triggered.connect(self._empty_action)
        # Not the current row: the focus alone makes the first one that.
        self.table.selectionModel().selectionChanged.connect(self._choose_selected)
        self.card.closed.connect(self._close)
        self.card.rename_wanted.connect(self._rename)
        self.card.merge_wanted.connect(self._merge)
        self.card.delete_wanted.connect(self._delete)
        self.card.change_wanted.connect(self._change_segment)
        self.card.segment_wanted.connect(self._make_segment)
        self.card.switched.connect(self._switch)
        self.rule.edited.connect(self._count)
        self.rule.save_wanted.connect(self._save_rule)
        self.rule.restore_wanted.connect(self._restore_rule)
        for keys, act in (("F2", self._rename), ("Delete", self._delete)):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    # --- showing ---

    def _show(self, found: TagList) -> None:
        self._found = found
        if found.everybody and not any(row.tag.builtin for row in found.rows):
            self._refresh()  # a shop from before there were rules
        by_rule = sum(row.tag.rule is not None for row in found.rows)
        sentence = self.tr("{tags} tags, {rules} of them given by rules and worked out again after each import.")
        self.header.set_sentence(
            sentence.format(tags=amounts.number(len(found.rows)), rules=amounts.number(by_rule)) if found.rows else ""
        )
        self.search.setVisible(bool(found.rows))
        self._fill()

    def _fill(self, _query: str = "") -> None:
        if self._found is None:
            return
        self._take_wanted(self._found)
        wanted = fold(self.search.query())
        rows = [row for row in self._found.rows if wanted in fold(row.tag.name)]
        self._filling = True  # the selection only moves with its tag
        self.model.show_tags(self._found, rows)
        place = self.model.row_of(self._chosen)
        if place >= 0:
            self.table.selectRow(place)
        self._filling = False
        self._say_empty()
        self._show_chosen()

    def _take_wanted(self, found: TagList) -> None:
        asked = next((row.tag.id for row in found.rows if row.tag.name == self._wanted), 0)
        if asked:
            self._chosen, self._wanted = asked, ""

    def _say_empty(self) -> None:
        if self.search.query():
            self.empty.set_texts(self.tr("No tag is called like this"), "", self.tr("Clear the search"))
        else:
            self.empty.set_texts(
                self.tr("No tags yet"),
                self.tr(
                    "Import the order list of your platform: rules then tag the people in it, by how long ago they "
                    "bought, what they spend, what they like and when they shop."
                ),
                self.tr("Import orders"),
            )
        if self.empty.parent() is not self.table:
            self.table.set_empty(self.empty)

    def _row(self) -> TagRow | None:
        rows = self._found.rows if self._found is not None else ()
        return next((row for row in rows if row.tag.id == self._chosen), None)

    def _show_chosen(self) -> None:
        row, found = self._row(), self._found
        self.panel.setVisible(row is not None)
        if row is None or found is None:
            return
        self.card.show_tag(row, found)
        rule = row.tag.rule if row.tag.kind is TagKind.RULE else None
        self.rule.setVisible(rule is not None)
        if rule is not None:
            own = [one.tag for one in found.rows if one.tag.rule is not None and one.tag.rule.rule == rule.rule]
            names = {tag.rule.outcome: tag.name for tag in own if tag.rule is not None}
            self.rule.show_rule(stored_draft(rule.rule, rule.numbers, rule.periods), names, found.currency)
            self._count(self.rule.draft())

    def _choose_selected(self, *_: object) -> None:
        place = self.table.selected_row()
        if not self._filling and 0 <= place < len(self.model.rows):
            self._chosen = self.model.rows[place].tag.id
            self._show_chosen()

    def _close(self) -> None:
        self._chosen = 0
        self.table.clearSelection()
        self.panel.hide()
        self.table.setFocus()

    # --- counting while a rule is edited ---

    def _count(self, draft: Draft) -> None:
        work = partial(self._try, draft)
        self._counting.run(work, self.rule.show_counts, self._not_counted)

    def _try(self, draft: Draft) -> _Counts:
        roster = self._context.rosters.current()
        return actions.try_numbers(roster, draft.rule, draft.numbers, draft.periods, datetime.now(UTC))

    def _not_counted(self, error: BaseException) -> None:
        if not isinstance(error, TagError):
            raise error
        self.rule.show_problem(error)

    # --- changing ---

    def _do(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._context.background.run(work, done, self._failed, writes=True)

    def _refresh(self) -> None:
        """Have the rules followed, after their change."""
        context = self._context
        work = partial(actions.refresh, context.shop, context.rosters, datetime.now(UTC), wording.language())
        self._do(work, self._refreshed)

    def _refreshed(self, answer: tuple[int, Changes]) -> None:
        self._context.changes.announce(answer[1])

    def _save_rule(self, draft: Draft) -> None:
        work = partial(actions.save_numbers, self._context.shop, draft.rule, draft.numbers, draft.periods)
        self._do(work, self._saved_rule)

    def _restore_rule(self, rule: str) -> None:
        self._do(partial(actions.restore_builtin, self._context.shop, rule, wording.language()), self._saved_rule)

    def _saved_rule(self, answer: tuple[RuleState, Changes]) -> None:
        before, changes = answer
        self._context.changes.announce(changes)
        self._refresh()
        undo = partial(actions.save_numbers, self._context.shop, before.rule, before.numbers, before.periods)
        self._offer_undo(self.tr("The rule was changed."), undo)

    def _switch(self, on: bool) -> None:  # noqa: FBT001 - a signal has no keywords
        row = self._row()
        if row is not None:
            self._do(partial(actions.switch_rule, self._context.shop, row.tag.id, off=not on), self._switched)

    def _switched(self, changes: Changes) -> None:
        self._context.changes.announce(changes)
        self._refresh()

    def _rename(self) -> None:
        row = self._row()
        if row is None:
            return
        dialog = TagNameDialog(row.tag.name, self)
        if self._accepted(dialog) and dialog.name() != row.tag.name:
            work = partial(actions.rename_tag, self._context.shop, row.tag.id, dialog.name())
            self._do(work, partial(self._renamed, row.tag.id))

    def _renamed(self, tag_id: int, answer: tuple[str, Changes]) -> None:
        old, changes = answer
        self._context.changes.announce(changes)
        undo = partial(actions.rename_tag, self._context.shop, tag_id, old)
        self._offer_undo(self.tr("Renamed “{name}”.").format(name=old), undo)

    def _merge(self) -> None:
        row, found = self._row(), self._found
        if row is None or found is None:
            return
        others = [other for other in found.rows if other.tag.kind is TagKind.HAND and other is not row]
        if not others:
            self._context.notices.show(self.tr("There is no other tag that is given by hand."))
            return
        dialog = MergeDialog(row, others, self)
        if self._accepted(dialog):
            target = dialog.target()
            self._chosen = target
            self._do(partial(actions.merge_tags, self._context.shop, row.tag.id, target), self._removed)

    def _delete(self) -> None:
        row = self._row()
        if row is not None and row.tag.kind is not TagKind.RULE:
            self._do(partial(actions.delete_tag, self._context.shop, row.tag.id), self._removed)

    def _removed(self, answer: tuple[RemovedTag, Changes]) -> None:
        removed, changes = answer
        self._context.changes.announce(changes)
        said = self.tr("Merged “{name}”.") if removed.into else self.tr("Deleted “{name}”.")
        self._offer_undo(said.format(name=removed.tag.name), partial(actions.restore_tag, self._context.shop, removed))

    def _new(self) -> None:
        self._ask_segments(self._ask_new)

    def _change_segment(self) -> None:
        self._ask_segments(self._ask_change)

    def _ask_segments(self, ask: Callable[[tuple[SavedSegment, ...]], None]) -> None:
        from local_db.segments.actions import list_segments

        self._context.background.run(partial(list_segments, self._context.shop), ask, self._failed)

    def _ask_new(self, segments: tuple[SavedSegment, ...]) -> None:
        found = self._found
        currency, names = (found.currency, words.names(found)) if found is not None else ("CNY", NO_NAMES)
        dialog = NewTagDialog(segments, currency, names=names, parent=self)
        if not self._accepted(dialog):
            return
        segment, shop = dialog.chosen_segment(), self._context.shop
        if segment is None:
            self._do(partial(actions.make_hand_tag, shop, dialog.name()), self._made)
        else:
            self._do(partial(actions.save_segment_tag, shop, dialog.name(), segment.tree), self._made)

    def _ask_change(self, segments: tuple[SavedSegment, ...]) -> None:
        row = self._row()
        if row is None or self._found is None:
            return
        currency, names = self._found.currency, words.names(self._found)
        dialog = NewTagDialog(segments, currency, name=row.tag.name, changing=True, names=names, parent=self)
        segment = dialog.chosen_segment() if self._accepted(dialog) else None
        if segment is not None:
            shop = self._context.shop
            self._do(partial(actions.save_segment_tag, shop, row.tag.name, segment.tree, row.tag.id), self._made)

    def _made(self, answer: tuple[Tag, Changes]) -> None:
        tag, changes = answer
        self._chosen = tag.id
        self.search.clear()
        self.search.flush()
        self._context.changes.announce(changes)
        if tag.rule is not None:
            self._refresh()

    def _make_segment(self) -> None:
        row = self._row()
        if row is not None:
            self._context.navigate("segments", tree={"tag": row.tag.name}, name=row.tag.name)

    # --- telling ---

    def _accepted(self, dialog: QDialog) -> bool:
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

    def _offer_undo(self, said: str, undo: Callable[[], object]) -> None:
        action = partial(self._do, undo, self._undone)
        self._context.notices.show(said, "good", action_text=self.tr("Undo"), action=action)

    def _undone(self, answer: Changes | tuple[object, Changes]) -> None:
        self._context.changes.announce(answer if isinstance(answer, Changes) else answer[1])
        self._refresh()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")

    def _empty_action(self) -> None:
        if self.search.query():
            self.search.clear()
            self.search.flush()
            return
        from desktop.importing.import_dialog import choose_and_import

        choose_and_import(self._context, self)


class _TagsTable(DataTable):
    """Hides what the panel says too, where there is little room."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        for column, room in _ROOM_FOR.items():
            self.setColumnHidden(column, self.viewport().width() < room)
        # The last column that may grow does.
        stretches = NAME if self.isColumnHidden(DEFINITION) else DEFINITION
        for column in (NAME, DEFINITION):
            mode = QHeaderView.ResizeMode.Stretch if column == stretches else QHeaderView.ResizeMode.Interactive
            self.horizontalHeader().setSectionResizeMode(column, mode)
        if stretches == DEFINITION:
            self.horizontalHeader().resizeSection(NAME, _WIDTHS[NAME])
