import numpy as np
import pytest

from models.corpora import Example
from models.evaluation.figures.lines import (
    Units,
    accuracy_of,
    articles,
    interval_of,
    line,
    outlets,
    sentences,
    word_f1_of,
)


def examples() -> list[Example]:
    return [
        Example("One.", "babe", "train", outlet="A", group="x"),
        Example("Two.", "babe", "train", outlet="B", group="x"),
        Example("Three.", "ptc", "train", outlet="B", group="x"),
    ]


def test_units_are_counted_by_what_they_keep_together() -> None:
    rows = examples()
    assert (sentences(rows).count, articles(rows).count, outlets(rows).count) == (3, 2, 2)
    assert outlets(rows).of(np.array([1, 2])).count == 1
    assert outlets(rows).of(np.array([1, 2])).name == "outlets"


def test_a_line_scores_every_system_on_the_same_rows() -> None:
    labels = np.array([0, 1] * 50)
    units = Units("articles", np.array([str(i // 2) for i in range(100)]))
    made = line(
        "task",
        "accuracy",
        units,
        {
            "slant": accuracy_of(labels, labels),
            "majority": accuracy_of(labels, np.zeros(100, dtype=int)),
        },
    )
    assert (made["rows"], made["resampled"], made["units"]) == (100, "articles", 50)
    assert made["scores"]["slant"] == {"value": 1.0, "low": 1.0, "high": 1.0}
    # Each article has one row of each label, so no draw of articles moves the share.
    assert made["scores"]["majority"] == {"value": 0.5, "low": 0.5, "high": 0.5}


def test_alike_rows_of_one_unit_widen_the_interval() -> None:
    right = np.array([1] * 50 + [0] * 50)
    score = accuracy_of(np.ones(100, dtype=int), right)
    rows = interval_of(score, Units("sentences", np.array([str(i) for i in range(100)])))
    groups = interval_of(score, Units("articles", np.array([str(i // 10) for i in range(100)])))
    assert rows["value"] == groups["value"] == 0.5
    # Standard errors: 0.05 for 100 rows, 0.16 for ten groups.
    assert rows["high"] - rows["low"] == pytest.approx(0.2, abs=0.05)
    assert groups["high"] - groups["low"] == pytest.approx(0.6, abs=0.1)


def test_words_are_counted_over_all_rows() -> None:
    texts = ["a vile plan", "a plan"]
    score = word_f1_of(texts, [[(2, 6)], [(2, 6)]], [[(2, 6)], []])
    assert score(np.array([0])) == 1.0
    # Two claimed, one real, one of them right.
    assert score(np.array([0, 1])) == pytest.approx(2 / 3)
    assert score(np.array([1])) == 0.0
