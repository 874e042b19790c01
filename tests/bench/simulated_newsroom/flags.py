"""The model's flags on articles: an archive's, or invented ones."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from analysis.columns import frame
from analysis.desk.article import desk_article
from analysis.desk.fit.counting import FITTED_KINDS
from analysis.desk.fit.new_article import as_flags
from analysis.desk.frames import FLAGS
from analysis.errors import SlantError
from analysis.reading.articles import Article
from analysis.rules.rule import RuleSet
from analysis.scoring.pipeline import analyze
from tests.bench.invented_articles import article as invented_article

SHORTEST, LONGEST = 3_000, 9_000
"""Characters of the archive's articles that are taken: neither briefs nor long reads."""


def archive_articles(path: Path, many: int, seed: int = 7) -> Iterator[tuple[str, str, str]]:
    """Yield text, outlet and section of articles of a Parquet file (``text, outlet, topic``)."""
    archive = pd.read_parquet(path, columns=["text", "outlet", "topic"])
    fitting = archive[archive["text"].str.len().between(SHORTEST, LONGEST)]
    for row in fitting.sample(frac=1, random_state=seed).head(many).itertuples():
        yield str(row.text), str(row.outlet), str(row.topic)


def invented_articles(many: int) -> Iterator[tuple[str, str, str]]:
    """Yield as much of invented articles."""
    for number in range(many):
        yield invented_article(number, 130), "The Ashby Courier", random.Random(number).choice("ab")


def flags_of(articles: Iterable[tuple[str, str, str]]) -> pd.DataFrame:
    """Return a frame ``FLAGS`` of what the model flags; says on stderr how far it is."""
    parts = []
    for number, (text, outlet, section) in enumerate(articles):
        try:
            read = Article(text, None, None, None, None, "text")
            new = desk_article(read, analyze(text), RuleSet(), outlet=outlet, section=section)
        except SlantError as error:
            print(f"article {number}: {error}", file=sys.stderr)
            continue
        parts.append(as_flags(new).assign(article=number))
        if number % 50 == 49:
            print(f"{number + 1} articles", file=sys.stderr)
    found = pd.concat(parts, ignore_index=True)
    found = found[found["kind"].isin(FITTED_KINDS)]
    return frame(found.assign(flag=range(len(found))), FLAGS)


def kept_flags(path: Path, articles: Iterable[tuple[str, str, str]]) -> pd.DataFrame:
    """Return what ``flags_of`` returns, from ``path`` if it is there, else kept there."""
    if not path.is_file():
        half = path.with_name(path.name + ".part")
        flags_of(articles).to_parquet(half)
        os.replace(half, path)
    return frame(pd.read_parquet(path), FLAGS)
