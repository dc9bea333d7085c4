"""Keeping the reply that stands in the editor: by hand, and on leaving it with a way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop import wording
from desktop.replies.editing.drafts import Drafts
from desktop.shell.change_bus import ChangeBus
from desktop.shell.context import PageContext
from local_db.changes import Changes
from local_db.errors import RegularsError
from local_db.replies import actions
from local_db.replies.drafts import Draft, new_key, save_or_keep
from local_db.replies.model import Reply
from local_db.shop_file import Shop

T = TypeVar("T")
Result = tuple[Reply, Changes]

_TITLE = 18  # characters of the text that become a title where none was given


class _Line:
    """What was stored last of one reply; saves of it wait in a line, and each asks when its turn has come."""

    def __init__(self, stored: Reply) -> None:
        self._stored = stored
        self.waiting: list[Draft] = []  # to be saved, the last one as it was left

    @property
    def seen(self) -> Reply | None:
        """What is changed by saving; None for a new reply."""
        return self._stored if self._stored.uid else None

    def save(self, shop: Shop, key: str, reply: Reply) -> Result:
        """Store what was written, or its draft, on the writer's thread. Raises RegularsError."""
        draft = Draft(replace(reply, uid=self._stored.uid), self.seen)
        result = save_or_keep(shop, key, draft, now=datetime.now(UTC))
        self._stored = result[0]
        return result


class UnderWay(QObject):
    """The lines in which saves wait, by the key of the draft: behind an import it takes a while.

    They live as long as the open shop: in another language there is another page, and the same lines.
    """

    @classmethod
    def of(cls, context: PageContext) -> UnderWay:
        """The one of an open shop."""
        return context.changes.findChild(cls) or cls(context.changes)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: dict[str, _Line] = {}

    def draft(self, key: str) -> Draft | None:
        """What was left of a reply and is not saved yet."""
        line = self.lines.get(key)
        return line.waiting[-1] if line is not None else None

    def wait(self, key: str, line: _Line, draft: Draft) -> None:
        """A save begins to wait."""
        line.waiting.append(draft)
        self.lines[key] = line

    def end(self, key: str, line: _Line) -> None:
        """The first one that waited has come to its end."""
        line.waiting.pop(0)
        if not line.waiting and self.lines.get(key) is line:
            del self.lines[key]


class Saving(QObject):
    """Compares what is written with what is stored. `content` gives the reply as it stands in the editor.

    Signals:
        saved(Reply): it is stored now. state_changed(): there is something to save, or not any more.
        title_missing(): it cannot be saved without one.
        draft_wanted(str): the person wants to go back to what could not be kept, by its key.
    """

    saved = Signal(object)
    state_changed = Signal()
    title_missing = Signal()
    draft_wanted = Signal(str)

    def __init__(self, context: PageContext, drafts: Drafts, content: Callable[[], Reply], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._drafts = drafts
        self._content = content
        self._turn = 0  # counts the replies begun; what was saved of an earlier one is not what is written in now
        self.stored: Reply | None = None
        self.key = ""  # of its draft
        self._line = _Line(Reply("", ""))
        self._under_way = UnderWay.of(context)
        self._new: dict[str, _Line] = {}  # a new reply may be left and come back to while it is being stored

    def begin(self, reply: Reply | None, key: str = "", seen: Reply | None = None) -> None:
        """Work on this one from now on; None: on none. A draft has a key and what was `seen` when it was begun."""
        self._turn += 1
        self._drafts.rest()
        self.stored = reply
        self.key = "" if reply is None else key or reply.uid or new_key()
        if reply is not None:
            self._line = self._line_of(reply, seen)
        self.state_changed.emit()

    def _line_of(self, reply: Reply, seen: Reply | None) -> _Line:
        waiting = self._under_way.lines.get(self.key)
        if waiting is not None:
            return waiting
        return _Line(seen or reply) if reply.uid else self._new.setdefault(self.key, _Line(reply))

    def is_changed(self) -> bool:
        """Whether there is something to save; an untouched new reply is nothing."""
        if self.stored is None:
            return False
        now = self._content()
        return now != self.stored and (bool(self.stored.uid) or not _is_empty(now))

    def draft(self) -> Draft:
        """What is written, and what was seen when that was begun."""
        return Draft(self._content(), self._line.seen)

    def edited(self) -> None:
        """Something was typed: it is kept as a draft before long."""
        if self.is_changed():
            self._drafts.note(self.key, self.draft())
        else:
            self._drafts.drop([self.key])
        self.state_changed.emit()

    def save(self) -> None:
        """Store it."""
        if self.is_changed():
            self._save(self._content(), partial(self._saved, self._turn), self._failed)

    def keep(self) -> None:
        """Store what was written before another one is looked at, with a way back."""
        if self.stored is not None and self.is_changed():
            draft = _storable(self._content())
            not_kept = partial(self._not_kept, self.key, Draft(draft, self._line.seen))
            self._save(draft, partial(self._kept, self._turn, self.stored), not_kept)

    def _save(self, reply: Reply, done: Callable[[Result], None], failed: Callable[[BaseException], None]) -> None:
        """Where it cannot be stored, its draft is: on the way out nobody is left who could be told."""
        self._drafts.rest()
        key, line = self.key, self._line
        work = partial(line.save, self._context.shop, key, reply)
        self._under_way.wait(key, line, Draft(reply, line.seen))
        end = partial(self._under_way.end, key, line)
        told = partial(_tell, self, end, partial(self._done, key, done), partial(_announce, self._context.changes))
        refused = partial(_tell, self, end, failed, _nobody_is_left)
        self._context.background.run(work, told, refused, writes=True, owner=self._context.changes)

    def _done(self, key: str, done: Callable[[Result], None], result: Result) -> None:
        self._drafts.forget(key)
        done(result)

    def _saved(self, turn: int, result: Result) -> None:
        reply, changes = result
        self._store(turn, reply)
        self._context.notices.show(self.tr("“{title}” is saved.").format(title=reply.title), "good")
        self._context.changes.announce(changes)

    def _kept(self, turn: int, before: Reply, result: Result) -> None:
        reply, changes = result
        self._store(turn, reply)
        self._context.notices.show(
            self.tr("“{title}” is saved.").format(title=reply.title),
            "good",
            action_text=self.tr("Undo"),
            action=partial(self._undo, before, reply),
        )
        self._context.changes.announce(changes)

    def _store(self, turn: int, reply: Reply) -> None:
        if turn == self._turn:
            self.stored = reply
            self.saved.emit(reply)
            if self.key != reply.uid:
                self._drafts.drop([self.key])  # also what was typed while it was being saved; noted anew below
                self.key = reply.uid
            self.edited()

    def _undo(self, before: Reply, after: Reply) -> None:
        shop, now = self._context.shop, datetime.now(UTC)
        if before.uid:
            back = partial(actions.undo_saving, shop, before, after, now=now)
        else:
            back = partial(actions.delete, shop, (after.uid,), now=now)
        self._context.background.run(back, self._context.changes.announce, self._failed, writes=True, owner=self)

    def _not_kept(self, key: str, draft: Draft, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        if not self._drafts.hold(key, draft):  # said before
            return
        said = self.tr("“{title}” is not saved yet: {reason}")
        self._context.notices.show(
            said.format(title=draft.reply.title, reason=wording.error(error)),
            "warn",
            action_text=self.tr("Back to it"),
            action=partial(self.draft_wanted.emit, key),
        )

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        if error.code == "title_empty":
            self.title_missing.emit()
        self._context.notices.show(wording.error(error), "bad")


def _tell(
    saving: Saving, end: Callable[[], None], done: Callable[[T], None], without: Callable[[T], None], outcome: T
) -> None:
    """Tell the editor what came of it, or do without it: in another language there is another one."""
    end()
    if isValid(saving):
        done(outcome)
    else:
        without(outcome)


def _announce(changes: ChangeBus, result: Result) -> None:
    changes.announce(result[1])


def _nobody_is_left(error: BaseException) -> None:
    """The draft is kept, and whoever opens the page is told of it."""
    if not isinstance(error, RegularsError):
        raise error


def _is_empty(reply: Reply) -> bool:
    texts = [reply.title, *(one.text for one in reply.wordings)]
    return not reply.attachments and not any(text.strip() for text in texts)


def _storable(reply: Reply) -> Reply:
    """With whatever would hold up its keeping put right: the first words as its title, and days in their order."""
    title = reply.title
    if not title.strip() and reply.wordings:
        title = " ".join(reply.wordings[0].text.split())[:_TITLE]
    first, last = reply.valid_from, reply.valid_until
    if first and last and first > last:
        first, last = last, first
    return replace(reply, title=title, valid_from=first, valid_until=last)
