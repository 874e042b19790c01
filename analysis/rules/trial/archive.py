"""The articles of an archive: a Parquet, CSV or JSON lines file, or a folder of files."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from analysis.errors import CannotRead, SlantError
from analysis.text.one_line import one_line

FIELDS = ("text", "title", "section", "id")
"""What is asked of an archive; only the text must be there. Columns of these names are taken unless
others are named."""

ENDINGS = (".parquet", ".csv", ".tsv", ".jsonl", ".ndjson")
"""Endings of the files that are archives; a folder is one of articles, a file each."""

_BATCH = 500
"""Articles that are read at a time."""

_SNIFFED = 1 << 20
"""Bytes of a CSV file by which its encoding is told."""

_Columns = Mapping[str, str]


@dataclass(frozen=True)
class ArchiveArticle:
    """One article; what the archive does not say is empty."""

    text: str
    title: str = ""
    section: str = ""
    path: str = ""
    name: str = ""


@dataclass
class Archive:
    """The articles of ``path``, read while one goes through them.

    ``columns`` says which column or key holds which of ``FIELDS``. ``skipped`` counts what was no
    article, with the names of the first, once one went through. Raises CannotRead for what is no
    archive, has no such column, or breaks off.
    """

    path: str
    columns: _Columns = field(default_factory=dict)
    skipped: int = 0
    skipped_names: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[ArchiveArticle]:
        self.skipped, self.skipped_names = 0, []
        path = Path(self.path)
        if path.is_dir():
            yield from self._of_folder(path)
            return
        read = _READERS.get(path.suffix.lower())
        if read is None:
            if not path.exists():
                raise CannotRead(self.path, "does not exist", "check the archive's name")
            endings = ", ".join(ENDINGS)
            advice = f"give a file {endings}, or a folder with a file for each article"
            raise CannotRead(self.path, "is no archive that is read here", advice)
        try:
            for number, row in enumerate(read(self.path, self.columns), 1):
                text = row.get("text")
                if not isinstance(text, str) or not text.strip():
                    self._skip(f"number {number}")
                    continue
                said = {name: row.get(name) for name in FIELDS}
                given = {name: "" if one is None else str(one) for name, one in said.items()}
                title = given["title"].strip()
                yield ArchiveArticle(
                    text, title, given["section"], name=given["id"] or title or f"number {number}"
                )
        except OSError as error:
            reason = "does not exist" if isinstance(error, FileNotFoundError) else "cannot be read"
            raise CannotRead(self.path, reason, "check the archive's name") from error

    def _skip(self, name: str) -> None:
        self.skipped += 1
        if len(self.skipped_names) < 3:
            self.skipped_names.append(one_line(name))

    def _of_folder(self, folder: Path) -> Iterator[ArchiveArticle]:
        from analysis.reading.sources import read

        found = False
        for where, folders, names in os.walk(folder):  # does not follow links to folders
            folders[:] = sorted(one for one in folders if not one.startswith("."))
            for name in sorted(one for one in names if not one.startswith(".")):
                path = Path(where) / name
                inside = path.relative_to(folder).as_posix()
                found = True
                try:
                    article = read(path)
                except SlantError:
                    self._skip(inside)
                    continue
                yield ArchiveArticle(article.text, article.title or "", path=inside, name=inside)
        if not found:
            raise CannotRead(self.path, "is an empty folder", "give one with a file an article")


_Row = Mapping[str, object]


def _of_parquet(path: str, columns: _Columns) -> Iterator[_Row]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            names = _named(path, file.schema_arrow.names, columns)
            for batch in file.iter_batches(_BATCH, columns=list(dict.fromkeys(names.values()))):
                read = {name: batch.column(column).to_pylist() for name, column in names.items()}
                for at in range(batch.num_rows):
                    yield {name: values[at] for name, values in read.items()}
    except pa.ArrowInvalid as error:
        advice = "write it anew with pandas or pyarrow"
        raise CannotRead(path, "is no Parquet file, or a damaged one", advice) from error


def _of_csv(path: str, columns: _Columns) -> Iterator[_Row]:
    import pandas as pd

    with open(path, "rb") as file:
        begin = file.read(_SNIFFED)
    try:
        begin.decode("utf-8")
        encoding = "utf-8-sig"
    except UnicodeDecodeError as error:
        # A character that the first part cuts in two is no sign of another encoding.
        encoding = "utf-8-sig" if error.start >= len(begin) - 3 else "cp1252"
    first = begin.decode(encoding, "replace").partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        whole = pd.read_csv(
            path,
            sep=separator,
            dtype=str,
            keep_default_na=False,
            encoding=encoding,
            encoding_errors="replace",
            chunksize=_BATCH,
        )
        with whole as tables:
            for table in tables:
                names = _named(path, list(map(str, table.columns)), columns)
                read = {name: table[column].tolist() for name, column in names.items()}
                for at in range(len(table)):
                    yield {name: values[at] for name, values in read.items()}
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeError) as error:
        reason = one_line(str(error).splitlines()[0] if str(error) else "no table")
        raise CannotRead(path, f"is no CSV table ({reason})", "write it anew as CSV") from error


def _of_json_lines(path: str, columns: _Columns) -> Iterator[_Row]:
    names: dict[str, str] | None = None
    with open(path, encoding="utf-8-sig", errors="replace") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                row = None
            if not isinstance(row, dict):
                advice = "write one object of JSON a line"
                raise CannotRead(path, f"has no object of JSON in line {number}", advice)
            if names is None:
                names = _named(path, list(row), columns)
            # A key of no value may be left out of a line.
            yield {name: row.get(key) for name, key in names.items()}


_READERS: Mapping[str, Callable[[str, _Columns], Iterator[_Row]]] = {
    ".parquet": _of_parquet,
    ".csv": _of_csv,
    ".tsv": _of_csv,
    ".jsonl": _of_json_lines,
    ".ndjson": _of_json_lines,
}


def _named(path: str, there: Sequence[str], columns: _Columns) -> dict[str, str]:
    """Return which column holds which field; raises CannotRead for one that is not there."""
    names = {name: columns.get(name, name) for name in FIELDS}
    for name, column in names.items():
        if column not in there and (name in columns or name == "text"):
            near = get_close_matches(column, there, 1) or ["NAME"]
            has = ", ".join(there[:20])
            advice = (
                f"name the one that holds the {name} with --column {name}={near[0]} (it has {has})"
            )
            raise CannotRead(path, f"has no column {column}", one_line(advice))
    return {name: column for name, column in names.items() if column in there}
