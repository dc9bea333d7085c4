"""Which keys are for typing, and what the others do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.replies.panel.keys import Command, Deed, command_of

NONE, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.mark.parametrize("held", [CONTROL, ALT])
@pytest.mark.parametrize("number", range(1, 10))
def test_a_number_with_ctrl_or_alt_takes_its_reply(number: int, held: Qt.KeyboardModifier) -> None:
    assert command_of(Qt.Key.Key_0 + number, held, choosing=False) == Command(Deed.TAKE_NUMBERED, number)


@pytest.mark.parametrize("number", range(1, 10))
def test_a_digit_alone_is_typed_unless_an_arrow_has_begun_to_choose(number: int) -> None:
    assert command_of(Qt.Key.Key_0 + number, NONE, choosing=False) is None
    assert command_of(Qt.Key.Key_0 + number, NONE, choosing=True) == Command(Deed.TAKE_NUMBERED, number)


def test_zero_never_takes_anything() -> None:
    assert command_of(Qt.Key.Key_0, CONTROL, choosing=True) is None


@pytest.mark.parametrize(
    ("key", "held", "deed"),
    [
        (Qt.Key.Key_Return, NONE, Deed.TAKE),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, Deed.TAKE),
        (Qt.Key.Key_Return, CONTROL, Deed.EDIT),
        (Qt.Key.Key_Escape, NONE, Deed.PUT_AWAY),
        (Qt.Key.Key_B, CONTROL, Deed.FIND_BUYER),
    ],
)
def test_other_keys(key: Qt.Key, held: Qt.KeyboardModifier, deed: Deed) -> None:
    command = command_of(key, held, choosing=False)
    assert command is not None
    assert command.deed is deed


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Home])
def test_what_is_for_typing_is_left_alone(key: Qt.Key) -> None:
    assert command_of(key, NONE, choosing=True) is None
