"""Runs one benchmark by name: `python3 dev.py bench NAME [--json]`.

A benchmark is a module of this folder with `measure() -> list[Figure]`.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import json
import os
import sys
from pathlib import Path

from tests.bench.figure import Figure, table


def names() -> list[str]:
    """The benchmarks there are."""
    modules = Path(__file__).parent.glob("*.py")
    return sorted(path.stem for path in modules if "\ndef measure(" in path.read_text(encoding="utf-8"))


def main() -> None:
    """Measure, then print the table, or the list for another program and nothing else."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description="measure one thing against its peer")
    parser.add_argument("name", choices=names(), metavar="NAME", help=", ".join(names()))
    parser.add_argument("--json", action="store_true", help="print a list for another program, and nothing else")
    options = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else every program that is started compiles itself again
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    with contextlib.redirect_stdout(sys.stderr):
        figures: list[Figure] = importlib.import_module(f"tests.bench.{options.name}").measure()
    if options.json:
        print(json.dumps([figure.as_json() for figure in figures], indent=2))
    else:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # the table has a sign few code pages know
        print(table(figures))


if __name__ == "__main__":
    main()
