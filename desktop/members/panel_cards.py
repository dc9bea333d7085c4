"""The cards of the panel about one member, but for the orders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop import amounts, wording
from desktop.members import words
from desktop.members.consent_confirmation import ConsentConfirmation
from desktop.widgets.button import Button, IconButton
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.fields import TextField
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.status_tag import StatusTag
from desktop.widgets.suggestions import Suggestions
from local_db.members.actions import TAG_LENGTH
from local_db.roster.roster import Consent

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.members.model import ConsentState, Figures, Identity, MemberDetail


class FactsCard(Card):
    """Who it is, and what their purchases come to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._name = ElidedLabel("", "dialog")
        self.close_button = IconButton("close", self.tr("Close the member"))
        head.addWidget(self._name, 1)
        head.addWidget(self.close_button)
        self._about = Label("", "muted", wrap=True)
        phone = QHBoxLayout()
        phone.setSpacing(8)
        self._phone = Label("", "number")
        self._phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._phone_tag = StatusTag()
        phone.addWidget(IconLabel("phone", "muted"))
        phone.addWidget(self._phone)
        phone.addWidget(self._phone_tag)
        phone.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.add_layout(head)
        self.add(self._about)
        self.add_layout(phone)
        self.body.addSpacing(4)
        self.add_layout(self._grid)
        self.page_button = Button(self.tr("Whole page"), dense=True)
        self.add(self.page_button)

    def show_member(self, detail: MemberDetail, figures: Figures, currency: str, zone: ZoneInfo) -> None:
        """Show another member."""
        row = detail.row
        self._name.setText(words.shown_name(row))
        about = (row.name if row.nick else "", words.place(row), words.platform(row.platform), detail.email)
        self._about.setText(" · ".join(part for part in about if part))
        self._phone.setText(row.phone)
        self._phone.setVisible(bool(row.phone))
        self._phone_tag.set_state(wording.phone_kind(row.phone_kind), words.phone_kind(row.phone_kind)[1])
        average = "—" if figures.average is None else amounts.money(figures.average, currency)
        self._show_facts(
            (self.tr("Spent"), amounts.money(figures.spent, currency)),
            (self.tr("Purchases"), amounts.number(figures.orders)),
            (self.tr("Average order"), average),
            (self.tr("Last order"), _day(figures.last, zone)),
            (self.tr("First order"), _day(figures.first, zone)),
            (self.tr("Member since"), _day(detail.joined_at, zone) if detail.joined_at else ""),
            (self.tr("Tier"), row.tier),
            (self.tr("Birthday"), row.birthday),
        )

    def _show_facts(self, *facts: tuple[str, str]) -> None:
        clear_layout(self._grid)
        for place, (name, value) in enumerate(fact for fact in facts if fact[1]):
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(Label(name, "small"))
            column.addWidget(Label(value, "strong"))
            self._grid.addWidget(box, place // 2, place % 2)


class ConsentCard(Card):
    """What holds on each channel, since when and from where, and two buttons to record it by hand.

    After either button the focus rests on the card, where keys do nothing, so that a key pressed once more does
    not record the opposite. Consent of somebody who has refused is asked for once more, here.

    Signals:
        opted_out: the member said no to SMS.
        granted: the member said yes to SMS.
    """

    opted_out = Signal()
    granted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Consent"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.add_layout(self._lines)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.opt_out_button = Button(self.tr("Opt out of SMS"), kind="danger", dense=True)
        self.grant_button = Button(self.tr("Record consent"), dense=True)
        self.opt_out_button.clicked.connect(self._opt_out)
        self.grant_button.clicked.connect(self._grant)
        self._sms = Consent.UNKNOWN
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        buttons.addWidget(self.opt_out_button)
        buttons.addWidget(self.grant_button)
        buttons.addStretch(1)
        self.add_layout(buttons)
        self.confirmation = ConsentConfirmation()
        self.confirmation.kept.connect(self._keep)
        self.confirmation.confirmed.connect(self._confirm)
        self.add(self.confirmation)

    def _opt_out(self) -> None:
        self._rest()
        self.opted_out.emit()

    def _grant(self) -> None:
        if self._sms is Consent.OPTED_OUT:
            self.grant_button.hide()
            self.confirmation.ask()
        else:
            self._confirm()

    def _keep(self) -> None:
        self.grant_button.show()
        self._rest()

    def _confirm(self) -> None:
        self._rest()
        self.granted.emit()

    def _rest(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_consents(self, consents: Sequence[ConsentState], zone: ZoneInfo) -> None:
        """Show SMS, and the other channels where something is known."""
        clear_layout(self._lines)
        for entry in consents:
            if entry.channel == "sms" or entry.state is not Consent.UNKNOWN:
                self._lines.addWidget(self._line(entry, zone))
        sms = next((entry.state for entry in consents if entry.channel == "sms"), Consent.UNKNOWN)
        self._sms = sms
        self.confirmation.hide()
        self.opt_out_button.setVisible(sms is not Consent.OPTED_OUT)
        self.grant_button.setVisible(sms is not Consent.GRANTED)

    def _line(self, entry: ConsentState, zone: ZoneInfo) -> QWidget:
        line = QWidget()
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(Label(words.channel(entry.channel)), 0, 0)
        grid.addWidget(StatusTag(*words.consent(entry.state)), 0, 1, Qt.AlignmentFlag.AlignVCenter)
        if entry.noted_at is not None:
            said = self.tr("{source}, {time}")
            text = said.format(source=words.source(entry.source), time=amounts.minute(entry.noted_at, zone))
            grid.addWidget(Label(text, "small"), 1, 0, 1, 2)
        return line


class TagsCard(Card):
    """The member's tags, each removed by a click, and a field for another one.

    Signals:
        added(str): a tag was typed.
        removed(str): a tag was clicked away.
    """

    added = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Tags"))
        self._box = QWidget()
        self._flow = FlowLayout(self._box, spacing=6, line_spacing=6)
        self.add(self._box)
        self.field = _TagField(placeholder=self.tr("Add a tag"))
        self.field.setMaxLength(TAG_LENGTH)
        self._suggestions = Suggestions(self.field)
        self.field.returnPressed.connect(self._add)
        self.add(self.field)

    def show_tags(self, tags: Sequence[str], all_tags: Sequence[str], sources: Mapping[str, str]) -> None:
        """Show the member's tags; the shop's others are proposed while typing. What a rule gives, no click takes."""
        clear_layout(self._flow)
        self._box.setVisible(bool(tags))
        for tag in tags:
            if sources.get(tag) == words.BY_RULE:
                by_rule = StatusTag(tag, "accent")
                by_rule.setToolTip(self.tr("Given by the rule of this tag; it is checked again after every import."))
                self._flow.addWidget(by_rule)
                continue
            chip = Chip(self.tr("{tag} ×").format(tag=tag))
            chip.setAccessibleName(self.tr("Remove the tag {tag}").format(tag=tag))
            chip.setToolTip(chip.accessibleName())
            chip.clicked.connect(partial(self.removed.emit, tag))
            self._flow.addWidget(chip)
        self._suggestions.set_options([tag for tag in all_tags if tag not in tags])

    def _add(self) -> None:
        name = self.field.text().strip()
        self.field.setText("")  # unlike clear, it leaves nothing to undo in the field
        if name:
            self.added.emit(name)


class _TagField(TextField):
    """Leaves Ctrl+Z to the page while nothing was typed, and Esc to the panel."""

    def event(self, event: QEvent) -> bool:
        """Refuse to take the shortcut."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if undo and not self.isUndoAvailable():
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes on to the panel, once no proposals are open."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)


class IdentitiesCard(Card):
    """By which values the member is recognised in files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Recognised by"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, 72)
        self._grid.setColumnStretch(1, 1)
        self.add_layout(self._grid)

    def show_identities(self, identities: Sequence[Identity]) -> None:
        """Show another member's."""
        clear_layout(self._grid)
        for place, entry in enumerate(identities):
            self._grid.addWidget(Label(words.identity(entry.kind), "muted"), place, 0)
            self._grid.addWidget(ElidedLabel(entry.value), place, 1)
        self.setVisible(bool(identities))


def _day(seconds: int | None, zone: ZoneInfo) -> str:
    return "—" if seconds is None else amounts.day(seconds, zone)
