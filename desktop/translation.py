"""Text in the person's language, with Qt where a window runs and without it on the command line.

English is the source. Where Qt is loaded its translators answer; otherwise the same translation file
is read as XML, so that commands never load Qt.
"""

from __future__ import annotations

import functools
import os
import sys
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
CHINESE = "zh_CN"
ENGLISH = "en"

_command_line_language = ENGLISH


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 - the name lupdate looks for
    """Mark a text for translation; it is translated when shown."""
    return text


def translate(context: str, text: str) -> str:
    """The text in the language in force, or itself."""
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        return str(core.QCoreApplication.translate(context, text))
    if _command_line_language == ENGLISH:
        return text
    return _chinese().get((context, text), text)


def use_language(language: str) -> None:
    """Choose the command line's language: `zh_CN` or `en`."""
    global _command_line_language  # noqa: PLW0603 - a process has one command line
    _command_line_language = language


def language_of_system() -> str:
    """`zh_CN` where the system speaks Chinese, else `en`."""
    for variable in ("REGULARS_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value and value not in {"C", "POSIX", "C.UTF-8"}:
            return CHINESE if value.lower().startswith("zh") else ENGLISH
    system: str = sys.platform
    if system == "linux":  # has no other place to say it
        return ENGLISH
    import locale

    name = (locale.getlocale()[0] or "").lower()
    return CHINESE if name.startswith(("zh", "chinese")) else ENGLISH


@functools.cache
def _chinese() -> dict[tuple[str, str], str]:
    from xml.etree import ElementTree as ET

    found = {}
    tree = ET.parse(RESOURCES / "i18n" / "regulars_zh_CN.ts")  # noqa: S314 - a file of our own
    for context in tree.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            found[name, message.findtext("source", "")] = message.findtext("translation", "")
    return {key: text for key, text in found.items() if text}
