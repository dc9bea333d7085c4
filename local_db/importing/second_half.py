"""The second half of a large text file, read by a process of its own while this one reads the first.

Whether a line begins a row is known only to who has read everything above it, so what the other process has read holds
only where the first half ends with the end of a row. It holds, too, only where there is nothing to say about its rows;
in every other case, or where no process can be started, this one reads on by itself. What is read goes through a pipe.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from local_db.importing.archive import size_of
from local_db.importing.blocks import is_cut, line_start

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from zoneinfo import ZoneInfo

    import numpy as np
    from numpy.typing import NDArray

    from local_db.importing.recognise import Recognition

Cell = TypeVar("Cell", str, bytes, str | bytes)

WORTH_A_PROCESS = 100 << 20  # bytes; to start one takes as long as to read 30 MB
FIRST_HALF = 0.53  # of a file; the other process takes a while to start
_PATIENCE = 0.05  # seconds between two questions whether to go on
_PORTION = 16_384


class ColumnRead(NamedTuple):
    """What was read of one column."""

    cells: Packed[str | bytes]  # the distinct ones
    codes: NDArray[np.int32]
    moments: list[NDArray[np.int64]]
    blank: list[NDArray[np.bool_]]
    ids: Packed[str]
    parcels: Packed[str | bytes]


class HalfRead(NamedTuple):
    """What was read of the second half, its rows counted from 1."""

    passed: int
    rows: list[NDArray[np.int64]]
    columns: Iterable[ColumnRead]


class Packed(Generic[Cell]):
    """A long list on its way; unpacked in portions, between which the window gets its turn."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self._portions = [pickle.dumps(cells[start : start + _PORTION]) for start in range(0, len(cells), _PORTION)]

    def portions(self) -> Iterator[list[Cell]]:
        """The list, portion by portion; nothing is left of it then."""
        self._portions.reverse()
        while self._portions:
            yield pickle.loads(self._portions.pop())  # noqa: S301 - our own process has packed it


class SecondHalf:
    """The other process, while it reads."""

    def __init__(self, start: int, process: BaseProcess, connection: Connection) -> None:
        self.start = start  # the byte at which its half begins
        self._process = process
        self._connection = connection

    def read(self, wait: Callable[[], object]) -> HalfRead | None:
        """What it has read; None where that is of no use. `wait` is called again and again, and may raise."""
        try:
            while not self._connection.poll(_PATIENCE):
                wait()
            half: HalfRead | None = self._connection.recv()
            return half._replace(columns=list(iter(self._connection.recv, None))) if half is not None else None
        except (EOFError, OSError):  # it has ended before its time
            return None

    def end(self) -> None:
        """End the process, whatever it is at."""
        self._process.kill()
        self._process.join()
        self._connection.close()


@contextlib.contextmanager
def second_half(found: Recognition, zone: ZoneInfo) -> Iterator[SecondHalf | None]:
    """A process that reads the second half, ended with the block; None for small files, and where there can be none."""
    half = _begun(found, zone)
    try:
        yield half
    finally:
        if half is not None:
            half.end()


def _begun(found: Recognition, zone: ZoneInfo) -> SecondHalf | None:
    source = found.source
    # Within an archive nobody gets to the second half but through the first.
    if found.others or not isinstance(source.path, Path) or not is_cut(source):
        return None
    size = size_of(source.path)
    start = line_start(source.path, int(size * FIRST_HALF)) if size >= WORTH_A_PROCESS else 0
    if not start:
        return None
    # Not forked: the window's threads may hold locks at this moment, which nobody would give back in the child.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_read, args=(theirs, found, zone, start), daemon=True)
    try:
        process.start()
    except (OSError, RuntimeError, AssertionError, TypeError):  # no room for it, or not allowed here
        ours.close()
        return None
    finally:
        theirs.close()
    return SecondHalf(start, process, ours)


def _read(connection: Connection, found: Recognition, zone: ZoneInfo, start: int) -> None:
    """The work of the other process."""
    from local_db.importing.table import read_half

    # Whatever goes wrong is said by who reads the same once more; a report from here could hold personal data.
    with contextlib.suppress(Exception):
        half = read_half(found, zone, start)
        if half is None:
            connection.send(None)
            return
        connection.send(half._replace(columns=()))
        for column in half.columns:  # one by one, so that no more than one is in memory twice
            connection.send(column)
        connection.send(None)
