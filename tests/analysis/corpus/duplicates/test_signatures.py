"""Signatures of articles."""

from __future__ import annotations

import subprocess
import sys

import pandas as pd
import pytest

from analysis.corpus.duplicates.signatures import (
    NO_NUMBER,
    NUMBER_PLACES,
    PLACES,
    least,
    min_hash,
    shingles_of,
    signatures,
)
from analysis.corpus.frames import SIGNATURES
from tests.analysis.corpus.articles_given import FERRY, POOL, given

PRINTED = """
from analysis.corpus.duplicates.signatures import signatures
from tests.analysis.corpus.articles_given import POOL, given
print(signatures(given(POOL)).to_csv())
"""


def test_each_article_has_a_row_with_its_number_and_date() -> None:
    articles = given(POOL, "", FERRY, date=["2020-01-02", None, "2019-05-06"])
    articles["article"] = [7, 8, 9]
    found = signatures(articles)
    assert list(found.columns) == list(SIGNATURES)
    assert found["article"].tolist() == [7, 8, 9]
    assert found["date"].equals(articles["date"])
    # Counted by hand.
    assert found["words"].tolist() == [20, 0, 12]
    assert found["shingles"].tolist() == [17, 0, 9]


def test_no_articles_have_no_rows() -> None:
    assert len(signatures(given())) == 0


def test_another_process_gives_the_same() -> None:
    other = subprocess.run(
        [sys.executable, "-c", PRINTED],
        env={"PYTHONHASHSEED": "77", "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=True,
    )
    assert other.stdout.rstrip("\n") + "\n" == signatures(given(POOL)).to_csv()


def test_parts_of_an_archive_have_the_signatures_of_the_whole() -> None:
    both = signatures(given(POOL, FERRY))
    alone = [signatures(given(text)) for text in (POOL, FERRY)]
    columns = [name for name in SIGNATURES if name != "article"]
    assert both[columns].equals(pd.concat(alone, ignore_index=True)[columns])


@pytest.mark.parametrize("shared", [100, 500, 900])
def test_agreement_estimates_the_similarity_of_sets(shared: int) -> None:
    one, other = range(1000), range(1000 - shared, 2000 - shared)
    agreeing = (min_hash(one, PLACES) == min_hash(other, PLACES)).mean()
    # Jaccard: shared by all; three standard errors of a share of 128.
    jaccard = shared / (2000 - shared)
    assert agreeing == pytest.approx(jaccard, abs=3 * (jaccard * (1 - jaccard) / PLACES) ** 0.5)


def test_hashing_in_batches_changes_nothing() -> None:
    many = [*range(5000)]
    assert (min_hash(many, PLACES) == min_hash(many[::-1], PLACES)).all()


def test_a_short_text_is_one_run_of_words() -> None:
    assert len(shingles_of(["a", "b"])) == 1
    assert len(shingles_of([])) == 0
    assert len(shingles_of(["a", "b", "c", "d", "e"])) == 2


def test_a_sketch_has_the_least_numbers_in_order() -> None:
    assert least([5, 3, 9]).tolist() == [3, 5, 9] + [NO_NUMBER] * (NUMBER_PLACES - 3)
    assert least(range(100, 0, -1)).tolist() == [*range(1, NUMBER_PLACES + 1)]
