"""The related sets, read from small files of our own in the published form."""

from pathlib import Path

import pandas as pd
import pytest

from models.errors import DataError
from models.related import RELATED, read_related

REPEATED = "A sentence of the other corpus that is repeated here."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pd.DataFrame(
        {
            "text": ["He was a brilliant king.", "It has two doors.", "It lies on a hill.", "Odd."],
            "label": [1, 0, 0, 0],
            "subset": ["biased", "neutral_cw_hard", "neutral_featured", "neutral_type_balanced"],
        }
    ).to_parquet(tmp_path / "wiki_npov_statements.parquet")
    pd.DataFrame({"text": [REPEATED]}).to_parquet(tmp_path / "ptc_train.parquet")
    pd.DataFrame(
        {
            "text": [
                "The crooks laughed at us.",
                f"Before it. {REPEATED.upper()} After it.",
                "the other corpus that is repeated",
                "A paragraph that the file says is known.",
                "Two words.",
            ],
            "loaded_language": [False, False, False, True, True],
            "name_calling": [True, False, False, False, False],
            "overlaps_ptc_train": [False, False, False, True, False],
        }
    ).to_parquet(tmp_path / "semeval2023_task3_en.parquet")
    pd.DataFrame(
        {"text": ["A calm line.", "A wild line."], "subjectivity_avg": [0.4, 2.0]}
    ).to_parquet(tmp_path / "ukraine_news_bias.parquet")
    return tmp_path


def test_each_set_is_read_into_its_shape(folder: Path) -> None:
    examples = read_related(folder)
    assert [(e.corpus, e.text, e.loaded) for e in examples] == [
        ("npov", "He was a brilliant king.", 1.0),
        ("npov", "It has two doors.", 0.0),
        ("npov", "It lies on a hill.", 0.0),
        ("semeval", "The crooks laughed at us.", 1.0),
        ("ukraine", "A calm line.", 0.2),
        ("ukraine", "A wild line.", 1.0),
    ]


def test_they_are_for_training_alone(folder: Path) -> None:
    assert {e.part for e in read_related(folder)} == {"train"}
    assert {e.corpus for e in read_related(folder)} == set(RELATED)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"wiki_npov_statements\.parquet is missing"):
        read_related(tmp_path)
