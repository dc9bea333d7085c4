"""The way between the pages about people: everybody, their tags, and the products they buy."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.translation import QT_TRANSLATE_NOOP, translate
from desktop.widgets.segmented_control import SegmentedControl

if TYPE_CHECKING:
    from desktop.shell.context import PageContext

_CONTEXT = "MemberSections"
_SECTIONS = (
    ("members", QT_TRANSLATE_NOOP("MemberSections", "Everybody")),
    ("tags", QT_TRANSLATE_NOOP("MemberSections", "Tags")),
    ("products", QT_TRANSLATE_NOOP("MemberSections", "Products")),
)


def member_sections(context: PageContext, own: str) -> SegmentedControl:
    """The control for the header of one of these pages; choosing another one opens it."""
    options = [(key, translate(_CONTEXT, words)) for key, words in _SECTIONS]
    control = SegmentedControl(options, own, name=translate(_CONTEXT, QT_TRANSLATE_NOOP("MemberSections", "Section")))
    control.chosen.connect(partial(_open, context, control, own))
    return control


def _open(context: PageContext, control: SegmentedControl, own: str, key: str) -> None:
    control.set_current(own)  # for when this page is shown again
    context.navigate(key)
