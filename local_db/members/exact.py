"""Who exactly is meant by a pasted nick, name, phone, e-mail address or order number."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from local_db.members.store import find_ids
from local_db.phones import PhoneKind, classify_phone

if TYPE_CHECKING:
    from local_db.shop_file import Connection

MOST = 20  # to choose from
_WRAPPED = re.compile(r'^="(.*)"$|^\'(.*)$')  # how exports keep a spreadsheet from rounding numbers


def pasted(text: str) -> str:
    """The text without what exports and chats put around it."""
    text = unicodedata.normalize("NFKC", text).strip()
    if match := _WRAPPED.fullmatch(text):
        text = next(part for part in match.groups() if part is not None)
    return text.strip()


def find_exactly(connection: Connection, text: str) -> tuple[int, ...]:
    """Ids of the members a text names as a whole, at most MOST; where it names nobody, of those it is a part of."""
    wanted = pasted(text)
    if not wanted:
        return ()
    phone = classify_phone(wanted)
    number = phone.number if phone.kind in {PhoneKind.REAL, PhoneKind.LANDLINE} else wanted
    rows = connection.execute(
        """select member_id from orders where shop_id in (select id from shops) and number = :text
             and member_id is not null
           union select id from members where lower(:text) in (lower(nick), lower(name), lower(email))
             or (phone <> '' and phone = :number)
           union select member_id from identities where value in (:text, lower(:text), :number)
             and member_id is not null
           order by 1 limit :most""",
        {"text": wanted, "number": number, "most": MOST},
    )
    found = tuple(int(member_id) for (member_id,) in rows)
    return found or tuple(find_ids(connection, wanted.casefold())[:MOST])
