"""What a button or a tap does: the kind of action, and the fields that this kind needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cards import calendar_text, words
from desktop.documents.line_field import LineField
from desktop.widgets.fields import mark_wrong
from desktop.widgets.label import Label
from desktop.widgets.select import Select
from local_db.cards.model import Action, ActionKind

_NONE = "none"
_WITH_TEXT = frozenset({ActionKind.SEND_TEXT, ActionKind.CALENDAR, ActionKind.SHOW_MAP})


class ActionForm(QWidget):
    """With `optional` nothing at all may be chosen.

    Signals:
        written(Action | None): a person changed it.
    """

    written = Signal(object)

    def __init__(
        self, kinds: Iterable[ActionKind], zone: ZoneInfo, *, optional: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._zone = zone  # in which times are typed
        self._action: Action | None = None
        none: list[tuple[str, object]] = [(optional, _NONE)] if optional else []
        self.kind = Select([*none, *((words.action(kind), kind) for kind in kinds)], name=self.tr("What happens"))
        self.target = LineField()
        self.text = LineField()
        self.package = LineField("", "com.taobao.taobao", name=self.tr("Package of the app"))
        self.web = LineField("", "https://", name=self.tr("Web page where the app is missing"))
        self.package.setToolTip(self.package.accessibleName())
        self.web.setToolTip(self.web.accessibleName())
        self.problem = Label("", "small", tone="bad", wrap=True)
        self.problem.hide()
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.kind)
        first.addWidget(self.target, 1)
        self._app = QWidget()
        app = QHBoxLayout(self._app)
        app.setContentsMargins(0, 0, 0, 0)
        app.setSpacing(8)
        app.addWidget(self.package, 1)
        app.addWidget(self.web, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(first)
        column.addWidget(self._app)
        column.addWidget(self.text)
        column.addWidget(self.problem)
        self.kind.value_changed.connect(self._kind_chosen)
        for field in (self.target, self.text, self.package, self.web):
            field.textEdited.connect(self._edited)
        self.show_action(None)

    def show_action(self, action: Action | None) -> None:
        """Show an action without announcing it."""
        self._action = action
        blocked = QSignalBlocker(self.kind)
        self.kind.set_value(_NONE if action is None else action.kind)
        blocked.unblock()
        if action is not None:
            if self._target(action.kind) != action.target:
                times = action.kind is ActionKind.CALENDAR
                self.target.setText(calendar_text.shown(action.target, self._zone) if times else action.target)
            pairs = (
                (self.text, action.text),
                (self.package, action.package),
                (self.web, action.web),
            )
            for field, text in pairs:
                if field.text() != text:
                    field.setText(text)
        self._arrange()

    def set_problems(self, said: list[str], *, blocks: bool) -> None:
        """Say what is wrong with it."""
        self.problem.setText("\n".join(said))
        self.problem.setVisible(bool(said))
        self.problem.set_tone("bad" if blocks else "warn")
        mark_wrong(self.target, wrong=bool(said) and blocks)

    def _target(self, kind: ActionKind) -> str:
        """What is typed, as a card keeps it."""
        typed = self.target.text()
        return calendar_text.kept(typed, self._zone) if kind is ActionKind.CALENDAR else typed.strip()

    def _arrange(self) -> None:
        kind = self._action.kind if self._action is not None else None
        self.target.setVisible(kind is not None)
        self._app.setVisible(kind is ActionKind.OPEN_APP)
        self.text.setVisible(kind in _WITH_TEXT)
        if kind is None:
            return
        self.target.setAccessibleName(words.target(kind))
        self.target.setPlaceholderText(words.EXAMPLES[kind])
        self.target.setToolTip(f"{words.target(kind)}: {words.EXAMPLES[kind]}")
        self.text.setPlaceholderText(self._text_words(kind))
        self.text.setAccessibleName(self._text_words(kind))

    def _text_words(self, kind: ActionKind) -> str:
        if kind is ActionKind.SEND_TEXT:
            return self.tr("What the message says")
        return self.tr("What stands in the calendar") if kind is ActionKind.CALENDAR else self.tr("What is there")

    def _kind_chosen(self, kind: object) -> None:
        if not isinstance(kind, ActionKind):
            self._action = None
        elif self._action is None:
            self._action = Action(kind, "")
            self.target.clear()
        else:
            self._action = Action(kind, "")  # what another kind leads to is of no use here
            for field in (self.target, self.text, self.package, self.web):
                field.clear()
        self._arrange()
        self.written.emit(self._action)

    def _edited(self, _text: str) -> None:
        if self._action is not None:
            self._action = replace(
                self._action,
                target=self._target(self._action.kind),
                text=self.text.text(),
                package=self.package.text().strip(),
                web=self.web.text().strip(),
            )
            self.written.emit(self._action)
