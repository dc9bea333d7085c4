"""Phones have a kind and one spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.phones import Phone, PhoneKind, classify_phone


@pytest.mark.parametrize(
    ("cell", "kind", "number"),
    [
        ("13800138000", PhoneKind.REAL, "13800138000"),
        ("'13800138000", PhoneKind.REAL, "13800138000"),
        ("+86 138-0013-8000", PhoneKind.REAL, "13800138000"),
        ("8613800138000", PhoneKind.REAL, "13800138000"),
        ("13800138000.0", PhoneKind.REAL, "13800138000"),
        ("+1 (650) 555-1212", PhoneKind.REAL, "+16505551212"),
        ("138****8000", PhoneKind.MASKED, ""),
        ("13800138000-1234", PhoneKind.VIRTUAL, ""),
        ("13800138000转1234", PhoneKind.VIRTUAL, ""),
        ("0571-88888888", PhoneKind.LANDLINE, "0571-88888888"),
        ("400-820-8820", PhoneKind.LANDLINE, "400-820-8820"),
        ("1390000001８", PhoneKind.REAL, "13900000018"),
        ("１３９００００００18", PhoneKind.REAL, "13900000018"),
        ("139٠٠٠٠٠٠١٨", PhoneKind.REAL, "13900000018"),
        ("139—0000–0018", PhoneKind.REAL, "13900000018"),
        ("\u202d13900000018\u202c", PhoneKind.REAL, "13900000018"),
        ("013900000018", PhoneKind.REAL, "13900000018"),
        ("＋８６　139 0000 0018", PhoneKind.REAL, "13900000018"),
        ("138＊＊＊＊8000", PhoneKind.MASKED, ""),
        ("０５７１－８８８８８８８８", PhoneKind.LANDLINE, "0571-88888888"),
        ("", PhoneKind.ABSENT, ""),
        ("-", PhoneKind.ABSENT, ""),
        ("null", PhoneKind.ABSENT, ""),
        ("12345", PhoneKind.ABSENT, ""),
        ("23800138000", PhoneKind.ABSENT, ""),
    ],
)
def test_a_phone_cell_has_a_kind_and_one_spelling(cell: str, kind: PhoneKind, number: str) -> None:
    assert classify_phone(cell) == Phone(kind, number)


@given(st.text(max_size=40))
def test_only_real_and_landline_phones_carry_a_number(cell: str) -> None:
    phone = classify_phone(cell)
    assert bool(phone.number) == (phone.kind in {PhoneKind.REAL, PhoneKind.LANDLINE})


@given(st.text(st.sampled_from("0123456789０１３９٠١٣٩१३९-+ —．"), max_size=16))
def test_a_number_holds_ascii_digits_only(cell: str) -> None:
    assert classify_phone(cell).number.isascii()
