"""The variables of a card as its vendor knows them: parameters p1, p2, ..., filled for each receiver."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from local_db.cards.layout import written
from local_db.cards.model import Card
from local_db.cards.rules import CardVendor
from local_db.templates.filling import value_of
from local_db.templates.layout import Slot, body_pieces, plain_lines


@dataclass(frozen=True, slots=True)
class Parameter:
    """One of them: the same variable with another fallback or limit is another one."""

    name: str
    slot: Slot

    @property
    def written(self) -> str:
        """How it stands in the vendor's text."""
        return f"${{{self.name}}}"


def parameters(card: Card, vendor: CardVendor) -> tuple[Parameter, ...]:
    """Every parameter of a card that is laid out, in the order of its texts."""
    found: dict[Slot, Parameter] = {}
    for text in card_texts(card, vendor):
        for piece in body_pieces(text):
            if isinstance(piece, Slot) and piece not in found:
                found[piece] = Parameter(f"p{len(found) + 1}", piece)
    return tuple(found.values())


def card_texts(card: Card, vendor: CardVendor) -> tuple[str, ...]:
    """Every text that is shown and may hold variables: of panels, of buttons, of chips."""
    rule = vendor.kinds.get(card.kind)
    return () if rule is None else tuple(text for _, _, text in written(card, rule))


def vendor_text(text: str, known: tuple[Parameter, ...]) -> str:
    """A text with its variables as parameters."""
    by_slot = {parameter.slot: parameter.written for parameter in known}
    pieces = body_pieces(text, plain_lines)
    return "".join(piece if isinstance(piece, str) else by_slot[piece] for piece in pieces)


def values(known: tuple[Parameter, ...], facts: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """What each parameter is for a member, and the names of variables for which nothing is known."""
    filled: dict[str, str] = {}
    unfilled: list[str] = []
    for parameter in known:
        value = value_of(parameter.slot, facts.get(parameter.slot.name, ""))
        if value is None:
            unfilled.append(parameter.slot.name)
        else:
            filled[parameter.name] = value
    return filled, tuple(dict.fromkeys(unfilled))
