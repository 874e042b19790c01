"""The tables of an archive: every column's name, dtype and meaning, declared once.

An archive is many analysed articles. ``INPUT`` is what its readers give, a row an article;
``TABLES`` are what is kept of it, a folder of Parquet files each. All tables share the column
``article``, the number of the article in the archive; offsets point into its ``text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.columns import Column, Columns
from analysis.frames import ARTICLE, NAMES, SENTENCES, SPANS, STATEMENTS

if TYPE_CHECKING:
    import pandas as pd

ARTICLE_NUMBER: Columns = {
    "article": Column("int64", "number of the article in the archive, from 0, as it was given"),
}

_ABOUT: Columns = {
    **ARTICLE_NUMBER,
    "id": Column("str", "its name in the archive that it comes from, or empty"),
    "outlet": Column("str", "the outlet that published it, or empty"),
    "author": Column("str", "its author or authors as given, or empty"),
    "section": Column("str", "the section of the outlet, or empty"),
    "topic": Column("str", "its topic as given, or empty"),
    "date": Column("datetime64[us]", "the day of its publication, at midnight, or NaT"),
    "title": Column("str", "its title, or empty"),
    "url": Column("str", "its address, or empty"),
    "source": Column("str", "the file it was read from, with the place in it"),
}

INPUT: Columns = {
    **_ABOUT,
    "text": Column("str", "its text, exactly as read: all offsets point into it"),
    "quoted": Column(
        "object",
        "list of (start, end) offsets of passages that its structure gives as somebody else's "
        "words",
    ),
}
"""One row per article that is to be analysed, as the readers of ``analysis.corpus.reading``
give it."""

ARTICLES: Columns = {
    **INPUT,
    **{name: column for name, column in ARTICLE.items() if name not in INPUT},
}
"""One row per analysed article: what it was given with, and its row of ``analysis.frames.ARTICLE``
(counts, shares, tone, readability, model)."""

VOICES: Columns = {
    **ARTICLE_NUMBER,
    "voice": Column("str", "whose words: outlet, quoted, reported or mixed"),
    "sentences": Column("int64", "sentences in that voice, without furniture"),
    "scored": Column("int64", "those of them that were scored"),
    "loaded": Column("int64", "those in the band loaded"),
    "uncertain": Column("int64", "those in the band uncertain"),
    "negative": Column("int64", "those whose tone_label is negative"),
    "positive": Column("int64", "those whose tone_label is positive"),
    "tone_sum": Column("float64", "sum of their tone; by scored it is the mean tone"),
    "words": Column("int64", "their words"),
}
"""Four rows per article, one a voice, also where the article has no sentence in it: what averages
over many articles are made of."""

SKIPPED: Columns = {
    **_ABOUT,
    "reason": Column("str", "why: the name of the error, as NotEnglish"),
    "message": Column("str", "the same as one sentence"),
}
"""One row per article that could not be read or analysed."""

TABLES: dict[str, Columns] = {
    "articles": ARTICLES,
    "voices": VOICES,
    "sentences": {**ARTICLE_NUMBER, **SENTENCES},
    "spans": {**ARTICLE_NUMBER, **SPANS},
    "statements": {**ARTICLE_NUMBER, **STATEMENTS},
    "names": {**ARTICLE_NUMBER, **NAMES},
    "skipped": SKIPPED,
}
"""The tables that each partition of an archive has, by name."""


@dataclass(frozen=True)
class Analysed:
    """A partition of an archive: a frame per name in ``TABLES``, with the columns declared
    there."""

    tables: dict[str, pd.DataFrame]


SIGNATURES: Columns = {
    **ARTICLE_NUMBER,
    "date": Column("datetime64[us]", "as in the articles"),
    "words": Column("int64", "words of its text, without bylines, credits and other furniture"),
    "shingles": Column("int64", "different runs of words in it: the size of what was hashed"),
    "figures": Column("int64", "different numbers in it"),
    "whole": Column("int64", "hash of all its words: equal where the wording is the same"),
    "signature": Column("str", "the MinHash signature of its runs of words, in Base64"),
    "numbers": Column("str", "the MinHash signature of its numbers, in Base64"),
}
"""One row per article: what near-duplicates are found by, without reading the texts again; its
columns after ``article`` and ``date`` are the affair of ``analysis.corpus.duplicates``."""

DUPLICATES: Columns = {
    **ARTICLE_NUMBER,
    "cluster": Column("int64", "number of the article that stands for its copies"),
    "copies": Column("int64", "articles of the cluster, at least 2"),
    "kept": Column("bool", "whether it is the one that is counted where copies count once"),
    "similarity": Column("float64", "how alike it is to the one that is kept, 0 to 1"),
}
"""One row per article that has near-duplicates in the archive. The one that is kept is the earliest
by date, then by number; an article without a date comes after those with one."""
