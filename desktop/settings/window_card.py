"""Language and theme of the window, switched while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.shell import i18n, theme
from desktop.translation import CHINESE, ENGLISH
from desktop.widgets.card import Card
from desktop.widgets.form import Form
from desktop.widgets.segmented_control import SegmentedControl

if TYPE_CHECKING:
    from desktop.shell.context import PageContext

LABEL_WIDTH = 128


class WindowCard(Card):
    """Two choices that take effect at once and are remembered on this computer."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Window"))
        self._context = context
        self.language = SegmentedControl(
            [(i18n.SYSTEM, self.tr("System")), (CHINESE, "简体中文"), (ENGLISH, "English")], context.language.choice
        )
        self.theme = SegmentedControl(
            [(theme.SYSTEM, self.tr("System")), (theme.LIGHT, self.tr("Light")), (theme.DARK, self.tr("Dark"))],
            context.theme.choice,
        )
        self.language.chosen.connect(self._choose_language)
        self.theme.chosen.connect(self._choose_theme)
        form = Form(label_width=LABEL_WIDTH)
        form.add_row(self.tr("Language"), self.language)
        form.add_row(self.tr("Theme"), self.theme)
        self.add(form)

    def _choose_language(self, choice: str) -> None:
        self._context.settings.language = choice
        self._context.settings.save()
        self._context.language.choose(choice)

    def _choose_theme(self, choice: str) -> None:
        self._context.settings.theme = choice
        self._context.settings.save()
        self._context.theme.choose(choice)
