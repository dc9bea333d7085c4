"""The program as it was when it knew only some of the steps, so that a test can make a file of that time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType

import pytest

from local_db import migrations


@contextmanager
def knowing(steps: Sequence[ModuleType], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Within this, files are made and opened with these steps."""
    with monkeypatch.context() as old:
        old.setattr(migrations, "STEPS", tuple(steps))
        old.setattr(migrations, "NAMES", tuple(step.NAME for step in steps))
        yield


def steps_before(step: ModuleType) -> tuple[ModuleType, ...]:
    """The steps that came before this one."""
    return migrations.STEPS[: migrations.STEPS.index(step)]
