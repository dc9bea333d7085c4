"""Sharing the library between PCs without a server: a pack on a share or a stick, merged three ways at each end.

One synchronisation reads the pack, merges it with this PC's library, writes the merged pack beside the old one, and
then, in one transaction, stores what is new here and gives the new pack its name. Wherever it is cut short, the next
one finds either both as they were, or a pack that holds everything, and goes on from there. Replies in personal groups
never leave; neither does who used what, or what was searched for.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from local_db.changes import Changes, Topic
from local_db.errors import ReplyError
from local_db.media import store as media_store
from local_db.media.model import Media
from local_db.replies import store
from local_db.replies.codec import conflicts_of, fields_of, media_hashes, read_group
from local_db.replies.exchange.pack_file import (
    SUFFIX,
    Pack,
    content_hash,
    identity_of,
    new_pack,
    next_revision,
    read_media,
    read_pack,
    write_pack,
)
from local_db.replies.exchange.pack_place import PackLock, Unfinished, speaking_of
from local_db.replies.merging import Merged, joined, merge
from local_db.replies.merging_items import Base
from local_db.replies.model import Conflict, Item, ItemKind, Scope
from local_db.values import epoch

if TYPE_CHECKING:
    from local_db.shop_file import Connection, Shop

WAIT = 10.0  # seconds for another PC that is writing
_TRIES = 5
_MOST_BESIDE = 20
_MOST_NAMES = 20
_REVISION = ""  # among the bases of a pack: the revision that they belong to
_DELETED = "-"  # before the base of what was deleted then; no JSON record begins so


class Counts(NamedTuple):
    """Replies and groups that were new, changed or deleted."""

    added: int = 0
    changed: int = 0
    deleted: int = 0


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What came of a synchronisation.

    `conflicts` are the ones it found, `kept` the items that one PC deleted and another one had changed, so that they
    stay; `media_missing` counts pictures and files that neither side has.
    """

    received: Counts
    sent: Counts
    conflicts: tuple[tuple[str, Conflict], ...] = ()
    kept: tuple[str, ...] = ()
    media_received: int = 0
    media_sent: int = 0
    media_missing: int = 0
    created: bool = False  # there was no pack yet
    received_names: tuple[str, ...] = ()  # of the first replies and groups that came in
    kept_names: tuple[str, ...] = ()
    unsettled: int = 0  # fields for which somebody has to choose, also since earlier times
    beside: tuple[str, ...] = ()  # names of copies that lie beside the pack and may hold what it does not


class _Overtaken(Exception):
    """The pack or the library was changed while they were merged."""


class _Local(NamedTuple):
    """This PC's side: every item, what was last the same as in the pack, and which items stay here."""

    items: Mapping[str, Item]
    bases: Mapping[str, Base]
    at_home: frozenset[str]
    media: frozenset[str]


class _Plan(NamedTuple):
    """What both sides become. `pack` is None where the file already holds that; `same` as `joined` says it."""

    merged: Merged
    same: Mapping[str, str]
    incoming: tuple[Item, ...]
    pack: Pack | None
    media_in: tuple[str, ...]
    media_out: tuple[str, ...]
    media_missing: int


def sync(
    shop: Shop, path: Path, *, join: bool = False, anew: bool = False, now: datetime, wait: float = WAIT
) -> tuple[SyncResult, Changes]:
    """Bring the library and a pack to the same state; whoever shares for the first time makes a pack that is not there.

    Whoever has shared through another pack says so (`join`) before a further one is shared through, for it may be
    another shop's; and (`anew`) before one is made, for the others' may be elsewhere. Raises ReplyError (`pack_busy`,
    `pack_not_there`, `pack_other`, `pack_foreign`, `pack_newer`, `pack_damaged`,
    `pack_too_large`, `pack_place_missing`, `pack_place_gone`, `pack_place_full`, `pack_place_read_only`) and
    ShopFileError. Then nothing is lost on either side, and it can simply be done again.
    """
    with speaking_of(path), PackLock(path, wait) as lock:
        was_there = path.exists()
        for _ in range(_TRIES):
            try:
                return _synchronised(shop, path, lock, epoch(now), join=join, anew=anew, wait=wait)
            except _Overtaken:
                if was_there and not path.exists():  # a drive that is gone may leave an empty folder behind
                    raise ReplyError("pack_place_gone", path=str(path)) from None
    raise ReplyError("pack_busy", path=str(path))


def _beside(path: Path, pack: Pack) -> tuple[str, ...]:
    """Copies of the pack in its folder that it does not descend from.

    Programs that keep folders alike make them, where two PCs wrote before either had seen the other's file.
    """
    try:
        others = sorted(other for other in path.parent.glob(f"*{SUFFIX}") if other.name != path.name)
    except OSError:
        return ()
    return tuple(other.name for other in others[:_MOST_BESIDE] if _is_apart(other, pack))


def _is_apart(other: Path, pack: Pack) -> bool:
    try:
        uid, revision = identity_of(other)
    except (OSError, ReplyError):
        return False
    return uid == pack.uid and not pack.descends_from(revision)


# --- one synchronisation ---


def _synchronised(
    shop: Shop, path: Path, lock: PackLock, moment: int, *, join: bool, anew: bool, wait: float
) -> tuple[SyncResult, Changes]:
    created = not path.exists()
    pack = new_pack() if created else read_pack(path)
    with shop.read() as connection:
        if created and not anew and store.has_shared(connection):
            raise ReplyError("pack_not_there", path=str(path))
        if not (created or join) and store.shares_otherwise(connection, pack.uid):
            replies = (item for item in pack.items.values() if item.kind is ItemKind.REPLY and item.deleted_at is None)
            raise ReplyError("pack_other", path=str(path), count=sum(1 for _ in replies))
        local = _local(connection, pack)
        plan = _plan(connection, pack, local, created=created)
    unfinished = Unfinished(path)
    try:
        if plan.pack is not None:
            _fill(shop, unfinished, path, lock, (pack, plan.pack), local.media)
        with shop.write() as connection:
            if {item.uid: item for item in store.items(connection, deleted=True)} != local.items:
                raise _Overtaken
            store.put(connection, plan.incoming)
            store.rename_uses(connection, plan.same)
            with speaking_of(path):  # not of the shop file, as the transaction would
                for _, media in read_media(path, pack, plan.media_in):
                    media_store.add(connection, media, moment)
                    lock.keep()
            store.put_bases(connection, pack.uid, _noted(plan, plan.pack or pack, local))
            if plan.pack is not None:
                with speaking_of(path):
                    _refuse_another_pack(path, pack, created=created)
                    unfinished.finish(wait)
    except BaseException:
        unfinished.discard()
        raise
    result = _result(plan, pack, local, created=created)
    return replace(result, beside=_beside(path, plan.pack or pack)), _changes(plan)


def _changes(plan: _Plan) -> Changes:
    return Changes.of(Topic.REPLIES) if plan.incoming or plan.media_in else Changes()


def _local(connection: Connection, pack: Pack) -> _Local:
    items = {item.uid: item for item in store.items(connection, deleted=True)}
    noted = store.bases(connection, pack.uid)
    revision = noted.pop(_REVISION, "")
    bases = {uid: _base(text) for uid, text in noted.items()} if pack.descends_from(revision) else {}
    wanted = _attached(items.values()) | pack.media.keys()
    return _Local(items, bases, _at_home(items.values()), frozenset(media_store.hashes_there(connection, wanted)))


def _at_home(items: Iterable[Item]) -> frozenset[str]:
    """Personal groups and what is in them. What of that was shared once stays with the others as it was."""
    found = list(items)
    groups = {
        item.uid
        for item in found
        if item.kind is ItemKind.GROUP and read_group(item.uid, item.content).scope is Scope.PERSONAL
    }
    replies = (item for item in found if item.kind is ItemKind.REPLY) if groups else ()
    return frozenset(groups | {item.uid for item in replies if fields_of(item.kind, item.content)["group"] in groups})


def _plan(connection: Connection, pack: Pack, local: _Local, *, created: bool) -> _Plan:
    ours = {uid: item for uid, item in local.items.items() if uid not in local.at_home}
    theirs = {uid: item for uid, item in pack.items.items() if uid not in local.at_home}
    bases = {uid: base for uid, base in local.bases.items() if uid not in local.at_home}
    guessed = {
        uid: base
        for uid in (ours.keys() & theirs.keys()) - bases.keys()
        if ours[uid] != theirs[uid]
        and (base := _guessed(connection, ours[uid], theirs[uid], pack.earlier.get(uid, ())))
    }
    ours, same = joined(bases | guessed, ours, theirs)
    merged = merge(bases | guessed, ours, theirs)
    in_pack = {uid: item for uid, item in pack.items.items() if uid in local.at_home} | dict(merged.items)
    wanted = _attached(item for item in in_pack.values() if item.deleted_at is None)
    here = _attached(item for item in merged.items.values() if item.deleted_at is None) - local.media
    outgoing = tuple((wanted & local.media) - pack.media.keys())
    changed = created or in_pack != pack.items or bool(outgoing)
    media = {key: pack.media[key] for key in wanted & pack.media.keys()} | media_store.facts_by_hash(
        connection, outgoing
    )
    return _Plan(
        merged=merged,
        same=same,
        incoming=tuple(item for uid, item in merged.items.items() if local.items.get(uid) != item),
        pack=next_revision(pack, in_pack, _earlier(connection, pack, in_pack), media) if changed else None,
        media_in=tuple(sorted(here & pack.media.keys())),
        media_out=outgoing,
        media_missing=len(wanted - local.media - pack.media.keys()),
    )


def _guessed(connection: Connection, ours: Item, theirs: Item, earlier: Collection[str]) -> Base | None:
    """What both sides had in common where nobody noted it, as in copies of one shop file: the newest they both said."""
    said = {content_hash(content): content for _, content, _ in reversed(store.versions(connection, ours.uid))}
    known = (content_hash(theirs.content), *earlier)
    content = said.get(known[0]) or next((said[one] for one in reversed(said) if one in known), None)
    return None if content is None else Base(content, deleted=_came_back(ours, theirs))


def _came_back(ours: Item, theirs: Item) -> bool:
    """Whether one side has brought back what the other one knows as deleted."""
    live, gone = (ours, theirs) if ours.deleted_at is None else (theirs, ours)
    return live.deleted_at is None and gone.deleted_at is not None and live.changed_at > gone.deleted_at


def _earlier(connection: Connection, pack: Pack, items: Mapping[str, Item]) -> dict[str, tuple[str, ...]]:
    """The hashes of what each item said before, with those that this PC knows where the item is news to the pack."""
    found = dict(pack.earlier)
    for uid, item in items.items():
        if pack.items.get(uid) != item:
            said = [content_hash(content) for _, content, _ in reversed(store.versions(connection, uid))]
            if uid in pack.items:
                said.append(content_hash(pack.items[uid].content))
            found[uid] = tuple(dict.fromkeys((*found.get(uid, ()), *said)))
    return found


def _attached(items: Iterable[Item]) -> set[str]:
    carrying = (item for item in items if item.kind is ItemKind.REPLY and '"attachments"' in item.content)
    return {key for item in carrying for key in media_hashes(item.content)}


def _fill(
    shop: Shop, unfinished: Unfinished, path: Path, lock: PackLock, packs: tuple[Pack, Pack], here: frozenset[str]
) -> None:
    """Write the new pack beside the old one, each picture from this PC or from there; one at a time is in memory.

    What is here is not read from there, so that a picture which a bad stick has spoiled is whole again.
    """
    old, new = packs
    kept = sorted((new.media.keys() & old.media.keys()) - here)
    # Closed before the new pack takes the old one's name, which Windows refuses while somebody reads it.
    with shop.read() as connection, speaking_of(path), contextlib.closing(read_media(path, old, kept)) as from_pack:

        def media_of(key: str) -> Media:
            lock.keep()
            if key not in here:
                return next(from_pack)[1]  # both go through them in their order
            found = media_store.by_hash(connection, key)
            if found is None:  # it was here a moment ago
                raise _Overtaken
            return found

        unfinished.fill(lambda file: write_pack(file, new, media_of))


def _refuse_another_pack(path: Path, read: Pack, *, created: bool) -> None:
    """The old pack must still be the one that was merged."""
    if path.exists() == created or (not created and identity_of(path) != (read.uid, read.revision)):
        raise _Overtaken


def _noted(plan: _Plan, pack: Pack, local: _Local) -> dict[str, str]:
    """The bases for the next time; of what stays here now those of the last time it was shared."""
    noted = {uid: base for uid, base in local.bases.items() if uid in local.at_home}
    noted |= {uid: Base(item.content, item.deleted_at is not None) for uid, item in plan.merged.items.items()}
    return {_REVISION: pack.revision} | {uid: _noted_text(base) for uid, base in noted.items()}


def _noted_text(base: Base) -> str:
    return f"{_DELETED}{base.content}" if base.deleted else base.content


def _base(text: str) -> Base:
    return Base(text.removeprefix(_DELETED), text.startswith(_DELETED))


def _result(plan: _Plan, pack: Pack, local: _Local, *, created: bool) -> SyncResult:
    return SyncResult(
        received=_counts(local.items, plan.merged.items),
        sent=_counts(pack.items, plan.merged.items),
        conflicts=plan.merged.conflicts,
        kept=plan.merged.kept,
        media_received=len(plan.media_in),
        media_sent=len(plan.media_out),
        media_missing=plan.media_missing,
        created=created,
        received_names=_names(plan.incoming, _differing(local.items, plan.merged.items)),
        kept_names=_names(map(plan.merged.items.__getitem__, plan.merged.kept), plan.merged.kept),
        unsettled=sum(len(conflicts_of(one.content)) for one in plan.merged.items.values() if one.deleted_at is None),
    )


def _names(items: Iterable[Item], uids: Collection[str]) -> tuple[str, ...]:
    wanted = (item for item in items if item.uid in uids)
    return tuple(str(_name(item)) for item in islice(wanted, _MOST_NAMES))


def _name(item: Item) -> object:
    return fields_of(item.kind, item.content)["title" if item.kind is ItemKind.REPLY else "name"]


def _counts(before: Mapping[str, Item], after: Mapping[str, Item]) -> Counts:
    """What is seen to differ. Something that comes back is added, something deleted that never was here is nothing."""
    seen, shown = _seen(before), _seen(after)
    return Counts(
        added=len(shown.keys() - seen.keys()),
        changed=sum(shown[uid].content != seen[uid].content for uid in shown.keys() & seen.keys()),
        deleted=len((seen.keys() - shown.keys()) & after.keys()),
    )


def _differing(before: Mapping[str, Item], after: Mapping[str, Item]) -> frozenset[str]:
    """What is seen to differ, by its uid."""
    seen, shown = _seen(before), _seen(after)
    both = seen.keys() & shown.keys()
    changed = {uid for uid in both if shown[uid].content != seen[uid].content}
    return frozenset((shown.keys() - seen.keys()) | changed | ((seen.keys() - shown.keys()) & after.keys()))


def _seen(items: Mapping[str, Item]) -> dict[str, Item]:
    return {uid: item for uid, item in items.items() if item.deleted_at is None}
