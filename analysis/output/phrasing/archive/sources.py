"""What is said of who speaks in an archive, and with which verbs of saying, over time.

All of it is plain text and can hold words of strangers: code that shows it must escape it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.corpus.archive.questions.months import whole
from analysis.output.export import records
from analysis.output.phrasing.archive.finding import article_said
from analysis.output.phrasing.captions import Caption
from analysis.output.phrasing.numerals import counted, percent
from analysis.output.phrasing.speakers import (
    FORM_NAMES,
    MANNER_NAMES,
    is_unclear,
    shortened,
    speaker_name,
)
from analysis.speakers.verbs.table import verbs
from analysis.text.one_line import one_line

if TYPE_CHECKING:
    import pandas as pd

SPEAKER, VERB = KINDS = ("speaker", "verb")
"""What the frame ``SOURCES_OVER_TIME`` is by."""

FEW_STATEMENTS = 30
"""A month of fewer statements is drawn hollow: its shares say little."""

MOST, ASKED = 12, 20
"""Names that are shown, and that an archive is asked for: the eight pronouns may be among them."""

CANNOT_SHOW = (
    "Names are as the articles write them. Two people of one name are one here, and somebody who "
    "is written in two ways is two. Statements of a “he” or “they” of whom the article does not "
    "say who it is have no line. Who speaks is found by a model and is sometimes wrong. This "
    "counts statements: it cannot see who was asked and not quoted, and it says nothing of why "
    "somebody is quoted."
)
"""Stands with the speakers of an archive."""

ABOUT_VERBS = (
    "A verb of saying can carry a judgement: “claim” sounds doubtful, “insist” sounds certain. The "
    "verb is the base form of the words that attribute a statement; whether it is fair is for "
    "readers of the sentence to say."
)
"""Stands with the verbs of an archive."""

ABOUT_SHARES = (
    "Each line is a name’s share of all statements of the month, in the articles that are chosen. "
    f"A month of fewer than {FEW_STATEMENTS} statements is hollow, and a triangle where it goes "
    "beyond the scale of the others; a month without any is a gap."
)
"""Stands with both charts."""

NO_STATEMENTS = (
    "Nobody is quoted or reported in the articles that are chosen: choose others, or fewer filters."
)

_LONGEST_NAME = 80


@dataclass(frozen=True)
class Source:
    """A speaker or verb over time: what the verb ``does`` in words (empty for nothing, and for a
    speaker), ``statements`` and ``articles`` in all, and its rows of ``SOURCES_OVER_TIME`` that
    have a month, in order."""

    name: str
    does: str
    statements: int
    articles: int
    months: tuple[dict[str, Any], ...]


def sources_of(over_time: pd.DataFrame, most: int = MOST) -> list[Source]:
    """Return the names of a frame ``SOURCES_OVER_TIME``, at most so many, those with most
    statements first. A name that is only a pronoun (“he”) says nothing and is left out."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in records(over_time):
        found.setdefault(row["name"], []).append(row)
    sources = [
        Source(
            name,
            MANNER_NAMES.get(rows[0]["manner"], ""),
            sum(row["statements"] for row in rows),
            sum(row["articles"] for row in rows),
            tuple(sorted((row for row in rows if row["month"]), key=lambda row: row["month"])),
        )
        for name, rows in found.items()
        if not is_unclear(name)
    ]
    return sorted(sources, key=lambda one: (-one.statements, one.name))[:most]


def name_said(kind: str, name: str) -> str:
    """Return a speaker or verb as people read it, cut where it is very long."""
    return speaker_name(name) if kind == SPEAKER else shortened(one_line(name), _LONGEST_NAME)


def implied_by(verb: str) -> str:
    """Say what the use of a verb of saying does (``says that the outlet does not vouch for it``),
    empty for one that is not in the table of verbs."""
    known = verbs().get(verb)
    return known.implies if known else ""


def source_said(kind: str, source: Source) -> str:
    """Return the label of a source: ``claim (sounds doubtful): 24 statements in 12 articles``."""
    name = name_said(kind, source.name) + (f" ({source.does})" if source.does else "")
    return f"{name}: {how_often(source.statements, source.articles)}"


def how_often(statements: int, articles: int) -> str:
    """Return ``24 statements in 12 articles``."""
    return f"{counted(statements, 'statement')} in {counted(articles, 'article')}"


def month_said(row: Mapping[str, Any]) -> str:
    """Say how much a name has in a month: ``2020-03: 5 of 40 statements, 12%``."""
    share = row["statements"] / row["of_all"] if row["of_all"] else 0.0
    of = counted(row["of_all"], "statement")
    return f"{row['month']}: {row['statements']:,} of {of}, {percent(share)}"


def over_time_caption(kind: str, sources: Sequence[Source]) -> Caption:
    """Say which speakers or verbs the chart shows, and for each its busiest month."""
    lines = []
    for one in sources:
        most = max(one.months, key=lambda row: row["statements"], default=None)
        peak = f"; most in {month_said(most)}" if most and most["statements"] else ""
        lines.append(f"{source_said(kind, one)}{peak}.")
    what = "speaker" if kind == SPEAKER else "verb"
    title = f"The {counted(len(sources), what)} with most statements, by month"
    if len(sources) < 2:
        title = f"Statements of the only {what}, by month"
    gaps = _gaps(months_of(sources))
    return Caption(title, " ".join([*lines, *([gaps] if gaps else [])]))


def months_of(sources: Sequence[Source]) -> list[str]:
    """Return the months, each as often as it comes, in which anybody says anything."""
    return [row["month"] for one in sources for row in one.months if row["of_all"]]


def _gaps(months: Sequence[str]) -> str:
    empty = len(whole(months)) - len(set(months))
    return f"{counted(empty, 'month')} between them without a statement." if empty else ""


def statements_said(kind: str, name: str, month: str, total: int) -> str:
    """Say how many statements of a speaker, or with a verb, are listed: ``24 statements of Ann
    Hale, 2020-03``."""
    shown = name_said(kind, name)
    of = f"of {shown}" if kind == SPEAKER else f"with “{shown}”"
    when = f", {shortened(month, 10)}" if month else ""
    return f"{counted(total, 'statement')} {of}{when}"


def statement_about(row: Mapping[str, Any]) -> str:
    """Return what stands below a statement of ``STATED``: who speaks, how it is given and
    attributed, and the article."""
    verb = shortened(one_line(row["verb"]), _LONGEST_NAME)
    manner = MANNER_NAMES.get(row["manner"], "")
    parts = (
        speaker_name(row["speaker"]),
        FORM_NAMES.get(row["form"], ""),
        f"“{verb}”" + (f", {manner}" if manner else "") if verb else "",
        article_said(row),
    )
    return " · ".join(filter(None, parts))
