"""Takes out of the shop file what no card or reply shows any more and no recording holds, after a shop is opened."""

from __future__ import annotations

from datetime import datetime

from local_db.cards.codec import from_json, media_ids
from local_db.documents import store as documents
from local_db.documents.actions import purge_documents
from local_db.documents.model import DocumentKind
from local_db.errors import DocumentError, ReplyError
from local_db.media import store
from local_db.media.actions import KEPT
from local_db.replies import store as reply_store
from local_db.replies.codec import media_hashes
from local_db.replies.drafts import read_drafts
from local_db.shop_file import Shop
from local_db.values import epoch


def clean_up(shop: Shop, *, now: datetime) -> int:
    """Remove for good what was deleted long enough ago, and media that nothing names; how many of these.

    Versions count, so that every earlier wording can be taken up again with its pictures. Media added within KEPT stay:
    somebody may be writing the card that names them. While one card or
    reply cannot be read, all media stay.
    """
    purge_documents(shop, now=now)
    before = epoch(now - KEPT)
    with shop.read() as connection:
        if not store.are_there(connection, before):
            return 0
        contents = documents.contents(connection)
        replies = reply_store.contents_with_media(connection)
        drafts = read_drafts(connection)
    # Read outside the transaction that deletes: thousands of cards take a second, in which nobody could write.
    try:
        used = {
            media_id
            for kind, content in contents
            if kind == DocumentKind.CARD
            for media_id in media_ids(from_json(content))
        }
        hashes = {key for content in replies for key in media_hashes(content)}
        hashes |= {one.hash for draft in drafts.values() for one in draft.attachments}
    except (DocumentError, ReplyError):
        return 0
    with shop.write() as connection:
        now_there = (
            documents.contents(connection), reply_store.contents_with_media(connection), read_drafts(connection)
        )  # fmt: skip
        if now_there != (contents, replies, drafts):  # something was saved meanwhile; the next opening sees to it
            return 0
        return store.remove_unused(connection, used | store.ids_of(connection, hashes), before)
