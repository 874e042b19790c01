"""What is left of a result when voices are switched off."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from analysis.frames import NAMES, STATEMENTS, VOICES, Result, frame
from analysis.output.speakers.choice import of_voices, voice_counts


@pytest.fixture
def voiced(result: Result) -> Result:
    """The article by hand, with its two statements and the name it mentions in both and once more.

    Voices: own, own, quoted, mixed, own, own; the last sentence is furniture.
    """
    places = [result.text.index(word) for word in ("The council", "“It is", "The mayor")]
    statements = pd.DataFrame(
        [dict.fromkeys(STATEMENTS) | {"sentence": number} for number in (2, 3)]
    ).fillna({"closed": True, "statement": 0, "start": 0, "end": 0})
    names = {name: [0] for name in NAMES} | {
        "name": ["Ann Hale"],
        "kind": ["person"],
        "mentions": [[(start, start + 4) for start in places]],
        "count": [3],
        "outlet": [1],
        "quoted": [1],
        "mixed": [1],
        "tone": [0.1],
        "tone_low": [0.05],
        "tone_high": [0.2],
    }
    sentences = result.sentences.assign(part=["body"] * 5 + ["furniture"])
    return replace(result, sentences=sentences, statements=statements, names=frame(names, NAMES))


def test_sentences_are_counted_by_voice_without_furniture(voiced: Result) -> None:
    assert voice_counts(voiced.sentences) == {
        "outlet": 3,
        "quoted": 1,
        "reported": 0,
        "mixed": 1,
    }


def test_with_all_on_that_there_are_it_is_the_result_itself(voiced: Result) -> None:
    assert of_voices(voiced, VOICES) is voiced
    assert of_voices(voiced, ("outlet", "quoted", "mixed")) is voiced


def test_what_stands_in_other_sentences_is_left_out(voiced: Result) -> None:
    quoted = of_voices(voiced, ["quoted"])
    assert quoted.sentences["sentence"].tolist() == [2, 5]
    assert quoted.spans["sentence"].tolist() == [2, 2]
    assert quoted.statements["sentence"].tolist() == [2]
    assert quoted.text is voiced.text
    assert quoted.quotations is voiced.quotations
    own = of_voices(voiced, ["outlet"])
    assert own.sentences["sentence"].tolist() == [0, 1, 4, 5]
    assert own.statements.empty


def test_names_are_counted_where_they_are_left(voiced: Result) -> None:
    (row,) = of_voices(voiced, ["quoted", "reported"]).names.to_dict("records")
    assert row["count"] == 1
    assert row["mentions"] == [voiced.names["mentions"][0][1]]
    assert [row[voice] for voice in VOICES] == [0, 1, 0, 0]
    assert row["tone"] != row["tone"]  # the tone was that of all three
    assert of_voices(voiced, ["reported"]).names.empty


def test_words_and_readability_are_those_of_what_is_left(voiced: Result) -> None:
    own = of_voices(voiced, ["outlet"]).article.iloc[0]
    # “The council voted 11 to 8 to close the pool.” and two more: 10 + 5 + 5 words.
    assert own["words"] == 20
    alone = of_voices(voiced, ["quoted"]).article.iloc[0]
    assert alone["words"] == 6
    assert alone["flesch_reading_ease"] != own["flesch_reading_ease"]
    nothing = of_voices(voiced, ["reported"]).article.iloc[0]
    assert nothing["words"] == 0
    assert nothing["flesch_reading_ease"] != nothing["flesch_reading_ease"]
