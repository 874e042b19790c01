"""An archive, open: a file, a folder of them or a frame, as one stream of numbered articles."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.columns import frame
from analysis.corpus.articles import FAILED
from analysis.corpus.frames import INPUT, SKIPPED
from analysis.corpus.reading.folders.listing import digest_of, files_below, shown
from analysis.corpus.reading.folders.refused import Refused
from analysis.corpus.reading.folders.single_files import SingleFiles, is_article
from analysis.corpus.reading.kinds import HEAD, module_for
from analysis.corpus.reading.record import Choices, Claim, Found, Reader, Unreadable
from analysis.corpus.reading.tables.columns import check_names
from analysis.errors import CannotRead, SlantError
from analysis.text.characters import encodable

if TYPE_CHECKING:
    import pandas as pd

_LISTED = 1_000
"""Most files whose names and digests are kept one by one; a digest of all is always kept."""

PART_CHARACTERS = 16_000_000
"""A part ends with the article that brings its texts over so many characters: as many as 3,000
ordinary articles have, so that parts of ordinary sizes end by their number of articles."""

_NAMED = 5
_WHAT = "give a table (Parquet, CSV, JSON), an export, or a folder of them"


class Archive:
    """An archive that is being read.

    ``notes`` are sentences to be said first, and more of them after the reading (rows in another
    encoding, dates that were left empty); ``settings`` is what a run that is resumed must find
    again (files with their sizes and digests, columns), in JSON's types. ``claims`` fill while it
    is read, one a file.
    """

    def __init__(
        self,
        readers: Sequence[tuple[str, Reader]],
        settings: dict[str, object],
        *,
        weights: Sequence[int] | None = None,
        notes: Sequence[str] = (),
    ) -> None:
        """``weights`` are the sizes of the readers' files, by which progress is told; ``notes``
        are those on the archive as a whole."""
        self._readers = readers
        self._weights = weights or [1] * len(readers)
        self._notes = notes
        self.settings = settings
        totals = [reader.total for _, reader in readers]
        known = [one for one in totals if one is not None]
        self.total: int | None = sum(known) if len(known) == len(totals) else None
        self.claims: list[Claim] = []

    @property
    def notes(self) -> list[str]:
        """Sentences, one for all files of which the same is to be said."""
        files: dict[str, list[str]] = {}
        for name, reader in self._readers:
            for note in reader.notes:
                files.setdefault(note, []).append(name)
        return [*self._notes, *(f"{_named(names)}: {note}" for note, names in files.items())]

    def parts(
        self, size: int, wanted: Callable[[int], bool] | None = None
    ) -> Iterator[tuple[pd.DataFrame, pd.DataFrame]]:
        """Give the archive in parts of ``size`` articles, the last one smaller, and those of very
        long texts (``PART_CHARACTERS``) too: a frame ``INPUT`` with those to be analysed, a frame
        ``SKIPPED`` with those that could not be read. Numbers run through both. The same archive
        gives the same parts. ``wanted`` and errors are those of ``numbered``."""
        for _, articles, skipped in self.numbered(size, wanted):
            yield articles, skipped

    def numbered(
        self, size: int, wanted: Callable[[int], bool] | None = None
    ) -> Iterator[tuple[int, pd.DataFrame, pd.DataFrame]]:
        """Give the number of each part, from 0, and the part. Those of which ``wanted`` says no
        are read past. Raises CannotRead where the system cannot read a file any more; a file that
        is damaged ends the reading of that file alone, and its rest is a row of the second
        frame."""
        found: list[dict[str, Any]] = []
        skipped: list[dict[str, Any]] = []
        number = articles = characters = 0
        take = wanted is None or wanted(0)
        for article, (name, one) in enumerate(self._all()):
            if articles == size or characters > PART_CHARACTERS:
                if take:
                    yield number, _frame(found, INPUT), _frame(skipped, SKIPPED)
                number, articles, characters = number + 1, 0, 0
                take = wanted is None or wanted(number)
                found, skipped = [], []
            articles += 1
            if isinstance(one, Found):
                characters += len(one.text)
            if take:
                rows = found if isinstance(one, Found) else skipped
                rows.append(_row(article, name, one))
        if take and articles:
            yield number, _frame(found, INPUT), _frame(skipped, SKIPPED)

    def share_read(self) -> float:
        """Return about how much has been read, 0 to 1."""
        read = sum(
            weight * reader.share_read()
            for weight, (_, reader) in zip(self._weights, self._readers, strict=True)
        )
        return read / (sum(self._weights) or 1)

    def _all(self) -> Iterator[tuple[str, Found | Unreadable]]:
        self.claims.clear()
        for name, reader in self._readers:
            number = 0
            try:
                for one in reader.articles():
                    number += 1
                    yield name, one
            except CannotRead as error:
                message = f"{name} {error.reason}: {error.advice}."
                yield name, Unreadable(_rest(number), type(error).__name__, message)
            except OSError as error:
                reason = f"cannot be read further ({error.strerror or error})"
                away = error.errno == errno.ENETUNREACH
                what = "this machine's network" if away else "the file and its disk"
                advice = f"check {what}, and run it again"
                raise CannotRead(name, reason, advice) from error
            except Exception as error:  # a fault of ours costs its file, not the archive
                message = f"Reading failed ({type(error).__name__}): this is a fault in Slant."
                yield name, Unreadable(_rest(number), FAILED, message)
            self.claims.append(Claim(name, reader.claimed(), number))


def _rest(number: int) -> str:
    return f"what follows article {number}" if number else "all of it"


def _row(number: int, name: str, one: Found | Unreadable) -> dict[str, Any]:
    named = ("id", "outlet", "author", "section", "topic", "title", "url")
    about = {
        "article": number,
        **{key: getattr(one, key) for key in named},
        "date": _day(one.date),
        "source": f"{name}, {one.place}" if one.place else name,
    }
    if isinstance(one, Found):
        return {**about, "text": one.text, "quoted": one.quoted}
    return {**about, "reason": one.reason, "message": one.message}


def _day(given: str) -> str | None:
    """Return a date if it is one: what a child process read of a stranger's file is not trusted."""
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        return None


def _frame(rows: list[dict[str, Any]], columns: Any) -> pd.DataFrame:
    import pandas as pd

    data: dict[str, Any] = {name: [row[name] for row in rows] for name in columns}
    data["date"] = pd.to_datetime(pd.Series(data["date"], dtype="object"), format="ISO8601")
    return frame(data, columns)


def open_archive(source: Path | pd.DataFrame, choices: Choices) -> Archive:
    """Open the archive in a file, in all files below a folder, or in a frame with a row an
    article.

    In a folder each file is read by its kind; one that cannot be opened is a row of the skipped,
    and a note says so, unless none can. Raises CannotRead.
    """
    check_names(choices.columns)
    if not isinstance(source, Path):
        return _of_frame(source, choices)
    try:
        if source.is_dir():
            return _of_folder(source, choices)
        if not os.path.lexists(source):
            raise CannotRead(str(source), "does not exist", "check its name")
        if not source.is_file():
            raise CannotRead(str(source), "is no file and no folder", _WHAT)
        reader = _reader_of(source, choices)
        if reader is None:
            advice = "analyse it with slant read, or give a folder of such files"
            raise CannotRead(str(source), "is one article and no archive", advice)
        readers = [(shown(source.name), reader)]
        return Archive(readers, _settings([(source.name, source)], choices, readers))
    except OSError as error:
        reason = f"cannot be read ({error.strerror or error})"
        raise CannotRead(str(error.filename or source), reason, "check who may read it") from error


def _of_frame(table: pd.DataFrame, choices: Choices) -> Archive:
    from analysis.corpus.reading.tables.frames import FrameTable

    reader = FrameTable(table, choices)
    settings = _settings([], choices, []) | {"count": len(table), "digest": reader.digest()}
    return Archive([("frame", reader)], settings)


def _of_folder(folder: Path, choices: Choices) -> Archive:
    readers: list[tuple[str, Reader]] = []
    weights: list[int] = []
    files = list(files_below(folder))
    refused: list[CannotRead] = []
    singles: SingleFiles | None = None
    for name, path in files:
        size = path.stat().st_size
        try:
            reader = _reader_of(path, choices)
        except CannotRead as error:
            error = CannotRead(shown(name), error.reason, error.advice)
            reader = Refused(error.message)
            refused.append(error)
        if reader is None:
            if singles is None:
                singles = SingleFiles(folder)
                readers.append((shown(folder.name), singles))
                weights.append(0)
            singles.add(name)
            weights[-1] += size
            continue
        singles = None
        readers.append((shown(name), reader))
        weights.append(size)
    if not files:
        raise CannotRead(str(folder), "has no files to read", _WHAT)
    if len(refused) == len(files):
        raise refused[0]
    notes = []
    if refused:
        were = "file is" if len(refused) == 1 else "files are"
        names = _named([error.name for error in refused])
        first = refused[0]
        notes = [f"{len(refused):,} {were} left out: {names} ({first.reason}: {first.advice})."]
    settings = _settings(files, choices, readers)
    return Archive(readers, settings, weights=weights, notes=notes)


def _reader_of(path: Path, choices: Choices) -> Reader | None:
    """Return the reader of a file, None for one that may be a single article."""
    try:
        return _opened(path, choices)
    except (SlantError, OSError):
        raise
    except Exception as error:  # a fault of ours costs its file, not the folder
        reason = f"could not be opened ({type(error).__name__}), which is a fault in Slant"
        raise CannotRead(str(path), reason, "leave it out, or give it in another form") from error


def _opened(path: Path, choices: Choices) -> Reader | None:
    if not path.stat().st_size:
        raise CannotRead(str(path), "is empty", _WHAT)
    module = module_for(path)
    if module is not None:
        reader: Reader = module.open_file(path, choices)
        return reader
    if is_article(path, _head(path)):
        return None
    raise CannotRead(str(path), "is no archive of a kind that is read", _WHAT)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


def _settings(
    files: Sequence[tuple[str, Path]], choices: Choices, readers: Sequence[tuple[str, Reader]]
) -> dict[str, object]:
    listed = [
        # Names need not be UTF-8, and settings are written as such.
        {"name": encodable(name), "bytes": path.stat().st_size, "digest": digest_of(path)}
        for name, path in files
    ]
    return {
        "files": listed[:_LISTED],
        "count": len(listed),
        "digest": sha256(json.dumps(listed).encode()).hexdigest(),
        "columns": {name: encodable(given) for name, given in sorted(choices.columns.items())},
        "day_first": choices.day_first,
        "readers": {name: dict(reader.settings) for name, reader in readers if reader.settings},
    }


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
