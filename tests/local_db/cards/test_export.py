"""The vendor's JSON keeps its schema for every kind; a folder is written whole or not at all, and only when sound."""

from __future__ import annotations

import errno
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from jsonschema import Draft202012Validator, FormatChecker

from local_db.cards.checks import blocking
from local_db.cards.export import CARD_FILE, PARAMETERS_FILE, Attached, export_folder, problems_of
from local_db.cards.forms import vendor_json
from local_db.cards.model import Action, ActionKind, Button, CardKind, Field, MediaHeight, PictureFacts
from local_db.cards.parts import ExportChoices, file_places
from local_db.cards.rules_files import RULES_FOLDER, built_in_card_vendors, card_vendor_of
from local_db.documents import folder as written_folder
from local_db.errors import DocumentError, PrepareError
from tests.local_db.cards.cards import EVERY, files_of, sound, with_action, with_panel, with_text
from tests.local_db.cards.random_cards import SLOW, SOUND_CARDS

CHOICES = ExportChoices("春季新品上架，老客先选一周")
FILES = dict.fromkeys(range(10), PictureFacts(0, 0, "", 0))


def validator(vendor):
    schema = json.loads((RULES_FOLDER / f"{vendor.form}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


VALIDATORS = {vendor.form: validator(vendor) for vendor in built_in_card_vendors()}


def attached(card):
    vendor = card_vendor_of(card.vendor)
    facts = files_of(vendor, card)
    made = {}
    for number, what in file_places(card, vendor):
        one = facts[1 if what == "picture" else 2]
        made[number, what] = Attached(f"{what} {number}".encode(), one.type, one.width, one.height)
    return made


def written(card, choices=CHOICES):
    vendor = card_vendor_of(card.vendor)
    types = {place: file.type for place, file in attached(card).items()}
    content = vendor_json(card, vendor, types, choices)
    VALIDATORS[vendor.form].validate(content)
    return content


@pytest.mark.parametrize(("vendor", "kind"), EVERY)
def test_every_kind_keeps_the_schema(vendor, kind):
    rule = card_vendor_of(vendor).kinds[kind]
    for panels in (rule.least_panels, rule.most_panels):
        for choices in (CHOICES, replace(CHOICES, trial=True, address="https://cdn.example.com/")):
            card, _ = sound(vendor, kind, panels=panels)
            written(card, choices)


@settings(SLOW, max_examples=300)
@given(SOUND_CARDS)
def test_whatever_is_not_blocked_keeps_the_schema(card):
    assume(not blocking(card, card_vendor_of(card.vendor), FILES))
    written(card)


ACTIONS = (
    Action(ActionKind.OPEN_PAGE, "https://a.cn/"),
    Action(ActionKind.OPEN_APP, "taobao://item", "com.taobao.taobao", "https://a.cn/"),
    Action(ActionKind.OPEN_APP, "taobao://item", "com.taobao.taobao"),
    Action(ActionKind.COPY, "TEA30"),
    Action(ActionKind.REPLY, "yes"),
    Action(ActionKind.CALENDAR, "2026-12-12T10:00:00+08:00/2026-12-12T18:00:00+08:00", text="市集"),
    Action(ActionKind.SHOW_MAP, "30.246,120.143", text="市集"),
)


@pytest.mark.parametrize("vendor", [vendor.key for vendor in built_in_card_vendors()])
def test_every_action_keeps_the_schema(vendor):
    profile = card_vendor_of(vendor)
    number = "13812345678" if vendor in ("aliyun", "koomessage") else "+12025550142"
    dialling = (Action(ActionKind.DIAL, number), Action(ActionKind.SEND_TEXT, number, text="你好"))
    tried = [action for action in (*ACTIONS, *dialling) if action.kind in profile.actions]
    assert {action.kind for action in tried} == set(profile.actions)
    for action in tried:
        card, _ = sound(vendor, next(iter(profile.kinds)))
        card = with_action(card, action)
        assert not blocking(card, profile, FILES), action
        written(card)
        if profile.kinds[card.kind].taps:
            written(with_panel(card, tap=action))


def test_the_schemas_are_not_of_paper():
    card, _ = sound("aliyun", CardKind.IMAGE_TEXT)
    content = written(card)
    for broken in (
        {**content, "cardType": 6},
        {**content, "cardSignName": "【茶事】"},
        {**content, "colour": 1},
        {**content, "templateContent": {"pages": []}},
        {**content, "extendInfo": {"scene": "x" * 11, "purpose": "1"}},
        {
            **content,
            "extendInfo": {"scene": "x", "purpose": "1", "params": [{"name": "p1", "type": 1, "example": "x"}]},
        },
    ):
        assert not VALIDATORS[card_vendor_of("aliyun").form].is_valid(broken)
    tall, _ = sound("rcs", CardKind.RCS_CAROUSEL)
    content = vendor_json(with_panel(tall, height=MediaHeight.TALL), card_vendor_of("rcs"), {})
    assert not VALIDATORS[card_vendor_of("rcs").form].is_valid(content)


def test_aliyun_in_full():
    card, _ = sound("aliyun", CardKind.IMAGE_TEXT)
    card = with_text(card, Field.BODY, "{nick|亲|8}，{city}的茶")
    card = with_panel(card, tap=Action(ActionKind.DIAL, "95511"))
    assert written(card) == {
        "extendInfo": {
            "scene": "春季新品上架，老客先",
            "purpose": "1",
            "params": [
                {"name": "${p1}", "type": 1, "example": "亲"},
                {"name": "${p2}", "type": 1, "example": "杭州"},
            ],
        },
        "templateContent": {
            "pages": [
                {
                    "tmpCards": [
                        {
                            "type": "IMAGE",
                            "srcType": 2,
                            "src": "picture-1.jpg",
                            "actionType": "DIAL_PHONE",
                            "action": {"target": "95511", "merchantName": "茶事"},
                            "positionNumber": 1,
                        },
                        {"type": "TEXT", "content": "新到茶具", "isTextTitle": True, "positionNumber": 2},
                        {
                            "type": "TEXT",
                            "content": "【茶事】${p1}，${p2}的茶",
                            "isTextTitle": False,
                            "positionNumber": 3,
                        },
                        {
                            "type": "BUTTON",
                            "content": "看看",
                            "actionType": "OPEN_BROWSER",
                            "action": {"target": "https://shop.example.com/", "merchantName": "茶事"},
                            "positionNumber": 4,
                        },
                    ]
                }
            ]
        },
        "cardSignName": "茶事",
        "cardType": 5,
    }


def test_slides_share_a_page_and_cards_side_by_side_have_their_own():
    slides = written(sound("aliyun", CardKind.CAROUSEL_WIDE, panels=3)[0])["templateContent"]["pages"]
    assert [[element["type"] for element in page["tmpCards"]] for page in slides] == [
        ["IMAGE", "TEXT", "TEXT", "BUTTON", "IMAGE", "IMAGE"]
    ]
    assert [element["positionNumber"] for element in slides[0]["tmpCards"]] == [1, 2, 3, 4, 5, 6]
    pages = written(sound("aliyun", CardKind.SCROLL, panels=3)[0])["templateContent"]["pages"]
    assert [[element["positionNumber"] for element in page["tmpCards"]] for page in pages] == [[1, 2, 3, 4]] * 3


def test_a_video_comes_with_its_cover():
    (page,) = written(sound("aliyun", CardKind.VIDEO_TEXT)[0])["templateContent"]["pages"]
    assert page["tmpCards"][0] == {
        "type": "VIDEO",
        "srcType": 2,
        "src": "video-1.mp4",
        "cover": "picture-1.jpg",
        "positionNumber": 1,
    }
    card, _ = sound("rcs", CardKind.RCS_CARD)
    media = written(with_panel(card, video_id=2))["contentMessage"]["richCard"]["standaloneCard"]["cardContent"][
        "media"
    ]
    assert media == {"height": "MEDIUM", "contentInfo": {"fileUrl": "video-1.mp4", "thumbnailUrl": "picture-1.jpg"}}


def test_huawei_hands_it_in_to_the_makers_that_show_it():
    card, _ = sound("koomessage", CardKind.LONG_TEXT)
    content = written(with_text(card, Field.BODY, "茶  事"))
    assert [maker["factory_type"] for maker in content["factorys"]] == ["HUAWEI", "OPPO"]
    assert (content["card_id"], content["tpl_name"]) == ("LongText", CHOICES.name[:17])
    assert content["pages"][0]["contents"][2]["content"] == "【茶事】茶 事，拒收请回复R"
    assert written(card, replace(CHOICES, trial=True))["use_id"] == 2
    assert written(card, ExportChoices("新品 <3 &  茶"))["tpl_name"] == "新品 3 茶"
    assert written(card, ExportChoices("<&>"))["tpl_name"] == "LongText"


@pytest.mark.parametrize(("vendor", "name"), [("aliyun", "scene"), ("koomessage", "tpl_name")])
def test_a_trial_says_so_wherever_the_vendor_looks(vendor, name):
    card, _ = sound(vendor, CardKind.IMAGE_TEXT)
    card = replace(with_text(card, Field.TITLE, "测试一下"), signature="茶事")
    for trial in (True, False):
        content = written(card, replace(CHOICES, trial=trial))
        text = json.dumps(content, ensure_ascii=False)
        assert ('"测试一下"' in text, "测试-【茶事】白瓷" in text) == (True, trial)
        assert content.get("extendInfo", content)[name].startswith("测试-") is trial
    abroad, _ = sound("rcs", CardKind.RCS_CARD)
    assert "测试" not in json.dumps(written(abroad, replace(CHOICES, trial=True)), ensure_ascii=False)


def test_rcs_in_full():
    card, _ = sound("rcs", CardKind.RCS_CARD)
    card = with_panel(
        with_text(card, Field.BODY, "Hi {name|there|20}"),
        buttons=(Button("Yes", ACTIONS[4]), Button("When", ACTIONS[5])),
    )
    card = replace(card, chips=(Button("Map", ACTIONS[6]),))
    assert written(card, replace(CHOICES, address="https://cdn.example.com/")) == {
        "contentMessage": {
            "richCard": {
                "standaloneCard": {
                    "cardOrientation": "VERTICAL",
                    "cardContent": {
                        "title": "新到茶具",
                        "description": "Hi ${p1}",
                        "media": {
                            "height": "MEDIUM",
                            "contentInfo": {"fileUrl": "https://cdn.example.com/picture-1.jpg"},
                        },
                        "suggestions": [
                            {"reply": {"text": "Yes", "postbackData": "yes"}},
                            {
                                "action": {
                                    "text": "When",
                                    "postbackData": "calendar",
                                    "createCalendarEventAction": {
                                        "startTime": "2026-12-12T02:00:00Z",
                                        "endTime": "2026-12-12T10:00:00Z",
                                        "title": "市集",
                                    },
                                }
                            },
                        ],
                    },
                }
            },
            "suggestions": [
                {
                    "action": {
                        "text": "Map",
                        "postbackData": "show_map",
                        "viewLocationAction": {
                            "latLong": {"latitude": 30.246, "longitude": 120.143},
                            "label": "市集",
                        },
                    }
                }
            ],
        }
    }


def test_a_folder_holds_everything(tmp_path):
    card, _ = sound("aliyun", CardKind.CAROUSEL_SQUARE, panels=3)
    card = with_text(card, Field.BODY, "{nick|亲|8}，白瓷")
    folder = tmp_path / "新品"
    paths = export_folder(card, card_vendor_of("aliyun"), folder, attached(card), CHOICES, {"preview.png": b"png"})
    assert sorted(path.name for path in folder.iterdir()) == [
        CARD_FILE, PARAMETERS_FILE, "picture-1.jpg", "picture-2.jpg", "picture-3.jpg", "preview.png",
    ]  # fmt: skip
    assert set(paths) == set(folder.iterdir())
    assert (folder / "picture-2.jpg").read_bytes() == b"picture 1"
    content = json.loads((folder / CARD_FILE).read_text(encoding="utf-8"))
    assert content == written(card)
    known = json.loads((folder / PARAMETERS_FILE).read_text(encoding="utf-8"))
    assert known == {"parameters": [{"name": "p1", "variable": "nick", "fallback": "亲", "limit": 8}]}
    assert list(tmp_path.iterdir()) == [folder]


def test_without_variables_there_is_no_file_of_them(tmp_path):
    card, _ = sound("rcs", CardKind.RCS_CARD)
    card = with_panel(card, video_id=2)
    paths = export_folder(card, card_vendor_of("rcs"), tmp_path / "a", attached(card), CHOICES)
    assert [path.name for path in paths] == [CARD_FILE, "picture-1.jpg", "video-1.mp4"]


@pytest.mark.parametrize("name", ["picture", "size", "type", "ratio", "text"])
def test_what_blocks_keeps_it_from_being_written(tmp_path, name):
    card, _ = sound("aliyun", CardKind.IMAGE_TEXT)
    vendor, files = card_vendor_of("aliyun"), attached(card)
    place = (0, "picture")
    if name == "picture":
        files, code = {}, "picture_gone"
    elif name == "size":
        files, code = {place: replace(files[place], data=b"x" * (vendor.pictures.most_bytes + 1))}, "picture_too_big"
    elif name == "type":
        files, code = {place: replace(files[place], type="image/webp")}, "picture_type"
    elif name == "ratio":
        files, code = {place: replace(files[place], width=100, height=100)}, "picture_ratio"
    else:
        card, code = with_text(card, Field.TITLE, ""), "field_missing"
    assert [(problem.code, problem.panel) for problem in problems_of(card, vendor, files)] == [(code, 0)]
    with pytest.raises(DocumentError) as caught:
        export_folder(card, vendor, tmp_path / "a", files, CHOICES)
    assert (caught.value.code, caught.value.data) == ("card_has_problems", {"problem": code, "count": 1})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_not_touched(tmp_path):
    card, _ = sound("aliyun", CardKind.IMAGE_TEXT)
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    with pytest.raises(DocumentError) as caught:
        export_folder(card, card_vendor_of("aliyun"), folder, attached(card), CHOICES)
    assert caught.value.code == "folder_taken"
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
    assert list(tmp_path.iterdir()) == [folder]


def test_a_full_disk_leaves_nothing(tmp_path, monkeypatch):
    card, _ = sound("aliyun", CardKind.IMAGE_TEXT)
    real = written_folder._write

    def full(path: Path, content: bytes) -> None:
        if path.suffix == ".jpg":
            raise OSError(errno.ENOSPC, "full")
        real(path, content)

    monkeypatch.setattr(written_folder, "_write", full)
    with pytest.raises(PrepareError) as caught:
        export_folder(card, card_vendor_of("aliyun"), tmp_path / "a", attached(card), CHOICES)
    assert caught.value.code == "disk_full"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_made_meanwhile_is_not_replaced(tmp_path, monkeypatch):
    card, _ = sound("aliyun", CardKind.IMAGE_TEXT)
    folder = tmp_path / "a"
    real = written_folder._rename

    def raced(unfinished: Path, final: Path) -> None:
        final.mkdir()
        (final / "mine.txt").write_text("mine")
        real(unfinished, final)

    monkeypatch.setattr(written_folder, "_rename", raced)
    with pytest.raises(DocumentError) as caught:
        export_folder(card, card_vendor_of("aliyun"), folder, attached(card), CHOICES)
    assert caught.value.code == "folder_taken"
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["mine.txt"]


def test_a_folder_that_is_missing_above_is_said(tmp_path):
    card, _ = sound("aliyun", CardKind.IMAGE_TEXT)
    with pytest.raises(PrepareError) as caught:
        export_folder(card, card_vendor_of("aliyun"), tmp_path / "no" / "a", attached(card), CHOICES)
    assert caught.value.code == "folder_missing"
