"""From a reply to the clipboard: its pictures and files are fetched, it is copied or pasted, and that is noted."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop import wording
from desktop.shell.clipboard.content import Content
from local_db.errors import RegularsError, ReplyError

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.replies.panel.buyer import Buyer
    from desktop.replies.panel.showing import Shown
    from desktop.replies.service import ReplyService
    from desktop.shell.clipboard.keeper import ClipboardKeeper
    from desktop.shell.clipboard.lent_files import LentFiles
    from desktop.shell.context import PageContext
    from desktop.shell.paste.paster import Paster
    from local_db.replies.model import Attachment
    from local_db.shop_file import Shop

_MOVING = "image/gif"  # as a picture it would stand still


class Taken(NamedTuple):
    """What was taken, and how many pastes it needs."""

    uid: str
    wording_uid: str
    title: str
    pastes: int
    pasting: bool = False  # on its way into the chat
    kept: bool = True  # whether all of what was on the clipboard before can be brought back


class Taking(QObject):
    """Takes one reply at a time.

    Signals:
        taken(Taken): it is on the clipboard, or on its way into the chat.
        failed(str): it could not be taken; a sentence says why.
    """

    taken = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        context: PageContext,
        service: ReplyService,
        keeper: ClipboardKeeper,
        paster: Paster,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._service = service
        self._keeper = keeper
        self._paster = paster

    def take(self, line: Shown, text: str, buyer: Buyer | None, *, paste: bool) -> None:
        """Take the text, with what goes with it."""
        attached = (*line.pictures, *line.files)
        if not attached:
            self._put(line, buyer, paste, [Content(text=text)])
            return
        self._context.background.run(
            partial(_contents, self._context.shop, self._keeper.lent, text, attached),
            partial(self._put, line, buyer, paste),
            self.fail,
            owner=self,
        )

    def _put(self, line: Shown, buyer: Buyer | None, paste: bool, contents: Sequence[Content]) -> None:  # noqa: FBT001
        wording_uid = line.wording.uid if line.wording is not None else ""
        self._record(line.uid, wording_uid, buyer)
        taken = Taken(line.uid, wording_uid, line.title, len(contents))
        if paste and self._paster.previous is not None:
            self.taken.emit(taken._replace(pasting=True))  # before: how it ends may be told at once
            self._paster.paste_into(self._paster.previous, contents)
        else:
            self.taken.emit(taken._replace(kept=self._keeper.offer(contents).complete))

    def _record(self, uid: str, wording_uid: str, buyer: Buyer | None) -> None:
        from local_db.replies.uses import record_use

        now = datetime.now(UTC)
        work = partial(
            record_use,
            self._context.shop,
            uid,
            wording_uid,
            member_id=buyer.member_id if buyer is not None else None,
            platform=buyer.platform if buyer is not None else "",
            now=now,
        )
        self._context.background.run(work, self._context.changes.announce, self._not_noted, writes=True)
        self._service.used(uid, wording_uid, now)

    def _not_noted(self, failure: BaseException) -> None:
        if not isinstance(failure, RegularsError):
            raise failure
        self.failed.emit(self.tr("Copied, but not counted as used: {why}").format(why=wording.error(failure)))

    def fail(self, failure: BaseException) -> None:
        """Say what is in the way."""
        if not isinstance(failure, RegularsError):
            raise failure
        self.failed.emit(wording.error(failure))


def _contents(shop: Shop, lent: LentFiles, text: str, attachments: Sequence[Attachment]) -> list[Content]:
    """What is pasted one after the other: chat programs take one kind at a time."""
    from local_db.replies.attachments import attached

    contents = [Content(text=text)] if text.strip() else []
    files: list[Path] = []
    for one in attachments:
        data = attached(shop, one).data
        image = QImage.fromData(data) if one.type.startswith("image/") and one.type != _MOVING else QImage()
        if image.isNull():
            files.append(_file(lent, one, data))
        else:
            contents.append(Content(image=image, png=data if one.type == "image/png" else b""))
    if files:
        contents.append(Content(files=tuple(files)))
    return contents


def _file(lent: LentFiles, attachment: Attachment, data: bytes) -> Path:
    """A file as other programs need it. Raises ReplyError (`disk_full`, `file_unwritable`)."""
    try:
        return lent.write(attachment.hash, attachment.name, data)
    except OSError as error:
        code = "disk_full" if error.errno == errno.ENOSPC else "file_unwritable"
        raise ReplyError(code, path=attachment.name) from None
