"""The fields a profile can read from a file, and how the cells of each are cleaned."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from local_db.importing.model import FileKind


class Cells(StrEnum):
    """A way of cleaning cells."""

    NUMBER_TEXT = "id"  # digits and letters that name something
    TEXT = "text"
    PHONE = "phone"
    ADDRESS = "address"  # 省 市 区 详细
    PROVINCE = "province"
    CITY = "city"
    STATUS = "status"
    CLOSING = "closing"
    AFTER_SALE = "after_sale"
    REFUND_STATE = "refund_state"
    MONEY = "money"
    TIME = "time"
    INTEGER = "integer"
    YES_NO = "yes_no"
    BIRTHDAY = "birthday"
    PARCEL = "parcel"  # of orders; only what the newest rows say is read


_PERSON = {
    "buyer_id": Cells.NUMBER_TEXT,
    "open_id": Cells.NUMBER_TEXT,
    "nick": Cells.TEXT,
    "email": Cells.TEXT,
    "phone": Cells.PHONE,
    "phone_2": Cells.PHONE,
    "name": Cells.TEXT,
    "first_name": Cells.TEXT,
    "last_name": Cells.TEXT,
    "address": Cells.ADDRESS,
    "province": Cells.PROVINCE,
    "city": Cells.CITY,
    "shop": Cells.TEXT,
}

ORDER_FIELDS: Mapping[str, Cells] = _PERSON | {
    "number": Cells.NUMBER_TEXT,
    "status": Cells.STATUS,
    "close_reason": Cells.CLOSING,
    "after_sale": Cells.AFTER_SALE,
    "ordered_at": Cells.TIME,
    "paid_at": Cells.TIME,
    "shipped_at": Cells.TIME,
    "finished_at": Cells.TIME,
    "paid": Cells.MONEY,
    "total": Cells.MONEY,  # what the order asks; counted as paid where the status says it was paid
    "postage": Cells.MONEY,  # these four only where the total is that of the goods alone
    "postage_discount": Cells.MONEY,
    "tax": Cells.MONEY,
    "postage_tax": Cells.MONEY,
    "refunded": Cells.MONEY,
    "discount": Cells.MONEY,  # what seller and platform took off together; else the three below add up
    "discount_seller": Cells.MONEY,
    "discount_platform": Cells.MONEY,
    "discount_shared": Cells.MONEY,
    "currency": Cells.TEXT,
    "items": Cells.INTEGER,  # pieces in the whole order
    "kinds": Cells.INTEGER,  # different products in the whole order
    "title": Cells.TEXT,
    "sku": Cells.TEXT,
    "product_number": Cells.NUMBER_TEXT,
    "quantity": Cells.INTEGER,  # pieces on this line
    "price": Cells.MONEY,
    "line_number": Cells.NUMBER_TEXT,
    "line_discount": Cells.MONEY,
    "tracking": Cells.PARCEL,  # the number of the parcel, also several, also with the courier beside it
    "courier": Cells.PARCEL,
}

MEMBER_FIELDS: Mapping[str, Cells] = _PERSON | {
    "joined_at": Cells.TIME,
    "birthday": Cells.BIRTHDAY,  # with a year or without
    "tier": Cells.TEXT,  # what the platform or the shop calls the step of a membership
    "points": Cells.INTEGER,  # of the membership, when the list was made
    "opted_out_at": Cells.TIME,
    "reply": Cells.TEXT,  # what somebody answered to a message; in an opt-out list only refusals count
    "consent_sms": Cells.YES_NO,
    "consent_email": Cells.YES_NO,
    "consent_call": Cells.YES_NO,
}

REFUND_FIELDS: Mapping[str, Cells] = {
    "order_number": Cells.NUMBER_TEXT,
    "number": Cells.NUMBER_TEXT,  # of the refund itself
    "state": Cells.REFUND_STATE,
    "amount": Cells.MONEY,
    "postage": Cells.MONEY,  # what went back for postage, beside the amount
    "currency": Cells.TEXT,
    "asked_at": Cells.TIME,
    "finished_at": Cells.TIME,
    "reason": Cells.TEXT,
    "title": Cells.TEXT,
    "shop": Cells.TEXT,
}

FIELDS: Mapping[FileKind, Mapping[str, Cells]] = {
    FileKind.ORDERS: ORDER_FIELDS,
    FileKind.MEMBERS: MEMBER_FIELDS,
    FileKind.REFUNDS: REFUND_FIELDS,
}

IDENTITY_FIELDS = ("buyer_id", "open_id", "nick", "email", "phone", "phone_2")
CHANNELS = ("sms", "email", "call")
CONSENT_STATES = ("granted", "not_granted", "opted_out")
