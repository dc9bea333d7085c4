"""Creating, keying, locking and migrating shop files, and the sentence each failure gets."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from local_db import backup, migrations
from local_db.errors import ShopFileError
from local_db.settings import read_setting, write_setting
from local_db.shop_file import (
    Shop,
    ShopKey,
    applied_steps,
    connect,
    create_shop,
    dbapi2,
    open_shop,
    read_salt,
    speaking_of,
    tables,
)

KEY = ShopKey.random()
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shop.regulars"


@pytest.fixture
def shop(path: Path) -> Iterator[Shop]:
    with create_shop(path, KEY) as opened:
        yield opened


def refused(path: Path, key: ShopKey = KEY) -> str:
    with pytest.raises(ShopFileError) as caught:
        open_shop(path, key).close()
    return caught.value.code


def test_what_was_committed_is_there_again(path: Path, shop: Shop) -> None:
    with shop.write() as connection:
        write_setting(connection, "shop_name", "喵屋")
    shop.close()
    with open_shop(path, KEY) as again, again.read() as connection:
        assert read_setting(connection, "shop_name") == "喵屋"


def test_a_block_that_raises_leaves_no_trace(shop: Shop) -> None:
    with pytest.raises(RuntimeError), shop.write() as connection:
        write_setting(connection, "shop_name", "喵屋")
        raise RuntimeError
    with shop.read() as connection:
        assert read_setting(connection, "shop_name") == ""


def test_a_reader_sees_one_moment_while_a_writer_commits(shop: Shop) -> None:
    def write() -> None:
        with shop.write() as connection:
            write_setting(connection, "shop_name", "later")

    with shop.read() as connection:
        before = read_setting(connection, "shop_name")
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
        assert read_setting(connection, "shop_name") == before
    with shop.read() as connection:
        assert read_setting(connection, "shop_name") == "later"


def test_closing_waits_for_whoever_still_reads(shop: Shop) -> None:
    """A connection that is closed under a reader brings the whole program down."""
    reading, go_on = threading.Event(), threading.Event()
    seen: list[str] = []

    def read() -> None:
        with shop.read() as connection:
            reading.set()
            go_on.wait(5)
            with shop.read() as same:
                assert same is connection
            seen.append(str(read_setting(connection, "shop_name")))

    reader, closer = threading.Thread(target=read), threading.Thread(target=shop.close)
    reader.start()
    assert reading.wait(5)
    closer.start()
    closer.join(0.05)
    assert closer.is_alive()
    go_on.set()
    closer.join(5)
    reader.join(5)
    assert not closer.is_alive()
    assert seen == [""]


def test_nobody_reads_a_shop_that_is_closed(shop: Shop) -> None:
    def read(failures: list[str]) -> None:
        try:
            with shop.read():
                pass
        except Exception as error:  # noqa: BLE001 - told to the test
            failures.append(str(error))

    told: list[str] = []
    with shop.read():
        pass
    shop.close()
    read(told)
    another = threading.Thread(target=read, args=[told])  # it would open a connection that nobody closes any more
    another.start()
    another.join()
    assert told == ["The shop is closed."] * 2


def test_a_reader_that_closes_the_shop_does_not_wait_for_itself(shop: Shop) -> None:
    with contextlib.suppress(dbapi2.ProgrammingError), shop.read():  # its own view ends with the connection
        shop.close()


def test_readers_cannot_write(shop: Shop) -> None:
    with pytest.raises(ShopFileError) as caught, shop.read() as connection:
        write_setting(connection, "shop_name", "x")
    assert caught.value.code == "read_only"


def test_a_passphrase_opens_the_file_on_another_computer(path: Path) -> None:
    create_shop(path, ShopKey.from_passphrase("芝麻开门")).close()
    with open_shop(path, ShopKey.from_passphrase("芝麻开门", read_salt(path))) as again:
        assert again.path == path


def test_the_passphrase_is_derived_as_sqlcipher_does(path: Path) -> None:
    create_shop(path, ShopKey.from_passphrase("open sesame")).close()
    from sqlcipher3 import dbapi2

    plain = dbapi2.connect(str(path))
    plain.execute("pragma key = 'open sesame'")
    assert plain.execute("select count(*) from shops").fetchone() == (0,)
    plain.close()


def test_a_second_program_is_told_that_the_file_is_in_use(path: Path, shop: Shop) -> None:
    code = (
        "import sys; from pathlib import Path; from local_db.shop_file import *\n"
        "from local_db.errors import ShopFileError\n"
        f"key = ShopKey(bytes.fromhex('{KEY.raw.hex()}'), bytes.fromhex('{KEY.salt.hex()}'))\n"
        "try: open_shop(Path(sys.argv[1]), key)\n"
        "except ShopFileError as error: print(error.code)\n"
        "with open_shop(Path(sys.argv[1]), key, read_only=True) as shop: print('readable')\n"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert shown.stdout.split() == ["in_use", "readable"]


def test_the_lock_goes_with_the_shop(path: Path, shop: Shop) -> None:
    assert refused(path) == "in_use"
    shop.close()
    open_shop(path, KEY).close()


def test_each_wrong_file_has_its_own_code(path: Path, tmp_path: Path) -> None:
    assert refused(path) == "missing"
    path.write_bytes(b"SQLite format 3\x00" + bytes(4080))
    assert refused(path) == "not_a_shop_file"
    path.write_bytes(b"short")
    assert refused(path) == "damaged_file"
    path.unlink()
    create_shop(path, KEY).close()
    assert refused(path, ShopKey(bytes(32), KEY.salt)) == "wrong_key"
    path.write_bytes(path.read_bytes()[:-100])
    assert refused(path) == "damaged_file"
    assert refused(tmp_path) == "not_a_shop_file"


def test_a_short_last_page_is_taken_from_the_log(path: Path, shop: Shop, tmp_path: Path) -> None:
    """What a full disk leaves while the log is copied back into the file."""
    with shop.write() as connection:
        connection.executemany("insert into tags(name) values (?)", [[f"tag {number}"] for number in range(2000)])
    cut = tmp_path / "cut.regulars"
    cut.write_bytes(path.read_bytes() + bytes(1000))
    (tmp_path / "cut.regulars-wal").write_bytes((tmp_path / "shop.regulars-wal").read_bytes())
    with open_shop(cut, KEY) as again, again.read() as connection:
        assert connection.execute("select count(*) from tags").fetchone() == (2000,)
        assert connection.execute("pragma quick_check").fetchone() == ("ok",)


@pytest.mark.parametrize("kept", [0, 1, 15, 16, 4095, 4096, 4097, 8192, 20_000, -4096, -4095, -1])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_truncated_file_is_said_to_be_damaged(path: Path, shop: Shop, kept: int, read_only: bool) -> None:
    shop.close()
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(ShopFileError) as caught:
        open_shop(path, KEY, read_only=read_only).close()
    assert caught.value.code == "damaged_file"


def test_a_page_damaged_behind_the_first_is_noticed(path: Path, shop: Shop) -> None:
    shop.close()
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start + 100] ^= 0xFF
    path.write_bytes(content)
    assert refused(path) == "damaged_file"


def test_a_file_of_a_newer_version_is_refused_unchanged(path: Path, shop: Shop) -> None:
    with shop.write() as connection:
        tables(connection)["_sqlite_migrations"].insert(
            {"migration_set": migrations.SET_NAME, "name": "m9999_future", "applied_at": "2030"}
        )
    shop.close()
    before = path.read_bytes()
    assert refused(path) == "newer_version"
    assert path.read_bytes() == before


def test_a_backup_is_made_before_a_migration(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_shop(path, KEY).close()
    step = SimpleNamespace(NAME="m9998_more", apply=lambda db: db.execute("create table more (x text) strict"))
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))
    monkeypatch.setattr(migrations, "NAMES", (*migrations.NAMES, step.NAME))
    with open_shop(path, KEY) as shop, shop.read() as connection:
        assert applied_steps(connection)[-1] == "m9998_more"
    [(_, made)] = backup.list_backups(path)
    copy = connect(made, KEY)
    assert "m9998_more" not in applied_steps(copy)
    copy.close()


def test_a_failing_migration_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_shop(path, KEY).close()

    def fail(db: object) -> None:
        db.execute("create table half (x text) strict")  # type: ignore[attr-defined]
        raise RuntimeError

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, SimpleNamespace(NAME="m9998", apply=fail)))
    monkeypatch.setattr(migrations, "NAMES", (*migrations.NAMES, "m9998"))
    with pytest.raises(RuntimeError):
        open_shop(path, KEY)
    monkeypatch.undo()
    with open_shop(path, KEY) as shop, shop.read() as connection:
        assert connection.execute("select count(*) from sqlite_master where name = 'half'").fetchone() == (0,)


def test_an_interrupted_creation_leaves_no_shop(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(db: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(migrations, "STEPS", (SimpleNamespace(NAME="m0001", apply=fail),))
    with pytest.raises(RuntimeError):
        create_shop(path, KEY)
    monkeypatch.undo()
    assert not path.exists()
    create_shop(path, KEY).close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize("name", [":memory:", "file:x?mode=memory", "file:x", "a b%20#?.regulars", "猫.regulars"])
def test_every_name_is_the_name_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    with create_shop(Path(name), KEY) as shop, shop.write() as connection:
        write_setting(connection, "shop_name", "喵屋")
    assert (tmp_path / name).stat().st_size > 0
    for read_only in (True, False):
        with open_shop(Path(name), KEY, read_only=read_only) as again, again.read() as connection:
            assert read_setting(connection, "shop_name") == "喵屋"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices have names on Unix only")
def test_a_pipe_or_a_device_is_no_shop(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.regulars"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/null")):
        assert refused(path) == "not_a_shop_file"
        with pytest.raises(ShopFileError) as caught:
            create_shop(path, KEY)
        assert caught.value.code == "exists"
    assert [file.name for file in tmp_path.iterdir()] == ["pipe.regulars"]


def test_a_name_longer_than_a_file_may_have_is_said(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300)
    assert refused(path) == "name_too_long"
    with pytest.raises(ShopFileError) as caught:
        create_shop(path, KEY)
    assert caught.value.code == "name_too_long"


def test_a_passphrase_in_another_encoding_is_refused() -> None:
    with pytest.raises(ShopFileError) as caught:
        ShopKey.from_passphrase("caf\udce9")
    assert caught.value.code == "passphrase_not_text"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own on Windows")
def test_a_link_to_a_shop_in_use_is_refused(path: Path, shop: Shop, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.regulars"
    link.parent.mkdir()
    link.symlink_to(path)
    assert refused(link) == "in_use"
    assert [file.name for file in link.parent.iterdir()] == ["link.regulars"]


def test_a_missing_folder_and_an_existing_shop_are_refused(path: Path, shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(ShopFileError) as caught:
        create_shop(path, KEY)
    assert caught.value.code == "exists"
    with pytest.raises(ShopFileError) as caught:
        create_shop(tmp_path / "nowhere" / "shop.regulars", KEY)
    assert caught.value.code == "folder_missing"


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder that can be closed to writing by `chmod`, also when the tests run as root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        try:
            yield folder
        finally:
            folder.chmod(0o777)


@contextlib.contextmanager
def closed_to_writing(folder: Path) -> Iterator[None]:
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)  # nobody: modes do not hold root back
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.mark.skipif(sys.platform == "win32", reason="modes of folders are a Unix thing")
@pytest.mark.parametrize("log", [None, b""])
def test_a_shop_on_a_medium_that_cannot_be_written_can_be_read(locked_folder: Path, log: bytes | None) -> None:
    path = locked_folder / "shop.regulars"
    with create_shop(path, KEY) as shop, shop.write() as connection:
        write_setting(connection, "shop_name", "喵屋")
    if log is not None:
        Path(f"{path}-wal").write_bytes(log)
    with closed_to_writing(locked_folder):
        with open_shop(path, KEY, read_only=True) as shop, shop.read() as connection:
            assert read_setting(connection, "shop_name") == "喵屋"
        assert refused(path) == "read_only"


@pytest.mark.skipif(sys.platform == "win32", reason="modes of folders are a Unix thing")
def test_changes_that_cannot_be_read_are_not_passed_over(locked_folder: Path, shop: Shop, path: Path) -> None:
    with shop.write() as connection:
        write_setting(connection, "shop_name", "喵屋")
    copy = locked_folder / "copy.regulars"
    copy.write_bytes(path.read_bytes())
    Path(f"{copy}-wal").write_bytes(Path(f"{path}-wal").read_bytes())
    with closed_to_writing(locked_folder), pytest.raises(ShopFileError) as caught:
        open_shop(copy, KEY, read_only=True)
    assert caught.value.code == "log_unread"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the name of an open file")
@pytest.mark.parametrize("during", [False, True])
@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_deleted_or_replaced_while_open_is_not_written(
    path: Path, shop: Shop, tmp_path: Path, during: bool, replaced: bool
) -> None:
    def take_away() -> None:
        path.unlink()
        if replaced:
            (tmp_path / "other").rename(path)

    (tmp_path / "other").write_bytes(path.read_bytes())
    if not during:
        take_away()
    with pytest.raises(ShopFileError) as caught, shop.write() as connection:
        write_setting(connection, "shop_name", "喵屋")
        take_away()
    assert caught.value.code == "file_replaced"
    with pytest.raises(ShopFileError) as caught, shop.read():
        pass
    assert caught.value.code == "file_replaced"


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are a Unix thing")
def test_a_full_disk_is_said_and_the_data_stays(path: Path, shop: Shop) -> None:
    """A limit on file sizes stands for a full disk: SQLite meets a failing write in both cases."""
    import resource
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 65536, before[1]))
        with pytest.raises(ShopFileError) as caught, shop.write() as connection:
            for number in range(20000):
                connection.execute("insert into tags(name) values (?)", [f"{number} {'x' * 200}"])
        assert caught.value.code in {"disk_full", "disk_error"}
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    with shop.write() as connection:
        assert connection.execute("select count(*) from tags").fetchone() == (0,)


@pytest.mark.parametrize(("free", "code"), [(0, "disk_full"), (10**9, "disk_error")])
def test_an_error_of_the_disk_is_a_full_one_where_it_is_full(
    path: Path, monkeypatch: pytest.MonkeyPatch, free: int, code: str
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    with pytest.raises(ShopFileError) as caught, speaking_of(path):
        raise dbapi2.OperationalError("disk I/O error")
    assert caught.value.code == code


def test_sqlite_utils_works_on_an_encrypted_connection(shop: Shop) -> None:
    """Holds the workaround in `tables`: the operations that caught another module's exceptions."""
    with shop.write() as connection:
        db = tables(connection)
        db["tags"].insert_all([{"id": 1, "name": "a"}, {"id": 2, "name": "b"}])
        db["tags"].upsert({"id": 2, "name": "c"}, pk="id")
        db["tags"].insert({"id": 1, "name": "z"}, ignore=True)
        assert [row["name"] for row in db["tags"].rows] == ["a", "c"]
        with pytest.raises(Exception, match="UNIQUE") as caught:
            db["tags"].insert({"id": 9, "name": "a"})
        assert type(caught.value).__module__.startswith("sqlcipher3")


def test_scrubbing_leaves_nothing_of_what_was_deleted(shop: Shop) -> None:
    with shop.write() as connection:
        connection.executemany("insert into tags(name) values (?)", [[f"标签{n}"] for n in range(2000)])
    with shop.write() as connection:
        connection.execute("delete from tags where name <> '标签7'")
    shop.scrub()
    with shop.read() as connection:
        assert connection.execute("pragma freelist_count").fetchone() == (0,)
        assert connection.execute("select name from tags").fetchall() == [("标签7",)]
    assert Path(f"{shop.path}-wal").stat().st_size == 0


def test_scrubbing_waits_for_readers_and_says_where_that_took_too_long(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("local_db.shop_file._TRIES_TO_EMPTY", 1)
    assert shop._writer is not None
    shop._writer.execute("pragma busy_timeout=10")
    with shop.read() as connection:
        connection.execute("select count(*) from tags").fetchone()  # a view of the moment before
        with pytest.raises(ShopFileError) as caught:
            shop.scrub()
        assert caught.value.code == "file_busy"
    shop.scrub()


def test_a_shop_opened_to_read_is_not_scrubbed(path: Path, shop: Shop) -> None:
    shop.close()
    with open_shop(path, shop.key, read_only=True) as reading, pytest.raises(ShopFileError) as caught:
        reading.scrub()
    assert caught.value.code == "read_only"
