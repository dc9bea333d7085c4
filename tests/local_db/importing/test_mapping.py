"""A person's own columns: what is offered, what they make of a recognised profile, and that it can be kept."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from local_db.errors import ImportRefused
from local_db.importing import actions, mapping
from local_db.importing.model import FileKind
from local_db.importing.profile import load_profile, save_profile
from tests.new_shop import new_shop

GUESSABLE = [
    ["买家昵称", "付款日期", "订单状态", "实付金额", "身份证号", "", "买家昵称"],
    ["小鱼干", "2026-01-05 10:00:00", "交易成功", "128.60", "3301", "x", "y"],
    ["momo", "2026-01-06 11:00:00", "交易成功", "88.00", "3302", "x", "y"],
]
UNKNOWN = [["wer", "wann", "wieviel"], ["anna", "05/01/2026", '="12.50"'], ["bert", "06/01/2026", "'8.00"]]


@pytest.fixture
def preview(tmp_path):
    def make(rows):
        path = tmp_path / "file.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path, actions.preview_file(path)

    return make


def test_offered_headers_are_named_once_and_never_national_ids(preview):
    _, seen = preview(GUESSABLE)
    assert mapping.offered_headers(seen) == ("买家昵称", "付款日期", "订单状态", "实付金额")


def test_the_first_mapping_is_what_was_recognised(preview):
    _, seen = preview(GUESSABLE)
    assert mapping.first_mapping(seen) == {
        "nick": "买家昵称", "paid_at": "付款日期", "status": "订单状态", "paid": "实付金额",
    }  # fmt: skip


def test_examples_stand_without_the_signs_that_protect_them(preview):
    path, seen = preview(UNKNOWN)
    assert seen.profile is None
    assert mapping.examples(path, seen)["wieviel"] == ("12.50", "8.00")


def test_a_changed_column_keeps_everything_else_of_the_profile(preview):
    _, seen = preview(GUESSABLE)
    made = mapping.mapped_profile(seen, {"paid": "实付金额", "paid_at": "付款日期", "status": "订单状态"})
    assert made.statuses == seen.profile.statuses
    assert made.currency == seen.profile.currency
    assert made.rows.number_from_content
    assert set(made.headers) == {"paid", "paid_at", "status"}


def test_an_own_profile_can_be_kept_and_brings_the_file_in(preview, tmp_path):
    path, seen = preview(UNKNOWN)
    chosen = {"nick": "wer", "paid_at": "wann", "paid": "wieviel"}
    made = mapping.mapped_profile(seen, chosen, name=mapping.profile_name("Mein Laden"), dates="dmy")
    kept = load_profile(save_profile(tmp_path / "profiles", made))
    assert kept == made
    with new_shop(tmp_path / "shop.regulars") as shop:
        report, _ = actions.import_file(shop, path, profiles=[kept], now=datetime.now(UTC))
    assert (report.orders, report.paid, report.profile_name) == (2, 2050, "Mein-Laden")


def test_an_own_profile_goes_before_a_built_in_one_that_reads_more(tmp_path):
    sample = Path(__file__).parents[3] / "resources" / "sample" / "ExportOrderList202611161000.csv"
    seen = actions.preview_file(sample)
    chosen = {field: header for field, header in mapping.first_mapping(seen).items() if field != "address"}
    own = mapping.mapped_profile(seen, chosen, name="mine")
    again = actions.preview_file(sample, profiles=[own])
    assert again.profile.name == "mine"
    assert "address" not in {column.field for column in again.columns}


@pytest.mark.parametrize(
    ("chosen", "kind", "code"),
    [
        ({"nick": "wer"}, FileKind.ORDERS, "profile_invalid"),
        ({"paid": "wieviel"}, FileKind.ORDERS, "profile_invalid"),
        ({"joined_at": "wann"}, FileKind.MEMBERS, "profile_invalid"),
        ({"nick": "wer", "paid": "wieviel"}, FileKind.MEMBERS, "profile_invalid"),
        ({"nick": "身份证号", "paid": "wieviel", "paid_at": "wann"}, FileKind.ORDERS, "national_id"),
    ],
)
def test_what_cannot_be_a_profile_is_refused(preview, chosen, kind, code):
    _, seen = preview(UNKNOWN)
    with pytest.raises(ImportRefused) as refused:
        mapping.mapped_profile(seen, chosen, kind=kind)
    assert refused.value.code == code


@given(st.text())
@example("0" * 63 + ":0")
def test_a_name_becomes_the_name_of_a_file(words):
    name = mapping.profile_name(words)
    assert len(name) <= 64
    assert "/" not in name
    assert "\\" not in name
    assert mapping.profile_name(name) == name
