"""Where the calls with a script went: arrows as thick as their answers were given often, and where calls ended."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.call_scripts.canvas.scene import EVERYWHERE, Place
from desktop.call_scripts.canvas.view import CanvasView
from desktop.call_scripts.work import ScriptWork
from desktop.documents.saving import Saving
from desktop.shell.context import PageContext
from local_db.call_scripts.coverage import Coverage, coverage

_NONE = Coverage(0, {}, {}, {}, {})


class HeatMap(QObject):
    """Counts the calls of the script that is saved, and shows them on its canvas while the button is down."""

    def __init__(
        self,
        context: PageContext,
        work: ScriptWork,
        saving: Saving,
        canvas: CanvasView,
        button: QAbstractButton,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._shop = context.shop
        self._work = work
        self._saving = saving
        self._canvas = canvas
        self._button = button
        self._found = _NONE
        self._counting = context.background.latest()
        self._button.toggled.connect(self.show)

    def begin(self) -> None:
        """Another script is in the editor."""
        self._counted(_NONE)
        self._button.setChecked(False)
        self.count()

    def count(self) -> None:
        """Count the calls anew."""
        document = self._saving.stored
        if document is None or not document.id:
            self._counted(_NONE)
            return
        work = partial(coverage, self._shop, document.id)
        self._counting.run(work, self._counted, self._saving.failed, owner=self)

    def show(self) -> None:
        """Draw the arrows of the script as it stands."""
        if self._button.isChecked():
            self._canvas.show_given(self._given(), self._found.ended)
        else:
            self._canvas.show_given(None)

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
        script = self._work.script
        given: dict[Place, int] = {
            (step.key, place): self._found.of_answer(step, answer)
            for step in script.steps
            for place, answer in enumerate(step.answers)
        }
        for place, answer in enumerate(script.always):
            asked = (step for step in script.steps if answer in script.answers_at(step))
            given[EVERYWHERE, place] = sum(self._found.of_answer(step, answer) for step in asked)
        return given
