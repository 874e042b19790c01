"""Who says it: the passages stand in the sample articles, all voices as often; errors are told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from analysis.practice.exercises.voices import voice_items
from analysis.practice.item_files import BadItems
from analysis.reading.samples import samples

HEAD = "article,text,voice,speaker,why\n"


def test_each_passage_stands_once_in_its_sample_with_context_around_it() -> None:
    texts = {sample.slug: sample.text for sample in samples()}
    items = voice_items()
    assert len(items) >= 36
    for item in items:
        assert texts[item.article].count(item.text) == 1
        assert item.context[item.start : item.end] == item.text
        assert item.context in texts[item.article]
        assert item.context == item.context.strip()
        assert item.why.endswith(".")
        assert len(item.why.split()) <= 30


def test_all_voices_are_asked_for_as_often_and_quoted_ones_stand_in_marks() -> None:
    items = voice_items()
    counts = Counter(item.voice for item in items)
    assert set(counts) == {"outlet", "quoted", "reported"}
    assert len(set(counts.values())) == 1
    assert all(item.text[0] in '“"' for item in items if item.voice == "quoted")
    assert not any(item.text[0] in '“"' for item in items if item.voice != "quoted")


def test_the_paragraph_before_is_shown_too_since_it_may_name_the_speaker() -> None:
    (item,) = (item for item in voice_items() if item.text.startswith("“Nobody on this picket"))
    assert "said Ruth Adeyin-Holm" in item.context[: item.start]


def test_a_passage_of_ones_own_has_no_context(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"{HEAD},It rained.,Outlet,,Nobody is named.\n", encoding="utf-8")
    (item,) = voice_items(path)
    assert (item.voice, item.context, item.start, item.end) == ("outlet", "It rained.", 0, 10)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (",It rained.,outlet,Ann Hale,Why.", "names a speaker for the outlet’s own voice"),
        (",It rained.,reported,,Why.", "names no speaker of what is reported"),
        (",It rained.,mixed,,Why.", "“mixed” as voice: write one of outlet, quoted, reported"),
        ("bus-fares-plain,It rained.,outlet,,Why.", "not in the sample bus-fares-plain"),
        (",It rained.,outlet,,", "has nothing as why"),
    ],
)
def test_an_error_names_the_line_and_what_is_wrong(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"{HEAD}{line}\n", encoding="utf-8")
    with pytest.raises(BadItems, match=r"Line 2 of own\.csv") as caught:
        voice_items(path)
    assert says in caught.value.message
