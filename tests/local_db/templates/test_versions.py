"""What a template said before, where it is kept, and how it travels as a file."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.errors import TemplateError
from local_db.templates import actions
from local_db.templates.finder import template_finder
from local_db.templates.model import Purpose, Template
from local_db.templates.template_file import TemplateDefaults, read_templates_file, to_toml
from tests.stored import get_template

DRAFT = Template("双11", Purpose.MARKETING, "猫粮店", "{nick|亲}，", "拒收请回复R", vendor="aliyun", folder="大促")
SEARCH_MS = 20


def test_every_change_of_the_text_is_a_version(shop, now):
    saved, _ = actions.save_template(shop, DRAFT, now=now)
    changed, _ = actions.save_template(shop, replace(saved, body="改了，"), now=now + timedelta(days=1))
    actions.save_template(shop, changed, now=now + timedelta(days=2))  # the same again
    actions.save_template(shop, replace(changed, folder="旧"), now=now + timedelta(days=3))  # only moved
    actions.save_template(shop, replace(changed, vendor="huawei"), now=now + timedelta(days=4))
    versions = actions.list_versions(shop, saved.id)
    assert [(one.version, one.template.body, one.template.vendor) for one in versions] == [
        (3, "改了，", "huawei"),
        (2, "改了，", "aliyun"),
        (1, "{nick|亲}，", "aliyun"),
    ]
    assert versions[1].saved_at == changed.changed_at


def test_an_undone_deletion_remembers_the_versions(shop, now):
    saved, _ = actions.save_template(shop, DRAFT, now=now)
    actions.save_template(shop, replace(saved, body="改了，"), now=now)
    before = actions.list_versions(shop, saved.id)
    deleted, _ = actions.delete_template(shop, saved.id)
    assert actions.list_versions(shop, saved.id) == ()
    actions.restore_template(shop, deleted)
    assert actions.list_versions(shop, saved.id) == before


def test_moving_is_no_change_of_the_text(shop, now):
    saved, _ = actions.save_template(shop, DRAFT, now=now)
    actions.move_templates(shop, [saved.id], " 日常 ")
    assert get_template(shop, saved.id) == replace(saved, folder="日常")


def test_templates_travel_as_a_file(shop, now, tmp_path):
    first, _ = actions.save_template(shop, DRAFT, now=now)
    second, _ = actions.save_template(shop, replace(DRAFT, name="发货", folder=""), now=now)
    path = tmp_path / "texts.toml"
    assert actions.export_templates(shop, [], path) == 2
    assert actions.export_templates(shop, [first.id], tmp_path / "one.toml") == 1
    actions.delete_template(shop, second.id)
    stored, _ = actions.import_templates(shop, path, now=now)
    assert {one.name for one in stored} == {"发货", "双11 2"}
    assert {(one.body, one.vendor, one.folder) for one in stored} == {
        (DRAFT.body, "aliyun", ""),
        (DRAFT.body, "aliyun", "大促"),
    }
    assert all(len(actions.list_versions(shop, one.id)) == 1 for one in stored)


def test_a_file_with_a_mistake_stores_nothing(shop, now, tmp_path):
    path = tmp_path / "texts.toml"
    path.write_text('[[template]]\nbody = "a，"\n[[template]]\nbody = ""\n', encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        actions.import_templates(shop, path, now=now)
    assert caught.value.code == "empty_body"
    assert actions.list_templates(shop) == ()
    path.write_text('body = "a"\ntemplate = 3\n', encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        actions.import_templates(shop, path, now=now)
    assert caught.value.data == {"key": "template"}


def test_a_folder_that_is_not_there(shop, tmp_path):
    with pytest.raises(TemplateError) as caught:
        actions.export_templates(shop, [], tmp_path / "no" / "texts.toml")
    assert caught.value.code == "file_unwritable"


WRITTEN = st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=20).filter(
    lambda text: text == text.strip() and "【" not in text
)


@given(name=WRITTEN, body=WRITTEN, signature=WRITTEN, folder=WRITTEN, purpose=st.sampled_from(Purpose))
def test_what_is_written_is_read_back(tmp_path_factory, name, body, signature, folder, purpose):
    template = Template(name, purpose, signature, body, "拒收", vendor="tencent", folder=folder)
    path = tmp_path_factory.getbasetemp() / "written.toml"
    path.write_text(to_toml([template, template]), encoding="utf-8", newline="\n")
    assert read_templates_file(path, TemplateDefaults()) == (template, template)


WORDS = (
    "双11", "会员日", "上新", "复购", "提醒", "生日", "发货", "满减", "猫粮", "猫砂", "冻干", "老客",
    "召回", "周年", "五折", "直降",
)  # fmt: skip


def many(count):
    goods = (f"{WORDS[n % 13]}{WORDS[n % 7]}{WORDS[n % 5]}" for n in range(count))
    bodies = (f"{{nick|亲}}，您常买的{named}，错过再等一年，第{n}款，" for n, named in enumerate(goods))
    return [
        Template(f"{WORDS[n % 16]}{n}", Purpose.MARKETING, "喵屋", body, "拒收请回复R", n + 1, folder=WORDS[n % 11])
        for n, body in enumerate(bodies)
    ]


@pytest.mark.parametrize(
    ("typed", "names"),
    [("会员", {"会员日"}), ("huiyuan", {"会员日"}), ("hyr", {"会员日"}), ("shengri", {"生日祝福"}),
     ("niuzai", {"上新"}), ("日常 上", {"上新"}), ("", {"会员日", "生日祝福", "上新"}), ("不存在", set())],
)  # fmt: skip
def test_a_text_is_found_as_it_is_typed(typed, names):
    made = [
        replace(DRAFT, name="会员日", body="八折，", folder=""),
        replace(DRAFT, name="生日祝福", body="祝您生日快乐，", folder=""),
        replace(DRAFT, name="上新", body="牛仔裤到货，", folder="日常"),
    ]
    assert {one.name for one in template_finder(made).find(typed)} == names


def test_twenty_thousand_are_searched_within_twenty_milliseconds():
    finder = template_finder(many(20_000))
    finder.find("a")  # loads what is needed
    for typed in ("双", "双11", "h", "hu", "hui", "huiy", "huiyuan", "zhijiang", "maoliang", "sy", "第1999", "lk 五折"):
        took = []
        for _ in range(3):
            begin = time.perf_counter()
            finder.find(typed)
            took.append((time.perf_counter() - begin) * 1000)
        assert min(took) < SEARCH_MS, typed
    assert {one.folder for one in finder.find("双11")}
