"""Entries as they stand in a file made into drafts: HTML to text, variables to ours, a title found, problems told."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from local_db.errors import ReplyError
from local_db.importing.profile import plain
from local_db.replies.codec import LANGUAGES
from local_db.replies.exchange.markup import html_to_text, is_html
from local_db.replies.exchange.model import WAYS, Draft, FileProblem, Format, Raw
from local_db.replies.placeholders import Style, to_ours, words_of

MOST_REPLIES = 50_000
LONGEST = 20_000  # characters of a text
MOST_TOGETHER = 60_000  # characters of the wordings of one reply that stand apart in a file
MOST_PROBLEMS = 100
_BESIDE = 50  # characters kept beside a wording: its uid, and signs
TITLE = 24  # characters of a title made from a text

_MARKS = ("\u200b", "\ufeff", "\x00")
_HALF = re.compile("[\ud800-\udfff]")  # of a character: JSON can spell it, no shop file holds it
_NEVER_HTML = frozenset({Format.ESPANSO, Format.BEEFTEXT})  # tags in these are meant as they stand
_EDGE = " ，,：:、~～!！\n"
_AROUND_NOTHING = re.compile(r"([，,：:、\s])[，,：:、\s]+")  # where a variable was
_ADDRESS = re.compile(r"\A(?:亲爱的|亲亲|亲)[，,：:、~～!！\s]+")
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_ENDS = "。！？；!?;\n"


class Drafts:
    """Collects the drafts of one file, and what is to be said about it."""

    def __init__(self, file: str, of: Format, style: Style | None = None) -> None:
        self._file = file
        self._style = style or WAYS[of].style
        self._plain = self._style is Style.OURS or of in _NEVER_HTML
        self._drafts: list[Draft] = []
        self._places: dict[tuple[str, str, str], int] = {}
        self._problems: list[FileProblem] = []
        self._unsaid = 0

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """Everything usable, in the order of the file."""
        return tuple(self._drafts)

    @property
    def problems(self) -> tuple[FileProblem, ...]:
        """What was found, and how much more of it there is."""
        if not self._unsaid:
            return tuple(self._problems)
        return (*self._problems, FileProblem("more_problems", self._file, data={"count": self._unsaid}))

    def say(self, code: str, row: int = 0, column: str = "", **data: object) -> None:
        """Note something a person should know."""
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(FileProblem(code, self._file, row, column, data))
        else:
            self._unsaid += 1

    def add(self, entries: Iterable[Raw], columns: dict[str, str] | None = None) -> None:
        """Take entries in. `columns` are what the fields are called in the file.

        Entries with the same title, shortcut and group are wordings of one reply, as long as it can be kept; in a
        table of ours these stand side by side. Raises ReplyError `too_many_replies`.
        """
        names = columns or {}
        for raw in entries:
            draft = self._draft(raw, names)
            if draft is None:
                continue
            # What has no shortcut and no title of its own is told apart by its text.
            key = (
                (draft.title, draft.shortcut, draft.group) if raw.title or raw.shortcut else (draft.texts[0], "", "\n")
            )
            if self._style is Style.OURS:
                key = (str(len(self._drafts)), "", "")
            place = self._places.get(key)
            if place is None or _size(self._drafts[place]) + _size(draft) > MOST_TOGETHER:
                self._places[key] = len(self._drafts)
                self._drafts.append(draft)
            else:
                self._drafts[place] = _with_texts(self._drafts[place], draft.texts)
            if len(self._drafts) > MOST_REPLIES:
                raise ReplyError("too_many_replies", file=self._file, limit=MOST_REPLIES)

    def _draft(self, raw: Raw, columns: dict[str, str]) -> Draft | None:
        column = columns.get("text", "")
        if not raw.active:
            self.say("inactive", raw.row, columns.get("active", ""))
            return None
        if raw.swallowed:
            self.say("rows_swallowed", raw.row, column, count=raw.swallowed)
            return None
        texts = tuple(filter(None, map(self._text, raw.texts)))
        if not texts:
            self.say("no_text", raw.row, column)
            return None
        if max(map(len, texts)) > LONGEST:
            self.say("text_too_long", raw.row, column, most=LONGEST)
            return None
        first = self._day(raw.valid_from, raw.row, columns.get("valid_from", ""))
        last = self._day(raw.valid_until, raw.row, columns.get("valid_until", ""))
        if last and first > last:
            self.say("unknown_day", raw.row, columns.get("valid_until", ""))
            last = ""
        if any("\ufffd" in text for text in texts):
            self.say("unreadable_text", raw.row, column)
        return Draft(
            title=one_line(raw.title) or _title_of(texts[0]) or one_line(raw.shortcut),
            texts=tuple(dict.fromkeys(texts)),
            group=one_line(raw.group),
            shortcut=one_line(raw.shortcut),
            tags=tuple(dict.fromkeys(filter(None, map(one_line, raw.tags)))),
            language=self._language(raw, columns),
            platforms=raw.platforms,
            personal=raw.personal,
            fragment=raw.fragment,
            row=raw.row,
            valid_from=first,
            valid_until=last,
            pinned=raw.pinned,
        )

    def _text(self, written: str) -> str:
        for mark in _MARKS:
            written = written.replace(mark, "")
        text = _HALF.sub("\ufffd", written).replace("\r\n", "\n").replace("\r", "\n")
        if not self._plain:
            text = html_to_text(text) if is_html(text) else html.unescape(text)
        return to_ours(text, self._style).strip()

    def _day(self, written: str, row: int, column: str) -> str:
        """An ISO day, also as spreadsheet programs write it."""
        found = _DAY.match(written.strip())
        try:
            return date(*map(int, found.groups())).isoformat() if found else self._no_day(written, row, column)
        except ValueError:
            return self._no_day(written, row, column)

    def _no_day(self, written: str, row: int, column: str) -> str:
        if written.strip():
            self.say("unknown_day", row, column)
        return ""

    def _language(self, raw: Raw, columns: dict[str, str]) -> str:
        found = _LANGUAGE.get(plain(raw.language), plain(raw.language)[:2])
        if found in LANGUAGES:
            return found
        self.say("unknown_language", raw.row, columns.get("language", ""))
        return ""


_LANGUAGE = {"中文": "zh", "汉语": "zh", "简体中文": "zh", "chinese": "zh", "英文": "en", "英语": "en", "english": "en"}


def one_line(text: str) -> str:
    """A name on one line."""
    for mark in _MARKS:
        text = text.replace(mark, "")
    return " ".join(_HALF.sub("\ufffd", text).split())


def _title_of(text: str) -> str:
    """The first words of a text behind the address, up to where its first sentence ends."""
    words = _AROUND_NOTHING.sub(r"\1", words_of(text)).strip(_EDGE)
    words = _ADDRESS.sub("", words) or words
    end = min((place for mark in _ENDS if (place := words.find(mark)) > 0), default=len(words))
    return one_line(words[: min(end, TITLE)]).strip(_EDGE)


def _size(draft: Draft) -> int:
    """The room that the wordings of a draft need, with what is kept beside each."""
    return sum(len(text) + _BESIDE for text in draft.texts)


def _with_texts(draft: Draft, texts: tuple[str, ...]) -> Draft:
    return replace(draft, texts=tuple(dict.fromkeys((*draft.texts, *texts))))
