from dataclasses import replace

import pytest

from local_db.templates.lint import blocking, problems
from local_db.templates.model import Purpose, Template
from local_db.templates.starters import starters
from local_db.templates.vendor import OptOutRule
from local_db.templates.vendors import vendor_of

GOOD = Template("t", Purpose.MARKETING, "猫粮店", "{nick|亲}，全店八折，", "拒收请回复R")
NOTICE = replace(GOOD, purpose=Purpose.NOTIFICATION, opt_out="")


def test_a_good_template_has_no_problem():
    assert problems(GOOD) == problems(NOTICE) == ()


@pytest.mark.parametrize(
    ("template", "code", "position"),
    [
        (replace(GOOD, signature=" "), "missing_signature", 0),
        (replace(GOOD, signature="猫【店"), "signature_characters", 1),
        (replace(GOOD, signature="=猫店"), "signature_characters", 0),
        (replace(GOOD, signature="猫\n店"), "signature_characters", 1),
        (replace(GOOD, body=" \n"), "empty_body", 0),
        (replace(GOOD, body="你好【猫】"), "brackets_in_body", 2),
        (replace(GOOD, body="你好{nick"), "unclosed_brace", 2),
        (replace(GOOD, body="你好}"), "stray_brace", 2),
        (replace(GOOD, body="{nickname}"), "unknown_variable", 0),
        (replace(GOOD, opt_out=""), "missing_opt_out", 0),
        (replace(NOTICE, opt_out="退订回T"), "opt_out_in_notification", 0),
        (replace(NOTICE, body="已发货，回TD退订"), "opt_out_in_notification", 4),
        (replace(GOOD, body="猫" * 490), "too_long", 0),
    ],
)
def test_what_blocks(template, code, position):
    assert [(problem.code, problem.position) for problem in blocking(template)] == [(code, position)]


@pytest.mark.parametrize(
    ("template", "code"),
    [
        (replace(GOOD, signature="店"), "signature_length"),
        (replace(GOOD, signature="一二三四五六七八九十十一二"), "signature_length"),
        (replace(GOOD, body="全店八折，退订回T，"), "opt_out_twice"),
        (replace(GOOD, opt_out="不想收请说"), "unusual_opt_out"),
        (replace(GOOD, body="｛nick｝，你好，"), "full_width_brace"),
        (replace(GOOD, body="你好\n全店八折，"), "line_break"),
    ],
)
def test_what_only_warns(template, code):
    assert [(problem.code, problem.blocks) for problem in problems(template)] == [(code, False)]


def test_an_opt_out_written_into_the_body_counts():
    assert problems(replace(GOOD, body="全店八折，回T退订", opt_out="")) == ()


def test_blocking_problems_come_first():
    both = replace(GOOD, signature="店", body="{}")
    assert [problem.blocks for problem in problems(both)] == [True, False]


@pytest.mark.parametrize(
    ("template", "codes"),
    [
        (replace(NOTICE, vendor="twilio", opt_out="Reply STOP to opt out"), []),
        (replace(GOOD, vendor="huawei", signature="一二三四五六七八九十十一二三"), []),
        (replace(GOOD, vendor="nobody", signature="一二三四五六七八九十十一二三"), ["signature_length"]),
        (replace(GOOD, vendor="twilio", body="x" * 1400), []),
    ],
)
def test_the_vendor_says_how_long_and_whether_to_refuse(template, codes):
    assert [problem.code for problem in problems(template)] == codes


def test_a_vendor_that_adds_the_opt_out_needs_none():
    vendor = vendor_of("aliyun")
    adding = replace(vendor, opt_out=replace(vendor.opt_out, rules=dict.fromkeys(Purpose, OptOutRule.ADDED)))
    assert problems(replace(GOOD, opt_out=""), vendor=adding) == ()


def test_exactly_the_longest_text_passes():
    room = 500 - len("【猫粮店】拒收请回复R")
    assert blocking(replace(GOOD, body="猫" * room)) == ()
    assert blocking(replace(GOOD, body="猫" * (room + 1)))[0].data == {"units": 501, "most": 500}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_starters_can_be_sent_as_they_are(language):
    texts = starters(language, signature="猫粮店")
    assert len(texts) == 6
    assert len({text.name for text in texts}) == 6
    assert [problems(text) for text in texts] == [()] * 6
