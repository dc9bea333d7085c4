"""Damaged files, rows in any order, and a program killed in the middle: everything or nothing."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_db.errors import ImportRefused
from local_db.importing import actions
from local_db.importing.archive import Unusable, expand
from local_db.importing.model import PROBLEM_CODES, REFUSAL_CODES, ImportReport
from local_db.shop_file import Shop, ShopKey, create_shop, open_shop
from tests.local_db.importing.exports import NOW, REAL_DATA, contents, taobao_row, write_csv
from tests.local_db.importing.test_files import TAOBAO_HEADERS, write_xlsx

COPIES = 10_000
ZIPS = 400
KILLS = 50
REAL_LIST = REAL_DATA / "taobao_order_list_2018_gb18030.csv"
ROOT = Path(__file__).resolve().parents[3]


def some_rows(count: int) -> list[list[str]]:
    return [
        taobao_row(
            n,
            买家会员名=f"买家{n % 40}",
            宝贝标题="猫粮，猫砂" if n % 3 else "猫粮",
            宝贝种类="2" if n % 3 else "1",
            宝贝总数量="2",
            订单付款时间=f"2018-{n % 12 + 1:02d}-{n % 28 + 1:02d} 10:00:{n % 60:02d}",
            联系手机="" if n % 5 == 0 else f"'139{n % 40:08d}",
        )
        for n in range(1, count + 1)
    ]


# --- damaged copies ---


def cut(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data))]


def cut_out(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data))
    return data[:start] + data[start + dice.randrange(1, 400) :]


def shuffled_bytes(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data))
    part = bytearray(data[start : start + 200])
    dice.shuffle(part)
    return data[:start] + bytes(part) + data[start + 200 :]


def shuffled_lines(data: bytes, dice: random.Random) -> bytes:
    lines = data.split(b"\n")
    dice.shuffle(lines)
    return b"\n".join(lines)


def noise(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data))
    return data[:start] + dice.randbytes(dice.randrange(1, 300)) + data[start:]


def only_noise(_: bytes, dice: random.Random) -> bytes:
    return dice.choice([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"\xef\xbb\xbf"]) + dice.randbytes(2000)


def zeros(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data))
    return data[:start] + bytes(dice.randrange(1, 2000)) + data[start + 100 :]


def wrong_encoding(data: bytes, dice: random.Random) -> bytes:
    text = data.decode("gb18030", "replace")
    target = dice.choice(["big5", "shift-jis", "utf-16", "utf-16-be", "utf-8", "euc-kr", "utf-32"])
    if dice.random() < 0.3:
        text = data.decode("latin-1")  # read as the wrong one, then stored
    return text.encode(target, "replace")


def merged_cells(data: bytes, dice: random.Random) -> bytes:
    lines = data.split(b"\n")
    for _ in range(dice.randrange(1, 6)):
        place = dice.randrange(len(lines))
        lines[place] = lines[place].replace(b",", b"", dice.randrange(1, 9))
    return b"\n".join(lines)


def dropped_column(data: bytes, dice: random.Random) -> bytes:
    column = dice.randrange(30)
    rows = [line.split(b",") for line in data.split(b"\n")]
    return b"\n".join(b",".join(row[:column] + row[column + 1 :]) for row in rows)


def odd_marks(data: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.randrange(1, 12)):
        place = dice.randrange(len(data))
        data = (
            data[:place]
            + dice.choice([b'"', b",", b"\r", b"\n", b"\t", b";", b"'", b"\x00", b"=", b"-"])
            + data[place:]
        )
    return data


DAMAGES = (cut, cut_out, shuffled_bytes, shuffled_lines, noise, only_noise, zeros, wrong_encoding, merged_cells,
           dropped_column, odd_marks)  # fmt: skip


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """Small exports to be damaged: generated, and the first rows of a real one where it is at hand."""
    folder = tmp_path_factory.mktemp("originals")
    made = [
        write_csv(folder / "a.csv", some_rows(60)).read_bytes(),
        write_xlsx(folder / "a.xlsx", [TAOBAO_HEADERS, *some_rows(20)]).read_bytes(),
    ]
    if REAL_LIST.exists():
        made.append(b"\r\n".join(REAL_LIST.read_bytes().split(b"\r\n")[:61]) + b"\r\n")
    return made


def rows_written(shop: Shop) -> tuple[int, ...]:
    with shop.read() as connection:
        return tuple(
            connection.execute(f"select count(*) from {table}").fetchone()[0]
            for table in ("orders", "members", "identities", "order_lines", "imports")
        )


def test_ten_thousand_damaged_copies_are_refused_or_reported(
    shop: Shop, originals: list[bytes], tmp_path: Path
) -> None:
    dice = random.Random(20261111)
    outcomes: Counter[str] = Counter()
    untouched = True
    written = rows_written(shop)
    path = tmp_path / "export.csv"
    for _ in range(COPIES):
        damage = dice.choice(DAMAGES)
        # Workbooks take longer to refuse; a few dozen of them show the same.
        original = originals[1] if dice.random() < 0.1 else dice.choice(originals[::2])
        path.write_bytes(damage(original, dice))
        try:
            report, _ = actions.import_file(shop, path, now=NOW)
        except ImportRefused as refusal:
            outcomes[refusal.code] += 1
            untouched &= rows_written(shop) == written
        else:
            assert {problem.code for problem in report.problems} <= set(PROBLEM_CODES)
            assert report.new_orders + report.updated_orders + report.unchanged_orders == report.orders
            outcomes["imported"] += 1
            written = rows_written(shop)
    assert untouched
    assert set(outcomes) <= {"imported", *REFUSAL_CODES}
    assert outcomes["imported"] > 200
    assert len(outcomes) > 3
    with shop.read() as connection:
        assert connection.execute("pragma foreign_key_check").fetchall() == []


def test_damaged_zips_are_refused_or_reported(shop: Shop, originals: list[bytes], tmp_path: Path) -> None:
    dice = random.Random(20261212)
    path, made = tmp_path / "export.zip", tmp_path / "whole.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("十一月/订单.csv", originals[0])
        archive.writestr("订单.xlsx", originals[1])
    damages = (cut, cut_out, shuffled_bytes, noise, zeros)
    outcomes: Counter[str] = Counter()
    for number in range(ZIPS):
        # Every other archive is whole and holds damaged files.
        if number % 2:
            path.write_bytes(dice.choice(damages)(made.read_bytes(), dice))
        else:
            with zipfile.ZipFile(path, "w", dice.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as archive:
                archive.writestr("订单.csv", dice.choice(DAMAGES)(originals[0], dice))
        for file in expand([path]):
            before = rows_written(shop)
            try:
                if isinstance(file, Unusable):
                    raise file.refusal
                report, _ = actions.import_file(shop, file, now=NOW)
            except ImportRefused as refusal:
                outcomes[refusal.code] += 1
                assert rows_written(shop) == before
            else:
                assert {problem.code for problem in report.problems} <= set(PROBLEM_CODES)
                outcomes["imported"] += 1
    assert set(outcomes) <= {"imported", *REFUSAL_CODES}
    assert outcomes["imported"] > 50
    assert outcomes["file_damaged"] > 50


# --- the same rows in another order, the same file twice ---


@pytest.fixture(scope="module")
def blank_shop(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ShopKey]:
    path, key = tmp_path_factory.mktemp("blank") / "blank.regulars", ShopKey.random()
    create_shop(path, key).close()
    return path, key


def shop_after(blank: tuple[Path, ShopKey], folder: Path, *files: Path) -> dict[str, list[tuple[object, ...]]]:
    copy = folder / "copy.regulars"
    shutil.copyfile(blank[0], copy)
    with open_shop(copy, blank[1]) as shop:
        for file in files:
            actions.import_file(shop, file, now=NOW)
        return contents(shop)


CELLS = st.fixed_dictionaries(
    {
        "买家会员名": st.sampled_from(["", "甲", "乙", "t**"]),
        "联系手机": st.sampled_from(["", "'13900000001", "'13900000002", "139****0001"]),
        "订单付款时间": st.sampled_from(["", "2018-01-01 00:00:00", "2018-01-02 00:00:00"]),
        "订单状态": st.sampled_from(["交易成功", "交易关闭", "等待买家付款"]),
        "收货地址": st.sampled_from(["", "浙江省 杭州市", "上海 上海市"]),
    }
)
ROWS = st.lists(st.tuples(st.integers(1, 6), CELLS), min_size=1, max_size=12)


@settings(max_examples=40, deadline=None)
@given(rows=ROWS, dice=st.randoms(use_true_random=False))
def test_rows_in_another_order_give_the_same_shop(
    rows: list[tuple[int, dict[str, str]]],
    dice: random.Random,
    blank_shop: tuple[Path, ShopKey],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("order")
    cells = [taobao_row(number, **changes) for number, changes in rows]
    straight = write_csv(folder / "a.csv", cells)
    dice.shuffle(cells)
    shuffled = write_csv(folder / "b.csv", cells)
    assert shop_after(blank_shop, folder, straight) == shop_after(blank_shop, folder, shuffled)


@settings(max_examples=20, deadline=None)
@given(rows=ROWS)
def test_importing_twice_is_importing_once(
    rows: list[tuple[int, dict[str, str]]],
    blank_shop: tuple[Path, ShopKey],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("twice")
    file = write_csv(folder / "a.csv", [taobao_row(number, **changes) for number, changes in rows])
    assert shop_after(blank_shop, folder, file) == shop_after(blank_shop, folder, file, file)


# --- killed ---

IMPORTER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from local_db.importing import actions
from local_db.shop_file import ShopKey, open_shop
shop = open_shop(Path(sys.argv[1]), ShopKey(bytes.fromhex(sys.argv[2]), bytes.fromhex(sys.argv[3])))
print("ready", flush=True)
sys.stdin.readline()
actions.import_file(shop, Path(sys.argv[4]), now=datetime(2026, 11, 1, tzinfo=UTC))
print("done", flush=True)
"""


@pytest.fixture
def start(blank_shop: tuple[Path, ShopKey]) -> Iterator[Callable[[Path, Path], subprocess.Popen[str]]]:
    """Start a program that is about to import a file; it begins when told to."""
    started: list[subprocess.Popen[str]] = []

    def run(shop_path: Path, file: Path) -> subprocess.Popen[str]:
        key = blank_shop[1]
        arguments = [str(shop_path), key.raw.hex(), key.salt.hex(), str(file)]
        program = subprocess.Popen(
            [sys.executable, "-c", IMPORTER, *arguments],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(program)
        return program

    yield run
    for program in started:
        program.kill()
        program.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_program_killed_while_importing_leaves_none_or_all(
    blank_shop: tuple[Path, ShopKey], start: Callable[[Path, Path], subprocess.Popen[str]], tmp_path: Path
) -> None:
    file = REAL_LIST if REAL_LIST.exists() else write_csv(tmp_path / "a.csv", some_rows(2660))
    reference = tmp_path / "reference.regulars"
    shutil.copyfile(blank_shop[0], reference)
    with open_shop(reference, blank_shop[1]) as shop:
        begun = time.perf_counter()
        whole, _ = actions.import_file(shop, file, now=NOW)
        lasts = time.perf_counter() - begun
    dice = random.Random(618)
    found: Counter[int] = Counter()
    waiting: list[tuple[Path, subprocess.Popen[str]]] = []
    for number in range(KILLS):
        # One program imports while the next one starts.
        path = tmp_path / f"{number}.regulars"
        shutil.copyfile(blank_shop[0], path)
        waiting.append((path, start(path, file)))
        if len(waiting) == 2 or number == KILLS - 1:
            found[killed_while_importing(waiting.pop(0), blank_shop[1], dice.random() * lasts * 1.5)] += 1
    for left in waiting:
        found[killed_while_importing(left, blank_shop[1], dice.random() * lasts * 1.5)] += 1
    assert set(found) <= {0, whole.orders}
    assert found[0] > 0
    survivor = tmp_path / f"{KILLS - 1}.regulars"
    with open_shop(survivor, blank_shop[1]) as shop:
        again, _ = actions.import_file(shop, file, now=NOW)
        assert totals(again) == totals(whole)


def killed_while_importing(running: tuple[Path, subprocess.Popen[str]], key: ShopKey, seconds: float) -> int:
    """Let a program import, kill it after some time, and count the orders of the shop it leaves."""
    path, program = running
    assert program.stdout is not None
    assert program.stdin is not None
    assert program.stdout.readline() == "ready\n"
    program.stdin.write("\n")
    program.stdin.flush()
    try:
        program.wait(seconds)  # the moment is what is random here; nothing is measured
    except subprocess.TimeoutExpired:
        program.send_signal(signal.SIGKILL)
    program.communicate()
    with open_shop(path, key) as shop, shop.read() as connection:
        assert connection.execute("pragma quick_check").fetchone() == ("ok",)
        orders: int = connection.execute("select count(*) from orders").fetchone()[0]
        lines: int = connection.execute("select count(*) from order_lines").fetchone()[0]
        imports: int = connection.execute("select count(*) from imports").fetchone()[0]
    assert (orders > 0) == (lines > 0) == (imports > 0)
    return orders


def totals(report: ImportReport) -> tuple[int, ...]:
    return report.orders, report.members, report.lines, report.paid, report.refunded
