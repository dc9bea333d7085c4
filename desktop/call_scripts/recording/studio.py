"""One recording at a time: opens the microphone, counts down, records, and hands over what was said."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.audio.devices import SoundError
from desktop.audio.recorder import Reading, Recorder

if TYPE_CHECKING:
    from desktop.audio.recorder import Source
    from desktop.shell.background import Background

COUNT_FROM = 3
_METER_MS = 33


class StudioState(StrEnum):
    """What goes on."""

    RESTING = "resting"
    COUNTING = "counting"
    RECORDING = "recording"
    ENDING = "ending"


class Studio(QObject):
    """Opening and closing a microphone may take a moment: both happen in the background.

    Signals:
        changed(StudioState): another state.
        counted(int): the number to show before the recording, 0 when it begins.
        metered(Reading): how loud it is, about thirty times a second while the microphone is open.
        recorded(bytes): what was said.
        failed(str): the code of a SoundError, or `microphone_lost` when it was pulled out; what was said till then
            is handed over all the same.
    """

    changed = Signal(object)
    counted = Signal(int)
    metered = Signal(object)
    recorded = Signal(bytes)
    failed = Signal(str)

    def __init__(self, background: Background, *, count_ms: int = 1000, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._recorder: Recorder | None = None
        self.state = StudioState.RESTING
        self._is_open = False
        self._left = 0
        self._count = QTimer(self)
        self._count.setInterval(count_ms)
        self._count.timeout.connect(self._count_down)
        self._meter = QTimer(self)
        self._meter.setInterval(_METER_MS)
        self._meter.timeout.connect(self._read)

    def begin(self, source: Source) -> None:
        """Count down, then record from a source; nothing happens while another recording goes on."""
        if self.state is not StudioState.RESTING:
            return
        recorder = Recorder(source)
        self._recorder = recorder
        self._is_open = False
        self._left = COUNT_FROM
        self._enter(StudioState.COUNTING)
        self.counted.emit(self._left)
        self._count.start()
        self._background.run(recorder.open, self._opened, self._not_opened)

    def finish(self) -> None:
        """End the recording and hand it over; during the countdown nothing was said yet."""
        if self.state is StudioState.COUNTING:
            self.cancel()
        elif self.state is StudioState.RECORDING:
            self._end(self._finished)

    def give_up(self) -> Callable[[], bytes] | None:
        """End at once, without an answer to come; gives what ends the microphone and tells what was said, if anything.

        A window that is closed hears no answers any more.
        """
        recorder = self._recorder
        if self.state is not StudioState.RECORDING or recorder is None:
            self.cancel()
            return None
        self._meter.stop()
        self._recorder = None
        self._enter(StudioState.RESTING)
        return recorder.finish

    def cancel(self) -> None:
        """End without handing anything over."""
        if self.state in (StudioState.COUNTING, StudioState.RECORDING):
            self.counted.emit(0)
            self._end(self._thrown_away)

    def _end(self, then: Callable[[bytes], None]) -> None:
        self._count.stop()
        self._meter.stop()
        self._enter(StudioState.ENDING)
        recorder = self._recorder
        if recorder is not None and self._is_open:
            self._background.run(recorder.finish, then, self._not_opened)
        # else the answer of `open` is still to come, which then ends it

    def _opened(self, _nothing: None) -> None:
        self._is_open = True
        if self.state is StudioState.COUNTING:
            self._meter.start()
            self._begin_if_due()
        elif self._recorder is not None:
            self._background.run(self._recorder.finish, self._thrown_away, self._not_opened)

    def _not_opened(self, error: BaseException) -> None:
        self._count.stop()
        self._meter.stop()
        self._recorder = None
        self.counted.emit(0)
        self._enter(StudioState.RESTING)
        if not isinstance(error, SoundError):
            raise error
        self.failed.emit(error.code)

    def _count_down(self) -> None:
        self._left -= 1
        if self._left > 0:
            self.counted.emit(self._left)
        else:
            self._count.stop()
            self._begin_if_due()

    def _begin_if_due(self) -> None:
        """Once the countdown is over and the microphone is open, whichever comes later."""
        if self._left <= 0 and self._is_open and self._recorder is not None:
            self._recorder.begin()
            self.counted.emit(0)
            self._enter(StudioState.RECORDING)

    def _read(self) -> None:
        if self._recorder is None:
            return
        reading: Reading = self._recorder.reading()
        self.metered.emit(reading)
        if self.state is StudioState.RECORDING and (reading.is_full or reading.is_lost):
            self.finish()
            if reading.is_lost:
                self.failed.emit("microphone_lost")

    def _finished(self, data: bytes) -> None:
        self._recorder = None
        self._enter(StudioState.RESTING)
        self.recorded.emit(data)

    def _thrown_away(self, _data: bytes) -> None:
        self._recorder = None
        self._enter(StudioState.RESTING)

    def _enter(self, state: StudioState) -> None:
        self.state = state
        self.changed.emit(state)
