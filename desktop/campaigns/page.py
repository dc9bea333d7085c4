"""The page of campaigns: the list, preparing an audience, or one that was prepared."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop import wording
from desktop.amounts import number
from desktop.campaigns import questions
from desktop.campaigns.details_view import DetailsView
from desktop.campaigns.list_view import AudienceList
from desktop.campaigns.prepare_view import PrepareView
from desktop.campaigns.questions import Shelf, Written
from desktop.shell.context import PageContext
from local_db.changes import Changes
from local_db.errors import RegularsError


class CampaignsPage(QWidget):
    """From a segment and a text to a hand-off file."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shelf: Shelf | None = None
        self._waiting: Callable[[], None] | None = None
        self._shown_id: int | None = None
        self._latest = context.background.latest()
        self.list = AudienceList()
        self.prepare = PrepareView(context)
        self.details = DetailsView(context)
        self._stack = QStackedLayout(self)
        for view in (self.list, self.prepare, self.details):
            self._stack.addWidget(view)
        self.list.opened.connect(self._show_details)
        self.list.new_wanted.connect(self._start)
        for view in (self.prepare, self.details):
            view.closed.connect(self._show_list)
            view.written.connect(self._written)

    def reload(self, changes: Changes) -> None:  # noqa: ARG002 - every topic of this page asks for the same
        """Read again what campaigns are made from."""
        self._latest.run(self._reading(), self._known, self._failed)

    def open(
        self, segment_id: int | None = None, template_id: int | None = None, audience_id: int | None = None
    ) -> None:
        """Prepare with this segment or template chosen, or show a prepared audience."""
        if audience_id is not None:
            self._when_known(partial(self._show_details, audience_id))
        else:
            self._when_known(partial(self._start, segment_id, template_id))

    def _when_known(self, action: Callable[[], None]) -> None:
        """Do it once the shop has been read; what was just saved elsewhere must be among it."""
        self._waiting = action
        self._latest.run(self._reading(), self._known, self._failed)

    def _reading(self) -> Callable[[], Shelf]:
        return partial(questions.shelf, self._context.shop, self._context.settings.folder)

    def _known(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.list.show_shelf(shelf)
        waiting = self._waiting
        self._waiting = None
        if waiting is not None:
            waiting()
            return
        self.prepare.take(shelf)
        if self._stack.currentWidget() is self.details and self._shown_id is not None:
            self._show_details(self._shown_id)

    def _start(self, segment_id: int | None = None, template_id: int | None = None) -> None:
        if self._shelf is not None:
            self._stack.setCurrentWidget(self.prepare)
            self.prepare.begin(self._shelf, segment_id, template_id)

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self.list.set_first_focus()

    def _show_details(self, audience_id: int) -> None:
        audience = self._shelf.audience(audience_id) if self._shelf is not None else None
        if audience is None or self._shelf is None:
            self._show_list()
            return
        self._shown_id = audience_id
        self._stack.setCurrentWidget(self.details)
        self.details.show_audience(audience, self._shelf)

    def _written(self, written: Written) -> None:
        self._context.notices.show(
            self._told(written),
            "good",
            action_text=self.tr("Open folder"),
            action=partial(open_folder, written.hand_off.files[0].parent),
        )
        self._when_known(partial(self._show_details, written.audience.id))
        self._context.changes.announce(written.changes)

    def _told(self, written: Written) -> str:
        done = written.hand_off
        rows = number(done.rows)
        if len(done.files) == 1:
            text = self.tr("{rows} rows are written to {file}.").format(rows=rows, file=done.files[0].name)
        else:
            text = self.tr("{rows} rows are written to {count} files, from {file} on.").format(
                rows=rows, count=number(len(done.files)), file=done.files[0].name
            )
        left_out = done.withdrawn + done.repeated
        if left_out:
            text += self.tr(" {count} were left out at the last look.").format(count=number(left_out))
        return text

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
