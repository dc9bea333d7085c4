"""What the editor of a text opens: the price of a part, the members of a bar, versions, campaigns, the clipboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from desktop.amounts import day, minute
from desktop.shell.context import PageContext
from desktop.templates import members_dialog, questions
from desktop.templates.members_dialog import MembersDialog
from desktop.templates.price_popover import PricePopover
from desktop.templates.questions import BarMember
from desktop.templates.variable_words import in_words
from desktop.templates.verdict_words import said_here
from desktop.widgets.menu import Menu
from local_db.settings import JsonValue, save_settings
from local_db.templates import actions
from local_db.templates.model import TemplateVersion
from local_db.templates.vendor_text import vendor_text

if TYPE_CHECKING:
    from desktop.templates.editor import TemplateEditor

_SHOWN = 36  # characters of a version in the menu


class EditorTools(QObject):
    """Works on the text as it stands in its editor."""

    def __init__(self, context: PageContext, editor: TemplateEditor) -> None:
        super().__init__(editor)
        self._context = context
        self._editor = editor

    def ask_price(self) -> PricePopover | None:
        """Change what a part costs; the shop has one price."""
        known = self._editor.surroundings
        if known is None:
            return None
        popover = PricePopover(known.options.price, known.currency, self._editor.vendor())
        popover.closed.connect(partial(self._price_closed, popover))
        popover.open_below(self._editor.audience.price, self._editor)
        popover.field.setFocus()
        return popover

    def _price_closed(self, popover: PricePopover) -> None:
        known = self._editor.surroundings
        if known is not None and popover.amount() != known.options.price:
            self.save_setting({"sms_price": str(popover.amount())})

    def save_setting(self, values: dict[str, JsonValue]) -> None:
        """Store a setting of the shop and tell every page."""
        work = partial(save_settings, self._context.shop, values)
        announce, failed = self._context.changes.announce, self._editor.failed
        self._context.background.run(work, announce, failed, writes=True, owner=self._editor)

    def ask_members(self, parts: int) -> None:
        """List whose texts need so many parts."""
        if self._editor.answer is None:
            return
        messages = self._editor.answer.plan.texts
        work = partial(questions.ask_members, self._context.shop, messages, parts, members_dialog.MOST)
        self._context.background.run(work, partial(self._show_members, parts), self._editor.failed, owner=self._editor)

    def _show_members(self, parts: int, members: tuple[BarMember, ...]) -> None:
        people = self._editor.answer.plan.parts.get(parts, 0) if self._editor.answer is not None else 0
        dialog = MembersDialog(self._editor.audience.bars.named(parts), members, people, self._editor.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.member_chosen.connect(self._editor.preview.show_member)
        dialog.open()

    def ask_versions(self) -> None:
        """Offer what the text has said before."""
        work = partial(actions.list_versions, self._context.shop, self._editor.stored.id)
        self._context.background.run(work, self._show_versions, self._editor.failed, owner=self._editor)

    def _show_versions(self, versions: tuple[TemplateVersion, ...]) -> None:
        zone = self._editor.surroundings.zone if self._editor.surroundings is not None else ZoneInfo("UTC")
        menu = Menu(self._editor)
        for version in versions:
            words = in_words(version.template.body)
            words = f"{words[:_SHOWN]}…" if len(words) > _SHOWN else words
            text = self.tr("Version {number} · {time}").format(
                number=version.version, time=minute(version.saved_at, zone)
            )
            menu.addAction(f"{text}\t{words}".replace("&", "&&"), partial(self._editor.show_version, version))
        menu.open_below(self._editor.header.versions)

    def show_uses(self) -> None:
        """Offer the campaigns that the text was used in."""
        known = self._editor.surroundings
        menu = Menu(self._editor)
        for use in known.uses.get(self._editor.stored.id, ()) if known is not None else ():
            text = f"{use.name}\t{day(use.prepared_at, known.zone)}" if known is not None else use.name
            go = partial(self._context.navigate, "campaigns", audience_id=use.audience_id)
            menu.addAction(text.replace("&", "&&"), go)
        menu.open_below(self._editor.header.uses)

    def show_more(self) -> None:
        """Offer what is done more rarely."""
        menu = Menu(self._editor)
        named = said_here(self._editor.vendor().title)
        menu.addAction(self.tr("Copy as a template for {vendor}").format(vendor=named), self.copy_for_vendor)
        menu.open_below(self._editor.header.more)

    def copy_for_vendor(self) -> None:
        """Put the text into the clipboard as it is handed in for review."""
        QGuiApplication.clipboard().setText(vendor_text(self._editor.template(), self._editor.vendor()))
        named = said_here(self._editor.vendor().title)
        self._context.notices.show(self.tr("Copied with the variables of {vendor}.").format(vendor=named), "good")
