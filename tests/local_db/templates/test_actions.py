from dataclasses import replace
from datetime import timedelta

import pytest

from local_db.changes import Changes, Topic
from local_db.errors import TemplateError
from local_db.settings import save_settings
from local_db.templates import actions
from local_db.templates.model import Purpose, Template
from tests.stored import get_template

DRAFT = Template("双11", Purpose.MARKETING, "猫粮店", "{nick|亲}，", "拒收请回复R")


def code_of(call, *args, **kwargs):
    with pytest.raises(TemplateError) as caught:
        call(*args, **kwargs)
    return caught.value.code


def test_a_saved_template_comes_back_as_it_was(shop, now):
    saved, changes = actions.save_template(shop, replace(DRAFT, name=" 双11 "), now=now)
    assert changes == Changes.of(Topic.TEMPLATES)
    assert saved == replace(DRAFT, id=saved.id, created_at=int(now.timestamp()), changed_at=int(now.timestamp()))
    assert get_template(shop, saved.id) == saved
    assert actions.list_templates(shop) == (saved,)


def test_saving_again_keeps_the_day_it_was_made(shop, now):
    saved, _ = actions.save_template(shop, DRAFT, now=now)
    changed, _ = actions.save_template(shop, replace(saved, body="改了", created_at=0), now=now + timedelta(days=1))
    assert changed == replace(saved, body="改了", changed_at=saved.changed_at + 86_400)
    assert actions.list_templates(shop) == (changed,)


def test_the_one_changed_last_is_first(shop, now):
    first, _ = actions.save_template(shop, DRAFT, now=now)
    second, _ = actions.save_template(shop, replace(DRAFT, name="双12"), now=now + timedelta(seconds=1))
    assert actions.list_templates(shop) == (second, first)
    first, _ = actions.save_template(shop, first, now=now + timedelta(seconds=2))
    assert actions.list_templates(shop) == (first, second)


@pytest.mark.parametrize("name", ["SALE", "sale", " Sale "])
def test_a_name_is_taken_whatever_its_case(shop, now, name):
    actions.save_template(shop, replace(DRAFT, name="Sale"), now=now)
    assert code_of(actions.save_template, shop, replace(DRAFT, name=name), now=now) == "name_taken"


def test_a_name_may_be_kept_and_spelled_anew(shop, now):
    saved, _ = actions.save_template(shop, replace(DRAFT, name="Sale"), now=now)
    assert actions.save_template(shop, replace(saved, name="SALE"), now=now)[0].name == "SALE"


def test_a_template_needs_a_name_and_its_row(shop, now):
    assert code_of(actions.save_template, shop, replace(DRAFT, name=" "), now=now) == "name_empty"
    assert code_of(actions.save_template, shop, replace(DRAFT, id=9), now=now) == "template_missing"
    assert code_of(actions.delete_template, shop, 9) == "template_missing"


def test_a_file_is_completed_from_the_settings(shop, tmp_path):
    save_settings(shop, {"sms_signature": "猫粮店", "sms_opt_out": "退订回T"})
    (tmp_path / "双11.txt").write_text("{nick|亲}，", encoding="utf-8")
    assert actions.template_from_file(shop, tmp_path / "双11.txt") == replace(DRAFT, opt_out="退订回T")


def test_a_deletion_can_be_undone(shop, now):
    saved, _ = actions.save_template(shop, DRAFT, now=now)
    with shop.write() as connection:
        connection.execute(
            "insert into audiences(name, template_id, tree, template, summary, prepared_at)"
            " values ('a', ?, '', '', '', 0)",
            [saved.id],
        )
    deleted, _ = actions.delete_template(shop, saved.id)
    assert actions.list_templates(shop) == ()
    assert actions.restore_template(shop, deleted)[0] == saved
    with shop.read() as connection:
        assert connection.execute("select template_id from audiences").fetchall() == [(saved.id,)]


def test_a_deletion_is_undone_once_whatever_was_saved_since(shop, now):
    saved, _ = actions.save_template(shop, DRAFT, now=now)
    deleted, _ = actions.delete_template(shop, saved.id)
    other, _ = actions.save_template(shop, replace(DRAFT, name="双12"), now=now)
    restored, _ = actions.restore_template(shop, deleted)
    assert restored.id != other.id
    assert code_of(actions.restore_template, shop, deleted) == "name_taken"
