"""Every code of local_db has one sentence, and every sentence finds the facts it names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from desktop import wording, wording_tables
from local_db import shop_file, whole_files
from local_db.campaigns.model import StepCode
from local_db.errors import PrepareError, RegularsError, ReplyError, ShopFileError, TreeError
from local_db.importing.model import PROBLEM_CODES, REFUSAL_CODES, STATUSES, Problem
from local_db.phones import PhoneKind
from local_db.segments.starters import CATEGORY, GROUPS, WORD

ROOT = Path(__file__).resolve().parents[2]
CLASSES = {kind.__name__: kind for kind in wording_tables.ERRORS}
# Raised with a code that is worked out: where the words come from.
WORKED_OUT = {
    ShopFileError: {*shop_file._SQLITE_CODES.values(), *shop_file._OS_CODES.values()},
    TreeError: {"wrong_op", "wrong_value"},
    PrepareError: {*whole_files._OS_CODES.values(), "file_in_use"},
    ReplyError: {f"pack_place_{how}" for how in ("full", "missing", "read_only", "gone")},
}


def raised() -> Iterator[tuple[type[RegularsError], str, set[str] | None]]:
    """Each error raised in local_db and desktop: class, code, names of its facts (None: not to be seen)."""
    for folder in ("local_db", "desktop"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CLASSES and node.args:
                    names = {word.arg for word in node.keywords}
                    facts = None if None in names else {name for name in names if name}
                    for code in literals(node.args[0]):
                        yield CLASSES[node.func.id], code, facts  # type: ignore[attr-defined]


def literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


RAISED = list(raised())


def test_the_search_for_codes_finds_them() -> None:
    assert len(RAISED) > 60


def called(value: object) -> str:
    """The same in every process, so that tests can be shared out to several."""
    return str(sorted(value)) if isinstance(value, set) else getattr(value, "__name__", str(value))


@pytest.mark.parametrize(("kind", "code", "facts"), RAISED, ids=called)
def test_every_raised_code_has_a_sentence_with_its_facts(
    kind: type[RegularsError], code: str, facts: set[str] | None
) -> None:
    named = placeholders(wording_tables.ERRORS[kind][code])
    assert facts is None or named <= facts


def test_codes_that_are_worked_out_have_sentences() -> None:
    for kind, codes in WORKED_OUT.items():
        assert codes <= set(wording_tables.ERRORS[kind])


def test_import_problems_refusals_and_statuses_have_words() -> None:
    assert set(wording_tables.PROBLEMS) == set(PROBLEM_CODES)
    assert set(STATUSES) == set(wording_tables.STATUSES)
    assert set(wording_tables.PHONES) == set(PhoneKind)
    assert set(wording_tables.STEPS) == set(StepCode)
    assert set(wording_tables.STARTER_GROUPS) == set(GROUPS)
    assert set(wording_tables.STARTER_LACKS) == {WORD, CATEGORY}
    refused = set(wording_tables.ERRORS[CLASSES["ImportRefused"]])
    assert set(REFUSAL_CODES) <= refused


def test_backups_are_spoken_of_where_there_are_any(tmp_path: Path) -> None:
    path = tmp_path / "shop.regulars"
    failure = ShopFileError("damaged_file", path=str(path))
    assert "holds backups" not in wording.error(failure)
    folder = tmp_path / "shop.regulars.backups"
    folder.mkdir()
    (folder / "20261122T110000000000Z.regulars").touch()
    assert str(folder) in wording.error(failure)


def test_numbers_in_sentences_are_separated_by_thousands() -> None:
    assert "12,345" in wording.problem(Problem(0, "", "more_problems", {"count": 12345}))


def test_a_refused_text_says_why() -> None:
    failure = PrepareError("template_problem", problem="missing_opt_out", position=0)
    assert "拒收请回复R" in wording.error(failure)


def test_an_unfilled_variable_is_named_in_braces() -> None:
    text = wording.error(PrepareError("unfilled_variable", variable="nick", count=3))
    assert "{nick}" in text
    assert "{nick|" in text


def test_the_line_of_a_problem_says_where_it_is() -> None:
    lines = {
        wording.problem_line(Problem(12345, "Paid", "bad_money")): "row 12,345, Paid: not an amount",
        wording.problem_line(Problem(3, "", "extra_cells")): "row 3: more cells",
        wording.problem_line(Problem(3, "Paid", "bad_money", {}, "May")): "May, row 3, Paid: not an amount",
        wording.problem_line(Problem(0, "Phone", "missing_column")): "files of this kind usually have a column Phone",
        wording.problem_line(Problem(0, "", "sheet_left_out", {"sheet": "Old"})): "the sheet Old was not read",
    }
    assert [line[: len(start)] for line, start in lines.items()] == list(lines.values())
