"""The longest and the shortest text of an audience, on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.amounts import number
from desktop.widgets.card import Card
from desktop.widgets.phone_frame import WIDTH, PhoneFrame
from desktop.widgets.segmented_control import SegmentedControl

if TYPE_CHECKING:
    from local_db.campaigns.model import Message
    from local_db.campaigns.plan import Plan

_LONGEST, _SHORTEST = "longest", "shortest"
_PADDING = 16
_PHONE_HEIGHT = 440


class EndsCard(Card):
    """A phone with one of the two ends of a plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(sunken=True, parent=parent)
        self.setFixedWidth(WIDTH + 4 * _PADDING)
        self.set_title(self.tr("Preview"))
        self.which = SegmentedControl(
            ((_LONGEST, self.tr("Longest")), (_SHORTEST, self.tr("Shortest"))), name=self.tr("Which text")
        )
        self.which.chosen.connect(self._show)
        self.add_tool(self.which)
        self.phone = PhoneFrame(height=_PHONE_HEIGHT)
        self.phone.setMaximumHeight(_PHONE_HEIGHT)
        self.body.addWidget(self.phone, 1000, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(1)
        self._plan: Plan | None = None
        self._show()

    def show_plan(self, plan: Plan | None) -> None:
        """Show the ends of this plan, nothing without one."""
        self._plan = plan
        self._show()

    def message(self) -> Message | None:
        """The text in sight."""
        if self._plan is None:
            return None
        return self._plan.longest if self.which.current == _LONGEST else self._plan.shortest

    def _show(self, _key: str = "") -> None:
        message = self.message()
        if message is None or self._plan is None:
            self.phone.set_message("", [], self.tr("Nobody gets a text yet."))
            return
        parts = self.tr("1 part") if message.parts == 1 else self.tr("{parts} parts").format(parts=message.parts)
        footer = self.tr("{units} characters · {parts}").format(units=number(message.units), parts=parts)
        wrong = [f"{{{name}}}" for name in self._plan.unfilled]
        self.phone.set_message(self.tr("SMS · now"), [message.text], footer, wrong=wrong)
