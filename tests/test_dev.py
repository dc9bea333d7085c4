"""What dev.py decides without touching the machine, and what one command line of it prints."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tests.bench.figure import Figure, table

LISTING = (
    "libgl1\tii \t\n"
    "libegl1\trc \t\n"
    "fonts-wqy-microhei\tun \t\n"
    "libglib2.0-0t64\tii \tlibglib2.0-0 (= 2.80.0-6ubuntu3)\n"
    "dbus\thi \tdefault-dbus-system-bus, dbus-system-bus\n"
)


@pytest.mark.parametrize(
    ("package", "is_missing"),
    [
        pytest.param("libgl1", False, id="installed"),
        pytest.param("libegl1", True, id="removed, configuration left"),
        pytest.param("fonts-wqy-microhei", True, id="known, never installed"),
        pytest.param("libglib2.0-0", False, id="provided under a newer name"),
        pytest.param("dbus", False, id="installed and held"),
        pytest.param("dbus-system-bus", False, id="one of several provided names"),
        pytest.param("libxkbcommon0", True, id="unknown"),
    ],
)
def test_a_package_is_missing_unless_installed_or_provided(package: str, is_missing: bool) -> None:
    assert dev.missing_packages([package], LISTING) == ([package] if is_missing else [])


def test_missing_packages_keep_the_order_asked_for() -> None:
    assert dev.missing_packages(["b", "libgl1", "a"], LISTING) == ["b", "a"]
    assert dev.missing_packages(["b", "a"], "") == ["b", "a"]


def test_who_is_not_root_is_told_one_line_and_nothing_is_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started: list[object] = []
    monkeypatch.setattr(dev, "_missing_here", lambda *groups: ["libgl1", "libegl1"])
    monkeypatch.setattr(dev, "_quietly", lambda *call: started.append(call) or 0)
    monkeypatch.setattr(dev, "_is_root", lambda: False)
    dev.ensure_system_packages(dev.QT_PACKAGES)
    shown = capsys.readouterr()
    assert "sudo apt-get update && sudo apt-get install -y --no-install-recommends libgl1 libegl1\n" in shown.err
    assert shown.out == ""
    assert started == []


class TestStamp:
    def test_survives_writing_and_reading(self, tmp_path: Path) -> None:
        stamp = dev.Stamp.wanted(b"a lock", (3, 11))
        stamp.write(tmp_path / "stamp.json")
        assert dev.Stamp.read(tmp_path / "stamp.json") == stamp
        assert [path.name for path in tmp_path.iterdir()] == ["stamp.json"]

    @pytest.mark.parametrize("text", [None, "", "{", "[]", "{}", '{"python": "3.11"}'])
    def test_is_none_where_no_whole_one_lies(self, tmp_path: Path, text: str | None) -> None:
        path = tmp_path / "stamp.json"
        if text is not None:
            path.write_text(text)
        assert dev.Stamp.read(path) is None

    def test_names_the_lock_by_its_hash(self) -> None:
        assert dev.Stamp.wanted(b"a lock", (3, 11)) == dev.Stamp("3.11", hashlib.sha256(b"a lock").hexdigest())


class TestVenv:
    """What `ensure_venv` does, by what it finds."""

    @pytest.fixture
    def steps(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """A project with a lock, in which making and installing are only recorded."""
        steps: list[str] = []

        def make() -> None:
            steps.append("make")
            python = dev.venv_python(tmp_path / ".venv")
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch()

        def install(command: list[str], environment: dict[str, str]) -> int:
            steps.append("install")
            return 0

        (tmp_path / "requirements.lock").write_bytes(b"one==1")
        monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
        monkeypatch.setattr(dev, "STAMP", tmp_path / ".venv" / dev.STAMP.name)
        monkeypatch.setattr(dev, "LOCK", tmp_path / "requirements.lock")
        monkeypatch.setattr(dev, "_make_venv", make)
        monkeypatch.setattr(dev, "_quietly", install)
        return steps

    def test_is_made_once(self, steps: list[str]) -> None:
        dev.ensure_venv()
        dev.ensure_venv()
        assert steps == ["make", "install"]

    def test_is_installed_again_when_the_lock_changed(self, steps: list[str]) -> None:
        dev.ensure_venv()
        dev.LOCK.write_bytes(b"one==2")
        dev.ensure_venv()
        assert steps == ["make", "install", "install"]

    def test_is_made_again_for_another_python(self, steps: list[str]) -> None:
        dev.ensure_venv()
        dev.Stamp("3.10", dev.Stamp.wanted(b"one==1", (3, 10)).lock).write(dev.STAMP)
        dev.ensure_venv()
        assert steps == ["make", "install"] * 2

    def test_is_made_again_when_the_installation_was_cut_short(
        self, steps: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as broken:
            broken.setattr(dev, "_quietly", lambda *_: 1)
            with pytest.raises(dev.StepError):
                dev.ensure_venv()
        dev.ensure_venv()
        assert steps == ["make", "make", "install"]

    def test_leaves_no_stamp_while_an_update_runs(self, steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        dev.ensure_venv()
        dev.LOCK.write_bytes(b"one==2")
        monkeypatch.setattr(dev, "_quietly", lambda *_: 1)
        with pytest.raises(dev.StepError):
            dev.ensure_venv()
        assert not dev.STAMP.exists()

    @pytest.mark.parametrize(
        ("has", "expected"),
        [
            ({"ensurepip", "pip"}, [str(dev.venv_python(dev.VENV)), "-m", "pip"]),
            ({"pip"}, [sys.executable, "-m", "pip", "--python", str(dev.venv_python(dev.VENV))]),
        ],
    )
    def test_is_filled_from_outside_where_python_brings_no_pip(
        self, has: set[str], expected: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(dev, "_has", lambda module: module in has)
        assert dev._pip() == expected


def test_the_interpreter_lies_where_each_system_puts_it() -> None:
    assert dev.venv_python(Path("v"), "posix") == Path("v/bin/python")
    assert dev.venv_python(Path("v"), "nt") == Path("v/Scripts/python.exe")


def test_windows_gets_a_second_program_for_consoles() -> None:
    assert [path.name for path in dev.built_programs(Path(), "posix")] == ["regulars"]
    assert [path.name for path in dev.built_programs(Path(), "nt")] == ["regulars.exe", "regulars-cli.exe"]


@pytest.mark.parametrize(
    ("compiled_after", "is_stale"),
    [pytest.param(None, True, id="never"), pytest.param(-1, True, id="before"), pytest.param(1, False, id="after")],
)
def test_a_translation_is_stale_until_compiled_after_its_last_change(
    tmp_path: Path, compiled_after: int | None, is_stale: bool
) -> None:
    source, compiled = tmp_path / "words.ts", tmp_path / "words.qm"
    source.touch()
    os.utime(source, (1000, 1000))
    if compiled_after is not None:
        compiled.touch()
        os.utime(compiled, (1000 + compiled_after,) * 2)
    assert dev.stale_translations(tmp_path) == ([source] if is_stale else [])


def test_children_see_this_project_and_nothing_of_the_callers_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PYTHONHOME", "elsewhere")
    monkeypatch.setenv("REGULARS_PASSPHRASE", "of this person")
    assert dev._environment()["PYTHONPATH"] == str(dev.ROOT)
    assert "PYTHONHOME" not in dev._environment()
    assert dev._environment()["REGULARS_PASSPHRASE"] == "of this person"
    assert "REGULARS_PASSPHRASE" not in dev._test_environment()
    assert dev._test_environment()["QT_QPA_PLATFORM"] == "offscreen"


def test_options_of_the_program_reach_it_untouched(monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[list[str]] = []
    for quiet in ("ensure_system_packages", "ensure_venv", "compile_translations"):
        monkeypatch.setattr(dev, quiet, lambda *_: None)
    monkeypatch.setattr(dev, "_become", lambda command, environment: became.append(command) or 7)
    assert dev.main(["demo", "--no-window", "--out", "a b"]) == 7
    assert dev.main(["run", "--shop", "F", "import", "X", "--json"]) == 7
    assert [command[-5:] for command in became] == [
        ["desktop", "demo", "--no-window", "--out", "a b"],
        ["--shop", "F", "import", "X", "--json"],
    ]


def test_the_first_step_that_fails_ends_the_run_with_its_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []

    def step(name: str, *_: object) -> None:
        steps.append(name)
        if name == "architecture":
            raise dev.StepError("architecture failed.", 3)

    for quiet in ("ensure_system_packages", "ensure_venv", "compile_translations"):
        monkeypatch.setattr(dev, quiet, lambda *_: None)
    monkeypatch.setattr(dev, "_step", step)
    assert dev.main(["test"]) == 3
    assert steps == ["ruff", "mypy", "architecture"]


@pytest.mark.parametrize(("exits", "expected"), [((0, 0), None), ((4, 0), 4), ((0, 5), 5), ((4, 5), 4)])
def test_both_halves_of_the_tests_are_told_whichever_fails(
    exits: tuple[int, int], expected: int | None, capfd: pytest.CaptureFixture[str]
) -> None:
    first, second = (
        (name, [sys.executable, "-c", f"print('told by {name}'); raise SystemExit({code})"])
        for name, code in zip(("windows", "the rest"), exits, strict=True)
    )
    if expected is None:
        dev._steps_together(first, second)
    else:
        with pytest.raises(dev.StepError) as failure:
            dev._steps_together(first, second)
        assert failure.value.exit_code == expected
    printed = capfd.readouterr().out
    assert printed.split("\n")[:2] == ["told by windows", "told by the rest"]


def test_help_names_every_command() -> None:
    shown = subprocess.run([sys.executable, str(dev.ROOT / "dev.py"), "--help"], capture_output=True, check=True)
    for command in dev.COMMANDS:
        assert re.search(rf"^  {command.name} ", shown.stdout.decode("ascii", "replace"), re.MULTILINE)


def test_the_lock_has_hashes_and_no_addresses() -> None:
    text = (dev.ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host|^-", text, re.MULTILINE)
    requirements = re.findall(r"^[a-z0-9].*(?:\n    --hash=sha256:[0-9a-f]{64}.*)*", text, re.MULTILINE)
    assert requirements
    assert [line for line in requirements if "--hash" not in line or "==" not in line] == []


class TestTable:
    FIGURES = (Figure("start", "s", 0.5, 0.25, 2.0), Figure("a million counts", "ms", 12345.6, 1000.0, 3))

    def test_is_aligned_and_judges(self) -> None:
        assert table(self.FIGURES).splitlines() == [
            "figure            unit    ours   peer  ratio  target  met",
            "start             s        0.5   0.25   2.00     ≤ 2  yes",
            "a million counts  ms    12,346  1,000  12.35     ≤ 3  no",
        ]

    def test_an_absolute_target_needs_no_peer(self) -> None:
        figures = (Figure("key", "ms", 40, None, 50, absolute=True), Figure("sort", "ms", 120, 10, 100, absolute=True))
        assert [figure.met for figure in figures] == [True, False]
        assert table(figures).splitlines()[1:] == [
            "key     ms      40     —      —   ≤ 50 ms  yes",
            "sort    ms     120    10  12.00  ≤ 100 ms  no",
        ]
        assert not Figure("start", "s", 1, None, 2).met  # a ratio to nothing

    def test_the_same_for_a_program(self) -> None:
        assert self.FIGURES[0].as_json() == {
            "figure": "start", "unit": "s", "ours": 0.5, "peer": 0.25, "ratio": 2.0, "target": 2.0, "met": True,
            "absolute": False,
        }  # fmt: skip
