"""The person cells of a table as columns: names, keys by which people are told apart, places, phones."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.coded import Coded, recoded
from local_db.importing.cells import city, clean_id, clean_text, lost_digits, phone, place_of_address, province
from local_db.importing.table import ADDRESS_KEY, Table
from local_db.members.facts import PHONE_KINDS
from local_db.phones import PhoneKind, is_masked

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

ABSENT = PHONE_KINDS.index(PhoneKind.ABSENT)
REAL = PHONE_KINDS.index(PhoneKind.REAL)


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """One entry per row or order: who it is about. Masked names and nicks are empty here."""

    buyer_id: Coded
    open_id: Coded
    nick: Coded
    email: Coded
    name: Coded
    phone: Coded  # numbers of real and landline phones
    phone_kind: NDArray[np.int8]  # index into PHONE_KINDS
    province: Coded
    city: Coded
    address_key: Coded  # stands for the whole address, without holding it

    def at(self, places: Ints) -> People:
        """The same for some of the rows."""
        return People(
            buyer_id=self.buyer_id.at(places),
            open_id=self.open_id.at(places),
            nick=self.nick.at(places),
            email=self.email.at(places),
            name=self.name.at(places),
            phone=self.phone.at(places),
            phone_kind=self.phone_kind[places],
            province=self.province.at(places),
            city=self.city.at(places),
            address_key=self.address_key.at(places),
        )

    def real_phone(self) -> Coded:
        """Only the mobile numbers that can be written to; these are identities."""
        return Coded(np.where(self.phone_kind == REAL, self.phone.codes, 0).astype(np.int32), self.phone.values)


class OneWord(NamedTuple):
    """What a line that may be a phone, a nick or an e-mail address is: the field, empty where it is none of them."""

    field: str
    value: str = ""


_NUMBER = re.compile(r"(?<!\d)(?:\+?86|0086)?(1[3-9]\d{9})(?!\d)")
_FIGURES = re.compile(r"\d{7}")


def one_word(cell: str) -> OneWord:
    """Tell a phone from a nick or an address. Who wants to be left alone must not become a nick by a stray sign.

    A line with one mobile number in it, whatever stands around it, is that phone. One with other long figures (a number
    that a spreadsheet rounded, two numbers, a landline) is nothing that can be told.
    """
    text = clean_text(unicodedata.normalize("NFKC", cell))
    bare = re.sub(r"(?<=\d)[\s().-]+(?=\d)", "", text)
    if email := _email(text):
        return OneWord("email", email)
    numbers = set(_NUMBER.findall(bare))
    if len(numbers) == 1 and not is_masked(bare):
        return OneWord("phone", numbers.pop())
    if not text or numbers or bare.isdigit() or _FIGURES.search(bare) or lost_digits(clean_id(text)) or "@" in text:
        whole = phone(cell)
        return OneWord("phone", whole.number) if whole.kind is PhoneKind.REAL else OneWord("")
    return OneWord("" if is_masked(text) else "nick", text)


def of_one_column(table: Table) -> bool:
    """Whether one column may hold phones, nicks or addresses, as in lists of one word on each line."""
    columns = table.found.columns
    return "phone" in columns and columns.get("nick") == columns["phone"]


def _one_column(table: Table) -> People:
    column = table.text("phone")
    words = [one_word(value) for value in column.values]
    lost = np.array([not word.field and bool(value) for word, value in zip(words, column.values, strict=True)])
    table.note(lost[column.codes], "phone", "bad_phone")

    def of(field: str) -> Coded:
        values = ("", *(word.value if word.field == field else "" for word in words[1:]))
        places = np.array([0 if not value else place for place, value in enumerate(values)], np.int32)
        return recoded(Coded(places[column.codes], values), str)

    number = of("phone")
    kind = np.where(number.codes > 0, REAL, ABSENT).astype(np.int8)
    empty = Coded.empty(len(table))
    return People(
        buyer_id=empty, open_id=empty, nick=of("nick"), email=of("email"), name=_names(table), phone=number,
        phone_kind=kind, province=empty, city=empty, address_key=empty,
    )  # fmt: skip


def people_of(table: Table) -> People:
    """Read the person columns of a table."""
    if of_one_column(table):
        return _one_column(table)
    number, kind = _phones(table)
    provinces, cities = _places(table)
    return People(
        buyer_id=recoded(table.text("buyer_id"), _unmasked),
        open_id=recoded(table.text("open_id"), _unmasked),
        nick=recoded(table.text("nick"), _unmasked),
        email=recoded(table.text("email"), _email),
        name=_names(table),
        phone=number,
        phone_kind=kind,
        province=provinces,
        city=cities,
        address_key=table.text(ADDRESS_KEY),
    )


def _unmasked(text: str) -> str:
    return "" if is_masked(text) else text


def _email(text: str) -> str:
    text = text.strip("'").casefold()
    return text if text.count("@") == 1 and not is_masked(text) and " " not in text else ""


def _names(table: Table) -> Coded:
    if not table.has("first_name") and not table.has("last_name"):
        return recoded(table.text("name"), _unmasked)
    first, last = table.text("first_name"), table.text("last_name")
    joined: dict[str, int] = {"": 0}
    codes = [
        joined.setdefault(_unmasked(f"{first.values[f]} {last.values[n]}".strip()), len(joined))
        for f, n in zip(first.codes.tolist(), last.codes.tolist(), strict=True)
    ]
    return Coded(np.array(codes, np.int32), tuple(joined))


def _phones(table: Table) -> tuple[Coded, NDArray[np.int8]]:
    """Of the two phone columns the better one per row."""
    numbers: dict[str, int] = {"": 0}
    codes, kinds = _phone_column(table, "phone", numbers)
    if table.has("phone_2"):
        other_codes, other_kinds = _phone_column(table, "phone_2", numbers)
        better = other_kinds < kinds
        codes, kinds = np.where(better, other_codes, codes), np.where(better, other_kinds, kinds)
    return Coded(codes.astype(np.int32), tuple(numbers)), kinds.astype(np.int8)


def _phone_column(table: Table, field: str, numbers: dict[str, int]) -> tuple[Ints, Ints]:
    column = table.text(field)
    found = [phone(value) for value in column.values]
    codes = np.array([numbers.setdefault(p.number, len(numbers)) for p in found], np.int64)
    kinds = np.array([PHONE_KINDS.index(p.kind) for p in found], np.int64)
    unreadable = np.array(
        [p.kind is PhoneKind.ABSENT and clean_id(v) not in {"", "0"} for p, v in zip(found, column.values, strict=True)]
    )
    table.note(unreadable[column.codes], field, "bad_phone")
    return codes[column.codes], kinds[column.codes]


def _places(table: Table) -> tuple[Coded, Coded]:
    if table.has("province"):
        provinces = recoded(table.text("province"), province)
        return provinces, recoded(table.text("city"), lambda text: _unmasked(city(text)))
    address = table.text("address")
    provinces = recoded(address, lambda text: place_of_address(text)[0])
    return provinces, recoded(address, lambda text: place_of_address(text)[1])
