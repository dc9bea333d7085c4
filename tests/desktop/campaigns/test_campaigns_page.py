"""The page of campaigns on a real shop: one number on the page, in the audience and in the file."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.amounts import number
from desktop.campaigns import page as page_module
from desktop.campaigns.hand_off_dialog import HandOffDialog
from desktop.campaigns.page import CampaignsPage
from desktop.campaigns.questions import HandOffChoice
from desktop.campaigns.table_model import Column
from desktop.widgets.tag_cells import TAGS_ROLE
from local_db.campaigns import actions as campaigns
from local_db.campaigns.model import PrepareOptions
from local_db.changes import Changes, Topic
from local_db.segments.tree import parse
from local_db.settings import save_settings
from local_db.templates import actions as templates
from local_db.templates.model import Template
from tests.desktop.stage import NOW, Stage

EVERYBODY = parse({"all": []})
TEXT = "{nick|亲}，全店八折，"
NICKS = tuple(f"小鱼{'干' * (count % 60)}" for count in range(30))


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> CampaignsPage:
    made = CampaignsPage(stage.context)
    qtbot.addWidget(made)
    made.resize(1080, 800)
    made.show()
    stage.context.changes.subscribe(made, tuple(Topic))
    stage.settle()
    return made


def begun(page: CampaignsPage, stage: Stage, template: Template, segment_id: int | None = None) -> None:
    page.open(segment_id=segment_id, template_id=template.id)
    stage.settle()


def counted(page: CampaignsPage, stage: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.prepare.is_counting)
    stage.settle()


def rows_of(path: Path, encoding: str = "utf-8-sig") -> list[list[str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.reader(file))[1:]


def test_an_empty_shop_says_what_to_do(page: CampaignsPage, stage: Stage) -> None:
    assert page.list.empty.isVisible()
    page.list.empty.button.click()
    stage.settle()
    assert page.prepare.isVisible()
    assert not page.prepare.write.isEnabled()
    assert page.prepare.obstacles.reason()
    page.prepare.obstacles.new_text.emit()
    assert stage.visits == [("templates", {"new": True})]


def test_people_are_counted_without_a_text(page: CampaignsPage, stage: Stage) -> None:
    stage.add_members("小鱼", "猫", "橘座", opted_out=1)
    page.open()
    stage.settle()
    assert page.prepare.waterfall.rows[0].amount == "3"
    assert page.prepare.waterfall.rows[-1].amount == "2"
    assert not page.prepare.write.isEnabled()
    assert page.prepare.result.text() == ""
    assert not page.prepare.price_card.isVisible()


def test_a_second_campaign_gets_a_name_of_its_own(page: CampaignsPage, stage: Stage, tmp_path: Path) -> None:
    stage.add_members("小鱼")
    template = stage.add_template(TEXT)
    begun(page, stage, template)
    first = page.prepare.choices.name.text()
    page.prepare.freeze(HandOffChoice(tmp_path / "a.csv"))
    stage.settle()
    subtitles = [label.text() for label in page.details.header.findChildren(QLabel)]
    assert sum(template.name in text for text in subtitles) == 1
    begun(page, stage, template)
    assert page.prepare.choices.name.text() == f"{first} 2"


def test_folder_and_format_are_remembered(
    page: CampaignsPage, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path | None, str]] = []

    def ask(*_: object, folder: Path | None, kind: str) -> HandOffChoice:
        asked.append((folder, kind))
        return HandOffChoice(tmp_path / "a.xlsx")

    monkeypatch.setattr(HandOffDialog, "ask", ask)
    stage.add_members("小鱼")
    begun(page, stage, stage.add_template(TEXT))
    for _ in range(2):
        page.prepare._ask_where("a", 1)
    assert asked == [(None, "utf-8-sig"), (tmp_path, "xlsx")]


def test_a_shop_without_members_has_nobody_to_write_to(page: CampaignsPage, stage: Stage) -> None:
    begun(page, stage, stage.add_template(TEXT))
    assert not page.prepare.write.isEnabled()
    assert "Nobody" in page.prepare.obstacles.reason()
    assert page.prepare.write.toolTip() == page.prepare.obstacles.reason()


def test_segment_and_template_are_chosen_beforehand(page: CampaignsPage, stage: Stage) -> None:
    stage.add_members(*NICKS)
    stage.add_template(TEXT, "a")
    template = stage.add_template(TEXT, "b")
    stage.add_template(TEXT, "c")
    segment = stage.add_segment("老客", {"field": "orders", "op": ">=", "value": 1})
    stage.add_segment("别的", {"any": []})
    begun(page, stage, template, segment.id)
    assert page.prepare.choices.segment_id() == segment.id
    assert page.prepare.choices.template_id() == template.id
    assert page.prepare.choices.name.text() == "老客 · b"


def test_options_start_as_the_settings_say(page: CampaignsPage, stage: Stage) -> None:
    save_settings(stage.shop, {"sms_price": "0.045", "sms_quiet_days": 3, "sms_consent_required": True})
    begun(page, stage, stage.add_template(TEXT))
    assert page.prepare.choices.options() == PrepareOptions(True, 3, Decimal("0.045"))
    assert page.prepare.choices.price.text() == "¥0.045 a part"


def test_the_page_shows_the_plan(page: CampaignsPage, stage: Stage) -> None:
    stage.add_members(*NICKS, opted_out=4)
    template = stage.add_template(TEXT)
    begun(page, stage, template)
    plan = campaigns.plan(stage.shop, stage.context.rosters.current(), EVERYBODY, template, PrepareOptions(), now=NOW)
    shown = [row.amount for row in page.prepare.waterfall.rows]
    assert shown == ["30", "−4", "0", "0", "0", "0", number(plan.messages)]
    assert plan.messages == 26
    assert page.prepare.price_card.total.text() == f"¥{plan.cost:.2f}"
    assert [row.amount.split(" ")[0] for row in page.prepare.price_card.bars.rows] == [
        str(count) for count in plan.parts.values()
    ]
    assert plan.longest is not None
    message = page.prepare.ends.message()
    assert message is not None
    assert message.text == plan.longest.text


@pytest.mark.parametrize("split", [None, 7])
def test_page_audience_and_file_hold_the_same_number(
    page: CampaignsPage, stage: Stage, tmp_path: Path, split: int | None
) -> None:
    stage.add_members(*NICKS, opted_out=4)
    begun(page, stage, stage.add_template(TEXT))
    on_page = page.prepare.waterfall.rows[-1].amount
    page.prepare.freeze(HandOffChoice(tmp_path / "双12.csv", split=split))
    stage.settle()
    (audience,) = campaigns.list_audiences(stage.shop)
    files = sorted(tmp_path.glob("双12*.csv"))
    rows = [row for path in files for row in rows_of(path)]
    assert on_page == "26"
    assert audience.summary.messages == 26
    assert len(campaigns.audience_rows(stage.shop, audience.id)) == 26
    assert len(rows) == 26
    assert len(files) == (1 if split is None else 4)
    assert stage.notices.all[-1].text.startswith("26 rows")
    assert stage.notices.all[-1].action_text == "Open folder"
    assert page.details.isVisible()
    assert page.details.waterfall.rows[-1].amount == "26"
    assert {row[1] for row in rows} == {row.text for row in campaigns.audience_rows(stage.shop, audience.id)}


def test_the_folder_is_opened(
    page: CampaignsPage, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []
    monkeypatch.setattr(page_module, "open_folder", seen.append)
    stage.add_members("小鱼")
    begun(page, stage, stage.add_template(TEXT))
    page.prepare.freeze(HandOffChoice(tmp_path / "a.csv"))
    stage.settle()
    action = stage.notices.all[-1].action
    assert action is not None
    action()
    assert seen == [tmp_path]


def test_the_button_asks_for_the_file(
    page: CampaignsPage, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, int]] = []

    def answer(name: str, rows: int, _parent: QWidget, **_: object) -> HandOffChoice | None:
        asked.append((name, rows))
        return HandOffChoice(tmp_path / "a.csv", "gb18030") if len(asked) > 1 else None

    monkeypatch.setattr(HandOffDialog, "ask", answer)
    stage.add_members("小鱼", "猫")
    begun(page, stage, stage.add_template(TEXT))
    page.prepare.write.click()
    stage.settle()
    assert campaigns.list_audiences(stage.shop) == ()
    page.prepare.write.click()
    stage.settle()
    assert asked == [("Everybody · 双12", 2)] * 2
    assert len(rows_of(tmp_path / "a.csv", "gb18030")) == 2


def test_an_audience_needs_a_name(page: CampaignsPage, stage: Stage) -> None:
    stage.add_members("小鱼")
    begun(page, stage, stage.add_template(TEXT))
    page.prepare.choices.name.clear()
    page.prepare.write.click()
    assert page.prepare.choices.name_row.error


@pytest.mark.parametrize(("body", "word"), [("{nick}，", "{nick}"), ("{nope}，", "nope"), ("退订回T{", "closed")])
def test_a_text_that_cannot_be_sent_blocks(page: CampaignsPage, stage: Stage, body: str, word: str) -> None:
    stage.add_members("小鱼", "")
    template = stage.add_template(body)
    begun(page, stage, template)
    assert not page.prepare.write.isEnabled()
    assert word in page.prepare.obstacles.reason()
    page.prepare.obstacles.edit_text.emit()
    assert stage.visits == [("templates", {"template_id": template.id})]


def test_a_repaired_text_unblocks(page: CampaignsPage, stage: Stage) -> None:
    stage.add_members("小鱼", "")
    template = stage.add_template("{nick}，")
    begun(page, stage, template)
    assert not page.prepare.write.isEnabled()
    repaired = Template(template.name, template.purpose, template.signature, TEXT, template.opt_out, id=template.id)
    _, changes = templates.save_template(stage.shop, repaired, now=NOW)
    stage.announce(changes)
    assert page.prepare.write.isEnabled()
    assert not page.prepare.obstacles.isVisible()


def test_options_change_the_count(page: CampaignsPage, stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    stage.add_members("小鱼", "猫", "橘座")
    template = stage.add_template(TEXT)
    begun(page, stage, template)
    page.prepare.freeze(HandOffChoice(tmp_path / "a.csv"))
    stage.settle()
    begun(page, stage, template)
    assert page.prepare.waterfall.rows[-1].amount == "0"
    assert not page.prepare.write.isEnabled()
    page.prepare.choices.quiet_days.setValue(0)
    counted(page, stage, qtbot)
    assert page.prepare.waterfall.rows[-1].amount == "3"
    assert len(page.prepare.waterfall.rows) == 6
    page.prepare.choices.consent.setChecked(True)
    counted(page, stage, qtbot)
    assert page.prepare.waterfall.rows[-1].amount == "0"
    page.prepare.choices.consent.setChecked(False)
    page.prepare.choices.price.setValue(0.1)
    counted(page, stage, qtbot)
    assert page.prepare.price_card.total.text() == "¥0.30"


def test_a_failed_write_leaves_nothing(page: CampaignsPage, stage: Stage, tmp_path: Path) -> None:
    stage.add_members("小鱼")
    begun(page, stage, stage.add_template(TEXT))
    page.prepare.freeze(HandOffChoice(tmp_path / "missing" / "a.csv"))
    stage.settle()
    assert campaigns.list_audiences(stage.shop) == ()
    assert stage.notices.all[-1].tone == "bad"
    assert page.prepare.isVisible()
    assert page.prepare.write.isEnabled()


def test_the_list_and_one_of_its_audiences(page: CampaignsPage, stage: Stage, tmp_path: Path) -> None:
    stage.add_members("小鱼", "猫")
    segment = stage.add_segment("老客", {"field": "orders", "op": ">=", "value": 1})
    begun(page, stage, stage.add_template(TEXT), segment.id)
    page.prepare.freeze(HandOffChoice(tmp_path / "a.csv"))
    stage.settle()
    page.details.header.back.click()
    model = page.list.model
    texts = [model.index(0, column).data() for column in Column]
    assert texts[:4] == ["老客 · 双12", "老客", "2", "¥0.10"]
    assert model.index(0, Column.STATE).data(TAGS_ROLE) == (("handed off", "good"),)
    page.list.table.row_activated.emit(0)
    stage.settle()
    assert page.details.isVisible()
    assert page.details.place.text() == "1 / 2"
    page.details.on.click()
    page.details.on.click()
    assert page.details.place.text() == "1 / 2"
    page.details.write_file(HandOffChoice(tmp_path / "b.xlsx"))
    stage.settle()
    assert (tmp_path / "b.xlsx").exists()
    assert stage.notices.all[-1].text.startswith("2 rows")


def test_every_control_has_a_name(page: CampaignsPage, stage: Stage, tmp_path: Path) -> None:
    stage.add_members("小鱼", "")
    begun(page, stage, stage.add_template("{nick}，"))
    assert unnamed(page) == []
    begun(page, stage, stage.add_template(TEXT, "b"))
    page.prepare.freeze(HandOffChoice(tmp_path / "a.csv"))
    stage.settle()
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


def test_changes_elsewhere_are_counted(page: CampaignsPage, stage: Stage) -> None:
    stage.add_members("小鱼", "猫")
    begun(page, stage, stage.add_template(TEXT))
    assert page.prepare.waterfall.rows[-1].amount == "2"
    with stage.shop.write() as connection:
        connection.execute(
            "insert into consents(member_id, channel, state, source, noted_at)"
            " values (1, 'sms', 'opted_out', 'hand', 0)"
        )
        connection.execute(
            "insert into settings(key, value) values ('roster_version', '7')"
            " on conflict(key) do update set value = excluded.value"
        )
    stage.announce(Changes.of(Topic.MEMBERS))
    assert page.prepare.waterfall.rows[-1].amount == "1"
