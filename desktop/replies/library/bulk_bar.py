"""What may be done to all replies that are selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import amounts
from desktop.members.bulk_bar import TextPopover
from desktop.replies import words
from desktop.replies.editing.day_popover import DaysPopover
from desktop.replies.editing.platforms_popover import PlatformsPopover
from desktop.widgets.button import Button, IconButton
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.label import Label
from desktop.widgets.menu import Menu
from local_db.replies.model import Group

_LONGEST_TAG = 20


class ReplyBulkBar(QWidget):
    """Buttons below the list; shown while several are selected.

    Signals:
        move_wanted(str): into the group with this uid; empty: out of every group.
        tag_wanted(str), untag_wanted(str): a tag is to be given or taken.
        fields_wanted(dict): fields as JSON has them: platforms, days, pinned, language.
        delete_wanted(), cleared().
    """

    move_wanted = Signal(str)
    tag_wanted = Signal(str)
    untag_wanted = Signal(str)
    fields_wanted = Signal(dict)
    delete_wanted = Signal()
    cleared = Signal()

    def __init__(self, host: QWidget, parent: QWidget | None = None) -> None:
        """`host`: the page, over which small cards open."""
        super().__init__(parent)
        self._host = host
        self._groups: Sequence[Group] = ()
        self._all_tags: Sequence[str] = ()
        self._tags: Sequence[str] = ()
        self._row = FlowLayout(self, spacing=6, line_spacing=6)
        self._count = Label("", "heading")
        self._row.addWidget(self._count)
        self.move_button = self._button(self.tr("Move"), "folder", self._ask_group)
        self.tag_button = self._button(self.tr("Tags"), "tag", self._ask_tag)
        self.platforms_button = self._button(self.tr("Platforms"), "filter", self._ask_platforms)
        self.days_button = self._button(self.tr("Days"), "calendar", self._ask_days)
        self.pin_button = self._button(self.tr("More"), "more", self._ask_pin)
        self.delete_button = self._button(self.tr("Delete"), "trash", self.delete_wanted.emit)
        self.clear_button = IconButton("close", self.tr("Select none"), size=26)
        self.clear_button.clicked.connect(self.cleared)
        self._row.addWidget(self.clear_button)
        self.hide()

    def show_selected(self, count: int, groups: Sequence[Group], tags: Sequence[str], all_tags: Sequence[str]) -> None:
        """Offer the deeds for so many; `tags` are those that they have."""
        self._groups, self._tags, self._all_tags = groups, tags, all_tags
        self._count.setText(self.tr("{count} selected").format(count=amounts.number(count)))
        self.setVisible(count > 1)

    def _button(self, text: str, icon: str, pressed: Callable[[], None]) -> Button:
        button = Button(text, icon=icon, dense=True)
        button.clicked.connect(pressed)
        self._row.addWidget(button)
        return button

    def _ask_group(self) -> None:
        menu = Menu(self)
        for group in self._groups:
            menu.addAction(group.name.replace("&", "&&"), partial(self.move_wanted.emit, group.uid))
        if self._groups:
            menu.addSeparator()
        menu.addAction(self.tr("Out of every group"), partial(self.move_wanted.emit, ""))
        menu.open_below(self.move_button)

    def _ask_tag(self) -> None:
        menu = Menu(self)
        menu.addAction(self.tr("Give a tag…"), self._type_tag)
        for tag in self._tags:
            text = self.tr("Take “{tag}”").format(tag=tag).replace("&", "&&")
            menu.addAction(text, partial(self.untag_wanted.emit, tag))
        menu.open_below(self.tag_button)

    def _type_tag(self) -> None:
        card = TextPopover(self.tr("Tag for all selected"), self.tr("Tag"), self.tr("Give"), _LONGEST_TAG)
        card.suggest(self._all_tags)
        card.given.connect(self.tag_wanted)
        card.open_over(self.tag_button, self._host)

    def _ask_platforms(self) -> None:
        card = PlatformsPopover(())
        card.given.connect(self._give_platforms)
        card.open_below(self.platforms_button, self._host)
        card.set_first_focus()

    def _give_platforms(self, codes: list[str]) -> None:
        self.fields_wanted.emit({"platforms": codes})

    def _ask_days(self) -> None:
        card = DaysPopover()
        card.given.connect(self._give_days)
        card.open_below(self.days_button, self._host)
        card.set_first_focus()

    def _give_days(self, first: str, last: str) -> None:
        self.fields_wanted.emit({"valid_from": first, "valid_until": last})

    def _ask_pin(self) -> None:
        menu = Menu(self)
        menu.addAction(self.tr("Pin"), partial(self.fields_wanted.emit, {"pinned": True}))
        menu.addAction(self.tr("Do not pin"), partial(self.fields_wanted.emit, {"pinned": False}))
        menu.addSeparator()
        for code in ("zh", "en", ""):
            text = self.tr("Language: {language}").format(language=words.language(code))
            menu.addAction(text, partial(self.fields_wanted.emit, {"language": code}))
        menu.open_below(self.pin_button)
