"""Files of replies are told by their content and read with what is wrong in them."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_db.errors import RegularsError
from local_db.replies.exchange import drafting, reading
from local_db.replies.exchange.model import PROBLEM_CODES, Draft, Format, Preview
from local_db.replies.exchange.reading import read_replies
from tests.local_db.replies.exchange.samples import (
    BEEFTEXT,
    CHATWOOT,
    ESPANSO,
    ESPANSO_NESTED,
    QIANNIU,
    SAVED,
    ZAMMAD,
    ZENDESK,
    write_csv,
    write_json,
    write_xlsx,
)


def said(preview: Preview) -> list[tuple[str, int, str]]:
    assert {one.code for one in preview.problems} <= PROBLEM_CODES
    assert all(one.file == preview.file for one in preview.problems)
    return [(one.code, one.row, one.column) for one in preview.problems]


def code_of(path: Path) -> str:
    with pytest.raises(RegularsError) as caught:
        read_replies(path)
    return caught.value.code


def qianniu_xlsx(path: Path) -> Path:
    return write_xlsx(path, ("快捷短语", QIANNIU))


def qianniu_gbk(path: Path) -> Path:
    return write_csv(path, QIANNIU, "gb18030")


def qianniu_under_a_title(path: Path) -> Path:
    return write_xlsx(path, ("Sheet1", [["千牛快捷短语导出"], [], *QIANNIU]))


@pytest.mark.parametrize("make", [qianniu_xlsx, qianniu_gbk, qianniu_under_a_title])
def test_qianniu(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    preview = read_replies(make(tmp_path / "短语.dat"))
    assert preview.format is Format.QIANNIU
    above = 2 if make is qianniu_under_a_title else 0
    assert preview.drafts == (
        Draft("我们今天全场九折哦", ("亲，{nick}，我们今天全场九折哦~",), "售前", "zk", row=2 + above),
        Draft(
            "退货地址：杭州市余杭区×号",
            ("退货地址：杭州市余杭区×号\n请附上订单号{order_number}",),
            "售后",
            "th",
            row=3 + above,
        ),
        Draft("=好的亲，马上为您处理", ("=好的亲，马上为您处理",), "我的", personal=True, row=4 + above),
    )
    assert said(preview) == [("no_text", 6 + above, "快捷短语")]


def test_espanso(tmp_path: Path) -> None:
    path = tmp_path / "base.txt"
    path.write_text(ESPANSO, encoding="utf-8")
    preview = read_replies(path)
    assert preview.format is Format.ESPANSO
    by_shortcut = {draft.shortcut: draft for draft in preview.drafts}
    assert by_shortcut[":hi"] == Draft("Greeting", ("Hello {name}, this is Corner Store.",), shortcut=":hi", row=8)
    ship = by_shortcut[":ship"]
    assert ship.texts == ("We ship within 24 hours.\nTracking follows by e-mail.",)
    assert ship.tags == (":delivery", "parcel", "courier")
    assert by_shortcut[":refund"].texts == ("Dear {customer|customer}, your refund of order {order} is on its way.",)
    assert by_shortcut[":thanks"].texts == ("Thank you!", "Thanks a lot!")
    assert by_shortcut[":ip"].texts == ("{out}",)
    assert by_shortcut[":day"].texts == ("2026-11-11",)
    assert [draft.texts for draft in preview.drafts if not draft.shortcut] == [("Order {id}",)]
    lines = {code: row for code, row, _ in said(preview)}
    assert lines == {
        "command_not_run": 34, "picture_left_out": 40, "no_text": 40, "pattern_left_out": 42, "not_an_entry": 46,
    }  # fmt: skip


def test_espanso_matches_within_matches_forms_within_texts_and_choices(tmp_path: Path) -> None:
    path = tmp_path / "base.yml"
    path.write_text(ESPANSO_NESTED, encoding="utf-8")
    preview = read_replies(path)
    assert {draft.shortcut: draft.texts for draft in preview.drafts} == {
        ":sig": ("Best regards, Jon",),
        ":mail": ("Hello {first|you}, see you in {city}.\nBest regards, Jon",),
        ":lost": ("And",),
        ":loop": ("a a a a a {again}",),
        ":pick": ("one", "two"),
        ":ids": ("1", "2"),
        ":brace": ("Write {{{{name}}}} and {{x}}",),
    }
    assert said(preview) == [("other_files", 0, "imports"), ("part_missing", 21, "")]


def test_espanso_variables_that_name_each_other_do_not_grow_without_end(tmp_path: Path) -> None:
    path = tmp_path / "match.yml"
    echo = f'vars: [{{name: a, type: echo, params: {{echo: "{"{{a}}" * 300}"}}}}]'
    path.write_text(
        f'matches:\n - trigger: x\n   replace: "{"{{a}}" * 300}"\n   {echo}\n - trigger: y\n   replace: 在的\n',
        encoding="utf-8",
    )
    preview = read_replies(path)
    assert [draft.texts for draft in preview.drafts] == [("在的",)]
    assert ("text_too_long", 2, "replace") in said(preview)


def test_an_espanso_variable_of_no_sort_that_there_is_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "match.yml"
    path.write_text(
        "matches:\n - trigger: x\n   replace: 尺码{{s}}好\n   vars: [{name: s, type: [1]}]\n"
        " - trigger: y\n   replace: '{{s}}'\n   vars: [{name: s, type: {a: 1}}]\n",
        encoding="utf-8",
    )
    assert [draft.texts for draft in read_replies(path).drafts] == [("尺码{s}好",), ("{s}",)]


def test_half_a_character_of_two_becomes_the_mark_of_what_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "canned.json"
    path.write_text(r'[{"short_code": "a\ud83d", "content": "x\udc00"}]', encoding="utf-8")
    preview = read_replies(path)
    assert [(one.texts, one.shortcut) for one in preview.drafts] == [(("x\ufffd",), "a\ufffd")]
    assert "unreadable_text" in [code for code, _, _ in said(preview)]


def test_beeftext(tmp_path: Path) -> None:
    preview = read_replies(write_json(tmp_path / "combos", BEEFTEXT))
    assert preview.format is Format.BEEFTEXT
    assert preview.drafts == (
        Draft("Greeting", ("Hi {Name}, see you",), "Shop", "hi", row=1),
        Draft("bye", ("see you Hi {Name},",), "", "bye", row=2),
    )
    assert sorted(said(preview)) == [
        ("inactive", 3, ""), ("not_an_entry", 4, ""), ("part_missing", 1, ""), ("part_missing", 2, ""),
    ]  # fmt: skip


def test_beeftext_writes_out_combos_in_other_letters(tmp_path: Path) -> None:
    text = "#{upper:a}|#{lower:a}|#{trim:a}|#{combo:a}"
    combos = [{"keyword": "a", "snippet": " Ab "}, {"keyword": "b", "snippet": text}]
    preview = read_replies(write_json(tmp_path / "x", {"combos": combos}))
    assert preview.drafts[1].texts == ("AB | ab |Ab| Ab",)


def test_beeftext_without_headers(tmp_path: Path) -> None:
    rows = [
        ["hi", "Hello #{input:Name}, how can we help you today?", "Greeting"],
        ["ty", "Thank you so much!", "Thanks"],
    ]
    preview = read_replies(write_csv(tmp_path / "combos.csv", rows))
    assert preview.format is Format.BEEFTEXT
    assert [(d.title, d.shortcut, d.texts[0]) for d in preview.drafts] == [
        ("Greeting", "hi", "Hello {Name}, how can we help you today?"),
        ("Thanks", "ty", "Thank you so much!"),
    ]


@pytest.mark.parametrize("wrap", [lambda v: v, lambda v: {"payload": v}, lambda v: {"data": {"payload": v}}])
def test_chatwoot(tmp_path: Path, wrap: Callable[[object], object]) -> None:
    preview = read_replies(write_json(tmp_path / "x", wrap(CHATWOOT)))
    assert preview.format is Format.CHATWOOT
    assert preview.drafts == (
        Draft("hello", ("Hello {name}!",), shortcut="hello", row=1),
        Draft("ship", ("We ship today.",), shortcut="ship", row=2),
    )


def test_chatwoot_as_a_table(tmp_path: Path) -> None:
    rows = [["short_code", "content"], ["hello", "Hello {{contact.name}}!"]]
    preview = read_replies(write_csv(tmp_path / "x.csv", rows, delimiter=";"))
    assert (preview.format, preview.drafts[0].texts) == (Format.CHATWOOT, ("Hello {name}!",))


def test_zendesk(tmp_path: Path) -> None:
    preview = read_replies(write_json(tmp_path / "macros.json", ZENDESK))
    assert preview.format is Format.ZENDESK
    assert preview.drafts == (
        Draft("Address", ("Dear {name},\n\nsend it",), "Returns", row=1),
        Draft("Close", ("Bye",), personal=True, row=2),
    )
    assert said(preview) == [("no_text", 3, ""), ("inactive", 4, "")]


def test_zendesk_as_a_table(tmp_path: Path) -> None:
    rows = [["Title", "Active", "Comment"], ["Returns::EU::Address", "true", "Send it"], ["x", "false", "y"]]
    preview = read_replies(write_csv(tmp_path / "x.csv", rows))
    assert (preview.format, preview.drafts) == (
        Format.ZENDESK, (Draft("Address", ("Send it",), "Returns · EU", row=2),),
    )  # fmt: skip
    assert said(preview) == [("inactive", 3, "Active")]


def test_zammad(tmp_path: Path) -> None:
    preview = read_replies(write_csv(tmp_path / "x.csv", ZAMMAD, "utf-8"))
    assert preview.format is Format.ZAMMAD
    assert preview.drafts == (Draft("Versand", ("Hallo {name},\nheute & morgen",), tags=("ship", "delivery"), row=2),)
    assert said(preview) == [("inactive", 3, "active")]


def test_saved_replies(tmp_path: Path) -> None:
    preview = read_replies(write_json(tmp_path / "x", {"_embedded": {"saved-replies": SAVED}}))
    assert preview.format is Format.SAVED_REPLIES
    assert preview.drafts == (
        Draft("Refund", ("Hi {name|there},\n\ndone.",), row=1),
        Draft("Bye", ("Bye",), "Closing", row=2),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_sheet_with_known_words_in_its_headers(tmp_path: Path, encoding: str) -> None:
    rows = [["分类", "标题", "话术内容", "标签"], ["物流", "几时到", "一般{天数}天到，{客户}放心", "快递，时效"]]
    preview = read_replies(write_csv(tmp_path / "话术.csv", rows, encoding))
    assert preview.format is Format.SHEET
    assert not preview.needs_mapping
    assert preview.drafts == (Draft("几时到", ("一般{天数}天到，{nick}放心",), "物流", tags=("快递", "时效"), row=2),)


def test_questions_and_answers_are_titles_and_texts(tmp_path: Path) -> None:
    preview = read_replies(write_csv(tmp_path / "x.csv", [["问", "答"], ["可以退吗", "七天内都可以"]], "utf-8"))
    assert [(draft.title, draft.texts) for draft in preview.drafts] == [("可以退吗", ("七天内都可以",))]


def test_a_sheet_that_nobody_knows_is_guessed_and_can_be_mapped(tmp_path: Path) -> None:
    rows = [["A", "B", "C"], ["a1", "您好，请问有什么可以帮到您的吗，我一直都在的哦", "招呼"],
            ["a2", "今天下午四点之前付款的订单都是当天发出的呢，请放心", "发货"]]  # fmt: skip
    path = write_xlsx(tmp_path / "x.xlsx", ("Sheet1", rows))
    preview = read_replies(path)
    assert (preview.format, preview.headers) == (Format.SHEET, ("A", "B", "C"))
    assert preview.columns == {"text": 1, "shortcut": 0, "title": 2}
    assert [draft.title for draft in preview.drafts] == ["招呼", "发货"]
    assert preview.sample[0][0] == "a1"
    mapped = read_replies(path, mapping={"text": 1, "group": 2, "nothing": 0, "title": 99})
    assert [(d.group, d.shortcut, d.title) for d in mapped.drafts] == [
        ("招呼", "", "您好，请问有什么可以帮到您的吗，我一直都在的哦"),
        ("发货", "", "今天下午四点之前付款的订单都是当天发出的呢，请放"),
    ]


def test_a_sheet_without_a_text_asks_for_one(tmp_path: Path) -> None:
    preview = read_replies(write_csv(tmp_path / "x.csv", [["一", "二"], ["1", "2"]]))
    assert preview.needs_mapping
    assert preview.drafts == ()


def test_further_sheets_of_the_same_make_are_read_along_and_are_groups(tmp_path: Path) -> None:
    rows = [["标题", "内容"], ["问候", "您好呀"]]
    other = [["标题", "内容"], ["再见", "慢走哦"]]
    preview = read_replies(write_xlsx(tmp_path / "x.xlsx", ("售前", rows), ("售后", other), ("说明", [["请勿删除"]])))
    assert [(draft.group, draft.title) for draft in preview.drafts] == [("售前", "问候"), ("售后", "再见")]


def test_a_group_that_stands_once_above_its_rows_is_that_of_all(tmp_path: Path) -> None:
    rows = [["分组", "标题", "内容"], ["售前", "一", "一一"], ["", "二", "二二"], ["", "三", "三三"]]
    rows += [["售后", "四", "四四"], ["", "五", "五五"]]
    preview = read_replies(write_xlsx(tmp_path / "x.xlsx", ("Sheet1", rows)))
    assert [draft.group for draft in preview.drafts] == ["售前", "售前", "售前", "售后", "售后"]
    rows[2][0] = rows[3][0] = "售前"
    preview = read_replies(write_xlsx(tmp_path / "x.xlsx", ("Sheet1", rows)))
    assert [draft.group for draft in preview.drafts] == ["售前", "售前", "售前", "售后", ""]


def test_days_are_read_as_spreadsheets_write_them(tmp_path: Path) -> None:
    rows = [["标题", "内容", "开始日期", "截止日期"], ["一", "一一", "2026/1/5", "2026-02-01 00:00:00"],
            ["二", "二二", "明天", "2026-13-01"], ["三", "三三", "2026-02-01", "2026-01-01"]]  # fmt: skip
    preview = read_replies(write_csv(tmp_path / "x.csv", rows))
    assert [(draft.valid_from, draft.valid_until) for draft in preview.drafts] == [
        ("2026-01-05", "2026-02-01"), ("", ""), ("2026-02-01", ""),
    ]  # fmt: skip
    assert said(preview) == [
        ("unknown_day", 3, "开始日期"), ("unknown_day", 3, "截止日期"), ("unknown_day", 4, "截止日期"),
    ]  # fmt: skip


def test_further_columns_of_texts_are_wordings(tmp_path: Path) -> None:
    rows = [["标题", "内容", "内容2", "内容 3"], ["问候", "在的", "您好", ""], ["问候", "我在", "", ""]]
    preview = read_replies(write_csv(tmp_path / "x.csv", rows))
    assert [draft.texts for draft in preview.drafts] == [("在的", "您好", "我在")]


# --- what is wrong ---


def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafting, "LONGEST", 10)
    monkeypatch.setattr(drafting, "MOST_PROBLEMS", 3)
    rows = [["标题", "内容", "语言"], ["长", "长" * 11, ""], ["坏", "坏\ufffd字", ""], ["法", "bonjour", "fr"],
            ["空", "", ""], ["空", " ", ""]]  # fmt: skip
    preview = read_replies(write_csv(tmp_path / "x.csv", rows))
    assert said(preview) == [
        ("text_too_long", 2, "内容"), ("unreadable_text", 3, "内容"), ("unknown_language", 4, "语言"),
        ("more_problems", 0, ""),
    ]  # fmt: skip
    assert preview.problems[-1].data == {"count": 2}
    assert [draft.title for draft in preview.drafts] == ["坏", "法"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"\xef\xbb\xbf\r\n", "file_empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "file_unknown"),
        (b"PK\x03\x04" + bytes(50), "file_damaged"),
        (b'{"a": [1, 2', "file_broken"),
        (b'[{"short_code": "a",}]', "file_broken"),
        (b"[" * 100_000, "file_broken"),
        (b'{"people": []}', "file_unknown"),
        (b'[1, "two", null]', "file_unknown"),
        (b"matches:\n  - trigger: 'a\n    replace: b\n", "file_broken"),
        (b"matches:\n  - &a [*a]\n", "aliases_in_file"),
        (b"matches:\n  - &a {trigger: x, replace: y}\n  - *a\n", "aliases_in_file"),
        (b"matches: !!python/object/apply:os.system ['true']\n", "file_broken"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    assert code_of(path) == code


PROSE = "这不是表格\n只是一个文本文件，改了名字\n你好，这里什么都没有\n".encode()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("x.xlsx", PROSE, "not_a_workbook"),
        ("x.XLS", b"<html><table><tr><td>a</td></tr></table></html>", "not_a_workbook"),
        ("x.et", b"x", "not_a_workbook"),
        ("x.csv", b"%PDF-1.4\nhello there, this is a page\n", "file_unknown"),
        ("x.txt", b"<!DOCTYPE html>\n<p>hello there, this is a page</p>\n", "file_unknown"),
        ("x.yml", b"toggle_key: OFF\nsearch_shortcut: ALT+SPACE\n", "file_unknown"),
        ("x.yaml", b'trigger: ":a"\n  replace: "b"\n', "file_broken"),
        ("x.json", b"null", "file_unknown"),
        ("x.json", b"these are words of a person\n", "file_broken"),
    ],
)
def test_a_text_that_calls_itself_something_else_is_no_table(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert code_of(path) == code


@pytest.mark.parametrize("name", ["x.xlsx", "x.yml", "x.json", "x.pdf"])
def test_a_table_with_known_headers_is_one_by_any_name(tmp_path: Path, name: str) -> None:
    assert read_replies(write_csv(tmp_path / name, QIANNIU, "gb18030")).format is Format.QIANNIU


def test_lines_of_text_are_a_table_of_one_column(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(PROSE)
    assert len(read_replies(path).drafts) == 3


def test_a_workbook_that_unpacks_to_too_much_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_xlsx(tmp_path / "x.xlsx", ("Sheet1", QIANNIU))
    monkeypatch.setattr(reading, "MOST_UNPACKED", 100)
    assert code_of(path) == "file_too_big"


def test_rows_that_an_open_quotation_mark_took_in_are_told(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    rows = ["分组,快捷编码,快捷短语,是否加入团队", "售后,a,好的亲,是", '售后,th,"没有关,是', *["售后,a,可以退,是"] * 5]
    path.write_text("\n".join(rows), encoding="utf-8")
    preview = read_replies(path)
    assert [draft.texts for draft in preview.drafts] == [("好的亲",)]
    assert said(preview) == [("rows_swallowed", 3, "快捷短语")]


def test_a_pack_is_shared_and_not_brought_in(tmp_path: Path) -> None:
    path = tmp_path / "shop.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("pack.json", "{}")
    assert code_of(path) == "file_is_pack"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[\n{"short_code": "a",\n"content" "b"}]', (3, 11)),
        ("matches:\n  - trigger: a\n    replace: 'b\n\n", (3, 14)),  # where the quotation mark opens
        ("matches:\n  - trigger: a\n   replace: b\n", (3, 4)),
        ("matches:\n\t- trigger: a\n", (2, 1)),
    ],
)
def test_the_place_of_a_mistake_is_named(tmp_path: Path, text: str, place: tuple[int, int]) -> None:
    path = tmp_path / "x"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RegularsError) as caught:
        read_replies(path)
    assert (caught.value.code, caught.value.data["line"], caught.value.data["column"]) == ("file_broken", *place)


def test_what_is_not_there_or_too_big_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert code_of(tmp_path / "nothing.csv") == "file_missing"
    assert code_of(tmp_path) == "file_unreadable"
    path = write_json(tmp_path / "x", CHATWOOT)
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    assert code_of(path) == "file_too_big"
    monkeypatch.undo()
    monkeypatch.setattr(drafting, "MOST_REPLIES", 1)
    assert code_of(path) == "too_many_replies"


def test_a_large_table_is_read(tmp_path: Path) -> None:
    rows = [["标题", "快捷编码", "内容"], *([f"标题{n}", f"c{n}", f"第{n}条，亲放心"] for n in range(20_000))]
    preview = read_replies(write_csv(tmp_path / "x.csv", rows))
    assert len(preview.drafts) == 20_000


KEYS = [
    "combos", "groups", "macros", "actions", "short_code", "content", "name", "text", "title", "field", "value",
    "keyword", "snippet", "restriction", "category",
]  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=15,
)


@settings(max_examples=60, deadline=None)
@given(JSON)
def test_no_json_breaks_the_reading(tmp_path_factory: pytest.TempPathFactory, values: object) -> None:
    path = tmp_path_factory.mktemp("json") / "x"
    path.write_text(json.dumps(values), encoding="utf-8")
    try:
        preview = read_replies(path)
    except RegularsError:
        return
    assert {one.code for one in preview.problems} <= PROBLEM_CODES
