import json
from pathlib import Path

import pandas as pd
import pytest

from models.corpora import TECHNIQUE_NAMES, fold_of, read_babe, read_newsmtsc, read_ptc
from models.errors import DataError


def test_folds_are_stable_and_even() -> None:
    # First eight bytes of SHA-1("a") are 86f7e437faa5a7fc (published test vector), modulo ten.
    assert fold_of("a") == 0x86F7E437FAA5A7FC % 10
    counts = pd.Series([fold_of(f"article {i}") for i in range(5000)]).value_counts()
    assert counts.between(400, 600).all()
    assert len(counts) == 10


def write_babe(folder: Path) -> None:
    rows = [
        {
            "text": f"Sentence {i} is vile.",
            "outlet": "Village Post",
            "url": None if i % 7 == 0 else f"article-{i // 3}",
            "label": i % 2,
            "label_opinion": ["Entirely factual", "Expresses writer's opinion", "No agreement"][
                i % 3
            ],
            "n_biased": 4 if i % 2 else 1,
            "n_votes": 5,
            "biased_spans": json.dumps([[15, 19]] if i % 4 == 1 else []),
            "word_votes": json.dumps({"vile": 2, "Sentence": 1, "is vile": 1, "i": 1}),
        }
        for i in range(300)
    ]
    pd.DataFrame(rows).to_parquet(folder / "babe_train.parquet")
    second = [{"text": "Sentence 1 is vile.", "n_biased": 8, "n_votes": 8}]
    pd.DataFrame(second).to_parquet(folder / "babe_sg1.parquet")


def test_babe_keeps_articles_together(tmp_path: Path) -> None:
    write_babe(tmp_path)
    examples = read_babe(tmp_path)
    assert len(examples) == 300
    parts: dict[str, set[str]] = {}
    for example in examples:
        parts.setdefault(example.group, set()).add(example.part)
    assert all(len(found) == 1 for found in parts.values())
    held_out = sum(e.part == "test" for e in examples) / 300
    assert 0.03 < held_out < 0.2
    assert {e.part for e in examples} == {"train", "test"}


def test_babe_labels_votes_words_and_opinions(tmp_path: Path) -> None:
    write_babe(tmp_path)
    first, second, third, fourth = read_babe(tmp_path)[:4]
    assert (first.loaded, first.loaded_label, first.words) == (0.2, 0, ())
    # Four of five, and eight of eight in the second set: twelve of thirteen votes.
    assert (second.loaded, second.loaded_label, second.words) == (12 / 13, 1, ((15, 19),))
    assert fourth.words is None  # loaded by vote, but no word agreed on
    assert (first.opinion, second.opinion, third.opinion) == (0, 2, None)
    # “is vile” overlaps the words of the second row; “i” is nowhere a word of its own.
    assert second.marked_once == ((0, 8),)
    assert first.marked_once == ((0, 8), (11, 18))
    assert second.marks == ((0, 8, 1), (11, 18, 1), (14, 18, 2)) == first.marks[:3]
    # Of the first set alone: five of the second's annotators are the same ones.
    assert (first.votes, second.votes) == ((1, 5), (4, 5))
    assert first.clear
    assert second.clear


def test_rows_are_told_apart_without_their_text(tmp_path: Path) -> None:
    write_babe(tmp_path)
    examples = read_babe(tmp_path)
    assert len({e.row for e in examples}) == len(examples)
    # sha1sum of "Sentence 0 is vile."
    assert examples[0].row == "d32ec88c4ff3b337"


def test_ptc_takes_two_techniques_and_drops_repeats(tmp_path: Path) -> None:
    spans = [
        {"technique": "Loaded_Language", "start": 2, "end": 6},
        {"technique": "Doubt", "start": 0, "end": 1},
    ]
    row = {
        "article_id": "1",
        "text": "A vile old lie.",
        "duplicate": False,
        "loaded_language": 1,
        "name_calling": 0,
        "spans": json.dumps(spans),
    }
    pd.DataFrame([row, row | {"duplicate": True}, row | {"text": "Too short"}]).to_parquet(
        tmp_path / "ptc_train.parquet"
    )
    (example,) = read_ptc(tmp_path)
    assert example.words == ((2, 6),)
    assert example.loaded_label == 1
    named = [(start, end, TECHNIQUE_NAMES[k]) for start, end, k in example.techniques or ()]
    assert named == [(2, 6, "loaded_language"), (0, 1, "doubt")]


def test_newsmtsc_sentences_carry_the_share_of_their_targets(tmp_path: Path) -> None:
    pd.DataFrame(
        [
            {
                "sent_id": "a_1_2_x",
                "text": "One.",
                "polarity": -1,
                "split": "train",
                "start": 0,
                "end": 3,
            },
            {
                "sent_id": "a_1_2_x",
                "text": "One.",
                "polarity": 1,
                "split": "train",
                "start": 0,
                "end": 3,
            },
            {
                "sent_id": "a_1_3_y",
                "text": "Two.",
                "polarity": 0,
                "split": "devtest_mt",
                "start": 0,
                "end": 3,
            },
        ]
    ).to_parquet(tmp_path / "newsmtsc.parquet")
    one, two = read_newsmtsc(tmp_path)
    assert one.sentiment == (0.5, 0.0, 0.5)
    assert one.sentiment_label is None
    assert (two.sentiment_label, two.part) == (1, "test")


def test_a_missing_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"babe_sg1\.parquet is missing"):
        read_babe(tmp_path)
