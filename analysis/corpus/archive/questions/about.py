"""What an archive is as a whole, and its single articles."""

from __future__ import annotations

from typing import Any

from analysis.columns import frame
from analysis.corpus.archive.database.connecting import sql
from analysis.corpus.archive.database.loaded import Loaded
from analysis.corpus.frames import ARTICLES

_DATES = """
SELECT
    coalesce(min(month) FILTER (month <> ''), '') AS first,
    coalesce(max(month), '') AS last,
    count(*) FILTER (month = '') AS undated,
    count(*) FILTER (NOT kept) AS duplicates
FROM known
"""
_SKIPPED = """
SELECT reason, count(*) AS articles FROM read_parquet($files) GROUP BY reason ORDER BY reason
"""


def about(archive: Loaded) -> dict[str, Any]:
    """Return what an archive is; see ``Asking.about``. Raises CannotRead."""
    dates = archive.rows(_DATES).iloc[0].to_dict()
    skipped: dict[str, int] = {}
    models: list[dict[str, Any]] = []
    folder = archive.folder
    if folder.parts:
        rows = archive.rows(_SKIPPED, {"files": folder.files("skipped")})
        skipped = {str(row["reason"]): int(row["articles"]) for row in rows.to_dict("records")}
        given = archive.rows(sql(__file__, "sql/models.sql"), {"files": folder.files("articles")})
        models = [{str(key): one[key] for key in one} for one in given.to_dict("records")]
    return {
        "articles": sum(one["articles"] for one in models),
        "sentences": sum(one["sentences"] for one in models),
        "skipped": skipped,
        **{name: dates[name] for name in ("first", "last")},
        **{name: int(dates[name]) for name in ("undated", "duplicates")},
        "model": models[0]["model"] if models else "",
        "model_version": models[0]["model_version"] if models else "",
        "models": models,
        "compared": bool(folder.duplicates),
        "parts": len(folder.parts),
        "unfinished": folder.unfinished,
        "settings": folder.settings(),
    }


def article(archive: Loaded, number: int) -> dict[str, Any] | None:
    """Return an article's row of ``ARTICLES``, None if there is none. Raises CannotRead."""
    # A number comes from an address, and may be any.
    files = archive.files_of("articles", [number]) if abs(number) < 2**63 else []
    if not files:
        return None
    statement = "SELECT * FROM read_parquet($files) WHERE article = $number"
    found = archive.rows(statement, {"files": files, "number": number})
    found = found[list(ARTICLES)]
    row = {str(name): value for name, value in frame(found, ARTICLES).iloc[0].items()}
    row["quoted"] = [(int(start), int(end)) for start, end in row["quoted"]]
    return row
