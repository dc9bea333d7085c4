"""Fields for the variables of the chosen reply that nothing is known for; they are red until filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.fields import TextField, mark_wrong
from desktop.widgets.label import ElidedLabel
from desktop.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from desktop.replies.panel.words import PanelWords

_LABEL_WIDTH = 88
_MOST_HEIGHT = 214  # five lines; of more the replies above would be out of sight


class BlanksForm(ScrollArea):
    """One line for each variable; many are scrolled through.

    Signals:
        changed: something was typed.
        entered: Enter was pressed and nothing is missing.
        left: Esc; what was typed stays.
    """

    changed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, words: PanelWords, parent: QWidget | None = None) -> None:
        lines = QWidget()
        super().__init__(lines, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words = words
        self._grid = QGridLayout(lines)
        self._grid.setContentsMargins(15, 10, 15, 10)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._fields: dict[str, _Blank] = {}
        self.setVisible(False)

    @property
    def names(self) -> tuple[str, ...]:
        """The variables that are asked for."""
        return tuple(self._fields)

    @property
    def fields(self) -> list[QWidget]:
        """The fields from above to below."""
        return list(self._fields.values())

    def values(self) -> dict[str, str]:
        """What was typed, by the variable's name."""
        return {name: field.text() for name, field in self._fields.items()}

    def ask(self, names: Sequence[str], known: Mapping[str, str]) -> None:
        """Ask for these variables; `known` is what was typed in for them."""
        if tuple(names) == self.names:
            for name, field in self._fields.items():
                if field.text() != known.get(name, ""):
                    self._set(field, known.get(name, ""))
            return
        clear_layout(self._grid)
        self._fields = {}
        for row, name in enumerate(names):
            label = self._words.variable(name)
            caption = ElidedLabel(label, "muted")
            field = _Blank(known.get(name, ""), self.tr("Fill in {variable}").format(variable=label))
            field.textChanged.connect(partial(self._typed, field))
            field.entered.connect(self._entered)
            field.focused.connect(partial(self._scroll_to, field))
            field.left.connect(self.left)
            mark_wrong(field, wrong=not field.text().strip())
            self._grid.addWidget(caption, row, 0)
            self._grid.addWidget(field, row, 1)
            self._fields[name] = field
        self.setVisible(bool(names))
        self.updateGeometry()
        for field in self._fields.values():
            field.show()  # a layout would do it later, and a field takes the keyboard only when it is in sight

    def sizeHint(self) -> QSize:
        """As high as the lines, up to a limit."""
        return QSize(super().sizeHint().width(), min(self._grid.sizeHint().height(), _MOST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same: the list of replies gives way."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def first_empty(self) -> QWidget | None:
        """The first field that nothing stands in."""
        return next((field for field in self._fields.values() if not field.text().strip()), None)

    def step(self, *, forward: bool) -> bool:
        """Go to the next field, or the one before; False where that leads out of the form."""
        fields = self.fields
        place = next((number for number, field in enumerate(fields) if field.hasFocus()), -1)
        wanted = place + (1 if forward else -1)
        if place < 0 or not 0 <= wanted < len(fields):
            return False
        fields[wanted].setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def _scroll_to(self, field: QWidget) -> None:
        place = field.geometry()  # not ensureWidgetVisible: that is content with the cursor
        for y in (place.top(), place.bottom()):
            self.ensureVisible(place.left(), y, 0, self._grid.contentsMargins().bottom())

    def _set(self, field: TextField, text: str) -> None:
        blocked = QSignalBlocker(field)
        field.setText(text)
        blocked.unblock()
        mark_wrong(field, wrong=not text.strip())

    def _typed(self, field: TextField, text: str) -> None:
        mark_wrong(field, wrong=not text.strip())
        self.changed.emit()

    def _entered(self) -> None:
        empty = self.first_empty()
        if empty is None:
            self.entered.emit()
        else:
            empty.setFocus(Qt.FocusReason.TabFocusReason)


class _Blank(TextField):
    """A field for one variable.

    Signals:
        entered: Enter was pressed.
        left: Esc.
        focused: the keyboard is here.
    """

    entered = Signal()
    left = Signal()
    focused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into sight."""
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc goes back; other keys that are not for typing are the panel's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
