"""The way between the pages of what is written for many people: texts, cards, and what callers say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.translation import QT_TRANSLATE_NOOP, translate
from desktop.widgets.segmented_control import SegmentedControl

if TYPE_CHECKING:
    from desktop.shell.context import PageContext

_CONTEXT = "TemplateSections"
_SECTIONS = (
    ("templates", QT_TRANSLATE_NOOP("TemplateSections", "SMS")),
    ("cards", QT_TRANSLATE_NOOP("TemplateSections", "Cards")),
    ("call_scripts", QT_TRANSLATE_NOOP("TemplateSections", "Call scripts")),
)


def template_sections(context: PageContext, own: str) -> SegmentedControl:
    """The control for the header of one of these pages; choosing another one opens it."""
    options = [(key, translate(_CONTEXT, words)) for key, words in _SECTIONS]
    name = translate(_CONTEXT, QT_TRANSLATE_NOOP("TemplateSections", "Section"))
    control = SegmentedControl(options, own, name=name)
    control.chosen.connect(partial(_open, context, control, own))
    return control


def _open(context: PageContext, control: SegmentedControl, own: str, key: str) -> None:
    control.set_current(own)  # for when this page is shown again
    context.navigate(key)
