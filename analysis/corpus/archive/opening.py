"""An analysed archive opened for notebooks: its tables as frames that are read when needed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from analysis.corpus.frames import TABLES


class Corpus:
    """An analysed archive; its tables (``articles``, ``sentences``, …) are Dask data frames."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __getattr__(self, name: str) -> Any:
        if name not in TABLES:
            raise AttributeError(name)
        import dask.dataframe

        return dask.dataframe.read_parquet(self.folder / name)


def open_corpus(folder: str | Path) -> Corpus:
    """Open the archive that ``slant corpus`` wrote into a folder."""
    return Corpus(Path(folder))
