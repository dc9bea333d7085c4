"""Writing one text: the text, what it costs for an audience, and how it looks for real members."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import wording
from desktop.amounts import day, minute
from desktop.campaigns.plan_lane import PlanLane
from desktop.campaigns.planning import EVERYBODY, Answer, Size
from desktop.shell.context import PageContext
from desktop.templates import members_dialog, questions
from desktop.templates.audience_card import AudienceCard
from desktop.templates.checks_card import ChecksCard
from desktop.templates.editor_header import EditorHeader
from desktop.templates.findings import findings_of
from desktop.templates.free_name import free_name
from desktop.templates.members_dialog import MembersDialog
from desktop.templates.preview import Preview
from desktop.templates.preview_card import PreviewCard
from desktop.templates.price_popover import PricePopover
from desktop.templates.questions import BarMember, Surroundings
from desktop.templates.text_card import TextCard
from desktop.templates.verdict_words import in_language
from desktop.widgets.card_column import CardColumn
from desktop.widgets.menu import Menu
from desktop.widgets.page_column import PageColumn
from local_db.changes import Changes, Topic
from local_db.errors import RegularsError
from local_db.segments.tree import Node
from local_db.settings import JsonValue, save_settings
from local_db.templates import actions
from local_db.templates.costs import costs
from local_db.templates.lint import problems
from local_db.templates.model import Purpose, Template, TemplateVersion
from local_db.templates.sms_parts import Route
from local_db.templates.vendor import Vendor
from local_db.templates.vendor_text import vendor_text
from local_db.templates.vendors import built_in_vendors, vendor_of
from local_db.templates.verdicts import findings

_PAUSE_MS = 200
_SHOWN = 36  # characters of a version in the menu
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
        self._stored = Template("", Purpose.MARKETING, "", "", "")
        self._begun = False
        self._untouched = False  # a new text before its first letter
        self._surroundings: Surroundings | None = None
        self._answer: Answer | None = None
        self._asked_body = ""
        self._answered_body = ""  # what the answer was worked out for
        self._plans = PlanLane(context.background, self._planned, self._failed, self)
        self.header = EditorHeader()
        self.text = TextCard()
        self.audience = AudienceCard()
        self.checks = ChecksCard()
        self.preview_card = PreviewCard()
        self.preview = Preview(context, self.preview_card, self.template, self.vendor)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()

    def begin(self, template: Template) -> None:
        """Open a template, a new one (id 0) as well."""
        self._begun = True
        self._stored = template
        self._untouched = not template.id and not template.body
        self._answer = None
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
        stored = self._stored
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
        return self.template() != replace(self._stored, changed_at=0)

    @property
    def is_counting(self) -> bool:
        """Whether the text has been edited and is about to be counted again."""
        return self._pause.isActive()

    def take(self, surroundings: Surroundings) -> None:
        """What is known about the shop, read again."""
        self._surroundings = surroundings
        self.audience.set_segments(surroundings.segments)
        self.text.settings.set_usual_opt_out(surroundings.opt_out)
        self._offer_vendors(self.vendor().key if self._begun else surroundings.vendor)
        self._refresh_header()

    def vendor(self) -> Vendor:
        """The chosen profile."""
        own = self._surroundings.options.own_vendors if self._surroundings is not None else ()
        return vendor_of(str(self.header.vendor.value() or self._stored.vendor), own)

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
        self._save(self.template(), self._saved)

    def close_editor(self) -> None:
        """Back to the list; what was written is kept, with a way back."""
        if self.has_unsaved_work():
            self._save(self.template(), partial(self._saved_on_leaving, self._stored, closing=True))
        else:
            self.closed.emit()

    def keep(self) -> None:
        """Store what was written when the page goes out of sight, under a name that is free."""
        if self.has_unsaved_work():
            template = self.template()
            others = self._surroundings.templates if self._surroundings is not None else ()
            taken = [other.name for other in others if other.id != template.id]
            named = replace(template, name=free_name(template.name or self.tr("New text"), taken))
            self._save(named, partial(self._saved_on_leaving, self._stored, closing=False))

    def has_unsaved_work(self) -> bool:
        """Whether something would be lost; a new text without a word is nothing."""
        return self._begun and self.is_changed() and bool(self._stored.id or self.template().body.strip())

    def _lay_out(self) -> None:
        column = PageColumn(self)
        column.addWidget(self.header)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(CardColumn(self.text, self.audience, self.checks), 1)
        row.addWidget(self.preview_card)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._ask_plan)
        self.text.edited.connect(self._edited)
        self.header.name.textEdited.connect(self._renamed)
        self.header.back.clicked.connect(self.close_editor)
        self.header.save.clicked.connect(self.save)
        self.header.use.clicked.connect(self._use)
        self.audience.segment_chosen.connect(self._segment_chosen)
        self.audience.price_wanted.connect(self.ask_price)
        self.audience.cuts.cut_wanted.connect(self.text.do)
        self.audience.bars.members_wanted.connect(self._ask_members)
        self.checks.place_wanted.connect(self.text.body_field.select)
        self.header.vendor.value_changed.connect(self._vendor_chosen)
        self.header.versions.clicked.connect(self._ask_versions)
        self.header.uses.clicked.connect(self._show_uses)
        self.header.more.clicked.connect(self._show_more)
        self.preview.facts_known.connect(self._facts_known)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        shortcut.activated.connect(self.save)

    def _edited(self) -> None:
        self._plans.forget()
        self._pause.start()
        self._untouched = self._untouched and not self.text.body_field.body()
        self._refresh()

    def _renamed(self, _name: str) -> None:
        self.header.set_name_error("")
        self._refresh_header()

    def _segment_chosen(self, _segment_id: int) -> None:
        self._ask_plan()

    def _refresh(self) -> None:
        """Everything that is known without asking the shop."""
        template = self.template()
        plan = self._answer.plan if self._answer is not None else None
        found = problems(template)
        self.text.set_findings(findings_of(found, plan, template.body, untouched=self._untouched))
        vendor, known = self.vendor(), self._surroundings
        if self._answer is not None and known is not None:
            blocked = any(problem.blocks for problem in found)
            fresh = self._answered_body == template.body
            self.audience.show_answer(self._answer, template.body, known.options.price, priced=not blocked, fresh=fresh)
        if known is not None:
            self.checks.show_draft(template, known.vendors)
        self.text.show_verdicts(findings(template, vendor) if not self._untouched else ())
        self.text.show_costs(costs(template, vendor, self._route()))
        self.preview.refresh()
        self._show_size()
        self._refresh_header()

    def _refresh_header(self) -> None:
        known = self._surroundings
        uses = len(known.uses.get(self._stored.id, ())) if known is not None else 0
        zone = known.zone if known is not None else None
        marketing = self.text.settings.is_marketing()
        self.header.describe(self._stored, marketing=marketing, uses=uses, zone=zone)
        self.header.set_changed(changed=self.is_changed())

    def _show_size(self) -> None:
        answer = self._answer
        size = answer.size if answer is not None else None
        shown = self.preview.rendered
        if size is None and shown is not None:
            size = Size(shown.units, shown.units, shown.parts, shown.parts)
        if size is not None:
            self.text.show_size(size if self.text.body_field.body() else None)

    def _tree(self) -> Node:
        wanted = self.audience.segment_id()
        segments = self._surroundings.segments if self._surroundings is not None else ()
        trees = {segment.id: segment.tree for segment in segments}
        return trees.get(wanted, EVERYBODY)

    def _ask_plan(self) -> None:
        self._pause.stop()
        if self._surroundings is None:
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
                self._surroundings.options,
                datetime.now(UTC),
            )
        )

    def _planned(self, answer: Answer) -> None:
        self._answer = answer
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
        if self.is_changed() or not self._stored.id:
            self._save(self.template(), self._saved_for_use)
        else:
            self._context.navigate("campaigns", template_id=self._stored.id)

    def _route(self) -> Route:
        """Of the longest text, which is the one that costs most; at home where there is none."""
        messages = self._answer.plan.texts if self._answer is not None else None
        place = messages.longest if messages is not None else None
        if messages is None or place is None:
            return Route.CHINA if self.vendor().signature.brackets else Route.INTERNATIONAL
        return messages.texts.route(place)

    # vendor, price, versions, uses

    def _offer_vendors(self, chosen: str) -> None:
        known = self._surroundings.vendors if self._surroundings is not None else built_in_vendors()
        self.header.set_vendors(known, chosen)
        self.text.settings.set_vendor(self.vendor(), adapt=False)

    def _vendor_chosen(self, key: object) -> None:
        """Count by the other rules; the next new text begins with this vendor too."""
        self.text.settings.set_vendor(self.vendor(), adapt=True)
        template = self.template()
        self.text.body_field.set_around(template.signature, template.opt_out)
        self._edited()
        self._save_setting({"sms_vendor": str(key)})

    def ask_price(self) -> PricePopover | None:
        """Change what a part costs; the shop has one price."""
        known = self._surroundings
        if known is None:
            return None
        popover = PricePopover(known.options.price, known.currency, self.vendor())
        popover.closed.connect(partial(self._price_closed, popover))
        popover.open_below(self.audience.price, self.window())
        popover.field.setFocus()
        return popover

    def _price_closed(self, popover: PricePopover) -> None:
        known = self._surroundings
        if known is not None and popover.amount() != known.options.price:
            self._save_setting({"sms_price": str(popover.amount())})

    def _save_setting(self, values: dict[str, JsonValue]) -> None:
        work = partial(save_settings, self._context.shop, values)
        self._context.background.run(work, self._context.changes.announce, self._failed, writes=True, owner=self)

    def _ask_members(self, parts: int) -> None:
        if self._answer is None:
            return
        messages = self._answer.plan.texts
        work = partial(questions.ask_members, self._context.shop, messages, parts, members_dialog.MOST)
        self._context.background.run(work, partial(self._show_members, parts), self._failed, owner=self)

    def _show_members(self, parts: int, members: tuple[BarMember, ...]) -> None:
        people = self._answer.plan.parts.get(parts, 0) if self._answer is not None else 0
        dialog = MembersDialog(self.audience.bars.named(parts), members, people, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.member_chosen.connect(self.preview.show_member)
        dialog.open()

    def _ask_versions(self) -> None:
        work = partial(actions.list_versions, self._context.shop, self._stored.id)
        self._context.background.run(work, self._show_versions, self._failed, owner=self)

    def _show_versions(self, versions: tuple[TemplateVersion, ...]) -> None:
        zone = self._surroundings.zone if self._surroundings is not None else ZoneInfo("UTC")
        menu = Menu(self)
        for version in versions:
            words = " ".join(version.template.body.split())
            words = f"{words[:_SHOWN]}…" if len(words) > _SHOWN else words
            text = self.tr("Version {number} · {time}").format(
                number=version.version, time=minute(version.saved_at, zone)
            )
            menu.addAction(f"{text}\t{words}".replace("&", "&&"), partial(self.show_version, version))
        menu.open_below(self.header.versions)

    def _show_uses(self) -> None:
        known = self._surroundings
        menu = Menu(self)
        for use in known.uses.get(self._stored.id, ()) if known is not None else ():
            text = f"{use.name}\t{day(use.prepared_at, known.zone)}" if known is not None else use.name
            go = partial(self._context.navigate, "campaigns", audience_id=use.audience_id)
            menu.addAction(text.replace("&", "&&"), go)
        menu.open_below(self.header.uses)

    def _show_more(self) -> None:
        menu = Menu(self)
        named = in_language(dict(self.vendor().titles))
        menu.addAction(self.tr("Copy as a template for {vendor}").format(vendor=named), self.copy_for_vendor)
        menu.open_below(self.header.more)

    def copy_for_vendor(self) -> None:
        """Put the text into the clipboard as it is handed in for review."""
        QGuiApplication.clipboard().setText(vendor_text(self.template(), self.vendor()))
        named = in_language(dict(self.vendor().titles))
        self._context.notices.show(self.tr("Copied with the variables of {vendor}.").format(vendor=named), "good")

    # saving

    def _save(self, template: Template, done: Callable[[tuple[Template, Changes]], None]) -> None:
        work = partial(actions.save_template, self._context.shop, template, now=datetime.now(UTC))
        self._context.background.run(work, done, self._not_saved, writes=True, owner=self)

    def _saved(self, result: tuple[Template, Changes]) -> None:
        self._stored, changes = result
        self._refresh_header()
        self._context.notices.show(self.tr("“{name}” is saved.").format(name=self._stored.name), "good")
        self._context.changes.announce(changes)

    def _saved_for_use(self, result: tuple[Template, Changes]) -> None:
        self._saved(result)
        self._context.navigate("campaigns", template_id=self._stored.id)

    def _saved_on_leaving(self, before: Template, result: tuple[Template, Changes], *, closing: bool) -> None:
        self._stored, changes = result
        if self.header.name.text().strip() != self._stored.name:
            self.header.name.setText(self._stored.name)
        self._refresh_header()
        self._context.notices.show(
            self.tr("“{name}” is saved.").format(name=self._stored.name),
            "good",
            action_text=self.tr("Undo"),
            action=partial(self._undo_saving, before, self._stored),
        )
        self._context.changes.announce(changes)
        if closing:
            self.closed.emit()

    def _undo_saving(self, before: Template, after: Template) -> None:
        shop = self._context.shop
        if self._stored.id == after.id:  # still in the editor, which then holds unsaved work again
            self._stored = before
        if before.id:
            work = partial(actions.save_template, shop, before, now=datetime.now(UTC))
            self._context.background.run(work, self._undone, self._failed, writes=True, owner=self)
        else:
            forget = partial(actions.delete_template, shop, after.id)
            self._context.background.run(forget, self._undone, self._failed, writes=True, owner=self)

    def _undone(self, result: tuple[object, Changes]) -> None:
        self._context.changes.announce(result[1])

    def _not_saved(self, error: BaseException) -> None:
        if isinstance(error, RegularsError) and error.code in {"name_empty", "name_taken"}:
            self.header.set_name_error(wording.error(error))
            self.header.name.setFocus()
            return
        self._failed(error)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")
