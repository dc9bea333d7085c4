"""What the commands print: lines for people, one JSON object, and every way in which printing or working can end.

A pipe that nobody reads any more ends a command quietly, as it does with other Unix programs; no
failure shows a person more than one sentence.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from desktop import wording
from local_db.errors import RegularsError

FAILED = 1
READER_GONE = 128 + 13  # what a shell shows for a program that SIGPIPE has ended
DEBUG_VARIABLE = "REGULARS_DEBUG"

Json = dict[str, object]

_SOURCES = Path(__file__).resolve().parents[1]
_OWN = ("desktop", "local_db")


class OutputError(Exception):
    """Standard output takes no more."""


class Interrupted(Exception):
    """A command stopped after it had done something; what it did, why it stopped, and whether that was said already."""

    def __init__(self, done: Json, reason: RegularsError, *, said: bool = False) -> None:
        super().__init__()
        self.done = done
        self.reason = reason
        self.said = said


def print_lines(lines: Iterable[str]) -> None:
    """Lines for a person on standard output. Raises OutputError."""
    try:
        for line in lines:
            print(line)
    except OSError as error:
        raise OutputError from error


def print_json(value: Json) -> None:
    """One JSON object on standard output. Raises OutputError."""
    print_lines([json.dumps(value, ensure_ascii=False, indent=2)])


def speak_utf8() -> None:
    """Chinese text on a Windows console or a C locale must not end in an encoding error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def finish() -> None:
    """Hand over what is still in the buffer. Raises OutputError."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        raise OutputError from error


def output_failed(failure: OutputError) -> int:
    """The exit status after a failed output; only a gone reader needs no word."""
    if sys.stdout is not None:  # or the interpreter would try again when it ends, and complain
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    if isinstance(failure.__cause__, BrokenPipeError):
        return READER_GONE
    complain(wording.sentence("output_failed"))
    return FAILED


def complain(text: str) -> None:
    """A sentence on standard error, where there is one."""
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        return


def refuse(error: RegularsError, *, as_json: bool) -> int:
    """Say what could not be done."""
    if as_json:
        print_json(error_json(error))
    else:
        complain(wording.error(error))
    return FAILED


def error_json(error: RegularsError) -> Json:
    """An error as plain values."""
    data = {name: str(value) for name, value in error.data.items()}
    return {"error": {"code": error.code, "text": wording.error(error), "data": data}}


def unexpected(error: BaseException, *, as_json: bool) -> int:
    """Say that the program has an error, where, and nothing of what it worked on."""
    if os.environ.get(DEBUG_VARIABLE) == "1":
        import traceback

        traceback.print_exception(error)
    kind, place = type(error).__name__, _place(error.__traceback__)
    text = wording.sentence("unexpected", kind=kind, place=place)
    if as_json:
        print_json({"error": {"code": "unexpected", "text": text, "data": {"kind": kind, "place": place}}})
    else:
        complain(text)
    return FAILED


def _place(trace: TracebackType | None) -> str:
    """The line of our own code that was reached last."""
    place = "?"
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.is_relative_to(_SOURCES):  # in a packaged program names are relative already
            path = path.relative_to(_SOURCES)
        if path.parts[0] in _OWN:
            place = f"{path.as_posix()}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def progress_bar(name: str) -> Callable[[int, int], None] | None:
    """A bar on standard error while it is a terminal; None elsewhere."""
    if not at_terminal(sys.stderr):
        return None

    def show(done: int, total: int) -> None:
        share = done / total if total else 1.0
        bar = "█" * round(share * 24)
        end = "\n" if done >= total else ""
        print(f"\r{name}  {bar:<24} {share:4.0%}", end=end, file=sys.stderr, flush=True)

    return show


def at_terminal(stream: TextIO | None) -> bool:
    """Whether somebody sits there; a stream that was closed before the start is None."""
    return stream is not None and stream.isatty()
