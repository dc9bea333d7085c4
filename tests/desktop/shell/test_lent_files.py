"""Files for other programs lie in a private folder of their own, and go."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from desktop.shell.clipboard.lent_files import LentFiles, clear_left_behind

PREFIX = "regulars-lent-"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights and links are others there")


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def files():
    made = LentFiles()
    yield made
    made.end()


@POSIX
def test_nobody_else_may_look_into_the_folder(files, temporary):
    path = files.write("a", "说明.pdf", b"x")
    assert (path.name, path.read_bytes()) == ("说明.pdf", b"x")
    (own,) = temporary.iterdir()
    assert path.is_relative_to(own)
    assert own.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "name",
    [
        "..",
        ".",
        "",
        "a/../../b.pdf",
        "/etc/passwd",
        "a\\..\\b.pdf",
        "C:x.pdf",
        "nul\0.pdf",
        "CON.pdf",
        "a. .",
        "字" * 300,
        "." + "x" * 300,
        "x." + "y" * 300,
        "half\ud800.pdf",
        "fdp\u202eexe.pdf",
        "😀.pdf",
    ],
)
def test_no_name_leads_out_of_it_or_is_one_that_a_system_refuses(files, temporary, name):
    path = files.write("key", name, b"content")
    assert path.read_bytes() == b"content"
    assert path.resolve().is_relative_to(temporary.resolve())
    assert path.parent.name == "key"
    assert len(path.name.encode()) <= 255
    assert not set(path.name) & set('<>:"/\\|?*\0')
    assert path.name.rstrip(" .") == path.name
    assert path.stem.casefold() not in {"con", "nul"}


def test_a_long_name_keeps_its_ending(files):
    assert files.write("a", "字" * 300 + ".pdf", b"x").suffix == ".pdf"


def test_of_two_files_of_one_name_each_has_its_own_content(files):
    first, second = files.write("a", "x.pdf", b"1"), files.write("b", "x.pdf", b"2")
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")
    assert files.write("a", "x.pdf", b"1") == first


def test_a_file_that_somebody_made_another_of_is_written_anew(files):
    path = files.write("a", "x.pdf", b"12")
    path.write_bytes(b"1")
    assert files.write("a", "x.pdf", b"12").read_bytes() == b"12"


def test_when_the_system_has_cleared_up_a_folder_is_made_again(files):
    import shutil

    path = files.write("a", "x.pdf", b"1")
    shutil.rmtree(path.parent.parent)
    assert files.write("a", "x.pdf", b"1").read_bytes() == b"1"


def test_at_the_end_they_go(files, temporary):
    files.write("a", "x.pdf", b"1")
    files.end()
    assert list(temporary.iterdir()) == []
    files.end()
    assert files.write("a", "x.pdf", b"1").is_file()


def test_what_is_still_on_the_clipboard_stays_until_the_next_start(files, temporary):
    path = files.write("a", "x.pdf", b"1")
    files.end([path])
    assert path.is_file()
    clear_left_behind()
    assert list(temporary.iterdir()) == []


def test_what_a_killed_program_left_goes_at_the_next_start_but_nothing_of_one_that_runs(files, temporary):
    path = files.write("a", "x.pdf", b"1")
    code = (
        "import os\nfrom desktop.shell.clipboard.lent_files import LentFiles\n"
        "LentFiles().write('a', 'x.pdf', b'1')\nos._exit(9)"
    )
    root = Path(__file__).resolve().parents[3]
    environment = os.environ | {"TMPDIR": str(temporary), "TEMP": str(temporary), "PYTHONPATH": str(root)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=False, timeout=60)
    assert len(list(temporary.iterdir())) == 2
    clear_left_behind()
    assert [path.is_relative_to(one) for one in temporary.iterdir()] == [True]


@POSIX
def test_a_link_that_somebody_laid_there_is_not_followed(temporary, tmp_path):
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "letter").write_text("x")
    (temporary / f"{PREFIX}x").symlink_to(precious)
    clear_left_behind()
    assert (precious / "letter").exists()
