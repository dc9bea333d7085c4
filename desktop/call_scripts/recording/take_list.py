"""The takes of one wording: which is used, listening to each, deleting one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop import amounts
from desktop.call_scripts.recording import words
from desktop.shell import theme
from desktop.widgets import focus_ring
from desktop.widgets.button import IconButton
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.label import Label
from desktop.widgets.status_tag import StatusTag

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.call_scripts.takes import Recording, Take

_MARK = 16


class TakeList(QWidget):
    """A row per take, the latest first.

    Signals:
        chosen(int): the take of this id is to be used.
        played(int): it is to be heard, or no longer.
        deleted(int): it is to go.
    """

    chosen = Signal(int)
    played = Signal(int)
    deleted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._rows: dict[int, _TakeRow] = {}

    def show_takes(self, recording: Recording | None, zone: ZoneInfo, *, audible: bool) -> None:
        """Show the takes of a wording; without loudspeakers they cannot be heard."""
        had = next((take_id for take_id, row in self._rows.items() if row.mark.hasFocus()), None)
        clear_layout(self._column)
        self._rows = {}
        used = recording.take if recording is not None else None
        takes = recording.takes if recording is not None else ()
        for place, take in enumerate(takes):
            changed = recording is not None and take.said != recording.text
            row = _TakeRow(len(takes) - place, take, zone, used=take is used, changed=changed)
            row.mark.clicked.connect(partial(self._choose, take.id))
            row.play.clicked.connect(partial(self._play, take.id))
            row.delete.clicked.connect(partial(self._delete, take.id))
            row.play.setEnabled(audible)
            self._column.addWidget(row)
            self._rows[take.id] = row
        if had in self._rows:
            self._rows[had].mark.setFocus()

    def rows(self) -> tuple[_TakeRow, ...]:
        """The rows in sight, from the top."""
        return tuple(self._rows.values())

    def show_playing(self, take_id: int | None) -> None:
        """Offer to stop the take that is heard now."""
        for number, row in self._rows.items():
            row.show_playing(playing=number == take_id)

    def _choose(self, take_id: int) -> None:
        self.chosen.emit(take_id)

    def _play(self, take_id: int) -> None:
        self.played.emit(take_id)

    def _delete(self, take_id: int) -> None:
        self.deleted.emit(take_id)


class _TakeRow(QWidget):
    """One take."""

    def __init__(self, number: int, take: Take, zone: ZoneInfo, *, used: bool, changed: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = self.tr("Take {number}").format(number=number)
        self.mark = _Mark(name, checked=used)
        self.play = IconButton("play", self.tr("Listen to {take}").format(take=name))
        self.delete = IconButton("trash", self.tr("Delete {take}").format(take=name))
        self._name = name
        row.addWidget(self.mark)
        row.addWidget(Label(words.seconds(take.seconds), "strong"))
        row.addWidget(Label(amounts.minute(take.recorded_at, zone), "small"))
        if changed:
            tag = StatusTag(self.tr("of the text before"), "warn")
            tag.setToolTip(take.said)
            row.addWidget(tag)
        row.addStretch(1)
        row.addWidget(self.play)
        row.addWidget(self.delete)

    def show_playing(self, *, playing: bool) -> None:
        """Offer to stop instead of to play."""
        self.play.set_icon("stop" if playing else "play")
        said = self.tr("Stop") if playing else self.tr("Listen to {take}").format(take=self._name)
        self.play.set_name(said)


class _Mark(QAbstractButton):
    """A round mark: the take that is used has a dot."""

    def __init__(self, text: str, *, checked: bool) -> None:
        super().__init__()
        self._ring = False
        self.setText(text)
        self.setCheckable(True)
        self.setChecked(checked)
        self.setAccessibleName(text)
        self.setToolTip(self.tr("Use this take"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The mark and its words."""
        return QSize(_MARK + 14 + self.fontMetrics().horizontalAdvance(self.text()), 28)

    def nextCheckState(self) -> None:
        """The one that is used is not left without another one."""
        self.setChecked(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint mark, words and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(2 + _MARK / 2, self.height() / 2)
        on = self.isChecked()
        painter.setPen(QPen(theme.colour("accent" if on else "muted"), 1.4))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(centre, _MARK / 2 - 1, _MARK / 2 - 1)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(centre, 4, 4)
        painter.setPen(theme.colour("ink"))
        room = QRectF(_MARK + 8, 0, self.width() - _MARK - 8, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, 6)
