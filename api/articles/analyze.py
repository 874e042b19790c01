"""``POST /api/analyze``: one article to the JSON that ``slant read --json`` gives."""

from __future__ import annotations

from analysis.output.export import article_record
from analysis.queue.articles import analyze_in_queue
from api.answers import Answer
from api.articles.fields import article_of, name_of, switch_of
from api.bodies import fields
from api.resource import Asked


def analyze_text(asked: Asked) -> Answer:
    """Answer with the analysis of a text; raises Problem, and SlantError as ``analysis.analyze``
    does."""
    given = fields(asked.body, {"text"}, {"title", "source", "any_language"})
    article = article_of(given)
    source = name_of(given, "source")
    any_language = switch_of(given, "any_language", False)
    result = analyze_in_queue(article, source, any_language, asked.waiting)
    return Answer(200, article_record(result, article.notices))
