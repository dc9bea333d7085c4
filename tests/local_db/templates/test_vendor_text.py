"""What is handed in for review."""

from __future__ import annotations

import pytest

from local_db.templates.model import Purpose, Template
from local_db.templates.text import token, with_limit
from local_db.templates.vendor_text import vendor_text
from local_db.templates.vendors import vendor_of

DRAFT = Template("t", Purpose.MARKETING, "店", "{nick|亲|6}，{{{orders:3}}}单，{nick|您}的", "拒收请回复R")


@pytest.mark.parametrize(
    ("vendor", "text"),
    [
        ("aliyun", "${nick}，{${orders}}单，${nick}的拒收请回复R"),
        ("tencent", "{1}，{{2}}单，{1}的拒收请回复R"),
        ("huawei", "${1}，{${2}}单，${1}的拒收请回复R"),
        ("twilio", "{{1}}，{{{2}}}单，{{1}}的拒收请回复R"),
    ],
)
def test_variables_are_written_as_the_vendor_wants_them(vendor, text):
    assert vendor_text(DRAFT, vendor_of(vendor)) == text


@pytest.mark.parametrize(
    ("fallback", "limit", "written"),
    [(None, None, "{nick}"), (None, 6, "{nick:6}"), ("", None, "{nick|}"), ("亲", 6, "{nick|亲|6}"),
     ("a|{b}", 6, "{nick|ab|6}")],
)  # fmt: skip
def test_a_variable_as_it_is_written(fallback, limit, written):
    assert token("nick", fallback, limit) == written


def test_a_limit_for_every_variable_of_a_name():
    assert with_limit("{nick}，{nick|亲}{city|}{nick||4}{nick||9}", "nick", 6) == (
        "{nick:6}，{nick|亲|6}{city|}{nick||4}{nick||6}"
    )
