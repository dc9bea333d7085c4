"""What the editor of a text opens: the price of a part, the members of a bar, versions, campaigns, the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.amounts import day, minute
from desktop.campaigns.planning import Answer
from desktop.shell.context import PageContext
from desktop.templates import members_dialog, questions
from desktop.templates.audience_card import AudienceCard
from desktop.templates.editor_header import EditorHeader
from desktop.templates.members_dialog import MembersDialog
from desktop.templates.preview import Preview
from desktop.templates.price_popover import PricePopover
from desktop.templates.questions import BarMember, Surroundings
from desktop.templates.text_saving import TextSaving
from desktop.templates.variable_words import in_words
from desktop.templates.verdict_words import said_here
from desktop.widgets.menu import Menu
from local_db.settings import JsonValue, save_settings
from local_db.templates import actions
from local_db.templates.model import Template, TemplateVersion
from local_db.templates.vendor import Vendor
from local_db.templates.vendor_text import vendor_text

_SHOWN = 36  # characters of a version in the menu


class EditorTools(QObject):
    """Works on the text as it stands in its editor, which gives it by `text`, and what is known of the shop by `known`.

    Signals:
        version_wanted(TemplateVersion): this one should stand in the editor, as a change.
    """

    version_wanted = Signal(object)

    def __init__(
        self,
        context: PageContext,
        saving: TextSaving,
        header: EditorHeader,
        audience: AudienceCard,
        preview: Preview,
        *,
        text: Callable[[], Template],
        vendor: Callable[[], Vendor],
        known: Callable[[], Surroundings | None],
        answer: Callable[[], Answer | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._saving = saving
        self._header = header
        self._audience = audience
        self._preview = preview
        self._text = text
        self._vendor = vendor
        self._known = known
        self._answer = answer
        self._host = parent

    def ask_price(self) -> PricePopover | None:
        """Change what a part costs; the shop has one price."""
        known = self._known()
        if known is None:
            return None
        popover = PricePopover(known.options.price, known.currency, self._vendor())
        popover.closed.connect(partial(self._price_closed, popover))
        popover.open_below(self._audience.price, self._host)
        popover.field.setFocus()
        return popover

    def _price_closed(self, popover: PricePopover) -> None:
        known = self._known()
        if known is not None and popover.amount() != known.options.price:
            self.save_setting({"sms_price": str(popover.amount())})

    def save_setting(self, values: dict[str, JsonValue]) -> None:
        """Store a setting of the shop and tell every page."""
        work = partial(save_settings, self._context.shop, values)
        announce, failed = self._context.changes.announce, self._saving.failed
        self._context.background.run(work, announce, failed, writes=True, owner=self._host)

    def ask_members(self, parts: int) -> None:
        """List whose texts need so many parts."""
        answer = self._answer()
        if answer is None:
            return
        messages = answer.plan.texts
        work = partial(questions.ask_members, self._context.shop, messages, parts, members_dialog.MOST)
        self._context.background.run(work, partial(self._show_members, parts), self._saving.failed, owner=self._host)

    def _show_members(self, parts: int, members: tuple[BarMember, ...]) -> None:
        answer = self._answer()
        people = answer.plan.parts.get(parts, 0) if answer is not None else 0
        dialog = MembersDialog(self._audience.bars.named(parts), members, people, self._host.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.member_chosen.connect(self._preview.show_member)
        dialog.open()

    def ask_versions(self) -> None:
        """Offer what the text has said before."""
        if self._saving.stored is None:
            return
        work = partial(actions.list_versions, self._context.shop, self._saving.stored.id)
        self._context.background.run(work, self._show_versions, self._saving.failed, owner=self._host)

    def _show_versions(self, versions: tuple[TemplateVersion, ...]) -> None:
        known = self._known()
        zone = known.zone if known is not None else ZoneInfo("UTC")
        menu = Menu(self._host)
        for version in versions:
            words = in_words(version.template.body)
            words = f"{words[:_SHOWN]}…" if len(words) > _SHOWN else words
            text = self.tr("Version {number} · {time}").format(
                number=version.version, time=minute(version.saved_at, zone)
            )
            menu.addAction(f"{text}\t{words}".replace("&", "&&"), partial(self.version_wanted.emit, version))
        menu.open_below(self._header.versions)

    def show_uses(self) -> None:
        """Offer the campaigns that the text was used in."""
        known, stored = self._known(), self._saving.stored
        menu = Menu(self._host)
        for use in known.uses.get(stored.id, ()) if known is not None and stored is not None else ():
            text = f"{use.name}\t{day(use.prepared_at, known.zone)}" if known is not None else use.name
            go = partial(self._context.navigate, "campaigns", audience_id=use.audience_id)
            menu.addAction(text.replace("&", "&&"), go)
        menu.open_below(self._header.uses)

    def show_more(self) -> None:
        """Offer what is done more rarely."""
        menu = Menu(self._host)
        named = said_here(self._vendor().title)
        menu.addAction(self.tr("Copy as a template for {vendor}").format(vendor=named), self.copy_for_vendor)
        menu.open_below(self._header.more)

    def copy_for_vendor(self) -> None:
        """Put the text into the clipboard as it is handed in for review."""
        QGuiApplication.clipboard().setText(vendor_text(self._text(), self._vendor()))
        named = said_here(self._vendor().title)
        self._context.notices.show(self.tr("Copied with the variables of {vendor}.").format(vendor=named), "good")
