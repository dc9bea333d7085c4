"""The Chinese translation is complete and fits the texts in the code.

`python3 dev.py translate` brings the file up to date; what is then still unfinished is for a person.
"""

from __future__ import annotations

import ast
import re
import shutil
import string
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import dev

TRANSLATION = dev.TRANSLATIONS / "regulars_zh_CN.ts"
SOURCES = sorted((dev.ROOT / "desktop").rglob("*.py"))


@dataclass(frozen=True)
class Message:
    """One text of a translation file: where it belongs, its source, its translation (one per plural form)."""

    context: str
    source: str
    comment: str
    forms: tuple[str, ...]
    state: str

    @property
    def key(self) -> tuple[str, str, str]:
        return self.context, self.source, self.comment

    def __str__(self) -> str:
        return f"{self.context}: {self.source!r} → {' | '.join(self.forms)!r}"


def read(path: Path) -> list[Message]:
    return [
        message(context.findtext("name", ""), element)
        for context in ET.parse(path).iter("context")  # noqa: S314 - a file of our own
        for element in context.iter("message")
    ]


def message(context: str, element: ET.Element) -> Message:
    translation = element.find("translation")
    assert translation is not None
    numbered = [form.text or "" for form in translation.iter("numerusform")]
    return Message(
        context=context,
        source=element.findtext("source", ""),
        comment=element.findtext("comment", ""),
        forms=tuple(numbered) or (translation.text or "",),
        state=translation.get("type", "finished"),
    )


def listed(title: str, problems: list[str]) -> str:
    return f"{title} ({len(problems)}):\n  " + "\n  ".join(problems)


@pytest.fixture(scope="module")
def messages() -> list[Message]:
    return read(TRANSLATION)


def test_every_text_is_translated(messages: list[Message]) -> None:
    open_ones = [f"[{m.state}] {m}" for m in messages if m.state != "finished" or not all(m.forms)]
    assert not open_ones, listed("not translated", open_ones)


def test_no_text_is_there_twice(messages: list[Message]) -> None:
    twice = [str(key) for key, times in Counter(m.key for m in messages).items() if times > 1]
    assert not twice, listed("there twice", twice)


def test_the_file_has_exactly_the_texts_of_the_code(messages: list[Message], tmp_path: Path) -> None:
    copy = tmp_path / TRANSLATION.name
    shutil.copyfile(TRANSLATION, copy)
    subprocess.run(dev.extraction(copy), cwd=dev.ROOT, check=True, capture_output=True)
    stored, extracted = {m.key for m in messages}, {m.key for m in read(copy)}
    missing = [repr(key) for key in sorted(extracted - stored)]
    left_over = [repr(key) for key in sorted(stored - extracted)]
    assert not missing, listed("in the code, not in the file; run `dev.py translate`", missing)
    assert not left_over, listed("in the file, no longer in the code; run `dev.py translate`", left_over)


# --- placeholders ------------------------------------------------------------------------------------

_PERCENT = re.compile(r"%(?:n|L?\d+)")


def placeholders(text: str) -> Counter[str]:
    """What is filled in later: `{name}` with its format (not `{{`), and Qt's %1 and %n.

    A text whose braces make no format (it speaks of `{nick|亲}` itself) has the braces' raw content compared.
    """
    try:
        fields = [
            f"{{{name}{'!' + conversion if conversion else ''}{':' + form if form else ''}}}"
            for _, name, form, conversion in string.Formatter().parse(text)
            if name is not None
        ]
    except ValueError:
        fields = re.findall(r"[{}]", text)
    return Counter(fields + _PERCENT.findall(text))


def test_placeholders_are_those_of_the_source(messages: list[Message]) -> None:
    different = [str(m) for m in messages for form in m.forms if form and placeholders(form) != placeholders(m.source)]
    assert not different, listed("placeholders differ", different)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{count} members", {"{count}": 1}),
        ("{count:,} of {count:,}", {"{count:,}": 2}),
        ("%1 of %n", {"%1": 1, "%n": 1}),
        ("100 % {{literal}}", {}),
        ("a lone } brace", {"}": 1}),
    ],
)
def test_what_counts_as_a_placeholder(text: str, expected: dict[str, int]) -> None:
    assert placeholders(text) == expected


# --- texts in the code -------------------------------------------------------------------------------

TEXT_AT = {
    "tr": 0,
    "translate": 1,
    "QT_TR_NOOP": 0,
    "QT_TRANSLATE_NOOP": 1,
    "QT_TRANSLATE_N_NOOP": 1,
}  # position of the text among the arguments; a context comes before it
TRANSLATORS = {"QCoreApplication", "QApplication", "translation"}


def untranslatable(code: str) -> list[tuple[int, str]]:
    """Line and reason of every call whose text can never match the translation file.

    Only literals are extracted. `translate` may also be given a variable, for texts that were marked
    with QT_TRANSLATE_NOOP where they are listed; a text put together on the spot never matches.
    """
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    return [(call.lineno, reason) for call in calls if (reason := _fault(call))]


def literal_texts(code: str) -> set[str]:
    """The texts that calls in this code want translated."""
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    wanted = [call.args[at] for call in calls if (at := TEXT_AT.get(_name(call))) is not None and len(call.args) > at]
    return {ast.literal_eval(text) for text in wanted if _is_literal(text)}


def _name(call: ast.Call) -> str:
    """The called name; empty for a `translate` of something else, such as a painter or a str."""
    if not isinstance(call.func, ast.Attribute):
        return str(getattr(call.func, "id", ""))
    is_foreign = call.func.attr == "translate" and getattr(call.func.value, "id", "") not in TRANSLATORS
    return "" if is_foreign else call.func.attr


def _fault(call: ast.Call) -> str:
    name = _name(call)
    position = TEXT_AT.get(name)
    if position is None or len(call.args) <= position:
        return ""
    text, contexts = call.args[position], call.args[:position]
    if isinstance(text, ast.JoinedStr):
        return f"f-string in {name}"
    if not _is_literal(text):
        return "" if name == "translate" and _may_be_marked(text) else f"text of {name} is not a literal"
    if not all(_is_literal(context) for context in contexts):
        return f"context of {name} is not a literal"
    return ""


def _may_be_marked(text: ast.expr) -> bool:
    """Whether a text is only looked up here, so that it can have been marked where it is listed."""
    if isinstance(text, ast.IfExp):
        return _may_be_marked(text.body) and _may_be_marked(text.orelse)
    if isinstance(text, ast.Call):
        return _name(text) in {"get", "QT_TRANSLATE_NOOP"}
    return isinstance(text, ast.Name | ast.Attribute | ast.Subscript)


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(dev.ROOT).as_posix())
def test_every_text_in_the_code_can_be_extracted(path: Path) -> None:
    assert untranslatable(path.read_text(encoding="utf-8")) == []


def test_no_text_in_the_code_was_overlooked(messages: list[Message]) -> None:
    """Qt's extraction reads Python by rules of its own; a way of writing it does not know would go unnoticed."""
    known = {m.source for m in messages}
    overlooked = [
        f"{path.relative_to(dev.ROOT).as_posix()}: {text!r}"
        for path in SOURCES
        for text in sorted(literal_texts(path.read_text(encoding="utf-8")) - known)
    ]
    assert not overlooked, listed("in the code, not in the file; write it plainly, then `dev.py translate`", overlooked)


@pytest.mark.parametrize(
    ("code", "reasons"),
    [
        ("self.tr('text')", []),
        ("self.tr('one ' 'text')", []),
        ("self.tr(f'{n} texts')", ["f-string in tr"]),
        ("self.tr('text {}'.format(n))", ["text of tr is not a literal"]),
        ("self.tr('text').format(n=n)", []),
        ("self.tr('a' + b)", ["text of tr is not a literal"]),
        ("self.tr(text)", ["text of tr is not a literal"]),
        ("translate('Context', 'text')", []),
        ("translate('Context', TEXTS[code])", []),
        ("translate(CONTEXT, QT_TRANSLATE_NOOP('Context', 'text'))", []),
        ("translate('Context', 'a' if b else 'c')", ["text of translate is not a literal"]),
        ("translate(CONTEXT, 'text')", ["context of translate is not a literal"]),
        ("translate('Context', f'{n} texts')", ["f-string in translate"]),
        ("QCoreApplication.translate('Context', 'a %d' % n)", ["text of translate is not a literal"]),
        ("QT_TRANSLATE_NOOP('Context', text)", ["text of QT_TRANSLATE_NOOP is not a literal"]),
        ("translate(CONTEXT, TEXTS.get(code, code))", []),
        ("translate(CONTEXT, ONE if single else MANY)", []),
        ("translate(CONTEXT, ONE if single else 'many')", ["text of translate is not a literal"]),
        ("'abc'.translate(table)", []),
        ("painter.translate(0, -bar.value())", []),
    ],
)
def test_what_can_be_extracted(code: str, reasons: list[str]) -> None:
    assert [reason for _, reason in untranslatable(code)] == reasons
