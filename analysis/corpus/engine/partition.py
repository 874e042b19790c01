"""A partition: analysed and written, on whatever worker. Nothing here knows of Dask."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.columns import empty, frame
from analysis.corpus.articles import analyze_articles
from analysis.corpus.duplicates.signatures import signatures
from analysis.corpus.engine.record import Done
from analysis.corpus.frames import SIGNATURES, SKIPPED, TABLES, Analysed
from analysis.corpus.layout import (
    DONE,
    part_name,
    schema_of,
    signatures_file,
    sizes,
    write_parquet,
    write_tables,
    write_text,
)

if TYPE_CHECKING:
    import pandas as pd

TOLD_EVERY = 8
"""Articles after which a partition says how far it is: a few seconds."""

WORKER_DIED = "WorkerDied"
"""The reason of an article whose analysis ended the process that did it."""

_DIED = (
    "The process that analysed it was ended, each time it was tried (memory ran out, or a fault in "
    "Slant)."
)


@dataclass(frozen=True)
class Part:
    """What a worker needs for a partition: the ``articles`` (``INPUT``), what could not be read of
    it (``unread``, ``SKIPPED``), and where it belongs."""

    out: Path
    number: int
    articles: pd.DataFrame
    unread: pd.DataFrame
    digest: str
    any_language: bool


def digest_of(articles: pd.DataFrame, unread: pd.DataFrame) -> str:
    """Return a digest of what was read of a partition: the same whenever the same was read."""
    digest = hashlib.blake2b(digest_size=16)
    for rows in (articles, unread):
        for row in rows.to_dict("records"):
            values = [row[name] for name in rows.columns]
            digest.update(json.dumps(values, default=str, ensure_ascii=True).encode())
            digest.update(b"\n")
        digest.update(b"\n")
    return digest.hexdigest()


def finish(part: Part, told: Callable[[int, int], object]) -> Done:
    """Analyse a partition and write it; ``told`` is called now and then with its number and how
    many of its articles are analysed. Raises ModelUnavailable, OSError."""
    # A worker that ended just after it had finished.
    done = read_done(part.out, part.number)
    if done is not None and done.digest == part.digest:
        return done
    pieces: list[Analysed] = []
    for start in range(0, len(part.articles), TOLD_EVERY):
        piece = part.articles.iloc[start : start + TOLD_EVERY]
        pieces.append(analyze_articles(piece, any_language=part.any_language))
        told(part.number, start + len(piece))
    return write(part, joined(pieces))


def died(article: pd.DataFrame) -> Analysed:
    """Return the tables of an article (a frame of one row) that no process survives."""
    tables = {name: empty(columns) for name, columns in TABLES.items()}
    row = {**article.iloc[0].to_dict(), "reason": WORKER_DIED, "message": _DIED}
    tables["skipped"] = frame({name: [row[name]] for name in SKIPPED}, SKIPPED)
    return Analysed(tables)


def joined(pieces: Sequence[Analysed]) -> Analysed:
    """Return the tables of all pieces of a partition, in their order; of none they are empty."""
    import pandas as pd

    return Analysed(
        {
            name: frame(
                pd.concat(
                    [empty(columns), *(piece.tables[name] for piece in pieces)], ignore_index=True
                ),
                columns,
            )
            for name, columns in TABLES.items()
        }
    )


def write(part: Part, analysed: Analysed) -> Done:
    """Write a partition's tables, its signatures, and last that it is finished; raises OSError."""
    import pandas as pd

    if len(part.unread):
        both = pd.concat([analysed.tables["skipped"], part.unread], ignore_index=True)
        skipped = frame(both.sort_values("article", ignore_index=True), SKIPPED)
        analysed = Analysed({**analysed.tables, "skipped": skipped})
    write_tables(part.out, part.number, analysed)
    of_articles = signatures(analysed.tables["articles"][["article", "date", "text"]])
    write_parquet(of_articles, signatures_file(part.out, part.number), schema_of(SIGNATURES))
    reasons = Counter(analysed.tables["skipped"]["reason"].tolist())
    done = Done(
        part.number,
        len(part.articles) + len(part.unread),
        sizes(analysed),
        dict(sorted(reasons.items())),
        part.digest,
    )
    write_text(done_file(part.out, part.number), json.dumps(_as_json(done), indent=1))
    return done


def done_file(out: Path, number: int) -> Path:
    """Return the file that says that a partition is finished."""
    return out / DONE / f"{part_name(number)}.json"


def read_done(out: Path, number: int) -> Done | None:
    """Return what is kept of a finished partition, None if it is not finished; raises OSError."""
    try:
        found = json.loads(done_file(out, number).read_text(encoding="utf-8"))
        return Done(number, **found)
    except (FileNotFoundError, ValueError, TypeError):
        # A file that cannot be understood: the partition is done again.
        return None


def _as_json(done: Done) -> dict[str, Any]:
    return {name: value for name, value in asdict(done).items() if name != "number"}
