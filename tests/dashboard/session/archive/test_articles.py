"""An article of an archive, read from it as the Read page opens it."""

from typing import Any

import pytest

from analysis.errors import SlantError
from dashboard.session.address import address_of
from dashboard.session.archive.articles import NoSuchArticle, archived
from dashboard.session.comparing.address import archived_number, name_of
from dashboard.session.open_article import OpenArticle, Place
from tests.archive_filled.tables import filled_tables
from tests.archive_filled.writing import write_archive


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory):
    return write_archive(tmp_path_factory.mktemp("articles") / "moor archive")


@pytest.fixture(autouse=True)
def _served(folder, monkeypatch):
    monkeypatch.setenv("SLANT_ARCHIVE", str(folder))


def test_it_is_as_the_archive_has_it():
    row = filled_tables([70])["articles"].iloc[0]
    found = archived("moor archive", 70)
    assert found.article.text == row["text"]
    assert (found.article.title, found.article.author) == (row["title"], row["author"])
    assert found.article.date == f"{row['date']:%Y-%m-%d}"
    assert found.article.url == row["url"]
    assert found.source == row["source"]
    assert found.any_language is False
    assert found.place == Place("moor archive", 70, row["outlet"])


def test_what_it_does_not_give_is_none():
    row = filled_tables([179])["articles"].iloc[0]
    assert row["outlet"] == ""
    found = archived("moor archive", 179)
    assert found.article.date is None
    assert found.article.author is None
    assert found.place.outlet == ""


def test_quoted_passages_come_along(tmp_path, monkeypatch):
    import pandas as pd

    from analysis.corpus.layout import schema, write_parquet

    out = write_archive(tmp_path / "quoting")
    file = out / "articles" / "part-000000.parquet"
    rows = pd.read_parquet(file)
    rows["quoted"] = [[[0, 4], [6, 9]] for _ in range(len(rows))]
    write_parquet(rows, file, schema("articles"))
    monkeypatch.setenv("SLANT_ARCHIVE", str(out))
    assert archived("quoting", 3).article.quoted == ((0, 4), (6, 9))


@pytest.mark.parametrize(
    ("name", "number", "said"),
    [
        ("moor archive", 9999, "The archive “moor archive” has no such article"),
        ("moor archive", None, "The archive “moor archive” has no such article"),
        ("../moor archive", 1, "There is no archive “../moor archive” here"),
        ("x" * 10_000, 1, "There is no archive “xxx"),
    ],
)
def test_what_is_not_there_is_said(name, number, said):
    with pytest.raises(NoSuchArticle) as error:
        archived(name, number)
    assert str(error.value).startswith(said)
    assert len(str(error.value)) < 200


def test_an_archive_that_has_gone_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("SLANT_ARCHIVE", str(tmp_path / "gone"))
    with pytest.raises(SlantError, match="gone"):
        archived("gone", 1)


def test_addresses_lead_to_it():
    found = archived("moor archive", 7)
    result: Any = None  # an address asks nothing of it
    opened = OpenArticle(found.article, found.source, result, place=found.place)
    assert address_of(opened, 1) == {"archive": "moor archive", "article": "7", "s": "2"}
    assert name_of(opened) == "archive:7:moor archive"
    assert archived_number(name_of(opened)) == ("moor archive", 7)


@pytest.mark.parametrize("name", ["archive:x:news", "archive:7", "text:2", "fares", "archive:²:a"])
def test_other_names_are_not_of_an_archive(name):
    assert archived_number(name) is None
