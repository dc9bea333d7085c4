"""Every platform's file reaches the shop with the totals worked out by hand, and leaves it without a trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from local_db.importing import actions
from local_db.importing.undo import list_imports, undo_import
from local_db.shop_file import Shop
from tests.local_db.canonical import dump
from tests.local_db.importing.exports import NOW
from tests.local_db.importing.platforms import ORDER_FILES, REFUND_FILES, Back, Export, Said
from tests.new_shop import new_shop

SUMS = """select count(*), (select count(*) from order_lines), (select count(distinct identity_id) from orders),
  sum(paid), sum(refunded), sum(net), sum(is_purchase), sum(items), coalesce(sum(discount), 0) from orders"""


def row(shop: Shop, query: str) -> tuple[int, ...]:
    with shop.read() as connection:
        found: tuple[int, ...] = connection.execute(query).fetchone()
    return found


@pytest.mark.parametrize("export", ORDER_FILES, ids=lambda export: export.name or export.profile)
def test_an_order_file_reaches_the_shop(tmp_path: Path, export: Export) -> None:
    said = export.said
    assert isinstance(said, Said)
    with new_shop(tmp_path / "shop.regulars") as shop:
        empty = dump(shop)
        report, _ = actions.import_file(shop, export.write(tmp_path / "export.csv"), now=NOW)
        assert (report.orders, report.new_orders, report.paid, report.refunded) == (
            said.orders, said.orders, said.paid, said.refunded,
        )  # fmt: skip
        stored = row(shop, SUMS)
        assert Said(*(number or 0 for number in stored)) == said
        assert row(shop, "select count(*) from pragma_foreign_key_check") == (0,)
        undo_import(shop, list_imports(shop)[0].id, now=NOW)
        assert dump(shop) == empty


@pytest.mark.parametrize("export", REFUND_FILES, ids=lambda export: export.name or export.profile)
def test_a_refund_file_reaches_the_shop(tmp_path: Path, export: Export) -> None:
    said = export.said
    assert isinstance(said, Back)
    with new_shop(tmp_path / "shop.regulars") as shop:
        empty = dump(shop)
        report, _ = actions.import_file(shop, export.write(tmp_path / "export.csv"), now=NOW)
        back = sum(amount or 0 for _, _, state, amount in said.refunds if state == "refunded")
        assert (report.refunds, report.refunded) == (len(said.refunds), back)
        assert row(shop, "select count(*), sum(iif(state = 'refunded', amount, 0)) from refunds") == (
            len(said.refunds), back,
        )  # fmt: skip
        undo_import(shop, list_imports(shop)[0].id, now=NOW)
        assert dump(shop) == empty
