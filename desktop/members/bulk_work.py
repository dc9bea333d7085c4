"""Does to many members what the bar below the list asks for, in the background, and offers to undo it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop import amounts
from desktop.members import words
from local_db.members import bulk
from local_db.members.bulk import Deed

if TYPE_CHECKING:
    from desktop.members.bulk_bar import BulkBar
    from desktop.members.export_dialog import ExportChoice
    from desktop.shell.background import Job
    from desktop.shell.context import PageContext
    from desktop.shell.notices import Notice
    from local_db.changes import Changes
    from local_db.members.bulk import BulkChange, Progress
    from local_db.members.listing import Listing
    from local_db.roster.roster import Ints

    Work = Callable[[Progress], tuple[BulkChange, Changes]]


class BulkWork(QObject):
    """One deed after another; the bar shows how far it is and may stop it."""

    def __init__(self, context: PageContext, bar: BulkBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._bar = bar
        self._job: Job | None = None
        self._undoable: Notice | None = None
        bar.stopped.connect(self._stop)

    def tag(self, ids: Ints, name: str) -> None:
        """Give everybody a tag."""
        self._begin(self.tr("Tagging…"), partial(bulk.tag_members, self._context.shop, ids, name))

    def untag(self, ids: Ints, name: str) -> None:
        """Take a tag from everybody."""
        self._begin(self.tr("Taking the tag…"), partial(bulk.untag_members, self._context.shop, ids, name))

    def note(self, ids: Ints, text: str) -> None:
        """Write a note on everybody."""
        work = partial(bulk.note_members, self._context.shop, ids, text, now=datetime.now(UTC))
        self._begin(self.tr("Writing notes…"), work)

    def consent(self, ids: Ints, channel: str, *, agreed: bool) -> None:
        """Note that everybody agreed or refused."""
        record = bulk.grant_for_members if agreed else bulk.opt_members_out
        work = partial(record, self._context.shop, ids, channel, now=datetime.now(UTC))
        self._begin(self.tr("Noting consent…"), work)

    def export(self, listing: Listing, ids: Ints, choice: ExportChoice) -> None:
        """Write everybody into a file."""
        from desktop.members.people_rows import people_file
        from local_db.members.people_file import export_people

        what = people_file(choice, listing.roster.currency, listing.roster.zone)
        self._bar.begin(self.tr("Writing the file…"))
        self._job = self._context.background.run_job(
            lambda job: export_people(
                self._context.shop, listing, ids, what, partial(_step, job), now=datetime.now(UTC)
            ),
            partial(self._exported, choice),
            self._failed,
            progress=self._bar.set_progress,
            cancelled=self._cancelled,
            owner=self,
        )

    def undo_last(self) -> bool:
        """Undo what was done last while its notice is in sight; whether there was anything to undo."""
        notice, self._undoable = self._undoable, None
        return notice is not None and self._context.notices.act(notice)

    def _begin(self, title: str, work: Work) -> None:
        self._bar.begin(title)
        self._job = self._context.background.run_job(
            lambda job: work(partial(_step, job)),
            self._done,
            self._failed,
            progress=self._bar.set_progress,
            cancelled=self._cancelled,
        )

    def _done(self, answer: tuple[BulkChange, Changes]) -> None:
        change, changes = answer
        self._bar.end()
        self._context.changes.announce(changes)
        text = self._said(change)
        if not change.people:
            self._context.notices.show(text)
            return
        self._undoable = self._context.notices.show(
            text, "good", action_text=self.tr("Undo"), action=partial(self._undo, change)
        )

    def _said(self, change: BulkChange) -> str:
        sentence = {
            Deed.TAGGED: self.tr("Tagged {count} people “{text}”."),
            Deed.UNTAGGED: self.tr("Took the tag “{text}” from {count} people."),
            Deed.NOTED: self.tr("Wrote the note on {count} people."),
            Deed.OPTED_OUT: self.tr("Noted that {count} people opted out of {channel}."),
            Deed.GRANTED: self.tr("Noted that {count} people agreed to {channel}."),
        }[change.deed]
        if not change.people and change.deed in {Deed.TAGGED, Deed.UNTAGGED}:
            sentence = self.tr("Nothing to do: it is so already.")
        channel = words.channel(change.text) if change.deed in {Deed.OPTED_OUT, Deed.GRANTED} else ""
        said = sentence.format(count=amounts.number(change.people), text=change.text, channel=channel)
        if change.left_out:
            left = self.tr("{count} who opted out were left as they are.")
            said = f"{said} {left.format(count=amounts.number(change.left_out))}"
        return said

    def _undo(self, change: BulkChange) -> None:
        self._bar.begin(self.tr("Undoing…"))
        self._bar.show()
        self._job = self._context.background.run_job(
            lambda job: bulk.undo(self._context.shop, change, partial(_step, job)),
            self._undone,
            self._failed,
            progress=self._bar.set_progress,
            cancelled=self._cancelled,
            owner=self,
        )

    def _undone(self, changes: Changes) -> None:
        self._bar.end()
        self._context.changes.announce(changes)

    def _exported(self, choice: ExportChoice, people: int) -> None:
        from desktop.campaigns.page import open_folder

        self._bar.end()
        text = self.tr("Wrote {count} people into {file}.")
        self._context.notices.show(
            text.format(count=amounts.number(people), file=choice.path.name),
            "good",
            action_text=self.tr("Open folder"),
            action=partial(open_folder, choice.path.parent),
        )

    def _failed(self, failure: BaseException) -> None:
        self._bar.end()
        if isinstance(failure, ValueError):
            self._context.notices.show(self.tr("A rule gives this tag; choose another name."), "warn")
        else:
            words.tell(self._context.notices, failure)

    def _cancelled(self) -> None:
        self._bar.end()
        self._context.notices.show(self.tr("Stopped; nothing was changed."))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()


def _step(job: Job, done: int, total: int) -> None:
    job.check()
    job.report(done, total)
