"""What a hand-off or the export of a folder leaves that was killed: phones in plain files that nobody knows of.

The shop remembers where one is under way, and clears that place when it is opened again. Light enough for the
start-up to import.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from local_db.errors import RegularsError
from local_db.settings import read_setting, write_setting
from local_db.shop_file import Shop

_KEY = "hand_off_under_way"
_FOLDERS = "folders_under_way"


@contextlib.contextmanager
def hand_off_under_way(shop: Shop, out: Path) -> Iterator[None]:
    """Remember that files of the name `out` are being written, until that has come to its end."""
    clear(shop)
    with shop.write() as connection:
        write_setting(connection, _KEY, _kept(out))
    try:
        yield
    finally:
        _forget(shop)


def _forget(shop: Shop) -> None:
    """The hand-off has cleared up itself. A shop that cannot be written forgets it next time."""
    with contextlib.suppress(RegularsError), shop.write() as connection:
        write_setting(connection, _KEY, "")


def clear(shop: Shop) -> None:
    """Remove what a hand-off that never came to its end left behind."""
    with shop.read() as connection:
        place = str(read_setting(connection, _KEY) or "")
    if place:
        from local_db.campaigns.hand_off import remove_leftovers

        remove_leftovers(_path(place))
        _forget(shop)


@contextlib.contextmanager
def folder_under_way(shop: Shop | None, unfinished: Path) -> Iterator[None]:
    """Remember a folder that is filled under this name, until it has its own; several may be under way.

    A shop that cannot be written remembers nothing, and may have its documents exported all the same.
    """
    _note(shop, unfinished, begun=True)
    try:
        yield
    finally:
        _note(shop, unfinished, begun=False)


def clear_folders(shop: Shop) -> None:
    """Remove the folders that never got their names: at the start, when none is under way."""
    with shop.read() as connection:
        places = str(read_setting(connection, _FOLDERS) or "").split()
    if places:
        import shutil

        for place in places:
            with contextlib.suppress(OSError):  # it got its name, or never came to be
                shutil.rmtree(_path(place))
        with contextlib.suppress(RegularsError), shop.write() as connection:
            write_setting(connection, _FOLDERS, "")


def _note(shop: Shop | None, unfinished: Path, *, begun: bool) -> None:
    if shop is None:
        return
    with contextlib.suppress(RegularsError), shop.write() as connection:
        others = [one for one in str(read_setting(connection, _FOLDERS) or "").split() if one != _kept(unfinished)]
        write_setting(connection, _FOLDERS, " ".join([*others, _kept(unfinished)] if begun else others))


def _kept(path: Path) -> str:
    """A path as a setting: names need not be text."""
    return os.fsencode(path.absolute()).hex()


def _path(kept: str) -> Path:
    return Path(os.fsdecode(bytes.fromhex(kept)))
