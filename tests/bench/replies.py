"""Finding replies at every key, in libraries of 20,000 and 100,000; beside rapidfuzz on the same texts.

Everything that the labelled queries type is typed letter by letter, wrong letters too. A keystroke counts with the
least of some turns, each on an index of its own, so that nothing is known from the turn before. The peer looks through
all of a reply in one line, with the pinyin and the initials of its title, and is asked only some of the keystrokes:
it takes its time. It also answers the labelled queries, to see how often it has the right reply first.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from typing import Any

import numpy as np

from local_db.replies.model import Reply, Usage
from tests.bench.big_library import big_library
from tests.bench.figure import Figure
from tests.local_db.replies import evaluation
from tests.local_db.replies.library import library

SMALL, LARGE = 20_000, int(os.environ.get("REGULARS_BENCH_REPLIES", "100000"))
TURNS = 3
KEYSTROKE_MS, KEYSTROKE_LARGE_MS = 4.0, 1000 / 60
PASTED_MS = 1000 / 60  # nothing is known from the letters before, and nobody pastes at every key
BUILT_S, BUILT_LARGE_S = 1.0, 6.0
UPDATE_MS = 5.0
MOST_MEGABYTES = 200.0
TIMES_AS_FAST = 20
PEER_ASKED_EVERY, PEER_TURNS = 73, 2
NOT_FIRST, NOT_AMONG_THREE = 10.0, 2.0  # per cent
SHOWN = 50


def measure() -> list[Figure]:
    """What a clerk waits for, and how often the right reply is first."""
    replies, groups, usage = big_library(LARGE)
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as others:
        built = min(others.map(_built_anew, [SMALL] * TURNS))
    small, small_pasted = _keystrokes(replies[:SMALL], groups, usage)
    large, large_pasted = _keystrokes(replies, groups, usage)
    built_large, index = min((_timed(lambda: _index(replies, groups)) for _ in range(TURNS)), key=lambda turn: turn[0])
    return [
        Figure(f"keystroke, {SMALL:,} replies, 95th percentile", "ms", small[0], small[1], KEYSTROKE_MS, absolute=True),
        Figure("the same as a ratio to rapidfuzz", "ms", *small, 1 / TIMES_AS_FAST),
        Figure(f"keystroke, {LARGE:,} replies, 95th percentile", "ms", large[0], large[1], KEYSTROKE_LARGE_MS,
               absolute=True),
        Figure("the same as a ratio to rapidfuzz", "ms", *large, 1 / TIMES_AS_FAST),
        Figure(f"a pasted sentence, {SMALL:,} replies, 95th percentile", "ms", small_pasted, None, PASTED_MS,
               absolute=True),
        Figure(f"a pasted sentence, {LARGE:,} replies, 95th percentile", "ms", large_pasted, None, PASTED_MS,
               absolute=True),
        Figure(f"index of {SMALL:,} replies, readings loaded", "s", built, None, BUILT_S, absolute=True),
        Figure(f"index of {LARGE:,} replies", "s", built_large, None, BUILT_LARGE_S, absolute=True),
        Figure("memory of that index", "MB", index.memory / 2**20, None, MOST_MEGABYTES, absolute=True),
        Figure(f"one of {LARGE:,} replies changed", "ms", _update(index, replies), None, UPDATE_MS, absolute=True),
        *_quality(),
    ]  # fmt: skip


def _built_anew(count: int) -> float:
    """In a program that has not loaded the readings of characters yet."""
    replies, groups, _ = big_library(count)
    return _timed(lambda: _index(replies, groups))[0]


def _index(replies: Sequence[Reply], groups: Mapping[str, str]) -> Any:
    from local_db.replies.search.index import ReplyIndex

    return ReplyIndex(replies, groups)


def _keystrokes(
    replies: Sequence[Reply], groups: Mapping[str, str], usage: Mapping[str, Usage]
) -> tuple[tuple[float, float], float]:
    """The 95th percentile of ours and of the peer's, and that of sentences asked as a whole, in milliseconds."""
    pasted = [query.typed for query in evaluation.queries() if query.kind == "sentence"]
    asked = [query.typed[:end] for query in evaluation.queries() for end in range(1, len(query.typed) + 1)]
    turns = []
    for _ in range(TURNS):
        index = _index(replies, groups)
        index.search("", usage=usage, today=evaluation.TODAY)
        ask = partial(index.search, usage=usage, today=evaluation.TODAY, limit=SHOWN)
        turns.append([_timed(partial(ask, typed))[0] for typed in [*pasted, *asked]])
    least = np.min(np.array(turns), axis=0) * 1000
    whole, ours = least[: len(pasted)], least[len(pasted) :]
    peer = _peer(replies, groups)
    theirs = [
        1000 * min(_timed(partial(peer, typed))[0] for _ in range(PEER_TURNS)) for typed in asked[::PEER_ASKED_EVERY]
    ]
    _say(
        f"{len(replies):,} replies, {len(asked):,} keystrokes: mean {ours.mean():.2f} ms, median {np.median(ours):.2f},"
        f" 99th percentile {np.percentile(ours, 99):.2f}, longest {ours.max():.1f};"
        f" pasted sentences: mean {whole.mean():.2f}, longest {whole.max():.1f};"
        f" rapidfuzz {statistics.mean(theirs):.1f} ms on average of {len(theirs)}"
    )
    return (float(np.percentile(ours, 95)), float(np.percentile(theirs, 95))), float(np.percentile(whole, 95))


def _peer(replies: Sequence[Reply], groups: Mapping[str, str]) -> Callable[[str], list[str]]:
    from rapidfuzz import process

    lines = {reply.uid: evaluation.peer_text(reply, groups.get(reply.group, "")) for reply in replies}
    return lambda typed: [uid for _, _, uid in process.extract(typed.lower(), lines, limit=SHOWN)]


def _update(index: Any, replies: Sequence[Reply]) -> float:
    """Until a changed reply is in the index, of some changes one after another."""
    taken = []
    for number, reply in enumerate(replies[:20]):
        changed = replace(reply, title=f"{reply.title}改过{number}")
        taken.append(_timed(partial(index.update, [changed]))[0] * 1000)
        if index.search(changed.title, usage={}, today=evaluation.TODAY, limit=1)[0].uid != reply.uid:
            raise ValueError("a changed reply is not found by its new title")
    return statistics.median(taken)


def _quality() -> list[Figure]:
    replies, groups = library()
    titles = {reply.uid: reply.title for reply in replies}
    peer = _peer(replies, groups)
    ours = evaluation.outcomes(evaluation.queries(), evaluation.ours)
    theirs = evaluation.outcomes(evaluation.queries(), lambda typed: [titles[uid] for uid in peer(typed)])
    held_out = evaluation.outcomes(evaluation.held_out(), evaluation.ours)
    wrongly = [typed for typed in evaluation.nonsense() if evaluation.ours(typed)]
    return [
        Figure(f"of {len(ours)} labelled queries, right reply not first", "%", _missed(ours, 1), _missed(theirs, 1),
               NOT_FIRST, absolute=True),
        Figure("right reply not among the first three", "%", _missed(ours, 3), _missed(theirs, 3), NOT_AMONG_THREE,
               absolute=True),
        Figure(f"of the {len(held_out)} held out, not first", "%", _missed(held_out, 1), None, NOT_FIRST,
               absolute=True),
        Figure("of those, not among the first three", "%", _missed(held_out, 3), None, NOT_AMONG_THREE, absolute=True),
        Figure(f"of {len(evaluation.nonsense())} queries without an answer, answered", "%",
               100 * len(wrongly) / len(evaluation.nonsense()), None, 0.0, absolute=True),
    ]  # fmt: skip


def _missed(found: Sequence[evaluation.Outcome], within: int) -> float:
    return 100 * (1 - evaluation.share(found, within))


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begin = time.perf_counter()
    result = work()
    return time.perf_counter() - begin, result


def _say(text: str) -> None:
    print(text, file=sys.stderr)
