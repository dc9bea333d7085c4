"""Everything one does with this project, from a bare machine: `python3 dev.py COMMAND …`.

Needs Python 3.11 or later and nothing else. On first use it makes `.venv` from requirements.lock, and
again whenever the lock or the Python changed. On Debian and Ubuntu it installs the system packages
Qt needs (when root), or prints the line that does. Its own messages go to standard error, so that what
the program prints can be read by another program.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
# One lock for running and developing: the tools add a tenth to what Qt and pandas weigh, and with two
# locks `demo` and `test` could run on different versions of the same library.
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "made-from.json"
TRANSLATIONS = ROOT / "resources" / "i18n"
PROGRAM = "regulars"
ARCHITECTURE = "tests/test_architecture.py"
WINDOWS = "tests/desktop"  # half of the time of all tests

QT_PACKAGES = (
    "libgl1",
    "libegl1",
    "libglib2.0-0",
    "libdbus-1-3",
    "libfontconfig1",
    "libxkbcommon0",
    "libgssapi-krb5-2",  # QtNetwork, lupdate and lrelease
    "fonts-wqy-microhei",  # without a Chinese font every glyph is an empty box
)
WINDOW_PACKAGES = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)
SCREEN_PACKAGES = ("xvfb", "xauth", "openbox", "xdotool")  # tests look at what goes on between two programs
KEYRING_PACKAGES = ("gnome-keyring", "dbus")  # tests talk to a real secret service
# Debian's own Python keeps its library, which becomes part of the program, in a package of its own.
_DEBIAN_PYTHON = (f"libpython{sys.version_info[0]}.{sys.version_info[1]}",) if sys.base_prefix == "/usr" else ()
BUILD_PACKAGES = ("binutils", *_DEBIAN_PYTHON)


class StepError(Exception):
    """A step failed; the message says which, and `exit_code` becomes that of dev.py."""

    def __init__(self, message: str, exit_code: int = 1) -> None:
        super().__init__(message)
        self.exit_code = exit_code


class Command(NamedTuple):
    """A word after `dev.py`, what it does, and the function that does it with the arguments after it."""

    name: str
    summary: str
    action: Callable[[list[str]], int]


# --- the system's packages ---------------------------------------------------------------------------


def missing_packages(wanted: Iterable[str], listing: str) -> list[str]:
    """The wanted packages that `listing` lacks: lines of name, status letters and provided names, tab-separated.

    Provided names count, because newer releases renamed some libraries (libglib2.0-0t64).
    """
    present: set[str] = set()
    for line in listing.splitlines():
        name, status, provided = (*line.split("\t"), "", "")[:3]
        if status[1:2] == "i":
            present.add(name)
            present.update(entry.split("(")[0].strip() for entry in provided.split(","))
    return [name for name in wanted if name not in present]


def install_lines(packages: Sequence[str]) -> list[list[str]]:
    """The commands that install Debian packages, as argument lists."""
    return [["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *packages]]


def ensure_system_packages(*groups: Sequence[str]) -> None:
    """Install what is missing when root on Debian or Ubuntu; else say how, and go on."""
    missing = _missing_here(*groups)
    if not missing:
        return
    if not _is_root():
        line = " && ".join(shlex.join(["sudo", *command]) for command in install_lines(missing))
        _say(f"Some system packages are missing. Install them with:\n  {line}")
        return
    _say(f"Installing system packages: {' '.join(missing)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # One list of another vendor that cannot be refreshed must not keep the packages away: the last code counts.
    exit_codes = [_quietly([*command, "-qq"], environment) for command in install_lines(missing)]
    if exit_codes[-1] != 0:
        _say("They could not be installed; going on without.")


def _is_root() -> bool:
    # In this form the type checker knows that Windows never gets to the second half.
    return sys.platform != "win32" and os.geteuid() == 0


def _missing_here(*groups: Sequence[str]) -> list[str]:
    query = shutil.which("dpkg-query")
    if query is None or shutil.which("apt-get") is None:
        return []
    form = "${Package}\t${db:Status-Abbrev}\t${Provides}\n"
    listing = subprocess.run([query, "-W", "-f", form], capture_output=True, text=True, check=False).stdout
    return missing_packages([name for group in groups for name in group], listing)


def _window_packages() -> Sequence[str]:
    return WINDOW_PACKAGES if os.environ.get("DISPLAY") else ()


# --- the virtual environment -------------------------------------------------------------------------


@dataclass(frozen=True)
class Stamp:
    """What a complete `.venv` was made from; written last, so a killed installation has none."""

    python: str
    lock: str

    @classmethod
    def wanted(cls, lock: bytes, version: tuple[int, ...]) -> Stamp:
        """The stamp of an environment made now from this lock with this Python."""
        return cls(f"{version[0]}.{version[1]}", hashlib.sha256(lock).hexdigest())

    @classmethod
    def read(cls, path: Path) -> Stamp | None:
        """The stamp in a file; None where there is none that can be read."""
        try:
            facts = json.loads(path.read_text(encoding="utf-8"))
            return cls(str(facts["python"]), str(facts["lock"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, path: Path) -> None:
        """Store the stamp whole or not at all."""
        unfinished = path.with_suffix(".new")
        unfinished.write_text(json.dumps({"python": self.python, "lock": self.lock}) + "\n", encoding="utf-8")
        unfinished.replace(path)


def ensure_venv() -> None:
    """Make `.venv` where there is no complete one; bring it up to date where the lock changed."""
    found = Stamp.read(STAMP)
    wanted = Stamp.wanted(LOCK.read_bytes(), sys.version_info[:2])
    if found == wanted and venv_python(VENV).exists():
        return
    if found is None or found.python != wanted.python or not venv_python(VENV).exists():
        _make_venv()
    STAMP.unlink(missing_ok=True)
    _say("Installing the packages of requirements.lock into .venv (some 200 MB the first time)")
    install = [*_pip(), "install", *_PIP_OPTIONS, "-r", str(LOCK)]
    if _quietly(install, _environment()) != 0:
        raise StepError("The packages could not be installed; see above.")
    wanted.write(STAMP)


_PIP_OPTIONS = (
    "--quiet",
    "--no-input",
    "--disable-pip-version-check",
    "--require-hashes",
    "--no-deps",  # the lock names every package, so nothing is left to resolve
    "--only-binary=:all:",
)


def venv_python(venv: Path, system: str = os.name) -> Path:
    """The interpreter inside a virtual environment."""
    return venv / ("Scripts/python.exe" if system == "nt" else "bin/python")


def _make_venv() -> None:
    _say("Making .venv")
    # Inside the environment being remade, the interpreter to copy is the one it came from.
    python = getattr(sys, "_base_executable", sys.executable)
    options = ["--clear"] if _has("ensurepip") else ["--clear", "--without-pip"]
    if not _has("ensurepip") and not _has("pip"):
        ensure_system_packages(("python3-venv",))
        options = ["--clear"]
    if _quietly([python, "-m", "venv", *options, str(VENV)], _environment()) != 0:
        raise StepError("The virtual environment could not be made; see above.")


def _pip() -> list[str]:
    python = str(venv_python(VENV))
    if _has("ensurepip"):
        return [python, "-m", "pip"]
    # Debian's bare python3 has no ensurepip: the pip outside installs into the environment.
    return [sys.executable, "-m", "pip", "--python", python]


def _has(module: str) -> bool:
    importlib.invalidate_caches()
    return importlib.util.find_spec(module) is not None


# --- running things ----------------------------------------------------------------------------------


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _quietly(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run a step of preparation: what it prints goes to standard error, and it is asked nothing."""
    stderr = 2
    return subprocess.call(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=stderr)


def _environment(**changes: str) -> dict[str, str]:
    """The environment of a child: this project importable, nothing from outside mixed in."""
    # Without compiled modules every start would compile them again.
    outside = {"PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE"}
    kept = {key: value for key, value in os.environ.items() if key not in outside}
    return {**kept, "PYTHONPATH": str(ROOT), **changes}


def _test_environment() -> dict[str, str]:
    """As `_environment`, without a screen, in one locale, and without settings of this person."""
    environment = _environment(QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8")
    return {key: value for key, value in environment.items() if not key.startswith("REGULARS_")}


def _python(*arguments: str) -> list[str]:
    # -P: a folder named desktop where the person stands must not be taken for the program's own.
    return [str(venv_python(VENV)), "-P", *arguments]


def _become(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run the program in this process's place, so that signals and exit codes are its own."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execve(command[0], list(command), dict(environment))  # noqa: S606 - no shell is wanted
    with subprocess.Popen(command, env=environment) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:  # the program got it too, and ends in its own way
                continue


def _step(name: str, command: Sequence[str], environment: Mapping[str, str]) -> None:
    _say(f"== {name}")
    exit_code = subprocess.call(command, cwd=ROOT, env=environment)
    if exit_code != 0:
        raise StepError(f"{name} failed.", exit_code)


def _steps_together(first: tuple[str, Sequence[str]], second: tuple[str, Sequence[str]]) -> None:
    """Two halves of the tests at once. One is seen while it runs, the other when both are through."""
    with tempfile.TemporaryFile() as told:
        environment = _test_environment()
        with subprocess.Popen(second[1], cwd=ROOT, env=environment, stdout=told, stderr=told) as beside:
            try:
                _say(f"== {first[0]}; at the same time {second[0]}")
                exit_codes = [subprocess.call(first[1], cwd=ROOT, env=environment), beside.wait()]
            except BaseException:  # Ctrl+C: nothing is to run on
                beside.kill()
                raise
        _say(f"== {second[0]}")
        told.seek(0)
        sys.stdout.flush()
        shutil.copyfileobj(told, sys.stdout.buffer)
        sys.stdout.flush()
    for (name, _), exit_code in zip((first, second), exit_codes, strict=True):
        if exit_code != 0:
            raise StepError(f"{name} failed.", exit_code)


# --- translations ------------------------------------------------------------------------------------


def stale_translations(folder: Path) -> list[Path]:
    """The .ts files whose compiled .qm is missing or older."""
    return [path for path in sorted(folder.glob("*.ts")) if _is_older(path.with_suffix(".qm"), path)]


def _is_older(result: Path, source: Path) -> bool:
    return not result.exists() or result.stat().st_mtime_ns < source.stat().st_mtime_ns


def compile_translations() -> None:
    """Compile what changed. A failure is told and survived: the program then speaks English."""
    for path in stale_translations(TRANSLATIONS):
        compiled = path.with_suffix(".qm")
        unfinished = compiled.with_suffix(".qm.new")
        if _quietly(_linguist("lrelease", "-silent", str(path), "-qm", str(unfinished)), _environment()) == 0:
            unfinished.replace(compiled)
        else:
            _say(f"{path.name} could not be compiled.")


def extraction(target: Path) -> list[str]:
    """The command that brings `target` (.ts) up to date with every text of desktop/."""
    sources = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "desktop").rglob("*.py"))]
    languages = ("-source-language", "en", "-target-language", "zh_CN")
    # Without locations and obsolete entries a change of code moves no line of the translation.
    form = ("-silent", "-no-obsolete", "-locations", "none")
    return _linguist("lupdate", *sources, *form, *languages, "-ts", str(target))


def _linguist(tool: str, *arguments: str) -> list[str]:
    return _python("-c", f"from PySide6.scripts.pyside_tool import {tool}; {tool}()", *arguments)


# --- the commands ------------------------------------------------------------------------------------


def demo(arguments: list[str]) -> int:
    """Make the sample shop, walk the whole path, open the window."""
    return run(["demo", *arguments])


def run(arguments: list[str]) -> int:
    """Run the program with these arguments."""
    _prepare(_window_packages())
    compile_translations()
    return _become(_python("-m", "desktop", *arguments), _environment())


def test(arguments: list[str]) -> int:
    """Lint, types, architecture, then every test; arguments go to pytest."""
    _prepare(KEYRING_PACKAGES, WINDOW_PACKAGES, SCREEN_PACKAGES)
    compile_translations()
    _lint()
    pytest = _python("-m", "pytest")
    _step("architecture", [*pytest, "-q", ARCHITECTURE], _test_environment())
    if arguments:
        _step("tests", [*pytest, *arguments], _test_environment())
    else:
        everything_else = ["tests", "--ignore", WINDOWS, "--deselect", ARCHITECTURE]  # that has just passed
        _steps_together(("tests of windows", [*pytest, WINDOWS]), ("all other tests", [*pytest, *everything_else]))
    return 0


def lint(arguments: list[str]) -> int:
    """Ruff and mypy."""
    _parser("lint").parse_args(arguments)
    _prepare()
    _lint()
    return 0


def translate(arguments: list[str]) -> int:
    """Bring the Chinese translation up to date with the texts in the code, and compile it."""
    _parser("translate").parse_args(arguments)
    _prepare()
    TRANSLATIONS.mkdir(parents=True, exist_ok=True)
    _step("lupdate", extraction(TRANSLATIONS / f"{PROGRAM}_zh_CN.ts"), _environment())
    compile_translations()
    return 0


def bench(arguments: list[str]) -> int:
    """Measure one thing against its peer."""
    _prepare(_window_packages())
    compile_translations()
    return subprocess.call(_python("-m", "tests.bench", *arguments), cwd=ROOT, env=_environment())


def shots(arguments: list[str]) -> int:
    """Write a PNG of every page and dialog."""
    parser = _parser("shots")
    parser.add_argument("folder", type=Path, metavar="DIR", help="folder for the pictures; made where it is missing")
    folder: Path = parser.parse_args(arguments).folder.resolve()
    _prepare()
    compile_translations()
    _step("shots", _python("tests/shots.py", str(folder)), _test_environment())
    return 0


def build(arguments: list[str]) -> int:
    """Build the program for this system, and let it test itself."""
    _parser("build").parse_args(arguments)
    # The window's libraries become part of the program.
    _prepare(WINDOW_PACKAGES, BUILD_PACKAGES)
    compile_translations()
    folders = ("--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build"))
    options = ("--noconfirm", "--clean", "--log-level", "WARN")
    _step("build", _python("-m", "PyInstaller", *options, *folders, "build.spec"), _environment())
    folder = ROOT / "dist" / PROGRAM
    for program in built_programs(folder):
        _step(f"self-test of {program.name}", [str(program), "--self-test"], _test_environment())
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{folder}: {size / 1e6:.0f} MB")
    return 0


def packages(arguments: list[str]) -> int:
    """Print the Debian packages that are still missing for any command, for a machine where one is not root."""
    _parser("packages").parse_args(arguments)
    missing = _missing_here(QT_PACKAGES, WINDOW_PACKAGES, SCREEN_PACKAGES, KEYRING_PACKAGES, BUILD_PACKAGES)
    print(" ".join(missing))
    return 0


def built_programs(folder: Path, system: str = os.name) -> list[Path]:
    """The programs a build makes: on Windows a second one that can write to a console."""
    names = (f"{PROGRAM}.exe", f"{PROGRAM}-cli.exe") if system == "nt" else (PROGRAM,)
    return [folder / name for name in names]


def _prepare(*groups: Sequence[str]) -> None:
    ensure_system_packages(QT_PACKAGES, *groups)
    ensure_venv()


def _lint() -> None:
    _step("ruff", _python("-m", "ruff", "check", "."), _environment())
    _step("mypy", _python("-m", "mypy"), _environment())


def _parser(name: str) -> argparse.ArgumentParser:
    summary = next(command.summary for command in COMMANDS if command.name == name)
    return argparse.ArgumentParser(prog=f"dev.py {name}", description=summary)


COMMANDS = (
    Command("demo", "make the sample shop, walk the whole path, open the window", demo),
    Command("run", "run the program: dev.py run --shop FILE import FILE", run),
    Command("test", "lint, types, architecture, then every test; arguments go to pytest", test),
    Command("lint", "ruff and mypy", lint),
    Command("translate", "bring the Chinese translation up to date with the texts in the code", translate),
    Command("bench", "measure one thing against its peer: dev.py bench NAME [--json]", bench),
    Command("shots", "write a picture of every page and dialog: dev.py shots DIR", shots),
    Command("build", "build the program for this system into dist/, and let it test itself", build),
    Command("packages", "print the Debian packages that are still missing", packages),
)


def main(argv: Sequence[str]) -> int:
    """Run one command; returns the exit code."""
    width = max(len(command.name) for command in COMMANDS)
    listing = "\n".join(f"  {command.name.ljust(width)}  {command.summary}" for command in COMMANDS)
    parser = argparse.ArgumentParser(
        prog="dev.py", formatter_class=argparse.RawDescriptionHelpFormatter, epilog=f"commands:\n{listing}"
    )
    actions = {command.name: command.action for command in COMMANDS}
    parser.add_argument("command", choices=actions, metavar="COMMAND", help="one of those below")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="of the command")
    options = parser.parse_args(argv)
    try:
        return actions[options.command](options.arguments)
    except StepError as error:
        _say(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older one is told so
        sys.exit("Regulars needs Python 3.11 or later.")
    sys.exit(main(sys.argv[1:]))
