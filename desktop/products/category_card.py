"""One category: its name, its keywords, and what another keyword would take while it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import amounts
from desktop.widgets.button import Button, IconButton
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.fields import TextField
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.title_field import TitleField
from local_db.products.model import KEYWORD_LENGTH, NAME_LENGTH, Category, Product
from local_db.products.rules import would_take

_SHOWN_TITLES = 8


class CategoryCard(Card):
    """Everything is saved as it is changed.

    Signals:
        closed(): the person is done with it.
        changed(Category): it should have another name or other keywords.
        delete_wanted(int): the category of that id should go.
    """

    closed = Signal()
    changed = Signal(object)
    delete_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._category = Category("")
        self._products: Sequence[Product] = ()
        self._categories: Sequence[Category] = ()
        head = QHBoxLayout()
        head.setSpacing(8)
        self.name = TitleField(name=self.tr("Name of the category"))
        self.name.setMaxLength(NAME_LENGTH)
        self.name.editingFinished.connect(self._rename)
        close = IconButton("close", self.tr("Close the category"))
        close.clicked.connect(self.closed)
        head.addWidget(self.name, 1)
        head.addWidget(close)
        self.add_layout(head)
        self.add(Label(self.tr("Products with one of these words in the title belong here, unless a category "
                               "above this one takes them first."), "muted", wrap=True))  # fmt: skip
        self._box = QWidget()
        self._flow = FlowLayout(self._box, spacing=6, line_spacing=6)
        self.add(self._box)
        self.keyword = _KeywordField(placeholder=self.tr("Another keyword"))
        self.keyword.setMaxLength(KEYWORD_LENGTH)
        self.keyword.textChanged.connect(self._preview)
        self.keyword.returnPressed.connect(self._add)
        self.add(self.keyword)
        self.preview = Label("", "strong", wrap=True)
        self.kept = Label("", "small", wrap=True)
        self.add(self.preview)
        self.add(self.kept)
        self._titles = QWidget()
        self._titles_column = QVBoxLayout(self._titles)
        self._titles_column.setContentsMargins(0, 0, 0, 0)
        self._titles_column.setSpacing(2)
        self.add(self._titles)
        self._delete = Button(self.tr("Delete the category"), kind="danger", dense=True)
        self._delete.clicked.connect(self._ask_delete)
        self.add(self._delete)

    def show_category(self, category: Category, products: Sequence[Product], categories: Sequence[Category]) -> None:
        """Show another category, or the same one as it is now."""
        another = category.id != self._category.id
        self._category, self._products, self._categories = category, products, categories
        if another or not self.name.hasFocus():
            self.name.setText(category.name)
            self.name.setCursorPosition(0)
        if another:
            self.keyword.clear()
        clear_layout(self._flow)
        for word in category.keywords:
            chip = Chip(self.tr("{keyword} ×").format(keyword=word))
            chip.setAccessibleName(self.tr("Remove the keyword {keyword}").format(keyword=word))
            chip.setToolTip(chip.accessibleName())
            chip.clicked.connect(partial(self._remove, word))
            self._flow.addWidget(chip)
        self._box.setVisible(bool(category.keywords))
        self._preview()

    def _preview(self, *_: object) -> None:
        word = self.keyword.text().strip()
        taken = would_take(word, self._category.id, self._products, self._categories)
        clear_layout(self._titles_column)
        for title in taken.titles[:_SHOWN_TITLES]:
            self._titles_column.addWidget(ElidedLabel(title, "small"))
        said = self.tr("“{keyword}” takes {count} products, {new} of them without a category so far.")
        nothing = self.tr("“{keyword}” takes nothing new.")
        facts = {"keyword": word, "count": amounts.number(len(taken.titles)), "new": amounts.number(taken.new)}
        self.preview.setText((said if taken.titles else nothing).format(**facts))
        kept = self.tr("{count} more have the word and stay where they are.")
        self.kept.setText(kept.format(count=amounts.number(taken.kept)))
        self.preview.setVisible(bool(word))
        self.kept.setVisible(bool(word and taken.kept))
        self._titles.setVisible(bool(taken.titles))

    def _add(self) -> None:
        word = self.keyword.text().strip()
        self.keyword.setText("")
        if word:
            self.changed.emit(replace(self._category, keywords=(*self._category.keywords, word)))

    def _remove(self, word: str) -> None:
        left = tuple(known for known in self._category.keywords if known != word)
        self.changed.emit(replace(self._category, keywords=left))

    def _rename(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.setText(self._category.name)
        elif name != self._category.name:
            self.changed.emit(replace(self._category, name=name))

    def _ask_delete(self) -> None:
        self.delete_wanted.emit(self._category.id)


class _KeywordField(TextField):
    """Esc empties it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Forget what was typed on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
