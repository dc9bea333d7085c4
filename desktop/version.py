"""Which version of the program this is, as pyproject.toml says: in a checkout, a built or an installed program."""

from __future__ import annotations

import functools
import re

from desktop.translation import RESOURCES


@functools.cache
def version() -> str:
    """The version, such as 0.1.0."""
    try:
        text = (RESOURCES.parent / "pyproject.toml").read_text(encoding="utf-8")
    except OSError:
        from importlib.metadata import version as installed

        return installed("regulars")
    found = re.search(r'^version = "([^"]+)"', text, re.MULTILINE)
    return found[1] if found else "?"
