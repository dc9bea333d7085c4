"""What was recorded of one wording: the takes, and the part of one that is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.call_scripts.recording import words
from desktop.call_scripts.recording.take_list import TakeList
from desktop.call_scripts.recording.waveform import BARS, Waveform
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.label import Label
from local_db.call_scripts.takes_sound import Span, milliseconds, outline, speech

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.call_scripts.takes import Recording, Take

_WORTH_MS = 100  # less silence than this is not offered to be cut
_LONGER, _SHORTER = 1.3, 0.7  # than the estimate: worth a word


class Looks(NamedTuple):
    """What is shown of a sound: its length, its outline, and where somebody speaks."""

    whole_ms: int
    outline: list[float]
    speech: Span


NOTHING = Looks(0, [], Span(0, 0))


def looks_of(data: bytes) -> Looks:
    """How a sound looks; takes a moment where it is long."""
    return Looks(milliseconds(data), outline(data, BARS), speech(data))


class TakesCard(Card):
    """The lower part of the kit; it only shows, the view around it acts.

    Signals:
        trimmed(Span): another part of the take in use is wanted.
        played: the take in use is to be heard, or no longer.
    """

    trimmed = Signal(object)
    played = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Takes"))
        self._take: Take | None = None
        self._whole = Span(0, 0)
        self._speech = Span(0, 0)
        self.silence = Button("", icon="trim", dense=True)
        self.whole = Button(self.tr("Whole take"), dense=True)
        self.play = Button("", icon="play", dense=True)
        for tool in (self.silence, self.whole, self.play):
            self.add_tool(tool)
        self.waveform = Waveform()
        self.waveform.setAccessibleName(self.tr("The take in use"))
        self.length = Label("", "small")
        self.list = TakeList()
        self.add(self.waveform)
        line = QHBoxLayout()
        line.addWidget(self.length)
        line.addStretch(1)
        self.add_layout(line)
        self.add(self.list)
        self.body.addStretch(1)
        self.waveform.trimmed.connect(self._trim)
        self.silence.clicked.connect(self._trim_silence)
        self.whole.clicked.connect(self._use_whole)
        self.play.clicked.connect(self.played)
        self.show_playing(None)
        self.show_sound(None, NOTHING, 0.0)

    def show_takes(self, recording: Recording | None, zone: ZoneInfo, *, audible: bool) -> None:
        """Show the takes of a wording."""
        self.list.show_takes(recording, zone, audible=audible)
        self.play.setVisible(audible)

    def show_sound(self, take: Take | None, looks: Looks, estimate: float) -> None:
        """Show the take in use, and how it looks; `estimate` is how long the text takes, in seconds."""
        same = take is not None and self._take is not None and take.id == self._take.id
        self._take = take
        self._whole = Span(0, looks.whole_ms)
        self._speech = looks.speech
        span = Span(take.from_ms, take.to_ms) if take is not None else Span(0, 0)
        if not (same and self.waveform.is_moving):  # what somebody is moving stays where it is
            self.waveform.show_sound(looks.outline, looks.whole_ms, span)
        self.play.setEnabled(take is not None)
        self._offer(span)
        self._tell(take, estimate)

    def show_playing(self, take: Take | None) -> None:
        """Offer to stop the take that is heard; nothing with None."""
        playing = take is not None
        self.play.setText(self.tr("Stop") if playing else self.tr("Listen"))
        self.play.set_icon("stop" if playing else "play")
        self.list.show_playing(take.id if take is not None else None)
        if not playing:
            self.waveform.set_place(None)

    def _tell(self, take: Take | None, estimate: float) -> None:
        if take is None:
            self.length.setText(self.tr("The text takes about {seconds}.").format(seconds=words.seconds(estimate)))
            self.length.setVisible(estimate > 0)
            return
        said = self.tr("{used} of {whole} are used; the text takes about {estimate}.").format(
            used=words.seconds(take.seconds),
            whole=words.seconds(self._whole.to_ms / 1000),
            estimate=words.seconds(estimate),
        )
        if take.seconds > estimate * _LONGER:
            said += " " + self.tr("That is slow.")
        elif take.seconds < estimate * _SHORTER:
            said += " " + self.tr("That is fast.")
        self.length.setText(said)
        self.length.show()

    def _offer(self, span: Span) -> None:
        cut = max(0, self._speech.from_ms - span.from_ms) + max(0, span.to_ms - self._speech.to_ms)
        self.silence.setVisible(self._take is not None and cut >= _WORTH_MS)
        self.silence.setText(self.tr("Cut {seconds} of silence").format(seconds=words.seconds(cut / 1000)))
        self.whole.setVisible(self._take is not None and span != self._whole)

    def _trim_silence(self) -> None:
        span = self.waveform.span
        self._trim(Span(max(span.from_ms, self._speech.from_ms), min(span.to_ms, self._speech.to_ms)))

    def _use_whole(self) -> None:
        self._trim(self._whole)

    def _trim(self, span: Span) -> None:
        if self._take is not None and span.to_ms > span.from_ms:
            self.trimmed.emit(span)
