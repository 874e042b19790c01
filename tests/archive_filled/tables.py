"""The tables of the invented archive. Scores are made up by sentence, so what a page is to show can
be counted here."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.columns import frame
from analysis.corpus.frames import DUPLICATES, TABLES
from analysis.frames import VOICES
from tests.archive_filled.made_of import (
    AUTHORS,
    COPIES,
    LINES,
    MONTHS,
    OUTLETS,
    SECTIONS,
    TOPICS,
    Line,
)


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
    rows["voices"] += voice_rows(number, sentences)
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


def voice_rows(article: int, sentences: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of ``voices`` of an article with these sentences, all of them scored."""
    return [_voice(article, voice, sentences) for voice in VOICES]


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
