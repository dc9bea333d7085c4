"""What is wrong with the picture or the video of a panel, as they would be exported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from local_db.cards.model import Card, MediaHeight, Panel, PictureFacts
from local_db.cards.problem import PICTURE, VIDEO, CardProblem
from local_db.cards.rules import CardVendor, FileRule, KindRule, Need, PictureRule, Ratio

_TOLERANCE = 0.02  # a cropped picture has whole pixels


def media_problems(
    panel: Panel, rule: KindRule, vendor: CardVendor, files: Mapping[int, PictureFacts]
) -> Iterator[CardProblem]:
    """Problems of the picture and of the video of a panel."""
    yield from _of_picture(panel, rule, vendor, files)
    yield from _of_video(panel, rule, vendor, files)
    if panel.height is MediaHeight.TALL and not rule.tall and rule.anything:
        yield CardProblem("tall_in_carousel", PICTURE)


def _of_picture(
    panel: Panel, rule: KindRule, vendor: CardVendor, files: Mapping[int, PictureFacts]
) -> Iterator[CardProblem]:
    if panel.picture is None:
        if rule.picture is not None and rule.picture.required:
            yield CardProblem("picture_missing", PICTURE)
        return
    if rule.picture is None:
        yield CardProblem("picture_not_shown", PICTURE, blocks=False)
        return
    facts = files.get(panel.picture.media_id)
    if facts is None:
        yield CardProblem("picture_gone", PICTURE)
        return
    yield from _of_file(facts, picture_limits(panel, rule, vendor), PICTURE)
    yield from _of_ratio(facts, rule.picture)


def file_problems(
    facts: PictureFacts | None, number: int, place: str, card: Card, vendor: CardVendor
) -> Iterator[CardProblem]:
    """Problems of the file that is exported for the picture or video of a panel, None: there is none."""
    if facts is None or not facts.bytes:
        yield CardProblem(f"{place}_gone", place, number)
        return
    rule = vendor.kinds[card.kind]
    if place == VIDEO:
        found = [*_of_file(facts, vendor.videos, VIDEO)]
    else:
        found = [*_of_file(facts, picture_limits(card.panels[number], rule, vendor), PICTURE)]
        found += _of_ratio(facts, rule.picture) if rule.picture else ()
    yield from (replace(problem, panel=number) for problem in found)


def picture_limits(panel: Panel, rule: KindRule, vendor: CardVendor) -> FileRule:
    """What a picture of the panel may take up: of a video it is the cover, for which there may be less room."""
    cover = vendor.videos.cover_bytes
    if cover is None or rule.video is None or not panel.video_id:
        return vendor.pictures
    aim = min(cover, vendor.pictures.aim_bytes)
    return replace(vendor.pictures, most_bytes=cover, aim_bytes=aim)


def _of_ratio(facts: PictureFacts, rule: PictureRule) -> Iterator[CardProblem]:
    known = facts.width and facts.height
    if known and rule.ratios and not any(has_ratio(facts, ratio) for ratio in rule.ratios):
        wanted = "{}:{}".format(*rule.ratios[0])
        data: dict[str, object] = {"width": facts.width, "height": facts.height, "ratio": wanted}
        yield CardProblem("picture_ratio", PICTURE, data=data)


def _of_video(
    panel: Panel, rule: KindRule, vendor: CardVendor, files: Mapping[int, PictureFacts]
) -> Iterator[CardProblem]:
    if not panel.video_id:
        if rule.video is Need.REQUIRED:
            yield CardProblem("video_missing", VIDEO)
        return
    if rule.video is None:
        yield CardProblem("video_not_shown", VIDEO, blocks=False)
        return
    facts = files.get(panel.video_id)
    if facts is None:
        yield CardProblem("video_gone", VIDEO)
        return
    yield from _of_file(facts, vendor.videos, VIDEO)


def _of_file(facts: PictureFacts, rule: FileRule, place: str) -> Iterator[CardProblem]:
    if facts.type and facts.type not in rule.types:
        yield CardProblem(f"{place}_type", place, data={"type": facts.type, "types": rule.types})
    if facts.bytes > rule.most_bytes:
        yield CardProblem(f"{place}_too_big", place, data={"bytes": facts.bytes, "most": rule.most_bytes})
    elif facts.bytes > rule.aim_bytes:
        yield CardProblem(f"{place}_large", place, data={"bytes": facts.bytes, "aim": rule.aim_bytes}, blocks=False)


def has_ratio(facts: PictureFacts, ratio: Ratio) -> bool:
    """Whether a picture has so much width to its height, give or take a pixel's worth."""
    wanted = ratio[0] / ratio[1]
    return abs(facts.width / facts.height / wanted - 1) <= _TOLERANCE
