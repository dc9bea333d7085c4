"""How a card leaves: the vendor's JSON with its pictures in a folder, the JSON alone, or a picture of the phones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop import wording
from desktop.cards import exporting, problem_words, words
from desktop.cards.phones.phone_drawing import PhoneWords
from desktop.cards.phones.preview_picture import preview_picture
from desktop.cards.phones.views import PhoneView
from desktop.pictures.needs import PNG
from desktop.pictures.picture_store import PictureStore
from desktop.pictures.preparing import encoded
from desktop.shell.context import PageContext
from desktop.widgets.button import Button
from desktop.widgets.fields import TextField
from desktop.widgets.form import Form
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.output_path_field import documents, free_path
from desktop.widgets.select import Select
from desktop.widgets.toggle import CheckBox
from local_db.cards.model import Card
from local_db.cards.parts import ExportChoices
from local_db.cards.problem import CardProblem
from local_db.cards.rules import CardVendor
from local_db.documents.single_file import write_file
from local_db.errors import RegularsError
from local_db.whole_files import speaking_of

_ALL = ""
_MOST_SHOWN = 5


class ExportDialog(ModalDialog):
    """Open it with `open`; it writes by itself and then closes.

    Signals:
        place_wanted(CardProblem): the person wants to mend this first; the dialog has closed.
    """

    place_wanted = Signal(object)

    def __init__(
        self,
        context: PageContext,
        card: Card,
        vendor: CardVendor,
        name: str,
        problems: Sequence[CardProblem],
        views: Sequence[PhoneView],
        said: PhoneWords | None,
        store: PictureStore[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", width=600, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.set_title(self.tr("Export the card"))
        named = words.said_here(vendor.title)
        self.set_sentence(
            self.tr("The files that {vendor} wants, written on this computer; nothing is sent.").format(vendor=named)
        )
        self._context = context
        self._card = card
        self._vendor = vendor
        self._name = name
        self._views = tuple(views)
        self._words = said
        self._store = store
        self._blocking = [one for one in problems if one.blocks]
        self.folder = TextField(str(free_path(documents(), name, "", nameless="card")), name=self.tr("Folder"))
        self.choose = Button(self.tr("Choose…"))
        self.address = TextField("", "https://img.example.com/card/", name=self.tr("Address of the pictures"))
        self.trial = CheckBox(self.tr("For a test only"))
        self.with_preview = CheckBox(self.tr("With a picture of the phones"))
        self.with_preview.setChecked(True)
        self.maker = Select(
            [(self.tr("All phones"), _ALL), *((words.maker(view.maker), view.maker) for view in views)],
            name=self.tr("Phones"),
        )
        self.save_picture = Button(self.tr("Save as PNG…"), icon="download")
        self.notice = InlineNotice()
        self.notice.hide()
        self.shows: list[Button] = []  # the ways to what must be mended
        self._build()
        self.copy = self.add_button(self.tr("Copy the JSON"), left=True)
        self.add_reject()
        self.write = self.add_button(self.tr("Write the folder"), kind="primary")
        blocked = bool(self._blocking)
        self.write.setEnabled(not blocked)
        self.copy.setEnabled(not blocked)
        self.save_picture.setEnabled(said is not None and bool(self._views))
        self.choose.clicked.connect(self._choose)
        self.copy.clicked.connect(self.copy_json)
        self.write.clicked.connect(self.write_folder)
        self.save_picture.clicked.connect(self._choose_picture)
        self.folder.textChanged.connect(self.notice.hide)

    def choices(self) -> ExportChoices:
        """What the person says about the export."""
        address = self.address.text().strip()
        if address and not address.endswith("/"):
            address += "/"
        return ExportChoices(self._name, address, self.trial.isChecked())

    def write_folder(self) -> None:
        """Write the vendor's files, complete or not at all."""
        if self._blocking:
            return
        typed = self.folder.text().strip()
        folder = Path(typed)
        if not typed or not folder.is_absolute():
            self.notice.say(self.tr("Choose where the folder goes."), "bad")
            return
        if not folder.parent.is_dir():
            self.notice.say(self.tr("There is no folder {path}.").format(path=folder.parent), "bad")
            return
        self.write.setEnabled(False)
        picture = self.picture(_ALL) if self.with_preview.isChecked() and self._words else None
        context = self._context
        work = partial(exporting.write_folder, context.shop, self._card, self._vendor, folder, self.choices(), picture)
        context.background.run(work, partial(self._written, folder), self._failed, owner=self)

    def copy_json(self) -> None:
        """Put the vendor's JSON into the clipboard."""
        work = partial(exporting.json_text, self._context.shop, self._card, self._vendor, self.choices())
        self._context.background.run(work, self._copied, self._failed, owner=self)

    def save_preview(self, path: Path) -> None:
        """Write the picture of the phones chosen."""
        if self._words is None:
            return
        image = self.picture(str(self.maker.value() or _ALL))
        work = partial(_write_png, path, image)
        self._context.background.run(work, partial(self._picture_written, path), self._failed, owner=self)

    def picture(self, maker: str) -> QImage:
        """The phones of one maker, or with an empty word all of them."""
        if self._words is None:
            raise ValueError("nothing is shown yet")
        views = [view for view in self._views if maker in (_ALL, view.maker)]
        return preview_picture(self._name, views, self._words, self._store)

    def _build(self) -> None:
        if self._blocking:
            self._say_blocking()
        form = Form(label_width=120)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        form.add_row(self.tr("New folder"), box)
        form.add_row(
            self.tr("Pictures at"),
            self.address,
            self.tr(
                "Where you will put them, if you upload them yourself. Empty: they stand in the file by their names."
            ),
        )
        extras = QWidget()
        column = QVBoxLayout(extras)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.with_preview)
        column.addWidget(self.trial)
        self.trial.setVisible(bool(self._vendor.trial))
        form.add_row(self.tr("Also"), extras)
        pictures = QWidget()
        line = QHBoxLayout(pictures)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.maker)
        line.addWidget(self.save_picture)
        line.addStretch(1)
        form.add_row(self.tr("Only the phones"), pictures, self.tr("A picture to show, with twice the pixels."))
        self.add(form)
        self.add(self.notice)

    def _say_blocking(self) -> None:
        """What must be mended first, each with the way there."""
        self.add(
            InlineNotice(
                self.tr("The vendor would refuse the card; mend this first. The picture of the phones can be saved."),
                "bad",
            )
        )
        panels = len(self._card.panels)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        self.add_layout(lines)
        for problem in self._blocking[:_MOST_SHOWN]:
            line = QHBoxLayout()
            line.setSpacing(8)
            said = problem_words.said(problem)
            line.addWidget(Label(problem_words.said_with_place(problem, self._card.kind, panels), wrap=True), 1)
            show = Button(self.tr("Show"), kind="link", dense=True)
            show.setAccessibleName(self.tr("Show: {problem}").format(problem=said))
            show.clicked.connect(partial(self._show, problem))
            line.addWidget(show)
            self.shows.append(show)
            lines.addLayout(line)
        if (more := len(self._blocking) - _MOST_SHOWN) > 0:
            self.add(Label(self.tr("and {count} more").format(count=more), "small"))

    def _show(self, problem: CardProblem) -> None:
        self.reject()
        self.place_wanted.emit(problem)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where to put the folder"), str(documents()))
        if chosen:
            self.folder.setText(str(free_path(Path(chosen), self._name, "", nameless="card")))

    def _choose_picture(self) -> None:
        proposed = free_path(documents(), self._name, ".png", nameless="card")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PNG"), str(proposed), "*.png")
        if chosen:
            path = Path(chosen)
            self.save_preview(path if path.suffix.lower() == ".png" else path.with_name(f"{path.name}.png"))

    def _written(self, folder: Path, count: int) -> None:
        self._context.notices.show(self.tr("{count} files are in {folder}.").format(count=count, folder=folder), "good")
        self.accept()

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.notice.say(self.tr("The JSON is in the clipboard."), "good")

    def _picture_written(self, path: Path, _done: object) -> None:
        self.notice.say(self.tr("The picture is at {path}.").format(path=path), "good")

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self.write.setEnabled(not self._blocking)
        self.notice.say(wording.error(error), "bad")


def _write_png(path: Path, image: QImage) -> None:
    """Raises PrepareError where the disk refuses."""
    with speaking_of(path):
        write_file(path, encoded(image, PNG))
