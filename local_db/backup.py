"""Backups made by SQLite itself, verified before they get their name, thinned by age."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from local_db.errors import ShopFileError
from local_db.shop_file import Connection, Shop, ShopKey, connect, speaking_of

FOLDER_SUFFIX = ".backups"
KEEP_ALL_DAYS = 2
KEEP_DAILY_DAYS = 14
KEEP_WEEKLY_DAYS = 90
_STAMP = "%Y%m%dT%H%M%S%fZ"


def backup_folder(shop_path: Path) -> Path:
    """Where the backups of a shop file stand: a folder beside it."""
    return shop_path.with_name(shop_path.name + FOLDER_SUFFIX)


def is_shop_file(path: Path, shop_path: Path) -> bool:
    """Whether a path is the shop file, one of the files SQLite and the lock keep beside it, or among its backups."""
    path, shop_path = Path(os.path.realpath(path)), Path(os.path.realpath(shop_path))
    with contextlib.suppress(OSError):
        if path.samefile(shop_path):  # by whatever name
            return True
    name, own = os.path.normcase(path), os.path.normcase(shop_path)
    beside = {f"{own}{suffix}" for suffix in ("", "-wal", "-shm", "-journal", ".lock", ".new")}
    return name in beside or os.path.normcase(backup_folder(shop_path)) in map(os.path.normcase, (path, *path.parents))


def list_backups(shop_path: Path) -> list[tuple[datetime, Path]]:
    """Every backup with the moment it was made (UTC), newest first."""
    found = []
    for file in backup_folder(shop_path).glob(f"*{shop_path.suffix}"):
        with contextlib.suppress(ValueError):
            made = datetime.strptime(file.stem.split("_")[0], _STAMP).replace(tzinfo=UTC)
            found.append((made, file))
    return sorted(found, reverse=True)


def back_up(shop: Shop, now: datetime, folder: Path | None = None) -> Path:
    """Write and verify a backup, thin the older ones, and return its path.

    Raises ShopFileError (`backup_failed`, `backup_unsound`, `disk_full`, `disk_error`, `read_only`) with the
    path of the backup.
    """
    target = _named(folder or backup_folder(shop.path), _stamp(now), shop.path)
    with shop.read() as connection:
        _write(connection, shop.key, target)
    if folder is None:
        _thin(shop.path, now.astimezone(UTC))
    return target


def copy_with_passphrase(shop: Shop, target: Path, passphrase: str) -> Path:
    """Write and verify a copy that the passphrase opens on any computer, also where its keyring is lost.

    Raises ShopFileError (`is_shop_file`, `exists`) and as `back_up` does.
    """
    if is_shop_file(target, shop.path):
        raise ShopFileError("is_shop_file", path=str(target))
    with speaking_of(target):
        if target.exists():
            raise ShopFileError("exists", path=str(target))
    key = ShopKey.from_passphrase(passphrase)
    with shop.read() as connection:
        _write(connection, key, target)
    return target


def before_migration(path: Path, key: ShopKey, connection: Connection) -> Path:
    """The backup that precedes every change of the schema."""
    target = _named(backup_folder(path), f"{_stamp(datetime.now(UTC))}_before-update", path)
    _write(connection, key, target)
    return target


def to_keep(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups stay: all of two days, one a day for two weeks, one a week for a quarter, and the newest."""
    ordered = sorted(moments, reverse=True)
    kept = set(ordered[:1])
    seen: set[tuple[str, date]] = set()
    for moment in ordered:
        age = now - moment
        if age <= timedelta(days=KEEP_ALL_DAYS):
            kept.add(moment)
            continue
        if age <= timedelta(days=KEEP_DAILY_DAYS):
            slot = ("day", moment.date())
        elif age <= timedelta(days=KEEP_WEEKLY_DAYS):
            slot = ("week", moment.date() - timedelta(days=moment.weekday()))
        else:
            continue
        if slot not in seen:
            seen.add(slot)
            kept.add(moment)
    return kept


def kept_until(made: datetime) -> datetime:
    """When a backup has gone at the latest, as long as newer ones are made."""
    return made + timedelta(days=KEEP_WEEKLY_DAYS)


def made_before(shop_path: Path, moment: int) -> list[tuple[datetime, Path]]:
    """The backups from before the end of a second (UTC, since 1970), newest first."""
    return [(made, file) for made, file in list_backups(shop_path) if made.timestamp() < moment + 1]


def replace_before(shop: Shop, moment: int, now: datetime) -> tuple[Path, int]:
    """Write and verify a backup, then delete those made before `moment`; its path, and how many went.

    Raises ShopFileError as `back_up`, and then none is deleted; or as the system refuses to delete one.
    """
    older = made_before(shop.path, moment)
    made = back_up(shop, now)
    gone = 0
    for _, file in older:
        with speaking_of(file):
            if file != made and file.exists():  # some are thinned already
                file.unlink()
                gone += 1
    return made, gone


def _stamp(now: datetime) -> str:
    return now.astimezone(UTC).strftime(_STAMP)


def _named(folder: Path, stem: str, shop_path: Path) -> Path:
    return folder / f"{stem}{shop_path.suffix}"


def _write(source: Connection, key: ShopKey, target: Path) -> None:
    """Copy page by page under another name, verify, then rename: the name never stands on half a copy."""
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError:
        raise ShopFileError("backup_failed", path=str(target.parent)) from None
    unfinished = target.with_name(target.name + ".new")
    try:
        with speaking_of(target):
            unfinished.unlink(missing_ok=True)
            _copy(source, key, unfinished)
            unfinished.replace(target)
    except BaseException as error:
        for leftover in (unfinished, Path(f"{unfinished}-journal"), Path(f"{unfinished}-wal")):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)
        if isinstance(error, ShopFileError) and error.code in {"damaged_file", "wrong_key"}:
            raise ShopFileError("backup_unsound", path=str(target)) from None  # what cannot be read is the original
        raise


def _copy(source: Connection, key: ShopKey, path: Path) -> None:
    """Every page, then a look at the copy. Raises ShopFileError `damaged_file` where it is not sound."""
    copy = connect(path, key)
    try:
        source.backup(copy)
        copy.execute("pragma journal_mode=delete")
        if not _is_sound(source, copy):
            raise ShopFileError("damaged_file", path=str(path))
    finally:
        copy.close()


def _is_sound(source: Connection, copy: Connection) -> bool:
    """Every page authentic, the structure whole, and every table as long as in the original."""
    return (
        not copy.execute("pragma cipher_integrity_check").fetchall()
        and copy.execute("pragma quick_check").fetchone()[0] == "ok"
        and _lengths(source) == _lengths(copy)
    )


def _lengths(connection: Connection) -> dict[str, int]:
    names = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table' order by 1")]
    return {
        name: connection.execute(f'select count(*) from "{name}"').fetchone()[0]  # noqa: S608 - names of our schema
        for name in names
    }


def _thin(shop_path: Path, now: datetime) -> None:
    backups = list_backups(shop_path)
    kept = to_keep([made for made, _ in backups], now)
    for made, file in backups:
        if made not in kept:
            file.unlink(missing_ok=True)
