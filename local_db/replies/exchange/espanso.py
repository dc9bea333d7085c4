"""Espanso's match files: triggers, forms, choices. Nothing in them is ever run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from local_db.errors import ReplyError
from local_db.replies.exchange.drafting import LONGEST, Drafts, one_line
from local_db.replies.exchange.markup import html_to_text
from local_db.replies.exchange.model import Raw

if TYPE_CHECKING:
    import yaml

MOST_BYTES = 8 << 20
_LINE, _LINES = "\0line", "\0lines"  # no key of a file can be that
_NESTED = "\0match"  # before the trigger of a match, among the variables
_DEEPEST = 4  # variables that name variables
_MOST_GROWN = 20 * LONGEST  # characters that a match may come to before it is cut down to one of ours
_BEGINS = re.compile(r"^(?:matches|global_vars)\s*:", re.MULTILINE)
_COMMANDS = frozenset({"shell", "script"})
_VARIABLE = re.compile(r"\{\{\s*([\w.\- ]+?)\s*\}\}")


def looks_like(text: str) -> bool:
    """Whether a text may be a match file."""
    return _BEGINS.search(text) is not None


def read_matches(text: str, file: str, drafts: Drafts) -> Iterator[Raw]:
    """The matches of a file by the lines they begin on.

    Raises ReplyError (`file_broken`, `aliases_in_file`, `file_too_big`).
    """
    values = _loaded(text, file)
    matches = values.get("matches") if isinstance(values, dict) else None
    if not isinstance(matches, list):
        return
    if others := _listed(values.get("imports")):
        drafts.say("other_files", 0, "imports", count=len(others))
    shared = _variables(values.get("global_vars")) | {
        _NESTED + trigger: match for match in matches if isinstance(match, dict) for trigger in _triggers(match)
    }
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
                raise ReplyError("aliases_in_file", file=file, **_place(event.start_mark))
        return yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        # A quotation mark without an end is missed at the end of the file only.
        begins = error.context_mark if "quoted" in (error.context or "") else None
        raise ReplyError("file_broken", file=file, **_place(begins or error.problem_mark)) from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise ReplyError("file_broken", file=file, **_place(None)) from None


def check(text: str, file: str) -> None:
    """Raises as `read_matches` for a text that is no YAML at all."""
    _loaded(text, file)


def _place(mark: Any) -> dict[str, int]:
    return {"line": mark.line + 1, "column": mark.column + 1} if mark else {"line": 1, "column": 1}


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
    variables = dict(shared) | _variables(match.get("vars"))
    text = _body(match)
    if choices := _choices_alone(text, variables):
        return choices
    missing = partial(drafts.say, "part_missing", line)
    for _ in range(_DEEPEST):
        if _grown(text, variables) > _MOST_GROWN:
            drafts.say("text_too_long", line, "replace", most=LONGEST)
            return ()
        text = _VARIABLE.sub(lambda found: _value(found, variables, missing), text)
    for name in {found[1].partition(".")[0] for found in _VARIABLE.finditer(text)}:
        if _said(variables.get(name, {}).get("type")) in _COMMANDS:
            drafts.say("command_not_run", line, name)
    return (text,)


def _grown(text: str, variables: Mapping[str, Mapping[str, Any]]) -> int:
    """How long a text is with its variables put in: a few that name each other make a file grow without end."""
    sizes: dict[str, int] = {}
    for found in _VARIABLE.finditer(text):
        if found[1] not in sizes:
            sizes[found[1]] = len(_value(found, variables, lambda: None))
    return len(text) + sum(sizes[found[1]] for found in _VARIABLE.finditer(text))


def _body(match: Mapping[str, Any]) -> str:
    text = next((_said(match[key]) for key in ("replace", "form", "markdown") if key in match), "")
    return _with_defaults(text or html_to_text(_said(match.get("html"))), match.get("form_fields"))


def _choices_alone(text: str, variables: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    """A match that is nothing but one of several texts: they are wordings."""
    found = _VARIABLE.fullmatch(text.strip())
    variable = variables.get(found[1]) if found else None
    if variable is None or _said(variable.get("type")) not in {"random", "choice"}:
        return ()
    values = _params(variable).get("choices", _params(variable).get("values"))
    if isinstance(values, str):
        values = values.splitlines()
    return tuple(_choice(value) for value in values) if isinstance(values, list) else ()


def _choice(value: Any) -> str:
    """What is written when it is chosen: its id, where it has one beside what is shown."""
    return _said(value.get("id")) or _said(value.get("label")) if isinstance(value, dict) else _said(value)


def _params(variable: Mapping[str, Any]) -> Mapping[str, Any]:
    params = variable.get("params")
    return params if isinstance(params, dict) else {}


def _value(found: re.Match[str], variables: Mapping[str, Mapping[str, Any]], missing: Callable[[], None]) -> str:
    """What a variable says where the file itself knows it; otherwise it stays one."""
    name, _, field = found[1].partition(".")
    variable = variables.get(name)
    if variable is None:
        return found[0]
    params = _params(variable)
    match variable.get("type"):
        case "echo":
            return _said(params.get("echo"))
        case "form" if field:
            return _with_defaults(f"[[{field}]]", params.get("fields"))
        case "match":
            nested = variables.get(_NESTED + _said(params.get("trigger")))
            if nested is None:
                missing()
                return ""
            return _body(nested)
    return found[0]


def _with_defaults(text: str, fields: Any) -> str:
    """A form's fields with their defaults, as variables with a fallback."""
    if not isinstance(fields, dict):
        return text
    for name, options in fields.items():
        default = _said(options.get("default")) if isinstance(options, dict) else ""
        if default and not set(default) & set("{}|\n"):
            text = re.sub(rf"\[\[\s*{re.escape(str(name))}\s*\]\]", lambda _, n=name, d=default: f"{{{n}|{d}}}", text)  # type: ignore[misc]
    return text
