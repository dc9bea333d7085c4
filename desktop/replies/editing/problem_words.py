"""What is wrong with a reply, in words, and on which platforms; needs no Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from desktop import amounts, wording
from desktop.replies import words
from desktop.templates.problem_list import Finding
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.replies.model import Reply, ReplyProblem
from local_db.templates.in_languages import InLanguages

_CONTEXT = "ReplyProblems"
_ALL = 10  # so many platforms are not listed one by one

SENTENCES = {
    "unclosed_brace": QT_TRANSLATE_NOOP("ReplyProblems", "A variable is not closed with }}."),
    "stray_brace": QT_TRANSLATE_NOOP("ReplyProblems", "A }} closes nothing; write }}}} for the character itself."),
    "empty_name": QT_TRANSLATE_NOOP("ReplyProblems", "A variable has no name."),
    "bad_limit": QT_TRANSLATE_NOOP("ReplyProblems", "The length limit of a variable is not a number from 1."),
    "left_over": QT_TRANSLATE_NOOP(
        "ReplyProblems", "“{written}” looks like a variable of another program; buyers would read it as it stands."
    ),
    "fragment_missing": QT_TRANSLATE_NOOP("ReplyProblems", "There is no shared part {written}."),
    "fragment_cycle": QT_TRANSLATE_NOOP("ReplyProblems", "The shared part {written} would stand inside itself."),
    "fragment_fallback": QT_TRANSLATE_NOOP("ReplyProblems", "A shared part has no fallback: {written}."),
    "text_too_long": QT_TRANSLATE_NOOP("ReplyProblems", "With its shared parts the text is too long."),
    "too_long": QT_TRANSLATE_NOOP(
        "ReplyProblems", "{characters} characters; {platforms} takes {most}. What is underlined is too much."
    ),
    "refused_words": QT_TRANSLATE_NOOP("ReplyProblems", "“{word}” on {platforms}: {title}. {instead}."),
    "contact": QT_TRANSLATE_NOOP("ReplyProblems", "On {platforms}: {title}. {instead}."),
}
_EVERYWHERE = QT_TRANSLATE_NOOP("ReplyProblems", "{count} platforms")


def sentence(problem: ReplyProblem) -> str:
    """One problem."""
    language = wording.language()
    facts: dict[str, object] = {
        key: value.said(language) if isinstance(value, InLanguages) else value for key, value in problem.data.items()
    }
    facts["platforms"] = names(problem)
    for key in ("characters", "most"):
        if isinstance(count := facts.get(key), int):
            facts[key] = amounts.number(count)
    return translate(_CONTEXT, SENTENCES[problem.code]).format(**facts)


def names(problem: ReplyProblem) -> str:
    """The platforms that mind it."""
    codes = minding(problem)
    if len(codes) >= _ALL:
        return translate(_CONTEXT, _EVERYWHERE).format(count=len(codes))
    return wording.listed([words.platform(code) for code in codes])


def minding(problem: ReplyProblem) -> tuple[str, ...]:
    """The codes of the platforms that mind it; Tmall goes with Taobao, whose name has both."""
    found = problem.data.get("platforms", ())
    codes = tuple(str(code) for code in found) if isinstance(found, tuple) else ()
    return tuple(code for code in codes if code != "tmall" or "taobao" not in codes)


def source(problem: ReplyProblem) -> str:
    """Where the rule stands and when that was read, of the first platform that minds; empty for what is no rule."""
    where, read_on = problem.data.get("source"), problem.data.get("read_on")
    codes = minding(problem)
    if not isinstance(where, InLanguages) or not isinstance(read_on, date) or not codes:
        return ""
    said = translate(_CONTEXT, QT_TRANSLATE_NOOP("ReplyProblems", "Rule of {platform}: {source}; read {day}"))
    return said.format(
        platform=words.platform(codes[0]), source=where.said(wording.language()), day=read_on.isoformat()
    )


def findings(problems: Sequence[ReplyProblem]) -> Mapping[int, list[Finding]]:
    """The problems of each wording, by its place, as a list below a field shows them."""
    found: dict[int, list[Finding]] = defaultdict(list)
    for one in problems:
        found[one.wording or 0].append(Finding(sentence(one), one.blocks, one.position, one.length, source(one)))
    return found


def by_platform(reply: Reply, problems: Sequence[ReplyProblem]) -> dict[str, int]:
    """How many things each platform minds on which the reply may be used; what blocks counts on all of them."""
    shown = reply.platforms or words.PLATFORMS
    blocking = sum(one.blocks for one in problems)
    return {code: blocking + sum(code in minding(one) for one in problems) for code in shown}
