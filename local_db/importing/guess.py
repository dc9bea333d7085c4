"""Which column of an unknown table is which field, told from its headers and from what stands below them.

Headers name, values confirm: a column called "time" that holds words is no time, and a column called "X7" that holds
phones is the phone. A guess is only ever shown to a person first. Columns of identity numbers are in no guess.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from local_db.importing import cells
from local_db.importing.birthdays import birthday
from local_db.importing.cells import BAD, MISSING
from local_db.importing.fields import IDENTITY_FIELDS, MEMBER_FIELDS, ORDER_FIELDS, Cells
from local_db.importing.model import FileKind
from local_db.importing.profile import DATE_ORDERS, NATIONAL_ID, common_headers, plain
from local_db.phones import PhoneKind, classify_phone

NO_HEADER = "#"  # the header of the third column of a table without headers is #3
ROWS = 200  # looked at
_MOST = 0.8  # of the cells of a column that has some
_SOME = 0.3  # phones stand between masked ones and blanks
_LONG = 17  # a title is as wide as so many letters; Chinese characters count twice
_MOST_OF_PLACE = 12  # characters of the longest name of a city
_UTC = ZoneInfo("UTC")

Row = Sequence[str]
Look = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Guess:
    """What a table seems to be: field → column index, what its rows are, the order of dates, lines or whole orders."""

    kind: FileKind
    columns: Mapping[str, int]
    dates: str = "ymd"
    per_line: bool = False


class _Column(NamedTuple):
    """A column's place and header, and its cells that hold something."""

    place: int
    header: str
    cells: tuple[str, ...]

    def share(self, look: Look) -> float:
        """Of the cells that hold something, how many look so."""
        return sum(map(look, self.cells)) / len(self.cells) if self.cells else 0.0

    @property
    def variety(self) -> float:
        """Different cells among all."""
        return len(set(self.cells)) / len(self.cells) if self.cells else 0.0


def guess(headers: Row, rows: Sequence[Row]) -> Guess:
    """Guess a table; `headers` may be those that `numbered` makes for a table without any."""
    columns = [_column(index, header, rows[:ROWS]) for index, header in enumerate(headers)]
    columns = [column for column in columns if not _is_national_id(column)]
    dates = _date_order(columns)
    by_header = _by_header(columns, dates)
    found = by_header | _by_values(columns, by_header, dates)
    kind = _kind(found)
    fields = ORDER_FIELDS if kind is FileKind.ORDERS else MEMBER_FIELDS
    if kind is FileKind.MEMBERS and "ordered_at" in found and "joined_at" not in found:
        found["joined_at"] = found["ordered_at"]
    found = {field: found[field] for field in fields if field in found}
    numbers = next((column.cells for column in columns if column.place == found.get("number")), ())
    return Guess(kind, found, dates, per_line=len(set(numbers)) < len(numbers))


def numbered(width: int) -> tuple[str, ...]:
    """Headers for a table that has none."""
    return tuple(f"{NO_HEADER}{place}" for place in range(1, width + 1))


def place_of(header: str) -> int | None:
    """The column index that a header made by `numbered` names; None for a header of a file."""
    found = re.fullmatch(rf"{NO_HEADER}([1-9]\d{{0,3}})", header)
    return int(found[1]) - 1 if found else None


def is_data(row: Row) -> bool:
    """Whether a row holds what no header would: a phone, an e-mail address, a time, an amount with its cents."""
    return any(look(cell) for cell in row for look in (is_phone, is_email, _is_day, _is_exact_money))


def is_phone(cell: str) -> bool:
    """Whether a cell is a mobile number, whole, masked or virtual."""
    kind = classify_phone(cells.clean_id(cell)).kind
    return kind in {PhoneKind.REAL, PhoneKind.MASKED, PhoneKind.VIRTUAL} and any(map(str.isdigit, cell))


def is_email(cell: str) -> bool:
    """Whether a cell is an e-mail address."""
    return re.fullmatch(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]{2,}", cells.clean_text(cell)) is not None


def is_national_id(cell: str) -> bool:
    """Whether a cell is a Chinese identity number: a birthday and a check sign in the right places."""
    text = cells.clean_id(cell).upper()
    if not re.fullmatch(r"[1-9]\d{16}[\dX]", text):
        return False
    try:
        born = date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(text[:17]))
    return born.year > 1900 and "10X98765432"[total % 11] == text[17]


# --- columns ---


def _column(index: int, header: str, rows: Sequence[Row]) -> _Column:
    texts = (row[index].strip(cells.EDGE) for row in rows if index < len(row))
    return _Column(index, header, tuple(text for text in texts if cells.clean_text(text)))


def _is_national_id(column: _Column) -> bool:
    return NATIONAL_ID.search(column.header) is not None or column.share(is_national_id) >= _SOME


def _kind(found: Mapping[str, int]) -> FileKind:
    orders = ("paid" in found or "total" in found) and ("paid_at" in found or "ordered_at" in found)
    people = any(field in found for field in IDENTITY_FIELDS)
    return FileKind.MEMBERS if people and not orders and "number" not in found else FileKind.ORDERS


def _date_order(columns: Sequence[_Column]) -> str:
    """The order under which most dates can be read; of several the first."""

    def readable(order: str) -> int:
        looks = (_is_time(order, cell) for column in columns for cell in column.cells)
        return sum(looks)

    return max(DATE_ORDERS, key=readable)


# --- by headers ---

_PARTS: tuple[tuple[str, str], ...] = (
    # Tried in this order; a header is the first field whose words it has.
    ("opted_out_at", r"(退订|拒收).*(时间|日期)|(opt.?(ed)?.?out|unsubscribed?).*(at|date|time)"),
    ("birthday", r"生日|出生|birth ?day|birth ?date|date of birth|\bdob\b"),
    ("joined_at", r"(入会|注册|成为会员|加入).*(时间|日期)?|(member since|joined|registered)"),
    ("consent_sms", r"accepts? sms|短信(同意|订阅|授权)|同意.*短信"),
    ("consent_email", r"accepts? e-?mail|邮件(同意|订阅|授权)|同意.*邮件"),
    ("email", r"e-?mail|邮箱|邮件地址"),
    ("paid_at", r"(付款|支付|成交).*(时间|日期|日)|paid.*(at|on|date|time)|payment.*(date|time)"),
    ("ordered_at", r"(下单|订购|订单|创建|提交|交易|购买).*(时间|日期|日)|order.*(date|time)|created|purchase.?date"),
    ("refunded", r"退款.*(金额|总额|元)|已退款|refund(ed)?.*(amount|total|sum)?$"),
    ("phone", r"手机|电话|联系方式|phone|mobile|\btel\b|cell"),
    ("paid", r"实付|实收|支付金额|付款金额|支付总|付了|paid|成交额|成交金额"),
    ("total", r"(订单|商品|合计|总).*(金额|总额|额|价)|金额|total|amount|grand"),
    ("quantity", r"数量|件数|几件|qty|quantity|pieces|pcs"),
    ("price", r"单价|售价|unit.?price|item.?price|^price"),
    ("status", r"状态|status|state of order"),
    ("close_reason", r"关闭原因|取消原因"),
    ("number", r"(订单|交易|主订单|单据)(编?号|id)|^单号|order.?(no|number|id|#)"),
    ("nick", r"昵称|旺旺|会员名|买家账号|用户名|网名|nick|buyer|username|user.?name"),
    ("buyer_id", r"(客户|会员|用户|买家)(编号|id|号|卡号)|(customer|member|user|buyer).?id"),
    ("name", r"收货人|收件人|姓名|名字|客户名|顾客|^name$|full.?name|recipient|customer$"),
    ("province", r"省份?$|^省|province"),
    ("city", r"城市|^市$|\bcity"),
    ("address", r"地址|address"),
    ("title", r"商品|宝贝|产品|品名|标题|货品|product|item|title"),
    ("sku", r"规格|属性|款式|颜色|尺码|sku|variant"),
    ("currency", r"币种|货币|currency"),
    ("shop", r"店铺|门店|店名|shop|store"),
    ("tier", r"等级|级别|\btier\b|\blevel\b"),
)  # fmt: skip
_NO_FIELD = re.compile(
    r"物流|快递|运单|发货|支付单|流水|运费|邮费|积分|优惠|红包|服务费|手续费|佣金|发票|备注|留言|审核|打款|仓|确认收货"
    r"|shipping|tracking|discount|tax|fee|invoice|note|remark|coupon|points",
    re.IGNORECASE,
)
# Only those that somebody has; orders have columns of points that were given, paid with or returned.
_POINTS = re.compile(
    r"(可用|当前|剩余|现有|会员|账户)?积分(余额)?|((available|current|reward|loyalty) )?points( balance)?",
    re.IGNORECASE,
)


@cache
def _parts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((field, re.compile(words, re.IGNORECASE)) for field, words in _PARTS)


@cache
def _known() -> Mapping[str, tuple[str, ...]]:
    """Header → the fields it may mean, as in the table of common headers."""
    known: dict[str, tuple[str, ...]] = {}
    for field, names in common_headers().headers.items():
        for name in names:
            known[plain(name)] = (*known.get(plain(name), ()), field)
    return known


def _by_header(columns: Sequence[_Column], dates: str) -> dict[str, int]:
    """Fields whose header says so and whose cells do not say otherwise; whole headers before parts of them."""
    found: dict[str, int] = {}
    taken: set[int] = set()
    for meanings in (_whole_header, _part_of_header):
        for column in columns:
            fields = () if column.place in taken else meanings(column.header)
            field = next((one for one in fields if one not in found and _can_be(one, column, dates)), "")
            if field:
                found[field] = column.place
                taken.add(column.place)
    return found


def _is_no_field(column: _Column) -> bool:
    """Whether the header says that the column is about something that is not read: parcels, fees, notes."""
    return _NO_FIELD.search(plain(column.header)) is not None


def _whole_header(header: str) -> Sequence[str]:
    return _known().get(plain(header), ("points",) if _POINTS.fullmatch(plain(header)) else ())


def _part_of_header(header: str) -> Sequence[str]:
    text = plain(header)
    if _NO_FIELD.search(text):
        return ()
    return [field for field, words in _parts() if words.search(text)][:2]


def _can_be(field: str, column: _Column, dates: str) -> bool:
    """Whether the cells do not speak against a field; an empty column never does."""
    kind = {**ORDER_FIELDS, **MEMBER_FIELDS}[field]
    looks: dict[Cells, tuple[Look, float]] = {
        Cells.TIME: (lambda cell: _is_time(dates, cell), _MOST),
        Cells.MONEY: (_is_money, _MOST),
        Cells.INTEGER: (lambda cell: cells.integer(cell) > BAD, _MOST),
        Cells.PHONE: (_is_any_phone, _SOME),
        Cells.YES_NO: (lambda cell: cells.yes_no(cell) > BAD, _MOST),
        Cells.BIRTHDAY: (lambda cell: birthday(cell, dates) is not None, _MOST),
    }
    if field == "email":
        looks[Cells.TEXT] = (is_email, _SOME)
    elif field in {"nick", "name", "status", "title"}:
        looks[Cells.TEXT] = looks[Cells.STATUS] = (lambda cell: not (is_phone(cell) or _is_day(cell)), _SOME)
    if kind not in looks or not column.cells:
        return True
    look, least = looks[kind]
    return column.share(look) >= least


# --- by values ---


def _by_values(columns: Sequence[_Column], known: Mapping[str, int], dates: str) -> dict[str, int]:
    """Fields for the columns that no header has named; each column once, each field once."""
    found: dict[str, int] = {}
    taken = set(known.values())
    free = [column for column in columns if column.cells and column.place not in taken and not _is_no_field(column)]
    for field, column in _proposals(free, known, dates):
        if field not in known and field not in found and column.place not in found.values():
            found[field] = column.place
    return found


def _proposals(free: Sequence[_Column], known: Mapping[str, int], dates: str) -> Iterator[tuple[str, _Column]]:
    """What each column may be, the surest first."""
    for field, look, least in (
        ("email", is_email, _MOST),
        ("phone", is_phone, _MOST),
        ("province", _is_province, _MOST),
        ("address", _is_address, _MOST),
        ("city", _is_city, _MOST),
        ("status", _is_status, _MOST),
    ):
        yield from ((field, column) for column in free if column.share(look) >= least)
    timed = {"paid_at", "ordered_at"} & set(known)
    times = [column for column in free if column.share(lambda cell: _is_time(dates, cell)) >= _MOST]
    yield from zip(("ordered_at", "paid_at")[: 1 if timed else 2], times, strict=False)
    yield from (("number", column) for column in free if column.share(_is_order_number) >= _MOST)
    if not {"paid", "total"} & set(known):
        money = [
            column for column in free if column.share(_is_exact_money) >= _SOME and column.share(_is_money) >= _MOST
        ]
        yield from (("paid", column) for column in sorted(money, key=_sum, reverse=True)[:1])
    yield from (("quantity", column) for column in free if column.share(_is_few) >= _MOST)
    words = [column for column in free if column.share(_is_words) >= _MOST]
    yield from (("title", column) for column in words if _width(column) >= _LONG)
    # Of people who can be told apart by something surer, words may be names, which many share.
    surer = any(column.share(look) >= _MOST for column in free for look in (is_email, is_phone))
    if not surer and not set(IDENTITY_FIELDS) & set(known):
        yield from (("nick", column) for column in words if _width(column) < _LONG and column.variety >= _SOME)


def _is_time(order: str, cell: str) -> bool:
    """A written time; runs of digits only where they make a day, for a serial number may be any number."""
    text = cells.clean_text(cell)
    if text.isdigit() and len(text) not in {8, 14}:
        return False
    return cells.time(text, _UTC, order) > BAD and not _is_bare_number(text)


def _is_bare_number(text: str) -> bool:
    return re.fullmatch(r"\d+\.\d+", text) is not None


def _is_day(cell: str) -> bool:
    return any(_is_time(order, cell) for order in DATE_ORDERS) and not cell.strip().isdigit()


def _is_money(cell: str) -> bool:
    return cells.money(cell, 2) != BAD


def _is_exact_money(cell: str) -> bool:
    """An amount with cents, or with a sign of its currency."""
    text = unicodedata.normalize("NFKC", cells.clean_text(cell))
    marked = re.search(r"[¥$€£元]", text) is not None
    return cells.money(text, 2) not in {BAD, MISSING} and (
        marked or re.fullmatch(r"-?[\d,]+\.\d{1,2}", text) is not None
    )


def _sum(column: _Column) -> int:
    amounts = (cells.money(cell, 2) for cell in column.cells)
    return sum(amount for amount in amounts if amount > BAD)


def _is_any_phone(cell: str) -> bool:
    return is_phone(cell) or classify_phone(cells.clean_id(cell)).kind is PhoneKind.LANDLINE or "*" in cell


def _is_order_number(cell: str) -> bool:
    text = cells.clean_id(cell)
    if is_phone(text) or _is_day(text):
        return False
    digits = sum(map(str.isdigit, text))
    return digits >= (6 if text.isdigit() else 4) and re.fullmatch(r"#?[A-Za-z]{0,6}-?\d[\dA-Za-z-]*", text) is not None


def _is_province(cell: str) -> bool:
    return cells.province(cell) in cells.PROVINCES


def _is_city(cell: str) -> bool:
    text = cells.clean_text(cell)
    named = text.endswith(("市", "自治州", "地区", "盟")) or text in cells.MUNICIPALITIES
    return named and len(text) < _MOST_OF_PLACE


def _is_address(cell: str) -> bool:
    return " " in cell.strip() and bool(cells.place_of_address(cell)[0])


@cache
def _status_words() -> frozenset[str]:
    return frozenset(plain(word) for word in common_headers().statuses)


def _is_status(cell: str) -> bool:
    return plain(cell) in _status_words()


def _is_few(cell: str) -> bool:
    return 0 < cells.integer(cell) < 1000 and not _is_exact_money(cell)


def _is_words(cell: str) -> bool:
    text = cells.clean_text(cell)
    return any(map(str.isalpha, text)) and not is_email(text) and not _is_day(text)


def _width(column: _Column) -> float:
    """How wide its cells are on average."""
    letters = sum(1 + (letter > "\u2e7f") for cell in column.cells for letter in cell)
    return letters / max(1, len(column.cells))
