"""Editors of conditions that name one thing: a tag, a saved list, a saved segment."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from desktop.segments.builder.choice_list import ChoiceList
from desktop.segments.builder.row_editor import RowEditor, Shown
from desktop.segments.edit_tree import Row
from desktop.widgets.label import Label
from local_db.segments.tree import InList, InSegment, Tag


class TagEditor(RowEditor):
    """One tag, of the shop's or a new name."""

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        self.choices = ChoiceList(
            shown.options.get("tag", ()),
            () if row.unfinished else [cast(Tag, row.leaf).name],
            placeholder=self.tr("Find or type a tag"),
            own=True,
        )
        self.choices.chosen.connect(self._update)
        self.column.addWidget(self.choices)
        self.setFocusProxy(self.choices)

    def _update(self, names: list[str]) -> None:
        if names:
            self.say(Tag(names[0]))


class ListEditor(RowEditor):
    """One of the shop's saved lists."""

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        options = shown.options.get("list", ())
        self.choices = ChoiceList(
            options,
            () if row.unfinished else [cast(InList, row.leaf).name],
            placeholder=self.tr("Find a list"),
        )
        self.choices.chosen.connect(self._update)
        self.column.addWidget(self.choices)
        if not options:
            words = self.tr("There are no saved lists yet. Make one on the page Segments, under “Lists”.")
            self.column.addWidget(Label(words, "small", wrap=True))
        self.setFocusProxy(self.choices)

    def _update(self, names: list[str]) -> None:
        if names:
            self.say(InList(names[0]))


class SegmentEditor(RowEditor):
    """Another saved segment; those that would ask for this one again are not offered."""

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        options = shown.options.get("segment", ())
        self.choices = ChoiceList(
            options,
            () if row.unfinished else [str(cast(InSegment, row.leaf).id)],
            placeholder=self.tr("Find a segment"),
        )
        self.choices.chosen.connect(self._update)
        self.column.addWidget(self.choices)
        if not options:
            self.column.addWidget(Label(self.tr("There is no other saved segment yet."), "small", wrap=True))
        self.setFocusProxy(self.choices)

    def _update(self, ids: list[str]) -> None:
        if ids:
            self.say(InSegment(int(ids[0])))
