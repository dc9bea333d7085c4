"""Lists of one phone, nick or address on each line: whose they are must be said, by their name or by a person."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from local_db.errors import ImportRefused
from local_db.importing import actions
from local_db.importing.archive import expand
from local_db.importing.model import ImportReport
from local_db.importing.plain_list import Of, PlainList, list_of, plain_list, profile_for, says_opt_out
from local_db.shop_file import Shop
from tests.local_db.importing.exports import contents, taobao_row, write_csv

Import = Callable[..., ImportReport]
PHONES = ["13800138001", "13800138002", "13800138003"]
NICKS = ["小鱼", "tb豆浆_22", "momo"]


def lines(path: Path, texts: Sequence[str], encoding: str = "utf-8") -> Path:
    path.write_bytes("\r\n".join(texts).encode(encoding))
    return path


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (PHONES, PlainList("phone", "")),
        (["手机号", *PHONES], PlainList("phone", "手机号")),
        (["+86 138 0013 8001", "138-0013-8002", "13800138003"], PlainList("phone", "")),
        (["a@b.com", "c@d.cn"], PlainList("email", "")),
        (["E-mail", "a@b.com", "c@d.cn"], PlainList("email", "E-mail")),
        (NICKS, PlainList("nick", "")),
        (["买家昵称", *NICKS], PlainList("nick", "买家昵称")),
        (["买家昵称"], None),
        (["13800138001", "一句很长很长的话" * 10], None),
        ([], None),
    ],
)
def test_a_list_is_told_from_its_lines(texts: list[str], found: PlainList | None) -> None:
    assert plain_list([[text] for text in texts]) == found


def test_a_table_with_columns_is_no_list() -> None:
    assert plain_list([["13800138001", "小鱼"], ["13800138002", ""]]) is None


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("退订名单.txt", True), ("黑名单2026.csv", True), ("opt-out.txt", True), ("OptOut list.csv", True),
        ("unsubscribed.csv", True), ("unsubscribes_11.txt", True), ("do-not-contact.txt", True),
        ("会员名单.txt", False), ("phones.csv", False), ("ExportOrderList.csv", False),
    ],
)  # fmt: skip
def test_some_names_say_it(name: str, *, says: bool) -> None:
    assert says_opt_out(name) is says


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("texts", [PHONES, NICKS, ["手机号", *PHONES]])
def test_a_list_named_as_opt_outs_refuses(
    shop: Shop, bring_in: Import, tmp_path: Path, texts: list[str], encoding: str
) -> None:
    if encoding == "gb18030" and texts[0] == PHONES[0]:
        encoding = "ascii"
    report = bring_in(lines(tmp_path / "退订名单.txt", texts, encoding))
    assert (report.members, report.new_opt_outs, report.skipped_rows) == (3, 3, 0)
    assert {(channel, state) for _, _, _, channel, state, _ in contents(shop)["consents"]} == {("sms", "opted_out")}


def test_opt_outs_win_over_orders(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    bring_in(write_csv(tmp_path / "a.csv", [taobao_row(1, 联系手机="'13800138001")]))
    bring_in(lines(tmp_path / "黑名单.csv", PHONES))
    opted_out = {phone for _, _, phone, _, state, _ in contents(shop)["consents"] if state == "opted_out"}
    assert "13800138001" in opted_out


@pytest.mark.parametrize("texts", [PHONES, NICKS, ["手机号", *PHONES]])
def test_a_list_that_does_not_say_whose_is_not_imported(bring_in: Import, tmp_path: Path, texts: list[str]) -> None:
    path = lines(tmp_path / "list.txt", texts)
    with pytest.raises(ImportRefused) as refused:
        bring_in(path)
    assert refused.value.code == "unknown_layout"
    seen = actions.preview_file(path)
    assert list_of(seen) is not None
    assert seen.header_row == (texts[0] == "手机号")
    assert [row[0] for row in seen.rows] == texts[-3:]


@pytest.mark.parametrize(("of", "opt_outs"), [(Of.OPT_OUTS, 3), (Of.MEMBERS, 0)])
@pytest.mark.parametrize("texts", [PHONES, NICKS, ["手机号", *PHONES], ["a@b.com", "c@d.cn", "e@f.com"]])
def test_a_person_says_whose_it_is(bring_in: Import, tmp_path: Path, of: Of, opt_outs: int, texts: list[str]) -> None:
    path = lines(tmp_path / "list.txt", texts)
    report = bring_in(path, profile=profile_for(path, of))
    assert (report.members, report.new_opt_outs) == (3, opt_outs)


def test_rows_keep_their_numbers_without_a_header(bring_in: Import, tmp_path: Path) -> None:
    path = lines(tmp_path / "退订.txt", ["13800138001", "12", *(f"1380013800{number}" for number in range(3, 9))])
    report = bring_in(path)
    assert {problem.row for problem in report.problems} == {2}


def test_a_table_named_as_opt_outs_refuses_too(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    rows = [["小鱼", "13800138001", "别再发"], ["豆浆", "13800138002", ""]]
    report = bring_in(write_csv(tmp_path / "拒收名单.csv", rows, headers=["买家昵称", "手机号", "备注"]))
    assert report.new_opt_outs == 2


def test_addresses_refuse_what_comes_to_them(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    rows = [["anna", "a@b.com"], ["bert", "c@d.com"]]
    bring_in(write_csv(tmp_path / "unsubscribed.csv", rows, headers=["Name", "Email"]))
    assert {(channel, state) for _, _, _, channel, state, _ in contents(shop)["consents"]} == {
        ("sms", "opted_out"), ("email", "opted_out"),
    }  # fmt: skip


def test_the_name_of_an_archive_says_it_too(bring_in: Import, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "退订名单.zip", "w") as made:
        made.writestr("1.txt", "\n".join(PHONES))
    [member] = expand([tmp_path / "退订名单.zip"])
    assert bring_in(member).new_opt_outs == 3


def test_orders_in_a_file_of_such_a_name_stay_orders(bring_in: Import, tmp_path: Path) -> None:
    report = bring_in(write_csv(tmp_path / "黑名单买家的订单.csv", [taobao_row(1)]))
    assert (report.orders, report.new_opt_outs) == (1, 0)


def test_columns_are_read_by_their_numbers(bring_in: Import, tmp_path: Path) -> None:
    from local_db.importing.profile import profile_from_mapping

    mapping = {"nick": "#1", "paid_at": "#2", "paid": "#3"}
    path = lines(tmp_path / "a.csv", ["小鱼,2026-01-05 10:00:00,12.50", "豆浆,2026-01-06 10:00:00,8.00"])
    report = bring_in(path, profile=profile_from_mapping("mine", mapping))
    assert (report.orders, report.paid) == (2, 2050)
    too_narrow = profile_from_mapping("mine", mapping | {"paid": "#9"})
    with pytest.raises(ImportRefused) as refused:
        bring_in(path, profile=too_narrow)
    assert refused.value.code == "profile_does_not_fit"


@pytest.mark.parametrize(
    ("texts", "refused", "skipped"),
    [
        (["13900000000", "13900000001", "A3", "小鱼"], {"13900000000", "13900000001", "A3", "小鱼"}, 0),
        (["13900000000", "13900000001；", "13900000002"], {"13900000000", "13900000001", "13900000002"}, 0),
        (["13900000004；", "13900000001"], {"13900000004", "13900000001"}, 0),
        (["１３９０００００００１", "13900000002"], {"13900000001", "13900000002"}, 0),
        (["手机13900000001", "13900000002（张三）"], {"13900000001", "13900000002"}, 0),
        (["1.39E+10", "13900000001"], {"13900000001"}, 1),
        (["13900000001 / 13900000002", "13900000003"], {"13900000003"}, 1),
        (["手机号", "13900000000", "13900000001；"], {"13900000000", "13900000001"}, 0),
    ],
)
def test_no_stray_sign_makes_a_refusing_phone_a_nick(
    shop: Shop, bring_in: Import, tmp_path: Path, texts: list[str], refused: set[str], skipped: int
) -> None:
    report = bring_in(lines(tmp_path / "退订名单.txt", texts))
    people = {nick or phone for _, nick, _, _, phone, *_ in contents(shop)["members"]}
    assert (people, report.new_opt_outs) == (refused, len(refused))
    assert (report.skipped_rows, len(report.problems) > 0) == (skipped, skipped > 0)
