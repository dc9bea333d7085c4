"""Ready-made segments to begin with: by group or found by typing, each with how many it would find here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop import wording
from desktop.segments.options import Option, found
from desktop.segments.sentence import Language, standing_sentence
from desktop.segments.starter_tile import StarterTile
from desktop.widgets.chip import Chip
from desktop.widgets.chip_row import ChipRow
from desktop.widgets.label import Label
from desktop.widgets.search_field import SearchField
from local_db.segments.starters import GROUPS, Filled, Starter
from local_db.segments.tree import Node

TILE_WIDTH = 220
MOST_COLUMNS = 4
ALL = ""


class StarterGallery(QWidget):
    """Tiles under a search field and the groups.

    Signals:
        starter_wanted(Starter, Filled): a copy of a ready-made segment should be begun, filled for this shop.
    """

    starter_wanted = Signal(object, object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._group = ALL
        self._options: dict[str, Option] = {}
        self.tiles: list[StarterTile] = []
        self.search = SearchField(self.tr("Find a ready-made segment"), pause_ms=40)
        self.search.query_changed.connect(self._arrange)
        self.groups = ChipRow()
        self.groups.set_chips([self._group_chip(group) for group in (ALL, *GROUPS)])
        self._nothing = Label(self.tr("Nothing found"), "muted")
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.search)
        column.addWidget(self.groups)
        column.addLayout(self._grid)
        column.addWidget(self._nothing)

    def set_options(self, options: Sequence[Option]) -> None:
        """Find the starters, by their keys, as these say."""
        self._options = {entry.value: entry for entry in options}

    def set_starters(self, starters: Sequence[Starter]) -> None:
        """Offer these."""
        for tile in self.tiles:
            tile.deleteLater()
        self.set_options([Option(starter.key, f"{starter.name} {starter.description}") for starter in starters])
        self.tiles = [StarterTile(starter) for starter in starters]
        for tile in self.tiles:
            tile.clicked.connect(partial(self._take, tile))
            tile.set_group(wording.starter_group(tile.starter.group))
        self._arrange()

    def set_filled(self, filled: Mapping[str, Filled | None]) -> None:
        """Know what each would be in this shop, by its key; None: the shop lacks what it asks for."""
        for tile in self.tiles:
            tree = filled.get(tile.starter.key)
            said = "" if tree is None else standing_sentence(tree.tree, self._language)
            lacks = wording.starter_lacks(tile.starter.asks[0].about) if tree is None and tile.starter.asks else ""
            tile.set_filled(tree, said, lacks)

    def nodes(self) -> list[Node]:
        """The trees to count, those in sight first."""
        ready = [(tile.isHidden(), tile.filled.tree) for tile in self.tiles if tile.filled is not None]
        return [tree for _, tree in sorted(ready, key=lambda pair: pair[0])]

    def set_counts(self, counts: Mapping[Node, int]) -> None:
        """Show how many people each tree finds."""
        for tile in self.tiles:
            if tile.filled is not None and tile.filled.tree in counts:
                tile.set_count(counts[tile.filled.tree])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tiles into as many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _group_chip(self, group: str) -> Chip:
        chip = Chip(wording.starter_group(group) if group else self.tr("All"))
        chip.setCheckable(True)
        chip.setChecked(group == self._group)
        chip.clicked.connect(partial(self._choose_group, group))
        return chip

    def _choose_group(self, group: str, *_: object) -> None:
        self._group = group
        for key, chip in zip((ALL, *GROUPS), self.groups.chips, strict=True):
            chip.setChecked(key == group)
        self._arrange()

    def _arrange(self, *_: object) -> None:
        columns = max(1, min(MOST_COLUMNS, (self.width() + 8) // (TILE_WIDTH + 8)))
        matching = [entry.value for entry in found(self._options.values(), self.search.query())]
        shown = [tile for tile in self.tiles if self._group in (ALL, tile.starter.group)]
        if self.search.query():
            shown = sorted(
                (tile for tile in shown if tile.starter.key in matching),
                key=lambda tile: matching.index(tile.starter.key),
            )
        for tile in self.tiles:
            tile.setVisible(tile in shown)
            self._grid.removeWidget(tile)
        for place, tile in enumerate(shown):
            self._grid.addWidget(tile, place // columns, place % columns)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._nothing.setVisible(not shown and bool(self.tiles))

    def _take(self, tile: StarterTile, *_: object) -> None:
        if tile.filled is not None:
            self.starter_wanted.emit(tile.starter, tile.filled)
