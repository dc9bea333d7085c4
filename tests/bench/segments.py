"""How many people is this, over a million members and five million order lines; beside DuckDB on all its cores.

The peer holds the same rows in memory, with every order's calendar day and second of the day worked out beforehand,
and is asked the same twenty questions in SQL. All counts must be equal. A cold answer is one of which nothing was
asked before: what opening the shop prepares for everybody alike (the columns of facts at today) is there.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tests.bench import segment_shop
from tests.bench.figure import Figure
from tests.bench.segment_trees import MOMENT, QUESTIONS

if TYPE_CHECKING:
    from local_db.roster.roster import Roster
    from local_db.segments.evaluate import Evaluator
    from local_db.segments.tree import Node
    from local_db.shop_file import Shop

PEOPLE = int(os.environ.get("REGULARS_BENCH_PEOPLE", "1000000"))
ORDERS, LINES = 4 * PEOPLE, 5 * PEOPLE
IMPORTED = PEOPLE // 10
FRAME_MS = 1000 / 60
EDIT_MS = 1.0
READY_S = 1.0
FRESH_S = 2.0
MOST_MEGABYTES = 400.0
TURNS = 5


def measure() -> list[Figure]:
    """What a person who builds segments waits for, and what it takes."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _say(f"making a shop of {PEOPLE:,} members, {ORDERS:,} orders and {LINES:,} lines")
        found = segment_shop.tables(PEOPLE, ORDERS, LINES)
        with segment_shop.make(folder, found) as shop:
            path, key = shop.path, shop.key
            _keep(shop)
        ratios, cold = _beside_duckdb(path, key, found)
        return [
            Figure("cold condition, 95th percentile", "ms", cold, None, FRAME_MS, absolute=True),
            Figure("structural edit of ten rows, all counts", "ms", _edits(path, key), None, EDIT_MS, absolute=True),
            Figure("whole cold tree, median of the ratios to DuckDB", "×", statistics.median(ratios), 1.0, 0.5),
            Figure("whole cold tree, largest ratio to DuckDB", "×", max(ratios), 1.0, 1.0),
            *_opening(path, key),
            Figure("100,000 lines imported, until counts are fresh" if IMPORTED == 100_000 else "import, until fresh",
                   "s", _after_import(path, key, found, folder), None, FRESH_S, absolute=True),
        ]  # fmt: skip


def _keep(shop: Shop) -> None:
    from local_db.roster.source import RosterSource

    source = RosterSource(shop)
    seconds, _ = _timed(source.current)
    kept, _ = _timed(source.keep)
    _say(f"the roster was read from the tables in {seconds:.1f} s, and written into the file in {kept:.1f} s")


def _ready(roster: Roster) -> Evaluator:
    """An evaluator with what is prepared after opening."""
    from local_db.segments.evaluate import Evaluator

    evaluator = Evaluator(roster)
    evaluator.prepare(MOMENT)
    return evaluator


def _beside_duckdb(path: Path, key: Any, found: dict[str, segment_shop.Table]) -> tuple[list[float], float]:
    """Per question our time over DuckDB's; and the 95th percentile of single conditions."""
    from local_db.roster.source import RosterSource
    from local_db.segments.tree import parse, walk
    from local_db.shop_file import open_shop

    peer = _duckdb(found)
    with open_shop(path, key) as shop:
        evaluator = _ready(RosterSource(shop).current())
    ratios, singles = [], []
    _say(f"{'question':58}{'people':>9}{'ours ms':>9}{'duckdb ms':>11}{'ratio':>7}")
    for question in QUESTIONS:
        tree = parse(question.tree)
        ours, count = _median(lambda tree=tree: _cold(evaluator, tree))
        theirs, expected = _median(lambda sql=question.sql: peer.execute(sql).fetchone()[0])
        if count != expected:
            raise ValueError(f"{question.name}: {count} people, {expected} by DuckDB")
        ratios.append(ours / theirs)
        _say(f"{question.name:58}{count:>9,}{ours * 1000:>9.2f}{theirs * 1000:>11.2f}{ratios[-1]:>7.2f}")
        for _, node in walk(tree):
            if type(node).__name__ not in {"All", "Any", "Not"}:
                singles.append(_median(lambda node=node: _cold(evaluator, node))[0] * 1000)
    return ratios, float(np.percentile(singles, 95))


def _cold(evaluator: Evaluator, tree: Node) -> int:
    """The answer without any kept one."""
    evaluator.forget_answers()
    return evaluator.evaluate(tree, now=MOMENT).count


def _duckdb(found: dict[str, segment_shop.Table]) -> Any:
    import duckdb
    import pandas

    peer = duckdb.connect()
    found = found | {
        "shops": {"id": np.arange(1, 5), "platform": np.array([shop[0] for shop in segment_shop.SHOPS])},
        "sendings": _sendings(found["sendings"]),
    }
    for name, table in found.items():
        frame = pandas.DataFrame(  # noqa: F841 - read by name in the SQL
            {column: pandas.Series(values, dtype=None if values.dtype.kind == "i" else object)
             for column, values in table.items()}
        )  # fmt: skip
        peer.execute(f"create table {name} as select * from frame")
    return peer


def _sendings(table: segment_shop.Table) -> segment_shop.Table:
    places = {name: number for number, name in enumerate(dict.fromkeys(table["audience"].tolist()), 1)}
    place = np.array([places[name] for name in table["audience"].tolist()])
    return {"member": table["member"], "time": segment_shop.NOW - 40 * place * 86_400}


def _edits(path: Path, key: Any) -> float:
    """Negate, mute, move and duplicate rows of ten conditions that were asked before."""
    from local_db.roster.source import RosterSource
    from local_db.segments.tree import All, Muted, Not, parse, walk  # fmt: skip
    from local_db.segments.tree import Any as AnyOf
    from local_db.shop_file import open_shop

    leaves = [node for question in QUESTIONS for _, node in walk(parse(question.tree))
              if type(node).__name__ not in {"All", "Any", "Not"}][:10]  # fmt: skip
    with open_shop(path, key) as shop:
        evaluator = _ready(RosterSource(shop).current())
    rows: list[Any] = [*leaves[:6], AnyOf(tuple(leaves[6:]))]
    evaluator.evaluate(All(tuple(rows)), now=MOMENT)
    edited = [
        [Not(rows[0]), *rows[1:]],
        [rows[0], Muted(rows[1]), *rows[2:]],
        [rows[3], *rows[:3], *rows[4:]],
        [*rows, rows[2]],
        [*rows[:-1], Not(rows[-1])],
    ]
    taken = [_median(lambda tree=All(tuple(some)): evaluator.evaluate(tree, now=MOMENT).count)[0] for some in edited]
    return max(taken) * 1000


def _opening(path: Path, key: Any) -> Iterable[Figure]:
    from local_db.roster.source import RosterSource
    from local_db.shop_file import open_shop

    taken = []
    for _ in range(3):
        with open_shop(path, key) as shop:
            source = RosterSource(shop)
            taken.append(_timed(source.current)[0])
            roster = source.current()
    yield Figure("roster ready after opening", "s", statistics.median(taken), None, READY_S, absolute=True)
    yield Figure("roster's memory", "MB", _bytes(roster) / 2**20, None, MOST_MEGABYTES, absolute=True)


def _bytes(roster: Roster) -> int:
    from local_db.roster.kept import parts_of

    return sum(array.nbytes for array in parts_of(roster)[0].values())


def _after_import(path: Path, key: Any, found: dict[str, segment_shop.Table], folder: Path) -> float:
    """From the commit of an import until a tree is counted over what it brought."""
    from local_db.importing.actions import import_file
    from local_db.roster.source import RosterSource
    from local_db.segments.evaluate import Evaluator
    from local_db.segments.tree import parse
    from local_db.shop_file import open_shop
    from tests.local_db.importing.exports import taobao_row, write_csv

    rows = [
        taobao_row(number, 买家会员名=nick, 买家实际支付金额=amount, 订单编号=f'="{order}"', 店铺名称="旗舰店")
        for number, (order, nick, amount) in enumerate(segment_shop.more(found, IMPORTED))
    ]
    file = write_csv(folder / "ExportOrderList202611181200.csv", rows)
    tree = parse(QUESTIONS[0].tree)
    with open_shop(path, key) as shop:
        source = RosterSource(shop)
        Evaluator(source.current()).evaluate(tree, now=MOMENT)
        taken, _ = _timed(lambda: import_file(shop, file, now=MOMENT))
        fresh, count = _timed(lambda: Evaluator(source.current()).evaluate(tree, now=MOMENT).count)
        _say(f"the import took {taken:.1f} s, then {fresh:.2f} s")
        if count != Evaluator(_read(shop)).evaluate(tree, now=MOMENT).count:
            raise ValueError("an extended roster counts otherwise than one that is read whole")
    return fresh


def _read(shop: Shop) -> Roster:
    from local_db.roster.store import load

    with shop.read() as connection:
        return load(connection)


def _timed(ask: Callable[[], Any]) -> tuple[float, Any]:
    begin = time.perf_counter()
    result = ask()
    return time.perf_counter() - begin, result


def _median(ask: Callable[[], Any]) -> tuple[float, Any]:
    ask()
    turns = [_timed(ask) for _ in range(TURNS)]
    return statistics.median(taken for taken, _ in turns), turns[-1][1]


def _say(text: str) -> None:
    print(text, file=sys.stderr)
