"""Who the conditions about messages and refunds match."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from local_db.folding import fold
from local_db.values import end_of_day, start_of_day

if TYPE_CHECKING:
    from local_db.roster.roster import Bools
    from local_db.segments.nodes import Refunded, Sent
    from local_db.segments.scene import Scene


def sent(leaf: Sent, scene: Scene) -> Bools:
    """To whom a message was handed off."""
    return scene.everyone_in(scene.roster.sendings.member[sendings_meant(leaf, scene)])


def sendings_meant(leaf: Sent, scene: Scene) -> Bools:
    """Per message that was handed off, whether it is meant."""
    sendings, zone, cut = scene.roster.sendings, scene.roster.zone, scene.moment.cut
    fits = [
        (not leaf.channel or audience.channel == leaf.channel)
        and (leaf.campaign is None or audience.id == leaf.campaign)
        for audience in scene.roster.audiences
    ]
    chosen: Bools = np.array(fits, np.bool_)[sendings.audience]
    if cut is not None:
        chosen &= sendings.time < cut
    if leaf.within_days is not None:
        chosen &= sendings.time >= scene.start_of_last(leaf.within_days)
    if leaf.from_day is not None:
        chosen &= sendings.time >= start_of_day(leaf.from_day, zone)
    if leaf.to_day is not None:
        chosen &= sendings.time < end_of_day(leaf.to_day, zone)
    return chosen


def refunded(leaf: Refunded, scene: Scene) -> Bools:
    """Of whose orders a refund report speaks."""
    return scene.everyone_in(scene.roster.refund_rows.member[refunds_meant(leaf, scene)])


def refunds_meant(leaf: Refunded, scene: Scene) -> Bools:
    """Per refund, whether it is meant. One without a date always exists, and is in no window."""
    rows, cut = scene.roster.refund_rows, scene.moment.cut
    chosen = np.ones(len(rows.member), np.bool_) if cut is None else rows.time < cut
    if leaf.reasons:
        texts = tuple(fold(text) for text in leaf.reasons)
        has = [any(text in reason for text in texts) for reason in scene.index.reasons]
        chosen &= np.array(has, np.bool_)[rows.reason]
    if leaf.within_days is not None:
        chosen &= rows.time >= scene.start_of_last(leaf.within_days)
    return chosen
