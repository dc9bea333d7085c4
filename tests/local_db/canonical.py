"""A shop as text that says everything it knows, and nothing of ids or of the order in which it was told."""

from __future__ import annotations

from local_db.shop_file import Connection, Shop

_MEMBER = """(select group_concat(word, ' ') from (
  select i.kind || ':' || i.scope || ':' || i.value as word from identities i where i.member_id = {0} order by word))"""

_QUERIES = {
    "shops": "select platform, name, currency, zone from shops s where exists"
    " (select 1 from orders o where o.shop_id = s.id)",
    "orders": "select s.platform, s.name, o.number, " + _MEMBER.format("o.member_id") + ", p.kind, p.value, o.status,"
    " o.closing, o.ordered_at, o.paid_at, o.shipped_at, o.finished_at, o.paid, o.refunded, o.net, o.discount,"
    " o.items, o.province, o.city, o.is_purchase from orders o join shops s on s.id = o.shop_id"
    " left join identities p on p.id = o.identity_id",
    "lines": "select s.platform, o.number, t.title, l.number, l.sku, l.quantity, l.price, l.discount, l.status"
    " from order_lines l join orders o on o.id = l.order_id join shops s on s.id = o.shop_id"
    " left join products t on t.id = l.product_id",
    "products": "select s.platform, s.name, t.title from products t join shops s on s.id = t.shop_id where exists"
    " (select 1 from order_lines l where l.product_id = t.id)",
    "members": "select " + _MEMBER.format("m.id") + ", platform, nick, name, email, phone, phone_kind, province, city,"
    " address_key, joined_at, birthday, tier, points, points_at, facts_at from members m",
    "identities": "select kind, scope, value, member_id is null from identities",
    "consents": "select " + _MEMBER.format("c.member_id") + ", i.kind, i.value, c.channel, c.state, c.source,"
    " c.noted_at, c.phone from consents c left join identities i on i.id = c.identity_id",
    "refunds": "select distinct s.platform, s.name, order_number, number, state, amount, asked_at, finished_at, reason,"
    " title from refunds r join shops s on s.id = r.shop_id",
    "parcels": "select distinct s.platform, s.name, o.number, p.number, p.courier from parcels p"
    " left join orders o on o.id = p.order_id left join shops s on s.id = o.shop_id",
    "tags": "select " + _MEMBER.format("t.member_id") + ", n.name, t.source from member_tags t"
    " join tags n on n.id = t.tag_id",
    "notes": "select " + _MEMBER.format("n.member_id") + ", text, noted_at from notes n",
    "lists": "select l.name, l.source, l.entries, i.kind, i.scope, i.value from saved_list_people p"
    " join saved_lists l on l.id = p.list_id join identities i on i.id = p.identity_id",
    "decisions": "select d.kind, a.kind, a.value, b.kind, b.value, reason from decisions d"
    " join identities a on a.id = d.first_id left join identities b on b.id = d.second_id",
}


def dump(shop: Shop) -> str:
    """The whole shop; two shops that know the same have the same dump, byte for byte."""
    with shop.read() as connection:
        return "\n".join(f"== {name}\n" + "\n".join(_rows(connection, sql)) for name, sql in _QUERIES.items())


def _rows(connection: Connection, sql: str) -> list[str]:
    return sorted(repr(row) for row in connection.execute(sql))
