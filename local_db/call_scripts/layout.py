"""Where the steps of a call script lie on a canvas: in columns from left to right, as the call goes on."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace

from local_db.call_scripts.model import CallScript, Step

GRID = 20  # positions are whole multiples of it
BOX_WIDTH = 240
TOP, WORDS, ROW, BOTTOM = 38, 44, 26, 12  # the parts of a box: title, first words, one answer, foot
COLUMN_GAP, ROW_GAP = 120, 40
_SWEEPS = 6

Links = Mapping[str, Sequence[str]]


def height(step: Step) -> int:
    """How high the box of a step is."""
    return TOP + WORDS + ROW * (len(step.answers) + (step.outcome is not None)) + BOTTOM


def tidy(script: CallScript) -> CallScript:
    """The script with its steps in columns: an answer leads to the right, unless to what was said earlier in the call.

    Ends lie right of all that lead to them; steps that no answer leads to are in the first column, as the opening is.
    """
    if not script.steps:
        return script
    known = {step.key for step in script.steps}
    leads = {
        step.key: [to for to in dict.fromkeys(answer.to for answer in step.answers) if to in known and to != step.key]
        for step in script.steps
    }
    starts = [script.opening] if script.opening in known else []
    above = _room_above(script) if starts else 0
    for start in starts:  # what holds at every step is drawn above the opening, and leads from there
        held = [answer.to for answer in script.always if answer.to in known and answer.to != start]
        leads[start] = list(dict.fromkeys([*held, *leads[start]]))
    order = [*starts, *(step.key for step in script.steps)]
    depths = _depths(leads, order)
    onwards = {  # an end lies right of all that lead to it, however early the call may come to it
        key: [to for to in ends if depths[to] >= depths[key] or not leads[to]] for key, ends in leads.items()
    }
    forward = _without_returns(onwards, order)
    columns = _columns(forward)
    heights = {step.key: height(step) + above * (step.key == script.opening) for step in script.steps}
    tops = _tops(columns, forward, heights)
    least = min(tops.values())
    tops.update({start: tops[start] + above for start in starts})
    return replace(
        script,
        steps=tuple(
            replace(
                step,
                x=_snapped(column * (BOX_WIDTH + COLUMN_GAP)),
                y=_snapped(tops[step.key] - least),
            )
            for step in script.steps
            for column in [next(place for place, keys in enumerate(columns) if step.key in keys)]
        ),
    )


def always_place(script: CallScript) -> tuple[int, int]:
    """Where the box of the answers that hold at every step lies: above the opening, and above what lies there."""
    opening = script.step(script.opening) or (script.steps[0] if script.steps else None)
    if opening is None:
        return 0, 0
    tall = _room_above(script) - ROW_GAP
    x, y = opening.x, opening.y - ROW_GAP - tall
    column = sorted((step for step in script.steps if abs(step.x - x) < BOX_WIDTH + GRID), key=lambda step: -step.y)
    for step in column:
        if step.y < y + tall + GRID and y < step.y + height(step) + GRID:
            y = step.y - ROW_GAP - tall
    return x, y


def free_place(script: CallScript, x: int, y: int, tall: int) -> tuple[int, int]:
    """The place on the grid nearest below `x`, `y` where a box of that height covers no other."""
    x, y = _snapped(x), _snapped(y)
    moved = True
    while moved:
        moved = False
        for step in script.steps:
            beside = abs(step.x - x) < BOX_WIDTH + GRID
            if beside and step.y < y + tall + GRID and y < step.y + height(step) + GRID:
                y = _snapped(step.y + height(step) + ROW_GAP)
                moved = True
    return x, y


def _room_above(script: CallScript) -> int:
    """How much room the box of the answers that hold at every step needs above the opening."""
    return height(Step("", "", answers=script.always)) + ROW_GAP if script.always else 0


def _snapped(place: float) -> int:
    return round(place / GRID) * GRID


def _depths(leads: Links, order: Sequence[str]) -> dict[str, int]:
    """After how many answers at the least each step is said; what comes earlier lies further left."""
    depths: dict[str, int] = {}
    for start in order:
        if start in depths:
            continue
        depths[start] = 0
        waiting = deque([start])
        while waiting:
            key = waiting.popleft()
            for to in leads[key]:
                if to not in depths:
                    depths[to] = depths[key] + 1
                    waiting.append(to)
    return depths


def _without_returns(leads: Links, order: Sequence[str]) -> dict[str, list[str]]:
    """The links without those that lead back to where a walk along them has come from."""
    forward: dict[str, list[str]] = {key: [] for key in leads}
    finished: set[str] = set()
    for start in order:
        if start in finished:
            continue
        under_way = {start}
        walk = [(start, iter(leads[start]))]
        while walk:
            key, rest = walk[-1]
            to = next(rest, None)
            if to is None:
                walk.pop()
                under_way.discard(key)
                finished.add(key)
            elif to not in under_way:
                forward[key].append(to)
                if to not in finished:
                    under_way.add(to)
                    walk.append((to, iter(leads[to])))
    return forward


def _columns(forward: Links) -> list[list[str]]:
    """Every step in the first column that is right of all that lead to it."""
    left = dict.fromkeys(forward, 0)
    waiting = dict.fromkeys(forward, 0)
    for ends in forward.values():
        for to in ends:
            waiting[to] += 1
    ready = [key for key, count in waiting.items() if count == 0]
    while ready:
        key = ready.pop(0)
        for to in forward[key]:
            left[to] = max(left[to], left[key] + 1)
            waiting[to] -= 1
            if waiting[to] == 0:
                ready.append(to)
    columns: list[list[str]] = [[] for _ in range(max(left.values()) + 1)]
    for key, column in left.items():
        columns[column].append(key)
    return columns


def _tops(columns: list[list[str]], forward: Links, heights: Mapping[str, int]) -> dict[str, float]:
    """The upper edge of every box: near what it is linked with, below its neighbour above."""
    back: dict[str, list[str]] = {key: [] for key in forward}
    for key, ends in forward.items():
        for to in ends:
            back[to].append(key)
    tops: dict[str, float] = {}
    for column in columns:
        _place(column, dict.fromkeys(column, 0.0), heights, tops)
    for sweep in range(_SWEEPS):
        backwards = sweep % 2 == 1
        links = forward if backwards else back
        for column in reversed(columns) if backwards else columns:
            wanted = {key: _wanted(key, links, heights, tops, forward) for key in column}
            column.sort(key=lambda key: wanted[key])
            _place(column, wanted, heights, tops)
    return tops


def _wanted(key: str, links: Links, heights: Mapping[str, int], tops: Mapping[str, float], forward: Links) -> float:
    """The middle that a box would have if it were alone: the mean of those it is linked with."""
    others = links[key]
    if not others:
        return tops[key] + heights[key] / 2
    middles = []
    for other in others:
        share = 0.5
        if key in forward[other]:  # by the row of the answer, so that arrows of one box do not cross
            share = (forward[other].index(key) + 1) / (len(forward[other]) + 1)
        middles.append(tops[other] + heights[other] * share)
    return sum(middles) / len(middles)


def _place(
    column: Sequence[str], wanted: Mapping[str, float], heights: Mapping[str, int], tops: dict[str, float]
) -> None:
    """Put the boxes of a column below one another, on the whole as near to what they want as there is room."""
    edge = float("-inf")
    shift = 0.0
    for key in column:
        top = max(wanted[key] - heights[key] / 2, edge)
        shift += wanted[key] - heights[key] / 2 - top
        tops[key] = top
        edge = top + heights[key] + ROW_GAP
    for key in column:
        tops[key] += shift / len(column)
