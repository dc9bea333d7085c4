"""Espanso's match files: triggers, forms, choices. Nothing in them is ever run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from local_db.errors import ReplyError
from local_db.replies.exchange.drafting import Drafts, one_line
from local_db.replies.exchange.markup import html_to_text
from local_db.replies.exchange.model import Raw

if TYPE_CHECKING:
    import yaml

MOST_BYTES = 8 << 20
_LINE, _LINES = "\0line", "\0lines"  # no key of a file can be that
_BEGINS = re.compile(r"^(?:matches|global_vars)\s*:", re.MULTILINE)
_COMMANDS = frozenset({"shell", "script"})
_VARIABLE = re.compile(r"\{\{\s*([\w.\- ]+?)\s*\}\}")


def looks_like(text: str) -> bool:
    """Whether a text may be a match file."""
    return _BEGINS.search(text) is not None


def read_matches(text: str, file: str, drafts: Drafts) -> Iterator[Raw]:
    """The matches of a file by the lines they begin on. Raises ReplyError (`file_broken`, `file_too_big`)."""
    values = _loaded(text, file)
    matches = values.get("matches") if isinstance(values, dict) else None
    if not isinstance(matches, list):
        return
    shared = _variables(values.get("global_vars"))
    for line, match in zip(values[_LINES], matches, strict=True):
        if isinstance(match, dict):
            yield from _match(match, shared, drafts)
        else:
            drafts.say("not_an_entry", line)


def _loaded(text: str, file: str) -> Any:
    import yaml

    if len(text) > MOST_BYTES:
        raise ReplyError("file_too_big", file=file, megabytes=MOST_BYTES >> 20)
    loader = _loader()
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.AliasEvent):  # a few that name each other make a file grow without end
                raise ReplyError("file_broken", file=file, line=event.start_mark.line + 1 if event.start_mark else 0)
        return yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise ReplyError("file_broken", file=file, line=line) from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise ReplyError("file_broken", file=file, line=0) from None


def _loader() -> type[yaml.SafeLoader]:
    """The safe loader, which notes on which line each mapping begins, and each match."""
    import yaml

    base: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc, valid-type]
        pass

    def mapping(loader: Any, node: yaml.MappingNode) -> dict[object, object]:
        values: dict[object, object] = loader.construct_mapping(node, deep=True)
        values[_LINE] = node.start_mark.line + 1
        for key, value in node.value:
            if key.value == "matches" and isinstance(value, yaml.SequenceNode):
                values[_LINES] = [one.start_mark.line + 1 for one in value.value]
        return values

    def plain_text(loader: Any, node: yaml.ScalarNode) -> str:
        return str(loader.construct_scalar(node))

    Loader.add_constructor("tag:yaml.org,2002:map", mapping)
    for kind in ("timestamp", "int", "float"):  # a text of 2026-11-11 is one
        Loader.add_constructor(f"tag:yaml.org,2002:{kind}", plain_text)
    return Loader


def _variables(listed: Any) -> dict[str, Mapping[str, Any]]:
    if not isinstance(listed, list):
        return {}
    return {str(one["name"]): one for one in listed if isinstance(one, dict) and "name" in one}


def _match(match: Mapping[str, Any], shared: Mapping[str, Mapping[str, Any]], drafts: Drafts) -> Iterator[Raw]:
    line = int(match[_LINE])
    texts = _texts(match, shared, drafts, line)
    triggers = _triggers(match)
    if not triggers and "regex" in match:
        drafts.say("pattern_left_out", line, "regex")
    shortcut = triggers[0] if triggers else ""
    yield Raw(
        line,
        texts,
        title=_said(match.get("label")) or one_line(shortcut),
        shortcut=shortcut,
        tags=(*triggers[1:], *_listed(match.get("search_terms"))),
    )


def _triggers(match: Mapping[str, Any]) -> list[str]:
    return _listed(match.get("triggers")) or _listed([match["trigger"]] if "trigger" in match else None)


def _listed(values: Any) -> list[str]:
    return [str(value) for value in values if isinstance(value, str | int)] if isinstance(values, list) else []


def _said(value: Any) -> str:
    return str(value) if isinstance(value, str | int | float) else ""


def _texts(
    match: Mapping[str, Any], shared: Mapping[str, Mapping[str, Any]], drafts: Drafts, line: int
) -> tuple[str, ...]:
    if "image_path" in match:
        drafts.say("picture_left_out", line, "image_path")
        return ()
    text = next((_said(match[key]) for key in ("replace", "form", "markdown") if key in match), "")
    text = text or html_to_text(_said(match.get("html")))
    variables = dict(shared) | _variables(match.get("vars"))
    if choices := _choices_alone(text, variables):
        return choices
    text = _with_defaults(text, match.get("form_fields"))
    for _ in range(3):  # variables that name variables
        text = _VARIABLE.sub(lambda found: _value(found, variables, drafts, line), text)
    return (text,)


def _choices_alone(text: str, variables: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    """A match that is nothing but one of several texts: they are wordings."""
    found = _VARIABLE.fullmatch(text.strip())
    variable = variables.get(found[1]) if found else None
    if variable is None or variable.get("type") not in {"random", "choice"}:
        return ()
    values = _params(variable).get("choices", _params(variable).get("values"))
    return tuple(_choice(value) for value in values) if isinstance(values, list) else ()


def _choice(value: Any) -> str:
    return _said(value.get("label")) if isinstance(value, dict) else _said(value)


def _params(variable: Mapping[str, Any]) -> Mapping[str, Any]:
    params = variable.get("params")
    return params if isinstance(params, dict) else {}


def _value(found: re.Match[str], variables: Mapping[str, Mapping[str, Any]], drafts: Drafts, line: int) -> str:
    """What a variable says where the file itself knows it; otherwise it stays one."""
    variable = variables.get(found[1].partition(".")[0])
    if variable is None:
        return found[0]
    kind, params = variable.get("type"), _params(variable)
    if kind == "echo":
        return _said(params.get("echo"))
    if kind in _COMMANDS:
        drafts.say("command_not_run", line, found[1])
    return f"{{{{{found[1]}}}}}"


def _with_defaults(text: str, fields: Any) -> str:
    """A form's fields with their defaults, as variables with a fallback."""
    if not isinstance(fields, dict):
        return text
    for name, options in fields.items():
        default = _said(options.get("default")) if isinstance(options, dict) else ""
        if default and not set(default) & set("{}|\n"):
            text = re.sub(rf"\[\[\s*{re.escape(str(name))}\s*\]\]", lambda _, n=name, d=default: f"{{{n}|{d}}}", text)  # type: ignore[misc]
    return text
