"""Documents are kept with what they said before, and a deleted one comes back whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from local_db.documents import actions
from local_db.documents.model import Document, DocumentKind
from local_db.errors import DocumentError
from local_db.media.actions import add_media, get_media
from local_db.media.model import Media, MediaKind
from local_db.media.store import remove_unused
from local_db.shop_file import Shop
from tests.new_shop import new_shop
from tests.stored import get_document

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
DRAFT = Document(DocumentKind.CARD, "双12", '{"a": 1}')


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with new_shop(tmp_path / "shop.regulars") as opened:
        yield opened


def code_of(action: Callable[..., object], *arguments: object, **named: object) -> str:
    with pytest.raises(DocumentError) as caught:
        action(*arguments, **named)
    return caught.value.code


def test_what_is_saved_is_read_back(shop: Shop) -> None:
    saved, changes = actions.save_document(shop, DRAFT, now=NOW)
    assert changes
    assert get_document(shop, saved.id) == saved
    assert actions.list_documents(shop, DocumentKind.CARD) == (saved,)
    assert actions.list_documents(shop, DocumentKind.CALL_SCRIPT) == ()


def test_every_change_keeps_a_version_and_the_same_words_none(shop: Shop) -> None:
    saved, _ = actions.save_document(shop, DRAFT, now=NOW)
    actions.save_document(shop, saved, now=NOW)
    actions.save_document(shop, replace(saved, content="{}"), now=NOW + timedelta(hours=1))
    assert [(v.version, v.content) for v in actions.list_versions(shop, saved.id)] == [(2, "{}"), (1, '{"a": 1}')]


def test_a_name_is_taken_within_its_kind_only(shop: Shop) -> None:
    actions.save_document(shop, replace(DRAFT, name="Sale"), now=NOW)
    assert code_of(actions.save_document, shop, replace(DRAFT, name="SALE"), now=NOW) == "name_taken"
    assert code_of(actions.save_document, shop, replace(DRAFT, name=" "), now=NOW) == "name_empty"
    actions.save_document(shop, replace(DRAFT, kind=DocumentKind.CALL_SCRIPT, name="Sale"), now=NOW)


def test_a_deleted_document_comes_back_whole_under_a_free_name(shop: Shop) -> None:
    saved, _ = actions.save_document(shop, DRAFT, now=NOW)
    actions.delete_document(shop, saved.id, now=NOW)
    assert actions.list_documents(shop, DocumentKind.CARD) == ()
    assert code_of(actions.save_document, shop, saved, now=NOW) == "document_missing"
    actions.save_document(shop, DRAFT, now=NOW)
    back, _ = actions.restore_document(shop, saved.id)
    assert back == replace(saved, name="双12 2")
    assert len(actions.list_versions(shop, saved.id)) == 1


def test_a_deleted_document_goes_for_good_after_a_day(shop: Shop) -> None:
    saved, _ = actions.save_document(shop, DRAFT, now=NOW)
    actions.delete_document(shop, saved.id, now=NOW)
    actions.purge_documents(shop, now=NOW + actions.KEPT)
    assert actions.restore_document(shop, saved.id)[0].id == saved.id
    actions.delete_document(shop, saved.id, now=NOW)
    actions.purge_documents(shop, now=NOW + actions.KEPT + timedelta(seconds=1))
    assert code_of(actions.restore_document, shop, saved.id) == "document_missing"


def test_several_are_added_together_and_numbered(shop: Shop) -> None:
    added, _ = actions.add_documents(shop, (DRAFT, DRAFT), now=NOW)
    assert [one.name for one in added] == ["双12", "双12 2"]


def test_folders(shop: Shop) -> None:
    saved, _ = actions.save_document(shop, DRAFT, now=NOW)
    actions.move_documents(shop, (saved.id,), " 大促 ")
    assert get_document(shop, saved.id) == replace(saved, folder="大促")


def test_the_same_picture_is_kept_once_and_goes_when_nothing_names_it(shop: Shop) -> None:
    picture = Media(MediaKind.PICTURE, "image/png", b"png", 2, 1)
    first = add_media(shop, picture, now=NOW)
    assert add_media(shop, picture, now=NOW) == first
    other = add_media(shop, replace(picture, data=b"other"), now=NOW)
    assert get_media(shop, first) == replace(picture, id=first)
    with shop.write() as connection:
        later = int((NOW + timedelta(days=1)).timestamp())
        assert remove_unused(connection, {first}, int(NOW.timestamp())) == 0  # just added
        assert remove_unused(connection, {first}, later) == 1
    assert code_of(get_media, shop, other) == "media_missing"
    assert get_media(shop, first).data == b"png"
