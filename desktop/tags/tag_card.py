"""One tag: what it means, who asks for it, and what may be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import amounts, wording
from desktop.tags import words
from desktop.widgets.button import Button, IconButton
from desktop.widgets.card import Card
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.toggle import Toggle
from local_db.tags.model import TagKind, TagList, TagRow

_NAMED_SEGMENTS = 3


class TagCard(Card):
    """Shows a tag and says what should happen to it.

    Signals:
        closed(): the person is done with it.
        rename_wanted(), merge_wanted(), delete_wanted(), change_wanted(), segment_wanted(): about the tag in sight.
        switched(bool): its rule should be on, or off.
    """

    closed = Signal()
    rename_wanted = Signal()
    merge_wanted = Signal()
    delete_wanted = Signal()
    change_wanted = Signal()
    segment_wanted = Signal()
    switched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.name = ElidedLabel("", "dialog")
        self.close_button = IconButton("close", self.tr("Close the tag"))
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.name, 1)
        head.addWidget(self.close_button)
        self.add_layout(head)
        self.people = Label("", "strong")
        self.definition = Label("", wrap=True)
        self.used = Label("", "small", wrap=True)
        self.toggle = Toggle(self.tr("Give this tag"))
        self.toggle.clicked.connect(self._switch)
        for part in (self.people, self.definition, self.used, self.toggle):
            self.add(part)
        self.add(self._buttons())

    def show_tag(self, row: TagRow, found: TagList) -> None:
        """Show another tag, or the same one as it is now."""
        tag = row.tag
        self.name.setText(tag.name)
        share = row.people / found.everybody if found.everybody else 0
        people = self.tr("{count} people, {share} of everybody")
        self.people.setText(people.format(count=amounts.number(row.people), share=f"{share:.0%}"))
        self.definition.setText(words.definition(tag, found))
        self._say_used(row.used_by)
        self.toggle.setVisible(tag.rule is not None)
        self.toggle.setChecked(tag.rule is None or not tag.rule.off)
        self.merge_button.setVisible(tag.kind is TagKind.HAND)
        self.change_button.setVisible(tag.kind is TagKind.SEGMENT)
        self.delete_button.setVisible(tag.kind is not TagKind.RULE)

    def _say_used(self, names: tuple[str, ...]) -> None:
        shown = [self.tr("“{name}”").format(name=name) for name in names[:_NAMED_SEGMENTS]]
        if len(names) > _NAMED_SEGMENTS:
            shown.append(self.tr("{count} more").format(count=len(names) - _NAMED_SEGMENTS))
        self.used.setText(self.tr("Asked for by the segments {names}").format(names=wording.listed(shown)))
        self.used.setVisible(bool(names))

    def _buttons(self) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box)
        self.segment_button = Button(self.tr("Make a segment"), icon="filter", dense=True)
        self.rename_button = Button(self.tr("Rename"), dense=True)
        self.change_button = Button(self.tr("Other segment…"), dense=True)
        self.merge_button = Button(self.tr("Merge into…"), dense=True)
        self.delete_button = Button(self.tr("Delete"), kind="danger", dense=True)
        for button, signal in (
            (self.segment_button, self.segment_wanted),
            (self.rename_button, self.rename_wanted),
            (self.change_button, self.change_wanted),
            (self.merge_button, self.merge_wanted),
            (self.delete_button, self.delete_wanted),
        ):
            button.clicked.connect(signal)
            flow.addWidget(button)
        return box

    def _switch(self) -> None:
        self.switched.emit(self.toggle.isChecked())
