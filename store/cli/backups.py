"""``slant desk backup`` and ``slant desk restore``."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from analysis.output.phrasing.numerals import counted
from store.cli.opening import Command, desk

if TYPE_CHECKING:
    from store.desk.backup.form import Manifest

_BACKUP = "Write all that the desk keeps into one file, while editors go on working."
_RESTORE = "Fill an empty desk from a backup, in SQLite or in PostgreSQL."


def add_commands(command: Command) -> None:
    """Add the two commands to the parser of ``slant desk``."""
    backup = command("backup", _BACKUP, _backup)
    backup.add_argument("file", metavar="FILE", help="the file to be made, as in desk.zip")
    backup.add_argument(
        "--force", action="store_true", help="write to FILE also where there is one already"
    )
    restore = command("restore", _RESTORE, _restore)
    restore.add_argument("file", metavar="FILE", help="a file that slant desk backup has made")


def _backup(options: argparse.Namespace) -> int:
    from store.desk.backup.saving import save

    with desk() as engine:
        manifest = save(engine, options.file, replace=options.force)
    print(f"{options.file} holds {_content(manifest)}.")
    return 0


def _restore(options: argparse.Namespace) -> int:
    from store.desk.backup.restoring import restore

    with desk(made=True) as engine:
        manifest = restore(engine, options.file)
    made = f"{manifest.made:%Y-%m-%d %H:%M} UTC"
    print(f"Restored {_content(manifest)}, as they were on {made}.")
    return 0


def _content(manifest: Manifest) -> str:
    """Return what a backup holds, in words."""
    named = (("articles", "article"), ("decisions", "decision"), ("editors", "editor"))
    *most, last = (counted(manifest.tables[f"desk_{table}"].rows, one) for table, one in named)
    return f"{', '.join(most)} and {last}"
