"""Articles of all made files of news and research are split right, and have their dates."""

from __future__ import annotations

from pathlib import Path

from tests.analysis.corpus.reading.exports.made.measuring import added, measure
from tests.analysis.corpus.reading.news.made.fixtures import FIXTURES


def test_articles_and_dates(tmp_path: Path) -> None:
    score = added([measure(fixture, tmp_path) for fixture in FIXTURES])
    assert score.files >= 16
    assert score.split >= 0.99 * score.articles, "\n".join(score.wrong)
    assert score.dates >= 0.98 * score.articles, "\n".join(score.wrong)
    assert score.fields >= 0.98 * score.articles, "\n".join(score.wrong)
    assert score.claims == score.files
