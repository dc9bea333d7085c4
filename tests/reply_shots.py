"""The scenes of the replies for `tests/shots.py`: the library, the knowledge base, what is missing, the dialogs."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from desktop import wording
from desktop.pictures.taking_in import take_in
from desktop.replies.board.print_dialog import PrintDialog
from desktop.replies.exchange.export_dialog import ExportDialog
from desktop.replies.exchange.import_dialog import ImportDialog
from desktop.replies.exchange.sharing_dialog import SharingDialog
from desktop.replies.exchange.starters_dialog import StartersDialog
from desktop.replies.page import RepliesPage
from desktop.shell.context import PageContext
from desktop.shell.main_window import MainWindow
from local_db.replies import actions, attachments, uses
from local_db.replies.codec import reply_json
from local_db.replies.model import Conflict, Item, ItemKind, Reply, Wording
from local_db.shop_file import Shop
from tests.replies import add_starters, put_items

PHRASES = """分组,快捷编码,快捷短语,是否加入团队
售后,th,支持七天无理由退换、吊牌完好即可,是
售后,yf,{客户名}您好、运费险已赠送,是
售后,kong,,是
物流,fh,48 小时内发出,是
"""
_SIZES = (("S", "80–95"), ("M", "95–110"), ("L", "110–125"), ("XL", "125–140"))
_TAKEN = (41, 28, 17, 12, 9, 6, 3)


def page_of(context: PageContext, window: MainWindow) -> RepliesPage:
    """The page, with the ready-made set and some weeks of use behind it."""
    add_library(context.shop)
    window.navigate("replies")
    page = window.findChildren(RepliesPage)[0]
    context.changes.announce(actions.delete(context.shop, (), now=datetime.now(UTC)))
    context.background.wait_idle()
    return page


def add_library(shop: Shop) -> None:
    """Add what the pictures show, once."""
    library = actions.library(shop)
    if library.conflicts:
        return
    now, language = datetime.now(UTC), wording.language()
    add_starters(shop, language, now=now - timedelta(days=120))
    library = actions.library(shop)
    taken = [reply for reply in library.replies if not reply.fragment]
    for place, times in enumerate(_TAKEN):
        reply = taken[place * 7]
        for number in range(times):
            one = reply.wordings[number % len(reply.wordings)]
            uses.record_use(shop, reply.uid, one.uid, now=now - timedelta(days=number % 9))
    searched = ("开发票", "能放顺丰吗", "赠品是什么") if language == "zh" else ("invoice", "gift wrap", "express")
    for place, typed in enumerate(searched):
        for number in range(3 - place):
            uses.record_search(shop, typed, now=now - timedelta(days=number + 1, minutes=place))
    size = next(reply for reply in taken if len(reply.wordings) > 1)
    chart = attachments.attach(shop, take_in(size_chart()).media, "尺码表.png", now=now)
    added = Wording(
        "", "加微信 13812345678 发您尺码表。" if language == "zh" else "Write to size@example.com for more."
    )
    actions.save_reply(shop, replace(size, wordings=(*size.wordings, added), attachments=(chart,)), now=now)
    differing = taken[1]
    other = Conflict("title", f"{differing.title}（新）" if language == "zh" else f"{differing.title} (new)", 1)
    item = Item(differing.uid, ItemKind.REPLY, reply_json(differing, [other]), 1, int(now.timestamp()))
    put_items(shop, [item])


def size_chart() -> QImage:
    """A picture such as a shop sends."""
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFF7F0"))
    painter = QPainter(image)
    font = QFont()
    font.setPixelSize(34)
    painter.setFont(font)
    for row, (name, weight) in enumerate(_SIZES):
        area = QRectF(40, 40 + row * 84, 520, 72)
        painter.fillRect(area, QColor("#F4D9C6" if row % 2 else "#FBE8DA"))
        painter.drawText(QPointF(70, area.center().y() + 12), name)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), f"{weight} kg")
    painter.end()
    return image


def written(page: RepliesPage) -> Reply:
    """The reply with several wordings and a picture."""
    return next(reply for reply in page.shelf.library.replies if reply.attachments)


def library(context: PageContext, window: MainWindow) -> QWidget:
    """A reply being worked on."""
    page = page_of(context, window)
    page.open(reply=written(page).uid)
    return window


def details(context: PageContext, window: MainWindow) -> QWidget:
    """The lower cards of the editor."""
    page = page_of(context, window)
    page.open(reply=written(page).uid)
    context.background.wait_idle()
    page.library.editor.show_lower()
    return window


def differing(context: PageContext, window: MainWindow) -> QWidget:
    """What two PCs wrote differently."""
    page = page_of(context, window)
    page.open(reply=next(iter(page.shelf.library.conflicts)))
    return window


def found(context: PageContext, window: MainWindow) -> QWidget:
    """What was found for some letters, all selected."""
    page = page_of(context, window)
    page.open()
    page.library.search.setText("th" if wording.language() == "zh" else "refund")
    page.library.search.flush()
    context.background.wait_idle()
    page.library.list.selectAll()
    return window


def section(context: PageContext, window: MainWindow, key: str) -> QWidget:
    """Another view of the page."""
    page = page_of(context, window)
    page.library.search.clear()
    page.library.search.flush()
    page.show_section(key)
    return window


def starters(context: PageContext, window: MainWindow) -> QDialog:
    """The ready-made set, of the other language."""
    page = page_of(context, window)
    return StartersDialog(page.shelf.library, "en" if wording.language() == "zh" else "zh", window)


def importing(context: PageContext, window: MainWindow, folder: Path) -> QDialog:
    """Quick phrases that would come in."""
    file = folder / "qianniu.csv"
    file.write_text(PHRASES, encoding="gb18030")
    dialog = ImportDialog(context, window)
    dialog.read(file)
    return dialog


def exporting(context: PageContext, window: MainWindow) -> QDialog:
    """A file for another program."""
    return ExportDialog(context, page_of(context, window).shelf.library, parent=window)


def sharing(context: PageContext, window: MainWindow) -> QDialog:
    """A pack that has just been made."""
    dialog = SharingDialog(context, window)
    with tempfile.TemporaryDirectory() as folder:
        dialog.file.set_path(Path(folder) / f"shop{dialog.file.path().suffix}")
        dialog.share_now()
        context.background.wait_idle()
    return dialog


def printing(context: PageContext, window: MainWindow) -> QDialog:
    """The page to print."""
    page = page_of(context, window)
    page.board.take(page.shelf)
    return PrintDialog(context, page.shelf, page.board.sections(), parent=window)
