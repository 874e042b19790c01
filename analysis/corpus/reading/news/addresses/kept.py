"""Pages that were fetched, kept in a folder: a run that is resumed asks no site twice and gives the
same articles."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from analysis.errors import CannotRead
from analysis.reading.articles import Article
from analysis.reading.documents.sandbox import article_of

ARTICLES, FAILED = "articles", "failed"
"""The folders within: what was read, and why the rest was not. Who deletes the second has these
pages asked for again."""


@dataclass(frozen=True)
class Failure:
    """Why an address gave no article: the error's name, and one sentence."""

    reason: str
    message: str


class Kept:
    """The folder; None keeps nothing. All raise OSError where the disk does."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, url: str) -> Article | Failure | None:
        """Return what is kept of an address, None if nothing is, or it is damaged."""
        said = self._read(ARTICLES, url)
        if said is not None:
            try:
                return article_of(said, url)
            except CannotRead:
                return None
        said = self._read(FAILED, url)
        if said is None:
            return None
        reason, message = said.get("reason"), said.get("message")
        whole = isinstance(reason, str) and isinstance(message, str)
        return Failure(str(reason), str(message)) if whole else None

    def put(self, url: str, found: Article | Failure) -> None:
        """Keep what became of an address."""
        if self._folder is None:
            return
        file = self._file(ARTICLES if isinstance(found, Article) else FAILED, url)
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_name(f".unfinished-{file.name}")
        unfinished.write_text(json.dumps({"address": url, **asdict(found)}), encoding="utf-8")
        os.replace(unfinished, file)

    def _file(self, folder: str, url: str) -> Path:
        assert self._folder is not None
        name = sha256(url.encode("utf-8", "replace")).hexdigest()
        return self._folder / folder / name[:2] / f"{name[:40]}.json"

    def _read(self, folder: str, url: str) -> dict[str, Any] | None:
        if self._folder is None:
            return None
        try:
            said = json.loads(self._file(folder, url).read_bytes())
        except (FileNotFoundError, ValueError):
            return None
        return said if isinstance(said, dict) and said.get("address") == url else None
