"""What a person does to the tree: turns wishes of the view, keys and menus into new states of the draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop import wording
from desktop.segments import edit_tree as tree
from desktop.segments.builder.choice_list import ChoiceList
from desktop.segments.builder.editors import Shown, editor_for
from desktop.segments.builder.group_view import GroupView
from desktop.segments.builder.new_rows import first_part, is_settled, new_row
from desktop.segments.builder.row_view import RowView
from desktop.segments.builder.tree_view import TreeView
from desktop.segments.drafts import Draft
from desktop.segments.edit_tree import Group, Join, Path, Row
from desktop.segments.options import Option
from desktop.segments.sentence import NO_NAMES, Language, field_label, key_of
from desktop.widgets.menu import Menu
from desktop.widgets.popover import Popover
from local_db.errors import TreeError
from local_db.segments.tree import MAX_DEPTH, parse_text, to_text

EDITOR_WIDTH = 372
OFFERED_ROWS = 11


class TreeEditor(QObject):
    """Works on one draft at a time through a view.

    Signals:
        changed: the draft's tree is another one, and already in sight.
        refused(str): nothing was changed, because what the clipboard held is no tree, or groups would stand too deep.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, view: TreeView, host: QWidget, language: Language) -> None:
        super().__init__(host)
        self._view = view
        self._host = host
        self._language: Language = language
        self._draft: Draft | None = None
        self._popover: Popover | None = None
        self.currency = "CNY"
        self.today = date.min
        self.options: Mapping[str, Sequence[Option]] = {}
        self.offered: Sequence[Option] = ()
        self.names = NO_NAMES
        view.edit_wanted.connect(self.edit)
        view.menu_wanted.connect(self._open_menu)
        view.turned.connect(self.turn)
        view.join_chosen.connect(self.join)
        view.add_wanted.connect(self.choose_condition)
        view.moved.connect(self.move)
        for keys, action in self._shortcuts():
            shortcut = QShortcut(QKeySequence(keys), view)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _shortcuts(self) -> list[tuple[str, Callable[[], None]]]:
        return [
            ("Alt+Up", partial(self._move_focused, tree.moved_up)),
            ("Alt+Down", partial(self._move_focused, tree.moved_down)),
            ("Up", partial(self._view.step, -1)),
            ("Down", partial(self._view.step, 1)),
            ("Delete", partial(self._on_focused, self.remove)),
            ("Ctrl+D", partial(self._on_focused, self.duplicate)),
            ("Ctrl+T", partial(self._on_focused, self.turn, root=True)),
            ("Ctrl+M", partial(self._on_focused, self.mute)),
            ("Ctrl+G", partial(self._on_focused, self.wrap)),
            ("Ctrl+Shift+G", partial(self._on_focused, self.unwrap)),
            ("Ctrl+]", partial(self._move_focused, tree.moved_in)),
            ("Ctrl+[", partial(self._move_focused, tree.moved_out)),
        ]

    # --- the draft ---

    def set_draft(self, draft: Draft) -> None:
        """Work on another draft."""
        self.close_popover()
        self._draft = draft
        self._view.show_tree(draft.root)

    @property
    def root(self) -> Group:
        """The tree as it is now."""
        return self._draft.root if self._draft is not None else Group()

    def undo(self) -> None:
        """Go a step back."""
        if self._draft is not None:
            self._draft.history.undo()
            self._show_step()

    def redo(self) -> None:
        """Go a step forward."""
        if self._draft is not None:
            self._draft.history.redo()
            self._show_step()

    def put(self, root: Group, focus: Path | None = None, merge: object = None) -> None:
        """Make a tree the present one and show it; an editor that is open speaks of another one and closes."""
        self.close_popover()
        if self._put(root, merge):
            self._view.show_tree(root, focus)
            self.changed.emit()

    def _put(self, root: Group, merge: object) -> bool:
        """Whether there is a new state; what could not be stored never becomes one."""
        if tree.depth(root) > MAX_DEPTH:
            words = self.tr("Groups can be nested {limit} levels deep, not deeper.")
            self.refused.emit(words.format(limit=MAX_DEPTH))
            return False
        return self._draft is not None and self._draft.history.put(root, merge)

    def _show_step(self) -> None:
        self.close_popover()
        self._view.show_tree(self.root, self._view.focused_path())
        self.changed.emit()

    # --- single changes ---

    def turn(self, path: Path) -> None:
        """Make an item mean its opposite."""
        self.put(tree.turned(self.root, path), path)

    def join(self, path: Path, join: str) -> None:
        """Let a group join its items in another way."""
        self.put(tree.joined(self.root, path, Join(join)), path)

    def remove(self, path: Path) -> None:
        """Take an item out; the keyboard goes to the one that takes its place."""
        self.put(tree.removed(self.root, path), path)

    def duplicate(self, path: Path) -> None:
        """Put a copy below an item."""
        self.put(*tree.duplicated(self.root, path))

    def move(self, source: Path, target: Path) -> None:
        """Put an item before what is at the target."""
        self.put(*tree.moved(self.root, source, target))

    def mute(self, path: Path) -> None:
        """No longer apply an item, or apply it again."""
        self.put(tree.muted(self.root, path), path)

    def wrap(self, path: Path) -> None:
        """Put an item into a group of its own."""
        self.put(tree.wrapped(self.root, path), path)

    def unwrap(self, path: Path) -> None:
        """Put a group's items in its place."""
        if isinstance(tree.at(self.root, path), Group):
            self.put(tree.unwrapped(self.root, path), path)

    def group_of_focus(self) -> Path:
        """The group that the keyboard is in; the root where it is elsewhere."""
        path = self._view.focused_path() or ()
        return path[:-1] if path and isinstance(tree.at(self.root, path), Row) else path

    def add_group(self) -> None:
        """Put an empty group at the end, and choose its first condition."""
        root, path = tree.appended(self.root, (), Group(Join.ANY))
        self.put(root, path)
        view = self._view.views.get(path, self._view)
        self.choose_condition(path, view.join_chip if isinstance(view, GroupView) else view)

    def add_condition(self, group: Path, key: str) -> None:
        """Put a new condition at the end of a group and open its editor."""
        self.close_popover()
        root, path = tree.appended(self.root, group, new_row(key))
        self.put(root, path)
        view = self._view.views.get(path)
        if isinstance(view, RowView) and not is_settled(key):
            self._settle()
            self.edit(path, view.anchor(), first_part(key))

    def _settle(self) -> None:
        """Give new rows their places, so that an editor opens where its row is."""
        window = self._host.window()
        layouts = [widget.layout() for widget in (self._view, self._host, window)]
        for layout in layouts:
            if layout is not None:
                layout.activate()

    # --- pop-overs ---

    def choose_condition(self, group: Path, anchor: QWidget) -> None:
        """Offer the fields a condition can be about."""
        self.close_popover()
        popover = Popover(self.tr("New condition"), width=EDITOR_WIDTH)
        choices = ChoiceList(self.offered, placeholder=self.tr("Find a condition"), ticks=False, rows=OFFERED_ROWS)
        choices.activated.connect(partial(self.add_condition, group))
        popover.add(choices)
        self._open(popover, anchor, choices)

    def edit(self, path: Path, anchor: QWidget, part: str = "") -> None:
        """Edit a condition where it stands; every change counts at once, and Esc takes all of them back."""
        item = tree.at(self.root, path)
        if not isinstance(item, Row):
            return
        self.close_popover()
        popover = Popover(self._title(item), width=EDITOR_WIDTH)
        shown = Shown(self._language, self.currency, self.today, self.options, self.names)
        editor = editor_for(item, shown, part)
        merge = object()
        editor.edited.connect(partial(self._take, path, merge))
        popover.cancelled.connect(partial(self._take, path, merge, item))
        popover.focus_orphaned.connect(partial(self._view.focus_part, path, part))
        popover.add_scrolling(editor)
        self._open(popover, anchor, editor)

    def close_popover(self) -> None:
        """Close what is open."""
        if self._popover is not None:
            self._popover.close_popover()

    def _open(self, popover: Popover, anchor: QWidget, first: QWidget) -> None:
        self._popover = popover
        popover.closed.connect(self._closed)
        popover.open_below(anchor, self._host)
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _closed(self) -> None:
        self._popover = None

    def _take(self, path: Path, merge: object, row: Row) -> None:
        if self._put(tree.replaced(self.root, path, row), merge):
            self._view.show_tree(self.root)
            self.changed.emit()

    def _title(self, row: Row) -> str:
        return field_label(key_of(row.leaf), self._language)

    # --- menus and keys ---

    def _open_menu(self, path: Path, where: QPoint) -> None:
        menu = Menu(self._view)
        item = tree.at(self.root, path)
        if path:
            menu.addAction(self.tr("Duplicate") + "\tCtrl+D", partial(self.duplicate, path))
        menu.addAction(self.tr("Turn into its opposite") + "\tCtrl+T", partial(self.turn, path))
        if path:
            words = self.tr("Apply again") if item.muted else self.tr("Mute")
            menu.addAction(words + "\tCtrl+M", partial(self.mute, path))
            menu.addAction(self.tr("Put into a group") + "\tCtrl+G", partial(self.wrap, path))
        if path and isinstance(item, Group):
            menu.addAction(self.tr("Dissolve the group") + "\tCtrl+Shift+G", partial(self.unwrap, path))
        menu.addSeparator()
        if path:
            menu.addAction(self.tr("Move up") + "\tAlt+↑", partial(self._move, tree.moved_up, path))
            menu.addAction(self.tr("Move down") + "\tAlt+↓", partial(self._move, tree.moved_down, path))
            menu.addAction(self.tr("Move in") + "\tCtrl+]", partial(self._move, tree.moved_in, path))
            menu.addAction(self.tr("Move out") + "\tCtrl+[", partial(self._move, tree.moved_out, path))
        menu.addAction(self.tr("Copy as text") + "\tCtrl+C", partial(self.copy, path))
        menu.addAction(self.tr("Paste below") + "\tCtrl+V", partial(self.paste, path))
        menu.addSeparator()
        menu.addAction(self.tr("Delete") + "\tDel", partial(self.remove, path))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _move(self, how: Callable[[Group, Path], tuple[Group, Path]], path: Path) -> None:
        self.put(*how(self.root, path))

    def _move_focused(self, how: Callable[[Group, Path], tuple[Group, Path]]) -> None:
        path = self._view.focused_path()
        if path:
            self._move(how, path)

    def _on_focused(self, act: Callable[[Path], None], *, root: bool = False) -> None:
        """Do something to the item that has the keyboard; to the whole tree only where that makes sense."""
        path = self._view.focused_path()
        if path or (root and path is not None):
            act(path)

    # --- text ---

    def copy(self, path: Path | None = None) -> None:
        """Put an item, or else the whole tree, into the clipboard as JSON text; not what is unfinished."""
        chosen = self._view.focused_path() if path is None else path
        item = tree.at(self.root, chosen or ())
        if not isinstance(item, Row) or tree.is_finished(item):
            QGuiApplication.clipboard().setText(to_text(tree.to_node(item)))

    def paste(self, path: Path | None = None) -> None:
        """Put the tree in the clipboard below an item; into an empty tree, in its place."""
        try:
            pasted = tree.from_node(parse_text(QGuiApplication.clipboard().text()))
        except TreeError as error:
            self.refused.emit(wording.error(error))
            return
        chosen = (self._view.focused_path() if path is None else path) or ()
        if not self.root.children:
            self.put(pasted, ())
            return
        single = pasted.join is Join.ALL and len(pasted.children) == 1
        item = pasted.children[0] if single else pasted
        if chosen and isinstance(tree.at(self.root, chosen), Row):
            below = (*chosen[:-1], chosen[-1] + 1)
            self.put(tree.inserted(self.root, below, item), below)
        else:
            self.put(*tree.appended(self.root, chosen, item))
