"""The statements of a speaker, or with a verb, counted in an archive by hand."""

from pathlib import Path

import pandas as pd
import pytest

from analysis.corpus.archive.asking import Asking
from analysis.corpus.archive.frames import STATED, Chosen
from tests.archive_filled.tables import filled_tables
from tests.archive_filled.writing import write_archive

EVERY = Chosen(once=False)


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return filled_tables()


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Asking:
    return Asking(write_archive(tmp_path_factory.mktemp("stated") / "archive"))


def by_hand(tables: dict[str, pd.DataFrame], column: str, name: str) -> pd.DataFrame:
    found = tables["statements"][tables["statements"][column] == name]
    return found.merge(tables["articles"][["article", "outlet", "date", "text"]], on="article")


@pytest.mark.parametrize(("column", "name"), [("speaker", "Ana Hale"), ("verb", "claim")])
def test_all_are_found_by_date(asking, tables, column, name):
    wanted = by_hand(tables, column, name)
    found, total = asking.statements(column, name, EVERY, most=10_000)
    assert list(found) == list(STATED)
    assert total == len(found) == len(wanted)
    assert set(found[column]) == {name}
    order = wanted.sort_values(["date", "article", "start"])
    assert (
        found[["article", "start"]].values.tolist() == order[["article", "start"]].values.tolist()
    )
    texts = tables["articles"].set_index("article")["text"]
    for row in found.itertuples():
        assert texts[row.article][row.start : row.end] == row.text


def test_a_month_and_the_filters_hold(asking, tables):
    chosen = Chosen(outlet=("Quay Post",), once=False)
    wanted = by_hand(tables, "speaker", "Tom Reed")
    here = (wanted["outlet"] == "Quay Post") & (wanted["date"].dt.strftime("%Y-%m") == "2024-02")
    found, total = asking.statements("speaker", "Tom Reed", chosen, month="2024-02", most=5)
    assert total == here.sum() > 5
    assert len(found) == 5
    assert set(found["outlet"]) == {"Quay Post"}


def test_the_sum_is_that_of_the_chart(asking):
    over_time = asking.verbs(Chosen())
    for name, rows in over_time.groupby("name"):
        assert asking.statements("verb", name, Chosen())[1] == rows["statements"].sum()


def test_nobody_of_that_name_has_statements(asking):
    for name in ("Nobody", "", "' OR 1=1 --"):
        found, total = asking.statements("speaker", name, Chosen())
        assert (len(found), total) == (0, 0), name
    with pytest.raises(ValueError, match="no statements by text"):
        asking.statements("text", "Ana Hale", Chosen())


def test_pieces_of_one_statement_are_one(tmp_path: Path):
    from analysis.corpus.layout import schema, write_parquet

    out = write_archive(tmp_path / "archive")
    file = out / "statements" / "part-000000.parquet"
    rows = pd.read_parquet(file)
    first = rows[rows["speaker"] == "Ana Hale"].iloc[[0]]
    before = Asking(out).statements("speaker", "Ana Hale", EVERY)[1]
    more = first.assign(start=first["end"] + 1, end=first["end"] + 2)
    write_parquet(pd.concat([rows, more]), file, schema("statements"))
    found, total = Asking(out).statements("speaker", "Ana Hale", EVERY, most=10_000)
    assert total == len(found) == before
