"""How long a script takes to say, step by step and from the opening to an end. Pure.

A caller says about 4.5 Chinese characters a second, or 2.5 English words. Figures count as they are read out, a comma
rests for a fifth of a second, the end of a sentence for two fifths. A variable counts as long as a usual value, or as
its fallback where that is longer. Only what the caller says is counted, not what is answered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from local_db.call_scripts.longest import Way, longest_way, shortest_way
from local_db.call_scripts.model import AnswerKind, CallScript, Step
from local_db.call_scripts.read_out import measure
from local_db.templates.clean import cut
from local_db.templates.text import Literal, scan

if TYPE_CHECKING:
    from collections.abc import Sequence

CHARACTERS_A_SECOND = 4.5
WORDS_A_SECOND = 2.5
REST, LONG_REST = 0.2, 0.4  # seconds

# A value as long as most, by which a text is measured before anybody is called.
USUAL: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "zh": MappingProxyType(
            {
                "nick": "小雨妈妈",
                "name": "王小雨",
                "province": "浙江省",
                "city": "杭州市",
                "last_product": "全价成猫粮鸡肉味",
                "last_order_date": "2026-10-18",
                "days_since_last_order": "35",
                "orders": "3",
                "spent": "268.00",
                "shop_name": "小鱼干猫粮店",
            }
        ),
        "en": MappingProxyType(
            {
                "nick": "rainy_mum",
                "name": "Emma Wilson",
                "province": "California",
                "city": "San Diego",
                "last_product": "chicken dry cat food",
                "last_order_date": "2026-10-18",
                "days_since_last_order": "35",
                "orders": "3",
                "spent": "68.00",
                "shop_name": "Little Fish Cat Food",
            }
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Length:
    """A way from the opening to an end: the keys of its steps, and how long they take to say.

    The longest way is at least so long where `exact` is false: there are too many ways to go round to try them all.
    """

    steps: tuple[str, ...]
    seconds: float
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Spoken:
    """How long a script takes: each wording of each step, the opening, and the shortest and longest way to an end.

    Ways are those of somebody who listens: a refusal and silence are not followed, nor an answer that holds
    everywhere, and no step comes twice. None where no way comes to an end.
    """

    wordings: Mapping[str, tuple[float, ...]]
    opening: float  # its longest wording
    shortest: Length | None
    longest: Length | None

    def of_step(self, key: str) -> float:
        """The longest wording of a step."""
        return max(self.wordings.get(key, ()), default=0.0)


def seconds_of(text: str, language: str) -> float:
    """How long a text without variables takes to say."""
    said = measure(text, language)
    return (
        said.characters / CHARACTERS_A_SECOND
        + said.words / WORDS_A_SECOND
        + REST * said.rests
        + LONG_REST * said.long_rests
    )


@lru_cache(maxsize=2048)
def wording_seconds(text: str, language: str) -> float:
    """How long a text with variables takes, each with a usual value or its fallback, whichever is longer."""
    usual = USUAL.get(language, USUAL["zh"])
    said: list[str] = []
    for piece in scan(text).pieces:
        if isinstance(piece, Literal):
            said.append(piece.text)
            continue
        values = (cut(usual.get(piece.name, ""), piece.limit), piece.fallback or "")
        said.append(max(values, key=lambda value: seconds_of(value, language)))
    return seconds_of("".join(said), language)


def spoken(script: CallScript) -> Spoken:
    """The lengths of a script."""
    wordings = {step.key: _wordings(step, script.language) for step in script.steps}
    longest = {key: max(found, default=0.0) for key, found in wordings.items()}
    shortest = {key: min(found, default=0.0) for key, found in wordings.items()}
    leads = {step.key: _leads(step, wordings) for step in script.steps}
    ends = frozenset(step.key for step in script.steps if step.outcome is not None)
    return Spoken(
        wordings=wordings,
        opening=longest.get(script.opening, 0.0),
        shortest=_length(shortest_way(script.opening, leads, ends, shortest)),
        longest=_length(longest_way(script.opening, leads, ends, longest)),
    )


def _wordings(step: Step, language: str) -> tuple[float, ...]:
    return tuple(wording_seconds(text, language) for text in step.says)


def _leads(step: Step, known: Mapping[str, object]) -> Sequence[str]:
    if step.outcome is not None:
        return ()
    followed = (answer for answer in step.answers if answer.kind not in (AnswerKind.REFUSE, AnswerKind.SILENCE))
    return tuple(dict.fromkeys(answer.to for answer in followed if answer.to in known))


def _length(way: Way | None) -> Length | None:
    return None if way is None else Length(way.keys, way.weight, way.exact)
