"""Writing one card: what it is, what stands on it, and how it looks on every maker's phone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.campaigns.plan_lane import PlanLane
from desktop.campaigns.planning import EVERYBODY, Answer, ask_plan
from desktop.cards import checks_card, edits, problem_words, questions, words
from desktop.cards.buttons_form import ButtonsForm
from desktop.cards.checks_card import ChecksCard
from desktop.cards.export_dialog import ExportDialog
from desktop.cards.fallback_card import FallbackCard
from desktop.cards.panel_card import PanelCard
from desktop.cards.phones.phone_drawing import PhoneWords
from desktop.cards.phones.views import phone_views
from desktop.cards.previews_card import PreviewsCard
from desktop.cards.questions import Surroundings
from desktop.cards.setup_card import SetupCard
from desktop.cards.work import CardWork
from desktop.documents.document_header import DocumentHeader
from desktop.documents.entries import Library
from desktop.documents.page import DocumentEditor
from desktop.documents.saving import Saving
from desktop.pictures.picture_store import media_pictures
from desktop.shell.context import PageContext
from desktop.templates.preview import Preview
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.page_column import PageColumn
from desktop.widgets.scroll_area import ScrollArea
from local_db.cards.checks import problems
from local_db.cards.codec import from_json, media_ids, to_json
from local_db.cards.model import Button as CardButton
from local_db.cards.model import Card as CardMessage
from local_db.cards.model import CardKind, PictureFacts
from local_db.cards.problem import CHIP, FALLBACK, FALLBACK_TITLE, OPT_OUT, SIGNATURE, CardProblem
from local_db.cards.render import fallback_template
from local_db.changes import Changes, Topic
from local_db.documents.model import Document
from local_db.errors import DocumentError
from local_db.templates.model import Purpose, Template
from local_db.templates.vendor import Vendor
from local_db.templates.vendors import vendor_of
from local_db.templates.verdicts import default_wording

_PAUSE_MS = 250  # how long typing must rest before every member's text is counted
_MEMBERS = frozenset({Topic.MEMBERS, Topic.ORDERS})
_FORM_WIDTHS = (360, 540)


class CardEditor(DocumentEditor):
    """The editor of one card."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.work = CardWork(CardMessage(CardKind.IMAGE_TEXT, "aliyun"), self)
        self.surroundings: Surroundings | None = None
        self.answer: Answer | None = None
        self.problems: tuple[CardProblem, ...] = ()
        self._begun = False
        self._untouched: CardMessage | None = None  # a new card before its first edit: nothing is kept of it
        self._checked = False  # somebody asked what is wrong with it all the same
        self._files: Mapping[int, PictureFacts] = {}
        self._asked: frozenset[int] = frozenset()  # media whose facts are known or on their way
        self._shape: tuple[object, ...] = ()  # what the forms were built for
        self._plans = PlanLane(context.background, self._planned, self._failed, self)
        self._media = context.background.latest()
        self.pictures = media_pictures(context.shop, context.background, self)
        self.export = Button(self.tr("Export…"), icon="download")
        self.check = Button("", kind="ghost")
        self.header = DocumentHeader(self.tr("Back to all cards"), self.tr("Name of the card"), self.check, self.export)
        self.setup = SetupCard(self)
        self.fallback = FallbackCard(self.work, self)
        self.checks = ChecksCard()
        self.previews = PreviewsCard(self.pictures)
        self.preview = Preview(context, self.previews, self._template, self._sms_vendor)
        self.panels: list[PanelCard] = []
        self.chips: ButtonsForm | None = None
        self.saving = Saving(context, self.header, self._content, self._said, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()

    def begin(self, document: Document) -> None:
        """Open a card, a new one (id 0) as well. Raises DocumentError for a content that cannot be read."""
        card = from_json(document.content)
        self._begun = True
        self._untouched = card if not document.id and not edits.has_content(card) else None
        self._checked = False
        self.answer = None
        self._asked = frozenset()
        self.work.begin(card)
        self.saving.begin(document)
        self._ask_plan()
        self._column_area.verticalScrollBar().setValue(0)
        if document.id and self.panels:
            self.panels[0].focus_first()
        else:
            self.header.name.setFocus()
            self.header.name.selectAll()

    def take(self, library: Library) -> None:
        """Know what other cards there are."""
        self.saving.take(library)

    def take_surroundings(self, surroundings: Surroundings) -> None:
        """What is known about the shop, read again."""
        self.surroundings = surroundings
        self.work.set_own_vendors(surroundings.own_vendors)
        self.work.zone = surroundings.zone
        if self._begun:
            self._show_card()
            self._ask_plan()

    def reload(self, changes: Changes) -> None:
        """Count again after anything that texts depend on has changed."""
        if changes.topics & _MEMBERS:
            self.preview.forget()
        if self._begun and changes.topics & (_MEMBERS | {Topic.SETTINGS}):
            self._ask_plan()

    def show_place(self, problem: CardProblem) -> None:
        """Bring the place of a problem into sight, with the caret in it."""
        head = problem.field.partition(":")[0]
        if head in {FALLBACK, FALLBACK_TITLE, OPT_OUT}:
            shown = self.fallback.focus_place(problem)
        elif head == SIGNATURE:
            self.setup.signature.setFocus()
            shown = self.setup
        elif head == CHIP and self.chips is not None:
            shown = self.chips
            number = int(problem.field.partition(":")[2]) - 1
            (self.chips.rows[number].words if number < len(self.chips.rows) else self.chips.add).setFocus()
        else:
            place = min(problem.panel or 0, len(self.panels) - 1)
            self.previews.show_slide(place)
            shown = self.panels[place].focus_place(problem)
        QTimer.singleShot(0, self, partial(self._column_area.ensureWidgetVisible, shown, 0, 40))

    # --- parts -------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = PageColumn(self)
        column.addWidget(self.header)
        content = QWidget()
        cards = QVBoxLayout(content)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(16)
        cards.addWidget(self.setup)
        self._panels = QVBoxLayout()
        self._panels.setSpacing(16)
        cards.addLayout(self._panels)
        self.add = Button("", icon="plus")
        cards.addWidget(self.add)
        self._chips_card = Card()
        self._chips_card.set_title(self.tr("Answers below the message"))
        cards.addWidget(self._chips_card)
        cards.addWidget(self.fallback)
        cards.addWidget(self.checks)
        cards.addStretch(1)
        self._column_area = ScrollArea(content)
        self._column_area.setMinimumWidth(_FORM_WIDTHS[0])
        self._column_area.setMaximumWidth(_FORM_WIDTHS[1])
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._column_area, 2)
        row.addWidget(self.previews, 3)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        work = self.work
        work.edited.connect(self._edited)
        work.replaced.connect(self._replaced)
        self.header.undo.clicked.connect(work.undo)
        self.header.redo.clicked.connect(work.redo)
        self.header.name.textEdited.connect(self._renamed)
        self.saving.left.connect(self.closed)
        self.saving.saved.connect(self._saved)
        self.saving.version_wanted.connect(self._take_up)
        self.setup.kind_chosen.connect(self._choose_kind)
        self.setup.vendor_chosen.connect(self._choose_vendor)
        self.setup.purpose_chosen.connect(self._choose_purpose)
        self.setup.signature_written.connect(self._sign)
        self.add.clicked.connect(self.add_panel)
        self.checks.place_wanted.connect(self.show_place)
        self.check.clicked.connect(self._show_checks)
        self.export.clicked.connect(self.ask_export)
        self.previews.text_shown.connect(self._show_phones)
        self.preview.facts_known.connect(self._facts_known)
        self._pause.timeout.connect(self._ask_plan)
        keys = QKeySequence.StandardKey
        for key, action in ((keys.Undo, work.undo), (keys.Redo, work.redo)):
            QShortcut(key, self).activated.connect(action)
        QShortcut(QKeySequence("Ctrl+E"), self).activated.connect(self.ask_export)

    def _build_panels(self) -> None:
        """Forms for the panels, built anew only where the card has others."""
        card, vendor = self.work.card, self.work.vendor
        shape = (card.kind, vendor, len(card.panels), self.work.zone)
        if shape == self._shape:
            for panel in self.panels:
                panel.show_panel()
        else:
            self._shape = shape
            clear_layout(self._panels)
            self.panels = [self._panel(place) for place in range(len(card.panels))]
            for panel in self.panels:
                self._panels.addWidget(panel)
            self._build_chips()
        if self.chips is not None:
            self.chips.show_buttons(card.chips)
        rule = self.work.rule
        self.add.setVisible(rule.most_panels > 1)
        self.add.setEnabled(len(card.panels) < rule.most_panels)
        named = words.panel(card.kind, len(card.panels) + 1)
        self.add.setText(self.tr("Add: {panel} (at most {most})").format(panel=named, most=rule.most_panels))
        for panel in self.panels:
            panel.set_examples(self.preview.facts)

    def _panel(self, place: int) -> PanelCard:
        panel = PanelCard(self._context, self.pictures, self.work, place, self)
        panel.move_wanted.connect(partial(self.move_panel, place))
        panel.removal_wanted.connect(partial(self.remove_panel, place))
        panel.dragged.connect(self._drag)
        panel.dropped.connect(partial(self._drop, place))
        return panel

    def _build_chips(self) -> None:
        rule, vendor = self.work.rule, self.work.vendor
        clear_layout(self._chips_card.body)
        self.chips = None
        self._chips_card.setVisible(rule.chips > 0)
        if rule.chips:
            self.chips = ButtonsForm(
                self.tr("A tap on one answers, or does something"),
                self.tr("Answer {number}"),
                vendor.actions,
                rule.buttons.longest,
                rule.chips,
                self.work.zone,
            )
            self.chips.written.connect(self._chipped)
            self._chips_card.add(self.chips)

    # --- edits -------------------------------------------------------------------------------------------

    def add_panel(self) -> None:
        """One more slide, row or item, at the end."""
        self.work.change(edits.with_added(self.work.card, self.work.rule))
        self._focus_panel(len(self.panels) - 1)

    def remove_panel(self, place: int) -> None:
        """A panel fewer; Ctrl+Z brings it back."""
        self.work.change(edits.without(self.work.card, place, self.work.rule))
        self._focus_panel(min(place, len(self.panels) - 1))

    def move_panel(self, place: int, by: int) -> None:
        """A panel in another place."""
        to = max(0, min(len(self.panels) - 1, place + by))
        if to != place:
            self.work.change(edits.moved(self.work.card, place, to - place, self.work.rule))
            self._focus_panel(to)

    def _focus_panel(self, place: int) -> None:
        self.panels[place].focus_first()
        self.previews.show_slide(place)
        QTimer.singleShot(0, self, partial(self._column_area.ensureWidgetVisible, self.panels[place], 0, 20))

    def _drag(self, height: int) -> None:
        for panel in self.panels:
            sunken = panel.contains_height(height)
            if bool(panel.property("sunken")) != sunken:
                panel.setProperty("sunken", sunken)
                panel.style().unpolish(panel)
                panel.style().polish(panel)

    def _drop(self, place: int, height: int) -> None:
        target = next((number for number, panel in enumerate(self.panels) if panel.contains_height(height)), place)
        self._drag(-1)
        self.move_panel(place, target - place)

    def _choose_kind(self, kind: CardKind) -> None:
        self.work.change(edits.with_kind(self.work.card, kind, self.work.vendor))

    def _choose_vendor(self, key: str) -> None:
        known = self.surroundings.vendors if self.surroundings is not None else ()
        vendor = next((one for one in known if one.key == key), None)
        if vendor is not None:
            self.work.change(edits.with_vendor(self.work.card, vendor))

    def _choose_purpose(self, purpose: Purpose) -> None:
        usual = self.surroundings.opt_out if self.surroundings is not None else ""
        self.work.change(edits.with_purpose(self.work.card, purpose, default_wording(self._sms_vendor(), usual)))

    def _sign(self, signature: str) -> None:
        self.work.write(replace(self.work.card, signature=signature.strip()), "signature")
        self.fallback.show_around()

    def _chipped(self, chips: tuple[CardButton, ...], number: int) -> None:
        self.work.write(replace(self.work.card, chips=chips), f"chip{number}" if number >= 0 else "")
        if number < 0 and self.chips is not None:
            self.chips.show_buttons(chips)

    def _take_up(self, content: str) -> None:
        try:
            self.work.change(from_json(content))
        except DocumentError as error:
            self._failed(error)

    def _renamed(self, _name: str) -> None:
        self._untouched = None

    # --- what follows from an edit -----------------------------------------------------------------------

    def _replaced(self) -> None:
        self._show_card()
        self._pause.start()

    def _edited(self) -> None:
        self._refresh()
        self._pause.start()

    def _show_card(self) -> None:
        """Show the card in every field."""
        known = self.surroundings
        vendors = known.vendors if known is not None else (self.work.vendor,)
        self.setup.show_card(self.work.card, self.work.vendor, vendors)
        self._build_panels()
        self.fallback.show_card()
        self._refresh()

    def _refresh(self) -> None:
        """Everything that is known without asking the shop."""
        card, vendor = self.work.card, self.work.vendor
        self._ask_media()
        known = {number: self._files.get(number, PictureFacts(0, 0, "", 0)) for number in self._present()}
        self.problems = problems(card, vendor, known)
        shown = self.problems if self._checked or not self._is_untouched() else ()
        for place, panel in enumerate(self.panels):
            panel.set_problems([one for one in shown if one.panel == place])
        self.fallback.set_problems(shown)
        self.setup.signature_row.set_error(self._signature_error(shown))
        self.checks.show_problems(self.problems, card.kind, len(card.panels))
        blocked = any(one.blocks for one in self.problems)
        self.check.setText(checks_card.summary(self.problems))
        self.check.set_icon("warning" if blocked else "info" if self.problems else "check")
        self.preview.refresh()
        self.header.undo.setEnabled(self.work.can_undo())
        self.header.redo.setEnabled(self.work.can_redo())
        self.header.set_kind(f"{words.kind(card.kind)} · {words.said_here(vendor.title)}")
        self.saving.refresh()

    def _is_untouched(self) -> bool:
        return self._untouched is not None and self._untouched == self.work.card

    def _present(self) -> frozenset[int]:
        """Media that are there, as far as is known; those not asked about yet are taken to be."""
        ids = media_ids(self.work.card)
        return frozenset(number for number in ids if number in self._files or number not in self._asked)

    def _signature_error(self, shown: tuple[CardProblem, ...]) -> str:
        own = [one for one in shown if one.field == SIGNATURE and one.blocks]
        return problem_words.said(own[0]) if own else ""

    def _show_phones(self) -> None:
        card, vendor = self.work.card, self.work.vendor
        said = PhoneWords(
            sender=card.signature or self.tr("Your shop"),
            when=self.tr("Today 10:24"),
            hint=self.tr("Message"),
            digital=self.tr("Digital message"),
        )
        self.previews.show_views(phone_views(card, vendor, self.preview.facts), said)
        self._show_size()

    def _show_size(self) -> None:
        known = self.surroundings
        if known is not None:
            self.fallback.show_size(self.preview.rendered, self.answer, known.options.price, known.currency)

    def _facts_known(self) -> None:
        self.fallback.set_examples(self.preview.facts)
        for panel in self.panels:
            panel.set_examples(self.preview.facts)

    def _ask_media(self) -> None:
        wanted = media_ids(self.work.card)
        if not wanted <= self._asked:
            work = partial(questions.ask_media, self._context.shop, self.work.card)
            self._media.run(work, partial(self._media_known, wanted), self._failed, owner=self)

    def _media_known(self, wanted: frozenset[int], files: Mapping[int, PictureFacts]) -> None:
        self._files = {**self._files, **files}
        self._asked |= wanted
        self._refresh()

    def _template(self) -> Template:
        return fallback_template(self.work.card, self.work.vendor)

    def _sms_vendor(self) -> Vendor:
        return vendor_of(self.work.vendor.sms)

    def _ask_plan(self) -> None:
        self._pause.stop()
        known, context = self.surroundings, self._context
        if known is None or not self._begun:
            return
        template, now = self._template(), datetime.now(UTC)
        self._plans.ask(partial(ask_plan, context.shop, context.rosters, EVERYBODY, template, known.options, now))

    def _planned(self, answer: Answer) -> None:
        self.answer = answer
        self.preview.take(answer)
        self._show_size()

    # --- saving, exporting -------------------------------------------------------------------------------

    def ask_export(self) -> ExportDialog:
        """Where the card goes, and as what."""
        dialog = ExportDialog(
            self._context,
            self.work.card,
            self.work.vendor,
            self.header.name.text().strip() or self.tr("Card"),
            self.problems,
            self.previews.views(),
            self.previews.said,
            self.pictures,
            self.window(),
        )
        dialog.place_wanted.connect(self.show_place)
        dialog.open()
        return dialog

    def _show_checks(self) -> None:
        self._checked = True
        self._refresh()
        self._column_area.ensureWidgetVisible(self.checks, 0, 20)

    def _content(self) -> str | None:
        return None if not self._begun or self._is_untouched() else to_json(self.work.card)

    def _said(self, content: str) -> str:
        try:
            card = from_json(content)
        except DocumentError:
            return ""
        return f"{words.kind(card.kind)} · {questions.said(card)}"

    def _saved(self, _document: Document) -> None:
        self._untouched = None

    def _failed(self, error: BaseException) -> None:
        self.saving.failed(error)
