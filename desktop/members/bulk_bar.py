"""What may be done to the members that are selected, and how far it is while it is being done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QWidget

from desktop import amounts
from desktop.members import words
from desktop.widgets.button import Button, IconButton
from desktop.widgets.count_bar import CountBar
from desktop.widgets.fields import TextField
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.menu import Menu
from desktop.widgets.popover import Popover
from desktop.widgets.suggestions import Suggestions
from local_db.members.actions import TAG_LENGTH
from local_db.members.bulk import NOTE_LENGTH
from local_db.roster.consent import CHANNELS

HEIGHT = 34


class BulkBar(QWidget):
    """One line below the list: the deeds while people are selected, the progress while one is done.

    Signals:
        tag_wanted(str), untag_wanted(str): a tag is to be given or taken.
        note_wanted(str): a note is to be written on everybody.
        consent_wanted(str, bool): everybody agreed (True) or refused on this channel.
        export_wanted: a file of them is to be written.
        cleared: nobody is to be selected any more.
        stopped: what is being done is to be stopped.
    """

    tag_wanted = Signal(str)
    untag_wanted = Signal(str)
    note_wanted = Signal(str)
    consent_wanted = Signal(str, bool)
    export_wanted = Signal()
    cleared = Signal()
    stopped = Signal()

    def __init__(self, host: QWidget, parent: QWidget | None = None) -> None:
        """`host`: the page, over which small cards open."""
        super().__init__(parent)
        self._host = host
        self._tags: Sequence[str] = ()
        self.setFixedHeight(HEIGHT)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._deeds())
        self._stack.addWidget(self._progress())

    def show_selected(self, people: int, tags: Sequence[str]) -> None:
        """Offer the deeds for so many; `tags` are those that people give."""
        self._tags = tags
        self._count.setText(self.tr("{count} selected").format(count=amounts.number(people)))
        self.untag_button.setEnabled(bool(tags))

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._stack.currentIndex() == 1

    def begin(self, title: str) -> None:
        """Show that something is being done."""
        self._doing.setText(title)
        self.stop_button.setEnabled(True)
        self.set_progress(0, 0)
        self._stack.setCurrentIndex(1)

    def set_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._bar.set_fraction(done / total if total else 0.0)

    def end(self) -> None:
        """Offer the deeds again."""
        self._stack.setCurrentIndex(0)

    def _deeds(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._count = Label("", "heading")
        row.addWidget(self._count)
        row.addSpacing(6)
        self.tag_button = self._button(row, self.tr("Tag"), "tag", self._ask_tag)
        self.untag_button = self._button(row, self.tr("Take a tag"), "minus", self._ask_untag)
        self.note_button = self._button(row, self.tr("Note"), "edit", self._ask_note)
        self.consent_button = self._button(row, self.tr("Consent"), "mute", self._ask_consent)
        self.export_button = self._button(row, self.tr("Export"), "download", self.export_wanted.emit)
        row.addStretch(1)
        self.clear_button = IconButton("close", self.tr("Select nobody"))
        self.clear_button.clicked.connect(self.cleared)
        row.addWidget(self.clear_button)
        return box

    def _button(self, row: QHBoxLayout, text: str, icon: str, pressed: Callable[[], None]) -> Button:
        button = Button(text, icon=icon, dense=True)
        button.clicked.connect(pressed)
        row.addWidget(button)
        return button

    def _progress(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._doing = ElidedLabel("", "heading")
        self._bar = CountBar(height=6)
        self.stop_button = Button(self.tr("Cancel"), dense=True)
        self.stop_button.clicked.connect(self._stop)
        row.addWidget(self._doing)
        row.addWidget(self._bar, 1)
        row.addWidget(self.stop_button)
        return box

    def _stop(self) -> None:
        self.stop_button.setEnabled(False)
        self.stopped.emit()

    def _ask_tag(self) -> None:
        card = TextPopover(self.tr("Tag for everybody selected"), self.tr("Tag"), self.tr("Give"), TAG_LENGTH)
        card.suggest(self._tags)
        card.given.connect(self.tag_wanted)
        card.open_over(self.tag_button, self._host)

    def _ask_untag(self) -> None:
        menu = Menu(self)
        for tag in self._tags:
            menu.addAction(tag.replace("&", "&&"), partial(self.untag_wanted.emit, tag))
        menu.open_below(self.untag_button)

    def _ask_note(self) -> None:
        card = TextPopover(self.tr("Note on everybody selected"), self.tr("Note"), self.tr("Write"), NOTE_LENGTH)
        card.given.connect(self.note_wanted)
        card.open_over(self.note_button, self._host)

    def _ask_consent(self) -> None:
        menu = Menu(self)
        for channel in CHANNELS:
            if not menu.isEmpty():
                menu.addSeparator()
            name = words.channel(channel)
            refused, agreed = self.tr("{channel}: opted out"), self.tr("{channel}: agreed, noted by hand")
            menu.addAction(refused.format(channel=name), partial(self.consent_wanted.emit, channel, False))  # noqa: FBT003
            menu.addAction(agreed.format(channel=name), partial(self.consent_wanted.emit, channel, True))  # noqa: FBT003
        menu.open_below(self.consent_button)


class TextPopover(Popover):
    """Asks for one line.

    Signals:
        given(str): Enter or the button was pressed with something typed.
    """

    given = Signal(str)

    def __init__(self, title: str, name: str, button: str, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(title, width=340, parent=parent)
        self.field: QLineEdit = TextField(name=name)
        self.field.setMaxLength(longest)
        self.button = Button(button, kind="primary", dense=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.add_layout(row)
        self.button.clicked.connect(self._give)

    def suggest(self, options: Sequence[str]) -> None:
        """Offer what is there already."""
        Suggestions(self.field, options)

    def open_over(self, anchor: QWidget, host: QWidget) -> None:
        """Open beside a button, ready to be typed into."""
        self.open_below(anchor, host)
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the text."""
        if event.text() in {"\r", "\n"}:
            self._give()
            return
        super().keyPressEvent(event)

    def _give(self) -> None:
        text = self.field.text().strip()
        if text:
            self.close_popover()
            self.given.emit(text)
