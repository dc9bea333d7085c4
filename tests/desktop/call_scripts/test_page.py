"""The list of call scripts: ready-made ones to begin with, files in and out, finding."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from desktop.call_scripts.page import CallScriptsPage, describe
from desktop.documents.offer_tile import OfferTile
from local_db.call_scripts.codec import from_json, to_json
from local_db.call_scripts.starters import starters
from local_db.changes import Topic
from local_db.documents.actions import list_documents, save_document
from local_db.documents.model import Document, DocumentKind
from tests.desktop.stage import NOW, Stage

INTERACTIVE = {
    QAccessible.Role.PushButton,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.SpinBox,
    QAccessible.Role.CheckBox,
    QAccessible.Role.Table,
}


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> CallScriptsPage:
    made = CallScriptsPage(stage.context)
    qtbot.addWidget(made)
    made.resize(1280, 900)
    made.show()
    stage.context.changes.subscribe(made, tuple(Topic))
    stage.settle()
    return made


def add(stage: Stage, place: int = 0) -> Document:
    starter = starters("zh")[place]
    document = Document(DocumentKind.CALL_SCRIPT, starter.name, to_json(starter.script))
    stored, changes = save_document(stage.shop, document, now=NOW)
    stage.announce(changes)
    return stored


def test_ten_scenes_to_begin_with(page: CallScriptsPage, stage: Stage) -> None:
    tiles = page.list.findChildren(OfferTile)
    assert [tile.text() for tile in tiles] == [starter.name for starter in starters("en")]
    assert len(tiles) == 10
    tiles[3].click()
    stage.settle()
    editor = page.script_editor
    assert editor.script == starters("en")[3].script
    assert editor.header.name.text() == starters("en")[3].name
    editor.saving.save()
    stage.settle()
    assert [entry.name for entry in list_documents(stage.shop, DocumentKind.CALL_SCRIPT)] == [tiles[3].text()]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("place", range(10))
def test_every_scene_opens_without_a_problem(
    page: CallScriptsPage, stage: Stage, qtbot: QtBot, language: str, place: int
) -> None:
    starter = starters(language)[place]
    page.edit_new(Document(DocumentKind.CALL_SCRIPT, starter.name, to_json(starter.script)))
    stage.settle()
    examined = page.script_editor.examined
    assert examined is not None
    assert examined.problems == ()
    assert examined.longest is not None


def test_scripts_go_to_files_and_come_back(page: CallScriptsPage, stage: Stage, tmp_path: Path) -> None:
    document = add(stage)
    path = tmp_path / "回购.json"
    page.export_file(document, str(path))
    stage.settle()
    assert from_json(path.read_text(encoding="utf-8")) == starters("zh")[0].script
    page.import_files([str(path), str(path)])
    stage.settle()
    names = {entry.name for entry in list_documents(stage.shop, DocumentKind.CALL_SCRIPT)}
    assert names == {document.name, "回购", "回购 2"}
    path.write_text(json.dumps({"format": 1}), encoding="utf-8")
    page.import_files([str(path)])
    stage.settle()
    assert stage.notices.all[-1].tone == "bad"
    assert len(list_documents(stage.shop, DocumentKind.CALL_SCRIPT)) == 3


def test_the_list_finds_what_is_said(page: CallScriptsPage, stage: Stage) -> None:
    wanted = add(stage, 0)
    add(stage, 1)
    page.list.search.setText("huigou")
    page.list.search.flush()
    assert [row.name for row in page.list.model.rows] == [wanted.name]
    said = describe(wanted)
    assert said.kind == "zh"
    assert said.said.startswith("您好，我是Name of your shop的客服")


def test_an_unreadable_script_is_told(page: CallScriptsPage, stage: Stage) -> None:
    stored, changes = save_document(stage.shop, Document(DocumentKind.CALL_SCRIPT, "x", "{}"), now=NOW)
    stage.announce(changes)
    page.open(document_id=stored.id)
    stage.settle()
    assert page.shows_list
    assert stage.notices.all[-1].tone == "bad"


def interfaces(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield root
    for place in range(root.childCount()):
        child = root.child(place)
        if child is not None and child.role() not in {QAccessible.Role.Cell, QAccessible.Role.Row}:
            yield from interfaces(child)


@pytest.mark.parametrize("view", ["step", "steps", "problems", "script"])
def test_every_control_has_a_name(page: CallScriptsPage, stage: Stage, view: str) -> None:
    page.open(document_id=add(stage).id)
    stage.settle()
    page.script_editor.panel.show_view(view)
    page.script_editor.bar.search.begin(replacing=True)
    unnamed = [
        part.role()
        for part in interfaces(QAccessible.queryAccessibleInterface(page))
        if part.role() in INTERACTIVE
        and not part.state().invisible
        and not (part.parent() is not None and part.parent().role() in INTERACTIVE)
        and not part.text(QAccessible.Text.Name)
    ]
    assert not unnamed
