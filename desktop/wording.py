"""The sentences for the codes that `local_db` returns, in the language in force.

Every code has one entry here; `tests/desktop/test_wording.py` holds this list and the codes equal.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.values import decimal_text

if TYPE_CHECKING:
    from local_db.errors import RegularsError
    from local_db.importing.model import ImportReport, Problem

# The name of the context in the translation file.
CONTEXT = "Wording"

ERRORS = {
    # the shop file
    "exists": QT_TRANSLATE_NOOP("Wording", "There is already a file at {path}."),
    "missing": QT_TRANSLATE_NOOP("Wording", "There is no shop file at {path}."),
    "folder_missing": QT_TRANSLATE_NOOP("Wording", "The folder {path} does not exist."),
    "in_use": QT_TRANSLATE_NOOP(
        "Wording", "Another program has this shop open: {path}. Close it there, then try again."
    ),
    "wrong_key": QT_TRANSLATE_NOOP("Wording", "This passphrase does not open {path}. Check it and try again."),
    "no_key": QT_TRANSLATE_NOOP(
        "Wording",
        "No key for {path}: this computer's keyring does not hold it. "
        "Give the passphrase in REGULARS_PASSPHRASE, or open the shop in the window.",
    ),
    "passphrases_differ": QT_TRANSLATE_NOOP("Wording", "The two passphrases differ."),
    "damaged_file": QT_TRANSLATE_NOOP(
        "Wording", "The file {path} is damaged. Nothing was changed; open a backup from the folder beside it."
    ),
    "not_a_shop_file": QT_TRANSLATE_NOOP("Wording", "{path} is not a Regulars shop file."),
    "newer_version": QT_TRANSLATE_NOOP(
        "Wording", "{path} was written by a newer version of Regulars (step {step}). Update the program to open it."
    ),
    "older_version": QT_TRANSLATE_NOOP(
        "Wording", "{path} is from an older version. Open it once in the window or with import, then try again."
    ),
    "read_only": QT_TRANSLATE_NOOP(
        "Wording", "{path} cannot be written: the folder or the file is read-only. Nothing was changed."
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "Wording", "The disk with {path} is full. Nothing was changed; free some space and try again."
    ),
    "disk_error": QT_TRANSLATE_NOOP("Wording", "The disk reported an error at {path}. Nothing was changed."),
    "backup_failed": QT_TRANSLATE_NOOP("Wording", "No good backup could be written to {path}."),
}

SENTENCES = {
    "shop_option_missing": QT_TRANSLATE_NOOP("Wording", "Name the shop file: regulars --shop FILE …"),
    "cancelled": QT_TRANSLATE_NOOP("Wording", "Cancelled. Nothing was changed."),
    "no_display": QT_TRANSLATE_NOOP(
        "Wording", "There is no screen here. The commands import, count, prepare, backup and demo work without one."
    ),
    "ask_passphrase": QT_TRANSLATE_NOOP("Wording", "Passphrase of this shop:"),
    "ask_new_passphrase": QT_TRANSLATE_NOOP("Wording", "A passphrase for the new shop (there is no keyring here):"),
    "ask_passphrase_again": QT_TRANSLATE_NOOP("Wording", "Once more:"),
    "people": QT_TRANSLATE_NOOP("Wording", "{count:,} people"),
    "backup_made": QT_TRANSLATE_NOOP("Wording", "Backup written and verified: {path} ({size:,} bytes)"),
}


def language() -> str:
    """The language in force as `zh` or `en`."""
    # Translators: the two letters of the language translated into: zh for Chinese.
    return translate(CONTEXT, QT_TRANSLATE_NOOP("Wording", "en"))


def sentence(code: str, **data: object) -> str:
    """One of SENTENCES with its facts filled in."""
    return translate(CONTEXT, SENTENCES[code]).format(**data)


def error(failure: RegularsError) -> str:
    """What to tell a person about a failure."""
    return translate(CONTEXT, ERRORS[failure.code]).format(**failure.data)
