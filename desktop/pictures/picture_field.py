"""A field for a picture of a card: drop, paste or choose one, say what must stay in sight and what is seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop import wording
from desktop.pictures import words
from desktop.pictures.crop_frame import CropFrame
from desktop.pictures.decoding import SUFFIXES, read_file
from desktop.pictures.drop_area import DropArea
from desktop.pictures.incoming import Source, may_be_picture, source_of
from desktop.pictures.measuring import Measured, measure
from desktop.pictures.needs import PictureNeeds
from desktop.pictures.picture_store import PictureStore, preview
from desktop.pictures.taking_in import TakenIn, take_in
from desktop.shell.context import PageContext
from desktop.widgets.button import Button, IconButton
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.fields import TextField
from desktop.widgets.inline_notice import InlineNotice, NoticeTone
from desktop.widgets.label import ElidedLabel, Label
from local_db.cards.model import Picture
from local_db.errors import RegularsError
from local_db.media.actions import add_media, get_media
from local_db.shop_file import Shop

_QUIET_MS = 300  # how long the point must rest before the picture is measured anew
_LONGEST_DESCRIPTION = 200


class PictureField(QWidget):
    """One picture of a card, or none.

    Signals:
        changed(Picture | None): another picture, another point (while it is dragged), other words, or none any more.
    """

    changed = Signal(object)

    def __init__(self, context: PageContext, store: PictureStore[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._store = store
        self._needs = PictureNeeds()
        self._picture: Picture | None = None
        self._removed: Picture | None = None
        self._reading = 0  # counts what was taken in; an answer about an earlier one is nobody's
        self._measuring = context.background.latest()
        self._pause = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._pause.timeout.connect(self._measure)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._build()
        store.ready.connect(self._stored)
        store.failed.connect(self._not_stored)
        self.set_needs(self._needs)
        self._refresh()

    @property
    def picture(self) -> Picture | None:
        """The picture as it stands."""
        return self._picture

    def set_needs(self, needs: PictureNeeds) -> None:
        """What the card and its vendor ask for."""
        self._needs = needs
        self.crop_frame.set_ratio(needs.ratio)
        hint = self.tr("JPEG, PNG, GIF, WebP or BMP")
        if needs.ratio is not None:
            hint = self.tr("It will be cropped to {ratio}.").format(ratio=words.ratio(needs.ratio))
        self.drop_area.set_hint(hint)
        self._measure_soon()

    def show_picture(self, picture: Picture | None) -> None:
        """Show what a card says, without a signal; what is shown already is left in peace."""
        if picture == self._picture:
            return
        if picture is not None and self._picture is not None and picture.media_id == self._picture.media_id:
            self._picture = picture
            self._show_words_and_point(picture)
            return
        self._forget_work()
        self._removed = None
        self._take(picture)

    def choose(self) -> None:
        """Look for a file with the system's dialog."""
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        names = self.tr("Pictures ({patterns})").format(patterns=patterns)
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a picture"), "", names)
        if chosen:
            self.take(Path(chosen))

    def paste(self) -> None:
        """Take what is in the clipboard."""
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
        source = source_of(mime) if mime is not None else None
        if source is None:
            self._say(self.tr("There is no picture in the clipboard."), "info")
        else:
            self.take(source)

    def take(self, source: Source) -> None:
        """Read a picture and keep it in the shop file; what was there stays until that has worked."""
        self._forget_work()
        name = source.name if isinstance(source, Path) else self.tr("the picture given")
        self._reading += 1
        self._notice.hide()
        self.drop_area.show_loading(name)
        self._facts.setText(self.tr("Reading {file}…").format(file=name))
        self._context.background.run(
            partial(_taken, source, name),
            partial(self._taken, self._reading),
            partial(self._refused, self._reading),
            owner=self,
        )

    def remove(self) -> None:
        """Take the picture away; it can be put back."""
        self._forget_work()
        self._removed = self._picture
        self._take(None)
        self._say(self.tr("The picture was taken away."), "info", self.tr("Put it back"))
        self.changed.emit(None)
        self.drop_area.choose_button.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a picture."""
        if may_be_picture(event.mimeData()):
            event.acceptProposedAction()
            self._hover(hovered=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went by."""
        super().dragLeaveEvent(event)
        self._hover(hovered=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first picture of what was dropped."""
        self._hover(hovered=False)
        source = source_of(event.mimeData())
        if source is None:
            self._say(self.tr("There is no picture in what was dropped."), "bad")
        else:
            event.acceptProposedAction()
            self.take(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste and remove by keyboard, wherever the focus is but in the words."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Delete) and self._picture is not None:
            self.remove()
        else:
            super().keyPressEvent(event)

    # --- parts -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.drop_area = DropArea()
        self.drop_area.choose.connect(self.choose)
        self.drop_area.paste.connect(self.paste)
        self.crop_frame = CropFrame()
        self.crop_frame.focus_moved.connect(self._moved)
        self._facts = ElidedLabel("", "small")
        self.replace_button = Button(self.tr("Replace…"), dense=True)
        self.replace_button.clicked.connect(self.choose)
        self.remove_button = IconButton("trash", self.tr("Take the picture away"))
        self.remove_button.clicked.connect(self.remove)
        self._notice = InlineNotice()
        self._notice.action_triggered.connect(self._put_back)
        self._notice.hide()
        self.description = TextField(
            "", self.tr("For people who cannot see it"), name=self.tr("What is seen in the picture")
        )
        self.description.setMaxLength(_LONGEST_DESCRIPTION)
        self.description.textEdited.connect(self._described)
        self._filled = QWidget()
        filled = _column(self._filled)
        filled.addWidget(self.crop_frame)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._facts, 1)
        line.addWidget(self.replace_button)
        line.addWidget(self.remove_button)
        filled.addLayout(line)
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(6)
        filled.addLayout(self._warnings)
        words_label = Label(self.tr("What is seen"), "small")
        words_label.setBuddy(self.description)
        filled.addWidget(words_label)
        filled.addWidget(self.description)
        column = _column(self)
        column.addWidget(self.drop_area)
        column.addWidget(self._filled)
        column.addWidget(self._notice)

    def _refresh(self) -> None:
        filled = self._picture is not None
        self.drop_area.setVisible(not filled)
        self._filled.setVisible(filled)
        self.drop_area.show_loading("")
        self.updateGeometry()

    def _hover(self, *, hovered: bool) -> None:
        self.drop_area.set_hovered(hovered=hovered)
        self.crop_frame.set_hovered(hovered=hovered)

    def _say(self, text: str, tone: NoticeTone, action: str = "") -> None:
        self._notice.say(text, tone, action)

    def _take(self, picture: Picture | None) -> None:
        """Show another picture, or none."""
        self._picture = picture
        self._notice.hide()
        self._clear_warnings()
        self._facts.setText("")
        if picture is not None:
            self.crop_frame.show_image(self._store.image(picture.media_id) or QImage())
            self._show_words_and_point(picture)
            if (failure := self._store.error(picture.media_id)) is not None:
                self._say(wording.error(failure), "bad")
        self._refresh()

    def _show_words_and_point(self, picture: Picture) -> None:
        self.crop_frame.set_focus_point(picture.focus)
        if self.description.text().strip() != picture.describes:
            self.description.setText(picture.describes)
        self._measure_soon()

    def _clear_warnings(self) -> None:
        clear_layout(self._warnings)
        self.crop_frame.mark(())

    # --- what the person does ----------------------------------------------------------------------------

    @Slot(tuple)
    def _moved(self, focus: tuple[float, float]) -> None:
        if self._picture is not None:
            self._picture = replace(self._picture, focus=focus)
            self._measure_soon()
            self.changed.emit(self._picture)

    @Slot(str)
    def _described(self, text: str) -> None:
        if self._picture is not None:
            self._picture = replace(self._picture, describes=text.strip())
            self.changed.emit(self._picture)

    @Slot()
    def _put_back(self) -> None:
        if self._removed is not None:
            picture, self._removed = self._removed, None
            self._take(picture)
            self.changed.emit(picture)

    # --- taking in ---------------------------------------------------------------------------------------

    def _forget_work(self) -> None:
        self._reading += 1
        self._measuring.forget()
        self._pause.stop()

    def _taken(self, reading: int, taken: TakenIn) -> None:
        if reading == self._reading:
            self._context.background.run(
                partial(_keep, self._context.shop, taken),
                partial(self._kept, reading, taken.image),
                partial(self._refused, reading),
                writes=True,
                owner=self,
            )

    def _kept(self, reading: int, image: QImage, media_id: int) -> None:
        self._store.put(media_id, image)
        if reading == self._reading:
            self._removed = None
            self._take(Picture(media_id))  # what was said of the one before is not true of this one
            self.crop_frame.setFocus()
            self.changed.emit(self._picture)

    def _refused(self, reading: int, failure: BaseException) -> None:
        if not isinstance(failure, RegularsError):
            raise failure
        if reading == self._reading:
            self._refresh()
            self._measure_soon()
            self._say(wording.error(failure), "bad")

    @Slot(object)
    def _stored(self, media_id: int) -> None:
        if self._picture is not None and self._picture.media_id == media_id:
            image = self._store.image(media_id)
            if image is not None:
                self.crop_frame.show_image(image)
                self._measure_soon()

    @Slot(object)
    def _not_stored(self, media_id: int) -> None:
        failure = self._store.error(media_id)
        if self._picture is not None and self._picture.media_id == media_id and failure is not None:
            self._say(wording.error(failure), "bad")

    # --- measuring ---------------------------------------------------------------------------------------

    def _measure_soon(self) -> None:
        if self._picture is not None:
            self._pause.start()

    @Slot()
    def _measure(self) -> None:
        if self._picture is not None and self._store.error(self._picture.media_id) is None:
            question = partial(_measured, self._context.shop, self._picture, self._needs)
            self._measuring.run(question, self._show_measured, self._not_measured, owner=self)

    def _show_measured(self, measured: Measured) -> None:
        self._clear_warnings()
        self._facts.setText("")
        if measured.error is not None:
            self._warnings.addWidget(InlineNotice(wording.error(measured.error), "bad"))
        else:
            text = self.tr("Sent as {width} × {height}, {size}")
            size = words.size(measured.bytes)
            self._facts.setText(text.format(width=measured.width, height=measured.height, size=size))
        for warned in measured.warnings:
            self._warnings.addWidget(InlineNotice(words.warning(warned.code, warned.data), "warn"))
        self.crop_frame.mark([area for warned in measured.warnings for area in warned.areas])
        self.updateGeometry()

    def _not_measured(self, failure: BaseException) -> None:
        if not isinstance(failure, RegularsError):
            raise failure
        self._facts.setText("")
        self._say(wording.error(failure), "bad")


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column


def _taken(source: Source, name: str) -> TakenIn:
    """Read a picture for the shop file, and as the store shows it."""
    taken = take_in(read_file(source) if isinstance(source, Path) else source, name)
    return taken._replace(image=preview(taken.image))


def _keep(shop: Shop, taken: TakenIn) -> int:
    return add_media(shop, taken.media, now=datetime.now(UTC))


def _measured(shop: Shop, picture: Picture, needs: PictureNeeds) -> Measured:
    return measure(get_media(shop, picture.media_id).data, needs, picture.focus)
