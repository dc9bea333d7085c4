"""The card vendors: what ships is sound, what a person writes is read strictly, and matrices differ by vendor."""

from __future__ import annotations

import re
import tomllib
from datetime import date

import pytest

from local_db.cards.model import ActionKind, CardKind, Field
from local_db.cards.rules import ExportForm
from local_db.cards.rules_files import (
    BUILT_IN,
    MAKERS,
    RULES_FOLDER,
    built_in_card_vendors,
    card_vendor_of,
    card_vendors,
    own_card_vendors,
    read_card_vendor,
)
from local_db.errors import TemplateError
from local_db.templates.model import Purpose
from local_db.templates.sms_rules import is_opt_out
from local_db.templates.vendors import built_in_vendors

OWN = (RULES_FOLDER / "koomessage.toml").read_text(encoding="utf-8")
CHINESE = ("huawei", "xiaomi", "oppo", "vivo", "samsung", "honor")


def test_every_file_is_a_profile_that_ships():
    assert {file.stem for file in RULES_FOLDER.glob("*.toml")} == set(BUILT_IN)
    assert [vendor.key for vendor in built_in_card_vendors()] == list(BUILT_IN)


def test_every_kind_is_taken_by_somebody():
    assert {kind for vendor in built_in_card_vendors() for kind in vendor.kinds} == set(CardKind)
    assert {action for vendor in built_in_card_vendors() for action in vendor.actions} == set(ActionKind)


@pytest.mark.parametrize("vendor", built_in_card_vendors(), ids=lambda vendor: vendor.key)
def test_a_profile_hangs_together(vendor):
    assert all(vendor.title)
    assert vendor.read_on >= date(2026, 1, 1)
    assert vendor.sms in {profile.key for profile in built_in_vendors()}
    assert all(is_opt_out(wording) for wording in vendor.opt_out.accepted)
    assert set(vendor.opt_out.rules) == set(Purpose)
    assert set(CHINESE) <= set(vendor.handsets)
    for handset in vendor.handsets.values():
        assert handset.kinds <= set(vendor.kinds)
        assert handset.actions <= set(vendor.actions)
        assert set(handset.cuts) <= {(kind, name) for kind, rule in vendor.kinds.items() for name in rule.fields}
    for rule in vendor.kinds.values():
        assert rule.fields
        assert 1 <= rule.least_panels <= rule.most_panels <= 10


@pytest.mark.parametrize("key", BUILT_IN)
def test_every_table_says_where_it_comes_from_in_both_languages(key):
    """And what could not be read on the vendor's page says so."""
    text = (RULES_FOLDER / f"{key}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    sources = [table["source"] for table in data.values() if isinstance(table, dict) and "source" in table]
    sources += [table["source"] for name in ("kinds", "handsets") for table in data[name]]
    assert len(sources) == len(re.findall(r"^source = ", text, re.MULTILINE)) >= 10
    for source in sources:
        assert source["en"] != source["zh"]
        assert ("not confirmed" in source["en"]) == ("未核实" in source["zh"])
    assert any("not confirmed" in source["en"] for source in sources)


def shown_by(key, kind):
    return {maker for maker in CHINESE if kind in card_vendor_of(key).handsets[maker].kinds}


@pytest.mark.parametrize(
    ("kind", "lingyang", "koomessage"),
    [
        (CardKind.IMAGE_TEXT, set(CHINESE), {"huawei", "xiaomi", "oppo", "vivo"}),
        (CardKind.COUPON, set(CHINESE), {"huawei", "xiaomi", "oppo", "vivo"}),
        (CardKind.CAROUSEL_SQUARE, set(CHINESE) - {"xiaomi"}, {"huawei", "oppo", "vivo"}),
        (CardKind.CAROUSEL_WIDE, set(CHINESE) - {"xiaomi"}, {"huawei", "oppo", "vivo"}),
        (CardKind.CAROUSEL_TALL, set(CHINESE) - {"xiaomi"}, {"huawei", "oppo", "vivo"}),
        (CardKind.GOODS, set(CHINESE) - {"xiaomi"}, {"huawei", "oppo", "vivo"}),
        (CardKind.LONG_TEXT, set(CHINESE) - {"xiaomi"}, {"huawei", "oppo"}),
        (CardKind.MULTI_IMAGE_TEXT, set(CHINESE) - {"honor"}, {"huawei", "xiaomi", "oppo", "vivo"}),
        (CardKind.SCROLL, {"huawei", "oppo", "samsung"}, {"huawei", "oppo"}),
        (CardKind.VIDEO_TEXT, {"huawei", "oppo", "vivo", "samsung"}, {"huawei", "oppo", "vivo"}),
    ],
)
def test_which_maker_shows_what_depends_on_the_vendor(kind, lingyang, koomessage):
    assert shown_by("aliyun", kind) == lingyang
    assert shown_by("koomessage", kind) == koomessage


def test_what_vendors_are_known_for():
    aliyun, koomessage, rcs = (card_vendor_of(key) for key in ("aliyun", "koomessage", "rcs"))
    types = {kind: rule.code for kind, rule in aliyun.kinds.items()}
    assert types == {
        CardKind.SCROLL: "1",
        CardKind.VIDEO_TEXT: "4",
        CardKind.IMAGE_TEXT: "5",
        CardKind.MULTI_IMAGE_TEXT: "7",
        CardKind.COUPON: "8",
        CardKind.GOODS: "10",
        CardKind.CAROUSEL_WIDE: "11",
        CardKind.CAROUSEL_SQUARE: "12",
        CardKind.CAROUSEL_TALL: "13",
        CardKind.LONG_TEXT: "15",
    }
    assert aliyun.kinds[CardKind.CAROUSEL_TALL].fields[Field.BODY].lines == 11
    assert (aliyun.variables.most, aliyun.variables.shortest, aliyun.variables.longest) == (3, 1, 20)
    assert (aliyun.pictures.aim_bytes, aliyun.pictures.most_bytes) == (100 << 10, 2 << 20)
    assert koomessage.kinds[CardKind.LONG_TEXT].fields[Field.BODY].longest == 350
    assert koomessage.digital_title == 20
    for kind, least, most in ((CardKind.RCS_CARD, 1, 1), (CardKind.RCS_CAROUSEL, 2, 10)):
        rule = rcs.kinds[kind]
        assert (rule.fields[Field.TITLE].longest, rule.fields[Field.BODY].longest) == (200, 2000)
        assert (rule.buttons.most, rule.buttons.longest, rule.chips) == (4, 25, 11)
        assert (rule.least_panels, rule.most_panels, rule.tall) == (least, most, kind is CardKind.RCS_CARD)
    assert (rcs.targets.reply_longest, rcs.payload, rcs.videos.cover_bytes) == (2048, 250 << 10, 100 << 10)


def test_a_vendor_that_is_gone_is_the_first():
    assert card_vendor_of("nobody").key == BUILT_IN[0]


def test_own_profiles_join_the_others_or_replace_them(tmp_path):
    (tmp_path / "a.toml").write_text(OWN.replace('key = "koomessage"', 'key = "own"'), encoding="utf-8")
    (tmp_path / "b.toml").write_text(OWN.replace("longest = 350", "longest = 360"), encoding="utf-8")
    (tmp_path / "c.toml").write_text("key =", encoding="utf-8")
    own, errors = own_card_vendors(tmp_path)
    assert [vendor.key for vendor in own] == ["own", "koomessage"]
    assert [error.data for error in errors] == [{"file": "c.toml"}]
    assert [vendor.key for vendor in card_vendors(own)] == [*BUILT_IN, "own"]
    assert card_vendor_of("koomessage", own).kinds[CardKind.LONG_TEXT].fields[Field.BODY].longest == 360
    assert own_card_vendors(tmp_path / "missing") == ((), ())


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('key = "koomessage"', 'key = "no good"', "key"),
        ('form = "koomessage"', 'form = "fax"', "form"),
        ('form = "koomessage"', 'form = "aliyun"', "kinds[1].code"),  # its kinds are numbers
        ('form = "koomessage"', 'form = "rcs"', "kinds[1].kind"),
        ('shown = "in_text"', 'shown = "somewhere"', "sender.shown"),
        ('marketing = "required"', 'marketing = "added"', "opt_out.marketing"),
        ("most_in_card = 10", "most_in_card = 0", "variables.most_in_card"),
        ("shortest = 1", "", "variables.shortest"),
        ('phone = "national"', 'phone = "home"', "targets.phone"),
        ("aim_bytes = 102400", "aim_bytes = 9999999", "pictures.aim_bytes"),
        ('open_page = "OPEN_BROWSER"', 'open_page = ""', "actions.open_page"),
        ('open_page = "OPEN_BROWSER"', 'open_it = "OPEN_BROWSER"', "actions.open_it"),
        ('characters = "<>&"', 'characters = ""', "refused.characters"),
        ("panels = { least = 1, most = 1 }", "panels = { least = 2, most = 1 }", "kinds[1].panels.most"),
        ("buttons = { most = 2,", "buttons = { least = 3, most = 2,", "kinds[1].buttons.least"),
        ('ratios = ["16:9"]', 'ratios = ["wide"]', "kinds[1].picture.ratios"),
        ("title = { longest = 19, required = true }", "title = { required = true }", "kinds[1].fields.title.longest"),
        ("title = { longest = 19, required = true }", "headline = { longest = 19 }", "kinds[1].fields.headline"),
        ('video = "required"', 'video = "perhaps"', "kinds[8].video"),
        ('kind = "multi_image_text"', 'kind = "image_text"', "kinds[2].kind"),
        ('maker = "huawei"', 'maker = "nokia"', "handsets[1].maker"),
        ('maker = "xiaomi"', 'maker = "huawei"', "handsets[2].maker"),
        ('kinds = ["image_text", "multi_image_text", "coupon"]', 'kinds = ["fax"]', "handsets[2].kinds"),
        ("digital = true", 'digital = "yes"', "handsets[1].digital"),
        ("read_on = 2026-11-24", "read_on = 2026-11-24\ncolour = 1", "colour"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_file_and_key(tmp_path, old, new, key):
    assert old in OWN
    path = tmp_path / "own.toml"
    path.write_text(OWN.replace(old, new, 1), encoding="utf-8")
    tomllib.loads(path.read_text(encoding="utf-8"))  # what is wrong is not the TOML
    with pytest.raises(TemplateError) as caught:
        read_card_vendor(path)
    assert (caught.value.code, caught.value.data) == ("rules_invalid", {"file": "own.toml", "key": key})


def test_makers_and_forms_are_all_used():
    assert set(MAKERS) == {maker for vendor in built_in_card_vendors() for maker in vendor.handsets}
    assert {vendor.form for vendor in built_in_card_vendors()} == set(ExportForm)
