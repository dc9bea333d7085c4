"""What is wrong with what a button does: where it leads, whom it dials, what it copies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType

from local_db.cards.model import Action, ActionKind
from local_db.cards.problem import CardProblem
from local_db.cards.rules import CardVendor, PhoneForm, Targets
from local_db.templates.sms_parts import utf16_units
from local_db.templates.vendor import Verdict

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})", re.IGNORECASE)
_ADDRESS = re.compile(r"https://([^/?#:@]+)(?::\d{1,5})?(/[^?#]*)?(?:[?#].*)?", re.IGNORECASE)
_NOT_IN_ADDRESS = re.compile(r"[\s{}<>\"\\^`|\x00-\x1f\x7f]")
_APP_LINK = re.compile(r"[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)
_PACKAGE = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)+")
# Mobiles, fixed lines with their area code, 400 and 800 numbers, and the short ones of companies and authorities.
_NATIONAL = re.compile(
    r"1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|[48]00(?:-?\d{3}-?\d{4}|-?\d{4}-?\d{3})|95\d{3,6}|96\d{3,4}|1[0-2]\d{1,3}"
)
_INTERNATIONAL = re.compile(r"\+[1-9]\d{6,14}")
_PLACE = re.compile(r"(-?\d{1,3}(?:\.\d{1,8})?),(-?\d{1,3}(?:\.\d{1,8})?)")


def action_problems(action: Action, vendor: CardVendor) -> Iterator[CardProblem]:
    """Problems of one action."""
    if action.kind not in vendor.actions:
        yield CardProblem("action_not_offered", data={"action": action.kind.value})
        return
    yield from _CHECKS[action.kind](action, vendor.targets)
    refused = vendor.refused
    if refused and (found := [char for char in action.target if char in refused.words]):
        blocks = refused.verdict is Verdict.REFUSED
        yield CardProblem("refused_character", data={"word": found[0]}, blocks=blocks)


def address_problem(address: str, rule: Targets) -> str:
    """The code of what is wrong with a web address; empty where nothing is."""
    address = address.strip()
    if not address:
        return "address_missing"
    if not address.lower().startswith("https://"):
        return "address_not_https"
    if utf16_units(address) > rule.address_longest:
        return "address_too_long"
    parts = _ADDRESS.fullmatch(address)
    if parts is None or _NOT_IN_ADDRESS.search(address) or not _is_host(parts[1]):
        return "address_malformed"
    return "address_download" if (parts[2] or "").lower().rstrip("/").endswith(rule.downloads) else ""


def _is_host(host: str) -> bool:
    try:
        return _HOST.fullmatch(host.encode("idna").decode("ascii")) is not None
    except UnicodeError:  # labels too long or empty
        return False


def _page(action: Action, rule: Targets) -> Iterator[CardProblem]:
    if code := address_problem(action.target, rule):
        yield CardProblem(code, data={"most": rule.address_longest})


def _app(action: Action, rule: Targets) -> Iterator[CardProblem]:
    if not _APP_LINK.fullmatch(action.target.strip()):
        yield CardProblem("app_link_malformed")
    elif utf16_units(action.target) > rule.address_longest:
        yield CardProblem("address_too_long", data={"most": rule.address_longest})
    if not _PACKAGE.fullmatch(action.package.strip()):
        yield CardProblem("package_malformed")
    if action.web and (code := address_problem(action.web, rule)):
        yield CardProblem(code, data={"most": rule.address_longest})


def _dial(action: Action, rule: Targets) -> Iterator[CardProblem]:
    number = action.target.strip()
    form = _NATIONAL if rule.phone is PhoneForm.NATIONAL else _INTERNATIONAL
    if not number:
        yield CardProblem("phone_missing")
    elif not form.fullmatch(number):
        yield CardProblem("phone_malformed", data={"form": rule.phone.value})


def _message(action: Action, rule: Targets) -> Iterator[CardProblem]:
    yield from _dial(action, rule)
    if not action.text.strip():
        yield CardProblem("message_missing")


def _copy(action: Action, rule: Targets) -> Iterator[CardProblem]:
    if not action.target.strip():
        yield CardProblem("copy_missing")
    elif utf16_units(action.target) > rule.copy_longest:
        yield CardProblem("copy_too_long", data={"most": rule.copy_longest})


def _reply(action: Action, rule: Targets) -> Iterator[CardProblem]:
    if not action.target.strip():
        yield CardProblem("reply_missing")
    elif utf16_units(action.target) > rule.reply_longest:
        yield CardProblem("reply_too_long", data={"most": rule.reply_longest})


def _calendar(action: Action, _: Targets) -> Iterator[CardProblem]:
    times = calendar_times(action.target)
    if times is None:
        yield CardProblem("times_malformed")
    elif times[0] >= times[1]:
        yield CardProblem("times_backwards")
    if not action.text.strip():
        yield CardProblem("entry_missing")


def _map(action: Action, _: Targets) -> Iterator[CardProblem]:
    if map_place(action.target) is None:
        yield CardProblem("place_malformed")


def calendar_times(target: str) -> tuple[datetime, datetime] | None:
    """Start and end of an entry; None where they cannot be read or have no zone."""
    start, _, end = target.strip().partition("/")
    try:
        times = datetime.fromisoformat(start), datetime.fromisoformat(end)
    except ValueError:
        return None
    return None if times[0].tzinfo is None or times[1].tzinfo is None else times


def map_place(target: str) -> tuple[float, float] | None:
    """Latitude and longitude; None where they cannot be read or are on no globe."""
    match = _PLACE.fullmatch("".join(target.split()))
    if match is None:
        return None
    latitude, longitude = float(match[1]), float(match[2])
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


_CHECKS: Mapping[ActionKind, Callable[[Action, Targets], Iterator[CardProblem]]] = MappingProxyType(
    {
        ActionKind.OPEN_PAGE: _page,
        ActionKind.OPEN_APP: _app,
        ActionKind.DIAL: _dial,
        ActionKind.SEND_TEXT: _message,
        ActionKind.COPY: _copy,
        ActionKind.REPLY: _reply,
        ActionKind.CALENDAR: _calendar,
        ActionKind.SHOW_MAP: _map,
    }
)
