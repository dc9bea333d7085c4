"""Saving in an order that hurries: again before the first answer, out of sight at once, undone after leaving."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.cards import edits
from desktop.cards.page import CardsPage
from desktop.templates.page import TemplatesPage
from local_db.cards.codec import from_json
from local_db.cards.model import Field
from local_db.changes import Topic
from local_db.documents.actions import list_documents
from local_db.documents.model import DocumentKind
from local_db.templates.actions import list_templates
from tests.desktop.stage import Stage


class Desk:
    """A new document of one kind in its editor."""

    def __init__(self, stage: Stage, page: CardsPage | TemplatesPage) -> None:
        self.stage = stage
        self.page = page
        stage.context.changes.subscribe(page, tuple(Topic))
        page.show()
        stage.settle()
        page.open(new=True)
        stage.settle()

    def write(self, text: str) -> None:
        if isinstance(self.page, TemplatesPage):
            self.page.editor.text.body_field.setPlainText(text)
        else:
            work = self.page.editor.work
            work.change(edits.with_text(work.card, 0, Field.TITLE, text))

    def save(self) -> None:
        self.page.editor.saving.save()

    def leave(self) -> None:
        self.page.editor.header.back.click()
        self.stage.settle()

    def undo(self) -> None:
        action = self.stage.notices.all[-1].action
        assert action is not None
        action()
        self.stage.settle()

    @property
    def kept(self) -> list[str]:
        if isinstance(self.page, TemplatesPage):
            return [template.body for template in list_templates(self.stage.shop)]
        cards = (from_json(document.content) for document in list_documents(self.stage.shop, DocumentKind.CARD))
        return [card.panels[0].text(Field.TITLE) for card in cards]


@pytest.fixture(params=[CardsPage, TemplatesPage])
def desk(stage: Stage, qtbot: QtBot, request: pytest.FixtureRequest) -> Desk:
    page = request.param(stage.context)
    qtbot.addWidget(page)
    return Desk(stage, page)


def test_saving_a_new_one_twice_in_a_row_keeps_one(desk: Desk) -> None:
    desk.write("一")
    desk.save()
    desk.write("二")
    desk.save()
    desk.stage.settle()
    assert desk.kept == ["二"]
    assert not desk.page.editor.header.name.property("wrong")


def test_out_of_sight_before_the_first_answer_loses_nothing(desk: Desk) -> None:
    desk.write("一")
    desk.save()
    desk.write("二")
    desk.page.hide()
    desk.stage.settle()
    assert desk.kept == ["二"]
    desk.undo()  # of what was kept on leaving, not of what was saved by hand
    assert desk.kept == ["一"]


def test_what_was_undone_after_leaving_stays_undone(desk: Desk) -> None:
    desk.write("一")
    desk.leave()
    assert desk.kept == ["一"]
    desk.undo()
    desk.page.hide()
    desk.stage.settle()
    assert desk.kept == []


def test_another_one_opened_at_once_is_not_mistaken_for_it(desk: Desk) -> None:
    desk.write("一")
    desk.save()
    desk.stage.settle()
    first = desk.page.editor.saving.stored
    assert first is not None
    desk.page.open(new=True)
    desk.write("二")
    desk.page.open(first.id)  # what was written is kept, and answered when the other one is in sight
    desk.stage.settle()
    desk.write("三")
    desk.save()
    desk.stage.settle()
    assert sorted(desk.kept) == sorted(["三", "二"])
