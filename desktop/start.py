"""Opens the window: the shop is unlocked on a thread while Qt loads, then everything is wired once."""

from __future__ import annotations

import os
import sys
import tempfile
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import wording
from desktop.gateways.shop_keys import SystemKeyring, create_new, open_existing
from local_db.errors import RegularsError, ShopFileError
from local_db.shop_file import SUFFIX, Shop, ShopKey, create_shop

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from desktop.app import Services
    from desktop.shell.context import PageContext
    from desktop.shell.main_window import MainWindow

Asked = tuple[str, bool]  # passphrase, whether the file is new


def run_window(path: Path | None, *, exit_after_first_paint: bool = False) -> int:
    """Show the window on a shop file until it is closed; a missing file is created."""
    with ThreadPoolExecutor(1, thread_name_prefix="opening") as opener:
        # Unlocking takes 0.1 to 0.2 s, most of it outside the interpreter lock: long enough to load Qt beside it.
        early = opener.submit(_open, path) if path else None
        from desktop import app as wiring

        application = wiring.build_application(sys.argv)
        services = wiring.build_services(application)
        path = path or services.settings.last_shop or _default_path()
        shop = _opened(path, early or opener.submit(_open, path), opener)
    if shop is None:
        return 1
    services.settings.last_shop = path
    return _show(application, shop, services, exit_after_first_paint=exit_after_first_paint)


def self_test() -> int:
    """Open a temporary shop and every page in both languages; 0 when nothing fails."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop import app as wiring
    from desktop.pages import PAGES

    failures: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        application = wiring.build_application(sys.argv)
        services = wiring.build_services(application, Path(folder) / "window.ini")
        sys.excepthook = lambda kind, error, _: failures.append(f"{kind.__name__}: {error}")
        with create_shop(Path(folder) / f"self-test{SUFFIX}", ShopKey.random()) as shop:
            context, window = _wired(shop, services)
            window.show()
            for language in ("en", "zh_CN"):
                context.language.choose(language)
                for page in PAGES:
                    window.navigate(page.key)
                    context.background.wait_idle()
                    application.processEvents()
            context.background.close()
            window.close()
    for failure in failures:
        sys.stderr.write(f"{failure}\n")
    return 1 if failures else 0


def _default_path() -> Path:
    from platformdirs import user_documents_path

    folder = user_documents_path() / "Regulars"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"shop{SUFFIX}"


def _open(path: Path, asked: Asked | None = None) -> Shop:
    ask = None if asked is None else partial(_answer, asked[0])
    if path.exists() and path.stat().st_size:
        return open_existing(path, SystemKeyring(), ask)
    return create_new(path, SystemKeyring(), ask)


def _answer(passphrase: str) -> str:
    return passphrase


def _opened(path: Path, attempt: Future[Shop], opener: ThreadPoolExecutor) -> Shop | None:
    """The shop, asking for a passphrase as often as needed; None when the person gives up or it cannot be."""
    from desktop.passphrase_dialog import PassphraseDialog

    asked: Asked | None = None
    while True:
        try:
            return attempt.result()
        except ShopFileError as error:
            wrong = error.code == "wrong_key" and asked is not None
            if error.code != "no_key" and not wrong:
                _tell(error)
                return None
            new = not path.exists()
            passphrase = PassphraseDialog.ask(path.name, new=new, wrong=wrong)
            if passphrase is None:
                return None
            asked = (passphrase, new)
            attempt = opener.submit(_open, path, asked)


def _tell(error: RegularsError) -> None:
    """Say in a dialog why the shop cannot be opened."""
    from PySide6.QtCore import QCoreApplication

    from desktop.widgets.modal_dialog import ModalDialog

    dialog = ModalDialog(
        QCoreApplication.translate("Start", "The shop cannot be opened"), wording.error(error), width=460
    )
    dialog.add_accept(QCoreApplication.translate("Start", "Close"))
    dialog.exec()


def _wired(shop: Shop, services: Services) -> tuple[PageContext, MainWindow]:
    from desktop import app as wiring
    from desktop.pages import PAGES
    from local_db.roster.source import RosterSource
    from local_db.settings import read_setting

    context = wiring.build_context(shop, RosterSource(shop), services)
    with shop.read() as connection:
        name = str(read_setting(connection, "shop_name"))
    window = wiring.build_window(context, PAGES, name or shop.path.stem)
    window.files_dropped.connect(partial(_import_dropped, context, window))
    return context, window


def _import_dropped(context: PageContext, window: QWidget, paths: list[Path]) -> None:
    from desktop.importing.import_dialog import ImportDialog

    ImportDialog.for_files(context, paths, window)


def _show(app: QApplication, shop: Shop, services: Services, *, exit_after_first_paint: bool) -> int:
    from desktop.shell.crash import CrashReporter

    reporter = CrashReporter(app)
    reporter.install()
    context, window = _wired(shop, services)
    if exit_after_first_paint:
        from desktop.first_paint import FirstPaint

        FirstPaint(window).painted.connect(app.quit)
    window.show()
    try:
        return app.exec()
    finally:
        context.background.close()
        shop.close()
