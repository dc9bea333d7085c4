"""The sample shop as files: what `resources/sample/` holds, made again from the seed."""

from __future__ import annotations

from pathlib import Path

from local_db.sample.buyers import all_buyers
from local_db.sample.member_list import all_members, member_list
from local_db.sample.opt_outs import all_opt_outs, opt_out_list
from local_db.sample.order_list import order_list
from local_db.sample.orders import all_orders
from local_db.sample.shop_calendar import EXPORTED_AT

ORDER_LIST = f"ExportOrderList{EXPORTED_AT:%Y%m%d%H%M}.csv"
MEMBER_LIST = "member_list.csv"
OPT_OUT_LIST = "opt_out_list.csv"


def sample_files() -> dict[str, bytes]:
    """The sample shop's files by name; the same bytes on every machine."""
    buyers = all_buyers()
    orders = all_orders(buyers)
    return {
        ORDER_LIST: order_list(orders),
        MEMBER_LIST: member_list(all_members(buyers, orders)),
        OPT_OUT_LIST: opt_out_list(all_opt_outs(orders)),
    }


def write(directory: Path) -> None:
    """Write the sample shop's files into a directory, which is made if missing."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, content in sample_files().items():
        (directory / name).write_bytes(content)
