"""A newsroom's desk with invented articles and decisions, whose figures a test knows beforehand."""

from tests.desk_filled.articles import ARTICLES, invented_articles
from tests.desk_filled.filling import EDITORS, Filled, fill_desk

__all__ = ["ARTICLES", "EDITORS", "Filled", "fill_desk", "invented_articles"]
