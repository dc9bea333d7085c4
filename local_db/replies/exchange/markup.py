"""HTML bodies as plain text, and plain text as the little HTML that help desks want."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

_TAG = re.compile(
    r"</?(?:p|br|div|span|b|i|u|strong|em|ul|ol|li|img|table|h[1-6]|blockquote)\b[^>]*>|<a\s[^>]*href[^>]*>|</a>",
    re.IGNORECASE,
)
_BLOCKS = frozenset({"p", "div", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"})
_UNSEEN = frozenset({"script", "style", "head", "title", "template"})
_SPACES = re.compile(r"[ \t\r\n\f]+")
_MANY_BREAKS = re.compile(r"\n{3,}")
_EDGES = re.compile(r" *\n *")


def is_html(text: str) -> bool:
    """Whether a text has tags of text in it."""
    return _TAG.search(text) is not None


def html_to_text(text: str) -> str:
    """What a reader would see, as lines; a link keeps its address where that is not what it says."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.text()


def text_to_html(text: str) -> str:
    """Lines as lines."""
    return html.escape(text, quote=False).replace("\n", "<br>")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._unseen = 0
        self._links: list[tuple[str, int]] = []

    def text(self) -> str:
        """Everything that was seen."""
        lines = _EDGES.sub("\n", "".join(self._pieces).replace("\xa0", " "))
        return _MANY_BREAKS.sub("\n\n", lines).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "br":
            self._pieces.append("\n")
        elif tag == "li":
            self._break("\n· ")
        elif tag in _BLOCKS:
            self._break("\n")
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self._pieces)))

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "p":
            self._break("\n\n" if self._pieces and not self._pieces[-1].endswith("\n") else "\n")
        elif tag in _BLOCKS:
            self._break("\n")
        elif tag == "a" and self._links:
            address, start = self._links.pop()
            if address.startswith(("http://", "https://")) and address not in "".join(self._pieces[start:]):
                self._pieces.append(f" {address}")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            words = _SPACES.sub(" ", data)
            self._pieces.append(words.lstrip() if not self._pieces or self._pieces[-1].endswith("\n") else words)

    def _break(self, how: str) -> None:
        """A new line where there is not one already."""
        if self._pieces and self._pieces[-1].endswith("\n"):
            how = how.lstrip("\n")
        if self._pieces and how:
            self._pieces.append(how)
        elif how.strip():
            self._pieces.append(how.lstrip("\n"))
