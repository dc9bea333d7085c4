"""Columns as bytes and back, each in the shortest of a few plain forms: reading them must cost next to nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from local_db.roster.columns import narrowed

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HEAD = 4  # bytes that say how long the description is
_SAMPLE = 1000
_RARE = 16  # exceptions are kept one by one while they are this many times fewer than the rows


def encoded(column: NDArray[Any]) -> bytes:
    """The column: a value for all but few rows, steps of an ascending one, single bits, or as it is in memory."""
    if column.dtype == np.bool_:
        return _joined(column, "bits", [np.packbits(column)])
    usual = _usual(column)
    others = np.flatnonzero(column != usual)
    if len(others) * _RARE <= len(column):
        return _joined(column, "few", [others.astype(np.int64), column[others]], usual=int(usual))
    if column.dtype.itemsize > 1 and column.dtype.kind == "i" and bool((column[1:] >= column[:-1]).all()):
        wide: NDArray[np.int64] = column.astype(np.int64)
        steps = narrowed(wide[1:] - wide[:-1])
        if steps.dtype.itemsize < column.dtype.itemsize:
            return _joined(column, "steps", [steps], first=int(column[0]), width=steps.dtype.str)
    return _joined(column, "plain", [column])


def decoded(data: bytes) -> NDArray[Any]:
    """The column again, not to be written to. Raises ValueError for bytes that are none."""
    length = int.from_bytes(data[:_HEAD], "little")
    head = json.loads(data[_HEAD : _HEAD + length])
    column = _FORMS[head["form"]](head, memoryview(data)[_HEAD + length :])
    if len(column) != head["size"]:
        raise ValueError("a column of another length")
    column.flags.writeable = False
    return column


def _usual(column: NDArray[Any]) -> Any:
    """A value that most rows have, if there is one."""
    sample = column[:: max(1, len(column) // _SAMPLE)]
    if not len(sample):
        return 0
    values, counts = np.unique_counts(sample)
    return values[np.argmax(counts)]


def _joined(column: NDArray[Any], form: str, parts: list[NDArray[Any]], **facts: int | str) -> bytes:
    head = json.dumps({"form": form, "size": len(column), "type": column.dtype.str} | facts).encode()
    return b"".join((len(head).to_bytes(_HEAD, "little"), head, *(part.tobytes() for part in parts)))


def _bits(head: dict[str, Any], data: memoryview) -> NDArray[Any]:
    return np.unpackbits(np.frombuffer(data, np.uint8), count=head["size"]).view(np.bool_)


def _few(head: dict[str, Any], data: memoryview) -> NDArray[Any]:
    width = np.dtype(head["type"])
    count = len(data) // (8 + width.itemsize)
    column = np.full(head["size"], head["usual"], width)
    column[np.frombuffer(data, np.int64, count)] = np.frombuffer(data, width, count, offset=8 * count)
    return column


def _steps(head: dict[str, Any], data: memoryview) -> NDArray[Any]:
    column = np.empty(head["size"], np.dtype(head["type"]))
    column[0] = head["first"]
    column[1:] = np.frombuffer(data, np.dtype(head["width"]))
    return np.cumsum(column, dtype=column.dtype, out=column)


def _plain(head: dict[str, Any], data: memoryview) -> NDArray[Any]:
    return np.frombuffer(data, np.dtype(head["type"])).view()


_FORMS = {"bits": _bits, "few": _few, "steps": _steps, "plain": _plain}
