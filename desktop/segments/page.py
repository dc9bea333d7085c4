"""The page Segments: the list, and the builder for the one that is open."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop import wording
from desktop.segments.builder.builder import Builder
from desktop.segments.counting import Counting, Counts
from desktop.segments.drafts import Draft, drafts_of
from desktop.segments.edit_tree import Group, from_node
from desktop.segments.list_view import SegmentList
from desktop.segments.lists_dialog import ListsDialog
from desktop.segments.name_dialog import NameDialog
from desktop.segments.ready_starters import Ready, ready_starters
from desktop.segments.sentence import Names
from desktop.segments.table_model import SegmentRow
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.page_column import PageColumn
from desktop.widgets.page_header import PageHeader
from local_db.changes import Topic
from local_db.errors import RegularsError
from local_db.segments import actions
from local_db.segments.model import DeletedSegment, SavedSegment
from local_db.segments.starters import Filled, Starter, starters
from local_db.segments.tree import Node, parse
from local_db.settings import read_settings, save_settings

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.changes import Changes
    from local_db.shop_file import Shop


COUNTED_AT_ONCE = 12
REST_MS = 2_000  # after the last change of a tree, its draft is written: no failure takes more than that


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the shop file says about segments."""

    segments: tuple[SavedSegment, ...]
    zone: ZoneInfo
    currency: str
    drafts: str


class SegmentsPage(QWidget):
    """Hosts list and builder; an empty shop gets neither before it has members."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._counting = Counting(context.shop, context.rosters)
        self._drafts = drafts_of(context.shop)
        self._latest = context.background.latest()
        self._saved: dict[int, SavedSegment] = {}
        self._zone, self._currency = ZoneInfo("UTC"), "CNY"
        self._wanted: int | None = None
        self._language = wording.language()
        self._people: dict[Node, int] = {}
        self._to_count: deque[Node] = deque()
        self._filled = False  # whether the starters are known as they are in this shop
        self._starters = starters(self._language, datetime.now(UTC).date())
        self.list = SegmentList(self._language)
        self.list.gallery.set_starters(self._starters)
        self.builder = Builder(context, self._counting)
        self.empty = EmptyState(
            "filter",
            self.tr("Segments need members"),
            self.tr("Import the orders of your shop, and this page finds the right people among its buyers."),
            self.tr("Import orders"),
        )
        without = QWidget()
        head = PageColumn(without)
        head.addWidget(PageHeader(self.tr("Segments")))
        head.addWidget(self.empty, 1)
        self._without_members = without
        self.stack = QStackedWidget()
        for view in (self.list, self.builder, without):
            self.stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._connect()

    def reload(self, changes: Changes) -> None:
        """Read the segments again; count again where people or orders changed."""
        self._context.background.run(partial(_read, self._context.shop), self._show, self._failed)
        self._filled = self._filled and not changes.topics - {Topic.SEGMENTS}
        if changes.topics - {Topic.SEGMENTS} and self.stack.currentWidget() is self.builder:
            self.builder.recount()

    def open(
        self,
        segment_id: int | None = None,
        tree: object = None,
        name: str = "",
        *,
        new: bool = False,
    ) -> None:
        """Show a saved segment, begin one with a tree (its JSON value), or an empty one."""
        if segment_id is not None:
            self._open_key(segment_id)
        elif tree is not None:
            self._begin(name, from_node(parse(tree)))
        elif new:
            self._begin(name, Group())

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is not saved when another page is shown or the window closes, not when it is put away."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._keep_drafts()

    def _keep_drafts(self) -> None:
        """Write the drafts into the shop file where they are other ones than it holds."""
        text = self._drafts.written()
        if self._drafts.kept in (None, text):  # not read yet, or nothing new
            return
        self._drafts.kept = text
        work = partial(save_settings, self._context.shop, {"segment_drafts": text})
        self._context.background.run(work, self._kept, self._failed, writes=True)

    def _kept(self, _changes: Changes) -> None:
        """Nobody else shows the drafts: nothing is announced."""

    def _connect(self) -> None:
        self.list.new_wanted.connect(self._new)
        self.list.open_wanted.connect(self._open_key)
        self.list.rename_wanted.connect(self._rename)
        self.list.duplicate_wanted.connect(self._duplicate)
        self.list.delete_wanted.connect(self._delete)
        self.list.gallery.starter_wanted.connect(self._begin_starter)
        self.list.lists_wanted.connect(self._show_lists)
        self.list.rfm_wanted.connect(self._show_rfm)
        self.builder.left.connect(self._leave)
        self.builder.editor.changed.connect(self._rest.start)
        self._rest.timeout.connect(self._keep_drafts)
        self.builder.delete_wanted.connect(self._delete)
        self.builder.segment_wanted.connect(self._begin_node)
        self.empty.action_triggered.connect(self._import)

    # --- reading and counting ---

    def _show(self, kept: _Kept) -> None:
        self._saved = {segment.id: segment for segment in kept.segments}
        self._counting.segments = {segment.id: segment.tree for segment in kept.segments}
        self._zone, self._currency = kept.zone, kept.currency
        if self._drafts.kept is None:
            self._drafts.restore(kept.drafts, self._saved)
        self._show_rows()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self._open_key(wanted)

    def _show_rows(self) -> None:
        rows = self._rows()
        names = Names({segment.id: segment.name for segment in self._saved.values()})
        self.list.set_rows(rows, self._zone, self._currency, names)
        self._keep_drafts()
        self._people = {}
        self._to_count = deque([*self.list.nodes(), *self.list.gallery.nodes()])
        self._count_next()

    def _count_next(self) -> None:
        """Count some more, those in sight first; while the builder is open it comes before them."""
        some = [self._to_count.popleft() for _ in range(min(COUNTED_AT_ONCE, len(self._to_count)))]
        self._latest.run(partial(self._counting.counts, some), self._show_counts, self._failed)

    def _show_counts(self, counts: Counts) -> None:
        self._people.update(counts.people)
        self.list.set_counts(self._people)
        if self._to_count and self.stack.currentWidget() is not self.builder:
            self._count_next()
        elif counts.everybody and not self._filled:
            self._filled = True
            work = partial(ready_starters, self._counting, self._starters)
            self._context.background.run(work, self._offer_starters, self._failed)
            self._context.background.run(self._counting.prepare, self._prepared, self._failed)
        empty = counts.everybody == 0 and not self._rows()
        if self.stack.currentWidget() is not self.builder:
            self.stack.setCurrentWidget(self._without_members if empty else self.list)

    def _prepared(self, _: None) -> None:
        """Only the next conditions are answered faster."""

    def _offer_starters(self, ready: Ready) -> None:
        """Starters as they are in this shop, counted after the segments."""
        self.list.gallery.set_options(ready.options)
        self.list.gallery.set_filled(ready.filled)
        self._to_count.extend(self.list.gallery.nodes())
        if self.stack.currentWidget() is not self.builder:
            self._count_next()

    def _rows(self) -> list[SegmentRow]:
        """The unsaved drafts, then the saved segments with the changes that are not saved yet."""
        unsaved = {draft.key: draft for draft in self._drafts.unsaved()}
        rows = [
            SegmentRow(key, draft.name, draft.node, None, unsaved=True) for key, draft in unsaved.items() if key < 0
        ]
        for segment in self._saved.values():
            draft = unsaved.get(segment.id)
            if draft is None:
                rows.append(SegmentRow(segment.id, segment.name, segment.tree, segment.changed_at, note=segment.note))
            else:
                rows.append(SegmentRow(segment.id, draft.name, draft.node, segment.changed_at, unsaved=True))
        return rows

    # --- opening ---

    def _new(self) -> None:
        self._begin("", Group())

    def _begin_starter(self, starter: Starter, filled: Filled) -> None:
        self._begin(starter.name, from_node(filled.tree))
        if filled.to_check:
            self.builder.ask_to_check(filled.to_check)

    def _begin(self, name: str, root: Group) -> None:
        self._open_draft(self._drafts.new(self._free_name(name or self.tr("New segment")), root))

    def _begin_node(self, name: str, node: Node) -> None:
        self._begin(name, from_node(node))

    def _open_key(self, key: int) -> None:
        if key in self._saved:
            self._open_draft(self._drafts.of(self._saved[key]))
        elif key in self._drafts.by_key:
            self._open_draft(self._drafts.by_key[key])
        else:
            self._wanted = key  # not read yet

    def _open_draft(self, draft: Draft) -> None:
        self.stack.setCurrentWidget(self.builder)
        self.builder.open_draft(draft)
        self.builder.recount()

    def _leave(self) -> None:
        draft = self.builder.draft
        if draft is not None and draft.is_blank:
            self._drafts.drop(draft.key)  # nothing was made of it
        self.stack.setCurrentWidget(self.list)
        self._show_rows()
        self.list.table.setFocus()

    def _free_name(self, name: str) -> str:
        """The name, with a number where it is taken."""
        taken = {row.name.casefold() for row in self._rows()}
        number, free = 2, name
        while free.casefold() in taken:
            free, number = f"{name} {number}", number + 1
        return free

    # --- changing ---

    def _rename(self, key: int) -> None:
        row = next((row for row in self._rows() if row.key == key), None)
        name = NameDialog.ask(row.name, self) if row is not None else None
        if name is None:
            return
        draft = self._drafts.by_key.get(key)
        if draft is not None:
            draft.name = name
        if key < 0:
            self._show_rows()
            return
        work = partial(actions.rename_segment, self._context.shop, key, name, now=datetime.now(UTC))
        self._context.background.run(work, self._renamed, self._failed, writes=True)

    def _renamed(self, result: tuple[SavedSegment, Changes]) -> None:
        segment, changes = result
        draft = self._drafts.by_key.get(segment.id)
        if draft is not None:
            draft.saved = segment
        self._context.changes.announce(changes)

    def _duplicate(self, key: int) -> None:
        row = next((row for row in self._rows() if row.key == key), None)
        if row is not None:
            copy = SavedSegment(self._free_name(self.tr("{name} copy").format(name=row.name)), row.node)
            work = partial(actions.save_segment, self._context.shop, copy, now=datetime.now(UTC))
            self._context.background.run(work, self._announce, self._failed, writes=True)

    def _delete(self, key: int) -> None:
        draft = self._drafts.drop(key)
        if self.stack.currentWidget() is self.builder:
            self.stack.setCurrentWidget(self.list)
        if key < 0:
            self._show_rows()
            if draft is not None:
                self._tell_deleted(draft.name, partial(self._undo_drop, draft))
            return
        work = partial(actions.delete_segment, self._context.shop, key)
        self._context.background.run(work, self._deleted, self._failed, writes=True)

    def _deleted(self, result: tuple[DeletedSegment, Changes]) -> None:
        deleted, changes = result
        self._context.changes.announce(changes)
        self._tell_deleted(deleted.segment.name, partial(self._restore, deleted))

    def _tell_deleted(self, name: str, undo: partial[None]) -> None:
        words = self.tr("Deleted “{name}”.").format(name=name)
        self._context.notices.show(words, action_text=self.tr("Undo"), action=undo)

    def _undo_drop(self, draft: Draft) -> None:
        self._drafts.by_key[draft.key] = draft
        self._show_rows()

    def _restore(self, deleted: DeletedSegment) -> None:
        work = partial(actions.restore_segment, self._context.shop, deleted)
        self._context.background.run(work, self._announce, self._failed, writes=True)

    def _announce(self, result: tuple[SavedSegment, Changes]) -> None:
        self._context.changes.announce(result[1])

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")

    def _show_lists(self) -> None:
        dialog = ListsDialog(self._context, self)
        dialog.open()

    def _show_rfm(self) -> None:
        from desktop.segments.insight.rfm_dialog import RfmDialog

        dialog = RfmDialog(self._context, self.builder.insight.insights, in_segment=False, parent=self)
        dialog.segment_wanted.connect(self._begin_node)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _import(self) -> None:
        from desktop.importing.import_dialog import choose_and_import

        choose_and_import(self._context, self)


def _read(shop: Shop) -> _Kept:
    segments: Sequence[SavedSegment] = actions.list_segments(shop)
    with shop.read() as connection:
        settings = read_settings(connection)
    return _Kept(
        tuple(segments), ZoneInfo(str(settings["zone"])), str(settings["currency"]), str(settings["segment_drafts"])
    )
