"""How a Chinese text may be typed: as it is written, in pinyin, by initials, or in any mixture of them.

A typed word is taken apart into pieces, one for each character of the text. A piece is the character itself,
the whole reading of it, the first letter of a reading, or `zh`, `ch`, `sh`; the last piece may be cut short. So
`小鱼干` is found by `小鱼`, `xiaoyugan`, `xyg`, `xiaoyg`, `小yug`. What `spells` says of one text, the index
(text_index.py) says of all of them at once.
"""

from __future__ import annotations

import unicodedata

from local_db.members.search import readings

LONGEST_PIECE = 6  # letters of a syllable, such as zhuang
TWO_LETTER_INITIALS = frozenset({"zh", "ch", "sh"})


def folded(text: str) -> str:
    """A text as it is compared: capitals, width and compatibility forms do not matter."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def spoken(char: str) -> tuple[str, ...]:
    """The readings by which a character can be typed, in letters; none for letters and digits themselves."""
    if char.isascii():
        return ()
    return tuple(reading for reading in readings(char) if reading.isascii() and reading.isalpha())


def spells(word: str, text: str) -> bool:
    """Whether a typed word, folded, stands somewhere in a folded text in one of these spellings."""
    return any(_spells_at(word, text, start) for start in range(len(text)))


def _spells_at(word: str, text: str, place: int) -> bool:
    if not word:
        return True
    if place == len(text):
        return False
    longest = min(LONGEST_PIECE, len(word))
    return any(
        _is_piece(word[:length], text[place], last=length == len(word)) and _spells_at(word[length:], text, place + 1)
        for length in range(1, longest + 1)
    )


def _is_piece(piece: str, char: str, *, last: bool) -> bool:
    if piece == char:
        return True
    if last or len(piece) == 1 or piece in TWO_LETTER_INITIALS:
        return any(reading.startswith(piece) for reading in spoken(char))
    return piece in spoken(char)
