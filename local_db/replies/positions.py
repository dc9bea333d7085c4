"""Texts that order replies: one can always be found between two others, so that moving touches nothing else.

A text is five figures that count up and down, and what divides further. It never ends in 0, for nothing would fit
between `a` and `a0`.
"""

from __future__ import annotations

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)
_PLACE = {digit: place for place, digit in enumerate(_DIGITS)}
_WIDTH = 5
LONGEST = 60  # characters; after hundreds of moves to one and the same place
_MIDDLE = "i"


def between(before: str, after: str) -> str:
    """A text that comes after `before` and before `after`; an empty one is no limit. `before` < `after`."""
    if before and after:
        return _middle(before, after)
    if not before and not after:
        return _counted(_BASE**_WIDTH // 2)
    if before:
        count = _count(before) + 1
        return _counted(count) if count < _BASE**_WIDTH else _middle(before, "")
    count = _count(after) - 1
    return _counted(count) if count > 0 else _middle("", after)


def spread(before: str, after: str, count: int) -> list[str]:
    """So many texts in their order between two others, short ones."""
    if count <= 0:
        return []
    if not after:
        return _one_by_one(before, count)
    half = count // 2
    middle = _middle(before, after)
    return [*spread(before, middle, half), middle, *spread(middle, after, count - half - 1)]


def _one_by_one(before: str, count: int) -> list[str]:
    found: list[str] = []
    for _ in range(count):
        before = between(before, "")
        found.append(before)
    return found


def _count(text: str) -> int:
    return int(text[:_WIDTH].ljust(_WIDTH, "0"), _BASE)


def _counted(count: int) -> str:
    digits = ""
    for _ in range(_WIDTH):
        count, digit = divmod(count, _BASE)
        digits = _DIGITS[digit] + digits
    return digits + _MIDDLE


def _middle(before: str, after: str) -> str:
    """The shortest text between two; an empty `after` is beyond all texts."""
    prefix = ""
    while True:
        low = _PLACE[before[0]] if before else 0
        high = _PLACE[after[0]] if after else _BASE
        if high - low > 1:
            return prefix + _DIGITS[(low + high) // 2]
        if low == high:
            prefix, before, after = prefix + _DIGITS[low], before[1:], after[1:]
        elif len(after) > 1:
            return prefix + after[0]
        else:
            prefix, before, after = prefix + _DIGITS[low], before[1:], ""
