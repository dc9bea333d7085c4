"""The command `regulars`: a window, or one of the commands of `desktop.cli`; Qt is loaded only for a window."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence

from desktop import command_line
from desktop.command_line import WindowOptions


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    window = command_line.plain_window(words)
    if window is not None:
        return _open_window(window)
    options = command_line.parser().parse_args(words)
    if options.self_test:
        from desktop import start

        return start.self_test()
    if options.command is not None:
        from desktop import cli

        status = cli.run(options)
        if status or not getattr(options, "window_after", False):
            return status
    return _open_window(WindowOptions(options.shop, options.language, options.exit_after_first_paint, options.replies))


def _derive_key_early(options: WindowOptions) -> None:
    """Begin what takes longest, beside everything else; `desktop.start` asks for the same key."""
    passphrase = os.environ.get(command_line.PASSPHRASE_VARIABLE)
    if options.shop is None or not passphrase:
        return
    from local_db.passphrase import SALT_BYTES, derived_key

    try:
        with open(options.shop, "rb") as file:
            salt = file.read(SALT_BYTES)
        secret = passphrase.encode()
    except (OSError, ValueError):  # said in a sentence when the shop is opened
        return
    threading.Thread(target=derived_key, args=(secret, salt), name="key", daemon=True).start()


def _open_window(options: WindowOptions) -> int:
    if not command_line.has_display():
        from desktop import cli

        return cli.no_display(options.language)
    if options.replies:
        from desktop.replies.panel import asking

        if asking.running_program_answers(options.shop):
            return 0
    import gc

    # Nothing that starting makes is garbage, and the collector would walk through it again and again;
    # `desktop.start` lets it run when the window is shown.
    gc.disable()
    _derive_key_early(options)
    from desktop import start

    return start.run_window(
        options.shop,
        options.language,
        exit_after_first_paint=options.exit_after_first_paint,
        only_replies=options.replies,
    )


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # In a build this is also where the process begins that reads half of a file (importing/second_half.py).
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
