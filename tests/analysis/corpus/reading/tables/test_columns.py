"""Headers are asked for by name, and never guessed in silence."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.corpus.reading.opening import open_archive
from analysis.corpus.reading.record import Choices, Found
from analysis.errors import CannotRead
from tests.analysis.corpus.reading.reading_given import opened, read


def table(folder: Path, header: str, *rows: str) -> Path:
    path = folder / "news.csv"
    path.write_text("\n".join([header, *rows]) + "\n", "utf-8")
    return path


def refused(path: Path, **columns: str) -> str:
    with pytest.raises(CannotRead) as raised:
        open_archive(path, Choices(columns))
    return raised.value.message.replace(f"{path} ", "")


def test_all_columns_are_read(tmp_path: Path) -> None:
    header = "id,outlet,author,section,topic,date,title,url,text"
    path = table(tmp_path, header, "7,Herald,A. Roe,UK,pools,2020-03-07,Pool,http://x.org,It shut.")
    assert read(path) == [
        Found(
            "It shut.", "line 2", "7", "Herald", "A. Roe", "UK", "pools", "2020-03-07", "Pool",
            "http://x.org",
        )
    ]  # fmt: skip
    assert opened(path).notes == []


def test_a_table_without_text_lists_its_headers_with_an_offer(tmp_path: Path) -> None:
    path = table(tmp_path, "id,source,maintext", "1,Herald,It shut.")
    assert refused(path) == (
        "has no column text: name the one that holds the text with --column text=maintext "
        "(it has id, source, maintext)."
    )
    without = refused(table(tmp_path, "1,The pool closed on Monday and nobody spoke of it."))
    assert without.endswith("(it has 1, The pool closed on Monday and nobody spo…).")
    assert refused(table(tmp_path, "a,b", "1,2")).endswith("--column text=NAME (it has a, b).")


def test_headers_are_mapped_and_the_rest_is_said(tmp_path: Path) -> None:
    path = table(tmp_path, "content,source,byline,mood", "It shut.,Herald,A. Roe,sad")
    assert opened(path, text="content").notes == [
        "not used: source, byline, mood; if source is its outlet, add --column outlet=source; "
        "if byline is its author, add --column author=byline."
    ]
    (article,) = read(path, text="content", outlet="source")
    assert isinstance(article, Found)
    assert (article.text, article.outlet, article.author) == ("It shut.", "Herald", "")


def test_a_header_that_is_not_there_names_the_nearest(tmp_path: Path) -> None:
    path = table(tmp_path, "text,source", "It shut.,Herald")
    assert refused(path, outlet="sorce") == (
        "has no column sorce: name the one that holds the outlet with --column outlet=source "
        "(it has text, source)."
    )


def test_a_name_that_is_none_lists_the_names(tmp_path: Path) -> None:
    path = table(tmp_path, "text", "It shut.")
    assert refused(path, titel="text") == (
        "--column titel=text names nothing known: did you mean title? The names are id, outlet, "
        "author, section, topic, date, title, url, text."
    )


def test_capitals_do_not_matter_and_two_alike_are_refused(tmp_path: Path) -> None:
    assert len(read(table(tmp_path, "Text, TITLE", "It shut.,Pool"))) == 1
    assert refused(table(tmp_path, "text,text", "a,b")) == (
        "has 2 columns text: rename the one that does not hold the text."
    )
    assert len(read(table(tmp_path, "text,note,note", "a,b,c"))) == 1


def test_dates_by_the_order_that_is_said(tmp_path: Path) -> None:
    path = table(tmp_path, "date,text", "03/04/2020,a", "04/04/2020,b", "soon,c", "2020-01-01,d")
    early = opened(path)
    said = "dates like 03/04/2020 are left empty: add --day-first or --month-first."
    assert early.notes == [said]
    assert [one.date for one in early.articles() if isinstance(one, Found)] == [
        "", "", "", "2020-01-01",
    ]  # fmt: skip
    assert early.notes == [
        "2 dates were left empty, as it is not said whether in dates like 03/04/2020 the day or "
        "the month comes first: add --day-first or --month-first.",
        "One date was not read and left empty, as “soon” (line 4).",
    ]
    dates = [one.date for one in read(path, day_first=True) if isinstance(one, Found)]
    assert dates == ["2020-04-03", "2020-04-04", "", "2020-01-01"]


def test_values_of_other_types(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    moment = pd.Timestamp("2020-03-07 23:30")
    pd.DataFrame(
        {
            "text": ["It shut.", "It opened."],
            "id": [12.0, None],
            "author": [["A. Roe", "B. Poe"], None],
            "date": [moment, pd.NaT],
        }
    ).to_parquet(path)
    assert read(path) == [
        Found("It shut.", "row 1", id="12", author="A. Roe, B. Poe", date="2020-03-07"),
        Found("It opened.", "row 2"),
    ]


def test_folders_named_after_a_value_are_a_column(tmp_path: Path) -> None:
    frame = pd.DataFrame({"text": ["It shut.", "It opened."], "outlet": ["Herald", "The Post"]})
    frame.to_parquet(tmp_path / "set", partition_cols=["outlet"])
    archive = open_archive(tmp_path / "set", Choices({}))
    rows = pd.concat(articles for articles, _ in archive.parts(10))
    assert dict(zip(rows["text"], rows["outlet"], strict=True)) == {
        "It shut.": "Herald",
        "It opened.": "The Post",
    }


def test_a_cell_without_an_end_is_cut(tmp_path: Path) -> None:
    path = table(tmp_path, "title,text", "a" * 100_000 + ",It shut.")
    (found,) = read(path)
    assert found.title == "a" * 2_000 + "…"
