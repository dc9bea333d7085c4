"""What a window may do with the takes of a script, each one transaction and each undoable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from local_db.call_scripts import takes_sound, takes_store
from local_db.call_scripts.takes import Take
from local_db.call_scripts.takes_sound import Span
from local_db.changes import Changes, Topic
from local_db.errors import DocumentError
from local_db.media import store as media_store
from local_db.media.model import Media, MediaKind
from local_db.shop_file import Connection, Shop
from local_db.values import epoch


def list_takes(shop: Shop, document_id: int) -> tuple[Take, ...]:
    """Every take of a script, the latest first."""
    with shop.read() as connection:
        return takes_store.takes(connection, document_id)


def add_take(
    shop: Shop, document_id: int, step: str, said: str, data: bytes, *, now: datetime, instead_of: Sequence[int] = ()
) -> tuple[Take, Changes]:
    """Keep what was recorded and choose it; `instead_of` are the ids of the other takes of this wording.

    Raises DocumentError `document_missing` when the script is gone.
    """
    content = takes_sound.wav(data)
    length = takes_sound.milliseconds(data)
    with shop.write() as connection:
        if not takes_store.has_document(connection, document_id):
            raise DocumentError("document_missing", document=document_id)
        media = Media(MediaKind.SOUND, takes_sound.WAV_TYPE, content, milliseconds=length)
        media_id = media_store.add(connection, media, epoch(now))
        take = Take(document_id, step, said, media_id, 0, length, epoch(now), chosen=True)
        takes_store.set_chosen(connection, instead_of, chosen=False)
        take = replace(take, id=takes_store.insert(connection, take))
    return take, Changes.of(Topic.DOCUMENTS)


def choose_take(shop: Shop, take_id: int, *, instead_of: Sequence[int]) -> Changes:
    """Use this take of a wording and not the others. Raises DocumentError `media_missing`."""
    with shop.write() as connection:
        _existing(connection, take_id)
        takes_store.set_chosen(connection, instead_of, chosen=False)
        takes_store.set_chosen(connection, [take_id], chosen=True)
    return Changes.of(Topic.DOCUMENTS)


def trim_take(shop: Shop, take_id: int, span: Span) -> tuple[Take, Changes]:
    """Use only this part of a take; its sound stays whole. Raises DocumentError `media_missing`."""
    with shop.write() as connection:
        take = _existing(connection, take_id)
        takes_store.set_span(connection, take_id, span.from_ms, span.to_ms)
    return replace(take, from_ms=span.from_ms, to_ms=span.to_ms), Changes.of(Topic.DOCUMENTS)


def delete_take(shop: Shop, take_id: int, *, now: datetime) -> tuple[Take, Changes]:
    """Remove a take; what it was, for `restore_take`. Raises DocumentError `media_missing`."""
    with shop.write() as connection:
        take = _existing(connection, take_id)
        takes_store.delete(connection, take_id)
        takes_store.keep_sound(connection, take.media_id, epoch(now))
    return take, Changes.of(Topic.DOCUMENTS)


def restore_take(shop: Shop, take: Take, *, now: datetime) -> Changes:
    """Undo `delete_take`. Raises DocumentError (`document_missing`, `media_missing`) when it cannot come back."""
    with shop.write() as connection:
        if not takes_store.has_document(connection, take.document_id):
            raise DocumentError("document_missing", document=take.document_id)
        if not takes_store.keep_sound(connection, take.media_id, epoch(now)):
            raise DocumentError("media_missing", media=take.media_id)
        if takes_store.take(connection, take.id) is None:
            takes_store.insert(connection, take)
    return Changes.of(Topic.DOCUMENTS)


def take_sound(shop: Shop, take: Take) -> bytes:
    """The whole sound of a take, as it was recorded. Raises DocumentError `media_missing`."""
    with shop.read() as connection:
        media = media_store.media(connection, take.media_id)
    if media is None:
        raise DocumentError("media_missing", media=take.media_id)
    return takes_sound.sound(media.data)


def take_wav(shop: Shop, take: Take) -> bytes:
    """A WAV file of the part of a take that is used. Raises DocumentError `media_missing`."""
    return takes_sound.wav(takes_sound.part(take_sound(shop, take), Span(take.from_ms, take.to_ms)))


def _existing(connection: Connection, take_id: int) -> Take:
    take = takes_store.take(connection, take_id)
    if take is None:
        raise DocumentError("media_missing", media=take_id)
    return take
