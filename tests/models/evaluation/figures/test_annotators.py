"""One annotator beside the model, against scikit-learn on every annotator written out."""

# ruff: noqa: E402 - scikit-learn is imported below
import pytest

pytest.importorskip("sklearn")
pytestmark = pytest.mark.torch

import random
from collections.abc import Callable

import numpy as np
from sklearn.metrics import f1_score

from models.corpora import Example
from models.evaluation.figures.annotators import annotator_lines
from models.evaluation.figures.lines import sentences
from models.inference.prediction import Prediction

WORDS = ("a", "vile", "mean", "plan")
PLACES = ((0, 1), (2, 6), (7, 11), (12, 16))

#: A sentence: how many of five called it loaded, how many marked each word, what is published, what
#: the model says.
Row = tuple[int, list[int], list[bool], bool, list[bool]]


def rows(seed: int, count: int = 30) -> list[Row]:
    rng = random.Random(seed)
    made = []
    for _ in range(count):
        marks = [rng.randint(0, 5) for _ in WORDS]
        named = [rng.random() < 0.5 for _ in WORDS]
        made.append((rng.randint(0, 5), marks, [m >= 2 for m in marks], rng.random() < 0.5, named))
    return made


def scores(made: list[Row]) -> dict[str, dict[str, float]]:
    examples = [
        Example(
            " ".join(WORDS),
            "babe",
            "train",
            loaded_label=int(votes > 2),
            words=tuple(p for p, real in zip(PLACES, published, strict=True) if real),
            votes=(votes, 5),
            marks=tuple((*p, m) for p, m in zip(PLACES, marks, strict=True) if m),
        )
        for votes, marks, published, _, _ in made
    ]
    prediction = Prediction(
        sentiment=np.zeros((len(made), 3), dtype=np.float32),
        loaded=np.array([0.9 if loaded else 0.1 for *_, loaded, _ in made], dtype=np.float32),
        words=[
            [(*p, 0.9) for p, named in zip(PLACES, found, strict=True) if named]
            for *_, found in made
        ],
        truncated=np.zeros(len(made), dtype=bool),
        read_to=np.zeros(len(made), dtype=np.int64),
    )
    lines = annotator_lines(examples, prediction, sentences(examples))
    return {
        line["task"]: {system: found["value"] for system, found in line["scores"].items()}
        for line in lines
    }


def written_out(
    made: list[Row], truth_of: Callable[[int, int], int | None]
) -> tuple[list[int], list[int], list[int]]:
    """(truth, annotator, model) of each sentence and each of its five annotators."""
    found = [
        (truth, int(person < votes), int(loaded))
        for votes, _, _, loaded, _ in made
        for person in range(5)
        if (truth := truth_of(votes, votes - (person < votes))) is not None
    ]
    truth, annotator, model = zip(*found, strict=True)
    return list(truth), list(annotator), list(model)


@pytest.mark.parametrize("seed", range(5))
def test_sentences_are_those_of_five_annotators_written_out(seed: int) -> None:
    made = rows(seed)
    for whom, truth_of in (
        ("all five", lambda votes, _: int(votes > 2)),
        ("the other four", lambda _, others: None if others == 2 else int(others > 2)),
    ):
        truth, annotator, model = written_out(made, truth_of)
        found = scores(made)[f"loaded sentences, against {whom}"]
        assert found["annotator"] == pytest.approx(
            f1_score(truth, annotator, average="macro"), abs=1e-4
        )
        assert found["slant"] == pytest.approx(f1_score(truth, model, average="macro"), abs=1e-4)


@pytest.mark.parametrize("seed", range(5))
def test_words_are_those_of_five_annotators_written_out(seed: int) -> None:
    made = rows(seed)
    for whom in ("all five", "the other four"):
        truth, annotator, model = [], [], []
        for _, marks, published, _, named in made:
            for mark, real, claimed in zip(marks, published, named, strict=True):
                for person in range(5):
                    others = mark - (person < mark)
                    truth.append(real if whom == "all five" else others >= 2)
                    annotator.append(person < mark)
                    model.append(claimed)
        found = scores(made)[f"loaded words, against {whom}"]
        assert found["annotator"] == pytest.approx(f1_score(truth, annotator), abs=1e-4)
        assert found["slant"] == pytest.approx(f1_score(truth, model), abs=1e-4)


def test_marks_that_overlap_are_added_up_to_all_five() -> None:
    example = Example(
        " ".join(WORDS),
        "babe",
        "train",
        loaded_label=1,
        words=((2, 11),),
        votes=(5, 5),
        marks=((2, 6, 3), (2, 11, 3)),
    )
    nothing = Prediction(
        sentiment=np.zeros((1, 3), dtype=np.float32),
        loaded=np.zeros(1, dtype=np.float32),
        words=[[]],
        truncated=np.zeros(1, dtype=bool),
        read_to=np.zeros(1, dtype=np.int64),
    )
    lines = annotator_lines([example], nothing, sentences([example]))
    of = {line["task"]: line["scores"]["annotator"]["value"] for line in lines}
    # “vile” has five marks of three and three, “mean” three: 1.6 of 1.6 claimed are right, of two.
    assert of["loaded words, against all five"] == pytest.approx(2 * 1.6 / 3.6, abs=1e-4)


def test_sentences_that_others_voted_on_are_left_out() -> None:
    examples = [
        Example("A plan.", "babe", "train", loaded_label=1, votes=votes, words=())
        for votes in ((2, 5), (4, 5), (9, 10), None)
    ]
    prediction = Prediction(
        sentiment=np.zeros((4, 3), dtype=np.float32),
        loaded=np.ones(4, dtype=np.float32),
        words=[[]] * 4,
        truncated=np.zeros(4, dtype=bool),
        read_to=np.zeros(4, dtype=np.int64),
    )
    lines = annotator_lines(examples, prediction, sentences(examples))
    assert {line["rows"] for line in lines} == {2}
