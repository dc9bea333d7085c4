"""Who is who: identities become members by rules over all records and by a person's decisions.

A record is what a file says about one person: the keys that stand side by side on an order, say. Kinds of keys are
ranked from strong to weak: a platform's buyer id, open id, nick; e-mail; a real phone. A record is about whoever its
strongest key names. A weaker key follows the strongest keys it was seen beside while these are one person only: a phone
seen with one nick is that buyer's, seen with two it stands for itself. An e-mail joins buyers of different platforms,
as long as it was seen with no more than one of each. Decisions join what the rules keep apart, or keep a key apart.

Nothing here depends on the order of files: members are a function of the records and the decisions, worked out again
for the part of the shop that a change can reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.members import identity_store as store
from local_db.members.identity_graph import KINDS, Decision, Graph
from local_db.rows import next_id

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.shop_file import Connection

    Ints = NDArray[np.int64]

_EMAIL = KINDS.index("email")


def components(graph: Graph, decisions: Iterable[Decision]) -> Ints:
    """Per identity the place of the one that stands for its person; a pure function of its arguments."""
    parent = np.arange(len(graph.ids))
    apart = np.zeros(len(graph.ids), np.bool_)
    for decision in decisions:
        first = _place(graph.ids, decision.first)
        if decision.kind == "join" and decision.second is not None:
            _unite(parent, first, _place(graph.ids, decision.second))
        elif decision.second is None:
            apart[first] = True
    decided = _roots(parent) != np.arange(len(parent))
    decided[parent[decided]] = True
    for level in range(1, len(KINDS)):
        _follow(graph, parent, level, apart, decided)
    return _roots(parent)


def _follow(graph: Graph, parent: Ints, level: int, apart: NDArray[np.bool_], decided: NDArray[np.bool_]) -> None:
    """Let the keys of one kind follow whom they were seen with."""
    roots = _roots(parent)
    of_level = (graph.kind[graph.weak] == level) & ~apart[graph.weak]
    weak, owner = graph.weak[of_level], roots[graph.strong[of_level]]
    scope = graph.scope[owner]
    if not len(weak):
        return
    order = np.lexsort((owner, weak))
    weak, owner, scope = weak[order], owner[order], scope[order]
    first = np.r_[True, (weak[1:] != weak[:-1]) | (owner[1:] != owner[:-1])]
    weak, owner, scope = weak[first], owner[first], scope[first]
    keys, start, owners = np.unique(weak, return_index=True, return_counts=True)
    single = (owners == 1) & ~decided[keys]
    parent[keys[single]] = owner[start[single]]
    others = zip(keys[~single].tolist(), start[~single].tolist(), owners[~single].tolist(), strict=True)
    seen = {key: list(range(begin, begin + count)) for key, begin, count in others}
    joined = _joining(seen, owner, scope) if level == _EMAIL else {key for key, rows in seen.items() if len(rows) == 1}
    for key in sorted(joined):
        for row in seen[key]:
            _unite(parent, key, int(owner[row]))


def _joining(seen: dict[int, list[int]], owner: Ints, scope: Ints) -> set[int]:
    """The e-mails that join whom they were seen with: none of the people so joined stand twice on a platform.

    Judged over all e-mails that hang together, so that it does not matter which of them is looked at first.
    """
    parent = {int(owner[row]): int(owner[row]) for rows in seen.values() for row in rows}

    def root(place: int) -> int:
        while parent[place] != place:
            place = parent[place]
        return place

    for rows in seen.values():
        for row in rows[1:]:
            parent[root(int(owner[row]))] = root(int(owner[rows[0]]))
    platforms: dict[int, set[tuple[int, int]]] = {}
    for rows in seen.values():
        for row in rows:
            platforms.setdefault(root(int(owner[row])), set()).add((int(scope[row]), int(owner[row])))
    single = {group for group, buyers in platforms.items() if len({platform for platform, _ in buyers}) == len(buyers)}
    return {key for key, rows in seen.items() if root(int(owner[rows[0]])) in single}


def _place(ids: Ints, identity: int) -> int:
    return int(np.searchsorted(ids, identity))


def _roots(parent: Ints) -> Ints:
    roots = parent
    while True:
        above = roots[roots]
        if (above == roots).all():
            return above
        roots = above


def _unite(parent: Ints, first: int, second: int) -> None:
    while parent[first] != first:
        first = int(parent[first])
    while parent[second] != second:
        second = int(parent[second])
    parent[max(first, second)] = min(first, second)


@dataclass(frozen=True, slots=True, eq=False)
class Regrouped:
    """What working members out again came to: identities and their member, which members are new, which are gone."""

    identities: Ints
    members: Ints
    new: Ints
    gone: Ints
    moved: NDArray[np.bool_]  # per identity: whether it had another member (or none) before
    left: Ints  # members who lost an identity and are still there


def regroup(connection: Connection, touched: Ints) -> Regrouped:
    """Work out again whose the touched identities are, and whoever else that can reach; caches follow.

    `identities.member_id` and every table that repeats a member are brought up to date. Members are made and taken
    away; what is known about them is for the caller to derive.
    """
    graph, before = store.graph_around(connection, touched)
    return _settled(connection, graph, before)


def _settled(connection: Connection, graph: Graph, before: Ints) -> Regrouped:
    roots = components(graph, store.decisions(connection, graph.ids))
    members, new = _numbered(graph, roots, before, next_id(connection, "members"))
    moved = members != before
    gone = np.setdiff1d(before[before > 0], members)
    store.insert_members(connection, new)
    store.assign(connection, graph.ids[moved], members[moved], before[moved])
    store.delete_members(connection, gone)
    left = np.setdiff1d(before[moved & (before > 0)], gone)
    return Regrouped(graph.ids, members, new, gone, moved, left)


def members_of_new(graph: Graph, next_member: int) -> tuple[Ints, Ints]:
    """The same for identities none of which was known before, without writing: a member id each, and the members."""
    return _numbered(graph, components(graph, ()), np.zeros(len(graph.ids), np.int64), next_member)


def _numbered(graph: Graph, roots: Ints, before: Ints, next_member: int) -> tuple[Ints, Ints]:
    """A member id per identity, 0 where it names nobody; of groups that had one member the strongest key keeps it."""
    groups, place = np.unique(roots, return_inverse=True)
    strength = graph.kind * (len(graph.ids) + 1) + np.arange(len(graph.ids))
    member = np.zeros(len(groups), np.int64)
    somebody = np.zeros(len(groups), np.bool_)
    somebody[place[graph.names]] = True
    held = np.flatnonzero((before > 0) & somebody[place])
    taken: set[int] = set()
    for identity in held[np.argsort(strength[held], kind="stable")].tolist():
        group, own = int(place[identity]), int(before[identity])
        if not member[group] and own not in taken:
            member[group] = own
            taken.add(own)
    fresh = np.flatnonzero((member == 0) & somebody)
    member[fresh] = next_member + np.arange(len(fresh))
    return member[place], member[fresh]


# --- decisions ---


def decide(connection: Connection, kind: str, first: int, second: int | None, reason: str, now: int) -> int:
    """Record a decision about identities and work members out again; returns its id. ValueError for another kind.

    `join`: both are one person. `apart` with a second: they are not, and are not suggested again. `apart` without:
    the key stands for a person of its own.
    """
    if kind not in {"join", "apart"} or (kind == "join" and second is None):
        raise ValueError(kind)
    decision = store.add_decision(connection, Decision(kind, first, second), reason, now)
    derive_again(connection, [first] if second is None else [first, second])
    return decision


def take_back(connection: Connection, decision_id: int) -> None:
    """Remove a decision; members are then as if it had never been. Nothing happens where it is gone already."""
    decision = store.remove_decision(connection, decision_id)
    if decision is not None:
        derive_again(connection, [identity for identity in decision[1:] if isinstance(identity, int)])


def derive_again(connection: Connection, identities: Sequence[int]) -> Regrouped:
    """Work out again whose these identities are and what is known about everybody concerned."""
    from local_db.members.facts import derive_facts

    regrouped = regroup(connection, np.array(sorted(identities), np.int64))
    derive_facts(connection, np.union1d(regrouped.members[regrouped.members > 0], regrouped.left))
    return regrouped


class Reason(NamedTuple):
    """Why an identity belongs to its member: `itself`, seen in one record with `strongest_id`, or a decision."""

    identity_id: int
    kind: str
    scope: str
    value: str
    strongest_id: int
    why: str
    decision_id: int | None = None
    decided_at: int | None = None
    reason: str = ""


def reasons(connection: Connection, member_id: int) -> list[Reason]:
    """Why each identity belongs to the member, the strongest first."""
    identities = store.identities_of(connection, member_id)
    decided = store.decisions_among(connection, [identity.id for identity in identities])
    beside = store.seen_beside(connection, [identity.id for identity in identities])
    found = []
    for place, identity in enumerate(identities):
        decision = next((d for d in decided if identity.id in (d.first, d.second) and d.kind == "join"), None)
        strongest = beside.get(identity.id, identity.id)
        if strongest != identity.id:
            found.append(Reason(*identity, strongest, "same_record"))
        elif decision is not None and place:
            found.append(Reason(*identity, identity.id, "decision", decision.id, decision.decided_at, decision.reason))
        else:
            found.append(Reason(*identity, identity.id, "itself"))
    return found
