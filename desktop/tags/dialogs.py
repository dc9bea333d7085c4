"""What is asked about a tag: its name, the segment that gives it, the tag it goes into."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop import amounts, wording
from desktop.segments.sentence import NO_NAMES, Names, standing_sentence
from desktop.widgets.fields import TextField
from desktop.widgets.form import Form
from desktop.widgets.label import Label
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.select import Select
from local_db.tags.actions import NAME_LENGTH

if TYPE_CHECKING:
    from local_db.segments.model import SavedSegment
    from local_db.tags.model import TagRow

HAND, SEGMENT = "hand", "segment"
_LABEL_WIDTH = 96


class TagNameDialog(ModalDialog):
    """One field; Enter takes it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent, width=420)
        self.set_title(self.tr("Rename the tag"))
        self.set_sentence(self.tr("Segments that ask for it ask for the new name."))
        self.field = TextField(name)
        self.field.setMaxLength(NAME_LENGTH)
        self.field.selectAll()
        self.field.textChanged.connect(self._check)
        form = Form(label_width=_LABEL_WIDTH)
        form.add_row(self.tr("Name"), self.field)
        self.add(form)
        self.add_reject()
        self._accept = self.add_accept(self.tr("Rename"))
        self.field.setFocus()

    def name(self) -> str:
        """The name as it stands."""
        return self.field.text().strip()

    def _check(self, text: str) -> None:
        self._accept.setEnabled(bool(text.strip()))


class NewTagDialog(ModalDialog):
    """A tag of the seller's own: given by hand, or to everybody whom a saved segment matches."""

    def __init__(
        self,
        segments: Sequence[SavedSegment],
        currency: str,
        *,
        name: str = "",
        changing: bool = False,
        names: Names = NO_NAMES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent=parent, width=480)
        self._segments = {segment.id: segment for segment in segments}
        self._currency = currency
        self._names = names
        self.set_title(self.tr("Who gets “{name}”").format(name=name) if changing else self.tr("New tag"))
        self.field = TextField(name, self.tr("For example: office nearby"))
        self.field.setMaxLength(NAME_LENGTH)
        self.field.textChanged.connect(self._check)
        self.kind = SegmentedControl(
            [(HAND, self.tr("By hand")), (SEGMENT, self.tr("By a segment"))],
            SEGMENT if changing else HAND,
            name=self.tr("Given"),
        )
        self.kind.chosen.connect(self._check)
        self.segment = Select([(segment.name, segment.id) for segment in segments])
        self.segment.value_changed.connect(self._check)
        form = Form(label_width=_LABEL_WIDTH)
        form.add_row(self.tr("Name"), self.field).set_visible(visible=not changing)
        form.add_row(self.tr("Given"), self.kind).set_visible(visible=not changing)
        self._segment_row = form.add_row(self.tr("Segment"), self.segment)
        self._said = Label("", "muted", wrap=True)
        self.add(form)
        self.add(self._said)
        self.add_reject()
        self._accept = self.add_accept(self.tr("Save") if changing else self.tr("Make the tag"))
        self._check()
        (self.segment if changing else self.field).setFocus()

    def name(self) -> str:
        """The name as it stands."""
        return self.field.text().strip()

    def chosen_segment(self) -> SavedSegment | None:
        """The segment that gives it; None for a tag by hand."""
        value = self.segment.value()
        return self._segments.get(value) if self.kind.current == SEGMENT and isinstance(value, int) else None

    def _check(self, *_: object) -> None:
        by_segment = self.kind.current == SEGMENT
        self._segment_row.set_visible(visible=by_segment and bool(self._segments))
        segment = self.chosen_segment()
        if not by_segment:
            said = self.tr("You give it and take it yourself, on a member or on several at once.")
        elif segment is None:
            said = self.tr("There is no segment yet: make one on the page Segments first.")
        else:
            said = self.tr(
                "Everybody whom these conditions match, worked out again after each import: {sentence}. "
                "Later changes of the segment do not change the tag."
            ).format(sentence=standing_sentence(segment.tree, wording.language(), self._currency, self._names))
        self._said.setText(said)
        self._accept.setEnabled(bool(self.name()) and (not by_segment or segment is not None))


class MergeDialog(ModalDialog):
    """Which tag another one goes into."""

    def __init__(self, row: TagRow, others: Sequence[TagRow], parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent, width=440)
        self.set_title(self.tr("Merge “{name}”").format(name=row.tag.name))
        self.set_sentence(
            self.tr("Its {count} people get the other tag, and it is gone.").format(count=amounts.number(row.people))
        )
        shown = self.tr("{name} · {count} people")
        self.into = Select(
            [(shown.format(name=other.tag.name, count=amounts.number(other.people)), other.tag.id) for other in others]
        )
        form = Form(label_width=_LABEL_WIDTH)
        form.add_row(self.tr("Into"), self.into)
        self.add(form)
        self.add_reject()
        self.add_accept(self.tr("Merge"))
        self.into.setFocus()

    def target(self) -> int:
        """The id of the tag that stays."""
        value = self.into.value()
        return value if isinstance(value, int) else 0
