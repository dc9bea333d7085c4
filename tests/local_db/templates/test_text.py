import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.errors import TemplateError
from local_db.templates.text import Literal, Variable, parse, scan, variable_names


@pytest.mark.parametrize(
    ("body", "pieces"),
    [
        ("", ()),
        ("hello", (Literal("hello"),)),
        ("{nick}", (Variable("nick", None, None, 0, 6),)),
        ("{nick|亲}", (Variable("nick", "亲", None, 0, 8),)),
        ("{nick|}", (Variable("nick", "", None, 0, 7),)),
        ("{nick|亲|6}", (Variable("nick", "亲", 6, 0, 10),)),
        ("{nick||6}", (Variable("nick", "", 6, 0, 9),)),
        ("{ nick |亲}", (Variable("nick", "亲", None, 0, 10),)),
        ("{nick｜亲}", (Variable("nick", "亲", None, 0, 8),)),
        ("a{nick}b", (Literal("a"), Variable("nick", None, None, 1, 6), Literal("b"))),
        ("{{nick}}", (Literal("{nick}"),)),
        ("{{{nick}}}", (Literal("{"), Variable("nick", None, None, 2, 6), Literal("}"))),
    ],
)
def test_a_body_is_literals_and_variables(body, pieces):
    assert parse(body) == pieces


@pytest.mark.parametrize(
    ("body", "code", "position", "name"),
    [
        ("你好{nick", "unclosed_brace", 2, ""),
        ("{ni{nick}", "unclosed_brace", 0, ""),
        ("{nick\n}", "unclosed_brace", 0, ""),
        ("nick}", "stray_brace", 4, ""),
        ("ab{}", "empty_name", 2, ""),
        ("{ |亲}", "empty_name", 0, ""),
        ("{nik|亲}", "unknown_variable", 0, "nik"),
        ("{Nick}", "unknown_variable", 0, "Nick"),
        ("{nick|亲|}", "bad_limit", 0, "nick"),
        ("{nick|亲|0}", "bad_limit", 0, "nick"),
        ("{nick|亲|six}", "bad_limit", 0, "nick"),
        ("{nick|a|b|6}", "bad_limit", 0, "nick"),
    ],
)
def test_a_fault_has_a_code_and_a_place(body, code, position, name):
    with pytest.raises(TemplateError) as caught:
        parse(body)
    assert (caught.value.code, caught.value.data) == (code, {"position": position, "name": name})


def test_every_fault_is_found_in_one_scan():
    assert [fault.code for fault in scan("{nik} } {}").faults] == ["unknown_variable", "stray_brace", "empty_name"]


def test_the_names_a_body_uses():
    assert variable_names("{nick|亲}，{city|}的{nick}") == {"nick", "city"}


@given(st.text(alphabet="ab{}|亲\n ", max_size=30))
def test_any_text_scans_and_says_the_same_as_parse(body):
    scanned = scan(body)
    if scanned.faults:
        with pytest.raises(TemplateError):
            parse(body)
    else:
        assert parse(body) == scanned.pieces


@given(st.text(max_size=40))
def test_doubled_braces_give_every_text_back(words):
    written = words.replace("{", "{{").replace("}", "}}")
    assert "".join(piece.text for piece in parse(written)) == words
