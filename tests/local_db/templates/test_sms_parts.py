import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.templates.sms_parts import Encoding, Route, count_parts, route_of

GSM = st.text(alphabet="abc XYZ@£é€[]{}~|^\\\n", max_size=400)
ANY = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=250)


@pytest.mark.parametrize(
    ("units", "parts", "left"),
    [(0, 0, 70), (1, 1, 69), (68, 1, 2), (70, 1, 0), (71, 2, 63), (134, 2, 0), (135, 3, 66), (160, 3, 41), (201, 3, 0)],
)
@pytest.mark.parametrize("char", ["x", "猫", " ", "9"])
def test_in_china_every_character_counts_one(char, units, parts, left):
    counted = count_parts(char * units)
    assert (counted.units, counted.parts, counted.left) == (units, parts, left)


@pytest.mark.parametrize(("text", "units"), [("😀", 2), ("猫😀", 3), ("👨‍👩‍👧", 8), ("é", 1), ("e\u0301", 2)])
def test_in_china_emoji_count_their_utf16_units(text, units):
    assert count_parts(text).units == units


@pytest.mark.parametrize(
    ("text", "units", "parts", "encoding"),
    [
        ("", 0, 0, Encoding.GSM7),
        ("a" * 160, 160, 1, Encoding.GSM7),
        ("a" * 161, 161, 2, Encoding.GSM7),
        ("a" * 306, 306, 2, Encoding.GSM7),
        ("a" * 307, 307, 3, Encoding.GSM7),
        ("a" * 158 + "€", 160, 1, Encoding.GSM7),
        ("a" * 159 + "€", 161, 2, Encoding.GSM7),
        ("[]", 4, 1, Encoding.GSM7),
        ("\f^{}\\[~]|€", 20, 1, Encoding.GSM7),
        # The escape of the 153rd septet may not stand alone, so the first part holds 152.
        ("a" * 152 + "€" + "a" * 152, 306, 3, Encoding.GSM7),
        ("a" * 151 + "€" + "a" * 153, 306, 2, Encoding.GSM7),
        ("a" * 69 + "猫", 70, 1, Encoding.UCS2),
        ("a" * 70 + "猫", 71, 2, Encoding.UCS2),
        ("猫" * 134, 134, 2, Encoding.UCS2),
        ("猫" * 135, 135, 3, Encoding.UCS2),
        # A bracket counts once as soon as the text travels as UCS-2.
        ("[]猫", 3, 1, Encoding.UCS2),
        # A surrogate pair may not be split, so the first part holds 66.
        ("猫" * 66 + "😀" + "猫" * 66, 134, 3, Encoding.UCS2),
        ("猫" * 65 + "😀" + "猫" * 67, 134, 2, Encoding.UCS2),
        ("ç", 1, 1, Encoding.UCS2),
        ("Ç", 1, 1, Encoding.GSM7),
    ],
)
def test_abroad_the_alphabet_decides(text, units, parts, encoding):
    counted = count_parts(text, Route.INTERNATIONAL)
    assert (counted.units, counted.parts, counted.encoding) == (units, parts, encoding)


@pytest.mark.parametrize(
    ("number", "route"),
    [
        ("13800138000", Route.CHINA),
        ("+8613800138000", Route.CHINA),
        ("+14155550123", Route.INTERNATIONAL),
        ("+85291234567", Route.INTERNATIONAL),
        ("", Route.CHINA),
    ],
)
def test_a_number_says_its_route(number, route):
    assert route_of(number) is route


@given(text=st.one_of(GSM, ANY), route=st.sampled_from(Route))
def test_the_units_left_are_exactly_what_still_fits(text, route):
    counted = count_parts(text, route)
    filler = "a"
    assert count_parts(text + filler * counted.left, route).parts == max(counted.parts, min(counted.left, 1))
    if counted.parts > 1 or route is Route.CHINA:
        assert count_parts(text + filler * (counted.left + 1), route).parts == max(counted.parts, 1) + 1


@given(text=st.one_of(GSM, ANY), route=st.sampled_from(Route))
def test_a_longer_text_never_costs_less(text, route):
    assert count_parts(text + "猫", route).parts >= count_parts(text, route).parts


@given(GSM)
def test_packing_never_beats_plain_division_and_wastes_at_most_one_septet_a_part(text):
    counted = count_parts(text, Route.INTERNATIONAL)
    if counted.units > 160:
        assert -(-counted.units // 153) <= counted.parts <= -(-counted.units // 152)
