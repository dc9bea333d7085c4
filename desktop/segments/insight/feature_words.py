"""The words for what members have in common: "Bought 冻干", "Ordered 21–24 h", "Lives in 浙江"."""

from __future__ import annotations

from desktop import amounts
from desktop.segments.sentence import Language, value_label
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.segments.differences import Feature, FeatureKind

CONTEXT = "FeatureWords"
_WORDS = {
    FeatureKind.PLATFORM: QT_TRANSLATE_NOOP("FeatureWords", "Buys on {value}"),
    FeatureKind.PROVINCE: QT_TRANSLATE_NOOP("FeatureWords", "Lives in {value}"),
    FeatureKind.CITY_TIER: QT_TRANSLATE_NOOP("FeatureWords", "Lives in a {value} city"),
    FeatureKind.TAG: QT_TRANSLATE_NOOP("FeatureWords", "Tagged “{value}”"),
    FeatureKind.CATEGORY: QT_TRANSLATE_NOOP("FeatureWords", "Bought from {value}"),
    FeatureKind.WORD: QT_TRANSLATE_NOOP("FeatureWords", "Bought a product with “{value}”"),
    FeatureKind.HOURS: QT_TRANSLATE_NOOP("FeatureWords", "Ordered between {value} and {end} o'clock"),
    FeatureKind.WEEKDAY: QT_TRANSLATE_NOOP("FeatureWords", "Ordered on a {value}"),
    FeatureKind.SPENT: QT_TRANSLATE_NOOP("FeatureWords", "Spent {value} up to {end}"),
}
_UNKNOWN = {
    FeatureKind.PLATFORM: QT_TRANSLATE_NOOP("FeatureWords", "Platform unknown"),
    FeatureKind.PROVINCE: QT_TRANSLATE_NOOP("FeatureWords", "Province unknown"),
    FeatureKind.CITY_TIER: QT_TRANSLATE_NOOP("FeatureWords", "City tier unknown"),
}
_BELOW = QT_TRANSLATE_NOOP("FeatureWords", "Spent less than {end}")
_ABOVE = QT_TRANSLATE_NOOP("FeatureWords", "Spent {value} or more")
_WEEKDAYS = (
    QT_TRANSLATE_NOOP("FeatureWords", "Monday"),
    QT_TRANSLATE_NOOP("FeatureWords", "Tuesday"),
    QT_TRANSLATE_NOOP("FeatureWords", "Wednesday"),
    QT_TRANSLATE_NOOP("FeatureWords", "Thursday"),
    QT_TRANSLATE_NOOP("FeatureWords", "Friday"),
    QT_TRANSLATE_NOOP("FeatureWords", "Saturday"),
    QT_TRANSLATE_NOOP("FeatureWords", "Sunday"),
)


def feature_words(feature: Feature, language: Language, currency: str) -> str:
    """What is said of a member who has the feature."""
    kind, values = feature.kind, feature.values
    if values == ("",):
        return translate(CONTEXT, _UNKNOWN[kind])
    if kind is FeatureKind.SPENT:
        return _spent(values, currency)
    parts = {"value": str(values[0]), "end": str(values[-1])}
    if kind in {FeatureKind.PLATFORM, FeatureKind.PROVINCE, FeatureKind.CITY_TIER}:
        parts["value"] = value_label(kind.value, parts["value"], language)
    if kind is FeatureKind.WEEKDAY:
        parts["value"] = translate(CONTEXT, _WEEKDAYS[int(values[0]) - 1])
    return translate(CONTEXT, _WORDS[kind]).format(**parts)


def _spent(values: tuple[str | int, ...], currency: str) -> str:
    sign = amounts.sign(currency)
    low, *rest = (f"{sign}{int(value):,}" for value in values)
    if not rest:
        return translate(CONTEXT, _ABOVE).format(value=low)
    if not values[0]:
        return translate(CONTEXT, _BELOW).format(end=rest[0])
    return translate(CONTEXT, _WORDS[FeatureKind.SPENT]).format(value=low, end=rest[0])
