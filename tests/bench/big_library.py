"""A reply library of any size, out of what the hand-written one says: every reply is another one."""

from __future__ import annotations

import random
import re

from local_db.replies.model import Reply, Usage, Wording
from tests.local_db.replies.library import library

_CLAUSE = re.compile("[^，。！？；～、,.!?]+")
_NAMES = 3000  # characters of names and models: the most usual ones first
_FIRST_CHARACTER = 0x4E00


def big_library(count: int) -> tuple[list[Reply], dict[str, str], dict[str, Usage]]:
    """Replies, the names of their groups, and how they were used; the same ones every time."""
    dice = random.Random(6)
    small, groups = library()
    clauses = [part.strip() for reply in small for some in reply.wordings for part in _CLAUSE.findall(some.text)]
    titles = [reply.title for reply in small]
    tags = sorted({tag for reply in small for tag in reply.tags})
    characters = [chr(_FIRST_CHARACTER + dice.randrange(20_000)) for _ in range(_NAMES)]
    replies = []
    for number in range(count):
        name = "".join(characters[min(_NAMES - 1, int(dice.paretovariate(0.5)))] for _ in range(2))
        said = dice.sample(clauses, dice.randint(4, 8))
        said.insert(dice.randrange(len(said)), f"{name}{dice.randrange(1000)}款")
        title = dice.choice(titles)
        replies.append(
            Reply(
                f"r{number:06}",
                f"{title}{name}" if dice.random() < 0.5 else f"{name}{title[: dice.randint(3, 8)]}",
                (Wording(f"w{number}", "，".join(said) + "。"),),
                dice.choice(list(groups)),
                f"k{number}" if dice.random() < 0.3 else "",
                tuple(dice.sample(tags, dice.randint(0, 3))),
                pinned=dice.random() < 0.01,
            )
        )
    used = dice.sample(replies, count // 5)
    usage = {reply.uid: Usage(dice.randint(1, 300), 1_790_000_000 - dice.randrange(20_000_000)) for reply in used}
    return replies, groups, usage
