"""Small export files as platforms write them, and what a shop holds afterwards."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from local_db.shop_file import Shop

NOW = datetime(2026, 11, 1, 4, tzinfo=UTC)
REAL_DATA = Path(__file__).resolve().parents[4] / "shared" / "data"

HEADER_LINE = (
    "订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,"
    "订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,"
    "物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,退款金额,打款商家金额"
)
TAOBAO_HEADERS = tuple(HEADER_LINE.split(","))


def taobao_row(number: int, **changes: str) -> list[str]:
    """One order of a Taobao order list; `changes` by header without its trailing space."""
    cells = {
        "订单编号": f'="{190000000000000000 + number}"',
        "买家会员名": f"buyer{number}",
        "买家实际支付金额": "77.35",
        "订单状态": "交易成功",
        "收货人姓名": "曹河",
        "收货地址": "浙江省 杭州市 西湖区   示例路1号(310000)",
        "联系手机": f"'139{number:08d}",
        "订单创建时间": "2018-12-31 15:21:11",
        "订单付款时间": "2018-12-31 15:21:17",
        "宝贝标题": "猫粮",
        "宝贝种类": "1",
        "宝贝总数量": "1",
        "店铺名称": "示例书店",
        "订单关闭原因": "订单未关闭",
        "退款金额": "0.00",
        "打款商家金额": "0.00元",
    }
    cells |= changes
    return [cells.get(header.strip(), "") for header in TAOBAO_HEADERS]


def write_csv(
    path: Path, rows: Sequence[Sequence[str]], *, headers: Sequence[str] = TAOBAO_HEADERS, encoding: str = "gb18030"
) -> Path:
    with open(path, "w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows([headers, *rows])
    return path


def contents(shop: Shop) -> dict[str, list[tuple[object, ...]]]:
    """Everything the shop knows, without ids, so that two shops can be compared."""
    queries = {
        "orders": "select s.platform, s.name, o.number, m.nick, m.phone, o.status, o.ordered_at, o.paid_at, o.paid,"
        " o.refunded, o.items, o.is_purchase, o.province, o.city, o.content_hash"
        " from orders o join shops s on s.id = o.shop_id left join members m on m.id = o.member_id",
        "members": "select platform, nick, name, email, phone, phone_kind, province, city, facts_at from members",
        "identities": "select i.kind, i.scope, i.value, m.nick, m.phone from identities i"
        " join members m on m.id = i.member_id",
        "lines": "select o.number, l.position, p.title, l.sku, l.quantity, l.price from order_lines l"
        " join orders o on o.id = l.order_id left join products p on p.id = l.product_id",
        "consents": "select m.nick, m.email, m.phone, c.channel, c.state, c.noted_at from consents c"
        " join members m on m.id = c.member_id",
    }
    with shop.read() as connection:
        return {name: sorted(connection.execute(sql).fetchall(), key=repr) for name, sql in queries.items()}
