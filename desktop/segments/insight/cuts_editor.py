"""Four ascending numbers each for recency, frequency and money."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop import amounts, wording
from desktop.widgets.fields import NumberField, mark_wrong
from desktop.widgets.label import Label
from local_db.errors import CutsError
from local_db.roster.rfm_cuts import CUTS, MOST, RfmCuts

_AXES = ("r", "f", "m")


class CutsEditor(QWidget):
    """Says at once what is wrong.

    Signals:
        edited(object): other RfmCuts are typed; None while they are none.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        self.fields: dict[str, list[NumberField]] = {}
        names = {
            "r": self.tr("R  days since the last order"),
            "f": self.tr("F  orders"),
            "m": self.tr("M  money spent"),
        }
        for line, axis in enumerate(_AXES):
            grid.addWidget(Label(names[axis], "small"), 2 * line, 0, 1, CUTS)
            self.fields[axis] = []
            for place in range(CUTS):
                field = NumberField(1, minimum=1, maximum=MOST[axis], name=f"{axis.upper()} {place + 1}")
                field.setFixedWidth(76)
                field.valueChanged.connect(self._typed)
                grid.addWidget(field, 2 * line + 1, place, Qt.AlignmentFlag.AlignLeft)
                self.fields[axis].append(field)
        self.problem = Label("", "small", tone="bad", wrap=True)
        grid.addWidget(self.problem, 2 * len(_AXES), 0, 1, CUTS)
        self._names = names
        self.set_currency("CNY")

    def set_currency(self, currency: str) -> None:
        """Name the amounts' currency for the screen reader."""
        for place, field in enumerate(self.fields["m"]):
            field.setAccessibleName(f"M {place + 1} {amounts.sign(currency)}".strip())

    def set_cuts(self, cuts: RfmCuts) -> None:
        """Show cuts; nothing is announced."""
        for axis in _AXES:
            for field, cut in zip(self.fields[axis], getattr(cuts, axis), strict=True):
                blocked = QSignalBlocker(field)
                field.setValue(cut)
                blocked.unblock()
        self._judge()

    def cuts(self) -> RfmCuts | None:
        """What is typed, None while it is none."""
        try:
            return RfmCuts(**{axis: self._typed_in(axis) for axis in _AXES})
        except CutsError:
            return None

    def _typed_in(self, axis: str) -> tuple[int, ...]:
        return tuple(field.value() for field in self.fields[axis])

    def _typed(self, *_: object) -> None:
        self._judge()
        self.edited.emit(self.cuts())

    def _judge(self) -> None:
        """Mark the axis that cannot be, and say why."""
        said = ""
        for axis in _AXES:
            wrong = False
            try:
                RfmCuts(**{axis: self._typed_in(axis)})
            except CutsError as error:
                wrong = True
                said = said or f"{axis.upper()}: {wording.error(error)}"
            for field in self.fields[axis]:
                mark_wrong(field, wrong=wrong)
        self.problem.setText(said)
