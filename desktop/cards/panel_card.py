"""One page, slide or row of a card: the fields that its kind and its vendor give it, made from their rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.cards import edits, problem_words, words
from desktop.cards.action_form import ActionForm
from desktop.cards.buttons_form import ButtonsForm
from desktop.cards.phones.card_drawing import ratio_of
from desktop.cards.text_row import TextRow
from desktop.cards.video_field import VideoField
from desktop.cards.work import CardWork
from desktop.pictures.needs import PictureNeeds
from desktop.pictures.picture_field import PictureField
from desktop.pictures.picture_store import PictureStore
from desktop.shell.context import PageContext
from desktop.templates.body_highlighter import Mark
from desktop.widgets.button import IconButton
from desktop.widgets.card import Card
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.label import Label
from desktop.widgets.segmented_control import SegmentedControl
from local_db.cards.media_checks import picture_limits
from local_db.cards.model import Action, Field, MediaHeight, Picture
from local_db.cards.model import Button as CardButton
from local_db.cards.problem import BUTTON, PICTURE, TAP, VIDEO, CardProblem
from local_db.cards.rules import KindRule, Need


class DragHandle(IconLabel):
    """Held and moved, it takes its panel along.

    Signals:
        moved(int): the pointer is at this height of the screen.
        dropped(int): and was let go there.
    """

    moved = Signal(int)
    dropped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("drag", "muted", parent=parent)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Drag to another place"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        event.accept()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the panel along."""
        self.moved.emit(event.globalPosition().toPoint().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit(event.globalPosition().toPoint().y())


class PanelCard(Card):
    """Built for a place in a card of a kind; shows whatever panel stands there.

    Signals:
        move_wanted(int): put the panel so many places further.
        dragged(int), dropped(int): the handle was moved to this height of the screen, and let go there.
        removal_wanted(): take the panel out.
    """

    move_wanted = Signal(int)
    dragged = Signal(int)
    dropped = Signal(int)
    removal_wanted = Signal()

    def __init__(
        self, context: PageContext, store: PictureStore[int], work: CardWork, place: int, host: QWidget
    ) -> None:
        super().__init__()
        self._work = work
        self._place = place
        self._context = context
        self._store = store
        self._host = host
        self.rows: dict[Field, TextRow] = {}
        self.picture: PictureField | None = None
        self._needs: PictureNeeds | None = None
        self.video: VideoField | None = None
        self.tap: ActionForm | None = None
        self.buttons: ButtonsForm | None = None
        self.height_choice: SegmentedControl | None = None
        self.picture_problem = Label("", "small", tone="bad", wrap=True)
        self.problem = Label("", "small", tone="bad", wrap=True)
        self._build()
        self.show_panel()

    def show_panel(self) -> None:
        """Show what stands in this place now, without announcing anything."""
        panel = self._work.card.panels[self._place]
        for name, row in self.rows.items():
            row.show_text(panel.text(name))
        if self.picture is not None:
            self._limit_picture()
            self.picture.show_picture(panel.picture)
        if self.video is not None:
            self.video.show_video(panel.video_id)
        if self.tap is not None:
            self.tap.show_action(panel.tap)
        if self.buttons is not None:
            self.buttons.show_buttons(panel.buttons)
        if self.height_choice is not None:
            self.height_choice.set_current(panel.height.value)

    def set_examples(self, facts: Mapping[str, str]) -> None:
        """The values of a real member, for the menus of variables."""
        for row in self.rows.values():
            row.set_examples(facts)

    def set_problems(self, problems: Sequence[CardProblem]) -> None:
        """Show at each field what is wrong with it."""
        for name, row in self.rows.items():
            own = [one for one in problems if one.field == name.value]
            marks = [
                Mark(one.position, one.length, "bad" if one.blocks else "warn")
                for one in own
                if one.length and one.code != "field_missing"
            ]
            row.set_problems(_said(own), marks, blocks=_block(own))
        for field, place in ((self.video, VIDEO), (self.tap, TAP)):
            if field is not None:
                own = [one for one in problems if one.field == place]
                field.set_problems(_said(own), blocks=_block(own))
        if self.buttons is not None:
            for number, button_row in enumerate(self.buttons.rows, 1):
                own = [one for one in problems if one.field == f"{BUTTON}:{number}"]
                button_row.set_problems(_said(own), blocks=_block(own))
        self._say_rest(problems)

    def focus_place(self, problem: CardProblem) -> QWidget:
        """Put the focus where a problem is; the widget, so that it can be brought into sight."""
        head, _, count = problem.field.partition(":")
        if problem.field in {name.value for name in self.rows}:
            row = self.rows[Field(problem.field)]
            row.field.select(problem.position, problem.length)
            return row
        if head == BUTTON and self.buttons is not None:
            place = int(count) - 1
            if place < len(self.buttons.rows):
                row_of = self.buttons.rows[place]
                row_of.words.setFocus()
                return row_of
            self.buttons.add.setFocus()
            return self.buttons
        for name, widget in ((PICTURE, self.picture), (VIDEO, self.video), (TAP, self.tap)):
            if head == name and widget is not None:
                _focus_inside(widget)
                return widget
        self.focus_first()
        return self

    def focus_first(self) -> None:
        """Begin with the first text, or with the picture."""
        if self.rows:
            next(iter(self.rows.values())).field.setFocus()
        elif self.picture is not None:
            _focus_inside(self.picture)

    def _build(self) -> None:
        work, place = self._work, self._place
        card, vendor, rule = work.card, work.vendor, work.rule
        several = rule.most_panels > 1
        self.set_title(words.panel(card.kind, place + 1) if several else self.tr("Content"))
        if several:
            self._add_tools(len(card.panels), rule.least_panels)
        if rule.video is not None:
            self.video = VideoField(self._context)
            self.video.changed.connect(self._filmed)
            self.add(Label(self.tr("Video"), "muted"))
            self.add(self.video)
        if rule.picture is not None:
            self.picture = PictureField(self._context, self._store)
            self.picture.changed.connect(self._pictured)
            self.add(Label(self._picture_words(rule), "muted"))
            self.add(self.picture)
            self.add(self.picture_problem)
        if rule.tall or card.kind.value.startswith("rcs"):
            self._add_heights(tall=rule.tall)
        for name in Field:
            field_rule = rule.field_rule(name, place)
            if field_rule is not None:
                row = TextRow(words.field(name), field_rule.longest, self._host, lines=field_rule.lines)
                if several:
                    named = words.panel(card.kind, place + 1)
                    row.field.setAccessibleName(f"{named}: {words.field(name)}")
                row.written.connect(partial(self._written, name))
                self.rows[name] = row
                self.add(row)
        if rule.most_buttons(place):
            self.buttons = ButtonsForm(
                self.tr("Buttons"),
                self.tr("Button {number}"),
                vendor.actions,
                rule.buttons.longest,
                rule.most_buttons(place),
                work.zone,
            )
            self.buttons.written.connect(self._buttoned)
            self.body.addSpacing(2)
            self.add(self.buttons)
        if rule.taps and rule.picture is not None:
            self.tap = ActionForm(vendor.actions, work.zone, optional=self.tr("Nothing"))
            self.tap.written.connect(self._tapped)
            self.add(Label(self.tr("A tap on the picture"), "muted"))
            self.add(self.tap)
        self.picture_problem.hide()
        self.problem.hide()
        self.add(self.problem)

    def _limit_picture(self) -> None:
        """Ask for what the vendor takes; the cover of a video has less room than a picture."""
        card, vendor, rule = self._work.card, self._work.vendor, self._work.rule
        files = picture_limits(card.panels[self._place], rule, vendor)
        ratio = ratio_of(card, rule, self._place)
        needs = PictureNeeds(ratio, files.most_bytes, files.aim_bytes, files.types)
        if self.picture is not None and needs != self._needs:
            self._needs = needs
            self.picture.set_needs(needs)

    def _picture_words(self, rule: KindRule) -> str:
        if rule.video is Need.REQUIRED:
            return self.tr("Cover of the video")
        return self.tr("Picture, or cover of the video") if rule.video is not None else self.tr("Picture")

    def _add_tools(self, count: int, least: int) -> None:
        named = words.panel(self._work.card.kind, self._place + 1)
        handle = DragHandle()
        handle.moved.connect(self.dragged)
        handle.dropped.connect(self.dropped)
        self.up = IconButton("chevron-up", self.tr("{panel}: up (Alt+Up)").format(panel=named))
        self.down = IconButton("chevron-down", self.tr("{panel}: down (Alt+Down)").format(panel=named))
        self.remove = IconButton("trash", self.tr("{panel}: remove").format(panel=named))
        self.up.setEnabled(self._place > 0)
        self.down.setEnabled(self._place < count - 1)
        self.remove.setEnabled(count > least)
        self.up.clicked.connect(partial(self.move_wanted.emit, -1))
        self.down.clicked.connect(partial(self.move_wanted.emit, 1))
        self.remove.clicked.connect(self.removal_wanted)
        for tool in (handle, self.up, self.down, self.remove):
            self.add_tool(tool)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.move_wanted.emit, by))

    def _add_heights(self, *, tall: bool) -> None:
        options = [(MediaHeight.SHORT.value, self.tr("Low")), (MediaHeight.MEDIUM.value, self.tr("Medium"))]
        if tall:
            options.append((MediaHeight.TALL.value, self.tr("Tall")))
        own = self._work.card.panels[self._place].height
        if not tall and own is MediaHeight.TALL:
            options.append((own.value, self.tr("Tall")))
        self.height_choice = SegmentedControl(options, own.value, name=self.tr("Height of the picture"))
        self.height_choice.chosen.connect(self._heightened)
        self.add(self.height_choice)

    def _say_rest(self, problems: Sequence[CardProblem]) -> None:
        """What is about the picture, and what belongs to no field of this form."""
        pictures = [one for one in problems if one.field == PICTURE and self.picture is not None]
        _say(self.picture_problem, _said(pictures), blocks=_block(pictures))
        rest = [one for one in problems if not one.field or self._has_no_field(one)]
        named = [problem_words.said_with_place(one, self._work.card.kind, 1) for one in rest]
        _say(self.problem, list(dict.fromkeys(named)), blocks=_block(rest))

    def _has_no_field(self, problem: CardProblem) -> bool:
        head, _, count = problem.field.partition(":")
        if head == BUTTON:
            return self.buttons is None or int(count) > len(self.buttons.rows)
        for name, field in ((PICTURE, self.picture), (VIDEO, self.video), (TAP, self.tap)):
            if head == name:
                return field is None
        return head in {name.value for name in Field} and Field(head) not in self.rows

    def _written(self, name: Field, text: str) -> None:
        card = edits.with_text(self._work.card, self._place, name, text)
        self._work.write(card, f"{self._place}.{name.value}")

    def _pictured(self, picture: Picture | None) -> None:
        panel = replace(self._work.card.panels[self._place], picture=picture)
        self._work.write(edits.with_panel(self._work.card, self._place, panel), f"{self._place}.picture")

    def _filmed(self, video_id: int) -> None:
        panel = replace(self._work.card.panels[self._place], video_id=video_id)
        self._work.write(edits.with_panel(self._work.card, self._place, panel), "")
        self._limit_picture()

    def _tapped(self, action: Action | None) -> None:
        panel = replace(self._work.card.panels[self._place], tap=action)
        self._work.write(edits.with_panel(self._work.card, self._place, panel), f"{self._place}.tap")

    def _heightened(self, key: str) -> None:
        panel = replace(self._work.card.panels[self._place], height=MediaHeight(key))
        self._work.write(edits.with_panel(self._work.card, self._place, panel), "")

    def _buttoned(self, buttons: tuple[CardButton, ...], number: int) -> None:
        card = edits.with_buttons(self._work.card, self._place, buttons)
        self._work.write(card, f"{self._place}.button{number}" if number >= 0 else "")
        if number < 0 and self.buttons is not None:
            self.buttons.show_buttons(buttons)

    def contains_height(self, y: int) -> bool:
        """Whether a height of the screen is inside of this card."""
        top = self.mapToGlobal(QPoint(0, 0)).y()
        return top <= y < top + self.height()


def _said(problems: Sequence[CardProblem]) -> list[str]:
    return list(dict.fromkeys(problem_words.said(one) for one in problems))


def _say(label: Label, said: list[str], *, blocks: bool) -> None:
    label.setText("\n".join(said))
    label.setVisible(bool(said))
    label.set_tone("bad" if blocks else "warn")


def _block(problems: Sequence[CardProblem]) -> bool:
    return any(one.blocks for one in problems)


def _focus_inside(widget: QWidget) -> None:
    """Put the focus on the first control inside that takes it."""
    for child in widget.findChildren(QWidget):
        if child.isVisibleTo(widget) and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            child.setFocus()
            return
