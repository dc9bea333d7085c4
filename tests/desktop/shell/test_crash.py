from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import wording
from desktop.shell.crash import Crash, CrashReporter, describe
from desktop.shell.notices import Notice, Notices
from local_db.errors import ShopFileError

PHONE = "13800138000"


def crash_of(error: BaseException) -> Crash:
    caught_phone = PHONE
    try:
        raise error
    except type(error):
        assert caught_phone
        return describe(type(error), error, error.__traceback__)


@pytest.fixture
def reporter(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashReporter]:
    made = CrashReporter()
    yield made
    if made.dialog is not None:
        made.dialog.reject()
        made.dialog = None


def test_a_report_holds_code_lines_and_no_values() -> None:
    report = crash_of(ValueError(f"cannot read {PHONE}")).report()
    assert PHONE not in report
    assert "ValueError" in report
    assert "raise error" in report
    assert "test_crash.py" in report


def test_our_own_errors_tell_their_code_only() -> None:
    report = crash_of(ShopFileError("disk_full", path="/home/somebody/shop")).report()
    assert "disk_full" in report
    assert "somebody" not in report


def test_an_error_of_another_thread_opens_the_dialog_on_the_windows_thread(
    reporter: CrashReporter, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    threads: list[threading.Thread] = []

    def note(_crash: Crash) -> None:
        threads.append(threading.current_thread())

    reporter.crashed.connect(note)

    def work() -> None:
        reporter.caught(ValueError, ValueError(PHONE), None)

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert reporter.dialog is None
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog is not None
    assert "ValueError" in reporter.dialog.report
    assert PHONE not in capsys.readouterr().err


def test_a_second_error_joins_the_open_dialog(
    reporter: CrashReporter, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    reporter.caught(ValueError, ValueError(), None)
    reporter.caught(KeyError, KeyError(), None)
    qtbot.waitUntil(lambda: reporter.dialog is not None and "KeyError" in reporter.dialog.report)
    assert reporter.dialog is not None
    reporter.dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert "ValueError" in copied
    assert "KeyError" in copied
    reporter.dialog.accept()
    assert reporter.dialog is None


def test_a_slot_that_could_not_be_called_is_named() -> None:
    error = TypeError("Card._text_done() takes 2 positional arguments but 3 were given")
    assert "Card._text_done() takes 2" in describe(TypeError, error, None).report()
    assert PHONE not in describe(TypeError, TypeError(f"cannot read {PHONE}"), None).report()


def test_an_error_with_a_sentence_is_told_as_a_notice(qapp: QApplication, qtbot: QtBot) -> None:
    notices = Notices()
    said: list[Notice] = []
    notices.shown.connect(said.append)
    reporter = CrashReporter(notices=notices)
    error = ShopFileError("damaged_file", path="shop.regulars")
    reporter.caught(ShopFileError, error, None)
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].text == wording.error(error)
    assert said[0].tone == "bad"
    assert reporter.dialog is None
