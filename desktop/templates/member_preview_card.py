"""What every preview has: whose it is, the way to other members, and to the longest and the shortest text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.amounts import number
from desktop.campaigns.planning import Size
from desktop.templates.variable_words import variable_label
from desktop.widgets.button import Button, IconButton
from desktop.widgets.card import Card
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.search_field import SearchField
from local_db.templates.render import Rendered

_MEMBER_WIDTH = 112


class MemberPreviewCard(Card):
    """A subclass puts what is previewed, and the parts made here, where they look well.

    Signals:
        stepped(int): go to the next (1) or previous (-1) member.
        longest_wanted(), shortest_wanted(): go to the member with that text.
    """

    stepped = Signal(int)
    longest_wanted = Signal()
    shortest_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(sunken=True, parent=parent)
        self.set_title(self.tr("Preview"))
        self.member = ElidedLabel("", "muted")
        self.member.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.member.setFixedWidth(_MEMBER_WIDTH)
        self._back = IconButton("chevron-left", self.tr("Previous member"), kind="quiet", size=26)
        self._next = IconButton("chevron-right", self.tr("Next member"), kind="quiet", size=26)
        self._back.clicked.connect(self._step_back)
        self._next.clicked.connect(self._step_on)
        self.search = SearchField(self.tr("Find by nick, name or phone"), pause_ms=300)
        self.nobody = Label(self.tr("Nobody of this audience"), "small", tone="warn")
        self.nobody.hide()
        self.unfilled = InlineNotice("", "bad")
        self.unfilled.hide()
        self.longest = Button("", kind="ghost", dense=True)
        self.shortest = Button("", kind="ghost", dense=True)
        self.longest.clicked.connect(self.longest_wanted)
        self.shortest.clicked.connect(self.shortest_wanted)
        self.set_range(None)

    def show_text(self, rendered: Rendered) -> None:
        """Show one member's text with its size."""
        raise NotImplementedError

    def show_nothing(self, rendered: Rendered) -> None:
        """Show what there is while no text is written; where more than the text is previewed, the rest of it."""
        self.show_text(rendered)
        self.set_range(None)

    def set_member(self, facts: Mapping[str, str], *, others: bool) -> None:
        """Name the member shown; an invented one without facts. `others` says that there are more."""
        name = facts.get("nick") or facts.get("name") or self.tr("A member")
        self.member.setText(name if facts else self.tr("Nobody yet"))
        self._back.setEnabled(others)
        self._next.setEnabled(others)

    def set_range(self, size: Size | None) -> None:
        """Offer the way to the longest and the shortest text; None where nobody gets one."""
        self.longest.setVisible(size is not None)
        self.shortest.setVisible(size is not None)
        if size is not None:
            self.longest.setText(self.tr("Longest: {units}").format(units=number(size.longest)))
            self.shortest.setText(self.tr("Shortest: {units}").format(units=number(size.shortest)))

    def say_unfilled(self, names: Sequence[str]) -> None:
        """Say which variables have nothing to stand there."""
        if not names:
            self.unfilled.hide()
            return
        listed = self.tr(", ").join(variable_label(name) for name in names)
        self.unfilled.say(
            self.tr("Not known here: {variables}. The text cannot be sent until it has a fallback.").format(
                variables=listed
            ),
            "bad",
        )

    def add_member_tools(self) -> None:
        """Put the way to other members into the title's line."""
        for tool in (self._back, self.member, self._next):
            self.add_tool(tool)

    def ends(self) -> QHBoxLayout:
        """A line with the ways to the longest and the shortest text."""
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.longest)
        line.addWidget(self.shortest)
        line.addStretch(1)
        return line

    def _step_back(self) -> None:
        self.stepped.emit(-1)

    def _step_on(self) -> None:
        self.stepped.emit(1)
