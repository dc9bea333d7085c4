"""The call for scripts counts what the command line and the builder count, saved segments included."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from local_db.errors import TreeError
from local_db.roster.source import RosterSource
from local_db.segments.actions import save_segment
from local_db.segments.counting import count
from local_db.segments.model import SavedSegment
from local_db.segments.tree import parse
from tests.local_db.importing.exports import taobao_row, write_csv
from tests.new_shop import new_shop

NOW = datetime(2019, 1, 2, tzinfo=UTC)


@pytest.fixture
def shop(tmp_path):
    from local_db.importing.actions import import_file

    with new_shop(tmp_path / "shop.regulars") as opened:
        rows = [taobao_row(n, 买家会员名=f"buyer{n // 2}") for n in range(5)]
        import_file(opened, write_csv(tmp_path / "ExportOrderList201901011200.csv", rows), now=NOW)
        yield opened


def test_a_tree_is_counted_in_a_shop(shop):
    found = count(shop, {"all": [{"field": "orders", "op": ">=", "value": 2}]}, now=NOW)
    assert (found.count, found.everybody) == (2, 3)
    assert [(node.path, node.count) for node in found.nodes] == [("", 2), ("/all/0", 2)]
    assert found.matched.tolist() == [True, True, False]
    assert count(shop, {"all": []}, now=NOW, as_of=date(2018, 1, 1)).count == 0


def test_saved_segments_are_known(shop):
    saved, _ = save_segment(shop, SavedSegment("regulars", parse({"field": "orders", "op": ">=", "value": 2})), now=NOW)
    roster = RosterSource(shop).current()
    assert count(shop, {"not": {"segment": saved.id}}, now=NOW, roster=roster).count == 1
    with pytest.raises(TreeError, match="unknown_segment"):
        count(shop, {"segment": saved.id + 1}, now=NOW)
    with pytest.raises(TreeError, match="unknown_field"):
        count(shop, {"field": "x"}, now=NOW)
