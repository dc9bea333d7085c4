"""The boxes and arrows of one script; a change touches only what it changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from desktop import amounts
from desktop.call_scripts.canvas.arrow import AnswerArrow
from desktop.call_scripts.canvas.box import Face, StepBox, Tone
from desktop.call_scripts.canvas.routes import Block
from desktop.call_scripts.words import answer_tone, answer_words
from local_db.call_scripts.layout import always_place
from local_db.call_scripts.model import Answer, CallScript, Step

EVERYWHERE = ""  # the key of the box whose answers hold at every step
_ROOM = 900.0  # to go on around the boxes

Place = tuple[str, int]  # an answer: the key of its step, its place there


@dataclass(slots=True)
class Standing:
    """What stands out on the canvas."""

    chosen: Collection[str] = ()
    current: str | None = None
    found: Collection[str] = ()
    reached: str | None = None
    tones: Mapping[str, Tone] = field(default_factory=dict)
    given: Mapping[Place, int] | None = None  # how often each answer was given; None: not shown
    ended: Mapping[str, int] = field(default_factory=dict)  # how many calls ended at a step


class ScriptScene(QGraphicsScene):
    """Shows a script as it is given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)  # for what moves a lot
        self.boxes: dict[str, StepBox] = {}
        self.arrows: dict[Place, AnswerArrow] = {}
        self.script = CallScript("", ())
        self.standing = Standing()
        self._steps: dict[str, Step] = {}
        self._seconds: Mapping[str, float] = {}
        self._answers: dict[Place, Answer] = {}
        self.blocks: list[Block] = []  # where the boxes lie, from left to right
        self._rect = QRectF()

    def show_script(self, script: CallScript, seconds: Mapping[str, float]) -> None:
        """Show another state of the script."""
        steps = {step.key: step for step in script.steps}
        if script.always:
            steps[EVERYWHERE] = self._everywhere(script)
        old = self._steps
        dirty = {key for key in steps.keys() | old.keys() if steps.get(key) is not old.get(key)}
        dirty = {key for key in dirty if steps.get(key) != old.get(key)}
        faces = dirty | {key for key in steps if seconds.get(key) != self._seconds.get(key)}
        if script.opening != self.script.opening:
            faces |= {script.opening, self.script.opening}
        self.script, self._steps, self._seconds = script, steps, dict(seconds)
        for key in faces:
            self._show_box(key)
        if dirty:
            blocks = self.blocks
            self._find_blocks()
            self._show_arrows(dirty, rerouted=blocks != self.blocks)
            self._grow()

    def clear_script(self) -> None:
        """Show nothing; the next script is made from nothing."""
        self.clear()
        self.boxes, self.arrows, self._steps, self._answers, self._seconds = {}, {}, {}, {}, {}
        self._find_blocks()
        self.script = CallScript("", ())

    def show_standing(self, standing: Standing) -> None:
        """Let other boxes and arrows stand out."""
        before, self.standing = self.standing, standing
        if (before.tones, before.ended) != (standing.tones, standing.ended):
            for key in self.boxes:
                self._show_box(key)
        for key in self.boxes:
            self._show_state(key)
        around = _keys_around(before) ^ _keys_around(standing)
        recount = before.given != standing.given
        for (key, place), answer in self._answers.items():
            if recount or key in around or answer.to in around:
                self._dress((key, place), answer)

    def repaint_all(self) -> None:
        """Paint in the colours in force."""
        for box in self.boxes.values():
            box.theme_changed()
        for place, answer in self._answers.items():
            self._dress(place, answer)

    def move_boxes(self, keys: Collection[str], by: QPointF) -> None:
        """Show some boxes elsewhere while they are dragged; the script does not know of it yet."""
        for key in keys:
            step, box = self._steps.get(key), self.boxes.get(key)
            if step is not None and box is not None:
                box.setPos(QPointF(step.x, step.y) + by)
        self._find_blocks()
        self._lead(set(keys))

    def boxes_rect(self) -> QRectF:
        """Around all boxes."""
        return QRectF(self._rect)

    def box_at(self, point: QPointF) -> StepBox | None:
        """The box there, the one on top where several are."""
        inside = [box for box in self.boxes.values() if box.frame().translated(box.pos()).contains(point)]
        return max(inside, key=lambda box: box.zValue(), default=None)

    def outlet_at(self, point: QPointF) -> Place | None:
        """The port there: the key of its step and the place of its answer (one beyond the last: a new one)."""
        for key, box in self.boxes.items():
            if box.sceneBoundingRect().contains(point) and (place := box.outlet_at(point)) is not None:
                return key, place
        return None

    def _everywhere(self, script: CallScript) -> Step:
        step = Step(EVERYWHERE, self.tr("At every step"), (self.tr("What may be answered at any time"),), script.always)
        left, top = always_place(script)
        return replace(step, x=left, y=top)

    def _show_box(self, key: str) -> None:
        step = self._steps.get(key)
        box = self.boxes.get(key)
        if step is None:
            if box is not None:
                self.removeItem(self.boxes.pop(key))
            return
        face = self._face(step)
        if box is None:
            box = self.boxes[key] = StepBox(face)
            self.addItem(box)
            self._show_state(key)
        else:
            box.show_face(face)
        box.setPos(step.x, step.y)

    def _face(self, step: Step) -> Face:
        everywhere = step.key == EVERYWHERE
        spoken = self._seconds.get(step.key, 0.0)
        seconds = self.tr("{count} s").format(count=round(spoken)) if spoken else ""
        if ended := self.standing.ended.get(step.key):
            seconds = self.tr("{count} ended").format(count=amounts.number(ended))
        opening = self.tr("Opening") if step.key == self.script.opening and not everywhere else ""
        return Face(step, seconds, opening, self.standing.tones.get(step.key, ""), everywhere)

    def _show_state(self, key: str) -> None:
        standing = self.standing
        self.boxes[key].show_state(
            chosen=key in standing.chosen,
            current=key == standing.current,
            found=key in standing.found,
            reached=key == standing.reached,
        )

    def _show_arrows(self, dirty: Collection[str], *, rerouted: bool) -> None:
        answers = {
            (key, place): answer for key, step in self._steps.items() for place, answer in enumerate(step.answers)
        }
        for gone in self.arrows.keys() - answers.keys():
            self.arrows.pop(gone).take_away()
        self._answers = answers
        for new in answers.keys() - self.arrows.keys():
            arrow = self.arrows[new] = AnswerArrow()
            self.addItem(arrow)
        self._lead(self.boxes if rerouted else dirty)
        for (key, place), answer in answers.items():
            if key in dirty or answer.to in dirty:
                self._dress((key, place), answer)

    def _lead(self, keys: Collection[str]) -> None:
        """Draw the arrows from and to these boxes anew."""
        for (key, place), answer in self._answers.items():
            if key in keys or answer.to in keys:
                box, to = self.boxes[key], self.boxes.get(answer.to) if answer.to else None
                below = box.pos().y() + box.frame().height()
                if to is not None:
                    below = max(below, to.pos().y() + to.frame().height())
                end = to.inlet() if to is not None else None
                self.arrows[key, place].lead(box.outlet(place), end, below, self.blocks)

    def _find_blocks(self) -> None:
        """Where the boxes lie now, from left to right."""
        frames = (box.frame().translated(box.pos()) for box in self.boxes.values())
        blocks = sorted(Block(frame.left(), frame.top(), frame.right(), frame.bottom()) for frame in frames)
        if blocks == self.blocks:
            return  # the same list says that nothing has moved
        self.blocks = blocks
        self._rect = QRectF()
        if self.blocks:
            left, top = self.blocks[0].left, min(block.top for block in self.blocks)
            right, bottom = max(block.right for block in self.blocks), max(block.bottom for block in self.blocks)
            self._rect = QRectF(left, top, right - left, bottom - top)

    def _dress(self, place: Place, answer: Answer) -> None:
        standing = self.standing
        near = place[0] in _keys_around(standing) or answer.to in _keys_around(standing)
        count = standing.given.get(place, 0) if standing.given is not None else None
        most = max(standing.given.values(), default=0) if standing.given else 0
        words = answer_words(answer) if near and answer.to else ""
        if count:
            words = f"{words} {amounts.number(count)}".strip()
        self.arrows[place].dress(
            answer_tone(answer.kind),
            standing_out=near,
            share=None if count is None else count / most if most else 0.0,
            words=words,
        )

    def _grow(self) -> None:
        """Room around the boxes; it never shrinks under the pointer."""
        wanted = self.boxes_rect().adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        if not self.sceneRect().contains(wanted):
            self.setSceneRect(self.sceneRect().united(wanted))


def _keys_around(standing: Standing) -> frozenset[str]:
    """The boxes whose arrows stand out."""
    return frozenset(standing.chosen) | ({standing.current} if standing.current is not None else set())
