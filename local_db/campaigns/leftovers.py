"""What a hand-off that was killed leaves in its folder: phones in plain files that nobody knows of.

The shop remembers where a hand-off is under way, and clears that place when it is opened again. Light enough
for the start-up to import.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from local_db.errors import RegularsError
from local_db.settings import read_setting, write_setting
from local_db.shop_file import Shop

_KEY = "hand_off_under_way"


def begin(shop: Shop, out: Path) -> None:
    """Remember that files of the name `out` are about to be written."""
    clear(shop)
    with shop.write() as connection:
        write_setting(connection, _KEY, os.fsencode(out.absolute()).hex())  # names need not be text


def end(shop: Shop) -> None:
    """Forget it: the hand-off has cleared up itself. A shop that cannot be written forgets it next time."""
    with contextlib.suppress(RegularsError), shop.write() as connection:
        write_setting(connection, _KEY, "")


def clear(shop: Shop) -> None:
    """Remove what a hand-off that never came to its end left behind."""
    with shop.read() as connection:
        place = str(read_setting(connection, _KEY) or "")
    if place:
        from local_db.campaigns.hand_off import remove_leftovers

        remove_leftovers(Path(os.fsdecode(bytes.fromhex(place))))
        end(shop)
