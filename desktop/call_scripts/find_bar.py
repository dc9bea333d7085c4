"""Finding words in the steps of a script, and writing others in their place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.button import Button, IconButton
from desktop.widgets.fields import TextField
from desktop.widgets.label import Label
from desktop.widgets.search_field import SearchField

_LEAST_WIDTH, _FIELD_WIDTH = 96, 190


class FindBar(QWidget):
    """A search field, the way from hit to hit, and, when wanted, a second line with a field for other words.

    Signals:
        query_changed(str): other words are looked for.
        hit_wanted(str): the step of that key should be shown.
        replacement_wanted(str, str): write the second words wherever the first are.
    """

    query_changed = Signal(str)
    hit_wanted = Signal(str)
    replacement_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[str, ...] = ()
        self._at = -1
        self.field = SearchField(self.tr("Find in the steps"), pause_ms=60)
        self.field.setMinimumWidth(_LEAST_WIDTH)
        self.field.setMaximumWidth(_FIELD_WIDTH)
        self.field.setToolTip(self.tr("Words or pinyin (Ctrl+F); Enter goes to the next step"))
        self.count = Label("", "small")
        self.back = IconButton("chevron-up", self.tr("Previous hit (Shift+Enter)"))
        self.on = IconButton("chevron-down", self.tr("Next hit (Enter)"))
        self.other = TextField("", self.tr("Write instead"), name=self.tr("Write instead"))
        self.other.setFixedWidth(_FIELD_WIDTH)
        self.second = QWidget()  # below the other tools, where there is room
        self.replace = Button(self.tr("Replace all"), dense=True)
        self.replaces = IconButton("edit", self.tr("Find and replace (Ctrl+H)"))
        self.replaces.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        for part in (self.replaces, self.count, self.back, self.on):
            row.addWidget(part)
        row.addStretch(0)
        below = QHBoxLayout(self.second)
        below.setContentsMargins(0, 4, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.other)
        below.addWidget(self.replace)
        below.addStretch(1)
        self.second.hide()
        self.field.query_changed.connect(self.query_changed)
        self.field.installEventFilter(self)
        self.back.clicked.connect(self._go_back)
        self.on.clicked.connect(self._go_on)
        self.replaces.toggled.connect(self.second.setVisible)
        self.replace.clicked.connect(self._replace)
        self.other.returnPressed.connect(self._replace)
        self.show_hits(())

    @property
    def hits(self) -> tuple[str, ...]:
        """The keys of the steps that were found."""
        return self._hits

    def begin(self, *, replacing: bool = False) -> None:
        """Take the keys."""
        self.replaces.setChecked(replacing or self.replaces.isChecked())
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_hits(self, keys: Sequence[str]) -> None:
        """Say how many steps were found."""
        before = self._hits[self._at] if 0 <= self._at < len(self._hits) else None
        self._hits = tuple(keys)
        self._at = self._hits.index(before) if before in self._hits else -1
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - only the field is watched
        """Go from hit to hit with Enter."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.field.flush()
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        return False

    def _go_back(self) -> None:
        self._go(-1)

    def _go_on(self) -> None:
        self._go(1)

    def _go(self, way: int) -> None:
        if self._hits:
            self._at = (self._at + way) % len(self._hits) if self._at >= 0 else (0 if way > 0 else len(self._hits) - 1)
            self._say()
            self.hit_wanted.emit(self._hits[self._at])

    def _say(self) -> None:
        searching = bool(self.field.query())
        some = searching and bool(self._hits)
        words = self.tr("{at} of {count}").format(at=max(1, self._at + 1), count=len(self._hits))
        self.count.setText((words if some else self.tr("nothing")) if searching else "")
        for part in (self.back, self.on):
            part.setVisible(some)
        self.replace.setEnabled(searching)

    def _replace(self) -> None:
        if self.field.query():
            self.replacement_wanted.emit(self.field.query(), self.other.text())
