"""Lists of members, of those who opted out, and of answers to messages: whom they name and what they say."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from local_db.importing.cells import MISSING
from local_db.importing.people import people_of
from local_db.importing.profile import built_in_profiles
from local_db.importing.readers import open_sources
from local_db.importing.recognise import Recognition, recognise
from local_db.importing.table import Table, read_table

ZONE = ZoneInfo("Asia/Shanghai")


def recognised(path: Path, text: str) -> Recognition | None:
    path.write_text(text, encoding="utf-8")
    return recognise(open_sources(path), built_in_profiles())


def table_of(path: Path, text: str) -> Table:
    found = recognised(path, text)
    assert found is not None
    return read_table(found, ZONE)


LISTS = {
    "member_list": """
会员名,姓名,手机号,入会时间
小鱼,曹河,13900000001,2026-01-01 10:00:00
大山,,139****0002,2026/1/2 8:00
""",
    "member_list_own": """
微信昵称,openid,绑定手机,领卡时间,省份
鱼,o-1,13900000001,2026-01-01,浙江省
""",
    "klaviyo_profiles": """
Email,First Name,Last Name,Phone Number,Email Marketing Consent,SMS Marketing Consent
a@x.io,A,B,+8613900000001,SUBSCRIBED,NEVER_SUBSCRIBED
""",
    "mailchimp_subscribed": """
Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LEID
a@x.io,A,B,2,2026-01-01 10:00:00,2026-01-01 10:00:00,1
""",
    "mailchimp_unsubscribed": """
Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,UNSUB_TIME,UNSUB_REASON
a@x.io,A,B,2,2026-01-01 10:00:00,2026-01-01 10:00:00,2026-02-01 10:00:00,x
""",
    "shopify_customers": """
Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Phone,Accepts SMS Marketing
'77,A,B,a@x.io,yes,'+8613900000001,no
""",
    "opt_out_list": """
手机号,退订时间,来源
13900000001,2026-01-01 10:00:00,短信
""",
    "opt_out_numbers": """
退订号码
13900000001
""",
    "sms_replies": """
手机号码,回复内容,回复时间
13900000001,TD,2026-01-01 10:00:00
""",
}


@pytest.mark.parametrize(
    ("profile", "phones", "emails"),
    [
        ("member_list", ["13900000001", ""], ["", ""]),
        ("member_list_own", ["13900000001"], [""]),
        ("klaviyo_profiles", ["13900000001"], ["a@x.io"]),
        ("mailchimp_subscribed", [""], ["a@x.io"]),
        ("mailchimp_unsubscribed", [""], ["a@x.io"]),
        ("shopify_customers", ["13900000001"], ["a@x.io"]),
        ("opt_out_list", ["13900000001"], [""]),
        ("opt_out_numbers", ["13900000001"], [""]),
        ("sms_replies", ["13900000001"], [""]),
    ],
)
def test_lists_of_people(profile: str, phones: list[str], emails: list[str], tmp_path: Path) -> None:
    table = table_of(tmp_path / "list.csv", LISTS[profile].lstrip())
    people = people_of(table)
    assert table.found.profile.name == profile
    assert (people.real_phone().texts(), people.email.texts()) == (phones, emails)
    assert table.problems.all() == ()


@pytest.mark.parametrize(
    "text",
    [
        "手机号\n13900000001\n",
        "手机号,时间\n13900000001,2026-01-01\n",
        "会员编号,手机号\n1,13900000001\n",
        "注册时间,备注\n2026-01-01,x\n",
    ],
)
def test_a_list_that_could_be_anything_is_not_guessed(text: str, tmp_path: Path) -> None:
    assert recognised(tmp_path / "list.csv", text) is None


def test_an_order_list_with_the_day_members_joined_stays_an_order_list(tmp_path: Path) -> None:
    found = recognised(
        tmp_path / "a.csv", "订单编号,会员编号,注册时间,付款时间,实付金额\n1,9,2026-01-01,2026-02-01,5.00\n"
    )
    assert found is not None
    assert found.profile.name == "common_headers"


def test_only_answers_that_refuse_are_opt_outs(tmp_path: Path) -> None:
    answers = ("TD", "好的", "", "请退订")
    rows = [f"1390000000{n},{answer},2026-01-0{n}" for n, answer in enumerate(answers, 1)]
    table = table_of(tmp_path / "a.csv", "\n".join(["手机号,回复内容,回复时间", *rows, ""]))
    # what cannot be told counts as a refusal
    assert people_of(table).real_phone().texts() == ["13900000001", "13900000003", "13900000004"]
    assert [(p.row, p.column, p.code, p.data) for p in table.problems.all()] == [
        (3, "回复内容", "no_opt_out_reply", {"count": 1})
    ]
    assert (table.times("opted_out_at") != MISSING).all()
