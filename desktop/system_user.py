"""Who works at this computer, for the log of exports."""

from __future__ import annotations


def user_name() -> str:
    """The name by which the system knows the person; empty where it knows none."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no such variable, and no such user
        return ""
