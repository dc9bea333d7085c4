"""The header of the column in which bad rows are given back with their reasons; it is read as no field."""

from __future__ import annotations

REASON_HEADERS = ("Reason (Regulars)", "原因（熟客）")
