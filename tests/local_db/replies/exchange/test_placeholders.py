"""Variables of other programs become ours, and ours theirs; nothing that looks like one is sent raw."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.replies.fill import fill
from local_db.replies.placeholders import Style, from_ours, our_name, to_ours, words_of


@pytest.mark.parametrize(
    ("style", "theirs", "ours"),
    [
        (Style.BRACES, "亲爱的{买家昵称}，订单{订单号}已发", "亲爱的{nick}，订单{order_number}已发"),
        (Style.BRACES, "{ 客户名 }您好", "{nick}您好"),
        (Style.BRACES, "尺码{身高|170}", "尺码{身高|170}"),
        (Style.BRACES, "a{b", "a{{b"),
        (Style.BRACES, "空{}的", "空{{}}的"),
        (Style.CHATWOOT, "Hi {{contact.name}}!", "Hi {name}!"),
        (Style.CHATWOOT, 'Hi {{ contact.first_name | default: "friend" }}!', "Hi {name|friend}!"),
        (Style.CHATWOOT, "Hi {{contact.name | capitalize}}", "Hi {name}"),
        (Style.CHATWOOT, "I am {{agent.name}}", "I am {agent name}"),
        (Style.ZENDESK, "Hello {{ticket.requester.first_name}}, #{{ticket.id}}", "Hello {name}, #{ticket id}"),
        (Style.ZAMMAD, "Hallo #{ticket.customer.firstname}", "Hallo {name}"),
        (Style.FREESCOUT, "Hi {%customer.firstName,fallback=there%},", "Hi {name|there},"),
        (Style.FREESCOUT, "{%user.fullName%}", "{user fullName}"),
        (Style.ESPANSO, "Hi {{name}}$|$, [[order number]]", "Hi {name}, {order number}"),
        (Style.BEEFTEXT, "#{input:Name} on #{date}, #{dateTime:yyyy}#{cursor}", "{Name} on {date}, {dateTime}"),
        (Style.OURS, "{nick|亲}{{x}}", "{nick|亲}{{x}}"),
    ],
)
def test_theirs_become_ours(style: Style, theirs: str, ours: str) -> None:
    assert to_ours(theirs, style) == ours


@pytest.mark.parametrize(
    ("style", "ours", "theirs"),
    [
        (Style.CHATWOOT, "{name|friend}您好", "{{contact.name}}您好"),  # it takes nothing behind a name
        (Style.CHATWOOT, "{nick|亲}，{order_number}", "亲，{order_number}"),
        (Style.ZENDESK, "{name}", "{{ticket.requester.name}}"),
        (Style.ZAMMAD, "{name|亲}", "#{ticket.customer.fullname}"),
        (Style.FREESCOUT, "{name|there}", "{%customer.fullName,fallback=there%}"),
        (Style.ESPANSO, "{nick|亲}{agent name}", "[[nick]][[agent_name]]"),
        (Style.ESPANSO, "{{{{x}}}} {{y}}", r"\{\{x\}\} {y}"),
        (Style.BEEFTEXT, "{nick|亲}", "#{input:nick}"),
        (Style.BRACES, "{nick|亲}，{{括号}}", "亲，{括号}"),
        (Style.OURS, "{nick|亲}，{>结尾}", "{nick|亲}，{>结尾}"),
    ],
)
def test_ours_become_theirs(style: Style, ours: str, theirs: str) -> None:
    assert from_ours(ours, style, {}).text == theirs


def test_what_another_program_cannot_ask_is_told() -> None:
    written = from_ours("{nick|亲}，{order_number}，{name}", Style.CHATWOOT, {})
    assert (written.flattened, written.left_open) == (("nick",), ("order_number",))


def test_shared_parts_are_written_out() -> None:
    assert from_ours("在的。{>结尾}", Style.CHATWOOT, {"结尾": "祝{name}开心"}).text == "在的。祝{{contact.name}}开心"


def test_a_title_is_made_of_words() -> None:
    assert words_of("{nick|亲}，{order_number}发货了{{") == "亲，发货了{"
    assert our_name("{a|b>c}") == "a b c"


TEXTS = st.text(alphabet="亲a {}|#%[]>:.\n", max_size=40)


@given(TEXTS, st.sampled_from([style for style in Style if style is not Style.OURS]))
def test_any_foreign_text_is_one_of_ours_that_can_be_filled(text: str, style: Style) -> None:
    filled = fill(to_ours(text, style), {}, {})
    assert {piece.fault for piece in filled.faults} <= {"left_over"}  # only what a buyer would take for a variable


@given(st.text(alphabet="亲a #%:.\n", max_size=40), st.sampled_from(list(Style)))
def test_a_text_without_variables_is_the_same_there_and_back(text: str, style: Style) -> None:
    assert to_ours(from_ours(text, style, {}).text, style) == text.replace("#{", "#{{")
