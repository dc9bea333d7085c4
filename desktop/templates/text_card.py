"""The card a text is written in, with its size, what costs in it and its problems below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.amounts import number
from desktop.campaigns.planning import Size
from desktop.templates.body_field import BodyField
from desktop.templates.body_highlighter import Mark, MarkKind
from desktop.templates.problem_list import Finding, ProblemList
from desktop.templates.text_settings import TextSettings
from desktop.templates.variable_popover import VariablePopover
from desktop.templates.variable_writing import VariableWriting
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.label import Label
from desktop.widgets.menu import Menu
from desktop.widgets.status_tag import StatusTag
from local_db.templates.costs import Cost, CostKind
from local_db.templates.cuts import Cut, CutKind, units_left, units_over, words_at_the_end
from local_db.templates.model import Purpose, Template
from local_db.templates.text import Variable, with_limit
from local_db.templates.vendor import Verdict
from local_db.templates.verdicts import Finding as VendorFinding

LONGEST = 5_000  # characters taken from the clipboard: three times what any vendor sends in one text
_KINDS: dict[Verdict, MarkKind] = {Verdict.REVIEW: "warn", Verdict.REFUSED: "bad"}


class TextCard(Card):
    """The body, its variables, its settings, its size and its problems.

    Signals:
        edited(): a person changed the text or its settings.
    """

    edited = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__()
        self.set_title(self.tr("Text"))
        self._found: tuple[Finding, ...] = ()
        self._findings: tuple[Finding, ...] = ()  # of them, what is shown
        self._costs: tuple[Cost, ...] = ()
        self._verdicts: tuple[VendorFinding, ...] = ()
        self._over = 0
        self._silent = False
        self._held = False
        self.variables = Button(self.tr("{} Variable"), dense=True)  # the braces are what a variable looks like
        self.variables.setToolTip(self.tr("Insert something that differs for each member (Ctrl+M)"))
        self.variables.setShortcut("Ctrl+M")
        self.add_tool(self.variables)
        self.body_field = BodyField(self.tr("Text of the message"), longest=LONGEST)
        self.body_field.set_hint(self.tr("Write what everybody gets; type { for what differs"))
        self._writing = VariableWriting(self.body_field, host)
        self.offered = self._writing.offered
        self.settings = TextSettings()
        self.size_tag = StatusTag()
        self.size_sentence = Label("", "small", wrap=True)
        self.cost_sentence = Label("", "small", tone="warn", wrap=True)
        self.mend = Button(self.tr("Replace it"), kind="link", dense=True)
        self.problems = ProblemList()
        self.add(self.body_field)
        self.add(self.settings)  # above what comes and goes, so that it stays where it is
        self.body.addSpacing(4)
        self.add_layout(self._size_line())
        self.add_layout(self._cost_line())
        self.add(self.problems)
        self.show_costs(())
        self._connect()

    def show_template(self, template: Template) -> None:
        """Show a template without announcing an edit."""
        self._silent = True
        self.settings.show_template(template)
        self.body_field.set_around(template.signature, template.opt_out)
        self.body_field.set_body(template.body)
        self.offered.hide()
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
        self._writing.set_examples(facts)

    @contextmanager
    def marked_once(self) -> Iterator[None]:
        """Underline only when everything that is shown meanwhile is known: each time the whole text is laid out."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
            self._mark()

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is wrong with the text."""
        self._found = tuple(findings)
        self._show_findings()

    def show_verdicts(self, found: Sequence[VendorFinding]) -> None:
        """Underline what the chosen vendor would not take."""
        self._verdicts = tuple(found)
        self._mark()

    def show_costs(self, costs: Sequence[Cost]) -> None:
        """Underline the characters that cost, and explain the first."""
        self._costs = tuple(costs)
        first = costs[0] if costs else None
        self.cost_sentence.setText("" if first is None else self._cost(first, len(costs)))
        self.cost_sentence.setVisible(first is not None)
        self.mend.setVisible(first is not None and bool(first.twin))
        self._mark()

    def show_size(self, size: Size | None) -> None:
        """Say how long the texts are, and what one part fewer would take; nothing of an empty text."""
        self.size_tag.setVisible(size is not None)
        self._over = 0 if size is None else units_over(size.longest, size.room)
        if size is None:
            self.size_sentence.setText("")
            self._mark()
            return
        if size.shortest == size.longest:
            words = self.tr("{units} characters").format(units=number(size.longest))
        else:
            words = self.tr("{shortest} – {longest} characters").format(
                shortest=number(size.shortest), longest=number(size.longest)
            )
        self.size_tag.set_state(words, "warn" if self._over else "good")
        self.size_sentence.setText(self._sentence(size))
        self._mark()

    def do(self, cut: Cut) -> None:
        """Make a cut; one at the end is only shown, because it is the person who knows which words can go."""
        if cut.kind is CutKind.END:
            runs = words_at_the_end(self.body_field.body(), cut.characters)
            if runs:
                self.body_field.select(*runs[-1])
        elif cut.kind is CutKind.WORDS:
            self.body_field.replace_words(cut.position, cut.length, "")
        else:
            body = self.body_field.body()
            self.body_field.replace_words(0, len(body), with_limit(body, cut.name, cut.characters))

    def variable_menu(self) -> Menu:
        """Every variable with its name and the value of a real member."""
        return self._writing.menu()

    def open_variable(self, variable: Variable) -> VariablePopover:
        """Change one variable where it stands."""
        return self._writing.open_variable(variable)

    def _connect(self) -> None:
        self.variables.clicked.connect(self._offer_variables)
        self.body_field.body_changed.connect(self._announce)
        self.body_field.variable_typed.connect(self._show_findings)
        self.settings.edited.connect(self._announce)
        self.problems.place_wanted.connect(self.body_field.select)
        self.mend.clicked.connect(self._mend)

    def _sentence(self, size: Size) -> str:
        left = units_left(size.longest, size.room)
        if not self._over:
            return self.tr("One part; {left} more characters fit before a second one begins.").format(left=left)
        parts = size.most_parts
        return self.tr(
            "Up to {parts} parts. Without the {over} underlined characters the longest text needs {fewer}; "
            "{left} more fit before part {next} begins."
        ).format(parts=parts, over=self._over, fewer=parts - 1, left=left, next=parts + 1)

    def _cost(self, first: Cost, count: int) -> str:
        if first.kind is CostKind.TURNS:
            words = self.tr("“{char}” at character {place} makes every part hold 70 instead of 160 characters.").format(
                char=first.character, place=first.position + 1
            )
            return words + " " + self.tr("“{twin}” would not.").format(twin=first.twin) if first.twin else words
        if count == 1:
            return self.tr("“{char}” counts as two characters.").format(char=first.character)
        return self.tr("“{char}” and {more} more count as two characters each.").format(
            char=first.character, more=count - 1
        )

    def _size_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.size_tag)
        line.addWidget(self.size_sentence, 1)
        return line

    def _cost_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.cost_sentence, 1)
        line.addWidget(self.mend)
        return line

    def _mark(self) -> None:
        if self._held:
            return
        body = self.body_field.body()
        over = [Mark(*run, "over") for run in words_at_the_end(body, self._over)]
        costs = [Mark(cost.position, 1, "cost") for cost in self._costs]
        wrong = [Mark(f.position, f.length, "bad" if f.blocks else "warn") for f in self._findings if f.length]
        said = [Mark(f.position, f.length, _KINDS[f.verdict]) for f in self._verdicts if f.length]
        self.body_field.set_marks((*over, *costs, *said, *wrong))

    def _show_findings(self, _typed: object = None) -> None:
        """All but the open brace of a variable that is only just being typed."""
        field = self.body_field
        typed = field.typed_place() if field.hasFocus() else None
        self._findings = tuple(one for one in self._found if typed is None or (one.position, one.length) != (typed, 1))
        self.problems.set_findings(self._findings)
        self._mark()

    def _mend(self) -> None:
        if self._costs and self._costs[0].twin:
            self.body_field.replace_words(self._costs[0].position, 1, self._costs[0].twin)

    def _announce(self) -> None:
        if self._silent:
            return
        template = self.template()
        self.body_field.set_around(template.signature, template.opt_out)
        self.edited.emit()

    def _offer_variables(self) -> None:
        self.variable_menu().open_below(self.variables)
