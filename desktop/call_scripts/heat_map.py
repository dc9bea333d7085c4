"""Where the calls with a script went: arrows as thick as their answers were given often, and where calls ended."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.call_scripts.canvas.scene import EVERYWHERE, Place
from local_db.call_scripts.coverage import Coverage, coverage

if TYPE_CHECKING:
    from desktop.call_scripts.editor import ScriptEditor

_NONE = Coverage(0, {}, {}, {}, {})


class HeatMap(QObject):
    """Counts the calls of the script in its editor, and shows them while its button is down."""

    def __init__(self, editor: ScriptEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._button = editor.bar.heat
        self._found = _NONE
        self._counting = editor.context.background.latest()
        self._button.toggled.connect(self.show)

    def begin(self) -> None:
        """Another script is in the editor."""
        self._counted(_NONE)
        self._button.setChecked(False)
        self.count()

    def count(self) -> None:
        """Count the calls anew."""
        document = self._editor.saving.stored
        if document is None or not document.id:
            self._counted(_NONE)
            return
        work = partial(coverage, self._editor.context.shop, document.id)
        self._counting.run(work, self._counted, self._editor.saving.failed, owner=self)

    def show(self) -> None:
        """Draw the arrows of the script as it stands."""
        if self._button.isChecked():
            self._editor.canvas.show_given(self._given(), self._found.ended)
        else:
            self._editor.canvas.show_given(None)

    def _counted(self, found: Coverage) -> None:
        self._found = found
        self._button.setEnabled(found.calls > 0)
        self._button.setToolTip(
            self.tr("Arrows as thick as their answers were given often")
            if found.calls
            else self.tr("No calls with this script yet")
        )
        self.show()

    def _given(self) -> dict[Place, int]:
        script = self._editor.script
        given: dict[Place, int] = {
            (step.key, place): self._found.of_answer(step, answer)
            for step in script.steps
            for place, answer in enumerate(step.answers)
        }
        for place, answer in enumerate(script.always):
            asked = (step for step in script.steps if answer in script.answers_at(step))
            given[EVERYWHERE, place] = sum(self._found.of_answer(step, answer) for step in asked)
        return given
