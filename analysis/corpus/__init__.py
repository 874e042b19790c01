"""Many articles: an archive is read, analysed on Dask, kept as Parquet, and asked with DuckDB."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.corpus.archive.frames import Chosen
    from analysis.corpus.archive.opening import Corpus, open_corpus
    from analysis.corpus.engine.analyzing import analyze_corpus

__all__ = ["Chosen", "Corpus", "analyze_corpus", "open_corpus"]

_WHERE = {
    "Chosen": "analysis.corpus.archive.frames",
    "Corpus": "analysis.corpus.archive.opening",
    "open_corpus": "analysis.corpus.archive.opening",
    "analyze_corpus": "analysis.corpus.engine.analyzing",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for only then: Dask, DuckDB and pandas take their time."""
    from importlib import import_module

    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_WHERE[name]), name)
