"""What this computer remembers about the window: theme, language, geometry, last shop. No shop data."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from desktop.settings_folder import settings_folder

_FILE = "window.ini"


def default_path() -> Path:
    """Where the file is kept for this user."""
    return settings_folder() / _FILE


class UiSettings:
    """A small INI file, read and written through QSettings."""

    def __init__(self, path: Path | None = None) -> None:
        self._store = QSettings(str(path or default_path()), QSettings.Format.IniFormat)

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    @property
    def theme(self) -> str:
        """`light`, `dark` or `system`."""
        return self._text("theme", "system")

    @theme.setter
    def theme(self, choice: str) -> None:
        self._store.setValue("theme", choice)

    @property
    def language(self) -> str:
        """`zh_CN`, `en` or `system`."""
        return self._text("language", "system")

    @language.setter
    def language(self, choice: str) -> None:
        self._store.setValue("language", choice)

    @property
    def last_shop(self) -> Path | None:
        """The shop file opened last."""
        text = self._text("last_shop", "")
        return Path(text) if text else None

    @last_shop.setter
    def last_shop(self, path: Path | None) -> None:
        self._store.setValue("last_shop", str(path or ""))

    @property
    def geometry(self) -> QByteArray | None:
        """The window's place and size as Qt saved it."""
        value = self._store.value("geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)

    @property
    def folder(self) -> Path:
        """Where the file stands; a person's own import profiles stand in a folder beside it."""
        return Path(self._store.fileName()).parent

    def get(self, key: str, default: str = "") -> str:
        """A page's own remembered text, such as a split's position; keys are `page/name`."""
        return self._text(key, default)

    def set(self, key: str, value: str) -> None:
        """Remember a text for `get`."""
        self._store.setValue(key, value)

    def save(self) -> None:
        """Write the file now."""
        self._store.sync()
