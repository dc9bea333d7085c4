"""Words of the recording kit: states of wordings, faults of devices, lengths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.call_scripts.words import title_words
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.call_scripts.bundle import OBJECTION
from local_db.call_scripts.takes import RecordingState

if TYPE_CHECKING:
    from desktop.widgets.status_tag import TagTone
    from local_db.call_scripts.takes import Recording

_CONTEXT = "Recording"

FAULTS = {
    "no_microphone": QT_TRANSLATE_NOOP(
        "Recording", "This computer has no microphone, or no sound. Plug one in; everything else works without."
    ),
    "no_loudspeaker": QT_TRANSLATE_NOOP("Recording", "This computer has nothing to listen with."),
    "microphone_failed": QT_TRANSLATE_NOOP(
        "Recording", "The microphone cannot be used: another program has it, or the system does not allow it."
    ),
    "loudspeaker_failed": QT_TRANSLATE_NOOP("Recording", "The sound cannot be played on this computer."),
    "microphone_lost": QT_TRANSLATE_NOOP(
        "Recording", "The microphone gave no sound any more. What was said before is kept."
    ),
}
_SECONDS = QT_TRANSLATE_NOOP("Recording", "{seconds} s")
_MISSING = QT_TRANSLATE_NOOP("Recording", "not recorded")
_CHANGED = QT_TRANSLATE_NOOP("Recording", "text changed")
_OBJECTION = QT_TRANSLATE_NOOP("Recording", "Objection: {title}")
_NUMBERED = QT_TRANSLATE_NOOP("Recording", "{title} ({number})")


def fault(code: str) -> str:
    """Why something of sound does not work."""
    return translate(_CONTEXT, FAULTS[code])


def seconds(length: float) -> str:
    """A length: 4.2 s."""
    return translate(_CONTEXT, _SECONDS).format(seconds=f"{length:.1f}")


def clock(milliseconds: int) -> str:
    """A length as a clock shows it: 1:05."""
    minutes, rest = divmod(milliseconds // 1000, 60)
    return f"{minutes}:{rest:02}"


def state(recording: Recording) -> tuple[str, TagTone]:
    """How a wording stands: not recorded, its seconds, or that its text has changed since."""
    take = recording.take
    if take is None:
        return translate(_CONTEXT, _MISSING), "neutral"
    if recording.state is RecordingState.CHANGED:
        return translate(_CONTEXT, _CHANGED), "warn"
    return seconds(take.seconds), "good"


def title(recording: Recording) -> str:
    """The name of the step, with a number where it has several wordings; of an objection, that it is one."""
    part = recording.part
    if part.step.startswith(OBJECTION):
        return translate(_CONTEXT, _OBJECTION).format(title=part.title)
    name = title_words(part.title)
    return translate(_CONTEXT, _NUMBERED).format(title=name, number=part.wording + 1) if recording.several else name
