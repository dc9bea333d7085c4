"""Writes the knowledge base as a page to print, and opens it in the browser, which prints it or makes a PDF."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop import amounts, wording
from desktop.pictures.decoding import decode
from desktop.replies import words as reply_words
from desktop.replies.board.printed import PrintedWords, Section, page
from desktop.replies.library.shelf import Shelf
from desktop.shell.context import PageContext
from desktop.widgets.form import Form
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.output_path_field import OutputPathField, documents, free_path
from desktop.widgets.scroll_area import ScrollArea
from desktop.widgets.toggle import CheckBox
from local_db.errors import DocumentError, RegularsError
from local_db.replies import attachments
from local_db.replies.exchange.writing import write_file
from local_db.replies.model import Attachment
from local_db.shop_file import Shop
from local_db.templates.store import shop_name

SUFFIX = ".html"
_LONGEST = 700  # pixels of a picture on paper
_COLUMNS = 2
_MOST_HEIGHT = 190


class PrintDialog(ModalDialog):
    """A tick per column, pictures or not, and the place of the file.

    Signals:
        written(Path): the page is there.
    """

    written = Signal(object)

    def __init__(
        self,
        context: PageContext,
        shelf: Shelf,
        sections: Sequence[Section],
        hidden: Collection[str] = (),
        folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`hidden`: the names of columns that the knowledge base does not show."""
        super().__init__("", parent=parent, width=560)
        self.set_title(self.tr("Print the knowledge base"))
        self.set_sentence(self.tr("One page for the browser, made for A4: print it there, or save it as a PDF."))
        self._context = context
        self._shelf = shelf
        # Shared parts stand in the replies that name them.
        told = (Section(one.name, [reply for reply in one.replies if not reply.fragment]) for one in sections)
        self._sections = tuple(section for section in told if section.replies)
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        self.boxes: list[CheckBox] = []
        for place, section in enumerate(self._sections):
            text = f"{section.name}  {amounts.number(len(section.replies))}"
            box = CheckBox(text, checked=section.name not in hidden)
            box.toggled.connect(self._refresh)
            self.boxes.append(box)
            grid.addWidget(box, *divmod(place, _COLUMNS), Qt.AlignmentFlag.AlignLeft)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        scroll = ScrollArea(content)
        scroll.setFixedHeight(min(_MOST_HEIGHT, content.sizeHint().height() + 4))
        self.add(scroll)
        self.pictures = CheckBox(self.tr("With pictures"), checked=True)
        self.add(self.pictures)
        path = free_path(folder or documents(), self.tr("Knowledge base"), SUFFIX)
        self.file = OutputPathField(path, (SUFFIX,), name=self.tr("File"))
        form = Form(label_width=60)
        form.add_row(self.tr("File"), self.file)
        self.add(form)
        self.notice = InlineNotice()
        self.add(self.notice)
        self._count = Label("", "small")
        self.add(self._count)
        self.add_reject()
        self.write = self.add_button(self.tr("Write and open"), kind="primary")
        self.write.clicked.connect(self._write)
        self.file.changed.connect(self._refresh)
        self._refresh()

    def _chosen(self) -> list[Section]:
        return [section for section, box in zip(self._sections, self.boxes, strict=True) if box.isChecked()]

    def _refresh(self, _value: object = None) -> None:
        problem = self.file.problem()
        count = _count_of(self._chosen())
        self._count.setText(self.tr("On the page: {count}").format(count=amounts.number(count)))
        self.write.setEnabled(not problem and count > 0)
        self.notice.setVisible(bool(problem))
        if problem:
            self.notice.say(problem, "bad")

    def _write(self) -> None:
        self.write.setEnabled(False)
        chosen, path = self._chosen(), self.file.path()
        count = _count_of(chosen)
        words = PrintedWords(
            "zh-CN" if wording.language() == "zh" else "en",
            self.tr("Ready replies"),
            self.tr("{day} · {count} in all").format(count=amounts.number(count), day=self._shelf.today),
            self.tr("Contents"),
            reply_words.days,
        )
        known = self._shelf.library.fragments
        work = partial(_written, self._context.shop, path, chosen, words, known, pictures=self.pictures.isChecked())
        self._context.background.run(work, self._done, self._failed, owner=self)

    def _done(self, path: Path) -> None:
        self.accept()
        self.written.emit(path)

    def _failed(self, error: BaseException) -> None:
        self.write.setEnabled(True)
        if not isinstance(error, RegularsError):
            raise error
        self.notice.say(wording.error(error), "bad")


def _count_of(sections: Sequence[Section]) -> int:
    """How many replies there are, those in the hot list once."""
    return len({reply.uid for section in sections for reply in section.replies})


def _written(
    shop: Shop,
    path: Path,
    sections: Sequence[Section],
    words: PrintedWords,
    fragments: Mapping[str, str],
    *,
    pictures: bool,
) -> Path:
    """Write the page under the name of the shop; runs on a reader's thread."""
    with shop.read() as connection:
        name = shop_name(connection)
    if name:
        words = words._replace(title=f"{name} · {words.title}")
    attached = {one.hash: one for section in sections for reply in section.replies for one in reply.attachments}
    shown = {key: address for key, one in attached.items() if pictures and (address := _address(shop, one))}
    write_file(path, page(sections, shown, words, fragments).encode())
    return path


def _address(shop: Shop, attachment: Attachment) -> str:
    """A picture as an address that holds it, small enough for paper; empty for anything else."""
    if not attachment.type.startswith("image/"):
        return ""
    try:
        image = decode(attachments.attached(shop, attachment).data, longest=_LONGEST * 2).image
    except DocumentError:
        return ""
    if max(image.width(), image.height()) > _LONGEST:
        image = image.scaled(
            _LONGEST, _LONGEST, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.convertToFormat(QImage.Format.Format_RGB32).save(buffer, "JPEG", 85)  # type: ignore[call-overload]
    return "data:image/jpeg;base64," + b64encode(buffer.data().data()).decode()
