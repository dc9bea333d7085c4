"""A first set of categories, from the words that the shop's own titles share; nothing is stored here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from local_db.products.model import Category
from local_db.products.rules import fold

FEWEST_TITLES = 2
MOST_CATEGORIES = 8
LEAST_NEW = 0.5  # a category brings at least so much of its word's titles that no earlier one has
# What Chinese names of goods end in. 猫粮, 连衣裙 and 保温杯 say what a thing is; 全价, 加厚 and 通用 what it is like.
_GOODS = frozenset(
    "粮砂食具头裙裤鞋靴衣衫服袄帽袜巾包杯壶锅碗盘碟筷刀勺灯椅桌凳床柜架被褥枕毯垫帘席茶酒糖饼糕面米油酱醋果枣仁"
    "虾蟹奶粉膏霜液乳水膜露皂笔本册书纸卡贴袋盒箱罐瓶线机器表链环戒镯镜梳刷伞球棒绳笼窝壳膏药酥汤粥蜜肠丸串花苗种肥"
)


def suggest(words: Sequence[str], titles: Iterable[str], taken: Sequence[Category] = ()) -> tuple[Category, ...]:
    """Categories for the titles that no category of the shop has a keyword for.

    `words` are what titles share, those bought by most people first (segments/suggestions.py finds them). Words
    that end as goods do come before all others, and of two words for the same titles only the first is taken.
    """
    known = [fold(word) for category in taken for word in category.keywords]
    names = {fold(category.name) for category in taken}
    free = [title for title in dict.fromkeys(map(fold, titles)) if not any(word in title for word in known)]
    having = {word: {title for title in free if fold(word) in title} for word in words if fold(word) not in names}
    chosen: list[Category] = []
    covered: set[str] = set()
    for word in sorted(having, key=lambda word: word[-1] not in _GOODS):  # stable: else in the order given
        new = having[word] - covered
        if len(new) >= max(FEWEST_TITLES, LEAST_NEW * len(having[word])):
            chosen.append(Category(word, (word,), position=len(chosen)))
            covered |= new
    return tuple(chosen[:MOST_CATEGORIES])
