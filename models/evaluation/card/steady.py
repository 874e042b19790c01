"""Sections of the model card on what should not change a score; each a list of lines."""

from __future__ import annotations

from collections.abc import Sequence

from models.evaluation.card.tables import Row, table

_LABELS = {
    "loaded": "loaded label (at 0.5)",
    "band": "band",
    "sentiment": "sentiment label",
    "tone": "tone as shown",
}
_CHANGES = {"names": "politicians swapped", "full stop": "last full stop dropped"}


def real_sentences(lines: Sequence[Row]) -> list[str]:
    """How often a label of real sentences changes that should not; nothing if not measured."""
    if not lines:
        return []
    return [
        "### Real sentences: names swapped, full stop dropped",
        "",
        "Share of sentences whose label changed (Wilson's 95 % intervals). Politicians of the "
        "suite above are put into each other's place, by full name or surname; in NewsMTSC's "
        "validation and test articles, and in unlabelled articles that were left out of the pass "
        "that makes scores steady.",
        "",
        *table(
            ["sentences of", "change", "sentences", *_LABELS.values()],
            [
                [
                    line["source"],
                    _CHANGES[line["change"]],
                    f"{line['sentences']:,}",
                    *(_share(line[label]) for label in _LABELS),
                ]
                for line in lines
            ],
        ),
    ]


def vivid(found: Row) -> list[str]:
    """False alarms among plain sentences in vivid words; nothing if not measured."""
    if not found:
        return []
    titles = {"held_out": "desks in no training", "trained": "desks in training"}
    rows = [
        [
            titles[name],
            f"{half['rows']}",
            _share(half),
            f"{half['uncertain']:.1%}",
            ", ".join(f"{desk} {count}" for desk, count in half["desks"].items()),
        ]
        for name, half in found.items()
    ]
    return [
        "### Vivid, but plain",
        "",
        "Plain sentences of a newspaper's desks in vivid words, idioms and terms of a trade "
        "(`models/evaluation/desks/`), written for this project. Each in the band loaded is a "
        "false alarm. This is the network alone: Slant looks up set terms before it is asked.",
        "",
        *table(["of", "sentences", "called loaded", "uncertain", "called loaded by desk"], rows),
    ]


def spoken(found: Row) -> list[str]:
    """Whether sentences keep their band in a speaker's mouth; nothing if not measured."""
    if not found:
        return []
    titles = {"flagged": "loaded, flagged alone: stay so", "plain": "plain alone: become loaded"}
    forms = [name for name in next(iter(found.values())) if name != "rows"]
    return [
        "### In a speaker's mouth",
        "",
        "Test sentences of BABE and PTC in forms that training has not seen: in quotation marks "
        "with “the guild's treasurer remarked”, behind “remarked that”, and behind “as … sees it”. "
        "The network alone on the whole sentence; Slant scores what is said by itself.",
        "",
        *table(
            ["sentences", "rows", *forms],
            [
                [titles[name], f"{row['rows']:,}", *(_share(row[form]) for form in forms)]
                for name, row in found.items()
            ],
        ),
    ]


def _share(row: Row) -> str:
    return f"{row['share']:.1%} ({row['low']:.1%}–{row['high']:.1%})"
