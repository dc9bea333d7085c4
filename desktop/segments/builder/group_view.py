"""A group of rows: how it joins them, its figures, and what is in it; nested ones are inset cards."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.segments.builder.columns import Columns
from desktop.segments.builder.row_view import DragHandle, ItemView
from desktop.segments.edit_tree import Group, Join, Path, row_count
from desktop.widgets.button import IconButton
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.divider import Divider
from desktop.widgets.label import Label
from desktop.widgets.menu import Menu
from desktop.widgets.status_tag import StatusTag


class GroupView(ItemView):
    """A group with its items; the root has no card of its own. See ItemView for more signals.

    Signals:
        join_chosen(str): the group should join its items like this, a value of Join.
        add_wanted(QWidget): a condition should be chosen below the widget.
    """

    join_chosen = Signal(str)
    add_wanted = Signal(QWidget)

    def __init__(self, path: Path, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(path, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._join = group.join
        self.columns = Columns(bar=False, role="strong" if path else "small")
        self.join_chip = Chip("")
        self.join_chip.setProperty("role", "heading")
        self.join_chip.set_arrow(arrow=True)
        self.join_chip.clicked.connect(self._choose_join)
        self._stops: list[QWidget] = [self.join_chip]
        self._number = StatusTag("")
        self._muted = StatusTag(self.tr("muted"))
        self.verdict = StatusTag("")
        self.verdict.hide()
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._empty = Label("", "small", wrap=True)
        outer = QVBoxLayout(self)
        outer.setSpacing(0)
        outer.setContentsMargins(0, 8 if path else 0, 0, 8 if path else 0)
        body: QVBoxLayout = outer
        if path:
            card = Card(padding=12)
            # Not sunken: bars and chips have to stay visible on it. Every second level stands out.
            card.setProperty("ground", "paper" if len(path) % 2 else "")
            card.body.setSpacing(0)
            outer.addWidget(card)
            body = card.body
        body.addLayout(self._header())
        body.addLayout(self._inside)
        body.addWidget(self._empty)
        self.set_group(group)

    def set_group(self, group: Group) -> None:
        """Show another join, or another number of items."""
        self._join = group.join
        words = self._words()[group.join]
        self.join_chip.setText(words)
        self.join_chip.setAccessibleName(self.tr("Join: {words}").format(words=words))
        rows = row_count(group)
        self._number.setText(self.tr("1 condition") if rows == 1 else self.tr("{count} conditions").format(count=rows))
        self._number.setVisible(not self.path and rows > 0)
        self._muted.setVisible(group.muted)
        self.columns.set_faint(faint=group.muted)
        font = self.join_chip.font()
        font.setStrikeOut(group.muted)
        self.join_chip.setFont(font)
        self._empty.setText(self._words_when_empty(group.join))
        self._empty.setVisible(not group.children)

    def add_item(self, view: QWidget) -> None:
        """Put an item at the end, with a line below it."""
        self._inside.addWidget(view)
        if not isinstance(view, GroupView):
            self._inside.addWidget(Divider())

    def set_figures(self, count: int, removes: int | None, everybody: int) -> None:
        """Show the group's figures; the root names the columns instead."""
        if self.path:
            self.columns.set_figures(count, removes, everybody)

    def show_verdict(self, matches: bool | None) -> None:  # noqa: FBT001 - three answers
        """Say whether the group as a whole matches the member that is asked about; the root is said above the tree."""
        self.verdict.setVisible(bool(self.path) and matches is not None)
        if matches is not None:
            words = self.tr("The group as a whole matches")
            if not matches:
                words = self.tr("The group as a whole does not match")
            self.verdict.set_state("✓" if matches else "✗", "good" if matches else "bad")
            self.verdict.setToolTip(words)
            self.verdict.setAccessibleName(words)

    def tab_stops(self) -> list[QWidget]:
        """What takes the keyboard in its own line."""
        return self._stops

    def _header(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 4)
        line.setSpacing(8)
        if self.path:
            handle = DragHandle()
            handle.dragged.connect(self.drag)
            line.addWidget(handle)
        line.addWidget(self.join_chip)
        line.addWidget(self._number)
        line.addWidget(self._muted)
        line.addStretch(1)
        line.addWidget(self.verdict)
        if self.path:
            add = IconButton("plus", self.tr("Add a condition to this group"), size=26)
            add.clicked.connect(partial(self._add, add))
            more = IconButton("more", self.tr("More"), size=26)
            more.clicked.connect(partial(self._open_menu, more))
            line.addWidget(add)
            line.addWidget(more)
            self._stops += [add, more]
        else:
            self.columns.set_words(self.tr("people"), self.tr("removes"))
            self.columns.count.setToolTip(self.tr("How many people the row matches by itself"))
            self.columns.removes.setToolTip(self.tr("How many the row takes out of those the rows above it left"))
        line.addWidget(self.columns)
        return line

    def _add(self, anchor: QWidget, *_: object) -> None:
        self.add_wanted.emit(anchor)

    def _open_menu(self, anchor: QWidget, *_: object) -> None:
        self.join_chip.setFocus()
        self.menu_wanted.emit(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))

    def _choose_join(self) -> None:
        menu = Menu(self)
        for join, words in self._words().items():
            action = menu.addAction(words, partial(self.join_chosen.emit, join.value))
            action.setCheckable(True)
            action.setChecked(join is self._join)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.open_below(self.join_chip)

    def _words(self) -> dict[Join, str]:
        return {
            Join.ALL: self.tr("All of these"),
            Join.ANY: self.tr("Any of these"),
            Join.NONE: self.tr("None of these"),
            Join.NOT_ALL: self.tr("Not all of these"),
        }

    def _words_when_empty(self, join: Join) -> str:
        if not self.path and join is Join.ALL:
            return self.tr("No conditions yet: everybody matches. Add the first one below.")
        if join in {Join.ALL, Join.NONE}:
            return self.tr("Empty: matches everybody.")
        return self.tr("Empty: matches nobody.")
