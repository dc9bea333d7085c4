"""The hotkey of the reply panel: which one, and whether the system gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.settings.hotkey_field import HotkeyField
from desktop.settings.window_card import LABEL_WIDTH
from desktop.shell.hotkey import switch, words
from desktop.shell.hotkey.combination import DEFAULT, Combination
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.form import Form

if TYPE_CHECKING:
    from desktop.shell.context import PageContext


class RepliesCard(Card):
    """Takes another combination at once, and says plainly where it belongs to somebody else."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Reply panel"))
        self._context = context
        self.field = HotkeyField(self.tr("Hotkey of the reply panel"))
        self.field.chosen.connect(self.choose)
        self.default_button = Button(self.tr("Use {keys}").format(keys=DEFAULT))
        self.default_button.clicked.connect(lambda: self.choose(DEFAULT))
        form = Form(label_width=LABEL_WIDTH)
        self.row = form.add_row(self.tr("Hotkey"), self.field)
        self.add(form)
        self.add(self.default_button)
        context.hotkey.changed.connect(self._show)
        self._show()

    def choose(self, combination: Combination | None) -> None:
        """Take a combination into force and remember it; one that is refused changes nothing."""
        trouble = self._context.hotkey.choose(combination)
        if trouble:
            self.row.set_error(words.trouble(trouble, str(combination)))
            return
        self._context.settings.set(switch.SETTING, self._context.hotkey.choice)
        self._context.settings.save()

    def _show(self) -> None:
        hotkey = self._context.hotkey
        self.field.show_combination(hotkey.combination)
        self.default_button.setVisible(hotkey.combination != DEFAULT)
        self.row.set_error(words.trouble(hotkey.trouble, hotkey.choice))
        if hotkey.combination is None:
            self.row.set_help(self.tr("Click here and press keys. Without any, “regulars --replies” calls the panel."))
        else:
            self.row.set_help(
                self.tr(
                    "Calls the panel from any program, and puts it away. To change them, click here and press others; "
                    "Backspace takes them away. No other keys are looked at."
                )
            )
