"""What the page shows while there are no replies: three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.widgets.button import Button
from desktop.widgets.empty_state import EmptyState


class FirstReplies(EmptyState):
    """The ready-made set as the first way, a file of another program as the second, a colleague's pack as the third.

    Signals:
        action_triggered: the ready-made set is wanted (from EmptyState).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("bolt", "", parent=parent)
        self.set_texts(
            self.tr("No replies yet"),
            self.tr(
                "Begin with a ready-made set for shops, with what another program holds, or with a colleague's file."
            ),
            self.tr("Ready-made replies"),
        )
        self.bring_in = Button(self.tr("Import a file"), kind="link")
        self.join = Button(self.tr("Share with other PCs…"), kind="link")
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            for way in (self.bring_in, self.join):
                column.insertWidget(column.count() - 1, way, 0, Qt.AlignmentFlag.AlignHCenter)
