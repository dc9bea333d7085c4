"""Who may be the same person: two members side by side, why, and what to do; many at once where it is certain."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import amounts, wording
from desktop.members import words
from desktop.members.by_hand import ByHand
from desktop.members.person_side import PersonSide
from desktop.members.view_header import ViewHeader
from desktop.widgets import focus_ring
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.divider import Divider
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from desktop.widgets.page_column import SPACING, PageColumn
from desktop.widgets.scroll_area import ScrollArea
from desktop.widgets.status_tag import StatusTag
from local_db.members.listing_source import ListingSource, with_figures
from local_db.members.suggestions import Suggestion, all_suggestions

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from desktop.shell.context import PageContext
    from local_db.members.model import Figures, MemberRow

    Row = tuple[MemberRow, Figures]

SHOWN = 20


@dataclass(frozen=True, slots=True)
class _Answer:
    """Every suggestion, and the members of those that are shown."""

    suggestions: list[Suggestion]
    rows: dict[int, Row]
    currency: str
    zone: ZoneInfo


class DoublesView(QWidget):
    """The pairs, most alike first.

    Signals:
        closed: Back was pressed, or Esc.
        member_wanted(int): the page about a member was asked for.
    """

    closed = Signal()
    member_wanted = Signal(int)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._question = context.background.latest()
        self._listings = ListingSource(context.rosters)
        self._certain: list[tuple[int, int]] = []
        self._place = 0
        self.by_hand = ByHand(context, self)
        self.header = ViewHeader(self.tr("Possibly the same person"))
        self.header.back.clicked.connect(self.closed)
        self.certain = InlineNotice("", "info", self.tr("Merge all"))
        self.certain.action_triggered.connect(self._join_certain)
        self.certain.hide()
        self.note = Label("", "muted", wrap=True)
        self.pairs: list[PairCard] = []
        content = QWidget()
        column = PageColumn(content)
        column.addWidget(self.header)
        column.addWidget(self.certain)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(SPACING)
        column.addLayout(self._cards)
        column.addWidget(self.note)
        self.empty = EmptyState("people", self.tr("Looking …"))
        column.addWidget(self.empty, 1)
        column.addStretch(1)
        self._scroll = ScrollArea(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.by_hand.undo_last)

    def reload(self) -> None:
        """Look for likely doubles again."""
        self._question.run(self._read, self._show, self._failed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _read(self) -> _Answer:
        listing = self._listings.current()
        with self._context.shop.read() as connection:
            found = all_suggestions(connection)
            ids = sorted({member for pair in found[:SHOWN] for member in (pair.first, pair.second)})
            rows = with_figures(connection, listing, ids)
        return _Answer(found, rows, listing.roster.currency, listing.roster.zone)

    def _show(self, answer: _Answer) -> None:
        found = answer.suggestions
        self._certain = [(pair.first, pair.second) for pair in found if pair.certain]
        self._say(len(found))
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else True
        clear_layout(self._cards)
        self.pairs = []
        for place, pair in enumerate(found[:SHOWN]):
            if pair.first in answer.rows and pair.second in answer.rows:
                card = PairCard(pair, answer.rows[pair.first], answer.rows[pair.second], answer.currency, answer.zone)
                self._add(card, place)
        if had_focus and self.pairs:
            self.pairs[min(self._place, len(self.pairs) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, card: PairCard, place: int) -> None:
        card.merge_wanted.connect(partial(self._merge, place))
        card.apart_wanted.connect(partial(self._keep_apart, place))
        card.member_wanted.connect(self.member_wanted)
        card.moved.connect(partial(self._move, place))
        self.pairs.append(card)
        self._cards.addWidget(card)

    def _say(self, count: int) -> None:
        self.header.words.set_sentence(
            self.tr("Nothing is merged by itself here. Merging and keeping apart can both be undone.")
        )
        if len(self._certain) > 1:
            said = self.tr("{count} pairs have the same phone and the same name.")
            self.certain.say(said.format(count=amounts.number(len(self._certain))), "info", self._merge_all_text())
        self.certain.setVisible(len(self._certain) > 1)
        more = self.tr("{shown} of {count} pairs are shown; the next ones follow as these are decided.")
        self.note.setText(more.format(shown=amounts.number(SHOWN), count=amounts.number(count)))
        self.note.setVisible(count > SHOWN)
        self.empty.set_texts(
            self.tr("Nobody seems to be here twice"),
            self.tr("After the next import this page looks again: same phone, same name and street."),
        )
        self.empty.setVisible(not count)

    def _merge_all_text(self) -> str:
        return self.tr("Merge all {count}").format(count=amounts.number(len(self._certain)))

    def _merge(self, place: int, first: int, second: int) -> None:
        self._place = place
        self.by_hand.join(first, second, words.LIKELY)

    def _keep_apart(self, place: int, first: int, second: int) -> None:
        self._place = place
        self.by_hand.keep_apart(first, second, words.BY_A_PERSON)

    def _join_certain(self) -> None:
        self._place = 0
        self.by_hand.join_all(self._certain, words.LIKELY)

    def _move(self, place: int, step: int) -> None:
        following = place + step
        if 0 <= following < len(self.pairs):
            self.pairs[following].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self.pairs[following])

    def _failed(self, failure: BaseException) -> None:
        words.tell(self._context.notices, failure)


class PairCard(Card):
    """Two members; M merges them, N keeps them apart, the arrows go on.

    Signals:
        merge_wanted(int, int), apart_wanted(int, int): what to do with the two.
        member_wanted(int): the page about one of them was asked for.
        moved(int): an arrow was pressed: -1 up, 1 down.
    """

    merge_wanted = Signal(int, int)
    apart_wanted = Signal(int, int)
    member_wanted = Signal(int)
    moved = Signal(int)

    def __init__(
        self, pair: Suggestion, first: Row, second: Row, currency: str, zone: ZoneInfo, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._pair = pair
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        names = wording.listed([words.shown_name(first[0]), words.shown_name(second[0])])
        reasons = [words.why(why) for why in pair.why]
        self.setAccessibleName(names)
        self.setAccessibleDescription(wording.listed([text for text, _ in reasons]))
        sides = QHBoxLayout()
        sides.setSpacing(SPACING)
        for place, row in enumerate((first, second)):
            if place:
                sides.addWidget(Divider(vertical=True))
            side = PersonSide()
            side.show_member(*row, currency, zone)
            open_page = Button(self.tr("Whole page"), kind="link", dense=True)
            open_page.setAccessibleName(self.tr("Page about {name}").format(name=words.shown_name(row[0])))
            open_page.clicked.connect(partial(self.member_wanted.emit, row[0].id))
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(side)
            column.addWidget(open_page)
            sides.addLayout(column, 1)
        self.add_layout(sides)
        self.add(Divider())
        foot = QHBoxLayout()
        foot.setSpacing(6)
        for text, tone in reasons:
            foot.addWidget(StatusTag(text, tone))
        foot.addStretch(1)
        self.apart_button = Button(self.tr("Not the same"), dense=True)
        self.apart_button.setAccessibleName(self.tr("Not the same: {names}").format(names=names))
        self.apart_button.setToolTip(self.tr("Key N"))
        self.apart_button.clicked.connect(self._keep_apart)
        self.merge_button = Button(self.tr("Merge"), dense=True)
        self.merge_button.setAccessibleName(self.tr("Merge: {names}").format(names=names))
        self.merge_button.setToolTip(self.tr("Key M"))
        self.merge_button.clicked.connect(self._merge)
        foot.addWidget(self.apart_button)
        foot.addWidget(self.merge_button)
        self.add_layout(foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """M and N decide, the arrows go on."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key == Qt.Key.Key_M:
            self._merge()
        elif key == Qt.Key.Key_N:
            self._keep_apart()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Paint without the ring."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, and a ring while the keys act on it."""
        super().paintEvent(event)
        if self.hasFocus():
            focus_ring.paint(self, 10)

    def _merge(self) -> None:
        self.merge_wanted.emit(self._pair.first, self._pair.second)

    def _keep_apart(self) -> None:
        self.apart_wanted.emit(self._pair.first, self._pair.second)
