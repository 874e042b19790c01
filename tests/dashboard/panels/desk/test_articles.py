"""The list of the desk's articles: what is found, and what is said of each."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dashboard.panels.desk.articles import about, matching, name_of
from store.desk.records import DeskArticle

POOL = DeskArticle(
    3, "Pool to close", "Ida Moss", "Town", "The Bugle", "2026-03-02", "", "pool.txt", "text",
    "en", 1200, "slant-minilm", "1", datetime(2026, 3, 4, tzinfo=UTC), "Ann", 12, 3, (),
)  # fmt: skip
FERRY = replace(POOL, id=4, title="", outlet="", section="", published="", flags=0, open=0)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("", [3, 4]), ("POOL bugle", [3]), ("moss", [3, 4]), ("pool.txt", [3, 4]), ("boat", [])],
)
def test_all_words_are_to_be_found(wanted, found):
    assert [one.id for one in matching([POOL, FERRY], wanted, False)] == found


def test_only_those_with_open_flags():
    assert matching([POOL, FERRY], "", True) == [POOL]


def test_what_is_said_of_an_article():
    assert about(POOL) == (
        "The Bugle · Town · 2026-03-02 · 1,200 words · added by Ann on 2026-03-04 · "
        "9 of 12 flags decided"
    )
    assert about(FERRY) == "1,200 words · added by Ann on 2026-03-04 · no flags"


def test_every_article_has_a_name():
    assert name_of(POOL) == "Pool to close"
    assert name_of(FERRY) == "pool.txt"
    assert name_of(replace(FERRY, source="")) == "Article 4"
