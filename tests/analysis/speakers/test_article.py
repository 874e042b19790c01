"""Who speaks in an article of our own, with the bundled network: by name across the article."""

import shutil
from pathlib import Path

import pytest

from analysis import Result, analyze
from tests.copied_program import python

ROOT = Path(__file__).resolve().parents[3]

TEXT = """Ferry owner turns on the port

Marta Oddy has accused the port of Dunmoor of being part of a plot to ruin her ferry.

With the licence about to run out, Marta Oddy said that the port “bullied” her and wanted her gone.

But in June, Oddy told the Dunmoor Herald that she was willing to make peace with the port.

“I have moved past that,” Oddy said. In an interview in May, she stated: “The ferry must have good
relations with everyone, above all with the port.”

The ferry was built in 1962. It carries eighty passengers.

It was also stated that port officials urged the council “not to deal with a reckless owner, who has
no right to run a ferry”.

Marta Oddy said on Wednesday that the port had broken its word. According to a comment from Marta
Oddy, the port has a history of rewarding corrupt cronies and petty tyrants. She also said that the
council should keep a watch on the port.
"""


@pytest.fixture(scope="module")
def result() -> Result:
    return analyze(TEXT)


def speaker_of(result: Result, words: str) -> str:
    """Return the speaker of the sentence that holds these words."""
    (row,) = result.sentences[
        result.sentences["text"].str.contains(words, regex=False)
    ].itertuples()
    return str(row.speaker)


@pytest.mark.parametrize(
    "words",
    [
        "part of a plot",
        "“bullied”",
        "make peace",
        "moved past",
        "In an interview",
        "broken its word",
        "According to a comment",
        "keep a watch",
    ],
)
def test_her_words_are_hers_wherever_and_however_she_is_named(result: Result, words: str) -> None:
    assert speaker_of(result, words) == "Marta Oddy"


def test_officials_who_are_not_named_keep_their_description(result: Result) -> None:
    assert speaker_of(result, "It was also stated") == "port officials"


def test_the_outlets_own_sentences_have_no_speaker(result: Result) -> None:
    assert speaker_of(result, "built in 1962") == ""
    assert speaker_of(result, "eighty passengers") == ""


def test_an_accusation_is_its_speakers_not_the_outlets(result: Result) -> None:
    sentences = result.sentences
    (row,) = sentences[sentences["text"].str.startswith("According to")].itertuples()
    assert (row.voice, row.loaded) == ("reported", "loaded")
    assert result.article["loaded_share_outlet"][0] == 0
    assert result.article["speakers"][0] == 2


def test_offsets_of_speakers_and_cues(result: Result) -> None:
    for row in result.statements.itertuples():
        assert TEXT[row.start : row.end] == row.text
        if row.cue:
            assert TEXT[row.cue_start : row.cue_end] == row.cue


def test_names_have_their_mentions(result: Result) -> None:
    (oddy,) = result.names[result.names["name"] == "Marta Oddy"].itertuples()
    assert oddy.kind == "person"
    assert {TEXT[start:end] for start, end in oddy.mentions} == {
        "Marta Oddy",
        "Marta\nOddy",
        "Oddy",
    }


def test_without_its_weights_one_sentence_says_so(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "analysis", tmp_path / "analysis")
    left_out = shutil.ignore_patterns("slant-voices", "training", "__pycache__")
    shutil.copytree(ROOT / "models", tmp_path / "models", ignore=left_out)
    (tmp_path / "town.txt").write_text("The mayor spoke on Monday.\n", encoding="utf-8")
    done = python(tmp_path, "-m", "analysis", "town.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "slant-voices" in done.stderr
    assert done.stderr.count("\n") == 1
