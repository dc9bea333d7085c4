"""Which wording of a reply comes next: no buyer gets the same sentence again before she has had all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from local_db.replies.model import Reply, Wording


def next_wording(
    reply: Reply, used: Sequence[str], counts: Mapping[str, int], unready: Collection[str] = ()
) -> Wording | None:
    """The wording to take now; None of a reply without words.

    `used` are the uids of the wordings that this buyer has got, the earliest first; `counts` say how often each was
    taken for anybody. Of those she had least often, and not just now, the one that was taken least; one of `unready`,
    which ask for something that is not known of her, only where no other is left.
    """
    had = Counter(used)
    last = used[-1] if used else ""

    def rank(place: int) -> tuple[int, bool, bool, int, int]:
        uid = reply.wordings[place].uid
        return had[uid], uid == last, uid in unready, counts.get(uid, 0), place

    places = range(len(reply.wordings))
    return reply.wordings[min(places, key=rank)] if places else None
