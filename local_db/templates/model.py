"""What a template is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Purpose(StrEnum):
    """Why a text is sent; marketing needs a way to refuse, a notification must not carry one."""

    MARKETING = "marketing"
    NOTIFICATION = "notification"


@dataclass(frozen=True, slots=True)
class Template:
    """A text for many receivers. `id` is 0 until it is saved; times are UTC seconds."""

    name: str
    purpose: Purpose
    signature: str  # without 【】
    body: str
    opt_out: str
    id: int = 0
    created_at: int = 0
    changed_at: int = 0
    vendor: str = "custom"  # key of the profile whose rules and bill it is written for
    folder: str = ""  # where the list keeps it; empty: in none


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """Something wrong with a template; one that blocks keeps every text of it in the shop.

    `position` and `length` are characters of the body, or of the signature for signature problems.
    """

    code: str
    position: int = 0
    length: int = 0
    data: dict[str, object] = field(default_factory=dict)
    blocks: bool = True


@dataclass(frozen=True, slots=True)
class TemplateVersion:
    """What a template said when it was saved; the first one is 1."""

    version: int
    template: Template  # without a folder: that is not part of what it says
    saved_at: int


@dataclass(frozen=True, slots=True)
class DeletedTemplate:
    """What is needed to undo a deletion."""

    template: Template
    audience_ids: tuple[int, ...]  # audiences that named it
    versions: tuple[TemplateVersion, ...] = ()
