"""The knowledge base as one page of HTML to print on A4: no file beside it, no code in it, every text escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from desktop.replies.lexicon import label
from local_db.replies.fragments import parts
from local_db.replies.model import Attachment, Reply

_CONTENTS_FROM = 3  # sections


class PrintedWords(NamedTuple):
    """The words of the page."""

    language: str  # of these words: zh-CN, en
    title: str
    said: str  # below the title: how many, and of which day
    contents: str
    valid: Callable[[Reply], str]  # from when to when, empty for always


class Section(NamedTuple):
    """A column of the knowledge base."""

    name: str
    replies: Sequence[Reply]


def page(
    sections: Sequence[Section], pictures: Mapping[str, str], words: PrintedWords, fragments: Mapping[str, str]
) -> str:
    """The whole page; `pictures` are the addresses (data:…) of attached pictures by their hash.

    Shared parts stand written out in the replies that name them: on paper nobody can look them up.
    """
    printed = _Printed(pictures, words, fragments)
    shown = [section for section in sections if section.replies]
    return "".join(
        (
            f'<!DOCTYPE html>\n<html lang="{escape(words.language)}">\n<head>\n<meta charset="utf-8">\n',
            # Nothing may be loaded, whatever stands in a text.
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n',
            '<meta name="viewport" content="width=device-width">\n',
            f"<title>{escape(words.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n",
            f'<header><h1>{escape(words.title)}</h1>\n<p class="said">{escape(words.said)}</p></header>\n',
            *(printed.contents(shown) if len(shown) >= _CONTENTS_FROM else ()),
            "<main>\n",
            *(part for number, section in enumerate(shown, 1) for part in printed.section(number, section)),
            "</main>\n</body>\n</html>\n",
        )
    )


class _Printed:
    """The parts of the page."""

    def __init__(self, pictures: Mapping[str, str], words: PrintedWords, fragments: Mapping[str, str]) -> None:
        self._pictures = pictures
        self._words = words
        self._fragments = fragments

    def contents(self, sections: Sequence[Section]) -> Iterator[str]:
        """What there is, and how many replies of each."""
        yield f"<nav>\n<h2>{escape(self._words.contents)}</h2>\n<ol>\n"
        for number, section in enumerate(sections, 1):
            yield (f'<li><a href="#s{number}">{escape(section.name)}</a><span>{len(section.replies)}</span></li>\n')
        yield "</ol>\n</nav>\n"

    def section(self, number: int, section: Section) -> Iterator[str]:
        """A column with its replies."""
        yield f'<section id="s{number}">\n<h2>{number}. {escape(section.name)}</h2>\n<div class="replies">\n'
        for reply in section.replies:
            yield from self._card(reply)
        yield "</div>\n</section>\n"

    def _card(self, reply: Reply) -> Iterator[str]:
        language = f' lang="{escape(reply.language)}"' if reply.language else ""
        shortcut = f' <span class="key">/{escape(reply.shortcut.lstrip("/"))}</span>' if reply.shortcut else ""
        valid = self._words.valid(reply)
        day = f' <span class="day">{escape(valid)}</span>' if valid else ""
        yield f"<article{language}>\n<h3>{escape(reply.title)}{shortcut}{day}</h3>\n"
        for wording in reply.wordings:
            yield f"<p>{self._text(wording.text)}</p>\n"
        for one in reply.attachments:
            yield self._attachment(one)
        yield "</article>\n"

    def _attachment(self, one: Attachment) -> str:
        if one.hash in self._pictures:
            return f'<img src="{escape(self._pictures[one.hash])}" alt="{escape(one.name)}">\n'
        return f'<p class="file">{escape(one.name)}</p>\n'

    def _text(self, text: str) -> str:
        """A text with its variables marked."""
        return "".join(
            f'<span class="slot">{escape(label(part.slot.name))}</span>'
            if part.slot
            else escape(part.words).replace("\n", "<br>")
            for part in parts(text, self._fragments)
        )


_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
# On paper every page is read down its left column and then its right one, group by group.
_STYLE = """
@page { size: A4; margin: 12mm 11mm 14mm;
  @bottom-right { content: counter(page) " / " counter(pages); color: #656d76;
    font: 8pt "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 190mm; padding: 0 4mm 10mm; color: #1f2328; background: #fff;
  font: 9.5pt/1.45 "Inter", "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
header { border-bottom: 1.5pt solid #1f2328; margin: 0 0 4mm; padding: 2mm 0 1.5mm; }
h1 { font-size: 17pt; line-height: 1.3; margin: 0; overflow-wrap: anywhere; }
.said { margin: 0; color: #656d76; font-size: 8.5pt; }
nav { margin: 0 0 5mm; }
nav h2 { border: 0; margin: 0 0 1mm; padding: 0; font-size: 9.5pt; color: #1f2328; }
nav ol { columns: 3; column-gap: 7mm; margin: 0; padding: 0; list-style-position: inside; }
nav li { break-inside: avoid; border-bottom: 0.4pt dotted #b8b3aa; padding: 0.5mm 0; }
nav li::marker { color: #656d76; }
nav a { color: inherit; text-decoration: none; overflow-wrap: anywhere; }
nav span { float: right; color: #656d76; }
h2 { font-size: 11.5pt; margin: 5mm 0 2mm; padding: 0 0 0.8mm; border-bottom: 0.75pt solid #b8b3aa;
  break-after: avoid; color: #b5430f; overflow-wrap: anywhere; }
section:first-child h2 { margin-top: 0; }
.replies { columns: 2; column-gap: 5mm; }
article { break-inside: avoid; margin: 0 0 2.4mm; padding: 1.8mm 2.4mm;
  border: 0.5pt solid #d8d4cc; border-radius: 1.6mm; }
h3 { font-size: 9.5pt; margin: 0 0 0.6mm; overflow-wrap: anywhere; }
p { margin: 0 0 1mm; overflow-wrap: anywhere; }
p:last-child { margin-bottom: 0; }
p + p { border-top: 0.4pt dotted #b8b3aa; padding-top: 0.8mm; }
.key { color: #656d76; font-weight: 400; }
.day { float: right; color: #656d76; font-weight: 400; font-size: 8pt; }
.slot { color: #b5430f; background: #fbeee6; border-radius: 1mm; padding: 0 0.8mm; }
.file { color: #656d76; font-size: 8pt; }
img { display: block; max-width: 100%; max-height: 42mm; margin: 1mm 0; border-radius: 1mm; }
@media print {
  body { max-width: none; padding: 0; }
  .slot { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
@media screen and (max-width: 150mm) { .replies, nav ol { columns: 1; } }
"""
