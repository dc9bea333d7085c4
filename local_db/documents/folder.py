"""What is exported of a document: a folder of files, complete or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from typing import TYPE_CHECKING

from local_db.campaigns.leftovers import folder_under_way
from local_db.errors import DocumentError, PrepareError
from local_db.whole_files import speaking_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from local_db.shop_file import Shop


def write_folder(folder: Path, files: Mapping[str, bytes], shop: Shop | None = None) -> tuple[Path, ...]:
    """Make a folder with these files by their names; where they are. A `shop` clears it away if it never gets its name.

    Raises DocumentError `folder_taken` where there is something of that name, PrepareError where the disk refuses;
    then nothing is left.
    """
    # Not named after the folder, whose name may be as long as a name can be: 255 bytes are 85 Chinese characters.
    unfinished = folder.with_name(f".{secrets.token_hex(8)}.unfinished")
    with folder_under_way(shop, unfinished):
        try:
            with speaking_of(folder):
                if folder.exists():
                    raise DocumentError("folder_taken", path=str(folder))
                unfinished.mkdir()
                for name, content in files.items():
                    _write(unfinished / name, content)
                _rename(unfinished, folder)
        except BaseException:
            with contextlib.suppress(OSError):
                shutil.rmtree(unfinished)
            raise
    return tuple(folder / name for name in files)


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


def _rename(unfinished: Path, folder: Path) -> None:
    """Give the folder its name, unless somebody has made one of that name in the meantime."""
    try:
        unfinished.rename(folder)  # on Windows refused where there is one, elsewhere only where it holds something
    except FileExistsError:
        raise DocumentError("folder_taken", path=str(folder)) from None
    except OSError as error:
        if folder.exists():
            raise DocumentError("folder_taken", path=str(folder)) from None
        raise PrepareError("write_failed", path=str(folder)) from error
