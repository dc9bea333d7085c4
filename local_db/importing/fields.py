"""The fields a profile can read from a file, and how the cells of each are cleaned."""

from __future__ import annotations

from enum import StrEnum


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
    MONEY = "money"
    TIME = "time"
    INTEGER = "integer"
    YES_NO = "yes_no"


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

ORDER_FIELDS = _PERSON | {
    "number": Cells.NUMBER_TEXT,
    "status": Cells.STATUS,
    "close_reason": Cells.CLOSING,
    "ordered_at": Cells.TIME,
    "paid_at": Cells.TIME,
    "paid": Cells.MONEY,
    "total": Cells.MONEY,  # what the order asks; counted as paid where the status says it was paid
    "refunded": Cells.MONEY,
    "currency": Cells.TEXT,
    "items": Cells.INTEGER,  # pieces in the whole order
    "kinds": Cells.INTEGER,  # different products in the whole order
    "title": Cells.TEXT,
    "sku": Cells.TEXT,
    "quantity": Cells.INTEGER,  # pieces on this line
    "price": Cells.MONEY,
}

MEMBER_FIELDS = _PERSON | {
    "joined_at": Cells.TIME,
    "opted_out_at": Cells.TIME,
    "consent_sms": Cells.YES_NO,
    "consent_email": Cells.YES_NO,
    "consent_call": Cells.YES_NO,
}

IDENTITY_FIELDS = ("buyer_id", "open_id", "nick", "email", "phone", "phone_2")
CHANNELS = ("sms", "email", "call")
CONSENT_STATES = ("granted", "not_granted", "opted_out")
