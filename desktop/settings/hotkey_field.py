"""A field that takes the keys pressed in it as a combination. It knows of no keys but those."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.shell.hotkey.combination import KEYS, Combination, Modifier
from desktop.widgets.fields import TextField

# On a Mac Qt calls Command what others call Ctrl.
_MAC = sys.platform == "darwin"
_MODIFIERS = {
    Qt.KeyboardModifier.ControlModifier: Modifier.META if _MAC else Modifier.CTRL,
    Qt.KeyboardModifier.MetaModifier: Modifier.CTRL if _MAC else Modifier.META,
    Qt.KeyboardModifier.AltModifier: Modifier.ALT,
    Qt.KeyboardModifier.ShiftModifier: Modifier.SHIFT,
}
_KEYS = {getattr(Qt.Key, f"Key_{name}"): name for name in KEYS}
_LEAVING = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_EMPTYING = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class HotkeyField(TextField):
    """Shows a combination; another one is pressed while the field has the keyboard, Backspace takes it away.

    Signals:
        chosen(object): a Combination, or None.
    """

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self.setPlaceholderText(self.tr("none"))
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def show_combination(self, combination: Combination | None) -> None:
        """Show the one in force."""
        self.setText("" if combination is None else str(combination))

    def event(self, event: QEvent) -> bool:
        """Take keys that would otherwise be shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a whole combination; the modifiers alone are the beginning of one."""
        if event.key() in _LEAVING:
            super().keyPressEvent(event)
        elif event.key() in _EMPTYING:
            self.chosen.emit(None)
        elif event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            combination = pressed(event)
            if combination is not None:
                self.chosen.emit(combination)


def pressed(event: QKeyEvent) -> Combination | None:
    """The combination of a key event; None where it is none that a hotkey can be."""
    name = _KEYS.get(Qt.Key(event.key()))
    if name is None:
        return None
    held = Modifier.NONE
    for theirs, ours in _MODIFIERS.items():
        if theirs in event.modifiers():
            held |= ours
    return Combination.parse(str(Combination(held, name)))
