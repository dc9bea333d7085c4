"""The window's language: translators from compiled files, switched live."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from desktop.translation import CHINESE, ENGLISH, RESOURCES, language_of_system

SYSTEM = "system"
CHOICES = (SYSTEM, CHINESE, ENGLISH)


def resolve(choice: str) -> str:
    """The language a choice means: itself, or what the system speaks."""
    return choice if choice in {CHINESE, ENGLISH} else language_of_system()


class LanguageSwitch(QObject):
    """The person's choice of language, followed live.

    Signals:
        changed: another language is in force; texts made from now on are in it.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._translators: list[QTranslator] = []
        self.choice = choice if choice in CHOICES else SYSTEM
        self.language = ENGLISH
        self._install(resolve(self.choice))

    def choose(self, choice: str) -> None:
        """Take `zh_CN`, `en` or `system` into force."""
        self.choice = choice if choice in CHOICES else SYSTEM
        wanted = resolve(self.choice)
        if wanted != self.language:
            self._install(wanted)
            self.changed.emit()

    def _install(self, language: str) -> None:
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators.clear()
        self.language = language
        QLocale.setDefault(QLocale("zh_CN" if language == CHINESE else "en_US"))
        if language == ENGLISH:
            return
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (("qtbase_zh_CN", qt_folder), ("regulars_zh_CN", str(RESOURCES / "i18n"))):
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._translators.append(translator)
