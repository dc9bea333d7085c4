"""The shortest and the longest way through a graph to an end, no step twice. Pure.

The longest way is looked for component by component (Tarjan): where nothing leads back there is one pass, and only the
steps of a circle are tried in every order, up to a limit.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

MOST_TRIES = 5_000  # in one circle

Leads = Mapping[str, Sequence[str]]  # from each step, where one can go


class Way(NamedTuple):
    """Steps in their order and what they weigh together; `exact`: there is no better way."""

    keys: tuple[str, ...]
    weight: float
    exact: bool = True


def shortest_way(start: str, leads: Leads, ends: AbstractSet[str], weights: Mapping[str, float]) -> Way | None:
    """The way of least weight from a step to an end; None where there is none (Dijkstra)."""
    if start not in leads:
        return None
    queue: list[tuple[float, int, str]] = [(weights[start], 0, start)]
    came: dict[str, str] = {}
    best = {start: weights[start]}
    done: set[str] = set()
    while queue:
        weight, _, key = heapq.heappop(queue)
        if key in done:
            continue
        done.add(key)
        if key in ends:
            return Way(_traced(came, key), weight)
        for to in leads[key]:
            total = weight + weights[to]
            if total < best.get(to, float("inf")):
                best[to], came[to] = total, key
                heapq.heappush(queue, (total, len(came), to))
    return None


def longest_way(start: str, leads: Leads, ends: AbstractSet[str], weights: Mapping[str, float]) -> Way | None:
    """The way of most weight from a step to an end that comes to no step twice; None where there is none."""
    if start not in leads:
        return None
    component: dict[str, int] = {}
    best: dict[str, Way] = {}  # from a step on, where a way enters its circle
    circles = _components(start, leads)
    for number, circle in enumerate(circles):
        component.update(dict.fromkeys(circle, number))
    entered = {to for key in component for to in leads[key] if component[to] != component[key]} | {start}
    for circle in circles:  # what a circle leads to comes before it
        for key in entered.intersection(circle):
            if (found := _within(key, leads, ends, weights, component, best)) is not None:
                best[key] = found
    return best.get(start)


def _traced(came: Mapping[str, str], key: str) -> tuple[str, ...]:
    keys = [key]
    while key in came:
        key = came[key]
        keys.append(key)
    return tuple(reversed(keys))


def _within(
    start: str,
    leads: Leads,
    ends: AbstractSet[str],
    weights: Mapping[str, float],
    component: Mapping[str, int],
    best: Mapping[str, Way],
) -> Way | None:
    """The longest way from a step, which tries every order of the steps of its circle before it leaves it."""
    found: Way | None = None
    exact, tries = True, 0
    path, here = [start], component[start]
    weight = weights[start]
    left = [iter(leads[start])]
    if start in ends:
        found = Way((start,), weight)
    while left:
        to = next(left[-1], None)
        if to is None:
            left.pop()
            weight -= weights[path.pop()]
        elif component[to] != here:
            rest = best.get(to)
            exact = exact and (rest is None or rest.exact)
            if rest is not None and (found is None or weight + rest.weight > found.weight):
                found = Way((*path, *rest.keys), weight + rest.weight)
        elif to not in path:
            tries += 1
            if tries > MOST_TRIES:
                exact = False
                break
            path.append(to)
            weight += weights[to]
            left.append(iter(leads[to]))
    return None if found is None else Way(found.keys, sum(weights[key] for key in found.keys), exact)


def _components(start: str, leads: Leads) -> list[list[str]]:
    """The strongly connected components that can be reached, each after all that it leads to (Tarjan)."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()
    found: list[list[str]] = []
    work = [(start, iter(leads[start]))]
    number[start] = lowest[start] = 0
    stack.append(start)
    waiting.add(start)
    while work:
        key, after = work[-1]
        for to in after:
            if to not in number:
                number[to] = lowest[to] = len(number)
                stack.append(to)
                waiting.add(to)
                work.append((to, iter(leads[to])))
                break
            if to in waiting:
                lowest[key] = min(lowest[key], number[to])
        else:
            work.pop()
            if work:
                lowest[work[-1][0]] = min(lowest[work[-1][0]], lowest[key])
            if lowest[key] == number[key]:
                circle = stack[stack.index(key) :]
                del stack[-len(circle) :]
                waiting -= set(circle)
                found.append(circle)
    return found
