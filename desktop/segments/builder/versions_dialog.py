"""How a segment was saved: when, with how many, what changed; any version can be taken up again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop import amounts
from desktop.segments.sentence import Language, Names, sentence, standing_sentence
from desktop.widgets.data_table import DataTable
from desktop.widgets.label import Label
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.row_model import RowModel
from local_db.segments.model import Version
from local_db.segments.tree import All, Any, Node
from local_db.segments.tree_changes import TreeChange, changes_between

_TABLE_HEIGHT = 220


class KeptVersion(NamedTuple):
    """A version with the names of tags and lists that it asks for and the shop has none of any more."""

    version: Version
    unknown: tuple[str, ...] = ()


class VersionTable(RowModel[Version]):
    """Time, people then, what changed against the version before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = ZoneInfo("UTC")
        self._summaries: dict[int, str] = {}
        self.titles = (self.tr("Saved"), self.tr("People"), self.tr("What changed"))

    def set_versions(self, versions: Sequence[Version], zone: ZoneInfo, summaries: dict[int, str]) -> None:
        """Show these, the newest first."""
        self._zone, self._summaries = zone, summaries
        self._show_rows(versions)

    def text(self, row: Version, column: int) -> str:
        """A cell's text."""
        match column:
            case 0:
                return amounts.minute(row.saved_at, self._zone)
            case 1:
                return "—" if row.count is None else amounts.number(row.count)
            case _:
                return self._summaries.get(row.version, "")


class VersionsDialog(ModalDialog):
    """The versions above, the chosen one in words below.

    Signals:
        restore_wanted(Version): the conditions and the note should be those of this version again.
    """

    restore_wanted = Signal(object)

    def __init__(
        self,
        kept: Sequence[KeptVersion],
        language: Language,
        currency: str,
        zone: ZoneInfo,
        names: Names,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent=parent, width=680)
        self.set_title(self.tr("Versions"))
        self.set_sentence(self.tr("Every time the segment was saved, with how many it matched then."))
        self._language: Language = language
        self._currency = currency
        self._names = names
        self._kept = kept
        self._versions = versions = [entry.version for entry in kept]
        self.model = VersionTable(self)
        self.model.set_versions(versions, zone, self._summaries())
        self.table = DataTable(numeric=(1,), name=self.tr("Versions"))
        self.table.setModel(self.model)
        self.table.set_columns({0: 150, 1: 80}, stretch=2)
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        self.table.row_selected.connect(self._show)
        self.details = Label("", "small", wrap=True)
        self.said = Label("", "muted", wrap=True)
        self.warning = Label("", "small", tone="warn", wrap=True)
        for part in (self.table, self.details, self.said, self.warning):
            self.add(part)
        self.add_reject(self.tr("Close"))
        self.restore = self.add_button(self.tr("Take up this version"), kind="primary")
        self.restore.clicked.connect(self._restore)
        self._chosen: Version | None = None
        self.table.selectRow(0)
        self._show(0)

    def _summaries(self) -> dict[int, str]:
        """Per version, what changed against the one before, in a few words."""
        found = {}
        for version, before in zip_longest(self._versions, self._versions[1:]):
            if before is None:
                found[version.version] = self.tr("First saved")
                continue
            parts = [self._said(change) for change in changes_between(before.tree, version.tree)]
            if before.name != version.name:
                parts.append(self.tr("renamed from “{name}”").format(name=before.name))
            if before.note != version.note:
                parts.append(self.tr("another note"))
            found[version.version] = self.tr("; ").join(parts)
        return found

    def _said(self, change: TreeChange) -> str:
        words = {
            "added": self.tr("added: {after}"),
            "removed": self.tr("removed: {before}"),
            "changed": self.tr("{before} → {after}"),
            "moved": self.tr("moved: {after}"),
            "muted": self.tr("muted: {after}"),
            "unmuted": self.tr("applied again: {after}"),
        }[change.kind]
        if change.kind == "changed" and isinstance(change.before, All | Any) and isinstance(change.after, All | Any):
            return self.tr("a group is joined in another way")
        return words.format(before=self._words(change.before), after=self._words(change.after))

    def _words(self, node: Node | None) -> str:
        return "" if node is None else sentence(node, self._language, self._currency, self._names)

    def _show(self, row: int) -> None:
        version = self._chosen = self._versions[row] if 0 <= row < len(self._versions) else None
        unknown = self._kept[row].unknown if version is not None else ()
        words = self.tr("The shop no longer has what this version asks for: {names}. Nobody is found by that.")
        names = self.tr(", ").join(f"“{name}”" for name in unknown)
        self.warning.setText(words.format(names=names))
        self.warning.setVisible(bool(unknown))
        self.restore.setEnabled(version is not None and version is not self._versions[0])
        if version is not None:
            self.details.setText(self.model.text(version, 2))
            said = standing_sentence(version.tree, self._language, self._currency, self._names)
            self.said.setText(f"{said}\n{version.note}" if version.note else said)

    def _restore(self) -> None:
        if self._chosen is not None:
            self.accept()
            self.restore_wanted.emit(self._chosen)
