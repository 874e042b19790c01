"""``POST /api/compare``: two to five articles to the JSON that ``slant compare --json`` gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.comparison.comparing import ARTICLES_COMPARED
from analysis.errors import SlantError
from analysis.output.comparison.about import About
from analysis.output.comparison.record import comparison_record
from analysis.queue.articles import analyze_in_queue, compare_in_queue
from api.answers import Answer, Problem, malformed
from api.articles.fields import article_of, name_of, switch_of
from api.articles.problems import in_article, problem_of
from api.bodies import fields
from api.resource import Asked

if TYPE_CHECKING:
    from analysis.frames import Result
    from analysis.reading.articles import Article


def compare(asked: Asked) -> Answer:
    """Answer with the comparison of two to five articles; ``article`` in a problem is the place,
    from 0, of the one that cannot be compared. Raises Problem."""
    given = fields(asked.body, {"articles"}, {"any_language"})
    articles = given["articles"]
    fewest, most = ARTICLES_COMPARED
    if not isinstance(articles, list) or not fewest <= len(articles) <= most:
        raise malformed(f"“articles” is not a list of {fewest} to {most} articles.")
    any_language = switch_of(given, "any_language", False)
    # All are looked at before the first is analysed, which takes long.
    read = [_read(one, place) for place, one in enumerate(articles)]
    results = [
        _analysed(article, source, place, any_language, asked)
        for place, (article, source) in enumerate(read)
    ]
    known = [About(notices=article.notices) for article, _ in read]
    return Answer(200, comparison_record(compare_in_queue(results, asked.waiting), known))


def _read(given: Any, place: int) -> tuple[Article, str | None]:
    try:
        parts = fields(given, {"text"}, {"title", "source"})
        return article_of(parts), name_of(parts, "source")
    except Problem as problem:
        raise in_article(problem, place) from None


def _analysed(
    article: Article, source: str | None, place: int, any_language: bool, asked: Asked
) -> Result:
    try:
        return analyze_in_queue(article, source, any_language, asked.waiting)
    except SlantError as error:
        problem = problem_of(error)
        if problem.status != 422:  # of the server, not of this article
            raise problem from None
        raise in_article(problem, place) from None
