"""The page Settings: what is changed is stored, what is not allowed is explained and left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from desktop.gateways import shop_keys
from desktop.settings import words
from desktop.settings.file_card import KEYRING, PASSPHRASE
from desktop.settings.page import SettingsPage
from local_db import backup
from local_db.changes import Topic
from local_db.errors import ShopFileError
from local_db.members import erasure
from local_db.members.export_log import note_export
from local_db.setting_rules import CODES
from local_db.settings import read_settings, save_settings
from local_db.shop_file import Shop


@pytest.fixture
def page(shop_context, qtbot, monkeypatch):
    monkeypatch.setattr(shop_keys.SystemKeyring, "find", lambda _self, _salt: None)
    page = SettingsPage(shop_context)
    qtbot.addWidget(page)
    page.resize(1032, 752)
    page.show()
    shop_context.changes.subscribe(page, {Topic.SETTINGS})
    settle(page)
    return page


def settle(page):
    for _ in range(3):
        QApplication.processEvents()
        page._context.background.wait_idle()
    QApplication.processEvents()


def stored(page):
    with page._context.shop.read() as connection:
        return read_settings(connection)


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def write(page, field, text):
    field.setText(text)
    field.editingFinished.emit()
    settle(page)


@pytest.mark.parametrize(
    ("card", "name", "key", "text"),
    [
        ("shop_card", "name", "shop_name", "喵屋"),
        ("shop_card", "zone", "zone", "Europe/Berlin"),
        ("sms_card", "signature", "sms_signature", "喵屋"),
        ("sms_card", "opt_out", "sms_opt_out", "退订回T"),
        ("sms_card", "price", "sms_price", "0.045"),
    ],
)
def test_a_text_is_stored_when_its_field_is_left(page, card, name, key, text):
    write(page, getattr(getattr(page, card), name), text)
    assert stored(page)[key] == text


def test_a_zone_chosen_from_the_proposals_is_stored(page, qtbot):
    page.shop_card.zone.setText("tok")
    page.shop_card.zone.completer().activated.emit("Asia/Tokyo")
    settle(page)
    assert stored(page)["zone"] == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("card", "name", "key", "text"),
    [
        ("shop_card", "zone", "zone", "Mars/Olympus"),
        ("sms_card", "signature", "sms_signature", "【喵屋】"),
        ("sms_card", "price", "sms_price", "cheap"),
    ],
)
def test_what_is_not_allowed_is_explained_and_not_stored(page, card, name, key, text):
    before = stored(page)
    owner = getattr(page, card)
    write(page, getattr(owner, name), text)
    assert owner.error_of(key)
    assert owner.error_of(key) in texts(owner)
    assert stored(page) == before
    write(page, getattr(owner, name), str(before[key]))
    assert owner.error_of(key) == ""


def test_choices_and_switches_are_stored_at_once(page):
    page.shop_card.currency.set_value("USD")
    page.sms_card.consent.click()
    page.sms_card.quiet_days.setValue(30)
    page.sms_card.quiet_days.editingFinished.emit()
    settle(page)
    values = stored(page)
    assert (values["currency"], values["sms_consent_required"], values["sms_quiet_days"]) == ("USD", True, 30)


def test_nothing_is_written_while_nothing_changes(page, shop_context):
    announced = []
    shop_context.changes.announced.connect(announced.append)
    for field in (page.shop_card.name, page.shop_card.zone, page.sms_card.price):
        field.editingFinished.emit()
    settle(page)
    assert announced == []


def test_a_change_elsewhere_is_shown(page, shop, shop_context):
    shop_context.changes.announce(save_settings(shop, {"shop_name": "新名字", "currency": "CHF"}))
    settle(page)
    assert page.shop_card.name.text() == "新名字"
    assert page.shop_card.currency.value() == "CHF"


def test_the_theme_is_switched_and_remembered(page, shop_context):
    page.window_card.theme._choose("dark")
    assert shop_context.theme.choice == "dark"
    assert shop_context.settings.theme == "dark"
    shop_context.theme.choose("light")


def test_the_language_is_switched_and_remembered(page, shop_context, qtbot):
    with qtbot.waitSignal(shop_context.language.changed):
        page.window_card.language._choose("zh_CN")
    assert shop_context.settings.language == "zh_CN"
    shop_context.language.choose("en")


def test_a_backup_is_made_and_listed(page, shop):
    assert not page.backup_card.folder_button.isEnabled()
    page.backup_card.now_button.click()
    assert not page.backup_card.now_button.isEnabled()
    settle(page)
    assert len(backup.list_backups(shop.path)) == 1
    assert page.backup_card.now_button.isEnabled()
    assert page.backup_card.folder_button.isEnabled()
    assert page.backup_card.notice.isVisible()
    made = backup.list_backups(shop.path)[0][0].astimezone()
    assert f"{made:%Y-%m-%d %H:%M}" in texts(page.backup_card)


def test_a_failed_backup_says_why(page, shop):
    backup.backup_folder(shop.path).write_text("a file where the folder should be")
    page.backup_card.now_button.click()
    settle(page)
    assert "No good backup" in page.backup_card.notice.text
    assert page.backup_card.now_button.isEnabled()


@pytest.mark.parametrize(("kept", "place", "word"), [(True, KEYRING, "keyring"), (False, PASSPHRASE, "passphrase")])
def test_where_the_key_is(page, shop, monkeypatch, kept, place, word):
    monkeypatch.delenv(shop_keys.PASSPHRASE_VARIABLE, raising=False)
    found = shop.key.raw if kept else None
    monkeypatch.setattr(shop_keys.SystemKeyring, "find", lambda _self, _salt: found)
    assert page.file_card.read() == place
    page.file_card.show_key(place)
    assert any(word in text for text in texts(page.file_card))


def test_a_narrow_page_has_one_column(page):
    assert page.backup_card.mapTo(page, page.backup_card.rect().topLeft()).x() > page.width() // 2
    page.resize(600, 700)
    QApplication.processEvents()
    assert page.backup_card.mapTo(page, page.backup_card.rect().topLeft()).x() < 100


def test_every_code_has_a_sentence():
    assert set(words.PROBLEMS) == set(CODES)


def test_every_control_has_a_name(page):
    for widget in page.findChildren(object):
        if hasattr(widget, "focusPolicy") and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name) or widget.text(), widget


def test_the_watched_folder_is_chosen_kept_and_given_up(page, tmp_path):
    card = page.watched_card
    assert not card.automatic.isVisible()
    card.choose_button.click()
    assert card.chooser.isVisible()
    card.chooser.fileSelected.emit(str(tmp_path))
    card.chooser.close()
    settle(page)
    assert stored(page)["watched_folder"] == str(tmp_path)
    assert stored(page)["watched_automatic"] is False
    assert card.path_label.text() == str(tmp_path)
    card.automatic.click()
    settle(page)
    assert stored(page)["watched_automatic"] is True
    card.stop_button.click()
    settle(page)
    assert stored(page)["watched_folder"] == ""
    assert not card.path_label.isVisible()


def test_a_watched_folder_that_is_gone_is_said(page, tmp_path):
    save_settings(page._context.shop, {"watched_folder": str(tmp_path / "gone")})
    page._ask()
    settle(page)
    assert any("not on this computer" in text for text in texts(page.watched_card))
    assert not page.watched_card.look_button.isEnabled()


def test_looking_again_forgets_what_was_offered(page, tmp_path):
    from local_db.importing import watched_folder

    watched_folder.remember(page._context.shop, ["a" * 64])
    save_settings(page._context.shop, {"watched_folder": str(tmp_path)})
    page._ask()
    settle(page)
    page.watched_card.look_button.click()
    settle(page)
    assert watched_folder.seen(page._context.shop) == frozenset()


def test_backups_from_before_an_erasure_say_so_and_are_replaced(page):
    shop = page._context.shop
    with shop.write() as connection:
        connection.execute("insert into members(id, platform, nick) values (1, 'taobao', 'a')")
    old = backup.back_up(shop, datetime.now(UTC) - timedelta(days=3))
    page._ask()
    settle(page)
    assert not page.backup_card.erased.isVisible()
    assert not page.backup_card.replace_button.isVisible()
    _, changes = erasure.erase_member(shop, 1, now=datetime.now(UTC))
    page._context.changes.announce(changes)
    settle(page)
    assert any(text.startswith("still holds an erased person until 20") for text in texts(page.backup_card))
    assert page.backup_card.erased.text.startswith("Backups from before a person was erased: 1.")
    page.backup_card.replace_button.click()
    settle(page)
    assert not old.exists()
    assert len(backup.list_backups(shop.path)) == 1
    assert "Older ones deleted: 1." in page.backup_card.notice.text


def test_a_file_that_could_not_be_rewritten_is_offered_to_be(page, monkeypatch):
    shop = page._context.shop
    with shop.write() as connection:
        connection.execute("insert into members(id, platform, nick) values (1, 'taobao', 'a')")

    def full(_shop):
        raise ShopFileError("disk_full", path="")

    with monkeypatch.context() as patched:
        patched.setattr(Shop, "scrub", full)
        _, changes = erasure.erase_member(shop, 1, now=datetime.now(UTC))
    page._context.changes.announce(changes)
    settle(page)
    assert page.backup_card.replace_button.text() == "Rewrite the file and back it up"
    page.backup_card.replace_button.click()
    settle(page)
    assert stored(page)["scrub_due"] is False


def test_exports_are_listed_with_who_when_why_and_how_many(page):
    assert any(text.startswith("Nothing was exported yet") for text in texts(page.exports_card))
    with page._context.shop.write() as connection:
        for number in range(12):
            note_export(
                connection, kind="segment", subject="猫粮", people=1_280 + number, file_name="a.xlsx", reason="快递",
                who="王店长", now=1_700_000_000 + number,
            )  # fmt: skip
        note_export(
            connection, kind="member", subject="7", people=1, file_name="", reason="", who="", now=1_800_000_000
        )
    page._ask()
    settle(page)
    said = texts(page.exports_card)
    assert said[2:5] == ["All data of one member", "people: 1", "2027-01-15 16:00"]
    for text in ("A segment · 猫粮", "people: 1,291", "2023-11-15 06:13", "王店长 · 快递 · a.xlsx"):
        assert text in said, text
    assert "people: 1,280" not in said
    page.exports_card.more_button.click()
    settle(page)
    assert "people: 1,280" in texts(page.exports_card)
    assert not page.exports_card.more_button.isVisible()
