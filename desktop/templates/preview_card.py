"""The text as a member would receive it, member by member."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.amounts import number
from desktop.templates.member_preview_card import MemberPreviewCard
from desktop.templates.variable_words import variable_label
from desktop.widgets.phone_frame import WIDTH, PhoneFrame
from local_db.templates.render import Rendered

_PADDING = 16
_PHONE_HEIGHT = 440


class PreviewCard(MemberPreviewCard):
    """A phone with the rendered text, and the way to other members."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH + 4 * _PADDING)
        self.add_member_tools()
        self.add(self.search)
        self.add(self.nobody)
        self.phone = PhoneFrame(height=_PHONE_HEIGHT)
        self.phone.setMaximumHeight(_PHONE_HEIGHT)
        self.body.addWidget(self.phone, 1000, Qt.AlignmentFlag.AlignHCenter)
        self.add(self.unfilled)
        self.add_layout(self.ends())
        self.body.addStretch(1)

    def show_nothing(self, rendered: Rendered) -> None:  # noqa: ARG002 - signature and opt-out alone are no text
        """Show that nothing is written yet."""
        self.phone.set_message(self.tr("SMS · now"), [], self.tr("What you write appears here."))
        self.say_unfilled(())
        self.set_range(None)

    def show_text(self, rendered: Rendered) -> None:
        """Show one member's text with its size; what is unfilled stands out."""
        parts = self.tr("1 part") if rendered.parts == 1 else self.tr("{parts} parts").format(parts=rendered.parts)
        footer = self.tr("{units} characters · {parts}").format(units=number(rendered.units), parts=parts)
        text, wrong = rendered.text, [f"{{{variable_label(name)}}}" for name in rendered.unfilled]
        for name, shown in zip(rendered.unfilled, wrong, strict=True):
            text = text.replace(f"{{{name}}}", shown)
        self.phone.set_message(self.tr("SMS · now"), [text], footer, wrong=wrong)
        self.say_unfilled(rendered.unfilled)
