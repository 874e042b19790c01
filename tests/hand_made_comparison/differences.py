"""What differs between the articles: words, numbers, sayings, names, speakers, measures.

The values of what is measured are invented: they do not follow from so few sentences.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.frames import Result
from tests.hand_made_comparison.articles import TEXTS, span
from tests.hand_made_comparison.told import row_of
from tests.hand_made_statements import NAN


def wordings(results: Sequence[Result], pairs: pd.DataFrame) -> list[dict[str, Any]]:
    words = (
        (0, "About 70"),
        (0, "gathered at"),
        (0, "the harbour office said"),
        (1, "An angry mob of 200"),
        (1, "besieged"),
    )
    rows = []
    for place, passage in words:
        start, end = span(results[place].text, passage)
        rows.append(
            {
                "pair": row_of(pairs, 0, 2, 1, 2),
                "article": place,
                "start": start,
                "end": end,
                "text": passage,
            }
        )
    return rows


def numbers(results: Sequence[Result], pairs: pd.DataFrame) -> list[dict[str, Any]]:
    a, b = span(results[0].text, "70"), span(results[1].text, "200")
    return [
        {
            "pair": row_of(pairs, 0, 2, 1, 2),
            "counted": "people",
            "start_a": a[0],
            "end_a": a[1],
            "number_a": "70",
            "value_a": 70.0,
            "start_b": b[0],
            "end_b": b[1],
            "number_b": "200",
            "value_b": 200.0,
        }
    ]


def sayings(results: Sequence[Result]) -> list[dict[str, Any]]:
    said = [(0, 1, 1, 0), (0, 2, 2, 0)]  # article a, its statement, article b, its statement
    rows = []
    for a, one, b, other in said:
        if b >= len(results):
            continue
        row: dict[str, Any] = {"article_a": a, "article_b": b, "differs": True}
        for side, place, number in (("a", a, one), ("b", b, other)):
            statement = results[place].statements.iloc[number]
            row[f"statement_{side}"] = number
            for name in ("sentence", "text", "cue", "cue_start", "cue_end", "verb", "manner"):
                row[f"{name}_{side}"] = statement[name]
        row["speaker"] = results[a].statements["speaker"].iloc[one]
        rows.append(row)
    return rows


def attributions(results: Sequence[Result]) -> list[dict[str, Any]]:
    rows = []
    for place, number in ((0, 2), (2, 0)):
        if place >= len(results):
            continue
        statement = results[place].statements.iloc[number]
        rows.append(
            {
                "said_in": place,
                "said_sentence": int(statement["sentence"]),
                "said_start": int(statement["start"]),
                "said_end": int(statement["end"]),
                "said_text": statement["text"],
                "speaker": statement["speaker"],
                "cue": statement["cue"],
                "asserted_in": 1,
                "asserted_sentence": 4,
                "asserted_text": TEXTS[1][4],
            }
        )
    return rows


def cuts(results: Sequence[Result]) -> list[dict[str, Any]]:
    a, b = TEXTS[0][3].partition(" said")[0], TEXTS[1][3].partition(" claimed")[0]
    start_a, end_a = span(results[0].text, a)
    start_b, end_b = span(results[1].text, b)
    return [
        {
            "article_a": 0,
            "article_b": 1,
            "speaker": "Dilys Aruna",
            "start_a": start_a,
            "end_a": end_a,
            "text_a": a,
            "pieces_a": [(start_a, end_a)],
            "sentence_a": 3,
            "start_b": start_b,
            "end_b": end_b,
            "text_b": b,
            "pieces_b": [(start_b, end_b)],
            "sentence_b": 3,
            "only_a": [span(results[0].text, "and nobody would pay for them")],
            "only_b": [],
        }
    ]


def namings(results: Sequence[Result]) -> list[dict[str, Any]]:
    called = ((0, "Protesters", 6, False), (1, "mob", 2, True), (1, "Rioters", 6, True))
    return [
        {
            "thing": 0,
            "article": place,
            "wording": wording,
            "kind": "group",
            "count": 1,
            "mentions": [span(results[place].text, wording)],
            "sentence": sentence,
            "loaded": loaded,
        }
        for place, wording, sentence, loaded in called
    ]


def speakers(results: Sequence[Result]) -> list[dict[str, Any]]:
    spoken = {
        "Dilys Aruna": {0: (1, 9, 3), 1: (1, 4, 3)},
        "council": {0: (1, 4, 5), 2: (1, 4, 3)},
        "harbour office": {0: (1, 7, 2)},
        "Grace Mollison": {1: (1, 4, 5)},
    }
    rows = []
    for speaker, by_article in spoken.items():
        articles = sum(1 for place in by_article if place < len(results))
        for place in range(len(results)) if articles else ():
            statements, words, sentence = by_article.get(place, (0, 0, None))
            rows.append(
                {
                    "speaker": speaker,
                    "article": place,
                    "statements": statements,
                    "words": words,
                    "share": words / int(results[place].sentences["words"].sum()),
                    "sentence": sentence,
                    "articles": articles,
                }
            )
    return rows


def _measure(
    measure: str, subject: str, voice: str, place: int, value: float, count: int
) -> dict[str, Any]:
    return {
        "measure": measure,
        "subject": subject,
        "voice": voice,
        "article": place,
        "value": value,
        "low": value - 0.1,
        "high": value + 0.1,
        "count": count,
    }


def _difference(
    measure: str, subject: str, voice: str, difference: float, low: float, high: float
) -> dict[str, Any]:
    return {
        "measure": measure,
        "subject": subject,
        "voice": voice,
        "article_a": 0,
        "article_b": 1,
        "difference": difference,
        "low": low,
        "high": high,
        "clear": low > 0 or high < 0,
    }


MEASURES = [
    _measure("loaded_share_outlet", "", "", 0, 0.04, 25),
    _measure("loaded_share_outlet", "", "", 1, 0.38, 21),
    _measure("mean_tone_outlet", "", "", 0, -0.10, 25),
    _measure("mean_tone_outlet", "", "", 1, -0.15, 21),
    _measure("speaker_share", "Dilys Aruna", "", 0, 0.30, 120),
    _measure("speaker_share", "Dilys Aruna", "", 1, 0.12, 42),
    _measure("tone_towards", "Dilys Aruna", "outlet", 0, 0.22, 5),
    _measure("tone_towards", "Dilys Aruna", "outlet", 1, -0.20, 4),
    _measure("tone_towards", "Dilys Aruna", "speakers", 0, NAN, 2),
    _measure("tone_towards", "Dilys Aruna", "speakers", 1, 0.10, 3),
]
DIFFERENCES = [
    _difference("loaded_share_outlet", "", "", 0.34, 0.18, 0.50),
    _difference("mean_tone_outlet", "", "", -0.05, -0.14, 0.09),
    _difference("speaker_share", "Dilys Aruna", "", -0.18, -0.30, -0.05),
    _difference("tone_towards", "Dilys Aruna", "outlet", -0.42, -0.70, -0.12),
]
