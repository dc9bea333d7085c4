"""Which wordings of replies were taken, read at once for all replies: what wordings in turn are chosen by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from local_db.shop_file import Shop


def counts(shop: Shop) -> dict[str, dict[str, int]]:
    """How often each wording was taken, by the reply's uid and then its own."""
    found: dict[str, dict[str, int]] = {}
    with shop.read() as connection:
        for uid, wording, times in connection.execute("select uid, wording, count(*) from reply_uses group by 1, 2"):
            found.setdefault(str(uid), {})[str(wording)] = int(times)
    return found


def by_member(shop: Shop, member_id: int) -> dict[str, list[str]]:
    """The wordings that a member has got, by the reply's uid; the earliest first."""
    found: dict[str, list[str]] = {}
    with shop.read() as connection:
        query = "select uid, wording from reply_uses where member_id = ? order by used_at, id"
        for uid, wording in connection.execute(query, [member_id]):
            found.setdefault(str(uid), []).append(str(wording))
    return found
