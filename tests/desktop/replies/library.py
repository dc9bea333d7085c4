"""A small library of replies in the shop of a stage, for the tests of the page and what is behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from desktop.pages import PAGES
from desktop.replies.page import RepliesPage
from local_db.replies import ready_made
from local_db.replies.model import Group, Reply, Scope, Wording
from tests.desktop.stage import NOW, Stage
from tests.replies import get_reply

TOPICS = next(page.topics for page in PAGES if page.key == "replies")
GROUPS = (Group("g-hello", "问候"), Group("g-ship", "发货"), Group("g-mine", "我的", Scope.PERSONAL))
REPLIES = (
    Reply("r-hello", "在的亲", (Wording("w1", "{nick|亲}，在的呢"),), "g-hello", tags=("问候",), pinned=True),
    Reply("r-when", "什么时候发货", (Wording("w2", "48 小时内发出。{>结束语}"),), "g-ship", "fh", tags=("物流",)),
    Reply("r-address", "改地址", (Wording("w3", "请把新地址发我"), Wording("w4", "新地址给我就行")), "g-ship"),
    Reply("r-end", "结束语", (Wording("w5", "祝您生活愉快"),), fragment=True),
    Reply("r-sale", "双11还有货吗", (Wording("w6", "有的"),), "g-mine", valid_until="2025-11-12"),
)


def add_library(stage: Stage, replies: Sequence[Reply] = REPLIES, groups: Sequence[Group] = GROUPS) -> None:
    ready_made.add_ready_made(stage.shop, groups, replies, now=NOW)


def opened(stage: Stage, qtbot: object) -> RepliesPage:
    page = RepliesPage(stage.context)
    qtbot.addWidget(page)  # type: ignore[attr-defined]
    page.resize(1080, 760)
    stage.context.changes.subscribe(page, TOPICS)
    page.show()
    settle(stage)
    return page


def settle(stage: Stage) -> None:
    for _ in range(4):  # an answer may ask the next question
        stage.settle()


def undo(stage: Stage) -> None:
    action = stage.notices.all[-1].action
    assert action is not None
    action()
    settle(stage)


def titles(page: RepliesPage) -> list[str]:
    return [reply.title for reply in page.library.list.replies.rows]


def stored(stage: Stage, uid: str) -> Reply:
    return get_reply(stage.shop, uid)


def drop(view: QAbstractItemView, mime: QMimeData, where: QPoint) -> None:
    """Drag something over a view and let it go there, as a mouse does."""
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where, move, mime, left, none)
    QApplication.sendEvent(view.viewport(), enter)
    over = QDragMoveEvent(where, move, mime, left, none)
    QApplication.sendEvent(view.viewport(), over)
    let_go = QDropEvent(QPointF(where), move, mime, left, none)
    let_go.setDropAction(move)
    QApplication.sendEvent(view.viewport(), let_go)
