"""What each vendor would say to a draft, rule by rule, before a review says it: pure functions over the profiles.

`lint.problems` says what is wrong with a text whoever carries it, and blocks; what is found here is a vendor's matter,
and never keeps a text in the shop.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import pairwise

from local_db.templates.body_words import VARIABLE, variables, words_only
from local_db.templates.in_languages import InLanguages
from local_db.templates.layout import layout
from local_db.templates.links import LINK
from local_db.templates.model import Purpose, Template
from local_db.templates.sms_parts import utf16_units
from local_db.templates.sms_rules import find_opt_out, sms_rules, trailing_opt_out
from local_db.templates.text import Variable
from local_db.templates.variables import CATALOGUE
from local_db.templates.vendor import OptOutRule, Vendor, Verdict, WordRule

# The rules beside the groups of words. What stands before the dot is the row in which they are shown.
RULES = (
    "signature.missing",
    "signature.length",
    "brackets",
    "opt_out.missing",
    "opt_out.wording",
    "opt_out.added",
    "opt_out.in_notification",
    "length",
    "variables.in_marketing",
    "variables.most",
    "adjacent",
    "alone",
    "unbounded",
    "long_value",
    "link",
    "symbols",
)
ALWAYS_SHOWN = ("signature", "opt_out")
WORDS = "words."  # the rule of a group of words is this and the key of the group

_RANK = {verdict: rank for rank, verdict in enumerate(Verdict)}
_BRACKETS = re.compile("[【】]")


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a draft does not keep. Places are characters of the body; a length of 0: no place in it."""

    rule: str
    verdict: Verdict
    source: InLanguages
    read_on: date
    position: int = 0
    length: int = 0
    data: dict[str, object] = field(default_factory=dict)
    group: WordRule | None = None

    @property
    def row(self) -> str:
        """Which findings stand together."""
        return self.rule if self.rule.startswith(WORDS) else self.rule.split(".")[0]


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """One row of the table of verdicts: what each vendor says, and the worst finding, None where all are content."""

    row: str
    verdicts: dict[str, Verdict]
    worst: Finding | None
    finder: str = ""  # key of the vendor whose finding that is, the first of several


def findings(template: Template, vendor: Vendor) -> tuple[Finding, ...]:
    """Everything a vendor would find, what it refuses first, then in the order of the text."""
    found = [
        *_of_signature(template, vendor),
        *_of_opt_out(template, vendor),
        *_of_length(template, vendor),
        *_of_variables(template, vendor),
        *_of_words(template, vendor),
    ]
    return tuple(sorted(found, key=lambda finding: (-_RANK[finding.verdict], finding.position)))


def verdict(template: Template, vendor: Vendor) -> Verdict:
    """The worst of what a vendor finds."""
    return max((finding.verdict for finding in findings(template, vendor)), key=_RANK.__getitem__, default=Verdict.OK)


def verdict_table(template: Template, vendors: Sequence[Vendor]) -> tuple[VerdictRow, ...]:
    """Every vendor side by side: the rows always shown, then one per rule that any of them finds broken."""
    by_row: dict[str, dict[str, Finding]] = {row: {} for row in ALWAYS_SHOWN}
    for vendor in vendors:
        for finding in findings(template, vendor):  # the worst of a row comes first
            by_row.setdefault(finding.row, {}).setdefault(vendor.key, finding)
    rows = [_row(row, found, vendors) for row, found in by_row.items()]
    return tuple(sorted(rows, key=lambda row: 0 if row.row in ALWAYS_SHOWN else 2 if row.row.startswith(WORDS) else 1))


def _row(row: str, found: dict[str, Finding], vendors: Sequence[Vendor]) -> VerdictRow:
    said = {vendor.key: found[vendor.key].verdict if vendor.key in found else Verdict.OK for vendor in vendors}
    finder = max(found, key=lambda key: _RANK[found[key].verdict], default="")
    return VerdictRow(row, said, found.get(finder), finder)


def _of_signature(template: Template, vendor: Vendor) -> Iterator[Finding]:
    rule = vendor.signature
    if not template.signature.strip():
        strict = Verdict.REFUSED if rule.brackets else Verdict.REVIEW
        yield Finding("signature.missing", strict, rule.source, vendor.read_on)
    elif not rule.shortest <= len(template.signature) <= rule.longest:
        data: dict[str, object] = {"shortest": rule.shortest, "longest": rule.longest}
        yield Finding("signature.length", Verdict.REVIEW, rule.source, vendor.read_on, data=data)
    if rule.brackets and (bracket := _BRACKETS.search(template.body)):
        yield Finding("brackets", Verdict.REFUSED, rule.source, vendor.read_on, bracket.start(), 1)


def _of_opt_out(template: Template, vendor: Vendor) -> Iterator[Finding]:
    rule, source, day = vendor.opt_out.rules[template.purpose], vendor.opt_out.source, vendor.read_on
    in_body = find_opt_out(template.body)
    own = template.opt_out.strip()
    if rule is OptOutRule.REQUIRED:
        at = trailing_opt_out(template.body)
        wording = own or ("" if at is None else template.body[at:])
        accepted = vendor.opt_out.accepted
        if not wording:
            yield Finding("opt_out.missing", Verdict.REFUSED, source, day, data={"accepted": accepted})
        elif accepted and _bare(wording) not in map(_bare, accepted):
            place = (0, 0) if own or at is None else (at, len(template.body) - at)
            yield Finding("opt_out.wording", Verdict.REFUSED, source, day, *place, {"accepted": accepted})
    elif rule is OptOutRule.ADDED and in_body:
        yield Finding("opt_out.added", Verdict.REFUSED, source, day, *in_body)
    elif rule is OptOutRule.FORBIDDEN and (own or in_body):
        yield Finding("opt_out.in_notification", Verdict.REFUSED, source, day, *(in_body or (0, 0)))


def _of_length(template: Template, vendor: Vendor) -> Iterator[Finding]:
    units = utf16_units(layout(template, signature=vendor.signature).words)
    if units > vendor.most_units:
        data: dict[str, object] = {"units": units, "most": vendor.most_units}
        yield Finding("length", Verdict.REFUSED, vendor.length_source, vendor.read_on, data=data)


def _of_variables(template: Template, vendor: Vendor) -> Iterator[Finding]:
    body, rule = template.body, vendor.variables
    found = variables(body)
    if not found:
        return
    marketing = rule.marketing if template.purpose is Purpose.MARKETING else Verdict.OK
    yield from _unless_ok("variables.in_marketing", marketing, found[0], vendor)
    if rule.most is not None and len(found) > rule.most:
        yield from _unless_ok("variables.most", Verdict.REFUSED, found[rule.most], vendor, most=rule.most)
    if not words_only(body, fallbacks=False).replace(VARIABLE, "").strip(" ,.，。！!、"):
        yield from _unless_ok("alone", rule.alone, found[0], vendor)
    for before, after in pairwise(found):
        if before.position + before.length == after.position:
            yield from _unless_ok("adjacent", rule.adjacent, after, vendor)
    links = [link.span() for link in LINK.finditer(words_only(body, fallbacks=False))]
    for one in found:
        yield from _of_one(one, links, vendor)


def _of_one(one: Variable, links: Sequence[tuple[int, int]], vendor: Vendor) -> Iterator[Finding]:
    """What a vendor says to one variable; `links` are the places of web addresses in the body."""
    rule = vendor.variables
    bound = one.limit or CATALOGUE[one.name].longest
    if bound is None:
        yield from _unless_ok("unbounded", rule.unbounded, one, vendor, name=one.name)
    elif rule.longest is not None and max(bound, len(one.fallback or "")) > rule.longest:
        yield from _unless_ok("long_value", Verdict.REFUSED, one, vendor, name=one.name, most=rule.longest)
    part_of_one = any(start <= one.position < end for start, end in links)
    if part_of_one or LINK.search(one.fallback or ""):
        yield from _unless_ok("link", rule.link, one, vendor)


def _unless_ok(rule: str, said: Verdict, at: Variable, vendor: Vendor, **data: object) -> Iterator[Finding]:
    if said is not Verdict.OK:
        yield Finding(rule, said, vendor.variables.source, vendor.read_on, at.position, at.length, data)


def _of_words(template: Template, vendor: Vendor) -> Iterator[Finding]:
    """Symbols and words that the vendor or the law does not take."""
    return refused_words(template.body, template.purpose, (*vendor.symbols, *vendor.words, *sms_rules().words))


def refused_words(body: str, purpose: Purpose, groups: Sequence[WordRule]) -> Iterator[Finding]:
    """What a text holds of some groups of words or symbols, the first of each group."""
    shown = words_only(body)
    for group in groups:
        if group.purpose not in (None, purpose):
            continue
        if match := next(word_places(shown, group), None):
            rule = "symbols" if group.key == "symbols" else WORDS + group.key
            place = (match.start(), len(match[0]))
            yield Finding(rule, group.verdict, group.source, group.read_on, *place, {"word": match[0]}, group)


def word_places(shown: str, group: WordRule) -> Iterator[re.Match[str]]:
    """Where a text holds words of a group."""
    return _pattern(group.words).finditer(shown)


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words; one in Latin letters not inside a longer one."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(_whole(word) for word in longest_first), re.IGNORECASE)


def _whole(word: str) -> str:
    before = r"(?<![a-z])" if word[0].isascii() and word[0].isalpha() else ""
    after = r"(?![a-z])" if word[-1].isascii() and word[-1].isalpha() else ""
    return f"{before}{re.escape(word)}{after}"


def _bare(wording: str) -> str:
    """A wording as it is compared: without blanks, closing punctuation, case and width."""
    return "".join(unicodedata.normalize("NFKC", wording).casefold().split()).rstrip("。.!！")


def same_wording(one: str, other: str) -> bool:
    """Whether two opt-out wordings are the same but for blanks, closing punctuation, case and width."""
    return _bare(one) == _bare(other)


def holds_wording(text: str, wording: str) -> bool:
    """Whether an opt-out wording stands anywhere in a text, compared in the same way."""
    return _bare(wording) in _bare(text)


def default_wording(vendor: Vendor, own: str) -> str:
    """The opt-out wording to propose for a vendor: the shop's own where it is taken, else the vendor's first."""
    accepted = vendor.opt_out.accepted
    if not accepted or _bare(own) in map(_bare, accepted):
        return own
    return accepted[0]
