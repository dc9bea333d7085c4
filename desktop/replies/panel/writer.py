"""Fills replies for one buyer, with wordings in turn and with what was typed in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.replies.panel.showing import Called, Shown, shown, with_typed
from local_db.replies.fill import fill
from local_db.replies.rotation import next_wording

if TYPE_CHECKING:
    from desktop.replies.panel.buyer import Buyer
    from desktop.replies.service import ReplyService
    from local_db.replies.model import Reply, Wording
    from local_db.replies.search.hit import Hit


class Writer:
    """Knows who is answered and what was typed in for them; both end with the buyer."""

    def __init__(self, service: ReplyService, called: Called) -> None:
        """`called` gives what a variable is called."""
        self._service = service
        self._called = called
        self._buyer: Buyer | None = None
        self._typed: dict[str, str] = {}
        self._got: dict[str, list[str]] = {}
        self._turned: dict[str, int] = {}

    @property
    def buyer(self) -> Buyer | None:
        """Who is answered; None while nobody is named."""
        return self._buyer

    def set_buyer(self, buyer: Buyer | None) -> None:
        """Answer somebody else: nothing that was typed in for one may reach another."""
        before, self._buyer = self._buyer, buyer
        self._got = {uid: list(wordings) for uid, wordings in buyer.wordings.items()} if buyer else {}
        if buyer is None or before is None or buyer.member_id != before.member_id:
            self.forget_typed()

    def forget_typed(self) -> None:
        """What was typed in counts no more."""
        self._typed = {}
        self._turned = {}

    @property
    def typed(self) -> Mapping[str, str]:
        """What was typed in, by the variable's name."""
        return self._typed

    def type_in(self, values: Mapping[str, str]) -> None:
        """Take what was typed in."""
        self._typed.update(values)

    def show(self, hit: Hit) -> Shown | None:
        """What the list shows of a hit; None where its reply is gone."""
        reply = self._service.library.by_uid.get(hit.uid)
        if reply is None:
            return None
        wording = self.wording(reply)
        text = wording.text if wording is not None else ""
        filled = fill(text, with_typed(self._facts(), self._typed), self._service.library.fragments)
        group = self._service.library.group_names.get(reply.group, "")
        return shown(hit, reply, wording, filled, group, self._called)

    def questions(self, hit: Hit) -> tuple[str, ...]:
        """The variables of a hit that must be typed in, whether or not they have been."""
        reply = self._service.library.by_uid.get(hit.uid)
        wording = self.wording(reply) if reply is not None else None
        if wording is None:
            return ()
        return tuple(fill(wording.text, self._facts(), self._service.library.fragments).unfilled)

    def wording(self, reply: Reply) -> Wording | None:
        """The wording whose turn it is; None for a reply without words."""
        if not reply.wordings:
            return None
        counts = self._service.wordings.get(reply.uid, {})
        first = next_wording(reply, self._got.get(reply.uid, ()), counts, self._unready(reply))
        place = reply.wordings.index(first) + self._turned.get(reply.uid, 0)
        return reply.wordings[place % len(reply.wordings)]

    def _unready(self, reply: Reply) -> frozenset[str]:
        """The wordings that ask for something; whatever is typed in, the one under the clerk's hands stays."""
        if len(reply.wordings) == 1:
            return frozenset()
        facts, fragments = self._facts(), self._service.library.fragments
        return frozenset(one.uid for one in reply.wordings if not fill(one.text, facts, fragments).ready)

    def turn(self, uid: str, step: int) -> tuple[int, int]:
        """Take another wording; which it is now, counted from one, and of how many."""
        reply = self._service.library.by_uid.get(uid)
        if reply is None or not reply.wordings:
            return 0, 0
        self._turned[uid] = self._turned.get(uid, 0) + step
        wording = self.wording(reply)
        return reply.wordings.index(wording) + 1 if wording is not None else 0, len(reply.wordings)

    def taken(self, uid: str, wording_uid: str) -> None:
        """This buyer has got a wording; the next time it is another one's turn."""
        self._turned.pop(uid, None)
        self._got.setdefault(uid, []).append(wording_uid)

    def _facts(self) -> Mapping[str, str]:
        return self._buyer.variables if self._buyer is not None else {}
