"""What the menu of the editor opens, with the script as it stands."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.call_scripts.caller.bundle_dialog import BundleDialog
from desktop.call_scripts.caller.hand_off_dialog import HandOffDialog
from desktop.call_scripts.page import CallScriptsPage
from desktop.widgets.modal_dialog import ModalDialog
from local_db.call_scripts.codec import from_json, to_json
from local_db.call_scripts.starters import starters
from local_db.changes import Topic
from local_db.documents.model import Document, DocumentKind
from tests.desktop.stage import Stage


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> CallScriptsPage:
    made = CallScriptsPage(stage.context)
    qtbot.addWidget(made)
    made.show()
    stage.context.changes.subscribe(made, tuple(Topic))
    stage.settle()
    made.edit_new(Document(DocumentKind.CALL_SCRIPT, "A", to_json(starters("zh")[0].script)))
    stage.settle()
    return made


@pytest.mark.parametrize(("place", "kind"), [(0, BundleDialog), (1, HandOffDialog)])
def test_dialogs(page: CallScriptsPage, stage: Stage, place: int, kind: type[ModalDialog]) -> None:
    menu = page.script_editor.hand_on.menu()
    menu.actions()[place].trigger()
    stage.settle()
    (dialog,) = page.findChildren(kind)
    assert dialog.isVisible()
    dialog.reject()


def test_json_is_what_stands_in_the_editor(page: CallScriptsPage, qtbot: QtBot) -> None:
    editor = page.script_editor
    editor.changes.remove([editor.script.steps[-1].key])
    editor.export_wanted.disconnect()
    with qtbot.waitSignal(editor.export_wanted) as wanted:
        editor.hand_on.menu().actions()[2].trigger()
    (document,) = wanted.args
    assert from_json(document.content) == editor.script
