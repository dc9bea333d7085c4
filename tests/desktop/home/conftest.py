"""The stage of pages."""

from tests.desktop.stage import stage

__all__ = ["stage"]
