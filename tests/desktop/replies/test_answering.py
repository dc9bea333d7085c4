"""A clerk answers: the real program beside a real chat, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

from desktop.shell.clipboard.content import png_of
from local_db.media.model import Media, MediaKind
from local_db.replies import actions
from local_db.replies.model import Reply, Wording
from local_db.shop_file import ShopKey, create_shop
from tests.desktop.shell import xscreen
from tests.desktop.shell.selections import Owner, everything
from tests.desktop.shell.test_between_programs import EARLIER, PROGRAMS
from tests.desktop.shell.xscreen import Program, Screen, until

pytestmark = pytest.mark.skipif(bool(xscreen.missing()), reason=xscreen.missing() or "a screen can be had")

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
