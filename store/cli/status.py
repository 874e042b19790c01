"""``slant desk status``: where the desk is, and what is in it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from analysis.output.phrasing.numerals import counted
from store.cli.opening import Command, desk

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Table

_STATUS = "Say where the desk is, which database it uses, and what is in it."


def add_commands(command: Command) -> None:
    """Add the command to the parser of ``slant desk``."""
    command("status", _STATUS, _status)


def _status(options: argparse.Namespace) -> int:
    from analysis.output.table import printable
    from store.database import reading
    from store.desk.fits import fit_in_use
    from store.desk.opening import place, served
    from store.desk.tables import ARTICLES, DECISIONS, EDITORS, FLAGS
    from store.migrations import DESK

    with desk() as engine:
        with reading(engine) as connection:
            articles = _count(connection, ARTICLES, ~ARTICLES.c.removed)
            removed = _count(connection, ARTICLES, ARTICLES.c.removed)
            flags = _count(connection, FLAGS)
            open_ones = _count(connection, FLAGS, FLAGS.c.state == "open")
            decisions = _count(connection, DECISIONS, ~DECISIONS.c.second)
            second = _count(connection, DECISIONS, DECISIONS.c.second)
            editors = _count(connection, EDITORS)
        fit = fit_in_use(engine)
        kind = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[engine.dialect.name]
        print(f"Desk: {printable(place())} ({kind})")
        print(f"Tables: revision {DESK.released[-1]}, those of this version")
        print(f"Articles: {articles}" + (f", and {removed} removed" if removed else ""))
        print(f"Flags: {flags}, {open_ones} of them open")
        print(f"Decisions: {decisions}, and {counted(second, 'second reading')}")
        print(f"Editors: {editors}")
        if fit is None:
            print("Fit of the house: none in use")
        else:
            print(
                f"Fit of the house: number {fit.id} in use, made on {fit.made:%Y-%m-%d} by "
                f"{printable(fit.name)}"
            )
        if engine.dialect.name == "sqlite":
            print(f"Server: {'one has' if served(engine) else 'none has'} the file open")
    return 0


def _count(connection: Connection, table: Table, *which: ColumnElement[bool]) -> int:
    from sqlalchemy import func, select

    return int(connection.scalar(select(func.count()).select_from(table).where(*which)) or 0)
