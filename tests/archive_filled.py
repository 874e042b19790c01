"""An analysed archive of invented articles, written as ``slant corpus`` does, without networks.

Scores are made up by sentence, so what a page is to show can be counted here. Its outlets are
``OUTLETS``; ``HOSTILE`` and ``BACKWARDS`` are names such as a stranger's archive may have; the
articles of ``COPIES`` pairs are near-duplicates.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.columns import frame
from analysis.corpus.frames import DUPLICATES, TABLES, Analysed
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
from analysis.frames import VOICES

HOSTILE = '=HYPERLINK("http://x.test","<b>a</b>") **b** [c](javascript:d) $e$ :red[f] <img src=x>'
BACKWARDS = "\u202eصحيفة \u0645 " + "Very long name of an outlet " * 8

OUTLETS = {
    "Moor Herald": 72,
    "Quay Post": 48,
    "Skerry Gazette": 36,
    "The Lantern": 12,
    HOSTILE: 5,
    BACKWARDS: 4,
    "": 3,
}
"""Articles of each outlet; the three first have enough to be shown in full colour."""

MONTHS = ("2024-01", "2024-02", "2024-04", "2024-05")
"""Months of the articles; none is of March, and those of the outlet without a name have no date."""

AUTHORS = ("Ida Holm", "Jon Bray", "Mara Quist", "")
SECTIONS = ("Local", "Opinion", "")
TOPICS = ("harbour", "schools", "buses")
COPIES = 6
"""Pairs of near-duplicates: articles 0 and 1, 2 and 3, …"""

PART = 64


@dataclass(frozen=True)
class Line:
    """A sentence with what it is scored: ``said`` is the part of it that is a statement."""

    text: str
    voice: str
    loaded: float
    tone: float
    speaker: str = ""
    said: str = ""
    verb: str = ""
    manner: str = ""
    word: str = ""


LINES = (
    Line("The council met on Monday in the old town hall.", "outlet", 0.04, 0.02),
    Line("It sets out what the repair of the quay will cost.", "outlet", 0.08, -0.05),
    Line("The plan is a reckless use of public money.", "outlet", 0.93, -0.82, word="reckless"),
    Line("A splendid new pier now greets every visitor.", "outlet", 0.71, 0.86, word="splendid"),
    Line("Two buses an hour will serve the harbour from June.", "outlet", 0.03, 0.11),
    Line(
        "“It is a shameful mess,” said Ana Hale.",
        "quoted",
        0.95,
        -0.9,
        "Ana Hale",
        "“It is a shameful mess,”",
        "say",
        "neutral",
        "shameful",
    ),
    Line(
        "“We will open the pool in May,” said Tom Reed.",
        "quoted",
        0.05,
        0.2,
        "Tom Reed",
        "“We will open the pool in May,”",
        "say",
        "neutral",
    ),
    Line(
        "Tom Reed claimed that the bridge is safe.",
        "reported",
        0.22,
        0.3,
        "Tom Reed",
        "that the bridge is safe",
        "claim",
        "doubting",
    ),
    Line(
        "Ana Hale insisted that the cuts are brutal.",
        "reported",
        0.88,
        -0.7,
        "Ana Hale",
        "that the cuts are brutal",
        "insist",
        "asserting",
        "brutal",
    ),
    Line(
        "The harbour office admitted “a grave error” in its figures.",
        "mixed",
        0.5,
        -0.4,
        "The harbour office",
        "“a grave error”",
        "admit",
        "conceding",
    ),
)
"""What the articles are made of."""


def filled_tables(numbers: Sequence[int] | None = None) -> dict[str, pd.DataFrame]:
    """Return the tables of the archive, those of the articles ``numbers`` or of all."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for about in _abouts():
        if numbers is None or about["article"] in numbers:
            _article(about, rows)
    rows["skipped"] = [
        _skipped(10_000, "EmptyText", "The text is empty: give an article."),
        _skipped(10_001, "EmptyText", "The text is empty: give an article."),
        _skipped(10_002, "NotEnglish", "The text looks like French."),
    ]
    if numbers is not None:
        rows["skipped"] = []
    return {
        name: frame({column: [row[column] for row in rows[name]] for column in columns}, columns)
        for name, columns in TABLES.items()
    }


def write_archive(out: Path) -> Path:
    """Write the archive into the folder ``out``, in parts; return ``out``."""
    count = sum(OUTLETS.values())
    for part, first in enumerate(range(0, count, PART)):
        tables = filled_tables(range(first, min(first + PART, count)))
        if part == 0:
            tables["skipped"] = filled_tables()["skipped"]
        analysed = Analysed(tables)
        write_tables(out, part, analysed)
        (out / DONE).mkdir(exist_ok=True)
        done = json.dumps(sizes(analysed))
        (out / DONE / f"{part_name(part)}.json").write_text(done, encoding="utf-8")
    write_parquet(copies(), out / DUPLICATES_FILE, schema_of(DUPLICATES))
    (out / SETTINGS).write_text("{}", encoding="utf-8")
    return out


def copies() -> pd.DataFrame:
    """Return the frame ``DUPLICATES`` of the archive."""
    rows = [
        {
            "article": first + place,
            "cluster": first,
            "copies": 2,
            "kept": place == 0,
            "similarity": 1.0 if place == 0 else 0.9,
        }
        for first in range(0, 2 * COPIES, 2)
        for place in (0, 1)
    ]
    return frame({name: [row[name] for row in rows] for name in DUPLICATES}, DUPLICATES)


def _abouts() -> list[dict[str, Any]]:
    outlets = [name for name, count in OUTLETS.items() for _ in range(count)]
    return [
        {
            "article": number,
            "id": f"a{number}",
            "outlet": outlet,
            "author": AUTHORS[number % len(AUTHORS)],
            "section": SECTIONS[number % len(SECTIONS)],
            "topic": TOPICS[number % len(TOPICS)],
            "date": pd.Timestamp(f"{MONTHS[number % len(MONTHS)]}-{number % 27 + 1:02d}")
            if outlet
            else pd.NaT,
            "title": f"The quay and the buses, part {number}",
            "url": f"https://news.test/{number}",
            "source": f"made.csv, row {number + 1}",
        }
        for number, outlet in enumerate(outlets)
    ]


def _skipped(number: int, reason: str, message: str) -> dict[str, Any]:
    return {
        **dict.fromkeys(TABLES["skipped"], ""),
        "article": number,
        "date": pd.NaT,
        "source": f"made.csv, row {number}",
        "reason": reason,
        "message": message,
    }


def _article(about: dict[str, Any], rows: dict[str, list[dict[str, Any]]]) -> None:
    """Add the rows of an article: eight to fourteen of ``LINES``, in paragraphs of two."""
    number = about["article"]
    chance = random.Random(number)
    lines = [LINES[0], *(chance.choice(LINES) for _ in range(chance.randint(7, 13)))]
    text, sentences, statements = "", [], []
    for place, line in enumerate(lines):
        text += "" if not text else ("\n\n" if place % 2 == 0 else " ")
        start = len(text)
        text += line.text
        loaded = min(max(line.loaded + chance.uniform(-0.03, 0.03), 0), 1)
        scores = _scores(loaded, min(max(line.tone + chance.uniform(-0.1, 0.1), -1), 1))
        if line.said:
            statements.append(_statement(number, len(statements), place, start, line, scores))
        sentences.append(
            {
                "article": number,
                "sentence": place,
                "paragraph": place // 2,
                "start": start,
                "end": len(text),
                "text": line.text,
                "part": "body",
                "voice": line.voice,
                "speaker": line.speaker,
                "statement": len(statements) - 1 if line.said else pd.NA,
                **scores,
                "joint_effect": float("nan"),
                "words": len(line.text.split()),
                "reading_ease": 70.0,
                "language": "en",
            }
        )
        if line.word and scores["loaded"] == "loaded":
            at = start + line.text.index(line.word)
            rows["spans"].append(
                {
                    "article": number,
                    "sentence": place,
                    "start": at,
                    "end": at + len(line.word),
                    "text": line.word,
                    "probability": loaded,
                    "alternative": "",
                    "effect": 0.3,
                }
            )
    rows["sentences"] += sentences
    rows["statements"] += statements
    rows["voices"] += [_voice(number, voice, sentences) for voice in VOICES]
    rows["articles"].append(_counted(about, text, sentences, statements))


def _scores(loaded: float, tone: float) -> dict[str, Any]:
    label = "negative" if tone < -0.3 else "positive" if tone > 0.3 else "neutral"
    return {
        "negative": max(-tone, 0.0),
        "neutral": 1 - abs(tone),
        "positive": max(tone, 0.0),
        "sentiment": label,
        "tone_label": label,
        "tone": tone,
        "loaded_probability": loaded,
        "loaded": "loaded" if loaded >= 0.65 else "uncertain" if loaded >= 0.35 else "not loaded",
    }


def _statement(
    article: int, number: int, sentence: int, start: int, line: Line, scores: dict[str, Any]
) -> dict[str, Any]:
    at = start + line.text.index(line.said)
    who = start + line.text.index(line.speaker)
    return {
        "article": article,
        "statement": number,
        "sentence": sentence,
        "start": at,
        "end": at + len(line.said),
        "text": line.said,
        "form": {"quoted": "direct", "reported": "reported", "mixed": "mixed"}[line.voice],
        "act": "said",
        "speaker": line.speaker,
        "speaker_start": who,
        "speaker_end": who + len(line.speaker),
        "cue": line.verb,
        "cue_start": pd.NA,
        "cue_end": pd.NA,
        "verb": line.verb,
        "manner": line.manner,
        "closed": True,
        **scores,
        "loaded_words": [],
    }


def _voice(article: int, voice: str, sentences: list[dict[str, Any]]) -> dict[str, Any]:
    own = [row for row in sentences if row["voice"] == voice]
    return {
        "article": article,
        "voice": voice,
        "sentences": len(own),
        "scored": len(own),
        "loaded": sum(row["loaded"] == "loaded" for row in own),
        "uncertain": sum(row["loaded"] == "uncertain" for row in own),
        "negative": sum(row["tone_label"] == "negative" for row in own),
        "positive": sum(row["tone_label"] == "positive" for row in own),
        "tone_sum": sum(row["tone"] for row in own),
        "words": sum(row["words"] for row in own),
    }


def _counted(
    about: dict[str, Any],
    text: str,
    sentences: list[dict[str, Any]],
    statements: list[dict[str, Any]],
) -> dict[str, Any]:
    numbers = {
        name: 0.0 if column.dtype == "float64" else 0
        for name, column in TABLES["articles"].items()
        if column.dtype in ("int64", "float64")
    }
    return {
        **numbers,
        "language": "en",
        "any_language": False,
        "model": "slant-small",
        "model_version": "1.0",
        "not_loaded_below": 0.35,
        "loaded_from": 0.65,
        "characters": len(text),
        "paragraphs": (len(sentences) + 1) // 2,
        "sentences": len(sentences),
        "words": sum(row["words"] for row in sentences),
        "statements": len(statements),
        "speakers": len({row["speaker"] for row in statements}),
        "loaded_sentences": sum(row["loaded"] == "loaded" for row in sentences),
        **about,
        "text": text,
        "quoted": [],
    }
