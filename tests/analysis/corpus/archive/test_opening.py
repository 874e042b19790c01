"""An archive in a notebook: frames as declared, read when needed; SQL that cannot but read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from analysis.columns import Columns
from analysis.corpus import open_corpus
from analysis.corpus.archive.errors import BadQuestion
from analysis.corpus.archive.opening import Corpus
from analysis.corpus.articles import analyze_articles
from analysis.corpus.frames import DUPLICATES, TABLES
from analysis.corpus.layout import write_tables
from analysis.errors import CannotRead
from tests.analysis.corpus.archive.made import own, write_archive
from tests.analysis.corpus.articles_given import FERRY, POOL, given

ALL: dict[str, Columns] = {**TABLES, "duplicates": DUPLICATES}


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive as it is analysed, in two parts."""
    out = tmp_path_factory.mktemp("archive")
    rows = given(POOL, FERRY, outlet=["The Star", "The Beacon"], date=["2020-01-05", None])
    for number in (0, 1):
        write_tables(out, number, analyze_articles(rows[number : number + 1]))
        (out / "done").mkdir(exist_ok=True)
        (out / "done" / f"part-{number:06d}.json").write_text("{}")
    return out


@pytest.mark.parametrize("table", [*ALL])
def test_tables_are_as_they_are_declared(analysed: Path, table: str) -> None:
    lazy = getattr(open_corpus(analysed), table)
    declared = {name: column.dtype for name, column in ALL[table].items()}
    assert {name: str(dtype) for name, dtype in lazy.dtypes.items()} == declared
    rows = lazy.compute()
    assert {name: str(dtype) for name, dtype in rows.dtypes.items()} == declared


def test_frames_hold_what_was_analysed(analysed: Path) -> None:
    corpus = open_corpus(analysed)
    sentences = corpus.sentences.compute()
    texts = {0: POOL, 1: FERRY}
    for row in sentences.to_dict("records"):
        assert texts[row["article"]][row["start"] : row["end"]] == row["text"]
    words = corpus.statements[["loaded_words"]].compute()["loaded_words"].iloc[0]
    ((start, end),) = words
    assert POOL[start:end] == "reckless betrayal"
    assert corpus.sentences.npartitions == 2
    assert len(corpus.sentences.partitions[1].compute()["article"].unique()) == 1


def test_nothing_is_read_before_it_is_needed(analysed: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy"
    shutil.copytree(analysed, out)
    corpus = open_corpus(out)
    tones = corpus.sentences.groupby("voice")["tone"].mean()
    (out / "sentences" / "part-000001.parquet").write_bytes(b"damaged")
    with pytest.raises(CannotRead, match="run slant corpus again"):
        tones.compute()
    assert "damaged" not in repr(corpus)
    (out / "articles" / "part-000001.parquet").unlink()
    assert "2 partitions, some of them damaged" in repr(corpus)


def test_sql_is_answered_with_what_is_bound(analysed: Path) -> None:
    corpus = open_corpus(analysed)
    statement = "SELECT article FROM articles WHERE outlet = $outlet"
    assert corpus.sql(statement, outlet="The Beacon")["article"].tolist() == [1]
    assert corpus.sql(statement, outlet="' OR true --").empty
    assert corpus.sql("SELECT count(*) AS number FROM duplicates")["number"].tolist() == [0]
    assert "2 articles in 2 partitions" in repr(corpus)
    assert "sentences" in dir(corpus)


@pytest.mark.parametrize(
    "query",
    [
        "DROP VIEW articles",
        "INSERT INTO duplicates SELECT 1, 1, 2, true, 1.0",
        "CREATE TABLE more AS SELECT 1",
        "COPY (SELECT 1) TO '{out}/more.parquet'",
        "COPY (SELECT 1) TO '/tmp/more.csv'",
        "SELECT 1; DROP VIEW articles",
        "SET enable_external_access = true",
        "RESET lock_configuration",
        "PRAGMA enable_profiling",
        "ATTACH '{out}/more.db'",
        "EXPORT DATABASE '{out}/more'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SELECT * FROM read_text('{outside}')",
        "SELECT * FROM '{outside}'",
        "SELECT * FROM read_csv('{out}/../outside.csv')",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM read_csv('https://example.org/a.csv')",
        "SELECT * FROM nothing",
        "SELECT $missing",
        "no SQL",
        "",
    ],
)
def test_sql_can_only_read_the_archive(analysed: Path, query: str) -> None:
    outside = analysed.parent / "outside.csv"
    outside.write_text("a\n1\n")
    corpus = open_corpus(analysed)
    before = sorted(analysed.rglob("*"))
    with pytest.raises(BadQuestion) as caught:
        corpus.sql(query.format(out=analysed, outside=outside))
    assert "\n" not in caught.value.message
    assert sorted(analysed.rglob("*")) == before
    assert len(corpus.sql("SELECT * FROM articles")) == 2


def test_a_file_that_has_gone_is_said(tmp_path: Path) -> None:
    corpus = open_corpus(write_archive(tmp_path, own("A pool."), own("A ferry."), part=1))
    (tmp_path / "names" / "part-000001.parquet").unlink()
    with pytest.raises(CannotRead, match="run slant corpus again"):
        corpus.sql("SELECT * FROM names")


def test_an_archive_that_is_being_made(tmp_path: Path) -> None:
    out = write_archive(tmp_path, own("A pool."), own("A ferry."), part=1)
    (out / "done" / "part-000001.json").unlink()
    (out / "corpus.json").unlink()
    corpus = open_corpus(out)
    assert len(corpus.articles.compute()) == 1
    assert "1 unfinished" in repr(corpus)
    assert corpus.settings == {}
    (out / "done" / "part-000000.json").unlink()
    assert len(open_corpus(out).articles.compute()) == 0
    assert open_corpus(out).sql("SELECT * FROM sentences").empty


def test_what_is_no_archive_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="give the folder that slant corpus has written"):
        open_corpus(tmp_path)


def test_there_is_no_other_table(analysed: Path) -> None:
    corpus = open_corpus(str(analysed))
    assert isinstance(corpus, Corpus)
    with pytest.raises(AttributeError, match="quotations"):
        _ = corpus.quotations
