"""Lists of one phone, nick or e-mail address on each line, and what says of whom they are.

Such a list does not tell customers from people who refused. The file's name may (退订名单), else a person must.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from local_db.errors import ImportRefused
from local_db.importing.archive import file_name
from local_db.importing.guess import numbered, place_of
from local_db.importing.model import FileKind
from local_db.importing.people import one_word
from local_db.importing.profile import (
    PROFILE_FOLDER,
    Profile,
    built_in_profiles,
    common_headers,
    load_profile,
    plain,
)
from local_db.importing.readers import Row, RowSource, open_sources
from local_db.importing.reasons import REASON_HEADERS
from local_db.importing.recognise import Recognition, recognise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from local_db.importing.archive import ExportFile
    from local_db.importing.previewed import Preview

_SAYS_OPT_OUT = re.compile(
    r"退订|拒收|黑名单|勿扰|免打扰|opt.?(?:ed.?)?out|unsubscri|do.?not.?(?:contact|disturb|sms)|blacklist|blocklist",
    re.IGNORECASE,
)
_FIELDS = ("phone", "nick", "email")
_HEADER = re.compile(
    r"手机|电话|号码|昵称|会员|旺旺|邮箱|买家|客户|名单|账号|退订|拒收|phone|mobile|nick|mail|member", re.IGNORECASE
)
_MOST = 0.8
_LONGEST_NICK = 40


class Of(StrEnum):
    """Of whom a list is."""

    OPT_OUTS = "opt-out"
    MEMBERS = "members"


class PlainList(NamedTuple):
    """A table with one column: the field it holds, and its header; empty where its first row is data."""

    field: str
    header: str


def plain_list(head: Sequence[Row]) -> PlainList | None:
    """Such a list, told from its first rows; None for every other table."""
    reasons = {place for place, cell in enumerate(head[0] if head else ()) if cell.strip() in REASON_HEADERS}
    told = [[cell.strip() for place, cell in enumerate(row) if place not in reasons] for row in head]
    filled = [row for row in told if any(row)]
    if not filled or any(not row[0] or any(row[1:]) for row in filled):
        return None
    texts = [row[0] for row in filled]
    header = texts[0] if _is_header(texts[0]) else ""
    people = [one_word(text) for text in texts[bool(header) :]]
    if not people:
        return None
    for field in ("phone", "email"):
        if sum(person.field == field for person in people) >= _MOST * len(people):
            return PlainList(field, header)
    if any(len(text) > _LONGEST_NICK for text in texts):
        return None
    return PlainList("nick", header)


def _is_header(text: str) -> bool:
    """Whether the first line names the list; a line with a figure or an address is one of its people."""
    known = plain(text) in _nick_headers() or _HEADER.search(text) is not None
    return known and one_word(text).field == "nick" and not any(map(str.isdigit, text))


def list_of(preview: Preview) -> PlainList | None:
    """The list that a Preview of an unknown layout shows."""
    if preview.profile is not None or len(preview.columns) != 1:
        return None
    headers = [[preview.columns[0].header]] if preview.header_row else []
    return plain_list([*headers, *map(list, preview.rows)])


def list_profile(found: PlainList, of: Of) -> Profile:
    """The profile that reads such a list as a person, or its name, says.

    Each line is read for what it is, whatever most lines are: a phone among nicks is a phone.
    """
    profile = _profile(of)
    consent = {**profile.consent, "email": "opted_out"} if profile.consent else {}
    header = found.header or numbered(1)[0]
    return replace(profile, headers=dict.fromkeys(_FIELDS, (header,)), required=(found.field,), consent=consent)


def list_profiles() -> tuple[Profile, ...]:
    """The profiles of such lists, for their titles."""
    return tuple(map(_profile, Of))


def profile_for(file: ExportFile, of: Of) -> Profile:
    """The profile for a file that holds such a list. Raises ImportRefused."""
    found = plain_list(open_sources(file)[0].head())
    if found is None:
        raise ImportRefused("profile_does_not_fit", file=file.name, profile=of.value)
    return list_profile(found, of)


def is_plain_list(file: ExportFile) -> bool:
    """Whether a file is such a list. Raises ImportRefused where it cannot be read."""
    return plain_list(open_sources(file)[0].head()) is not None


def says_opt_out(name: str) -> bool:
    """Whether a file's name says that its people refused."""
    return _SAYS_OPT_OUT.search(name) is not None


def by_name(sources: Sequence[RowSource]) -> Recognition | None:
    """A table whose file's name says that its people have opted out, where no profile says so."""
    if not sources or not says_opt_out(file_name(sources[0].path)):
        return None
    known = recognise(sources, built_in_profiles())
    if known is not None and (
        known.profile.kind is not FileKind.MEMBERS or "opted_out" in known.profile.consent.values()
    ):
        return known
    for source in sources:
        head = source.head()
        found = plain_list(head)
        if found is not None and (listed := by_place([source], list_profile(found, Of.OPT_OUTS))):
            return listed
        profile = list_profile(found, Of.OPT_OUTS) if found is not None else _with_columns(_profile(Of.OPT_OUTS))
        if named := recognise([source], [profile]):
            return replace(named, profile=_for_channels(named.profile, named.columns))
    return None


def by_place(sources: Sequence[RowSource], profile: Profile) -> Recognition | None:
    """A table without headers, for a profile that names columns by their numbers (#1); None for other profiles."""
    places = {field: place_of(names[0]) for field, names in profile.headers.items()}
    columns = {field: place for field, place in places.items() if place is not None}
    if len(columns) < len(places):
        return None
    for source in sources:
        width = max(map(len, source.head()), default=0)
        if max(columns.values()) < width:
            return Recognition(source, profile, -1, numbered(width), columns)
    return None


def _for_channels(profile: Profile, columns: Mapping[str, int]) -> Profile:
    """People who are named by an address refuse what comes to it, too."""
    return replace(profile, consent={**profile.consent, "email": "opted_out"}) if "email" in columns else profile


def _with_columns(profile: Profile) -> Profile:
    """The same list with headers of common meaning."""
    known = common_headers().headers
    headers = {field: known[field] for field in (*_FIELDS, "name") if field in known}
    return replace(profile, headers=headers, required_any=_FIELDS)


@cache
def _profile(of: Of) -> Profile:
    name = {Of.OPT_OUTS: "opt_outs", Of.MEMBERS: "members"}[of]
    return load_profile(PROFILE_FOLDER / "lists" / f"{name}.toml")


@cache
def _nick_headers() -> frozenset[str]:
    common = common_headers().headers
    more = ("旺旺", "旺旺昵称", "会员", "买家", "客户", "名单", "账号", "淘宝账号", "members", "customers")
    return frozenset(plain(word) for word in (*common.get("nick", ()), *common.get("name", ()), *more))
