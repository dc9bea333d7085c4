"""Lists for platforms that dial for the seller: who is on them by buyer id, who is left out, and the files."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import table_formats, wording
from desktop.amounts import number
from desktop.call_scripts.caller import questions
from desktop.call_scripts.caller.call_waterfall import CallWaterfall
from desktop.call_scripts.caller.list_choices import ListChoices
from desktop.campaigns.page import open_folder
from desktop.members.words import platform
from desktop.system_user import user_name
from desktop.table_formats import SUFFIXES, UTF8
from desktop.widgets.bar_list import BarList, BarRow
from desktop.widgets.card import Card
from desktop.widgets.form import Form
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.output_path_field import OutputPathField, documents, free_path
from desktop.widgets.segmented_control import SegmentedControl
from local_db.call_scripts.calling import PlatformHeaders
from local_db.errors import RegularsError

if TYPE_CHECKING:
    from desktop.call_scripts.caller.questions import Shelf
    from desktop.shell.context import PageContext
    from local_db.call_scripts.calling import PlatformFiles, PlatformList
    from local_db.changes import Changes
    from local_db.documents.model import Document

_PAUSE_MS = 150
_FOLDER_KEY = "campaigns/folder"
_WIDTH = 860


class HandOffDialog(ModalDialog):
    """Segment, waterfall, platforms with their numbers, and where the files go; writes when accepted."""

    def __init__(self, context: PageContext, document: Document, parent: QWidget | None = None) -> None:
        super().__init__("", width=_WIDTH, parent=parent)
        self._context = context
        self._document = document
        self._shelf: Shelf | None = None
        self._found: PlatformList | None = None
        self._writing = False
        self._latest = context.background.latest()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.set_title(self.tr("Lists for platforms that dial"))
        self.set_sentence(
            self.tr("One file for each platform with the buyers' ids there. No phones leave the shop; it is logged.")
        )
        self.choices = ListChoices(one_person=False)
        self.waterfall = CallWaterfall()
        self.platforms = BarList()
        self.nobody = Label(self.tr("Nobody of these has an account on a platform."), "muted", wrap=True)
        self.encoding = SegmentedControl(table_formats.options(workbook=False), name=self.tr("Format"))
        folder = Path(context.settings.get(_FOLDER_KEY))
        start = folder if folder.is_absolute() and folder.is_dir() else documents()
        path = free_path(start, document.name, SUFFIXES[UTF8], nameless="calls")
        self.file = OutputPathField(path, (SUFFIXES[UTF8],), name=self.tr("File"))
        self.notice = InlineNotice()
        self._lay_out()
        self.add_reject()
        self.write = self.add_button(self.tr("Write"), kind="primary")
        self.write.clicked.connect(self.write_files)
        self.choices.chosen.connect(self._choose)
        self.file.changed.connect(self._refresh)
        self._show_nothing()
        self._context.background.run(partial(questions.shelf, context.shop), self._known, self._failed)

    def write_files(self) -> None:
        """Write a file per platform, and log it."""
        shelf, context = self._shelf, self._context
        if shelf is None or self._writing:
            return
        self._writing = True
        self._refresh()
        context.settings.set(_FOLDER_KEY, str(self.file.path().parent))
        work = partial(
            questions.hand_off,
            context.shop,
            context.rosters,
            shelf.tree(self.choices.segment_id),
            self.choices.options(self._document.id),
            self.file.path(),
            headers=PlatformHeaders(self.tr("buyer id"), self.tr("nick")),
            now=datetime.now(UTC),
            encoding=table_formats.encoding(self.encoding.current),
            overwrite=bool(self._in_the_way()),
            who=user_name(),
        )
        context.background.run(work, self._written, self._not_written, writes=True)

    def _lay_out(self) -> None:
        steps = Card(self.tr("Who is on the lists"))
        steps.add(self.waterfall)
        by = Card(self.tr("By platform"))
        by.add(self.platforms)
        by.add(self.nobody)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(steps)
        right.addWidget(by)
        right.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.choices)
        left.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        self.add_layout(row, 1)
        form = Form(label_width=112)
        form.add_row(self.tr("Format"), self.encoding)
        form.add_row(self.tr("File"), self.file, self.tr("The platform is put behind the name."))
        self.add(form)
        self.add(self.notice)

    def _known(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.choices.offer(shelf)
        self._ask()

    def _choose(self) -> None:
        self._latest.forget()
        self._show_nothing()
        self._pause.start()

    def _ask(self) -> None:
        shelf, context = self._shelf, self._context
        if shelf is None:
            return
        options = self.choices.options(self._document.id)
        tree = shelf.tree(self.choices.segment_id)
        work = partial(questions.platform_list, context.shop, context.rosters, tree, options, datetime.now(UTC))
        self._latest.run(work, self._counted, self._failed, owner=self)

    def _show_nothing(self) -> None:
        self._found = None
        self.waterfall.show_counting()
        self.platforms.set_rows(())
        self.nobody.hide()
        self._refresh()

    def _counted(self, found: PlatformList) -> None:
        self._found = found
        options = self.choices.options(self._document.id)
        quiet, again = options.prepare.quiet_days, options.again_after
        self.waterfall.show_list(found.waterfall, found.called, len(found.rows), quiet_days=quiet, again_after=again)
        counts = sorted(found.platforms.items(), key=lambda entry: -entry[1])
        most = max(found.platforms.values(), default=1)
        self.platforms.set_rows([BarRow(platform(code), count / most, number(count)) for code, count in counts])
        self.nobody.setVisible(not counts)
        self._refresh()

    def _in_the_way(self) -> dict[str, list[Path]]:
        """The files that are there, by whether writing replaces or removes them."""
        found = self._found
        names = found.files(self.file.path()) if found is not None else {}
        there: dict[str, list[Path]] = {}
        for name, path in names.items():
            if path.exists():
                sentence = self.tr("Replaced when you write: {files}.")
                if found is not None and name not in found.platforms:
                    sentence = self.tr("Of an earlier list, and removed when you write: {files}.")
                there.setdefault(sentence, []).append(path)
        return there

    def _refresh(self) -> None:
        problem = self.file.problem()
        ready = not problem and not self._writing and self._found is not None and bool(self._found.rows)
        self.write.setEnabled(ready)
        in_the_way = self._in_the_way()
        if problem:
            self.notice.say(problem, "bad")
        elif in_the_way:
            texts = (
                sentence.format(files=wording.listed([path.name for path in paths]))
                for sentence, paths in in_the_way.items()
            )
            self.notice.say("\n".join(texts), "warn")
        else:
            self.notice.hide()

    def _written(self, answer: tuple[PlatformFiles, Changes]) -> None:
        done, changes = answer
        self._context.changes.announce(changes)
        people = sum(done.rows.values())
        names = wording.listed([path.name for path in done.files.values()])
        text = self.tr("{count} people are written to {files}.").format(count=number(people), files=names)
        if done.withdrawn:
            text += self.tr(" {count} were left out at the last look.").format(count=number(done.withdrawn))
        self._context.notices.show(
            text,
            "good",
            action_text=self.tr("Open folder"),
            action=partial(open_folder, self.file.path().parent),
        )
        self.accept()

    def _not_written(self, error: BaseException) -> None:
        self._writing = False
        self._refresh()
        if not isinstance(error, RegularsError):
            raise error
        self.notice.say(wording.error(error), "bad")

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self.notice.say(wording.error(error), "bad")
