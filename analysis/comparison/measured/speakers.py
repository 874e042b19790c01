"""How much room each speaker is given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analysis.columns import frame
from analysis.comparison.frames import SPEAKERS_COMPARED
from analysis.comparison.people import People
from analysis.frames import FURNITURE, Result
from analysis.text.readability import count_words

if TYPE_CHECKING:
    import pandas as pd


def speakers(articles: Sequence[Result], known: People) -> pd.DataFrame:
    """Return the columns declared in ``SPEAKERS_COMPARED``.

    Everybody who says or thinks something in one of the articles has a row for each article, with
    zeros where they don't; speakers whom the articles do not tell (pronouns, nobody) have none.
    Words and shares are counted as for one article alone: those of all statements of a speaker.
    First come those who speak in most articles, then those with most words. ``known`` are the
    people of ``articles``.
    """
    spoken = [_spoken(result, place, known.numbers[place]) for place, result in enumerate(articles)]
    totals = [_words(result) for result in articles]
    everybody = dict.fromkeys(number for by_person in spoken for number in by_person)

    def order(number: int) -> tuple[int, int]:
        given = [by_person[number] for by_person in spoken if number in by_person]
        return -len(given), -sum(one["words"] for one in given)

    rows: list[dict[str, Any]] = []
    for number in sorted(everybody, key=order):
        speaking = sum(number in by_person for by_person in spoken)
        for place, by_person in enumerate(spoken):
            one = by_person.get(number, {"statements": set(), "words": 0, "sentence": None})
            total = totals[place]
            rows.append(
                {
                    "speaker": known.everybody[number].name,
                    "article": place,
                    "statements": len(one["statements"]),
                    "words": one["words"],
                    "share": min(one["words"] / total, 1.0) if total else 0.0,
                    "sentence": one["sentence"],
                    "articles": speaking,
                }
            )
    return frame(
        {name: [row[name] for row in rows] for name in SPEAKERS_COMPARED}, SPEAKERS_COMPARED
    )


def _spoken(result: Result, place: int, numbers: Any) -> dict[int, dict[str, Any]]:
    found: dict[int, dict[str, Any]] = {}
    columns = ("speaker", "statement", "sentence", "text")
    for speaker, statement, sentence, text in zip(
        *(result.statements[name].tolist() for name in columns), strict=True
    ):
        number = numbers.get(speaker)
        if number is None:
            continue
        one = found.setdefault(number, {"statements": set(), "words": 0, "sentence": sentence})
        one["statements"].add(statement)
        one["words"] += count_words(text)
    return found


def _words(result: Result) -> int:
    return int(result.sentences.loc[result.sentences["part"] != FURNITURE, "words"].sum())
