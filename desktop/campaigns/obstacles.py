"""Why an audience cannot be frozen yet, said before anybody presses the button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import wording
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.inline_notice import InlineNotice

if TYPE_CHECKING:
    from local_db.campaigns.plan import Plan
    from local_db.errors import PrepareError

_AT_MOST = 3
_OF_THE_TEXT = frozenset({"template_problem", "unfilled_variable", "texts_too_long"})


class Obstacles(QWidget):
    """One notice per reason; hidden while there are none.

    Signals:
        edit_text(): the reason lies in the text, and the person wants to change it.
        new_text(): there is no text at all, and the person wants to write one.
    """

    edit_text = Signal()
    new_text = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._reasons: list[str] = []
        self.hide()

    def reason(self) -> str:
        """The first reason, or nothing."""
        return self._reasons[0] if self._reasons else ""

    def show_obstacles(self, plan: Plan | None, *, has_texts: bool) -> None:
        """Say what keeps this plan from being frozen."""
        clear_layout(self._column)
        self._reasons = []
        if not has_texts:
            self._add_missing_text()
        for refusal in plan.refusals[:_AT_MOST] if plan is not None else ():
            self._add(refusal)
        self.setVisible(bool(self._reasons))

    def _add_missing_text(self) -> None:
        text = self.tr("There is no text yet. Write one, then come back.")
        notice = InlineNotice(text, "info", self.tr("Write a text"))
        notice.action_triggered.connect(self.new_text)
        self._reasons.append(text)
        self._column.addWidget(notice)

    def _add(self, refusal: PrepareError) -> None:
        of_the_text = refusal.code in _OF_THE_TEXT
        text = wording.error(refusal)
        notice = InlineNotice(text, "bad", self.tr("Edit the text") if of_the_text else "")
        if of_the_text:
            notice.action_triggered.connect(self.edit_text)
        self._reasons.append(text)
        self._column.addWidget(notice)
