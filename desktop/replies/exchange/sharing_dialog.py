"""Shares the library with other PCs through a file on a share or a stick: where it lies, and what came of it."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop import amounts, wording
from desktop.replies.exchange import exchange_words
from desktop.replies.exchange.refusals import tell_refusal
from desktop.shell.context import PageContext
from desktop.shell.notices import Tone
from desktop.widgets.form import Form
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.output_path_field import OutputPathField, documents
from local_db.changes import Changes
from local_db.errors import RegularsError
from local_db.replies.sharing import SyncResult, sync

SUFFIX = ".replypack"
_SETTING = "replies/pack"


class SharingDialog(ModalDialog):
    """The place of the pack, a button, and below it what came of it; told in the window where it was closed meanwhile.

    Signals:
        settle_wanted(): what was written differently is to be looked at.
    """

    settle_wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None, *, pack: Path | None = None) -> None:
        """`pack` is proposed before the one of the last time."""
        super().__init__("", parent=parent, width=580)
        self.set_title(self.tr("Share with other PCs"))
        self.set_sentence(
            self.tr(
                "Everybody shares through one file, on a network drive or a stick, when it suits. What two people "
                "changed is kept from both; your own groups stay with you."
            )
        )
        self._context = context
        kept = context.settings.get(_SETTING)
        name = self.tr("Replies of the shop")
        path = pack or (Path(kept) if kept else documents() / f"{name}{SUFFIX}")
        self.file = OutputPathField(path, (SUFFIX,), name=self.tr("File"))
        form = Form(label_width=60)
        self._row = form.add_row(self.tr("File"), self.file)
        self.add(form)
        self.notice = InlineNotice()
        self.notice.hide()
        self.notice.action_triggered.connect(self._share_all_the_same)
        self._asked = ""  # the code of what is asked before it is shared all the same
        self.add(self.notice)
        self.lines = Label("", "muted", wrap=True)
        self.lines.hide()
        self.add(self.lines)
        self.body.addStretch(1)
        self.settle = self.add_button(self.tr("Settle…"), left=True)
        self.settle.clicked.connect(self._settle)
        self.settle.hide()
        self.close_button = self.add_reject(self.tr("Close"))
        self.share = self.add_button(self.tr("Share now"), kind="primary")
        self.share.clicked.connect(self.share_now)
        self.file.changed.connect(self._check)
        self._check()

    def share_now(self, *, join: bool = False, anew: bool = False) -> None:
        """Bring both to the same state; `join` and `anew` as in `sync`."""
        path = self.file.path()
        self._context.settings.set(_SETTING, str(path))
        self.share.setEnabled(False)
        self.notice.say(self.tr("Sharing through {file}…").format(file=path.name))
        self.lines.hide()
        work = partial(sync, self._context.shop, path, join=join, anew=anew, now=datetime.now(UTC))
        told = partial(_shared, self, self._context)
        refused = partial(tell_refusal, self, self._context)
        self._context.background.run(work, told, refused, writes=True, owner=self._context.changes)

    def _check(self) -> None:
        problem = self.file.misspelled()  # a stick may come in later
        self._row.set_error(problem)
        self.share.setEnabled(not problem)

    def say_shared(self, outcome: SyncResult) -> None:
        """Say what came of it."""
        self.share.setEnabled(True)
        self.notice.say(*_said(outcome))
        self.lines.setText("\n".join(exchange_words.sync_lines(outcome)))
        self.lines.show()
        self.settle.setVisible(bool(outcome.unsettled))
        self.fit_height()

    def say_failed(self, error: RegularsError) -> None:
        """Say why it is not shared, or ask what has to be known first."""
        self.share.setEnabled(True)
        asked = {"pack_other": self.tr("Share with it too"), "pack_not_there": self.tr("Make a new file")}
        self._asked = error.code
        if error.code in asked:
            self.notice.say(wording.error(error), "warn", asked[error.code])
        else:
            self.notice.say(wording.error(error), "bad")
        self.fit_height()

    def _share_all_the_same(self) -> None:
        self.share_now(join=self._asked == "pack_other", anew=self._asked == "pack_not_there")

    def _settle(self) -> None:
        self.accept()
        self.settle_wanted.emit()


def _shared(dialog: SharingDialog, context: PageContext, result: tuple[SyncResult, Changes]) -> None:
    outcome, changes = result
    if isValid(dialog):
        dialog.say_shared(outcome)
    else:
        context.notices.show(*_said(outcome))
    context.changes.announce(changes)


def _said(outcome: SyncResult) -> tuple[str, Tone]:
    if outcome.unsettled:
        said = QCoreApplication.translate(
            "SharingDialog",
            "Shared. Written differently on two PCs: {count}. Nothing is lost; choose which words stay.",
        )
        return said.format(count=amounts.number(outcome.unsettled)), "warn"
    return QCoreApplication.translate("SharingDialog", "Shared: this PC and the file are the same now."), "good"
