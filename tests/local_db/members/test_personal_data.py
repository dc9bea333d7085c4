"""What one person is given of herself: all of it, in a file that is complete and logged, or none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from local_db.call_scripts.model import Call, Outcome
from local_db.call_scripts.records import record_call
from local_db.changes import Changes, Topic
from local_db.documents.actions import save_document
from local_db.documents.model import Document, DocumentKind
from local_db.errors import PrepareError
from local_db.members import actions, erasure, export_log, merging, notes
from local_db.members.export_log import Export
from local_db.members.personal_data import Request, Words, export_member
from local_db.replies.actions import save_reply
from local_db.replies.model import Reply, Wording
from local_db.replies.uses import record_use
from local_db.segments import list_actions
from local_db.segments.lists import read_entries
from local_db.shop_file import Shop
from tests.local_db.members.people import NOW, member

PLAIN = Words(title=str, value=lambda _topic, _column, code: code)


@pytest.fixture
def lin(people: Shop) -> int:
    with people.read() as connection:
        first, second = member(connection, "nick", "小鱼干"), member(connection, "nick", "jd_lin")
    done, _ = merging.join_members(people, first, second, "", now=NOW)
    assert done is not None
    notes.add_note(people, done.member_id, "=怕猫毛", now=NOW)
    actions.tag_member(people, done.member_id, "VIP")
    actions.record_consent(people, done.member_id, "sms", "opted_out", now=NOW)
    script, _ = save_document(people, Document(DocumentKind.CALL_SCRIPT, "回购", "{}"), now=NOW)
    path = '[["hello","yes",""],["offer","custom","下周"],["end"]]'
    call = Call(done.member_id, Outcome.AGREED, path, 60, 150, note="要两包", document_id=script.id)
    record_call(people, call, now=NOW)
    reply, _ = save_reply(people, Reply("", "发货时间", (Wording("", "48 小时内发出"),)), now=NOW)
    record_use(people, reply.uid, reply.wordings[0].uid, member_id=done.member_id, platform="taobao", now=NOW)
    list_actions.create_list(people, "贵客", read_entries("jd_lin"), now=NOW)
    return done.member_id


def request(path: Path) -> Request:
    return Request(path, PLAIN, "she asked", "王店长")


def log(shop: Shop) -> tuple[Export, ...]:
    with shop.read() as connection:
        return export_log.exports(connection, 10)


def test_everything_known_is_in_the_json(people: Shop, lin: int, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    with people.write() as connection:
        connection.execute(
            "insert into parcels(order_id, import_id, number, courier)"
            " select id, import_id, 'YT1234567890123', '圆通速递' from orders where number = '2200002'"
        )
    assert export_member(people, lin, request(path), now=NOW) == (path, Changes.of(Topic.SETTINGS))
    said = json.loads(path.read_text(encoding="utf-8"))
    assert {fact["value"] for fact in said["facts"] if fact["what"] in {"name", "nick", "phone", "place"}} == {
        "林小鱼", "小鱼干", "jd_lin", "13800001234", "浙江 杭州",
    }  # fmt: skip
    of_lists = {"birthday", "tier", "points", "list"}
    assert {fact["what"]: fact["value"] for fact in said["facts"] if fact["what"] in of_lists} == {
        "birthday": "05-06", "tier": "金卡", "points": "320", "list": "贵客",
    }  # fmt: skip
    assert [{key: call[key] for key in call if key != "time"} for call in said["calls"]] == [
        {"script": "回购", "status": "agreed", "seconds": "90", "answers": "yes; 下周", "note": "要两包"}
    ]
    assert said["replies"] == [{"time": "2026-01-01 08:00:00", "reply": "发货时间", "platform": "taobao"}]
    assert {key["value"]: key["order"] for key in said["keys"] if key["what"] == "nick"} == {
        "小鱼干": "2200001",
        "jd_lin": "JD1",
    }
    orders = said["orders"]
    assert [(order["order"], order["paid"], order["products"], order.get("parcels", "")) for order in orders] == [
        ("2200001", "128.60", "猫粮 2kg × 1", ""),
        ("2200002", "50.00", "猫粮 2kg × 1", "圆通速递 YT1234567890123"),
        ("JD1", "77.00", "猫砂 2kg × 1", ""),
    ]
    assert said["refunds"] == [
        {
            "order": "2200002",
            "time": "2023-12-30 06:13:20",
            "status": "refunded",
            "amount": "50.00",
            "currency": "CNY",
            "products": "猫粮",
            "reason": "林小鱼说不想要了",
        }
    ]
    assert said["notes"] == [{"time": "2026-01-01 08:00:00", "text": "=怕猫毛"}]
    assert said["tags"] == [{"tag": "VIP", "source": "hand"}]
    assert said["consents"] == [
        {
            "time": "2026-01-01 08:00:00",
            "channel": "sms",
            "status": "opted_out",
            "source": "hand",
            "phone": "13800001234",
        }
    ]
    assert {found["file"] for found in said["imports"]} == {"orders.csv", "jd.xlsx", "members.csv"}


def test_the_workbook_has_a_sheet_per_topic_and_no_formulas(people: Shop, lin: int, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    export_member(people, lin, request(path), now=NOW)
    book = CalamineWorkbook.from_path(str(path))
    assert "orders" in book.sheet_names
    assert book.get_sheet_by_name("orders").to_python()[3][0] == "JD1"
    assert book.get_sheet_by_name("notes").to_python()[1][1] == "'=怕猫毛"


def test_an_export_is_logged(people: Shop, lin: int, tmp_path: Path) -> None:
    export_member(people, lin, request(tmp_path / "out.json"), now=NOW)
    assert log(people) == (Export(int(NOW.timestamp()), "member", str(lin), 1, "out.json", "she asked", "王店长"),)


def test_the_log_forgets_whom_it_was_about_when_she_is_erased(people: Shop, lin: int, tmp_path: Path) -> None:
    export_member(people, lin, request(tmp_path / "林小鱼.json"), now=NOW)
    erasure.erase_member(people, lin, now=NOW)
    assert log(people) == (Export(int(NOW.timestamp()), "member", "", 1, "", "", "王店长"),)


@pytest.mark.parametrize(
    ("name", "code"),
    [("out.pdf", "bad_suffix"), ("nowhere/out.json", "folder_missing"), ("folder.json", "write_failed")],
)
def test_what_cannot_be_written_is_refused_and_not_logged(
    people: Shop, lin: int, tmp_path: Path, name: str, code: str
) -> None:
    (tmp_path / "folder.json").mkdir()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(PrepareError) as caught:
        export_member(people, lin, request(tmp_path / name), now=NOW)
    assert caught.value.code == code
    assert log(people) == ()
    assert sorted(tmp_path.iterdir()) == before


def test_the_shop_file_is_never_written_over(people: Shop, lin: int) -> None:
    path = people.path.with_name(people.path.name + ".backups") / "a.json"
    with pytest.raises(PrepareError) as caught:
        export_member(people, lin, request(path), now=NOW)
    assert caught.value.code == "is_shop_file"


def test_nobody_is_exported_where_there_is_nobody(people: Shop, tmp_path: Path) -> None:
    assert export_member(people, 999, request(tmp_path / "out.json"), now=NOW) == (None, Changes())
    assert log(people) == ()
