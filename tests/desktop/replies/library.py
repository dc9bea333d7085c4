"""A small library of replies in the shop of a stage, for the tests of the page and what is behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from desktop.pages import PAGES
from desktop.replies.page import RepliesPage
from local_db.replies import actions
from local_db.replies.model import Group, Reply, Scope, Wording
from tests.desktop.stage import NOW, Stage

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
    actions.add_items(stage.shop, groups, replies, now=NOW)


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
    return actions.get_reply(stage.shop, uid)


def answer(kind: type[QDialog], act: object, tries: int = 200) -> None:
    """Do this in the next dialog, once it is open, and accept it."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, kind):
        act(dialog)  # type: ignore[operator]
        dialog.accept()
    elif tries:
        QTimer.singleShot(10, lambda: answer(kind, act, tries - 1))
