"""Import profiles: what the headers of one kind of export mean, kept as TOML files."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from local_db.errors import ImportRefused
from local_db.importing.fields import CHANNELS, CONSENT_STATES, FIELDS, IDENTITY_FIELDS, Cells
from local_db.importing.model import AFTER_SALES, CLOSED_REFUNDED, REFUND_STATES, STATUSES, FileKind

PROFILE_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "import_profiles"
BUILT_IN = (
    "taobao_orders",
    "taobao_order_report",
    "taobao_item_details",
    "taobao_sub_orders",
    "taobao_refunds",
    "jd_orders",
    "jd_refunds",
    "pdd_orders",
    "pdd_refunds",
    "douyin_orders",
    "douyin_refunds",
    "kuaishou_orders",
    "xiaohongshu_orders",
    "wechat_shop_orders",
    "youzan_items",
    "alibaba_orders",
    "shopify_orders",
    "shopify_customers",
    "woocommerce_orders",
    "amazon_orders",
    "ebay_orders",
    "etsy_orders",
    "etsy_items",
    "shopee_orders",
    "lazada_orders",
    "member_list",
    "member_list_own",
    "klaviyo_profiles",
    "mailchimp_subscribed",
    "mailchimp_unsubscribed",
    "opt_out_list",
    "opt_out_numbers",
    "sms_replies",
)
COMMON_HEADERS = "common_headers"

SEPARATORS = {"auto": "", "comma": ",", "tab": "\t", "semicolon": ";", "bar": "|", "space": " "}
ENCODINGS = ("auto", "utf-8", "gb18030", "utf-16")
DATE_ORDERS = ("ymd", "mdy", "dmy")
_TELLING = {*IDENTITY_FIELDS, "number", "order_number", "paid", "total"}  # without any of them nothing can be made
_NUMBER_TIME = re.compile(r"[A-Za-z]?(?:yy|yyyy)mmdd(?:HHMMSS)?-?")
NATIONAL_ID = re.compile(r"身份证|证件号|national.?id|passport|护照", re.IGNORECASE)
_NAME = re.compile(r"[\w.-]{1,64}")


@dataclass(frozen=True, slots=True)
class RowRule:
    """How rows make orders."""

    per_line: bool = False  # several rows may belong to one order; order cells may stand on its first row only
    number_from_content: bool = False
    number_on_first_line: bool = False  # a line without a number belongs to the order above it
    number_time: str = ""  # how the order number begins with the time of the order, such as yymmdd-
    money: str = "order"  # amounts are the order's, `line`: they add up, `either`: what the file's own figures say
    refunded_per_line: bool = False  # the refunded amounts add up, whatever the others do
    status_per_line: bool = False  # the order's status follows from those of its lines
    goods_total: bool = False  # postage and taxes come on top of the total, discounts go off it
    row_per_piece: bool = False  # every row is one piece
    paid_after_refunds: bool = False  # the paid column is already less what was refunded
    titles_joined_with: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What one kind of export file looks like and means."""

    name: str
    kind: FileKind
    platform: str
    headers: Mapping[str, tuple[str, ...]]  # field → headers that mean it, best first
    titles: Mapping[str, str] = field(default_factory=dict)  # language → what people call this file
    seen: str = ""  # the day on which this layout was last seen
    source: str = ""
    required: tuple[str, ...] = ()  # fields without which a file is not of this kind
    required_any: tuple[str, ...] = ()  # at least one of these fields, where any are named
    without: tuple[str, ...] = ()  # headers that a file of this kind never has
    expected: tuple[str, ...] = ()  # fields whose absence is worth telling
    separator: str = "auto"
    encoding: str = "auto"
    dates: str = "ymd"
    currency: str = ""  # empty: the shop's
    zone: str = ""  # empty: the shop's
    shop: str = ""  # constant shop name
    rows: RowRule = RowRule()
    statuses: Mapping[str, str] = field(default_factory=dict)
    closing: Mapping[str, str] = field(default_factory=dict)  # closing reason → unpaid | refund
    after_sale: Mapping[str, str] = field(default_factory=dict)  # after-sale word → refunded
    states: Mapping[str, str] = field(default_factory=dict)  # state of a refund → one of REFUND_STATES
    consent: Mapping[str, str] = field(default_factory=dict)  # channel → state of everybody in the file

    def cells(self, name: str) -> Cells:
        """How cells of a field are cleaned."""
        return FIELDS[self.kind][name]


def plain(text: str) -> str:
    """A header or status word in one spelling: NFKC, no BOM, no edge or double spaces, no case."""
    bare = text.replace("\ufeff", "").strip(" \t\r\n\"'=*\u3000")
    return " ".join(unicodedata.normalize("NFKC", bare).split()).casefold()


@cache
def built_in_profiles() -> tuple[Profile, ...]:
    """The profiles that come with the program."""
    return tuple(load_profile(PROFILE_FOLDER / f"{name}.toml") for name in BUILT_IN)


@cache
def common_headers() -> Profile:
    """Headers of common meaning, for files that no profile fits."""
    return load_profile(PROFILE_FOLDER / f"{COMMON_HEADERS}.toml")


def load_folder(folder: Path) -> tuple[Profile, ...]:
    """A person's own profiles, by name; an unreadable one is left out."""
    found = []
    for file in sorted(folder.glob("*.toml")):
        try:
            found.append(load_profile(file))
        except ImportRefused:
            continue
    return tuple(found)


def load_profile(path: Path) -> Profile:
    """Read and check a profile. Raises ImportRefused (`profile_unreadable`, `profile_invalid` with its key)."""
    try:
        if not path.is_file():  # a pipe would never end
            raise ImportRefused("profile_unreadable", file=path.name)
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):  # not readable, not UTF-8, not TOML, nested without end
        raise ImportRefused("profile_unreadable", file=path.name) from None
    return _Checked(path.name, content).profile()


def save_profile(folder: Path, profile: Profile) -> Path:
    """Write a profile of one's own as TOML and return its path; one of the same name is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{profile.name}.toml"
    unfinished = path.with_suffix(".new")
    unfinished.write_text(profile_toml(profile), encoding="utf-8")
    unfinished.replace(path)
    return path


def profile_from_mapping(
    name: str,
    mapping: Mapping[str, str],
    *,
    kind: FileKind = FileKind.ORDERS,
    platform: str = "own",
    shop: str = "",
    currency: str = "",
    separator: str = "auto",
    per_line: bool = False,
    dates: str = "ymd",
    statuses: Mapping[str, str] | None = None,
) -> Profile:
    """A profile from a person's choices: field → header of the file.

    Status words start from the common ones, `statuses` adds to them. Orders without a number column
    get numbers from their content. Raises ImportRefused (`profile_invalid`, `national_id`).
    """
    common = common_headers()
    content: dict[str, object] = {
        "name": name,
        "kind": kind.value,
        "platform": platform,
        "required": list(mapping),
        "shop": shop,
        "currency": currency,
        "file": {"separator": separator, "dates": dates},
        "headers": {key: [header] for key, header in mapping.items()},
    }
    if kind is FileKind.ORDERS:
        content["rows"] = {
            "orders": "row_per_line" if per_line else "one_row",
            "number": "column" if "number" in mapping else "content",
            "money": "either" if per_line else "order",
        }
        content["status"] = {**common.statuses, **(statuses or {})} if "status" in mapping else {}
        content["closing"] = dict(common.closing) if "close_reason" in mapping else {}
        content["after_sale"] = dict(common.after_sale) if "after_sale" in mapping else {}
    return _Checked(name, content).profile()


def profile_toml(profile: Profile) -> str:
    """The profile as the text of a TOML file."""
    head = {
        "name": profile.name,
        "kind": profile.kind.value,
        "platform": profile.platform,
        "title": dict(profile.titles),
        "seen": profile.seen,
        "source": profile.source,
        "currency": profile.currency,
        "zone": profile.zone,
        "shop": profile.shop,
        "required": list(profile.required),
        "required_any": list(profile.required_any),
        "without": list(profile.without),
        "expected": list(profile.expected),
    }
    tables: dict[str, Mapping[str, object]] = {
        "file": {"separator": profile.separator, "encoding": profile.encoding, "dates": profile.dates},
        "rows": _rows_table(profile.rows) if profile.kind is FileKind.ORDERS else {},
        "headers": {key: list(names) for key, names in profile.headers.items()},
        "status": profile.statuses,
        "closing": profile.closing,
        "after_sale": profile.after_sale,
        "state": profile.states,
        "consent": profile.consent,
    }
    parts = [_toml_lines({key: value for key, value in head.items() if value})]
    parts += [f"[{name}]\n{_toml_lines(values)}" for name, values in tables.items() if values]
    return "\n".join(parts)


def _number_word(rows: RowRule) -> str:
    if rows.number_on_first_line:
        return "first_line"
    return "content" if rows.number_from_content else "column"


def _rows_table(rows: RowRule) -> dict[str, object]:
    return {
        "orders": "row_per_line" if rows.per_line else "one_row",
        "number": _number_word(rows),
        "number_time": rows.number_time,
        "money": rows.money,
        "refunded": "line" if rows.refunded_per_line else "as_money",
        "status": "line" if rows.status_per_line else "order",
        "total": "goods" if rows.goods_total else "all",
        "pieces": "rows" if rows.row_per_piece else "quantity",
        "paid": "after_refunds" if rows.paid_after_refunds else "before_refunds",
        "titles_joined_with": rows.titles_joined_with,
    }


def _toml_lines(values: Mapping[str, object]) -> str:
    return "".join(f"{_toml_key(key)} = {_toml_value(value)}\n" for key, value in values.items())


def _toml_key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else _toml_value(key)


def _toml_value(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_toml_key(key)} = {_toml_value(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_toml_value(item) for item in value) + "]"
    # Python's JSON escapes are also TOML's, but for the delete character.
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007F")


class _Checked:
    """Takes the values of a profile file one by one and names the key of the first wrong one."""

    def __init__(self, file: str, content: Mapping[str, object]) -> None:
        self._file = file
        self._content = content

    def profile(self) -> Profile:
        """The whole profile."""
        self._only(self._content, "", _TOP_KEYS)
        kind = FileKind(self._choice(self._content, "kind", tuple(FileKind), ""))
        known = FIELDS[kind]
        name = self._text(self._content, "name")
        if not _NAME.fullmatch(name):
            raise self._invalid("name")
        file = self._table("file", ("separator", "encoding", "dates"))
        headers = self._headers(known)
        return Profile(
            name=name,
            kind=kind,
            platform=self._text(self._content, "platform") or "own",
            headers=headers,
            titles=self._words("title", ()),
            seen=self._text(self._content, "seen"),
            source=self._text(self._content, "source"),
            required=self._names("required", headers),
            required_any=self._names("required_any", headers),
            without=self._texts("without"),
            expected=self._names("expected", headers),
            separator=self._choice(file, "separator", tuple(SEPARATORS), "auto", "file."),
            encoding=self._choice(file, "encoding", ENCODINGS, "auto", "file."),
            dates=self._choice(file, "dates", DATE_ORDERS, "ymd", "file."),
            currency=self._currency(),
            zone=self._zone(),
            shop=self._text(self._content, "shop"),
            rows=self._rows(kind, headers),
            statuses=self._words("status", (*STATUSES, CLOSED_REFUNDED)),
            closing=self._words("closing", ("unpaid", "refund", "")),
            after_sale=self._words("after_sale", AFTER_SALES),
            states=self._words("state", REFUND_STATES),
            consent=self._consent(kind),
        )

    def _rows(self, kind: FileKind, headers: Mapping[str, tuple[str, ...]]) -> RowRule:
        table = self._table("rows", tuple(_rows_table(RowRule())))
        number = self._one_of(table, "number", "column", "content", "first_line")
        if kind is FileKind.ORDERS and number != "content" and "number" not in headers:
            raise self._invalid("headers.number")
        if kind is FileKind.REFUNDS and "order_number" not in headers:
            raise self._invalid("headers.order_number")
        number_time = self._text(table, "number_time")
        if number_time and not _NUMBER_TIME.fullmatch(number_time):
            raise self._invalid("rows.number_time")
        return RowRule(
            per_line=self._one_of(table, "orders", "one_row", "row_per_line") == "row_per_line",
            number_from_content=number == "content",
            number_on_first_line=number == "first_line",
            number_time=number_time,
            money=self._one_of(table, "money", "order", "line", "either"),
            refunded_per_line=self._one_of(table, "refunded", "as_money", "line") == "line",
            status_per_line=self._one_of(table, "status", "order", "line") == "line",
            goods_total=self._one_of(table, "total", "all", "goods") == "goods",
            row_per_piece=self._one_of(table, "pieces", "quantity", "rows") == "rows",
            paid_after_refunds=self._one_of(table, "paid", "before_refunds", "after_refunds") == "after_refunds",
            titles_joined_with=self._text(table, "titles_joined_with"),
        )

    def _one_of(self, table: Mapping[str, object], key: str, *choices: str) -> str:
        """One of the words that a key of [rows] may have; the first where it is left out."""
        return self._choice(table, key, choices, choices[0], "rows.")

    def _headers(self, known: Mapping[str, Cells]) -> dict[str, tuple[str, ...]]:
        table = self._table("headers", tuple(known))
        headers = {}
        for key, value in table.items():
            names = [value] if isinstance(value, str) else value
            if not isinstance(names, list) or not names or not all(isinstance(n, str) and plain(n) for n in names):
                raise self._invalid(f"headers.{key}")
            if any(NATIONAL_ID.search(name) for name in names):
                raise ImportRefused("national_id", file=self._file, key=f"headers.{key}")
            headers[key] = tuple(names)
        if not headers or not set(headers) & _TELLING:
            raise self._invalid("headers")
        return headers

    def _consent(self, kind: FileKind) -> dict[str, str]:
        table = self._table("consent", CHANNELS)
        if table and kind is not FileKind.MEMBERS:
            raise self._invalid("consent")
        return {channel: self._choice(table, channel, CONSENT_STATES, "", "consent.") for channel in table}

    def _currency(self) -> str:
        currency = self._text(self._content, "currency")
        if currency and not re.fullmatch(r"[A-Z]{3}", currency):
            raise self._invalid("currency")
        return currency

    def _zone(self) -> str:
        from zoneinfo import ZoneInfo

        zone = self._text(self._content, "zone")
        try:
            return ZoneInfo(zone).key if zone else ""
        except (OSError, ValueError):  # ZoneInfoNotFoundError is a KeyError on some systems
            raise self._invalid("zone") from None
        except KeyError:
            raise self._invalid("zone") from None

    def _table(self, key: str, allowed: tuple[str, ...]) -> Mapping[str, object]:
        table = self._content.get(key, {})
        if not isinstance(table, Mapping):
            raise self._invalid(key)
        self._only(table, f"{key}.", allowed)
        return table

    def _only(self, table: Mapping[str, object], prefix: str, allowed: tuple[str, ...]) -> None:
        for key in table:
            if key not in allowed:
                raise self._invalid(prefix + key)

    def _words(self, key: str, codes: tuple[str, ...]) -> dict[str, str]:
        table = self._content.get(key, {})
        if not isinstance(table, Mapping):
            raise self._invalid(key)
        words = {}
        for word, code in table.items():
            if not isinstance(code, str) or (codes and code not in codes):
                raise self._invalid(f"{key}.{word}")
            words[word] = code
        return words

    def _names(self, key: str, headers: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        value = self._content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(name, str) and name in headers for name in value):
            raise self._invalid(key)
        return tuple(value)

    def _texts(self, key: str) -> tuple[str, ...]:
        value = self._content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(text, str) and plain(text) for text in value):
            raise self._invalid(key)
        return tuple(value)

    def _text(self, table: Mapping[str, object], key: str) -> str:
        value = table.get(key, "")
        if key == "seen" and not isinstance(value, str):
            value = str(value)  # TOML has dates of its own
        if not isinstance(value, str) or len(value) > 500:
            raise self._invalid(key)
        return value

    def _choice(
        self, table: Mapping[str, object], key: str, choices: tuple[str, ...], default: str, prefix: str = ""
    ) -> str:
        value = table.get(key, default)
        if not isinstance(value, str) or value not in choices:
            raise self._invalid(prefix + key)
        return value

    def _invalid(self, key: str) -> ImportRefused:
        return ImportRefused("profile_invalid", file=self._file, key=key)


_TOP_KEYS = (
    "name", "kind", "platform", "title", "seen", "source", "currency", "zone", "shop", "required", "required_any",
    "without", "expected", "file", "rows", "headers", "status", "closing", "after_sale", "state", "consent",
)  # fmt: skip
