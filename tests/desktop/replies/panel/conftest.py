"""A panel over a real shop file with a small library; the program one came from is played."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QGuiApplication, QWindow
from pytestqt.qtbot import QtBot

from desktop.replies.panel.buyer import Buyer
from desktop.replies.panel.panel import ReplyPanel
from desktop.replies.service import ReplyService
from desktop.shell.clipboard.keeper import ClipboardKeeper
from desktop.shell.paste.base import Desktop, OtherWindow
from desktop.shell.paste.paster import Paster
from local_db.replies.model import Group, Reply, Wording
from local_db.replies.ready_made import add_ready_made
from tests.desktop.stage import Stage

AFTER, PARCELS = Group("g1", "售后"), Group("g2", "物流")
REPLIES = (
    Reply("fee", "退货运费怎么算", (Wording("fee1", "{nick|亲}，质量问题退货的运费由我们承担。"),), "g1", "thyf"),
    Reply("place", "退货地址", (Wording("place1", "收件人：{收件人} 电话：{电话}"),), "g1"),
    Reply("late", "什么时候发货", (Wording("late1", "今天发。"), Wording("late2", "今天就发。")), "g2", pinned=True),
    Reply("sizes", "鞋码 38 偏大", (Wording("sizes1", "建议拍小一码。"),), language="zh", platforms=("jd",)),
    Reply("part", "结尾", (Wording("part1", "祝您愉快"),), fragment=True),
    Reply("whole", "感谢好评", (Wording("whole1", "谢谢{nick|亲}！{>结尾}"),), "g2"),
    Reply("broken", "坏了的", (Wording("broken1", "{>没有这个}"),)),
)
FISH = Buyer(0, "小鱼", summary="4 单", last="上次 10-02", variables={"nick": "小鱼"})


class PlayedDesktop(Desktop):
    """Another program's window, which takes whatever is pasted."""

    def __init__(self) -> None:
        self.came_forward: list[OtherWindow] = []
        self.front = OtherWindow(7)
        self.refusing = ""
        self.gone = False
        self.sent = 0

    @property
    def unavailable(self) -> str:
        return self.refusing

    def window_in_front(self) -> OtherWindow | None:
        return self.front

    def bring_forward(self, window: OtherWindow) -> bool:
        self.came_forward.append(window)
        return not self.gone

    def bring_ours_forward(self, window: QWindow) -> None:
        """Nothing is in the way."""

    def keys_held(self) -> bool:
        return False

    def send_paste(self) -> bool:
        self.sent += 1
        return True


@dataclass
class Booth:
    """The panel and what is around it."""

    stage: Stage
    service: ReplyService
    panel: ReplyPanel
    desktop: PlayedDesktop
    paster: Paster
    keeper: ClipboardKeeper

    def type(self, text: str) -> None:
        self.panel.query.setText(text)

    def titles(self) -> list[str]:
        lines = (self.panel.hits.line(row) for row in range(self.panel.hits.count))
        return [line.title for line in lines if line is not None]

    def copied(self) -> str:
        return QGuiApplication.clipboard().text()

    def rows(self, query: str) -> list[tuple[object, ...]]:
        self.stage.settle()
        with self.stage.shop.read() as connection:
            return connection.execute(query).fetchall()


@pytest.fixture
def booth(stage: Stage, qtbot: QtBot) -> Iterator[Booth]:
    add_ready_made(stage.shop, (AFTER, PARCELS), REPLIES, now=datetime.now(UTC))
    made = make_booth(stage, qtbot)
    yield made
    made.keeper.lent.end()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def empty_booth(stage: Stage, qtbot: QtBot) -> Booth:
    return make_booth(stage, qtbot)


@pytest.fixture
def unread_booth(stage: Stage, qtbot: QtBot) -> Iterator[Booth]:
    """The panel was called before the library is read; `service.begin` reads it."""
    add_ready_made(stage.shop, (AFTER, PARCELS), REPLIES, now=datetime.now(UTC))
    yield make_booth(stage, qtbot, is_read=False)
    QGuiApplication.clipboard().clear()


def make_booth(stage: Stage, qtbot: QtBot, *, is_read: bool = True) -> Booth:
    QGuiApplication.clipboard().setText("before")
    service = ReplyService(stage.context)
    if is_read:
        service.begin()
    desktop, keeper = PlayedDesktop(), ClipboardKeeper()
    paster = Paster(keeper, desktop=desktop)
    panel = ReplyPanel(stage.context, service, keeper, paster)
    qtbot.addWidget(panel)
    stage.settle()
    paster.remember()
    panel.call()
    qtbot.waitExposed(panel)
    return Booth(stage, service, panel, desktop, paster, keeper)
