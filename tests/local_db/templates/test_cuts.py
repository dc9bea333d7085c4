"""What to cut for one part fewer."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_db.templates.column import Column
from local_db.templates.cuts import CutKind, cheapest_cuts, units_over, words_at_the_end
from local_db.templates.model import Purpose, Template
from local_db.templates.sms_parts import Route, count_parts, utf16_units
from local_db.templates.text import with_limit
from local_db.templates.texts import Texts
from local_db.templates.vendors import vendor_of


@pytest.mark.parametrize(
    ("units", "over"), [(0, 0), (1, 0), (70, 0), (71, 1), (134, 64), (135, 1), (201, 67), (202, 1), (500, 31)]
)
def test_units_over_what_one_part_fewer_holds(units: int, over: int) -> None:
    assert units_over(units) == over


@given(st.integers(71, 2000))
def test_without_them_it_is_one_part_fewer_and_not_a_unit_sooner(units: int) -> None:
    parts = count_parts("x" * units).parts
    over = units_over(units)
    assert count_parts("x" * (units - over)).parts == parts - 1
    assert count_parts("x" * (units - over + 1)).parts == parts


@pytest.mark.parametrize(
    ("body", "units", "runs"),
    [
        ("先到先得", 0, ()),
        ("先到先得", 2, ((2, 2),)),
        ("先到先得", 9, ((0, 4),)),
        ("先到{nick|亲}先得", 3, ((1, 1), (10, 2))),  # the variable between them stays
        ("先到😀", 2, ((2, 1),)),  # an emoji is two units
        ("先到😀", 3, ((1, 2),)),
        ("{nick}", 5, ()),
    ],
)
def test_the_last_words(body: str, units: int, runs: tuple[tuple[int, int], ...]) -> None:
    assert words_at_the_end(body, units) == runs


@given(st.text(alphabet="先到a😀{}|nick", max_size=60), st.integers(0, 80))
def test_they_make_up_the_units_unless_the_body_has_fewer(body: str, units: int) -> None:
    runs = words_at_the_end(body, units)
    taken = sum(utf16_units(body[start : start + length]) for start, length in runs)
    whole = sum(utf16_units(body[start : start + length]) for start, length in words_at_the_end(body, 10_000))
    assert taken >= min(units, whole)
    assert taken <= max(units + 1, 0)


def texts(body, nicks, *, route=Route.CHINA, signature="猫粮店", opt_out="拒收请回复R"):
    template = Template("t", Purpose.MARKETING, signature, body, opt_out)
    routes = np.full(len(nicks), list(Route).index(route), np.int8)
    return Texts(template, vendor_of("custom"), {"nick": Column(nicks)}, routes)


def saved(before, after):
    fewer = before.parts - after.parts
    return int((fewer > 0).sum()), int(fewer.sum())


def shortened(body, cut):
    """The body after a cut."""
    if cut.kind is CutKind.LIMIT:
        return with_limit(body, cut.name, cut.characters)
    runs = [(cut.position, cut.length)] if cut.kind is CutKind.WORDS else words_at_the_end(body, cut.characters)
    for start, length in reversed(runs):
        body = body[:start] + body[start + length :]
    return body


def test_three_characters_too_many():
    # 11 around it and 2 of a nick: 60 more make 73. Without 3, the two with two characters fall to one part.
    made = texts("{nick|亲}" + "猫" * 60, ["小鱼", "小猫", "小鱼干不干的主人"])
    ends = [cut for cut in cheapest_cuts(made) if cut.kind is CutKind.END]
    assert (ends[0].characters, ends[0].people, ends[0].parts) == (3, 2, 2)
    assert (ends[1].characters, ends[1].people, ends[1].parts) == (9, 3, 3)


def test_words_to_spare_and_long_nicks():
    made = texts("您好，{nick|亲}" + "猫" * 50 + "哦", ["小鱼干不干的", "小鱼"])
    kinds = {cut.kind: cut for cut in cheapest_cuts(made)}
    assert (kinds[CutKind.WORDS].position, kinds[CutKind.WORDS].length, kinds[CutKind.WORDS].parts) == (0, 3, 1)
    assert (kinds[CutKind.LIMIT].name, kinds[CutKind.LIMIT].characters, kinds[CutKind.LIMIT].people) == ("nick", 5, 1)


def test_nothing_to_cut():
    assert cheapest_cuts(texts("{nick|亲}", ["a", ""])) == ()
    assert cheapest_cuts(texts("{nick|亲}", [])) == ()


@settings(deadline=None)
@given(
    nicks=st.lists(st.text(alphabet="小鱼a 😀‍\u3164", max_size=14), min_size=1, max_size=20),
    words=st.text(alphabet="猫您好，哦呢~a", min_size=40, max_size=140),
    variable=st.sampled_from(["{nick|亲}", "{nick}", "{nick:9}", "{nick|亲爱的老朋友|8}"]),
)
def test_a_cut_saves_what_it_promises(nicks, words, variable):
    body = f"{variable}{words}"
    before = texts(body, nicks)
    for cut in cheapest_cuts(before):
        assert saved(before, texts(shortened(body, cut), nicks)) == (cut.people, cut.parts)
        assert cut.parts > 0


def test_a_blank_that_parts_text_and_opt_out_is_no_saving():
    """161 units abroad: one too many, and without the blank at the end another one is put before the opt-out."""
    body = "{nick|you}" + "[" * 45 + " " * 53 + "[ "
    made = texts(body, ["a"], route=Route.INTERNATIONAL, signature="W", opt_out="STOP to end")
    assert made.units.tolist() == [161]
    ends = [cut for cut in cheapest_cuts(made) if cut.kind is CutKind.END]
    assert [(cut.characters, cut.parts) for cut in ends] == [(2, 1)]


@settings(deadline=None)
@given(
    nicks=st.lists(st.text(alphabet="ab €猫\u3164", max_size=14), min_size=1, max_size=12),
    words=st.text(alphabet="ab ~[", min_size=100, max_size=330),
    variable=st.sampled_from(["{nick|you}", "{nick:9}", "{nick||8}", "{nick|亲}"]),
)
def test_abroad_a_cut_saves_no_less(nicks, words, variable):
    body = f"{variable}{words}"
    before = texts(body, nicks, route=Route.INTERNATIONAL, signature="W", opt_out="STOP to end")
    for cut in cheapest_cuts(before):
        made = texts(shortened(body, cut), nicks, route=Route.INTERNATIONAL, signature="W", opt_out="STOP to end")
        assert saved(before, made)[1] >= cut.parts
