"""Errors that a person can do something about, as codes with data.

RegularsError             what every caller may show: a code and the facts that belong in the sentence
├── ShopFileError         the shop file cannot be created, opened, written or backed up
├── ImportRefused         a file was not imported; nothing was written
├── TreeError             a segment tree is not valid, with the path of the node
├── SegmentError          a saved segment is gone, or cannot have this name
├── CategoryError         a category of products is gone, or cannot have this name
├── TagError              a tag is gone, cannot have this name, or is not given by hand
├── TemplateError         a text cannot be used as a template
├── DocumentError         a card, a call script or a picture is gone, or cannot be saved or written like this
├── ReplyError            a reply or a group is gone, or cannot be saved like this
└── PrepareError          an audience cannot be prepared or handed off

The sentence for each code lives in `desktop/wording.py`, in both languages; a test holds the two
lists equal. Data never holds names, phones or message texts.
"""

from __future__ import annotations


class RegularsError(Exception):
    """A failure with a stable `code` and `data` (plain values for the sentence)."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code, data)
        self.code = code
        self.data = data

    def __str__(self) -> str:
        facts = ", ".join(f"{key}={value!r}" for key, value in self.data.items())
        return f"{self.code}({facts})"


class ShopFileError(RegularsError):
    """The shop file cannot be created, opened, written or backed up."""


class ImportRefused(RegularsError):
    """A file was not imported; the shop is as it was."""


class TreeError(RegularsError):
    """A segment tree is not valid; `data["path"]` is the JSON pointer of the node."""


class SegmentError(RegularsError):
    """A saved segment is gone, or cannot have this name; nothing was written."""


class CutsError(RegularsError):
    """Cuts of recency, frequency or money that cannot be; nothing was written. `data["axis"]`: "r", "f" or "m"."""


class CategoryError(RegularsError):
    """A category of products is gone, or cannot have this name; nothing was written."""


class TagError(RegularsError):
    """A tag cannot be changed like this; nothing was written."""


class TemplateError(RegularsError):
    """A text cannot be used as a template."""


class DocumentError(RegularsError):
    """A card, a call script or a picture is gone, or cannot be saved or written like this; nothing was written."""


class ReplyError(RegularsError):
    """A reply or a group of replies is gone, or cannot be saved or read like this; nothing was written."""


class PrepareError(RegularsError):
    """An audience cannot be prepared or handed off; nothing was written."""
