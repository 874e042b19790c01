"""Figures of `metrics.json` as sections of Markdown for the model card, each a list of lines.

Every section begins with its heading (third level) and ends with an empty line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from models.evaluation.floors import meets

#: Systems of the table of scores, and their names for a person.
SYSTEMS = {
    "slant": "Slant",
    "tfidf_logistic": "TF-IDF + logistic regression",
    "vader": "VADER",
    "majority": "majority guess",
}

Row = Mapping[str, Any]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A pipe table and the empty line after it."""
    lines = [head, ["---"] * len(head), *rows]
    return [*(f"| {' | '.join(cells)} |" for cells in lines), ""]


def with_interval(low: float, high: float, value: float, places: int = 3) -> str:
    """A value with its interval in brackets."""
    return f"{value:.{places}f} ({low:.{places}f}–{high:.{places}f})"


def floors(rows: Sequence[Row]) -> list[str]:
    """Floors and aims beside the release's values, and what was known before where that is told."""
    signs = {"high": "≥", "low": "≤"}

    def reached(row: Row) -> str:
        return "not measured" if row["reached"] is None else f"{row['reached']:.4g}"

    def verdict(row: Row) -> str:
        if not row["held"]:
            return "missed"
        if row["aim"] is not None and meets(row["better"], row["reached"], row["aim"]):
            return "aim"
        return "floor"

    known = ["known before"] if any("known" in row for row in rows) else []
    return [
        "### Floors and aims",
        "",
        "Set before the work, measured as the sections below say.",
        "",
        *table(
            ["what", *known, "floor", "aim", "reached", "holds"],
            [
                [
                    row["measure"],
                    *(row.get("known", "") for _ in known),
                    f"{signs[row['better']]} {row['floor']:g}",
                    "" if row["aim"] is None else f"{row['aim']:g}",
                    reached(row),
                    verdict(row),
                ]
                for row in rows
            ],
        ),
    ]


def scores(rows: Sequence[Row]) -> list[str]:
    """The model and its baselines; intervals of the baselines are in `metrics.json`."""

    def cells(row: Row) -> list[str]:
        found = row["scores"]
        of = "" if row["resampled"] == "sentences" else f" of {row['units']:,} {row['resampled']}"
        return [
            row["task"],
            row["metric"],
            f"{row['rows']:,}{of}",
            with_interval(found["slant"]["low"], found["slant"]["high"], found["slant"]["value"]),
            *(f"{found[system]['value']:.3f}" for system in list(SYSTEMS)[1:]),
        ]

    return [
        "### Scores beside simpler ways",
        "",
        "Folds: five models, each trained without a fifth of BABE's training rows and asked about "
        "that fifth; folds of sentences as in the BABE paper, of whole articles, or of whole "
        "outlets. Test: the release itself, on articles that neither it nor a fold was trained "
        "on. Baselines learn from the same rows. The release's calibration, fitted on the folds by "
        "article, is applied to all folds.",
        "",
        *table(["what", "metric", "rows", *SYSTEMS.values()], [cells(row) for row in rows]),
    ]


def annotators(rows: Sequence[Row]) -> list[str]:
    """One annotator and the model against the others."""

    def cell(found: Row) -> str:
        return with_interval(found["low"], found["high"], found["value"])

    return [
        "### Beside one annotator",
        "",
        "Each sentence of BABE was read by five people. One annotator: what one of the five, drawn "
        "at random, is expected to score against the other four, that is against their majority "
        "(where they are two to two there is none) and the words that at least two of them "
        "marked. All five: against the published labels and words, in which the annotator's own "
        "vote counts. Slant: out of fold by article, against the same.",
        "",
        *table(
            ["what", "metric", "rows", "one annotator", "Slant"],
            [
                [
                    row["task"],
                    row["metric"],
                    f"{row['rows']:,} of {row['units']:,} {row['resampled']}",
                    cell(row["scores"]["annotator"]),
                    cell(row["scores"]["slant"]),
                ]
                for row in rows
            ],
        ),
    ]


def calibration(measured: Mapping[str, Row]) -> list[str]:
    """Expected calibration errors beside the error that chance alone gives."""
    names = {"loaded": "loaded", "sentiment": "the sentiment label"}
    return [
        "### Calibration",
        "",
        "Expected calibration error (10 bins): how far, on average, a probability is from the "
        "share that was so. Chance: what a model would get whose probabilities are exactly "
        "right, on as many rows.",
        "",
        *table(
            ["probability of", "rows", "of", "error", "chance"],
            [
                [
                    names[key.partition("_")[0]],
                    f"{row['rows']:,}",
                    row["rows_of"],
                    with_interval(row["low"], row["high"], row["ece"]),
                    f"{row['chance']:.3f}",
                ]
                for key, row in measured.items()
            ],
        ),
    ]


def bands(*measured: Row) -> list[str]:
    """Share of rows in each band, and how often the outer bands are right."""

    def cell(found: Row) -> str:
        if "right" not in found:
            return f"{found['share']:.0%}"
        return (
            f"{found['share']:.0%}, right {found['right']:.1%} "
            f"({found['low']:.1%}–{found['high']:.1%})"
        )

    return [
        "### Bands",
        "",
        "Rows with clear votes: at most one of five annotators disagreed.",
        "",
        *table(
            ["of", "rows", "not loaded", "uncertain", "loaded"],
            [
                [
                    row["rows_of"],
                    f"{row['rows']:,}",
                    *(cell(row[band]) for band in ("not loaded", "uncertain", "loaded")),
                ]
                for row in measured
            ],
        ),
    ]


def faithfulness(found: Row) -> list[str]:
    """Whether masking named words lowers the probability more than masking random ones."""
    corpora = ", ".join(
        f"{corpus.upper()} {row['share']:.1%} of {row['sentences']}"
        for corpus, row in found["corpora"].items()
    )
    return [
        "### Reasons",
        "",
        f"Of {found['flagged']:,} held-out sentences with a loaded probability of "
        f"{found['from']:g} or more, {found['without_words']} have no loaded word named, and "
        f"{found['too_few_others']} have too few other words to compare with. In "
        f"{found['share']:.1%} ({found['low']:.1%}–{found['high']:.1%}) of the remaining "
        f"{found['sentences']:,}, masking the named words lowers the probability more than "
        f"masking as many other content words does, averaged over {found['draws']} random choices "
        f"({corpora}). On average named words lower it by {found['fall_named']:.2f}, random ones "
        f"by {found['fall_random']:.2f}.",
        "",
    ]


def techniques(rows: Sequence[Row]) -> list[str]:
    """Precision of the techniques that are named."""
    if not rows:
        return ["### Techniques", "", "This release names none.", ""]

    def precision(row: Row) -> str:
        if "precision" not in row:
            return "none named"
        return with_interval(row["low"], row["high"], row["precision"], 2)

    return [
        "### Techniques",
        "",
        "Held-out articles of PTC. A name is right where annotators marked the same technique on "
        "an overlapping span. Techniques that are right less than 6 times in 10 are not named.",
        "",
        *table(
            ["technique", "named", "precision", "marked by annotators", "of these found"],
            [
                [
                    str(row["technique"]).replace("_", " "),
                    str(row["claimed"]),
                    precision(row),
                    str(row["gold"]),
                    str(row["found"]),
                ]
                for row in rows
            ],
        ),
    ]


def outlets(rows: Sequence[Row]) -> list[str]:
    """Accuracy per outlet, with and without the outlet in training."""
    return [
        "### Outlets of BABE",
        "",
        "Out of fold. Unseen: no sentence of the outlet was in training. Seen: others of its "
        "articles were.",
        "",
        *table(
            ["outlet", "rows", "loaded by votes", "by model", "accuracy unseen", "seen"],
            [
                [
                    row["outlet"],
                    str(row["rows"]),
                    f"{row['loaded_share']:.0%}",
                    f"{row['predicted_share']:.0%}",
                    f"{row['accuracy']:.3f}",
                    f"{row['accuracy_seen']:.3f}",
                ]
                for row in rows
            ],
        ),
    ]


def quantization(rows: Sequence[Row]) -> list[str]:
    """The metrics of the int8 network beside those of the float32 network."""
    return [
        "### What int8 costs",
        "",
        "The same network before its weights became 8-bit, on the release's test rows. "
        "Difference: negative where int8 is worse.",
        "",
        *table(
            ["what", "metric", "int8", "fp32", "difference"],
            [
                [
                    row["task"],
                    row["metric"],
                    f"{row['int8']:.3f}",
                    f"{row['fp32']:.3f}",
                    f"{row['gain']:+.4f} ({row['low']:+.4f} to {row['high']:+.4f})",
                ]
                for row in rows
            ],
        ),
    ]
