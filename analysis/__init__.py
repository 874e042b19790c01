"""Analyse an article: loaded language, voice, tone and readability, as pandas frames.

    from analysis import analyze, score_sentences, compare, read

    result = analyze(text)               # result.article, .sentences, .spans, .statements,
                                         # .names, .quotations, .text
    result = analyze(read("a.html"))     # the same with the article's title and quoted passages
    frame = score_sentences(["…", "…"])  # one row per sentence, same order
    article = read("article.txt")        # Article(text, title, author, date, url, kind)
    pairs = compare(result_a, result_b)  # aligned sentences and their differences
    found = compare_all([a, b, c])       # Comparison: .pairs, .facts, .sayings, .speakers …

Every error that the user can fix is raised as a ``SlantError``. The modules behind these names
are imported on first use, so that ``import analysis`` is fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.comparison.comparing import compare, compare_all
    from analysis.comparison.frames import Comparison
    from analysis.errors import SlantError
    from analysis.frames import Result
    from analysis.reading.articles import Article
    from analysis.reading.sources import read
    from analysis.scoring.pipeline import analyze
    from analysis.scoring.sentences import score_sentences

__all__ = [
    "Article",
    "Comparison",
    "Result",
    "SlantError",
    "analyze",
    "compare",
    "compare_all",
    "read",
    "score_sentences",
]

# The module, under ``analysis``, that defines each public name.
_MODULES = {
    "Article": "reading.articles",
    "Result": "frames",
    "SlantError": "errors",
    "analyze": "scoring.pipeline",
    "Comparison": "comparison.frames",
    "compare": "comparison.comparing",
    "compare_all": "comparison.comparing",
    "read": "reading.sources",
    "score_sentences": "scoring.sentences",
}


def __getattr__(name: str) -> Any:
    """Import a public name's module on first use (PEP 562)."""
    if name not in _MODULES:
        raise AttributeError(f"module 'analysis' has no attribute {name!r}")
    return getattr(import_module(f"analysis.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
