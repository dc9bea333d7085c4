"""Templates in files: TOML, or the message as plain text; and many of them in one TOML file, written and read."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from local_db.errors import TemplateError
from local_db.templates.model import Purpose, Template
from local_db.templates.sms_rules import trailing_opt_out
from local_db.templates.vendor import GENERAL
from local_db.values import printable

KEYS = ("name", "purpose", "signature", "body", "opt_out", "vendor", "folder")
MANY = "template"  # the list in a file of several
_MOST_BYTES = 1_000_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")  # no text has these; TOML can spell them
_LEADING_SIGNATURE = re.compile(r"\s*【([^【】]*)】")


@dataclass(frozen=True, slots=True)
class TemplateDefaults:
    """What the shop's settings put in where a file says nothing."""

    signature: str = ""
    opt_out: str = ""
    vendor: str = GENERAL


def read_template_file(path: Path, defaults: TemplateDefaults) -> Template:
    """The template of a `.toml` file or a plain text file (UTF-8 or GB18030), not yet saved.

    Raises TemplateError: `file_missing`, `file_unreadable`, `file_too_big`, `not_text`, `bad_toml`, `toml_excessive`,
    `unknown_key` and `bad_value` (with `key`), `empty_body`.
    """
    text = read_text(path)
    if path.suffix.lower() == ".toml":
        return from_toml(_toml(text), defaults, name=printable(path.stem))
    return from_message(text, defaults, name=printable(path.stem))


def read_templates_file(path: Path, defaults: TemplateDefaults) -> tuple[Template, ...]:
    """Every template of a file: of the list in a `.toml` file where it has one, else the one that it is."""
    if path.suffix.lower() == ".toml" and MANY in (data := _toml(read_text(path))):
        entries = data[MANY]
        if len(data) > 1 or not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise TemplateError("bad_value", key=MANY)
        return tuple(from_toml(entry, defaults, name=printable(path.stem)) for entry in entries)
    return (read_template_file(path, defaults),)


def to_toml(templates: Sequence[Template]) -> str:
    """A file of templates that `read_templates_file` reads back."""
    return "\n".join(_entry(template) for template in templates)


def from_toml(data: Mapping[str, object], defaults: TemplateDefaults, *, name: str) -> Template:
    """A template from the entries of `KEYS`, of which only `body` is needed."""
    values = {key: _text_value(key, value) for key, value in data.items()}
    purpose = _purpose(values.get("purpose", Purpose.MARKETING.value))
    return _completed(
        values.get("body", ""),
        values.get("signature"),
        values.get("opt_out"),
        defaults,
        name=values.get("name", name).strip() or name,
        purpose=purpose,
        vendor=values.get("vendor", defaults.vendor),
        folder=values.get("folder", ""),
    )


def from_message(text: str, defaults: TemplateDefaults, *, name: str) -> Template:
    """A marketing template from a whole message: `【signature】body opt-out wording`."""
    return _completed(
        text, None, None, defaults, name=name, purpose=Purpose.MARKETING, vendor=defaults.vendor, folder=""
    )


def _completed(
    body: str,
    signature: str | None,
    opt_out: str | None,
    defaults: TemplateDefaults,
    *,
    name: str,
    purpose: Purpose,
    vendor: str,
    folder: str,
) -> Template:
    """Take what a file does not name from the text itself, then from the defaults."""
    body = body.strip()
    if signature is None and (match := _LEADING_SIGNATURE.match(body)):
        signature, body = match[1].strip(), body[match.end() :]
    if opt_out is None and (at := trailing_opt_out(body)) is not None:
        body, opt_out = body[:at], body[at:]
    if opt_out is None:
        opt_out = defaults.opt_out if purpose is Purpose.MARKETING else ""
    if not body.strip():
        raise TemplateError("empty_body")
    signed = defaults.signature if signature is None else signature.strip()
    return Template(name, purpose, signed, body, opt_out, vendor=vendor, folder=folder)


def _entry(template: Template) -> str:
    kept = {key: str(getattr(template, key)) for key in KEYS}  # a purpose is a text too
    # A text of JSON is one of TOML, but for the one control character that TOML wants spelled.
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in kept.items())
    return "\n".join((f"[[{MANY}]]", *lines)).replace("\x7f", "\\u007f") + "\n"


def _toml(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TemplateError("bad_toml", reason=str(error)) from None
    except (RecursionError, ValueError):  # brackets in brackets, or thousands of digits
        raise TemplateError("toml_excessive") from None


def read_text(path: Path) -> str:
    """A file of text in UTF-8 or GB18030.

    Raises TemplateError `file_missing`, `file_unreadable`, `file_too_big`, `not_text`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)  # a device has no end
    except FileNotFoundError:
        raise TemplateError("file_missing", path=str(path)) from None
    except OSError:
        raise TemplateError("file_unreadable", path=str(path)) from None
    if len(data) > _MOST_BYTES:
        raise TemplateError("file_too_big", path=str(path))
    text = _decoded(data)
    if text is None or _CONTROL.search(text):
        raise TemplateError("not_text", path=str(path))
    return text


def _decoded(data: bytes) -> str | None:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _text_value(key: str, value: object) -> str:
    if key not in KEYS:
        raise TemplateError("unknown_key", key=key)
    if not isinstance(value, str) or _CONTROL.search(value):
        raise TemplateError("bad_value", key=key)
    return value


def _purpose(text: str) -> Purpose:
    try:
        return Purpose(text.strip().lower())
    except ValueError:
        raise TemplateError("bad_value", key="purpose") from None
