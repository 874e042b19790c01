"""A large archive, made of a small one by repeating it with jitter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.corpus.archive.database.folder import Folder
from analysis.corpus.layout import ARTICLES_A_PART, DONE, SETTINGS, part_name, schema, table_file

if TYPE_CHECKING:
    import numpy as np
    import pyarrow

REPEATED = ("articles", "voices", "sentences", "statements", "skipped")
"""The tables that questions read; the others are left out."""
OTHER_WORDS = (
    (" the ", " teh "),
    (" said ", " told "),
    (" and ", " nad "),
    (" with ", " wiht "),
    (" that ", " taht "),
)
"""Words that are replaced in each part but for one pair, by some that are as long: all offsets stay
true."""
OUTLETS = 40
"""Outlets that articles are spread over, in unequal shares."""
YEARS = 8
_SEED = 26


def repeat(archive: Path, out: Path, sentences: int) -> int:
    """Write an archive of about so many sentences into the empty folder ``out``; return how many
    it has.

    Each repetition has new article numbers and other outlets, sections and dates; tones are
    jittered, and words of the texts replaced by some of the same length.
    """
    import numpy as np
    import pyarrow
    import pyarrow.parquet

    folder = Folder(archive)
    tables = {
        name: pyarrow.concat_tables(
            [pyarrow.parquet.read_table(file, schema=schema(name)) for file in folder.files(name)]
        ).sort_by("article")
        for name in REPEATED
        if name != "skipped"
    }
    articles = tables["articles"]["article"].to_numpy()
    borders = {
        name: np.append(np.searchsorted(rows["article"].to_numpy(), articles), len(rows))
        for name, rows in tables.items()
    }
    chance = np.random.default_rng(_SEED)
    written, number, at = 0, 0, 0
    while written < sentences:
        pieces: dict[str, list[Any]] = {name: [] for name in tables}
        first, left = number * ARTICLES_A_PART, ARTICLES_A_PART
        while left:
            size = min(left, len(articles) - at)
            for name, rows in tables.items():
                start, end = borders[name][at], borders[name][at + size]
                piece = rows.slice(start, end - start)
                places = np.searchsorted(articles, piece["article"].to_numpy())
                numbers = places - at + first + ARTICLES_A_PART - left
                pieces[name].append(_put(piece, "article", numbers))
            left, at = left - size, (at + size) % len(articles)
        part = {name: pyarrow.concat_tables(found) for name, found in pieces.items()}
        part = {name: _jittered(rows, number, chance) for name, rows in part.items()}
        part["skipped"] = schema("skipped").empty_table()
        for name, rows in part.items():
            file = table_file(out, name, number)
            file.parent.mkdir(parents=True, exist_ok=True)
            pyarrow.parquet.write_table(rows.cast(schema(name)), file, compression="zstd")
        (out / DONE).mkdir(exist_ok=True)
        counts = {name: len(rows) for name, rows in part.items()}
        (out / DONE / f"{part_name(number)}.json").write_text(json.dumps(counts))
        written += counts["sentences"]
        number += 1
    (out / SETTINGS).write_text("{}")
    return written


def _put(rows: pyarrow.Table, column: str, values: Any) -> pyarrow.Table:
    """Return a table with other values in a column."""
    import pyarrow

    at = rows.schema.get_field_index(column)
    if not isinstance(values, pyarrow.ChunkedArray | pyarrow.Array):
        values = pyarrow.array(values)
    return rows.set_column(at, column, values)


def _jittered(rows: pyarrow.Table, number: int, chance: np.random.Generator) -> pyarrow.Table:
    """Return a part's table with other outlets, dates, tones and words."""
    import numpy as np
    import pyarrow.compute

    names = rows.column_names
    if "outlet" in names:
        # Squared: some outlets have a hundred times the articles of others.
        which = (chance.random(len(rows)) ** 2 * OUTLETS).astype(int)
        rows = _put(rows, "outlet", [f"Outlet {one}" for one in which])
        sections = chance.integers(0, 9, len(rows))
        rows = _put(rows, "section", [f"Section {one}" for one in sections])
        rows = _put(
            rows, "author", [f"Author {one}" for one in chance.integers(0, 3000, len(rows))]
        )
        days = chance.integers(0, 365 * YEARS, len(rows)).astype("timedelta64[D]")
        rows = _put(rows, "date", (np.datetime64("2017-01-01") + days).astype("datetime64[us]"))
        # A text that repeats would be kept, and searched, only once a file.
        ends = pyarrow.array([f" {one}" for one in rows["article"].to_pylist()])
        longer = pyarrow.compute.binary_join_element_wise(rows["text"], ends, "")
        rows = _put(rows, "text", longer)
    for column, scale in {"tone": 0.05, "tone_sum": 0.2}.items():
        if column in names:
            values = rows[column].to_numpy() + chance.normal(0, scale, len(rows))
            rows = _put(rows, column, pyarrow.array(values, from_pandas=True))
    if "text" in names:
        for place, (word, other) in enumerate(OTHER_WORDS):
            if place != number % len(OTHER_WORDS):
                text = pyarrow.compute.replace_substring(rows["text"], word, other)
                rows = _put(rows, "text", text)
    return rows
