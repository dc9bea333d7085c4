"""A script leaves with its recordings: what is missing is said before, and the folder holds what was promised."""

from __future__ import annotations

import csv
import io
import struct
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.call_scripts.caller.bundle_dialog import BundleDialog
from local_db.call_scripts import takes_actions, takes_sound
from local_db.call_scripts.codec import from_json
from local_db.call_scripts.model import CallScript
from local_db.call_scripts.takes_sound import RATE, Span
from local_db.documents.model import Document
from tests.desktop.call_scripts.caller.scripts import SCRIPT, saved
from tests.desktop.stage import Stage

NOW = datetime.now(UTC)
OPENING = SCRIPT.steps[0].says[0]
SOUND = struct.pack(f"<{RATE}h", *(place % 1000 for place in range(RATE)))


@pytest.fixture
def document(stage: Stage) -> Document:
    document = saved(stage.shop)
    take, _ = takes_actions.add_take(stage.shop, document.id, "open", OPENING, SOUND, now=NOW)
    takes_actions.trim_take(stage.shop, take.id, Span(250, 750))
    takes_actions.add_take(stage.shop, document.id, "agreed", "多谢。", SOUND, now=NOW)
    takes_actions.add_take(stage.shop, document.id, "objection:1", "现在减20。", SOUND, now=NOW)
    return document


def opened(stage: Stage, qtbot: QtBot, document: Document, folder: Path, script: CallScript = SCRIPT) -> BundleDialog:
    dialog = BundleDialog(stage.context, script, document)
    qtbot.addWidget(dialog)
    dialog.folder.set_path(folder)
    dialog.show()
    stage.settle()
    return dialog


def test_what_is_missing_is_said_before(stage: Stage, qtbot: QtBot, document: Document, tmp_path: Path) -> None:
    dialog = opened(stage, qtbot, document, tmp_path / "out")
    assert dialog.count.text() == "2 of 9 texts with a recording · 0:01"
    assert "开场 (2)" in dialog.missing.text()
    assert "2 more" in dialog.missing.text()
    assert "道谢" in dialog.changed.text()
    assert "1" in dialog.variables.text()
    dialog.without_changed.setChecked(False)
    assert dialog.count.text() == "3 of 9 texts with a recording · 0:02"


def test_the_folder_holds_trimmed_numbered_recordings_and_the_table(
    stage: Stage, qtbot: QtBot, document: Document, tmp_path: Path
) -> None:
    dialog = opened(stage, qtbot, document, tmp_path / "out")
    dialog.write.click()
    stage.settle()
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["01_open.wav", "08_objection_1.wav", "script.html", "script.json", "table.csv"]
    wav = (tmp_path / "out" / "01_open.wav").read_bytes()
    assert wav == takes_sound.wav(takes_sound.part(SOUND, Span(250, 750)))
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out" / "table.csv").read_text("utf-8-sig"))))
    assert rows[0] | {"text": ""} == {
        "number": "1", "step": "开场", "wording": "1", "file": "01_open.wav", "text": "", "seconds": "0.5",
        "recorded": "yes", "has variables": "yes",
    }  # fmt: skip
    assert [row["recorded"] for row in rows].count("yes") == 2
    assert from_json((tmp_path / "out" / "script.json").read_text("utf-8")) == SCRIPT
    assert "太贵了" in (tmp_path / "out" / "script.html").read_text("utf-8")
    assert not dialog.isVisible()
    assert "5 files" in stage.notices.all[-1].text


def test_recordings_of_another_text_go_along_where_somebody_wants_them(
    stage: Stage, qtbot: QtBot, document: Document, tmp_path: Path
) -> None:
    dialog = opened(stage, qtbot, document, tmp_path / "out")
    dialog.without_changed.setChecked(False)
    dialog.table.parts[2].click()
    dialog.write.click()
    stage.settle()
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert "table.xlsx" in names
    assert sum(name.endswith(".wav") for name in names) == 3
    assert stage.context.settings.get("call_scripts/table") == "xlsx"


def test_a_script_without_recordings_can_be_handed_on(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(stage, qtbot, replace(saved(stage.shop), id=0), tmp_path / "out")
    assert dialog.count.text().startswith("0 of 9")
    dialog.write.click()
    stage.settle()
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"script.html", "script.json", "table.csv"}


def test_a_script_with_faults_is_not_handed_on(stage: Stage, qtbot: QtBot, document: Document, tmp_path: Path) -> None:
    dialog = opened(stage, qtbot, document, tmp_path / "out", replace(SCRIPT, opening="nowhere"))
    assert not dialog.write.isEnabled()
    assert dialog.notice.isVisible()


@pytest.mark.parametrize(
    ("path", "said"),
    [("", "Choose where"), ("relative", "Choose where"), ("{}/no/out", "no folder"), ("{}", "already")],
)
def test_a_place_that_cannot_be_is_said(
    stage: Stage, qtbot: QtBot, document: Document, tmp_path: Path, path: str, said: str
) -> None:
    dialog = opened(stage, qtbot, document, tmp_path / "out")
    dialog.folder.field.setText(path.format(tmp_path))
    assert said in dialog.notice.text
    assert not dialog.write.isEnabled()


def test_a_folder_that_appears_meanwhile_is_said(
    stage: Stage, qtbot: QtBot, document: Document, tmp_path: Path
) -> None:
    dialog = opened(stage, qtbot, document, tmp_path / "out")
    (tmp_path / "out").mkdir()
    dialog.write.click()
    stage.settle()
    assert dialog.isVisible()
    assert dialog.notice.isVisible()
    assert list((tmp_path / "out").iterdir()) == []
