"""The card a text is written in, with its size and its problems below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.amounts import number
from desktop.campaigns.planning import Size
from desktop.templates.body_field import BodyField
from desktop.templates.body_highlighter import Mark
from desktop.templates.problem_list import Finding, ProblemList
from desktop.templates.text_settings import TextSettings
from desktop.templates.variable_words import LABELS, usual_fallback, variable_label
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.label import Label
from desktop.widgets.menu import Menu
from desktop.widgets.status_tag import StatusTag
from local_db.templates.cuts import units_over, words_at_the_end
from local_db.templates.model import Purpose, Template
from local_db.templates.sms_parts import count_parts

_EXAMPLE_LENGTH = 18


class TextCard(Card):
    """The body, its variables, its settings, its size and its problems.

    Signals:
        edited(): a person changed the text or its settings.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Text"))
        self._examples: dict[str, str] = {}
        self._findings: tuple[Finding, ...] = ()
        self._longest = 0
        self._silent = False
        self.variables = Button(self.tr("{} Variable"), dense=True)  # the braces are what a variable looks like
        self.variables.setToolTip(self.tr("Insert something that differs for each member (Ctrl+M)"))
        self.variables.setShortcut("Ctrl+M")
        self.variables.clicked.connect(self._offer_variables)
        self.add_tool(self.variables)
        self.body_field = BodyField(self.tr("Text of the message"))
        self.body_field.set_hint(self.tr("Write what everybody gets"))
        self.settings = TextSettings()
        self.size_tag = StatusTag()
        self.size_sentence = Label("", "small", wrap=True)
        self.problems = ProblemList()
        self.add(self.body_field)
        self.add(self.settings)  # above what comes and goes, so that it stays where it is
        self.body.addSpacing(4)
        self.add_layout(self._size_line())
        self.add(self.problems)
        self.body_field.variable_wanted.connect(self._offer_variables_here)
        self.body_field.body_changed.connect(self._announce)
        self.settings.edited.connect(self._announce)
        self.problems.place_wanted.connect(self.body_field.select)

    def show_template(self, template: Template) -> None:
        """Show a template without announcing an edit."""
        self._silent = True
        self.settings.show_template(template)
        self.body_field.set_around(template.signature, template.opt_out)
        self.body_field.set_body(template.body)
        self._silent = False

    def template(self) -> Template:
        """The text as it stands now; without a name and an id."""
        return Template(
            name="",
            purpose=Purpose(self.settings.purpose.current),
            signature=self.settings.signature.text().strip(),
            body=self.body_field.body(),
            opt_out=str(self.settings.opt_out.value() or ""),
        )

    def set_examples(self, facts: Mapping[str, str]) -> None:
        """The values of a real member, for the menu of variables."""
        self._examples = dict(facts)

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is wrong with the text."""
        self._findings = tuple(findings)
        self.problems.set_findings(findings)
        self._mark()

    def show_size(self, size: Size | None) -> None:
        """Say how long the texts are, and what one part fewer would take; nothing of an empty text."""
        self.size_tag.setVisible(size is not None)
        if size is None:
            self._longest = 0
            self.size_sentence.setText("")
            self._mark()
            return
        self._longest = size.longest
        over = units_over(size.longest)
        if size.shortest == size.longest:
            words = self.tr("{units} characters").format(units=number(size.longest))
        else:
            words = self.tr("{shortest} – {longest} characters").format(
                shortest=number(size.shortest), longest=number(size.longest)
            )
        self.size_tag.set_state(words, "warn" if over else "good")
        self.size_sentence.setText(self._sentence(size, over))
        self._mark()

    def _sentence(self, size: Size, over: int) -> str:
        left = count_parts("x" * size.longest).left
        if not over:
            return self.tr("One part; {left} more characters fit before a second one begins.").format(left=left)
        parts = size.most_parts
        return self.tr(
            "Up to {parts} parts. Without the {over} underlined characters the longest text needs {fewer}; "
            "{left} more fit before part {next} begins."
        ).format(parts=parts, over=over, fewer=parts - 1, left=left, next=parts + 1)

    def _size_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.size_tag)
        line.addWidget(self.size_sentence, 1)
        return line

    def _mark(self) -> None:
        body = self.body_field.body()
        over = [Mark(*run, "over") for run in words_at_the_end(body, units_over(self._longest))]
        wrong = [Mark(f.position, f.length, "bad" if f.blocks else "warn") for f in self._findings if f.length]
        self.body_field.set_marks((*over, *wrong))

    def _announce(self) -> None:
        if self._silent:
            return
        template = self.template()
        self.body_field.set_around(template.signature, template.opt_out)
        self.edited.emit()

    def _offer_variables(self) -> None:
        self.variable_menu().open_below(self.variables)

    def _offer_variables_here(self) -> None:
        """After a typed brace; what is typed on goes into the text."""
        menu = self.variable_menu(after_brace=True)
        menu.type_into(self.body_field)
        area = self.body_field.cursorRect()
        menu.open_at(self.body_field.viewport(), area.bottomLeft(), area.height())

    def variable_menu(self, *, after_brace: bool = False) -> Menu:
        """Every variable with its name and the value of a real member."""
        menu = Menu(self)
        for name in LABELS:
            example = self._examples.get(name, "")
            if len(example) > _EXAMPLE_LENGTH:
                example = f"{example[:_EXAMPLE_LENGTH]}…"
            text = f"{variable_label(name)}   {{{name}}}\t{example or '—'}".replace("&", "&&")
            menu.addAction(text, partial(self._insert, name, after_brace=after_brace))
        return menu

    def _insert(self, name: str, *, after_brace: bool = False) -> None:
        if after_brace:
            self.body_field.textCursor().deletePreviousChar()
        template = self.template()
        words = f"{template.signature}{template.body}{template.opt_out}"
        self.body_field.insert_variable(name, usual_fallback(name, words))
