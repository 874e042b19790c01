"""The source audit: whom the house quotes, how often, with which verbs, and how much room.

It counts what the articles say. It does not guess anybody's gender, party or origin, and it cannot
see who was asked and not quoted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from analysis.columns import frame
from analysis.desk.frames import MANNERS_USED, QUOTED, ROOM, SOURCES
from analysis.desk.speakers import UNCLEAR, UNNAMED, sources_of
from analysis.frames import MANNERS

if TYPE_CHECKING:
    import pandas as pd

LEAST_ARTICLES = 10
"""Fewest articles from which more than counts is said of whom the house quotes."""

DOUBTING = "doubting"


def with_sources(quoted: pd.DataFrame) -> pd.DataFrame:
    """Return a frame ``QUOTED`` with two columns more: ``source``, who it is in all articles, and
    ``source_kind``, as ``SOURCES`` has them."""
    pairs = list(zip(quoted["speaker"], quoted["kind"], strict=True))
    known = sources_of(pairs)
    return quoted.assign(
        source=[known[pair].name for pair in pairs],
        source_kind=[known[pair].kind for pair in pairs],
    )


def source_audit(quoted: pd.DataFrame) -> pd.DataFrame:
    """Return the speakers of a frame ``QUOTED`` as a frame ``SOURCES``, most words first.

    ``quoted`` may be that of one outlet, month or section. Statements count in full: one inside
    another has its words in both.
    """
    told = quoted if "source" in quoted.columns else with_sources(quoted)
    total = int(told["words"].sum())
    rows: list[dict[str, Any]] = []
    for (source, kind), said in told.groupby(["source", "source_kind"], sort=True):
        dates = sorted(date for date in said["published"] if date)
        rows.append(
            {
                "speaker": source,
                "kind": kind,
                "articles": said["article"].nunique(),
                "statements": len(said),
                "direct": int((said["quoted_words"] > 0).sum()),
                "words": int(said["words"].sum()),
                "quoted_words": int(said["quoted_words"].sum()),
                "share": int(said["words"].sum()) / total if total else 0.0,
                "verbs": _verbs(said),
                "doubting": int((said["manner"] == DOUBTING).sum()),
                "first": dates[0] if dates else "",
                "last": dates[-1] if dates else "",
            }
        )
    rows.sort(key=lambda row: (-row["words"], row["speaker"]))
    return _frame(rows, SOURCES)


def room(quoted: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return how much room others get as a frame ``ROOM``, by ``month`` of publication or by
    ``section``."""
    told = quoted if "source" in quoted.columns else with_sources(quoted)
    part = told["published"].str[:7] if by == "month" else told["section"]
    rows = [
        {
            "part": name,
            "articles": said["article"].nunique(),
            "statements": len(said),
            "words": int(said["words"].sum()),
            "quoted_words": int(said["quoted_words"].sum()),
            "unnamed": int((said["source_kind"] == UNNAMED).sum()),
            "unclear": int((said["source_kind"] == UNCLEAR).sum()),
            "doubting": int((said["manner"] == DOUBTING).sum()),
        }
        for name, said in told.groupby(part.rename("part"), sort=True)
    ]
    # What is not known comes last.
    rows.sort(key=lambda row: row["part"] == "")
    return _frame(rows, ROOM)


def manners_used(quoted: pd.DataFrame) -> pd.DataFrame:
    """Return the verbs of a frame ``QUOTED`` by what they imply, as a frame ``MANNERS_USED``."""
    rows = []
    for manner in (*MANNERS, ""):
        said = quoted[quoted["manner"] == manner]
        if len(said):
            verbs = Counter(verb for verb in said["verb"] if verb)
            rows.append(
                {
                    "manner": manner,
                    "statements": len(said),
                    "share": len(said) / len(quoted),
                    "verbs": [[verb, times] for verb, times in verbs.most_common()],
                }
            )
    return _frame(rows, MANNERS_USED)


def described_as(quoted: pd.DataFrame) -> list[tuple[str, int]]:
    """Return how speakers without a name are described, with how often, the most frequent first."""
    told = quoted if "source" in quoted.columns else with_sources(quoted)
    unnamed = told.loc[told["source_kind"] == UNNAMED, "speaker"].str.casefold()
    return Counter(unnamed.tolist()).most_common()


def statements_of(quoted: pd.DataFrame, source: str, kind: str) -> pd.DataFrame:
    """Return the rows of a frame ``QUOTED`` that are of one row of ``SOURCES``."""
    told = quoted if "source" in quoted.columns else with_sources(quoted)
    return told.loc[(told["source"] == source) & (told["source_kind"] == kind), list(QUOTED)]


def _verbs(said: pd.DataFrame) -> list[tuple[str, str, int]]:
    pairs: Iterable[tuple[str, str]] = zip(said["verb"], said["manner"], strict=True)
    counts = Counter(pair for pair in pairs if pair[0])
    return [(verb, manner, times) for (verb, manner), times in counts.most_common()]


def _frame(rows: list[dict[str, Any]], columns: Any) -> pd.DataFrame:
    return frame({name: [row[name] for row in rows] for name in columns}, columns)
