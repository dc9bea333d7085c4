"""Twenty segments as sellers ask for them, each as a tree and as a person would write it in SQL for DuckDB."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, NamedTuple

from local_db.segments.city_tiers import city_tier
from local_db.values import DAY_SECONDS
from tests.bench.big_shop import NOW, PLACES

TODAY = (NOW + 8 * 3600) // DAY_SECONDS  # the shop's calendar day, counted from 1970
MOMENT = datetime.fromtimestamp(NOW, UTC)
_YEAR = 365
_CITIES = [city for cities in PLACES.values() for city in cities.split()]


class Question(NamedTuple):
    """A segment both ways."""

    name: str
    tree: Any
    sql: str


def _field(name: str, op: str, value: Any = None, **more: str) -> dict[str, Any]:
    return {"field": name, "op": op} | ({} if value is None else {"value": value}) | more


def _bought(**wanted: Any) -> dict[str, Any]:
    return {"ordered": wanted}


def _since(days: int) -> str:
    return f"o.day > {TODAY - days}"


def _tier(*tiers: str) -> str:
    return ", ".join(f"'{city}'" for city in _CITIES if city_tier(city) in tiers) or "''"


def _birthdays(days: int) -> str:
    ahead = [datetime.fromtimestamp((TODAY + number) * DAY_SECONDS, UTC) for number in range(days + 1)]
    return ", ".join(str(day.month * 100 + day.day) for day in ahead)


_MEMBERS = "select count(*) from members m where"
_CAT_FOOD = "o.id in (select order_id from lines l join products p on p.id = l.product where contains(p.title, '猫粮'))"
_SANDS = "o.id in (select order_id from lines l join products p on p.id = l.product where contains(p.title, '猫砂'))"

QUESTIONS = (
    Question(
        "asleep and spent a lot",
        {"all": [_field("spent", ">=", 3000), _field("last_order", "before_days", 90)]},
        f"""{_MEMBERS} m.id in (select member from orders where is_purchase = 1 group by member
            having sum(net) >= 300000 and max(day) <= {TODAY - 90})""",
    ),
    Question(
        "bought within 30 days, in three provinces",
        {"all": [_bought(within_days=30), _field("province", "in", ["浙江", "广东", "江苏"])]},
        f"""{_MEMBERS} m.province in ('浙江', '广东', '江苏')
            and exists (select 1 from orders o where o.member = m.id and o.is_purchase = 1 and {_since(30)})""",
    ),
    Question(
        "cat food within half a year, none within 60 days",
        {"all": [_bought(within_days=180, product={"title_has": "猫粮"}),
                 {"not": _bought(within_days=60, product={"title_has": "猫粮"})}]},
        f"""{_MEMBERS} m.id in (select member from orders o where is_purchase = 1 and {_since(180)} and {_CAT_FOOD})
            and m.id not in (select member from orders o where is_purchase = 1 and {_since(60)} and {_CAT_FOOD})""",
    ),
    Question(
        "three times within a year and agreed to messages",
        {"all": [_bought(within_days=_YEAR, times=[">=", 3]), _field("consent", "is", "granted", channel="sms"),
                 _field("has_phone", "is", value=True)]},
        f"""{_MEMBERS} m.sms = 'granted' and m.phone_kind = 'real' and m.id in (select member from orders o
            where is_purchase = 1 and {_since(_YEAR)} group by member having count(*) >= 3)""",
    ),
    Question(
        "two thousand within the last year, not at the second shop",
        {"all": [_bought(within_days=_YEAR, sum=[">=", 2000]), {"not": _bought(within_days=_YEAR, shop=["二店"])}]},
        f"""{_MEMBERS} m.id in (select member from orders o where is_purchase = 1 and {_since(_YEAR)}
            group by member having sum(net) >= 200000)
            and m.id not in (select member from orders o where is_purchase = 1 and {_since(_YEAR)} and o.shop = 2)""",
    ),
    Question(
        "eight pieces of two categories",
        _bought(items=[">=", 8], product={"category": ["猫粮", "零食"]}),
        """select count(*) from (select o.member from orders o join lines l on l.order_id = o.id
            join products p on p.id = l.product where o.is_purchase = 1 and p.category in ('猫粮', '零食')
            group by o.member having sum(l.quantity) >= 8)""",
    ),
    Question(
        "cat food, then litter within 60 days",
        {"sequence": {"first": {"product": {"title_has": "猫粮"}}, "then": {"product": {"title_has": "猫砂"}},
                      "within_days": 60}},
        f"""with a as (select member, time from orders o where is_purchase = 1 and {_CAT_FOOD}),
            b as (select member, time from orders o where is_purchase = 1 and {_SANDS})
            select count(distinct a.member) from a asof join b on a.member = b.member and a.time < b.time
            where b.time - a.time <= {60 * DAY_SECONDS}""",
    ),
    Question(
        "cat food, and nothing again within 90 days",
        {"sequence": {"first": {"product": {"category": "猫粮"}, "within_days": 400}, "then": {}, "within_days": 90,
                      "absent": True}},
        f"""with a as (select member, max(time) as time from orders o where is_purchase = 1 and {_since(400)}
              and o.id in (select order_id from lines l join products p on p.id = l.product where p.category = '猫粮')
              group by member),
            b as (select member, time from orders where is_purchase = 1)
            select count(*) from a asof left join b on a.member = b.member and a.time < b.time
            where b.time is null or b.time - a.time > {90 * DAY_SECONDS}""",
    ),
    Question(
        "must not be lost, by RFM scores",
        {"rfm": {"r": [1, 2], "f": [4, 5], "m": [4, 5]}},
        f"""select count(*) from (select member from orders where is_purchase = 1 group by member
            having max(day) <= {TODAY - 180} and count(*) >= 5 and sum(net) >= 100000)""",
    ),
    Question(
        "sent back for the size, or money back for a third of the orders",
        {"any": [{"refund": {"reason_has": "尺码", "within_days": _YEAR}}, _field("refund_share", ">=", 33)]},
        f"""{_MEMBERS} m.id in (select member from refunds r where contains(reason, '尺码')
              and (r.time + 28800) // 86400 > {TODAY - _YEAR})
            or m.id in (select member from orders where is_purchase = 1 or refunded > 0 group by member
              having 100 * count(*) filter (refunded > 0) >= 33 * count(*))""",
    ),
    Question(
        "tags joined and taken off",
        {"all": [{"any": [{"tag": "VIP"}, {"tag": "老客"}]}, {"not": {"tag": "价格敏感"}}]},
        f"""{_MEMBERS} m.id in (select member from member_tags where tag in ('VIP', '老客'))
            and m.id not in (select member from member_tags where tag = '价格敏感')""",
    ),
    Question(
        "three times at night",
        _bought(hours=[22, 6], times=[">=", 3]),
        """select count(*) from (select member from orders where is_purchase = 1 and second > 0
            and (second >= 79200 or second < 21600) group by member having count(*) >= 3)""",
    ),
    Question(
        "at weekends, two hundred and more each, twice within two years",
        _bought(weekdays=[6, 7], amount=[200, None], times=[">=", 2], within_days=2 * _YEAR),
        f"""select count(*) from (select member from orders o where is_purchase = 1 and {_since(2 * _YEAR)}
            and (day + 3) % 7 in (5, 6) and paid >= 20000 group by member having count(*) >= 2)""",
    ),
    Question(
        "began with snacks and came again",
        {"all": [_bought(which="first", product={"category": "零食"}), _field("orders", ">=", 2)]},
        """with f as (select *, row_number() over (partition by member order by time, id) as place
              from orders where is_purchase = 1)
            select count(*) from f where place = 1
            and id in (select order_id from lines l join products p on p.id = l.product where p.category = '零食')
            and member in (select member from orders where is_purchase = 1 group by member having count(*) >= 2)""",
    ),
    Question(
        "woke up within 60 days after 180 days asleep",
        _bought(after_gap_days=180, within_days=60),
        f"""with g as (select member, day, day - lag(day) over (partition by member order by time, id) as gap
              from orders where is_purchase = 1)
            select count(distinct member) from g where gap >= 180 and day > {TODAY - 60}""",
    ),
    Question(
        "a third off and more, over three orders",
        {"all": [_field("discount_share", ">=", 33), _field("orders", ">=", 3)]},
        f"""{_MEMBERS} m.id in (select member from orders where is_purchase = 1 and discount >= 0 group by member
              having 100 * sum(discount) >= 33 * sum(discount + net + refunded))
            and m.id in (select member from orders where is_purchase = 1 group by member having count(*) >= 3)""",
    ),
    Question(
        "later than usual by half",
        {"all": [_field("overdue", ">=", 150), _field("orders", "between", [3, 20])]},
        f"""select count(*) from (select member, count(*) as orders, count(distinct day) as days, min(day) as first,
              max(day) as last from orders where is_purchase = 1 group by member)
            where orders between 3 and 20 and days > 1
              and 100 * ({TODAY} - last) * (days - 1) >= 150 * (last - first)""",
    ),
    Question(
        "one article at a good price, of two SKUs",
        _bought(product={"sku": ["S007", "S014"], "price": [100, 200]}, within_days=_YEAR),
        f"""select count(distinct o.member) from orders o join lines l on l.order_id = o.id
            where o.is_purchase = 1 and {_since(_YEAR)} and l.sku in ('S007', 'S014')
              and l.price between 10000 and 20000""",
    ),
    Question(
        "unpaid within two weeks and nothing bought since",
        {"all": [_bought(status=["unpaid"], within_days=14), {"not": _bought(within_days=14)}]},
        f"""{_MEMBERS} exists (select 1 from orders o where o.member = m.id and o.status = 'unpaid' and {_since(14)})
            and not exists (select 1 from orders o where o.member = m.id and o.is_purchase = 1 and {_since(14)})""",
    ),
    Question(
        "a long one",
        {"all": [
            {"any": [_field("city_tier", "in", ["1", "new1"]), _field("tier", "is", "黑卡")]},
            {"any": [_field("birthday", "in_days", 30), _bought(platform=["taobao"], within_days=90), {"tag": "送礼"}]},
            {"not": {"sent": {"within_days": 60}}},
            {"not": {"all": [_field("refunds", ">=", 1), _field("spent", "<", 500)]}},
            _field("days_since", "<=", 400),
            _field("items", ">=", 4),
        ]},
        f"""{_MEMBERS} (m.city in ({_tier("1", "new1")}) or m.tier = '黑卡')
            and (m.birthday in ({_birthdays(30)}) or m.id in (select member from member_tags where tag = '送礼')
              or exists (select 1 from orders o join shops s on s.id = o.shop
                where o.member = m.id and o.is_purchase = 1 and s.platform = 'taobao' and {_since(90)}))
            and m.id not in (select member from sendings where (time + 28800) // 86400 > {TODAY - 60})
            and not (m.id in (select member from orders where refunded > 0)
              and coalesce((select sum(net) from orders o where o.member = m.id and o.is_purchase = 1), 0) < 50000)
            and m.id in (select member from orders where is_purchase = 1 group by member
              having {TODAY} - max(day) <= 400 and sum(items) >= 4)""",
    ),
)  # fmt: skip
