"""Small archives of invented articles, and the folders that runs of the engine leave."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from tests.analysis.corpus.articles_given import FERRY, FRENCH, POOL

TEXTS = (POOL, FERRY, FRENCH, f"{POOL}\n\n{FERRY}", "", FERRY.replace("Skerry", "Møn"), POOL * 2)
"""Seven articles: one is French, one is empty."""

SKIPPED = {"EmptyText": 1, "NotEnglish": 1}


def archive(file: Path, *texts: str) -> Path:
    """Write an archive of these texts, by default ``TEXTS``; return its file."""
    texts = texts or TEXTS
    numbers = range(len(texts))
    outlets = [f"Gazette {number % 2}" for number in numbers]
    pd.DataFrame(
        {"id": [f"a{number}" for number in numbers], "outlet": outlets, "text": texts}
    ).to_parquet(file)
    return file


def left(out: Path) -> dict[str, bytes]:
    """Return the bytes of each file in a folder, by its path in it."""
    return {
        str(file.relative_to(out)): file.read_bytes() for file in out.rglob("*") if file.is_file()
    }


def table(out: Path, name: str) -> pd.DataFrame:
    """Return a table of an analysed archive, by article."""
    files = sorted((out / name).glob("part-*.parquet"))
    return pd.concat([pd.read_parquet(file) for file in files], ignore_index=True)
