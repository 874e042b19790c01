"""The invented archive as files, in parts."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd

from analysis.corpus.frames import DUPLICATES, Analysed
from analysis.corpus.layout import (
    DONE,
    SETTINGS,
    part_name,
    schema_of,
    sizes,
    write_parquet,
    write_tables,
)
from analysis.corpus.layout import DUPLICATES as DUPLICATES_FILE
from tests.archive_filled.made_of import OUTLETS
from tests.archive_filled.tables import copies, filled_tables

PART = 64


def write_archive(out: Path) -> Path:
    """Write the archive into the folder ``out``, in parts; return ``out``."""
    count = sum(OUTLETS.values())
    for part, first in enumerate(range(0, count, PART)):
        tables = filled_tables(range(first, min(first + PART, count)))
        if part == 0:
            tables["skipped"] = filled_tables()["skipped"]
        write_part(out, part, tables)
    write_parquet(copies(), out / DUPLICATES_FILE, schema_of(DUPLICATES))
    (out / SETTINGS).write_text("{}", encoding="utf-8")
    return out


def write_part(out: Path, number: int, tables: dict[str, pd.DataFrame]) -> None:
    """Write the tables of a part, which is then finished, into the folder ``out``."""
    analysed = Analysed(tables)
    write_tables(out, number, analysed)
    (out / DONE).mkdir(exist_ok=True)
    done = json.dumps(sizes(analysed))
    (out / DONE / f"{part_name(number)}.json").write_text(done, encoding="utf-8")
