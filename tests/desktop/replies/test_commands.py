"""Replies as files on the command line: brought in, written for other programs, shared."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop import command_line
from local_db.replies.exchange.model import Format, Kind

ROOT = Path(__file__).resolve().parents[3]
PHRASES = (
    "分组,快捷编码,快捷短语,是否加入团队\n售前,zk,亲，今天全场九折哦,是\n售后,th,退货地址：{店铺名}仓库,是\n售后,,,是\n"
)


def regulars(*arguments: str | Path, folder: Path, language: str = "en") -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}}
    return subprocess.run(
        [sys.executable, "-m", "desktop", "--language", language, *map(str, arguments)],
        cwd=folder,
        env=kept | {"REGULARS_PASSPHRASE": "a passphrase", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def answer(*arguments: str | Path, folder: Path) -> dict[str, Any]:
    shown = regulars(*arguments, "--json", folder=folder)
    assert shown.returncode == 0, shown.stderr
    found: dict[str, Any] = json.loads(shown.stdout)
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two empty shops and a file of phrases."""
    from local_db.shop_file import ShopKey, create_shop

    made = tmp_path_factory.mktemp("replies")
    for name in ("one", "two"):
        create_shop(made / f"{name}.regulars", ShopKey.from_passphrase("a passphrase")).close()
    (made / "短语.csv").write_bytes(PHRASES.encode("gb18030"))
    return made


def test_the_choices_are_those_that_there_are() -> None:
    assert set(command_line.REPLY_FORMATS) == set(Format)
    assert set(command_line.REPLY_KINDS) == set(Kind)


def test_from_a_file_to_another_shop_and_to_another_program(folder: Path) -> None:
    done = answer("--shop", "one.regulars", "replies", "import", "短语.csv", folder=folder)
    assert (done["added"], done["repeated"], done["groups"]) == (2, 0, 2)
    assert done["files"][0]["format"] == "qianniu"
    assert done["files"][0]["problems"][0]["row"] == 4
    again = regulars("--shop", "one.regulars", "replies", "import", "短语.csv", folder=folder, language="zh_CN")
    assert again.returncode == 0, again.stderr
    assert "短语.csv" in again.stdout

    shared = answer("--shop", "one.regulars", "replies", "sync", "shop.replypack", folder=folder)
    assert (shared["created"], shared["sent"]) == (True, {"added": 4, "changed": 0, "deleted": 0})
    received = regulars("--shop", "two.regulars", "replies", "sync", "shop.replypack", folder=folder)
    assert "Came in, replies and groups: 4 new" in received.stdout

    written = answer(
        "--shop", "two.regulars", "replies", "export", "out.csv", "--format", "chatwoot", "--kind", "csv", folder=folder
    )
    assert (written["replies"], written["left_open"]) == (2, [])
    with open(folder / "out.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["short_code", "content"]
    assert sorted(rows[1:]) == [["th", "退货地址：{{inbox.name}}仓库"], ["zk", "亲，今天全场九折哦"]]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("import", "nothing.csv"), "nothing.csv is not there"),
        (("import", "one.regulars"), "no replies that can be read"),
        (("export", "no/out.csv"), "cannot be written"),
        (("export", "out.csv", "--format", "espanso", "--kind", "csv"), "not written as csv"),
        (("sync", "no/shop.replypack"), "Is the stick in"),
        (("sync", "短语.csv"), "no pack of replies"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    shown = regulars("--shop", "two.regulars", "replies", *arguments, folder=folder)
    assert shown.returncode == 1
    assert words in shown.stderr
    assert "Traceback" not in shown.stderr
