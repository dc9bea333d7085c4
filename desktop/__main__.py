"""The command `regulars`: a window, or one of the commands of `desktop.cli`; Qt is loaded only for a window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from desktop import command_line


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit status."""
    options = command_line.parser().parse_args(arguments)
    if options.command is not None:
        from desktop import cli

        status = cli.run(options)
        if status or not getattr(options, "window_after", False):
            return status
    elif not options.self_test and not command_line.has_display():
        from desktop import cli

        return cli.no_display(options.language)
    from desktop import start

    if options.self_test:
        return start.self_test()
    return start.run_window(options.shop, options.language, exit_after_first_paint=options.exit_after_first_paint)


if __name__ == "__main__":
    sys.exit(main())
