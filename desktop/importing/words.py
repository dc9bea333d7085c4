"""Words for what importing says in codes: fields, profiles, encodings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import amounts
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.importing.fields import FIELDS as FIELDS_BY_KIND
from local_db.importing.guess import place_of
from local_db.importing.mapping import OWN
from local_db.importing.model import FileKind
from local_db.importing.plain_list import list_of, list_profiles
from local_db.importing.profile import built_in_profiles, common_headers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.importing.import_item import ImportItem
    from local_db.importing.previewed import Preview
    from local_db.importing.profile import Profile

_CONTEXT = "ImportFields"

FIELDS = {
    "nick": QT_TRANSLATE_NOOP("ImportFields", "Buyer nick"),
    "buyer_id": QT_TRANSLATE_NOOP("ImportFields", "Buyer ID"),
    "open_id": QT_TRANSLATE_NOOP("ImportFields", "Open ID"),
    "phone": QT_TRANSLATE_NOOP("ImportFields", "Phone"),
    "phone_2": QT_TRANSLATE_NOOP("ImportFields", "Second phone"),
    "email": QT_TRANSLATE_NOOP("ImportFields", "E-mail"),
    "name": QT_TRANSLATE_NOOP("ImportFields", "Name"),
    "first_name": QT_TRANSLATE_NOOP("ImportFields", "First name"),
    "last_name": QT_TRANSLATE_NOOP("ImportFields", "Last name"),
    "address": QT_TRANSLATE_NOOP("ImportFields", "Address"),
    "province": QT_TRANSLATE_NOOP("ImportFields", "Province"),
    "city": QT_TRANSLATE_NOOP("ImportFields", "City"),
    "shop": QT_TRANSLATE_NOOP("ImportFields", "Shop"),
    "number": QT_TRANSLATE_NOOP("ImportFields", "Order number"),
    "status": QT_TRANSLATE_NOOP("ImportFields", "Order status"),
    "close_reason": QT_TRANSLATE_NOOP("ImportFields", "Closing reason"),
    "after_sale": QT_TRANSLATE_NOOP("ImportFields", "After-sale state"),
    "ordered_at": QT_TRANSLATE_NOOP("ImportFields", "Ordered on"),
    "paid_at": QT_TRANSLATE_NOOP("ImportFields", "Paid on"),
    "shipped_at": QT_TRANSLATE_NOOP("ImportFields", "Shipped on"),
    "finished_at": QT_TRANSLATE_NOOP("ImportFields", "Finished on"),
    "paid": QT_TRANSLATE_NOOP("ImportFields", "Amount paid"),
    "total": QT_TRANSLATE_NOOP("ImportFields", "Order total"),
    "postage": QT_TRANSLATE_NOOP("ImportFields", "Postage"),
    "postage_discount": QT_TRANSLATE_NOOP("ImportFields", "Discount on postage"),
    "tax": QT_TRANSLATE_NOOP("ImportFields", "Tax"),
    "postage_tax": QT_TRANSLATE_NOOP("ImportFields", "Tax on postage"),
    "discount": QT_TRANSLATE_NOOP("ImportFields", "Discount"),
    "discount_seller": QT_TRANSLATE_NOOP("ImportFields", "Discount by the shop"),
    "discount_platform": QT_TRANSLATE_NOOP("ImportFields", "Discount by the platform"),
    "discount_shared": QT_TRANSLATE_NOOP("ImportFields", "Discount by both together"),
    "refunded": QT_TRANSLATE_NOOP("ImportFields", "Refunded"),
    "currency": QT_TRANSLATE_NOOP("ImportFields", "Currency"),
    "items": QT_TRANSLATE_NOOP("ImportFields", "Pieces in the order"),
    "kinds": QT_TRANSLATE_NOOP("ImportFields", "Different products"),
    "title": QT_TRANSLATE_NOOP("ImportFields", "Product title"),
    "sku": QT_TRANSLATE_NOOP("ImportFields", "Variant"),
    "quantity": QT_TRANSLATE_NOOP("ImportFields", "Pieces on the line"),
    "price": QT_TRANSLATE_NOOP("ImportFields", "Price of a piece"),
    "line_number": QT_TRANSLATE_NOOP("ImportFields", "Sub-order number"),
    "line_discount": QT_TRANSLATE_NOOP("ImportFields", "Discount on the line"),
    "product_number": QT_TRANSLATE_NOOP("ImportFields", "Product ID"),
    "tracking": QT_TRANSLATE_NOOP("ImportFields", "Tracking number"),
    "courier": QT_TRANSLATE_NOOP("ImportFields", "Courier"),
    "order_number": QT_TRANSLATE_NOOP("ImportFields", "Number of the order"),
    "state": QT_TRANSLATE_NOOP("ImportFields", "Refund state"),
    "amount": QT_TRANSLATE_NOOP("ImportFields", "Amount to refund"),
    "asked_at": QT_TRANSLATE_NOOP("ImportFields", "Asked for on"),
    "reason": QT_TRANSLATE_NOOP("ImportFields", "Reason"),
    "joined_at": QT_TRANSLATE_NOOP("ImportFields", "Member since"),
    "birthday": QT_TRANSLATE_NOOP("ImportFields", "Birthday"),
    "tier": QT_TRANSLATE_NOOP("ImportFields", "Membership tier"),
    "points": QT_TRANSLATE_NOOP("ImportFields", "Points"),
    "opted_out_at": QT_TRANSLATE_NOOP("ImportFields", "Opted out on"),
    "reply": QT_TRANSLATE_NOOP("ImportFields", "Answer to a message"),
    "consent_sms": QT_TRANSLATE_NOOP("ImportFields", "Agreed to SMS"),
    "consent_email": QT_TRANSLATE_NOOP("ImportFields", "Agreed to e-mail"),
    "consent_call": QT_TRANSLATE_NOOP("ImportFields", "Agreed to calls"),
}

PEOPLE = QT_TRANSLATE_NOOP("ImportFields", "The person")
ORDER = QT_TRANSLATE_NOOP("ImportFields", "The order")
PRODUCT = QT_TRANSLATE_NOOP("ImportFields", "The product")
REFUND = QT_TRANSLATE_NOOP("ImportFields", "The refund")
MONEY = QT_TRANSLATE_NOOP("ImportFields", "More about money")
CONSENT = QT_TRANSLATE_NOOP("ImportFields", "Membership and consent")

_PEOPLE_FIELDS = (
    "nick", "buyer_id", "phone", "email", "name", "province", "city", "address", "open_id", "phone_2", "first_name",
    "last_name",
)  # fmt: skip
_ORDER_FIELDS = (
    "number", "status", "paid_at", "ordered_at", "paid", "total", "refunded", "items", "kinds", "close_reason",
    "after_sale", "shipped_at", "finished_at", "tracking", "courier", "currency", "shop",
)  # fmt: skip
_MONEY_FIELDS = (
    "discount", "discount_seller", "discount_platform", "discount_shared", "postage", "postage_discount", "tax",
    "postage_tax",
)  # fmt: skip
_REFUND_FIELDS = (
    "order_number", "number", "state", "amount", "postage", "asked_at", "finished_at", "reason", "title", "currency",
    "shop",
)  # fmt: skip

GROUPS_OF_ORDERS = (
    (ORDER, _ORDER_FIELDS),
    (PEOPLE, _PEOPLE_FIELDS),
    (PRODUCT, ("title", "sku", "quantity", "price", "product_number", "line_number", "line_discount")),
    (MONEY, _MONEY_FIELDS),
)
GROUPS_OF_MEMBERS = (
    (PEOPLE, _PEOPLE_FIELDS),
    (
        CONSENT,
        (
            "joined_at",
            "birthday",
            "tier",
            "points",
            "opted_out_at",
            "reply",
            "consent_sms",
            "consent_email",
            "consent_call",
            "shop",
        ),
    ),
)
GROUPS_OF_REFUNDS = ((REFUND, _REFUND_FIELDS),)
GROUPS = {
    FileKind.ORDERS: GROUPS_OF_ORDERS,
    FileKind.MEMBERS: GROUPS_OF_MEMBERS,
    FileKind.REFUNDS: GROUPS_OF_REFUNDS,
}

NUMERIC_FIELDS = frozenset(
    name for fields in FIELDS_BY_KIND.values() for name, kind in fields.items() if kind in {"money", "integer"}
)

_COUNTED = ("new_orders", "updated_orders", "new_members", "updated_members", "new_opt_outs", "refunds")
_ORDERS_CAME = QT_TRANSLATE_NOOP("ImportFields", "{new_orders} orders new, {updated_orders} updated")
_MEMBERS_CAME = QT_TRANSLATE_NOOP("ImportFields", "{new_members} members new, {updated_members} updated")
_REFUNDS_CAME = QT_TRANSLATE_NOOP("ImportFields", "{refunds} refunds, {updated_orders} orders updated")
_REFUSED = QT_TRANSLATE_NOOP("ImportFields", "{new_opt_outs} members opted out")
_NOTHING = QT_TRANSLATE_NOOP("ImportFields", "nothing new")

_OWN = QT_TRANSLATE_NOOP("ImportFields", "Your own columns")
_COLUMN = QT_TRANSLATE_NOOP("ImportFields", "Column {number}")

_ENCODINGS = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "gb18030": "GB18030", "utf-16": "UTF-16"}


def field(name: str) -> str:
    """What a field is called."""
    return translate(_CONTEXT, FIELDS.get(name, name))


def group(name: str) -> str:
    """The heading of a group of fields."""
    return translate(_CONTEXT, name)


def profile_title(preview: Preview, language: str) -> str:
    """What people call this kind of file, in the language `zh` or `en`."""
    profile = preview.profile
    if profile is None:
        return ""
    return translate(_CONTEXT, _OWN) if profile.name == OWN else profile.titles.get(language, profile.name)


def header(name: str) -> str:
    """A column's header as it stands; those of a table without headers are counted."""
    place = place_of(name)
    return name if place is None else translate(_CONTEXT, _COLUMN).format(number=place + 1)


def profile_name(name: str, language: str, own: Sequence[Profile] = ()) -> str:
    """What people call the files of a profile, given its name."""
    if name == OWN:
        return translate(_CONTEXT, _OWN)
    known = {profile.name: profile for profile in (*built_in_profiles(), common_headers(), *list_profiles(), *own)}
    return known[name].titles.get(language, name) if name in known else name


def came_of_it(figures: Mapping[str, int]) -> str:
    """The figures of an import's report in a few words."""
    counted = {name: amounts.number(figures.get(name, 0)) for name in _COUNTED}
    if figures.get("refunds"):
        code = _REFUNDS_CAME
    elif not any(figures.get(name, 0) for name in _COUNTED):
        code = _NOTHING
    elif figures.get("orders"):
        code = _ORDERS_CAME
    else:
        code = _REFUSED if figures.get("new_opt_outs") else _MEMBERS_CAME
    return translate(_CONTEXT, code).format(**counted)


def is_list(item: ImportItem) -> bool:
    """Whether an item is a list without columns, of which only a person can say whose it is."""
    return item.preview is not None and list_of(item.preview) is not None


def encoding(name: str) -> str:
    """The encoding as people know it; empty for a workbook."""
    return _ENCODINGS.get(name, name.upper())
