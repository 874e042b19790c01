import csv
import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import DataError
from models.training.data.wordings import (
    CORPUS,
    LOADED,
    PLAIN,
    Wording,
    add_frame,
    as_examples,
    parse_line,
    read_wordings,
)

GOLD = Path(__file__).resolve().parents[3] / "gold"
WORDS = st.text(alphabet="abcäß😀 ", min_size=1, max_size=12)


def marked(wording: Wording) -> list[str]:
    return [wording.text[start:end] for start, end in wording.words]


def test_a_pair_is_a_loaded_and_a_plain_sentence():
    loaded, plain = parse_line("The board [caved in to|met] the [shrill |]neighbours on Monday.")
    assert loaded.text == "The board caved in to the shrill neighbours on Monday."
    assert marked(loaded) == ["caved", "shrill"]
    assert plain == Wording("The board met the neighbours on Monday.", loaded=False)
    assert loaded.loaded


def test_a_sentence_without_a_place_is_plain():
    assert parse_line("The sea was calm.") == (Wording("The sea was calm.", loaded=False),)


def test_a_sentence_that_begins_with_an_empty_place_begins_with_a_capital():
    loaded, plain = parse_line("[Greedy |]landlords met in Ostby.")
    assert (loaded.text, marked(loaded)) == ("Greedy landlords met in Ostby.", ["Greedy"])
    assert plain.text == "Landlords met in Ostby."


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("is a sham", "sham"),
        ("has been left to rot", "left to rot"),
        ("Hordes of", "Hordes"),
        ("wormed his way into", "wormed his way"),
        ("caved in to", "caved"),
    ],
)
def test_words_that_are_loaded_nowhere_are_not_marked(place, words):
    loaded, _ = parse_line(f"It [{place}|x] there.")
    assert marked(loaded) == [words]


def test_a_beginning_and_an_end_leave_the_words_where_they_are():
    loaded, _ = parse_line("The council [rammed through|adopted] the rules.")
    early = add_frame(loaded, "On the last day, …")
    late = add_frame(loaded, "… , officials said.")
    assert early.text == "On the last day, the council rammed through the rules."
    assert late.text == "The council rammed through the rules, officials said."
    assert marked(early) == marked(late) == ["rammed through"]


def test_a_name_keeps_its_capital():
    named = Wording("Washington met its allies.", loaded=False)
    assert add_frame(named, "On Monday, …") == named


@pytest.mark.parametrize("text", ["Is it true?", "“It is,” he said, “true”", "Ferry sinks"])
def test_only_what_stops_gets_an_end(text):
    wording = Wording(text, loaded=False)
    assert add_frame(wording, "… , officials said.") == wording


@given(before=WORDS, loaded=WORDS, plain=WORDS, after=WORDS)
def test_marked_words_are_the_loaded_ones_for_any_text(before, loaded, plain, after):
    sentences = parse_line(f"The {before}[{loaded}|{plain}]{after}.")
    for frame in ("Today, …", "… , they say."):
        found = marked(add_frame(sentences[0], frame))
        assert found == marked(sentences[0])
        assert all(words and words in loaded and words == words.strip() for words in found)


def test_every_sentence_is_an_example_of_its_own_set():
    wordings = read_wordings()
    examples = as_examples(wordings, random.Random(1))
    assert len(examples) == len(wordings.sentences) > 600
    for example in examples:
        assert (example.corpus, example.part, example.sentiment) == (CORPUS, "train", None)
        assert example.loaded == (LOADED if example.words else PLAIN)
        assert example.text.lstrip("“")[0].isupper()
        assert not re.search(r"[?!.],|[?!.][.]", example.text)
        assert "  " not in example.text
        assert " ," not in example.text


def test_what_is_drawn_follows_the_seed():
    wordings = read_wordings()
    assert as_examples(wordings, random.Random(4)) == as_examples(wordings, random.Random(4))
    assert as_examples(wordings, random.Random(4)) != as_examples(wordings, random.Random(5))


def test_no_sentence_that_the_release_is_tested_on_is_among_them():
    tested = set()
    for name in ("gate_loaded.csv", "hard_cases.csv"):
        with (GOLD / name).open(encoding="utf-8", newline="") as file:
            tested |= {
                (row.get("sentence") or row["text"]).casefold() for row in csv.DictReader(file)
            }
    assert len(tested) > 300
    assert not tested & {wording.text.casefold() for wording in read_wordings().sentences}


@pytest.mark.parametrize(
    ("pairs", "frames"),
    [
        ("The [a|b] sat.\nThe [c d] ran.\n", "Now, …\n"),
        ("The sea.\n\n", "Now, …\n"),
        ("The sea.\n", "Now, \n"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path, pairs, frames):
    (tmp_path / "pairs.txt").write_text(pairs, encoding="utf-8")
    (tmp_path / "frames.txt").write_text(frames, encoding="utf-8")
    with pytest.raises(DataError, match=r"has a line"):
        read_wordings(tmp_path)


def test_a_missing_list_is_named(tmp_path):
    with pytest.raises(DataError, match="can't be read"):
        read_wordings(tmp_path)
