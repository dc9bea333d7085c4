"""A script as one page of HTML to print on A4: no file beside it, no code in it, every text escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from local_db.call_scripts.spoken import spoken
from local_db.templates.text import Literal, scan

if TYPE_CHECKING:
    from local_db.call_scripts.model import Answer, CallScript, Outcome, Step


class PrintedWords(NamedTuple):
    """The words of the page. `time` has `{seconds}`; `leads` has `{step}`, the number and the title of a step."""

    language: str  # of these words: zh-CN, en
    opening: str
    always: str
    objections: str
    answer: str
    then: str
    tags: str
    hint: str
    ends: str
    time: str
    shortest: str
    longest: str
    answer_words: Callable[[Answer], str]
    outcome_words: Callable[[Outcome], str]
    variable_words: Callable[[str], str]


def page(script: CallScript, name: str, steps: Sequence[Step], words: PrintedWords) -> str:
    """The whole page; `steps` are those of the script in the order in which they are printed."""
    printed = _Printed(script, steps, words)
    return "".join(
        (
            f'<!DOCTYPE html>\n<html lang="{escape(words.language)}">\n<head>\n<meta charset="utf-8">\n',
            # Nothing may be loaded, whatever stands in a text.
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
            f"<title>{escape(name)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n",
            f"<h1>{escape(name)}</h1>\n",
            *printed.lengths(),
            *(part for step in steps for part in printed.step(step)),
            *printed.always(),
            *printed.objections(),
            "</body>\n</html>\n",
        )
    )


class _Printed:
    """The parts of the page."""

    def __init__(self, script: CallScript, steps: Sequence[Step], words: PrintedWords) -> None:
        self._script = script
        self._words = words
        self._spoken = spoken(script)
        self._numbers = {step.key: number for number, step in enumerate(steps, 1)}

    def lengths(self) -> Iterator[str]:
        """How long the opening and the shortest and longest way take."""
        found = [(self._words.opening, self._spoken.opening)]
        for title, length in (
            (self._words.shortest, self._spoken.shortest),
            (self._words.longest, self._spoken.longest),
        ):
            if length is not None:
                found.append((title, length.seconds))
        said = " · ".join(f"{escape(title)} {escape(self._time(seconds))}" for title, seconds in found)
        yield f'<p class="lengths">{said}</p>\n'

    def step(self, step: Step) -> Iterator[str]:
        """A step: what is said, and where each answer leads."""
        number, words = self._numbers[step.key], self._words
        mark = f' <span class="mark">{escape(words.opening)}</span>' if step.key == self._script.opening else ""
        time = escape(self._time(self._spoken.of_step(step.key)))
        yield f'<section id="step-{number}" class="step">\n<h2><span class="number">{number}</span>'
        yield f'{escape(step.title)}{mark}<span class="time">{time}</span></h2>\n'
        yield from (f'<p class="says">{self._said(text)}</p>\n' for text in step.says if text.strip())
        if step.hint.strip():
            yield f'<p class="hint"><b>{escape(words.hint)}</b> {_lines(step.hint)}</p>\n'
        if step.outcome is not None:
            yield f'<p class="ends"><b>{escape(words.ends)}</b> {escape(words.outcome_words(step.outcome))}</p>\n'
        elif step.answers:
            yield from self._answers(step.answers)
        yield "</section>\n"

    def always(self) -> Iterator[str]:
        """What may be answered at every step."""
        if self._script.always:
            yield f'<section class="step">\n<h2>{escape(self._words.always)}</h2>\n'
            yield from self._answers(self._script.always)
            yield "</section>\n"

    def objections(self) -> Iterator[str]:
        """What callers hear often, and what to say to it."""
        if self._script.objections:
            yield f'<h2 class="part">{escape(self._words.objections)}</h2>\n'
        for objection in self._script.objections:
            yield f'<section class="step">\n<h3>{escape(objection.title)}</h3>\n'
            yield f'<p class="says">{self._said(objection.says)}</p>\n</section>\n'

    def _answers(self, answers: Sequence[Answer]) -> Iterator[str]:
        words = self._words
        with_tags = any(answer.tags for answer in answers)
        titles = [words.answer, words.then, *([words.tags] if with_tags else [])]
        yield "<table>\n<tr>" + "".join(f"<th>{escape(title)}</th>" for title in titles) + "</tr>\n"
        for answer in answers:
            tags = f"<td>{escape(', '.join(answer.tags))}</td>" if with_tags else ""
            yield f"<tr><td>{escape(words.answer_words(answer))}</td><td>{self._to(answer)}</td>{tags}</tr>\n"
        yield "</table>\n"

    def _to(self, answer: Answer) -> str:
        step = self._script.step(answer.to)
        if step is None:
            return "—"
        number = self._numbers[step.key]
        return f'<a href="#step-{number}"><span class="number">{number}</span>{escape(step.title)}</a>'

    def _said(self, text: str) -> str:
        """A text with its variables by their names, and what is said where nothing is known."""
        said = []
        for piece in scan(text).pieces:
            if isinstance(piece, Literal):
                said.append(_lines(piece.text))
                continue
            instead = f"<i>{escape(piece.fallback)}</i>" if piece.fallback else ""
            said.append(f'<span class="variable">{escape(self._words.variable_words(piece.name))}{instead}</span>')
        return "".join(said)

    def _time(self, seconds: float) -> str:
        return self._words.time.format(seconds=round(seconds))


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


_STYLE = """
@page { size: A4; margin: 16mm 14mm }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 182mm; padding: 8mm 0; color: #1c1c1e; font: 11pt/1.6 "PingFang SC",
  "Microsoft YaHei", "Noto Sans CJK SC", "Segoe UI", "Helvetica Neue", Arial, sans-serif }
@media print { body { padding: 0 } a { color: inherit } }
h1 { margin: 0; font-size: 20pt; line-height: 1.3 }
h2 { display: flex; align-items: baseline; gap: 2mm; margin: 0 0 2mm; font-size: 12.5pt }
h2.part { margin: 8mm 0 3mm }
h3 { margin: 0 0 1mm; font-size: 11pt }
p { margin: 0 0 2mm; overflow-wrap: anywhere }
.lengths { color: #5b5b60; margin: 1mm 0 6mm }
.step { break-inside: avoid; border: 0.3mm solid #d5d5da; border-radius: 2mm; padding: 4mm; margin: 0 0 4mm }
.number { display: inline-block; min-width: 6mm; margin-right: 1.5mm; padding: 0 1mm; border-radius: 1mm;
  background: #ececf0; text-align: center; font-size: 9.5pt; font-weight: 600 }
.mark { border: 0.3mm solid #9a9aa2; border-radius: 1mm; padding: 0 1.5mm; font-size: 9pt; font-weight: 400 }
.time { margin-left: auto; color: #5b5b60; font-size: 9.5pt; font-weight: 400; white-space: nowrap }
.says { font-size: 12pt }
.says + .says { border-top: 0.3mm dashed #d5d5da; padding-top: 2mm }
.variable { border-bottom: 0.4mm solid #9a9aa2; padding: 0 0.5mm }
.variable i { color: #5b5b60; font-size: 9pt; font-style: normal }
.variable i::before { content: " / " }
.hint { color: #5b5b60; font-size: 10pt }
.ends { margin-bottom: 0 }
table { width: 100%; border-collapse: collapse; font-size: 10.5pt }
th { padding: 0.5mm 2mm 0.5mm 0; color: #5b5b60; font-size: 9.5pt; font-weight: 400; text-align: left }
td { padding: 1mm 2mm 1mm 0; border-top: 0.3mm solid #e4e4e8; vertical-align: top; overflow-wrap: anywhere }
a { color: #1c1c1e; text-decoration: none }
"""
