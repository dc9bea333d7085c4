"""The pictures and files of a reply: dropped, pasted or chosen; shown small, put in order, taken away."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget

from desktop import wording
from desktop.pictures.decoding import SUFFIXES, read_file
from desktop.pictures.incoming import Source, source_of
from desktop.pictures.picture_store import PictureStore
from desktop.pictures.rounded import paint_rounded
from desktop.pictures.taking_in import take_in
from desktop.shell import icons, theme
from desktop.shell.context import PageContext
from desktop.widgets import focus_ring
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.label import Label
from desktop.widgets.menu import Menu
from local_db.errors import DocumentError, RegularsError
from local_db.media.model import Media, MediaKind
from local_db.replies import attachments
from local_db.replies.model import Attachment
from local_db.shop_file import Shop

MOST_BYTES = 20_000_000  # chat programs take no larger ones, and the shop file holds them all
MOST = 9
_TILE = QSize(104, 92)
_PICTURE = 66


class AttachmentsCard(Card):
    """Tiles in the order in which they are sent.

    Signals:
        edited(): a person added one, took one away or moved one.
        failed(str): why one cannot be taken in.
    """

    edited = Signal()
    failed = Signal(str)

    def __init__(
        self, context: PageContext, thumbnails: PictureStore[Attachment], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Pictures and files"))
        self._context = context
        self._thumbnails = thumbnails
        self._turn = 0  # counts the replies shown; what was read for an earlier one is nobody's
        self.attachments: tuple[Attachment, ...] = ()
        self.tiles: list[AttachmentTile] = []
        self.choose_button = Button(self.tr("Add…"), icon="plus", dense=True)
        self.choose_button.clicked.connect(self.choose)
        self.paste_button = Button(self.tr("Paste"), kind="ghost", icon="copy", dense=True)
        self.paste_button.clicked.connect(self.paste)
        self.add_tool(self.paste_button)
        self.add_tool(self.choose_button)
        self._box = QWidget()
        self._flow = FlowLayout(self._box, spacing=8, line_spacing=8)
        self.hint = Label(self.tr("Drop a size chart, a photograph or a file here."), "small", wrap=True)
        self.add(self._box)
        self.add(self.hint)
        self.setAcceptDrops(True)
        thumbnails.ready.connect(self._repaint)
        thumbnails.failed.connect(self._repaint)
        self._show()

    def look_again(self) -> None:
        """Pictures that were not in the shop file may have come since, such as with a pack."""
        self._thumbnails.forget_errors()

    def show_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Show those of another reply, without announcing an edit."""
        self._turn += 1
        if self.attachments != tuple(attachments):
            self.attachments = tuple(attachments)
            self._show()

    def choose(self) -> None:
        """Look for files with the system's dialog."""
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose pictures or files"))
        self.take([Path(name) for name in chosen])

    def paste(self) -> None:
        """Take what is in the clipboard."""
        self._take_mime(QGuiApplication.clipboard().mimeData(), self.tr("There is no picture in the clipboard."))

    def take(self, sources: Sequence[Source]) -> None:
        """Read pictures and files and keep them in the shop file."""
        for source in sources:
            work = partial(_kept, self._context.shop, source, self.tr("picture"))
            self._context.background.run(work, partial(self._taken, self._turn), self._refused, writes=True, owner=self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        event.acceptProposedAction()
        self._take_mime(event.mimeData(), self.tr("There is no picture in what was dropped."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste by keyboard."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def _take_mime(self, mime: QMimeData, nothing: str) -> None:
        files: list[Source] = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        source = None if files else source_of(mime)
        if source is not None:
            files = [source]
        if files:
            self.take(files)
        else:
            self.failed.emit(nothing)

    def _taken(self, turn: int, attachment: Attachment) -> None:
        if turn != self._turn:
            left = self.tr("“{name}” is not added: its reply was left while it was being read. Add it again.")
            self.failed.emit(left.format(name=attachment.name))
            return
        if any(one.hash == attachment.hash for one in self.attachments):
            return
        if len(self.attachments) >= MOST:
            self.failed.emit(self.tr("A reply holds at most {most} pictures and files.").format(most=MOST))
            return
        self._change((*self.attachments, attachment))

    def _refused(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self.failed.emit(wording.error(error))

    def _change(self, attachments: Sequence[Attachment]) -> None:
        self.attachments = tuple(attachments)
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        clear_layout(self._flow)
        self.tiles = []
        for attachment in self.attachments:
            tile = AttachmentTile(attachment, self._thumbnails)
            tile.clicked.connect(partial(self._ask, tile))
            tile.remove_wanted.connect(partial(self._remove, attachment))
            self.tiles.append(tile)
            self._flow.addWidget(tile)
        self._box.setVisible(bool(self.attachments))
        self.hint.setVisible(not self.attachments)
        self._box.updateGeometry()

    def _ask(self, tile: AttachmentTile) -> None:
        """What can be done with one."""
        menu, one = Menu(self), tile.attachment
        place = self.attachments.index(one)
        if place:
            menu.addAction(self.tr("Send it earlier"), partial(self._shift, one, -1))
        if place + 1 < len(self.attachments):
            menu.addAction(self.tr("Send it later"), partial(self._shift, one, 1))
        menu.addAction(self.tr("Remove"), partial(self._remove, one))
        menu.open_below(tile)

    def _shift(self, attachment: Attachment, step: int) -> None:
        order = list(self.attachments)
        place = order.index(attachment)
        order.insert(place + step, order.pop(place))
        self._change(order)

    def _remove(self, attachment: Attachment) -> None:
        self._change([one for one in self.attachments if one != attachment])
        self.choose_button.setFocus()

    def _repaint(self, attachment: Attachment) -> None:
        for tile in self.tiles:
            if tile.attachment == attachment:
                tile.update()


class AttachmentTile(QAbstractButton):
    """A small picture, or the sign of a file, over its name.

    Signals:
        clicked: pressed (from QAbstractButton). remove_wanted(): Delete was pressed.
    """

    remove_wanted = Signal()

    def __init__(
        self, attachment: Attachment, thumbnails: PictureStore[Attachment], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.attachment = attachment
        self._thumbnails = thumbnails
        self._ring = False
        self.setFixedSize(_TILE)
        self.setText(attachment.name)
        self.setAccessibleName(attachment.name)
        self.setToolTip(attachment.name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes it away."""
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the picture and the name."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("edge" if self.underMouse() else "line"), 1))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(frame, 8, 8)
        room = QRectF(1, 1, self.width() - 2, _PICTURE)
        self._paint_picture(painter, room)
        painter.setFont(theme.font(11))
        painter.setPen(theme.colour("ink"))
        words = QRectF(7, _PICTURE, self.width() - 14, self.height() - _PICTURE - 2)
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, int(words.width()))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), name)
        painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, 8)

    def _paint_picture(self, painter: QPainter, room: QRectF) -> None:
        size = room.size().toSize()
        is_picture = self.attachment.type.startswith("image/")
        picture = None
        if is_picture:
            picture = self._thumbnails.pixmap(self.attachment, size, size.toTuple(), scale=self.devicePixelRatioF())
        if picture is None:
            lost = self._thumbnails.error(self.attachment) is not None
            sign = icons.pixmap(
                "warning" if lost else "picture" if is_picture else "file", "bad" if lost else "muted", 24
            )
            painter.drawPixmap(int(room.center().x()) - 12, int(room.center().y()) - 12, sign)
            return
        paint_rounded(painter, room, picture, 7)


def _kept(shop: Shop, source: Source, unnamed: str) -> Attachment:
    """Take one in; a picture loses what a camera noted, a file is kept as it is."""
    now = datetime.now(UTC)
    if isinstance(source, Path) and source.suffix.lower() not in SUFFIXES:
        data = read_file(source)
        if len(data) > MOST_BYTES:
            raise DocumentError("file_too_big", file=source.name, megabytes=MOST_BYTES // 1_000_000)
        kind = mimetypes.guess_type(source.name)[0] or "application/octet-stream"
        return attachments.attach(shop, Media(MediaKind.FILE, kind, data), source.name, now=now)
    name = source.name if isinstance(source, Path) else unnamed
    pixels: bytes | QImage = read_file(source) if isinstance(source, Path) else source
    media = take_in(pixels, name).media
    return replace(attachments.attach(shop, media, name, now=now), type=media.type)
