"""What is done to replies and groups from the list: one step each, with a way back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop import wording
from desktop.replies import words
from desktop.shell.context import PageContext
from local_db.changes import Changes
from local_db.errors import RegularsError
from local_db.replies import actions, bulk, ready_made
from local_db.replies.model import Group, Reply, Settlement, Step

T = TypeVar("T")
Done = tuple[tuple[Step, ...], Changes]


class Deeds(QObject):
    """Asks `local_db` on the writer's thread, announces what changed, and offers the undo.

    Signals:
        reply_made(str): the uid of a reply that was added, group_made(str): that of a group;
            before the change is announced.
    """

    reply_made = Signal(str)
    group_made = Signal(str)

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def move(self, uids: Sequence[str], group: str, before: str, said: str) -> None:
        """Put replies into a group, or somewhere else in its order; `said` tells it."""
        work = partial(bulk.move, self._context.shop, uids, group, before=before, now=_now())
        self._run(work, partial(self.changed, said))

    def set_fields(self, uids: Collection[str], fields: Mapping[str, object]) -> None:
        """Give many replies the same values."""
        work = partial(bulk.set_fields, self._context.shop, uids, fields, now=_now())
        self._run(work, partial(self.changed, self._count_said(len(uids))))

    def change_tags(self, uids: Collection[str], *, add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        """Give many replies a tag, or take one away."""
        work = partial(bulk.change_tags, self._context.shop, uids, add=add, remove=remove, now=_now())
        self._run(work, partial(self.changed, self._count_said(len(uids))))

    def delete_replies(self, replies: Sequence[Reply]) -> None:
        """Take replies out of sight."""
        uids = [reply.uid for reply in replies]
        if len(replies) == 1:
            said = self.tr("“{title}” is deleted.").format(title=replies[0].title)
        else:
            said = self.tr("Deleted: {replies}.").format(replies=words.replies(len(replies)))
        self._run(partial(actions.delete, self._context.shop, uids, now=_now()), partial(self._deleted, uids, said))

    def bring_back(self, reply: Reply) -> None:
        """Let a deleted reply be there again, and show it."""
        self.reply_made.emit(reply.uid)
        said = self.tr("“{title}” is back.").format(title=reply.title)
        work = partial(actions.restore, self._context.shop, [reply.uid], now=_now())
        self._run(work, partial(self._brought_back, reply, said))

    def copy(self, reply: Reply, title: str) -> None:
        """Add a reply like another one."""
        wordings = tuple(replace(one, uid="") for one in reply.wordings)
        new = replace(reply, uid="", title=title, position="", shortcut="", wordings=wordings)
        self._run(partial(actions.save_reply, self._context.shop, new, now=_now()), self._copied)

    def add_ready_made(self, groups: Sequence[Group], replies: Sequence[Reply]) -> None:
        """Add replies that come with the program; those deleted before come back as they were."""
        work = partial(ready_made.add_ready_made, self._context.shop, groups, replies, now=_now())
        self._run(work, self._ready_made_added)

    def save_group(self, group: Group, before: Group | None = None) -> None:
        """Add a group, or give the one that was `before` another name or owner."""
        self._run(
            partial(actions.save_group, self._context.shop, group, seen=before, now=_now()),
            partial(self._group_saved, before),
        )

    def move_group(self, uid: str, before: str) -> None:
        """Put a group before another one; an empty one: last."""
        self._run(
            partial(bulk.move_group, self._context.shop, uid, before=before, now=_now()),
            partial(self.changed, ""),
        )

    def delete_group(self, group: Group, replies: int) -> None:
        """Take a group out of sight; what lies in it is in none then."""
        said = self.tr("The group “{name}” is deleted. In no group now: {replies}.").format(
            name=group.name, replies=words.replies(replies)
        )
        if not replies:
            said = self.tr("The group “{name}” is deleted.").format(name=group.name)
        work = partial(actions.delete, self._context.shop, (group.uid,), now=_now())
        self._run(work, partial(self._deleted, [group.uid], said))

    def settle(self, uid: str, settlement: Settlement) -> None:
        """Let the words of one side stand."""
        work = partial(actions.settle, self._context.shop, uid, settlement, now=_now())
        self._run(work, partial(self.changed, self.tr("The words you chose stay.")))

    def changed(self, said: str, result: Done) -> None:
        """Tell what was changed, with the way back; an empty `said` tells nothing."""
        steps, changes = result
        if said and steps:
            undo = partial(self._take_back, steps)
            self._context.notices.show(said, "good", action_text=self.tr("Undo"), action=undo)
        self._context.changes.announce(changes)

    def failed(self, error: BaseException) -> None:
        """Say what went wrong; an error that is not ours goes on its way."""
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._context.background.run(work, done, self.failed, writes=True, owner=self)

    def _ready_made_added(self, result: tuple[ready_made.Added, Changes]) -> None:
        added, changes = result
        self._context.notices.show(
            self.tr("Added: {replies}.").format(replies=words.replies(len(added.replies))),
            "good",
            action_text=self.tr("Undo"),
            action=partial(self._take_away, added),
        )
        self._context.changes.announce(changes)

    def _take_away(self, added: ready_made.Added) -> None:
        self._run(partial(ready_made.take_away, self._context.shop, added, now=_now()), self._context.changes.announce)

    def _count_said(self, count: int) -> str:
        return self.tr("Changed: {replies}.").format(replies=words.replies(count))

    def _take_back(self, steps: Sequence[Step]) -> None:
        self._run(partial(bulk.take_back, self._context.shop, steps, now=_now()), self._context.changes.announce)

    def _deleted(self, uids: Sequence[str], said: str, changes: Changes) -> None:
        self._context.notices.show(said, action_text=self.tr("Undo"), action=partial(self._restore, uids))
        self._context.changes.announce(changes)

    def _brought_back(self, reply: Reply, said: str, changes: Changes) -> None:
        undo = partial(self.delete_replies, [reply])
        self._context.notices.show(said, "good", action_text=self.tr("Undo"), action=undo)
        self._context.changes.announce(changes)

    def _restore(self, uids: Sequence[str]) -> None:
        self._run(partial(actions.restore, self._context.shop, uids, now=_now()), self._context.changes.announce)

    def _undo_saving(self, before: Group, after: Group) -> None:
        work = partial(actions.undo_saving, self._context.shop, before, after, now=_now())
        self._run(work, self._context.changes.announce)

    def _copied(self, result: tuple[Reply, Changes]) -> None:
        reply, changes = result
        self.reply_made.emit(reply.uid)
        self._context.changes.announce(changes)

    def _group_saved(self, before: Group | None, result: tuple[Group, Changes]) -> None:
        group, changes = result
        if before is None:
            self.group_made.emit(group.uid)
        elif before != group:
            said = self.tr("The group “{name}” is changed.").format(name=group.name)
            back = partial(self._undo_saving, before, group)
            self._context.notices.show(said, "good", action_text=self.tr("Undo"), action=back)
        self._context.changes.announce(changes)


def _now() -> datetime:
    return datetime.now(UTC)
