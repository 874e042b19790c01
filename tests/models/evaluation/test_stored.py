import gzip
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from models.corpora import Example
from models.errors import ModelError
from models.evaluation.stored import prediction_of, read_crossval, read_float
from models.inference.prediction import LoadedThresholds
from models.inference.release import read_release
from models.inference.words import WordThresholds

ROWS = [
    Example("The vile regime fell on Sunday.", "babe", "train"),
    Example("Rain fell.", "babe", "train"),
]
RELEASE = replace(
    read_release(),
    sentiment_temperature=2.0,
    sentiment_balance=0.0,
    loaded_scale=2.0,
    loaded_shift=-1.0,
    thresholds=LoadedThresholds(0.3, 0.7),
    word_thresholds=WordThresholds(neutral=0.6, flagged=0.5),
    word_scale=0.5,
    word_shift=-1.0,
)


def crossval(folder: Path, *lines: str) -> None:
    text = "\n".join(["scheme,fold,row,loaded,words", *lines]) + "\n"
    (folder / "crossval.csv").write_text(text, encoding="utf-8")


def test_results_come_in_the_order_of_the_sentences_and_calibrated(tmp_path: Path) -> None:
    # The model read no further than “fell”.
    crossval(
        tmp_path,
        f"article,3,{ROWS[1].row},-1.0,-4 -4",
        f"article,0,{ROWS[0].row},1.0,-4 4 2.5 -4",
    )
    made = prediction_of(read_crossval(tmp_path), ROWS, RELEASE)
    assert made.loaded == pytest.approx([1 / (1 + math.exp(-1)), 1 / (1 + math.exp(3))])
    # Half a word's logit, minus one: 1 and 0.25 are over sigmoid(0) = 0.5.
    assert [(s, e) for s, e, _ in made.words[0]] == [(4, 15)]
    assert ROWS[0].text[4:15] == "vile regime"
    assert made.words[1] == []
    assert np.isnan(made.sentiment).all()


def test_results_before_int8_have_a_sentiment(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "float.csv.gz", "wt", encoding="utf-8") as file:
        file.write("corpus,row,loaded,negative,neutral,positive,words\n")
        file.write(f"babe,{ROWS[1].row},0,0,2,0,\n")
    made = prediction_of(read_float(tmp_path), ROWS[1:], RELEASE)
    # Logits 0, 2, 0 at temperature 2.
    whole = 2 + math.e
    assert made.sentiment[0] == pytest.approx([1 / whole, math.e / whole, 1 / whole])


def test_a_row_without_a_result_is_said(tmp_path: Path) -> None:
    crossval(tmp_path, f"article,0,{ROWS[0].row},1.0,0")
    with pytest.raises(ModelError, match=r"^1 of 2 sentences have no stored result"):
        prediction_of(read_crossval(tmp_path), ROWS, RELEASE)


def test_an_id_of_digits_alone_stays_text(tmp_path: Path) -> None:
    crossval(tmp_path, "article,0,0123456789012345,1.0,0")
    assert read_crossval(tmp_path)["row"].tolist() == ["0123456789012345"]


@pytest.mark.parametrize("text", [None, "", "scheme,fold\narticle,0\n"])
def test_a_missing_or_broken_file_is_one_sentence(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "crossval.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=r"^crossval.csv can't be read \([^\n]*restore the model"):
        read_crossval(tmp_path)


def test_a_file_that_is_no_archive_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "float.csv.gz").write_text("corpus,row\n", encoding="utf-8")
    with pytest.raises(ModelError, match=r"^float.csv.gz can't be read"):
        read_float(tmp_path)
