"""The recording kit: from a source that plays a known tone, over a real shop file."""

from __future__ import annotations

import math
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import miniaudio
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.audio.devices import Device, Devices, SoundError
from desktop.audio.player import Player
from desktop.audio.recorder import SILENT_AFTER_S, Microphone
from desktop.audio.sound import Sound
from desktop.call_scripts.recording.recording_view import RecordingView
from desktop.call_scripts.recording.studio import StudioState
from local_db.call_scripts import takes_actions, takes_sound
from local_db.call_scripts.model import Answer, AnswerKind, CallScript, Outcome, Step
from local_db.call_scripts.takes import RecordingState
from local_db.call_scripts.takes_sound import RATE, Span
from local_db.documents.actions import save_document
from local_db.documents.model import Document, DocumentKind
from tests.desktop.stage import Stage

NULL = (miniaudio.Backend.NULL,)
HELLO = "您好，我是{shop_name|喵屋}的客服，请问现在方便吗？"
SCRIPT = CallScript(
    "open",
    (
        Step("open", "开场", (HELLO, "打扰您了，我是喵屋的。"), (Answer(AnswerKind.YES, "bye"),)),
        Step("bye", "道别", ("谢谢，再见。",), outcome=Outcome.AGREED),
    ),
)


def tone(seconds: float, loudness: float = 0.5) -> bytes:
    count = round(seconds * RATE)
    return struct.pack(
        f"<{count}h", *(round(loudness * 32767 * math.sin(2 * math.pi * 440 * i / RATE)) for i in range(count))
    )


@dataclass
class TestSource:
    """Hands over what a test says it hears."""

    __test__ = False
    heard: Callable[[bytes], None] | None = None
    refused: bool = False
    opened: int = 0

    def open(self, take: Callable[[bytes], None]) -> None:
        self.opened += 1
        if self.refused:
            raise SoundError("microphone_failed")
        self.heard = take

    def close(self) -> None:
        self.heard = None

    def hear(self, data: bytes) -> None:
        assert self.heard is not None
        self.heard(data)


@dataclass
class Kit:
    """The view, and what it hears."""

    stage: Stage
    view: RecordingView
    source: TestSource
    document_id: int
    asked: list[str] = field(default_factory=list)

    @property
    def states(self) -> list[RecordingState]:
        return [one.state for one in self.view.model.rows]

    def start(self, qtbot: QtBot) -> None:
        qtbot.keyClick(self.view.studio_card.record, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: self.view.studio.state is StudioState.RECORDING)

    def record(self, qtbot: QtBot, data: bytes) -> None:
        self.start(qtbot)
        self.source.hear(data)
        qtbot.keyClick(self.view.studio_card.record, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: self.view.studio.state is StudioState.RESTING)
        self.stage.settle()


@pytest.fixture
def kit(stage: Stage, qtbot: QtBot) -> Kit:
    source = TestSource()
    devices = Devices((Device("Desk"), Device("Headset")), (Device("Speaker"),))
    asked: list[str] = []

    def microphone(device: Device) -> TestSource:
        asked.append(device.name)
        return source

    view = RecordingView(stage.context, Sound(lambda: devices, microphone, Player(NULL)), count_ms=5)
    qtbot.addWidget(view)
    document, _ = save_document(stage.shop, Document(DocumentKind.CALL_SCRIPT, "回购", "{}"), now=datetime.now(UTC))
    view.resize(1000, 700)
    view.show()
    view.show_script(SCRIPT, document.id)
    stage.settle()
    return Kit(stage, view, source, document.id, asked)


def test_every_wording_is_listed_and_not_recorded_at_first(kit: Kit) -> None:
    table = kit.view.model
    assert [table.text(row, 0) for row in table.rows] == ["开场 (1)", "开场 (2)", "道别"]
    assert kit.states == [RecordingState.MISSING] * 3
    assert "0 of 3" in kit.view.progress.text()


def test_space_counts_down_records_and_stops(kit: Kit, qtbot: QtBot) -> None:
    numbers: list[int] = []
    kit.view.studio.counted.connect(numbers.append)
    data = tone(1.0)
    kit.record(qtbot, data)
    assert numbers == [3, 2, 1, 0]
    (take,) = takes_actions.list_takes(kit.stage.shop, kit.document_id)
    assert (take.step, take.said, take.chosen, take.to_ms) == ("open", HELLO, True, 1000)
    assert takes_actions.take_wav(kit.stage.shop, take) == takes_sound.wav(data)
    assert kit.states[0] is RecordingState.RECORDED
    assert "1 of 3" in kit.view.progress.text()
    assert kit.source.heard is None  # the microphone is closed


def test_space_in_the_list_records_too(kit: Kit, qtbot: QtBot) -> None:
    kit.view.table.selectRow(2)
    qtbot.keyClick(kit.view.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: kit.view.studio.state is StudioState.RECORDING)
    assert not kit.view.table.isEnabled()
    kit.source.hear(tone(0.2))
    kit.view.studio_card.record.click()
    qtbot.waitUntil(lambda: kit.view.studio.state is StudioState.RESTING)
    kit.stage.settle()
    assert [take.step for take in takes_actions.list_takes(kit.stage.shop, kit.document_id)] == ["bye"]


def test_the_meter_shows_the_level_and_says_when_it_is_too_loud(kit: Kit, qtbot: QtBot) -> None:
    kit.start(qtbot)
    meter = kit.view.studio_card.meter
    kit.source.hear(struct.pack("<2h", 0, 16384))  # −6.02 dB
    qtbot.waitUntil(lambda: meter.shown > 0.85)
    assert abs(meter.held - (1 - 6.0206 / 60)) < 0.001
    assert not meter.is_too_loud
    kit.source.hear(struct.pack("<h", -32768))
    qtbot.waitUntil(lambda: meter.is_too_loud)
    assert meter.accessibleDescription() == "Too loud"
    kit.view.studio.cancel()
    kit.stage.settle()
    assert meter.shown == 0


@pytest.mark.parametrize("when", [StudioState.COUNTING, StudioState.RECORDING])
def test_escape_throws_the_recording_away(kit: Kit, qtbot: QtBot, when: StudioState) -> None:
    if when is StudioState.COUNTING:
        kit.view.studio._count.setInterval(60_000)
    qtbot.keyClick(kit.view.studio_card.record, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: kit.view.studio.state is when and kit.source.heard is not None)
    kit.source.hear(tone(0.1))
    qtbot.keyClick(kit.view.studio_card.record, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: kit.view.studio.state is StudioState.RESTING)
    kit.stage.settle()
    assert takes_actions.list_takes(kit.stage.shop, kit.document_id) == ()
    assert kit.source.heard is None


def test_leaving_the_view_keeps_what_was_said(kit: Kit, qtbot: QtBot) -> None:
    kit.start(qtbot)
    kit.source.hear(tone(0.3))
    kit.view.hide()
    qtbot.waitUntil(lambda: kit.view.studio.state is StudioState.RESTING)
    kit.stage.settle()
    assert [take.to_ms for take in takes_actions.list_takes(kit.stage.shop, kit.document_id)] == [300]


def test_closing_the_window_keeps_what_was_said(kit: Kit, qtbot: QtBot) -> None:
    kit.start(qtbot)
    kit.source.hear(tone(0.3))
    kit.view.close()
    kit.stage.context.background.close()  # as at the end of the program: no answer comes any more
    assert [take.to_ms for take in takes_actions.list_takes(kit.stage.shop, kit.document_id)] == [300]
    assert kit.source.heard is None


def test_leaving_before_a_word_was_said_keeps_nothing(kit: Kit, qtbot: QtBot) -> None:
    kit.start(qtbot)
    kit.view.hide()
    kit.stage.settle()
    assert takes_actions.list_takes(kit.stage.shop, kit.document_id) == ()
    kit.view.show()
    kit.stage.settle()
    kit.record(qtbot, tone(0.2))  # and the next recording is as any other
    assert [take.to_ms for take in takes_actions.list_takes(kit.stage.shop, kit.document_id)] == [200]


def test_a_text_that_has_changed_since_is_said_so(kit: Kit, qtbot: QtBot) -> None:
    kit.record(qtbot, tone(0.5))
    changed = CallScript("open", (Step("open", "开场", (HELLO.replace("您好", "你好"),)), SCRIPT.steps[1]))
    kit.view.show_script(changed, kit.document_id)
    kit.stage.settle()
    assert kit.states == [RecordingState.CHANGED, RecordingState.MISSING]


def test_the_text_while_it_was_spoken_is_kept_where_the_script_changes_meanwhile(kit: Kit, qtbot: QtBot) -> None:
    kit.start(qtbot)
    kit.view.show_script(CallScript("open", (Step("open", "开场", ("另一句话。",)),)), kit.document_id)
    kit.source.hear(tone(0.2))
    kit.view.studio.finish()
    qtbot.waitUntil(lambda: kit.view.studio.state is StudioState.RESTING)
    kit.stage.settle()
    assert [take.said for take in takes_actions.list_takes(kit.stage.shop, kit.document_id)] == [HELLO]
    assert kit.states == [RecordingState.CHANGED]


def test_silence_is_offered_to_be_cut_and_the_whole_comes_back(kit: Kit, qtbot: QtBot) -> None:
    data = bytes(RATE * 2) + tone(1.0) + bytes(RATE * 2)
    kit.record(qtbot, data)
    card = kit.view.takes_card
    assert card.silence.isVisible()
    assert not card.whole.isVisible()
    card.silence.click()
    kit.stage.settle()
    (take,) = takes_actions.list_takes(kit.stage.shop, kit.document_id)
    assert (take.from_ms, take.to_ms) == (850, 2250)
    assert takes_actions.take_wav(kit.stage.shop, take) == takes_sound.wav(takes_sound.part(data, Span(850, 2250)))
    assert not card.silence.isVisible()
    card.whole.click()
    kit.stage.settle()
    (take,) = takes_actions.list_takes(kit.stage.shop, kit.document_id)
    assert (take.from_ms, take.to_ms) == (0, 3000)


def test_the_handles_are_moved_by_keys_and_by_the_mouse(kit: Kit, qtbot: QtBot) -> None:
    kit.record(qtbot, tone(2.0))
    waveform = kit.view.takes_card.waveform
    qtbot.keyClick(waveform.start_handle, Qt.Key.Key_Right)
    qtbot.keyClick(waveform.start_handle, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    waveform.flush()
    kit.stage.settle()
    (take,) = takes_actions.list_takes(kit.stage.shop, kit.document_id)
    assert (take.from_ms, take.to_ms) == (110, 2000)
    handle = waveform.end_handle
    middle = QPoint(handle.width() // 2, handle.height() // 2)
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(handle, middle - QPoint(waveform.width(), 0))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton)
    kit.stage.settle()
    (take,) = takes_actions.list_takes(kit.stage.shop, kit.document_id)
    assert (take.from_ms, take.to_ms) == (110, 210)  # never less than a tenth of a second


def test_a_handle_that_was_moved_is_not_forgotten_for_another_wording(kit: Kit, qtbot: QtBot) -> None:
    kit.record(qtbot, tone(1.0))
    qtbot.keyClick(kit.view.takes_card.waveform.end_handle, Qt.Key.Key_Left)
    kit.view.table.selectRow(1)
    kit.stage.settle()
    assert [take.to_ms for take in takes_actions.list_takes(kit.stage.shop, kit.document_id)] == [990]


def test_another_take_is_chosen_and_a_deleted_one_comes_back(kit: Kit, qtbot: QtBot) -> None:
    kit.record(qtbot, tone(0.4))
    kit.record(qtbot, tone(0.6))
    first, second = kit.view.takes_card.list.rows()
    assert (first.mark.isChecked(), second.mark.isChecked()) == (True, False)
    second.mark.click()
    kit.stage.settle()
    takes = takes_actions.list_takes(kit.stage.shop, kit.document_id)
    assert [(take.to_ms, take.chosen) for take in takes] == [(600, False), (400, True)]
    kit.view.takes_card.list.rows()[1].delete.click()
    kit.stage.settle()
    assert [take.to_ms for take in takes_actions.list_takes(kit.stage.shop, kit.document_id)] == [600]
    undo = kit.stage.notices.all[-1].action
    assert undo is not None
    undo()
    kit.stage.settle()
    assert takes_actions.list_takes(kit.stage.shop, kit.document_id) == takes
    assert len(kit.view.takes_card.list.rows()) == 2


def test_a_take_is_heard_and_stopped(kit: Kit, qtbot: QtBot) -> None:
    kit.record(qtbot, tone(0.3))
    kit.view.takes_card.play.click()
    assert kit.view.takes_card.play.text() == "Stop"
    qtbot.waitUntil(lambda: kit.view.takes_card.play.text() == "Listen")  # to its end
    kit.view.takes_card.list.rows()[0].play.click()
    assert kit.view.listening.take is not None
    kit.view.takes_card.list.rows()[0].play.click()
    assert kit.view.listening.take is None
    kit.stage.settle()


def test_a_take_is_heard_from_where_it_is_clicked(kit: Kit, qtbot: QtBot) -> None:
    kit.record(qtbot, tone(1.0))
    places: list[int] = []
    kit.view.listening.moved.connect(places.append)
    kit.view.takes_card.waveform.sought.emit(500)
    qtbot.waitUntil(lambda: kit.view.listening.take is None)
    assert places
    assert min(places) >= 500
    kit.stage.settle()


def test_the_chosen_microphone_is_remembered(kit: Kit, qtbot: QtBot) -> None:
    kit.record(qtbot, tone(0.1))
    kit.view.studio_card.microphone.set_value("Headset")
    kit.record(qtbot, tone(0.1))
    assert kit.asked == ["", "Headset"]
    assert kit.stage.context.settings.get("recording/microphone") == "Headset"


def test_a_microphone_that_cannot_be_opened_is_said_so_and_can_be_tried_again(kit: Kit, qtbot: QtBot) -> None:
    kit.source.refused = True
    kit.view.studio_card.record.click()
    qtbot.waitUntil(kit.view.studio_card.notice.isVisible)
    assert "cannot be used" in kit.view.studio_card.notice.text
    assert kit.view.studio.state is StudioState.RESTING
    kit.source.refused = False
    kit.record(qtbot, tone(0.1))
    assert not kit.view.studio_card.notice.isVisible()
    assert kit.states[0] is RecordingState.RECORDED


def test_a_microphone_that_is_pulled_out_loses_nothing(kit: Kit, qtbot: QtBot) -> None:
    kit.start(qtbot)
    kit.source.hear(tone(0.2))
    time.sleep(0.05)
    recorder = kit.view.studio._recorder
    assert recorder is not None
    recorder._heard_at -= SILENT_AFTER_S
    qtbot.waitUntil(kit.view.studio_card.notice.isVisible)
    assert "gave no sound" in kit.view.studio_card.notice.text
    qtbot.waitUntil(lambda: kit.view.studio.state is StudioState.RESTING)
    kit.stage.settle()
    assert [take.to_ms for take in takes_actions.list_takes(kit.stage.shop, kit.document_id)] == [200]


def test_the_arrows_go_to_another_wording(kit: Kit, qtbot: QtBot) -> None:
    record = kit.view.studio_card.record
    qtbot.keyClick(record, Qt.Key.Key_Down)
    qtbot.keyClick(record, Qt.Key.Key_Down)
    qtbot.keyClick(record, Qt.Key.Key_Down)
    assert kit.view.table.currentIndex().row() == 2
    assert kit.view.studio_card.prompter.text == "谢谢，再见。"
    qtbot.keyClick(record, Qt.Key.Key_Up)
    assert kit.view.table.currentIndex().row() == 1


def test_the_text_to_be_spoken_has_fallbacks_and_no_braces(kit: Kit) -> None:
    assert kit.view.studio_card.prompter.text == "您好，我是喵屋的客服，请问现在方便吗？"
    assert "Name of your shop" in kit.view.studio_card.about.text()


def silent(stage: Stage, qtbot: QtBot) -> RecordingView:
    view = RecordingView(stage.context, Sound(Devices, Microphone, Player(NULL)), count_ms=5)
    qtbot.addWidget(view)
    view.show()
    return view


def test_without_a_microphone_it_says_so_and_shows_what_there_is(stage: Stage, qtbot: QtBot) -> None:
    document, _ = save_document(stage.shop, Document(DocumentKind.CALL_SCRIPT, "回购", "{}"), now=datetime.now(UTC))
    takes_actions.add_take(stage.shop, document.id, "open", HELLO, tone(0.5), now=datetime.now(UTC))
    view = silent(stage, qtbot)
    view.show_script(SCRIPT, document.id)
    stage.settle()
    assert "no microphone" in view.studio_card.notice.text
    assert view.studio_card.notice.isVisible()
    assert not view.studio_card.record.isEnabled()
    assert not view.studio_card.microphone.isVisible()
    assert view.model.rows[0].state is RecordingState.RECORDED
    assert not view.takes_card.play.isVisible()
    view.takes_card.waveform.move_end("end", 300, at_once=True)
    stage.settle()
    assert takes_actions.list_takes(stage.shop, document.id)[0].to_ms == 300


def test_a_script_that_is_not_saved_cannot_be_recorded(stage: Stage, qtbot: QtBot) -> None:
    view = silent(stage, qtbot)
    view.show_script(SCRIPT, 0)
    stage.settle()
    assert view.unsaved.isVisible()
    assert len(view.model.rows) == 3


def test_a_script_without_words_has_nothing_to_record(stage: Stage, qtbot: QtBot) -> None:
    view = silent(stage, qtbot)
    view.show_script(CallScript("a", (Step("a", ""),)), 0)
    stage.settle()
    assert view.recording is None
    assert not view.studio_card.record.isEnabled()


def test_a_real_device_records_into_the_shop(stage: Stage, qtbot: QtBot) -> None:
    document, _ = save_document(stage.shop, Document(DocumentKind.CALL_SCRIPT, "回购", "{}"), now=datetime.now(UTC))
    devices = Devices((Device("Null"),))
    sound = Sound(lambda: devices, lambda _: Microphone(None, NULL), Player(NULL))
    view = RecordingView(stage.context, sound, count_ms=5)
    qtbot.addWidget(view)
    view.show()
    view.show_script(SCRIPT, document.id)
    stage.settle()
    view.studio_card.record.click()
    qtbot.waitUntil(lambda: view.studio.state is StudioState.RECORDING)
    qtbot.wait(250)
    view.studio_card.record.click()
    qtbot.waitUntil(lambda: view.studio.state is StudioState.RESTING)
    stage.settle()
    (take,) = takes_actions.list_takes(stage.shop, document.id)
    assert take.to_ms >= 150
    assert not any(takes_actions.take_sound(stage.shop, take))


def test_everything_has_a_name(kit: Kit, qtbot: QtBot) -> None:
    kit.record(qtbot, tone(0.1))
    nameless = [
        type(part).__name__
        for part in kit.view.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.isVisible()
        and not part.accessibleName()
        and not getattr(part, "text", str)()
    ]
    assert nameless == []
