"""``slant corpus``: analyse a whole archive into a folder of Parquet files."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from analysis.cli.articles import ANY_LANGUAGE_HELP
from analysis.cli.output import fail, say, to_standard_output

if TYPE_CHECKING:
    from analysis.corpus.engine.record import Summary

HELP = "Analyse a whole archive of articles into a folder of Parquet files."

NAMES = ("id", "outlet", "author", "section", "topic", "date", "title", "url", "text")
"""The columns of an archive that ``--column`` names."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``slant corpus`` takes."""
    parser.add_argument(
        "source",
        metavar="IN",
        help="the archive: a table (Parquet, CSV, JSON lines), an export of a press database, "
        "another form that docs/archive.md names, or a folder of such files",
    )
    parser.add_argument(
        "out",
        metavar="OUT",
        help="the folder to write to, a new one; one that was begun is gone on with",
    )
    parser.add_argument(
        "--column",
        metavar="NAME=HEADER",
        type=_column,
        action="append",
        default=[],
        help=f"the archive's header for one of {', '.join(NAMES)}, as text=content; again for more",
    )
    dates = parser.add_mutually_exclusive_group()
    dates.add_argument(
        "--day-first",
        action="store_true",
        default=None,
        help="dates as 03/04/2020 are in April; unless given, they are not read",
    )
    dates.add_argument(
        "--month-first",
        dest="day_first",
        action="store_false",
        help="dates as 03/04/2020 are in March",
    )
    parser.add_argument("--any-language", action="store_true", help=ANY_LANGUAGE_HELP)
    parser.add_argument(
        "--no-duplicates", action="store_true", help="do not look for near-duplicates at the end"
    )
    parser.add_argument(
        "--fetch",
        action="store_true",
        help="fetch the pages of a list of addresses, one request a second from a site",
    )
    parser.add_argument(
        "--workers",
        metavar="N",
        type=int,
        default=0,
        help="processes of this machine that share the work; unless given, this one does it alone",
    )
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="the Dask scheduler of a cluster that does the work, as tcp://host:8786",
    )
    parser.add_argument(
        "--part-size",
        metavar="N",
        type=int,
        help="articles of a partition, which is what is lost at most when a run is ended; "
        "256 unless given",
    )


def run(options: argparse.Namespace) -> int:
    """Run ``slant corpus``; return its exit status. Raises SlantError."""
    from analysis.cli.progress import Shown
    from analysis.corpus.engine.analyzing import analyze_corpus
    from analysis.corpus.layout import ARTICLES_A_PART

    columns: dict[str, str] = {}
    for name, header in options.column:
        if columns.setdefault(name, header) != header:
            return fail(f"--column gives {name} twice: give one header for it.")
    try:
        with Shown(sys.stderr) as shown:
            summary = analyze_corpus(
                options.source,
                options.out,
                columns=columns,
                day_first=options.day_first,
                any_language=options.any_language,
                duplicates=not options.no_duplicates,
                fetch=options.fetch,
                workers=options.workers,
                scheduler=options.scheduler,
                part=ARTICLES_A_PART if options.part_size is None else options.part_size,
                on_progress=shown.progress,
                on_note=shown.note,
            )
    except KeyboardInterrupt:
        say(f"Stopped; what is finished is kept in {options.out}: run the same command to go on.")
        return 130
    to_standard_output(_told(summary, options.out))
    return 0


def _column(given: str) -> tuple[str, str]:
    name, equals, header = given.partition("=")
    if not equals or name not in NAMES or not header:
        raise argparse.ArgumentTypeError(
            f"{given} is not NAME=HEADER with one of the names {', '.join(NAMES)}"
        )
    return name, header


def _told(summary: Summary, out: str) -> str:
    """Return what is said at the end."""
    from analysis.output.phrasing.numerals import counted
    from analysis.output.table import printable

    found = summary.analysed + sum(summary.skipped.values())
    lines = [f"{counted(found, 'article')}: {summary.analysed:,} analysed{_skipped(summary)}."]
    if summary.resumed:
        lines.append(f"{summary.resumed:,} of them were finished before this run.")
    for claim in summary.claims:
        if claim.claimed is not None and claim.claimed != claim.found:
            says = counted(claim.claimed, "article")
            were = "was" if claim.found == 1 else "were"
            lines.append(f"{claim.file} says {says}, {claim.found:,} {were} found.")
    if summary.duplicates:
        have = "has" if summary.duplicates == 1 else "have"
        lines.append(f"{counted(summary.duplicates, 'article')} {have} near-duplicates.")
    if summary.skipped:
        lines.append(f"Why articles were skipped: {os.path.join(out, 'skipped')}")
    lines.append(f"To look at it: SLANT_ARCHIVE={shlex.quote(out)} slant")
    return "".join(f"{printable(line)}\n" for line in lines)


def _skipped(summary: Summary) -> str:
    reasons: Mapping[str, int] = summary.skipped
    if not reasons:
        return ""
    by_reason = ", ".join(f"{reason} {number:,}" for reason, number in reasons.items())
    return f", {sum(reasons.values()):,} skipped ({by_reason})"
