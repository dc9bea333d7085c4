"""What is wrong with a template before anybody gets it: what blocks, and what is only worth knowing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from local_db.templates.layout import layout
from local_db.templates.model import Purpose, Template, TemplateProblem
from local_db.templates.sms_parts import Route, utf16_units
from local_db.templates.sms_rules import find_opt_out, is_opt_out, trailing_opt_out
from local_db.templates.text import scan
from local_db.templates.vendor import OptOutRule, Vendor
from local_db.templates.vendors import vendor_of

# What would break 【】 apart, begin a formula in a spreadsheet, or leave the line.
_BAD_IN_SIGNATURE = re.compile(r"^[=+\-@＝＋－＠']|[【】{}\x00-\x1f\x7f\u2028\u2029]")
_BRACKET = re.compile(r"[【】]")
_FULL_WIDTH_BRACE = re.compile(r"[｛｝]")
_LINE_BREAK = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+")


def problems(
    template: Template, route: Route = Route.CHINA, vendor: Vendor | None = None
) -> tuple[TemplateProblem, ...]:
    """Every problem of a template, blocking ones first, each in the order of the text.

    Without a vendor the built-in one that the template names says how long texts and signatures may be, and whether
    an opt-out wording belongs into them.

    Blocking: `missing_signature`, `signature_characters`, `empty_body`, `brackets_in_body`,
    `missing_opt_out`, `opt_out_in_notification`, `too_long`, and the faults of a body
    (`unclosed_brace`, `stray_brace`, `empty_name`, `unknown_variable`, `bad_limit`).
    Warnings: `signature_length`, `opt_out_twice`, `unusual_opt_out`, `full_width_brace`, `line_break`.
    """
    vendor = vendor_of(template.vendor) if vendor is None else vendor
    found = [
        *_of_signature(template, vendor),
        *_of_body(template),
        *_of_opt_out(template, vendor.opt_out.rules[template.purpose]),
        *_of_length(template, route, vendor),
    ]
    return tuple(sorted(found, key=lambda problem: not problem.blocks))


def blocking(
    template: Template, route: Route = Route.CHINA, vendor: Vendor | None = None
) -> tuple[TemplateProblem, ...]:
    """The problems that keep a template from being used."""
    return tuple(problem for problem in problems(template, route, vendor) if problem.blocks)


def _of_signature(template: Template, vendor: Vendor) -> Iterator[TemplateProblem]:
    signature = template.signature
    if not signature.strip():
        yield TemplateProblem("missing_signature")
        return
    if bad := _BAD_IN_SIGNATURE.search(signature):
        yield TemplateProblem("signature_characters", bad.start(), 1, {"character": bad[0]})
    rule = vendor.signature
    if not rule.shortest <= len(signature) <= rule.longest:
        data: dict[str, object] = {"shortest": rule.shortest, "longest": rule.longest}
        yield TemplateProblem("signature_length", 0, len(signature), data, blocks=False)


def _of_body(template: Template) -> Iterator[TemplateProblem]:
    body = template.body
    if not body.strip():
        yield TemplateProblem("empty_body")
        return
    for fault in scan(body).faults:
        data: dict[str, object] = {"name": fault.name} if fault.name else {}
        yield TemplateProblem(fault.code, fault.position, fault.length, data)
    if bracket := _BRACKET.search(body):
        yield TemplateProblem("brackets_in_body", bracket.start(), 1)
    if brace := _FULL_WIDTH_BRACE.search(body):
        yield TemplateProblem("full_width_brace", brace.start(), 1, blocks=False)
    if line_break := _LINE_BREAK.search(body.strip()):
        position = body.index(line_break[0])
        yield TemplateProblem("line_break", position, len(line_break[0]), blocks=False)


def _of_opt_out(template: Template, rule: OptOutRule) -> Iterator[TemplateProblem]:
    in_body = find_opt_out(template.body)
    at = in_body or (0, 0)
    if template.purpose is Purpose.NOTIFICATION:
        if rule is OptOutRule.FORBIDDEN and (in_body or template.opt_out.strip()):
            yield TemplateProblem("opt_out_in_notification", *at)
        return
    if not template.opt_out.strip():
        if rule is not OptOutRule.ADDED and trailing_opt_out(template.body) is None:
            yield TemplateProblem("missing_opt_out")
        return
    if in_body:
        yield TemplateProblem("opt_out_twice", *at, blocks=False)
    if not is_opt_out(template.opt_out):
        yield TemplateProblem("unusual_opt_out", blocks=False)


def _of_length(template: Template, route: Route, vendor: Vendor) -> Iterator[TemplateProblem]:
    """The length without any value: what members' values add is only known when a text is rendered."""
    units = utf16_units(layout(template, route, vendor.signature).words)
    most = vendor.most_units
    if units > most:
        yield TemplateProblem("too_long", 0, len(template.body), {"units": units, "most": most})
