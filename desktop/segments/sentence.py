"""Says a segment tree as a sentence, and a leaf as chips, in Chinese and English; needs no Qt.

Both languages are always complete, because a page shows the sentence in either whatever language the
window has, and the command line prints them without a translator. Words of the shop (provinces, tags,
titles) are never translated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from local_db.segments.catalogue import FIELD_BY_KEY, OPPOSITE, Kind
from local_db.segments.tree import All, Any, Field, Leaf, Node, Not, Ordered, Tag

Language = Literal["zh", "en"]
ChipKind = Literal["label", "quiet", "value"]


@dataclass(frozen=True, slots=True)
class Chip:
    """A short piece of a leaf's row: its name, an operator or window, or the value that matters."""

    text: str
    kind: ChipKind


def sentence(node: Node, language: Language, currency: str = "CNY") -> str:
    """The tree in words, as what is said of the members it matches; amounts in `currency`."""
    return _phrase(_gather(node), _Voice(language, currency), negated=False, outermost=True)


def standing_sentence(node: Node, language: Language, currency: str = "CNY") -> str:
    """The sentence as it stands by itself below a title: with a capital letter where the language has them."""
    said = sentence(node, language, currency)
    return said[:1].upper() + said[1:]


def leaf_chips(leaf: Leaf, language: Language, currency: str = "CNY") -> tuple[Chip, ...]:
    """The leaf as a row of the builder: first its label, then its parts."""
    voice = _Voice(language, currency)
    match leaf:
        case Tag(name):
            return (voice.label("tag"), Chip(voice.say("chip.has"), "quiet"), Chip(name, "value"))
        case Ordered():
            return _ordered_chips(leaf, voice)
        case Field():
            return _field_chips(leaf, voice)


def field_label(key: str, language: Language) -> str:
    """The name of a catalogue field, or of `tag` and `ordered`."""
    return _WORDS[language][f"label.{key}"]


def op_label(op: str, language: Language) -> str:
    """An operator as it stands in a row: "不少于", "at least"."""
    return _WORDS[language][f"op.{op}"]


def value_label(field: str, value: str, language: Language) -> str:
    """A value of a catalogue field as it is shown: a consent state or platform by its name, others as they are."""
    return _Voice(language, "").named(field, value)


@dataclass(frozen=True, slots=True)
class _Voice:
    """A language and a currency."""

    language: Language
    currency: str

    def say(self, key: str, **parts: object) -> str:
        return _WORDS[self.language][key].format(**parts)

    def label(self, key: str) -> Chip:
        return Chip(self.say(f"label.{key}"), "label")

    def named(self, field: str, value: str) -> str:
        words = _WORDS[self.language]
        if not value:
            return words["unknown_value"]
        return words.get(f"name.{field}.{value}", value)

    def listed(self, texts: Sequence[str]) -> str:
        """浙江、江苏或上海 / 浙江, 江苏 or 上海."""
        *front, last = texts
        return self.say("list.or", front=self.say("list.comma").join(front), last=last) if front else last

    def money(self, amount: object) -> str:
        value = Decimal(str(amount))
        if value == value.to_integral_value():
            plain = f"{value:,.0f}"
        else:
            plain = f"{value:,f}" if round(value, 2) != value else f"{value:,.2f}"
        symbol = _SYMBOLS.get(self.currency)
        return f"{symbol}{plain}" if symbol else f"{plain} {self.currency}".rstrip()

    def number(self, value: object, unit: str) -> str:
        """A number with its unit, in the singular where the language has one."""
        if unit == "money":
            return self.money(value)
        return self.say(f"unit.{unit}.one" if value == 1 else f"unit.{unit}", n=value)


# --- sentences ---


def _gather(node: Node) -> Node:
    """The tree with an `any` of rows about one text field said as one row: "省份是浙江或上海"."""
    match node:
        case All(children):
            return All(tuple(_gather(child) for child in children))
        case Any(children):
            return _as_one_row(children) or Any(tuple(_gather(child) for child in children))
        case Not(child):
            return Not(_gather(child))
        case _:
            return node


def _as_one_row(children: tuple[Node, ...]) -> Field | None:
    rows = [child for child in children if isinstance(child, Field) and child.op == "is"]
    names = {row.field for row in rows}
    if len(rows) < len(children) or len(names) != 1:
        return None
    (name,) = names
    if FIELD_BY_KEY[name].kind is not Kind.TEXT:
        return None
    return Field(name, "in", tuple(str(row.value) for row in rows))


def _phrase(node: Node, voice: _Voice, *, negated: bool, outermost: bool = False) -> str:
    match node:
        case Not(child):
            return _phrase(child, voice, negated=not negated, outermost=outermost)
        case All() | Any():
            return _group_phrase(node, voice, negated=negated, outermost=outermost)
        case Tag(name):
            return voice.say("tag.not" if negated else "tag.yes", name=name)
        case Ordered():
            return _ordered_phrase(_with_times_turned(node) if negated else node, voice)
        case Field():
            return _field_phrase(node, voice, negated=negated)


def _group_phrase(node: All | Any, voice: _Voice, *, negated: bool, outermost: bool) -> str:
    if not node.children:
        everybody = isinstance(node, All) != negated
        return voice.say(("all" if everybody else "none") + (".alone" if outermost else ".inside"))
    if len(node.children) == 1:
        return _phrase(node.children[0], voice, negated=negated, outermost=outermost)
    phrases = [_phrase(child, voice, negated=False) for child in node.children]
    joined = _joined(phrases, voice, "all" if isinstance(node, All) else "any")
    if negated:
        return voice.say("group.not", phrase=joined)
    return joined if outermost else voice.say("group.inside", phrase=joined)


def _joined(phrases: list[str], voice: _Voice, kind: Literal["all", "any"]) -> str:
    if len(phrases) == 2:
        return voice.say(f"{kind}.two", first=phrases[0], last=phrases[1])
    return voice.say(f"{kind}.many", front=voice.say("group.comma").join(phrases[:-1]), last=phrases[-1])


def _with_times_turned(leaf: Ordered) -> Ordered:
    """Not "at least 2 times" is "fewer than 2 times"."""
    return replace(leaf, op=OPPOSITE[leaf.op])


def _ordered_phrase(leaf: Ordered, voice: _Voice) -> str:
    act = "bought" if leaf.titles else "ordered"
    window = _window(leaf, voice)
    product = voice.listed([voice.say("quoted", text=title) for title in leaf.titles]) if leaf.titles else ""
    if (leaf.op, leaf.times) in _AT_ALL:
        return voice.say(f"{act}.at_all.window" if window else f"{act}.at_all", window=window, product=product)
    if (leaf.op, leaf.times) in _NOT_AT_ALL:
        return voice.say(f"{act}.never.window" if window else f"{act}.never", window=window, product=product)
    times = _times(leaf, voice)
    return voice.say(f"{act}.times.window" if window else f"{act}.times", window=window, product=product, times=times)


def _times(leaf: Ordered, voice: _Voice) -> str:
    return voice.say(f"times.{leaf.op}", times=voice.number(leaf.times, "times"), n=leaf.times)


_AT_ALL = ((">=", 1), (">", 0), ("!=", 0))
_NOT_AT_ALL = (("<", 1), ("=", 0), ("<=", 0))


def _window(leaf: Ordered, voice: _Voice) -> str:
    """The days that count, or nothing where all do."""
    if leaf.within_days is not None:
        return voice.number(leaf.within_days, "last_days")
    ends = ("from" if leaf.from_day else "") + ("to" if leaf.to_day else "")
    return voice.say(f"window.{ends}", first=leaf.from_day, last=leaf.to_day) if ends else ""


def _field_phrase(leaf: Field, voice: _Voice, *, negated: bool) -> str:
    match FIELD_BY_KEY[leaf.field].kind:
        case Kind.TEXT:
            return _text_phrase(leaf, voice, negated=negated)
        case Kind.FLAG:
            return voice.say(f"{leaf.field}.yes" if leaf.value is not negated else f"{leaf.field}.not")
        case Kind.CONSENT:
            verdict = "not" if negated else "yes"
            return voice.say(f"consent.{leaf.value}.{verdict}", channel=voice.say(f"channel.{leaf.channel}"))
        case Kind.TIME:
            return _time_phrase(leaf, voice, negated=negated)
        case _:
            return _number_phrase(leaf, voice, negated=negated)


def _text_phrase(leaf: Field, voice: _Voice, *, negated: bool) -> str:
    texts = leaf.value if isinstance(leaf.value, tuple) else (leaf.value,)
    verdict = "yes" if (leaf.op == "is_not") is negated else "not"
    names = voice.listed([voice.named(leaf.field, str(text)) for text in texts])
    return voice.say(f"{leaf.field}.{'unknown' if texts == ('',) else 'is'}.{verdict}", names=names)


def _time_phrase(leaf: Field, voice: _Voice, *, negated: bool) -> str:
    if leaf.op == "never":
        return voice.say("ordered.at_all" if negated else "ordered.never", window="", product="")
    verdict = "not" if negated else "yes"
    when = voice.say(f"when.{leaf.op}", value=_time_value(leaf, voice))
    return voice.say(f"{leaf.field}.{verdict}", when=when)


def _time_value(leaf: Field, voice: _Voice) -> str:
    if isinstance(leaf.value, date):
        return leaf.value.isoformat()
    return voice.number(leaf.value, "days")


def _number_phrase(leaf: Field, voice: _Voice, *, negated: bool) -> str:
    if leaf.op == "!=":
        return _number_phrase(replace(leaf, op="="), voice, negated=not negated)
    # A member who never bought has no average, so "not at least" is more than "below" there.
    if negated and leaf.op in OPPOSITE and leaf.op != "=" and leaf.field != "average":
        return _number_phrase(replace(leaf, op=OPPOSITE[leaf.op]), voice, negated=False)
    return voice.say(f"{leaf.field}.{'not' if negated else 'yes'}", amount=_amount(leaf, voice))


def _amount(leaf: Field, voice: _Voice) -> str:
    """The comparison: "不少于 ¥200", "fewer than 3 orders"."""
    fewer = leaf.op == "<" and FIELD_BY_KEY[leaf.field].kind is Kind.COUNT
    return voice.say("number.fewer" if fewer else f"number.{leaf.op}", value=_number_value(leaf, voice))


def _number_value(leaf: Field, voice: _Voice) -> str:
    """The number with its unit, or both ends of a range: "2 到 5 笔"."""
    entry = FIELD_BY_KEY[leaf.field]
    if not isinstance(leaf.value, tuple):
        return voice.number(leaf.value, entry.unit)
    low, high = leaf.value
    first = voice.money(low) if entry.kind is Kind.MONEY else str(low)
    return voice.say("range", low=first, high=voice.number(high, entry.unit))


# --- chips ---


def _ordered_chips(leaf: Ordered, voice: _Voice) -> tuple[Chip, ...]:
    chips = [voice.label("ordered")]
    if window := _window(leaf, voice):
        chips.append(Chip(window, "quiet"))
    if leaf.titles:
        chips.append(Chip(voice.say("chip.title", titles=voice.listed(leaf.titles)), "quiet"))
    if (leaf.op, leaf.times) not in _AT_ALL:
        times = _times(leaf, voice)
        chips.append(Chip(times, "value"))
    return tuple(chips)


def _field_chips(leaf: Field, voice: _Voice) -> tuple[Chip, ...]:
    label = voice.label(leaf.field)
    op = Chip(op_label(leaf.op, voice.language), "quiet")
    match FIELD_BY_KEY[leaf.field].kind:
        case Kind.TEXT:
            texts = leaf.value if isinstance(leaf.value, tuple) else (leaf.value,)
            names = voice.listed([voice.named(leaf.field, str(text)) for text in texts])
            return (label, op, Chip(names, "value"))
        case Kind.FLAG:
            return (label, Chip(voice.say("chip.yes" if leaf.value else "chip.no"), "value"))
        case Kind.CONSENT:
            channel = Chip(voice.say(f"channel.{leaf.channel}"), "quiet")
            return (label, channel, Chip(voice.named("consent", str(leaf.value)), "value"))
        case Kind.TIME:
            return (label, Chip(_time_chip(leaf, voice), "value"))
        case _:
            return (label, op, Chip(_number_value(leaf, voice), "value"))


def _time_chip(leaf: Field, voice: _Voice) -> str:
    if leaf.op == "never":
        return op_label("never", voice.language)
    return voice.say(f"chip.{leaf.op}", value=_time_value(leaf, voice))


# --- words ---

_SYMBOLS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "HKD": "HK$", "TWD": "NT$", "SGD": "S$", "AUD": "A$"}

_ZH = {
    # how phrases go together
    "all.two": "{first}，并且{last}",
    "all.many": "{front}，并且{last}",
    "any.two": "{first}，或者{last}",
    "any.many": "{front}，或者{last}",
    "group.comma": "，",
    "group.inside": "（{phrase}）",
    "group.not": "不符合（{phrase}）",
    "all.alone": "全部会员",
    "none.alone": "没有任何会员",
    "all.inside": "是任意会员",
    "none.inside": "不是任何会员",
    "list.comma": "、",
    "list.or": "{front}或{last}",
    "quoted": "“{text}”",
    "unknown_value": "未知",
    # ordered
    "ordered.at_all": "下过单",
    "ordered.at_all.window": "{window}下过单",
    "ordered.never": "从未下过单",
    "ordered.never.window": "{window}没有下单",
    "ordered.times": "下单{times}",
    "ordered.times.window": "{window}下单{times}",
    "bought.at_all": "买过标题含{product}的商品",
    "bought.at_all.window": "{window}买过标题含{product}的商品",
    "bought.never": "从未买过标题含{product}的商品",
    "bought.never.window": "{window}没有买过标题含{product}的商品",
    "bought.times": "买过标题含{product}的商品{times}",
    "bought.times.window": "{window}买过标题含{product}的商品{times}",
    "window.from": "{first} 起",
    "window.to": "截至 {last} ",
    "window.fromto": "{first} 至 {last} ",
    "times.=": "正好 {times}",
    "times.!=": "次数不是 {times}",
    "times.>": "超过 {times}",
    "times.>=": "至少 {times}",
    "times.<": "少于 {times}",
    "times.<=": "最多 {times}",
    # fields
    "platform.is.yes": "来自{names}",
    "platform.is.not": "不来自{names}",
    "platform.unknown.yes": "平台未知",
    "platform.unknown.not": "平台已知",
    "province.is.yes": "省份是{names}",
    "province.is.not": "省份不是{names}",
    "province.unknown.yes": "省份未知",
    "province.unknown.not": "省份已知",
    "city.is.yes": "城市是{names}",
    "city.is.not": "城市不是{names}",
    "city.unknown.yes": "城市未知",
    "city.unknown.not": "城市已知",
    "has_phone.yes": "有可用手机号",
    "has_phone.not": "没有可用手机号",
    "consent.granted.yes": "已同意接收{channel}",
    "consent.granted.not": "没有明确同意接收{channel}",
    "consent.not_granted.yes": "未同意接收{channel}",
    "consent.not_granted.not": "不是“未同意接收{channel}”",
    "consent.opted_out.yes": "已退订{channel}",
    "consent.opted_out.not": "未退订{channel}",
    "consent.unknown.yes": "未记录是否同意接收{channel}",
    "consent.unknown.not": "已记录是否同意接收{channel}",
    "tag.yes": "有标签“{name}”",
    "tag.not": "没有标签“{name}”",
    "first_order.yes": "首次下单{when}",
    "first_order.not": "首次下单不{when}",
    "last_order.yes": "上次下单{when}",
    "last_order.not": "上次下单不{when}",
    "when.within_days": "在近 {value}内",
    "when.before_days": "在 {value}以前",
    "when.on_or_after": "在 {value} 及以后",
    "when.before": "在 {value} 以前",
    "orders.yes": "累计下单{amount}",
    "orders.not": "累计下单并非{amount}",
    "spent.yes": "累计实付{amount}",
    "spent.not": "累计实付并非{amount}",
    "average.yes": "客单价{amount}",
    "average.not": "客单价并非{amount}",
    "refunds.yes": "有过退款的订单{amount}",
    "refunds.not": "有过退款的订单并非{amount}",
    "items.yes": "购买件数{amount}",
    "items.not": "购买件数并非{amount}",
    "number.=": "正好 {value}",
    "number.>": "超过 {value}",
    "number.>=": "不少于 {value}",
    "number.<": "少于 {value}",
    "number.fewer": "少于 {value}",
    "number.<=": "不超过 {value}",
    "number.between": " {value}",
    "range": "{low} 到 {high}",
    # units
    "unit.orders": "{n} 笔",
    "unit.orders.one": "{n} 笔",
    "unit.pieces": "{n} 件",
    "unit.pieces.one": "{n} 件",
    "unit.times": "{n} 次",
    "unit.times.one": "{n} 次",
    "unit.days": "{n} 天",
    "unit.days.one": "{n} 天",
    "unit.last_days": "近 {n} 天",
    "unit.last_days.one": "今天",
    # names of rows, operators and values
    "label.platform": "平台",
    "label.province": "省份",
    "label.city": "城市",
    "label.has_phone": "可用手机号",
    "label.consent": "接收意愿",
    "label.first_order": "首次下单",
    "label.last_order": "上次下单",
    "label.orders": "累计下单",
    "label.spent": "累计实付",
    "label.average": "客单价",
    "label.refunds": "有过退款的订单",
    "label.items": "购买件数",
    "label.tag": "标签",
    "label.ordered": "下单",
    "op.is": "是",
    "op.is_not": "不是",
    "op.in": "是",
    "op.=": "正好",
    "op.!=": "不是",
    "op.>": "超过",
    "op.>=": "不少于",
    "op.<": "少于",
    "op.<=": "不超过",
    "op.between": "介于",
    "op.within_days": "近几天内",
    "op.before_days": "几天以前",
    "op.on_or_after": "某天及以后",
    "op.before": "某天以前",
    "op.never": "从未",
    "chip.has": "包含",
    "chip.title": "商品标题 {titles}",
    "chip.within_days": "近 {value}内",
    "chip.before_days": "{value}以前",
    "chip.on_or_after": "{value} 及以后",
    "chip.before": "{value} 以前",
    "chip.yes": "有",
    "chip.no": "没有",
    "channel.sms": "短信",
    "channel.email": "邮件",
    "channel.call": "电话",
    "name.consent.granted": "已同意",
    "name.consent.not_granted": "未同意",
    "name.consent.opted_out": "已退订",
    "name.consent.unknown": "未记录",
    "name.platform.taobao": "淘宝",
    "name.platform.tmall": "天猫",
    "name.platform.jd": "京东",
    "name.platform.pdd": "拼多多",
    "name.platform.douyin": "抖音",
    "name.platform.shopify": "Shopify",
    "name.platform.own": "自有名单",
}

_EN = {
    # how phrases go together
    "all.two": "{first} and {last}",
    "all.many": "{front}, and {last}",
    "any.two": "{first} or {last}",
    "any.many": "{front}, or {last}",
    "group.comma": ", ",
    "group.inside": "({phrase})",
    "group.not": "does not meet ({phrase})",
    "all.alone": "every member",
    "none.alone": "no member at all",
    "all.inside": "is any member",
    "none.inside": "is no member at all",
    "list.comma": ", ",
    "list.or": "{front} or {last}",
    "quoted": "“{text}”",
    "unknown_value": "unknown",
    # ordered
    "ordered.at_all": "has ordered",
    "ordered.at_all.window": "ordered {window}",
    "ordered.never": "has never ordered",
    "ordered.never.window": "has not ordered {window}",
    "ordered.times": "ordered {times}",
    "ordered.times.window": "ordered {times} {window}",
    "bought.at_all": "bought a product titled {product}",
    "bought.at_all.window": "bought a product titled {product} {window}",
    "bought.never": "has never bought a product titled {product}",
    "bought.never.window": "has not bought a product titled {product} {window}",
    "bought.times": "bought a product titled {product} {times}",
    "bought.times.window": "bought a product titled {product} {times} {window}",
    "window.from": "since {first}",
    "window.to": "until {last}",
    "window.fromto": "from {first} to {last}",
    "times.=": "exactly {times}",
    "times.!=": "a number of times other than {n}",
    "times.>": "more than {times}",
    "times.>=": "at least {times}",
    "times.<": "fewer than {times}",
    "times.<=": "at most {times}",
    # fields
    "platform.is.yes": "buys on {names}",
    "platform.is.not": "does not buy on {names}",
    "platform.unknown.yes": "has no known platform",
    "platform.unknown.not": "has a known platform",
    "province.is.yes": "lives in {names}",
    "province.is.not": "does not live in {names}",
    "province.unknown.yes": "has no known province",
    "province.unknown.not": "has a known province",
    "city.is.yes": "lives in the city of {names}",
    "city.is.not": "does not live in the city of {names}",
    "city.unknown.yes": "has no known city",
    "city.unknown.not": "has a known city",
    "has_phone.yes": "has a usable phone number",
    "has_phone.not": "has no usable phone number",
    "consent.granted.yes": "agreed to receive {channel}",
    "consent.granted.not": "has not agreed to receive {channel}",
    "consent.not_granted.yes": "did not subscribe to {channel}",
    "consent.not_granted.not": "is not marked as unsubscribed from {channel}",
    "consent.opted_out.yes": "opted out of {channel}",
    "consent.opted_out.not": "has not opted out of {channel}",
    "consent.unknown.yes": "has no recorded consent for {channel}",
    "consent.unknown.not": "has a recorded answer about {channel}",
    "tag.yes": "is tagged “{name}”",
    "tag.not": "is not tagged “{name}”",
    "first_order.yes": "placed the first order {when}",
    "first_order.not": "did not place the first order {when}",
    "last_order.yes": "placed the last order {when}",
    "last_order.not": "did not place the last order {when}",
    "when.within_days": "in the last {value}",
    "when.before_days": "more than {value} ago",
    "when.on_or_after": "on or after {value}",
    "when.before": "before {value}",
    "orders.yes": "has placed {amount}",
    "orders.not": "has not placed {amount}",
    "spent.yes": "has spent {amount}",
    "spent.not": "has not spent {amount}",
    "average.yes": "spends {amount} per order on average",
    "average.not": "does not spend {amount} per order on average",
    "refunds.yes": "has had refunds on {amount}",
    "refunds.not": "has not had refunds on {amount}",
    "items.yes": "has bought {amount}",
    "items.not": "has not bought {amount}",
    "number.=": "exactly {value}",
    "number.>": "more than {value}",
    "number.>=": "at least {value}",
    "number.<": "less than {value}",
    "number.fewer": "fewer than {value}",
    "number.<=": "at most {value}",
    "number.between": "between {value}",
    "range": "{low} and {high}",
    # units
    "unit.orders": "{n} orders",
    "unit.orders.one": "{n} order",
    "unit.pieces": "{n} pieces",
    "unit.pieces.one": "{n} piece",
    "unit.times": "{n} times",
    "unit.times.one": "once",
    "unit.days": "{n} days",
    "unit.days.one": "{n} day",
    "unit.last_days": "in the last {n} days",
    "unit.last_days.one": "today",
    # names of rows, operators and values
    "label.platform": "Platform",
    "label.province": "Province",
    "label.city": "City",
    "label.has_phone": "Usable phone",
    "label.consent": "Consent",
    "label.first_order": "First order",
    "label.last_order": "Last order",
    "label.orders": "Orders",
    "label.spent": "Total spent",
    "label.average": "Average order",
    "label.refunds": "Refunded orders",
    "label.items": "Pieces bought",
    "label.tag": "Tag",
    "label.ordered": "Ordered",
    "op.is": "is",
    "op.is_not": "is not",
    "op.in": "is one of",
    "op.=": "exactly",
    "op.!=": "not",
    "op.>": "more than",
    "op.>=": "at least",
    "op.<": "less than",
    "op.<=": "at most",
    "op.between": "between",
    "op.within_days": "in the last … days",
    "op.before_days": "more than … days ago",
    "op.on_or_after": "on or after",
    "op.before": "before",
    "op.never": "never",
    "chip.has": "is",
    "chip.title": "Product title {titles}",
    "chip.within_days": "in the last {value}",
    "chip.before_days": "more than {value} ago",
    "chip.on_or_after": "on or after {value}",
    "chip.before": "before {value}",
    "chip.yes": "Yes",
    "chip.no": "No",
    "channel.sms": "SMS",
    "channel.email": "e-mail",
    "channel.call": "calls",
    "name.consent.granted": "granted",
    "name.consent.not_granted": "not subscribed",
    "name.consent.opted_out": "opted out",
    "name.consent.unknown": "unknown",
    "name.platform.taobao": "Taobao",
    "name.platform.tmall": "Tmall",
    "name.platform.jd": "JD",
    "name.platform.pdd": "Pinduoduo",
    "name.platform.douyin": "Douyin",
    "name.platform.shopify": "Shopify",
    "name.platform.own": "your own list",
}

_WORDS: dict[Language, dict[str, str]] = {"zh": _ZH, "en": _EN}
