"""What phones get that show no card: a digital message, else a text, counted and priced as the SMS that it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.amounts import number, price
from desktop.campaigns.planning import Answer
from desktop.cards import edits, problem_words
from desktop.cards.text_row import TextRow
from desktop.cards.work import CardWork
from desktop.templates.body_field import BodyField
from desktop.templates.body_highlighter import Mark
from desktop.templates.variable_writing import VariableWriting
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.fields import mark_wrong
from desktop.widgets.label import Label
from desktop.widgets.select import Select
from desktop.widgets.status_tag import StatusTag
from local_db.cards.problem import FALLBACK, FALLBACK_TITLE, OPT_OUT, CardProblem
from local_db.templates.model import Purpose
from local_db.templates.render import Rendered
from local_db.templates.sms_rules import sms_rules
from local_db.templates.vendors import vendor_of

_DIGITAL_LONGEST = 20


class FallbackCard(Card):
    """The title, the text, its size and price; edits go into the work."""

    def __init__(self, work: CardWork, host: QWidget) -> None:
        super().__init__()
        self._work = work
        self._silent = False
        self.set_title(self.tr("For phones that show no card"))
        self.title = TextRow(self.tr("Title of the digital message"), _DIGITAL_LONGEST, host)
        self.no_digital = Label("", "small", wrap=True)
        self.body_field = BodyField(self.tr("Text message"), lines=(3, 7), own_undo=False)
        self.body_field.set_hint(self.tr("Say the same in a text"))
        self.writing = VariableWriting(self.body_field, host)
        self.variables = Button("{}", kind="ghost", dense=True)
        self.variables.setAccessibleName(self.tr("Text message: insert a variable"))
        self.opt_out = Select(name=self.tr("Opt-out wording"))
        self.size_tag = StatusTag()
        self.size_sentence = Label("", "small", wrap=True)
        self.problem = Label("", "small", tone="bad", wrap=True)
        self.problem.hide()
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Label(self.tr("Text message"), "muted"))
        head.addStretch(1)
        head.addWidget(self.variables)
        self._opt_out_label = Label(self.tr("Opt-out"), "muted")
        refusal = QHBoxLayout()
        refusal.setSpacing(8)
        refusal.addWidget(self._opt_out_label)
        refusal.addWidget(self.opt_out)
        refusal.addStretch(1)
        sizes = QHBoxLayout()
        sizes.setSpacing(8)
        sizes.addWidget(self.size_tag)
        sizes.addWidget(self.size_sentence, 1)
        self.add(self.title)
        self.add(self.no_digital)
        self.add_layout(head)
        self.add(self.body_field)
        self.add_layout(refusal)
        self.add_layout(sizes)
        self.add(self.problem)
        self.title.written.connect(self._titled)
        self.body_field.body_changed.connect(self._written)
        self.opt_out.value_changed.connect(self._opt_out_chosen)
        self.variables.clicked.connect(self._offer)

    def show_card(self) -> None:
        """Show what the card says, without announcing it."""
        card, vendor = self._work.card, self._work.vendor
        self._silent = True
        self.title.setVisible(bool(vendor.digital_title))
        self.no_digital.setVisible(not vendor.digital_title)
        self.no_digital.setText(self.tr("This vendor has no digital message; the text comes at once."))
        self.title.set_longest(vendor.digital_title or _DIGITAL_LONGEST)
        self.title.show_text(card.fallback.title)
        self._offer_opt_outs()
        shown = card.purpose is Purpose.MARKETING or bool(card.fallback.opt_out)
        self.opt_out.setVisible(shown)
        self._opt_out_label.setVisible(shown)
        self.body_field.set_around(card.signature, card.fallback.opt_out)
        if self.body_field.body() != card.fallback.body:
            self.body_field.set_body(card.fallback.body)
        self._silent = False

    def show_around(self) -> None:
        """Show the signature and the opt-out wording as they are now."""
        card = self._work.card
        self.body_field.set_around(card.signature, card.fallback.opt_out)

    def set_examples(self, facts: Mapping[str, str]) -> None:
        """The values of a real member, for the menus of variables."""
        self.title.set_examples(facts)
        self.writing.set_examples(facts)

    def show_size(self, rendered: Rendered | None, answer: Answer | None, each: Decimal, currency: str) -> None:
        """Count the text for the member in sight, and what it would cost if every member got it."""
        known = rendered is not None and bool(self._work.card.fallback.body.strip())
        self.size_tag.setVisible(known)
        if rendered is None or not known:
            self.size_sentence.setText(self.tr("Without a text these phones get nothing."))
            return
        parts = self.tr("1 part") if rendered.parts == 1 else self.tr("{parts} parts").format(parts=rendered.parts)
        self.size_tag.set_state(
            self.tr("{units} characters · {parts}").format(units=number(rendered.units), parts=parts),
            "good" if rendered.parts == 1 else "warn",
        )
        said = [self.tr("{price} for this member").format(price=price(each * rendered.parts, currency))]
        if answer is not None and answer.plan.messages and answer.size is not None:
            size = answer.size
            span = f"{size.shortest} – {size.longest}" if size.shortest != size.longest else str(size.longest)
            said.append(
                self.tr("to all {people} as a text: {span} characters, {cost} at most").format(
                    people=number(answer.plan.messages), span=span, cost=price(answer.plan.cost, currency)
                )
            )
        self.size_sentence.setText(" · ".join(said))

    def set_problems(self, problems: Sequence[CardProblem]) -> None:
        """Show what is wrong with the title, the text and the wording."""
        titled = [one for one in problems if one.field == FALLBACK_TITLE]
        marks = [Mark(one.position, one.length, "bad" if one.blocks else "warn") for one in titled if one.length]
        said = [problem_words.said(one) for one in titled]
        self.title.set_problems(said, marks, blocks=any(one.blocks for one in titled))
        own = [one for one in problems if one.field in {FALLBACK, OPT_OUT}]
        blocks = any(one.blocks for one in own)
        self.problem.setText("\n".join(dict.fromkeys(problem_words.said(one) for one in own)))
        self.problem.setVisible(bool(own))
        self.problem.set_tone("bad" if blocks else "warn")
        mark_wrong(self.body_field, wrong=blocks)
        self.body_field.set_marks(
            [
                Mark(one.position, one.length, "bad" if one.blocks else "warn")
                for one in own
                if one.field == FALLBACK and one.length
            ]
        )

    def focus_place(self, problem: CardProblem) -> QWidget:
        """Put the focus where a problem is."""
        if problem.field == FALLBACK_TITLE:
            self.title.field.select(problem.position, problem.length)
            return self.title
        if problem.field == OPT_OUT:
            self.opt_out.setFocus()
            return self.opt_out
        self.body_field.select(problem.position, problem.length)
        return self.body_field

    def _offer_opt_outs(self) -> None:
        card, vendor = self._work.card, vendor_of(self._work.vendor.sms)
        own = card.fallback.opt_out
        known = dict.fromkeys([*vendor.opt_out.accepted, *(one.text for one in sms_rules().opt_outs)])
        extra = [own] if own and own not in known else []
        blocked = QSignalBlocker(self.opt_out)
        self.opt_out.set_options([(self.tr("None of its own"), ""), *((one, one) for one in (*extra, *known))])
        self.opt_out.set_value(own)
        blocked.unblock()

    def _titled(self, text: str) -> None:
        self._change("fallback.title", title=text)

    def _written(self) -> None:
        if not self._silent:
            self._change("fallback.body", body=self.body_field.body())

    def _opt_out_chosen(self, wording: object) -> None:
        self._change("", opt_out=str(wording or ""))
        self.show_around()

    def _change(self, place: str, **texts: str) -> None:
        card = self._work.card
        self._work.write(edits.with_fallback(card, replace(card.fallback, **texts)), place)

    def _offer(self) -> None:
        self.writing.menu().open_below(self.variables)
