"""A real screen without a monitor for the tests of what goes on between programs: Xvfb, openbox, xdotool."""

from __future__ import annotations

import base64
import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
TOOLS = ("Xvfb", "openbox", "xdotool")
WINDOW_LIBRARIES = ("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1", "libxkbcommon-x11.so.0")
PATIENCE = 15.0


def missing() -> str:
    """Why there can be no such screen here, as the reason of a skip; empty where there can."""
    import ctypes

    if sys.platform != "linux":
        return "X11 is looked at on Linux"
    tools = [tool for tool in TOOLS if shutil.which(tool) is None]
    if tools:
        return f"not installed: {', '.join(tools)}"
    try:
        for library in WINDOW_LIBRARIES:
            ctypes.CDLL(library)
    except OSError as error:
        return str(error)
    return ""


def until(holds: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
    """Wait until something holds, and return it."""
    end = time.monotonic() + patience
    while True:
        found = holds()
        if found:
            return found
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.02)


class Program:
    """A program on the screen that answers a line of JSON with a line of JSON."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def end(self) -> None:
        end(self._process)
        self._reader.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def _read(self) -> None:
        for line in self._process.stdout or ():
            self._lines.put(line)
        self._lines.put("")

    def said(self) -> Any:
        """The next thing it says."""
        line = self._lines.get(timeout=PATIENCE)
        assert line, "the program ended"
        return json.loads(line)

    def do(self, what: str, **how: object) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": what, **how}) + "\n")
        self._process.stdin.flush()
        return self.said()

    def copy(self, forms: dict[str, bytes]) -> None:
        self.do("copy", forms={name: base64.b64encode(data).decode() for name, data in forms.items()})

    def clipboard(self) -> dict[str, bytes]:
        return {name: base64.b64decode(data) for name, data in self.do("clipboard").items()}


class Screen:
    """The screen: starts programs on it, and types as a person does."""

    def __init__(self, display: str, folder: Path) -> None:
        home = folder / "home"
        home.mkdir()
        self.display = display
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("REGULARS_", "WAYLAND"))},
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }

    @contextmanager
    def program(self, *words: str | Path, **more: str) -> Iterator[Program]:
        process = subprocess.Popen(
            [sys.executable, *map(str, words)], env=self.environment | more, cwd=ROOT,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        program = Program(process)
        try:
            yield program
        finally:
            program.end()

    def xdotool(self, *words: str) -> str:
        shown = subprocess.run(["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False)
        return shown.stdout.strip()

    def key(self, *keys: str) -> None:
        self.xdotool("key", "--clearmodifiers", *keys)

    def write(self, text: str) -> None:
        self.xdotool("type", "--delay", "20", text)

    def active(self) -> int:
        return int(self.xdotool("getactivewindow") or 0)

    def window(self, title: str) -> int:
        found = until(lambda: self.xdotool("search", "--onlyvisible", "--name", title), f"a window “{title}”")
        return int(found.splitlines()[0])

    def activate(self, window: int) -> None:
        self.xdotool("windowactivate", "--sync", str(window))
        until(lambda: self.active() == window, "the window in front")


def end(process: subprocess.Popen[Any]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def screen(folder: Path, size: str = "1280x800x24") -> Iterator[Screen]:
    """A screen with a window manager, gone afterwards with everything on it."""
    reading, writing = os.pipe()
    command: Sequence[str] = ("Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset")
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answers:
            display = f":{answers.readline().strip()}"
        made = Screen(display, folder)
        manager = subprocess.Popen(["openbox"], env=made.environment, stderr=subprocess.DEVNULL)
        try:
            until(lambda: "_NET_SUPPORTING_WM_CHECK" in _root_properties(made), "the window manager")
            yield made
        finally:
            end(manager)
    finally:
        end(server)


def _root_properties(made: Screen) -> set[str]:
    from Xlib.display import Display

    display = Display(made.environment["DISPLAY"])
    try:
        return {display.get_atom_name(atom) for atom in display.screen().root.list_properties()}
    finally:
        display.close()
