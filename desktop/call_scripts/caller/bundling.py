"""A script on its way out with its recordings; nothing here touches a window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop import wording
from desktop.call_scripts.words import answer_words, outcome_words
from desktop.templates.variable_words import variable_label
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.call_scripts import takes_actions
from local_db.call_scripts.bundle import BundleWords, export_bundle
from local_db.call_scripts.printed import PrintedWords
from local_db.call_scripts.takes import Recording, RecordingState, recordings

if TYPE_CHECKING:
    from pathlib import Path

    from local_db.call_scripts.bundle import Place
    from local_db.call_scripts.model import CallScript
    from local_db.shop_file import Shop

_CONTEXT = "Bundle"


def read(shop: Shop, document_id: int, script: CallScript) -> tuple[Recording, ...]:
    """Everything that is said, with its takes."""
    return recordings(script, takes_actions.list_takes(shop, document_id) if document_id else ())


def used(found: Sequence[Recording], *, without_changed: bool) -> tuple[Recording, ...]:
    """Those whose recording goes along."""
    wanted = {RecordingState.RECORDED} if without_changed else {RecordingState.RECORDED, RecordingState.CHANGED}
    return tuple(one for one in found if one.state in wanted)


def write(
    shop: Shop, script: CallScript, name: str, folder: Path, chosen: Sequence[Recording], kind: str, words: BundleWords
) -> tuple[Path, ...]:
    """Write the folder. Raises what `export_bundle` and reading takes raise."""
    sounds: dict[Place, bytes] = {}
    lengths: dict[Place, float] = {}
    for recording in chosen:
        take, place = recording.take, (recording.part.step, recording.part.wording)
        if take is not None:
            sounds[place] = takes_actions.take_wav(shop, take)
            lengths[place] = take.seconds
    return export_bundle(script, name, folder, sounds, words, lengths=lengths, table_kind=kind, shop=shop)


def bundle_words() -> BundleWords:
    """The words of table and page in the language of the window; asked on the window's thread."""
    return BundleWords(
        number=_said(QT_TRANSLATE_NOOP("Bundle", "number")),
        step=_said(QT_TRANSLATE_NOOP("Bundle", "step")),
        wording=_said(QT_TRANSLATE_NOOP("Bundle", "wording")),
        file=_said(QT_TRANSLATE_NOOP("Bundle", "file")),
        text=_said(QT_TRANSLATE_NOOP("Bundle", "text")),
        seconds=_said(QT_TRANSLATE_NOOP("Bundle", "seconds")),
        recorded=_said(QT_TRANSLATE_NOOP("Bundle", "recorded")),
        yes=_said(QT_TRANSLATE_NOOP("Bundle", "yes")),
        no=_said(QT_TRANSLATE_NOOP("Bundle", "no")),
        with_variables=_said(QT_TRANSLATE_NOOP("Bundle", "has variables")),
        page=_page_words(),
    )


def _page_words() -> PrintedWords:
    return PrintedWords(
        language="zh-CN" if wording.language() == "zh" else "en",
        opening=_said(QT_TRANSLATE_NOOP("Bundle", "Opening")),
        always=_said(QT_TRANSLATE_NOOP("Bundle", "At every step")),
        objections=_said(QT_TRANSLATE_NOOP("Bundle", "Objections")),
        answer=_said(QT_TRANSLATE_NOOP("Bundle", "Answer")),
        then=_said(QT_TRANSLATE_NOOP("Bundle", "then")),
        tags=_said(QT_TRANSLATE_NOOP("Bundle", "Tags")),
        hint=_said(QT_TRANSLATE_NOOP("Bundle", "For the caller:")),
        ends=_said(QT_TRANSLATE_NOOP("Bundle", "The call ends:")),
        time=_said(QT_TRANSLATE_NOOP("Bundle", "about {seconds} s")),
        shortest=_said(QT_TRANSLATE_NOOP("Bundle", "Shortest way")),
        longest=_said(QT_TRANSLATE_NOOP("Bundle", "Longest way")),
        answer_words=answer_words,
        outcome_words=outcome_words,
        variable_words=variable_label,
    )


def _said(text: str) -> str:
    return translate(_CONTEXT, text)
