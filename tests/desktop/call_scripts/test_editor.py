"""The editor of a call script: everything on the canvas and in the forms, taken back, found and kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.call_scripts.canvas.scene import EVERYWHERE
from desktop.call_scripts.editor import ScriptEditor
from desktop.call_scripts.form.spoken_field import SpokenField
from desktop.call_scripts.page import CallScriptsPage
from desktop.call_scripts.side_panel import PROBLEMS, SCRIPT, STEP, STEPS
from desktop.segments.builder.choice_list import ChoiceList
from desktop.widgets.popover import Popover
from local_db.call_scripts import codec
from local_db.call_scripts.codec import from_json, to_json
from local_db.call_scripts.layout import GRID, tidy
from local_db.call_scripts.model import Answer, AnswerKind, Call, CallScript, Objection, Outcome, Step
from local_db.call_scripts.records import record_call
from local_db.call_scripts.running import path_json, start
from local_db.changes import Topic
from local_db.documents.actions import list_documents, save_document
from local_db.documents.model import Document, DocumentKind
from tests.desktop.stage import NOW, Stage
from tests.stored import get_document

YES, NO = AnswerKind.YES, AnswerKind.NO
MADE = tidy(
    CallScript(
        "a",
        (
            Step("a", "开场", ("您好，{nick|亲}",), (Answer(YES, "b"), Answer(NO, "n"))),
            Step("b", "报价", ("满99减20，要吗？",), (Answer(YES, "c"), Answer(NO, "n"))),
            Step("c", "成交", ("好的",), outcome=Outcome.AGREED),
            Step("n", "结束", ("打扰了",), outcome=Outcome.NOT_INTERESTED),
            Step("r", "不再打扰", ("好的，再见",), outcome=Outcome.REFUSED),
            Step("q", "没人说话", (), outcome=Outcome.NO_ANSWER),
        ),
        objections=(Objection("太贵", "今天最低"),),
        always=(Answer(AnswerKind.REFUSE, "r"), Answer(AnswerKind.SILENCE, "q")),
    )
)


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> CallScriptsPage:
    made = CallScriptsPage(stage.context)
    qtbot.addWidget(made)
    made.resize(1280, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    stage.context.changes.subscribe(made, tuple(Topic))
    stage.settle()
    return made


@pytest.fixture
def editor(page: CallScriptsPage, stage: Stage, qtbot: QtBot) -> ScriptEditor:
    document, changes = save_document(
        stage.shop, Document(DocumentKind.CALL_SCRIPT, "复购提醒", to_json(MADE)), now=NOW
    )
    stage.announce(changes)
    page.open(document_id=document.id)
    settled(page.script_editor, stage, qtbot)
    return page.script_editor


def settled(editor: ScriptEditor, stage: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not editor.is_examining)
    stage.settle()


def on_view(editor: ScriptEditor, point: QPointF) -> QPoint:
    return editor.canvas.mapFromScene(point)


def send(editor: ScriptEditor, kind: QEvent.Type, where: QPoint, *held: Qt.KeyboardModifier) -> None:
    released = kind == QEvent.Type.MouseButtonRelease
    buttons = Qt.MouseButton.NoButton if released else Qt.MouseButton.LeftButton
    modifiers = held[0] if held else Qt.KeyboardModifier.NoModifier
    point = QPointF(where)
    event = QMouseEvent(kind, point, point, Qt.MouseButton.LeftButton, buttons, modifiers)
    QApplication.sendEvent(editor.canvas.viewport(), event)


def drag(editor: ScriptEditor, start: QPoint, end: QPoint, *held: Qt.KeyboardModifier) -> None:
    send(editor, QEvent.Type.MouseButtonPress, start, *held)
    for part in (0.3, 0.7, 1.0):
        send(editor, QEvent.Type.MouseMove, start + (end - start) * part, *held)
    send(editor, QEvent.Type.MouseButtonRelease, end, *held)


def title_of(editor: ScriptEditor, key: str) -> QPoint:
    """A place on a box beside its ports."""
    return on_view(editor, editor.canvas.canvas.boxes[key].pos() + QPointF(40, 18))


def step(editor: ScriptEditor, key: str) -> Step:
    found = editor.script.step(key)
    assert found is not None
    return found


# --- how large it may be ---


def test_a_script_never_grows_beyond_what_can_be_read_again(
    editor: ScriptEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codec, "MOST_STEPS", len(MADE.steps))
    editor.canvas.choose("a")
    editor.changes.copy(["a"])
    editor.changes.add_after("a")
    assert editor.script == MADE
    monkeypatch.setattr(codec, "MOST_CHARACTERS", len(to_json(MADE)) + 5)
    field = editor.panel.step.findChildren(SpokenField)[0].field
    field.insertPlainText("！" * 6)
    assert editor.script == MADE
    assert from_json(to_json(editor.script)) == MADE
    field.insertPlainText("！")
    assert editor.script != MADE


# --- the pointer ---


def test_a_dragged_box_lies_on_the_grid(editor: ScriptEditor) -> None:
    before = step(editor, "b")
    start = title_of(editor, "b")
    drag(editor, start, start + QPoint(47, 33))
    after = step(editor, "b")
    assert (after.x, after.y) != (before.x, before.y)
    assert after.x % GRID == after.y % GRID == 0
    assert editor.canvas.current == "b"
    editor.work.undo()
    assert editor.script == MADE


def test_escape_leaves_a_dragged_box_where_it_was(editor: ScriptEditor, qtbot: QtBot) -> None:
    box = editor.canvas.canvas.boxes["b"]
    start = title_of(editor, "b")
    send(editor, QEvent.Type.MouseButtonPress, start)
    send(editor, QEvent.Type.MouseMove, start + QPoint(80, 0))
    assert box.pos() != QPointF(step(editor, "b").x, step(editor, "b").y)
    qtbot.keyClick(editor.canvas, Qt.Key.Key_Escape)
    assert box.pos() == QPointF(step(editor, "b").x, step(editor, "b").y)
    assert editor.script == MADE


def test_a_press_on_an_answers_port_and_a_box_connects_them(editor: ScriptEditor) -> None:
    port = editor.canvas.canvas.boxes["a"].outlet(1)
    drag(editor, on_view(editor, port), title_of(editor, "c"))
    assert [answer.to for answer in step(editor, "a").answers] == ["b", "c"]


def test_a_port_dragged_to_the_ground_makes_a_step_there(editor: ScriptEditor) -> None:
    port = editor.canvas.canvas.boxes["b"].outlet(0)
    lowest = editor.canvas.canvas.boxes_rect().bottomLeft() + QPointF(40, 60)
    drag(editor, on_view(editor, port), on_view(editor, lowest))
    new = editor.script.steps[-1]
    assert step(editor, "b").answers[0].to == new.key
    assert editor.canvas.current == new.key
    assert editor.panel.step.title.hasFocus()
    editor.work.undo()
    assert editor.script == MADE


def test_the_port_for_a_new_answer_adds_one(editor: ScriptEditor) -> None:
    port = editor.canvas.canvas.boxes["a"].new_outlet()
    drag(editor, on_view(editor, port), title_of(editor, "n"))
    assert step(editor, "a").answers[-1] == Answer(AnswerKind.BUSY, "n")


def test_what_holds_everywhere_is_connected_like_the_others(editor: ScriptEditor) -> None:
    port = editor.canvas.canvas.boxes[EVERYWHERE].outlet(1)
    drag(editor, on_view(editor, port), title_of(editor, "n"))
    assert editor.script.always[1].to == "n"
    send(editor, QEvent.Type.MouseButtonPress, title_of(editor, EVERYWHERE))
    send(editor, QEvent.Type.MouseButtonRelease, title_of(editor, EVERYWHERE))
    assert editor.panel.views.current == SCRIPT


def test_shift_chooses_what_the_pointer_goes_over(editor: ScriptEditor) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    whole = editor.canvas.canvas.boxes_rect()
    drag(editor, on_view(editor, whole.topLeft() - QPointF(9, 9)), on_view(editor, whole.bottomRight()), shift)
    assert editor.canvas.chosen == [one.key for one in MADE.steps]
    start = title_of(editor, "a")
    drag(editor, start, start + QPoint(60, 0))
    moved = {one.key: one.x - before.x for one, before in zip(editor.script.steps, MADE.steps, strict=True)}
    assert len(set(moved.values())) == 1
    assert moved["a"] > 0


def test_a_double_click_edits_a_step_or_makes_one(editor: ScriptEditor) -> None:
    send(editor, QEvent.Type.MouseButtonDblClick, title_of(editor, "b"))
    assert editor.canvas.current == "b"
    assert editor.panel.step.wordings[0].field.hasFocus()
    ground = editor.canvas.canvas.boxes_rect().bottomLeft() + QPointF(60, 120)
    send(editor, QEvent.Type.MouseButtonDblClick, on_view(editor, ground))
    assert len(editor.script.steps) == len(MADE.steps) + 1


def test_control_and_the_wheel_zoom(editor: ScriptEditor) -> None:
    before = editor.canvas.scale_factor
    middle = QPointF(editor.canvas.viewport().rect().center())
    for turned, modifier in ((-120, Qt.KeyboardModifier.ControlModifier), (120, Qt.KeyboardModifier.NoModifier)):
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(
            middle, middle, QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton, modifier, phase, False
        )
        QApplication.sendEvent(editor.canvas.viewport(), event)
    assert editor.canvas.scale_factor < before
    assert editor.bar.scale.text() == f"{editor.canvas.scale_factor:.0%}"


# --- keys ---


def test_arrow_keys_walk_and_with_control_move(editor: ScriptEditor, qtbot: QtBot) -> None:
    canvas = editor.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.current == "a"
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.current == "b"
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.current == "a"
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert step(editor, "a").y == MADE.steps[0].y + 3 * GRID
    editor.work.undo()  # in a row they are one step
    assert editor.script == MADE


def test_keys_make_copy_and_remove_steps(editor: ScriptEditor, qtbot: QtBot, stage: Stage) -> None:
    canvas = editor.canvas
    canvas.setFocus()
    canvas.choose("b")
    qtbot.keyClick(canvas, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    copy = editor.script.steps[-1]
    assert (copy.title, copy.says) == ("报价", step(editor, "b").says)
    assert canvas.chosen == [copy.key]
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert editor.script == MADE
    canvas.choose("c")
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert step(editor, "b").answers[0].to == ""
    notice = stage.notices.all[-1]
    assert "成交" in notice.text
    assert notice.action is not None
    notice.action()
    assert editor.script == MADE
    qtbot.keyClick(canvas, Qt.Key.Key_N)
    assert len(editor.script.steps) == len(MADE.steps) + 1
    qtbot.keyClick(editor.panel.step.title, Qt.Key.Key_Escape)
    assert canvas.hasFocus()


def test_enter_edits_and_undo_works_in_every_field(editor: ScriptEditor, qtbot: QtBot) -> None:
    editor.canvas.setFocus()
    editor.canvas.choose("b")
    qtbot.keyClick(editor.canvas, Qt.Key.Key_Return)
    field = editor.panel.step.wordings[0].field
    assert field.hasFocus()
    qtbot.keyClicks(field, "abc")
    assert step(editor, "b").says != MADE.steps[1].says
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.script == MADE  # typed in a row: one step
    assert field.body() == MADE.steps[1].says[0]
    qtbot.keyClick(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert "abc" in field.body()
    editor.panel.step.title.setFocus()
    qtbot.keyClick(editor.panel.step.title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.script == MADE


# --- the forms ---


def test_the_form_changes_every_part_of_a_step(editor: ScriptEditor, qtbot: QtBot) -> None:
    editor.canvas.choose("b")
    form = editor.panel.step
    form.title.setFocus()
    form.title.selectAll()
    qtbot.keyClicks(form.title, "Offer")
    qtbot.keyClicks(form.hint, "slowly")
    form.more.click()
    qtbot.keyClicks(form.wordings[1].field, "Again")
    row = form.answers.rows[0]
    row.kind.set_value(AnswerKind.CUSTOM)
    qtbot.keyClicks(row.label, "Why")
    qtbot.keyClicks(row.tags, "warm, asks,warm")
    changed = step(editor, "b")
    assert (changed.title, changed.hint, changed.says[1]) == ("Offer", "slowly", "Again")
    assert changed.answers[0] == Answer(AnswerKind.CUSTOM, "c", "Why", ("warm", "asks"))
    assert "seconds" in form.wordings[1].seconds.text()
    form.wordings[1].remove.click()
    assert len(step(editor, "b").says) == 1
    assert not form.wordings[0].remove.isVisible()


def test_answers_change_their_order_with_the_arrow_keys(editor: ScriptEditor, qtbot: QtBot) -> None:
    editor.canvas.choose("a")
    answers = editor.panel.step.answers
    qtbot.keyClick(answers.rows[0].handle, Qt.Key.Key_Down)
    assert [answer.kind for answer in step(editor, "a").answers] == [NO, YES]
    assert answers.rows[1].handle.hasFocus()
    qtbot.keyClick(answers.rows[1].handle, Qt.Key.Key_Down)  # there is no lower place
    assert [answer.kind for answer in step(editor, "a").answers] == [NO, YES]
    answers.rows[0].remove.click()
    assert [answer.kind for answer in step(editor, "a").answers] == [YES]


def test_answers_are_dragged_to_their_place(editor: ScriptEditor) -> None:
    editor.canvas.choose("a")
    answers = editor.panel.step.answers
    handle, end = answers.rows[0].handle, QPointF(5, 200)
    left = Qt.MouseButton.LeftButton
    for kind, where in ((QEvent.Type.MouseButtonPress, QPointF(5, 5)), (QEvent.Type.MouseMove, end)):
        event = QMouseEvent(kind, where, where, left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(handle, event)
    assert [answer.kind for answer in step(editor, "a").answers] == [NO, YES]


def test_where_an_answer_leads_is_found_by_pinyin(editor: ScriptEditor, qtbot: QtBot) -> None:
    editor.canvas.choose("a")
    popover = editor.panel.step.answers.rows[1].target.open_list()
    choices = popover.findChildren(ChoiceList)[0]
    qtbot.keyClicks(choices.search, "chengj")
    choices.search.flush()
    qtbot.keyClick(choices.search, Qt.Key.Key_Return)
    assert step(editor, "a").answers[1].to == "c"
    assert not [one for one in editor.findChildren(Popover) if one.is_open]


def test_an_answer_may_lead_to_a_new_step(editor: ScriptEditor) -> None:
    editor.canvas.choose("a")
    editor.panel.step.answers.add.click()
    assert step(editor, "a").answers[-1] == Answer(AnswerKind.BUSY, "")
    editor.panel.step.answers.rows[-1].target.chosen.emit("+")
    new = editor.script.steps[-1]
    assert step(editor, "a").answers[-1].to == new.key
    assert editor.canvas.current == new.key


def test_an_end_has_no_answers(editor: ScriptEditor) -> None:
    editor.canvas.choose("a")
    form = editor.panel.step
    form.outcome.set_value(Outcome.CALL_BACK)
    assert (step(editor, "a").outcome, step(editor, "a").answers) == (Outcome.CALL_BACK, ())
    assert not form.answers.isVisible()
    editor.work.undo()
    assert len(form.answers.rows) == 2


def test_the_script_form_changes_what_holds_for_all(editor: ScriptEditor, qtbot: QtBot) -> None:
    form = editor.panel.script
    editor.panel.show_view(SCRIPT)
    form.budget.setValue(8)
    form.language.chosen.emit("en")
    form.opening.chosen.emit("b")
    form.always.add.click()
    form.add.click()
    qtbot.keyClicks(form.objections[-1].title, "Busy")
    qtbot.keyClicks(form.objections[-1].says.field, "Later")
    script = editor.script
    assert (script.opening_budget, script.language, script.opening) == (8, "en", "b")
    assert [answer.kind for answer in script.always] == [AnswerKind.REFUSE, AnswerKind.SILENCE, YES]
    assert script.objections[-1] == Objection("Busy", "Later")
    form.objections[0].remove.click()
    assert script.objections[-1:] == editor.script.objections
    assert not form.always.isHidden()


# --- problems, finding, heat ---


def test_problems_are_told_marked_and_lead_to_their_place(editor: ScriptEditor, stage: Stage, qtbot: QtBot) -> None:
    assert not editor.problems.isVisible()
    editor.canvas.choose("b")
    editor.panel.step.wordings[0].field.set_body("{nick}，{oops}")
    editor.changes.remove(["c"])
    settled(editor, stage, qtbot)
    assert editor.problems.accessibleName() == "3 problems"
    assert editor.canvas.canvas.standing.tones == {"b": "bad"}
    assert not editor.canvas.canvas.arrows["b", 0].leads  # the stub
    editor.canvas.choose(None)
    editor.problems.click()
    assert editor.panel.views.current == PROBLEMS
    assert len(editor.panel.problems.shown) == 3
    oops = next(one for one in editor.panel.problems.shown if one.code == "unknown_variable")
    editor.panel.problem_pressed.emit(oops)
    assert (editor.panel.views.current, editor.canvas.current) == (STEP, "b")
    assert editor.panel.step.wordings[0].field.textCursor().selectedText() == "{oops}"
    editor.work.undo()
    editor.work.undo()
    settled(editor, stage, qtbot)
    assert editor.script == MADE
    assert not editor.problems.isVisible()


def test_finding_marks_and_centres_and_replacing_keeps_the_links(
    editor: ScriptEditor, qtbot: QtBot, stage: Stage
) -> None:
    search = editor.bar.search
    search.begin(replacing=True)
    search.field.setText("daraole")  # pinyin
    search.field.flush()
    assert search.hits == ("n",)
    assert editor.canvas.canvas.standing.found == {"n"}
    qtbot.keyClick(search.field, Qt.Key.Key_Return)
    assert editor.canvas.current == "n"
    search.field.setText("好的")
    search.field.flush()
    assert set(search.hits) == {"c", "r"}
    search.other.setText("OK")
    search.replace.click()
    assert [step(editor, key).says[0] for key in "cr"] == ["OK", "OK，再见"]
    links = [[answer.to for answer in one.answers] for one in editor.script.steps]
    assert links == [[answer.to for answer in one.answers] for one in MADE.steps]
    action = stage.notices.all[-1].action
    assert action is not None
    action()
    assert editor.script == MADE


def test_the_list_of_steps_is_the_canvas_for_keys(editor: ScriptEditor) -> None:
    panel = editor.panel
    panel.views.chosen.emit(STEPS)
    panel.show_view(STEPS)
    assert [row.step.key for row in panel.model.rows] == [one.key for one in MADE.steps]
    said = panel.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "开场. Yes → 报价, No → 结束"
    panel.table.setFocus()
    panel.table.selectRow(2)
    assert editor.canvas.current == "c"
    panel.step_entered.emit("b")
    assert panel.views.current == STEP
    assert panel.step.wordings[0].field.hasFocus()
    assert "报价" in editor.canvas.accessibleDescription()


def test_arrows_are_as_thick_as_their_answers_were_given(editor: ScriptEditor, stage: Stage, qtbot: QtBot) -> None:
    assert not editor.bar.heat.isEnabled()
    stage.add_members("小鱼", "橘座")
    document = editor.saving.stored
    assert document is not None
    for member_id, numbers in ((1, (1, 1)), (2, (1, 2))):
        run = start(MADE)
        for number in numbers:
            run = run.answered(number)
        began = int(NOW.timestamp())
        outcome = run.outcome
        assert outcome is not None
        call = Call(member_id, outcome, path_json(run), began, began + 60, document_id=document.id)
        _, changes = record_call(stage.shop, call, run.tags, now=NOW + timedelta(minutes=1))
        stage.announce(changes)
    settled(editor, stage, qtbot)
    assert editor.bar.heat.isEnabled()
    arrows = editor.canvas.canvas.arrows
    thin = arrows["a", 0].pen().widthF()
    editor.canvas.choose(None)
    editor.bar.heat.setChecked(True)
    shares = {place: arrow.share for place, arrow in arrows.items()}
    assert (shares["a", 0], shares["b", 0], shares["b", 1], shares["a", 1]) == (1.0, 0.5, 0.5, 0.0)
    assert arrows["a", 0].pen().widthF() > arrows["b", 0].pen().widthF() > thin - 1
    assert arrows["a", 0].words == "2"
    faces = {key: box.face.seconds for key, box in editor.canvas.canvas.boxes.items()}
    assert (faces["c"], faces["n"], faces["b"]) == ("1 ended", "1 ended", "2 s")
    editor.bar.heat.setChecked(False)
    assert arrows["a", 0].words == ""


def test_a_change_draws_only_what_it_changes(editor: ScriptEditor) -> None:
    boxes = dict(editor.canvas.canvas.boxes)
    arrows = dict(editor.canvas.canvas.arrows)
    faces = {key: box.face for key, box in boxes.items()}
    editor.work.put(replace(editor.script, steps=(replace(MADE.steps[0], title="新"), *MADE.steps[1:])))
    assert editor.canvas.canvas.boxes == boxes
    assert editor.canvas.canvas.arrows == arrows
    assert [key for key, box in boxes.items() if box.face is not faces[key]] == ["a"]


def test_tidying_is_one_step_back(editor: ScriptEditor) -> None:
    editor.work.put(replace(editor.script, steps=tuple(replace(one, x=0, y=0) for one in MADE.steps)))
    editor.tidy()
    assert editor.script == MADE
    editor.work.undo()
    assert {(one.x, one.y) for one in editor.script.steps} == {(0, 0)}


# --- keeping ---


def test_nothing_is_lost_on_leaving(editor: ScriptEditor, page: CallScriptsPage, stage: Stage) -> None:
    editor.canvas.choose("c")
    editor.panel.step.wordings[0].field.set_body("太好了")
    page.hide()
    stage.settle()
    document = list_documents(stage.shop, DocumentKind.CALL_SCRIPT)[0]
    kept = from_json(document.content).step("c")
    assert kept is not None
    assert kept.says == ("太好了",)
    action = stage.notices.all[-1].action
    assert action is not None
    action()
    stage.settle()
    assert from_json(get_document(stage.shop, document.id).content) == MADE


def test_a_new_script_without_a_word_is_nothing(page: CallScriptsPage, stage: Stage) -> None:
    page.list.new.click()
    stage.settle()
    editor = page.script_editor
    assert len(editor.script.steps) == 1
    editor.saving.leave()
    stage.settle()
    assert page.shows_list
    assert list_documents(stage.shop, DocumentKind.CALL_SCRIPT) == ()


def test_a_saved_script_is_as_it_was(editor: ScriptEditor, stage: Stage, qtbot: QtBot) -> None:
    assert not editor.header.save.isEnabled()
    editor.canvas.choose("c")
    editor.panel.step.title.setFocus()
    qtbot.keyClicks(editor.panel.step.title, "!")
    assert editor.header.save.isEnabled()
    settled(editor, stage, qtbot)
    editor.saving.save()
    stage.settle()
    assert not editor.header.save.isEnabled()
    document = list_documents(stage.shop, DocumentKind.CALL_SCRIPT)[0]
    assert from_json(document.content) == editor.script


def test_the_header_says_how_long_it_takes(editor: ScriptEditor) -> None:
    assert editor.header.sentence.text().startswith("6 steps · ")
    assert " s to say" in editor.header.sentence.text()


def test_the_tabs_show_the_same_script(editor: ScriptEditor, stage: Stage) -> None:
    editor.tabs.show_tab("try")
    stage.settle()
    assert editor.tabs.caller is not None
    assert editor.tabs.caller.pane.run is not None
    assert editor.canvas.canvas.standing.reached == "a"
    editor.tabs.show_tab("canvas")
    assert editor.canvas.canvas.standing.reached is None


def test_calling_saves_first(editor: ScriptEditor, page: CallScriptsPage, stage: Stage, qtbot: QtBot) -> None:
    editor.canvas.choose("c")
    editor.panel.step.title.setFocus()
    qtbot.keyClicks(editor.panel.step.title, "!")
    editor.call.click()
    stage.settle()
    assert page.session is not None
    assert page.session.isVisible()
    assert step(editor, "c").title in list_documents(stage.shop, DocumentKind.CALL_SCRIPT)[0].content
    page.session.closed.emit()
    assert editor.isVisible()
