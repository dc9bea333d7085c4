"""Speaking one wording: its text in large letters, the button that records, and how loud the microphone is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import wording
from desktop.audio.recorder import Reading
from desktop.call_scripts.recording import words
from desktop.call_scripts.recording.level_meter import LevelMeter
from desktop.call_scripts.recording.studio import StudioState
from desktop.call_scripts.recording.teleprompter import Teleprompter
from desktop.templates.variable_words import variable_label
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from desktop.widgets.select import Select
from local_db.call_scripts.takes import seconds_to_record
from local_db.templates.filling import fill

if TYPE_CHECKING:
    from desktop.audio.devices import Devices
    from local_db.call_scripts.takes import Recording

_MICROPHONE_WIDTH = 220


class RecordButton(Button):
    """Space and a press record or stop; the arrows go to the wording before or after, Esc throws away.

    Signals:
        stepped(int): −1 or 1.
        cancelled: Esc was pressed.
    """

    stepped = Signal(int)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__("", kind="primary", icon="mic")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the card."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif not event.isAutoRepeat():
            super().keyPressEvent(event)


class StudioCard(Card):
    """The upper part of the kit; it only shows, the view around it records.

    Signals:
        microphone_chosen(str): the name of another one.
        looked_again: the devices are to be asked for once more.
    """

    microphone_chosen = Signal(str)
    looked_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._estimate = 0.0
        self._state = StudioState.RESTING
        self.microphone = Select(name=self.tr("Microphone"))
        self.microphone.setMaximumWidth(_MICROPHONE_WIDTH)
        self.microphone.value_changed.connect(self._microphone_chosen)
        self.add_tool(self.microphone)
        self.prompter = Teleprompter()
        self.add(self.prompter, 1)
        self.about = Label("", "small", wrap=True)
        self.add(self.about)
        self.record = RecordButton()
        self.key = Label(self.tr("Space"), "small")
        self.time = Label("", "strong")
        self.meter = LevelMeter()
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self.record, self.key, self.time):
            row.addWidget(part)
        row.addWidget(self.meter, 1)
        self.add_layout(row)
        self.notice = InlineNotice()
        self.notice.hide()
        self.notice.action_triggered.connect(self.looked_again)
        self.add(self.notice)
        self.show_state(StudioState.RESTING)

    def show_recording(self, recording: Recording | None, language: str) -> None:
        """Show the text of a wording, with its fallbacks: what differs for each person cannot be recorded."""
        self.set_title("" if recording is None else words.title(recording))
        filled = fill("" if recording is None else recording.text, {})
        self._estimate = 0.0 if recording is None else seconds_to_record(recording.text, language)
        self.prompter.show_pieces(filled.pieces)
        self.prompter.set_progress(0)
        names = list(dict.fromkeys(piece.variable for piece in filled.pieces if piece.variable))
        self.about.setVisible(bool(names))
        if names:
            listed = wording.listed([variable_label(name) for name in names])
            text = self.tr("What differs for each person cannot be recorded: {names}. Say the words in colour instead.")
            self.about.setText(text.format(names=listed))
        self._show_time(0)

    def show_devices(self, devices: Devices, name: str) -> None:
        """Offer the microphones there are; where there is none, say so."""
        names = [device.name for device in devices.microphones]
        self.microphone.set_options([(self.tr("The system's own"), ""), *((one, one) for one in names)])
        self.microphone.blockSignals(True)  # noqa: FBT003 - Qt's parameter
        self.microphone.set_value(name)
        self.microphone.blockSignals(False)  # noqa: FBT003 - Qt's parameter
        self.microphone.setVisible(bool(names))
        if names:
            self.notice.hide()
        else:
            self.notice.say(words.fault("no_microphone"), "info", self.tr("Look again"))

    def say_fault(self, code: str) -> None:
        """Say why recording does not work."""
        self.notice.say(words.fault(code), "warn")

    def show_state(self, state: StudioState) -> None:
        """Offer what can be done now."""
        self._state = state
        busy = state in (StudioState.COUNTING, StudioState.RECORDING)
        texts = {
            StudioState.RESTING: self.tr("Record"),
            StudioState.COUNTING: self.tr("Cancel"),
            StudioState.RECORDING: self.tr("Stop"),
            StudioState.ENDING: self.tr("Record"),
        }
        self.record.setText(texts[state])
        self.record.set_icon({StudioState.RECORDING: "stop", StudioState.COUNTING: "close"}.get(state, "mic"))
        self.record.setToolTip(self.tr("Space; Esc throws the recording away, ↑ and ↓ go to another wording"))
        self.microphone.setEnabled(not busy)
        if not busy:
            self.meter.reset()
            self.prompter.set_progress(0)
            self._show_time(0)

    def show_reading(self, reading: Reading) -> None:
        """Show how loud it is and how much is recorded, and scroll the text."""
        self.meter.tell(reading.level, clipped=reading.clipped)
        if self._state is StudioState.RECORDING:
            self._show_time(reading.kept_ms)
            if self._estimate > 0:
                self.prompter.set_progress(reading.kept_ms / 1000 / self._estimate)

    def _show_time(self, kept_ms: int) -> None:
        about = words.seconds(self._estimate)
        if self._state is StudioState.RECORDING:
            self.time.setText(self.tr("{time} of about {estimate}").format(time=words.clock(kept_ms), estimate=about))
        else:
            self.time.setText(self.tr("about {estimate}").format(estimate=about) if self._estimate else "")

    def _microphone_chosen(self, name: object) -> None:
        self.microphone_chosen.emit(str(name))
