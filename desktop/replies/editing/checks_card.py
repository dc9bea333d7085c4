"""Whether a reply may be said on each platform; the reasons stand below the wordings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop import amounts
from desktop.replies import words
from desktop.replies.editing import problem_words
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.label import Label
from desktop.widgets.status_tag import StatusTag
from local_db.replies.model import Reply, ReplyProblem


class ChecksCard(Card):
    """A tag per platform."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Rules of the platforms"))
        self._said = Label("", "small", wrap=True)
        self._box = QWidget()
        self._flow = FlowLayout(self._box, spacing=6, line_spacing=6)
        self.tags: dict[str, StatusTag] = {}
        self.add(self._box)
        self.add(self._said)

    def show_problems(self, reply: Reply, problems: Sequence[ReplyProblem]) -> None:
        """Say what the rules say of a reply."""
        clear_layout(self._flow)
        self.tags = {}
        blocked = any(one.blocks for one in problems)
        for code, count in problem_words.by_platform(reply, problems).items():
            name = words.platform(code)
            text = f"{name} {amounts.number(count)}" if count else f"{name} ✓"
            tag = StatusTag(text, "bad" if blocked else "warn" if count else "good")
            said = self.tr("{platform}: {count} to check") if count else self.tr("{platform}: nothing to mind")
            tag.setAccessibleName(said.format(platform=name, count=amounts.number(count)))
            self.tags[code] = tag
            self._flow.addWidget(tag)
        if blocked:
            self._said.setText(self.tr("Nothing can be filled in until what is marked red is fixed."))
        elif problems:
            self._said.setText(self.tr("It can be saved; what is underlined above may get the shop a warning."))
        else:
            self._said.setText(self.tr("Length, forbidden words and contact data: nothing to mind."))
        self._box.updateGeometry()
