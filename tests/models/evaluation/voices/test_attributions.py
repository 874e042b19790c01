"""Counts and lines on two short made-up articles, worked out by hand."""

import pytest

from models.evaluation.voices.attributions import (
    attribution_lines,
    between_people,
    kept,
    linked_lines,
    part_counts,
)
from models.evaluation.voices.held_out import AttributedArticle, MarkedAttribution

TEXT = "Ada said it rained. “We left,” Bo added. See also: Cy said no."


def spans(*words: str) -> tuple[tuple[int, int], ...]:
    return tuple((TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


def marked(source: str, cue: str, content: str, kind="indirect") -> MarkedAttribution:
    return MarkedAttribution(spans(source) if source else (), spans(cue), spans(content), kind)


RAIN = marked("Ada", "said", "it rained")
LEFT = marked("Bo", "added", "We left", "direct")
ARTICLE = AttributedArticle("one", TEXT, (RAIN, LEFT), spans("See also: Cy said no."), ())
LAST_SAID = (TEXT.rindex("said"), TEXT.rindex("said") + 4)


def test_what_is_found_where_nothing_was_marked_on_purpose_is_left_out():
    aside = MarkedAttribution(spans("Cy"), (LAST_SAID,), spans("no"), "indirect")
    assert kept([RAIN, aside, LEFT], ARTICLE) == [RAIN, LEFT]


def test_counts_of_one_article():
    # “Ada” is missed, “We” is half a content, “See” lies in what is set aside.
    found = [marked("", "said", "it rained"), marked("Bo", "added", "We")]
    beside = MarkedAttribution((), spans("left"), spans("See"), "indirect")
    cues, sources, contents = part_counts([*found, beside], ARTICLE.attributions, ARTICLE)
    assert cues == (2, 3, 2)
    assert sources == (2, 2, 5)
    assert contents == (9 + 2, 9 + 2, 9 + 7)


def test_lines_count_characters_over_all_articles():
    other = AttributedArticle("two", TEXT, (RAIN,), (), ())
    cues, sources, contents = attribution_lines([ARTICLE, other], [[RAIN], [RAIN, LEFT]])
    assert [line["task"] for line in (cues, sources, contents)] == ["cues", "sources", "contents"]
    # Right 1 + 1, found 1 + 2, marked 2 + 1.
    assert cues["scores"]["slant"]["value"] == pytest.approx(4 / 6, abs=1e-4)
    assert (cues["precision"], cues["recall"]) == (0.6667, 0.6667)
    # Characters right 3 + 3, found 3 + 5, marked 5 + 3.
    assert sources["scores"]["slant"]["value"] == pytest.approx(12 / 16, abs=1e-4)
    # Right 9 + 9, found 9 + 16, marked 16 + 9.
    assert contents["scores"]["slant"]["value"] == pytest.approx(36 / 50, abs=1e-4)
    assert (cues["units"], cues["resampled"]) == (2, "articles")


def test_shares_by_kind():
    # The cue of one with a wrong source; the other whole.
    found = [marked("Bo", "said", "it rained"), LEFT]
    everything, direct, indirect = linked_lines([ARTICLE], [found])
    assert (everything["kind"], everything["attributions"]) == ("all", 2)
    assert [everything[part]["value"] for part in ("cue", "source", "content", "linked")] == [
        1.0,
        0.5,
        1.0,
        0.5,
    ]
    assert (direct["kind"], direct["linked"]["value"]) == ("direct", 1.0)
    assert (indirect["kind"], indirect["source"]["value"]) == ("indirect", 0.0)


def test_people_are_held_against_each_other_in_pairs():
    article = AttributedArticle("one", TEXT, (RAIN, LEFT), (), ((RAIN,), (LEFT,)))
    cues, _, _ = between_people([article])
    # Pairs: both against RAIN 1 of 2 and 1, both against LEFT 1 of 2 and 1, RAIN against LEFT none.
    assert cues["scores"] == {"annotator": {"value": 0.5, "low": 0.5, "high": 0.5}}
    assert between_people([]) == []
