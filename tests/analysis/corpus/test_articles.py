"""A frame of articles becomes the tables of an archive, an article as when it is analysed alone."""

from __future__ import annotations

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from analysis.corpus import articles as analysed
from analysis.corpus.articles import analyze_articles
from analysis.corpus.frames import TABLES, Analysed
from analysis.errors import ModelUnavailable
from analysis.frames import SENTENCES
from analysis.scoring import pipeline
from analysis.scoring.pipeline import analyze
from tests.analysis.corpus.articles_given import FERRY, FRENCH, POOL, given


@pytest.fixture(scope="module")
def found() -> Analysed:
    return analyze_articles(
        given(
            POOL, "", FERRY, FRENCH, outlet=["Bugle", "", "Echo", "Echo"], date=["2020-03-04"] * 4
        )
    )


def test_every_table_has_its_columns(found: Analysed) -> None:
    assert list(found.tables) == list(TABLES)
    for name, rows in found.tables.items():
        assert list(rows) == list(TABLES[name])


def test_an_article_is_as_if_analysed_alone(found: Analysed) -> None:
    sentences = found.tables["sentences"]
    for number, text in ((0, POOL), (2, FERRY)):
        alone = analyze(text)
        rows = sentences[sentences["article"] == number]
        assert_frame_equal(rows[list(SENTENCES)].reset_index(drop=True), alone.sentences)
        row = found.tables["articles"].set_index("article").loc[number]
        assert row["loaded_share"] == alone.article["loaded_share"].iloc[0]
        assert row["text"] == text


def test_what_cannot_be_analysed_has_its_reason(found: Analysed) -> None:
    skipped = found.tables["skipped"]
    assert list(skipped["article"]) == [1, 3]
    assert list(skipped["reason"]) == ["EmptyText", "NotEnglish"]
    assert skipped["message"].str.endswith(".").all()
    assert skipped["source"].iloc[0] == "made.csv, row 2"


def test_voices_add_up(found: Analysed) -> None:
    voices = found.tables["voices"]
    assert len(voices) == 4 * 2
    sentences = found.tables["sentences"]
    assert voices["scored"].sum() == sentences["tone"].notna().sum()
    assert voices["loaded"].sum() == (sentences["loaded"] == "loaded").sum()
    assert voices["tone_sum"].sum() == pytest.approx(sentences["tone"].sum())
    quoted = voices[(voices["article"] == 0) & (voices["voice"] == "quoted")]
    assert list(quoted["sentences"]) == [1]


def test_no_article_gives_empty_tables() -> None:
    none = analyze_articles(given())
    assert all(
        rows.empty and list(rows) == list(TABLES[name]) for name, rows in none.tables.items()
    )


def test_a_fault_of_ours_costs_its_article_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(article: object, **options: object) -> object:
        if getattr(article, "text", "") == FERRY:
            raise ZeroDivisionError("a secret")
        return analyze(article, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "analyze", fails)
    tables = analyze_articles(given(FERRY, POOL)).tables
    assert list(tables["articles"]["article"]) == [1]
    assert list(tables["skipped"]["reason"]) == [analysed.FAILED]
    assert "secret" not in tables["skipped"]["message"].iloc[0]


def test_a_missing_model_is_no_articles_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(article: object, **options: object) -> object:
        raise ModelUnavailable("gone")

    monkeypatch.setattr(pipeline, "analyze", fails)
    with pytest.raises(ModelUnavailable):
        analyze_articles(given(POOL))


def test_dates_and_quoted_passages_stay(found: Analysed) -> None:
    assert found.tables["articles"]["date"].iloc[0] == pd.Timestamp("2020-03-04")
    text = "The mayor wrote to us.\n\nIt is a shameful mess."
    passage = (text.index("It is"), len(text))
    tables = analyze_articles(given(text, quoted=[[passage]])).tables
    assert list(tables["sentences"]["voice"]) == ["outlet", "quoted"]
    assert list(tables["articles"]["quoted"].iloc[0]) == [passage]
