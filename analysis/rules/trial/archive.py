"""The articles of an archive: a Parquet, CSV or JSON lines file, or a folder of files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from analysis.corpus.reading.folders.listing import files_below
from analysis.corpus.reading.folders.single_files import SingleFiles
from analysis.corpus.reading.record import Choices, Found, Reader, Unreadable
from analysis.corpus.reading.tables.rows import BROKEN
from analysis.errors import CannotRead
from analysis.text.one_line import one_line

FIELDS = ("text", "title", "section", "id")
"""What is asked of an archive; only the text must be there. Columns of these names are taken unless
others are named."""

_READERS: Mapping[str, str] = {
    ".parquet": "parquet",
    ".csv": "csv_rows",
    ".tsv": "csv_rows",
    ".jsonl": "json_rows",
    ".ndjson": "json_rows",
}

ENDINGS = tuple(_READERS)
"""Endings of the files that are archives; a folder is one of articles, a file each."""


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
    columns: Mapping[str, str] = field(default_factory=dict)
    skipped: int = 0
    skipped_names: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[ArchiveArticle]:
        self.skipped, self.skipped_names = 0, []
        path = Path(self.path)
        if path.is_dir():
            yield from self._of_folder(path)
            return
        try:
            reader = self._reader(path)
            for number, one in enumerate(reader.articles(), 1):
                if isinstance(one, Unreadable):
                    if one.reason == BROKEN:
                        raise self._broken(reader.kind, one)
                    self._skip(f"number {number}")
                    continue
                name = one.id or one.title or f"number {number}"
                yield ArchiveArticle(one.text, one.title, one.section, name=name)
        except OSError as error:
            reason = "does not exist" if isinstance(error, FileNotFoundError) else "cannot be read"
            raise CannotRead(self.path, reason, "check the archive's name") from error

    def _reader(self, path: Path) -> Reader:
        name = _READERS.get(path.suffix.lower())
        if name is None:
            if not path.exists():
                raise CannotRead(self.path, "does not exist", "check the archive's name")
            endings = ", ".join(ENDINGS)
            advice = f"give a file {endings}, or a folder with a file for each article"
            raise CannotRead(self.path, "is no archive that is read here", advice)
        module = import_module(f"analysis.corpus.reading.tables.{name}")
        reader: Reader = module.open_file(path, Choices(self.columns))
        return reader

    def _broken(self, kind: str, row: Unreadable) -> CannotRead:
        """Return the error of a row that does not hold together: a trial is to count all."""
        if "JSON" in kind:
            reason = f"has no object of JSON in {row.place}"
            return CannotRead(self.path, reason, "write one object of JSON a line")
        reason = f"is no CSV table ({row.place}: {row.message.rstrip('.')})"
        return CannotRead(self.path, one_line(reason), "write it anew as CSV")

    def _skip(self, name: str) -> None:
        self.skipped += 1
        if len(self.skipped_names) < 3:
            self.skipped_names.append(one_line(name))

    def _of_folder(self, folder: Path) -> Iterator[ArchiveArticle]:
        files = SingleFiles(folder)
        for name, _ in files_below(folder):
            files.add(name)
        if not files.total:
            raise CannotRead(self.path, "is an empty folder", "give one with a file an article")
        for one in files.articles():
            if isinstance(one, Found):
                yield ArchiveArticle(one.text, one.title, path=one.id, name=one.id)
            else:
                self._skip(one.id)
