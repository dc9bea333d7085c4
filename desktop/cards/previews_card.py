"""The phones of all makers side by side, or one of them enlarged, for whichever member is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.cards import words
from desktop.cards.phones.handset_tile import HandsetTile
from desktop.cards.phones.phone_drawing import HEIGHT, WIDTH, PhoneWords
from desktop.cards.phones.views import PhoneView
from desktop.pictures.picture_store import PictureStore
from desktop.templates.member_preview_card import MemberPreviewCard
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.scroll_area import ScrollArea
from desktop.widgets.select import Select
from local_db.templates.render import Rendered

_GAP = 14
_NARROWEST, _READABLE, _WIDEST = 150, 165, 300
_CAPTION = 48  # below a phone
_ENLARGED = 360
_SEARCH = 180
_ALL = ""


class PreviewsCard(MemberPreviewCard):
    """Esc or a second Enter shows all phones again.

    Signals:
        text_shown(): the member or her text is another; show the phones anew.
    """

    text_shown = Signal()

    def __init__(self, store: PictureStore[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.said: PhoneWords | None = None
        self._only = _ALL
        self.tiles: list[HandsetTile] = []
        self._views: tuple[PhoneView, ...] = ()
        self.rendered: Rendered | None = None
        self.maker = Select(name=self.tr("Phones"))
        self.maker.value_changed.connect(self._choose)
        self.add_member_tools()
        line = FlowLayout(spacing=8, line_spacing=6)
        self.search.setFixedWidth(_SEARCH)
        for control in (self.maker, self.search, self.nobody, self.longest, self.shortest):
            line.addWidget(control)
        self.add_layout(line)
        self.add(self.unfilled)
        self._content = QWidget()
        self._grid = QGridLayout(self._content)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setSpacing(_GAP)
        self.area = ScrollArea(self._content)
        self.area.viewport().installEventFilter(self)
        self.add(self.area, 1)

    def show_text(self, rendered: Rendered) -> None:
        """Remember the text that stands in for the card, and have the phones shown."""
        self.rendered = rendered
        self.text_shown.emit()

    def show_views(self, views: Sequence[PhoneView], said: PhoneWords) -> None:
        """Show what every phone shows."""
        same = [view.maker for view in views] == [view.maker for view in self._views]
        self._views, self.said = tuple(views), said
        if not same:
            self._build()
        for tile, view in zip(self.tiles, views, strict=True):
            tile.show_view(view, said)
        self.say_unfilled(views[0].unfilled if views else ())

    def show_slide(self, slide: int) -> None:
        """Bring a slide to the front of every phone."""
        for tile in self.tiles:
            tile.phone.show_slide(slide)

    def views(self) -> tuple[PhoneView, ...]:
        """What the phones show."""
        return self._views

    def enlarge(self, maker: str) -> None:
        """Show one maker's phone only, large; an empty word: all of them."""
        self.maker.set_value(maker)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """As many phones beside one another as there is room for."""
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shows all phones again."""
        if event.key() == Qt.Key.Key_Escape and self._only:
            self.enlarge(_ALL)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        for tile in self.tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = []
        for view in self._views:
            tile = HandsetTile(self._store, self._content)  # without a parent it would be a window
            tile.phone.slid.connect(self.show_slide)
            tile.phone.enlarged.connect(partial(self._toggle, view.maker))
            self.tiles.append(tile)
        makers = [(words.maker(view.maker), view.maker) for view in self._views]
        several = [(self.tr("All phones"), _ALL)] if len(makers) > 1 else []
        self.maker.set_options([*several, *makers])
        self._only = str(self.maker.value() or _ALL)
        self._arrange()

    def _choose(self, maker: object) -> None:
        self._only = str(maker or _ALL)
        self._arrange()

    def _toggle(self, maker: str) -> None:
        self.enlarge(_ALL if self._only == maker and len(self.tiles) > 1 else maker)
        for tile, view in zip(self.tiles, self._views, strict=True):
            if view.maker == maker:
                tile.phone.setFocus()

    def _arrange(self) -> None:
        if not self.tiles:
            return
        room = self.area.viewport().width()
        shown = [tile for tile, view in zip(self.tiles, self._views, strict=True) if self._only in (_ALL, view.maker)]
        columns, width = _shape(room, self.area.height(), len(shown))
        for tile in self.tiles:
            self._grid.removeWidget(tile)
            tile.setVisible(tile in shown)
        for row in range(self._grid.rowCount() + 1):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(-(-len(shown) // columns), 1)  # room that is left goes below
        for place, tile in enumerate(shown):
            tile.set_width(width)
            self._grid.addWidget(
                tile, *divmod(place, columns), Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
            )


def _shape(room: int, height: int, count: int) -> tuple[int, int]:
    """How many phones stand in a row, and how wide each is.

    As wide as lets all of them be seen at once; where that is too small to read, as many as can be read beside one
    another, and the rest further down.
    """
    widest = _ENLARGED if count == 1 else _WIDEST
    best = max(
        (min(_width_in(room, columns), _width_by(height, -(-count // columns)), widest), -columns)
        for columns in range(1, count + 1)
    )
    if best[0] >= _READABLE:
        return -best[1], best[0]
    columns = max(1, min(count, (room + _GAP) // (_READABLE + _GAP)))
    columns = -(-count // -(-count // columns))  # rows of the same length
    return columns, max(_NARROWEST, min(_width_in(room, columns), widest))


def _width_in(room: int, columns: int) -> int:
    return (room - _GAP * (columns - 1)) // columns


def _width_by(height: int, rows: int) -> int:
    """The width of phones of which so many stand below one another in a height."""
    each = (height - _GAP * rows) / rows - _CAPTION
    return int(each * WIDTH / HEIGHT)
