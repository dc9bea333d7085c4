"""What every node of a tree says about one member, from what its conditions say."""

from __future__ import annotations

from collections.abc import Mapping

from local_db.segments.tree import All, Any, Node, Not


def node_verdicts(node: Node, leaves: Mapping[str, bool], *, exists: bool = True) -> dict[str, bool]:
    """Per JSON pointer, whether the node matches the member; `leaves` are the verdicts of the conditions.

    A member that did not exist at the moment (`exists`) is matched by nothing.
    """
    found: dict[str, bool] = {}
    _verdict(node, "", leaves, found, exists=exists)
    return found


def _verdict(node: Node, path: str, leaves: Mapping[str, bool], found: dict[str, bool], *, exists: bool) -> bool:
    match node:
        case All(children):
            said = [
                _verdict(child, f"{path}/all/{place}", leaves, found, exists=exists)
                for place, child in enumerate(children)
            ]
            found[path] = exists and all(said)
        case Any(children):
            said = [
                _verdict(child, f"{path}/any/{place}", leaves, found, exists=exists)
                for place, child in enumerate(children)
            ]
            found[path] = exists and any(said)
        case Not(child):
            found[path] = exists and not _verdict(child, f"{path}/not", leaves, found, exists=exists)
        case _:
            found[path] = exists and leaves[path]
    return found[path]
