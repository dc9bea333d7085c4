"""Opens the window: the shop is unlocked on a thread while Qt loads, then everything is wired once."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from desktop.command_line import REPLIES, WINDOW
from desktop.gateways.shop_keys import SystemKeyring, create_new, open_existing
from local_db.changes import Changes, Topic
from local_db.errors import RegularsError, ShopFileError
from local_db.settings import read_setting
from local_db.shop_file import SUFFIX, Shop, ShopKey, create_shop

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from desktop.app import Services
    from desktop.replies.panel.caller import PanelCaller
    from desktop.replies.panel.host import ReplyHost
    from desktop.shell.context import PageContext
    from desktop.shell.crash import CrashReporter
    from desktop.shell.main_window import MainWindow
    from desktop.shell.notices import Notices


FAILED = 1
AFTER_START_MS = 500
CLEAN_UP_MS = 60_000  # by then whoever opened the program has seen what they came for


class _Opening(threading.Thread):
    """Opens a shop file beside other work. (An executor would load the logging package first.)"""

    def __init__(self, path: Path, passphrase: str | None = None) -> None:
        super().__init__(name="opening", daemon=True)
        self._path = path
        self._passphrase = passphrase
        self._shop: Shop | None = None
        self._error: Exception | None = None
        self.shop_name = ""
        self.start()

    def run(self) -> None:
        """Open, or keep the error for the one who waits."""
        try:
            self._shop = _open(self._path, self._passphrase)
            self.shop_name = _shop_name(self._shop)
        except Exception as error:  # noqa: BLE001 - raised again where it is waited for
            self._error = error

    def shop(self) -> Shop:
        """The open shop; raises what opening raised."""
        self.join()
        if self._error is not None:
            raise self._error
        if self._shop is None:
            raise RuntimeError("opening ended without a shop")
        return self._shop


def run_window(
    path: Path | None,
    language: str | None = None,
    *,
    exit_after_first_paint: bool = False,
    only_replies: bool = False,
) -> int:
    """Show the window on a shop file until it is closed; a missing file is created.

    With `only_replies` the reply panel comes up alone; the window waits until it is asked for.
    """
    # Unlocking takes 0.1 to 0.2 s, most of it outside the interpreter lock: long enough to load Qt beside it.
    opening = _Opening(path) if path else None
    _spare_the_search_for_features()
    from desktop import app as wiring

    application = wiring.build_application(sys.argv)
    services = wiring.build_services(application)
    if language:
        services.language.choose(language)
    path = path or services.settings.last_shop or _default_path()
    opening = opening or _Opening(path)
    import desktop.home.page  # noqa: F401 - loaded while the shop is still being unlocked

    opened = _opened(path, opening, REPLIES if only_replies else WINDOW)
    if isinstance(opened, int):
        return opened
    services.settings.last_shop = path.absolute()
    return _show(
        application, opened, services, exit_after_first_paint=exit_after_first_paint, only_replies=only_replies
    )


def _spare_the_search_for_features() -> None:
    """Keep PySide from reading the source of every module imported after it.

    WORKAROUND: it looks there for its own name, to know where its optional features (snake_case names
    and such) may be chosen; with our modules that takes 6 to 9 ms of the start. No module here chooses
    one. Rests on an internal of PySide 6.11, to which pyproject.toml pins; without it nothing is lost
    but the time.
    """
    import PySide6.QtCore  # noqa: F401 - brings the module below

    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _uses_pyside  # type: ignore[union-attr] # noqa: SLF001


def _uses_pyside(_module: object) -> bool:
    return True


def self_test() -> int:
    """Open a temporary shop and every page in both languages; 0 when nothing fails."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import tempfile

    from desktop import app as wiring
    from desktop.pages import PAGES
    from desktop.pictures.decoding import missing_formats

    failures: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        application = wiring.build_application(sys.argv)
        services = wiring.build_services(application, Path(folder) / "window.ini")
        sys.excepthook = lambda kind, error, _: failures.append(f"{kind.__name__}: {error}")
        with create_shop(Path(folder) / f"self-test{SUFFIX}", ShopKey.random()) as shop:
            context, window = wired(shop, services, _shop_name(shop))
            window.show()
            _collect_garbage_again(window)
            for language in ("en", "zh_CN"):
                context.language.choose(language)
                for page in PAGES:
                    window.navigate(page.key)
                    context.background.wait_idle()
                    application.processEvents()
            context.background.close()
            window.close()
    failures += [f"pictures in {name} cannot be read" for name in sorted(missing_formats())]
    for failure in failures:
        sys.stderr.write(f"{failure}\n")
    return 1 if failures else 0


def _default_path() -> Path:
    from PySide6.QtCore import QStandardPaths

    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)) / "Regulars"
    with contextlib.suppress(OSError):  # creating the shop then says what is wrong
        folder.mkdir(parents=True, exist_ok=True)
    return folder / f"shop{SUFFIX}"


def _open(path: Path, passphrase: str | None = None) -> Shop:
    ask = None if passphrase is None else partial(str, passphrase)
    if os.path.exists(path) and path.stat().st_size:  # noqa: PTH110 - False for impossible names
        return open_existing(path, SystemKeyring(), ask)
    return create_new(path, SystemKeyring(), ask)


def _opened(path: Path, opening: _Opening, wish: str = WINDOW) -> _Opening | int:
    """The opening that succeeded, asking for a passphrase as often as needed; else the status to end with."""
    asked = False
    while True:
        try:
            opening.shop()
            return opening
        except ShopFileError as error:
            wrong = error.code == "wrong_key" and asked
            if error.code != "no_key" and not wrong:
                return _refused(path, error, wish)
            passphrase = _ask(path, wrong=wrong)
            if passphrase is None:
                return FAILED
            asked = True
            opening = _Opening(path, passphrase)


def _refused(path: Path, error: ShopFileError, wish: str = WINDOW) -> int:
    """Call the program that has the shop open already, which is what was wanted; else say why it cannot be opened."""
    from desktop.shell import first_window

    if error.code == "in_use" and first_window.bring_forward(path, wish):
        _say_called(path, wish)
        return 0
    _tell(error)
    return FAILED


def _say_called(path: Path, wish: str) -> None:
    """A word for whoever started it in a terminal; started from an icon there is nobody to read it."""
    from PySide6.QtCore import QCoreApplication

    from desktop import command_output

    said = (
        QCoreApplication.translate("Start", "{file} is open already: its reply panel is called.")
        if wish == REPLIES
        else QCoreApplication.translate("Start", "{file} is open already: its window comes to the front.")
    )
    command_output.speak_utf8()
    with contextlib.suppress(command_output.OutputError):
        command_output.print_lines([said.format(file=path.name)])
        command_output.finish()


def _ask(path: Path, *, wrong: bool) -> str | None:
    from desktop.passphrase_dialog import PassphraseDialog

    return PassphraseDialog.ask(path.name, new=not path.exists(), wrong=wrong)


def _answer_other_starts(path: Path, window: QWidget, caller: PanelCaller) -> None:
    from desktop.shell.first_window import FirstWindow

    FirstWindow(path, window).asked.connect(partial(_come_forward, window, caller))


def _come_forward(window: QWidget, caller: PanelCaller, wish: str) -> None:
    if wish == REPLIES:
        caller.call()
        return
    from PySide6.QtCore import Qt

    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _ask_for_hotkey(context: PageContext) -> None:
    """Take the hotkey into force, and say it plainly where it belongs to another program."""
    from desktop.shell.hotkey import words
    from desktop.shell.hotkey.base import TAKEN

    hotkey = context.hotkey
    hotkey.begin()
    if hotkey.trouble == TAKEN:
        from PySide6.QtCore import QCoreApplication

        context.notices.show(
            words.trouble(hotkey.trouble, hotkey.choice),
            "warn",
            action_text=QCoreApplication.translate("Start", "Settings"),
            action=partial(context.navigate, "settings"),
        )


def _collect_garbage_again(window: QWidget) -> None:
    """From now on, and on this thread only."""
    from desktop.shell.collector import Collector

    gc.freeze()  # what starting made stays; only what comes later is looked through
    Collector(window)


def spare_what_is_read() -> None:
    """Keep the collector from walking through a library that stays; of 20,000 replies that holds the window 40 ms."""
    gc.freeze()


def clear_leftovers(context: PageContext) -> None:
    """Remove, beside other work, what a program that was killed has left of a hand-off, a folder or a reply's files."""
    from desktop.shell.clipboard.lent_files import clear_left_behind
    from local_db.campaigns import leftovers

    context.background.run(clear_left_behind, _cleared)
    for clear in (leftovers.clear, leftovers.clear_folders):
        context.background.run(partial(clear, context.shop), _cleared, writes=True)


def clean_up_media(context: PageContext) -> None:
    """Take pictures, videos and recordings that nothing names any more out of the shop file, beside other work."""
    from datetime import UTC, datetime

    from local_db.media.clean_up import clean_up

    context.background.run(partial(clean_up, context.shop, now=datetime.now(UTC)), _cleared, _not_cleared, writes=True)


def begin_once_painted(window: MainWindow, host: ReplyHost) -> None:
    """Have the replies read as early as it holds up nothing: many take a second, and a clerk may call at once."""
    from desktop.first_paint import FirstPaint

    FirstPaint(window).painted.connect(host.begin)


def _begin_day(window: QWidget) -> None:
    """Have what depends on the day worked out anew."""
    from desktop.tags.refresh import TagRefresh

    for refresh in window.findChildren(TagRefresh):
        refresh.begin_day()


def watch_folder(context: PageContext, window: QWidget) -> None:
    """Look for new exports in the folder the shop watches, as long as the window is there."""
    from desktop.importing.watcher import FolderWatcher

    FolderWatcher(context, window)


def _cleared(_: object) -> None:
    """Nobody needs to know."""


def _not_cleared(failure: BaseException) -> None:
    """The next opening tries again; a full disk is told of where somebody wants to save something."""
    if not isinstance(failure, RegularsError):
        raise failure


def _tell(error: RegularsError) -> None:
    """Say in a dialog why the shop cannot be opened."""
    from PySide6.QtCore import QCoreApplication

    from desktop import wording
    from desktop.widgets.modal_dialog import ModalDialog

    dialog = ModalDialog(
        QCoreApplication.translate("Start", "The shop cannot be opened"), wording.error(error), width=460
    )
    dialog.add_accept(QCoreApplication.translate("Start", "Close"))
    dialog.exec()


def wired(shop: Shop, services: Services, shop_name: str) -> tuple[PageContext, MainWindow]:
    """The window on an open shop with everything it needs, not shown yet."""
    from desktop import app as wiring
    from desktop.pages import PAGES
    from desktop.shell.roster_keeping import RosterKeeping
    from desktop.tags.refresh import TagRefresh
    from local_db.roster.source import RosterSource

    context = wiring.build_context(shop, RosterSource(shop), services)
    window = wiring.build_window(context, PAGES, shop_name)
    window.files_dropped.connect(partial(_take_dropped, context, window))
    context.changes.announced.connect(partial(_name_window, context, window))
    TagRefresh(context, window)
    RosterKeeping(context, window)
    return context, window


def _name_window(context: PageContext, window: MainWindow, changes: Changes) -> None:
    """The title names the shop as the settings do."""
    if Topic.SETTINGS in changes.topics:
        context.background.run(partial(_shop_name, context.shop), window.set_shop_name)


def _shop_name(shop: Shop) -> str:
    with shop.read() as connection:
        return str(read_setting(connection, "shop_name")) or shop.path.stem


def _take_dropped(context: PageContext, window: QWidget, paths: list[Path]) -> None:
    """Exports are looked at; a pack of replies is shared through, which is what somebody who is given one wants."""
    from desktop.replies.exchange import sharing_dialog

    packs = [path for path in paths if path.suffix.lower() == sharing_dialog.SUFFIX]
    if packs:
        context.navigate("replies", pack=packs[0])
    others = [path for path in paths if path not in packs]
    if others:
        from desktop.importing.import_dialog import ImportDialog

        ImportDialog.for_files(context, others, window)


def _say_painted(app: QApplication) -> None:
    """For whoever measures the start: a line at the first painting, then the end."""
    sys.stdout.write("painted\n")
    sys.stdout.flush()
    app.quit()


def _catch_errors(app: QApplication, notices: Notices) -> None:
    """Let the crash reporter catch every error; it is loaded with the first one, or after the start."""
    from PySide6.QtCore import QTimer

    def install() -> CrashReporter:
        from desktop.shell.crash import CrashReporter

        reporter = CrashReporter(app, notices)
        reporter.install()
        return reporter

    def first(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        install().caught(kind, error, trace)

    sys.excepthook = first
    QTimer.singleShot(AFTER_START_MS, app, partial(_unless_installed, first, install))


def _unless_installed(first: object, install: Callable[[], object]) -> None:
    if sys.excepthook is first:
        install()


def _show(
    app: QApplication, opened: _Opening, services: Services, *, exit_after_first_paint: bool, only_replies: bool
) -> int:
    from PySide6.QtCore import Qt, QTimer

    from desktop.replies.panel.caller import PanelCaller
    from desktop.replies.panel.host import ReplyHost

    _catch_errors(app, services.notices)
    shop = opened.shop()
    context, window = wired(shop, services, opened.shop_name)
    host = ReplyHost(context, window)
    if exit_after_first_paint:
        from desktop.first_paint import FirstPaint

        FirstPaint(window).painted.connect(partial(_say_painted, app))
    else:
        begin_once_painted(window, host)
    caller = PanelCaller(context, host.make_panel, window)
    host.ready.connect(spare_what_is_read)
    host.ready.connect(caller.prepare)
    host.quit_wanted.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    if only_replies:
        caller.call()
    else:
        window.show()
    QTimer.singleShot(AFTER_START_MS, window, host.begin)
    QTimer.singleShot(AFTER_START_MS, window, partial(_ask_for_hotkey, context))
    QTimer.singleShot(AFTER_START_MS, window, partial(_collect_garbage_again, window))
    QTimer.singleShot(AFTER_START_MS, window, partial(_answer_other_starts, shop.path, window, caller))
    QTimer.singleShot(AFTER_START_MS, partial(clear_leftovers, context))
    QTimer.singleShot(CLEAN_UP_MS, window, partial(clean_up_media, context))
    QTimer.singleShot(AFTER_START_MS, window, partial(_begin_day, window))
    QTimer.singleShot(AFTER_START_MS, window, partial(watch_folder, context, window))
    try:
        return app.exec()
    finally:
        caller.close()
        context.background.close()
        with contextlib.suppress(RegularsError):  # the columns are a copy; without them the next opening takes longer
            context.rosters.keep()
        shop.close()
