"""A file of which another process reads the second half is read as ever, and no process is left behind."""

from __future__ import annotations

import multiprocessing
import multiprocessing.process
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from local_db.errors import ImportRefused
from local_db.importing import blocks, second_half
from local_db.importing.profile import built_in_profiles
from local_db.importing.readers import open_sources
from local_db.importing.recognise import Recognition, recognise
from local_db.importing.table import Table, Watch, read_table

ZONE = ZoneInfo("Asia/Shanghai")
HEADER = "订单号,商品名称,订购数量,下单时间,京东价,应付金额,订单状态,下单帐号,客户姓名,客户地址,联系电话,快递单号\r\n"
ROWS = [
    f"{170000000000 + n},猫粮{n % 7}号,{n % 3 + 1},2024-05-06 07:08:{n % 60:02},9.90,9.90,完成,jd_{n % 11},王{n % 5},"
    f"浙江杭州市西湖区示例路{n % 13}号,1380000{n % 17:04},JDVA{n:011}\r\n"
    for n in range(600)
]


@pytest.fixture
def halved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_half, "WORTH_A_PROCESS", 0)
    monkeypatch.setattr(blocks, "LARGE", 0)
    monkeypatch.setattr(blocks, "BLOCK", 4096)


def _found(path: Path, rows: list[str], encoding: str = "gb18030") -> Recognition:
    path.write_bytes((HEADER + "".join(rows)).encode(encoding))
    found = recognise(open_sources(path), built_in_profiles())
    assert found is not None
    return found


def _said(table: Table) -> dict[str, object]:
    return {
        "rows": table.rows.tolist(),
        "numbers": table.numbers,
        "texts": {name: column.texts() for name, column in table.texts.items()},
        "moments": {name: column.tolist() for name, column in table.moments.items()},
        "problems": table.problems.all(),
        "dropped": table.dropped,
    }


def _other(rows: list[str], change: Callable[[str], str], *places: int) -> list[str]:
    return [change(row) if place in places else row for place, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("rows", "of_use"),
    [
        (ROWS, True),
        (_other(ROWS, lambda row: row.replace("号,", '号 "大",'), 20, 500), True),
        (_other(ROWS, lambda row: row.replace("2024-05-06 ", "2024/5/6 "), 20, 500), True),
        ([*_other(ROWS, lambda row: row.replace("猫粮", '"猫粮\r\n'), 20), 'x"\r\n'], False),
        (_other(ROWS, lambda row: row.replace("2024-05-06", "gestern"), 20, 500), False),
        (_other(ROWS, lambda row: row.replace(",完成", ""), 20, 500), False),
        (_other(ROWS, lambda row: "\r\n", 20, 500), True),
        ([*ROWS, "合计,,1200\r\n"], True),
        ([row.replace("\r\n", "\n") for row in ROWS], True),
    ],
    ids=["plain", "quotes", "slashes", "open quote", "bad time", "short", "blank", "total", "short line ends"],
)
def test_the_table_is_the_same(
    tmp_path: Path,
    halved: None,
    monkeypatch: pytest.MonkeyPatch,
    rows: list[str],
    of_use: bool,
) -> None:
    found = _found(tmp_path / "orders.csv", rows)
    given: list[bool] = []
    monkeypatch.setattr(second_half.SecondHalf, "read", _noting(given))
    try:
        together = _said(read_table(found, ZONE))
    except ImportRefused as refusal:
        together = {"refused": (refusal.code, refusal.data)}
    monkeypatch.setattr(second_half, "WORTH_A_PROCESS", 1 << 40)
    monkeypatch.setattr(blocks, "LARGE", 1 << 40)
    try:
        alone = _said(read_table(found, ZONE))
    except ImportRefused as refusal:
        alone = {"refused": (refusal.code, refusal.data)}
    assert together == alone
    assert any(given) == of_use
    assert not multiprocessing.active_children()


def _noting(given: list[bool]) -> Callable[..., second_half.HalfRead | None]:
    read = second_half.SecondHalf.read

    def noted(half: second_half.SecondHalf, wait: Callable[[], object]) -> second_half.HalfRead | None:
        result = read(half, wait)
        given.append(result is not None)
        return result

    return noted


def _no_room(_: object) -> None:
    raise OSError


def _ended(process: multiprocessing.process.BaseProcess) -> None:
    _START(process)
    process.kill()


_START = multiprocessing.process.BaseProcess.start


@pytest.mark.parametrize("start", [_no_room, _ended])
def test_a_process_that_cannot_be_had_is_done_without(
    tmp_path: Path, halved: None, monkeypatch: pytest.MonkeyPatch, start: Callable[..., None]
) -> None:
    found = _found(tmp_path / "orders.csv", ROWS)
    monkeypatch.setattr(multiprocessing.process.BaseProcess, "start", start)
    assert read_table(found, ZONE).numbers == [row.split(",")[0] for row in ROWS]


@pytest.mark.parametrize("at", [1, 300])
def test_a_cancelled_reading_ends_the_process(tmp_path: Path, halved: None, at: int) -> None:
    found = _found(tmp_path / "orders.csv", ROWS)

    def stop(rows: int) -> None:
        if rows >= at:
            raise ImportRefused("cancelled", file="orders.csv")

    watch: Watch = stop
    with pytest.raises(ImportRefused):
        read_table(found, ZONE, watch=watch)
    assert not multiprocessing.active_children()


def test_small_files_start_no_process(tmp_path: Path) -> None:
    with second_half.second_half(_found(tmp_path / "orders.csv", ROWS), ZONE) as half:
        assert half is None
