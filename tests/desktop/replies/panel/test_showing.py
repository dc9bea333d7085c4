"""A hit as a line: its text for the buyer, with marks where the words of the text are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.replies.panel.showing import Shown, shown, with_typed
from local_db.replies.fill import fill
from local_db.replies.model import Attachment, Reply, Wording
from local_db.replies.search.hit import Field, Hit, Mark
from local_db.replies.search.index import ReplyIndex

PARTS = {"尾": "祝您愉快"}


def line(text: str, typed: str = "", facts: dict[str, str] | None = None, **more: object) -> Shown:
    wording = Wording("w", text)
    reply = Reply("r", more.pop("title", "题"), (wording,), **more)  # type: ignore[arg-type]
    hits: tuple[Hit, ...] = ()
    if typed:
        hits = ReplyIndex([reply], {}, PARTS).search(typed, usage={}, today=date(2026, 11, 25).isoformat())
        assert hits
    filled = fill(text, facts or {}, PARTS)
    return shown(hits[0] if hits else Hit("r", 0.0), reply, wording, filled)


def marked(found: Shown) -> list[str]:
    return [found.text[span.start : span.end] for span in found.text_marks]


@pytest.mark.parametrize(
    ("text", "typed", "facts", "said", "marks"),
    [
        ("亲，运费险到账", "运费", {}, "亲，运费险到账", ["运费"]),
        ("{nick|亲}，运费险到账", "运费", {"nick": "小鱼干不干"}, "小鱼干不干，运费险到账", ["运费"]),
        ("发货{nick|亲}运费", "运费", {"nick": "小鱼"}, "发货小鱼运费", ["运费"]),
        ("运费，{>尾}。发货", "fahuo", {}, "运费，祝您愉快。发货", ["发货"]),
        ("运费，{>尾}。发货", "yukuai", {}, "运费，祝您愉快。发货", ["祝您愉快"]),  # something in the part
        ("两行\n运费", "yunfei", {}, "两行 运费", ["运费"]),
    ],
)
def test_marks_are_where_the_words_are(
    text: str, typed: str, facts: dict[str, str], said: str, marks: list[str]
) -> None:
    found = line(text, typed, facts)
    assert found.text == said
    assert "".join(marked(found)) == "".join(marks)


def test_a_match_far_into_a_text_is_in_sight() -> None:
    found = line("很长的开头" * 30 + "运费险" + "很长的结尾" * 30, "运费险")
    assert found.text.startswith("…")
    assert "".join(marked(found)) == "运费险"
    assert found.text_marks[0].start < 30


def test_no_latin_word_is_begun_in_its_middle() -> None:
    text = "If you would rather have something else, just cancel the order again and your refund is there at once"
    found = line(text, "refund")
    assert found.text.startswith("…")
    assert f" {found.text[1:]}" in text
    assert "".join(marked(found)) == "refund"


def test_what_is_not_filled_is_a_gap_and_a_badge() -> None:
    found = line("收件人：{收件人}，{nick|亲}")
    assert [found.text[gap.start : gap.end] for gap in found.gaps] == ["{收件人}"]
    assert found.badges[0].code == "unfilled"
    assert line("你好").badges == ()


def test_a_gap_is_called_by_its_name_for_people() -> None:
    wording = Wording("w", "单号{tracking_number}，运费")
    reply = Reply("r", "题", (wording,))
    mark = Mark(Field.TEXT, 0, wording.text.index("运费"), len(wording.text))
    found = shown(Hit("r", 0.0, (mark,)), reply, wording, fill(wording.text, {}, {}), called=lambda _: "运单号")
    assert found.text == found.marked == "单号{运单号}，运费"
    assert marked(found) == ["运费"]
    assert [found.text[gap.start : gap.end] for gap in found.gaps] == ["{运单号}"]


def test_a_fault_is_a_gap_too() -> None:
    found = line("{>没有这个}好")
    assert found.badges[0].code == "fault"
    assert [found.text[gap.start : gap.end] for gap in found.gaps] == ["{>没有这个}"]


@pytest.mark.parametrize(
    ("text", "types", "kind"),
    [
        ("见图", ["image/png"], "text_picture"),
        ("见文件", ["application/pdf"], "text_file"),
        ("", ["image/png"], "picture"),
        ("", ["application/pdf"], "file"),
    ],
)
def test_the_badge_says_what_a_reply_is_made_of(text: str, types: list[str], kind: str) -> None:
    found = line(text, attachments=tuple(Attachment(f"h{n}", "n", one) for n, one in enumerate(types)))
    assert [badge.code for badge in found.badges] == [kind]
    assert len(found.pictures) + len(found.files) == len(types)


def test_a_tag_that_matches_is_shown_with_its_marks() -> None:
    found = line("你好", "双12", tags=("老客", "双12"))
    assert [(badge.text, badge.marks[0].end) for badge in found.badges] == [("双12", 3)]


def test_what_matches_in_a_tag_is_marked_in_the_title_that_says_it_too() -> None:
    found = line("你好", "双12", title="双12怎么买", tags=("双12",))
    assert [found.title[span.start : span.end] for span in found.title_marks] == ["双12"]
    assert found.badges == ()


@given(st.text("ab{}|运费\n", max_size=40), st.integers(0, 40), st.integers(1, 5), st.text("xy", max_size=6))
def test_marks_never_lie_outside_and_never_on_other_words(text: str, start: int, length: int, nick: str) -> None:
    wording = Wording("w", text)
    reply = Reply("r", "题", (wording,))
    mark = Mark(Field.TEXT, 0, min(start, len(text)), min(start + length, len(text)))
    found = shown(Hit("r", 0.0, (mark,)), reply, wording, fill(text, {"a": nick}, {"b": "z"}))
    for span in found.text_marks:
        assert 0 <= span.start < span.end <= len(found.text)
        said = found.text[span.start : span.end].replace("…", "")
        assert said in text[mark.start : mark.end].replace("\n", " ") or "{{" in text or "}}" in text


def test_blanks_typed_in_are_no_facts() -> None:
    assert with_typed({"a": "1"}, {"a": "  ", "b": "2"}) == {"a": "1", "b": "2"}
