"""The pack: one file with a shop's replies and what is attached to them, for a network share or a USB stick.

A ZIP archive of `pack.json` (which pack this is and which revision), `items.json`, and `media/HASH`. Reading is strict:
whatever is not as this module writes it makes the file a damaged or a foreign one, and nothing is unpacked to a disk.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import stat
import zipfile
from collections.abc import Callable, Collection, Generator, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import IO, TYPE_CHECKING, Any

from local_db.errors import ReplyError
from local_db.importing.archive import UNREADABLE
from local_db.media.model import Media, MediaFacts, MediaKind
from local_db.media.store import hash_of
from local_db.replies.codec import (
    CONFLICTS,
    USUAL,
    WORDING,
    conflicts_of,
    content_of,
    fields_of,
    read_group,
    reply_fields,
)
from local_db.replies.codec import read_reply as reply_of
from local_db.replies.model import Item, ItemKind, Scope

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".replypack"
FORMAT, VERSION = "regulars-replies", 1
MOST_ITEMS = 200_000
MOST_TEXT = 256 << 20  # bytes of all items
MOST_OF_ONE = 64 << 20  # bytes of one picture or file
MOST_BYTES = 2 << 30
MOST_EARLIER = 30  # contents of an item that are remembered, by their hashes
MOST_REVISIONS = 1000

_HEADER, _ITEMS, _MEDIA = "pack.json", "items.json", "media/"
_BEFORE, _BEHIND = b'{"items":[', b"]}"
_HEADER_BYTES = 32 << 20
_NAME = re.compile(r"pack\.json|items\.json|media/[0-9a-f]{32}")
_UID = re.compile(r"[0-9A-Za-z_.:-]{1,64}")
_TOKEN = re.compile(r"[0-9a-f]{16,32}")
_PLACE = re.compile(r',?"(?:group|position)":"[^"\\]*"')
_LOCKED = 0x1
_ENTRY = {"uid", "kind", "content", "created_at", "changed_at", "deleted_at", "earlier"}
_KINDS = {kind.value for kind in ItemKind}
_LATEST = 1 << 40  # UTC seconds that no clock says


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack holds; of pictures and files only what is known of them, their bytes are read one by one.

    `earlier` are the hashes of what each item said before, `revisions` those of the pack itself, the newest last.
    """

    uid: str
    revision: str
    revisions: tuple[str, ...] = ()
    items: Mapping[str, Item] = field(default_factory=dict)
    earlier: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    media: Mapping[str, MediaFacts] = field(default_factory=dict)

    def descends_from(self, revision: str) -> bool:
        """Whether this file came of that revision, by however many steps."""
        return revision == self.revision or revision in self.revisions


def new_pack() -> Pack:
    """An empty one that no file holds yet."""
    return Pack(secrets.token_hex(16), "")


def next_revision(
    pack: Pack, items: Mapping[str, Item], earlier: Mapping[str, tuple[str, ...]], media: Mapping[str, MediaFacts]
) -> Pack:
    """The same pack with another content."""
    known = (*pack.revisions, pack.revision) if pack.revision else ()
    return replace(
        pack,
        revision=secrets.token_hex(8),
        revisions=known[-MOST_REVISIONS:],
        items=items,
        earlier={uid: hashes[-MOST_EARLIER:] for uid, hashes in earlier.items() if hashes},
        media=media,
    )


def content_hash(content: str) -> str:
    """By what an earlier content of an item is known, wherever it stood."""
    return hashlib.blake2b(_PLACE.sub("", content).encode(), digest_size=8).hexdigest()


# --- writing ---


def write_pack(file: IO[bytes], pack: Pack, media_of: Callable[[str], Media]) -> None:
    """Write a pack; `media_of` gives the bytes of each of its media.

    Raises ReplyError `pack_too_large` where nobody could read it afterwards.
    """
    # One by one: a window waits while a large library is written in one go.
    entries = (_dumped(_entry(item, pack.earlier.get(uid, ()))) for uid, item in sorted(pack.items.items()))
    items = _BEFORE + b",".join(entries) + _BEHIND
    sizes = [facts.bytes for facts in pack.media.values()]
    if (
        len(pack.items) > MOST_ITEMS
        or len(sizes) > MOST_ITEMS - 2
        or len(items) > MOST_TEXT
        or max(sizes, default=0) > MOST_OF_ONE
        or sum(sizes) + len(items) + _HEADER_BYTES > MOST_BYTES
    ):
        raise ReplyError("pack_too_large", path=getattr(file, "name", ""))
    header = {
        "format": FORMAT,
        "version": VERSION,
        "pack": pack.uid,
        "revision": pack.revision,
        "revisions": list(pack.revisions),
        "items": hashlib.sha256(items).hexdigest(),
        "media": {key: _facts_json(facts) for key, facts in sorted(pack.media.items())},
    }
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(_member(_HEADER), _dumped(header), zipfile.ZIP_DEFLATED)
        archive.writestr(_member(_ITEMS), items, zipfile.ZIP_DEFLATED)
        for key in sorted(pack.media):
            archive.writestr(_member(f"{_MEDIA}{key}"), media_of(key).data, zipfile.ZIP_STORED)


def _member(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name)  # without the time of writing, which says nothing here


def _entry(item: Item, earlier: Iterable[str]) -> dict[str, object]:
    return {
        "uid": item.uid,
        "kind": item.kind.value,
        "content": item.content,
        "created_at": item.created_at,
        "changed_at": item.changed_at,
        "deleted_at": item.deleted_at,
        "earlier": list(earlier),
    }


def _facts_json(facts: MediaFacts) -> list[object]:
    return [facts.kind.value, facts.type, facts.width, facts.height, facts.milliseconds, facts.bytes]


def _dumped(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


# --- reading ---


class _Wrong(Exception):
    """Something is not as it is written here."""


class _Newer(Exception):
    """Something is whole, and has a name that only a later version can know."""


def read_pack(path: Path) -> Pack:
    """What a file holds.

    Raises ReplyError (`pack_foreign`, `pack_newer`, `pack_damaged`, `pack_too_large`) and OSError.
    """
    with _opened(path) as archive:
        header = _header(archive, path)
        _check_members(archive, path)
        text = _read(archive, _ITEMS, MOST_TEXT, path)
        if hashlib.sha256(text).hexdigest() != header["items"]:
            raise _Wrong
        entries = _entries(text)
        if len(entries) > MOST_ITEMS:
            raise ReplyError("pack_too_large", path=str(path))
        items = [_item(entry) for entry in entries]
        if len({item.uid for item in items}) < len(items):
            raise _Wrong
        return Pack(
            uid=_token(header["pack"]),
            revision=_token(header["revision"]),
            revisions=tuple(map(_token, header["revisions"])),
            items={item.uid: item for item in items},
            earlier={entry["uid"]: tuple(map(_token, entry["earlier"])) for entry in entries},
            media={key: _facts(values) for key, values in header["media"].items()},
        )


def read_media(path: Path, pack: Pack, keys: Collection[str]) -> Generator[tuple[str, Media], None, None]:
    """Those of a pack's media, one by one, each as its hash says. Raises as `read_pack` does."""
    if not keys:
        return
    with _opened(path) as archive:
        for key in keys:
            facts = pack.media[key]
            data = _read(archive, f"{_MEDIA}{key}", MOST_OF_ONE, path)
            if hash_of(data) != key:
                raise _Wrong
            yield key, Media(facts.kind, facts.type, data, facts.width, facts.height, facts.milliseconds)


def identity_of(path: Path) -> tuple[str, str]:
    """Which pack, and which revision of it, stands in a file now. Raises as `read_pack` does."""
    with _opened(path) as archive:
        header = _header(archive, path)
        return _token(header["pack"]), _token(header["revision"])


def is_pack(path: Path) -> bool:
    """Whether a file that may be anything says that it is a pack."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for somebody to write into it
            return False
        with zipfile.ZipFile(path) as archive:
            return _HEADER in archive.namelist()
    except (OSError, *UNREADABLE):
        return False


class _opened:  # noqa: N801 - used like a function
    """The archive, and whatever is wrong with it as a refusal."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> zipfile.ZipFile:
        if not stat.S_ISREG(self._path.stat().st_mode):  # opening a pipe would wait for somebody to write into it
            raise ReplyError("pack_foreign", path=self._said())
        try:
            self._archive = zipfile.ZipFile(self._path)
        except UNREADABLE:
            raise ReplyError(
                "pack_foreign" if not _begins_as_zip(self._path) else "pack_damaged", path=self._said()
            ) from None
        return self._archive

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        self._archive.close()
        if isinstance(error, (*UNREADABLE, _Wrong, KeyError, TypeError, AttributeError, RecursionError)):
            raise ReplyError("pack_damaged", path=self._said()) from None
        if isinstance(error, _Newer):
            raise ReplyError("pack_newer", path=self._said()) from None
        if isinstance(error, ReplyError) and error.code == "content_invalid":
            raise ReplyError("pack_damaged", path=self._said()) from None

    def _said(self) -> str:
        return str(self._path)


def _begins_as_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


def _header(archive: zipfile.ZipFile, path: Path) -> dict[str, Any]:
    if _HEADER not in archive.namelist():
        raise ReplyError("pack_foreign", path=str(path))
    values: dict[str, Any] = json.loads(_read(archive, _HEADER, _HEADER_BYTES, path))
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise ReplyError("pack_foreign", path=str(path))
    if type(values.get("version")) is int and values["version"] > VERSION:
        raise ReplyError("pack_newer", path=str(path))
    if values["version"] != VERSION:
        raise _Wrong
    return values


def _check_members(archive: zipfile.ZipFile, path: Path) -> None:
    members = archive.infolist()
    if len(members) > MOST_ITEMS or sum(member.file_size for member in members) > MOST_BYTES:
        raise ReplyError("pack_too_large", path=str(path))
    names = [member.filename for member in members]
    if len(set(names)) < len(names) or not all(map(_NAME.fullmatch, names)):
        raise _Wrong
    if any(member.flag_bits & _LOCKED for member in members):
        raise _Wrong


def _read(archive: zipfile.ZipFile, name: str, most: int, path: Path) -> bytes:
    """A member's bytes; what it says of its size is not believed."""
    with archive.open(name) as member:
        data = member.read(most + 1)
    if len(data) > most:
        raise ReplyError("pack_too_large", path=str(path))
    return data


def _entries(text: bytes) -> list[Any]:
    """What stands in the list of items, read one by one, for a window waits while much is read in one go."""
    said, before, behind = text.decode(), _BEFORE.decode(), _BEHIND.decode()
    if not said.startswith(before) or said == before + behind:
        found: list[Any] = json.loads(said)["items"]
        return found
    decode = json.JSONDecoder().raw_decode
    entries, at = [], len(before) - 1
    while at == len(before) - 1 or said.startswith(",", at):
        entry, at = decode(said, at + 1)
        entries.append(entry)
    if said[at:] != behind:
        raise _Wrong
    return entries


def _item(entry: Any) -> Item:
    """One that this version knows in full; what it would have to leave out would be lost to everybody."""
    if not entry.keys() <= _ENTRY or (isinstance(entry["kind"], str) and entry["kind"] not in _KINDS):
        raise _Newer
    uid, kind, content = _matched(_UID, entry["uid"]), ItemKind(entry["kind"]), entry["content"]
    _refuse_unknown_fields(kind, content)
    if kind is ItemKind.GROUP and read_group(uid, content).scope is not Scope.SHOP:
        raise _Wrong  # nobody's own group is in a pack
    deleted = entry["deleted_at"]
    return Item(
        uid,
        kind,
        _in_one_spelling(uid, kind, content),
        _moment(entry["created_at"]),
        _moment(entry["changed_at"]),
        None if deleted is None else _moment(deleted),
    )


def _refuse_unknown_fields(kind: ItemKind, content: str) -> None:
    known = USUAL[kind]
    if not json.loads(content).keys() <= {*known, CONFLICTS}:
        raise _Newer
    for one in conflicts_of(content):
        if one.field.startswith(WORDING) and kind is ItemKind.REPLY:
            if not isinstance(one.value, str | None):
                raise _Wrong
        elif one.field not in known:
            raise _Newer
        else:  # its value must be one of that field
            fields_of(kind, content_of(kind, {one.field: one.value}))


def _in_one_spelling(uid: str, kind: ItemKind, content: str) -> str:
    conflicts = conflicts_of(content)
    if kind is ItemKind.REPLY:
        return content_of(kind, reply_fields(reply_of(uid, content)), conflicts)
    return content_of(kind, fields_of(kind, content), conflicts)


def _moment(value: Any) -> int:
    if type(value) is not int or not 0 <= value < _LATEST:
        raise _Wrong
    return value


def _token(value: Any) -> str:
    return _matched(_TOKEN, value)


def _matched(pattern: re.Pattern[str], value: Any) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise _Wrong
    return value


def _facts(values: Any) -> MediaFacts:
    kind, of_type, *numbers = values
    width, height, milliseconds, size = map(_moment, numbers)
    if not isinstance(of_type, str):
        raise _Wrong
    return MediaFacts(MediaKind(kind), of_type, width, height, milliseconds, size)
