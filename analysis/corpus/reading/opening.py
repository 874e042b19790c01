"""An archive, open: one file, or a folder of them, as one stream of numbered articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.columns import frame
from analysis.corpus.frames import INPUT, SKIPPED
from analysis.corpus.reading.kinds import module_for
from analysis.corpus.reading.record import Choices, Claim, Found, Reader
from analysis.errors import CannotRead

if TYPE_CHECKING:
    import pandas as pd


class Archive:
    """An archive that is being read.

    ``notes`` are sentences to be said first; ``settings`` is what a run that is resumed must find
    again (files with their sizes, columns), in JSON's types.
    """

    def __init__(self, readers: list[tuple[str, Reader]], settings: dict[str, object]) -> None:
        self._readers = readers
        self.settings = settings
        self.notes = [f"{name}: {note}" for name, reader in readers for note in reader.notes]
        totals = [reader.total for _, reader in readers]
        known = [one for one in totals if one is not None]
        self.total: int | None = sum(known) if len(known) == len(totals) else None
        self.claims: list[Claim] = []

    def parts(self, size: int) -> Iterator[tuple[pd.DataFrame, pd.DataFrame]]:
        """Give the archive in parts of ``size`` articles, the last one smaller: a frame ``INPUT``
        with those to be analysed, a frame ``SKIPPED`` with those that could not be read. Numbers
        run through both. The same archive gives the same parts. Raises CannotRead."""
        found: list[dict[str, Any]] = []
        skipped: list[dict[str, Any]] = []
        for number, (name, one) in enumerate(self._all()):
            about = {
                "article": number,
                "id": one.id,
                "title": one.title,
                "url": one.url,
                "source": f"{name}, {one.place}",
            }
            if isinstance(one, Found):
                more = ("outlet", "author", "section", "topic", "text", "quoted")
                found.append(
                    {**about, "date": one.date or None, **{key: getattr(one, key) for key in more}}
                )
            else:
                none = {"outlet": "", "author": "", "section": "", "topic": "", "date": None}
                skipped.append({**none, **about, "reason": one.reason, "message": one.message})
            if len(found) + len(skipped) == size:
                yield _frame(found, INPUT), _frame(skipped, SKIPPED)
                found, skipped = [], []
        if found or skipped:
            yield _frame(found, INPUT), _frame(skipped, SKIPPED)

    def share_read(self) -> float:
        """Return about how much has been read, 0 to 1."""
        return sum(reader.share_read() for _, reader in self._readers) / max(len(self._readers), 1)

    def _all(self) -> Iterator[tuple[str, Any]]:
        for name, reader in self._readers:
            number = 0
            for one in reader.articles():
                number += 1
                yield name, one
            self.claims.append(Claim(name, reader.claimed(), number))


def _frame(rows: list[dict[str, Any]], columns: Any) -> pd.DataFrame:
    import pandas as pd

    data: dict[str, Any] = {name: [row[name] for row in rows] for name in columns}
    data["date"] = pd.to_datetime(pd.Series(data["date"], dtype="object"), format="ISO8601")
    return frame(data, columns)


def open_archive(source: Path, choices: Choices) -> Archive:
    """Open the archive in a file or a folder; raises CannotRead."""
    module = module_for(source)
    if module is None:
        raise CannotRead(str(source), "is no archive that Slant knows", "give a table of articles")
    settings: dict[str, object] = {
        "files": [{"name": source.name, "bytes": source.stat().st_size}],
        "columns": dict(choices.columns),
    }
    return Archive([(source.name, module.open_file(source, choices))], settings)
