"""Random cards, sound and broken, for property tests."""

from __future__ import annotations

from types import MappingProxyType

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from local_db.cards.model import (
    Action,
    ActionKind,
    Button,
    Card,
    CardKind,
    Fallback,
    Field,
    MediaHeight,
    Panel,
    Picture,
)
from local_db.cards.rules_files import BUILT_IN
from local_db.templates.model import Purpose
from tests.local_db.cards.cards import EVERY, sound, with_text

# A busy machine takes longer to make a card than to check it.
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
PIECES = (
    "老客专享", "20% off ", "{nick|亲|8}", "{nick}", "{city|本地}", "{orders|}", "{shop_name|小店|8}", "{{", "}}", "\n",
    "😀", "$", "{pet}", "{", "}", "{nick", "【", "】", "p1", "${p1}", "{{nick}}", "，", "拒收请回复R", "&", "  ",
)  # fmt: skip
VALUES = ("", "小猫", "t**8", "【假】", "{city}", "{nick|x}", "${p1}", "行\n行", "a" * 60, "\u3164", "👨‍👩‍👧家", "<b>")
CHARS = st.characters(exclude_categories=["Cs"])
TEXT = st.lists(st.one_of(st.sampled_from(PIECES), st.text(alphabet=CHARS, max_size=5)), max_size=6).map("".join)
VALUE = st.one_of(st.sampled_from(VALUES), st.text(alphabet=CHARS, max_size=12))
MEMBERS = st.fixed_dictionaries(dict.fromkeys(("nick", "city", "orders", "shop_name"), VALUE))
TARGETS = st.one_of(
    st.sampled_from(("https://shop.example.com/a?b=1&c=2", "13812345678", "+12025550142", "30.2,120.1", "",
                     "2026-12-12T10:00+08:00/2026-12-12T11:00+08:00", "taobao://item", "2020/x")),
    st.text(alphabet=CHARS, max_size=8),
)  # fmt: skip
ACTIONS = st.builds(
    Action,
    st.sampled_from(ActionKind),
    TARGETS,
    st.sampled_from(("", "com.taobao.taobao")),
    st.sampled_from(("", "https://a.cn/")),
    TEXT,
)
BUTTONS = st.builds(Button, TEXT, ACTIONS)
SHARES = st.floats(0, 1)
PICTURES = st.builds(Picture, st.integers(1, 9), st.tuples(SHARES, SHARES), TEXT)
TEXTS = st.dictionaries(st.sampled_from(Field), TEXT.filter(bool)).map(
    lambda texts: MappingProxyType({name: texts[name] for name in Field if name in texts})
)
PANELS = st.builds(
    Panel,
    TEXTS,
    st.none() | PICTURES,
    st.integers(0, 3),
    st.lists(BUTTONS, max_size=3).map(tuple),
    st.none() | ACTIONS,
    st.sampled_from(MediaHeight),
)


@st.composite
def sound_cards(draw):
    """Cards that a vendor takes, nearly always: with words and at most one variable to a text."""
    card, _ = sound(*draw(st.sampled_from(EVERY)))
    words = st.sampled_from(("瓷", "$", "😀", "a}}", "{{b", ""))
    variables = st.sampled_from(("", "{nick|亲|4}", "{city}", "{orders|几|3}", "{nick|$|3}"))
    for number, panel in enumerate(card.panels):
        for name in panel.texts:
            card = with_text(card, name, draw(words) + draw(variables) + draw(words) or "茶", number)
    return card


SOUND_CARDS = sound_cards()
CARDS = st.builds(
    Card,
    st.sampled_from(CardKind),
    st.sampled_from(BUILT_IN),
    st.sampled_from(Purpose),
    st.sampled_from(("", "茶事", "Fern {x}", "茶【事")),
    st.lists(PANELS, min_size=1, max_size=4).map(tuple),
    st.builds(Fallback, TEXT, TEXT, st.sampled_from(("", "拒收请回复R", "退订回T", "Reply STOP to opt out"))),
    st.lists(BUTTONS, max_size=2).map(tuple),
)
