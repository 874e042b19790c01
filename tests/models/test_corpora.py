import json
from pathlib import Path

import pandas as pd
import pytest

from models.corpora import UNSEEN_OUTLETS, fold_of, part_of, read_babe, read_newsmtsc, read_ptc
from models.errors import DataError


def test_folds_are_stable_and_even() -> None:
    # First eight bytes of SHA-1("a") are 86f7e437faa5a7fc (published test vector), modulo ten.
    assert fold_of("a") == 0x86F7E437FAA5A7FC % 10
    counts = pd.Series([fold_of(f"article {i}") for i in range(5000)]).value_counts()
    assert counts.between(400, 600).all()
    assert len(counts) == 10


def write_babe(folder: Path) -> None:
    rows = []
    for i in range(300):
        outlet = "Fox News" if i % 10 == 0 else "Village Post"
        rows.append(
            {
                "text": f"Sentence {i} is vile.",
                "outlet": outlet,
                "url": None if i % 7 == 0 else f"article-{i // 3}",
                "label": i % 2,
                "n_biased": 4 if i % 2 else 1,
                "n_votes": 5,
                "biased_spans": json.dumps([[15, 19]] if i % 4 == 1 else []),
            }
        )
    pd.DataFrame(rows).to_parquet(folder / "babe_train.parquet")


def test_babe_keeps_articles_together_and_outlets_out(tmp_path: Path) -> None:
    write_babe(tmp_path)
    examples = read_babe(tmp_path)
    assert len(examples) == 300
    for i, example in enumerate(examples):
        assert (example.outlet in UNSEEN_OUTLETS) == (example.part == "unseen_outlets")
        if example.outlet not in UNSEEN_OUTLETS and i % 7:
            assert example.part == part_of(f"article-{i // 3}")
    assert {e.part for e in examples} == {"train", "validation", "test", "unseen_outlets"}
    first, second, fourth = examples[0], examples[1], examples[3]
    assert (first.loaded, first.loaded_label, first.words) == (0.2, 0, ())
    assert (second.loaded, second.loaded_label, second.words) == (0.8, 1, ((15, 19),))
    assert fourth.words is None  # loaded by vote, but no word agreed on


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


def test_newsmtsc_sentences_carry_the_share_of_their_targets(tmp_path: Path) -> None:
    pd.DataFrame(
        [
            {"sent_id": "a_1_2_x", "text": "One.", "polarity": -1, "split": "train"},
            {"sent_id": "a_1_2_x", "text": "One.", "polarity": 1, "split": "train"},
            {"sent_id": "a_1_3_y", "text": "Two.", "polarity": 0, "split": "devtest_mt"},
        ]
    ).to_parquet(tmp_path / "newsmtsc.parquet")
    one, two = read_newsmtsc(tmp_path)
    assert one.sentiment == (0.5, 0.0, 0.5)
    assert one.sentiment_label is None
    assert (two.sentiment_label, two.part) == (1, "test")


def test_a_missing_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"babe_train\.parquet is missing"):
        read_babe(tmp_path)
