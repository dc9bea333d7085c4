"""Which take belongs to which wording, and what is kept of takes in the shop file."""

from __future__ import annotations

import struct
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.call_scripts import takes_actions, takes_sound, takes_store
from local_db.call_scripts.model import CallScript, Objection, Step
from local_db.call_scripts.spoken import seconds_of
from local_db.call_scripts.takes import RecordingState, Take, recordings, seconds_to_record, takes_by_text
from local_db.call_scripts.takes_sound import Span
from local_db.documents.actions import delete_document, purge_documents, save_document
from local_db.documents.model import Document, DocumentKind
from local_db.errors import DocumentError
from local_db.media.store import remove_unused
from local_db.shop_file import Shop
from local_db.values import epoch
from tests.new_shop import new_shop

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HELLO = "您好，我是喵屋的客服，请问现在方便吗？"
HELLO_MENDED = "您好，我是喵屋客服小喵，请问现在方便吗？"
OTHER = "打扰了，这边是喵屋。"


def take(said: str, number: int = 1, *, chosen: bool = False, step: str = "a") -> Take:
    return Take(1, step, said, number, 0, 1000, number, chosen, number)


def script(*says: str) -> CallScript:
    return CallScript("a", (Step("a", "", says),))


def test_a_take_belongs_to_the_wording_it_says_wherever_that_went() -> None:
    groups = takes_by_text((OTHER, HELLO), [take(HELLO, 1), take(OTHER, 2), take(HELLO, 3)])
    assert [[one.id for one in group] for group in groups] == [[2], [3, 1]]


def test_a_mended_wording_keeps_its_takes_and_says_that_it_has_changed() -> None:
    first, second = recordings(script(OTHER, HELLO_MENDED), [take(HELLO)])
    assert (first.state, second.state) == (RecordingState.MISSING, RecordingState.CHANGED)


@pytest.mark.parametrize(
    ("takes", "used", "state"),
    [
        ([], None, RecordingState.MISSING),
        ([take(HELLO, 1), take(HELLO, 2)], 2, RecordingState.RECORDED),
        ([take(HELLO, 1, chosen=True), take(HELLO, 2)], 1, RecordingState.RECORDED),
        ([take(HELLO, 1), take(HELLO_MENDED, 2)], 1, RecordingState.RECORDED),
        ([take(HELLO, 1), take(HELLO_MENDED, 2, chosen=True)], 2, RecordingState.CHANGED),
        ([take(HELLO, 1, step="gone")], None, RecordingState.MISSING),
    ],
)
def test_the_chosen_take_is_used_else_the_latest_of_the_text(
    takes: list[Take], used: int | None, state: RecordingState
) -> None:
    (recording,) = recordings(script(HELLO), takes)
    assert (recording.take.id if recording.take else None) == used
    assert recording.state is state


def test_what_says_nothing_needs_no_recording() -> None:
    assert [found.part.wording for found in recordings(script("", HELLO, "  "), [])] == [1]


@given(st.lists(st.text(max_size=6), max_size=4), st.lists(st.text(max_size=6), max_size=6))
def test_every_take_belongs_to_one_text(texts: list[str], said: list[str]) -> None:
    takes = [take(text, number) for number, text in enumerate(said)]
    groups = takes_by_text(texts, takes)
    assert len(groups) == len(texts)
    assert sorted(one.id for group in groups for one in group) == (list(range(len(said))) if texts else [])
    for text, group in zip(texts, groups, strict=True):
        assert all(one.said == text or one.said not in texts for one in group)


def test_a_mended_text_keeps_its_takes_among_others_like_it() -> None:
    texts = ("满199减20，拍下立减。", "满299减30，拍下立减。", "您好，请问方便吗？")
    said = [take("满199减20，拍下就减。", 1), take("满299减30，下单立减。", 2), take("您好，现在方便吗？", 3)]
    assert [[one.id for one in group] for group in takes_by_text(texts, said)] == [[1], [2], [3]]


def test_long_texts_and_many_takes_are_told_apart_in_no_time() -> None:
    long = 5_000 * "您好，看到您买过猫粮。"
    many = [f"{number}：这个价格是全年最低，错过再等一年。" for number in range(200)]
    said = [take(long + "好", 1), *(take(text + "真的", number) for number, text in enumerate(many, 2))]
    began = time.process_time()
    groups = takes_by_text((long, *many), said)
    assert time.process_time() - began < 5  # half a minute where every two texts are laid side by side
    assert [[one.id for one in group] for group in groups] == [[number] for number in range(1, 202)]


def test_takes_of_objections_follow_what_they_say() -> None:
    said = [take("有券", 1, step="objection:1"), take("明天到", 2, step="objection:2")]
    moved = CallScript("a", (Step("a", "", (HELLO,)),), (Objection("慢", "明天到"), Objection("贵", "有券")))
    assert [[one.id for one in found.takes] for found in recordings(moved, said)] == [[], [2], [1]]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with new_shop(tmp_path / "shop.regulars") as opened:
        yield opened


@pytest.fixture
def document(shop: Shop) -> int:
    return save_document(shop, Document(DocumentKind.CALL_SCRIPT, "回购", "{}"), now=NOW)[0].id


def sound(*samples: int) -> bytes:
    return struct.pack(f"<{len(samples)}h", *samples)


def test_a_recording_is_kept_as_a_wav_file_and_chosen(shop: Shop, document: int) -> None:
    data = sound(*range(1600))
    first, _ = takes_actions.add_take(shop, document, "a", HELLO, data, now=NOW)
    later = NOW + timedelta(seconds=5)
    second, _ = takes_actions.add_take(shop, document, "a", HELLO, data[:320], now=later, instead_of=[first.id])
    assert (first.from_ms, first.to_ms) == (0, 100)
    kept = takes_actions.list_takes(shop, document)
    assert [(one.id, one.chosen) for one in kept] == [(second.id, True), (first.id, False)]
    assert takes_actions.take_sound(shop, first) == data
    assert takes_actions.take_wav(shop, first) == takes_sound.wav(data)


def test_a_trimmed_take_gives_its_part_and_keeps_the_whole(shop: Shop, document: int) -> None:
    data = sound(*range(1600))
    added, _ = takes_actions.add_take(shop, document, "a", HELLO, data, now=NOW)
    trimmed, _ = takes_actions.trim_take(shop, added.id, Span(25, 75))
    assert trimmed.seconds == 0.05
    assert takes_actions.list_takes(shop, document) == (trimmed,)
    assert takes_actions.take_wav(shop, trimmed) == takes_sound.wav(sound(*range(400, 1200)))
    assert takes_actions.take_sound(shop, trimmed) == data


def test_another_take_can_be_chosen(shop: Shop, document: int) -> None:
    first, _ = takes_actions.add_take(shop, document, "a", HELLO, sound(1), now=NOW)
    second, _ = takes_actions.add_take(shop, document, "a", HELLO, sound(2), now=NOW, instead_of=[first.id])
    takes_actions.choose_take(shop, first.id, instead_of=[first.id, second.id])
    assert {one.id: one.chosen for one in takes_actions.list_takes(shop, document)} == {
        first.id: True,
        second.id: False,
    }


def test_a_deleted_take_comes_back_as_it_was_also_after_clearing(shop: Shop, document: int) -> None:
    added, _ = takes_actions.add_take(shop, document, "a", HELLO, sound(1, 2), now=NOW)
    trimmed, _ = takes_actions.trim_take(shop, added.id, Span(0, 0))
    later = NOW + timedelta(days=30)
    gone, _ = takes_actions.delete_take(shop, added.id, now=later)
    assert gone == trimmed
    assert takes_actions.list_takes(shop, document) == ()
    with shop.write() as connection:
        assert remove_unused(connection, (), epoch(later)) == 0
    for _ in range(2):  # undo twice is undo once
        takes_actions.restore_take(shop, gone, now=later)
    assert takes_actions.list_takes(shop, document) == (trimmed,)
    assert takes_actions.take_sound(shop, trimmed) == sound(1, 2)


def test_a_deleted_take_comes_back_also_after_another_was_recorded(shop: Shop, document: int) -> None:
    first, _ = takes_actions.add_take(shop, document, "a", HELLO, sound(1), now=NOW)
    takes_actions.delete_take(shop, first.id, now=NOW)
    second, _ = takes_actions.add_take(shop, document, "a", HELLO, sound(1), now=NOW + timedelta(seconds=5))
    assert second.id != first.id
    for _ in range(2):
        takes_actions.restore_take(shop, first, now=NOW)
    assert [take.recorded_at for take in takes_actions.list_takes(shop, document)] == [
        second.recorded_at,
        first.recorded_at,
    ]


def test_what_is_gone_says_so(shop: Shop, document: int) -> None:
    added, _ = takes_actions.add_take(shop, document, "a", HELLO, sound(1), now=NOW)
    takes_actions.delete_take(shop, added.id, now=NOW)
    with shop.write() as connection:
        assert remove_unused(connection, (), epoch(NOW) + 1) == 1
    for act in (
        lambda: takes_actions.delete_take(shop, added.id, now=NOW),
        lambda: takes_actions.trim_take(shop, added.id, Span(0, 1)),
        lambda: takes_actions.choose_take(shop, added.id, instead_of=[]),
        lambda: takes_actions.restore_take(shop, added, now=NOW),
        lambda: takes_actions.take_sound(shop, added),
    ):
        with pytest.raises(DocumentError, match="media_missing"):
            act()


def test_takes_go_with_their_script(shop: Shop, document: int) -> None:
    added, _ = takes_actions.add_take(shop, document, "a", HELLO, sound(1), now=NOW)
    delete_document(shop, document, now=NOW)
    assert takes_actions.list_takes(shop, document) == (added,)  # it can still come back
    purge_documents(shop, now=NOW + timedelta(days=2))
    with shop.read() as connection:
        assert takes_store.take(connection, added.id) is None
    with pytest.raises(DocumentError, match="document_missing"):
        takes_actions.add_take(shop, document, "a", HELLO, sound(1), now=NOW)
    with pytest.raises(DocumentError, match="document_missing"):
        takes_actions.restore_take(shop, added, now=NOW)


def test_what_differs_for_each_person_is_recorded_as_its_fallback() -> None:
    assert seconds_to_record("您好{nick|亲}", "zh") == seconds_of("您好亲", "zh")
    assert seconds_to_record("您好{nick}", "zh") == seconds_of("您好", "zh")
