"""How articles of a comparison are named."""

from dataclasses import replace

import pytest

from analysis.output.comparison.about import About, article_names
from tests.hand_made_comparison import hand_made


def test_letter_title_and_what_is_known() -> None:
    known = [About(outlet="The Post", date="4 May"), About(date="5 May")]
    one, other = article_names(hand_made(2), known)
    assert (one.letter, one.title, one.detail) == (
        "A",
        "Pier closed after inspection",
        "The Post, 4 May",
    )
    assert (other.letter, other.detail) == ("B", "5 May")
    assert [name.detail for name in article_names(hand_made(2))] == ["", ""]


@pytest.mark.parametrize(
    ("title", "source", "expected"),
    [
        ("", "town.txt", "town.txt"),
        ("", "", "Untitled article"),
        ("Two\nlines\u202e", "town.txt", "Two lines"),
        ("word " * 60, "", "word " * 22 + "word…"),
    ],
)
def test_what_an_article_is_called(title: str, source: str, expected: str) -> None:
    comparison = hand_made(2)
    first, second = comparison.articles
    named = replace(first, article=first.article.assign(title=title, source=source))
    names = article_names(replace(comparison, articles=(named, second)))
    assert names[0].title == expected


def test_what_is_known_must_be_of_all() -> None:
    with pytest.raises(ValueError, match="2 articles, but 1"):
        article_names(hand_made(2), [About()])
