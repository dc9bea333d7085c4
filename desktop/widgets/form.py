"""Forms: labels in one column, fields in the other, help and errors below the field they speak of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.widgets.fields import mark_wrong
from desktop.widgets.label import Label

_LOWEST, _LINE = 20, 34  # a line of words, a field


class FormRow:
    """One row of a form: show or clear its error, hide it as a whole."""

    def __init__(self, label: Label, box: QWidget, field: QWidget, help_label: Label, error: Label) -> None:
        self.label = label
        self.field = field
        self._box = box
        self._help = help_label
        self._error = error

    @property
    def error(self) -> str:
        """The error shown, empty when there is none."""
        return self._error.text()

    def set_error(self, text: str) -> None:
        """Say what is wrong below the field; an empty text clears it."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self._help.setVisible(not text and bool(self._help.text()))
        mark_wrong(self.field, wrong=bool(text))
        self.field.setAccessibleDescription(text or self._help.text())

    def set_help(self, text: str) -> None:
        """Explain the field below it."""
        self._help.setText(text)
        self._help.setVisible(bool(text) and not self._error.text())
        self.field.setAccessibleDescription(text)

    def align(self) -> None:
        """Put the label's middle beside the middle of the field's first line."""
        self.label.setMinimumHeight(max(_LOWEST, min(_LINE, self.field.sizeHint().height())))

    def set_visible(self, *, visible: bool) -> None:
        """Show or hide label and field together."""
        self.label.setVisible(visible)
        self._box.setVisible(visible)


class Form(QWidget):
    """Rows of label and field; `label_width` keeps several forms of a page in line."""

    def __init__(self, *, label_width: int = 140, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FormRow] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnMinimumWidth(0, label_width)
        self._grid.setColumnStretch(1, 1)

    def add_row(self, label: str, field: QWidget, help_text: str = "") -> FormRow:
        """Put a field with its label at the end; the label names it for a screen reader."""
        words = Label(label, wrap=True)
        words.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        helping = Label(help_text, "small", wrap=True)
        error = Label("", "small", tone="bad", wrap=True)
        column.addWidget(field)
        column.addWidget(helping)
        column.addWidget(error)
        helping.setVisible(bool(help_text))
        error.setVisible(False)
        field.setAccessibleDescription(help_text)
        line = len(self._rows)
        self._grid.setRowStretch(line, 0)
        self._grid.setRowStretch(line + 1, 1)  # room that is left goes below, not between the rows
        self._grid.addWidget(words, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(box, line, 1)
        row = FormRow(words, box, field, helping, error)
        row.align()
        self._rows.append(row)
        return row

    def event(self, event: QEvent) -> bool:
        """Keep the labels beside fields that have grown, as chips do when there are some."""
        if event.type() == QEvent.Type.LayoutRequest:
            for row in self._rows:
                row.align()
        return super().event(event)
