"""Finding among 20,000 templates: a keystroke in characters, pinyin and initials; beside a plain Python loop.

The peer goes through all templates and looks for the typed letters in one string of each, which has its words, their
pinyin and their initials and is made beforehand. That flatters it: it knows no mixture of them, one reading of most
texts only, and finds what runs over two words. In the window a keystroke ends when the first rows are painted.
A 95th percentile of every letter typed, and of every letter taken back, is given.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tests.bench.figure import Figure

if TYPE_CHECKING:
    from desktop.templates.questions import Surroundings
    from local_db.finder import Finder
    from local_db.templates.model import Template

TEMPLATES = 20_000
SEED = 1212
KEYSTROKE_MS = 20.0
READY_S = 1.0
CHECKED = 300  # templates in which every answer is looked up once more, by the rule itself
TYPED = {
    "characters": ("猫粮", "双12", "会员日满减", "老朋友", "冻干鸡肉", "买家{nick", "春季上新", "退订", "罐头 满"),
    "pinyin": ("maoliang", "shuangjiang", "huiyuanri", "laopengyou", "donggan", "jirou", "guantou", "chunji"),
    "initials": ("ml", "hyr", "lpy", "dgjr", "cjsx", "gt", "qcwx", "mbhy", "xpsj"),
    "mixtures and several words": ("猫liang", "会yuan满", "donggan鸡", "lpy 罐头", "春ji 8折", "gt mj", "hyr nick"),
}
_NAMES = ("双12 预热", "会员日", "老客召回", "新品上架", "春季上新", "到货提醒", "生日关怀", "清仓尾货", "满减提醒")
_GOODS = ("冻干鸡肉猫粮", "豆腐猫砂", "金枪鱼罐头", "猫薄荷球", "宠物牛奶", "磨牙棒", "猫抓板", "自动喂食器", "益生菌")
_OFFERS = ("满99减20", "第二件8折", "全店包邮", "会员专享95折", "买一送一", "直降30元", "加赠小样", "限时秒杀")
_CALLS = ("{nick|亲}", "{nick|亲|8}", "{name|您}", "亲爱的{nick|朋友|6}", "老朋友{nick|}")
_ENDS = ("先到先得", "今晚24点截止", "数量有限，欢迎回店看看", "详情见店铺首页", "我们等您回来")


def measure() -> list[Figure]:
    """Milliseconds at the 95th percentile, and seconds until the first letter can be asked."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from local_db.templates.finder import template_finder

    templates = _templates()
    begin = time.perf_counter()
    finder = template_finder(templates)
    finder.find("a")
    made = time.perf_counter() - begin
    loop, loop_made = _plain_loop(templates)
    figures = [Figure("made cold", "s", made, loop_made, READY_S, absolute=True)]
    for kind, words in TYPED.items():
        keys = _keystrokes(words)
        ours = _p95([_ms(partial(finder.find, key)) for key in keys])
        peer = _p95([_ms(partial(loop, key)) for key in keys])
        figures.append(Figure(f"keystroke, {kind}, p95", "ms", ours, peer, KEYSTROKE_MS, absolute=True))
    _check(templates)
    window = _in_the_window(templates, finder, _keystrokes([word for words in TYPED.values() for word in words]))
    figures.append(Figure("keystroke to painted rows, p95", "ms", window, None, KEYSTROKE_MS, absolute=True))
    return figures


def _templates(count: int = TEMPLATES) -> tuple[Template, ...]:
    from local_db.templates.model import Purpose, Template

    dice = random.Random(SEED)
    return tuple(
        Template(
            f"{dice.choice(_NAMES)} {number}",
            Purpose.MARKETING,
            "喵屋",
            f"{dice.choice(_CALLS)}，您常买的{dice.choice(_GOODS)}{dice.choice(_OFFERS)}，"
            f"还有{dice.choice(_GOODS)}{dice.choice(_OFFERS)}，{dice.choice(_ENDS)}，",
            "拒收请回复R",
            id=number,
            changed_at=1_790_000_000 - number,
            folder=dice.choice(("", "双12", "会员", "常用")),
        )
        for number in range(1, count + 1)
    )


def _plain_loop(templates: Sequence[Template]) -> tuple[Callable[[str], list[Template]], float]:
    """The peer, and how long its strings took to make."""
    from local_db.members.search import search_key
    from local_db.members.spelling import folded

    begin = time.perf_counter()
    keys = [search_key(folded(f"{t.name} {t.folder} {t.signature} {t.body}")) for t in templates]

    def find(typed: str) -> list[Template]:
        words = folded(typed).split()
        return [template for template, key in zip(templates, keys, strict=True) if all(word in key for word in words)]

    return find, time.perf_counter() - begin


def _check(templates: Sequence[Template]) -> None:
    """Every answer, once more among a few: a fast wrong one is worth nothing."""
    from local_db.members.spelling import folded, spells
    from local_db.templates.finder import template_finder

    few = templates[:CHECKED]
    finder = template_finder(few)
    for typed in (word for words in TYPED.values() for word in words):
        expected = tuple(
            template
            for template in few
            if all(
                any(spells(word, folded(text)) for text in (template.name, template.folder, "喵屋", template.body))
                for word in folded(typed).split()
            )
        )
        if finder.find(typed) != expected:
            raise ValueError(f"{typed} finds other templates than it spells")


def _in_the_window(templates: tuple[Template, ...], finder: Finder[Template], keys: Sequence[str]) -> float:
    """The list itself, without a screen: each key until its answer is painted."""
    from desktop import app as wiring
    from desktop.templates.list_view import TemplateList

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        application = wiring.build_application(sys.argv[:1])
        services = wiring.build_services(application, Path(folder) / "window.ini")
        view = TemplateList()
        view.resize(1280, 800)
        view.show_templates(_surroundings(templates, finder))
        view.show()
        application.processEvents()

        def press(key: str) -> None:
            view.search.setText(key)
            view.search.flush()
            view.table.viewport().repaint()

        times = []
        for key in keys:
            times.append(_ms(partial(press, key)))
            application.processEvents()
        services.background.close()
        view.deleteLater()
    return _p95(times)


def _surroundings(templates: tuple[Template, ...], finder: Finder[Template]) -> Surroundings:
    from desktop.templates.questions import Surroundings
    from local_db.campaigns.model import PrepareOptions
    from local_db.templates.vendors import built_in_vendors

    return Surroundings(
        signature="喵屋",
        opt_out="拒收请回复R",
        options=PrepareOptions(),
        zone=ZoneInfo("Asia/Shanghai"),
        segments=(),
        templates=templates,
        uses={},
        finder=finder,
        vendors=built_in_vendors(),
        vendor="custom",
        currency="CNY",
        wrong_files=(),
    )


def _keystrokes(words: Sequence[str]) -> list[str]:
    """Every word letter by letter, and taken back the same way."""
    ends = [(word, end) for word in words for end in (*range(1, len(word) + 1), *range(len(word) - 1, 0, -1))]
    return [word[:end] for word, end in ends]


def _ms(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]
