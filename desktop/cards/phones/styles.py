"""How the message programs of the makers look: colours and shapes, always light, whatever the theme of the window."""

from __future__ import annotations

from typing import Literal, NamedTuple

Buttons = Literal["lines", "tinted", "solid", "outlined"]
Camera = Literal["middle", "left", "pill", "none"]

INK = "#1A1C1F"
QUIET = "#80848C"
HAIRLINE = "#E8EAED"
CARD = "#FFFFFF"
PRICE = "#E02D1B"
NO_PICTURE = "#E9EBEF"
NO_PICTURE_INK = "#B7BCC6"


class MakerStyle(NamedTuple):
    """One maker's message program."""

    accent: str
    ground: str  # behind the messages
    bubble: str  # of a text
    corner: int  # of cards and bubbles
    buttons: Buttons
    button_corner: int
    camera: Camera
    screen_corner: int
    avatar: str
    big_title: bool  # the sender's name large at the left, without a picture
    edge: str = ""  # a line around the card


STYLES = {
    "huawei": MakerStyle("#0A59F7", "#F1F3F5", "#FFFFFF", 16, "lines", 18, "pill", 30, "#0A59F7", big_title=False),
    "xiaomi": MakerStyle("#3482FF", "#F7F7F7", "#FFFFFF", 18, "tinted", 18, "middle", 28, "#F08A24", big_title=True),
    "oppo": MakerStyle("#11A34F", "#F5F6F7", "#FFFFFF", 14, "lines", 16, "left", 28, "#11A34F", big_title=False),
    "vivo": MakerStyle("#3F66F5", "#F3F5FA", "#FFFFFF", 16, "outlined", 17, "middle", 30, "#7C5CF0", big_title=False),
    "samsung": MakerStyle("#2F6FE4", "#F6F6F8", "#FFFFFF", 22, "tinted", 18, "middle", 18, "#2F6FE4", big_title=True),
    "honor": MakerStyle("#256FFF", "#F2F4F7", "#FFFFFF", 16, "solid", 18, "pill", 32, "#12A5A5", big_title=False),
    "google": MakerStyle(
        "#0B57D0", "#FFFFFF", "#F0F4F9", 16, "outlined", 18, "middle", 28, "#0B57D0", big_title=False, edge="#DCE1E8"
    ),
}


def style_of(maker: str) -> MakerStyle:
    """The look of a maker."""
    return STYLES[maker]
