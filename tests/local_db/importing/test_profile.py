"""Profiles: the built-in ones are whole, one's own come back as saved, and a wrong key is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from local_db.errors import ImportRefused
from local_db.importing.model import FileKind
from local_db.importing.profile import (
    BUILT_IN,
    PROFILE_FOLDER,
    Profile,
    built_in_profiles,
    common_headers,
    load_folder,
    load_profile,
    plain,
    profile_from_mapping,
    save_profile,
)


def test_every_profile_file_is_listed() -> None:
    assert {file.stem for file in PROFILE_FOLDER.glob("*.toml")} == {*BUILT_IN, "common_headers"}


@pytest.mark.parametrize("profile", [*built_in_profiles(), common_headers()], ids=lambda profile: profile.name)
def test_a_profile_comes_back_as_saved(profile: Profile, tmp_path: Path) -> None:
    assert load_profile(save_profile(tmp_path, profile)) == profile
    assert {"en", "zh"} <= set(profile.titles)
    assert profile.source


def test_headers_and_words_are_compared_in_one_spelling() -> None:
    assert plain(" ＯＲＤＥＲ　（元） ") == plain("\ufefforder (元)")
    assert plain("买家已付款，等待卖家发货") == plain("买家已付款,等待卖家发货 ")


MAPPING = {"nick": "谁", "paid_at": "何时", "paid": "多少", "status": "怎样"}


def test_ones_own_mapping(tmp_path: Path) -> None:
    profile = profile_from_mapping("我的表", MAPPING, platform="weidian", statuses={"好了": "finished"})
    assert profile.rows.number_from_content
    assert profile.statuses["好了"] == "finished"
    assert profile.statuses["交易成功"] == "finished"
    save_profile(tmp_path, profile)
    (tmp_path / "broken.toml").write_text("name = ", encoding="utf-8")
    assert load_folder(tmp_path) == (profile,)


def test_a_mapping_of_members() -> None:
    profile = profile_from_mapping("m", {"phone": "手机", "name": "姓名"}, kind=FileKind.MEMBERS)
    assert profile.required == ("phone", "name")


def test_national_ids_are_never_read() -> None:
    with pytest.raises(ImportRefused) as refusal:
        profile_from_mapping("m", {"nick": "谁", "buyer_id": "身份证号"})
    assert refusal.value.code == "national_id"
    for profile in (*built_in_profiles(), common_headers()):
        assert "身份证" not in repr(profile.headers)


GOOD = 'name = "x"\nkind = "orders"\n[headers]\nnumber = ["订单号"]\npaid = ["金额"]\n'


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (GOOD.replace('"x"', '"a/b"'), "name"),
        (GOOD.replace('"orders"', '"people"'), "kind"),
        (GOOD.replace("paid", "payed"), "headers.payed"),
        (GOOD.replace('["金额"]', "[1]"), "headers.paid"),
        (GOOD.replace('["金额"]', "[]"), "headers.paid"),
        (GOOD.replace("number", "name"), "headers.number"),
        ("color = 1\n" + GOOD, "color"),
        ('currency = "yuan"\n' + GOOD, "currency"),
        ('zone = "Asia/Nowhere"\n' + GOOD, "zone"),
        ('required = ["nick"]\n' + GOOD, "required"),
        (GOOD + '[file]\nseparator = "dot"\n', "file.separator"),
        (GOOD + '[rows]\norders = "some"\n', "rows.orders"),
        (GOOD + '[rows]\nmore = "some"\n', "rows.more"),
        (GOOD + '[status]\n"好" = "good"\n', "status.好"),
        (GOOD + '[closing]\n"好" = "good"\n', "closing.好"),
        (GOOD + '[consent]\nsms = "granted"\n', "consent"),
        (GOOD + '[after_sale]\n"好" = "closed"\n', "after_sale.好"),
        (GOOD + '[state]\n"好" = "good"\n', "state.好"),
        (GOOD + '[rows]\nmoney = "some"\n', "rows.money"),
        (GOOD + '[rows]\nnumber_time = "yesterday"\n', "rows.number_time"),
        (GOOD.replace("number", "nick") + '[rows]\nnumber = "first_line"\n', "headers.number"),
        ('without = "订单号"\n' + GOOD, "without"),
        (GOOD.replace('"orders"', '"refunds"').replace("paid", "amount"), "headers.order_number"),
        (GOOD.replace("[headers]", "headers = 1\n[other]"), "other"),
    ],
)
def test_a_wrong_key_is_named(tmp_path: Path, text: str, key: str) -> None:
    path = tmp_path / "p.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert load_profile(path).name == "x"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ImportRefused) as refusal:
        load_profile(path)
    assert (refusal.value.code, refusal.value.data["key"]) == ("profile_invalid", key)


@pytest.mark.parametrize("content", [b"name = ", b"\xff\xfe", b"name = " + b"[" * 5000, None])
def test_an_unreadable_profile_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "p.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ImportRefused) as refusal:
        load_profile(path)
    assert refusal.value.code == "profile_unreadable"
