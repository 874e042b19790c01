"""Descriptions that stand for a person whom the article introduced with the same words."""

from __future__ import annotations

import re

from analysis.speakers.names.titles import gender_of_titles, is_title
from analysis.speakers.resolve.article_names import ArticleNames

_WORD = re.compile(r"\d{1,3}-year-old|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_DEFINITE = frozenset({"the"})
_MOST_WORDS = 5


def person_described(article: ArticleNames, start: int, end: int) -> int | None:
    """Return the one person whom “the senator”, “the former prime minister” stands for.

    The description must be definite, or a title by itself; and one person alone must have been
    introduced with it until then: “Senator Joan Hale”, “Joan Hale, a senator”.
    """
    words = _WORD.findall(article.text[start:end].casefold())
    if words and words[0] in _DEFINITE:
        words = words[1:]
    elif len(words) != 1 or not is_title(words[0]):
        return None
    if not words or len(words) > _MOST_WORDS:
        return None
    if any(True for _ in article.mentions(start, end)):
        return None
    found = article.introduced_as(tuple(words), start)
    gender = gender_of_titles([words[-1]])
    found = {name for name in found if article.gender[name] in ("", gender) or not gender}
    return found.pop() if len(found) == 1 else None
