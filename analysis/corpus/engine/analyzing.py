"""Analyse a whole archive into a folder of Parquet files."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from analysis.corpus.engine.errors import (
    GO_ON,
    BadChoice,
    ChangedArchive,
    NoScheduler,
    NotWritten,
    OutsideItself,
)
from analysis.corpus.engine.folder import claimed, complete, finished_parts, reason_of, writing
from analysis.corpus.engine.partition import Part, digest_of, read_done
from analysis.corpus.engine.record import Done, Progress, Summary
from analysis.corpus.engine.settings import settings_of, versions
from analysis.corpus.engine.spreading import Told, here, on_workers
from analysis.corpus.layout import ARTICLES_A_PART, FETCHED
from analysis.corpus.layout import DUPLICATES as DUPLICATES_FILE
from analysis.corpus.reading.opening import Archive, open_archive
from analysis.corpus.reading.record import Choices
from analysis.errors import CannotRead

if TYPE_CHECKING:
    import pandas as pd

WORKERS_A_CORE = 8
"""Most workers for each core of this machine; more would only fill its memory."""

Spread = Callable[[Iterator[Part], Told], Iterator[Done]]


def analyze_corpus(
    source: str | Path | pd.DataFrame,
    out: str | Path,
    *,
    columns: Mapping[str, str] | None = None,
    day_first: bool | None = None,
    any_language: bool = False,
    duplicates: bool = True,
    fetch: bool = False,
    workers: int = 0,
    scheduler: str | None = None,
    part: int = ARTICLES_A_PART,
    on_progress: Callable[[Progress], object] | None = None,
    on_note: Callable[[str], object] | None = None,
) -> Summary:
    """Analyse the archive ``source``, a file, a folder of files or a frame with a row an article,
    into the folder ``out``, whose layout ``analysis.corpus.layout`` describes; return what became
    of it.

    ``columns`` and ``day_first`` are those of ``analysis.corpus.reading.record.Choices``;
    ``any_language`` is as in ``analyze``. ``duplicates`` says whether near-duplicates are looked
    for once all is analysed; ``fetch`` whether the pages of a list of addresses are fetched, which
    are then kept in ``out``. The work is done in this process (``workers`` 0), in so many processes
    of this machine, or by the workers of the Dask scheduler at an address; ``part`` articles at a
    time. ``on_note`` is told what is to be said of the archive before the work begins, and at its
    end what came to light while it was read; ``on_progress`` now and then how far it is.

    A run that was ended, in whatever way, is gone on with by calling this again: a finished
    partition is not done again, and in the end all bytes are those of one run. An article that
    cannot be read or analysed is a row of the table ``skipped``; with ``workers`` or a
    ``scheduler`` also one that ends the process of its worker.

    Raises CannotRead (the archive), ModelUnavailable, and the errors of
    ``analysis.corpus.engine.errors``; what is finished is kept.
    """
    for path, what in ((source, "archive"), (out, "folder to write to")):
        # Path("") is the current folder, as an unset variable of a shell should not be.
        if isinstance(path, str) and not path:
            raise BadChoice(f"The name of the {what} is empty: give one.")
    began, out = perf_counter(), Path(out)
    given = Path(source) if isinstance(source, (str, Path)) else source
    _require_possible(given, out, workers, scheduler, part)
    archive = open_archive(given, Choices(columns or {}, day_first, fetch, out / FETCHED))
    settings = settings_of(
        archive.settings, any_language=any_language, part=part, day_first=day_first
    )
    with claimed(out, settings):
        said = _tell(archive.notes, on_note)
        name = str(source) if isinstance(source, (str, Path)) else "The frame"
        run = _Run(archive, name, out, any_language, part, on_progress or (lambda progress: None))
        with _mended(out, scheduler), _spread(workers, scheduler, out) as spread:
            for done in spread(run.parts(), run.under_way):
                run.count(done)
        # Of several files the new ones may stand before those that were told.
        _tell([note for note in archive.notes if note not in said], on_note)
        run.require_all()
        found = _duplicates(out) if duplicates else 0
        complete(out, settings, run.totals())
    return Summary(
        run.given - sum(run.skipped.values()),
        dict(sorted(run.skipped.items())),
        tuple(archive.claims),
        found,
        perf_counter() - began,
        run.resumed,
    )


class _Run:
    """The partitions of an archive that are still to be done, and what is known of all of them."""

    def __init__(
        self,
        archive: Archive,
        source: str,
        out: Path,
        any_language: bool,
        part: int,
        on_progress: Callable[[Progress], object],
    ) -> None:
        self._archive, self._source, self._out = archive, source, out
        self._any_language = any_language
        self._part, self._on_progress = part, on_progress
        self._rows: Counter[str] = Counter()
        self._read = 0
        self.skipped: Counter[str] = Counter()
        self._under_way: dict[int, int] = {}
        self.given = self.resumed = self.parts_given = 0

    def parts(self) -> Iterator[Part]:
        """Read the archive; count what is finished and give the rest. Raises CannotRead,
        ChangedArchive."""
        out = self._out.absolute()
        for number, (articles, unread) in enumerate(self._as_read()):
            digest, size = digest_of(articles, unread), len(articles) + len(unread)
            self.parts_given += 1
            with writing(self._out):
                done = read_done(self._out, number)
            if done is None:
                # Workers have folders of their own that they work in.
                yield Part(out, number, articles, unread, digest, self._any_language)
            elif done.digest != digest:
                raise ChangedArchive(str(self._out), self._read, self._read + size - 1)
            else:
                self.resumed += size
                self.count(done)
            self._read += size

    def _as_read(self) -> Iterator[tuple[pd.DataFrame, pd.DataFrame]]:
        try:
            yield from self._archive.parts(self._part)
        except OSError as error:
            advice = f"mend that and {GO_ON}"
            raise CannotRead(
                self._source, f"could not be read to its end ({reason_of(error)})", advice
            ) from error

    def count(self, done: Done) -> None:
        """Count a partition that is finished."""
        self._under_way.pop(done.number, None)
        self.given += done.given
        self._rows.update(done.rows)
        self.skipped.update(done.skipped)
        self._say()

    def under_way(self, number: int, articles: int) -> None:
        """Hear how many articles of a partition are analysed."""
        self._under_way[number] = articles
        self._say()

    def _say(self) -> None:
        done, total = self.given + sum(self._under_way.values()), self._archive.total
        share = self._archive.share_read() if total is None else done / (total or 1)
        skipped = sum(self.skipped.values())
        self._on_progress(Progress(done, skipped, total, share, self.resumed))

    def require_all(self) -> None:
        """Raise ChangedArchive if the folder has more partitions than the archive now gives."""
        with writing(self._out):
            if finished_parts(self._out) > self.parts_given:
                raise ChangedArchive(str(self._out), self._read, None)

    def totals(self) -> dict[str, object]:
        """Return what ``corpus.json`` says of the whole archive."""
        return {
            "given": self.given,
            "parts": self.parts_given,
            "rows": dict(self._rows),
            "skipped": dict(self.skipped),
            "claims": [asdict(claim) for claim in self._archive.claims],
        }


def _tell(notes: Sequence[str], on_note: Callable[[str], object] | None) -> Sequence[str]:
    """Say each of the notes, if anybody listens; return them."""
    for note in notes:
        if on_note is not None:
            on_note(note)
    return notes


def _require_possible(
    source: Path | pd.DataFrame, out: Path, workers: int, scheduler: str | None, part: int
) -> None:
    if part < 1:
        raise BadChoice("A partition has at least one article: give a part size of 1 or more.")
    if workers < 0:
        raise BadChoice("The number of workers is negative: give 0 for none, or more.")
    most = WORKERS_A_CORE * (os.cpu_count() or 1)
    if workers > most:
        raise BadChoice(
            f"{workers:,} workers are too many for this machine: give {most:,} or fewer."
        )
    if workers and scheduler is not None:
        raise BadChoice("Workers and a scheduler are both given: give one of them.")
    # Unlike pathlib's, these raise no error where a folder may not be entered or links go round.
    if isinstance(source, Path) and os.path.isdir(source):
        folder = Path(os.path.realpath(source))
        if Path(os.path.realpath(out)).is_relative_to(folder):
            raise OutsideItself(str(out))


@contextmanager
def _spread(workers: int, scheduler: str | None, out: Path) -> Iterator[Spread]:
    """Give what finishes partitions."""
    if not workers and scheduler is None:
        yield here
        return
    from analysis.corpus.engine import cluster

    opened: AbstractContextManager[object] = (
        cluster.local(workers)
        if scheduler is None
        else cluster.existing(scheduler, out.absolute(), versions())
    )
    with opened as client:
        yield lambda parts, told: on_workers(parts, told, client)


@contextmanager
def _mended(out: Path, scheduler: str | None) -> Iterator[None]:
    """Turn what ends the work from outside into errors that say what to do."""
    from concurrent.futures import CancelledError

    try:
        yield
    except OSError as error:
        if scheduler is None or error.errno is not None:
            raise NotWritten(str(out), reason_of(error)) from error
        # Dask's own, and what asyncio raises where a scheduler does not answer in time.
        raise NoScheduler(scheduler, "does not answer any more", f"start it and {GO_ON}") from error
    except CancelledError as error:
        advice = f"start it and {GO_ON}"
        raise NoScheduler(scheduler or "of this run", "is gone", advice) from error


def _duplicates(out: Path) -> int:
    """Find the near-duplicates and write them; return how many articles have some."""
    from analysis.corpus.duplicates.clusters import clusters
    from analysis.corpus.frames import DUPLICATES
    from analysis.corpus.layout import schema_of, write_parquet

    with writing(out):
        found = clusters(out)
        write_parquet(found, out / DUPLICATES_FILE, schema_of(DUPLICATES))
    return len(found)
