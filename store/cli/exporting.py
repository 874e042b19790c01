"""``slant desk export``: what the desk keeps, as a table for other programs."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from analysis.cli.output import fail, to_file
from analysis.output.phrasing.numerals import counted
from store.cli.opening import Command, desk

if TYPE_CHECKING:
    import pandas as pd
    from sqlalchemy import Engine

_EXPORT = "Write decisions, a training set, rewordings or sources into a file."

_ENDINGS = (".csv", ".json", ".parquet")


def add_commands(command: Command) -> None:
    """Add the command to the parser of ``slant desk``."""
    export = command("export", _EXPORT, _export)
    export.add_argument(
        "what",
        metavar="WHAT",
        choices=tuple(_FRAMES),
        help="decisions (all of them, with flag and sentence), training (sentences in the columns "
        "that the model is trained with), rewordings (words before and after, by line) or sources "
        "(whom the articles quote)",
    )
    export.add_argument(
        "file", metavar="FILE", help="the file to be made: its name ends in .csv, .json or .parquet"
    )


def _export(options: argparse.Namespace) -> int:
    from analysis.output.table_files import table_file

    ending = os.path.splitext(options.file)[1].lower()
    if ending not in _ENDINGS:
        return fail(f"{options.file} ends in none of {', '.join(_ENDINGS)}: name it with one.")
    with desk() as engine:
        frame = _FRAMES[options.what](engine)
    to_file(options.file, table_file(frame, ending), [])
    print(f"{options.file} holds {counted(len(frame), 'row')}.")
    return 0


def _decisions(engine: Engine) -> pd.DataFrame:
    from store.desk.frames import decisions_frame

    return decisions_frame(engine)


def _training(engine: Engine) -> pd.DataFrame:
    from analysis.desk.training_set import training_rows

    return training_rows(_decisions(engine))


def _sources(engine: Engine) -> pd.DataFrame:
    from analysis.desk.sources import source_audit
    from store.desk.frames import quoted_frame

    return source_audit(quoted_frame(engine))


def _rewordings(engine: Engine) -> pd.DataFrame:
    from analysis.desk.reworded import rewordings_frame
    from store.desk.articles import article_text, articles
    from store.desk.decisions import rewordings

    return rewordings_frame(
        (one.id, one.title, article_text(engine, one.id)[0], rewordings(engine, one.id))
        for one in reversed(articles(engine))
    )


_FRAMES = {
    "decisions": _decisions,
    "training": _training,
    "rewordings": _rewordings,
    "sources": _sources,
}
