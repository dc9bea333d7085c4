"""What leaves the shop of a script is complete, numbered, escaped, and safe to open."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from local_db.call_scripts import bundle
from local_db.call_scripts.bundle import BundleWords, export_bundle, in_order, parts
from local_db.call_scripts.codec import from_json
from local_db.call_scripts.model import Answer, AnswerKind, CallScript, Objection, Outcome, Step
from local_db.call_scripts.printed import PrintedWords
from local_db.call_scripts.starters import starters
from local_db.errors import DocumentError, PrepareError

PAGE = PrintedWords(
    "zh-CN", "开场", "任何一步", "常见异议", "回答", "接着", "标签", "提示", "结束", "约 {seconds} 秒", "最短", "最长",
    answer_words=lambda answer: answer.label or answer.kind.value,
    outcome_words=lambda outcome: outcome.value,
    variable_words=lambda name: f"[{name}]",
)  # fmt: skip
WORDS = BundleWords("序号", "步骤", "说法", "文件", "文字", "秒", "已录", "是", "否", "含变量", PAGE)
YES, REFUSE, SILENCE = AnswerKind.YES, AnswerKind.REFUSE, AnswerKind.SILENCE
SCRIPT = CallScript(
    opening="Hello!",
    steps=(
        Step("aside", "旁支", ("没人来",), (Answer(YES, "end"),)),
        Step("no", "拒绝", ("好的，再见。",), outcome=Outcome.REFUSED),
        Step("Hello!", "=开场", ("您好{nick|亲}", "喂？"), (Answer(YES, "你好"),), hint="慢\n一点"),
        Step("你好", "报价", ("<b>八折</b> & 包邮",), (Answer(YES, "end", "<好>", ("a&b",)), Answer(YES, "end"))),
        Step("end", "结束", ("再见",), outcome=Outcome.AGREED),
    ),
    objections=(Objection("太贵", "有券{{}}"), Objection("空", " ")),
    always=(Answer(REFUSE, "no"), Answer(SILENCE, "no")),
)
_OFFER = replace(SCRIPT.steps[3], answers=SCRIPT.steps[3].answers[:1])  # without an answer twice
SOUND = replace(SCRIPT, steps=(*SCRIPT.steps[:3], _OFFER, SCRIPT.steps[4]))


class Page(HTMLParser):
    """Texts, targets and tags of a page, and whether every tag is closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.add(value or "")
            if name == "href":
                self.links.add((value or "").removeprefix("#"))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_parts_are_numbered_as_the_call_goes() -> None:
    assert [step.key for step in in_order(SCRIPT)] == ["Hello!", "你好", "end", "no", "aside"]
    assert [(part.step, part.wording, part.file_name, part.variables) for part in parts(SCRIPT)] == [
        ("Hello!", 0, "01_hello.wav", True),
        ("Hello!", 1, "02_hello_2.wav", False),
        ("你好", 0, "03_step.wav", False),
        ("end", 0, "04_end.wav", False),
        ("no", 0, "05_no.wav", False),
        ("aside", 0, "06_aside.wav", False),
        ("objection:1", 0, "07_objection_1.wav", False),
    ]
    assert all(part.seconds > 0 for part in parts(SCRIPT))


@pytest.mark.parametrize("key", ["a/b", "..", "con", "x" * 300, "a.wav", " ", "🙂", "A"])
def test_file_names_are_plain_and_never_alike(key: str) -> None:
    steps = tuple(Step(f"{key}{tail}", "", ("a", "b")) for tail in ("", ".", "。"))
    names = [part.file_name for part in parts(CallScript(key, steps))]
    assert len(set(names)) == len(names) == 6
    assert all(name.isascii() and name.count(".") == 1 and "/" not in name and len(name) < 40 for name in names)


def test_the_folder_holds_table_page_script_and_what_was_recorded(tmp_path: Path) -> None:
    folder = tmp_path / "回购"
    sounds = {("Hello!", 0): b"RIFF1", ("objection:1", 0): b"RIFF2", ("gone", 0): b"RIFF3"}
    written = export_bundle(SOUND, "回购", folder, sounds, WORDS)
    assert {path.name for path in written} == {path.name for path in folder.iterdir()}
    assert {path.name for path in written} == {
        "01_hello.wav", "07_objection_1.wav", "script.json", "table.csv", "script.html",
    }  # fmt: skip
    assert (folder / "01_hello.wav").read_bytes() == b"RIFF1"
    assert from_json((folder / "script.json").read_text(encoding="utf-8")) == SOUND
    titles, first, *rows = csv.reader(io.StringIO((folder / "table.csv").read_text(encoding="utf-8-sig")))
    assert titles == ["序号", "步骤", "说法", "文件", "文字", "秒", "已录", "含变量"]
    assert (first[:5], first[6:]) == (["1", "'=开场", "1", "01_hello.wav", "您好{nick|亲}"], ["是", "是"])
    assert [row[6] for row in rows] == ["否"] * 5 + ["是"]
    assert {path.name for path in tmp_path.iterdir()} == {"回购"}  # nothing unfinished


def test_the_page_says_everything_and_runs_nothing() -> None:
    text = bundle.page(SCRIPT, "</title><script>alert(1)</script>", in_order(SCRIPT), PAGE)
    page = Page(text)
    assert page.open == []
    assert not page.tags & {"script", "img", "link", "iframe", "b0"}
    said = "".join(page.texts)
    for words in (
        "</title><script>alert(1)</script>",
        "<b>八折</b> & 包邮",
        "<好>",
        "a&b",
        "常见异议",
        "任何一步",
        "有券{}",
    ):
        assert words in said, words
    assert "[nick]亲" in said
    assert "{nick" not in said
    assert "http" not in text.replace("http-equiv", "")
    assert page.links <= page.ids
    assert "慢<br>一点" in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_starter_becomes_a_bundle(language: str, tmp_path: Path) -> None:
    for starter in starters(language):
        export_bundle(starter.script, starter.name, tmp_path / starter.key, {}, WORDS)
        page = Page((tmp_path / starter.key / "script.html").read_text(encoding="utf-8"))
        assert page.open == []
        assert len(page.links) > 5
        assert page.links <= page.ids
        json.loads((tmp_path / starter.key / "script.json").read_text(encoding="utf-8"))


def test_nothing_is_written_of_a_script_with_faults_or_over_something(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="script_has_faults"):
        export_bundle(SCRIPT, "x", tmp_path / "x", {}, WORDS)
    (tmp_path / "x").mkdir()
    with pytest.raises(DocumentError, match="folder_taken"):
        export_bundle(SOUND, "x", tmp_path / "x", {}, WORDS)
    with pytest.raises(PrepareError, match="folder_missing"):
        export_bundle(SOUND, "x", tmp_path / "nowhere" / "x", {}, WORDS)
    assert list((tmp_path / "x").iterdir()) == []
    assert {path.name for path in tmp_path.iterdir()} == {"x"}


def test_a_failure_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from local_db.documents import folder

    def full(_file: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(folder.os, "fsync", full)
    with pytest.raises(PrepareError, match="disk_full"):
        export_bundle(SOUND, "x", tmp_path / "x", {}, WORDS)
    assert list(tmp_path.iterdir()) == []
