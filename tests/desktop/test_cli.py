"""The commands as a person types them: import, count, prepare, backup, demo."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from desktop import cli, command_line
from local_db.backup import list_backups

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample" / "ExportOrderList202611161000.csv"
HEADERS = (
    "订单编号,买家会员名,买家实际支付金额,订单状态,联系手机,订单创建时间,订单付款时间 ,"
    "宝贝标题 ,退款金额,收货地址 ,订单关闭原因,宝贝总数量"
)
HANGZHOU, SHANGHAI = "浙江省 杭州市 西湖区   示例路1号(000000)", "上海 上海市 黄浦区   示例路2号(000000)"
ROWS = (
    f'="1001",小鱼,25.00,交易成功,\'13800138001,2026-11-01 10:00:00,2026-11-01 10:01:00,三文鱼猫粮,0.00,{HANGZHOU},,1',
    f'="1002",小鱼,35.50,交易成功,\'13800138001,2026-11-11 00:00:10,2026-11-11 00:01:00,三文鱼猫粮,0.00,{HANGZHOU},,1',
    f'="1003",=cmd,12.00,交易成功,\'13800138002,2026-11-02 10:00:00,2026-11-02 10:01:00,猫砂,0.00,{SHANGHAI},,1',
    f'="1004",豆浆,0.00,交易关闭,\'13800138003,2026-11-03 10:00:00,,猫砂,0.00,{SHANGHAI},买家未付款,1',
)
ORDERS = "\n".join((HEADERS, *ROWS)) + "\n"
TREE = {"all": [{"field": "orders", "op": ">=", "value": 1}]}
TEXT = "【喵屋】{nick|亲}，新品上架，回店看看，拒收请回复R"


def regulars(*arguments: str | Path, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}}
    environment = kept | {
        "REGULARS_PASSPHRASE": "a passphrase",
        "REGULARS_LANGUAGE": "en",
        "PYTHONPATH": str(ROOT),
        "XDG_CONFIG_HOME": str(folder / "settings"),
    }
    return subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, arguments)],
        cwd=folder,
        env=environment | more,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def answer(*arguments: str | Path, folder: Path) -> Mapping[str, Any]:
    shown = regulars(*arguments, "--json", folder=folder)
    assert shown.returncode == 0, shown.stderr + shown.stdout
    result: Mapping[str, Any] = json.loads(shown.stdout)
    return result


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an imported shop, a tree and a text."""
    made = tmp_path_factory.mktemp("shop")
    (made / "orders.csv").write_text(ORDERS, encoding="gb18030")
    (made / "tree.json").write_text(json.dumps(TREE), encoding="utf-8")
    (made / "text.txt").write_text(TEXT, encoding="utf-8")
    answer("--shop", "shop.regulars", "import", "orders.csv", folder=made)
    return made


def test_importing_tells_its_figures_and_again_changes_nothing(folder: Path) -> None:
    first = answer("--shop", "fresh.regulars", "import", "orders.csv", folder=folder)
    assert {key: first[key] for key in ("orders", "members", "lines", "new_orders", "paid", "refunded")} == {
        "orders": 4, "members": 3, "lines": 4, "new_orders": 4, "paid": "72.50", "refunded": "0.00",
    }  # fmt: skip
    assert first["problems"] == []
    again = answer("--shop", "fresh.regulars", "import", "orders.csv", folder=folder)
    assert (again["new_orders"], again["updated_orders"], again["unchanged_orders"]) == (0, 0, 4)


def test_rules_tag_people_when_an_import_ends(folder: Path) -> None:
    stages = [{"tag": name} for name in ("New", "Active", "Cooling", "Asleep", "Lost")]
    (folder / "buyers.json").write_text(json.dumps({"any": stages}), encoding="utf-8")
    found = answer("--shop", "shop.regulars", "count", "buyers.json", folder=folder)
    assert found["count"] == 2


def test_several_files_are_added_up(folder: Path) -> None:
    both = answer("--shop", "both.regulars", "import", "orders.csv", "orders.csv", folder=folder)
    assert (both["orders"], both["new_orders"], both["unchanged_orders"]) == (8, 4, 4)
    assert len(both["files"]) == 2


def test_counting_gives_every_node(folder: Path) -> None:
    counted = answer("--shop", "shop.regulars", "count", "tree.json", folder=folder)
    assert counted["count"] == 2
    assert counted["nodes"] == [
        {"path": "", "count": 2, "removes": 1},
        {"path": "/all/0", "count": 2, "removes": 1},
    ]
    before = answer("--shop", "shop.regulars", "count", "tree.json", "--as-of", "2026-11-01", folder=folder)
    assert before["count"] == 1


def test_preparing_writes_as_many_rows_as_it_says(folder: Path) -> None:
    made = answer(
        "--shop", "shop.regulars", "prepare", "--segment", "tree.json", "--template", "text.txt", "--out", "out.csv",
        folder=folder,
    )  # fmt: skip
    assert made["matched"] == made["messages"] == 2
    assert made["parts"] == {"1": 2}
    assert made["cost"] == "0.10"
    with open(folder / "out.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[1:]
    assert len(rows) == made["messages"]
    assert {row[0] for row in rows} == {"13800138001", "13800138002"}
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    again = regulars(
        "--shop", "shop.regulars", "prepare", "--segment", "tree.json", "--template", "text.txt", "--out", "again.csv",
        folder=folder,
    )  # fmt: skip
    assert again.returncode == 1
    assert "Nobody is left" in again.stderr
    assert not (folder / "again.csv").exists()


def test_each_file_is_written_with_its_own_rows(folder: Path) -> None:
    answer("--shop", "parts.regulars", "import", "orders.csv", folder=folder)
    prepare = ("prepare", "--segment", "tree.json", "--template", "text.txt", "--out", "part.csv", "--split", "1")
    shown = regulars("--shop", "parts.regulars", *prepare, folder=folder)
    assert shown.stdout.count("(1 rows)") == 2
    answer("--shop", "parts2.regulars", "import", "orders.csv", folder=folder)
    made = answer("--shop", "parts2.regulars", *prepare, "--overwrite", folder=folder)
    assert (len(made["files"]), made["rows_per_file"], made["rows"]) == (2, [1, 1], 2)


def test_an_unfilled_variable_blocks(folder: Path) -> None:
    (folder / "open.txt").write_text("【喵屋】{name}，回店看看，拒收请回复R", encoding="utf-8")
    shown = regulars(
        "--shop", "shop.regulars", "prepare", "--segment", "tree.json", "--template", "open.txt", "--out", "no.csv",
        folder=folder,
    )  # fmt: skip
    assert shown.returncode == 1
    assert not (folder / "no.csv").exists()


def test_a_backup_is_written_and_named(folder: Path) -> None:
    made = answer("--shop", "shop.regulars", "backup", folder=folder)
    assert (
        Path(made["file"]) in [path for _, path in list_backups(folder / "shop.regulars")]
        or Path(folder / made["file"]).exists()
    )


def test_a_copy_for_another_computer_opens_with_its_own_passphrase(folder: Path) -> None:
    made = regulars(
        "--shop", "shop.regulars", "backup", "--portable", "copy.regulars",
        folder=folder, REGULARS_COPY_PASSPHRASE="another passphrase",
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    shown = regulars("--shop", "copy.regulars", "count", "tree.json", folder=folder)
    assert "passphrase does not open" in shown.stderr
    shown = regulars(
        "--shop", "copy.regulars", "count", "tree.json", folder=folder, REGULARS_PASSPHRASE="another passphrase"
    )
    assert "2 people" in shown.stdout
    assert (
        "needs a passphrase"
        in regulars("--shop", "shop.regulars", "backup", "--portable", "more.regulars", folder=folder).stderr
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--shop", "nowhere.regulars", "count", "tree.json"), "There is no shop file"),
        (("--shop", "shop.regulars", "import", "missing.csv"), "missing.csv is not there"),
        (("--shop", "shop.regulars", "count", "text.txt"), "not JSON"),
        (("count", "tree.json"), "--shop"),
        (("--shop", "orders.csv", "count", "tree.json"), "orders.csv"),
        ((), "no screen"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    shown = regulars(*arguments, folder=folder)
    assert shown.returncode in {1, 2}
    assert words in shown.stderr
    assert "Traceback" not in shown.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("count", "tree.json", "--as-of", "x"), "2026-11-11"),
        (("count", "tree.json", "--as-of", "20261111"), "2026-11-11"),
        (("count", "tree.json", "--as-of", "0001-01-01"), "2026-11-11"),
        (("prepare", "--segment", "a", "--template", "b", "--out", "c.csv", "--split", "0"), "--split"),
        (("prepare", "--segment", "a", "--template", "b", "--out", "c.csv", "--split", "x"), "--split"),
    ],
)
def test_a_wrong_word_is_said_in_the_chosen_language(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    shown = regulars("--shop", "shop.regulars", "--language", "zh_CN", *arguments, folder=folder)
    assert shown.returncode == 2
    assert words in shown.stderr
    assert "后面" in shown.stderr


def test_a_tree_and_a_text_beyond_all_measure(folder: Path) -> None:
    (folder / "digits.json").write_text('{"field": "orders", "op": "=", "value": ' + "9" * 5000 + "}")
    (folder / "deep.toml").write_text("body = " + "[" * 5000)
    shown = regulars("--shop", "shop.regulars", "count", "digits.json", folder=folder)
    assert "from 0 to" in shown.stderr
    arguments = ("prepare", "--segment", "tree.json", "--template", "deep.toml", "--out", "deep.csv")
    assert "nesting" in regulars("--shop", "shop.regulars", *arguments, folder=folder).stderr


@pytest.mark.skipif(sys.platform == "win32", reason="/dev and bytes as names are a Unix thing")
@pytest.mark.parametrize("place", ["orders.csv", "/dev/null/below"])
def test_a_demo_that_cannot_be_there(folder: Path, place: str) -> None:
    shown = regulars("demo", "--no-window", "--out", place, folder=folder)
    assert (shown.returncode, shown.stderr) == (1, f"{place} is no folder and cannot be made one.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="/dev and bytes as names are a Unix thing")
def test_an_output_that_takes_nothing(folder: Path) -> None:
    """A reader that has gone ends a command quietly; a full disk is said."""

    def count(output: str) -> subprocess.CompletedProcess[str]:
        command = f"{sys.executable} -m desktop --shop shop.regulars count tree.json {output}"
        environment = os.environ | {"PYTHONPATH": str(ROOT), "REGULARS_PASSPHRASE": "a passphrase", "LC_ALL": "C"}
        return subprocess.run(
            ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )

    gone = count('| true; echo "${PIPESTATUS[0]}"')
    assert (gone.stdout, gone.stderr) == ("141\n", "")
    full = count("> /dev/full")
    assert (full.returncode, full.stderr.count("\n")) == (1, 1)
    closed = count(">&- 2>&- <&-")
    assert closed.returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
def test_names_that_are_no_text(folder: Path) -> None:
    name = os.fsdecode(b"n\xff\xfe")
    for file, end in (("tree.json", ".json"), ("text.txt", ".txt")):
        (folder / f"{name}{end}").write_bytes((folder / file).read_bytes())
    answer("--shop", f"{name}.regulars", "import", "orders.csv", folder=folder)
    made = answer(
        "--shop", f"{name}.regulars", "prepare", "--segment", f"{name}.json", "--template", f"{name}.txt",
        "--out", f"{name}.csv", folder=folder,
    )  # fmt: skip
    assert made["files"] == ["n??.csv"]
    assert (folder / f"{name}.csv").exists()


def test_what_was_imported_before_a_refusal_is_told(folder: Path) -> None:
    shown = regulars("--shop", "two.regulars", "import", "orders.csv", "tree.json", "--json", folder=folder)
    told = json.loads(shown.stdout)
    assert (shown.returncode, told["error"]["data"]["file"]) == (1, "tree.json")
    assert [(file["file"], file["new_orders"]) for file in told["files"]] == [("orders.csv", 4)]


def test_what_is_worth_knowing_about_a_text_is_told(folder: Path) -> None:
    (folder / "braces.txt").write_text("【喵屋】｛nick｝，回店看看，拒收请回复R", encoding="utf-8")
    answer("--shop", "braces.regulars", "import", "orders.csv", folder=folder)
    made = answer(
        "--shop", "braces.regulars", "prepare", "--segment", "tree.json", "--template", "braces.txt", "--out", "b.csv",
        folder=folder,
    )  # fmt: skip
    assert [warning["code"] for warning in made["warnings"]] == ["full_width_brace"]


def test_a_vendor_file_of_ones_own_counts_and_a_wrong_one_is_named(tmp_path: Path) -> None:
    """The text has 4 + 4 + 6 characters: one part by every built-in vendor, two of 7 by this one."""
    (tmp_path / "orders.csv").write_text(ORDERS, encoding="gb18030")
    (tmp_path / "tree.json").write_text(json.dumps(TREE), encoding="utf-8")
    (tmp_path / "text.toml").write_text(
        'body = "全店八折"\nsignature = "喵屋"\nvendor = "mine"\nopt_out = "拒收请回复R"', encoding="utf-8"
    )
    rules = (ROOT / "resources" / "sms_rules" / "custom.toml").read_text(encoding="utf-8")
    own = tmp_path / "settings" / "regulars" / "sms_rules"
    own.mkdir(parents=True)
    mine = rules.replace('key = "custom"', 'key = "mine"').replace("one = 70", "one = 8")
    (own / "mine.toml").write_text(mine.replace("many = 67", "many = 7"), encoding="utf-8")
    (own / "wrong.toml").write_text(rules.replace("one = 70", 'one = "70"'), encoding="utf-8")
    answer("--shop", "own.regulars", "import", "orders.csv", folder=tmp_path)
    words = ("prepare", "--segment", "tree.json", "--template", "text.toml", "--out", "own.csv", "--json")
    shown = regulars("--shop", "own.regulars", *words, folder=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert json.loads(shown.stdout)["parts"] == {"2": 2}
    assert shown.stderr == "The vendor file wrong.toml has a missing, unknown or wrong entry at parts.one.\n"


@pytest.mark.parametrize("as_json", [False, True])
def test_an_error_of_the_program_is_one_sentence_without_data(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], as_json: bool
) -> None:
    def fail(*_: object) -> dict[str, object]:
        raise KeyError("13800138001")

    monkeypatch.setenv("REGULARS_PASSPHRASE", "a passphrase")
    monkeypatch.setitem(cli.COMMANDS, "count", fail)
    words = ["--shop", str(folder / "shop.regulars"), "--language", "en", "count", "x", *["--json"][: int(as_json)]]
    options = command_line.parser().parse_args(words)
    assert cli.run(options) == 1
    shown = capsys.readouterr()
    text = json.loads(shown.out)["error"]["text"] if as_json else shown.err
    assert text.strip().count("\n") == 0
    assert "KeyError at" in text
    assert ".py:" in text
    assert "13800138001" not in shown.out + shown.err
    monkeypatch.setenv("REGULARS_DEBUG", "1")
    cli.run(options)
    assert "Traceback" in capsys.readouterr().err


def test_refusals_are_json_where_json_is_asked_for(folder: Path) -> None:
    shown = regulars("--shop", "shop.regulars", "import", "missing.csv", "--json", folder=folder)
    assert json.loads(shown.stdout)["error"]["code"] == "file_missing"


def test_a_missing_export_makes_no_shop(folder: Path) -> None:
    shown = regulars("--shop", "new.regulars", "import", "missing.csv", folder=folder)
    assert "missing.csv is not there" in shown.stderr
    assert not list(folder.glob("new.regulars*"))


def test_the_language_can_be_chosen(folder: Path) -> None:
    shown = regulars("--shop", "shop.regulars", "--language", "zh_CN", "count", "tree.json", folder=folder)
    assert "人" in shown.stdout


def test_a_wrong_passphrase_is_said(folder: Path) -> None:
    shown = regulars("--shop", "shop.regulars", "count", "tree.json", folder=folder, REGULARS_PASSPHRASE="wrong")
    assert "passphrase does not open" in shown.stderr


def test_the_demo_ends_with_a_file_of_as_many_rows_as_it_says(tmp_path: Path) -> None:
    made = json.loads(regulars("demo", "--no-window", "--out", tmp_path, "--json", folder=tmp_path).stdout)
    prepared = made["prepare"]
    with open(prepared["files"][0], encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[1:]
    assert len(rows) == prepared["rows"] == prepared["messages"] > 100
    assert made["import"]["orders"] > 11_000


def test_no_phone_of_the_sample_shop_is_a_plain_byte_anywhere(tmp_path: Path) -> None:
    """In the shop file, its log while it is open, its backups, or anything the demo leaves but the hand-off."""
    from local_db.importing.actions import import_file
    from local_db.shop_file import ShopKey, create_shop

    regulars("demo", "--no-window", "--out", tmp_path, folder=tmp_path)
    path = tmp_path / "sample.regulars"
    regulars("--shop", path, "backup", folder=tmp_path)
    with open(SAMPLE, encoding="gb18030", newline="") as file:
        phones = {row["联系手机"].strip("'").encode() for row in csv.DictReader(file)}
    phones = {phone for phone in phones if phone.isdigit()}
    assert len(phones) > 2000
    with create_shop(tmp_path / "open.regulars", ShopKey.random()) as shop:
        from datetime import UTC, datetime

        import_file(shop, SAMPLE, now=datetime(2026, 11, 20, tzinfo=UTC))
        written = [file for file in tmp_path.rglob("*") if file.is_file() and file.suffix != ".csv"]
        assert any(file.name.endswith("-wal") for file in written)
        content = b"\n".join(file.read_bytes() for file in written)
    assert not {phone for phone in phones if phone in content}
    assert "小鱼".encode() not in content


def test_every_option_of_the_readme_is_known() -> None:
    text = command_line.parser().format_help()
    assert all(command in text for command in ("import", "count", "prepare", "backup", "demo"))


# --- folders, archives, lists, history ---


def zipped(path: Path, files: Mapping[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for name, text in files.items():
            made.writestr(name, text.encode("gb18030"))
    return path


def test_a_zip_and_a_folder_are_the_files_in_them(tmp_path: Path) -> None:
    exports = tmp_path / "exports"
    exports.mkdir()
    (exports / "a.csv").write_text("\n".join((HEADERS, *ROWS[:2])), encoding="gb18030")
    zipped(tmp_path / "b.zip", {"十一月/订单.csv": "\n".join((HEADERS, *ROWS[2:]))})
    both = answer("--shop", "shop.regulars", "import", "exports", "b.zip", folder=tmp_path)
    assert (both["orders"], both["new_orders"]) == (4, 4)
    assert [file["file"] for file in both["files"]] == ["a.csv", "b.zip/十一月/订单.csv"]


def test_one_refused_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(ORDERS, encoding="gb18030")
    (tmp_path / "broken.csv").write_bytes(b"\x00\x01\x02" * 300)
    shown = regulars("--shop", "shop.regulars", "import", "broken.csv", "a.csv", "--json", folder=tmp_path)
    told = json.loads(shown.stdout)
    assert shown.returncode == 1
    assert told["new_orders"] == 4
    assert [(one["file"], one["error"]["code"]) for one in told["refused"]] == [("broken.csv", "not_a_table")]
    plain = regulars("--shop", "shop.regulars", "import", "broken.csv", "a.csv", folder=tmp_path)
    assert plain.returncode == 1
    assert "broken.csv is not a table" in plain.stderr
    assert "a.csv: 4 orders" in plain.stdout


def test_whose_a_list_is_must_be_said(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("13800138001\n13800138002\n", encoding="utf-8")
    (tmp_path / "退订名单.txt").write_text("13800138003\n", encoding="utf-8")
    refused = regulars("--shop", "shop.regulars", "import", "list.txt", folder=tmp_path)
    assert refused.returncode == 1
    assert "--profile opt-out" in refused.stderr
    members = answer("--shop", "shop.regulars", "import", "list.txt", "--profile", "members", folder=tmp_path)
    assert (members["members"], members["profile"]) == (2, "member_names")
    out = answer("--shop", "shop.regulars", "import", "list.txt", "--profile", "opt-out", folder=tmp_path)
    assert (out["members"], out["profile"]) == (2, "opt_out_names")
    named = answer("--shop", "shop.regulars", "import", "退订名单.txt", folder=tmp_path)
    assert named["profile"] == "opt_out_names"


def test_bad_rows_are_saved_where_asked(tmp_path: Path) -> None:
    text = ORDERS.replace("35.50", "viel")
    (tmp_path / "a.csv").write_text(text, encoding="gb18030")
    (tmp_path / "bad").mkdir()
    told = answer("--shop", "shop.regulars", "import", "a.csv", "--bad-rows", "bad", folder=tmp_path)
    with open(tmp_path / told["bad_rows"], encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[0] for row in rows] == ["Reason (Regulars)", "买家实际支付金额: not an amount"]
    assert rows[1][1] == '="1002"'


def test_the_history_and_taking_back(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(ORDERS, encoding="gb18030")
    answer("--shop", "shop.regulars", "import", "a.csv", folder=tmp_path)
    [entry] = answer("--shop", "shop.regulars", "imports", folder=tmp_path)["imports"]
    assert (entry["file"], entry["platform"], entry["orders"], entry["undone_at"]) == ("a.csv", "taobao", 4, None)
    taken = answer("--shop", "shop.regulars", "undo-import", str(entry["id"]), folder=tmp_path)
    assert (taken["id"], taken["orders"], taken["orders_kept"]) == (entry["id"], 4, 0)
    [entry] = answer("--shop", "shop.regulars", "imports", folder=tmp_path)["imports"]
    assert entry["undone_at"]
    shown = regulars("--shop", "shop.regulars", "imports", folder=tmp_path)
    assert "a.csv (taobao_orders): 4 orders" in shown.stdout
    assert shown.stdout.strip().endswith("taken back")
    again = regulars("--shop", "shop.regulars", "undo-import", str(entry["id"]), "--json", folder=tmp_path)
    assert json.loads(again.stdout)["error"]["code"] == "import_missing"
    tree = tmp_path / "tree.json"
    tree.write_text(json.dumps(TREE), encoding="utf-8")
    assert answer("--shop", "shop.regulars", "count", "tree.json", folder=tmp_path)["count"] == 0
