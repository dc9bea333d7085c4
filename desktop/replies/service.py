"""The reply library beside the shop: read and made searchable in the background, then kept as it changes.

The panel and the page ask the same service, so that there is one library in memory and one index.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from desktop import wording
from local_db.changes import Changes, Topic
from local_db.errors import RegularsError
from local_db.replies.library import Library
from local_db.replies.model import Usage

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.replies.model import Reply
    from local_db.replies.search.hit import Hit
    from local_db.replies.search.index import ReplyIndex
    from local_db.shop_file import Shop

MOST_FOUND = 500  # in the whole library, whose list can be scrolled
MOST_HITS = 30  # a person types another letter rather than scroll
AT_ONCE = 30_000  # replies among which a key is answered within 4 ms; more are searched beside the window
MOST_PUT_IN = 100  # changed replies that are put into the index; with more it is made anew, beside the window

Records = Mapping[str, tuple[str, "Reply"]]  # what was read of each reply's record, so that most are read once
Answered = Callable[[tuple["Hit", ...]], None]


class _Read(NamedTuple):
    """The library as it is now, and the index of it or what is to be done to the one there is."""

    library: Library
    usage: Mapping[str, Usage]
    wordings: Mapping[str, Mapping[str, int]]
    records: Records
    made: ReplyIndex | None = None
    changed: tuple[Reply, ...] = ()
    removed: tuple[str, ...] = ()
    groups_differ: bool = False
    parts_differ: bool = False


def service_of(context: PageContext) -> ReplyService:
    """The one of an open shop, which lives as long as its change bus; it is being read after the first call."""
    found = context.changes.findChild(ReplyService)
    if found is None:
        found = ReplyService(context, context.changes)
        found.begin()
    return found


class ReplyService(QObject):
    """Holds the library, how often its replies were taken, and the index over it.

    Signals:
        changed: the library is read, or is another one.
    """

    changed = Signal()

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reading = context.background.latest()
        self._asking = context.background.latest()
        self._index: ReplyIndex | None = None
        self._records: Records = {}
        self._lock = threading.Lock()  # an index answers one thread at a time
        self.library = Library()
        self.usage: Mapping[str, Usage] = {}
        self.wordings: Mapping[str, Mapping[str, int]] = {}  # how often each was taken, by the reply's uid
        context.changes.announced.connect(self._changes)

    @property
    def ready(self) -> bool:
        """Whether the library has been read."""
        return self._index is not None

    @property
    def direct(self) -> bool:
        """Whether questions are answered at once."""
        return len(self.library.replies) <= AT_ONCE

    def begin(self) -> None:
        """Read the library, beside other work."""
        self._reading.run(partial(_read, self._context.shop, None, {}), self._arrived, self._failed)

    def ask(self, typed: str, answered: Answered, *, platform: str = "", language: str = "") -> None:
        """Tell `answered` the best hits: at once, or of a large library soon and only for the latest question."""
        if self._index is None:
            answered(())
            return
        search = partial(self._search, typed, platform, language)
        if self.direct:
            answered(search())
        else:
            self._asking.run(search, answered)

    def find(self, typed: str) -> tuple[Hit, ...]:
        """What is found in the whole library, also what may not be sent; for a worker's thread."""
        return self._search(typed, "", "", everything=True, limit=MOST_FOUND)

    def used(self, uid: str, wording_uid: str, now: datetime) -> None:
        """A reply was taken: it counts at once, without anything being read again."""
        before = self.usage.get(uid, Usage())
        self.usage = {**self.usage, uid: Usage(before.times + 1, int(now.timestamp()))}
        counts = self.wordings.get(uid, {})
        self.wordings = {**self.wordings, uid: {**counts, wording_uid: counts.get(wording_uid, 0) + 1}}

    def _search(
        self, typed: str, platform: str, language: str, *, everything: bool = False, limit: int = MOST_HITS
    ) -> tuple[Hit, ...]:
        index = self._index
        if index is None:
            return ()
        with self._lock:
            return index.search(
                typed,
                usage=self.usage,
                today=date.today().isoformat(),  # noqa: DTZ011 - the day where the clerk sits
                platform=platform,
                language=language,
                everything=everything,
                limit=limit,
            )

    @Slot(object)
    def _changes(self, changes: Changes) -> None:
        if Topic.REPLIES in changes.topics:
            known = self.library if self.ready else None
            self._reading.run(partial(_read, self._context.shop, known, self._records), self._arrived, self._failed)

    def _arrived(self, read: _Read) -> None:
        self.library, self.usage, self.wordings = read.library, read.usage, read.wordings
        self._records = read.records
        if read.made is not None:
            self._index = read.made
        elif self._index is not None and (read.changed or read.removed or read.groups_differ):
            names = read.library.group_names if read.groups_differ else None
            fragments = read.library.fragments if read.parts_differ else None
            with self._lock:
                self._index.update(read.changed, read.removed, names, fragments)
        self.changed.emit()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")


def _read(shop: Shop, known: Library | None, records: Records) -> _Read:
    """Everything, and where an index is needed that too; `known` is what the index there is was made from."""
    from local_db.replies import actions, taken, uses
    from local_db.replies.library import Reading, library_of

    reading = Reading(records)
    library = library_of(actions.list_items(shop), reading.read)
    read = _Read(library, uses.usage(shop), taken.counts(shop), reading.known)
    library.by_uid  # noqa: B018 - made here and kept, because the window's thread asks for it
    if known is not None:
        differing = _differing(read, known)
        if len(differing.changed) <= MOST_PUT_IN:
            return differing
    from local_db.replies.search.index import ReplyIndex

    index = ReplyIndex(library.replies, library.group_names, library.fragments)
    today = datetime.now(UTC).date().isoformat()
    index.search("a", usage=read.usage, today=today, limit=1)  # loads what a first one loads
    return read._replace(made=index)


def _differing(read: _Read, known: Library) -> _Read:
    """With what has become of replies since they were known; those that say what is renamed or rewritten differ too."""
    library, before = read.library, known.by_uid
    renamed = _different(library.group_names, known.group_names)
    rewritten = _different(library.fragments, known.fragments)
    saying = _saying(library, rewritten) if rewritten else frozenset()
    changed = tuple(
        reply
        for reply in library.replies
        if reply.group in renamed
        or reply.uid in saying
        or ((was := before.get(reply.uid)) is not reply and was != reply)
    )
    removed = tuple(uid for uid in before if uid not in library.by_uid)
    return read._replace(changed=changed, removed=removed, groups_differ=bool(renamed), parts_differ=bool(rewritten))


def _different(now: Mapping[str, str], before: Mapping[str, str]) -> frozenset[str]:
    """The keys under which something else stands, and those that came or went."""
    return frozenset(key for key in now.keys() | before.keys() if now.get(key) != before.get(key))


def _saying(library: Library, titles: Collection[str]) -> frozenset[str]:
    from local_db.replies.fragments import using

    texts = {reply.uid: [some.text for some in reply.wordings] for reply in library.replies}
    return using(texts, titles, library.fragments)
