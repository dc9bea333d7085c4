"""Where an answer leads: the step's title, and a list to choose another one from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.segments.builder.choice_list import ChoiceList
from desktop.segments.options import Option
from desktop.widgets.chip import Chip
from desktop.widgets.label import restyle
from desktop.widgets.popover import Popover

NEW_STEP = "+"  # no key is written so
_NOWHERE = ""
_LEAST = 80


class TargetChip(Chip):
    """Opens a list of the steps, found by typing, pinyin too.

    Signals:
        chosen(str): a step's key, NEW_STEP, or nothing for nowhere.
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Callable[[], Sequence[Option]],
        host: QWidget,
        *,
        fixed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`fixed`: it always is a step there is, neither nowhere nor a new one."""
        super().__init__(arrow=True, parent=parent)
        self._options = options
        self._host = host
        self._fixed = fixed
        self._key = ""
        self.let_shrink(_LEAST)
        self.clicked.connect(self.open_list)

    def show_target(self, key: str, title: str | None, name: str) -> None:
        """Show where it leads; a title of None: to no step. `name` says of what, for a screen reader."""
        self._key = key
        words = title if title is not None else self.tr("nowhere yet") if not key else self.tr("a step that is gone")
        self.setText(words if self._fixed else f"→ {words}")
        self.setAccessibleName(f"{name}: {words}")
        tone = "" if title is not None else "muted"
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)

    def open_list(self) -> Popover:
        """Offer the steps."""
        popover = Popover(self.tr("Leads to") if not self._fixed else "", width=300)
        extra = [] if self._fixed else [Option(NEW_STEP, self.tr("A new step")), Option(_NOWHERE, self.tr("Nowhere"))]
        choices = ChoiceList(
            [*self._options(), *extra],
            [self._key] if self._key else [],
            placeholder=self.tr("Find a step"),
            ticks=False,
        )
        choices.activated.connect(self.chosen)
        choices.activated.connect(popover.close_popover)
        popover.add(choices)
        popover.open_below(self, self._host)
        choices.setFocus()
        return popover
