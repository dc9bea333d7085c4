"""Joins what is said of single conditions into one sentence: groups, their opposites, brackets."""

from __future__ import annotations

from typing import Literal

from desktop.segments.sentence.members import field_phrase, member_phrase
from desktop.segments.sentence.orders import ordered_phrase, sequence_phrase
from desktop.segments.sentence.voice import NO_NAMES, Language, Names, Voice
from local_db.segments.catalogue import FIELD_BY_KEY, Kind
from local_db.segments.nodes import All, Any, Field, Muted, Node, Not, Ordered, Sequence, pruned

_EVERYBODY = All()


def sentence(node: Node, language: Language, currency: str = "CNY", names: Names = NO_NAMES) -> str:
    """The tree in words, as what is said of the members it matches; what is muted is not said."""
    said = pruned(node) or _EVERYBODY
    return _phrase(_gather(said), Voice(language, currency, names), negated=False, outermost=True)


def standing_sentence(node: Node, language: Language, currency: str = "CNY", names: Names = NO_NAMES) -> str:
    """The sentence as it stands by itself below a title: with a capital letter where the language has them."""
    said = sentence(node, language, currency, names)
    return said[:1].upper() + said[1:]


def _gather(node: Node) -> Node:
    """The tree with an `any` of rows about one text field said as one row: "省份是浙江或上海"."""
    match node:
        case All(children):
            return All(tuple(_gather(child) for child in children))
        case Any(children):
            return _as_one_row(children) or Any(tuple(_gather(child) for child in children))
        case Not(child):
            return Not(_gather(child))
        case _:
            return node


def _as_one_row(children: tuple[Node, ...]) -> Field | None:
    rows = [child for child in children if isinstance(child, Field) and child.op == "is"]
    names = {row.field for row in rows}
    if len(rows) < len(children) or len(names) != 1:
        return None
    (name,) = names
    if FIELD_BY_KEY[name].kind is not Kind.TEXT:
        return None
    return Field(name, "in", tuple(str(row.value) for row in rows))


def _phrase(node: Node, voice: Voice, *, negated: bool, outermost: bool = False) -> str:
    match node:
        case Muted(child):
            return _phrase(child, voice, negated=negated, outermost=outermost)
        case Not(child):
            return _phrase(child, voice, negated=not negated, outermost=outermost)
        case All() | Any():
            return _group_phrase(node, voice, negated=negated, outermost=outermost)
        case Ordered():
            return ordered_phrase(node, voice, negated=negated)
        case Sequence():
            return _whole(sequence_phrase(node, voice), voice, negated=negated, outermost=outermost)
        case Field():
            return field_phrase(node, voice, negated=negated)
        case _:
            return member_phrase(node, voice, negated=negated)


def _group_phrase(node: All | Any, voice: Voice, *, negated: bool, outermost: bool) -> str:
    if not node.children:
        everybody = isinstance(node, All) != negated
        return voice.say(("all" if everybody else "none") + (".alone" if outermost else ".inside"))
    if len(node.children) == 1:
        return _phrase(node.children[0], voice, negated=negated, outermost=outermost)
    phrases = [_phrase(child, voice, negated=False) for child in node.children]
    joined = _joined(phrases, voice, "all" if isinstance(node, All) else "any")
    return _whole(joined, voice, negated=negated, outermost=outermost)


def _whole(phrase: str, voice: Voice, *, negated: bool, outermost: bool) -> str:
    """What has commas or turns of its own, in brackets where it stands among others or is denied."""
    if negated:
        return voice.say("group.not", phrase=phrase)
    return phrase if outermost else voice.say("group.inside", phrase=phrase)


def _joined(phrases: list[str], voice: Voice, kind: Literal["all", "any"]) -> str:
    if len(phrases) == 2:
        return voice.say(f"{kind}.two", first=phrases[0], last=phrases[1])
    return voice.say(f"{kind}.many", front=voice.say("group.comma").join(phrases[:-1]), last=phrases[-1])
