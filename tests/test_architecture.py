"""The import rules of docs/architecture.md, and what importing a layer may load."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WINDOW_PACKAGES = {"PySide6", "shiboken6"}
NETWORK_PACKAGES = {"requests", "urllib3", "http", "urllib", "socket", "ssl"}
SECRET_PACKAGES = {"keyring"}
# What these import inside a function may import them back: each does there what it could not do at its top.
LOOKING_BACK = {
    "local_db.importing.second_half",  # what its process runs
    "local_db.shop_file",  # a backup before a migration
}


def modules_below(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def imported_by(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield child
            yield from outside_functions(child)


def modules_imported(path: Path, known: set[str]) -> set[str]:
    """The modules of ours that one names, for types only and inside functions too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = outside_functions(tree) if name_of(path) in LOOKING_BACK else ast.walk(tree)
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            submodules = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in known else node.module for name in submodules}
    return found & known - {name_of(path)}


def top_level(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imported_by(path)}


def test_there_is_something_to_check() -> None:
    assert len(modules_below("local_db")) > 10
    assert len(modules_below("desktop")) > 10


@pytest.mark.parametrize("path", modules_below("local_db"), ids=lambda p: str(p.relative_to(ROOT)))
def test_local_db_knows_no_window_no_network_and_no_secrets(path: Path) -> None:
    forbidden = WINDOW_PACKAGES | NETWORK_PACKAGES | SECRET_PACKAGES | {"desktop", "tests"}
    assert not top_level(path) & forbidden


@pytest.mark.parametrize("path", modules_below("desktop"), ids=lambda p: str(p.relative_to(ROOT)))
def test_network_and_keyring_are_used_by_gateways_only(path: Path) -> None:
    if path.is_relative_to(ROOT / "desktop" / "gateways"):
        assert not top_level(path) & WINDOW_PACKAGES
    else:
        assert not top_level(path) & (NETWORK_PACKAGES | SECRET_PACKAGES)


@pytest.mark.parametrize("path", modules_below("desktop/audio"), ids=lambda p: str(p.relative_to(ROOT)))
def test_sound_knows_no_window(path: Path) -> None:
    assert not top_level(path) & WINDOW_PACKAGES


def test_a_page_of_scripts_loads_no_sound_before_it_is_wanted() -> None:
    assert not loaded_after("import desktop.call_scripts.recording.recording_view", "miniaudio")


@pytest.mark.parametrize("path", modules_below("desktop/widgets"), ids=lambda p: str(p.relative_to(ROOT)))
def test_shared_widgets_know_no_feature(path: Path) -> None:
    allowed = ("desktop.widgets", "desktop.shell", "desktop.translation", "local_db.values")
    ours = {name for name in imported_by(path) if name.split(".")[0] in {"desktop", "local_db"}}
    assert all(name == "desktop" or name.startswith(allowed) for name in ours)


@pytest.mark.parametrize("path", modules_below("desktop"), ids=lambda p: str(p.relative_to(ROOT)))
def test_sql_stays_in_local_db(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ".execute(" not in text
    assert "sqlcipher3" not in top_level(path)


def test_only_the_shop_file_makes_connections() -> None:
    makers = [p for p in modules_below("local_db") if "sqlcipher3" in top_level(p)]
    assert [p.name for p in makers] == ["shop_file.py"]


def test_no_module_is_imported_back() -> None:
    paths = {name_of(path): path for path in (*modules_below("desktop"), *modules_below("local_db"))}
    graph = {name: modules_imported(path, set(paths)) for name, path in paths.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"imported in a circle: {' → '.join(reversed(error.args[1]))}")


def loaded_after(statement: str, *suspects: str) -> set[str]:
    code = f"{statement}\nimport sys\nprint(*[m for m in {suspects!r} if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(shown.stdout.split())


def test_local_db_loads_neither_qt_nor_requests() -> None:
    every = ", ".join(
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in modules_below("local_db")
        if path.name not in {"__init__.py", "__main__.py"}
    )
    assert not loaded_after(f"import {every}", "PySide6", "requests", "keyring")


def test_the_command_line_loads_no_qt() -> None:
    assert not loaded_after("import desktop.__main__, desktop.cli", "PySide6.QtCore", "pandas", "numpy", "sqlite_utils")
