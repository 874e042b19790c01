"""Two wordings of one fact: the key is true to the sample articles, and a bad file is an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.practice.exercises.wordings import wording_items
from analysis.practice.item_files import BadItems
from analysis.reading.samples import samples

HEAD = "event,plain_article,loaded_article,plain,loaded,words\n"


def test_each_text_stands_in_its_sample_and_its_words_in_the_loaded_one() -> None:
    known = {sample.slug: sample for sample in samples()}
    items = wording_items()
    assert len(items) >= 40
    assert {item.event for item in items} == {sample.event for sample in known.values()}
    for item in items:
        plain, loaded = known[item.plain_article], known[item.loaded_article]
        assert plain.style == "plain"
        assert loaded.style in ("loaded", "opposed")
        assert plain.event == loaded.event == item.event
        assert item.plain in plain.text
        assert item.loaded in loaded.text
        assert item.words
        assert [item.loaded[start:end] for start, end in item.places] == list(item.words)


def test_no_pair_is_there_twice() -> None:
    items = wording_items()
    assert len({item.loaded for item in items}) == len(items)


def test_the_length_does_not_give_the_loaded_one_away() -> None:
    words = [(len(item.plain.split()), len(item.loaded.split())) for item in wording_items()]
    assert all(max(pair) < 2 * min(pair) for pair in words)
    assert 0.4 <= sum(loaded > plain for plain, loaded in words) / len(words) <= 0.6


def test_words_are_found_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"{HEAD},,,It rose.,It shot up and up.,shot up | up\n", encoding="utf-8")
    (item,) = wording_items(path)
    assert item.words == ("shot up", "up")
    assert item.places == ((3, 10), (15, 17))


@pytest.mark.parametrize("words", ["soared", "up|shot", "shot||up"])
def test_words_that_are_not_in_the_sentence_are_an_error(tmp_path: Path, words: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"{HEAD},,,It rose.,It shot up.,{words}\n", encoding="utf-8")
    with pytest.raises(BadItems, match=r"Line 2 of own\.csv has words that the loaded sentence"):
        wording_items(path)
