"""Proposals below a text field."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.shell import theme
from desktop.widgets.fields import TextField
from desktop.widgets.suggestions import SuggestionList, Suggestions


def offered(suggestions: Suggestions, typed: str) -> list[str]:
    suggestions.setCompletionPrefix(typed)
    model = suggestions.completionModel()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_what_contains_the_typed_text_is_offered(qtbot: QtBot) -> None:
    field = TextField(name="zone")
    qtbot.addWidget(field)
    suggestions = Suggestions(field, ["Asia/Shanghai", "Asia/Tokyo", "Europe/Berlin"])
    assert field.completer() is suggestions
    assert offered(suggestions, "shang") == ["Asia/Shanghai"]
    suggestions.set_options(["上海"])
    assert offered(suggestions, "shang") == []
    assert offered(suggestions, "海") == ["上海"]


def test_where_a_word_starts_with_it_comes_first(qtbot: QtBot) -> None:
    field = TextField(name="zone")
    qtbot.addWidget(field)
    suggestions = Suggestions(field, ["Antarctica/Vostok", "Asia/Tokyo", "Tokelau"])
    assert offered(suggestions, "tok") == ["Tokelau", "Asia/Tokyo", "Antarctica/Vostok"]
    assert offered(suggestions, "vos") == ["Antarctica/Vostok"]


def test_the_list_has_a_ground_of_its_own(qtbot: QtBot, qapp: object) -> None:
    """A popup is a window: without a ground of its own it would be black on some systems."""
    theme.apply(qapp, "light")  # type: ignore[arg-type]
    field = TextField(name="zone")
    qtbot.addWidget(field)
    field.show()
    suggestions = Suggestions(field, ["one", "two"])
    suggestions.complete()
    popup = suggestions.popup()
    assert isinstance(popup, SuggestionList)
    shown = popup.grab().toImage()
    assert shown.pixelColor(shown.width() // 2, shown.height() - 4) == theme.colour("surface")
    popup.hide()
