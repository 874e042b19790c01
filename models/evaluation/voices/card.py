"""Figures of `metrics.json` of slant-voices as Markdown for its card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from models.evaluation.card.tables import Row, floors, table, with_interval

_KINDS = {
    "all": "all",
    "direct": "in quotation marks",
    "indirect": "without",
    "mixed": "in part",
}


def format_voices_scores(metrics: Mapping[str, Any]) -> str:
    """All that `metrics.json` holds, as Markdown."""
    known = {row["measure"]: row.get("known", "") for row in metrics["floors"]}
    return "\n".join(
        [
            f"{metrics['model']} {metrics['version']}, evaluated {metrics['evaluated']}; in "
            f"brackets: {metrics['interval']}.",
            "",
            *floors(metrics["floors"]),
            *names(metrics["names"], known),
            *attributions(metrics["attributions"], metrics["people"], known),
            *linked(metrics["linked"]),
            *same_fact(metrics["same_fact"], known),
        ]
    ).strip()


def names(rows: Sequence[Row], known: Mapping[str, str]) -> list[str]:
    """Names by set and kind, each set's kinds together."""
    return [
        "### Names",
        "",
        "Held-out documents. A name is right with exactly the start, end and kind that was marked; "
        "F1 is the harmonic mean of precision (how many of the found are right) and recall (how "
        "many of the marked are found). Only the newswire is news. Its sentences set as headlines "
        "(a capital on every word) and in capitals show what the network does without the help of "
        "capitals, and the other sets what to expect elsewhere. Groups are nationalities, "
        "religions and followers of a party. Kinds with fewer than 50 names in a set are left out.",
        "",
        *table(
            ["what", "names", "documents", "F1", "precision", "recall", "known before"],
            [
                [
                    row["task"],
                    f"{row['names']:,}",
                    f"{row['units']:,}",
                    _value(row["scores"]["slant"]),
                    f"{row['precision']:.3f}",
                    f"{row['recall']:.3f}",
                    known.get(_measure(row), ""),
                ]
                for row in rows
            ],
        ),
    ]


def attributions(rows: Sequence[Row], people: Sequence[Row], known: Mapping[str, str]) -> list[str]:
    """Cues, sources and contents, beside what annotators reach among themselves."""
    among = {row["task"]: row for row in people}
    said = ""
    if people:
        said = (
            " Between annotators: each of those who marked one article held against each other "
            f"one, on the {people[0]['rows']} articles that several marked; the network is not "
            "measured on these."
        )
    return [
        "### Attributions",
        "",
        "Held-out articles of PolNeAR, each read as a whole. A cue is right where it overlaps a "
        "marked one, each counted once. Sources and contents: the characters that both cover; "
        "what lies in two contents counts once. What annotators set aside, such as an editor's "
        f"note, is left out.{said}",
        "",
        *table(
            ["what", "F1", "precision", "recall", "between annotators", "known before"],
            [
                [
                    f"{row['task']}, {row['metric']}",
                    _value(row["scores"]["slant"]),
                    f"{row['precision']:.3f}",
                    f"{row['recall']:.3f}",
                    _value(among[row["task"]]["scores"]["annotator"])
                    if row["task"] in among
                    else "",
                    known.get(_measure(row), ""),
                ]
                for row in rows
            ],
        ),
    ]


def linked(rows: Sequence[Row]) -> list[str]:
    """Shares of the marked attributions that are found with their parts."""
    return [
        "### What belongs together",
        "",
        "Of the marked attributions, how many have their cue found, and with that cue a source and "
        "a content that share at least half of the characters that either side covers (no source "
        "where none was marked). By how much of the content stands in quotation marks.",
        "",
        *table(
            ["content in quotation marks", "attributions", "cue", "source", "content", "all three"],
            [
                [
                    _KINDS[row["kind"]],
                    f"{row['attributions']:,}",
                    *(_percent(row[part]) for part in ("cue", "source", "content", "linked")),
                ]
                for row in rows
            ],
        ),
    ]


def same_fact(rows: Sequence[Row], known: Mapping[str, str]) -> list[str]:
    """The network and the baseline on pairs of sentences."""
    return [
        "### Same fact",
        "",
        "Pairs of sentences of ECB+ from two documents of a topic, all pairs of the held-out "
        "topics that annotators decided. Most of the others are from two stories of a kind (two "
        "earthquakes); within one story all are about the same occurrence, and only some report "
        "the same event. TF-IDF: the cosine of the sentences' TF-IDF vectors, learned from "
        "the sentences of the other topics.",
        "",
        *table(
            ["what", "metric", "pairs", "Slant", "TF-IDF", "known before"],
            [
                [
                    row["task"],
                    row["metric"],
                    f"{row['rows']:,} of {row['units']} topics",
                    _value(row["scores"]["slant"]),
                    _value(row["scores"]["tfidf"]),
                    known.get(_measure(row), ""),
                ]
                for row in rows
            ],
        ),
    ]


def _measure(row: Row) -> str:
    return f"{row['task']}, {row['metric']}"


def _value(found: Mapping[str, float]) -> str:
    return with_interval(found["low"], found["high"], found["value"])


def _percent(found: Mapping[str, float]) -> str:
    return f"{found['value']:.0%} ({found['low']:.0%}–{found['high']:.0%})"
