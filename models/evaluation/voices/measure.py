"""All figures of slant-voices, from its weights and the held-out rows of the labelled sets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from models.evaluation.floors import held_against, read_floors
from models.evaluation.voices.attributions import (
    attribution_lines,
    between_people,
    linked_lines,
)
from models.evaluation.voices.held_out import HeldOut
from models.evaluation.voices.names import as_headlines, name_lines
from models.evaluation.voices.same_fact import fact_lines, tfidf_cosine
from models.inference.voices.network import Voices

FLOORS = Path(__file__).with_name("floors.csv")

_INTERVAL = (
    "95 % percentile bootstrap, 500 draws of whole documents, or of whole topics for pairs of "
    "sentences"
)


def evaluate_voices(network: Voices, rows: HeldOut) -> dict[str, Any]:
    """Every figure, as it is stored in `metrics.json`.

    Sentences with names are tagged one by one, as their sets have them, those of newswire as
    headlines too (`as_headlines`); articles as a whole, as Slant reads them.

    Args:
        network: the release.
        rows: what it is measured on.

    Returns:
        ``model``, ``version``, ``evaluated``, ``interval``; ``names``, ``attributions`` and
        ``same_fact``: lines as in `models.evaluation.figures.lines`; ``linked``: shares by kind of
        attribution; ``people``: the lines of attributions between annotators; ``floors``.

    Raises:
        DataError: the table of floors can't be read.
    """
    texts = [*rows.names, *as_headlines(rows.names)]
    names = network.tag([text.text for text in texts])
    articles = network.tag([article.text for article in rows.articles])
    found = [one.attributions for one in articles]
    facts = {
        "slant": network.same_fact([(pair.first, pair.second) for pair in rows.pairs]),
        "tfidf": tfidf_cosine(rows.train_sentences, rows.pairs),
    }
    metrics: dict[str, Any] = {
        "model": network.name,
        "version": network.version,
        "evaluated": date.today().isoformat(),
        "interval": _INTERVAL,
        "names": name_lines(
            texts,
            [[(name.start, name.end, name.kind) for name in one.names] for one in names],
        ),
        "attributions": attribution_lines(rows.articles, found),
        "linked": linked_lines(rows.articles, found),
        "people": between_people(rows.read_by_several),
        "same_fact": fact_lines(rows.pairs, facts),
    }
    return {**metrics, "floors": held_against(voices_measures(metrics), read_floors(FLOORS))}


def voices_measures(metrics: Mapping[str, Any]) -> dict[str, float]:
    """Every line's value by the name of its measure, as `floors.csv` has it."""
    return {
        f"{row['task']}, {row['metric']}": float(row["scores"]["slant"]["value"])
        for part in ("names", "attributions", "same_fact")
        for row in metrics[part]
    }
