import csv
import errno
import json
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from local_db.campaigns import actions, leftovers, store
from local_db.campaigns.model import HandOff, HandOffHeaders, PrepareOptions
from local_db.changes import Changes, Topic
from local_db.errors import PrepareError
from local_db.segments.tree import parse
from local_db.shop_file import open_shop
from local_db.templates.actions import save_template
from local_db.templates.model import Purpose, Template
from tests.new_shop import new_shop

ROOT = Path(__file__).resolve().parents[3]
TEXT = Template("双11", Purpose.MARKETING, "猫粮店", "{nick|亲}，全店八折，", "拒收请回复R")


def read_csv(path, encoding="utf-8-sig"):
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.reader(file))


def refusal(call, *args, **kwargs):
    with pytest.raises(PrepareError) as caught:
        call(*args, **kwargs)
    return caught.value.code


def test_an_audience_is_frozen_as_it_was_planned(stocked):
    template, _ = save_template(stocked.shop, TEXT, now=stocked.now)
    audience = stocked.prepare(template, name=" 双11 ", options=PrepareOptions(quiet_days=3))
    assert actions.get_audience(stocked.shop, audience.id) == audience
    assert actions.list_audiences(stocked.shop) == (audience,)
    assert (audience.name, audience.template_id, audience.handed_off_at) == ("双11", template.id, None)
    assert json.loads(audience.tree) == {"field": "orders", "op": ">=", "value": 0}
    assert json.loads(audience.template)["body"] == TEXT.body
    summary = audience.summary
    assert (summary.matched, summary.messages, summary.parts, summary.cost) == (4, 4, {1: 4}, Decimal("0.20"))
    assert dict(summary.waterfall)["opted_out"] == 0
    assert (summary.quiet_days, summary.currency) == (3, "CNY")
    rows = actions.audience_rows(stocked.shop, audience.id)
    assert [(row.position, row.member_id, row.phone, row.parts) for row in rows] == [
        (number, number, f"1380013800{number}", 1) for number in (1, 2, 3, 4)
    ]
    assert actions.audience_rows(stocked.shop, audience.id, offset=1, limit=2) == rows[1:3]


def test_an_audience_stays_when_the_template_changes(stocked):
    template, _ = save_template(stocked.shop, TEXT, now=stocked.now)
    audience = stocked.prepare(template)
    save_template(stocked.shop, replace(template, body="别的，"), now=stocked.now)
    assert "全店八折" in actions.audience_rows(stocked.shop, audience.id)[0].text


@pytest.mark.parametrize(
    ("template", "name", "code"),
    [
        (replace(TEXT, body="{nick}，"), "a", "unfilled_variable"),
        (replace(TEXT, opt_out=""), "a", "template_problem"),
        (replace(TEXT, body="{nick"), "a", "template_problem"),
        (TEXT, " ", "name_empty"),
    ],
)
def test_what_may_not_leave_is_not_frozen(stocked, template, name, code):
    assert refusal(stocked.prepare, template, name=name) == code
    assert actions.list_audiences(stocked.shop) == ()


def test_nobody_is_no_audience(stocked):
    assert refusal(stocked.prepare, node=parse({"field": "orders", "op": ">", "value": 9})) == "nobody_matches"
    for member_id in (1, 2, 3, 4):
        stocked.consent(member_id, "opted_out")
    assert refusal(stocked.prepare) == "nobody_left"


def test_a_prepared_audience_can_be_taken_back_but_not_one_that_left(stocked, tmp_path):
    first, second = stocked.prepare(), stocked.prepare()
    assert actions.discard_audience(stocked.shop, first.id) == Changes.of(Topic.AUDIENCES)
    stocked.hand_off(second, tmp_path / "a.csv")
    assert refusal(actions.discard_audience, stocked.shop, second.id) == "handed_off"
    assert refusal(actions.discard_audience, stocked.shop, first.id) == "audience_missing"
    assert stocked.rows("select distinct audience_id from audience_members") == [(second.id,)]


def test_a_hand_off_holds_every_message(stocked, tmp_path):
    audience = stocked.prepare()
    out = tmp_path / "双11.csv"
    assert stocked.hand_off(audience, out) == HandOff((out,), 4, rows_per_file=(4,))
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert read_csv(out) == [
        ["手机号", "内容", "条数"],
        ["13800138001", "【猫粮店】小猫，全店八折，拒收请回复R", "1"],
        ["13800138002", "【猫粮店】亲，全店八折，拒收请回复R", "1"],
        ["13800138003", "【猫粮店】亲，全店八折，拒收请回复R", "1"],
        ["13800138004", "【猫粮店】+狗，全店八折，拒收请回复R", "1"],
    ]
    assert list(tmp_path.glob(".*")) == []
    assert actions.get_audience(stocked.shop, audience.id).handed_off_at == int(stocked.now.timestamp())


def test_gb18030_and_split(stocked, tmp_path):
    result = stocked.hand_off(stocked.prepare(), tmp_path / "a.csv", encoding="gb18030", split=3)
    assert [path.name for path in result.files] == ["a-1.csv", "a-2.csv"]
    assert [len(read_csv(path, "gb18030")) for path in result.files] == [4, 2]
    assert result.rows == 4


def test_xlsx_holds_texts_only(stocked, tmp_path):
    from python_calamine import CalamineWorkbook

    out = tmp_path / "a.XLSX"
    stocked.hand_off(stocked.prepare(), out)
    sheet = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()
    assert sheet[0] == ["手机号", "内容", "条数"]
    assert sheet[1] == ["13800138001", "【猫粮店】小猫，全店八折，拒收请回复R", "1"]
    assert len(sheet) == 5


def test_who_opted_out_since_preparing_is_left_out(stocked, tmp_path):
    stocked.add_member(5, "13800138002", ordered_days_ago=90)
    audience = stocked.prepare()
    stocked.consent(1, "opted_out", roster=False)
    stocked.consent(5, "opted_out")  # not in the audience, but of the phone of 2
    stocked.consent(3, "not_granted")
    result = stocked.hand_off(audience, tmp_path / "a.csv")
    assert (result.rows, result.withdrawn) == (1, 3)
    assert [row[0] for row in read_csv(tmp_path / "a.csv")[1:]] == ["13800138004"]
    assert actions.get_audience(stocked.shop, audience.id).summary.withdrawn == 3
    # They were not written to, so another audience may still find those who only asked later.
    assert store_messaged(stocked) == {4}


def store_messaged(case):
    with case.shop.read() as connection:
        return store.messaged_member_ids(connection, 0)


def test_an_import_does_not_undo_a_refusal_and_a_person_may(stocked, tmp_path):
    audience = stocked.prepare()
    stocked.consent(1, "opted_out", source="hand")
    stocked.consent(1, "granted", source="import")
    stocked.consent(2, "opted_out", source="import")
    stocked.consent(2, "granted", source="hand")
    assert stocked.hand_off(audience, tmp_path / "a.csv").withdrawn == 1
    assert [row[0][-1] for row in read_csv(tmp_path / "a.csv")[1:]] == ["2", "3", "4"]


def test_two_audiences_prepared_side_by_side_reach_nobody_twice(stocked, tmp_path):
    first = stocked.prepare(node=parse({"field": "last_order", "op": "within_days", "value": 3}))
    second = stocked.prepare()
    sent = stocked.hand_off(first, tmp_path / "a.csv").rows
    result = stocked.hand_off(second, tmp_path / "b.csv", now=stocked.now + timedelta(hours=1))
    assert sent > 0
    assert (result.rows, result.repeated) == (4 - sent, sent)


def test_without_quiet_days_they_may(stocked, tmp_path):
    first, second = (stocked.prepare(options=PrepareOptions(quiet_days=0)) for _ in range(2))
    stocked.hand_off(first, tmp_path / "a.csv")
    assert stocked.hand_off(second, tmp_path / "b.csv").rows == 4


def in_one_go(case, out, template=TEXT, **arguments):
    node = parse({"field": "orders", "op": ">=", "value": 0})
    arguments = {"name": "双11", "headers": HandOffHeaders(), "now": case.now, **arguments}
    return actions.prepare_and_hand_off(
        case.shop, case.roster(), node, template, PrepareOptions(), out=out, **arguments
    )


def test_preparing_and_writing_in_one_go(stocked, tmp_path):
    audience, result, changes = in_one_go(stocked, tmp_path / "a.csv")
    assert (audience.summary.messages, result.rows, result.withdrawn, result.repeated) == (4, 4, 0, 0)
    assert audience.handed_off_at == int(stocked.now.timestamp())
    assert changes == Changes.of(Topic.AUDIENCES)


def test_in_one_go_or_not_at_all(stocked, tmp_path):
    (tmp_path / "a.csv").write_text("mine")
    assert refusal(in_one_go, stocked, tmp_path / "a.csv") == "file_exists"
    assert refusal(in_one_go, stocked, tmp_path / "a.txt") == "bad_suffix"
    assert refusal(in_one_go, stocked, tmp_path / "b.csv", replace(TEXT, body="{nick}")) == "unfilled_variable"
    assert actions.list_audiences(stocked.shop) == ()


def test_writing_an_audience_again_keeps_the_first_time(stocked, tmp_path):
    audience = stocked.prepare()
    stocked.hand_off(audience, tmp_path / "a.csv")
    stocked.consent(1, "opted_out")
    again = stocked.hand_off(audience, tmp_path / "b.csv", now=stocked.now + timedelta(days=5))
    assert (again.rows, again.withdrawn, again.again) == (3, 1, True)
    kept = actions.get_audience(stocked.shop, audience.id)
    assert kept.handed_off_at == int(stocked.now.timestamp())
    assert len(actions.audience_rows(stocked.shop, audience.id)) == 4  # 1 did get the first message


def test_a_file_in_the_way_is_kept_unless_told(stocked, tmp_path):
    audience = stocked.prepare()
    (tmp_path / "a-2.csv").write_text("mine")
    assert refusal(stocked.hand_off, audience, tmp_path / "a.csv", split=2) == "file_exists"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a-2.csv"]
    assert not_handed_off(stocked, audience)
    assert stocked.hand_off(audience, tmp_path / "a.csv", split=2, overwrite=True).rows == 4


def not_handed_off(case, audience):
    kept = actions.get_audience(case.shop, audience.id)
    return kept == audience and len(actions.audience_rows(case.shop, audience.id)) == audience.summary.messages


@pytest.mark.parametrize(
    ("name", "arguments", "code"),
    [
        ("a.txt", {}, "bad_suffix"),
        ("a", {}, "bad_suffix"),
        ("a.csv", {"encoding": "latin-1"}, "bad_encoding"),
        ("a.csv", {"split": 0}, "bad_split"),
        ("no/a.csv", {}, "folder_missing"),
    ],
)
def test_a_wish_that_cannot_be_met(stocked, tmp_path, name, arguments, code):
    audience = stocked.prepare()
    assert refusal(stocked.hand_off, audience, tmp_path / name, **arguments) == code
    assert not_handed_off(stocked, audience)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own on Windows")
@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize(
    ("out", "split"),
    [("shop.csv", None), ("shop.csv.backups/list.csv", None), ("link.csv", None), ("hard.csv", None), ("sh.csv", 2)],
)
def test_the_shop_is_never_written_over(case, tmp_path, out, split, overwrite):
    """Not even where the shop file has the name of a list, or is a part's name, or has a second name."""
    path = tmp_path / ("sh-1.csv" if split else "shop.csv")
    (tmp_path / "shop.csv.backups").mkdir()
    with new_shop(path) as shop:
        (tmp_path / "link.csv").symlink_to(path)
        (tmp_path / "hard.csv").hardlink_to(path)
        case = replace(case, shop=shop)
        for number in (1, 2, 3):
            case.add_member(number, f"1380013800{number}", ordered_days_ago=None)
        audience = case.prepare()
        before = path.read_bytes()
        assert refusal(case.hand_off, audience, tmp_path / out, split=split, overwrite=overwrite) == "is_shop_file"
        assert path.read_bytes() == before
        assert not_handed_off(case, audience)


def contents(folder):
    return {path.name: path.read_text(encoding="utf-8-sig") for path in folder.iterdir() if path.is_file()}


def test_every_file_says_its_own_rows(stocked, tmp_path):
    result = stocked.hand_off(stocked.prepare(), tmp_path / "a.csv", split=3)
    assert result.rows_per_file == (3, 1)
    assert [len(read_csv(path)) - 1 for path in result.files] == [3, 1]


@pytest.mark.parametrize(
    ("split", "gone"), [(2, {"a.csv", "a-3.csv", "a-4.csv"}), (9, {"a-1.csv", "a-2.csv", "a-3.csv", "a-4.csv"})]
)
def test_parts_of_an_earlier_splitting_do_not_stay(stocked, tmp_path, split, gone):
    """Somebody who sends every file of the name would write to their people as well."""
    names = {"a.csv", *(f"a-{number}.csv" for number in (1, 2, 3, 4, 6))}
    for name in names:
        (tmp_path / name).write_text("older")
    audience = stocked.prepare()
    assert refusal(stocked.hand_off, audience, tmp_path / "a.csv", split=split) == "file_exists"
    assert contents(tmp_path) == dict.fromkeys(names, "older")
    stocked.hand_off(audience, tmp_path / "a.csv", split=split, overwrite=True)
    assert set(contents(tmp_path)) == names - gone
    assert contents(tmp_path)["a-6.csv"] == "older"  # with a gap before it, it is not one of them


def test_without_splitting_numbered_files_are_somebody_elses(stocked, tmp_path):
    (tmp_path / "a-1.csv").write_text("mine")
    stocked.hand_off(stocked.prepare(), tmp_path / "a.csv")
    assert contents(tmp_path)["a-1.csv"] == "mine"


def test_a_failure_between_the_names_brings_back_what_was_there(stocked, tmp_path, monkeypatch):
    names = [f"a-{number}.csv" for number in (1, 2, 3, 4, 5)]
    for name in names:
        (tmp_path / name).write_text(f"older {name}")
    before = contents(tmp_path)
    audience = stocked.prepare()
    rename = Path.replace

    def refuse_the_third(self, target):
        if self.name == ".a-3.csv.unfinished":
            raise PermissionError(errno.EACCES, "open in another program")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", refuse_the_third)
    assert refusal(stocked.hand_off, audience, tmp_path / "a.csv", split=1, overwrite=True) == "file_in_use"
    assert contents(tmp_path) == before
    assert not_handed_off(stocked, audience)


def test_a_name_that_is_too_long_is_said(stocked, tmp_path):
    assert refusal(stocked.hand_off, stocked.prepare(), tmp_path / f"{'x' * 300}.csv") == "write_failed"
    assert refusal(stocked.hand_off, stocked.prepare(), tmp_path / ("x" * 300) / "a.csv") == "folder_missing"


KILLED = """
import os, sys
from datetime import datetime
from pathlib import Path
from local_db import whole_files
from local_db.campaigns import actions
from local_db.campaigns.model import HandOffHeaders
from local_db.shop_file import ShopKey, open_shop
path, key, salt, audience, out, now, renamed = sys.argv[1:]
rename, names = whole_files._rename, []

def kill(*arguments, said):
    if len(names) == int(renamed):
        os._exit(9)
    names.append(said)
    rename(*arguments, said=said)

whole_files._rename = kill
shop = open_shop(Path(path), ShopKey(bytes.fromhex(key), bytes.fromhex(salt)))
actions.hand_off(shop, int(audience), Path(out), headers=HandOffHeaders(), now=datetime.fromisoformat(now),
                 split=1, overwrite=True)
"""


@pytest.mark.parametrize(
    ("renamed", "left", "kept"),
    [(0, ".a-1.csv.unfinished", "older"), (1, ".a-1.csv.replaced", "older"), (2, ".a-2.csv.unfinished", "phone,text")],
)
def test_a_killed_program_leaves_no_hidden_phones(stocked, tmp_path, renamed, left, kept):
    (tmp_path / "a-1.csv").write_text("older")
    audience = stocked.prepare()
    shop = stocked.shop
    shop.close()
    key = (shop.key.raw.hex(), shop.key.salt.hex())
    arguments = [shop.path, *key, audience.id, tmp_path / "a.csv", stocked.now, renamed]
    subprocess.run([sys.executable, "-c", KILLED, *map(str, arguments)], cwd=ROOT, check=False)
    assert left in contents(tmp_path)
    with open_shop(shop.path, shop.key) as again:
        leftovers.clear(again)
    assert set(contents(tmp_path)) == {"a-1.csv"}
    assert contents(tmp_path)["a-1.csv"].startswith(kept)


def test_an_audience_that_is_not_there(stocked, tmp_path):
    headers = HandOffHeaders()
    code = refusal(actions.hand_off, stocked.shop, 9, tmp_path / "a.csv", headers=headers, now=stocked.now)
    assert code == "audience_missing"


def test_everybody_refused_since(stocked, tmp_path):
    audience = stocked.prepare()
    for member_id in (1, 2, 3, 4):
        stocked.consent(member_id, "opted_out")
    assert refusal(stocked.hand_off, audience, tmp_path / "a.csv") == "nobody_left"
    assert not_handed_off(stocked, audience)


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "disk_full"), (errno.EROFS, "read_only"), (errno.EACCES, "read_only"), (errno.EIO, "write_failed")],
)
def test_a_disk_that_fails_leaves_nothing(stocked, tmp_path, monkeypatch, number, code):
    audience = stocked.prepare()
    stocked.consent(1, "opted_out")
    written = []

    def fail_at_the_second(_):
        written.append(1)
        if len(written) == 2:
            raise OSError(number, "no")

    monkeypatch.setattr("local_db.whole_files.os.fsync", fail_at_the_second)
    with pytest.raises(PrepareError) as caught:
        stocked.hand_off(audience, tmp_path / "a.csv", split=1)
    assert (caught.value.code, caught.value.data["path"]) == (code, str(tmp_path / "a-2.csv"))
    assert [path.name for path in tmp_path.iterdir()] == ["shop"]
    assert not_handed_off(stocked, audience)


def test_a_name_that_cannot_be_given_takes_the_hand_off_back(stocked, tmp_path, monkeypatch):
    audience = stocked.prepare()
    stocked.consent(1, "opted_out")
    rename = Path.replace

    def refuse_the_second(self, target):
        if target.name == "a-2.csv":
            raise PermissionError(errno.EACCES, "open in another program")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", refuse_the_second)
    assert refusal(stocked.hand_off, audience, tmp_path / "a.csv", split=1) == "file_in_use"
    assert [path.name for path in tmp_path.iterdir()] == ["shop"]
    assert not_handed_off(stocked, audience)
    monkeypatch.undo()
    assert stocked.hand_off(audience, tmp_path / "a.csv").withdrawn == 1


class PowerCut(BaseException):
    pass


def test_a_file_never_has_its_name_before_the_shop_knows(stocked, tmp_path, monkeypatch):
    audience = stocked.prepare()
    known = []

    def look(files, older):
        known.append(actions.get_audience(stocked.shop, audience.id).handed_off_at)
        assert not any(file.final.exists() for file in files)
        assert all(file.temporary.exists() for file in files)
        return ()

    monkeypatch.setattr("local_db.whole_files.publish", look)
    stocked.hand_off(audience, tmp_path / "a.csv")
    assert known == [int(stocked.now.timestamp())]


def test_the_shop_as_it_is_after_a_crash_before_the_name(stocked, tmp_path, monkeypatch):
    audience = stocked.prepare()
    monkeypatch.setattr("local_db.whole_files.publish", lambda *_: ())  # the program is gone here
    stocked.hand_off(audience, tmp_path / "a.csv")
    monkeypatch.undo()
    stocked.shop.close()
    with open_shop(stocked.shop.path, stocked.shop.key) as shop:
        stocked.shop = shop
        assert stocked.plan().messages == 0  # counted as written to
        assert stocked.hand_off(audience, tmp_path / "a.csv").rows == 4  # and can be written again
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a.csv"]


def test_a_crash_while_writing_is_no_hand_off(stocked, tmp_path, monkeypatch):
    audience = stocked.prepare()

    def stop(*_, **__):
        raise PowerCut

    monkeypatch.setattr("local_db.campaigns.hand_off._csv", stop)
    with pytest.raises(PowerCut):
        stocked.hand_off(audience, tmp_path / "a.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["shop"]
    assert not_handed_off(stocked, audience)
