"""Which column of the file is which field: one choice per field, with examples, to be kept as a profile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.importing import words
from desktop.importing.import_item import Choice
from desktop.members import words as member_words
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.fields import TextField
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.scroll_area import ScrollArea
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.select import Select
from local_db.importing.mapping import EXAMPLES, first_dates, first_mapping, is_enough, offered_headers
from local_db.importing.model import FileKind

if TYPE_CHECKING:
    from local_db.importing.previewed import Preview

_LABEL_WIDTH = 136
_SELECT_WIDTH = 216


class MappingView(QWidget):
    """The choices for one file.

    Signals:
        changed: a column, the kind or the order of dates was chosen; only while the choices say enough.
        incomplete: a choice was made after which the file no longer says enough.
        save_wanted(str): the choices are to be kept under this name.
        touched: a person has changed something; before `changed` and `incomplete`.
    """

    touched = Signal()
    changed = Signal()
    incomplete = Signal()
    save_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headers: Sequence[str] = ()
        self._examples: Mapping[str, tuple[str, ...]] = {}
        self._selects: dict[str, Select] = {}
        self._shown_examples: dict[str, ElidedLabel] = {}
        self._start: dict[str, str] = {}
        self._cleaned: dict[str, tuple[str, ...]] = {}
        self._cleaned_of: dict[str, str] = {}  # the header under which each field was cleaned
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._choices_of_file())
        self._notice = InlineNotice()
        self._notice.setVisible(False)
        column.addWidget(self._notice)
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(0, 0, 12, 8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(2, 1)
        card = Card(padding=12)
        card.add(ScrollArea(content), 1)
        column.addWidget(card, 1)
        column.addLayout(self._keeping())

    def _choices_of_file(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        kinds = [
            (FileKind.ORDERS.value, self.tr("Orders")),
            (FileKind.MEMBERS.value, self.tr("People")),
            (FileKind.REFUNDS.value, self.tr("Refunds")),
        ]
        self._kind = SegmentedControl(kinds, name=self.tr("What the rows are"))
        self._kind.chosen.connect(self._kind_chosen)
        self._dates = Select(
            [
                (self.tr("Dates like 2026-11-15"), "ymd"),
                (self.tr("Dates like 11/15/2026"), "mdy"),
                (self.tr("Dates like 15/11/2026"), "dmy"),
            ],
            name=self.tr("Order of dates"),
        )
        self._dates.setMaximumWidth(_SELECT_WIDTH)
        self._dates.value_changed.connect(self._announce)
        self._platform = Select(
            [(member_words.platform(code), code) for code in member_words.PLATFORMS], name=self.tr("Platform")
        )
        self._platform.setMaximumWidth(_SELECT_WIDTH)
        self._platform.value_changed.connect(self._announce)
        grid.addWidget(Label(self.tr("Each row is about"), "muted"), 0, 0)
        grid.addWidget(self._kind, 0, 1, 1, 2)
        grid.addWidget(Label(self.tr("It comes from"), "muted"), 1, 0)
        grid.addWidget(self._platform, 1, 1)
        grid.addWidget(self._dates, 1, 2)
        grid.setColumnStretch(3, 1)
        return grid

    def _keeping(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self.tr("Keep these columns for next time as"), "muted"))
        self.name_field = TextField(name=self.tr("Name of the profile"))
        self.name_field.setMaximumWidth(_SELECT_WIDTH)
        self.name_field.textChanged.connect(self._name_changed)
        self.name_field.returnPressed.connect(self._save)
        self.save_button = Button(self.tr("Save"))
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self._save)
        row.addWidget(self.name_field, 1)
        row.addWidget(self.save_button)
        row.addStretch(1)
        return row

    @property
    def mapping(self) -> dict[str, str]:
        """Field → header, for every field that has a column."""
        return {field: str(select.value()) for field, select in self._selects.items() if select.value()}

    @property
    def choice(self) -> Choice:
        """Everything chosen."""
        return Choice(self.mapping, self.kind, str(self._dates.value()), str(self._platform.value()))

    @property
    def enough(self) -> bool:
        """Whether the choices say enough to import the file."""
        return is_enough(self.mapping, self.kind)

    @property
    def kind(self) -> FileKind:
        """What the rows are about."""
        return FileKind(self._kind.current)

    def show_file(
        self, preview: Preview, examples: Mapping[str, tuple[str, ...]], name: str, choice: Choice | None = None
    ) -> None:
        """Begin with what was chosen before, else what was recognised, else what the headers suggest."""
        self._headers = offered_headers(preview)
        self._cleaned, self._cleaned_of = {}, {}
        self._examples = examples
        if choice is None:
            platform = preview.platform or "own"
            choice = Choice(first_mapping(preview), preview.kind, first_dates(preview), platform)
        self._start = dict(choice.mapping)
        self._kind.set_current(choice.kind.value)
        blocked = QSignalBlocker(self._dates)
        self._dates.set_value(choice.dates)
        blocked.unblock()
        blocked = QSignalBlocker(self._platform)
        codes = dict.fromkeys((*member_words.PLATFORMS, choice.platform))  # a profile of one's own may name another
        self._platform.set_options([(member_words.platform(code), code) for code in codes])
        self._platform.set_value(choice.platform)
        blocked.unblock()
        self.name_field.setText(name)
        self._fill_grid()
        self._say_what_is_missing()
        self._name_changed()

    def show_cleaned(self, preview: Preview) -> None:
        """Show beside the cells of each field what becomes of them."""
        if preview.profile is None:
            return
        columns = list(zip(*preview.rows, strict=True)) if preview.rows else []
        for column, cells in zip(preview.mapped, columns, strict=False):
            self._cleaned[column.field] = tuple(dict.fromkeys(filter(None, cells)))[:EXAMPLES]
            self._cleaned_of[column.field] = column.header
        for field in self._selects:
            self._show_example(field)

    def select_of(self, field: str) -> Select:
        """The choice of a field's column."""
        return self._selects[field]

    def say(self, text: str) -> None:
        """Say why these choices cannot be used."""
        self._notice.say(text, "warn")

    def _fill_grid(self) -> None:
        clear_layout(self._grid)
        self._selects.clear()
        self._shown_examples.clear()
        line = 0
        for title, fields in words.GROUPS[self.kind]:
            heading = Label(words.group(title), "heading")
            heading.setMinimumHeight(28)
            heading.setAlignment(Qt.AlignmentFlag.AlignBottom)
            self._grid.addWidget(heading, line, 0, 1, 3)
            line += 1
            for field in sorted(fields, key=lambda name: name not in self._start):  # what is in the file comes first
                self._add_field(line, field)
                line += 1
        self._grid.setRowStretch(line, 1)

    def _add_field(self, line: int, field: str) -> None:
        options = [(self.tr("Not in this file"), ""), *((words.header(header), header) for header in self._headers)]
        select = Select(options, name=words.field(field))
        select.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        select.setFixedWidth(_SELECT_WIDTH)
        select.set_value(self._start.get(field, ""))
        select.value_changed.connect(self._announce)
        example = ElidedLabel("", "small")
        self._selects[field] = select
        self._shown_examples[field] = example
        self._grid.addWidget(Label(words.field(field)), line, 0)
        self._grid.addWidget(select, line, 1)
        self._grid.addWidget(example, line, 2)
        self._show_example(field)

    def _show_example(self, field: str) -> None:
        header = str(self._selects[field].value() or "")
        raw = self._examples.get(header, ())
        cleaned = self._cleaned.get(field, ()) if header and self._cleaned_of.get(field) == header else ()
        shown = _listed(raw)
        if cleaned and cleaned != raw:
            shown = f"{shown}  →  {_listed(cleaned)}"
        self._shown_examples[field].setText(shown)

    def _kind_chosen(self, _: str) -> None:
        self._start = self.mapping or self._start
        self._fill_grid()
        self._announce()

    def _announce(self, _: object = None) -> None:
        self.touched.emit()
        for field in self._selects:
            self._show_example(field)
        self._say_what_is_missing()
        self._name_changed()
        if self.enough:
            self.changed.emit()
        else:
            self.incomplete.emit()

    def _say_what_is_missing(self) -> None:
        if self.enough:
            self._notice.setVisible(False)
        elif self.kind is FileKind.ORDERS:
            self._notice.say(
                self.tr("Say which column is which: at least the amount paid (or the order total) and the day."), "warn"
            )
        elif self.kind is FileKind.REFUNDS:
            self._notice.say(
                self.tr("Say which column is the number of the order, and which the state of the refund."), "warn"
            )
        else:
            self._notice.say(
                self.tr("Say which column tells people apart: at least the nick, buyer ID, phone or e-mail."), "warn"
            )

    def _name_changed(self, _: str = "") -> None:
        self.save_button.setEnabled(bool(self.name_field.text().strip()) and self.enough)

    def _save(self) -> None:
        if self.save_button.isEnabled():
            self.save_wanted.emit(self.name_field.text().strip())


def _listed(texts: Sequence[str]) -> str:
    return "  ·  ".join(texts)
