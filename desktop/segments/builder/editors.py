"""Which editor a condition has."""

from __future__ import annotations

from desktop.segments.builder.contact_editors import RefundEditor, SentEditor
from desktop.segments.builder.field_editors import (
    BirthdayEditor,
    ConsentEditor,
    FlagEditor,
    NoteEditor,
    NumberEditor,
    TextEditor,
    TimeEditor,
)
from desktop.segments.builder.named_editors import ListEditor, SegmentEditor, TagEditor
from desktop.segments.builder.ordered_editor import OrderedEditor
from desktop.segments.builder.row_editor import RowEditor, Shown
from desktop.segments.builder.score_editors import RandomEditor, RfmEditor
from desktop.segments.builder.sequence_editor import SequenceEditor
from desktop.segments.edit_tree import Row
from local_db.segments.catalogue import FIELD_BY_KEY, Kind
from local_db.segments.tree import (
    Field,
    InList,
    InSegment,
    Ordered,
    Random,
    Refunded,
    Rfm,
    Sent,
    Sequence,
    Tag,
)

__all__ = ["RowEditor", "Shown", "editor_for"]


def editor_for(row: Row, shown: Shown, part: str = "") -> RowEditor:
    """The editor of a row; `part` names the chip that was pressed, whose field gets the focus."""
    match row.leaf:
        case Ordered():
            return OrderedEditor(row, shown, part)
        case Sequence():
            return SequenceEditor(row, shown, part)
        case Field(field):
            return _BY_KIND[FIELD_BY_KEY[field].kind](row, shown)
        case leaf:
            return _BY_LEAF[type(leaf)](row, shown)


_BY_LEAF: dict[type, type[RowEditor]] = {
    Tag: TagEditor,
    InList: ListEditor,
    InSegment: SegmentEditor,
    Random: RandomEditor,
    Rfm: RfmEditor,
    Sent: SentEditor,
    Refunded: RefundEditor,
}
_BY_KIND: dict[Kind, type[RowEditor]] = {
    Kind.TEXT: TextEditor,
    Kind.FLAG: FlagEditor,
    Kind.CONSENT: ConsentEditor,
    Kind.TIME: TimeEditor,
    Kind.BIRTHDAY: BirthdayEditor,
    Kind.NOTE: NoteEditor,
    Kind.COUNT: NumberEditor,
    Kind.MONEY: NumberEditor,
    Kind.PERCENT: NumberEditor,
}
