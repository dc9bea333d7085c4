"""The replies that come with the program, chosen by language and group; those there already stay as they are."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop import amounts
from desktop.replies import words
from desktop.widgets.button import Button
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.label import Label
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.toggle import CheckBox
from local_db.replies.fragments import names_in
from local_db.replies.library import Library
from local_db.replies.model import Group, Reply
from local_db.replies.starters import LANGUAGES, starters

_COLUMNS = 2


class StartersDialog(ModalDialog):
    """A tick per group with how many of its replies are not there yet.

    Signals:
        chosen(list, list): the groups and the replies that are to be added.
    """

    chosen = Signal(list, list)

    def __init__(self, library: Library, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent, width=560)
        self.set_title(self.tr("Ready-made replies"))
        self.set_sentence(self.tr("A set for shops, to be changed as you like. What you have already is not doubled."))
        self._there = set(library.by_uid)
        options = [(code, words.language(code)) for code in LANGUAGES]
        self.language = SegmentedControl(options, language, name=self.tr("Language"))
        self.language.chosen.connect(self._show)
        self.add(self.language)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        for place in range(_COLUMNS):
            self._grid.setColumnStretch(place, 1)
        self.add_layout(self._grid)
        self.all_button = Button(self.tr("Choose all or none"), kind="link", dense=True)
        self.all_button.clicked.connect(self._turn_all)
        self.add(self.all_button)
        self._said = Label("", "muted", wrap=True)
        self.add(self._said)
        self.boxes: dict[str, CheckBox] = {}
        self.add_reject()
        self.take = self.add_button(self.tr("Add"), kind="primary")
        self.take.clicked.connect(self._take)
        self._show()

    def _show(self, _language: str = "") -> None:
        clear_layout(self._grid)
        self.boxes = {}
        offered = starters(self.language.current)
        for place, group in enumerate(offered.groups):
            fresh = self._fresh({group.uid})
            whole = sum(reply.group == group.uid for reply in offered.replies)
            box = CheckBox(f"{group.name}  {amounts.number(len(fresh) or whole)}", checked=bool(fresh))
            box.setEnabled(bool(fresh))
            if not fresh:
                box.setToolTip(self.tr("All of them are there already"))
            box.toggled.connect(self._count)
            self.boxes[group.uid] = box
            self._grid.addWidget(box, *divmod(place, _COLUMNS), Qt.AlignmentFlag.AlignLeft)
        self._count()

    def _ticked(self) -> set[str]:
        return {uid for uid, box in self.boxes.items() if box.isChecked()}

    def _fresh(self, groups: Collection[str]) -> list[Reply]:
        offered = starters(self.language.current).replies
        return [one for one in offered if one.group in groups and one.uid not in self._there]

    def chosen_replies(self) -> tuple[list[Group], list[Reply]]:
        """What is to be added: those of the groups ticked, and the shared parts that they name."""
        offered = starters(self.language.current)
        replies = self._fresh(self._ticked())
        named = _named(replies)
        parts = [
            one
            for one in offered.replies
            if one.fragment and one.title in named and one not in replies and one.uid not in self._there
        ]
        groups = {one.group for one in (*replies, *parts)}
        return [group for group in offered.groups if group.uid in groups], [*replies, *parts]

    def _count(self, _on: object = None) -> None:
        _, replies = self.chosen_replies()
        count = len(replies)
        self._said.setText(
            self.tr("To be added: {count}").format(count=amounts.number(count))
            if count
            else self.tr("Nothing is chosen that is not there already.")
        )
        self.take.setEnabled(count > 0)

    def _turn_all(self) -> None:
        usable = [box for box in self.boxes.values() if box.isEnabled()]
        on = not all(box.isChecked() for box in usable)
        for box in usable:
            box.setChecked(on)

    def _take(self) -> None:
        groups, replies = self.chosen_replies()
        self.accept()
        self.chosen.emit(groups, replies)


def _named(replies: Sequence[Reply]) -> set[str]:
    return {title for reply in replies for wording in reply.wordings for title in names_in(wording.text)}
