"""The knowledge base as one page of HTML to print on A4: no file beside it, no code in it, every text escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from desktop.replies.lexicon import label, scan_reply
from local_db.replies.model import Reply
from local_db.templates.text import Variable


class PrintedWords(NamedTuple):
    """The words of the page."""

    language: str  # of these words: zh-CN, en
    title: str
    said: str  # below the title: how many, and of which day
    valid: Callable[[Reply], str]  # from when to when, empty for always


class Section(NamedTuple):
    """A column of the knowledge base."""

    name: str
    replies: Sequence[Reply]


def page(sections: Sequence[Section], pictures: Mapping[str, str], words: PrintedWords) -> str:
    """The whole page; `pictures` are the addresses (data:…) of attached pictures by their hash."""
    return "".join(
        (
            f'<!DOCTYPE html>\n<html lang="{escape(words.language)}">\n<head>\n<meta charset="utf-8">\n',
            # Nothing may be loaded, whatever stands in a text.
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n',
            f"<title>{escape(words.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n",
            f'<header><h1>{escape(words.title)}</h1>\n<p class="said">{escape(words.said)}</p></header>\n<main>\n',
            *(part for section in sections if section.replies for part in _section(section, pictures, words)),
            "</main>\n</body>\n</html>\n",
        )
    )


def _section(section: Section, pictures: Mapping[str, str], words: PrintedWords) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(section.name)}</h2>\n"
    for reply in section.replies:
        yield from _card(reply, pictures, words)
    yield "</section>\n"


def _card(reply: Reply, pictures: Mapping[str, str], words: PrintedWords) -> Iterator[str]:
    shortcut = f' <span class="key">/{escape(reply.shortcut)}</span>' if reply.shortcut else ""
    valid = words.valid(reply)
    day = f' <span class="day">{escape(valid)}</span>' if valid else ""
    yield f"<article>\n<h3>{escape(reply.title)}{shortcut}{day}</h3>\n"
    for wording in reply.wordings:
        yield f"<p>{_text(wording.text)}</p>\n"
    for one in reply.attachments:
        if one.hash in pictures:
            yield f'<img src="{escape(pictures[one.hash])}" alt="{escape(one.name)}">\n'
        else:
            yield f'<p class="file">{escape(one.name)}</p>\n'
    yield "</article>\n"


def _text(text: str) -> str:
    """A text with its variables marked."""
    return "".join(
        f'<span class="slot">{escape(label(piece.name))}</span>'
        if isinstance(piece, Variable)
        else escape(piece.text).replace("\n", "<br>")
        for piece in scan_reply(text).pieces
    )


_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_STYLE = """
@page { size: A4; margin: 12mm 11mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 190mm; color: #1f2328; background: #fff;
  font: 9.5pt/1.45 "Inter", "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
header { border-bottom: 1.5pt solid #1f2328; margin: 0 0 4mm; padding: 2mm 0 1.5mm; }
h1 { font-size: 17pt; margin: 0; }
.said { margin: 0; color: #656d76; font-size: 8.5pt; }
main { columns: 2; column-gap: 7mm; }
h2 { font-size: 11.5pt; margin: 4mm 0 2mm; padding: 0 0 0.8mm; border-bottom: 0.75pt solid #b8b3aa;
  break-after: avoid; color: #b5430f; }
section:first-child h2 { margin-top: 0; }
article { break-inside: avoid; margin: 0 0 2.4mm; padding: 1.8mm 2.4mm;
  border: 0.5pt solid #d8d4cc; border-radius: 1.6mm; }
h3 { font-size: 9.5pt; margin: 0 0 0.6mm; }
p { margin: 0 0 1mm; overflow-wrap: anywhere; }
p:last-child { margin-bottom: 0; }
p + p { border-top: 0.4pt dotted #b8b3aa; padding-top: 0.8mm; }
.key { color: #656d76; font-weight: 400; }
.day { float: right; color: #656d76; font-weight: 400; font-size: 8pt; }
.slot { color: #b5430f; background: #fbeee6; border-radius: 1mm; padding: 0 0.8mm; }
.file { color: #656d76; font-size: 8pt; }
img { display: block; max-width: 100%; max-height: 42mm; margin: 1mm 0; border-radius: 1mm; }
@media print { .slot { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
"""
