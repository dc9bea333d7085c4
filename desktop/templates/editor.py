"""Writing one text: the text, what it costs for an audience, and how it looks for real members."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import wording
from desktop.amounts import number
from desktop.campaigns.plan_lane import PlanLane
from desktop.campaigns.planning import EVERYBODY, Answer, Size
from desktop.documents.free_name import free_name
from desktop.documents.new_id import NewId
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
from desktop.widgets.card_column import CardColumn
from desktop.widgets.page_column import PageColumn
from local_db.changes import Changes, Topic
from local_db.errors import RegularsError
from local_db.segments.tree import Node
from local_db.templates import actions
from local_db.templates.costs import costs
from local_db.templates.lint import problems
from local_db.templates.model import Purpose, Template, TemplateVersion
from local_db.templates.sms_parts import Route
from local_db.templates.vendor import Vendor
from local_db.templates.vendors import built_in_vendors, vendor_of
from local_db.templates.verdicts import findings

_PAUSE_MS = 200
_MEMBERS = frozenset({Topic.MEMBERS, Topic.ORDERS})


class TemplateEditor(QWidget):
    """The editor of one template.

    Signals:
        closed(): the person went back to the list.
    """

    closed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.stored = Template("", Purpose.MARKETING, "", "", "")
        self._begun = False
        self._turn = 0  # counts the texts begun; what was saved of an earlier one is not what is written in now
        self._new = NewId()
        self._untouched = False  # a new text before its first letter
        self.surroundings: Surroundings | None = None
        self.answer: Answer | None = None
        self._asked_body = ""
        self._answered_body = ""  # what the answer was worked out for
        self._plans = PlanLane(context.background, self._planned, self.failed, self)
        self.header = EditorHeader()
        self.text = TextCard(self)
        self.audience = AudienceCard()
        self.checks = ChecksCard()
        self.preview_card = PreviewCard()
        self.preview = Preview(context, self.preview_card, self.template, self.vendor)
        self.tools = EditorTools(context, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()

    def begin(self, template: Template) -> None:
        """Open a template, a new one (id 0) as well."""
        self._begun = True
        self._turn += 1
        self._new = NewId()
        self.stored = template
        self._untouched = not template.id and not template.body
        self.answer = None
        self.header.name.setText(template.name)
        self.header.name.setCursorPosition(0)
        self.text.show_template(template)
        self._offer_vendors(template.vendor)
        self._refresh()
        self._ask_plan()
        if template.body:
            self.text.body_field.setFocus()
        else:
            self.header.name.setFocus()
            self.header.name.selectAll()

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

    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self.template() != replace(self.stored, changed_at=0)

    @property
    def is_counting(self) -> bool:
        """Whether the text has been edited and is about to be counted again."""
        return self._pause.isActive()

    def take(self, surroundings: Surroundings) -> None:
        """What is known about the shop, read again."""
        self.surroundings = surroundings
        self.audience.set_segments(surroundings.segments)
        self.text.settings.set_usual_opt_out(surroundings.opt_out)
        self._offer_vendors(self.vendor().key if self._begun else surroundings.vendor)
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
        if self._begun:
            self._ask_plan()

    def save(self) -> None:
        """Store the template; drafts with problems may be stored too."""
        self._save(self.template(), partial(self._saved, self._turn))

    def close_editor(self) -> None:
        """Back to the list; what was written is kept, with a way back."""
        if self.has_unsaved_work():
            self._save(self.template(), partial(self._saved_on_leaving, self._turn, self.stored, closing=True))
        else:
            self.closed.emit()

    def keep(self) -> None:
        """Store what was written when the page goes out of sight, under a name that is free."""
        if self.has_unsaved_work():
            template = self.template()
            others = self.surroundings.templates if self.surroundings is not None else ()
            taken = [other.name for other in others if other.id != template.id]
            named = replace(template, name=free_name(template.name or self.tr("New text"), taken))
            self._save(named, partial(self._saved_on_leaving, self._turn, self.stored, closing=False))

    def has_unsaved_work(self) -> bool:
        """Whether something would be lost; a new text without a word is nothing."""
        return self._begun and self.is_changed() and bool(self.stored.id or self.template().body.strip())

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
        self.header.name.textEdited.connect(self._renamed)
        self.header.back.clicked.connect(self.close_editor)
        self.header.save.clicked.connect(self.save)
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

    def _renamed(self, _name: str) -> None:
        self.header.set_name_error("")
        self._refresh_header()

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
        self.header.set_changed(changed=self.is_changed())

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
        if self.is_changed() or not self.stored.id:
            self._save(self.template(), partial(self._saved_for_use, self._turn))
        else:
            self._context.navigate("campaigns", template_id=self.stored.id)

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

    # saving

    def _save(self, template: Template, done: Callable[[tuple[Template, Changes]], None]) -> None:
        save = partial(actions.save_template, self._context.shop, now=datetime.now(UTC))
        work = partial(self._new.store, save, template)
        self._context.background.run(work, done, self._not_saved, writes=True, owner=self)

    def _store(self, turn: int, template: Template) -> bool:
        """Know what is stored now; whether it is still the text that is written in."""
        if turn != self._turn:
            return False
        self.stored = template
        self._refresh_header()
        return True

    def _saved(self, turn: int, result: tuple[Template, Changes]) -> None:
        template, changes = result
        self._store(turn, template)
        self._context.notices.show(self.tr("“{name}” is saved.").format(name=template.name), "good")
        self._context.changes.announce(changes)

    def _saved_for_use(self, turn: int, result: tuple[Template, Changes]) -> None:
        self._saved(turn, result)
        self._context.navigate("campaigns", template_id=result[0].id)

    def _saved_on_leaving(
        self, turn: int, before: Template, result: tuple[Template, Changes], *, closing: bool
    ) -> None:
        after, changes = result
        if turn == self._turn:
            before = self.stored  # also where a save was under way on leaving
        still = self._store(turn, after)
        if still and self.header.name.text().strip() != after.name:
            self.header.name.setText(after.name)
        self._context.notices.show(
            self.tr("“{name}” is saved.").format(name=after.name),
            "good",
            action_text=self.tr("Undo"),
            action=partial(self._undo_saving, before, after),
        )
        self._context.changes.announce(changes)
        if closing and still:
            self.closed.emit()

    def _undo_saving(self, before: Template, after: Template) -> None:
        shop = self._context.shop
        if self.stored.id == after.id:  # still in the editor, which then holds unsaved work again
            self.stored = before
            self._new = NewId()
        if before.id:
            work = partial(actions.save_template, shop, before, now=datetime.now(UTC))
            self._context.background.run(work, self._undone, self.failed, writes=True, owner=self)
        else:
            forget = partial(actions.delete_template, shop, after.id)
            self._context.background.run(forget, self._undone, self.failed, writes=True, owner=self)

    def _undone(self, result: tuple[object, Changes]) -> None:
        self._context.changes.announce(result[1])

    def _not_saved(self, error: BaseException) -> None:
        if isinstance(error, RegularsError) and error.code in {"name_empty", "name_taken"}:
            self.header.set_name_error(wording.error(error))
            self.header.name.setFocus()
            return
        self.failed(error)

    def failed(self, error: BaseException) -> None:
        """Say what went wrong; an error of ours goes on its way."""
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")
