"""Writing one text: the text, what it costs for an audience, and how it looks for real members."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.amounts import number
from desktop.campaigns.plan_lane import PlanLane
from desktop.campaigns.planning import EVERYBODY, Answer, Size
from desktop.shell.context import PageContext
from desktop.templates import questions
from desktop.templates.audience_card import AudienceCard
from desktop.templates.checks_card import ChecksCard
from desktop.templates.editor_header import EditorHeader
from desktop.templates.editor_tools import EditorTools
from desktop.templates.findings import findings_of
from desktop.templates.preview import Preview
from desktop.templates.preview_card import PreviewCard
from desktop.templates.questions import Surroundings
from desktop.templates.text_card import LONGEST, TextCard
from desktop.templates.text_saving import TextSaving
from desktop.widgets.card_column import CardColumn
from desktop.widgets.page_column import PageColumn
from local_db.changes import Changes, Topic
from local_db.segments.tree import Node
from local_db.templates.costs import costs
from local_db.templates.lint import problems
from local_db.templates.model import Purpose, Template, TemplateVersion
from local_db.templates.sms_parts import Route
from local_db.templates.vendor import Vendor
from local_db.templates.vendors import built_in_vendors, vendor_of
from local_db.templates.verdicts import findings

_PAUSE_MS = 200
_MEMBERS = frozenset({Topic.MEMBERS, Topic.ORDERS})
_NOTHING = Template("", Purpose.MARKETING, "", "", "")


class TemplateEditor(QWidget):
    """The editor of one template.

    Signals:
        closed(): the person went back to the list.
    """

    closed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._untouched = False  # a new text before its first letter
        self.surroundings: Surroundings | None = None
        self.answer: Answer | None = None
        self._asked_body = ""
        self._answered_body = ""  # what the answer was worked out for
        self.header = EditorHeader()
        self.saving = TextSaving(
            context, self.header, self.template, self._others, self._refresh_header, self.tr("New text"), self
        )
        self._plans = PlanLane(context.background, self._planned, self.saving.failed, self)
        self.text = TextCard(self)
        self.audience = AudienceCard()
        self.checks = ChecksCard()
        self.preview_card = PreviewCard()
        self.preview = Preview(context, self.preview_card, self.template, self.vendor)
        self.tools = EditorTools(
            context,
            self.saving,
            self.header,
            self.audience,
            self.preview,
            text=self.template,
            vendor=self.vendor,
            known=lambda: self.surroundings,
            answer=lambda: self.answer,
            parent=self,
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()

    def begin(self, template: Template) -> None:
        """Open a template, a new one (id 0) as well."""
        self._untouched = not template.id and not template.body
        self.answer = None
        self.saving.begin(template)
        self.text.show_template(template)
        self._offer_vendors(template.vendor)
        self._refresh()
        self._ask_plan()
        if template.body:
            self.text.body_field.setFocus()
        else:
            self.header.name.setFocus()
            self.header.name.selectAll()

    @property
    def stored(self) -> Template:
        """The template as it is stored; an empty one before the first is begun."""
        return self.saving.stored or _NOTHING

    def template(self) -> Template:
        """The template as it stands now."""
        stored = self.stored
        name = self.header.name.text().strip()
        return replace(
            self.text.template(),
            name=name,
            id=stored.id,
            created_at=stored.created_at,
            vendor=self.vendor().key,
            folder=stored.folder,
        )

    @property
    def is_counting(self) -> bool:
        """Whether the text has been edited and is about to be counted again."""
        return self._pause.isActive()

    def take(self, surroundings: Surroundings) -> None:
        """What is known about the shop, read again."""
        self.surroundings = surroundings
        self.audience.set_segments(surroundings.segments)
        self.text.settings.set_usual_opt_out(surroundings.opt_out)
        self._offer_vendors(self.vendor().key if self.saving.stored is not None else surroundings.vendor)
        self._refresh_header()

    def vendor(self) -> Vendor:
        """The chosen profile."""
        own = self.surroundings.options.own_vendors if self.surroundings is not None else ()
        return vendor_of(str(self.header.vendor.value() or self.stored.vendor), own)

    def show_version(self, version: TemplateVersion) -> None:
        """What the text said then, as a change that can be saved or left."""
        self.text.show_template(version.template)
        self._offer_vendors(version.template.vendor)
        self._edited()

    def reload(self, changes: Changes) -> None:
        """Count again after anything that an audience or a price depends on has changed."""
        if changes.topics & _MEMBERS:
            self.preview.forget()
        if self.saving.stored is not None:
            self._ask_plan()

    def _lay_out(self) -> None:
        column = PageColumn(self)
        column.addWidget(self.header)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(CardColumn(self.text, self.audience, self.checks), 1)
        row.addWidget(self.preview_card)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._typed)
        self.text.edited.connect(self._edited)
        self.text.body_field.cut_short.connect(self._say_cut_short)
        self.saving.left.connect(self.closed)
        self.header.use.clicked.connect(self._use)
        self.audience.segment_chosen.connect(self._segment_chosen)
        self.audience.price_wanted.connect(self.tools.ask_price)
        self.audience.cuts.cut_wanted.connect(self.text.do)
        self.audience.bars.members_wanted.connect(self.tools.ask_members)
        self.checks.place_wanted.connect(self.text.body_field.select)
        self.header.vendor.value_changed.connect(self._vendor_chosen)
        self.header.versions.clicked.connect(self.tools.ask_versions)
        self.header.uses.clicked.connect(self.tools.show_uses)
        self.header.more.clicked.connect(self.tools.show_more)
        self.preview.facts_known.connect(self._facts_known)
        self.tools.version_wanted.connect(self.show_version)

    def _edited(self) -> None:
        self._plans.forget()
        self._pause.start()
        self._untouched = self._untouched and not self.text.body_field.body()
        self._refresh()

    def _typed(self) -> None:
        """What is worked out only once nobody types: what every vendor would say, and what it costs for people."""
        self._show_checks()
        self._ask_plan()

    def _show_checks(self) -> None:
        self.checks.setVisible(not self._untouched)  # a text of which nothing is written yet would be refused by all
        if self.surroundings is not None and not self.is_counting:
            self.checks.show_draft(self.template(), self.surroundings.vendors)

    def _say_cut_short(self) -> None:
        said = self.tr("Only the first {count} characters were pasted; no text message is that long.")
        undo = self.text.body_field.undo
        self._context.notices.show(said.format(count=number(LONGEST)), "info", action_text=self.tr("Undo"), action=undo)

    def _segment_chosen(self, _segment_id: int) -> None:
        self._ask_plan()

    def _refresh(self) -> None:
        """Everything that is known without asking the shop."""
        with self.text.marked_once():
            self._refresh_cards()
        self._refresh_header()

    def _refresh_cards(self) -> None:
        template = self.template()
        plan = self.answer.plan if self.answer is not None else None
        found = problems(template, vendor=self.vendor())
        self.text.set_findings(findings_of(found, plan, template.body, untouched=self._untouched))
        vendor, known = self.vendor(), self.surroundings
        if self.answer is not None and known is not None:
            blocked = any(problem.blocks for problem in found)
            fresh = self._answered_body == template.body
            self.audience.show_answer(self.answer, template.body, known.options.price, priced=not blocked, fresh=fresh)
        self._show_checks()
        self.text.show_verdicts(findings(template, vendor) if not self._untouched else ())
        self.text.show_costs(costs(template, vendor, self._route()))
        self.preview.refresh()
        self._show_size()

    def _refresh_header(self) -> None:
        known = self.surroundings
        uses = len(known.uses.get(self.stored.id, ())) if known is not None else 0
        zone = known.zone if known is not None else None
        marketing = self.text.settings.is_marketing()
        self.header.describe_text(self.stored, marketing=marketing, uses=uses, zone=zone)
        self.header.set_changed(changed=self.saving.is_changed())

    def _show_size(self) -> None:
        answer = self.answer
        size = answer.size if answer is not None else None
        shown = self.preview.rendered
        if size is None and shown is not None:
            size = Size(shown.units, shown.units, shown.parts, shown.parts)
        if size is not None:
            self.text.show_size(size if self.text.body_field.body() else None)

    def _tree(self) -> Node:
        wanted = self.audience.segment_id()
        segments = self.surroundings.segments if self.surroundings is not None else ()
        trees = {segment.id: segment.tree for segment in segments}
        return trees.get(wanted, EVERYBODY)

    def _ask_plan(self) -> None:
        self._pause.stop()
        if self.surroundings is None:
            return
        context = self._context
        template = self.template()
        self._asked_body = template.body
        self._plans.ask(
            partial(
                questions.ask_answer,
                context.shop,
                context.rosters,
                self._tree(),
                template,
                self.surroundings.options,
                datetime.now(UTC),
            )
        )

    def _planned(self, answer: Answer) -> None:
        self.answer = answer
        self._answered_body = self._asked_body
        self.preview.take(answer)
        self._refresh()

    def _facts_known(self) -> None:
        self.text.set_examples(self.preview.facts)
        self._show_size()

    def _use(self) -> None:
        if self._untouched:
            self._untouched = False
            self._refresh()
            self.text.body_field.setFocus()
            return
        if self.saving.is_changed() or not self.stored.id:
            self.saving.save_for(self._begin_campaign)
        else:
            self._begin_campaign(self.stored)

    def _begin_campaign(self, stored: Template) -> None:
        self._context.navigate("campaigns", template_id=stored.id)

    def _others(self) -> tuple[Template, ...]:
        return self.surroundings.templates if self.surroundings is not None else ()

    def _route(self) -> Route:
        """Of the longest text, which is the one that costs most; at home where there is none."""
        messages = self.answer.plan.texts if self.answer is not None else None
        place = messages.longest if messages is not None else None
        if messages is None or place is None:
            return Route.CHINA if self.vendor().signature.brackets else Route.INTERNATIONAL
        return messages.texts.route(place)

    def _offer_vendors(self, chosen: str) -> None:
        known = self.surroundings.vendors if self.surroundings is not None else built_in_vendors()
        self.header.set_vendors(known, chosen)
        self.text.settings.set_vendor(self.vendor(), adapt=False)

    def _vendor_chosen(self, key: object) -> None:
        """Count by the other rules; the next new text begins with this vendor too."""
        self.text.settings.set_vendor(self.vendor(), adapt=True)
        template = self.template()
        self.text.body_field.set_around(template.signature, template.opt_out)
        self._edited()
        self.tools.save_setting({"sms_vendor": str(key)})
