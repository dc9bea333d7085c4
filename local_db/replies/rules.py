"""What is wrong with a reply before anybody gets it: what blocks and what a platform would mind, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from local_db.replies.fill import fill
from local_db.replies.fragments import Part, parts
from local_db.replies.library import Library
from local_db.replies.model import Reply, ReplyProblem
from local_db.replies.platforms import ChatWords, ContactRule, Platform, platforms
from local_db.templates.body_words import VARIABLE
from local_db.templates.links import LINK
from local_db.templates.verdicts import word_places

# Problems of the text itself, which block; the others are a platform's matter and a person decides.
BLOCKING = (
    "unclosed_brace",
    "stray_brace",
    "empty_name",
    "bad_limit",
    "left_over",
    "fragment_missing",
    "fragment_cycle",
    "fragment_fallback",
    "text_too_long",
)

_PHONE = re.compile(r"(?<![\d-])(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8}|400-?\d{3}-?\d{4}|\+\d[\d ()-]{7,16}\d)(?!\d)")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}", re.ASCII)
_SHAPES = {"phone": _PHONE, "link": LINK, "email": _EMAIL}


def problems(reply: Reply, library: Library) -> tuple[ReplyProblem, ...]:
    """Everything wrong with a reply among the others, blocking first, each wording in the order of its text.

    A reply that names no platform is held against all of them; what several mind is said once, with `platforms`.
    """
    fragments = fragments_with(library.fragments, reply)
    return problems_of(reply, fragments)


def fragments_with(fragments: Mapping[str, str], reply: Reply) -> dict[str, str]:
    """The shared parts with what a reply that is one of them says now."""
    found = dict(fragments)
    if reply.fragment and reply.wordings:
        found[reply.title.strip()] = reply.wordings[0].text
    return found


def problems_of(reply: Reply, fragments: Mapping[str, str]) -> tuple[ReplyProblem, ...]:
    """As `problems`, with the shared parts as they are."""
    minding = [platform for platform in platforms() if not reply.platforms or platform.key in reply.platforms]
    found: list[ReplyProblem] = []
    for number, wording in enumerate(reply.wordings):
        found += (replace(one, wording=number) for one in text_faults(wording.text, fragments))
        found += (replace(one, wording=number) for one in _minded(parts(wording.text, fragments), minding))
    return tuple(sorted(found, key=lambda one: (not one.blocks, one.wording or 0, one.position)))


def text_faults(text: str, fragments: Mapping[str, str]) -> tuple[ReplyProblem, ...]:
    """What keeps a text from being filled in, whoever the buyer is."""
    return tuple(
        ReplyProblem(piece.fault, 0, piece.position, piece.length, {"written": piece.written})
        for piece in fill(text, {}, fragments).faults
    )


# --- what platforms mind ---


class _Shown:
    """The words of a text as a buyer would see them, fallbacks too, with the place of every character."""

    def __init__(self, found: Sequence[Part]) -> None:
        words: list[str] = []
        self._places: list[tuple[int, int]] = []
        for part in found:
            if part.fault:
                continue
            said = part.words if part.slot is None else (part.slot.fallback or VARIABLE)
            words.append(said)
            exact = part.slot is None and not part.inside and len(said) == part.length
            self._places += (
                (part.position + n, 1) if exact else (part.position, part.length) for n in range(len(said))
            )
        self.words = "".join(words)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where some characters come from: position and length in the text as it is written."""
        first, (last, length) = self._places[start][0], self._places[end - 1]
        return first, last + length - first


def _minded(found: Sequence[Part], minding: Iterable[Platform]) -> list[ReplyProblem]:
    shown = _Shown(found)
    if not shown.words:
        return []
    said: dict[tuple[str, int, int, object], ReplyProblem] = {}
    for platform in minding:
        for problem in _by(platform, shown):
            key = (problem.code, problem.position, problem.length, problem.data.get("group"))
            if key in said:
                names = said[key].data["platforms"]
                said[key].data["platforms"] = (*names, platform.key) if isinstance(names, tuple) else ()
            else:
                said[key] = problem
    return list(said.values())


def _by(platform: Platform, shown: _Shown) -> Iterator[ReplyProblem]:
    """What one platform minds."""
    count = len(shown.words.replace(VARIABLE, ""))
    if count > platform.most_characters:
        start, length = shown.place(platform.most_characters, len(shown.words))
        data: dict[str, object] = {"characters": count, "most": platform.most_characters}
        data |= {"platforms": (platform.key,), "source": platform.length_source, "read_on": platform.read_on}
        yield ReplyProblem("too_long", None, start, length, data, blocks=False)
    for chat_words in platform.words:
        yield from _of_words(chat_words, platform, shown)
    for contact in platform.contacts:
        yield from _of_contact(contact, platform, shown)


def _of_words(chat_words: ChatWords, platform: Platform, shown: _Shown) -> Iterator[ReplyProblem]:
    rule = chat_words.rule
    spared = [
        match.span()
        for words in chat_words.unless
        for match in re.finditer(re.escape(words), shown.words, re.IGNORECASE)
    ]
    for match in word_places(shown.words, rule):
        if not any(start <= match.start() and match.end() <= end for start, end in spared):
            data: dict[str, object] = {"group": rule.key, "word": match[0], "title": rule.title}
            data |= {"instead": rule.instead, "verdict": rule.verdict, "platforms": (platform.key,)}
            data |= {"source": rule.source, "read_on": rule.read_on}
            yield ReplyProblem("refused_words", None, *shown.place(*match.span()), data, blocks=False)


def _of_contact(contact: ContactRule, platform: Platform, shown: _Shown) -> Iterator[ReplyProblem]:
    for match in _SHAPES[contact.key].finditer(shown.words):
        if contact.key == "link" and (_is_allowed(match[0], contact.allowed) or _is_in_email(shown.words, match)):
            continue
        data: dict[str, object] = {"group": contact.key, "title": contact.title, "instead": contact.instead}
        data |= {"verdict": contact.verdict, "platforms": (platform.key,)}
        data |= {"source": contact.source, "read_on": contact.read_on}
        yield ReplyProblem("contact", None, *shown.place(*match.span()), data, blocks=False)


def _is_allowed(link: str, allowed: Sequence[str]) -> bool:
    host = re.sub(r"^https?://", "", link.casefold()).split("/")[0].split("?")[0]
    return any(host == domain or host.endswith(f".{domain}") for domain in allowed)


def _is_in_email(words: str, match: re.Match[str]) -> bool:
    return words[match.start() - 1 : match.start()] == "@"
