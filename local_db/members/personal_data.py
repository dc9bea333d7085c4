"""Everything known about one person as a file she can be given: readable JSON, or a workbook with a sheet per topic.

The words (titles, and what codes mean) come from whoever asks, in their language.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from local_db import whole_files
from local_db.backup import is_shop_file
from local_db.changes import Changes, Topic
from local_db.errors import PrepareError
from local_db.members import export_log, person_store
from local_db.members.model import (
    CallEvent,
    ConsentEvent,
    DecisionEvent,
    Event,
    ImportEvent,
    MessageEvent,
    NoteEvent,
    OrderEvent,
    Person,
    RefundEvent,
    ReplyEvent,
)
from local_db.settings import read_setting
from local_db.spreadsheet_cell import safe_cell
from local_db.values import decimal_text, epoch, local_moment

if TYPE_CHECKING:
    from local_db.shop_file import Shop

SUFFIXES = (".json", ".xlsx")
KIND = "member"  # in the log of exports

# What the file is made of: topics, and the columns of each. Titles for all of them come from Words.
COLUMNS: dict[str, tuple[str, ...]] = {
    "facts": ("what", "value", "platform", "first_said", "last_said"),
    "keys": ("what", "value", "platform", "file", "order"),
    "orders": ("order", "shop", "time", "status", "paid", "refunded", "currency", "products", "parcels"),
    "refunds": ("order", "time", "status", "amount", "currency", "products", "reason"),
    "messages": ("time", "channel", "audience", "phone", "text"),
    "calls": ("time", "script", "status", "seconds", "answers", "note"),
    "replies": ("time", "reply", "platform"),
    "consents": ("time", "channel", "status", "source", "phone"),
    "tags": ("tag", "source"),
    "notes": ("time", "text"),
    "imports": ("time", "file", "orders"),
    "decisions": ("time", "status", "value"),
}
Row = tuple[str, ...]


class Words(NamedTuple):
    """Titles of topics and columns, and what a code of a column means in words."""

    title: Callable[[str], str]
    value: Callable[[str, str, str], str]  # topic, column, code


@dataclass(frozen=True, slots=True)
class Request:
    """Where the file goes, and what the log says about it; the suffix decides JSON or workbook."""

    path: Path
    words: Words
    reason: str
    who: str


def export_member(shop: Shop, member_id: int, request: Request, *, now: datetime) -> tuple[Path | None, Changes]:
    """Write everything known about a member into a file and log that; None where there is no such member.

    A complete file or none, and none that is not in the log. Raises PrepareError (`bad_suffix`, `is_shop_file`,
    `folder_missing`, `read_only`, `disk_full`, `write_failed`).
    """
    _check(shop, request.path)
    with shop.read() as connection:
        person = person_store.person(connection, member_id, most=-1)
        zone = ZoneInfo(str(read_setting(connection, "zone")))
    if person is None:
        return None, Changes()
    topics = tables(person, request.words, zone)
    content = _workbook(topics, now) if request.path.suffix.lower() == ".xlsx" else _json(topics)
    file = whole_files.unfinished_file(request.path, 1)
    try:
        whole_files.write_through(file, content)
        with shop.write() as connection:
            export_log.note_export(
                connection,
                kind=KIND,
                subject=str(member_id),
                people=1,
                file_name=request.path.name,
                reason=request.reason,
                who=request.who,
                now=epoch(now),
            )
            whole_files.publish([file])
    except BaseException:
        whole_files.discard([file])
        raise
    return request.path, Changes.of(Topic.SETTINGS)


def _check(shop: Shop, path: Path) -> None:
    if path.suffix.lower() not in SUFFIXES:
        raise PrepareError("bad_suffix", suffix=path.suffix)
    if is_shop_file(path, shop.path):
        raise PrepareError("is_shop_file", path=str(path))
    if not path.parent.is_dir():
        raise PrepareError("folder_missing", path=str(path.parent))


# --- what is in it ---


def tables(person: Person, words: Words, zone: ZoneInfo) -> dict[str, list[Row]]:
    """Per topic that has any its title → the titles of its columns, then its rows."""
    said = _Sayer(words, zone)
    rows: dict[str, list[Row]] = {topic: [] for topic in COLUMNS}
    rows["facts"] += said.facts(person)
    rows["keys"] += said.keys(person)
    rows["tags"] += ((tag, said.word("tags", "source", person.tag_sources.get(tag, ""))) for tag in person.row.tags)
    for event in reversed(person.events):  # in the order in which it happened
        topic, row = said.event(event)
        rows[topic].append(row)
    return {
        words.title(topic): [tuple(words.title(column) for column in COLUMNS[topic]), *found]
        for topic, found in rows.items()
        if found
    }


class _Sayer:
    """Rows in words."""

    def __init__(self, words: Words, zone: ZoneInfo) -> None:
        self.word = words.value
        self._zone = zone

    def time(self, seconds: int | None) -> str:
        """As a clock in the shop shows it."""
        return "" if seconds is None else local_moment(seconds, self._zone).strftime("%Y-%m-%d %H:%M:%S")

    def facts(self, person: Person) -> Iterator[Row]:
        """Every value that was ever said, since when she is a member, and the lists she is on."""
        for known in person.known:
            yield (
                self.word("facts", "what", known.kind),
                known.value.replace("\t", " "),
                self.word("facts", "platform", known.scope),
                self.time(known.first),
                self.time(known.last),
            )
        if person.joined_at is not None:
            yield self.word("facts", "what", "joined_at"), self.time(person.joined_at), "", "", ""
        yield from ((self.word("facts", "what", "list"), name, "", "", "") for name in person.lists)

    def keys(self, person: Person) -> Iterator[Row]:
        """By what files recognise her, and where that was first read."""
        for key in person.belongings:
            what, where = self.word("keys", "what", key.kind), self.word("keys", "platform", key.scope)
            yield what, key.value, where, key.source.file_name, key.source.order_number

    def event(self, event: Event) -> tuple[str, Row]:
        """The topic of something that happened, and its row."""
        return _EVENTS[type(event)](self, event)

    def order(self, event: OrderEvent) -> tuple[str, Row]:
        """An order."""
        order = event.order
        status = self.word("orders", "status", order.status)
        paid, refunded = (decimal_text(minor, order.currency) for minor in (order.paid, order.refunded))
        lines = [" ".join(p for p in (line.title, line.sku, _times(line.quantity)) if p) for line in event.lines]
        return "orders", (
            order.number, self.word("orders", "platform", order.shop_name), self.time(event.time), status, paid,
            refunded, order.currency, "; ".join(lines), "; ".join(event.parcels),
        )  # fmt: skip

    def refund(self, event: RefundEvent) -> tuple[str, Row]:
        """A refund."""
        status, amount = self.word("refunds", "status", event.state), decimal_text(event.amount, event.currency)
        when = self.time(event.time)
        return "refunds", (event.order_number, when, status, amount, event.currency, event.title, event.reason)

    def message(self, event: MessageEvent) -> tuple[str, Row]:
        """A message that was handed off."""
        channel = self.word("messages", "channel", event.channel)
        return "messages", (self.time(event.time), channel, event.audience, event.phone, event.text)

    def call(self, event: CallEvent) -> tuple[str, Row]:
        """A call, with what was answered on its way."""
        status = self.word("calls", "status", event.outcome)
        answers = "; ".join(label or self.word("calls", "answers", kind) for kind, label in event.answers)
        return "calls", (self.time(event.time), event.script, status, str(event.seconds), answers, event.note)

    def reply(self, event: ReplyEvent) -> tuple[str, Row]:
        """A ready reply that she got."""
        return "replies", (self.time(event.time), event.title, self.word("replies", "platform", event.platform))

    def note(self, event: NoteEvent) -> tuple[str, Row]:
        """A note."""
        return "notes", (self.time(event.time), event.note.text)

    def consent(self, event: ConsentEvent) -> tuple[str, Row]:
        """An entry of the consent ledger."""
        entry = event.entry
        channel = self.word("consents", "channel", entry.channel)
        status = self.word("consents", "status", entry.state.name.lower())
        source = entry.file_name or self.word("consents", "source", entry.source)
        return "consents", (self.time(event.time), channel, status, source, entry.phone)

    def imported(self, event: ImportEvent) -> tuple[str, Row]:
        """An import."""
        return "imports", (self.time(event.time), event.file_name, str(event.orders))

    def decision(self, event: DecisionEvent) -> tuple[str, Row]:
        """A decision about her keys."""
        return "decisions", (self.time(event.time), self.word("decisions", "status", event.kind), event.value)


_EVENTS: dict[type, Callable[..., tuple[str, Row]]] = {
    OrderEvent: _Sayer.order,
    RefundEvent: _Sayer.refund,
    MessageEvent: _Sayer.message,
    CallEvent: _Sayer.call,
    ReplyEvent: _Sayer.reply,
    NoteEvent: _Sayer.note,
    ConsentEvent: _Sayer.consent,
    ImportEvent: _Sayer.imported,
    DecisionEvent: _Sayer.decision,
}


def _times(quantity: int | None) -> str:
    return "" if quantity is None else f"× {quantity}"


def _json(topics: dict[str, list[Row]]) -> bytes:
    said = {
        title: [{name: cell for name, cell in zip(names, row, strict=True) if cell} for row in rows]
        for title, (names, *rows) in topics.items()
    }
    return json.dumps(said, ensure_ascii=False, indent=2).encode("utf-8", "surrogatepass")


def _workbook(topics: dict[str, list[Row]], now: datetime) -> bytes:
    import xlsxwriter

    content = io.BytesIO()
    # In memory: otherwise plain texts would stand in the system's temporary folder meanwhile.
    workbook = xlsxwriter.Workbook(content, {"in_memory": True})
    workbook.set_properties({"created": now.replace(tzinfo=None)})
    bold = workbook.add_format({"bold": True})
    for title, rows in topics.items():
        sheet = workbook.add_worksheet(title[:31])
        sheet.freeze_panes(1, 0)
        for column in range(len(rows[0])):
            sheet.set_column(column, column, _width(rows, column))
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, safe_cell(cell), *([bold] if number == 0 else []))
    workbook.close()
    return content.getvalue()


def _width(rows: Sequence[Row], column: int) -> int:
    """In characters, a Chinese one counting as two."""
    longest = max(sum(1 if sign.isascii() else 2 for sign in row[column]) for row in rows)
    return min(60, max(10, longest + 2))
