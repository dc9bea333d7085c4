"""The parts of the panel from above to below, which of them are in sight, and how Tab goes through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.replies.panel.blanks_form import BlanksForm
from desktop.replies.panel.edit_view import EditView
from desktop.replies.panel.empty_page import EmptyPage
from desktop.replies.panel.foot import Foot
from desktop.replies.panel.hit_list import HitList
from desktop.replies.panel.query_field import QueryField
from desktop.widgets.divider import Divider

if TYPE_CHECKING:
    from desktop.pictures.picture_store import PictureStore
    from desktop.replies.panel.buyer_bar import BuyerBar
    from desktop.replies.panel.panel_menu import PanelMenu
    from desktop.replies.panel.words import PanelWords
    from desktop.replies.panel.writer import Writer
    from desktop.replies.service import ReplyService
    from local_db.replies.model import Attachment


class PanelParts(QWidget):
    """The buyer, the search, one of three pages (hits, why there are none, a text to change), blanks and the foot."""

    def __init__(
        self,
        service: ReplyService,
        writer: Writer,
        words: PanelWords,
        pictures: PictureStore[Attachment],
        bar: BuyerBar,
        choices: PanelMenu,
    ) -> None:
        super().__init__()
        self._service = service
        self._writer = writer
        self._bar = bar
        self._choices = choices
        self.query = QueryField()
        self.hits = HitList(writer.show, pictures, words)
        self.empty = EmptyPage()
        self.edit = EditView()
        self.pages = QStackedWidget()
        for page in (self.hits, self.empty, self.edit):
            self.pages.addWidget(page)
        self.blanks = BlanksForm(words)
        self._blanks_line = Divider()
        self.foot = Foot()
        self._lay_out()
        self.show_keys()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(15, 10, 15, 10)
        row.setSpacing(8)
        row.addWidget(self.query, 1)
        row.addWidget(self._choices.filter_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(Divider())
        column.addLayout(row)
        column.addWidget(Divider())
        column.addWidget(self.pages, 1)
        column.addWidget(self._blanks_line)
        column.addWidget(self.blanks)
        column.addWidget(Divider())
        column.addWidget(self.foot)

    @property
    def edits(self) -> bool:
        """Whether a text is being changed."""
        return self.pages.currentWidget() is self.edit

    @property
    def explains(self) -> bool:
        """Whether it stands there why there are no hits."""
        return self.pages.currentWidget() is self.empty

    def show_found(self, typed: str, *, found: bool) -> None:
        """Show the hits, or why there are none once the replies are read."""
        if found:
            self.pages.setCurrentWidget(self.hits)
        elif self._service.ready:
            self.empty.explain(typed, has_replies=bool(self._service.library.replies))
            self.pages.setCurrentWidget(self.empty)
        self.show_keys()

    def show_reading(self) -> None:
        """Say that the replies are still being read."""
        self.empty.wait()
        self.pages.setCurrentWidget(self.empty)
        self.show_keys()

    def show_edit(self) -> None:
        """Show the text that is changed; what is missing in it is red there."""
        self.pages.setCurrentWidget(self.edit)
        self.blanks.setVisible(False)
        self._blanks_line.setVisible(False)

    def leave_edit(self) -> None:
        """Show what was there before."""
        self.show_found(self.query.query(), found=bool(self.hits.count))
        self.blanks.setVisible(bool(self.blanks.names))
        self._blanks_line.setVisible(bool(self.blanks.names))
        self.show_keys()
        self.to_query()

    def ask_blanks(self) -> None:
        """Ask for what the chosen hit needs and nothing is known for."""
        row = self.hits.row
        asked = self._writer.questions(self.hits.hits[row]) if 0 <= row < self.hits.count else ()
        self.blanks.ask(asked, self._writer.typed)
        self._blanks_line.setVisible(bool(asked))
        self.show_keys()

    def show_keys(self) -> None:
        """Say which keys do what now."""
        if self.edits:
            keys = [("Ctrl+Enter", self.tr("copy"))]
        elif self.explains:
            keys = [("Enter", self.tr("this customer"))] if self._bar.offers else []
            if self.empty.button.text():
                keys.append(("Ctrl+Enter", self.empty.button.text()))
            if self._service.library.replies:
                keys.append(("Ctrl+B", self.tr("customer")))
        else:
            keys = [("Enter", self.tr("paste") if self._choices.pastes else self.tr("copy"))]
            keys.append(("Ctrl+Enter", self.tr("change first")))
            if self.blanks.names:
                keys.append(("Tab", self.tr("fill in")))
        self.foot.set_keys(keys)

    def to_query(self) -> None:
        """Give the keyboard to the search; what is typed takes the place of what was."""
        self.query.setFocus(Qt.FocusReason.OtherFocusReason)
        self.query.selectAll()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Tab steps through the variables that are to be filled in, and then back to the search."""
        fields = self.blanks.fields if self.blanks.isVisible() else []
        if self.edits and self.edit.field.hasFocus() and next and self.edit.next_gap():
            return True
        if self.query.hasFocus() and next and fields:
            fields[0].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if self.blanks.step(forward=next):
            return True
        if any(field.hasFocus() for field in fields):
            self.to_query()
            return True
        return super().focusNextPrevChild(next)
