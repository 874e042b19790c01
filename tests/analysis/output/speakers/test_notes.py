"""Notes on sentences that hold somebody's words."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd

from analysis.output.speakers.notes import statement_notes

SENTENCES = pd.DataFrame(
    [(0, 0, 10, None), (1, 11, 20, 0), (2, 21, 30, None)],
    columns=["sentence", "start", "end", "statement"],
)


def notes(*pieces: tuple[int, int, int, str, str]) -> dict[int, list[str]]:
    columns = ["statement", "start", "end", "speaker", "cue"]
    statements = pd.DataFrame([*pieces], columns=columns)
    return statement_notes(SimpleNamespace(sentences=SENTENCES, statements=statements))  # type: ignore[arg-type]


def test_a_sentence_with_a_statement_s_scores_says_so() -> None:
    assert notes((0, 11, 19, "Ann Hale", ""))[1] == ["Scored as Ann Hale’s statement, by itself"]


def test_each_sentence_a_statement_touches_has_its_verb_once() -> None:
    found = notes((0, 4, 25, "Ivo", "claimed"), (1, 26, 29, "Ivo", "claimed"))
    assert sorted(found) == [0, 1, 2]
    assert len(found[0]) == len(found[2]) == 1
    assert found[0][0].startswith("“claimed”: ")
    assert found[0] == found[2]
    assert len(found[1]) == 2


def test_without_a_cue_and_a_score_there_is_nothing_to_say() -> None:
    sentences = SENTENCES.assign(statement=None)
    statements = pd.DataFrame(
        [(0, 0, 5, "Ann", "")], columns=["statement", "start", "end", "speaker", "cue"]
    )
    result = SimpleNamespace(sentences=sentences, statements=statements)
    assert statement_notes(result) == {}  # type: ignore[arg-type]
