"""The reply panel: find a reply by a few letters, filled for one buyer, and have it on the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout

from desktop.replies.panel.answering import Answering
from desktop.replies.panel.buyer_side import BuyerSide
from desktop.replies.panel.frame import PanelFrame
from desktop.replies.panel.keys import Command, Deed, command_of
from desktop.replies.panel.panel_menu import PanelMenu
from desktop.replies.panel.parts import PanelParts
from desktop.replies.panel.seeking import Seeking
from desktop.replies.panel.taking import Taking
from desktop.replies.panel.words import PanelWords
from desktop.replies.panel.writer import Writer
from desktop.replies.service import MOST_HITS
from desktop.replies.thumbnails import thumbnails

if TYPE_CHECKING:
    from desktop.replies.panel.buyer import Buyer
    from desktop.replies.service import ReplyService
    from desktop.shell.clipboard.keeper import ClipboardKeeper
    from desktop.shell.context import PageContext
    from desktop.shell.paste.paster import Paster
    from local_db.replies.search.hit import Hit

AWAY_MS = 700  # a person still sees what was done
LOOK_MS = 150  # nobody goes from one chat to the panel and takes a reply there faster
READING_MS = 300  # a small library is read before anybody wonders


class ReplyPanel(PanelFrame):
    """The window beside the chat.

    Signals:
        library_wanted(dict): the library's page is to be opened, with these arguments.
        starters_wanted: the ready-made replies are to be put into the library.
    """

    library_wanted = Signal(dict)
    starters_wanted = Signal()

    def __init__(self, context: PageContext, service: ReplyService, keeper: ClipboardKeeper, paster: Paster) -> None:
        super().__init__(context.settings)
        self._context = context
        self._service = service
        self._paster = paster
        self._seeking = Seeking()
        self.setWindowTitle(self.tr("Replies"))
        words = PanelWords()
        self.writer = Writer(service, words.variable)
        self.taking = Taking(context, service, keeper, paster, self)
        self.buyers = BuyerSide(context, self)
        self.choices = PanelMenu(context.settings, service, paster, self)
        pictures = thumbnails(context.shop, context.background, self)
        self.parts = PanelParts(service, self.writer, words, pictures, self.buyers.bar, self.choices)
        self.query, self.hits, self.empty = self.parts.query, self.parts.hits, self.parts.empty
        self.edit, self.blanks, self.foot = self.parts.edit, self.parts.blanks, self.parts.foot
        self.answering = Answering(self.parts, self.writer, self.taking, self.choices, words, self)
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(AWAY_MS)
        self._away.timeout.connect(self.put_away)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._paster.remember)
        self._takes_first = False  # Enter was pressed before there was anything to take
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.parts)
        self._connect()
        self._find_again()
        QTimer.singleShot(READING_MS, self, self._say_reading)

    # --- called and put away ---

    def call(self) -> None:
        """Come into sight above everything, ready for typing; what was typed last is there and selected."""
        self._away.stop()
        self.expand()
        self.show()
        self.activateWindow()
        if not self.parts.edits:
            self._find_again()  # since yesterday the last day of a reply may have passed
            self.parts.to_query()

    def put_away(self) -> None:
        """Go out of sight; the keyboard goes back to the program one came from."""
        self._pause()
        self.hide()
        self._paster.go_back()

    def collapse(self) -> None:
        """Leave a strip; the keyboard goes back, for a strip cannot be typed into."""
        self._pause()
        super().collapse()
        self._paster.go_back()

    def _pause(self) -> None:
        """What was being done is over; what was typed in for a buyer nobody has named is for the next one no more."""
        self._away.stop()
        self._takes_first = False
        self._record_search(self._seeking.end())
        if self.writer.buyer is None:
            self.writer.forget_typed()
            self.hits.refresh()

    def _connect(self) -> None:
        self.strip.clicked.connect(self.call)
        self.buyers.changed.connect(self.set_buyer)
        self.buyers.guessed.connect(self._forget_search)
        self.buyers.offered.connect(self.parts.show_keys)
        self.buyers.left.connect(self.parts.to_query)
        self.buyers.refused.connect(partial(self.foot.say, good=False))
        self.buyers.bar.collapse_wanted.connect(self.collapse)
        self.buyers.bar.drag_begun.connect(self.begin_drag)
        self.query.asked.connect(self._typed)
        self.query.commanded.connect(self.do)
        self.empty.starters_wanted.connect(self.starters_wanted)
        self.empty.writing_wanted.connect(self._write)
        self.hits.taken.connect(self.answering.take)
        self.hits.chosen_changed.connect(self.parts.ask_blanks)
        self.hits.menu_wanted.connect(self._open_row_menu)
        self.blanks.changed.connect(self._type_in)
        self.blanks.entered.connect(self._take_chosen)
        self.blanks.left.connect(self.parts.to_query)
        self.foot.menu_wanted.connect(partial(self.choices.open_more, self.foot.menu))
        self.choices.filtered.connect(self._find_again)
        self.choices.library_wanted.connect(partial(self.library_wanted.emit, {}))
        self.choices.collapse_wanted.connect(self.collapse)
        self.answering.chosen.connect(self._chosen)
        self.answering.copied.connect(self._copied)
        self.answering.pasted.connect(self._finish)
        self._paster.finished.connect(self._pasted)
        self.taking.failed.connect(self._say_failed)
        self._service.changed.connect(self._find_again)

    # --- finding ---

    def _typed(self, typed: str) -> None:
        self._away.stop()
        self._takes_first = False
        self.foot.rest()
        self._record_search(self._seeking.note(typed))
        self._find(typed)

    def _find(self, typed: str, keep: str = "") -> None:
        buyer = self.writer.buyer
        platform = self.choices.platform or (buyer.platform if buyer is not None else "")
        self._service.ask(
            typed, partial(self._answered, typed, keep), platform=platform, language=self.choices.reply_language
        )

    def _find_again(self) -> None:
        """The same question, because something else has changed; who reads a reply goes on reading it."""
        self.choices.refresh()
        row = self.hits.row
        self._find(self.query.query(), self.hits.hits[row].uid if row > 0 else "")

    def _answered(self, typed: str, keep: str, hits: Sequence[Hit]) -> None:
        if not self.parts.edits:
            self.parts.show_found(typed, found=bool(hits))
        self.hits.set_hits(hits, keep)
        self.hits.set_digits_alone(alone=False)
        more = "+" if len(hits) >= MOST_HITS else ""
        counted = self.tr("1 hit") if len(hits) == 1 else self.tr("{count} hits").format(count=f"{len(hits)}{more}")
        self.query.set_count(counted if typed.strip() and self._service.library.replies else "")
        self.buyers.guess("" if hits else typed.strip())
        if self._takes_first and self._service.ready:
            self._take_chosen()

    def _say_reading(self) -> None:
        if not self._service.ready:
            self.parts.show_reading()

    # --- the buyer ---

    def set_buyer(self, buyer: Buyer | None) -> None:
        """Fill replies for this buyer from now on."""
        before = self.writer.buyer
        self.writer.set_buyer(buyer)
        if before is not None and (buyer is None or buyer.member_id != before.member_id):
            self.answering.end_edit()
        if buyer is not None and not self.hits.count:
            self._forget_search()
            self.query.clear()  # what found no reply was the buyer
        self._find_again()

    # --- keys ---

    def do(self, command: Command) -> None:
        """Do what a key asks for."""
        self._deeds()[command.deed](command.amount)

    def _deeds(self) -> dict[Deed, Callable[[int], None]]:
        return {
            Deed.TAKE: lambda _: self._take_chosen(),
            Deed.EDIT: lambda _: self.answering.begin_edit(),
            Deed.STEP: self._step,
            Deed.TAKE_NUMBERED: lambda number: self.answering.take(number - 1),
            Deed.PUT_AWAY: lambda _: self.put_away(),
            Deed.FIND_BUYER: lambda _: self.buyers.free(),
            Deed.BUYER_FROM_CLIPBOARD: lambda _: self.buyers.from_clipboard(),
            Deed.OTHER_WORDING: self._turn,
            Deed.COLLAPSE: lambda _: self.collapse(),
            Deed.ROW_MENU: lambda _: self.hits.open_menu(),
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the part with the focus has left alone."""
        command = command_of(event.key(), event.modifiers(), choosing=False)
        button = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(button, QAbstractButton):
            button.click()
        elif command is None or self.parts.edits:
            super().keyPressEvent(event)
        else:
            self.do(command)

    def _step(self, rows: int) -> None:
        self.hits.step(rows)
        self.query.choosing = not self.query.query().strip()
        self.hits.set_digits_alone(alone=self.query.choosing)

    def _turn(self, step: int) -> None:
        line = self.hits.line()
        if line is None:
            return
        place, count = self.writer.turn(line.uid, step)
        self.hits.refresh()
        if count > 1:
            self.foot.say(self.tr("Wording {place} of {count}").format(place=place, count=count))

    def _type_in(self) -> None:
        self.writer.type_in(self.blanks.values())
        self.hits.refresh()

    # --- taking ---

    def _take_chosen(self) -> None:
        self._takes_first = not self._service.ready
        if self.hits.count:
            self.answering.take(self.hits.row)
        elif self._takes_first:
            self.foot.say(self.tr("Copied as soon as the replies are read"))
        elif not self.buyers.bind_first() and not self.empty.isHidden():
            self.foot.say(self.tr("Nothing to copy"), good=False)

    def _chosen(self, uid: str) -> None:
        self._record_search(self._seeking.end(), uid)

    def _copied(self) -> None:
        self._paster.go_back()
        self._finish()

    def _pasted(self, trouble: str) -> None:
        if self.isVisible():
            self.answering.say_pasted(trouble)

    def _say_failed(self, why: str) -> None:
        """What goes wrong keeps the panel in sight; where it is away already, the window says so."""
        self._away.stop()
        self.foot.say(why, good=False)
        if not self.isVisible():
            self._context.notices.show(why, "bad")

    def _finish(self) -> None:
        """What was wanted is done: the panel goes, unless it is to stay."""
        if not self.choices.stays:
            self._away.start()

    # --- the rest ---

    def _forget_search(self) -> None:
        """It named a person, and is not to be kept."""
        self._seeking.end()

    def _record_search(self, typed: str, chosen: str = "") -> None:
        if not typed or not self._service.ready:
            return
        from local_db.replies.uses import record_search

        work = partial(record_search, self._context.shop, typed, chosen, now=datetime.now(UTC))
        self._context.background.run(work, self._context.changes.announce, self.taking.fail, writes=True)

    def _write(self, typed: str) -> None:
        self.library_wanted.emit({"new": True, "title": typed})

    def _open_row_menu(self, row: int, place: QPoint) -> None:
        line = self.hits.line(row)
        reply = self._service.library.by_uid.get(line.uid) if line is not None else None
        if reply is not None:
            self.choices.open_row(reply, place)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in other colours; while another window has the keyboard, note which: replies go there."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and hasattr(self, "_look"):
            self._look_around()
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "hits"):
            self.hits.refresh()

    def _look_around(self) -> None:
        if self.isVisible() and not self.isActiveWindow():
            self._look.start()
        else:
            self._look.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the window manager: as put away, and the keyboard is its affair."""
        self._pause()
        super().closeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is under way any more."""
        self._away.stop()
        self._look.stop()
        super().hideEvent(event)
