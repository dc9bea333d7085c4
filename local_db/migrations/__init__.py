"""The shop file's schema as frozen steps, listed in order and run by sqlite-utils' own migrations.

A step that has shipped is never edited: add a new one at the end of `STEPS`. `NAMES` can be read
without importing sqlite-utils, so that opening a current file stays fast.
"""

from __future__ import annotations

from local_db.migrations import (
    m0001_first_tables,
    m0002_statements,
    m0003_segments,
    m0004_restated,
    m0005_templates,
    m0006_documents,
    m0007_replies,
    m0008_ids,
    m0009_points,
)

SET_NAME = "regulars"

STEPS = (
    m0001_first_tables,
    m0002_statements,
    m0003_segments,
    m0004_restated,
    m0005_templates,
    m0006_documents,
    m0007_replies,
    m0008_ids,
    m0009_points,
)

NAMES = tuple(step.NAME for step in STEPS)
