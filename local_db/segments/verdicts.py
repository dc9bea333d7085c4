"""What every node of a tree says about one member, from what its conditions say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from local_db.segments.tree import All, Any, Muted, Node, Not


def node_verdicts(node: Node, leaves: Mapping[str, bool], *, exists: bool = True) -> dict[str, bool]:
    """Per JSON pointer, whether the node matches the member; `leaves` are the verdicts of the conditions.

    What is muted has a verdict of its own and no say in its group's. A group that is left without any, and a tree
    that is muted as a whole, matches. A member that did not exist at the moment (`exists`) is matched by nothing.
    """
    asked = _Asked(leaves, exists)
    asked.verdict(node, "")
    return asked.found


@dataclass(slots=True)
class _Asked:
    """One walk through a tree."""

    leaves: Mapping[str, bool]
    exists: bool
    found: dict[str, bool] = field(default_factory=dict)

    def verdict(self, node: Node, path: str) -> bool | None:
        """What the node says; None where it has no say. What it matches by itself is noted."""
        if isinstance(node, Muted):
            self.verdict(node.child, f"{path}/muted")
            self.found[path] = self.found[f"{path}/muted"]
            return None
        said = self._said(node, path)
        self.found[path] = self.exists and (said is None or said)
        return None if said is None else self.found[path]

    def _said(self, node: Node, path: str) -> bool | None:
        match node:
            case All(children):
                said = self._children(children, f"{path}/all")
                return None if children and not said else all(said)
            case Any(children):
                said = self._children(children, f"{path}/any")
                return None if children and not said else any(said)
            case Not(child):
                inner = self.verdict(child, f"{path}/not")
                return None if inner is None else not inner
            case _:
                return self.leaves[path]

    def _children(self, children: tuple[Node, ...], path: str) -> list[bool]:
        found = [self.verdict(child, f"{path}/{place}") for place, child in enumerate(children)]
        return [said for said in found if said is not None]
