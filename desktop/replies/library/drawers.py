"""What stands at the left of the library: all of it, some views of it, and the groups of the shop and one's own."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from local_db.replies.model import Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from local_db.replies.library import Library
    from local_db.replies.model import Group, Reply


class Kind(StrEnum):
    """What a drawer holds."""

    ALL = "all"
    PINNED = "pinned"
    FRAGMENTS = "fragments"
    UNSAVED = "unsaved"  # what was typed into them could not be saved
    DIFFERING = "differing"  # two PCs have changed them, and nobody has chosen yet
    LOOSE = "loose"  # in no group
    GROUP = "group"
    HEADING = "heading"
    DELETED = "deleted"  # of late; from here it can be brought back


class Drawer(NamedTuple):
    """One line of the list; a heading holds nothing, and its `uid` is the scope it stands over."""

    kind: Kind
    uid: str = ""
    name: str = ""
    number: int = 0  # of replies in it
    differs: bool = False  # two PCs have named the group differently, and nobody has chosen yet

    @property
    def key(self) -> tuple[Kind, str]:
        """By which it is found again when the list is another one."""
        return self.kind, self.uid

    @property
    def is_place(self) -> bool:
        """Whether replies lie in it in an order of their own."""
        return self.kind in {Kind.GROUP, Kind.LOOSE}


ALL = Drawer(Kind.ALL)


def drawers(library: Library, deleted: int = 0) -> tuple[Drawer, ...]:
    """Every drawer of a library with how many replies it holds; views that would be empty are left out."""
    counts: dict[str, int] = {}
    for reply in library.replies:
        counts[reply.group] = counts.get(reply.group, 0) + 1
    shown = [Drawer(Kind.ALL, number=len(library.replies))]
    for kind in (Kind.DIFFERING, Kind.PINNED, Kind.FRAGMENTS, Kind.LOOSE):
        count = len(replies_in(library, Drawer(kind)))
        if count:
            shown.append(Drawer(kind, number=count))
    for scope in Scope:
        groups = [group for group in library.groups if group.scope is scope]
        if groups or (scope is Scope.SHOP and library.groups):  # those of one's own can be dropped there
            shown.append(Drawer(Kind.HEADING, scope.value))
        shown += [_drawer(group, counts, differs=group.uid in library.conflicts) for group in groups]
    if deleted:
        place = next((place for place, drawer in enumerate(shown) if drawer.kind is Kind.HEADING), len(shown))
        shown.insert(place, Drawer(Kind.DELETED, number=deleted))
    return tuple(shown)


def with_unsaved(found: Sequence[Drawer], number: int) -> tuple[Drawer, ...]:
    """Drawers with one for what could not be saved, where there is such."""
    return (found[0], Drawer(Kind.UNSAVED, number=number), *found[1:]) if number else tuple(found)


def replies_in(library: Library, drawer: Drawer) -> tuple[Reply, ...]:
    """What lies in a drawer, in the order of the library."""
    if drawer.kind is Kind.GROUP:
        return library.in_group(drawer.uid)
    holds = _HOLDS.get(drawer.kind)
    return library.replies if holds is None else tuple(one for one in library.replies if holds(library, one))


def lying_in(library: Library) -> dict[str, list[Reply]]:
    """The replies of every group by its uid, found in one go; of those in none under the empty uid."""
    found: dict[str, list[Reply]] = {}
    for reply in library.replies:
        found.setdefault(reply.group, []).append(reply)
    return found


def _drawer(group: Group, counts: dict[str, int], *, differs: bool) -> Drawer:
    return Drawer(Kind.GROUP, group.uid, group.name, counts.get(group.uid, 0), differs)


_HOLDS: dict[Kind, Callable[[Library, Reply], bool]] = {
    Kind.PINNED: lambda _library, reply: reply.pinned,
    Kind.FRAGMENTS: lambda _library, reply: reply.fragment,
    Kind.DIFFERING: lambda library, reply: reply.uid in library.conflicts,
    Kind.LOOSE: lambda _library, reply: not reply.group,
}
