"""The text as a member would receive it, member by member."""

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
from desktop.widgets.phone_frame import WIDTH, PhoneFrame
from desktop.widgets.search_field import SearchField
from local_db.templates.render import Rendered

_PADDING = 16
_PHONE_HEIGHT = 440


class PreviewCard(Card):
    """A phone with the rendered text, and the way to other members.

    Signals:
        stepped(int): go to the next (1) or previous (-1) member.
        longest_wanted(), shortest_wanted(): go to the member with that text.
    """

    stepped = Signal(int)
    longest_wanted = Signal()
    shortest_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(sunken=True, parent=parent)
        self.setFixedWidth(WIDTH + 4 * _PADDING)
        self.set_title(self.tr("Preview"))
        self.member = ElidedLabel("", "muted")
        self.member.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.member.setFixedWidth(112)
        self._back = IconButton("chevron-left", self.tr("Previous member"), kind="quiet", size=26)
        self._next = IconButton("chevron-right", self.tr("Next member"), kind="quiet", size=26)
        self._back.clicked.connect(self._step_back)
        self._next.clicked.connect(self._step_on)
        for tool in (self._back, self.member, self._next):
            self.add_tool(tool)
        self.search = SearchField(self.tr("Find by nick, name or phone"), pause_ms=300)
        self.nobody = Label(self.tr("Nobody of this audience"), "small", tone="warn")
        self.nobody.hide()
        self.add(self.search)
        self.add(self.nobody)
        self.phone = PhoneFrame(height=_PHONE_HEIGHT)
        self.phone.setMaximumHeight(_PHONE_HEIGHT)
        self.body.addWidget(self.phone, 1000, Qt.AlignmentFlag.AlignHCenter)
        self.unfilled = InlineNotice("", "bad")
        self.unfilled.hide()
        self.add(self.unfilled)
        self.longest = Button("", kind="ghost", dense=True)
        self.shortest = Button("", kind="ghost", dense=True)
        self.longest.clicked.connect(self.longest_wanted)
        self.shortest.clicked.connect(self.shortest_wanted)
        self.add_layout(self._ends())
        self.body.addStretch(1)
        self.set_range(None)

    def show_nothing(self) -> None:
        """Show that nothing is written yet."""
        self.phone.set_message(self.tr("SMS · now"), [], self.tr("What you write appears here."))
        self._say_unfilled(())
        self.set_range(None)

    def show_text(self, rendered: Rendered) -> None:
        """Show one member's text with its size; what is unfilled stands out."""
        parts = self.tr("1 part") if rendered.parts == 1 else self.tr("{parts} parts").format(parts=rendered.parts)
        footer = self.tr("{units} characters · {parts}").format(units=number(rendered.units), parts=parts)
        text, wrong = rendered.text, [f"{{{variable_label(name)}}}" for name in rendered.unfilled]
        for name, shown in zip(rendered.unfilled, wrong, strict=True):
            text = text.replace(f"{{{name}}}", shown)
        self.phone.set_message(self.tr("SMS · now"), [text], footer, wrong=wrong)
        self._say_unfilled(rendered.unfilled)

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

    def _say_unfilled(self, names: Sequence[str]) -> None:
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

    def _ends(self) -> QHBoxLayout:
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
