"""What importing returns, and the words it uses for statuses, problems and refusals."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# In the order in which an order passes through them; of two rows for one order the later one holds.
STATUSES = ("unknown", "unpaid", "paid", "part_shipped", "shipped", "signed", "finished", "closed_unpaid", "closed")
# In profiles only: closed, and the whole amount went back even where the file has no refund column.
CLOSED_REFUNDED = "closed_refunded"

# What an order file's after-sale word means: the money went back, or not (yet).
AFTER_SALES = ("refunded", "")
# How far a refund is; of two rows for one refund the later one holds. Only `refunded` means that money went back.
REFUND_STATES = ("unknown", "asked", "agreed", "closed", "refunded")

# Platforms (and an unknown one) whose shops each count their orders themselves, so that #1001 is another order in
# another shop. Elsewhere an order number is the platform's, and a shop may be renamed.
NUMBERED_PER_SHOP = frozenset({"own", "shopify", "woocommerce"})

PROBLEM_CODES = (
    "bad_money",
    "bad_time",
    "bad_number",
    "bad_phone",
    "bad_birthday",
    "bad_yes_no",
    "conflicting_rows",
    "extra_cells",
    "line_break",
    "missing_column",
    "missing_identity",
    "missing_order_number",
    "more_problems",
    "no_opt_out_reply",
    "no_opt_out_time",
    "other_currency",
    "precision_lost",
    "row_above_header",
    "sheet_left_out",
    "short_row",
    "unknown_after_sale",
    "unknown_refund_state",
    "unknown_status",
    "unreadable_text",
)

REFUSAL_CODES = (
    "cancelled",
    "import_missing",
    "file_missing",
    "file_unreadable",
    "file_empty",
    "file_damaged",
    "file_changed",
    "sheet_too_large",
    "password_protected",
    "packed_archive",
    "archive_locked",
    "archive_too_large",
    "nothing_to_import",
    "too_many_files",
    "list_unsaid",
    "import_missing",
    "not_written",
    "too_many_rows",
    "not_a_table",
    "unclosed_quote",
    "unknown_layout",
    "no_rows",
    "national_id",
    "profile_unreadable",
    "profile_invalid",
    "profile_does_not_fit",
)


class FileKind(StrEnum):
    """What the rows of a file are about."""

    ORDERS = "orders"
    MEMBERS = "members"
    REFUNDS = "refunds"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing in the file that could not be taken as it stands.

    `row` is the row number a person sees in a spreadsheet (0: the whole file), `column` the header as
    written in the file, `code` one of PROBLEM_CODES. `data` never holds personal data. `sheet` is named
    where several sheets of a workbook were read.
    """

    row: int
    column: str
    code: str
    data: Mapping[str, object] = field(default_factory=dict)
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. Money is in minor units of `currency`, summed over every order of the file."""

    kind: FileKind = FileKind.ORDERS
    orders: int = 0
    members: int = 0
    lines: int = 0
    new_orders: int = 0
    updated_orders: int = 0
    unchanged_orders: int = 0
    new_members: int = 0
    updated_members: int = 0
    new_consents: int = 0  # entries of every state on every channel
    new_grants: int = 0  # members with a new agreement
    new_opt_outs: int = 0  # members with a new refusal
    skipped_rows: int = 0
    paid: int = 0
    refunded: int = 0
    refunds: int = 0  # refunds of which the file speaks
    currency: str = "CNY"
    platform: str = ""
    shop_name: str = ""
    profile_name: str = ""
    guessed: bool = False
    imported_before: int | None = None  # UTC seconds of an earlier import of the very same file
    problems: tuple[Problem, ...] = ()
