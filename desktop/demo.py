"""`regulars demo`: a sample shop from a real export file, two segments, one prepared SMS campaign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import wording
from desktop.gateways.shop_keys import SystemKeyring, create_new
from desktop.translation import RESOURCES
from local_db.errors import ShopFileError
from local_db.shop_file import SUFFIX, Shop

if TYPE_CHECKING:
    from local_db.campaigns.model import Audience, HandOff
    from local_db.importing.model import ImportReport
    from local_db.segments.tree import Node
    from local_db.templates.model import Template

SAMPLE = RESOURCES / "sample"
# The sample's last day: its segments are asked for as of then, so that the demo tells the same figures forever.
SAMPLE_DAY = date(2026, 11, 15)
# People of the sample are invented; without a keyring a passphrase that everybody knows protects nothing of value.
SAMPLE_PASSPHRASE = "regulars-demo"  # noqa: S105 - see above

CAT_FOOD_TREE = {
    "all": [
        {"ordered": {"times": [">=", 2], "within_days": 365, "product": {"title_has": "猫粮"}}},
        {"not": {"ordered": {"within_days": 45}}},
    ]
}
BIG_SPENDERS_TREE = {
    "all": [
        {"field": "spent", "op": ">=", "value": 1000},
        {"any": [{"field": "province", "op": "in", "value": ["浙江", "江苏", "上海"]}, {"tag": "VIP"}]},
    ]
}
BODY = "{nick|亲|10}，您常买的猫粮双12直降，老会员再减20元，12月12日24点截止，回店里看看，"


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo made."""

    shop: Path
    passphrase: str  # "" where the keyring holds the key
    reports: tuple[tuple[Path, ImportReport], ...]
    segments: tuple[tuple[str, int], ...]  # name, people
    audience: Audience
    hand_off: HandOff


def make(folder: Path, shop: Shop | None = None) -> Demo:
    """Go through the main job once, in a new shop file in `folder` or in an empty one that is open.

    Raises ShopFileError `folder_unusable`, and what the steps raise.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise ShopFileError("folder_unusable", path=str(folder)) from None
    if shop is not None:
        return _walk(shop, "", folder)
    new, passphrase = _new_shop(_free(folder, "sample", SUFFIX))
    with new:
        return _walk(new, passphrase, folder)


def _new_shop(path: Path) -> tuple[Shop, str]:
    asked: list[str] = []

    def well_known() -> str:
        asked.append(SAMPLE_PASSPHRASE)
        return SAMPLE_PASSPHRASE

    shop = create_new(path, SystemKeyring(), well_known)
    return shop, "".join(asked)


def _walk(shop: Shop, passphrase: str, folder: Path) -> Demo:
    from local_db.campaigns import actions as campaigns
    from local_db.importing import actions as importing
    from local_db.roster.source import RosterSource
    from local_db.segments import actions as segments
    from local_db.segments.evaluate import evaluate
    from local_db.segments.model import SavedSegment
    from local_db.settings import save_settings

    now = datetime.now(UTC)
    files = sorted(SAMPLE.glob("*.csv"))
    reports = tuple((file, importing.import_file(shop, file, now=now)[0]) for file in files)
    save_settings(shop, {"shop_name": reports[0][1].shop_name, "sms_signature": "喵屋"})
    roster = RosterSource(shop).current()
    counted, saved = [], []
    for name, tree in _trees():
        segment, _ = segments.save_segment(shop, SavedSegment(name, tree), now=now)
        counted.append((name, evaluate(roster, tree, now=now, as_of=SAMPLE_DAY).count))
        saved.append(segment)
    audience, handed, _ = campaigns.prepare_and_hand_off(
        shop,
        roster,
        saved[0].tree,
        _template(shop, now),
        campaigns.shop_options(shop),
        name=saved[0].name,
        segment_id=saved[0].id,
        out=_free(folder, "hand-off", ".csv"),
        headers=wording.hand_off_headers(),
        now=now,
        as_of=SAMPLE_DAY,
    )
    return Demo(shop.path, passphrase, reports, tuple(counted), audience, handed)


def _trees() -> list[tuple[str, Node]]:
    from local_db.segments.tree import parse

    return [
        (wording.sentence("demo_cat_food"), parse(CAT_FOOD_TREE)),
        (wording.sentence("demo_big_spenders"), parse(BIG_SPENDERS_TREE)),
    ]


def _template(shop: Shop, now: datetime) -> Template:
    from local_db.templates import actions as templates
    from local_db.templates.model import Purpose, Template

    draft = Template(wording.sentence("demo_template"), Purpose.MARKETING, "喵屋", BODY, "拒收请回复R")
    return templates.save_template(shop, draft, now=now)[0]


def _free(folder: Path, stem: str, suffix: str) -> Path:
    """A name in the folder that nothing has yet: nothing that exists is ever replaced."""
    number = 1
    while (path := folder / f"{stem}{'' if number == 1 else f'-{number}'}{suffix}").exists():
        number += 1
    return path
