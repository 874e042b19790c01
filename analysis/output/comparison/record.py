"""A comparison as one JSON object: the articles, all frames as records, and the findings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from analysis.comparison.frames import Comparison
from analysis.output.comparison.about import About, article_names
from analysis.output.comparison.findings import Finding, findings
from analysis.output.export import article_record, records
from analysis.output.phrasing.comparison.whole import notes, summary

if TYPE_CHECKING:
    import pandas as pd

FRAMES = (
    "pairs",
    "facts",
    "relations",
    "wordings",
    "numbers",
    "sayings",
    "attributions",
    "cuts",
    "namings",
    "speakers",
    "measures",
    "differences",
)
"""The frames of a ``Comparison``, in the order written."""


def comparison_json(comparison: Comparison, known: Sequence[About] = ()) -> str:
    """Return a comparison as one JSON object (RFC 8259), indented, ending in a newline.

    It says what ``comparison_record`` returns.
    """
    content = comparison_record(comparison, known)
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def comparison_record(comparison: Comparison, known: Sequence[About] = ()) -> dict[str, Any]:
    """Return a comparison as plain Python values.

    - ``articles``: one object an article: ``letter`` (A, B …), ``outlet`` and ``date`` (as far as
      ``known``, else empty), and all that ``analysis.output.export.to_json`` gives of it.
    - ``notes`` and ``summary``: what is said about the comparison as a whole.
    - ``findings``: by kind, objects with ``text``, ``clear`` and ``places``, each of which has
      ``article``, ``sentence``, ``number``, ``start`` and ``end``.
    - one list of objects for each frame of ``FRAMES``, with the columns declared in
      ``analysis.comparison.frames``; beside each number of a sentence or statement, which counts
      from 0, stands one that counts from 1: ``number`` beside ``sentence``, ``sentence_number_a``
      beside ``sentence_a``, ``said_sentence_number`` beside ``said_sentence``.

    Articles are counted from 0. Missing values and NaN are None.
    """
    content: dict[str, Any] = {
        "articles": [
            {
                "letter": name.letter,
                "outlet": name.known.outlet,
                "date": name.known.date,
                **article_record(article, name.known.notices),
            }
            for name, article in zip(
                article_names(comparison, known), comparison.articles, strict=True
            )
        ],
        "notes": notes(comparison),
        "summary": summary(comparison),
        "findings": {
            kind: [_finding(one) for one in some] for kind, some in findings(comparison).items()
        },
    }
    return content | {name: records(numbered_sides(getattr(comparison, name))) for name in FRAMES}


def _finding(finding: Finding) -> dict[str, Any]:
    places = [{**asdict(place), "number": place.sentence + 1} for place in finding.places]
    return {"text": finding.text, "clear": finding.clear, "places": places}


def numbered_sides(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame with numbers from 1 beside those of its sentences and statements."""
    written = frame.copy(deep=False)
    for name in frame.columns:
        stem, _, side = str(name).partition("_")
        if name == "sentence":  # as in the frames of one article
            numbered = "number"
        elif stem in ("sentence", "statement"):
            numbered = f"{stem}_number_{side}"
        elif side == "sentence":
            numbered = f"{stem}_sentence_number"
        else:
            continue
        written.insert(list(written.columns).index(name) + 1, numbered, frame[name] + 1)
    return written
