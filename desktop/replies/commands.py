"""The commands that bring replies in, write them for other programs, and share them; without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop import wording
from desktop.command_output import Json, print_lines
from desktop.replies.exchange import exchange_words
from local_db.errors import ReplyError

if TYPE_CHECKING:
    import argparse

    from local_db.replies.exchange.actions import Imported
    from local_db.replies.exchange.model import Preview
    from local_db.replies.sharing import Counts, SyncResult
    from local_db.shop_file import Shop


def import_replies(shop: Shop, options: argparse.Namespace) -> Json:
    """`regulars replies import`: every file is read first, then all of them are brought in at once."""
    from local_db.replies.exchange import actions
    from local_db.replies.exchange.reading import read_replies
    from local_db.replies.model import Scope

    previews = [read_replies(path) for path in options.files]
    for preview in previews:
        if preview.needs_mapping:
            raise ReplyError("columns_unknown", file=preview.file)
    imported, _ = actions.import_replies(
        shop,
        [draft for preview in previews for draft in preview.drafts],
        now=datetime.now(UTC),
        personal_group=exchange_words.personal_group(),
        scope=Scope.PERSONAL if options.personal else Scope.SHOP,
        on_repeat=actions.OnRepeat(options.on_repeat),
    )
    if not options.json:
        print_lines(_import_lines(previews, imported))
    return {
        "added": len(imported.uids),
        "replaced": len(imported.replaced),
        "repeated": len(imported.repeated),
        "groups": len(imported.groups),
        "files": [_file_json(preview) for preview in previews],
    }


def _import_lines(previews: list[Preview], imported: Imported) -> Iterator[str]:
    for preview in previews:
        yield exchange_words.read(preview)
        for problem in preview.problems[: wording.SHOWN_PROBLEMS]:
            yield wording.INDENT + exchange_words.problem(problem)
        if len(preview.problems) > wording.SHOWN_PROBLEMS:
            left = len(preview.problems) - wording.SHOWN_PROBLEMS
            yield wording.INDENT + wording.sentence("more_lines", count=left)
    yield exchange_words.imported(imported)


def _file_json(preview: Preview) -> Json:
    return {
        "file": preview.file,
        "format": preview.format.value,
        "replies": len(preview.drafts),
        "problems": [
            {
                "code": problem.code,
                "row": problem.row,
                "column": problem.column,
                "text": exchange_words.problem(problem),
            }
            for problem in preview.problems
        ],
    }


def export_replies(shop: Shop, options: argparse.Namespace) -> Json:
    """`regulars replies export`: the whole library for one program."""
    from local_db.replies.actions import library
    from local_db.replies.exchange.model import Format, Kind
    from local_db.replies.exchange.writing import write_replies

    kind = Kind(options.kind) if options.kind else None
    written = write_replies(options.file, library(shop), Format(options.format), kind, language=wording.language())
    if not options.json:
        said = exchange_words.written(str(options.file), written)
        print_lines([said, *(wording.INDENT + line for line in exchange_words.left_out(written))])
    return {
        "file": str(options.file),
        "replies": written.count,
        "wordings_left_out": written.wordings_left_out,
        "attachments_left_out": written.attachments_left_out,
        "flattened": list(written.flattened),
        "left_open": list(written.left_open),
        "fields_left_out": list(written.fields_left_out),
    }


def sync_replies(shop: Shop, options: argparse.Namespace) -> Json:
    """`regulars replies sync`: this library and a pack become the same."""
    from local_db.replies.sharing import sync

    result, _ = sync(shop, options.pack, join=options.join, anew=options.new, now=datetime.now(UTC))
    if not options.json:
        print_lines(_sync_lines(result, options))
    return {
        "pack": str(options.pack),
        "created": result.created,
        "received": _counts_json(result.received),
        "sent": _counts_json(result.sent),
        "conflicts": [{"uid": uid, "field": conflict.field} for uid, conflict in result.conflicts],
        "kept": list(result.kept),
        "media_received": result.media_received,
        "media_sent": result.media_sent,
        "media_missing": result.media_missing,
        "beside": list(result.beside),
    }


def _counts_json(counts: Counts) -> Json:
    return {"added": counts.added, "changed": counts.changed, "deleted": counts.deleted}


def _sync_lines(result: SyncResult, options: argparse.Namespace) -> Iterator[str]:
    yield exchange_words.shared(str(options.pack))
    for line in exchange_words.sync_lines(result):
        yield wording.INDENT + line
    if result.conflicts:
        yield wording.INDENT + exchange_words.conflicts(len(result.conflicts))
