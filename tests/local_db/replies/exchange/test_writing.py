"""What is written for another program is read back as it was, as far as that program can hold it; the rest is told."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from local_db.errors import RegularsError
from local_db.importing.readers import open_sources
from local_db.replies.exchange import pack_place
from local_db.replies.exchange.model import WAYS, Format, Kind
from local_db.replies.exchange.reading import read_replies
from local_db.replies.exchange.writing import write_replies
from local_db.replies.library import Library
from local_db.replies.model import Attachment, Group, Reply, Scope, Wording

GROUPS = (Group("g1", "售前"), Group("g2", "我的", Scope.PERSONAL))
REPLIES = (
    Reply(
        "r1", "打招呼", (Wording("w1", "{nick|亲}，在的\n请讲"), Wording("w2", "您好")), "g1", "hi", ("常用", "招呼")
    ),
    Reply("r2", "查快递", (Wording("w3", "单号{tracking_number}，<b>放心</b> & 耐心。{>结尾}"),), "g2", "kd"),
    Reply("r3", "=减法", (Wording("w4", "-5元{{优惠}}"),), attachments=(Attachment("00", "a.png", "image/png"),)),
    Reply("r4", "结尾", (Wording("w5", "祝{name|您}开心"),), fragment=True, language="zh", platforms=("taobao", "jd")),
)
# What only a table of ours tells apart or holds.
OURS_ALONE = (
    Reply("s1", "同名", (Wording("x1", "第一个"),), valid_from="2026-11-01", valid_until="2026-11-11", pinned=True),
    Reply("s2", "同名", (Wording("x2", "第二个"),)),
    Reply("s3", "N/A", (Wording("x3", "没有了"),), shortcut="无"),
)
LIBRARY = Library(REPLIES, GROUPS)
EVERY = [(of, kind) for of, ways in WAYS.items() for kind in ways.kinds]


@pytest.mark.parametrize("kind", WAYS[Format.SHEET].kinds)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_table_of_ours_comes_back_whole(tmp_path: Path, kind: Kind, language: str) -> None:
    path = tmp_path / "all"
    library = Library((*REPLIES, *OURS_ALONE), GROUPS)
    written = write_replies(path, library, Format.SHEET, kind, language=language)
    assert (written.count, written.wordings_left_out, written.flattened, written.left_open) == (7, 0, (), ())
    assert written.fields_left_out == ()
    preview = read_replies(path)
    assert preview.problems == ()
    names = {group.uid: group.name for group in GROUPS} | {"": ""}
    assert [
        (d.title, d.texts, d.group, d.shortcut, d.tags, d.language, d.platforms, d.personal, d.fragment, d.valid_from,
         d.valid_until, d.pinned)
        for d in preview.drafts
    ] == [
        (r.title, tuple(w.text for w in r.wordings), names[r.group], r.shortcut, r.tags, r.language, r.platforms,
         r.group == "g2", r.fragment, r.valid_from, r.valid_until, r.pinned)
        for r in library.replies
    ]  # fmt: skip


@pytest.mark.parametrize(("of", "kind"), [one for one in EVERY if one[0] is not Format.SHEET])
def test_every_format_is_recognised_again(tmp_path: Path, of: Format, kind: Kind) -> None:
    path = tmp_path / "file"
    written = write_replies(path, LIBRARY, of, kind)
    preview = read_replies(path)
    assert preview.format is of
    assert preview.problems == ()
    assert written.count == len(preview.drafts) == 3
    assert written.attachments_left_out == 1
    assert written.wordings_left_out == (0 if of is Format.ESPANSO else 1)
    asks = of in {Format.ESPANSO, Format.BEEFTEXT}  # programs that can ask for any variable
    keeps = of in {Format.ESPANSO, Format.ZENDESK, Format.SAVED_REPLIES}  # and fallbacks
    name = "{name|您}" if keeps else "您" if of is Format.QIANNIU else "{name}"
    bold = "放心" if of in {Format.QIANNIU, Format.CHATWOOT, Format.ZENDESK} else "<b>放心</b>"  # which is a tag there
    assert [draft.texts[0] for draft in preview.drafts] == [
        ("{nick|亲}" if of is Format.ESPANSO else "{nick}" if asks else "亲") + "，在的\n请讲",
        f"单号{{tracking_number}}，{bold} & 耐心。祝{name}开心",
        "-5元{优惠}",
    ]
    titles = {Format.CHATWOOT: "hi", Format.QIANNIU: "在的"}
    assert preview.drafts[0].title == titles.get(of, "打招呼")


def test_what_another_program_cannot_hold_is_told(tmp_path: Path) -> None:
    written = write_replies(tmp_path / "x", LIBRARY, Format.CHATWOOT)
    assert (written.flattened, written.left_open) == (("nick",), ("tracking_number",))
    assert json.loads((tmp_path / "x").read_text(encoding="utf-8"))[1]["content"].endswith(
        "耐心。祝{{contact.name}}开心"
    )


@pytest.mark.parametrize(
    ("of", "kind", "lost"),
    [
        (Format.QIANNIU, Kind.XLSX, {"title", "tags", "validity", "pinned"}),
        (Format.ESPANSO, Kind.YAML, {"group", "personal", "validity", "pinned"}),
        (Format.BEEFTEXT, Kind.JSON, {"personal", "tags", "validity", "pinned"}),
        (Format.BEEFTEXT, Kind.CSV, {"group", "personal", "tags", "validity", "pinned"}),
        (Format.CHATWOOT, Kind.JSON, {"title", "group", "personal", "tags", "validity", "pinned"}),
        (Format.ZENDESK, Kind.JSON, {"shortcut", "personal", "tags", "validity", "pinned"}),
        (Format.ZAMMAD, Kind.CSV, {"group", "personal", "validity", "pinned"}),
        (Format.SAVED_REPLIES, Kind.CSV, {"shortcut", "group", "personal", "tags", "validity", "pinned"}),
    ],
)
def test_what_a_format_has_no_place_for_is_told(tmp_path: Path, of: Format, kind: Kind, lost: set[str]) -> None:
    written = write_replies(tmp_path / "x", Library((*REPLIES, *OURS_ALONE), GROUPS), of, kind)
    assert set(written.fields_left_out) == lost
    assert write_replies(tmp_path / "y", Library(), of, kind).fields_left_out == ()


def test_combos_with_one_keyword_are_combos_still(tmp_path: Path) -> None:
    same = tuple(Reply(f"r{n}", "同名", (Wording(f"w{n}", f"第{n}个，{{nick}}"),)) for n in range(2))
    write_replies(tmp_path / "x", Library(same), Format.BEEFTEXT, Kind.CSV)
    preview = read_replies(tmp_path / "x")
    assert (preview.format, preview.drafts[0].texts) == (Format.BEEFTEXT, ("第0个，{nick}", "第1个，{nick}"))


def test_codes_are_unique_where_they_must_be(tmp_path: Path) -> None:
    twice = Library((REPLIES[0], replace(REPLIES[0], uid="r9", shortcut="/hi")))
    write_replies(tmp_path / "x", twice, Format.CHATWOOT)
    assert [one["short_code"] for one in json.loads((tmp_path / "x").read_text(encoding="utf-8"))] == ["hi", "hi_2"]


def test_espanso_gets_a_form_with_defaults(tmp_path: Path) -> None:
    write_replies(tmp_path / "x.yml", LIBRARY, Format.ESPANSO)
    matches = yaml.safe_load((tmp_path / "x.yml").read_text(encoding="utf-8"))["matches"]
    assert matches[0] == {
        "trigger": "hi", "form": "[[nick]]，在的\n请讲", "label": "打招呼", "form_fields": {"nick": {"default": "亲"}},
        "search_terms": ["常用", "招呼"],
    }  # fmt: skip
    assert matches[1] == {"trigger": "hi", "replace": "您好", "label": "打招呼", "search_terms": ["常用", "招呼"]}


def test_beeftext_gets_what_it_insists_on(tmp_path: Path) -> None:
    write_replies(tmp_path / "x.json", LIBRARY, Format.BEEFTEXT)
    values = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    assert values["fileFormatVersion"] <= 8
    groups = {group["uuid"] for group in values["groups"]}
    for combo in values["combos"]:
        assert combo["keyword"]
        assert combo["snippet"]
        assert combo["creationDateTime"]
        assert combo.get("group", next(iter(groups))) in groups


@pytest.mark.parametrize(("of", "kind"), [one for one in EVERY if one[1] not in {Kind.JSON, Kind.YAML}])
def test_no_cell_is_a_formula(tmp_path: Path, of: Format, kind: Kind) -> None:
    risky = Reply("r", "=1+1", (Wording("w", "@SUM(A1)"),), shortcut="+x", tags=("-y",))
    path = tmp_path / "x"
    write_replies(path, Library((risky,), ()), of, kind)
    for source in open_sources(path):
        for row in source.head():
            assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)
    (draft,) = read_replies(path).drafts
    assert draft.texts == ("@SUM(A1)",)


def test_a_file_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"before")

    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(pack_place.Unfinished, "finish", fail)
    with pytest.raises(RegularsError, match="file_unwritable"):
        write_replies(path, LIBRARY, Format.QIANNIU, Kind.CSV)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("x.csv", b"before")]
    with pytest.raises(RegularsError, match="file_unwritable"):
        write_replies(tmp_path / "no" / "x.csv", LIBRARY, Format.QIANNIU)


def test_a_kind_that_a_format_has_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegularsError, match="kind_unknown"):
        write_replies(tmp_path / "x", LIBRARY, Format.ESPANSO, Kind.CSV)


WITH_HEADERS = [one for one in EVERY if one != (Format.BEEFTEXT, Kind.CSV)]
WORDS = st.text(alphabet="亲a1 =-+'\"<>&,;\n", min_size=1, max_size=12).filter(lambda text: text.strip())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4), st.sampled_from(WITH_HEADERS))
def test_any_words_come_back(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[str, str]], how: tuple[Format, Kind]
) -> None:
    of, kind = how
    replies = tuple(
        Reply(f"r{n}", f"标题{n}" + " ".join(title.split()), (Wording(f"w{n}", text.strip()),), shortcut=f"s{n}")
        for n, (title, text) in enumerate(said)
    )
    path = tmp_path_factory.mktemp("out") / "x"
    write_replies(path, Library(replies), of, kind)
    found = {text for draft in read_replies(path).drafts for text in draft.texts}
    for reply in replies:
        text = reply.wordings[0].text
        if WAYS[of].html:  # lines of HTML begin and end without blanks, and hold no two of them
            assert any(" ".join(one.split()) == " ".join(text.split()) for one in found)
        else:
            assert text in found


def test_a_gb18030_table_is_one(tmp_path: Path) -> None:
    write_replies(tmp_path / "x.csv", LIBRARY, Format.QIANNIU, Kind.CSV_GB18030)
    rows = list(csv.reader((tmp_path / "x.csv").read_bytes().decode("gb18030").splitlines()))
    assert rows[0] == ["分组", "快捷编码", "快捷短语", "是否加入团队"]
