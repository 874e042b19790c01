"""What one article attributes and another asserts."""

from collections.abc import Callable
from typing import Any

import pytest

from analysis.columns import empty, frame
from analysis.comparison.alignment.judge import same_fact
from analysis.comparison.alignment.pairs import pairs as aligned
from analysis.comparison.frames import ATTRIBUTIONS, PAIRS
from analysis.comparison.saying.attributions import MOST_JUDGED
from analysis.frames import Result
from analysis.speakers.tagging.network import voices
from tests.analysis.comparison.of_articles import attributions

Given = tuple[str, str, str, str]

SAID = ("Joan Hale", "said", "say/neutral", "that the pumps had failed twice since March")
OWN = "Since March the pumps failed twice."


def linked(band: str) -> Any:
    """Return pairs in which the first sentences of two articles are linked."""
    row: dict[str, list[Any]] = {
        name: [float("nan")] if column.dtype == "float64" else [None]
        for name, column in PAIRS.items()
    }
    row |= {"article_a": [0], "article_b": [1], "sentence_a": [0], "sentence_b": [0]}
    return frame(row | {"band": [band]}, PAIRS)


def test_attributed_here_asserted_there(
    stated: Callable[..., Result], judge_of: Callable[..., Any]
) -> None:
    first, second = stated(SAID), stated(own=[OWN])
    found = attributions(linked("same fact"), [first, second], judge_of(0.95))
    assert list(found.columns) == list(ATTRIBUTIONS)
    [row] = found.to_dict("records")
    assert first.text[row["said_start"] : row["said_end"]] == row["said_text"] == SAID[3]
    assert (row["said_in"], row["said_sentence"], row["asserted_in"]) == (0, 0, 1)
    assert (row["speaker"], row["cue"]) == ("Joan Hale", "said")
    assert second.sentences["text"][row["asserted_sentence"]] == row["asserted_text"] == OWN
    # The other way round it is found too.
    [turned] = attributions(linked("same fact"), [second, first], judge_of(0.95)).to_dict("records")
    assert (turned["said_in"], turned["asserted_in"]) == (1, 0)


@pytest.mark.parametrize(
    ("band", "probability", "number"),
    [
        ("same fact", 0.91, 1),
        ("same fact", 0.89, 0),
        ("possibly", 0.96, 0),
        ("possibly", 0.98, 1),
        ("no match found", 0.98, 1),
    ],
)
def test_how_sure_it_must_be(
    stated: Callable[..., Result],
    judge_of: Callable[..., Any],
    band: str,
    probability: float,
    number: int,
) -> None:
    articles = [stated(SAID), stated(own=[OWN])]
    assert len(attributions(linked(band), articles, judge_of(probability))) == number


@pytest.mark.parametrize(
    "statement",
    [
        # What somebody does or wants done.
        ("Joan Hale", "voted", "vote/neutral", SAID[3]),
        ("Joan Hale", "asked for", "ask for/neutral", "pumps that had not failed twice"),
        # What was not said.
        ("Joan Hale", "did not say", "say/neutral", SAID[3]),
        # Another number.
        ("Joan Hale", "said", "say/neutral", "that 3 pumps had failed twice since March"),
        # Most of it is something else.
        (
            "Joan Hale",
            "said",
            "say/neutral",
            "that pumps which failed were a sign of neglect, waste, greed and poor planning",
        ),
        # Names alone.
        ("Joan Hale", "said", "say/neutral", "Joan Hale would swim"),
    ],
)
def test_what_is_no_assertion_of_it(
    stated: Callable[..., Result], judge_of: Callable[..., Any], statement: Given
) -> None:
    judge = judge_of(0.99)
    articles = [stated(statement), stated(own=[OWN, "Joan Hale drank."])]
    assert attributions(linked("same fact"), articles, judge).empty


def test_a_sentence_in_which_somebody_speaks_asserts_nothing(
    stated: Callable[..., Result], judge_of: Callable[..., Any]
) -> None:
    articles = [stated(SAID), stated(("Officials", "say", "say/neutral", OWN))]
    # Even where its voice were held for the outlet's.
    articles[1].sentences["voice"] = "outlet"
    assert attributions(linked("same fact"), articles, judge_of(0.99)).empty


def test_a_headline_with_whose_words_it_is_asserts_nothing(
    stated: Callable[..., Result], judge_of: Callable[..., Any]
) -> None:
    labelled, plain = (stated(own=[line]) for line in (f"Hale: {OWN}", OWN))
    for headline in (labelled, plain):
        headline.sentences["part"] = "headline"
    judge = judge_of(0.99)
    assert attributions(linked("same fact"), [stated(SAID), labelled], judge).empty
    assert len(attributions(linked("same fact"), [stated(SAID), plain], judge)) == 1


def test_the_judge_is_asked_once_for_a_bounded_number(
    stated: Callable[..., Result], judge_of: Callable[..., Any]
) -> None:
    judge = judge_of(0.99)
    first = stated(*[SAID] * 9)
    found = attributions(empty(PAIRS), [first, stated(own=[OWN] * 9)], judge)
    assert [len(asked) for asked in judge.asked] == [MOST_JUDGED]
    assert found["said_sentence"].is_unique


@pytest.mark.parametrize(
    ("said", "own", "number"),
    [
        ("that he could not vouch for the £3 million put by", "The firm put by £3 million.", 0),
        ("that the £3 million was put by", "The firm put by £3 million.", 1),
        ("that the pumps would never be mended", "Nobody mended the pumps.", 1),
    ],
)
def test_what_is_denied_is_not_asserted_by_a_sentence_that_denies_nothing(
    stated: Callable[..., Result], judge_of: Callable[..., Any], said: str, own: str, number: int
) -> None:
    articles = [stated(("Joan Hale", "said", "say/neutral", said)), stated(own=[own])]
    assert len(attributions(linked("same fact"), articles, judge_of(0.99))) == number


@pytest.mark.parametrize(("own", "number"), [("Boats fish.", 0), ("Boats fish here daily.", 1)])
def test_two_words_of_a_quoted_remark_are_too_few(
    stated: Callable[..., Result], judge_of: Callable[..., Any], own: str, number: int
) -> None:
    first = stated(("Joan Hale", "said", "say/neutral", "our boats fish daily"))
    first.statements["form"] = "direct"
    assert len(attributions(linked("same fact"), [first, stated(own=[own])], judge_of(0.99))) == (
        number
    )


def test_real_articles_that_only_share_words(told: Callable[..., list[Result]]) -> None:
    styles = ("plain", "loaded", "opposed")
    for event, wrong in (("housing-march", "rents to pay"), ("quarry-closure", "vouch for")):
        articles = told(*(f"{event}-{style}" for style in styles))
        found = attributions(aligned(articles, voices()), articles, same_fact)
        assert len(found)
        assert not found["said_text"].str.contains(wrong).any()


def test_real_articles(told: Callable[..., list[Result]]) -> None:
    articles = told("tariff-talks-plain", "tariff-talks-loaded")
    found = attributions(aligned(articles, voices()), articles, same_fact)
    # The one that seeds/README.md tells of.
    assert found["speaker"].tolist() == ["Ardesia"]
    assert "$900 million" in found["said_text"][0]
    assert "$900 million" in found["asserted_text"][0]
