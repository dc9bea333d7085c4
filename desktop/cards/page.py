"""The page of cards: the list, or the editor of one of them."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop import wording
from desktop.cards import edits, questions, words
from desktop.cards.editor import CardEditor
from desktop.cards.phones.card_drawing import ratio_of
from desktop.cards.questions import Surroundings
from desktop.documents.entries import Feature
from desktop.documents.list_view import ListWords
from desktop.documents.offer_tile import OfferTile
from desktop.documents.page import DocumentsPage
from desktop.pictures.starters import starter_image, starter_picture
from desktop.shell.context import PageContext
from desktop.templates.sections import template_sections
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.cards.codec import to_json
from local_db.cards.model import Card, CardKind
from local_db.cards.rules_files import card_vendor_of
from local_db.cards.starters import Starter, starters
from local_db.changes import Changes, Topic
from local_db.documents.model import Document, DocumentKind

_CONTEXT = "CardsPage"
_SURROUNDINGS = frozenset({Topic.SETTINGS, Topic.IMPORTS})
_TILE_RATIO = (3, 1)
_TILE_PIXELS = 720 * 240
_WORDS = ListWords(
    title=QT_TRANSLATE_NOOP("CardsPage", "Cards"),
    sentence=QT_TRANSLATE_NOOP(
        "CardsPage", "Messages with pictures and buttons, and a text for phones that show none."
    ),
    new=QT_TRANSLATE_NOOP("CardsPage", "New card"),
    search=QT_TRANSLATE_NOOP("CardsPage", "Find by name, text or pinyin"),
    own=QT_TRANSLATE_NOOP("CardsPage", "Your cards"),
    offered=QT_TRANSLATE_NOOP("CardsPage", "Ready-made cards"),
    icon="message",
    nothing=QT_TRANSLATE_NOOP("CardsPage", "No cards yet"),
    nothing_sentence=QT_TRANSLATE_NOOP(
        "CardsPage", "Build your first card, or begin with one of the ready-made cards below."
    ),
    not_found=QT_TRANSLATE_NOOP("CardsPage", "No card like that"),
)


class CardsPage(DocumentsPage):
    """Cards for many people."""

    editor: CardEditor

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        feature = Feature(DocumentKind.CARD, _list_words, questions.describe, _kind_words)
        super().__init__(context, feature, CardEditor(context), template_sections(context, "cards"), parent)
        self._surroundings: Surroundings | None = None
        self.offered: tuple[Starter, ...] = ()
        self._said: set[str] = set()
        self._waiting = False  # for the surroundings, with a new card
        self._about = context.background.latest()
        self.tiles: list[OfferTile] = []

    def reload(self, changes: Changes) -> None:
        """Read again what these changes touched."""
        if self._surroundings is None or changes.topics & _SURROUNDINGS:
            work = partial(questions.surroundings, self.context.shop, self.context.settings.folder)
            self._about.run(work, self._surrounded, self.failed)
        super().reload(changes)

    def begin_new(self, offer: object) -> None:
        """Begin a card: of a ready-made one, or of nothing."""
        known = self._surroundings
        if known is None:
            self._waiting = offer is None
            return
        if isinstance(offer, Starter):
            self._begin_starter(offer)
            return
        vendor = known.vendors[0]
        card = edits.new_card(vendor, known.signature)
        card = edits.with_purpose(card, card.purpose, known.opt_out)
        self._edit_card(self.tr("New card"), card)

    def _surrounded(self, known: Surroundings) -> None:
        self._surroundings = known
        for error in known.wrong_files:
            if (said := wording.error(error)) not in self._said:
                self._said.add(said)
                self.context.notices.show(said, "bad")
        self.editor.take_surroundings(known)
        self._offer(known)
        if self._waiting:
            self._waiting = False
            self.begin_new(None)

    def _offer(self, known: Surroundings) -> None:
        """Show the ready-made cards; their drawings follow."""
        language = wording.language()
        opt_out = known.opt_out if language == "zh" else None
        offered = starters(language, signature=known.signature, opt_out=opt_out)
        if offered == self.offered:
            return
        self.offered = offered
        self.tiles = [self._tile(starter) for starter in offered]
        self.list.show_offers(self.tiles)
        names = [next((name for name in starter.pictures if name), "") for starter in offered]
        work = partial(_drawings, tuple(names))
        self.context.background.run(work, self._drawn, self.failed, owner=self)

    def _tile(self, starter: Starter) -> OfferTile:
        tile = OfferTile(starter.name, questions.words_of(starter.card), words.kind(starter.card.kind))
        tile.expect_picture()
        tile.clicked.connect(partial(self._use, starter))
        return tile

    def _use(self, starter: Starter, *_: object) -> None:
        self.begin_new(starter)

    def _drawn(self, drawings: dict[str, QImage]) -> None:
        for tile, starter in zip(self.tiles, self.offered, strict=True):
            name = next((name for name in starter.pictures if name), "")
            if name in drawings:
                tile.set_picture(drawings[name])

    def _begin_starter(self, starter: Starter) -> None:
        work = partial(_with_pictures, self, starter)
        self.context.background.run(work, partial(self._edit_card, starter.name), self.failed, writes=True)

    def _edit_card(self, name: str, card: Card) -> None:
        self.edit_new(Document(DocumentKind.CARD, name, to_json(card)))


def _with_pictures(page: CardsPage, starter: Starter) -> Card:
    """The card of a starter with its drawings kept in the shop file, in the ratio that each panel shows."""
    card = starter.card
    rule = card_vendor_of(card.vendor).kinds.get(card.kind)
    drawn = [
        (place, starter_picture(name, ratio_of(card, rule, place)))
        for place, name in enumerate(starter.pictures)
        if name
    ]
    return questions.keep_pictures(page.context.shop, card, drawn, datetime.now(UTC))


def _drawings(names: tuple[str, ...]) -> dict[str, QImage]:
    return {name: starter_image(name, _TILE_RATIO, _TILE_PIXELS) for name in set(names) if name}


def _list_words() -> ListWords:
    return ListWords(*(translate(_CONTEXT, text) for text in _WORDS))


def _kind_words(code: str) -> str:
    return words.kind(CardKind(code))
