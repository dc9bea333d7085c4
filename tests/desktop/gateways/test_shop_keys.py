"""Where the key comes from, with a real secret service where the system has one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.command_line import PASSPHRASE_VARIABLE
from desktop.gateways.shop_keys import create_new, open_existing
from local_db.errors import ShopFileError
from local_db.shop_file import ShopKey, read_salt

ROOT = Path(__file__).resolve().parents[3]


class MemoryKeyring:
    """A keyring in memory; `broken` stands for a computer without one."""

    def __init__(self, *, broken: bool = False) -> None:
        self.broken = broken
        self.kept: dict[bytes, bytes] = {}

    def find(self, salt: bytes) -> bytes | None:
        return self.kept.get(salt)

    def keep(self, key: ShopKey) -> bool:
        if not self.broken:
            self.kept[key.salt] = key.raw
        return not self.broken


@pytest.fixture(autouse=True)
def _no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shop.regulars"


def code_of(path: Path, keyring: MemoryKeyring, answer: str | None = None) -> str:
    with pytest.raises(ShopFileError) as caught:
        open_existing(path, keyring, lambda: answer)
    return caught.value.code


def test_a_new_shop_gets_a_random_key_in_the_keyring(path: Path) -> None:
    keyring = MemoryKeyring()
    create_new(path, keyring).close()
    assert list(keyring.kept) == [read_salt(path)]
    open_existing(path, keyring).close()


def test_a_moved_shop_still_opens(path: Path, tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    create_new(path, keyring).close()
    moved = path.rename(tmp_path / "moved.regulars")
    open_existing(moved, keyring).close()


def test_without_a_keyring_a_passphrase_is_asked_for(path: Path) -> None:
    keyring = MemoryKeyring(broken=True)
    with pytest.raises(ShopFileError) as caught:
        create_new(path, keyring, lambda: None)
    assert caught.value.code == "no_key"
    assert not path.exists()
    create_new(path, keyring, lambda: "芝麻").close()
    assert code_of(path, keyring) == "no_key"
    assert code_of(path, keyring, "wrong") == "wrong_key"
    open_existing(path, keyring, lambda: "芝麻").close()


def test_the_environments_passphrase_comes_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keyring = MemoryKeyring()
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "from the environment")
    create_new(path, keyring).close()
    assert not keyring.kept
    open_existing(path, keyring).close()


def test_a_passphrase_for_another_shop_does_not_lock_this_one_out(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keyring = MemoryKeyring()
    create_new(path, keyring).close()
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "of another shop")
    open_existing(path, keyring).close()
    assert code_of(path, MemoryKeyring()) == "wrong_key"


def test_a_passphrase_that_worked_is_remembered_in_the_keyring(path: Path) -> None:
    create_new(path, MemoryKeyring(broken=True), lambda: "芝麻").close()
    keyring = MemoryKeyring()
    open_existing(path, keyring, lambda: "芝麻").close()
    open_existing(path, keyring).close()


def test_a_file_that_its_own_key_does_not_open_is_damaged(path: Path) -> None:
    keyring = MemoryKeyring()
    create_new(path, keyring).close()
    content = bytearray(path.read_bytes())
    content[200] ^= 0xFF
    path.write_bytes(content)
    assert code_of(path, keyring) == "damaged_file"


SECRET_SERVICE = """
set -e
printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
exec "$@"
"""

ROUND_TRIP = """
import sys
from pathlib import Path
from desktop.gateways.shop_keys import SystemKeyring, create_new, open_existing
path = Path(sys.argv[1])
create_new(path, SystemKeyring()).close()
open_existing(path, SystemKeyring()).close()
print("opened", SystemKeyring().find(b"another salt 123"))
"""


@pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="no secret service on this computer",
)
def test_the_systems_secret_service_keeps_the_key(tmp_path: Path) -> None:
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    surroundings = os.environ | {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(runtime), "PYTHONPATH": str(ROOT)}
    shown = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", SECRET_SERVICE, "bash", sys.executable, "-c", ROUND_TRIP,
         str(tmp_path / "shop.regulars")],
        env=surroundings, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert shown.stdout.split() == ["opened", "None"], shown.stderr


def test_a_computer_without_keyring_says_so(tmp_path: Path) -> None:
    surroundings = {k: v for k, v in os.environ.items() if k != "DBUS_SESSION_BUS_ADDRESS"}
    surroundings |= {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", "PYTHONPATH": str(ROOT)}
    shown = subprocess.run(
        [sys.executable, "-c", ROUND_TRIP, str(tmp_path / "shop.regulars")],
        env=surroundings, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "no_key" in shown.stderr
    assert not (tmp_path / "shop.regulars").exists()
