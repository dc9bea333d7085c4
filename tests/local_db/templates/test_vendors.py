"""The profiles of vendors: what ships is sound, what a person writes is read strictly, and every boundary counts."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal

import pytest

from local_db.errors import TemplateError
from local_db.templates.model import Purpose, Template
from local_db.templates.render import render
from local_db.templates.sms_parts import Encoding, Route, count_parts
from local_db.templates.sms_rules import is_opt_out, sms_rules
from local_db.templates.vendor import GENERAL, OptOutRule, Verdict
from local_db.templates.vendors import (
    BUILT_IN,
    RULES_FOLDER,
    all_vendors,
    built_in_vendors,
    own_vendors,
    read_vendor,
    vendor_of,
)

CHINESE = [vendor for vendor in built_in_vendors() if vendor.key != "twilio"]
TWILIO = vendor_of("twilio")
OWN = (RULES_FOLDER / "custom.toml").read_text(encoding="utf-8")


def test_every_file_is_a_profile_that_ships():
    assert {file.stem for file in RULES_FOLDER.glob("*.toml")} == {*BUILT_IN, "sms"}
    assert [vendor.key for vendor in built_in_vendors()] == list(BUILT_IN)


@pytest.mark.parametrize("vendor", built_in_vendors(), ids=lambda vendor: vendor.key)
def test_a_profile_names_its_sources_in_both_languages(vendor):
    assert all(vendor.title)
    assert vendor.read_on >= date(2026, 1, 1)
    for rule in vendor.words:
        assert all((*rule.source, *rule.title, *rule.instead))
        assert rule.title.en != rule.title.zh
    assert len({rule.key for rule in vendor.words}) == len(vendor.words)
    assert all(is_opt_out(wording) for wording in vendor.opt_out.accepted)
    assert sms_rules().words


# Of one character, so many of them: parts. 70 units alone, else 67 to a part.
UCS2 = [(0, 0), (1, 1), (69, 1), (70, 1), (71, 2), (134, 2), (135, 3), (160, 3), (161, 3), (201, 3), (202, 4),
        (306, 5), (307, 5), (335, 5), (336, 6)]  # fmt: skip
# Of a character of the GSM alphabet: 160 septets alone, else 153 to a part.
GSM7 = [(0, 0), (1, 1), (70, 1), (71, 1), (134, 1), (135, 1), (159, 1), (160, 1), (161, 2), (306, 2), (307, 3),
        (459, 3), (460, 4)]  # fmt: skip
# Each with the units that one of it takes in UCS-2.
CHARACTERS = [("猫", 1), ("x", 1), (" ", 1), ("，", 1), ("é", 1), ("€", 1), ("[", 1), ("e\u0301", 2), ("😀", 2)]


@pytest.mark.parametrize("vendor", CHINESE, ids=lambda vendor: vendor.key)
@pytest.mark.parametrize(("units", "parts"), UCS2)
@pytest.mark.parametrize(("char", "width"), CHARACTERS)
def test_in_china_every_vendor_counts_units(vendor, char, width, units, parts):
    text = char * (units // width) + "x" * (units % width)
    counted = count_parts(text, Route.CHINA, vendor.parts)
    assert (counted.units, counted.parts, counted.encoding) == (units, parts, Encoding.UCS2)


@pytest.mark.parametrize("vendor", built_in_vendors(), ids=lambda vendor: vendor.key)
@pytest.mark.parametrize(("septets", "parts"), GSM7)
def test_abroad_every_vendor_packs_the_gsm_alphabet(vendor, septets, parts):
    counted = count_parts("x" * septets, Route.INTERNATIONAL, vendor.parts)
    assert (counted.units, counted.parts, counted.encoding) == (septets, parts, Encoding.GSM7)


@pytest.mark.parametrize("vendor", built_in_vendors(), ids=lambda vendor: vendor.key)
@pytest.mark.parametrize(("units", "parts"), UCS2[1:])
@pytest.mark.parametrize("char", ["猫", "ç", "’"])
def test_abroad_one_other_character_turns_the_whole_text(vendor, char, units, parts):
    counted = count_parts("x" * (units - 1) + char, Route.INTERNATIONAL, vendor.parts)
    assert (counted.units, counted.parts, counted.encoding) == (units, parts, Encoding.UCS2)


@pytest.mark.parametrize("vendor", built_in_vendors(), ids=lambda vendor: vendor.key)
@pytest.mark.parametrize("char", list("^{}\\[~]|€\f"))
@pytest.mark.parametrize(
    # In front of it, behind it: septets and parts. The escape may not be the last septet of a part.
    ("before", "after", "septets", "parts"),
    [(0, 0, 2, 1), (158, 0, 160, 1), (159, 0, 161, 2), (151, 153, 306, 2), (152, 152, 306, 3), (152, 151, 305, 2)],
)
def test_abroad_an_extension_character_takes_two(vendor, char, before, after, septets, parts):
    counted = count_parts("x" * before + char + "x" * after, Route.INTERNATIONAL, vendor.parts)
    assert (counted.units, counted.parts) == (septets, parts)


@pytest.mark.parametrize(
    # 66 units, then a pair that may not be split: the first part holds 66 of its 67.
    ("text", "units", "parts"),
    [("猫" * 66 + "😀" + "猫" * 66, 134, 3), ("猫" * 65 + "😀" + "猫" * 67, 134, 2), ("😀" * 35, 70, 1),
     ("😀" * 36, 72, 2), ("x" * 69 + "e\u0301", 71, 2), ("x" * 68 + "e\u0301", 70, 1)],
)  # fmt: skip
def test_abroad_emoji_and_combining_marks(text, units, parts):
    for vendor in built_in_vendors():
        counted = count_parts(text, Route.INTERNATIONAL, vendor.parts)
        assert (counted.units, counted.parts) == (units, parts)


@pytest.mark.parametrize(("septets", "parts"), GSM7)
def test_twilio_packs_whatever_the_number(septets, parts):
    assert count_parts("x" * septets, Route.CHINA, TWILIO.parts).parts == parts


@pytest.mark.parametrize(("units", "parts"), UCS2[1:])
def test_twilio_does_not_pack_chinese(units, parts):
    assert count_parts("猫" * units, Route.CHINA, TWILIO.parts).parts == parts


@pytest.mark.parametrize("char", list("^{}\\[~]|€\f"))
@pytest.mark.parametrize(
    ("before", "after", "septets", "parts"),
    [(158, 0, 160, 1), (159, 0, 161, 2), (151, 153, 306, 2), (152, 152, 306, 3)],
)
def test_twilio_counts_extension_characters_twice_whatever_the_number(char, before, after, septets, parts):
    counted = count_parts("x" * before + char + "x" * after, Route.CHINA, TWILIO.parts)
    assert (counted.units, counted.parts, counted.encoding) == (septets, parts, Encoding.GSM7)


@pytest.mark.parametrize(
    ("text", "units", "parts"),
    [("x" * 68 + "😀", 70, 1), ("x" * 69 + "😀", 71, 2), ("x" * 68 + "e\u0301", 70, 1), ("x" * 69 + "e\u0301", 71, 2),
     ("猫" * 66 + "😀" + "猫" * 66, 134, 3), ("猫" * 132 + "😀", 134, 2), ("猫" * 133 + "😀", 135, 3)],
)  # fmt: skip
def test_twilio_turns_to_ucs2_for_emoji_and_combining_marks_whatever_the_number(text, units, parts):
    counted = count_parts(text, Route.CHINA, TWILIO.parts)
    assert (counted.units, counted.parts, counted.encoding) == (units, parts, Encoding.UCS2)


@pytest.mark.parametrize("vendor", CHINESE, ids=lambda vendor: vendor.key)
@pytest.mark.parametrize(("units", "parts"), [row for row in UCS2 if row[0] > 13])
@pytest.mark.parametrize("char", ["猫", "x", "€", "😀", "e\u0301"])
def test_in_china_signature_brackets_and_opt_out_count(vendor, char, units, parts):
    """5 of 【猫粮店】, and 6 of 拒收请回复R or 5 or 6 of what the vendor takes instead; the rest is the body's."""
    wording = (vendor.opt_out.accepted or ("拒收请回复R",))[0]
    around = {"拒收请回复R": 5 + 6, "回TD退订": 5 + 5}[wording]
    width = len(char.encode("utf-16-le")) // 2
    body = char * ((units - around) // width) + "x" * ((units - around) % width)
    rendered = render(Template("t", Purpose.MARKETING, "猫粮店", body, wording), {}, Route.CHINA, vendor)
    assert (rendered.units, rendered.parts) == (units, parts)


@pytest.mark.parametrize("vendor", built_in_vendors(), ids=lambda vendor: vendor.key)
@pytest.mark.parametrize(("septets", "parts"), [row for row in GSM7 if row[0] > 40])
def test_abroad_signature_and_opt_out_count(vendor, septets, parts):
    """10 of `Whiskers: `, and 22 of ` Reply STOP to opt out`."""
    body = "x" * (septets - 10 - 22)
    draft = Template("t", Purpose.MARKETING, "Whiskers", body, "Reply STOP to opt out")
    rendered = render(draft, {}, Route.INTERNATIONAL, vendor)
    assert (rendered.units, rendered.parts) == (septets, parts)


def test_what_vendors_are_known_for():
    assert vendor_of("huawei").variables.marketing is Verdict.REFUSED
    assert vendor_of("volcengine").variables.longest == 35
    assert vendor_of("aliyun").opt_out.rules[Purpose.NOTIFICATION] is OptOutRule.FORBIDDEN
    assert vendor_of("qiniu").opt_out.accepted == ("回TD退订", "回T退订")
    assert [vendor.most_units for vendor in built_in_vendors()] == [500, 500, 1000, 500, 600, 1600, 500]
    assert vendor_of("tencent").variables.written == "{number}"


def test_a_vendor_that_is_gone_is_the_general_one():
    assert vendor_of("nobody").key == GENERAL


def test_own_profiles_join_the_others_or_replace_them(tmp_path):
    (tmp_path / "a.toml").write_text(OWN.replace('key = "custom"', 'key = "own"'), encoding="utf-8")
    (tmp_path / "b.toml").write_text(OWN.replace('each = "0.05"', 'each = "0.03"'), encoding="utf-8")
    (tmp_path / "c.toml").write_text("key =", encoding="utf-8")
    own, errors = own_vendors(tmp_path)
    assert [vendor.key for vendor in own] == ["own", "custom"]
    assert [error.data for error in errors] == [{"file": "c.toml"}]
    assert [vendor.key for vendor in all_vendors(own)] == [*BUILT_IN, "own"]
    assert vendor_of("custom", own).price.each == Decimal("0.03")
    assert own_vendors(tmp_path / "missing") == ((), ())


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('key = "custom"', 'key = "no good"', "key"),
        ('key = "custom"', "", "key"),
        ("read_on = 2026-11-24", 'read_on = "today"', "read_on"),
        ('en = "Another provider", ', "", "titles.en"),
        ('zh = "其他服务商"', 'de = "Andere"', "titles.de"),
        ("one = 70", 'one = "70"', "parts.one"),
        ("one = 70", "one = true", "parts.one"),
        ("one = 70", "one = 60", "parts.many"),
        ("many = 67", "many = 1", "parts.many"),
        ('routes = ["international"]', 'routes = ["moon"]', "parts.gsm7.routes"),
        ("most = 500", "", "length.most"),
        ("shortest = 2", "shortest = 20", "signature.longest"),
        ('brackets = "【】"', 'brackets = "【"', "signature.brackets"),
        ('position = "start"', 'position = "middle"', "signature.position"),
        ('marketing = "required"', 'marketing = "maybe"', "opt_out.marketing"),
        ("accepted = []", 'accepted = [""]', "opt_out.accepted"),
        ('written = "${name}"', 'written = "%s"', "variables.written"),
        ('link = "ask"', 'link = "asks"', "variables.link"),
        ('link = "ask"', 'link = "ask"\ncolour = 1', "variables.colour"),
        ('each = "0.05"', 'each = "cheap"', "price.each"),
        ('currency = "CNY"', 'currency = "yuan"', "price.currency"),
        ('characters = "★☆※✓"', "", "symbols[1].characters"),
        ('key = "finance"', 'kei = "finance"', "words[2].key"),
        ('key = "finance"', 'key = "finance"\npurpose = "fun"', "words[2].purpose"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_key(tmp_path, old, new, key):
    assert old in OWN
    path = tmp_path / "own.toml"
    path.write_text(OWN.replace(old, new, 1), encoding="utf-8")
    tomllib.loads(path.read_text(encoding="utf-8"))  # what is wrong is not the TOML
    with pytest.raises(TemplateError) as caught:
        read_vendor(path)
    assert (caught.value.code, caught.value.data) == ("rules_invalid", {"file": "own.toml", "key": key})


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a = [", b"a = " + b"[" * 5000, b"#" * 1_000_001])
def test_what_is_no_rule_file(tmp_path, content):
    path = tmp_path / "own.toml"
    path.write_bytes(content)
    for unreadable in (path, tmp_path, tmp_path / "missing.toml"):
        with pytest.raises(TemplateError) as caught:
            read_vendor(unreadable)
        assert caught.value.code == "rules_unreadable"
