"""Clusters of near-duplicates: small archives whose copies are known."""

from __future__ import annotations

import random
from pathlib import Path

import pandas as pd
import pytest

from analysis.columns import empty
from analysis.corpus.duplicates.clusters import clusters
from analysis.corpus.duplicates.signatures import signatures
from analysis.corpus.frames import DUPLICATES, SIGNATURES
from analysis.corpus.layout import schema_of, table_file, write_parquet
from tests.analysis.corpus.articles_given import given


def said(seed: int, words: int = 200) -> str:
    """A text of its own: words of six letters drawn by chance."""
    chance = random.Random(seed)
    return " ".join("".join(chance.choices("abcdefghij", k=6)) for _ in range(words))


def stored(out: Path, *texts: str, part: int = 3, **columns: list[object]) -> Path:
    """Write the signatures of an archive of these texts, in partitions, as the engine does."""
    articles = given(*texts, **columns)
    for number, at in enumerate(range(0, len(texts), part)):
        rows = signatures(articles.iloc[at : at + part])
        write_parquet(rows, table_file(out, "signatures", number), schema_of(SIGNATURES))
    return out


def found(out: Path) -> list[tuple[int, int, int, bool]]:
    rows = clusters(out)[["article", "cluster", "copies", "kept"]]
    return [tuple(row) for row in rows.itertuples(index=False)]


def test_the_earliest_stands_for_its_copies(tmp_path: Path) -> None:
    text = said(1)
    out = stored(
        tmp_path,
        text,
        said(2),
        text + " and more",
        "By Nora Pell\n" + text,
        date=["2020-03-03", "2020-01-01", "2020-03-01", None],
    )
    assert found(out) == [(0, 2, 3, False), (2, 2, 3, True), (3, 2, 3, False)]


def test_the_same_day_the_first_number_is_kept_and_without_a_date_too(tmp_path: Path) -> None:
    text = said(1)
    assert found(stored(tmp_path, said(3), text, text)) == [(1, 1, 2, True), (2, 1, 2, False)]


def test_likeness_is_the_share_of_the_shorter_that_the_longer_has(tmp_path: Path) -> None:
    words = said(1, 400).split()
    half = " ".join(words[:200])
    # Half of it, and half of it of which a quarter is put in other words.
    rows = clusters(
        stored(tmp_path, " ".join(words), half, f"{half[: len(half) * 3 // 4]} {said(9, 50)}")
    )
    assert rows["cluster"].tolist() == [0, 0, 0]
    # The standard error of the share at a similarity of a half is 0.09.
    assert rows["similarity"].tolist() == pytest.approx([1.0, 1.0, 0.75], abs=0.18)


def test_versions_that_drift_apart_are_not_chained(tmp_path: Path) -> None:
    # Each version drops the first quarter of the one before and adds another.
    quarters = [said(seed, 100) for seed in range(12)]
    versions = [" ".join(quarters[at : at + 4]) for at in range(9)]
    rows = clusters(stored(tmp_path, *versions)).set_index("article")
    assert rows["cluster"].nunique() > 2
    apart = (rows.index - rows["cluster"]).abs()
    # Of four quarters at most one may be others.
    assert apart.max() == 1


def test_a_copy_that_met_only_a_copy_is_asked_against_the_one_that_is_kept(tmp_path: Path) -> None:
    text = said(1, 300)
    copies = [text + " " + said(seed, 30) for seed in range(40)]
    assert clusters(stored(tmp_path, text, *copies, part=50))["cluster"].tolist() == [0] * 41


def test_an_archive_of_one_text_over_and_over_is_one_cluster(tmp_path: Path) -> None:
    rows = clusters(stored(tmp_path, *[said(1)] * 300, part=100))
    assert rows["copies"].tolist() == [300] * 300
    assert rows["kept"].sum() == 1


@pytest.mark.parametrize("same", [True, False])
def test_a_short_text_is_a_copy_only_of_all_the_same_words(tmp_path: Path, same: bool) -> None:
    text = "The library of Ashby is closed on Monday for the count of its books, it said."
    other = text.upper() if same else text.replace("Monday", "Friday")
    assert bool(found(stored(tmp_path, text, other))) == same


def test_texts_without_words_are_no_copies(tmp_path: Path) -> None:
    assert found(stored(tmp_path, "", "...", "")) == []


def test_frames_filled_with_other_numbers_are_no_copies(tmp_path: Path) -> None:
    line = "The index of the exchange in the town closed today at {} points after trade of {} lots."
    reports = [
        " ".join(line.format(day * 100 + row, day * 1000 + row) for row in range(8))
        for day in range(1, 9)
    ]
    assert found(stored(tmp_path, *reports)) == []


def test_no_signatures_or_no_rows_give_an_empty_frame(tmp_path: Path) -> None:
    pd.testing.assert_frame_equal(clusters(tmp_path), empty(DUPLICATES))
    nothing = table_file(tmp_path, "signatures", 0)
    write_parquet(empty(SIGNATURES), nothing, schema_of(SIGNATURES))
    pd.testing.assert_frame_equal(clusters(tmp_path), empty(DUPLICATES))
    pd.testing.assert_frame_equal(clusters(stored(tmp_path, said(1))), empty(DUPLICATES))


def test_the_order_of_partitions_files_changes_nothing_and_nothing_is_left(tmp_path: Path) -> None:
    texts = [said(seed // 2) for seed in range(12)]
    one = clusters(stored(tmp_path / "one", *texts, part=2))
    other = clusters(stored(tmp_path / "other", *texts, part=12))
    pd.testing.assert_frame_equal(one, other)
    assert [file.name for file in (tmp_path / "one").iterdir()] == ["signatures"]


def test_pages_that_share_a_list_of_their_site_are_no_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prose = [
        " ".join(f"the ship of the {said(at * 99 + row, 4)} is in the port." for row in range(18))
        for at in range(2)
    ]
    site = "Choose your country " + said(77, 380)
    pages = [f"{text}\n{site}" for text in prose]
    assert found(stored(tmp_path / "one", *pages)) == []
    # They would be, with it.
    monkeypatch.setattr("analysis.corpus.duplicates.signatures.prose_of", lambda words: words)
    assert len(found(stored(tmp_path / "other", *pages))) == 2
