"""Which spellings stand for a syllable, with the sounds that many speakers do not tell apart."""

from __future__ import annotations

from functools import cache

TWO_LETTER_INITIALS = frozenset({"zh", "ch", "sh"})
_INITIALS = ("zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s",
             "y", "w")  # fmt: skip
_LIKE_INITIAL = {
    "zh": "z", "z": "zh", "ch": "c", "c": "ch", "sh": "s", "s": "sh", "n": "l", "l": "nr", "r": "l", "f": "h", "h": "f",
}  # fmt: skip
_LIKE_FINAL = {"ang": "an", "an": "ang", "eng": "en", "en": "eng", "ing": "in", "in": "ing",
               "uang": "uan", "uan": "uang", "iang": "ian", "ian": "iang"}  # fmt: skip
# Where h and f are taken for one another, a u comes or goes with it.
_H_AND_F = {"a": "ua", "an": "uan", "ang": "uang", "ei": "ui", "en": "un", "o": "uo"}


@cache
def spellings(syllable: str) -> dict[str, int]:
    """How a syllable may be typed, with the number of sounds in which that differs."""
    initial = next((some for some in _INITIALS if syllable.startswith(some)), "")
    final = syllable[len(initial) :]
    found = {syllable: 0}
    if "v" in final:  # nobody has a ü on the keyboard
        found[syllable.replace("v", "u")] = 0
        found[syllable.replace("v", "yu")] = 0
    for other in _other_initials(initial):
        found.setdefault(other + final, 1)
    if final in _LIKE_FINAL:
        found.setdefault(initial + _LIKE_FINAL[final], 1)
        for other in _other_initials(initial):
            found.setdefault(other + _LIKE_FINAL[final], 2)
    for other in _h_for_f(initial, final):
        found.setdefault(other, 1)
    return found


def _other_initials(initial: str) -> tuple[str, ...]:
    like = _LIKE_INITIAL.get(initial, "")
    return (like,) if like in TWO_LETTER_INITIALS else tuple(like)


def _h_for_f(initial: str, final: str) -> list[str]:
    if initial == "f" and final in _H_AND_F:
        return ["h" + _H_AND_F[final]]
    if initial == "h":
        return ["f" + plain for plain, rounded in _H_AND_F.items() if rounded == final]
    return []
