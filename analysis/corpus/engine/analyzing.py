"""Analyse a whole archive into a folder of Parquet files."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter

from analysis.corpus.articles import analyze_articles
from analysis.corpus.engine.record import Progress, Summary
from analysis.corpus.layout import ARTICLES_A_PART, DONE, SETTINGS, part_name, write_tables
from analysis.corpus.reading.opening import open_archive
from analysis.corpus.reading.record import Choices


def analyze_corpus(
    source: str | Path,
    out: str | Path,
    *,
    columns: Mapping[str, str] | None = None,
    day_first: bool | None = None,
    any_language: bool = False,
    duplicates: bool = True,
    workers: int = 0,
    scheduler: str | None = None,
    part: int = ARTICLES_A_PART,
    on_progress: Callable[[Progress], object] | None = None,
) -> Summary:
    """Analyse the archive ``source`` into the folder ``out``."""
    began, out = perf_counter(), Path(out)
    archive = open_archive(Path(source), Choices(columns or {}, day_first))
    analysed = 0
    for number, (articles, _unread) in enumerate(archive.parts(part)):
        found = analyze_articles(articles, any_language=any_language)
        write_tables(out, number, found)
        (out / DONE).mkdir(exist_ok=True)
        (out / DONE / f"{part_name(number)}.json").write_text(
            json.dumps({name: len(rows) for name, rows in found.tables.items()})
        )
        analysed += len(articles)
        if on_progress is not None:
            on_progress(Progress(analysed, 0, archive.total, archive.share_read(), 0))
    (out / SETTINGS).write_text(json.dumps(archive.settings))
    return Summary(analysed, {}, tuple(archive.claims), 0, perf_counter() - began)
