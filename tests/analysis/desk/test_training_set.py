import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.desk.training_set import TRAINING, training_rows
from models.corpora import read_babe
from tests.analysis.desk.decided import decision_row, decisions_frame, flag_row

SENTENCE = "The shameless mayor hid “behind” 🙂 feeble excuses, the shameless man."


def rows_of(*decisions):
    return training_rows(decisions_frame(decisions)).to_dict("records")


def flag(number, words="shameless", **given):
    return flag_row(number, SENTENCE, words, article=1, **given)


def test_votes_of_editors_on_a_sentence():
    shameless, feeble = flag(1), flag(2, "feeble excuses")
    (row,) = rows_of(
        decision_row(1, shameless, "accept", editor=1),
        decision_row(2, feeble, "dismiss", editor=1),
        decision_row(3, shameless, "dismiss", editor=2, second=True, standing=False),
        decision_row(4, feeble, "dismiss", editor=2, second=True, standing=False),
        decision_row(5, shameless, "accept", editor=3, second=True, standing=False),
    )
    assert (row["n_biased"], row["n_votes"], row["label"]) == (2, 3, 1)
    assert json.loads(row["biased_spans"]) == [[4, 13]]
    assert json.loads(row["word_votes"]) == {"shameless": 2}
    assert (row["text"], row["outlet"], row["url"]) == (SENTENCE, "The Ashby Courier", "article:1")


def test_the_last_own_judgement_counts_and_one_taken_back_does_not():
    one = flag(1)
    (row,) = rows_of(
        decision_row(1, one, "accept", standing=False),
        decision_row(2, one, "dismiss"),
    )
    assert (row["n_biased"], row["n_votes"], row["label"]) == (0, 1, 0)
    assert (
        rows_of(
            decision_row(1, one, "accept", standing=False),
            decision_row(2, one, "undo", standing=False),
        )
        == []
    )


def test_of_a_tie_what_stands_counts():
    one = flag(1)
    for first, label in (("accept", 1), ("dismiss", 0)):
        second = "dismiss" if first == "accept" else "accept"
        (row,) = rows_of(
            decision_row(1, one, first),
            decision_row(2, one, second, editor=2, second=True, standing=False),
        )
        assert (row["n_biased"], row["n_votes"], row["label"]) == (1, 2, label)
        assert json.loads(row["biased_spans"]) == ([[4, 13]] if label else [])


def test_rules_doubting_verbs_and_words_of_others_are_no_votes():
    assert (
        rows_of(
            decision_row(1, flag(1, kind="rule", check="house.word"), "accept"),
            decision_row(2, flag(2, kind="doubting", check="slant.doubting-verbs"), "accept"),
            decision_row(3, flag(3), "dismiss", reason="quoted"),
        )
        == []
    )


def test_without_decisions_it_has_the_columns():
    assert list(training_rows(decisions_frame([]))) == list(TRAINING)


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=("Cs",)), max_size=12),
            st.sampled_from(("accept", "dismiss", "reword")),
            st.integers(1, 3),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_spans_are_exact(parts):
    """Words anywhere in a sentence of any characters: the spans cut them out again."""
    words = [f"wörd{place}🙂{text}" for place, (text, _, _) in enumerate(parts)]
    sentence = "".join(words)
    decisions = [
        decision_row(number, flag_row(number, sentence, word, article=1), act, editor=editor)
        for number, (word, (_, act, editor)) in enumerate(zip(words, parts, strict=True))
    ]
    (row,) = rows_of(*decisions)
    cut = [row["text"][start:end] for start, end in json.loads(row["biased_spans"])]
    accepted = [word for word, (_, act, _) in zip(words, parts, strict=True) if act != "dismiss"]
    assert sorted(cut) == sorted(accepted)
    assert set(json.loads(row["word_votes"])) == set(accepted)


@pytest.fixture
def exported(tmp_path):
    decisions = [
        decision_row(1, flag(1), "accept"),
        decision_row(2, flag(2, "feeble excuses"), "reword"),
        decision_row(3, flag_row(3, "The pool opens on Monday.", "opens", article=2), "dismiss"),
    ]
    rows = training_rows(decisions_frame(decisions))
    rows.to_parquet(tmp_path / "babe_train.parquet")
    pd.DataFrame({"text": [], "n_votes": [], "n_biased": []}).to_parquet(
        tmp_path / "babe_sg1.parquet"
    )
    return tmp_path


def test_the_reader_of_babe_takes_the_file(exported):
    loaded, plain = read_babe(exported)
    assert (loaded.loaded, loaded.loaded_label, loaded.votes) == (1.0, 1, (1, 1))
    assert [SENTENCE[a:b] for a, b in loaded.words] == ["shameless", "feeble excuses"]
    assert (plain.text, plain.loaded, plain.words) == ("The pool opens on Monday.", 0.0, ())
    assert loaded.group != plain.group
