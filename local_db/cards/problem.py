"""Something wrong with a card, and where."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from local_db.templates.verdicts import Finding

# Places beside the names of texts (`Field`).
PICTURE = "picture"
VIDEO = "video"
TAP = "tap"
BUTTON = "button"  # with a colon and its number, from 1
CHIP = "chip"  # the same
SIGNATURE = "signature"
FALLBACK = "fallback"  # the text that stands in
FALLBACK_TITLE = "fallback_title"
OPT_OUT = "opt_out"


@dataclass(frozen=True, slots=True)
class CardProblem:
    """One that blocks keeps the card from being exported.

    `panel` counts from 0, None: it is about the whole card; `field` is a `Field` or one of the places above, empty:
    the whole panel or card; `position` and `length` are characters of the text there, a length of 0: all of it.
    """

    code: str
    field: str = ""
    panel: int | None = None
    position: int = 0
    length: int = 0
    data: dict[str, object] = dataclasses.field(default_factory=dict)
    blocks: bool = True
    finding: Finding | None = None  # of a refused word: its source, and what to write instead


# Every code there is, with the facts that come with it; those of the text that stands in are the codes of
# `templates.lint` (with SIGNATURE, OPT_OUT or FALLBACK for a field) and of texts with variables.
PROBLEM_CODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "kind_not_offered": ("kind",),
        "too_few_panels": ("least", "count"),
        "too_many_panels": ("most", "count"),
        "nothing_shown": (),
        "field_missing": (),
        "field_not_shown": (),
        "too_long": ("units", "most"),
        "too_long_with_additions": ("units", "most"),
        "line_break": ("lines", "most"),
        "too_many_lines": ("lines", "most"),
        "brackets_in_field": (),
        "looks_like_parameter": (),
        "full_width_brace": (),
        "unclosed_brace": (),
        "stray_brace": (),
        "empty_name": (),
        "unknown_variable": ("name",),
        "bad_limit": ("name",),
        "too_many_variables": ("most", "count"),
        "too_many_variables_in_card": ("most", "count"),
        "unbounded": ("name",),
        "long_value": ("name", "most"),
        "empty_value": ("name",),
        "refused_character": ("word",),
        "refused_words": ("word",),
        "opt_out_not_on_card": ("accepted",),
        "opt_out_in_notification": (),
        "too_many_buttons": ("most", "count"),
        "too_few_buttons": ("least",),
        "button_empty": (),
        "tap_not_offered": (),
        "chips_not_shown": (),
        "action_not_offered": ("action",),
        "address_missing": ("most",),
        "address_not_https": ("most",),
        "address_malformed": ("most",),
        "address_too_long": ("most",),
        "address_download": ("most",),
        "app_link_malformed": (),
        "package_malformed": (),
        "phone_missing": (),
        "phone_malformed": ("form",),
        "message_missing": (),
        "copy_missing": (),
        "copy_too_long": ("most",),
        "reply_missing": (),
        "reply_too_long": ("most",),
        "times_malformed": (),
        "times_backwards": (),
        "entry_missing": (),
        "place_malformed": (),
        "picture_missing": (),
        "picture_not_shown": (),
        "picture_gone": (),
        "picture_type": ("type", "types"),
        "picture_too_big": ("bytes", "most"),
        "picture_large": ("bytes", "aim"),
        "picture_ratio": ("width", "height", "ratio"),
        "tall_in_carousel": (),
        "video_missing": (),
        "video_not_shown": (),
        "video_gone": (),
        "video_type": ("type", "types"),
        "video_too_big": ("bytes", "most"),
        "video_large": ("bytes", "aim"),
        "payload_too_big": ("bytes", "most"),
        "makers_left_out": ("action", "makers"),
        "sms_rule": ("rule",),
    }
)
