"""A million order lines into the encrypted shop, beside pandas reading the same file into a plain database.

The file is made here: a JD order export in gb18030, one row per product, 35 columns, as the seller centre writes it.
Each side is a process of its own; they take turns. Our peak memory is that of the process and of those it starts,
looked at together many times a second where the system tells (Linux), else the sum of their own peaks.
"""

from __future__ import annotations

import csv
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

from tests.bench.figure import Figure

LINES = 1_000_000
TURNS = 3
PATIENCE = 1800  # seconds before a run that hangs is an error

_HEADER_LINE = (
    "订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,余额支付,应付金额,订单状态,订单类型,下单帐号,客户姓名,客户地址,"
    "联系电话,订单备注,发票类型,发票抬头,发票内容,商家备注,商家备注等级（等级1-5为由高到低）,运费金额,付款确认时间,增值税发票,货号,订单完成时间,"
    "订单来源,订单渠道,送装服务,服务费,仓库id,仓库名称,商家SKUID"
)
_PLACES = ("浙江杭州市西湖区", "广东广州市天河区", "江苏南京市鼓楼区", "上海黄浦区城区", "四川成都市武侯区")
_FAMILY, _GIVEN = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平"

_PEER = """
import json, resource, sqlite3, sys, time
begin = time.perf_counter()
import pandas
frame = pandas.read_csv(sys.argv[1], encoding="gb18030")
with sqlite3.connect(sys.argv[2]) as connection:
    frame.to_sql("orders", connection, index=False)
seconds = time.perf_counter() - begin
print(json.dumps([seconds, len(frame), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))
"""
_OURS = """
import json, resource, sys, time
begin = time.perf_counter()
from datetime import UTC, datetime
from pathlib import Path
from local_db.importing.actions import import_file
from local_db.shop_file import ShopKey, create_shop
with create_shop(Path(sys.argv[2]), ShopKey.random()) as shop:
    report, _ = import_file(shop, Path(sys.argv[1]), now=datetime.now(UTC))
    first = time.perf_counter() - begin
    begin = time.perf_counter()
    again, _ = import_file(shop, Path(sys.argv[1]), now=datetime.now(UTC))
    second = time.perf_counter() - begin
assert (again.new_orders, again.updated_orders) == (0, 0)
peaks = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(json.dumps([first, report.lines, sum(peaks), second, max(peaks)]))
"""


def measure() -> list[Figure]:
    """Median seconds of both sides; and of the file once more, the peak memory, and the window's longest stall."""
    from tests.bench.stall import longest_stall

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = _export(Path(folder) / "jd_orders.csv", LINES)
        turns = [(_run(_OURS, path), _run(_PEER, path)) for _ in range(TURNS)]
        stall = longest_stall(path)
    ours, peer = zip(*turns, strict=True)
    if any(run[1] != LINES for run in (*ours, *peer)):
        raise ValueError("not every line was read")
    first, again = (statistics.median(run[place] for run in ours) for place in (0, 3))
    theirs = statistics.median(run[0] for run in peer)
    return [
        Figure("a million order lines, read into the shop", "s", first, theirs, 1.0),
        Figure("the same file once more", "s", again, theirs, 0.3),
        Figure("peak memory", "MB", max(run[2] for run in ours) / 1024, 700.0, 1.0),
        Figure("the window's longest stall meanwhile", "ms", stall, 50.0, 1.0),
    ]


def _run(program: str, path: Path) -> list[float]:
    """The figures a program prints; the third, its memory, replaced by what was seen where anything was."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        command = [sys.executable, "-P", "-c", program, str(path), str(Path(folder) / "shop.regulars")]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
            seen = _memory_until_end(running)
            printed = running.stdout.read() if running.stdout is not None else ""
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    figures: list[float] = json.loads(printed)
    if seen:
        figures[2] = max([seen, *figures[4:]])  # a peak between two looks is told by the process itself
    return figures


def _memory_until_end(running: subprocess.Popen[str]) -> float:
    """The most memory in KiB that a process and those it started held at one moment; 0 where the system tells none."""
    most, begun = 0.0, time.monotonic()
    while running.poll() is None:
        if time.monotonic() - begun > PATIENCE:
            running.kill()
        most = max(most, sum(map(_resident, (running.pid, *_children(running.pid)))))
        time.sleep(0.02)
    return most


def _children(process: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []


def _resident(process: int) -> float:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * resource.getpagesize() / 1024


def _export(path: Path, lines: int) -> Path:
    """An export with that many rows; about three lines to two orders, three orders to a buyer."""
    dice = random.Random(20261124)
    headers = _HEADER_LINE.split(",")
    place = {header: number for number, header in enumerate(headers)}
    with open(path, "w", encoding="gb18030", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(headers)
        number, left = 0, lines
        while left:
            rows = min(left, dice.choice((1, 1, 2, 2)))
            for cells in _order(dice, number, rows, lines // 5):
                row = [""] * len(headers)
                for header, cell in cells.items():
                    row[place[header]] = cell
                writer.writerow(row)
            number, left = number + 1, left - rows
    return path


def _order(dice: random.Random, number: int, rows: int, buyers: int) -> list[dict[str, str]]:
    buyer = dice.randrange(buyers)
    own = random.Random(buyer)
    made = datetime(2023, 1, 1) + timedelta(seconds=dice.randrange(3 * 365 * 86_400))  # noqa: DTZ001 - as the file has it
    shared = {
        "订单号": f"{170000000000 + number * 13}",
        "下单帐号": f"jd_{buyer:07x}",
        "客户姓名": own.choice(_FAMILY) + own.choice(_GIVEN) + own.choice(_GIVEN),
        "客户地址": f"{own.choice(_PLACES)}示例路{own.randrange(999)}号{own.randrange(40)}幢",
        "联系电话": f"13{own.randrange(10**9):09d}",
        "支付方式": "在线支付",
        "下单时间": f"{made:%Y-%m-%d %H:%M:%S}",
        "付款确认时间": f"{made + timedelta(seconds=40):%Y-%m-%d %H:%M:%S}",
        "订单完成时间": f"{made + timedelta(days=6):%Y-%m-%d %H:%M:%S}",
        "订单状态": "完成",
        "订单类型": "SOP",
        "运费金额": "0.00",
        "订单来源": "APP",
        "订单渠道": "京东",
        "仓库名称": "杭州仓",
    }
    found = []
    for _ in range(rows):
        product = dice.randrange(600)
        price = 9.9 + product % 97
        pieces = dice.choice((1, 1, 1, 2, 3))
        found.append(
            shared
            | {
                "商品ID": f"{10020000000000 + product}",
                "商品名称": f"喵屋猫粮成猫主粮{product}号 三文鱼味",
                "订购数量": str(pieces),
                "京东价": f"{price:.2f}",
                "订单金额": f"{price * pieces:.2f}",
                "结算金额": f"{price * pieces:.2f}",
                "应付金额": f"{price * pieces:.2f}",
                "货号": f"MW{product:04d}",
                "商家SKUID": f"{product:08d}",
            }
        )
    return found
