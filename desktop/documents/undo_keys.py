"""Ctrl+Z and its opposite for a whole document, wherever the focus is: fields would keep them for their own words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget


class UndoKeys(QObject):
    """Watches the keys that are pressed inside a widget."""

    def __init__(self, host: QWidget, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        super().__init__(host)
        self._host = host
        self._undo = undo
        self._redo = redo
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the two keys before the field that has the focus."""
        if event.type() not in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget) or not self._is_inside(watched):
            return False
        keys = QKeySequence.StandardKey
        undo, redo = event.matches(keys.Undo), event.matches(keys.Redo)
        if not undo and not redo:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            (self._undo if undo else self._redo)()
        return True

    def _is_inside(self, widget: QWidget) -> bool:
        return self._host.isVisible() and (widget is self._host or self._host.isAncestorOf(widget))
