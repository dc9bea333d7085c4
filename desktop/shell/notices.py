"""Short notices in the window's corner, with an action such as Undo; kept until there is a window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.shell.free_place import free_place, pressed_in
from desktop.widgets.button import Button, IconButton
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.inline_notice import ICONS
from desktop.widgets.label import Label

Tone = Literal["info", "good", "warn", "bad"]

SECONDS = 6.0
AT_MOST = 4
_WIDTH = 380
_MARGIN = 24
_LOOK_MS = 300


class Notice(NamedTuple):
    """A sentence, its tone, and what may be done about it; stays until closed when `seconds` is 0."""

    text: str
    tone: Tone = "info"
    action_text: str = ""
    action: Callable[[], None] | None = None
    seconds: float = SECONDS


class Notices(QObject):
    """Where every part of the window says something that has happened.

    Signals:
        shown(Notice): a notice was given; for tests and logs of the window.
    """

    shown = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layer: NoticeLayer | None = None
        self._waiting: list[Notice] = []

    def show(
        self,
        text: str,
        tone: Tone = "info",
        *,
        action_text: str = "",
        action: Callable[[], None] | None = None,
        seconds: float | None = None,
    ) -> Notice:
        """Show a notice; failures stay until closed, others go after a few seconds."""
        lasting = 0.0 if tone == "bad" else SECONDS
        notice = Notice(text, tone, action_text, action, lasting if seconds is None else seconds)
        if self._layer is None:
            self._waiting.append(notice)
        else:
            self._layer.add(notice)
        self.shown.emit(notice)
        return notice

    def act(self, notice: Notice) -> bool:
        """Take a notice's action as if its button was pressed; False when it is not in sight any more."""
        toasts = self._layer.toasts() if self._layer is not None else []
        for toast in toasts:
            if toast.notice is notice:
                toast.act()
                return True
        return False

    def attach(self, layer: NoticeLayer | None) -> None:
        """Show notices on this layer from now on, beginning with those that were waiting."""
        self._layer = layer
        if layer is not None:
            waiting, self._waiting = self._waiting, []
            for notice in waiting:
                layer.add(notice)


class NoticeLayer(QWidget):
    """The stack of notices in a window's lower right corner, or as near to it as it covers nothing that is pressed."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._over: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._watch = QTimer(self)  # pages change under a notice without a word to it
        self._watch.setInterval(_LOOK_MS)
        self._watch.timeout.connect(self._make_way)
        self.hide()
        host.installEventFilter(self)

    def stay_over(self, part: QWidget) -> None:
        """Lie over a part of the window only, the page and not half of the navigation."""
        self._over = part

    def add(self, notice: Notice) -> None:
        """Put a notice on the stack instead of one that says the same; the oldest goes when there are too many."""
        for other in self.toasts():
            if other.notice.text == notice.text and notice.action is None:
                self._drop(other)
        toast = Toast(notice, self)
        toast.closed.connect(self._remove)
        self._column.addWidget(toast)
        toast.begin()
        while self._column.count() > AT_MOST:
            self._drop(self.toasts()[0])
        self._place()

    def toasts(self) -> list[Toast]:
        """The notices in sight, oldest first."""
        widgets = [item.widget() for i in range(self._column.count()) if (item := self._column.itemAt(i)) is not None]
        return [widget for widget in widgets if isinstance(widget, Toast)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        """Grow and shrink with the notices."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return handled

    def _remove(self) -> None:
        toast = self.sender()
        if isinstance(toast, Toast):
            self._drop(toast)
            self._place()

    def _drop(self, toast: Toast) -> None:
        self._column.removeWidget(toast)
        toast.hide()
        toast.deleteLater()

    def _place(self) -> None:
        host = self.parentWidget()
        if host is None or not self._column.count():
            self._watch.stop()
            self.hide()
            return
        over = self._over or host
        room = QRect(over.mapTo(host, QPoint(0, 0)), over.size()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        width = min(_WIDTH, room.width())
        size = QSize(width, self._column.totalHeightForWidth(width))
        self.setGeometry(free_place(size, room, pressed_in(host, self)))
        self._watch.start()
        self.show()
        self.raise_()

    def _make_way(self) -> None:
        """Go elsewhere where something to press has come under the notices; nobody's notice moves without need."""
        host = self.parentWidget()
        if host is not None and any(self.geometry().intersects(one) for one in pressed_in(host, self)):
            self._place()


class Toast(QFrame):
    """One notice: icon, sentence, action, close; the pointer over it stops the clock.

    Signals:
        closed: its time is over, it was closed, or its action was taken.
    """

    closed = Signal()

    def __init__(self, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(notice.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 8, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel(*ICONS[notice.tone]))
        row.addWidget(Label(notice.text, wrap=True), 1)
        if notice.action is not None:
            button = Button(notice.action_text, kind="link", dense=True)
            button.clicked.connect(self.act)
            row.addWidget(button)
        close = IconButton("close", self.tr("Close notice"), size=24)
        close.clicked.connect(self.closed)
        row.addWidget(close)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.closed)

    def begin(self) -> None:
        """Show it, read it out, and start the clock."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 7 ms the start can do without

        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.notice.text))
        self._restart()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc on one of its buttons closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the pointer is over it."""
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        self._restart()
        super().leaveEvent(event)

    def _restart(self) -> None:
        if self.notice.seconds > 0:
            self._clock.start(int(self.notice.seconds * 1000))

    def act(self) -> None:
        """Do what the notice offers, and close it."""
        action = self.notice.action
        self.closed.emit()
        if action is not None:
            action()
