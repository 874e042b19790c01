"""The JSON of a comparison: every frame as it stands, with offsets that fit the texts."""

import json
from dataclasses import fields
from typing import Any

import pytest

from analysis.comparison import frames
from analysis.comparison.frames import Comparison
from analysis.output.comparison.about import About
from analysis.output.comparison.findings import KINDS, findings
from analysis.output.comparison.record import FRAMES, comparison_json
from tests.hand_made_comparison import TEXTS, hand_made

COMPARISON = hand_made(3)


@pytest.fixture(scope="module")
def content() -> Any:
    return json.loads(comparison_json(COMPARISON, [About("The Post", "4 May")] + [About()] * 2))


def test_every_frame_is_there_with_every_row_and_column(content: Any) -> None:
    assert set(FRAMES) == {field.name for field in fields(Comparison)} - {"articles"}
    for name in FRAMES:
        declared = getattr(frames, "SPEAKERS_COMPARED" if name == "speakers" else name.upper())
        frame = getattr(COMPARISON, name)
        assert len(content[name]) == len(frame) > 0
        for row in content[name]:
            assert set(declared) <= set(row)
    assert list(content) == ["articles", "notes", "summary", "findings", *FRAMES]


def test_articles_have_letter_outlet_and_all_of_their_own_frames(content: Any) -> None:
    letters = [(one["letter"], one["outlet"], one["date"]) for one in content["articles"]]
    assert letters == [("A", "The Post", "4 May"), ("B", "", ""), ("C", "", "")]
    for one, texts in zip(content["articles"], TEXTS, strict=True):
        assert one["text"] == "\n\n".join(texts)
        assert [row["text"] for row in one["sentences"]] == list(texts)
        assert {"article", "spans", "statements", "names", "quotations", "notices"} <= set(one)


def test_numbers_from_one_stand_beside_those_from_zero(content: Any) -> None:
    number = {row["sentence_a"]: row["sentence_number_a"] for row in content["pairs"]}
    assert number.pop(None, "none") is None
    assert number == {n: n + 1 for n in number}
    assert all(row["number"] == row["sentence"] + 1 for row in content["facts"])
    for row in content["attributions"]:
        assert row["said_sentence_number"] == row["said_sentence"] + 1
    for row in content["sayings"]:
        assert row["statement_number_b"] == row["statement_b"] + 1
    assert content["numbers"][0]["number_a"] == "70"


def test_offsets_point_into_their_article(content: Any) -> None:
    texts = [one["text"] for one in content["articles"]]
    for row in content["wordings"]:
        assert texts[row["article"]][row["start"] : row["end"]] == row["text"]
    for row in content["namings"]:
        for start, end in row["mentions"]:
            assert texts[row["article"]][start:end] == row["wording"]
    (cut,) = content["cuts"]
    assert [texts[0][start:end] for start, end in cut["only_a"]] == [
        "and nobody would pay for them"
    ]


def test_findings_say_what_page_and_report_say(content: Any) -> None:
    assert tuple(content["findings"]) == KINDS
    for kind, some in findings(COMPARISON).items():
        assert [one["text"] for one in content["findings"][kind]] == [one.text for one in some]
    (place, _) = content["findings"]["numbers"][0]["places"]
    assert place == {
        "article": 0,
        "sentence": 2,
        "start": place["start"],
        "end": place["start"] + 2,
        "number": 3,
    }


def test_missing_values_are_null() -> None:
    assert "NaN" not in comparison_json(COMPARISON)
