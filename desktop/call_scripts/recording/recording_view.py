"""The recording kit of one script: its wordings, the studio, and the takes of the wording in sight."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.amounts import number
from desktop.audio.devices import Devices, SoundError
from desktop.audio.sound import Sound
from desktop.call_scripts.recording import words
from desktop.call_scripts.recording.listening import Listening
from desktop.call_scripts.recording.studio import Studio, StudioState
from desktop.call_scripts.recording.studio_card import StudioCard
from desktop.call_scripts.recording.take_work import TakeWork
from desktop.call_scripts.recording.takes_card import NOTHING, Looks, TakesCard, looks_of
from desktop.call_scripts.recording.wording_table import Column, WordingTable
from desktop.widgets.card import Card
from desktop.widgets.count_bar import CountBar
from desktop.widgets.data_table import DataTable
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from desktop.widgets.page_column import SPACING
from desktop.widgets.tag_cells import TagCells
from local_db.call_scripts import takes_actions
from local_db.call_scripts.takes import Recording, RecordingState, recordings, seconds_to_record
from local_db.settings import read_setting

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.call_scripts.model import CallScript
    from local_db.call_scripts.takes import Take
    from local_db.call_scripts.takes_sound import Span
    from local_db.shop_file import Shop

_LIST_WIDTH = 300
_STATE_WIDTH = 120
_MICROPHONE_KEY = "recording/microphone"


@dataclass(frozen=True, slots=True)
class Kept:
    """What the shop file holds of a script's recordings."""

    recordings: tuple[Recording, ...]
    zone: ZoneInfo


class RecordingView(QWidget):
    """Wordings at the left; studio and takes at the right."""

    def __init__(
        self, context: PageContext, sound: Sound | None = None, *, count_ms: int = 1000, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._sound = sound or Sound.of_this_computer()
        self._devices = Devices()
        self._script: CallScript | None = None
        self._document_id = 0
        self._zone = ZoneInfo("UTC")
        self._latest = context.background.latest()
        self._sounds = context.background.latest()
        self._spoken: tuple[int, Recording] | None = None  # document and wording of the recording under way
        self._shown: tuple[Take, Looks] | None = None
        self.studio = Studio(context.background, count_ms=count_ms, parent=self)
        self.model = WordingTable(self)
        self.table = DataTable(name=self.tr("Wordings of the script"))
        self.progress = Label("", "muted")
        self.bar = CountBar(height=6)
        self.unsaved = InlineNotice()
        self.unsaved.hide()
        self.studio_card = StudioCard()
        self.takes_card = TakesCard()
        self.work = TakeWork(context, self)
        self.listening = Listening(context, self._sound.player, self)
        self._lay_out()
        self._connect()

    def show_script(self, script: CallScript, document_id: int) -> None:
        """Show the wordings of a script, or that it has changed; a document of 0 is not saved yet."""
        if document_id != self._document_id:
            self._shown = None
        self._script, self._document_id = script, document_id
        if document_id:
            self.unsaved.hide()
            self._read()
        else:
            self._latest.forget()
            self.unsaved.say(self.tr("Recordings are kept with the script: save it first."))
            self._known(Kept(recordings(script, ()), self._zone))

    @property
    def recording(self) -> Recording | None:
        """The wording in sight."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def showEvent(self, event: QShowEvent) -> None:
        """Look which microphones there are."""
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """End what goes on; what was said is kept, also where the whole window closes."""
        super().hideEvent(event)
        spoken, sound = self._spoken, self.studio.give_up()
        if spoken is not None and sound is not None:
            self._spoken = None
            self.work.keep(*spoken, sound)
        self.listening.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space in the list records, as it does on the button."""
        if watched is self.table and isinstance(event, QKeyEvent) and _is_space(event):
            self.studio_card.record.setFocus(Qt.FocusReason.OtherFocusReason)
            self.studio_card.record.click()
            return True
        return super().eventFilter(watched, event)

    # --- how it is laid out ---

    def _lay_out(self) -> None:
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(Column.STATE, TagCells(self.table))
        self.table.set_columns({Column.STATE: _STATE_WIDTH}, Column.STEP)
        self.table.set_empty(
            EmptyState("mic", self.tr("Nothing is said yet"), self.tr("Write what is said into the steps first."))
        )
        self.table.installEventFilter(self)
        card = Card()
        card.setFixedWidth(_LIST_WIDTH)
        card.add(self.progress)
        card.add(self.bar)
        card.add(self.table, 1)
        right = QVBoxLayout()
        right.setSpacing(SPACING)
        right.addWidget(self.unsaved)
        right.addWidget(self.studio_card, 1)
        right.addWidget(self.takes_card)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addWidget(card)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.table.row_selected.connect(self._show_wording)
        studio, card, takes = self.studio, self.studio_card, self.takes_card
        card.record.clicked.connect(self._record_or_stop)
        card.record.cancelled.connect(studio.cancel)
        card.record.stepped.connect(self._step)
        card.microphone_chosen.connect(partial(self._context.settings.set, _MICROPHONE_KEY))
        card.looked_again.connect(self._look)
        studio.changed.connect(self._studio_changed)
        studio.counted.connect(card.prompter.set_count)
        studio.metered.connect(card.show_reading)
        studio.recorded.connect(self._store)
        studio.failed.connect(self._say_fault)
        takes.trimmed.connect(self._trim)
        takes.played.connect(self._play_or_stop)
        takes.list.played.connect(self._play_take)
        takes.list.chosen.connect(self._choose)
        takes.list.deleted.connect(self.work.delete)
        takes.waveform.sought.connect(self._seek)
        self.work.changed.connect(self._read)
        self.listening.changed.connect(self._heard_changed)
        self.listening.moved.connect(self._heard_moved)
        self.listening.failed.connect(self._not_heard)

    # --- what there is ---

    def _read(self) -> None:
        if self._script is not None:
            work = partial(_kept, self._context.shop, self._script, self._document_id)
            self._latest.run(work, self._known, self.work.fail)

    def _known(self, kept: Kept) -> None:
        self._zone = kept.zone
        row = max(0, self.table.currentIndex().row())
        found = kept.recordings
        self.model.show_recordings(found)
        if found:
            self.table.selectRow(min(row, len(found) - 1))
        self._show_progress(found)
        self._show_wording()

    def _show_progress(self, found: tuple[Recording, ...]) -> None:
        heard = [one for one in found if one.state is RecordingState.RECORDED]
        seconds = sum(one.take.seconds for one in heard if one.take is not None)
        self.progress.setText(
            self.tr("{done} of {all} recorded · {time}").format(
                done=number(len(heard)), all=number(len(found)), time=words.clock(round(seconds * 1000))
            )
        )
        self.bar.set_fraction(len(heard) / len(found) if found else 0.0)

    def _show_wording(self, _row: int = -1) -> None:
        recording = self.recording
        language = self._script.language if self._script is not None else "zh"
        self.listening.stop()
        self.takes_card.waveform.flush()  # of the take that was in sight
        if self.studio.state is StudioState.RESTING:
            self.studio_card.show_recording(recording, language)
        self.takes_card.show_takes(recording, self._zone, audible=bool(self._devices.loudspeakers))
        self._allow()
        take = recording.take if recording is not None else None
        if take is None:
            self._shown = None
            self._sounds.forget()
            estimate = seconds_to_record(recording.text, language) if recording is not None else 0.0
            self.takes_card.show_sound(None, NOTHING, estimate)
        elif self._shown is not None and self._shown[0].id == take.id:
            self._show_sound(take, self._shown[1])
        else:
            work = partial(_looks, self._context.shop, take)
            self._sounds.run(work, partial(self._show_sound, take), self.work.fail)

    def _show_sound(self, take: Take, looks: Looks) -> None:
        recording = self.recording
        if recording is None or self._script is None:
            return
        self._shown = (take, looks)
        self.takes_card.show_sound(take, looks, seconds_to_record(recording.text, self._script.language))

    def _allow(self) -> None:
        """Record where there is a microphone, a text, and a script to keep it with."""
        ready = bool(self._document_id and self._devices.microphones and self.recording is not None)
        busy = self.studio.state in (StudioState.COUNTING, StudioState.RECORDING)
        self.studio_card.record.setEnabled(busy or (ready and self.studio.state is StudioState.RESTING))
        self.setFocusProxy(self.studio_card.record if ready else self.table)

    def _step(self, by: int) -> None:
        row = self.table.currentIndex().row() + by
        if self.studio.state is StudioState.RESTING and 0 <= row < len(self.model.rows):
            self.table.selectRow(row)

    # --- devices ---

    def _look(self) -> None:
        self._context.background.run(self._sound.find, self._found)

    def _found(self, devices: Devices) -> None:
        self._devices = devices
        chosen = devices.microphone(self._context.settings.get(_MICROPHONE_KEY))
        self.studio_card.show_devices(devices, chosen.name if chosen is not None else "")
        self.takes_card.show_takes(self.recording, self._zone, audible=bool(devices.loudspeakers))
        self._allow()

    def _say_fault(self, code: str) -> None:
        self.studio_card.say_fault(code)

    # --- recording ---

    def _record_or_stop(self) -> None:
        recording = self.recording
        if self.studio.state is not StudioState.RESTING:
            self.studio.finish()
            return
        device = self._devices.microphone(str(self.studio_card.microphone.value()))
        if recording is None or device is None or not self._document_id:
            return
        self.listening.stop()
        self.studio_card.notice.hide()
        self._spoken = (self._document_id, recording)
        self.studio.begin(self._sound.microphone(device))

    def _studio_changed(self, state: StudioState) -> None:
        had_focus = self.studio_card.record.hasFocus()
        self.studio_card.show_state(state)
        if state is StudioState.RESTING:  # the script may have changed meanwhile
            self._show_wording()
        self.table.setEnabled(state not in (StudioState.COUNTING, StudioState.RECORDING))
        self._allow()
        if had_focus and not self.studio_card.record.hasFocus() and self.studio_card.record.isEnabled():
            self.studio_card.record.setFocus(Qt.FocusReason.OtherFocusReason)

    def _store(self, data: bytes) -> None:
        if self._spoken is None or not data:
            return
        self.work.keep(*self._spoken, lambda: data)
        self._spoken = None

    # --- takes ---

    def _choose(self, take_id: int) -> None:
        if self.recording is not None:
            self.work.choose(take_id, self.recording.takes)

    def _trim(self, span: Span) -> None:
        if self._shown is not None:
            self.listening.stop()
            self.work.trim(self._shown[0], span)

    # --- listening ---

    def _play_or_stop(self) -> None:
        if self._shown is not None:
            self._play_take(self._shown[0].id)

    def _play_take(self, take_id: int) -> None:
        heard = self.listening.take
        take = next((one for one in (self.recording.takes if self.recording else ()) if one.id == take_id), None)
        if take is None or (heard is not None and heard.id == take_id):
            self.listening.stop()
        else:
            self.listening.play(take)

    def _seek(self, place: int) -> None:
        if self._shown is not None and self._devices.loudspeakers:
            take = self._shown[0]
            self.listening.play(take, place if take.from_ms <= place < take.to_ms else take.from_ms)

    def _heard_changed(self) -> None:
        self.takes_card.show_playing(self.listening.take)

    def _heard_moved(self, place: int) -> None:
        heard = self.listening.take
        if heard is not None and self._shown is not None and heard.id == self._shown[0].id:
            self.takes_card.waveform.set_place(place)

    def _not_heard(self, error: BaseException) -> None:
        if isinstance(error, SoundError):
            self._say_fault(error.code)
        else:
            self.work.fail(error)


def _kept(shop: Shop, script: CallScript, document_id: int) -> Kept:
    with shop.read() as connection:
        zone = ZoneInfo(str(read_setting(connection, "zone")))
    return Kept(recordings(script, takes_actions.list_takes(shop, document_id)), zone)


def _looks(shop: Shop, take: Take) -> Looks:
    return looks_of(takes_actions.take_sound(shop, take))


def _is_space(event: QKeyEvent) -> bool:
    pressed = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
    return pressed and not event.isAutoRepeat()
