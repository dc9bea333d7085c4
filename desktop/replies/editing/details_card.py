"""Where a reply belongs and when it may be used: group, shortcut, tags, platforms, language, days, shared part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop import wording
from desktop.members.bulk_bar import TextPopover
from desktop.replies import words
from desktop.replies.editing.platforms_popover import PlatformsPopover
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip, ValueChip
from desktop.widgets.chip_row import ChipRow
from desktop.widgets.date_field import DateField
from desktop.widgets.fields import TextField
from desktop.widgets.form import Form
from desktop.widgets.label import Label
from desktop.widgets.select import Select
from desktop.widgets.toggle import Toggle
from local_db.replies.fragments import SIGN
from local_db.replies.model import Group, Reply

_LONGEST_TAG = 20
_LONGEST_SHORTCUT = 40
_LABELS = 92


class DetailsCard(Card):
    """A form; every change counts at once.

    Signals:
        edited(): a person changed something.
    """

    edited = Signal()

    def __init__(self, host: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Where and when"))
        self._host = host
        self._silent = False
        self._tags: tuple[str, ...] = ()
        self._platforms: tuple[str, ...] = ()
        self._all_tags: tuple[str, ...] = ()
        self._group = ""  # the one wanted, which may be gone for a while
        self.group = Select(name=self.tr("Group"))
        self.shortcut = TextField("", self.tr("such as th"), name=self.tr("Shortcut"))
        self.shortcut.setMaxLength(_LONGEST_SHORTCUT)
        self.tags = ChipRow()
        self.platforms = Chip(arrow=True)
        self.platforms.let_shrink(120)
        self.language = Select([(words.language(code), code) for code in ("", "zh", "en")], name=self.tr("Language"))
        self.first = DateField(empty=self.tr("any day"), name=self.tr("First day"))
        self.last = DateField(empty=self.tr("any day"), name=self.tr("Last day"))
        self.fragment = Toggle(self.tr("Shared part of other replies"))
        self._lay_out()
        self._connect()

    def set_choices(self, groups: Sequence[Group], tags: Sequence[str]) -> None:
        """The groups and tags there are."""
        loose: list[tuple[str, object]] = [(self.tr("in no group"), "")]
        self._silent = True
        self.group.set_options([*loose, *((group.name, group.uid) for group in groups)])
        self._show_group()
        self._all_tags = tuple(tags)
        self._silent = False

    def show_reply(self, reply: Reply) -> None:
        """Show those of a reply without announcing an edit."""
        self._silent = True
        self._group = reply.group
        self._show_group()
        if self.shortcut.text() != reply.shortcut:
            self.shortcut.setText(reply.shortcut)
        self._tags, self._platforms = reply.tags, reply.platforms
        self.language.set_value(reply.language)
        self.first.set_value(date.fromisoformat(reply.valid_from) if reply.valid_from else None)
        self.last.set_value(date.fromisoformat(reply.valid_until) if reply.valid_until else None)
        self.fragment.setChecked(reply.fragment)
        self._show_tags()
        self._show_platforms()
        self._check_days()
        self._silent = False

    def filled(self, reply: Reply) -> Reply:
        """The reply with what stands here."""
        first, last = self.first.value(), self.last.value()
        return replace(
            reply,
            group=str(self.group.value() or ""),
            shortcut=self.shortcut.text().strip(),
            tags=self._tags,
            platforms=self._platforms,
            language=str(self.language.value() or ""),
            valid_from=first.isoformat() if first else "",
            valid_until=last.isoformat() if last else "",
            fragment=self.fragment.isChecked(),
        )

    def add_tag(self, tag: str) -> None:
        """Give it one more tag."""
        if tag not in self._tags:
            self._tags = (*self._tags, tag)
            self._show_tags()
            self._announce()

    def remove_tag(self, tag: str) -> None:
        """Take a tag away."""
        self._tags = tuple(one for one in self._tags if one != tag)
        self._show_tags()
        self._announce()
        self.tags.chips[0].setFocus()

    def _lay_out(self) -> None:
        form = Form(label_width=_LABELS)
        form.add_row(self.tr("Group"), self.group)
        form.add_row(self.tr("Shortcut"), self.shortcut)
        form.add_row(self.tr("Tags"), self.tags)
        form.add_row(self.tr("Platforms"), _left(self.platforms))
        form.add_row(self.tr("Language"), self.language)
        days = QWidget()
        row = QHBoxLayout(days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.first, 1)
        row.addWidget(Label("–", "muted"))
        row.addWidget(self.last, 1)
        self._days = form.add_row(self.tr("Days"), days)
        title = self.tr("title")
        hint = self.tr("Others name it as {example}; edited here, all of them say it anew.")
        form.add_row("", self.fragment, hint.format(example=f"{{{SIGN}{title}}}"))
        self.add(form)

    def _connect(self) -> None:
        self.group.value_changed.connect(self._choose_group)
        self.shortcut.textEdited.connect(self._announce)
        self.language.value_changed.connect(self._announce)
        self.first.value_changed.connect(self._announce)
        self.last.value_changed.connect(self._announce)
        self.fragment.toggled.connect(self._announce)
        self.platforms.clicked.connect(self._ask_platforms)

    def _show_group(self) -> None:
        """A group that was deleted may come back; until then nothing else is chosen in its place."""
        self.group.set_value("")
        self.group.set_value(self._group)

    def _choose_group(self, uid: object) -> None:
        if not self._silent:
            self._group = str(uid or "")
            self._announce()

    def _show_tags(self) -> None:
        chips: list[Chip] = []
        for tag in self._tags:
            chip = ValueChip(f"{tag} ✕")
            chip.setAccessibleName(self.tr("Take the tag “{tag}” away").format(tag=tag))
            chip.clicked.connect(partial(self.remove_tag, tag))
            chips.append(chip)
        self.new_tag = Chip(self.tr("+ Tag"))
        self.new_tag.clicked.connect(self._ask_tag)
        self.tags.set_chips([*chips, self.new_tag])
        for before, after in pairwise((self.shortcut, *chips, self.new_tag)):
            QWidget.setTabOrder(before, after)

    def _ask_tag(self) -> None:
        card = TextPopover(self.tr("Tag of this reply"), self.tr("Tag"), self.tr("Give"), _LONGEST_TAG)
        card.suggest([tag for tag in self._all_tags if tag not in self._tags])
        card.given.connect(self.add_tag)
        card.open_over(self.new_tag, self._host)

    def _show_platforms(self) -> None:
        names = [words.platform(code) for code in self._platforms]
        text = wording.listed(names) or self.tr("all platforms")
        self.platforms.setText(text)
        self.platforms.setAccessibleName(self.tr("Platforms: {names}").format(names=text))

    def _ask_platforms(self) -> None:
        card = PlatformsPopover(self._platforms)
        card.given.connect(self._take_platforms)
        card.open_below(self.platforms, self._host)
        card.set_first_focus()

    def _take_platforms(self, codes: list[str]) -> None:
        self._platforms = tuple(codes)
        self._show_platforms()
        self._announce()

    def _check_days(self) -> bool:
        first, last = self.first.value(), self.last.value()
        turned = first is not None and last is not None and first > last
        self._days.set_error(self.tr("The last day is before the first.") if turned else "")
        return not turned

    def _announce(self, _value: object = None) -> None:
        if not self._silent:
            self._check_days()
            self.edited.emit()


def _left(widget: QWidget) -> QWidget:
    """A widget that is not stretched to the width of its row."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return box
