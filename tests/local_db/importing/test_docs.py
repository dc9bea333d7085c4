"""The worked example of docs/imports.md works, and its table of files names every profile."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from local_db.importing.fields import MEMBER_FIELDS, ORDER_FIELDS, REFUND_FIELDS
from local_db.importing.model import ImportReport
from local_db.importing.profile import BUILT_IN, Profile, built_in_profiles, load_profile, profile_toml
from local_db.shop_file import Shop
from tests.local_db.importing.exports import contents

TEXT = (Path(__file__).resolve().parents[3] / "docs" / "imports.md").read_text(encoding="utf-8")


EXAMPLES = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)


def test_the_worked_example(shop: Shop, bring_in: Callable[..., ImportReport], tmp_path: Path) -> None:
    [_, profile] = EXAMPLES
    [rows] = re.findall(r"```\n( customer_id.*?)```", TEXT, re.DOTALL)
    (tmp_path / "cdnow.toml").write_text(profile, encoding="utf-8")
    (tmp_path / "cdnow.txt").write_text(rows, encoding="utf-8")
    report = bring_in(tmp_path / "cdnow.txt", profile=load_profile(tmp_path / "cdnow.toml"))
    assert (report.orders, report.members, report.paid, report.currency) == (3, 2, 10077, "USD")
    assert [order[10] for order in contents(shop)["orders"]] in ([1, 1, 5], [1, 5, 1], [5, 1, 1])


def test_the_profile_of_bare_opt_outs(shop: Shop, bring_in: Callable[..., ImportReport], tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(EXAMPLES[0], encoding="utf-8")
    for name, rows in (("a.csv", "手机号\n13900000001\n"), ("b.csv", "手机号,时间\n13900000002,2026-01-01\n")):
        (tmp_path / name).write_text(rows, encoding="utf-8")
        bring_in(tmp_path / name, profile=load_profile(tmp_path / "own.toml"))
    assert [consent[2:5] for consent in contents(shop)["consents"]] == [
        ("13900000001", "sms", "opted_out"),
        ("13900000002", "sms", "opted_out"),
    ]


def test_every_profile_and_every_field_is_described() -> None:
    assert all(f"`{name}`" in TEXT for name in (*BUILT_IN, *ORDER_FIELDS, *MEMBER_FIELDS, *REFUND_FIELDS))


@pytest.mark.parametrize("profile", built_in_profiles(), ids=lambda profile: profile.name)
def test_the_table_says_when_a_layout_was_seen(profile: Profile) -> None:
    [row] = [line for line in TEXT.splitlines() if line.startswith("|") and f"| `{profile.name}` |" in line]
    assert row.endswith(f"| {profile.seen} |")
    assert ("¹" in row) == ("unverified" in profile.source)


def test_every_key_of_a_profile_is_described() -> None:
    keys = {key for profile in built_in_profiles() for key in tomllib.loads(profile_toml(profile))}
    of_rows = {key for profile in built_in_profiles() for key in tomllib.loads(profile_toml(profile)).get("rows", {})}
    described = set(re.findall(r"`\[?(\w+)\]?`", TEXT)) | {"file", "rows"}
    assert keys <= described
    assert all(f"`[rows] {key}`" in TEXT for key in of_rows)
