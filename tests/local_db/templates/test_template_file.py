import pytest

from local_db.errors import TemplateError
from local_db.templates.model import Purpose, Template
from local_db.templates.sms_rules import sms_rules
from local_db.templates.template_file import TemplateDefaults, read_template_file

DEFAULTS = TemplateDefaults(signature="默认店", opt_out="拒收请回复R")


def read(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_template_file(path, DEFAULTS)


@pytest.mark.parametrize(
    ("message", "signature", "body", "opt_out"),
    [
        ("【猫粮店】全店八折，拒收请回复R", "猫粮店", "全店八折，", "拒收请回复R"),
        ("【猫粮店】全店八折 拒收请回复R\n", "猫粮店", "全店八折 ", "拒收请回复R"),
        ("【猫粮店】全店八折，退订回T", "猫粮店", "全店八折，", "退订回T"),
        ("【猫粮店】全店八折，退订回TD", "猫粮店", "全店八折，", "退订回TD"),
        ("【猫粮店】全店八折，回TD退订", "猫粮店", "全店八折，", "回TD退订"),
        ("【猫粮店】全店八折，回 t 退订。", "猫粮店", "全店八折，", "回 t 退订。"),
        ("【猫粮店】全店八折，退订回Ｔ", "猫粮店", "全店八折，", "退订回Ｔ"),
        ("【Whiskers】20% off. Reply STOP to opt out", "Whiskers", "20% off. ", "Reply STOP to opt out"),
        ("全店八折，", "默认店", "全店八折，", "拒收请回复R"),
        ("全店八折，退订回T后不再打扰", "默认店", "全店八折，退订回T后不再打扰", "拒收请回复R"),
        ("\ufeff【猫粮店】{nick|亲}你好", "猫粮店", "{nick|亲}你好", "拒收请回复R"),
    ],
)
def test_a_whole_message_as_plain_text(tmp_path, message, signature, body, opt_out):
    assert read(tmp_path, "双11.txt", message) == Template("双11", Purpose.MARKETING, signature, body, opt_out)


def test_plain_text_may_be_gb18030(tmp_path):
    assert read(tmp_path, "a.txt", "【猫粮店】八折，退订回T".encode("gb18030")).signature == "猫粮店"


def test_toml_names_its_parts(tmp_path):
    text = 'name = "发货"\npurpose = "notification"\nsignature = "猫粮店"\nbody = "{nick|亲}，已发货。"\n'
    assert read(tmp_path, "a.toml", text) == Template("发货", Purpose.NOTIFICATION, "猫粮店", "{nick|亲}，已发货。", "")


def test_toml_that_is_short_takes_the_rest_from_the_shop(tmp_path):
    expected = Template("a", Purpose.MARKETING, "默认店", "八折，", "拒收请回复R")
    assert read(tmp_path, "a.TOML", 'body = "八折，"') == expected


def test_toml_may_say_that_there_is_no_opt_out(tmp_path):
    assert read(tmp_path, "a.toml", 'body = "八折，"\nopt_out = ""').opt_out == ""


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.toml", "body = ", "bad_toml"),
        ("a.toml", 'body = "x"\ncolour = "red"', "unknown_key"),
        ("a.toml", "body = 3", "bad_value"),
        ("a.toml", 'body = "x"\npurpose = "spam"', "bad_value"),
        ("a.toml", "", "empty_body"),
        ("a.txt", " \n", "empty_body"),
        ("a.txt", "【猫粮店】拒收请回复R", "empty_body"),
        ("a.txt", b"\x89PNG\r\n\x00\x00\xff\xff", "not_text"),
        ("a.txt", b"a" * 1_000_001, "file_too_big"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path, name, content, code):
    with pytest.raises(TemplateError) as caught:
        read(tmp_path, name, content)
    assert caught.value.code == code


@pytest.mark.parametrize("value", ["[" * 5000, "{a=" * 5000, "9" * 5000])
def test_toml_beyond_all_measure(tmp_path, value):
    with pytest.raises(TemplateError) as refused:
        read(tmp_path, "a.toml", f"body = {value}")
    assert refused.value.code == "toml_excessive"


@pytest.mark.parametrize("character", ["\\u0000", "\\u001b", "\\u0007", "\\u007f", "\\b"])
@pytest.mark.parametrize("key", ["name", "signature", "body", "opt_out"])
def test_toml_spells_no_control_character(tmp_path, key, character):
    with pytest.raises(TemplateError) as refused:
        read(tmp_path, "a.toml", f'{key} = "a{character}b"')
    assert (refused.value.code, refused.value.data["key"]) == ("bad_value", key)


def test_a_missing_file_and_a_folder(tmp_path):
    for path, code in ((tmp_path / "no.txt", "file_missing"), (tmp_path, "file_unreadable")):
        with pytest.raises(TemplateError) as caught:
            read_template_file(path, DEFAULTS)
        assert caught.value.code == code


@pytest.mark.parametrize("wording", [opt_out.text for opt_out in sms_rules().opt_outs])
def test_every_known_wording_is_found_at_the_end(tmp_path, wording):
    found = read(tmp_path, "a.txt", f"【店】八折，{wording}")
    assert (found.body, found.opt_out) == ("八折，", wording)
