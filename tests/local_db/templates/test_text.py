import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.templates.text import Literal, Scan, Variable, scan, token, variable_names, with_limit
from local_db.templates.variables import NAMES

BODY = st.lists(
    st.sampled_from(
        ["{nick}", "{nick:6}", "{nick|亲}", "{nick|亲|3}", "{city||9}", "{city：4}", "{orders|}", "{{", "}}", "你好:6"]
    )
    | st.text(alphabet="ab{}|：:亲6 ", max_size=6),
    max_size=8,
).map("".join)


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
        ("{nick:6}", (Variable("nick", None, 6, 0, 8),)),
        ("{nick：12}", (Variable("nick", None, 12, 0, 9),)),  # as Chinese keyboards type it
        ("{ nick : 6 }", (Variable("nick", None, 6, 0, 12),)),
        ("{nick|a:6}", (Variable("nick", "a:6", None, 0, 10),)),  # behind the bar a colon is a word's own
        ("{nick|:|6}", (Variable("nick", ":", 6, 0, 10),)),
        ("{nick|!|6}", (Variable("nick", "!", 6, 0, 10),)),
        ("{ nick |亲}", (Variable("nick", "亲", None, 0, 10),)),
        ("{nick｜亲}", (Variable("nick", "亲", None, 0, 8),)),
        ("a{nick}b", (Literal("a"), Variable("nick", None, None, 1, 6), Literal("b"))),
        ("{{nick}}", (Literal("{nick}"),)),
        ("{{{nick}}}", (Literal("{"), Variable("nick", None, None, 2, 6), Literal("}"))),
    ],
)
def test_a_body_is_literals_and_variables(body, pieces):
    assert scan(body) == Scan(pieces, ())


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
        ("{nick:}", "bad_limit", 0, "nick"),
        ("{nick:0}", "bad_limit", 0, "nick"),
        ("{nick:six}", "bad_limit", 0, "nick"),
        ("{nick:6:6}", "bad_limit", 0, "nick"),
        ("{nick:6|亲}", "bad_limit", 0, "nick"),  # needed, and what stands there instead: one of them is meant
        ("{nick:6||6}", "bad_limit", 0, "nick"),
        ("{nik:6}", "unknown_variable", 0, "nik"),
        ("{:6}", "empty_name", 0, ""),
    ],
)
def test_a_fault_has_a_code_and_a_place(body, code, position, name):
    first = scan(body).faults[0]
    assert (first.code, first.position, first.name) == (code, position, name)


def test_every_fault_is_found_in_one_scan():
    assert [fault.code for fault in scan("{nik} } {}").faults] == ["unknown_variable", "stray_brace", "empty_name"]


def test_the_names_a_body_uses():
    assert variable_names("{nick|亲}，{city|}的{nick}") == {"nick", "city"}


@given(st.text(max_size=40))
def test_doubled_braces_give_every_text_back(words):
    written = words.replace("{", "{{").replace("}", "}}")
    assert "".join(piece.text for piece in scan(written).pieces) == words


@given(
    name=st.sampled_from(sorted(NAMES)),
    fallback=st.none() | st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12),
    limit=st.none() | st.integers(1, 999),
)
def test_what_is_written_is_read_back(name, fallback, limit):
    written = token(name, fallback, limit)
    kept = None if fallback is None else "".join(char for char in fallback if char not in "{}|｜\n\r")
    assert scan(written) == Scan((Variable(name, kept, limit, 0, len(written)),), ())
    assert token(name, kept, limit) == written


@given(BODY)
def test_writing_every_variable_anew_changes_nothing_it_means(body):
    pieces = scan(body).pieces
    for piece in reversed(pieces):
        if isinstance(piece, Variable):
            written = token(piece.name, piece.fallback, piece.limit)
            body = body[: piece.position] + written + body[piece.position + piece.length :]
    assert meaning(body) == [what for piece in pieces for what in meaning_of(piece)]


@given(body=BODY, name=st.sampled_from(["nick", "city", "orders"]), limit=st.integers(1, 12))
def test_a_limit_shortens_what_is_longer_and_nothing_else(body, name, limit):
    expected = [
        (kind, fallback, min(had or limit, limit) if kind == name else had) for kind, fallback, had in meaning(body)
    ]
    assert meaning(with_limit(body, name, limit)) == expected


def meaning(body):
    return [what for piece in scan(body).pieces for what in meaning_of(piece)]


def meaning_of(piece):
    """A piece without its place; words character by character, so that it does not matter where they are joined."""
    if isinstance(piece, Variable):
        return [(piece.name, piece.fallback, piece.limit)]
    return [("", char, None) for char in piece.text]
