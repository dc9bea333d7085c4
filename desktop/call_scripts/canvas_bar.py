"""The tools over the canvas."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.call_scripts.find_bar import FindBar
from desktop.widgets.button import Button, IconButton


class CanvasBar(QWidget):
    """Finding, a new step, tidying, thickness by calls, and how large things are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = FindBar()
        self.new = Button(self.tr("Step"), icon="plus", dense=True)
        self.new.setAccessibleName(self.tr("New step (N)"))
        self.new.setToolTip(self.tr("New step (N)"))
        self.tidy = IconButton("tidy", self.tr("Put the steps in order (Ctrl+L)"))
        self.heat = IconButton("chart", self.tr("Arrows as thick as their answers were given often"))
        self.heat.setCheckable(True)
        self.smaller = IconButton("minus", self.tr("Smaller (Ctrl+−)"))
        self.scale = Button("100%", kind="ghost", dense=True)
        self.scale.setAccessibleName(self.tr("Show in full size (Ctrl+0)"))
        self.scale.setToolTip(self.tr("Show in full size (Ctrl+0)"))
        self.scale.setFixedWidth(60)
        self.larger = IconButton("plus", self.tr("Larger (Ctrl++)"))
        self.fit = IconButton("fit", self.tr("Show all (F)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(0)
        row = QHBoxLayout()
        column.addLayout(row)
        column.addWidget(self.search.second)
        row.setSpacing(2)
        row.addWidget(self.search, 1)
        row.addSpacing(8)
        for part in (self.new, self.tidy, self.heat):
            row.addWidget(part)
        row.addSpacing(8)
        for part in (self.smaller, self.scale, self.larger, self.fit):
            row.addWidget(part)

    def show_scale(self, scale: float) -> None:
        """Say how large things are shown."""
        self.scale.setText(f"{scale:.0%}")
