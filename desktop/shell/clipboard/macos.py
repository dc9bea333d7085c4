"""The pasteboard of macOS as bytes: every type of every item on it.

Qt shows only the types it knows. A type that its program has promised is made when it is read here; what that
program does not give then (files that are still to be written) is named as lost where nothing else is there.
"""

from __future__ import annotations

import time

from desktop.shell import objc
from desktop.shell.clipboard.kept import Kept, read


class MacMemory:
    """Names are the number of the item and the type, `0 public.png`."""

    def save(self) -> Kept:
        """Copy every type of every item."""
        items = objc.items(objc.send(_pasteboard(), "pasteboardItems"))
        found = {
            f"{place} {objc.text_of(kind)}": (item, kind)
            for place, item in enumerate(items)
            for kind in objc.items(objc.send(item, "types"))
        }
        kept = read(list(found), lambda name: _fetch(*found[name]), time.monotonic)
        forms = tuple(form for form in kept.forms if form.data)
        return Kept(forms, kept.lost if forms else tuple(found))

    def restore(self, kept: Kept) -> bool:
        """Make the items anew with the same types and bytes."""
        pasteboard = _pasteboard()
        objc.send(pasteboard, "clearContents")
        made: dict[str, objc.Object] = {}
        written = objc.send(objc.class_named("NSMutableArray"), "array")
        for form in kept.forms:
            place, kind = form.name.split(" ", 1)
            if place not in made:
                made[place] = objc.send(objc.send(objc.class_named("NSPasteboardItem"), "new"), "autorelease")
                objc.send(written, "addObject:", made[place])
            objc.send(made[place], "setData:forType:", objc.data(form.data), objc.string(kind))
        # A BOOL: only the lowest byte of the answer is meant.
        return not made or bool((objc.send(pasteboard, "writeObjects:", written) or 0) & 0xFF)


def _pasteboard() -> objc.Object:
    return objc.send(objc.class_named("NSPasteboard"), "generalPasteboard")


def _fetch(item: objc.Object, kind: objc.Object) -> bytes:
    return objc.bytes_of(objc.send(item, "dataForType:", kind))
