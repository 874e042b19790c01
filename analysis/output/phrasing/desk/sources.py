"""What is said of whom a house quotes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from analysis.desk.sources import LEAST_ARTICLES
from analysis.desk.speakers import PERSON, UNCLEAR, UNNAMED
from analysis.intervals import share_interval
from analysis.output.export import records
from analysis.output.phrasing.captions import Caption
from analysis.output.phrasing.desk.shares import interval_said
from analysis.output.phrasing.numerals import counted, joined, percent
from analysis.output.phrasing.speakers import MANNER_NAMES, UNCLEAR_SPEAKER, shortened
from analysis.text.one_line import one_line

if TYPE_CHECKING:
    import pandas as pd

KIND_NAMES: Mapping[str, str] = MappingProxyType(
    {
        PERSON: "person",
        "organisation": "organisation",
        "place": "place",
        "group": "group of people",
        UNNAMED: "without a name",
        UNCLEAR: "unclear who",
        "": "kind not known",
    }
)
"""How the kinds of ``SOURCES`` are shown, in this order."""

CANNOT_SHOW = (
    "This counts who speaks in the articles. It does not guess anybody’s gender, party, origin or "
    "whether they are experts, and it cannot see who was asked and not quoted. Who speaks is found "
    "by a model and is sometimes wrong. Two people of the same full name count as one; a surname "
    "alone counts for a full name only where one speaker on the desk has it."
)
"""Stands with every source audit."""

NO_STATEMENTS = (
    "Nobody is quoted or reported in these articles. Add articles, or choose another outlet, "
    "section or month."
)

_LONGEST_NAME = 80
_MOST_VERBS = 6


def source_name(name: str) -> str:
    """Return a source as people read it; ``speaker unclear`` for an empty name."""
    return shortened(one_line(name), _LONGEST_NAME) or UNCLEAR_SPEAKER


def sources_summary(quoted: pd.DataFrame, sources: pd.DataFrame) -> str:
    """Say how much others speak in the articles of a frame ``QUOTED``, whose ``SOURCES`` are
    ``sources``, and how much of that is of sources without a name."""
    if quoted.empty:
        return NO_STATEMENTS
    articles = quoted["article"].nunique()
    words, marked = int(quoted["words"].sum()), int(quoted["quoted_words"].sum())
    said = (
        f"{counted(articles, 'article')}, {counted(len(quoted), 'statement')}, "
        f"{counted(words, 'word')} of others"
    )
    if words:
        said += f", {percent(marked / words)} of them in quotation marks"
    unnamed = sources.loc[sources["kind"] == UNNAMED, "statements"].sum()
    said += f". {_unnamed_said(int(unnamed), len(quoted))}"
    return f"{said} {too_few_said(articles)}".rstrip()


def _unnamed_said(unnamed: int, statements: int) -> str:
    if not unnamed:
        return "Every source that is clear has a name."
    low, high = share_interval(unnamed, statements)
    return (
        f"{unnamed:,} of {counted(statements, 'statement')} are of sources without a name: "
        f"{percent(unnamed / statements)} ({interval_said(low, high)})."
    )


def too_few_said(articles: int) -> str:
    """Say that so many articles are too few to conclude anything; empty where they are not."""
    if articles >= LEAST_ARTICLES:
        return ""
    return (
        f"These are counts of {counted(articles, 'article')}: of fewer than {LEAST_ARTICLES}, one "
        "article more can change the picture."
    )


def source_said(row: Mapping[str, Any]) -> str:
    """Say how much room a row of ``SOURCES`` has: ``24 statements in 12 articles, 168 words, 47% of
    all words of others; 24 with words in quotation marks``."""
    said = (
        f"{counted(row['statements'], 'statement')} in {counted(row['articles'], 'article')}, "
        f"{counted(row['words'], 'word')}, {percent(row['share'])} of all words of others"
    )
    marked = f"{row['direct']:,}" if row["direct"] else "none"
    return f"{said}; {marked} with words in quotation marks"


def verbs_said(row: Mapping[str, Any]) -> str:
    """Return the verbs of a row of ``SOURCES``, the most frequent first, with what they do: ``say
    ×12, claim ×12 (sounds doubtful)``."""
    verbs = row["verbs"]
    shown = [
        verb_said(verb, times) + (f" ({MANNER_NAMES[manner]})" if manner in MANNER_NAMES else "")
        for verb, manner, times in verbs[:_MOST_VERBS]
    ]
    more = len(verbs) - len(shown)
    return ", ".join([*shown, *([f"{more:,} more"] if more else [])])


def verb_said(verb: str, times: int) -> str:
    """Return a verb with how often it is used: ``claim ×12``."""
    name = shortened(one_line(verb), _LONGEST_NAME)
    return f"{name} ×{times:,}" if times > 1 else name


def room_caption(sources: pd.DataFrame, articles: int) -> Caption:
    """Say who has most room; a conclusion only from ``LEAST_ARTICLES`` articles on."""
    rows = records(sources)
    words = " ".join(f"{source_name(row['speaker'])}: {source_said(row)}." for row in rows[:12])
    named = [row for row in rows if row["kind"] not in (UNNAMED, UNCLEAR)]
    if not named:
        return Caption("No source has a name", words)
    title = f"Words of {counted(len(named), 'source')} with a name, and of others"
    if articles >= LEAST_ARTICLES:
        first = named[0]
        title = f"{source_name(first['speaker'])} has most room: {percent(first['share'])}"
        if len(named) > 1 and named[1]["words"] == first["words"]:
            title = f"{joined([source_name(row['speaker']) for row in named[:2]])} have most room"
    return Caption(title, words)


def manners_caption(manners: pd.DataFrame) -> Caption:
    """Say how many statements stand with a verb that implies something."""
    rows = records(manners)
    total = sum(row["statements"] for row in rows)
    telling = sum(row["statements"] for row in rows if row["manner"] in MANNER_NAMES)
    words = " ".join(
        f"{manner_said(row['manner'])}: {counted(row['statements'], 'statement')}, "
        f"{percent(row['share'])}."
        for row in rows
    )
    if not telling:
        return Caption("No verb of saying implies anything", words)
    return Caption(
        f"{telling:,} of {counted(total, 'statement')} have a verb that implies something", words
    )


def manner_said(manner: str) -> str:
    """Return what verbs of a manner do: ``sounds doubtful``, ``neutral``, ``no verb``."""
    return MANNER_NAMES.get(manner, manner or "no verb")


def part_said(part: str, by: str) -> str:
    """Return how a part of ``ROOM`` is called; ``by`` is ``month`` or ``section``."""
    return shortened(one_line(part), _LONGEST_NAME) or f"no {'date' if by == 'month' else by}"
