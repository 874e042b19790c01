"""Small archives made by hand: all figures are known beforehand, and no model is needed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.columns import Columns, frame
from analysis.corpus.frames import DUPLICATES, TABLES
from analysis.corpus.layout import DUPLICATES as DUPLICATES_FILE
from analysis.corpus.layout import SETTINGS, schema_of, write_parquet
from tests.archive_filled.tables import voice_rows
from tests.archive_filled.writing import write_part

_EMPTY: dict[str, Any] = {
    "int64": 0,
    "Int64": None,
    "float64": 0.0,
    "bool": True,
    "str": "",
    "datetime64[us]": None,
    "object": [],
}


@dataclass
class Made:
    """An article: its sentences as (text, voice, tone, loaded probability), and what is said in it
    as (speaker, verb, manner, pieces)."""

    sentences: list[tuple[str, str, float, float]]
    said: list[tuple[str, str, str, int]] = field(default_factory=list)
    about: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return " ".join(sentence for sentence, *_ in self.sentences)


def own(text: str, tone: float = 0.0, loaded: float = 0.0, **about: str) -> Made:
    """Return an article of one sentence in the outlet's own voice."""
    return Made([(text, "outlet", tone, loaded)], about=about)


def write_archive(
    out: Path,
    *articles: Made,
    part: int = 3,
    skipped: list[dict[str, Any]] | None = None,
    duplicates: list[dict[str, Any]] | None = None,
) -> Path:
    """Write an archive with parts of ``part`` articles, numbered from 0; return its folder.

    A sentence is loaded from a probability of 0.5, and of a tone under -0.5 or over 0.5 negative or
    positive, else neutral.
    """
    numbered = [*enumerate(articles)]
    for number, start in enumerate(range(0, len(numbered), part)):
        tables = _tables(numbered[start : start + part])
        tables["skipped"] = _frame(skipped or [] if number == 0 else [], TABLES["skipped"])
        write_part(out, number, tables)
    if duplicates is not None:
        rows = _frame(duplicates, DUPLICATES)
        write_parquet(rows, out / DUPLICATES_FILE, schema_of(DUPLICATES))
    out.mkdir(exist_ok=True)
    (out / SETTINGS).write_text('{"any_language": false}')
    return out


def _tables(articles: list[tuple[int, Made]]) -> dict[str, pd.DataFrame]:
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    for number, one in articles:
        sentences = [*_sentences(number, one)]
        rows["sentences"] += sentences
        rows["articles"].append(
            {
                "article": number,
                "text": one.text,
                "title": f"Title {number}",
                "sentences": len(sentences),
                "model": "made",
                "model_version": "1",
                **one.about,
            }
        )
        rows["voices"] += voice_rows(number, sentences)
        for statement, (speaker, verb, manner, pieces) in enumerate(one.said):
            about = {"speaker": speaker, "verb": verb, "manner": manner}
            rows["statements"] += [{"article": number, "statement": statement, **about}] * pieces
    return {name: _frame(rows[name], TABLES[name]) for name in TABLES}


def _sentences(number: int, one: Made) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    at = 0
    for place, (text, voice, tone, loaded) in enumerate(one.sentences):
        found.append(
            {
                "article": number,
                "sentence": place,
                "start": at,
                "end": at + len(text),
                "text": text,
                "part": "body",
                "voice": voice,
                "tone": tone,
                "tone_label": "negative"
                if tone < -0.5
                else "positive"
                if tone > 0.5
                else "neutral",
                "loaded_probability": loaded,
                "loaded": "loaded" if loaded >= 0.5 else "not loaded",
                "words": len(text.split()),
            }
        )
        at += len(text) + 1
    return found


def _frame(rows: list[dict[str, Any]], columns: Columns) -> pd.DataFrame:
    data: dict[str, Any] = {
        name: [row.get(name, _EMPTY[column.dtype]) for row in rows]
        for name, column in columns.items()
    }
    if "date" in data:
        data["date"] = pd.to_datetime(pd.Series(data["date"], dtype="object"))
    return frame(data, columns)
