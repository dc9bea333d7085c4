"""The words of a body as they stand in it, with everything of a variable but its fallback blotted out."""

from __future__ import annotations

from functools import lru_cache

from local_db.templates.text import Variable, scan, separators

VARIABLE = "\x00"  # stands for each character of a variable


def variables(body: str) -> list[Variable]:
    """The variables of a body in their order."""
    return [piece for piece in scan(body).pieces if isinstance(piece, Variable)]


@lru_cache(maxsize=64)
def words_only(body: str, *, fallbacks: bool = True) -> str:
    """The body, character for character, with VARIABLE where a variable stands; fallbacks are words too."""
    shown = list(body)
    for found in variables(body):
        shown[found.position : found.position + found.length] = VARIABLE * found.length
        if fallbacks and found.fallback:
            start = fallback_place(body, found)
            shown[start : start + len(found.fallback)] = found.fallback
    return "".join(shown)


def fallback_place(body: str, found: Variable) -> int:
    """Where the fallback of a variable begins in its body; one that is empty would begin there."""
    before, _ = separators(body, found)
    return found.position + found.length - 1 if before is None else before + 1
