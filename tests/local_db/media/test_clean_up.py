"""What no card shows leaves the shop file; what one shows, or showed, or a draft may show, stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from local_db.cards.codec import to_json
from local_db.cards.model import Card, CardKind, Panel, Picture
from local_db.documents.actions import delete_document, restore_document, save_document
from local_db.documents.model import Document, DocumentKind
from local_db.errors import DocumentError
from local_db.media import clean_up as module
from local_db.media.actions import KEPT, add_media, media_facts
from local_db.media.clean_up import clean_up
from local_db.media.model import Media, MediaFacts, MediaKind
from local_db.replies.actions import delete, save_reply
from local_db.replies.attachments import attach, attached
from local_db.replies.drafts import Draft, drop_drafts, put_drafts
from local_db.replies.model import Reply
from local_db.shop_file import Shop
from tests.new_shop import new_shop

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
LATER = NOW + KEPT + timedelta(minutes=1)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with new_shop(tmp_path / "shop.regulars") as opened:
        yield opened


def picture(shop: Shop, content: bytes) -> int:
    return add_media(shop, Media(MediaKind.PICTURE, "image/png", content, 16, 9), now=NOW)


def card(shop: Shop, *media: int, video: int = 0) -> Document:
    panels = tuple(Panel(picture=Picture(number), video_id=video) for number in media)
    content = to_json(Card(CardKind.MULTI_IMAGE_TEXT, "aliyun", panels=panels))
    return save_document(shop, Document(DocumentKind.CARD, f"card {media}", content), now=NOW)[0]


def left(shop: Shop, *media: int) -> list[int]:
    return sorted(media_facts(shop, media))


def test_what_no_card_shows_goes_after_a_day(shop: Shop) -> None:
    shown, film, lost = (picture(shop, content) for content in (b"a", b"b", b"c"))
    card(shop, shown, video=film)
    assert clean_up(shop, now=NOW + timedelta(hours=1)) == 0
    assert clean_up(shop, now=LATER) == 1
    assert left(shop, shown, film, lost) == [shown, film]
    assert clean_up(shop, now=LATER) == 0


def test_an_earlier_version_keeps_its_pictures(shop: Shop) -> None:
    first, second = picture(shop, b"a"), picture(shop, b"b")
    saved = card(shop, first)
    changed = to_json(Card(CardKind.IMAGE_TEXT, "aliyun", panels=(Panel(picture=Picture(second)),)))
    save_document(shop, replace(saved, content=changed), now=NOW)
    assert clean_up(shop, now=LATER) == 0
    assert left(shop, first, second) == [first, second]


def test_a_deleted_card_keeps_its_pictures_while_it_can_come_back(shop: Shop) -> None:
    shown = picture(shop, b"a")
    saved = card(shop, shown)
    delete_document(shop, saved.id, now=LATER)
    assert clean_up(shop, now=LATER + timedelta(hours=1)) == 0
    restore_document(shop, saved.id)
    delete_document(shop, saved.id, now=LATER)
    assert clean_up(shop, now=LATER + KEPT + timedelta(minutes=1)) == 1
    assert left(shop, shown) == []


def test_recordings_of_call_scripts_stay(shop: Shop) -> None:
    sound = add_media(shop, Media(MediaKind.SOUND, "audio/wav", b"wav", milliseconds=900), now=NOW)
    script = save_document(shop, Document(DocumentKind.CALL_SCRIPT, "calls", "{}"), now=NOW)[0]
    with shop.write() as connection:
        connection.execute(
            "insert into call_takes(document_id, step, said, media_id, from_ms, to_ms, recorded_at)"
            " values (?, 'a', 'b', ?, 0, 900, 0)",
            [script.id, sound],
        )
    assert clean_up(shop, now=LATER) == 0
    assert left(shop, sound) == [sound]


def test_what_a_reply_carries_or_carried_stays(shop: Shop) -> None:
    chart = attach(shop, Media(MediaKind.PICTURE, "image/png", b"chart", 16, 9), "chart.png", now=NOW)
    guide = attach(shop, Media(MediaKind.FILE, "application/pdf", b"%PDF"), "guide.pdf", now=NOW)
    other = attach(shop, Media(MediaKind.FILE, "text/plain", b"lost"), "lost.txt", now=NOW)
    saved, _ = save_reply(shop, Reply("", "尺码", attachments=(chart, guide)), now=NOW)
    save_reply(shop, replace(saved, attachments=(chart,)), now=NOW)
    delete(shop, [saved.uid], now=NOW)
    assert clean_up(shop, now=LATER) == 1
    assert (attached(shop, chart).data, attached(shop, guide).data) == (b"chart", b"%PDF")
    with pytest.raises(DocumentError, match="media_missing"):
        attached(shop, other)


def test_while_a_reply_cannot_be_read_nothing_goes(shop: Shop) -> None:
    lost = picture(shop, b"a")
    with shop.write() as connection:
        connection.execute("insert into reply_items values ('u', 'reply', '{\"attachments\":[{}]}', 0, 0, null)")
    assert clean_up(shop, now=LATER) == 0
    assert left(shop, lost) == [lost]


def test_while_a_card_cannot_be_read_nothing_goes(shop: Shop) -> None:
    lost = picture(shop, b"a")
    save_document(shop, Document(DocumentKind.CARD, "damaged", "{"), now=NOW)
    assert clean_up(shop, now=LATER) == 0
    assert left(shop, lost) == [lost]


def test_what_is_saved_while_cards_are_read_is_not_overlooked(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    shown, taken_up = picture(shop, b"a"), picture(shop, b"b")
    card(shop, shown)
    read = module.from_json

    def meanwhile(text: str) -> Card:
        monkeypatch.setattr(module, "from_json", read)
        card(shop, taken_up)
        return read(text)

    monkeypatch.setattr(module, "from_json", meanwhile)
    assert clean_up(shop, now=LATER) == 0
    assert left(shop, shown, taken_up) == [shown, taken_up]


def test_facts_are_known_without_the_bytes(shop: Shop) -> None:
    number = picture(shop, b"12345")
    assert media_facts(shop, [number, 99]) == {number: MediaFacts(MediaKind.PICTURE, "image/png", 16, 9, 0, 5)}


def test_what_a_draft_of_a_reply_carries_stays(shop: Shop) -> None:
    kept = attach(shop, Media(MediaKind.PICTURE, "image/png", b"one"), "1.png", now=NOW)
    put_drafts(shop, {"r": Draft(Reply("r", "", attachments=(kept,)))})
    assert clean_up(shop, now=NOW + 2 * KEPT) == 0
    assert attached(shop, kept).data == b"one"
    drop_drafts(shop, ["r"])
    assert clean_up(shop, now=NOW + 2 * KEPT) == 1
