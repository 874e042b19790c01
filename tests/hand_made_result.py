"""Results made of given sentences, for tests that need an article with known rows."""

from collections.abc import Sequence
from typing import Any

from analysis.frames import (
    ARTICLE,
    NAMES,
    QUOTATIONS,
    SENTENCES,
    SPANS,
    STATEMENTS,
    Result,
    empty,
    frame,
)


def result_of(
    texts: Sequence[str],
    spans: Any = None,
    statements: Any = None,
    names: Any = None,
    article: Any = None,
    **columns: Sequence[Any],
) -> Result:
    """Return a Result of sentences, one a paragraph, and their columns.

    ``spans``, ``statements`` and ``names`` are the columns of these frames, which are else empty;
    ``article`` maps names of the article's row to their values, which are else empty or 0.
    """
    text = "\n\n".join(texts)
    starts = [sum(len(one) + 2 for one in texts[:number]) for number in range(len(texts))]
    rows: dict[str, Sequence[Any]] = {name: [0.0] * len(texts) for name in SENTENCES}
    rows |= {
        "sentence": range(len(texts)),
        "paragraph": range(len(texts)),
        "start": starts,
        "end": [start + len(one) for start, one in zip(starts, texts, strict=True)],
        "text": texts,
        "part": ["body"] * len(texts),
        "voice": ["outlet"] * len(texts),
        "speaker": [""] * len(texts),
        "statement": [None] * len(texts),
        "sentiment": ["neutral"] * len(texts),
        "tone_label": ["neutral"] * len(texts),
        "loaded": ["not loaded"] * len(texts),
        "language": ["en"] * len(texts),
    } | columns
    row: dict[str, Any] = {
        name: "" if column.dtype == "str" else 0 for name, column in ARTICLE.items()
    }
    row |= {"smog_index": float("nan")} | (article or {})
    return Result(
        article=frame({name: [value] for name, value in row.items()}, ARTICLE),
        sentences=frame(rows, SENTENCES),
        spans=empty(SPANS) if spans is None else frame(spans, SPANS),
        statements=empty(STATEMENTS) if statements is None else frame(statements, STATEMENTS),
        names=empty(NAMES) if names is None else frame(names, NAMES),
        quotations=empty(QUOTATIONS),
        text=text,
    )
