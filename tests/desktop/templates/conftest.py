"""The stage of these tests."""

from tests.desktop.stage import stage

__all__ = ["stage"]
