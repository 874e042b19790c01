"""A comparison as plain text for a terminal: what differs, who tells what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from analysis.comparison.frames import POSSIBLY, Comparison, letter
from analysis.output.comparison.about import About, article_names
from analysis.output.comparison.facts import FactRow, fact_rows
from analysis.output.comparison.findings import findings
from analysis.output.export import records
from analysis.output.phrasing.comparison.whole import heading_of, no_match, notes, summary, told_by
from analysis.output.phrasing.labels import BAND_NAMES
from analysis.output.phrasing.speakers import whose_words
from analysis.output.table import MIN_WIDTH, printable, truncated, wrapped


def readable_comparison(
    comparison: Comparison, known: Sequence[About] = (), width: int = 100
) -> str:
    """Return the articles, what differs, and who tells what, ending in a newline.

    ``known`` is what is known of each article beside its text, or empty. ``width`` is the width
    of a line in terminal cells, at least ``MIN_WIDTH``; sentences are cut to it. Control and
    direction characters of the articles are left out.
    """
    width = max(width, MIN_WIDTH)
    parts = [
        list(_articles(comparison, known, width)),
        [line for said in _whole(comparison) for line in wrapped(said, width)],
        *_findings(comparison, width),
        *_facts(comparison, width),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _articles(comparison: Comparison, known: Sequence[About], width: int) -> Iterator[str]:
    for name in article_names(comparison, known):
        detail = f" ({printable(name.detail)})" if printable(name.detail) else ""
        yield truncated(f"{name.letter}  {printable(name.title)}{detail}", width)


def _whole(comparison: Comparison) -> Iterator[str]:
    yield from notes(comparison)
    yield summary(comparison)


def _findings(comparison: Comparison, width: int) -> Iterator[list[str]]:
    for kind, some in findings(comparison).items():
        if not some:
            continue
        lines = [heading_of(kind)]
        for finding in some:
            first, *rest = wrapped(printable(finding.text), width - 2)
            lines += [f"- {first}", *(f"  {line}" for line in rest)]
        yield lines


def _facts(comparison: Comparison, width: int) -> Iterator[list[str]]:
    """Yield the facts of several articles, under who tells them; then those of one."""
    sentences = [records(article.sentences) for article in comparison.articles]
    alone: dict[int, list[str]] = {}
    above = ""
    for row in fact_rows(comparison):
        lines = list(_wordings(row, sentences, width))
        if row.articles + len(row.possibly) > 1:
            heading = f"{told_by(row)}:"
            yield lines if heading == above else [heading, *lines]
            above = heading
        else:
            teller = next(cell.article for cell in row.cells if cell.sentences)
            alone.setdefault(teller, []).extend(lines)
    for teller, lines in sorted(alone.items()):
        others = [place for place in range(len(sentences)) if place != teller]
        yield [f"{no_match(others)}:", *lines]


def _wordings(row: FactRow, sentences: list[list[dict[str, Any]]], width: int) -> Iterator[str]:
    for cell in row.cells:
        for number in cell.sentences:
            sentence = sentences[cell.article][number]
            notes = [POSSIBLY] if cell.band == POSSIBLY else []
            if sentence["voice"] != "outlet":
                notes.append(whose_words(sentence["voice"], sentence["speaker"]))
            if sentence["loaded"] == "loaded":
                notes.append(BAND_NAMES["loaded"])
            note = f"[{', '.join(map(printable, notes))}] " if notes else ""
            text = f"{note}{printable(sentence['text'])}"
            yield truncated(f"  {letter(cell.article)} {number + 1:>3}  {text}", width)
