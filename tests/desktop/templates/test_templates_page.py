"""The page of templates on a real shop: what is shown is what the rules say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.campaigns.planning import EVERYBODY_ID
from desktop.documents.free_name import free_name
from desktop.templates.page import TemplatesPage
from desktop.templates.table_model import Column
from desktop.templates.variable_list import matches
from desktop.templates.variable_words import LABELS
from local_db.campaigns import actions as campaigns
from local_db.campaigns.model import PrepareOptions
from local_db.changes import Changes, Topic
from local_db.segments.tree import parse
from local_db.templates import actions
from local_db.templates.model import Purpose, Template
from local_db.templates.render import render
from tests.desktop.stage import NOW, Stage
from tests.stored import get_template

BODY = "{nick|亲}，您常买的猫粮双12直降，会员再减20元，12日24点截止，老客户专享，先到先得哦，错过再等一年，拼手速"
EVERYBODY = parse({"all": []})
ALL_TOPICS = Changes.of(*Topic)


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> TemplatesPage:
    made = TemplatesPage(stage.context)
    qtbot.addWidget(made)
    made.resize(1080, 800)
    made.show()
    stage.context.changes.subscribe(made, tuple(Topic))
    stage.settle()
    return made


def cells(page: TemplatesPage, row: int) -> list[str]:
    model = page.list.model
    return [str(model.index(row, column).data()) for column in Column]


def opened(page: TemplatesPage, stage: Stage, template: Template) -> None:
    stage.announce(Changes.of(Topic.TEMPLATES, Topic.MEMBERS))
    page.open(template_id=template.id)
    stage.settle()


def typed(page: TemplatesPage, stage: Stage, qtbot: QtBot, body: str) -> None:
    """Write another body and wait until everything about it is known."""
    page.editor.text.body_field.selectAll()
    page.editor.text.body_field.insertPlainText(body)
    qtbot.waitUntil(lambda: not page.editor.is_counting)
    stage.settle()


def test_an_empty_shop_offers_a_start(page: TemplatesPage, stage: Stage) -> None:
    assert page.list.model.rowCount() == 0
    assert page.list.empty.isVisible()
    assert len(page.list.starter_cards()) == 6
    page.list.new.click()
    stage.settle()
    assert page.editor.isVisible()
    template = page.editor.template()
    assert (template.purpose, template.signature) == (Purpose.MARKETING, "喵屋")
    assert page.editor.preview.rendered is not None
    assert not page.editor.text.problems.findings
    page.editor.header.use.click()
    assert "empty" in page.editor.text.problems.findings[0].text


def test_a_starter_shows_variables_by_their_names(page: TemplatesPage) -> None:
    for card in page.list.starter_cards():
        shown = [label.text() for label in card.findChildren(QLabel)]
        assert not any("{" in text for text in shown)


def test_an_empty_or_blocked_text_has_no_price(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    stage.add_members("小鱼")
    stage.announce(ALL_TOPICS)
    page.list.new.click()
    stage.settle()
    assert page.editor.audience.total.text() == ""
    typed(page, stage, qtbot, "全店八折，")
    assert page.editor.audience.total.text() != ""
    typed(page, stage, qtbot, "全店{八折，")
    assert page.editor.audience.total.text() == ""


def test_a_typed_brace_offers_the_variables(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    page.list.new.click()
    stage.settle()
    field = page.editor.text.body_field
    field.setFocus()
    qtbot.keyClicks(field, "Hi {")
    offered = page.editor.text.offered
    assert offered.isVisible()
    assert offered.names() == list(LABELS)
    assert page.rect().contains(offered.geometry())
    qtbot.keyClicks(field, "cit")  # typed on
    assert offered.names() == ["city"]
    assert field.body() == "Hi {cit"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.body() == "Hi {city}"
    assert not offered.isVisible()
    qtbot.keyClicks(field, " {")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.body() == "Hi {city} {name|亲}"
    qtbot.keyClicks(field, "{x")
    assert not offered.isVisible()


@pytest.mark.parametrize(
    ("typed", "name", "label", "meant"),
    [
        ("", "nick", "买家昵称", True),
        ("maijia", "nick", "买家昵称", True),
        ("mjnc", "nick", "买家昵称", True),
        ("昵称", "nick", "买家昵称", True),
        ("last", "last_product", "上次购买的商品", True),
        ("Day of", "last_order_date", "Day of the last order", True),
        ("chengshi", "nick", "买家昵称", False),
        ("chengshi", "city", "城市", True),
    ],
)
def test_pinyin_and_characters_mean_variables(typed: str, name: str, label: str, *, meant: bool) -> None:
    assert matches(typed, name, label) is meant


def test_a_starter_becomes_a_template(page: TemplatesPage, stage: Stage) -> None:
    card = page.list.starter_cards()[0]
    card.button.click()
    stage.settle()
    page.editor.saving.save()
    stage.settle()
    (stored,) = actions.list_templates(stage.shop)
    assert stored.signature == "喵屋"
    assert cells(page, 0)[Column.NAME] == stored.name


def test_the_list_shows_the_exact_range_of_everybody(page: TemplatesPage, stage: Stage) -> None:
    stage.add_members("小鱼", "小鱼干不干的主人", "猫")
    stage.add_template("{nick|亲}，全店八折")
    stage.announce(ALL_TOPICS)
    assert cells(page, 0)[Column.TEXT] == "{Buyer nick}，全店八折"
    shortest = len("【喵屋】猫，全店八折拒收请回复R")
    longest = len("【喵屋】小鱼干不干的主人，全店八折拒收请回复R")
    assert cells(page, 0)[Column.CHARACTERS] == f"{shortest} – {longest}"
    assert cells(page, 0)[Column.PARTS] == "1"


def test_a_text_is_saved_as_written(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    template = stage.add_template("旧，")
    opened(page, stage, template)
    assert not page.editor.header.save.isEnabled()
    typed(page, stage, qtbot, "{nick|亲}，新😀，")
    page.editor.header.name.setText("新名字")
    page.editor.text.settings.signature.setText("喵喵屋")
    page.editor.text.settings.signature.textEdited.emit("喵喵屋")
    assert page.editor.header.save.isEnabled()
    qtbot.keyClick(page.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    stored = get_template(stage.shop, template.id)
    assert (stored.name, stored.body, stored.signature) == ("新名字", "{nick|亲}，新😀，", "喵喵屋")
    assert not page.editor.header.save.isEnabled()
    page.open()
    opened(page, stage, stored)
    assert page.editor.template().body == stored.body


def test_going_back_saves_and_can_be_undone(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    template = stage.add_template("旧，")
    opened(page, stage, template)
    typed(page, stage, qtbot, "新，")
    page.editor.header.back.click()
    stage.settle()
    assert page.list.isVisible()
    assert get_template(stage.shop, template.id).body == "新，"
    undo = stage.notices.all[-1].action
    assert undo is not None
    undo()
    stage.settle()
    assert get_template(stage.shop, template.id).body == "旧，"


def test_another_page_in_sight_loses_nothing(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    stage.add_template("旧，", "双12")
    stage.announce(Changes.of(Topic.TEMPLATES))
    page.list.new.click()
    typed(page, stage, qtbot, "新，")
    page.editor.header.name.setText("双12")  # taken; nobody is there to be asked
    page.hide()
    stage.settle()
    assert {stored.name: stored.body for stored in actions.list_templates(stage.shop)} == {
        "双12": "旧，",
        "双12 2": "新，",
    }
    undo = stage.notices.all[-1].action
    assert undo is not None
    page.show()
    stage.settle()
    assert page.editor.isVisible()
    assert page.editor.header.name.text() == "双12 2"
    assert not page.editor.saving.has_unsaved_work()
    undo()
    stage.settle()
    assert [stored.name for stored in actions.list_templates(stage.shop)] == ["双12"]
    page.editor.saving.save()
    stage.settle()
    assert len(actions.list_templates(stage.shop)) == 2


def test_an_untouched_new_text_leaves_nothing_behind(page: TemplatesPage, stage: Stage) -> None:
    page.list.new.click()
    page.editor.header.back.click()
    stage.settle()
    assert page.list.isVisible()
    assert actions.list_templates(stage.shop) == ()


def test_a_taken_name_is_said_at_the_name(page: TemplatesPage, stage: Stage) -> None:
    stage.add_template("a，", "双11")
    template = stage.add_template("b，", "双12")
    opened(page, stage, template)
    page.editor.header.name.setText("双11")
    page.editor.saving.save()
    stage.settle()
    assert page.editor.header.name.property("wrong")
    assert get_template(stage.shop, template.id).name == "双12"


def test_the_preview_is_the_rendered_text_of_each_member(page: TemplatesPage, stage: Stage) -> None:
    stage.add_members("小鱼", "", "橘座")
    template = stage.add_template("{nick|亲}，{orders}单了，")
    opened(page, stage, template)
    roster = stage.context.rosters.current()
    for member_id in (1, 2, 3, 1):
        facts = actions.preview_facts(stage.shop, roster, member_id, now=NOW)
        assert page.editor.preview.rendered == render(template, facts)
        page.editor.preview.step(1)
        stage.settle()


def test_the_figures_are_those_of_the_plan(page: TemplatesPage, stage: Stage) -> None:
    stage.add_members("小鱼", "小鱼干不干的主人和猫", "橘座", "猫", opted_out=1)
    template = stage.add_template(BODY)
    opened(page, stage, template)
    plan = campaigns.plan(stage.shop, stage.context.rosters.current(), EVERYBODY, template, PrepareOptions(), now=NOW)
    assert plan.longest is not None
    assert plan.shortest is not None
    assert plan.parts == {1: 2, 2: 1}
    assert page.editor.audience.total.text() == "¥0.20"
    assert [row.amount for row in page.editor.audience.bars.rows] == ["2 · ¥0.10", "1 · ¥0.10"]
    tag = page.editor.text.size_tag.text()
    assert tag == f"{plan.shortest.units} – {plan.longest.units} characters"
    page.editor.preview_card.longest.click()
    stage.settle()
    assert page.editor.preview.rendered is not None
    assert page.editor.preview.rendered.text == plan.longest.text


def test_a_segment_narrows_the_audience(page: TemplatesPage, stage: Stage) -> None:
    stage.add_members("小鱼", "橘座", "猫")
    template = stage.add_template("{nick|亲}，")
    segment = stage.add_segment("今天的", {"ordered": {"times": [">=", 1], "within_days": 2}})
    opened(page, stage, template)
    stage.announce(Changes.of(Topic.SEGMENTS))
    assert page.editor.audience.segment_id() == EVERYBODY_ID
    page.editor.audience.segment.set_value(segment.id)
    stage.settle()
    assert page.editor.audience.bars.rows[0].amount.startswith("1 · ")
    assert page.editor.preview_card.member.text() == "小鱼"


def test_an_unfilled_variable_is_said_everywhere(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    stage.add_members("小鱼", "")
    template = stage.add_template("{nick|亲}，")
    opened(page, stage, template)
    assert not page.editor.text.problems.findings
    typed(page, stage, qtbot, "{nick}，")
    (finding,) = page.editor.text.problems.findings
    assert finding.blocks
    assert (finding.position, finding.length) == (0, 6)
    page.editor.preview.step(1)
    stage.settle()
    assert page.editor.preview.rendered is not None
    assert page.editor.preview.rendered.unfilled == ("nick",)
    assert page.editor.preview_card.unfilled.isVisible()


def test_without_members_the_fallbacks_are_shown(page: TemplatesPage, stage: Stage) -> None:
    template = stage.add_template("{nick|亲}，您好")
    opened(page, stage, template)
    assert page.editor.preview.rendered is not None
    assert page.editor.preview.rendered.text == "【喵屋】亲，您好拒收请回复R"
    assert page.editor.text.size_tag.text() == "14 characters"


def test_problems_point_at_their_place(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    opened(page, stage, stage.add_template("您好"))
    typed(page, stage, qtbot, "😀您好{nope}，退订回T")
    findings = page.editor.text.problems.findings
    assert [finding.blocks for finding in findings] == [True, False]
    page.editor.text.problems.place_wanted.emit(findings[0].position, findings[0].length)
    assert page.editor.text.body_field.textCursor().selectedText() == "{nope}"


def test_a_notification_has_no_opt_out(page: TemplatesPage, stage: Stage) -> None:
    opened(page, stage, stage.add_template("您好"))
    settings = page.editor.text.settings
    settings.purpose.chosen.emit("marketing")
    settings.purpose._choose("notification")
    assert page.editor.template().opt_out == ""
    settings.purpose._choose("marketing")
    assert page.editor.template().opt_out == "拒收请回复R"


def test_deleting_can_be_undone(page: TemplatesPage, stage: Stage) -> None:
    template = stage.add_template("您好")
    stage.announce(Changes.of(Topic.TEMPLATES))
    page.list.table.selectRow(0)
    page.list.delete.click()
    stage.settle()
    assert actions.list_templates(stage.shop) == ()
    assert page.list.model.rowCount() == 0
    undo = stage.notices.all[-1].action
    assert undo is not None
    undo()
    stage.settle()
    assert actions.list_templates(stage.shop) == (template,)
    assert page.list.model.rowCount() == 1


def test_a_copy_gets_a_name_of_its_own(page: TemplatesPage, stage: Stage) -> None:
    stage.add_template("您好", "双12")
    stage.announce(Changes.of(Topic.TEMPLATES))
    page.list.table.selectRow(0)
    page.list.copy.click()
    stage.settle()
    assert {stored.name for stored in actions.list_templates(stage.shop)} == {"双12", "双12 2"}


@pytest.mark.parametrize(("taken", "free"), [((), "a"), (("a",), "a 2"), (("A", "a 2"), "a 3"), (("a 2",), "a")])
def test_free_names(taken: tuple[str, ...], free: str) -> None:
    assert free_name("a", taken) == free


def test_the_way_to_a_campaign(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    template = stage.add_template("您好")
    opened(page, stage, template)
    page.editor.header.use.click()
    assert stage.visits == [("campaigns", {"template_id": template.id})]
    typed(page, stage, qtbot, "您好呀")
    page.editor.header.use.click()
    stage.settle()
    assert get_template(stage.shop, template.id).body == "您好呀"
    assert len(stage.visits) == 2


def test_variables_show_what_they_give(page: TemplatesPage, stage: Stage) -> None:
    stage.add_members("小鱼")
    opened(page, stage, stage.add_template("，您好"))
    menu = page.editor.text.variable_menu()
    texts = [action.text() for action in menu.actions()]
    assert any("{nick}" in text and text.endswith("\t小鱼") for text in texts)
    menu.actions()[0].trigger()
    assert page.editor.template().body == "{nick|亲}，您好"


def test_every_control_has_a_name(page: TemplatesPage, stage: Stage) -> None:
    stage.add_members("小鱼")
    opened(page, stage, stage.add_template("您好{nope}"))
    assert unnamed(page) == []


def unnamed(page: QWidget) -> list[str]:
    """Controls that can be focused and say nothing of themselves."""
    found = []
    for widget in page.findChildren(QWidget):
        text = getattr(widget, "text", None)
        said = widget.accessibleName() or (callable(text) and text())
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not said:
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found
