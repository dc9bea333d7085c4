"""From starting the program to the first painted page of the sample shop, beside an empty Qt window.

Both sides are whole processes, from the moment they are started to the line that each of them writes
right after its first paint. They take turns, so that a busy moment of the machine meets
both; the median of all turns counts.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.figure import Figure

TURNS = 15
TARGET = 2.0  # times the empty window
PATIENCE = 300  # seconds before a run that hangs is an error


def measure() -> list[Figure]:
    """Median seconds of ours and of the empty window."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        environment = _environment(Path(folder))
        ours = _program("desktop", "--shop", str(_sample_shop(Path(folder), environment)), "--exit-after-first-paint")
        peer = _program("tests.bench.empty_window")
        _seconds(ours, environment), _seconds(peer, environment)  # fill the system's caches
        turns = [(_seconds(ours, environment), _seconds(peer, environment)) for _ in range(TURNS)]
    ours_median, peer_median = (statistics.median(side) for side in zip(*turns, strict=True))
    return [Figure("start to first painted page", "s", ours_median, peer_median, TARGET)]


def _environment(folder: Path) -> dict[str, str]:
    """A passphrase, no settings of the person's own, and no screen where there is none."""
    environment = {**os.environ, "REGULARS_PASSPHRASE": "sample shop of a benchmark"}
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        environment[variable] = str(folder / variable)
    if sys.platform == "linux" and not environment.get("DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return environment


def _sample_shop(folder: Path, environment: Mapping[str, str]) -> Path:
    command = _program("desktop", "demo", "--no-window", "--out", str(folder))
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, timeout=PATIENCE)
    shops = sorted(folder.rglob("*.regulars"), key=lambda path: len(path.parts))  # backups lie deeper
    if not shops:
        raise FileNotFoundError("the demo left no shop file")
    return shops[0]


def _program(module: str, *arguments: str) -> list[str]:
    return [sys.executable, "-P", "-m", module, *arguments]


def _seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """From starting a program to the line it writes at its first painting."""
    begin = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        watchdog = threading.Timer(PATIENCE, process.kill)
        watchdog.start()
        line = process.stdout.readline() if process.stdout else ""
        seconds = time.perf_counter() - begin
        status = process.wait()
        watchdog.cancel()
    if status or line != "painted\n":
        raise subprocess.CalledProcessError(status, command)
    return seconds
