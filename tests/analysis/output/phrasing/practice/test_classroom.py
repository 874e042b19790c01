"""What the teacher's page says of a class."""

from datetime import datetime

import pytest

from analysis.output.phrasing.practice.classroom import (
    ends_said,
    marked_said,
    model_said,
    progress_said,
    pupils_said,
    question_said,
)


@pytest.mark.parametrize(
    ("pupils", "said"),
    [
        (0, "Nobody has joined yet."),
        (1, "1 pupil has joined."),
        (12, "12 pupils have joined."),
    ],
)
def test_who_has_joined(pupils, said):
    assert pupils_said(pupils) == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0), "Nobody has joined yet."),
        ((1, 0, 0), "0 of 1 pupil have begun, 0 are done."),
        ((12, 1, 1), "1 of 12 pupils has begun, 1 is done."),
        ((12, 9, 4), "9 of 12 pupils have begun, 4 are done."),
    ],
)
def test_how_far_they_are(counts, said):
    assert progress_said(*counts) == said


@pytest.mark.parametrize(
    ("marked", "judged", "reason", "said"),
    [
        (7, 12, "feeling", "7 of 12 marked it. The reason given most: it stirs a feeling."),
        (7, 12, "", "7 of 12 marked it."),
        (0, 12, "", "None of 12 marked it."),
        (3, 9, "opinion", "3 of 9 marked it. The reason given most: an opinion told as a fact."),
    ],
)
def test_what_a_sentence_got(marked, judged, reason, said):
    assert marked_said(marked, judged, reason) == said


@pytest.mark.parametrize(
    ("band", "said"),
    [
        ("loaded", "The model: likely loaded."),
        ("uncertain", "The model: uncertain."),
        ("not loaded", "The model: not loaded."),
        ("", ""),
    ],
)
def test_what_the_model_takes_it_for(band, said):
    assert model_said(band) == said


def test_when_it_goes():
    monday = datetime(2026, 3, 9, 14, 5)
    assert ends_said(monday) == "All of it is deleted by itself on Monday at 14:05."


@pytest.mark.parametrize(
    ("now", "coming", "running", "had", "said"),
    [
        ("", "marking", False, False, ""),
        ("marking", "marking", False, False, ""),
        ("before", "marking", False, False, ""),
        ("marking", "before", True, False, "nobody sees what it marked so far"),
        ("before", "before", True, True, "the answers given so far do not count"),
        ("before", "after", True, False, "only the answers given so far count"),
        ("after", "marking", True, False, "the class’s gain is not shown"),
        ("after", "before", False, True, "only the new answers count"),
    ],
)
def test_what_is_lost_is_said_before_the_next_round(now, coming, running, had, said):
    question = question_said(now, coming, running=running, had=had)
    assert said in question
    assert bool(said) == bool(question)
