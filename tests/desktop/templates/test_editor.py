"""The editor of a text: vendors, prices, cuts, variables, versions; what is shown is what the rules say."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.templates.members_dialog import MembersDialog
from desktop.templates.page import TemplatesPage
from desktop.templates.text_card import LONGEST
from desktop.templates.variable_popover import VariablePopover
from desktop.widgets.menu import Menu
from local_db.campaigns import actions as campaigns
from local_db.changes import Changes, Topic
from local_db.segments.tree import parse
from local_db.settings import read_setting
from local_db.templates.cuts import CutKind
from local_db.templates.model import Template
from local_db.templates.vendors import OWN_FOLDER, RULES_FOLDER
from tests.desktop.stage import NOW, Stage
from tests.stored import get_template

EVERYBODY = parse({"all": []})
# 4 of 【喵屋】 and 6 of the opt-out: 60 more make a part; a nick of two makes 73 of it.
LONG = "您好，{nick|亲}" + "猫" * 58


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> TemplatesPage:
    made = TemplatesPage(stage.context)
    qtbot.addWidget(made)
    made.resize(1080, 1000)
    made.show()
    stage.context.changes.subscribe(made, tuple(Topic))
    stage.settle()
    return made


def opened(page: TemplatesPage, stage: Stage, body: str, name: str = "双12") -> Template:
    template = stage.add_template(body, name)
    stage.announce(Changes.of(*Topic))
    page.open(template_id=template.id)
    stage.settle()
    return template


def settled(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.editor.is_counting)
    stage.settle()


def setting(stage: Stage, key: str) -> object:
    with stage.shop.read() as connection:
        return read_setting(connection, key)


def test_the_vendor_is_part_of_the_text(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    template = opened(page, stage, "老朋友，八折，")
    editor = page.editor
    assert editor.vendor().key == "custom"
    editor.header.vendor.set_value("qiniu")
    settled(page, stage, qtbot)
    assert editor.template().opt_out == "回TD退订"  # what this vendor takes
    editor.saving.save()
    stage.settle()
    assert get_template(stage.shop, template.id).vendor == "qiniu"
    assert setting(stage, "sms_vendor") == "qiniu"
    page.open(new=True)
    stage.settle()
    assert editor.vendor().key == "qiniu"  # the next one is for the same


def test_a_wording_that_is_taken_stays(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    opened(page, stage, "老朋友，八折，")
    page.editor.header.vendor.set_value("aliyun")
    settled(page, stage, qtbot)
    assert page.editor.template().opt_out == "拒收请回复R"


def test_every_vendor_has_a_column(page: TemplatesPage, stage: Stage) -> None:
    opened(page, stage, "{nick|亲|6}，今晚直播，")
    rows = {row.row: row for row in page.editor.checks.rows}
    assert set(rows) == {"signature", "opt_out", "variables", "words.live"}
    shown = [label.text() for label in page.editor.checks.findChildren(QLabel)]
    assert shown.count("refused") == sum(v == "refused" for row in rows.values() for v in row.verdicts.values())
    assert any("Source: " in text for text in shown)
    worst = rows["words.live"].worst
    assert worst is not None
    page.editor.checks.place_wanted.emit(worst.position, worst.length)
    assert page.editor.text.body_field.textCursor().selectedText() == "直播"


def test_verdicts_fit_into_a_narrow_window(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    opened(page, stage, "双12直降，先到先得哦，")
    checks = page.editor.checks
    assert not checks.narrow
    page.resize(852, 676)
    qtbot.waitUntil(lambda: checks.narrow)
    viewport = checks.parentWidget().parentWidget()
    qtbot.waitUntil(lambda: checks.parentWidget().width() <= viewport.width())
    page.resize(1080, 1000)
    qtbot.waitUntil(lambda: not checks.narrow)


def test_links_in_the_values_of_members_are_told(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    stage.add_members("看taobao.com", "小鱼")
    opened(page, stage, "{nick|亲|20}，八折，")
    (finding,) = page.editor.text.problems.findings
    assert finding.text.startswith("Texts that get a link from Buyer nick: 1.")
    assert not finding.blocks
    page.editor.header.vendor.set_value("twilio")  # who takes links
    settled(page, stage, qtbot)
    assert not any("link" in finding.text for finding in page.editor.text.problems.findings)


def test_profiles_of_ones_own_are_offered(page: TemplatesPage, stage: Stage) -> None:
    folder = stage.context.settings.folder / OWN_FOLDER
    folder.mkdir()
    own = (RULES_FOLDER / "custom.toml").read_text(encoding="utf-8")
    for old, new in (('"custom"', '"mine"'), ('"Another provider"', '"Mine"'), ("= 70", "= 12"), ("= 67", "= 10")):
        own = own.replace(old, new)
    (folder / "mine.toml").write_text(own, encoding="utf-8")
    (folder / "wrong.toml").write_text("key = 3", encoding="utf-8")
    stage.add_members("小鱼")
    opened(page, stage, "八折，")
    assert any("wrong.toml" in notice.text for notice in stage.notices.all)
    assert page.editor.audience.total.text() == "¥0.05"
    page.editor.header.vendor.set_value("mine")
    stage.settle()
    assert page.editor.vendor().key == "mine"
    page.editor._ask_plan()
    stage.settle()
    assert page.editor.audience.total.text() == "¥0.10"  # 13 characters: two parts of at most 12


def test_the_price_of_a_part_is_the_shops(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    stage.add_members("小鱼", "橘座")
    opened(page, stage, "八折，")
    assert page.editor.audience.total.text() == "¥0.10"
    popover = page.editor.tools.ask_price()
    assert popover is not None
    popover.field.setValue(0.0425)
    popover.close_popover()
    stage.settle()
    assert setting(stage, "sms_price") == "0.0425"
    assert page.editor.audience.total.text() == "¥0.085"
    popover = page.editor.tools.ask_price()
    assert popover is not None
    popover.field.setValue(9)
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    stage.settle()
    assert setting(stage, "sms_price") == "0.0425"
    popover = page.editor.tools.ask_price()
    assert popover is not None
    popover.take.click()
    assert popover.amount() == Decimal("0.05")
    popover.close_popover()
    stage.settle()
    assert page.editor.audience.total.text() == "¥0.10"


def test_the_cheapest_cuts_do_what_they_say(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    stage.add_members("小鱼", "橘座", "小鱼干不干的主人和猫")
    opened(page, stage, LONG)
    editor = page.editor
    assert editor.answer is not None
    cuts = {cut.kind: cut for cut in editor.answer.cuts}
    sentences = editor.audience.cuts.sentences
    assert "Leave out “您好，”: 2 people need fewer parts, saves ¥0.10" in sentences
    assert any(sentence.startswith("Drop 3 characters: 2 people") for sentence in sentences)
    editor.audience.cuts.cut_wanted.emit(cuts[CutKind.WORDS])
    settled(page, stage, qtbot)
    assert editor.template().body == LONG.removeprefix("您好，")
    assert editor.answer.plan.parts == {1: 2, 2: 1}
    limits = [cut for cut in editor.answer.cuts if cut.kind is CutKind.LIMIT]
    assert not limits  # a nick of four would still be too long
    ends = [cut for cut in editor.answer.cuts if cut.kind is CutKind.END]
    editor.audience.cuts.cut_wanted.emit(ends[0])
    assert editor.text.body_field.textCursor().selectedText() == "猫" * ends[0].characters


def test_a_limit_is_written_into_the_text(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    stage.add_members("小鱼", "小鱼干不干的主人和猫")
    opened(page, stage, "{nick|亲}" + "猫" * 54)
    editor = page.editor
    assert editor.answer is not None
    (limit,) = [cut for cut in editor.answer.cuts if cut.kind is CutKind.LIMIT]
    editor.audience.cuts.cut_wanted.emit(limit)
    settled(page, stage, qtbot)
    assert editor.template().body.startswith("{nick|亲|6}猫")
    assert editor.answer.plan.parts == {1: 2}


def test_members_of_a_bar(page: TemplatesPage, stage: Stage) -> None:
    stage.add_members("小鱼", "橘座", "小鱼干不干的主人和猫")
    opened(page, stage, "{nick|亲}" + "猫" * 56)
    page.editor.audience.bars.members_wanted.emit(2)
    stage.settle()
    dialog = page.findChild(MembersDialog)
    assert dialog is not None
    assert [row.name for row in dialog.model.rows] == ["小鱼干不干的主人和猫"]
    assert dialog.model.rows[0].text.startswith("【喵屋】小鱼干不干的主人和猫")
    dialog.table.row_activated.emit(0)
    stage.settle()
    assert page.editor.preview_card.member.text() == "小鱼干不干的主人和猫"


@pytest.mark.parametrize(
    ("typed", "shown"), [("主人", "小鱼干不干的主人和猫"), ("LUCKY", "lucky_7"), ("13800000002", "橘座")]
)
def test_any_member_is_found_for_the_preview(page: TemplatesPage, stage: Stage, typed: str, shown: str) -> None:
    stage.add_members("小鱼", "橘座", "小鱼干不干的主人和猫", "lucky_7")
    opened(page, stage, "{nick|亲}，八折，")
    card = page.editor.preview_card
    card.search.setText(typed)
    card.search.flush()
    stage.settle()
    assert card.member.text() == shown
    assert card.nobody.isHidden()
    card.search.setText("不在")
    card.search.flush()
    stage.settle()
    assert not card.nobody.isHidden()
    assert card.member.text() == shown


def test_who_refused_is_not_found_for_the_preview(page: TemplatesPage, stage: Stage) -> None:
    stage.add_members("小鱼", "橘座", opted_out=1)
    opened(page, stage, "{nick|亲}，八折，")
    page.editor.preview_card.search.setText("小鱼")
    page.editor.preview_card.search.flush()
    stage.settle()
    assert not page.editor.preview_card.nobody.isHidden()


def test_a_click_on_a_variable_opens_it(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    opened(page, stage, "{nick|亲}，八折，")
    field = page.editor.text.body_field
    one = field.variable_at(3)
    assert one is not None
    area = field.area_of(one)
    qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(area.center()))
    popover = page.findChild(VariablePopover)
    assert popover is not None
    assert popover.is_open
    popover.limit.setValue(6)
    assert field.body() == "{nick|亲|6}，八折，"
    popover.fallback.setText("老朋友|")
    popover.fallback.textEdited.emit("老朋友|")
    assert field.body() == "{nick|老朋友|6}，八折，"
    popover.missing.set_value("leave_out")
    assert field.body() == "{nick||6}，八折，"
    popover.missing.set_value("needed")
    assert field.body() == "{nick:6}，八折，"
    popover.missing.set_value("leave_out")
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert field.body() == "{nick|亲}，八折，"
    popover = page.editor.text.open_variable(one)
    popover._remove()
    assert field.body() == "，八折，"


def test_a_brace_that_is_only_just_typed_is_no_problem_yet(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    opened(page, stage, "")
    editor = page.editor
    page.show()
    field = editor.text.body_field
    field.setFocus()
    qtbot.keyClicks(field, "a{ni")
    assert [one.text for one in editor.text.problems.findings] == []
    qtbot.keyClick(field, Qt.Key.Key_Left)  # still in it
    assert editor.text.problems.findings == ()
    qtbot.keyClick(field, Qt.Key.Key_Home)
    assert [(one.position, one.blocks) for one in editor.text.problems.findings] == [(1, True)]


def test_a_preview_names_what_is_missing_as_the_window_does(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    stage.add_members("小鱼", "")
    opened(page, stage, "")
    editor = page.editor
    assert not editor.preview_card.longest.isVisibleTo(editor.preview_card)
    assert "What you write appears here." in [label.text() for label in editor.preview_card.findChildren(QLabel)]
    editor.text.body_field.set_body("{nick:6}，")
    settled(page, stage, qtbot)
    assert [one.text for one in editor.text.problems.findings] == [
        "Members without “Buyer nick”: 1. Click it in the text and say what stands there instead."
    ]
    if editor.preview.facts.get("nick"):
        editor.preview.step(1)
        stage.settle()
    names = [bubble.accessibleName() for bubble in editor.preview_card.phone.findChildren(QWidget)]
    assert "【喵屋】{Buyer nick}，拒收请回复R" in names


def test_what_is_open_over_a_text_goes_with_its_page(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    window = QStackedWidget()
    qtbot.addWidget(window)
    window.addWidget(page)
    window.addWidget(QWidget())
    window.resize(1080, 1000)
    window.show()
    opened(page, stage, "{nick|亲}，八折，")
    variable = page.editor.text.body_field.variable_at(3)
    assert variable is not None
    for ask in (page.editor.tools.ask_price, partial(page.editor.text.open_variable, variable)):
        popover = ask()
        assert popover is not None
        assert popover.isVisible()
        window.setCurrentIndex(1)
        assert not popover.is_open
        window.setCurrentIndex(0)
    page.setParent(None)  # it outlives the window, as the fixture has it


def test_a_key_opens_the_variable_at_the_caret(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    opened(page, stage, "{nick|亲}，八折，")
    field = page.editor.text.body_field
    cursor = field.textCursor()
    cursor.setPosition(2)
    field.setTextCursor(cursor)
    qtbot.keyClick(field, Qt.Key.Key_F2)
    assert page.findChild(VariablePopover) is not None


def test_the_character_that_costs(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    opened(page, stage, "Don’t miss it,")
    editor = page.editor
    assert editor.text.cost_sentence.isHidden()  # at home every character counts one
    editor.text.settings.signature.setText("Whiskers")
    editor.text.settings.signature.textEdited.emit("Whiskers")
    editor.header.vendor.set_value("twilio")
    settled(page, stage, qtbot)
    assert editor.template().opt_out == "Reply STOP to opt out"
    assert editor.text.cost_sentence.text().startswith("“’” at character 4 makes every part hold 70 instead of 160")
    editor.text.mend.click()
    settled(page, stage, qtbot)
    assert editor.template().body == "Don't miss it,"
    assert editor.text.cost_sentence.isHidden()


def test_a_version_comes_back_as_a_change(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    template = opened(page, stage, "旧，")
    page.editor.text.body_field.replace_words(0, 1, "新")
    page.editor.saving.save()
    stage.settle()
    page.editor.header.versions.click()
    stage.settle()
    menu = page.editor.findChildren(Menu)[-1]
    assert [action.text().split(" · ")[0] for action in menu.actions()] == ["Version 2", "Version 1"]
    menu.actions()[1].trigger()
    assert page.editor.template().body == "旧，"
    assert page.editor.saving.is_changed()
    assert get_template(stage.shop, template.id).body == "新，"


def test_a_text_says_where_it_was_used(page: TemplatesPage, stage: Stage) -> None:
    stage.add_members("小鱼")
    template = opened(page, stage, "八折，")
    assert page.editor.header.uses.isHidden()
    options = campaigns.shop_options(stage.shop)
    audience, changes = campaigns.prepare(
        stage.shop, stage.context.rosters.current(), EVERYBODY, template, options, name="双12预热", now=NOW
    )
    stage.announce(changes)
    assert page.editor.header.uses.text() == "used in 1 campaign"
    page.editor.header.uses.click()
    (action,) = page.editor.findChildren(Menu)[-1].actions()
    assert action.text().startswith("双12预热")
    action.trigger()
    assert stage.visits == [("campaigns", {"audience_id": audience.id})]


def test_the_text_for_the_vendors_console(page: TemplatesPage, stage: Stage) -> None:
    opened(page, stage, "{nick|亲|6}，{orders}单，")
    page.editor.header.vendor.set_value("tencent")
    page.editor.tools.copy_for_vendor()
    assert QGuiApplication.clipboard().text() == "{1}，{2}单，拒收请回复R"


def test_texts_are_found_and_moved(page: TemplatesPage, stage: Stage) -> None:
    first = stage.add_template("会员日，", "会员日")
    stage.add_template("上新，", "牛仔裤")
    stage.announce(Changes.of(Topic.TEMPLATES))
    listed = page.list
    listed.search.setText("hyr")
    listed.search.flush()
    assert [row.name for row in listed.model.rows] == ["会员日"]
    listed.search.setText("zzz")
    listed.search.flush()
    assert listed.empty.isVisible()
    listed.empty.button.click()
    assert len(listed.model.rows) == 2
    listed.move_wanted.emit(first, "大促")
    stage.settle()
    assert get_template(stage.shop, first.id).folder == "大促"
    listed.folder.set_value("大促")
    assert [row.name for row in listed.model.rows] == ["会员日"]
    undo = stage.notices.all[-1].action
    assert undo is not None
    undo()
    stage.settle()
    assert get_template(stage.shop, first.id).folder == ""


def test_texts_travel_as_a_file(page: TemplatesPage, stage: Stage, tmp_path: Path) -> None:
    stage.add_template("会员日，", "会员日")
    stage.announce(Changes.of(Topic.TEMPLATES))
    path = str(tmp_path / "texts.toml")
    page.export_file((), path)
    stage.settle()
    page.import_file(path)
    stage.settle()
    assert [row.name for row in page.list.model.rows] == ["会员日 2", "会员日"]
    page.import_file(str(tmp_path / "none.toml"))
    stage.settle()
    assert stage.notices.all[-1].tone == "bad"


def test_a_novel_that_is_pasted_is_cut_with_a_way_back(page: TemplatesPage, stage: Stage, qtbot: QtBot) -> None:
    opened(page, stage, "您好")
    field = page.editor.text.body_field
    field.selectAll()
    QGuiApplication.clipboard().setText("猫" * 100_000)
    field.paste()
    assert field.body() == "猫" * LONGEST
    notice = stage.notices.all[-1]
    assert "5,000" in notice.text
    assert notice.action is not None
    notice.action()
    assert field.body() == "您好"
    settled(page, stage, qtbot)
