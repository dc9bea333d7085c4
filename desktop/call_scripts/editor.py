"""Writing one call script: the canvas, the forms beside it, and everything that can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.amounts import number
from desktop.call_scripts import edit_script as edits
from desktop.call_scripts.canvas.box import Tone
from desktop.call_scripts.canvas.editing_canvas import EditingCanvas
from desktop.call_scripts.canvas.minimap import Minimap
from desktop.call_scripts.canvas.scene import EVERYWHERE
from desktop.call_scripts.canvas_bar import CanvasBar
from desktop.call_scripts.editor_tabs import CANVAS, EditorTabs
from desktop.call_scripts.examine import Examined, examine, step_seconds
from desktop.call_scripts.hand_on import HandOn
from desktop.call_scripts.heat_map import HeatMap
from desktop.call_scripts.script_changes import ScriptChanges
from desktop.call_scripts.side_panel import PROBLEMS, SCRIPT, STEP, STEPS, SidePanel
from desktop.call_scripts.words import title_words
from desktop.call_scripts.work import EMPTY, ScriptWork
from desktop.documents.document_header import DocumentHeader
from desktop.documents.entries import Library
from desktop.documents.page import DocumentEditor
from desktop.documents.saving import Saving
from desktop.segments.options import Option
from desktop.shell.context import PageContext
from desktop.templates.variable_words import readable
from desktop.widgets.button import Button, IconButton
from desktop.widgets.card import Card
from desktop.widgets.page_column import PageColumn
from local_db.call_scripts.codec import MOST_CHARACTERS, MOST_STEPS, from_json, to_json
from local_db.call_scripts.layout import tidy
from local_db.call_scripts.model import CallScript, ScriptProblem
from local_db.changes import Changes, Topic
from local_db.documents.model import Document
from local_db.errors import DocumentError

_PAUSE_MS = 150
_NARROW = 940
_CALLS = frozenset({Topic.MEMBERS, Topic.DOCUMENTS})  # what a recorded call announces


class ScriptEditor(DocumentEditor):
    """The editor of one script.

    Signals:
        export_wanted(Document): write the script as it stands to a file.
        call_wanted(Document): call people with the script, which is stored as it stands.
    """

    export_wanted = Signal(object)
    call_wanted = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.work = ScriptWork(self)
        self._begun_with = EMPTY
        self._begun_content = ""
        self._shown: CallScript = EMPTY
        self._seconds: Mapping[str, float] = {}
        self.examined: Examined | None = None
        self._examining = context.background.latest()
        self.problems = Button("", icon="warning")
        self.call = Button(self.tr("Call"), icon="phone")
        self.call.setAccessibleName(self.tr("Call"))
        self.call.setToolTip(self.tr("Call people with this script"))
        self.more = IconButton("download", self.tr("Hand on"), kind="quiet", size=34)
        self.tabs = EditorTabs(context, self.work, self._document_id, self)
        self.header = DocumentHeader(
            self.tr("Back to all call scripts"),
            self.tr("Name of the script"),
            self.problems,
            self.tabs.control,
            self.call,
            self.more,
        )
        self.bar = CanvasBar()
        self.canvas = EditingCanvas()
        self.minimap = Minimap(self.canvas)
        self.panel = SidePanel(self._options, self)
        self.changes = ScriptChanges(self.work, self.canvas, self.bar, self.panel, context.notices, self)
        self.saving = Saving(context, self.header, self._content, _said, self)
        self.heat = HeatMap(context, self.work, self.saving, self.canvas, self.bar.heat, self)
        self.hand_on = HandOn(context, self.work, self.saving, self.more, self)
        self._call_when_saved = False
        self._narrow = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()
        self._add_shortcuts()

    @property
    def script(self) -> CallScript:
        """The script as it stands now."""
        return self.work.script

    @property
    def is_examining(self) -> bool:
        """Whether the script was edited and is about to be examined."""
        return self._pause.isActive()

    def begin(self, document: Document) -> None:
        """Open a document, a new one (id 0) as well. Raises DocumentError where it cannot be read."""
        script = from_json(document.content)
        self._begun_with = script
        self._begun_content = document.content
        self.work.begin(edits.in_place(script))
        self.examined = None
        self.canvas.clear_script()
        self.bar.search.field.clear()
        self.bar.search.field.flush()
        self.bar.search.replaces.setChecked(False)
        self._call_when_saved = False
        self.panel.show_view(STEP)
        self.tabs.show_tab(CANVAS)
        self.saving.begin(document)
        self._show()
        self.canvas.choose(self.script.opening, show=False)
        self.canvas.begin()
        self._ask()
        self.heat.begin()
        if document.id:
            self.canvas.setFocus()
        else:
            self.header.name.setFocus()
            self.header.name.selectAll()

    def take(self, library: Library) -> None:
        """Know what other documents there are."""
        self.saving.take(library)

    def reload(self, changes: Changes) -> None:
        """Count the calls again after some were recorded."""
        if changes.topics & _CALLS and self.script is not EMPTY:
            self.heat.count()

    def tidy(self) -> None:
        """Lay the steps out in columns."""
        self.work.put(tidy(self.script))
        self.canvas.fit()

    def edit_step(self, key: str, *, whole: bool = False) -> None:
        """Show a step's form, with the caret in it; with `whole` its title is to be typed over."""
        if key == EVERYWHERE:
            self.panel.show_view(SCRIPT)
            self.panel.script.always.add.setFocus()
            return
        if key != self.canvas.current:
            self.canvas.choose(key)
        self.panel.show_view(STEP)
        self.panel.step.begin(whole=whole)

    # showing

    def _edited(self) -> None:
        self._call_when_saved = False
        self._show()
        self._pause.start()

    def _too_large(self) -> None:
        """The forms show again what stands."""
        self._call_when_saved = False
        room = self.tr("A script has room for {steps} steps, and for {characters} characters in all.")
        self.context.notices.show(room.format(steps=number(MOST_STEPS), characters=number(MOST_CHARACTERS)), "warn")
        self._show()

    def _travelled(self) -> None:
        """Show a state come back to, at the step that differs."""
        before = {step.key: step for step in self._shown.steps}
        changed = [step.key for step in self.script.steps if before.get(step.key) != step]
        self._show()
        self._pause.start()
        if len(changed) == 1 and changed[0] != self.canvas.current:
            self.canvas.choose(changed[0])

    def _show(self) -> None:
        """Everything that is shown of the script at once."""
        script = self._shown = self.script
        self._seconds = step_seconds(script)
        self.canvas.show_script(script, self._seconds)
        self._show_panel()
        self.header.undo.setEnabled(self.work.can_undo)
        self.header.redo.setEnabled(self.work.can_redo)
        self.header.set_changed(changed=script != self._begun_with or not self._is_stored())
        self.minimap.refresh()
        self.tabs.refresh()

    def _show_panel(self) -> None:
        self.panel.show_script(self.script, self.canvas.current, self._seconds)
        self._show_problems()

    def _selection_changed(self) -> None:
        if self.canvas.current == EVERYWHERE:
            self.panel.show_view(SCRIPT)
        elif self.canvas.current is not None and self.panel.views.current in (PROBLEMS, SCRIPT):
            self.panel.show_view(STEP)
        self._show_panel()
        self.minimap.refresh()

    def _ask(self) -> None:
        self._pause.stop()
        self.saving.refresh()
        work = partial(examine, self.script, self.tr("Untitled step"))
        self._examining.run(work, self._examined_now, owner=self)

    def _examined_now(self, examined: Examined) -> None:
        self.examined = examined
        self.header.set_kind(self._sentence(examined))
        self.saving.refresh()
        self._show_problems()
        self._find(self.bar.search.field.query())

    def _show_problems(self) -> None:
        if self.examined is None:
            self.problems.hide()
            return
        found = self.examined.problems
        tones: dict[str, Tone] = {}
        for problem in found:
            if problem.blocks or problem.step not in tones:
                tones[problem.step] = "bad" if problem.blocks else "warn"
        self.canvas.show_tones(tones)
        self.panel.show_problems(self.script, found, self.canvas.current)
        self.problems.setVisible(bool(found))
        words = self.tr("1 problem") if len(found) == 1 else self.tr("{count} problems")
        self.problems.setText(number(len(found)))
        self.problems.setToolTip(words.format(count=len(found)))
        self.problems.setAccessibleName(words.format(count=len(found)))

    def _sentence(self, examined: Examined) -> str:
        words = [self.tr("{count} steps").format(count=len(examined.script.steps))]
        shortest, longest = examined.shortest, examined.longest
        if shortest is not None and longest is not None:
            words.append(
                self.tr("{shortest}–{longest} s to say").format(
                    shortest=round(shortest.seconds), longest=round(longest.seconds)
                )
            )
        return " · ".join(words)

    def _go_to(self, problem: ScriptProblem) -> None:
        if problem.step:
            self.canvas.choose(problem.step, show=False)
            self.canvas.centre_on(problem.step)
            self.panel.show_view(STEP)
            self.panel.step.focus_problem(problem)
        else:
            self.panel.show_view(SCRIPT)
            self.panel.script.focus_problem(problem)

    def _find(self, typed: str) -> None:
        hits: tuple[str, ...] = ()
        if typed and self.examined is not None:
            hits = tuple(step.key for step in self.examined.finder.find(typed))
        self.bar.search.show_hits(hits)
        self.canvas.show_found(hits)
        self.minimap.refresh()

    def _show_hit(self, key: str) -> None:
        self.canvas.choose(key, show=False)
        self.canvas.centre_on(key)

    # the rest

    def begin_call(self) -> None:
        """Call with the script as it stands; what is not saved yet is saved first."""
        document = self.saving.stored
        if self.saving.is_changed() or (document is not None and not document.id):
            self._call_when_saved = True
            self.saving.save()
        elif document is not None:
            self.call_wanted.emit(document)

    def _content(self) -> str | None:
        """What stands here; None while a new script says nothing yet."""
        if self.script == self._begun_with:
            return self._begun_content if self._is_stored() or _says_something(self.script) else None
        return to_json(self.script)

    def _is_stored(self) -> bool:
        return bool(self._document_id())

    def _document_id(self) -> int:
        return self.saving.stored.id if self.saving.stored is not None else 0

    def _options(self) -> Sequence[Option]:
        """The steps to choose from, under their titles now."""
        known = {entry.value: entry for entry in self.examined.options} if self.examined is not None else {}
        return [
            replace(known.get(step.key, Option(step.key, "")), text=title_words(step.title))
            for step in self.script.steps
        ]

    def _version_wanted(self, content: str) -> None:
        try:
            self.work.put(edits.in_place(from_json(content)))
        except DocumentError as error:
            self.saving.failed(error)
        else:
            self.canvas.fit()

    def _stored(self, document: Document) -> None:
        self._begun_content = document.content
        self._begun_with = from_json(document.content)
        self.heat.count()
        self.tabs.refresh()
        if self._call_when_saved:
            self._call_when_saved = False
            self.call_wanted.emit(document)

    def _steps_shown(self, view: str) -> None:
        if view == STEPS:
            self.panel.show_steps(self.script, self.canvas.current, self._seconds)

    def _lay_out(self) -> None:
        column = PageColumn(self)
        column.addWidget(self.header)
        canvas = QWidget()
        row = QHBoxLayout(canvas)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.card = Card(padding=0)
        self.card.setProperty("ground", "paper")
        self.card.body.setSpacing(0)
        self.card.body.setContentsMargins(1, 1, 1, 1)
        self.card.add(self.bar)
        self.card.add(self.canvas, 1)
        row.addWidget(self.card, 1)
        row.addWidget(self.panel)
        self.tabs.lay_out(canvas)
        self._below_header = QHBoxLayout()
        self._below_header.addStretch(1)
        column.addLayout(self._below_header)
        column.addWidget(self.tabs.stack, 1)

    def _connect(self) -> None:
        canvas, find = self.canvas, self.bar.search
        for signal, slot in (
            (self._pause.timeout, self._ask),
            (self.work.edited, self._edited),
            (self.work.travelled, self._travelled),
            (self.work.too_large, self._too_large),
            (self.changes.begun, partial(self.edit_step, whole=True)),
            (self.hand_on.export_wanted, self.export_wanted),
            (self.saving.left, self.closed),
            (self.saving.saved, self._stored),
            (self.saving.version_wanted, self._version_wanted),
            (self.header.undo.clicked, self.work.undo),
            (self.header.redo.clicked, self.work.redo),
            (self.call.clicked, self.begin_call),
            (self.tabs.step_reached, canvas.show_reached),
            (self.problems.clicked, partial(self.panel.show_view, PROBLEMS)),
            (canvas.selection_changed, self._selection_changed),
            (canvas.edit_wanted, self.edit_step),
            (canvas.zoomed, self.bar.show_scale),
            (self.panel.views.chosen, self._steps_shown),
            (self.panel.step_wanted, self._show_hit),
            (self.panel.step_entered, self.edit_step),
            (self.panel.problem_pressed, self._go_to),
            (find.query_changed, self._find),
            (find.hit_wanted, self._show_hit),
            (self.bar.tidy.clicked, self.tidy),
            (self.bar.fit.clicked, canvas.fit),
            (self.bar.larger.clicked, partial(canvas.zoom_by, 1)),
            (self.bar.smaller.clicked, partial(canvas.zoom_by, -1)),
            (self.bar.scale.clicked, partial(canvas.zoom_to, 1.0)),
        ):
            signal.connect(slot)

    def _add_shortcuts(self) -> None:
        for keys, slot in (
            ("Ctrl+Z", self.work.undo),
            ("Ctrl+Y", self.work.redo),
            ("Ctrl+Shift+Z", self.work.redo),
            ("Ctrl+F", self.bar.search.begin),
            ("Ctrl+H", partial(self.bar.search.begin, replacing=True)),
            ("Ctrl+L", self.tidy),
            ("Ctrl+0", partial(self.canvas.zoom_to, 1.0)),
            ("Ctrl++", partial(self.canvas.zoom_by, 1)),
            ("Ctrl+=", partial(self.canvas.zoom_by, 1)),
            ("Ctrl+-", partial(self.canvas.zoom_by, -1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what one can do without where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self.call.setText("" if narrow else self.tr("Call"))
            self.bar.scale.setVisible(not narrow)
            self._place_tabs()

    def _place_tabs(self) -> None:
        """The views are chosen in the header, or below it where that has no room."""
        head = self.header.layout()
        if self._narrow:
            self._below_header.insertWidget(0, self.tabs.control)
        elif isinstance(head, QHBoxLayout):
            head.insertWidget(head.indexOf(self.call), self.tabs.control, 0, Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in a form goes back to the canvas."""
        if event.key() == Qt.Key.Key_Escape and self.canvas.isVisible() and not self.canvas.hasFocus():
            self.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        super().keyPressEvent(event)


def _says_something(script: CallScript) -> bool:
    return len(script.steps) > 1 or any(text.strip() for step in script.steps for text in step.says)


def _said(content: str) -> str:
    """A version in a few words: its opening and the titles of its steps."""
    try:
        script = from_json(content)
    except DocumentError:
        return ""
    opening = script.step(script.opening)
    words = [readable(opening.says[0])] if opening is not None and opening.says else []
    return " · ".join([*words, *(step.title for step in script.steps if step is not opening and step.title)])
