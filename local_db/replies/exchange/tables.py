"""Spreadsheets of replies: which kind they are and which column is what, by their headers, else by what stands in them.

The files themselves are read as those of orders are (`importing/readers.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from local_db.importing.cells import EMPTY_WORDS
from local_db.importing.guess import numbered
from local_db.importing.profile import plain
from local_db.importing.readers import Row, RowSource
from local_db.importing.recognise import HEADER_ROWS
from local_db.importing.swallowed import MOST_LINES, Swallowed
from local_db.replies.exchange.cells import unguarded
from local_db.replies.exchange.model import Format, Raw

FIELDS = (
    "title", "text", "group", "shortcut", "tags", "language", "platforms", "personal", "fragment", "active",
    "valid_from", "valid_until", "pinned",
)  # fmt: skip
SAMPLE_ROWS = 20
_LONGEST_HEADER = 8  # of a column that nobody knows

# What the columns are called in files that are written here, and that hold everything of ours.
HEADERS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "group": "分组", "title": "标题", "shortcut": "快捷编码", "text": "内容", "tags": "标签", "language": "语言",
        "platforms": "平台", "personal": "是否加入团队", "fragment": "共用片段",
        "valid_from": "开始日期", "valid_until": "截止日期", "pinned": "置顶",
    },
    "en": {
        "group": "Group", "title": "Title", "shortcut": "Shortcut", "text": "Text", "tags": "Tags",
        "language": "Language", "platforms": "Platforms", "personal": "Team", "fragment": "Shared part",
        "valid_from": "Valid from", "valid_until": "Valid until", "pinned": "Pinned",
    },
}  # fmt: skip
_SYNONYMS: Mapping[str, str] = {
    "text": """快捷短语 快捷短语内容 短语 短语内容 话术 话术内容 内容 回复 回复内容 答 答案 回答 回复话术 content text
        body snippet reply message answer response comment comment_value comment/description macro_text""",
    "title": "标题 名称 短语标题 话术标题 问 问题 关键问题 title name subject question",
    "group": "分组 快捷短语分组 短语分组 话术分组 分类 类目 类别 文件夹 group category folder",
    "shortcut": """快捷编码 编码 快捷码 快捷词 快捷键 短语编码 code shortcut short_code shortcode keyword trigger
        abbreviation""",
    "tags": "标签 关键词 关键字 tags tag labels keywords",
    "language": "语言 language locale lang",
    "platforms": "平台 渠道 渠道映射 platform platforms channel channels",
    "personal": "是否加入团队 加入团队 团队 team shared",
    "fragment": "共用片段 公共片段 片段",
    "valid_from": "开始日期 生效日期",
    "valid_until": "截止日期 失效日期",
    "pinned": "置顶 pinned",
    "active": "启用 是否启用 active enabled",
}
_TWO_WORDS = {
    "shared part": "fragment",
    "valid from": "valid_from",
    "valid until": "valid_until",
    "short code": "shortcut",
    "canned response": "text",
    "saved reply": "text",
    "reply text": "text",
}
_BY_HEADER = {word: name for name, words in _SYNONYMS.items() for word in words.split()} | _TWO_WORDS
_NUMBERED = re.compile(r"(.*?)[ _]*[1-9]\d?")
_SEPARATORS = re.compile(r"[,，;；、|\n]+")
YES_NO = {"zh": ("是", "否"), "en": ("yes", "no")}
_YES = frozenset({"是", "yes", "y", "true", "1"})
_NO = frozenset({"否", "no", "n", "false", "0", "停用", "禁用", "未启用", "个人", "personal", "inactive", "disabled"})

# What tells whose table it is: all headers of one of these sets. The first that fits is it.
_TELLING: tuple[tuple[Format, frozenset[str]], ...] = (
    (Format.QIANNIU, frozenset({"快捷编码", "快捷短语"})),
    (Format.QIANNIU, frozenset({"快捷编码", "快捷短语内容"})),
    (Format.QIANNIU, frozenset({"快捷短语", "是否加入团队"})),
    (Format.BEEFTEXT, frozenset({"keyword", "snippet"})),
    (Format.CHATWOOT, frozenset({"short_code", "content"})),
    (Format.ZENDESK, frozenset({"title", "comment_value"})),
    (Format.ZENDESK, frozenset({"title", "comment/description"})),
    (Format.ZENDESK, frozenset({"title", "comment", "active"})),
    (Format.ZAMMAD, frozenset({"name", "keywords", "content"})),
    (Format.SAVED_REPLIES, frozenset({"name", "text"})),
    (Format.SAVED_REPLIES, frozenset({"name", "body"})),
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is read: where its header is (-1: nowhere), what it is, and field → column."""

    source: RowSource
    format: Format
    header_row: int
    headers: tuple[str, ...]
    columns: Mapping[str, int]
    more_texts: tuple[int, ...] = ()  # columns of further wordings
    known: bool = False  # by its headers

    @property
    def is_ours(self) -> bool:
        """Whether it was written here, so that its texts are in our way already."""
        return self.format is Format.SHEET and self.columns.keys() >= HEADERS["en"].keys()

    def names(self) -> dict[str, str]:
        """What the fields are called in the file."""
        return {name: self.headers[place] for name, place in self.columns.items() if place < len(self.headers)}


def layout_of(source: RowSource) -> Layout | None:
    """How a table is read; None for an empty one."""
    head = source.head()
    if not head:
        return None
    best: Layout | None = None
    for place, row in enumerate(head[:HEADER_ROWS]):
        found = _by_headers(source, place, row)
        if found is not None and (best is None or len(found.columns) > len(best.columns)):
            best = found
    return best or _guessed(source, head)


def with_mapping(layout: Layout, mapping: Mapping[str, int]) -> Layout:
    """The same table with its columns as a person says they are."""
    width = len(layout.headers)
    columns = {name: place for name, place in mapping.items() if name in FIELDS and 0 <= place < width}
    return Layout(layout.source, layout.format, layout.header_row, layout.headers, columns)


def entries(layout: Layout) -> Iterator[Raw]:
    """The rows below the header that hold something."""
    number, group, merged = 0, "", _has_merged_groups(layout)
    swallowed = _swallowed(layout)
    for chunk in layout.source.chunks():
        for row in chunk.rows:
            number += 1
            if number > layout.header_row + 1 and any(cell.strip() for cell in row):
                entry = _entry(layout, row, number)
                group = entry.group or (group if merged else "")
                lines = swallowed.lines(row)
                yield entry._replace(group=group, swallowed=lines if lines >= MOST_LINES else 0)


def _swallowed(layout: Layout) -> Swallowed:
    """Only what stands in a text or a title may have line breaks of its own."""
    texts = {f"text {place}": place for place in (layout.columns.get("text", 0), *layout.more_texts)}
    width = len(layout.headers)
    others = {name: place for name, place in layout.columns.items() if place not in texts.values()}
    return Swallowed(others, width, layout.source.separator)


def _has_merged_groups(layout: Layout) -> bool:
    """Whether a group stands once above its rows, as merged cells are read: at the first row, and seldom after it."""
    place = layout.columns.get("group")
    if place is None or layout.is_ours:
        return False
    rows = [row for row in layout.source.head()[layout.header_row + 1 :] if any(cell.strip() for cell in row)]
    said = [place < len(row) and bool(row[place].strip()) for row in rows]
    return len(said) > 2 and said[0] and 2 * sum(said) <= len(said)


def sample(layout: Layout) -> tuple[tuple[str, ...], ...]:
    """The first rows below the header, for a person who says which column is what."""
    rows = layout.source.head()[layout.header_row + 1 :]
    return tuple(tuple(row) for row in islice(filter(any, rows), SAMPLE_ROWS))


def _entry(layout: Layout, row: Row, number: int) -> Raw:
    cells = {name: unguarded(row[place]).strip() for name, place in layout.columns.items() if place < len(row)}
    texts = [cells.get("text", ""), *(unguarded(row[place]) for place in layout.more_texts if place < len(row))]
    title, group = cells.get("title", ""), cells.get("group", "")
    said = str if layout.is_ours else _said
    if layout.format is Format.ZENDESK and not group:
        group, title = split_title(title)
    if layout.format is Format.CHATWOOT:
        title = cells.get("shortcut", "")
    tags = _SEPARATORS.split(cells.get("tags", ""))
    if layout.format is Format.ZAMMAD:
        tags = [word for tag in tags for word in tag.split()]
    return Raw(
        row=number,
        texts=tuple(texts),
        title=said(title),
        group=said(group) or ("" if "group" in layout.columns else _sheet_group(layout)),
        shortcut=said(cells.get("shortcut", "")),
        tags=tuple(tags),
        language=cells.get("language", ""),
        platforms=tuple(filter(None, map(str.strip, _SEPARATORS.split(cells.get("platforms", ""))))),
        personal=plain(cells.get("personal", "")) in _NO,
        fragment=plain(cells.get("fragment", "")) in _YES,
        active=plain(cells.get("active", "")) not in _NO,
        valid_from=cells.get("valid_from", ""),
        valid_until=cells.get("valid_until", ""),
        pinned=plain(cells.get("pinned", "")) in _YES,
    )


def split_title(title: str) -> tuple[str, str]:
    """The group and the title of what help desks call `Returns::Address`."""
    *groups, last = [part.strip() for part in title.split("::")]
    return " · ".join(filter(None, groups)), last


def _said(cell: str) -> str:
    return "" if cell.casefold() in EMPTY_WORDS else cell


def _sheet_group(layout: Layout) -> str:
    """Sheets are groups where a table has no column of them and its sheet a name of its own."""
    name = layout.source.name
    return "" if re.fullmatch(r"(?:sheet|工作表|worksheet) ?\d*", name, re.IGNORECASE) else name


def _by_headers(source: RowSource, place: int, row: Row) -> Layout | None:
    spelled = [plain(cell) for cell in row]
    columns: dict[str, int] = {}
    more: list[int] = []
    for column, header in enumerate(spelled):
        name = _BY_HEADER.get(header)
        if name is None and (numbered_header := _NUMBERED.fullmatch(header)) is not None:
            name = _BY_HEADER.get(numbered_header[1])
            if name == "text" and "text" in columns:
                more.append(column)
        if name is not None and name not in columns and column not in more:
            columns[name] = column
    if "text" not in columns or (len(columns) < 2 and len(list(filter(None, spelled))) > 1):
        return None
    return Layout(source, _format(spelled), place, tuple(row), columns, tuple(more), known=True)


def _format(headers: Sequence[str]) -> Format:
    known = frozenset(headers)
    return next((of for of, telling in _TELLING if telling <= known), Format.SHEET)


# --- tables without known headers ---


def _guessed(source: RowSource, head: Sequence[Row]) -> Layout:
    """The widest words are the text, short ones that differ and have no blanks the shortcut, the next the title."""
    width = max(map(len, head))
    columns = [[row[place].strip() if place < len(row) else "" for row in head] for place in range(width)]
    found = _by_values([cells[1:] or cells for cells in columns])
    if _has_header(columns, found):
        return Layout(source, Format.SHEET, 0, (*head[0], *numbered(width)[len(head[0]) :]), found)
    if _is_beeftext(columns):
        return Layout(source, Format.BEEFTEXT, -1, numbered(width), {"shortcut": 0, "text": 1, "title": 2})
    return Layout(source, Format.SHEET, -1, numbered(width), found)


def _has_header(columns: Sequence[Sequence[str]], found: Mapping[str, int]) -> bool:
    """Whether what stands above the texts is a short word; a reply must not be lost as a header."""
    texts = columns[found["text"]] if "text" in found else []
    return len(texts) > 1 and len(texts[0]) <= _LONGEST_HEADER and 3 * len(texts[0]) <= _usual_length(texts[1:])


def _is_beeftext(columns: Sequence[Sequence[str]]) -> bool:
    """Its tables have no header: keyword, snippet, name. A variable tells it, else keywords before longer texts."""
    if len(columns) != 3 or not all(map(all, columns[:2])):
        return False
    keywords, snippets, _ = columns
    if any(any(map(str.isspace, word)) for word in keywords):
        return False
    if any("#{" in snippet for snippet in snippets):
        return True
    return (
        len(set(keywords)) == len(keywords)
        and _is_shortcut(keywords)
        and _usual_length(snippets) > 2 * max(_usual_length(keywords), 6)
    )


def _by_values(columns: Sequence[Sequence[str]]) -> dict[str, int]:
    long = {place: _usual_length(cells) for place, cells in enumerate(columns)}
    text = max(long, key=lambda place: (long[place], -place), default=None)
    if text is None or long[text] < 6:
        return {}
    found = {"text": text}
    rest = [place for place in long if place != text and long[place] > 0]
    shortcut = next((place for place in rest if _is_shortcut(columns[place])), None)
    if shortcut is not None:
        found["shortcut"] = shortcut
    title = next((place for place in rest if place != shortcut and _variety(columns[place]) > 0.8), None)
    if title is not None:
        found["title"] = title
    group = next((place for place in rest if place not in found.values() and _variety(columns[place]) <= 0.5), None)
    if group is not None:
        found["group"] = group
    return found


def _usual_length(cells: Sequence[str]) -> float:
    said = [len(cell) for cell in cells if cell]
    return sum(said) / len(said) if said else 0.0


def _variety(cells: Sequence[str]) -> float:
    said = [cell for cell in cells if cell]
    return len(set(said)) / len(said) if said else 0.0


def _is_shortcut(cells: Sequence[str]) -> bool:
    said = [cell for cell in cells if cell]
    return bool(said) and _variety(said) > 0.9 and all(_shortcut_like(cell) for cell in said)


@cache
def _shortcut_like(cell: str) -> bool:
    return len(cell) <= 16 and cell.isascii() and not any(map(str.isspace, cell))
