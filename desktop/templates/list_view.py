"""All templates, and ready-made texts to begin with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.documents.list_view import DocumentList, ListWords, TableShape
from desktop.templates.questions import Surroundings
from desktop.templates.starter_card import StarterCard
from desktop.templates.table_model import Column, TemplateTable
from desktop.translation import QT_TRANSLATE_NOOP, translate
from desktop.widgets.button import Button
from local_db.templates.model import Template

_SHAPE = TableShape(
    {
        Column.NAME: 180,
        Column.PURPOSE: 100,
        Column.FOLDER: 90,
        Column.CHARACTERS: 100,
        Column.PARTS: 70,
        Column.CHANGED: 110,
    },
    Column.TEXT,
    frozenset({Column.CHARACTERS, Column.PARTS, Column.CHANGED}),
)
_WORDS = ListWords(
    title=QT_TRANSLATE_NOOP("TemplateList", "Templates"),
    sentence=QT_TRANSLATE_NOOP("TemplateList", "Texts for many people. Each variable is filled in for every receiver."),
    new=QT_TRANSLATE_NOOP("TemplateList", "New text"),
    search=QT_TRANSLATE_NOOP("TemplateList", "Find by name, text or pinyin"),
    own=QT_TRANSLATE_NOOP("TemplateList", "Your texts"),
    offered=QT_TRANSLATE_NOOP("TemplateList", "Ready-made texts"),
    icon="message",
    nothing=QT_TRANSLATE_NOOP("TemplateList", "No texts yet"),
    nothing_sentence=QT_TRANSLATE_NOOP(
        "TemplateList", "Write your first text, or begin with one of the ready-made texts below."
    ),
    not_found=QT_TRANSLATE_NOOP("TemplateList", "No text like that"),
)


class TemplateList(DocumentList[Template]):
    """The table, its actions, and the starters.

    Signals:
        import_wanted(), export_wanted(object): read texts from a file; write these ids (empty: all) to one.
    """

    import_wanted = Signal()
    export_wanted = Signal(object)

    def __init__(self, sections: QWidget | None = None, parent: QWidget | None = None) -> None:
        self.model: TemplateTable
        words = ListWords(*(translate("TemplateList", text) for text in _WORDS))
        super().__init__(words, TemplateTable(), _SHAPE, parent)
        self.model.setParent(self)
        self.read = Button(self.tr("Import"), icon="upload")
        self.write = Button(self.tr("Export"), icon="download")
        self.add_header_actions(*([sections] if sections is not None else []), self.read, self.write)
        self.read.clicked.connect(self.import_wanted)
        self.write.clicked.connect(self._export_all)
        self._offered: tuple[Template, ...] = ()
        self._cards: list[StarterCard] = []

    def show_templates(self, surroundings: Surroundings) -> None:
        """Show these templates; the selected one stays selected."""
        self.show_items(surroundings.templates, surroundings.finder, surroundings.zone)
        self.write.setVisible(bool(surroundings.templates))

    def show_starters(self, starters: Sequence[Template]) -> None:
        """Offer these ready-made texts."""
        if self._offered == tuple(starters):
            return
        self._offered = tuple(starters)
        self._cards = [StarterCard(starter) for starter in starters]
        for card in self._cards:
            card.used.connect(self.new_wanted)
        self.show_offers(self._cards)

    def starter_cards(self) -> list[StarterCard]:
        """The starters offered."""
        return list(self._cards)

    def menu_actions(self) -> list[tuple[str, Callable[[], None]]]:
        """A text may be written to a file."""
        return [(self.tr("Export"), self._export_selected)]

    def _export_all(self) -> None:
        self.export_wanted.emit(())

    def _export_selected(self) -> None:
        if (template := self.selected()) is not None:
            self.export_wanted.emit((template.id,))
