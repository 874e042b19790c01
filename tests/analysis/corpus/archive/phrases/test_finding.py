"""A phrase in an archive: all places counted, the first shown with what stands around them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.archive.asking import Asking
from analysis.corpus.archive.frames import Chosen
from tests.analysis.corpus.archive.made import Made, own, write_archive

ALL = Chosen(once=False)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Asking:
    first = Made(
        [
            ("İzmir’s pool opens.", "outlet", 0.0, 0.0),
            ("“The POOL is 100% safe 🙂,” she said.", "quoted", 0.0, 0.0),
        ],
        about={"date": "2020-01-05", "outlet": "The Star"},
    )
    rest = [
        own("A whirlpool of pool pool pools.", date="2020-03-01", outlet="The Beacon"),
        own("Nothing here; 1000 safe.", date="2020-03-02"),
        own("x" * 200 + "pool" + "y" * 200),
        own("The pool again.", date="2020-03-05"),
    ]
    copies = [
        {"article": 1, "cluster": 1, "copies": 2, "kept": True, "similarity": 1.0},
        {"article": 4, "cluster": 1, "copies": 2, "kept": False, "similarity": 0.9},
    ]
    out = tmp_path_factory.mktemp("archive")
    return Asking(write_archive(out, first, *rest, part=2, duplicates=copies), threads=1)


def test_all_are_counted_and_the_first_shown(archive: Asking) -> None:
    rows, places, articles = archive.find("Pool", ALL)
    assert (places, articles, len(rows)) == (8, 4, 8)
    assert [*rows["article"]] == [0, 0, 1, 1, 1, 1, 3, 4]
    assert [*rows["phrase"][:2]] == ["pool", "POOL"]
    rows, places, articles = archive.find("pool", ALL, most=3)
    assert (places, articles) == (8, 4)
    assert [*rows["article"]] == [0, 0, 1]
    assert archive.find("pool", Chosen())[1:] == (7, 3)
    assert archive.find("pool", Chosen(outlet=("The Star",)))[1:] == (2, 1)
    assert archive.find("zebra", ALL)[1:] == (0, 0)


def test_a_place_has_its_sentence_its_voice_and_what_is_around(archive: Asking) -> None:
    rows, _, _ = archive.find("pool", ALL)
    one, other, *_ = rows.to_dict("records")
    assert (one["sentence"], one["voice"], one["before"]) == (0, "outlet", "İzmir’s ")
    assert (other["sentence"], other["voice"]) == (1, "quoted")
    assert other["after"] == " is 100% safe 🙂,” she said."
    assert (other["outlet"], other["title"]) == ("The Star", "Title 0")
    assert other["date"] == pd.Timestamp("2020-01-05")
    text = archive.article(0)["text"]  # type: ignore[index]
    assert text[other["start"] : other["end"]] == "POOL"
    long = rows[rows["article"] == 3].iloc[0]
    assert (long["before"], long["after"]) == ("x" * 80, "y" * 80)


def test_nothing_in_a_phrase_is_a_wildcard(archive: Asking) -> None:
    assert archive.find("100% safe", ALL)[1] == 1
    assert archive.find("100_ safe", ALL)[1] == 0
    assert archive.find("p..l", ALL)[1] == 0
    assert archive.find("' OR 1=1 --", ALL)[1] == 0


def test_whole_words_count_as_they_are_shown(archive: Asking) -> None:
    rows, places, articles = archive.find("pool", ALL, whole_words=True)
    assert (places, articles, len(rows)) == (5, 3, 5)
    assert archive.find("izmir", ALL, whole_words=True)[1] == 0
    assert archive.find("i̇zmir", ALL, whole_words=True)[1] == 1


def test_months_without_a_place_are_there(archive: Asking) -> None:
    rows = archive.found_over_time("pool", ALL)
    expected = [("", 1, 1, 1), ("2020-01", 2, 1, 1), ("2020-02", 0, 0, 0), ("2020-03", 5, 2, 3)]
    assert [tuple(row) for row in rows.itertuples(index=False)] == expected
    assert archive.found_over_time("zebra", ALL)["places"].sum() == 0
    none = archive.found_over_time("pool", Chosen(outlet=("nobody",)))
    assert none.empty


@settings(max_examples=4, deadline=None)
@given(texts=st.lists(st.text("sSßéa .🙂", min_size=1, max_size=40), min_size=4, max_size=20))
def test_counts_are_those_of_the_shown(
    texts: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    out: Path = tmp_path_factory.mktemp("archive")
    archive = Asking(write_archive(out, *map(own, texts)), threads=1)
    for phrase in ("ss", ".s"):
        for whole_words in (False, True):
            rows, places, articles = archive.find(phrase, ALL, 10**6, whole_words=whole_words)
            assert (len(rows), rows["article"].nunique()) == (places, articles)
            for row in rows.to_dict("records"):
                text = texts[row["article"]]
                assert text[row["start"] : row["end"]] == row["phrase"]
                assert row["phrase"].casefold() == phrase
