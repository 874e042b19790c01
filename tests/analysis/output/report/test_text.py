"""Style classes of runs, names beside the text and the strength of the tint."""

from dataclasses import replace

from analysis.output.blocks import CUE, QUOTE, QUOTE_CLOSES, QUOTE_OPENS, STATEMENT, WORD, Piece
from analysis.output.report.text import LONGEST_SIDE_NAME, TextMarks, style_classes, tint_strength
from tests.hand_made_statements import piece, statements_of


def test_marks_have_names_of_their_own() -> None:
    assert style_classes(0) == []
    assert style_classes(WORD + STATEMENT + QUOTE + QUOTE_CLOSES) == [
        *("word", "statement", "quote", "closes"),
    ]
    assert style_classes(STATEMENT + QUOTE + QUOTE_OPENS) == ["statement", "quote", "opens"]
    assert style_classes(WORD + CUE) == ["word", "cue"]
    assert style_classes(STATEMENT) == ["statement"]


def test_scare_quotes_are_not_marked_as_somebody_s_words() -> None:
    assert style_classes(QUOTE + QUOTE_OPENS) == []


def test_reported_speech_begins_and_ends_and_has_its_speaker(result_of) -> None:
    text = "Hale said the vile pool was lost, and left."
    statements = statements_of(
        piece(text, "the vile pool was lost", speaker="A" * 900, form="reported")
    )
    result = result_of([text])
    marks = TextMarks(replace(result, statements=statements))
    pieces = Piece(
        None,
        [("Hale said ", 0), ("the ", 16), ("vile", 17), (" pool was lost", 16), (", and left.", 0)],
        0,
    )
    runs = marks.runs(pieces)
    assert [run.classes for run in runs] == [
        [],
        ["statement", "begins"],
        ["word", "statement"],
        ["statement", "ends"],
        [],
    ]
    assert [len(run.name) for run in runs] == [0, LONGEST_SIDE_NAME, 0, 0, 0]
    assert runs[1].form == "reported"
    assert marks.named
    assert not TextMarks(result).named


def test_strength_has_three_steps() -> None:
    rows = [{"loaded_probability": probability} for probability in (0.61, 0.75, 0.899, 0.9)]
    assert [tint_strength(row) for row in rows] == [1, 2, 2, 3]
