"""Counts of who says how much, on an article whose numbers were counted by hand."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analysis.output.speakers.counts import (
    SentenceFinder,
    merged,
    speaker_counts,
    words_of_others,
)

# 4 + 6 + 7 + 5 words without the byline.
SENTENCES = (
    ("The mill closes today.", "body"),
    ("“It was bled dry,” said Oddy.", "body"),
    ("Oddy claimed that nobody had told her.", "body"),
    ("By our staff in Wenlow", "furniture"),
    ("Officials deny that. They listened.", "body"),
)
TEXT = "\n".join(text for text, _ in SENTENCES)


def piece(statement: int, text: str, **columns: Any) -> dict[str, Any]:
    start = TEXT.index(text)
    return {
        "statement": statement,
        "start": start,
        "end": start + len(text),
        "text": text,
        "form": "reported",
        "speaker": "Maren Oddy",
        "cue": "said",
        "verb": "say",
        "manner": "neutral",
        "loaded": "not loaded",
    } | columns


def result(*pieces: dict[str, Any]) -> Any:
    rows = []
    for number, (text, part) in enumerate(SENTENCES):
        start = TEXT.index(text)
        rows.append((number, start, start + len(text), part, len(text.split())))
    columns = ["sentence", "start", "end", "part", "words"]
    names = [*piece(0, "The mill")]
    return SimpleNamespace(
        text=TEXT,
        sentences=pd.DataFrame(rows, columns=columns),
        statements=pd.DataFrame([*pieces], columns=names),
    )


QUOTED = piece(0, "“It was bled dry,”", form="direct", loaded="loaded")
CLAIMED = piece(
    1, "nobody had told her", cue="claimed that", verb="claim", manner="doubting", loaded=None
)
DENIED = piece(2, "that. They listened", speaker="", cue="deny", verb="deny", manner="asserting")


def test_each_speaker_is_counted() -> None:
    oddy, unknown = speaker_counts(result(QUOTED, CLAIMED, DENIED))
    assert (oddy.speaker, unknown.speaker) == ("Maren Oddy", "")
    assert (oddy.sentences, unknown.sentences) == ((1, 2), (4,))
    assert (oddy.words, unknown.words) == (8, 3)
    assert (oddy.share, unknown.share) == (8 / 22, 3 / 22)
    assert (oddy.direct, oddy.reported, oddy.mixed) == (1, 1, 0)
    assert (oddy.loaded, oddy.scored) == (1, 1)
    assert [(one.verb, one.manner, one.count) for one in oddy.verbs] == [
        ("say", "neutral", 1),
        ("claim", "doubting", 1),
    ]
    assert [one.text for one in oddy.statements] == ["“It was bled dry,”", "nobody had told her"]


def test_the_one_with_most_words_comes_first_and_the_unknown_one_last() -> None:
    more = piece(3, "The mill closes today", speaker="Ivo Tarn")
    unknown = piece(4, "nobody had told her", speaker="")
    less = piece(5, "bled dry", speaker="Ann Hale")
    counts = speaker_counts(result(unknown, less, more))
    assert [one.speaker for one in counts] == ["Ivo Tarn", "Ann Hale", ""]


def test_a_statement_in_two_pieces_counts_once_with_the_words_of_both() -> None:
    (oddy,) = speaker_counts(result(piece(0, "“It was bled dry,”"), piece(0, "nobody had told")))
    assert len(oddy.statements) == 1
    assert oddy.words == 7
    assert oddy.statements[0].text == "“It was bled dry,” … nobody had told"
    assert oddy.statements[0].sentences == (1, 2)
    assert [one.count for one in oddy.verbs] == [1]


def test_words_in_two_statements_are_somebody_else_s_once() -> None:
    inner = piece(3, "told her", speaker="Ivo Tarn")
    assert words_of_others(result(QUOTED, CLAIMED, inner)) == 8 / 22
    assert words_of_others(result()) == 0
    assert speaker_counts(result()) == []


def test_an_article_of_furniture_only_has_no_share() -> None:
    empty = result(QUOTED)
    empty.sentences["part"] = "furniture"
    assert words_of_others(empty) == 0
    assert [one.share for one in speaker_counts(empty)] == [0]


intervals = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: (min(pair), max(pair))),
    max_size=8,
)


@given(intervals)
def test_merged_intervals_cover_the_same_places(given: list[tuple[int, int]]) -> None:
    joined = merged(given)
    assert {at for start, end in joined for at in range(start, end)} == {
        at for start, end in given for at in range(start, end)
    }
    assert all(one[1] < other[0] for one, other in pairwise(joined))


@given(st.lists(st.integers(0, 30), max_size=10), st.integers(0, 30), st.integers(0, 30))
def test_sentences_touched_are_those_that_share_a_character(
    borders: list[int], start: int, end: int
) -> None:
    ordered = sorted(set(borders))
    pairs = list(zip(ordered[::2], ordered[1::2], strict=False))
    frame = pd.DataFrame(
        [(number, a, b) for number, (a, b) in enumerate(pairs)],
        columns=["sentence", "start", "end"],
    )
    expected = [
        number
        for number, (a, b) in enumerate(pairs)
        if any(start <= at < end for at in range(a, b))
    ]
    assert SentenceFinder(frame).touched(start, end) == expected
