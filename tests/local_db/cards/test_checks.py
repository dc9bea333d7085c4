"""Every limit at its boundary, for every vendor and kind, and where a problem is said to be."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest

from local_db.cards import checks
from local_db.cards.checks import blocking, problems
from local_db.cards.layout import laid_out
from local_db.cards.model import (
    Action,
    ActionKind,
    Button,
    CardKind,
    Fallback,
    Field,
    MediaHeight,
    Picture,
    PictureFacts,
)
from local_db.cards.problem import PROBLEM_CODES
from local_db.cards.rules import Need, PhoneForm
from local_db.cards.rules_files import built_in_card_vendors, card_vendor_of
from local_db.templates.model import Purpose
from tests.local_db.cards.cards import (
    EVERY,
    PAGE,
    codes,
    files_of,
    found,
    sound,
    with_action,
    with_panel,
    with_text,
)

ROOT = Path(checks.__file__).parent
FIELDS = [(vendor, kind, name) for vendor, kind in EVERY for name in card_vendor_of(vendor).kinds[kind].fields]
PICTURED = [(vendor, kind) for vendor, kind in EVERY if card_vendor_of(vendor).kinds[kind].picture]
IMAGE = ("aliyun", CardKind.IMAGE_TEXT)


@pytest.mark.parametrize(("vendor", "kind"), EVERY)
def test_a_sound_card_has_no_problem(vendor, kind):
    assert found(*sound(vendor, kind)) == []


@pytest.mark.parametrize(("vendor", "kind", "name"), FIELDS)
def test_a_text_may_be_as_long_as_its_limit_and_no_longer(vendor, kind, name):
    card, files = sound(vendor, kind)
    profile = card_vendor_of(vendor)
    longest = profile.kinds[kind].fields[name].longest
    # What the vendor wants on the card takes room too, so the limit is that of the text as it is handed in.
    whole = laid_out(card, profile).card.panels[0].text(name)
    added = len(whole) - len(card.panels[0].text(name))
    for units, expected in (
        (longest - added, set()),
        (longest - added + 1, {_too_long(added)}),
        (longest + 1, {"too_long"}),
    ):
        text = "瓷" * units
        assert codes(with_text(card, name, text), files) == expected, units
    text = "😀" * ((longest - added) // 2) + "瓷" * ((longest - added) % 2)
    assert codes(with_text(card, name, text), files) == set()
    assert codes(with_text(card, name, "😀" + text), files) <= {"too_long", "too_long_with_additions"} != set()


def _too_long(added):
    return "too_long_with_additions" if added else "too_long"


def test_what_is_too_long_is_marked_from_where_it_no_longer_fits():
    card, files = sound(*IMAGE)
    text = "瓷" * 80 + "{nick|亲|8}" + "杯" * 10
    problem = problems(with_text(card, Field.BODY, text), card_vendor_of("aliyun"), files)[0]
    assert (problem.code, problem.panel, problem.field) == ("too_long", 0, "body")
    assert text[problem.position : problem.position + problem.length] == "杯" * 8
    assert problem.data == {"units": 98, "most": 90}


def test_the_signature_put_before_a_text_takes_room_and_moves_no_position():
    card, files = sound(*IMAGE)
    text = "瓷" * 87
    problem = problems(with_text(card, Field.BODY, text), card_vendor_of("aliyun"), files)[0]
    assert (problem.code, problem.position, problem.length) == ("too_long_with_additions", 86, 1)


@pytest.mark.parametrize(("vendor", "kind", "name"), FIELDS)
def test_a_text_that_is_needed_must_be_there(vendor, kind, name):
    card, files = sound(vendor, kind)
    needed = card_vendor_of(vendor).kinds[kind].fields[name].required
    assert found(with_text(card, name, " "), files) == ([("field_missing", 0, name.value)] if needed else [])


@pytest.mark.parametrize(("vendor", "kind", "name"), FIELDS)
def test_lines_up_to_the_limit(vendor, kind, name):
    card, files = sound(vendor, kind)
    rule = card_vendor_of(vendor).kinds[kind].fields[name]
    if rule.longest < 2 * rule.lines + 1:
        pytest.skip("has not room for that many lines")
    most = "\n".join("a" * rule.lines)
    assert codes(with_text(card, name, most), files) == set()
    assert codes(with_text(card, name, most + "\n"), files) == set()  # a break at the end is no line
    (said,) = problems(with_text(card, name, most + "\r\nb"), card_vendor_of(vendor), files)
    assert said.code == ("line_break" if rule.lines == 1 else "too_many_lines")
    assert (said.position, said.length) == (len(most), 2)
    assert said.data == {"lines": rule.lines + 1, "most": rule.lines}


@pytest.mark.parametrize("kind", [kind for vendor, kind in EVERY if vendor == "aliyun"])
@pytest.mark.parametrize("number", [1, 2])
def test_a_text_that_a_panel_does_not_show_is_only_said(kind, number):
    card, files = sound("aliyun", kind, panels=3 if card_vendor_of("aliyun").kinds[kind].most_panels > 2 else 1)
    if number >= len(card.panels):
        return
    shown = set(card_vendor_of("aliyun").kinds[kind].fields)
    hidden = [name for name in Field if card_vendor_of("aliyun").kinds[kind].field_rule(name, number) is None]
    for name in hidden:
        assert found(with_text(card, name, "x", number), files) == [("field_not_shown", number, name.value)]
    assert set(hidden) | shown == set(Field)


@pytest.mark.parametrize(("vendor", "kind"), EVERY)
def test_panels_between_least_and_most(vendor, kind):
    rule = card_vendor_of(vendor).kinds[kind]
    for count in (rule.least_panels, rule.most_panels):
        assert codes(*sound(vendor, kind, panels=count)) == set()
    assert "too_many_panels" in codes(*sound(vendor, kind, panels=rule.most_panels + 1))
    if rule.least_panels > 1:
        assert "too_few_panels" in codes(*sound(vendor, kind, panels=rule.least_panels - 1))


@pytest.mark.parametrize(("vendor", "kind"), EVERY)
def test_buttons_and_their_words(vendor, kind):
    card, files = sound(vendor, kind)
    rule = card_vendor_of(vendor).kinds[kind]
    most, longest = rule.most_buttons(0), rule.buttons.longest
    many = tuple(Button("看看", PAGE) for _ in range(most + 1))
    assert codes(with_panel(card, buttons=many[:most]), files) == set()
    assert ("too_many_buttons", 0, f"button:{most + 1}") in found(with_panel(card, buttons=many), files)
    if rule.buttons.least:
        assert found(with_panel(card, buttons=()), files) == [("too_few_buttons", 0, "button:1")]
    if most:
        assert codes(with_panel(card, buttons=(Button("看" * longest, PAGE),)), files) == set()
        assert found(with_panel(card, buttons=(Button("看" * (longest + 1), PAGE),)), files) == [
            ("too_long", 0, "button:1")
        ]
        assert ("button_empty", 0, "button:1") in found(with_panel(card, buttons=(Button(" ", PAGE),)), files)


@pytest.mark.parametrize("vendor", ["rcs", "5g"])
@pytest.mark.parametrize("kind", [CardKind.RCS_CARD, CardKind.RCS_CAROUSEL])
def test_rcs_chips(vendor, kind):
    card, files = sound(vendor, kind)
    chip = Button("a" * 25, Action(ActionKind.REPLY, "x" * 2048))
    assert codes(replace(card, chips=(chip,) * 11), files) == set()
    assert found(replace(card, chips=(chip,) * 12), files) == [("too_many_buttons", None, "chip:12")]
    longer = replace(card, chips=(Button("a" * 26, chip.action),))
    nothing = replace(card, chips=(Button("a", Action(ActionKind.REPLY, " ")),))
    assert found(nothing, files) == [("reply_missing", None, "chip:1")]
    assert found(longer, files) == [("too_long", None, "chip:1")]
    assert found(replace(card, chips=(Button("a", Action(ActionKind.REPLY, "x" * 2049)),)), files) == [
        ("reply_too_long", None, "chip:1")
    ]


def test_chips_are_not_shown_elsewhere():
    card, files = sound(*IMAGE)
    assert found(replace(card, chips=(Button("a", PAGE),)), files) == [("chips_not_shown", None, "chip:1")]


def test_tall_pictures_are_for_single_rcs_cards():
    for vendor in ("rcs", "5g"):
        card, files = sound(vendor, CardKind.RCS_CARD)
        assert codes(with_panel(card, height=MediaHeight.TALL), files) == set()
        card, files = sound(vendor, CardKind.RCS_CAROUSEL)
        assert found(with_panel(card, 1, height=MediaHeight.TALL), files) == [("tall_in_carousel", 1, "picture")]


def test_an_rcs_card_needs_any_one_thing():
    card, files = sound("rcs", CardKind.RCS_CARD)
    nothing = with_panel(card, texts={}, picture=None)
    assert found(nothing, files) == [("nothing_shown", 0, "")]
    assert codes(with_text(nothing, Field.TITLE, "a"), files) == set()
    assert codes(with_text(nothing, Field.BODY, "a"), files) == set()
    assert codes(with_panel(nothing, picture=Picture(1)), files) == set()
    assert codes(with_panel(nothing, video_id=2), files) == set()


def test_the_whole_rcs_message_has_a_limit():
    card, files = sound("rcs", CardKind.RCS_CAROUSEL, panels=10)
    for number in range(10):
        card = with_text(card, Field.BODY, "瓷" * 2000, number)
        buttons = tuple(Button("a" * 25, Action(ActionKind.REPLY, "瓷" * 2048)) for _ in range(4))
        card = with_panel(card, number, buttons=buttons)
    assert codes(card, files) == {"payload_too_big"}
    fewer = card
    for number in range(5):
        fewer = with_panel(fewer, number, buttons=())
    assert codes(fewer, files) == set()
    size = problems(card, card_vendor_of("rcs"), files)[0].data["bytes"]
    profile = replace(card_vendor_of("rcs"), payload=size)
    assert problems(card, profile, files) == ()
    assert [p.code for p in problems(card, replace(profile, payload=size - 1), files)] == ["payload_too_big"]


@pytest.mark.parametrize(("vendor", "kind"), PICTURED)
def test_pictures(vendor, kind):
    card, files = sound(vendor, kind)
    profile = card_vendor_of(vendor)
    rule, limits = profile.kinds[kind].picture, profile.pictures
    sized = files[1]
    for size, expected in (
        (limits.aim_bytes, set()),
        (limits.aim_bytes + 1, {"picture_large"}),
        (limits.most_bytes, {"picture_large"}),
        (limits.most_bytes + 1, {"picture_too_big"}),
    ):
        assert codes(card, {**files, 1: replace(sized, bytes=size)}) == expected
    for ratio in rule.ratios:
        width, height = ratio[0] * 1000, ratio[1] * 1000
        for wide, fits in ((width, True), (round(width * 1.019), True), (round(width * 1.03), False)):
            facts = replace(sized, width=wide, height=height)
            assert ("picture_ratio" in codes(card, {**files, 1: facts})) is not fits, (ratio, wide)
    for type_ in ("image/jpeg", "image/png"):
        assert codes(card, {**files, 1: replace(sized, type=type_)}) == set()
    assert codes(card, {**files, 1: replace(sized, type="image/webp")}) == {"picture_type"}
    assert codes(card, {2: files[2]}) == {"picture_gone"}
    for unknown in (PictureFacts(0, 0, "", 0), replace(sized, width=0), replace(sized, height=0)):
        assert codes(card, {**files, 1: unknown}) == set()  # made to fit later
    missing = codes(with_panel(card, picture=None), files)
    assert missing == ({"picture_missing"} if rule.required else set())


def test_a_picture_where_none_is_shown():
    card, files = sound(*IMAGE)
    vendor = card_vendor_of("aliyun")
    rule = replace(vendor.kinds[CardKind.IMAGE_TEXT], picture=None)
    (said,) = problems(card, replace(vendor, kinds={CardKind.IMAGE_TEXT: rule}), files)
    assert (said.code, said.panel, said.field, said.blocks) == ("picture_not_shown", 0, "picture", False)


def test_a_landscape_picture_is_no_portrait_one():
    card, files = sound("aliyun", CardKind.CAROUSEL_TALL)
    assert files[1].height > files[1].width
    turned = replace(files[1], width=files[1].height, height=files[1].width)
    assert codes(card, {**files, 1: turned}) == {"picture_ratio"}


@pytest.mark.parametrize(("vendor", "kind"), EVERY)
def test_videos(vendor, kind):
    profile = card_vendor_of(vendor)
    card, files = sound(vendor, kind)
    need = profile.kinds[kind].video
    if need is None:
        assert found(with_panel(card, video_id=2), files) == [("video_not_shown", 0, "video")]
        return
    card = with_panel(card, video_id=2)
    limits = profile.videos
    for size, expected in (
        (limits.aim_bytes, set()),
        (limits.aim_bytes + 1, {"video_large"}),
        (limits.most_bytes, {"video_large"}),
        (limits.most_bytes + 1, {"video_too_big"}),
    ):
        assert codes(card, {**files, 2: replace(files[2], bytes=size)}) == expected
    assert codes(card, {**files, 2: replace(files[2], type="video/avi")}) == {"video_type"}
    assert codes(card, {1: files[1]}) == {"video_gone"}
    assert codes(with_panel(card, video_id=0), files) == ({"video_missing"} if need is Need.REQUIRED else set())
    cover = limits.cover_bytes
    if cover:
        assert codes(card, {**files, 1: replace(files[1], bytes=cover)}) == set()
        assert codes(card, {**files, 1: replace(files[1], bytes=cover + 1)}) == {"picture_too_big"}


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("{nick", "unclosed_brace", (0, 1)),
        ("a}", "stray_brace", (1, 1)),
        ("{}", "empty_name", (0, 2)),
        ("a{pet|x|3}", "unknown_variable", (1, 9)),
        ("{nick|亲|x}", "bad_limit", (0, 10)),
        ("好【茶】", "brackets_in_field", (1, 1)),
        ("${{x}}", "looks_like_parameter", (0, 3)),
        ("｛nick｝", "full_width_brace", (0, 1)),
        ("a<b", "refused_character", (1, 1)),
    ],
)
def test_what_is_written_wrongly_is_found_where_it_stands(text, code, place):
    card, files = sound(*IMAGE)
    vendor = card_vendor_of("aliyun")
    for changed in (with_text(card, Field.BODY, text), with_panel(card, buttons=(Button(text, PAGE),))):
        said = [p for p in problems(changed, vendor, files) if p.code == code]
        assert [(p.position, p.length) for p in said] == [place]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{nick|亲|20}", set()),
        ("{nick|亲|21}", {"long_value"}),
        ("{nick|" + "亲" * 20 + "|5}", set()),
        ("{nick|" + "亲" * 21 + "|5}", {"long_value"}),
        ("{nick|亲}", {"unbounded"}),
        ("{nick}", {"unbounded"}),
        ("{nick||5}", {"empty_value"}),
        ("{city}", set()),  # never longer than a city's name
        ("{nick|亲|5}{city|本地}{orders|几}", set()),
        ("{nick|亲|5}{city|本地}{orders|几}{nick|亲|5}", {"too_many_variables"}),
        ("{nick|亲|5}{city|本地}{orders|几}{spent|0}", {"too_many_variables", "too_many_variables_in_card"}),
    ],
)
def test_variables(text, expected):
    card, files = sound(*IMAGE)
    assert codes(with_text(card, Field.BODY, "，" + text), files) == expected


def test_variables_of_the_whole_card_are_counted_as_parameters():
    card, files = sound(*IMAGE)
    card = with_text(with_text(card, Field.TITLE, "{nick|亲|5}{city}"), Field.BODY, "{nick|亲|5}，{orders|几}")
    assert codes(card, files) == set()  # the same one twice is one
    assert codes(with_panel(card, buttons=(Button("{city|本|5}", PAGE),)), files) == {"too_many_variables_in_card"}


def test_rcs_takes_any_variable_but_says_when_it_has_no_limit():
    card, files = sound("rcs", CardKind.RCS_CARD)
    card = with_text(card, Field.BODY, "{nick}{city}{orders|}{spent||5}{name|there|99}")
    assert codes(card, files) == {"unbounded"}
    assert blocking(card, card_vendor_of("rcs"), files) == ()


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://shop.example.com", ""),
        ("https://shop.example.com:8443/a/b?c=d#e", ""),
        ("HTTPS://商店.cn/新品", ""),
        ("", "address_missing"),
        ("http://shop.example.com", "address_not_https"),
        ("shop.example.com", "address_not_https"),
        ("javascript:alert(1)", "address_not_https"),
        ("https://", "address_malformed"),
        ("https://localhost/", "address_malformed"),
        ("https://1.2.3.4/", "address_malformed"),
        ("https://a b.com/", "address_malformed"),
        ("https://me@shop.example.com/", "address_malformed"),
        ("https://shop.example.com/{nick}", "address_malformed"),
        ("https://shop..com/", "address_malformed"),
        ("https://shop.example.com/app.apk", "address_download"),
        ("https://shop.example.com/APP.APK?v=1", "address_download"),
        ("https://shop.example.com/app.apk/", "address_download"),
        ("https://shop.example.com/apk", ""),
    ],
)
@pytest.mark.parametrize("vendor", [vendor.key for vendor in built_in_card_vendors()])
def test_addresses(vendor, address, code):
    kind = next(iter(card_vendor_of(vendor).kinds))
    card, files = sound(vendor, kind)
    card = with_action(card, Action(ActionKind.OPEN_PAGE, address))
    assert found(card, files) == ([(code, 0, "button:1")] if code else [])


@pytest.mark.parametrize("vendor", [vendor.key for vendor in built_in_card_vendors()])
def test_the_longest_address(vendor):
    profile = card_vendor_of(vendor)
    card, files = sound(vendor, next(iter(profile.kinds)))
    longest = "https://a.cn/".ljust(profile.targets.address_longest, "x")
    assert codes(with_action(card, Action(ActionKind.OPEN_PAGE, longest)), files) == set()
    assert codes(with_action(card, Action(ActionKind.OPEN_PAGE, longest + "x")), files) == {"address_too_long"}


@pytest.mark.parametrize(
    ("number", "national", "abroad"),
    [
        ("13812345678", True, False),
        ("12812345678", False, False),
        ("1381234567", False, False),
        ("0571-88888888", True, False),
        ("02088888888", True, False),
        ("400-820-8820", True, False),
        ("4008208820", True, False),
        ("400-8208-820", True, False),
        ("400820882", False, False),
        ("40082088201", False, False),
        ("95511", True, False),
        ("10086", True, False),
        ("12345678", False, False),
        ("+12025550142", False, True),
        ("+8657112345678", False, True),
        ("+0123456789", False, False),
        ("+1234567890123456", False, False),
        ("", False, False),
        ("call me", False, False),
    ],
)
def test_phone_numbers(number, national, abroad):
    for vendor in built_in_card_vendors():
        card, files = sound(vendor.key, next(iter(vendor.kinds)))
        takes = national if vendor.targets.phone is PhoneForm.NATIONAL else abroad
        for action in (Action(ActionKind.DIAL, number), Action(ActionKind.SEND_TEXT, number, text="hi")):
            said = codes(with_action(card, action), files) - {"makers_left_out"}
            assert said == (set() if takes else {"phone_malformed" if number else "phone_missing"}), vendor.key


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (Action(ActionKind.COPY, "x" * 20), set()),
        (Action(ActionKind.COPY, "x" * 21), {"copy_too_long"}),
        (Action(ActionKind.COPY, " "), {"copy_missing"}),
        (Action(ActionKind.SEND_TEXT, "13812345678"), {"message_missing"}),
        (Action(ActionKind.REPLY, "x"), {"action_not_offered"}),
        (Action(ActionKind.OPEN_APP, "taobao://item", "com.taobao.taobao", "https://a.cn/"), set()),
        (Action(ActionKind.OPEN_APP, "taobao://item", "com.taobao.taobao"), set()),
        (Action(ActionKind.OPEN_APP, "no link", "com.taobao.taobao"), {"app_link_malformed"}),
        (Action(ActionKind.OPEN_APP, "taobao://item", "taobao"), {"package_malformed"}),
        (Action(ActionKind.OPEN_APP, "taobao://item", "com.taobao.taobao", "http://a.cn/"), {"address_not_https"}),
        (Action(ActionKind.OPEN_APP, "t://" + "x" * 996, "com.taobao.taobao"), set()),
        (Action(ActionKind.OPEN_APP, "t://" + "x" * 997, "com.taobao.taobao"), {"address_too_long"}),
        (Action(ActionKind.CALENDAR, "2026-12-12T10:00+08:00/2026-12-12T11:00+08:00", text="a"), set()),
        (Action(ActionKind.CALENDAR, "2026-12-12T10:00+08:00/2026-12-12T10:00+08:00", text="a"), {"times_backwards"}),
        (Action(ActionKind.CALENDAR, "2026-12-12T10:00/2026-12-12T11:00", text="a"), {"times_malformed"}),
        (Action(ActionKind.CALENDAR, "2026-12-12T10:00+08:00/2026-12-12T11:00", text="a"), {"times_malformed"}),
        (Action(ActionKind.CALENDAR, "2026-12-12T10:00/2026-12-12T11:00+08:00", text="a"), {"times_malformed"}),
        (Action(ActionKind.CALENDAR, "tomorrow", text="a"), {"times_malformed"}),
        (Action(ActionKind.CALENDAR, "2026-12-12T10:00+08:00/2026-12-12T11:00+08:00"), {"entry_missing"}),
        (Action(ActionKind.SHOW_MAP, "90,-180"), set()),
        (Action(ActionKind.SHOW_MAP, " 30.24 , 120.14 "), set()),
        (Action(ActionKind.SHOW_MAP, "90.1,0"), {"place_malformed"}),
        (Action(ActionKind.SHOW_MAP, "0,180.1"), {"place_malformed"}),
        (Action(ActionKind.SHOW_MAP, "here"), {"place_malformed"}),
    ],
)
def test_actions(action, expected):
    card, files = sound(*IMAGE)
    for changed in (with_action(card, action), with_panel(card, tap=action)):
        assert codes(changed, files) - {"makers_left_out"} == expected


def test_every_action_is_offered_or_said_not_to_be():
    for vendor in built_in_card_vendors():
        card, files = sound(vendor.key, next(iter(vendor.kinds)))
        for kind in ActionKind:
            said = codes(with_action(card, Action(kind, "x")), files)
            assert ("action_not_offered" in said) is (kind not in vendor.actions)


def test_taps_where_there_are_none():
    card, files = sound("rcs", CardKind.RCS_CARD)
    assert found(with_panel(card, tap=PAGE), files) == [("tap_not_offered", 0, "tap")]


def test_makers_that_an_action_leaves_out_are_named():
    card, files = sound(*IMAGE)
    card = with_action(card, Action(ActionKind.COPY, "TEA30"))
    (problem,) = problems(card, card_vendor_of("aliyun"), files)
    assert (problem.code, problem.blocks) == ("makers_left_out", False)
    assert problem.data == {"action": "copy", "makers": ("oppo", "vivo", "samsung", "honor")}


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("全网最低", "absolutes"),
        ("好评返现", "rebates"),
        ("加微信", "contacts"),
        ("老客召回", "recall"),
        ("抽奖", "gambling"),
    ],
)
@pytest.mark.parametrize("vendor", ["aliyun", "koomessage"])
def test_refused_words_are_those_of_sms_and_of_the_law(vendor, word, key):
    card, files = sound(vendor, CardKind.IMAGE_TEXT)
    card = with_text(card, Field.BODY, f"今天{word}")
    (problem,) = problems(card, card_vendor_of(vendor), files)
    assert (problem.code, problem.field, problem.panel, problem.blocks) == ("refused_words", "body", 0, False)
    assert problem.finding.group.key == key
    assert problem.finding.group.instead.zh
    buttons = (Button(word, PAGE),)
    assert ("refused_words", 0, "button:1") in found(with_panel(sound(vendor, CardKind.IMAGE_TEXT)[0], buttons=buttons))


def test_characters_that_huawei_takes_nowhere():
    card, files = sound("koomessage", CardKind.IMAGE_TEXT)
    assert found(with_text(card, Field.TITLE, "茶 & 瓷"), files) == [("refused_character", 0, "title")]
    linked = with_action(card, Action(ActionKind.OPEN_PAGE, "https://a.cn/?b=1&c=2"))
    assert found(linked, files) == [("refused_character", 0, "button:1")]
    assert blocking(linked, card_vendor_of("koomessage"), files)


def test_notifications_carry_no_opt_out():
    for vendor in ("aliyun", "koomessage"):
        card, files = sound(vendor, CardKind.IMAGE_TEXT)
        card = replace(card, purpose=Purpose.NOTIFICATION, fallback=Fallback("", "您的茶具已发出。"))
        assert found(card, files) == []
        said = found(with_text(card, Field.BODY, "已发出，拒收请回复R"), files)
        assert said == [("opt_out_in_notification", 0, "body")]


def test_an_opt_out_with_no_room_for_it_is_missed():
    card, files = sound("koomessage", CardKind.IMAGE_TEXT)
    vendor = card_vendor_of("koomessage")
    rule = replace(vendor.kinds[CardKind.IMAGE_TEXT], fields={})
    profile = replace(vendor, kinds={CardKind.IMAGE_TEXT: rule})
    assert "opt_out_not_on_card" in {p.code for p in problems(card, profile, files)}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"signature": ""}, {("missing_signature", None, "signature")}),
        ({"signature": "茶【事"}, {("signature_characters", None, "signature")}),
        ({"fallback": Fallback("", "", "拒收请回复R")}, {("empty_body", None, "fallback")}),
        ({"fallback": Fallback("", "新茶具到了，")}, {("missing_opt_out", None, "opt_out")}),
        ({"fallback": Fallback("", "{nick", "拒收请回复R")}, {("unclosed_brace", None, "fallback")}),
        (
            {"fallback": Fallback("", "瓷" * 491, "拒收请回复R")},
            {("too_long", None, "fallback")},
        ),
        ({"fallback": Fallback("", "瓷" * 489, "拒收请回复R")}, set()),
        ({"fallback": Fallback("", "新茶具到了★，", "拒收请回复R")}, {("sms_rule", None, "fallback")}),
        ({"fallback": Fallback("", "新茶具到了，", "退订回T")}, {("sms_rule", None, "opt_out")}),
        ({"fallback": Fallback("瓷" * 20, "新茶具到了，", "拒收请回复R")}, set()),
        ({"fallback": Fallback("瓷" * 21, "新茶具到了，", "拒收请回复R")}, {("too_long", None, "fallback_title")}),
        (
            {"fallback": Fallback("【茶】", "新茶具到了，", "拒收请回复R")},
            {("brackets_in_field", None, "fallback_title")},
        ),
    ],
)
def test_the_text_that_stands_in_keeps_the_rules_of_sms(changes, expected):
    card, files = sound(*IMAGE)
    assert set(found(replace(card, **changes), files)) == expected


def test_words_of_the_digital_message():
    card, files = sound(*IMAGE)
    card = replace(card, fallback=replace(card.fallback, title="抽奖啦"))
    assert found(card, files) == [("refused_words", None, "fallback_title")]


def test_additions_are_marked_where_they_push_something_out():
    """Before a text, behind it, and where the text is nothing but what was added."""
    vendor = card_vendor_of("koomessage")
    card, files = sound("koomessage", CardKind.IMAGE_TEXT)
    longest = vendor.kinds[CardKind.IMAGE_TEXT].fields[Field.BODY].longest
    said = problems(with_text(card, Field.BODY, "瓷" * (longest - 11 + 2)), vendor, files)
    assert [(p.code, p.position, p.length) for p in said] == [("too_long_with_additions", longest - 9, 0)]
    said = problems(with_text(card, Field.BODY, "瓷" * longest), vendor, files)
    assert [(p.code, p.position, p.length) for p in said] == [("too_long_with_additions", longest - 4, 4)]


def test_rcs_has_no_digital_message():
    card, files = sound("rcs", CardKind.RCS_CARD)
    card = replace(card, fallback=replace(card.fallback, title="Sale"))
    assert found(card, files) == [("field_not_shown", None, "fallback_title")]


def test_a_kind_that_the_vendor_has_not():
    card, files = sound(*IMAGE)
    assert found(replace(card, vendor="rcs"), files) == [("kind_not_offered", None, "")]


def test_what_blocks_comes_first():
    card, files = sound(*IMAGE)
    card = with_text(with_text(card, Field.BODY, "抽奖"), Field.TITLE, "")
    assert [problem.blocks for problem in problems(card, card_vendor_of("aliyun"), files)] == [True, False]


def test_every_code_has_its_facts_listed():
    raised: set[str] = set()
    for path in ROOT.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("CardProblem", "_at") and node.args:
                raised |= set(_codes(node.args[0]))
    assert len(raised) > 45
    assert raised <= set(PROBLEM_CODES)


def _codes(node):
    if isinstance(node, ast.Constant):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        ending = node.values[-1].value
        yield from (f"picture{ending}", f"video{ending}")


def test_the_facts_of_every_problem_are_those_listed():
    card, _ = sound(*IMAGE)
    wrong = with_text(card, Field.TITLE, "【{nick|}{nick}{nick}{nick}\n" + "瓷" * 40)
    wrong = with_text(with_text(wrong, Field.BODY, "抽奖<{x}" + "瓷" * 99), Field.PRICE, "1")
    buttons = tuple(Button("看" * 9, Action(kind, "x", web="x")) for kind in ActionKind)
    wrong = with_panel(wrong, buttons=buttons[:2], video_id=2, tap=Action(ActionKind.COPY, "x" * 30))
    wrong = replace(wrong, panels=wrong.panels * 2, chips=buttons)
    bad = {1: PictureFacts(10, 10, "image/bmp", 1 << 30)}
    for said in problems(wrong, card_vendor_of("aliyun"), bad):
        listed = PROBLEM_CODES.get(said.code)
        assert listed is not None, said.code
        assert said.code == "sms_rule" or set(said.data) == set(listed), said.code


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("【茶】", True), ("茶\n瓷", True), ("瓷" * 91, True), ("{nick", True), ("${{x}}", True), ("{nick|亲}", True),
        ("{nick|亲|21}", True), ("{nick||5}", True), ("{city}{city}{city}{city}", True), ("｛", False), ("抽奖", False),
        ("a<b", False), ("", True),
    ],
)  # fmt: skip
def test_what_blocks_and_what_is_only_said(text, blocks):
    card, files = sound(*IMAGE)
    (said,) = problems(with_text(card, Field.BODY, text), card_vendor_of("aliyun"), files)
    assert said.blocks is blocks


def test_positions_lie_within_their_texts():
    card, files = sound(*IMAGE)
    text = "【{nick|}{pet}{nick\n" + "瓷" * 99
    for problem in problems(with_text(card, Field.BODY, text), card_vendor_of("aliyun"), files):
        assert 0 <= problem.position <= problem.position + problem.length <= len(text)
        assert re.fullmatch("[a-z_]+", problem.code)
    assert files == files_of(card_vendor_of("aliyun"), card)
