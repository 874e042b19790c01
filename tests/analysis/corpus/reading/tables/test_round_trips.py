"""What other programs write as a table comes back as it was, hostile texts too."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.corpus.reading.opening import open_archive
from analysis.corpus.reading.record import Choices, Found
from tests.analysis.corpus.reading.reading_given import read, texts

HOSTILE = (
    '=HYPERLINK("http://example.org","x")',
    "@SUM(A1)",
    'She said: "No, never; not\tnow".\r\nThen \\"left\\".',
    "\n\nA line | and\ranother\u2028third\x85fourth",
    "<script>alert(1)</script> &amp; `code` $x$",
    "Ångström, 🏊🏽‍♀️ and שלום, \u202eback",
    '"',
    "'; DROP TABLE articles; --",
    "NaN",
    "null",
    "{}",
    " a space before and after ",
)
# NUL and halves of a pair are no text; what is only white space is an empty text.
_TEXTS = st.lists(
    st.one_of(
        st.sampled_from(HOSTILE),
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).filter(
            lambda text: bool(text.strip())
        ),
    ),
    min_size=1,
    max_size=8,
)
_QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def write_csv(path: Path, rows: list[str], separator: str = ",", encoding: str = "utf-8") -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=separator)
        writer.writerow(["number", "text", "end"])
        writer.writerows([number, text, "e"] for number, text in enumerate(rows))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_in_each_form(tmp_path: Path, separator: str, encoding: str) -> None:
    path = tmp_path / "news.csv"
    write_csv(path, list(HOSTILE), separator, encoding)
    assert texts(path) == list(HOSTILE)


@_QUICK
@given(_TEXTS, st.sampled_from(",;\t"), st.sampled_from(["utf-8", "utf-16"]))
def test_any_csv(rows: list[str], separator: str, encoding: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "news.csv"
        write_csv(path, rows, separator, encoding)
        assert texts(path) == rows


@_QUICK
@given(_TEXTS, st.booleans(), st.sampled_from([None, 1]))
def test_any_json(rows: list[str], ascii_only: bool, indent: int | None) -> None:
    objects = [{"more": ["]", {"}": '"'}], "text": text} for text in rows]
    with TemporaryDirectory() as folder:
        whole, by_line = Path(folder) / "news.json", Path(folder) / "news.jsonl"
        whole.write_text(json.dumps(objects, ensure_ascii=ascii_only, indent=indent), "utf-8")
        by_line.write_text(
            "\n".join(json.dumps(one, ensure_ascii=ascii_only) for one in objects), "utf-8"
        )
        assert texts(whole) == rows
        assert texts(by_line) == rows


@_QUICK
@given(_TEXTS)
def test_any_parquet(rows: list[str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "part"
        pyarrow.parquet.write_table(pyarrow.table({"text": rows}), path)
        assert texts(path) == rows


@pytest.mark.parametrize("ending", [".csv", ".csv.gz", ".csv.bz2", ".csv.zst", ".jsonl.gz"])
def test_packed_files(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"news{ending}"
    plain = tmp_path / "plain"
    if "json" in ending:
        plain.write_text('{"text": "The pool closed."}\n', "utf-8")
    else:
        write_csv(plain, ["The pool closed."])
    packing = {"gz": "gzip", "bz2": "bz2", "zst": "zstd", "csv": None}[ending.rpartition(".")[2]]
    with pyarrow.output_stream(str(path), compression=packing) as file:
        file.write(plain.read_bytes())
    assert texts(path) == ["The pool closed."]


def test_packed_data_that_are_cut_off_give_what_is_there(tmp_path: Path) -> None:
    chance = Random(1)
    rows = [chance.randbytes(1_500).hex() for _ in range(1_500)]
    plain = "".join(json.dumps({"text": text}) + "\n" for text in rows)
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(gzip.compress(plain.encode())[:-1_000_000])
    archive = open_archive(path, Choices({}))
    parts = list(archive.parts(100))
    found = [text for articles, _ in parts for text in articles["text"]]
    assert 100 < len(found) < 1_500
    assert found == rows[: len(found)]
    (message,) = [text for _, skipped in parts for text in skipped["message"]]
    assert message == "news.jsonl.gz is damaged or cut off: get or pack it anew."


def test_the_place_of_each_row_is_said(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text('text\n"one\ntwo"\nthree\n', "utf-8")
    assert [one.place for one in read(path)] == ["line 2", "line 4"]
    assert all(isinstance(one, Found) for one in read(path))
