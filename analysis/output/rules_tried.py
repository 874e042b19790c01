"""What ``slant rules`` says: of files of rules, of rules that were brought in, and of a trial."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.output.export import records
from analysis.output.phrasing.numerals import counted, joined, percent
from analysis.output.table import MIN_WIDTH, padded, printable, truncated, wrapped
from analysis.rules.rule import RuleSet

if TYPE_CHECKING:
    from analysis.rules.trial.frames import Trial

BY_MARKS = (
    "Own voice is told by quotation marks alone here: what somebody is reported to have said, "
    "without the marks, counts as the outlet's own."
)
"""Stands above every trial."""

_HEADS = ("rule", "state", "hits", "per 1,000", "articles", "own", "quoted")
_MOST_ID = 32


def rules_summary(rules: RuleSet) -> str:
    """Return how many rules there are, in one sentence: “20 rules: 17 live, 2 drafts, 1 that
    accepts wordings.”"""
    kinds: Counter[str] = Counter(
        "accept" if rule.kind == "accept" else rule.state for rule in rules.rules
    )
    parts = [f"{kinds['live']:,} live"] if kinds["live"] else []
    parts += [counted(kinds["draft"], "draft")] if kinds["draft"] else []
    accepting = kinds["accept"]
    if accepting:
        parts.append(f"{accepting:,} that accept{'s' * (accepting == 1)} wordings")
    said = counted(len(rules.rules), "rule")
    return f"{said}: {joined(parts)}." if len(parts) > 0 else f"{said}."


def readable_trial(trial: Trial, archive: str, width: int, nearly_all: float) -> str:
    """Return a trial as text: how each rule did, what to mind, and the examples.

    ``archive`` is what the text calls the archive, ``width`` that of a line in terminal cells,
    ``nearly_all`` the share of articles from which on a rule reports too much.
    """
    head = f"Tried on {counted(trial.articles, 'article')} of {printable(archive)}. {BY_MARKS}"
    parts = [list(wrapped(head, width)), [*_table(trial)]]
    notes = [*_notes(trial, nearly_all), *trial.notices]
    if notes:
        parts.append([line for note in notes for line in wrapped(note, width)])
    for rule in trial.rules["rule"]:
        shown = [*_examples(trial, rule, width)]
        if shown:
            parts.append([rule, *shown])
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _table(trial: Trial) -> Iterator[str]:
    rows = [_HEADS]
    for one in records(trial.rules):
        articles = f"{one['articles']:,} ({percent(one['share'])})"
        figures = (f"{one['hits']:,}", f"{one['per_1000']:,.1f}", articles)
        voices = (f"{one['own']:,}", f"{one['quoted']:,}")
        rows.append((one["rule"], one["state"], *figures, *voices))
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEADS))]
    widths[0] = min(widths[0], _MOST_ID)
    for row in rows:
        left = [padded(cell, width) for cell, width in zip(row[:2], widths[:2], strict=True)]
        right = [cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=True)]
        yield "  ".join([*left, *right])


def _notes(trial: Trial, nearly_all: float) -> Iterator[str]:
    """Yield what to mind of rules that would report nearly everywhere, or nowhere."""
    for one in records(trial.rules):
        if one["tried"] and one["share"] >= nearly_all:
            share = percent(one["share"])
            yield (
                f"{one['rule']} reports something in {share} of the articles: narrow its pattern "
                "before it goes live."
            )
        elif one["tried"] and not one["own"] + one["quoted"]:
            yield f"{one['rule']} found nothing: check its pattern."


def _examples(trial: Trial, rule: str, width: int) -> Iterator[str]:
    for one in records(trial.examples[trial.examples["rule"] == rule]):
        quoted = "quoted: " if one["quoted"] else ""
        context = printable(f"{one['before']}[{one['text']}]{one['after']}")
        yield f"  {quoted}{truncated(context, 2 * max(width, MIN_WIDTH))}"
