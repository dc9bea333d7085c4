"""The person cells of a table as columns: names, keys by which people are told apart, places, phones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from local_db.coded import Coded, recoded
from local_db.importing.cells import city, clean_id, phone, place_of_address, province
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


def people_of(table: Table) -> People:
    """Read the person columns of a table."""
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
