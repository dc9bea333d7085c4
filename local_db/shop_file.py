"""The one place a connection to a shop file is made: create, open, key, lock, write, read.

A shop file is one SQLCipher database. Its first 16 bytes are a random salt in the clear; the key is
32 random bytes kept by the caller (in the keyring), or is derived from a passphrase and that salt
exactly as SQLCipher 4 does it, so that a passphrase alone opens the file on another computer.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

from local_db import migrations
from local_db.errors import ShopFileError
from local_db.file_lock import AlreadyLockedError, FileLock, lock_path
from local_db.passphrase import KEY_BYTES, SALT_BYTES, derived_key

if TYPE_CHECKING:
    # SQLCipher's module has the interface of the standard library's, and ships no types of its own.
    import sqlite3 as dbapi2

    from sqlite_utils import Database
else:
    from sqlcipher3 import dbapi2

Connection = dbapi2.Connection

PAGE_BYTES = 4096
_ROOM_TO_BEGIN = 64 * 1024
_TRIES_TO_EMPTY = 3
SUFFIX = ".regulars"

_PLAIN_SQLITE = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class ShopKey:
    """The 32-byte key of a shop file together with the salt that names the file."""

    raw: bytes = field(repr=False)
    salt: bytes

    @classmethod
    def random(cls) -> ShopKey:
        """A new key for a new file."""
        return cls(os.urandom(KEY_BYTES), os.urandom(SALT_BYTES))

    @classmethod
    def from_passphrase(cls, passphrase: str, salt: bytes | None = None) -> ShopKey:
        """The key SQLCipher 4 itself would derive (about 0.15 s; releases the interpreter lock).

        Raises ShopFileError `passphrase_not_text`.
        """
        try:
            secret = passphrase.encode()
        except UnicodeEncodeError:  # bytes of another encoding: elsewhere the same words would not open the file
            raise ShopFileError("passphrase_not_text") from None
        salt = salt or os.urandom(SALT_BYTES)
        return cls(derived_key(secret, salt), salt)


def read_salt(path: Path) -> bytes:
    """The salt of an existing shop file. Raises ShopFileError when the file cannot be one."""
    with speaking_of(path):
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for somebody to write into it
            raise ShopFileError("not_a_shop_file", path=str(path))
    with speaking_of(path), open(path, "rb") as file:
        page = file.read(PAGE_BYTES)
        short = os.fstat(file.fileno()).st_size % PAGE_BYTES
    if page.startswith(_PLAIN_SQLITE):
        raise ShopFileError("not_a_shop_file", path=str(path))
    # After a cut write, a log that was not copied back yet holds a short last page whole.
    if len(page) < PAGE_BYTES or (short and not _has_log(path)):
        raise ShopFileError("damaged_file", path=str(path))
    return page[:SALT_BYTES]


class Shop:
    """An open shop file: one writer, and a read-only connection per reading thread."""

    def __init__(self, path: Path, key: ShopKey, lock: FileLock | None, *, immutable: bool = False) -> None:
        """`immutable`: nobody can be writing, so it is read without the files that readers and writers share."""
        self.path = path
        self.key = key
        self._lock = lock
        self._immutable = immutable
        self._writing = threading.RLock()
        self._writer: Connection | None = None if lock is None else connect(path, key)
        self._identity = _identity(path)
        self._readers = threading.local()
        self._all_readers: list[Connection] = []
        self._reading: set[int] = set()  # the threads that do
        self._somebody_ended = threading.Condition()
        self._closed = False

    @property
    def read_only(self) -> bool:
        """Whether the file was opened without the right to write."""
        return self._lock is None

    @contextlib.contextmanager
    def write(self, *, parents_checked: bool = True) -> Iterator[Connection]:
        """One transaction: committed when the block ends, undone when it raises.

        Without `parents_checked` the caller vouches for the parents of every row it writes: a large import writes
        parents and children itself, and looking each of them up again would cost a quarter of it.
        Raises ShopFileError (`read_only`, `file_replaced`, `disk_full`, `disk_error`).
        """
        with self._writing, speaking_of(self.path):
            if self._writer is None:
                raise ShopFileError("read_only", path=str(self.path))
            connection = self._writer
            self._refuse_another_file()
            nested = connection.in_transaction  # an inner block would fail at its begin; it changes nothing before
            if not parents_checked and not nested:
                connection.execute("pragma foreign_keys=off")
            try:
                connection.execute("begin immediate")
                yield connection
                self._refuse_another_file()
                connection.execute("commit")
            except BaseException:
                if connection.in_transaction and not nested:
                    connection.execute("rollback")
                raise
            finally:
                if not parents_checked and not nested:
                    connection.execute("pragma foreign_keys=on")

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent view of the shop, on this thread's read-only connection."""
        with speaking_of(self.path):
            if threading.get_ident() in self._reading:  # a read inside a read sees the same moment
                yield self._reader()
                return
            with self._kept_open():
                connection = self._reader()
                connection.execute("begin")
                try:
                    yield connection
                finally:
                    connection.execute("rollback")

    def scrub(self) -> None:
        """Rewrite the file so that nothing deleted is left in it, nor in its log.

        Takes as long as copying the file. Raises ShopFileError as `write` does, and `file_busy` where somebody was
        reading for so long that the log could not be emptied; what was deleted is then gone from the file only.
        """
        with self._writing, speaking_of(self.path):
            if self._writer is None:
                raise ShopFileError("read_only", path=str(self.path))
            self._refuse_another_file()
            self._writer.execute("vacuum")
            for _ in range(_TRIES_TO_EMPTY):  # each waits as long as a writer may wait for readers
                busy, _, _ = self._writer.execute("pragma wal_checkpoint(truncate)").fetchone()
                if not busy:
                    return
            raise ShopFileError("file_busy", path=str(self.path))

    def _refuse_another_file(self) -> None:
        """What is written to a file that has lost its name is gone when the program ends."""
        if _identity(self.path) != self._identity:
            raise ShopFileError("file_replaced", path=str(self.path))

    def _reader(self) -> Connection:
        connection: Connection | None = getattr(self._readers, "connection", None)
        if connection is None:
            self._refuse_another_file()
            connection = connect(self.path, self.key, read_only=True, immutable=self._immutable)
            self._readers.connection = connection
            self._all_readers.append(connection)
        return connection

    @contextlib.contextmanager
    def _kept_open(self) -> Iterator[None]:
        """A connection that is closed while another thread asks it something brings the program down."""
        me = threading.get_ident()
        with self._somebody_ended:
            if self._closed:
                raise dbapi2.ProgrammingError("The shop is closed.")
            self._reading.add(me)
        try:
            yield
        finally:
            with self._somebody_ended:
                self._reading.discard(me)
                self._somebody_ended.notify_all()

    def close(self) -> None:
        """Close every connection and give the lock back, once whoever reads or writes has ended; safe to call twice."""
        me = threading.get_ident()
        with self._somebody_ended:
            if self._closed:
                return
            self._closed = True
            self._somebody_ended.wait_for(lambda: not self._reading - {me})
        with self._writing:
            for connection in self._all_readers:
                connection.close()
            if self._writer is not None:
                self._writer.close()
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def create_shop(path: Path, key: ShopKey) -> Shop:
    """Make a new shop file and open it.

    The file is built under another name and renamed when complete, so a crash leaves either a
    whole shop or none. Raises ShopFileError (`exists`, `folder_missing`, `name_too_long`, `read_only`, `disk_full`).
    """
    with speaking_of(path):
        if path.exists() and (path.stat().st_size or not path.is_file()):
            raise ShopFileError("exists", path=str(path))
        if not path.parent.is_dir():
            raise ShopFileError("folder_missing", path=str(path.parent))
        lock = _lock_file(path)
        unfinished = path.with_name(path.name + ".new")
        try:
            unfinished.unlink(missing_ok=True)
            connection = connect(unfinished, key)
            try:
                _migrate(connection)
            finally:
                connection.close()
            unfinished.replace(path)
            return _ready(path, key, lock)
        except BaseException:
            for leftover in (unfinished, Path(f"{unfinished}-journal"), Path(f"{unfinished}-wal")):
                with contextlib.suppress(OSError):
                    leftover.unlink(missing_ok=True)
            lock.release()
            raise


def open_shop(path: Path, key: ShopKey, *, read_only: bool = False) -> Shop:
    """Open an existing shop file, bringing its schema up to date after a verified backup.

    A read-only opening takes no lock and refuses a file whose schema is not current. Raises
    ShopFileError (`missing`, `name_too_long`, `log_unread`, `in_use`, `wrong_key`, `damaged_file`,
    `newer_version`, `older_version`, `read_only`, `disk_full`).
    """
    with speaking_of(path):
        if not path.exists():
            raise ShopFileError("missing", path=str(path))
        read_salt(path)
        if read_only:
            return _opened_to_read(path, key)
        lock = _lock_file(path)
        try:
            return _ready(path, key, lock)
        except BaseException:
            lock.release()
            raise


def connect(path: Path, key: ShopKey, *, read_only: bool = False, immutable: bool = False) -> Connection:
    """A keyed connection without its own transactions (they are begun by `Shop`)."""
    # Absolute: SQLite would take `:memory:` and `file:…` for something else than names of files.
    how = "immutable=1" if immutable else "mode=ro"
    target = f"{path.absolute().as_uri()}?{how}" if read_only else str(path.absolute())
    connection = dbapi2.connect(target, uri=read_only, isolation_level=None, check_same_thread=False, timeout=10)
    # Before the key: a wrong key would otherwise be reported on standard error by the library itself.
    connection.execute("pragma cipher_log=off")  # any other word, "none" too, is the name of a file it then writes
    connection.execute(f"pragma key = \"x'{key.raw.hex()}{key.salt.hex()}'\"")
    connection.execute("pragma temp_store=memory")  # sorting spills would be plain bytes on disk
    connection.execute("pragma foreign_keys=on")
    connection.execute("pragma cache_size=-65536")
    if read_only:
        connection.execute("pragma query_only=on")
    return connection


def tables(connection: Connection) -> Database:
    """The connection as a sqlite-utils Database, for its inserts, upserts and migrations.

    WORKAROUND: sqlite-utils catches the exceptions of `sqlite3`, or of `pysqlite3` where that is
    installed; SQLCipher's module has the same interface, so it takes that name before the first
    import of sqlite-utils. Rests on an internal of sqlite-utils 4.2, pinned in pyproject.toml and
    held by tests/local_db/test_shop_file.py.
    """
    import sqlcipher3

    sys.modules.setdefault("pysqlite3", sqlcipher3)
    sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)
    from sqlite_utils import Database

    return Database(connection)


def applied_steps(connection: Connection) -> tuple[str, ...]:
    """Names of the migrations this file has had, oldest first."""
    known = connection.execute("select 1 from sqlite_master where name = '_sqlite_migrations'").fetchone()
    if known is None:
        return ()
    rows = connection.execute(
        "select name from _sqlite_migrations where migration_set = ? order by rowid", [migrations.SET_NAME]
    )
    return tuple(name for (name,) in rows)


def _migrate(connection: Connection) -> None:
    db = tables(connection)
    from sqlite_utils import Migrations

    # A step that makes a table anew must not take its children along; all parents are looked for below.
    connection.execute("pragma foreign_keys=off")
    steps = Migrations(migrations.SET_NAME)
    for step in migrations.STEPS:
        steps(name=step.NAME)(step.apply)
    steps.apply(db)
    broken = connection.execute("pragma foreign_key_check").fetchone()
    if broken is not None:
        raise ShopFileError("damaged_file", path="")


def _ready(path: Path, key: ShopKey, lock: FileLock) -> Shop:
    connection = connect(path, key)
    try:
        pending = _pending(connection, path)
        if pending:
            from local_db import backup

            backup.before_migration(path, key, connection)
            _migrate(connection)
        connection.execute("pragma journal_mode=wal")
        connection.execute("pragma synchronous=full")
    finally:
        connection.close()
    return Shop(path, key, lock)


def _opened_to_read(path: Path, key: ShopKey) -> Shop:
    """Open without the right to write, also where the files that SQLite shares between programs cannot be made."""
    try:
        return _read_by_all(path, key)
    except ShopFileError as error:
        if error.code not in {"read_only", "disk_full", "disk_error"}:
            raise
        if _has_log(path):
            code = "log_unread" if error.code == "read_only" else error.code
            raise ShopFileError(code, path=str(path)) from None
    return _read_by_all(path, key, immutable=True)


def _read_by_all(path: Path, key: ShopKey, *, immutable: bool = False) -> Shop:
    shop = Shop(path, key, lock=None, immutable=immutable)
    try:
        with shop.read() as connection:
            if _pending(connection, path):
                raise ShopFileError("older_version", path=str(path))
    except BaseException:
        shop.close()
        raise
    return shop


def _pending(connection: Connection, path: Path) -> tuple[str, ...]:
    applied = applied_steps(connection)
    newer = [name for name in applied if name not in migrations.NAMES]
    if newer:
        raise ShopFileError("newer_version", path=str(path), step=newer[-1])
    if not applied and connection.execute("select 1 from sqlite_master limit 1").fetchone():
        raise ShopFileError("not_a_shop_file", path=str(path))
    return tuple(name for name in migrations.NAMES if name not in applied)


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file of the system a name stands for; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _has_log(path: Path) -> bool:
    """Whether commits stand beside the file that are not copied back into it yet."""
    log = Path(f"{os.path.realpath(path)}-wal")  # SQLite names it so, whatever link it was opened by
    return log.exists() and log.stat().st_size > 0


def _is_full(folder: Path) -> bool:
    """Whether the disk has no room for the files that SQLite makes beside a database."""
    import shutil

    try:
        return shutil.disk_usage(folder).free < _ROOM_TO_BEGIN
    except OSError:
        return False


def _lock_file(path: Path) -> FileLock:
    try:
        return FileLock(lock_path(path))
    except AlreadyLockedError:
        raise ShopFileError("in_use", path=str(path)) from None


@contextlib.contextmanager
def speaking_of(path: Path) -> Iterator[None]:
    """Turn failures of the environment into ShopFileErrors; programming errors pass through."""
    try:
        yield
    except dbapi2.Error as error:
        code = _SQLITE_CODES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF) or _SQLITE_WORDS.get(str(error))
        if code is None:
            raise
        if code == "disk_error" and _is_full(path.parent):  # what SQLite says where it cannot even begin
            code = "disk_full"
        raise ShopFileError(code, path=str(path)) from None
    except OSError as error:
        code = _OS_CODES.get(error.errno or 0)
        if code is None:
            raise
        raise ShopFileError(code, path=str(path)) from None


_SQLITE_CODES = {
    dbapi2.SQLITE_FULL: "disk_full",
    dbapi2.SQLITE_READONLY: "read_only",
    dbapi2.SQLITE_CANTOPEN: "read_only",
    dbapi2.SQLITE_PERM: "read_only",
    dbapi2.SQLITE_NOTADB: "wrong_key",
    dbapi2.SQLITE_CORRUPT: "damaged_file",
    dbapi2.SQLITE_IOERR: "disk_error",
    dbapi2.SQLITE_BUSY: "in_use",
}

# What a failing backup() says: its errors carry no code (sqlite3ErrStr, https://sqlite.org/rescode.html).
_SQLITE_WORDS = {
    "database or disk is full": "disk_full",
    "attempt to write a readonly database": "read_only",
    "unable to open database file": "read_only",
    "file is not a database": "wrong_key",
    "database disk image is malformed": "damaged_file",
    "disk I/O error": "disk_error",
    "database is locked": "in_use",
}

_OS_CODES = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: "disk_full",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    errno.ENOENT: "missing",
    errno.EISDIR: "not_a_shop_file",
    errno.ENOTDIR: "missing",
    errno.ELOOP: "missing",
    errno.ENAMETOOLONG: "name_too_long",
    errno.EIO: "disk_error",
}
