"""A shop with people as imports leave them: records, keys, orders with lines, refunds, messages, lists."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from local_db.members import identity, identity_graph

if TYPE_CHECKING:
    from local_db.shop_file import Connection

NOW = datetime(2026, 1, 1, tzinfo=UTC)
DAY = 86_400
START = 1_700_000_000
REPORT = '{"orders": 0, "new_members": 0, "updated_members": 0, "new_consents": 0}'


def begin(connection: Connection) -> None:
    """Two shops on two platforms, an order list and a list of members."""
    connection.execute("insert into shops(id, platform, name) values (1, 'taobao', '喵屋'), (2, 'jd', '喵屋京东店')")
    connection.execute(
        "insert into imports(id, file_name, file_hash, profile, shop_id, imported_at, stated_at, report) values"
        " (1, 'orders.csv', 'a', 'taobao_orders', 1, ?1, ?1, ?2), (2, 'jd.xlsx', 'b', 'jd_orders', 2, ?1, ?1, ?2),"
        " (3, 'members.csv', 'c', 'own', null, ?1, ?1, ?2)",
        [START + 900 * DAY, REPORT],
    )
    connection.execute("insert into products(id, shop_id, title) values (1, 1, '猫粮'), (2, 2, '猫砂')")


def key(connection: Connection, kind: str, value: str, platform: str, import_id: int = 1) -> int:
    """An identity, made when new."""
    scope = identity_graph.scope_of(kind, platform)
    connection.execute(
        "insert or ignore into identities(kind, scope, value, import_id) values (?, ?, ?, ?)",
        [kind, scope, value, import_id],
    )
    found: int = connection.execute(
        "select id from identities where kind = ? and scope = ? and value = ?", [kind, scope, value]
    ).fetchone()[0]
    return found


def add_record(connection: Connection, *, platform: str = "taobao", import_id: int = 1, **said: str) -> int:
    """What a file says about one person: keys by their kind, name, province, city, address_key."""
    kinds = [kind for kind in identity_graph.KINDS if kind in said]
    keys = {kind: key(connection, kind, said[kind], platform, import_id) for kind in kinds}
    strongest = next(iter(keys.values()))
    count = connection.execute("select count(*) from records").fetchone()[0]
    columns = {
        "hash": count + 1,
        "platform": platform,
        "identity_id": strongest,
        **keys,
        "phone_kind": "real" if "phone" in said else "absent",
        **{name: said.get(name, "") for name in ("name", "province", "city", "address_key")},
    }
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    record: int = connection.execute(
        f"insert into records({names}) values ({marks}) returning id",
        list(columns.values()),
    ).fetchone()[0]
    return record


def add_order(
    connection: Connection, record: int, number: str, *, day: int = 0, paid: int = 1000, shop: int = 1
) -> int:
    """A finished order of the person of a record, with one line."""
    order: int = connection.execute(
        "insert into orders(shop_id, number, identity_id, record_id, status, ordered_at, paid_at, paid, net, items,"
        " is_purchase, province, city, content_hash, import_id) select ?1, ?2, identity_id, id, 'finished', ?3, ?3, ?4,"
        " ?4, 1, 1, province, city, '', ?1 from records where id = ?5 returning id",
        [shop, number, START + day * DAY, paid, record],
    ).fetchone()[0]
    connection.execute(
        "insert into order_lines(order_id, position, product_id, sku, quantity, price) values (?, 0, ?, '2kg', 1, ?)",
        [order, shop, paid],
    )
    connection.execute(
        "insert into order_statements(order_id, import_id, content_hash, content, record_id)"
        " values (?, ?, '', '{}', ?)",
        [order, shop, record],
    )
    return order


def derive(connection: Connection) -> None:
    """Make members of everybody, and let orders follow."""
    identities = [row[0] for row in connection.execute("select id from identities")]
    identity.derive_again(connection, identities)
    connection.execute(
        "update orders set member_id = (select member_id from identities where id = identity_id)"
        " where identity_id is not null"
    )
    identity.derive_again(connection, identities)


def member(connection: Connection, kind: str, value: str) -> int:
    """Whose a key is."""
    found: int = connection.execute(
        "select member_id from identities where kind = ? and value = ?", [kind, value]
    ).fetchone()[0]
    return found


def add_cat_lovers(connection: Connection) -> None:
    """Lin (Taobao and JD with one phone and name), Zhou (another nick with Lin's phone), Wu (nobody's double)."""
    begin(connection)
    lin = add_record(
        connection, buyer_id="20881", nick="小鱼干", phone="13800001234", name="林小鱼", province="浙江", city="杭州"
    )
    lin_jd = add_record(
        connection,
        platform="jd",
        import_id=2,
        nick="jd_lin",
        phone="13800001234",
        name="林小鱼",
        province="浙江",
        city="杭州",
    )
    wu = add_record(connection, nick="wu_4", name="吴四", province="安徽", city="合肥", address_key="k1")
    add_order(connection, lin, "2200001", day=1, paid=12_860)
    add_order(connection, lin, "2200002", day=40, paid=5_000)
    add_order(connection, lin_jd, "JD1", day=80, paid=7_700, shop=2)
    add_order(connection, wu, "2200003", day=3, paid=900)
    connection.execute(
        "insert into refunds(shop_id, order_number, number, import_id, state, amount, asked_at, finished_at, reason,"
        " title, content_hash) values (1, '2200002', '', 1, 'refunded', 5000, ?1, ?1, '林小鱼说不想要了', '猫粮', '')",
        [START + 45 * DAY],
    )
    connection.execute(
        "insert into list_entries(import_id, record_id, joined_at, birthday, tier, points)"
        " values (3, ?, ?, '05-06', '金卡', 320)",
        [lin, START],
    )
    derive(connection)
