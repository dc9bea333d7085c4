"""Shared widgets; no feature has its name in here."""
