"""The head of the panel: who is answered, with three lines of facts, or a field to say who."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.replies.panel.buyer_facts import about, name_of
from desktop.widgets.button import Button, IconButton
from desktop.widgets.chip import ValueChip
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.fields import TextField
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.label import ElidedLabel, Label

if TYPE_CHECKING:
    from desktop.replies.panel.buyer import Buyer
    from local_db.replies.buyer import Candidate

MOST_CANDIDATES = 5
_CHIP_WIDTH = 170


class BuyerBar(QWidget):
    """One buyer, or nobody; it is also what the window is moved by.

    Signals:
        asked(str): something else was typed to find a buyer by.
        wanted(Candidate): somebody who may be meant was chosen.
        freed: no buyer is wanted any more.
        clipboard_wanted: the buyer is to be found by what is on the clipboard.
        left: the field was left by Esc, Enter or an arrow; the search comes next.
        collapse_wanted: the window is to become a strip.
        drag_begun: the window is to be moved.
    """

    asked = Signal(str)
    wanted = Signal(object)
    freed = Signal()
    clipboard_wanted = Signal()
    left = Signal()
    collapse_wanted = Signal()
    drag_begun = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._candidates: Sequence[Candidate] = ()
        self._chosen = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 11, 9, 10)
        column.setSpacing(4)
        column.addLayout(self._first_row())
        column.addLayout(self._facts())
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._list.setContentsMargins(0, 0, 6, 0)
        column.addLayout(self._list)
        self._said = Label("", "small", wrap=True)
        self._said.setVisible(False)
        column.addWidget(self._said)
        self.set_buyer(None)

    def _first_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._caption = Label(self.tr("Customer"), "small")
        self.chip = _BuyerChip()
        self.chip.clicked.connect(self.freed)
        self.summary = ElidedLabel("", "small")
        self.summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.field = _BuyerField("", self.tr("Nick, phone, order or tracking number"))
        self.field.setAccessibleName(self.tr("Customer to answer: nick, phone, order or tracking number"))
        self.field.textEdited.connect(self._typed)
        self.field.stepped.connect(self._step)
        self.field.entered.connect(self._enter)
        self.field.left.connect(self._leave)
        self.clipboard = Button(self.tr("Clipboard"), icon="copy", dense=True)
        self.clipboard.setToolTip(self.tr("Find the customer by what is on the clipboard (Ctrl+Shift+B)"))
        self.clipboard.setAccessibleName(self.tr("Customer from the clipboard"))
        self.clipboard.clicked.connect(self.clipboard_wanted)
        self.collapse = IconButton("minus", self.tr("Make it a strip (Ctrl+M)"), size=24)
        self.collapse.clicked.connect(self.collapse_wanted)
        for widget in (self._caption, self.chip, self.summary, self.field, self.clipboard, self.collapse):
            row.addWidget(widget, 1 if widget in {self.summary, self.field} else 0)
        return row

    def _facts(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.setContentsMargins(0, 0, 6, 0)
        self.last = ElidedLabel("", "small")
        self.parcel = Label("", "small")  # whole: of a long title enough is seen beside it
        self.notes = ElidedLabel("", "small")
        self.warning = ElidedLabel("", "small", tone="bad")
        self._warning_row = QWidget()
        warned = QHBoxLayout(self._warning_row)
        warned.setContentsMargins(0, 0, 0, 0)
        warned.setSpacing(6)
        warned.addWidget(IconLabel("warning", "bad", 13))
        warned.addWidget(self.warning, 1)
        ordered = QHBoxLayout()
        ordered.setSpacing(10)
        ordered.addWidget(self.last, 1)
        ordered.addWidget(self.parcel)
        column.addLayout(ordered)
        for widget in (self.notes, self._warning_row):
            column.addWidget(widget)
        return column

    def set_buyer(self, buyer: Buyer | None) -> None:
        """Show somebody, or the field."""
        bound = buyer is not None
        for widget in (self._caption, self.chip, self.summary):
            widget.setVisible(bound)
        self.field.setVisible(not bound)
        self.clipboard.setVisible(not bound)
        self.show_candidates((), "")
        self.field.clear()
        self.chip.set_name(buyer.name if buyer else "")
        for label, text in (
            (self.summary, buyer.summary if buyer else ""),
            (self.last, buyer.last if buyer else ""),
            (self.parcel, buyer.parcel if buyer else ""),
            (self.notes, buyer.notes if buyer else ""),
            (self.warning, buyer.warning if buyer else ""),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._warning_row.setVisible(bool(buyer and buyer.warning))

    def show_candidates(self, found: Sequence[Candidate], said: str) -> None:
        """Who may be meant, or a sentence about why nobody is shown."""
        had_focus = self.field.hasFocus()
        clear_layout(self._list)
        self._candidates, self._chosen = tuple(found[:MOST_CANDIDATES]), 0
        for place, candidate in enumerate(self._candidates):
            button = _CandidateButton(candidate)
            button.clicked.connect(partial(self._want, place))
            self._list.addWidget(button)
        self._mark()
        self._said.setText(said)
        self._said.setVisible(bool(said))
        if had_focus:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def offers(self) -> bool:
        """Whether somebody can be chosen."""
        return bool(self._candidates)

    def candidate_buttons(self) -> list[_CandidateButton]:
        """The choices in sight."""
        items = (self._list.itemAt(place) for place in range(self._list.count()))
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, _CandidateButton)]

    def begin(self, text: str = "") -> None:
        """Ask who is answered."""
        self.field.setVisible(True)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            self.field.setText(text)
            self._typed(text)
        self.field.selectAll()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The ground moves the window."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.drag_begun.emit()
        super().mousePressEvent(event)

    def _typed(self, text: str) -> None:
        self.asked.emit(text.strip())

    def _step(self, rows: int) -> None:
        if not self._candidates:
            if rows > 0:
                self.left.emit()
            return
        self._chosen = max(0, min(self._chosen + rows, len(self._candidates) - 1))
        self._mark()

    def take_chosen(self) -> bool:
        """Answer the chosen one of those who may be meant; False where there are none."""
        if not self._candidates:
            return False
        self._want(self._chosen)
        return True

    def _enter(self) -> None:
        if not self.take_chosen() and not self.field.text().strip():
            self.left.emit()

    def _leave(self) -> None:
        self.field.clear()
        self.show_candidates((), "")
        self.left.emit()

    def _want(self, place: int) -> None:
        self.wanted.emit(self._candidates[place])

    def _mark(self) -> None:
        for place, button in enumerate(self.candidate_buttons()):
            button.setChecked(place == self._chosen)


class _BuyerChip(ValueChip):
    """The buyer's name; pressing it lets them go."""

    def __init__(self) -> None:
        super().__init__("")
        self.let_shrink(60)
        self.setMaximumWidth(_CHIP_WIDTH)

    def set_name(self, name: str) -> None:
        """Show a name."""
        self.setText(f"{name}  ✕")
        self.setAccessibleName(self.tr("{name}: take another customer").format(name=name))
        self.setToolTip(self.tr("Take another customer (Ctrl+B)"))


class _CandidateButton(Button):
    """One who may be meant; the name is to the left, what tells them apart to the right."""

    def __init__(self, candidate: Candidate) -> None:
        super().__init__("", kind="ghost", dense=True)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("candidate", "true")
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)
        self.setAccessibleName(f"{name_of(candidate)}, {about(candidate)}")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        name, tells = ElidedLabel(name_of(candidate), "strong"), Label(about(candidate), "small")
        row.addWidget(name, 1)
        row.addWidget(tells)
        for label in (name, tells):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class _BuyerField(TextField):
    """What a buyer is found by.

    Signals:
        stepped(int): another candidate is meant, so many further down.
        entered: Enter.
        left: Esc.
    """

    stepped = Signal(int)
    entered = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose among those who may be meant."""
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
