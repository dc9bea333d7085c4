"""HTML bodies read as a customer would see them."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.replies.exchange.cells import guarded, unguarded
from local_db.replies.exchange.markup import html_to_text, is_html, text_to_html


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Hello</p><p>World</p>", "Hello\n\nWorld"),
        ("<div>One</div><div>Two<br>Three</div>", "One\nTwo\nThree"),
        ("a&nbsp;&amp;&lt;b&gt;", "a &<b>"),
        ("<ul><li>S</li><li>M</li></ul>end", "· S\n· M\nend"),
        ('See <a href="https://example.com/a">our page</a>.', "See our page https://example.com/a."),
        ('<a href="https://example.com">https://example.com</a>', "https://example.com"),
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ("<style>p{}</style><script>alert(1)</script>seen<b> bold</b>", "seen bold"),
        ("<p>one\n   line</p>", "one line"),
        ("<table><tr><td>a</td></tr></table>", "a"),
        ("<p>unclosed <b>tags", "unclosed tags"),
        ("</p></a></script>stray", "stray"),
    ],
)
def test_html_is_read_as_lines(markup: str, text: str) -> None:
    assert html_to_text(markup) == text


def test_what_html_is() -> None:
    assert is_html("Hello<br/>you")
    assert not is_html("3 < 5 and <订单号>")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=60))
def test_plain_text_comes_back_from_html(text: str) -> None:
    assert html_to_text(f"<p>{text_to_html(text)}</p>") == text
    assert html.unescape(text_to_html(text)) == text


@given(st.text(alphabet="'=+-@\t\r ＝a亲\n", max_size=12))
def test_a_guarded_cell_is_no_formula_and_comes_back(text: str) -> None:
    cell = guarded(text)
    assert not cell.lstrip(" \t\r\n").startswith(("=", "+", "-", "@", "＝"))
    assert unguarded(cell) == text
