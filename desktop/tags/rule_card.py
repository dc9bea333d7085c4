"""A built-in rule with the shop's own numbers: what it found, fields to change it, and the count while one does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import amounts, wording
from desktop.tags import words
from desktop.tags.period_list import PeriodList
from desktop.widgets.bar_list import BarList, BarRow
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.fields import NumberField
from desktop.widgets.form import Form
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from local_db.errors import TagError
from local_db.tags.builtin import Definition, definitions
from local_db.tags.model import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABEL_WIDTH = 196


@dataclass(frozen=True, slots=True)
class Draft:
    """A rule's numbers as they stand in the fields."""

    rule: str
    numbers: Mapping[str, int]
    periods: tuple[Period, ...] = ()


class RuleCard(Card):
    """All tags of one rule share it, so it is the same card for each of them.

    Signals:
        edited(Draft): a number or a period was changed; the count should follow.
        save_wanted(Draft): the numbers should become the shop's.
        restore_wanted(str): the rule of that key should be as it came.
    """

    edited = Signal(object)
    save_wanted = Signal(object)
    restore_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._stored = Draft("", {})
        self._names: dict[str, str] = {}
        self._currency = "CNY"
        self.fields: dict[str, NumberField] = {}
        self._about = Label("", "muted", wrap=True)
        self.finding = Label("", wrap=True)
        self.problem = InlineNotice("", "warn")
        self.problem.hide()
        self.bars = BarList()
        self._form = Form(label_width=_LABEL_WIDTH)
        self.periods = PeriodList()
        self.periods.changed.connect(self._changed)
        for part in (self._about, self.finding, self.bars, self._form, self.periods, self.problem):
            self.add(part)
        self.add_layout(self._buttons())

    @property
    def rule(self) -> str:
        """The rule in sight, empty for none."""
        return self._stored.rule

    def draft(self) -> Draft:
        """The numbers as they stand in the fields."""
        numbers = {key: field.value() for key, field in self.fields.items()}
        return Draft(self._stored.rule, numbers, self.periods.periods())

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return bool(self.rule) and self.draft() != self._stored

    def show_rule(self, stored: Draft, names: Mapping[str, str], currency: str) -> None:
        """Show a rule; what is being edited of the same one stays. `names` are its tags' by outcome."""
        self._names, self._currency = dict(names), currency
        same = stored.rule == self._stored.rule
        if same and self.is_changed:
            self._stored = stored
            self._say_state()
            return
        if not same:
            self._build(definitions()[stored.rule])
        self._stored = stored
        self._fill(stored)
        if not same or self.periods.periods() != stored.periods:
            self.periods.set_periods(stored.periods)
        self._say_state()

    def show_counts(self, answer: tuple[Mapping[str, int], Mapping[str, int]]) -> None:
        """What the numbers in the fields come to: people by outcome, and the rule's figures."""
        counts, figures = answer
        self.problem.hide()
        shown = [(self._names[key], counts.get(key, 0)) for key in self._names]
        most = max((count for _, count in shown), default=0)
        self.bars.set_rows([BarRow(name, count / most if most else 0, amounts.number(count)) for name, count in shown])
        built = definitions()[self.rule]
        said = words.finding(built, self.draft().numbers, figures, self._currency)
        self.finding.setText(said)
        self.finding.setVisible(bool(said))

    def show_problem(self, error: TagError) -> None:
        """Say why the numbers cannot be used."""
        self.problem.say(wording.error(error), "warn")
        self.save_button.setEnabled(False)

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.save_button = Button(self.tr("Save the rule"), kind="primary")
        self.undo_button = Button(self.tr("Discard"))
        self.restore_button = Button(self.tr("Restore the built-in definition"), kind="link")
        self.save_button.clicked.connect(self._save)
        self.undo_button.clicked.connect(self._discard)
        self.restore_button.clicked.connect(self._restore)
        for button in (self.save_button, self.undo_button, self.restore_button):
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _build(self, built: Definition) -> None:
        language = wording.language()
        self.set_title(built.title.of(language))
        self._about.setText(built.about.of(language))
        old, self._form = self._form, Form(label_width=_LABEL_WIDTH)
        self.body.replaceWidget(old, self._form)
        old.hide()
        old.deleteLater()
        self.fields = {}
        for parameter in built.parameters:
            field = NumberField(
                parameter.value,
                minimum=parameter.lowest,
                maximum=parameter.highest,
                suffix=f" {words.unit(parameter.unit)}",
            )
            field.valueChanged.connect(self._changed)
            self._form.add_row(parameter.words.of(language), field)
            self.fields[parameter.key] = field
        self.bars.set_rows(())
        self.finding.hide()
        self.periods.setVisible(bool(built.periods))

    def _changed(self, *_: object) -> None:
        self._say_state()
        self.edited.emit(self.draft())

    def _say_state(self) -> None:
        changed = self.is_changed
        self.problem.hide()
        self.save_button.setVisible(changed)
        self.save_button.setEnabled(True)
        self.undo_button.setVisible(changed)
        built = definitions()[self.rule]
        usual = Draft(self.rule, built.numbers(), built.periods_in(wording.language()))
        self.restore_button.setVisible(not changed and not self._is_usual(usual))

    def _is_usual(self, usual: Draft) -> bool:
        """Whether the numbers are the built-in ones; periods may be named in the other language."""
        days = [(period.start, period.end) for period in self._stored.periods]
        return self._stored.numbers == usual.numbers and days == [(one.start, one.end) for one in usual.periods]

    def _save(self) -> None:
        self.save_wanted.emit(self.draft())

    def _discard(self) -> None:
        self._fill(self._stored)
        self.periods.set_periods(self._stored.periods)
        self._changed()

    def _fill(self, draft: Draft) -> None:
        for key, field in self.fields.items():
            field.blockSignals(True)  # noqa: FBT003 - Qt's signature
            field.setValue(draft.numbers[key])
            field.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def _restore(self) -> None:
        self.restore_wanted.emit(self.rule)


def stored_draft(rule: str, numbers: Mapping[str, int], periods: Sequence[Period]) -> Draft:
    """A rule as the shop keeps it, with numbers that came with a newer version."""
    return Draft(rule, definitions()[rule].numbers() | dict(numbers), tuple(periods))
