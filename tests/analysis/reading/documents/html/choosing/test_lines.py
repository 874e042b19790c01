"""Single lines that are recognised by their wording."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.documents.html.choosing.lines import (
    begins_comments,
    is_around_the_article,
    is_credit,
    is_time,
    without_credit,
)
from analysis.reading.documents.html.choosing.offers import ends_a_teaser, is_wall


@pytest.mark.parametrize(
    "text",
    [
        "10:42", "10.42am", "10.42 BST", "3 May 2021", "May 3, 2021", "Mon 3 May 2021 10.42 BST",
        "Published 3 May 2021", "Last updated 2 hours ago", "5m ago", "2021-05-03", "4 min read",
        "3/5/2021, 10:42 GMT", "Updated: 10:42 a.m. ET",
    ],
)  # fmt: skip
def test_times(text: str) -> None:
    assert is_time(text)


@pytest.mark.parametrize(
    "text", ["May 1968 was hot", "At 10:42 it sank.", "2021", "On 3 May they met", "12 people", ""]
)
def test_no_times(text: str) -> None:
    assert not is_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "Photograph: Rob Tale", "Photo by Rob Tale", "Credit: Rob Tale/AP", "Rob Tale/Getty Images",
        "Getty Images", "(AP)", "Image source, Rob Tale", "Picture: Ida Holm",
    ],
)  # fmt: skip
def test_credits(text: str) -> None:
    assert is_credit(text)


@pytest.mark.parametrize(
    ("caption", "shorter"),
    [
        ("The ship left. Photograph: Rob Tale", "The ship left."),
        ("The ship left. (Photo by Rob Tale)", "The ship left."),
        ("The ship left. Rob Tale / Bay Courier", "The ship left."),
        ("The ship left.", "The ship left."),
        ("The ship left the pier/quay.", "The ship left the pier/quay."),
    ],
)
def test_captions_lose_their_credit(caption: str, shorter: str) -> None:
    assert without_credit(caption) == shorter


@pytest.mark.parametrize(
    "text",
    [
        "Subscribe to read on", "To continue reading, log in.", "Already a subscriber?", "Log in",
        "This article is for subscribers only.", "You have 2 free articles left this month.",
        "£1 a week for the first six months", "Unlock this article", "Cancel anytime.",
    ],
)  # fmt: skip
def test_offers(text: str) -> None:
    assert is_wall(text)


@pytest.mark.parametrize(
    "text",
    [
        "This post is for paid subscribers",
        "Keep reading with a 7-day free trial",
        "Only subscribers can read this article.",
        "You must be logged in to view this content.",
        "You need a subscription to read this",
        "This content is locked",
        "Subscription required",
        "Thank you for reading! To continue, subscribe.",
        "To access the full article, please subscribe",
        "Read the full article with a subscription",
        "Your free articles are used up",
        "Become a member to read the rest",
        "You've reached the end of your free preview",
        "There is more to this story. Subscribe.",
    ],
)
def test_ends_of_teasers(text: str) -> None:
    assert ends_a_teaser(text)
    assert is_wall(text)


@pytest.mark.parametrize(
    "text",
    [
        "You must be logged in to vote, and only nine people were.",
        "Only members may vote in the hall, the club's rules say, and guests may not.",
        "To see the full story of the ship, one has to go down to the sea bed.",
        "Register to vote by Friday, the council told its residents.",
        "The article is for sale, and so is the house that it describes.",
        "Subscribe to our newsletter to read more stories like this.",
        "He wanted to read on, but the light was gone.",
        "You have read the letter that I sent you, she told the court.",
        "Members of the club are free to enter.",
    ],
)
def test_no_end_of_a_teaser(text: str) -> None:
    assert not ends_a_teaser(text)


@pytest.mark.parametrize("text", ["Comments", "3 comments", "Comments (12)", "Leave a reply"])
def test_headings_of_comments(text: str) -> None:
    assert begins_comments(text)
    assert not begins_comments(f"{text} of the mayor on the pier")


@given(st.text(max_size=500))
def test_any_line_gets_an_answer(text: str) -> None:
    assert is_around_the_article(text) in (True, False)
    assert text.startswith(without_credit(text).rstrip())
