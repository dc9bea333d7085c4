"""Working on a large call script: how long the window's thread is busy with one event, at the longest.

A box is dragged over the canvas, a wording is typed letter by letter, the steps are tidied; each event is sent as Qt
sends it, and what follows from it is painted before the time is taken. The peer shows each change by making the scene
from nothing, as is simplest; everything else is the same. The limits are those of a fluent window (60 pictures a
second, for 30 steps) and of one in which nothing is felt to stick (50 ms, for 200).
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from desktop.call_scripts.edit_script import moved
from local_db.call_scripts.layout import tidy
from local_db.call_scripts.model import Answer, AnswerKind, CallScript, Outcome, Step
from tests.bench.figure import Figure

if TYPE_CHECKING:
    from desktop.call_scripts.editor import ScriptEditor

LIMITS = {30: 16.7, 200: 50.0}
TIDY_LIMITS = {30: 50.0, 200: 100.0}  # once, when asked for: every box and every arrow moves
MOVES = 60
TYPED = "今天下单还有老客回购价，要我把链接发给您吗"
ROUNDS = 5  # the longest of the best round: what else the machine does is no part of the figure
_SAID = "您好，{nick|亲}，您上次买的{last_product|宝贝|12}快用完了吧？今天满 99 减 20，要我发给您吗？"


def measure() -> list[Figure]:
    """Longest events of dragging, typing and tidying, with 30 and with 200 steps."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        return _measure(Path(name))


def script_of(steps: int) -> CallScript:
    """A script of so many steps with three answers each: two lead on, one leads anywhere."""
    dice = Random(steps)
    kinds = (AnswerKind.YES, AnswerKind.NO, AnswerKind.UNCLEAR)
    made = []
    for number in range(steps):
        if number >= steps * 4 // 5:
            made.append(Step(f"s{number}", f"结束 {number}", ("好的，再见。",), outcome=Outcome.AGREED))
            continue
        ends = (2 * number + 1, 2 * number + 2, dice.randrange(steps))
        answers = tuple(Answer(kind, f"s{min(end, steps - 1)}") for kind, end in zip(kinds, ends, strict=True))
        made.append(Step(f"s{number}", f"步骤 {number}", (_SAID,), answers))
    held = (Answer(AnswerKind.REFUSE, f"s{steps - 1}"), Answer(AnswerKind.SILENCE, f"s{steps - 2}"))
    return tidy(CallScript("s0", tuple(made), always=held))


@dataclass(frozen=True, slots=True)
class Longest:
    """Milliseconds of the longest event of each kind of work."""

    drag: float
    type: float
    tidy: float


def _measure(folder: Path) -> list[Figure]:
    from desktop import app as wiring
    from desktop.call_scripts.editor import ScriptEditor
    from local_db.roster.source import RosterSource
    from local_db.shop_file import ShopKey, create_shop

    services = wiring.build_services(wiring.build_application(sys.argv), folder / "window.ini")
    figures: list[Figure] = []
    with create_shop(folder / "shop.regulars", ShopKey.random()) as shop:
        editor = ScriptEditor(wiring.build_context(shop, RosterSource(shop), services))
        editor.resize(1280, 800)
        editor.show()
        for steps, limit in LIMITS.items():
            script = script_of(steps)
            ours = _longest(editor, script)
            show = editor.canvas.show_script
            editor.canvas.show_script = _rebuilding(editor, show)  # type: ignore[method-assign] # the peer
            peer = _longest(editor, script, rebuilt_drag=True)
            editor.canvas.show_script = show  # type: ignore[method-assign]
            for what, mine, others, most in (
                ("a box dragged", ours.drag, peer.drag, limit),
                ("a wording typed", ours.type, peer.type, limit),
                ("tidied", ours.tidy, peer.tidy, TIDY_LIMITS[steps]),
            ):
                figures.append(Figure(f"{steps} steps: {what}", "ms", mine, others, most, absolute=True))
        editor.close()
    services.background.close()
    return figures


def _rebuilding(editor: ScriptEditor, show: Callable[..., None]) -> Callable[..., None]:
    """Showing a change by making everything anew."""

    def rebuilt(script: CallScript, seconds: object) -> None:
        editor.canvas.canvas.clear_script()
        show(script, seconds)

    return rebuilt


def _longest(editor: ScriptEditor, script: CallScript, *, rebuilt_drag: bool = False) -> Longest:
    from local_db.call_scripts.codec import to_json
    from local_db.documents.model import Document, DocumentKind

    rounds: list[Longest] = []
    for _ in range(ROUNDS):
        editor.begin(Document(DocumentKind.CALL_SCRIPT, "Bench", to_json(script)))
        editor.context.background.wait_idle()
        _painted(editor)
        rounds.append(Longest(_drag(editor, rebuilt=rebuilt_drag), _type(editor), _scattered_and_tidied(editor)))
    return Longest(min(one.drag for one in rounds), min(one.type for one in rounds), min(one.tidy for one in rounds))


def _drag(editor: ScriptEditor, *, rebuilt: bool) -> float:
    """The opening is dragged in a circle; the peer makes the scene anew at every move."""
    from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    view = editor.canvas
    view.centre_on(editor.script.opening)
    _painted(editor)
    before = _place(editor)
    box = view.canvas.boxes[editor.script.opening]
    start = view.mapFromScene(box.pos() + QPointF(60, 20))

    def sent(kind: QEvent.Type, where: QPoint, buttons: Qt.MouseButton) -> None:
        point = QPointF(where)
        event = QMouseEvent(kind, point, point, Qt.MouseButton.LeftButton, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), event)

    _timed(editor, lambda: sent(QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton))
    spent = []
    for number in range(MOVES):
        where = start + QPoint(4 * number, 3 * (number % 20))

        def move(where: QPoint = where) -> None:
            sent(QEvent.Type.MouseMove, where, Qt.MouseButton.LeftButton)
            if rebuilt:
                view.canvas.clear_script()
                view.canvas.show_script(editor.script, {})

        spent.append(_timed(editor, move))
    where = start + QPoint(4 * MOVES, 0)
    spent.append(_timed(editor, lambda: sent(QEvent.Type.MouseButtonRelease, where, Qt.MouseButton.NoButton)))
    assert _place(editor) != before  # it was a drag
    return max(spent)


def _place(editor: ScriptEditor) -> tuple[int, int]:
    """Where the opening lies as far as the script knows."""
    opening = editor.script.step(editor.script.opening)
    assert opening is not None
    return opening.x, opening.y


def _type(editor: ScriptEditor) -> float:
    """Letters are written into the first wording of the opening, as an input method commits them."""
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    editor.edit_step(editor.script.opening)
    _painted(editor)
    field = editor.panel.step.wordings[0].field
    spent = []
    for letter in TYPED:
        event = QInputMethodEvent()
        event.setCommitString(letter)
        spent.append(_timed(editor, lambda event=event: QApplication.sendEvent(field, event)))  # type: ignore[misc]
    return max(*spent, _examined(editor))


def _examined(editor: ScriptEditor) -> float:
    """The longest event while the script is examined beside the window's thread and the answer is shown."""
    spent = [0.0]
    while editor.is_examining or editor.context.background.busy:
        spent.append(_timed(editor, lambda: None))
    return max(spent)


def _scattered_and_tidied(editor: ScriptEditor) -> float:
    """The steps lie anywhere, and are put in order."""
    dice = Random(1)
    places = {step.key: (20 * dice.randrange(400), 20 * dice.randrange(400)) for step in editor.script.steps}
    editor.work.put(moved(editor.script, places))
    _painted(editor)
    _examined(editor)
    return _timed(editor, editor.tidy)


def _timed(editor: ScriptEditor, work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    _painted(editor)
    return (time.perf_counter() - began) * 1000


def _painted(editor: ScriptEditor) -> None:
    """Let everything that was asked for be laid out and painted."""
    from PySide6.QtWidgets import QApplication

    QApplication.sendPostedEvents()
    QApplication.processEvents()
