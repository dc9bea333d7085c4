"""The whole tree in sight: builds rows and groups, keeps them up to date, and says what a person wants."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.segments.builder.drop_places import DropLine, Place, nearest, path_of, places
from desktop.segments.builder.group_view import GroupView
from desktop.segments.builder.row_view import MIME, ItemView, RowView
from desktop.segments.counting import Answer
from desktop.segments.edit_tree import Group, Item, Join, Path, Row, at, group_at, pointers, walk
from desktop.segments.sentence import NO_NAMES, Language, Names
from desktop.widgets.clear_layout import clear_layout


class TreeView(QWidget):
    """Shows a tree; every wish carries the path of the item it is about.

    Signals:
        edit_wanted(tuple, QWidget, str): a row should be edited below the widget; which part of it.
        menu_wanted(tuple, QPoint): an item's menu should open.
        turned(tuple): an item should mean its opposite.
        join_chosen(tuple, str): a group should join its items like this.
        add_wanted(tuple, QWidget): a condition should be chosen for a group, below the widget.
        moved(tuple, tuple): an item was dropped before another path.
        laid_out: other rows or chips are in sight.
    """

    edit_wanted = Signal(object, QWidget, str)
    menu_wanted = Signal(object, QPoint)
    turned = Signal(object)
    join_chosen = Signal(object, str)
    add_wanted = Signal(object, QWidget)
    moved = Signal(object, object)
    laid_out = Signal()

    def __init__(self, language: Language, currency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._currency = currency
        self._names = NO_NAMES
        self._root: Group | None = None
        self._answer: Answer | None = None
        self._narrow = False
        self._verdicts: Mapping[str, tuple[bool, str]] = {}
        self.views: dict[Path, ItemView] = {}
        self._line = DropLine(self)
        self.setAcceptDrops(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_tree(self, root: Group, focus: Path | None = None) -> None:
        """Show a tree; rows stay where they are while its shape does. `focus`: the item to go to."""
        path = self.focused_path() if focus is None else focus
        same = self._root is not None and _shape(self._root) == _shape(root)
        self._root = root
        if same:
            for place, item in walk(root):
                self._update(place, item)
        else:
            self._rebuild(root)
        self.laid_out.emit()
        if path is not None:
            self.focus(path)

    def set_answer(self, answer: Answer) -> None:
        """Show the figures of the tree that is in sight."""
        self._answer = answer
        if answer.currency != self._currency:
            self._currency = answer.currency
            for view in self.views.values():
                if isinstance(view, RowView) and view.row is not None:
                    view.set_row(view.row, answer.currency)
            self.laid_out.emit()
        self._show_figures()

    def set_names(self, names: Names) -> None:
        """Say segments and audiences by these names."""
        if names != self._names:
            self._names = names
            for view in self.views.values():
                if isinstance(view, RowView) and view.row is not None:
                    view.set_row(view.row, names=names)
            self.laid_out.emit()

    def show_verdicts(self, verdicts: Mapping[str, tuple[bool, str]]) -> None:
        """Show at each item, by the JSON pointer of its node, whether it matches one member; at rows, what she has."""
        self._verdicts = verdicts
        applied = pointers(self._root) if self._root is not None else {}
        for path, view in self.views.items():
            said = verdicts.get(applied.get(path, "-"))
            if isinstance(view, RowView):
                view.show_verdict(*(said or (None,)))
            elif isinstance(view, GroupView):
                view.show_verdict(None if said is None else said[0])

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave the bars out."""
        self._narrow = narrow
        for view in self.views.values():
            if isinstance(view, RowView | GroupView):
                view.columns.set_narrow(narrow=narrow)

    def focused_path(self) -> Path | None:
        """The item that has the keyboard, None when the focus is elsewhere."""
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            if isinstance(widget, ItemView):
                return widget.path
            widget = widget.parentWidget()
        return None

    def focus(self, path: Path) -> None:
        """Bring the keyboard to an item, or to the nearest one there is."""
        while path and path not in self.views:
            path = (*path[:-1], path[-1] - 1) if path[-1] else path[:-1]
        view = self.views.get(path)
        if isinstance(view, GroupView):
            view.join_chip.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif view is not None and not view.isAncestorOf(QApplication.focusWidget() or self):
            view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_part(self, path: Path, part: str) -> None:
        """Bring the keyboard to the chip that shows a part of a condition."""
        view = self.views.get(path)
        if isinstance(view, RowView):
            view.anchor(part).setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.focus(path)

    def tab_stops(self) -> list[QWidget]:
        """What takes the keyboard, from the top row to the last."""
        views = (view for view in self.views.values() if isinstance(view, RowView | GroupView))
        return [stop for view in views for stop in view.tab_stops()]

    def step(self, by: int) -> None:
        """Bring the keyboard to the item above or below."""
        paths = list(self.views)
        now = self.focused_path()
        place = paths.index(now) + by if now in paths else 0
        self.focus(paths[max(0, min(len(paths) - 1, place))])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take rows and groups of this tree."""
        if self._place_of(event) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the item would go."""
        place = self._place_of(event)
        if place is not None:
            self._line.show_at(place)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing any more."""
        self._line.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the item where the line is."""
        self._line.hide()
        place, source = self._place_of(event), path_of(bytes(event.mimeData().data(MIME).data()))
        if place is not None and source:
            event.acceptProposedAction()
            self.moved.emit(source, place.path)

    def _drag(self, path: Path) -> None:
        view = self.views.get(path)
        if view is None:
            return
        drag = QDrag(self)
        data = QMimeData()
        data.setData(MIME, ",".join(str(place) for place in path).encode())
        drag.setMimeData(data)
        drag.setPixmap(view.grab())
        drag.setHotSpot(QPoint(12, 20))
        drag.exec(Qt.DropAction.MoveAction)

    def _place_of(self, event: QDropEvent) -> Place | None:
        source = path_of(bytes(event.mimeData().data(MIME).data()))
        if not source or source not in self.views or self._root is None:
            return None
        return nearest(places(self._root, self.views, self, source), event.position().toPoint())

    def _rebuild(self, root: Group) -> None:
        clear_layout(self._column)
        self.views = {}
        self._column.addWidget(self._build(root, ()))
        self.set_narrow(narrow=self._narrow)
        self._show_figures()
        self.show_verdicts({})  # they are told anew with the next count

    def _build(self, item: Item, path: Path) -> ItemView:
        view: ItemView
        if isinstance(item, Row):
            view = RowView(path, item, self._language, self._currency, self._names)
        else:
            view = GroupView(path, item)
            view.join_chosen.connect(partial(self._join, path))
            view.add_wanted.connect(partial(self._add, path))
        self.views[path] = view
        view.edit_wanted.connect(partial(self._edit, path))
        view.menu_wanted.connect(partial(self._menu, path))
        view.turned.connect(partial(self._turn, path))
        # Queued, to the tree: the item is gone before its drag has ended.
        view.drag_wanted.connect(self._drag, Qt.ConnectionType.QueuedConnection)
        if isinstance(view, GroupView) and isinstance(item, Group):
            for place, child in enumerate(item.children):
                view.add_item(self._build(child, (*path, place)))
        return view

    def _update(self, path: Path, item: Item) -> None:
        view = self.views[path]
        if isinstance(view, RowView) and isinstance(item, Row):
            view.set_row(item)
        elif isinstance(view, GroupView) and isinstance(item, Group):
            view.set_group(item)

    def _show_figures(self) -> None:
        answer, root = self._answer, self._root
        if answer is None or root is None:
            return
        applied = pointers(root)
        for path, view in self.views.items():
            node = answer.nodes.get(applied[path]) if path in applied else None
            if not isinstance(view, RowView | GroupView):
                continue
            if node is None:
                self._show_none(path, view, applied=path in applied)
                continue
            in_turn = bool(path) and group_at(root, path[:-1]).join in {Join.ALL, Join.NOT_ALL}
            removes = node.removes if in_turn else None
            if isinstance(view, RowView):
                view.columns.set_figures(node.count, removes, answer.everybody)
            else:
                view.set_figures(node.count, removes, answer.everybody)

    def _show_none(self, path: Path, view: RowView | GroupView, *, applied: bool) -> None:
        """An unfinished item has no figures; those of a finished one are only under way."""
        if path and not applied:
            view.columns.set_nothing()

    def item(self, path: Path) -> Item | None:
        """What is shown at a path."""
        return None if self._root is None else at(self._root, path)

    def _edit(self, path: Path, anchor: QWidget, part: str) -> None:
        self.edit_wanted.emit(path, anchor, part)

    def _menu(self, path: Path, where: QPoint) -> None:
        self.menu_wanted.emit(path, where)

    def _turn(self, path: Path) -> None:
        self.turned.emit(path)

    def _join(self, path: Path, join: str) -> None:
        self.join_chosen.emit(path, join)

    def _add(self, path: Path, anchor: QWidget) -> None:
        self.add_wanted.emit(path, anchor)


def _shape(item: Item) -> object:
    """What has to be the same for rows to stay where they are."""
    return tuple(_shape(child) for child in item.children) if isinstance(item, Group) else None
