"""Where the arrow keys go on a canvas: along the answers, and between what lies beside each other."""

from __future__ import annotations

from typing import Literal

from local_db.call_scripts.model import CallScript, Step

Direction = Literal["left", "right", "up", "down"]


def neighbour(script: CallScript, key: str, direction: Direction, came_from: str = "") -> str | None:
    """The step next to one in a direction; None where there is none.

    Right is where the first answer leads, left is where one came from or what leads here. Up and down go to the next
    one that the same step leads to, else to the nearest box above or below.
    """
    step = script.step(key)
    if step is None:
        return script.opening if script.step(script.opening) is not None else None
    if direction == "right":
        return _first(script, [answer.to for answer in step.answers], key)
    before = [one.key for one in script.steps if any(answer.to == key for answer in one.answers)]
    if direction == "left":
        return _first(script, [came_from] if came_from in before else before, key)
    return _beside(script, step, before, 1 if direction == "down" else -1)


def _first(script: CallScript, keys: list[str], but: str) -> str | None:
    return next((key for key in keys if key != but and script.step(key) is not None), None)


def _beside(script: CallScript, step: Step, before: list[str], way: int) -> str | None:
    kin = {answer.to for one in script.steps if one.key in before for answer in one.answers}
    lies = [one for one in script.steps if (one.y - step.y) * way > 0]
    near = [one for one in lies if one.key in kin] or lies

    def distance(one: Step) -> tuple[int, int]:
        return abs(one.y - step.y) + 2 * abs(one.x - step.x), one.x

    return min(near, key=distance).key if near else None
