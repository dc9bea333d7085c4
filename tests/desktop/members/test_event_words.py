"""A call on the timeline says how it ended, with which script, how long it took and what was noted."""

from __future__ import annotations

import pytest

from desktop.members.event_words import Told, told
from desktop.members.words import source
from local_db.call_scripts.model import OF_A_CALL, Outcome
from local_db.members.model import CallEvent


@pytest.mark.parametrize("outcome", Outcome)
def test_a_call_in_words(outcome: Outcome) -> None:
    said = told(CallEvent(0, "Repurchase", outcome.value, 95, "wants two", (("yes", ""),)))
    assert said.line
    assert (said.below, said.whole) == (("Repurchase · 1 min 35 s",), "wants two")
    assert said == Told(said.tag, said.tone, said.line, below=said.below, whole="wants two")


def test_a_call_whose_script_is_gone_names_none() -> None:
    assert told(CallEvent(0, "", "refused", 5)).below == ("0 min 5 s",)


def test_a_tag_of_a_call_is_not_said_to_come_from_a_file() -> None:
    assert source(f"{OF_A_CALL}3") == "answered in a call"
