"""Findings of what is measured: who speaks, tone, loaded wording, the room that speakers get."""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain
from typing import Any

from analysis.comparison.frames import Comparison
from analysis.frames import FURNITURE
from analysis.output.comparison.kinds.finding import Finding, Place, whole_sentence
from analysis.output.export import records
from analysis.output.phrasing import comparison_findings as said


def speakers(comparison: Comparison) -> list[Finding]:
    """Return who speaks in some articles and not in others, most words first."""
    found = []
    for name, rows in _by_speaker(comparison).items():
        speaking = [row for row in rows if row["statements"]]
        silent = [row["article"] for row in rows if not row["statements"]]
        if name and speaking and silent:
            words = sum(row["words"] for row in speaking)
            places = _first_statements(comparison, speaking)
            text = said.speaker_finding(name, speaking, silent)
            found.append((words, Finding("speakers", text, places)))
    return [finding for _, finding in sorted(found, key=lambda one: -one[0])]


def tone(comparison: Comparison) -> list[Finding]:
    """Return differences in tone: of the outlet's own sentences, and of those that mention the
    same person or organisation."""
    return _differences(comparison, "tone", ("mean_tone_outlet", "tone_towards"))


def loaded(comparison: Comparison) -> list[Finding]:
    """Return differences in the share of own-voice sentences that are likely loaded."""
    return _differences(comparison, "loaded", ("loaded_share_outlet",))


def room(comparison: Comparison) -> list[Finding]:
    """Return differences in the share of words that a speaker is given."""
    return _differences(comparison, "room", ("speaker_share",))


def _differences(comparison: Comparison, kind: str, measures: tuple[str, ...]) -> list[Finding]:
    values = {
        (row["measure"], row["subject"], row["voice"], row["article"]): row
        for row in records(comparison.measures)
    }
    found = []
    for row in records(comparison.differences):
        key = (row["measure"], row["subject"], row["voice"])
        sides = [values.get((*key, row[f"article_{side}"])) for side in ("a", "b")]
        if row["measure"] not in measures or row["difference"] is None or None in sides:
            continue
        text = said.difference_finding(row, [side for side in sides if side is not None])
        places = _places(comparison, row)
        found.append((row, Finding(kind, text, places, clear=row["clear"])))
    found.sort(
        key=lambda one: (
            measures.index(one[0]["measure"]),
            not one[0]["clear"],
            -abs(one[0]["difference"]),
        )
    )
    return [finding for _, finding in found]


def _places(comparison: Comparison, row: dict[str, Any]) -> tuple[Place, ...]:
    """Return the passages that a difference speaks of: a speaker's first statements, the
    sentences that mention a name, the likely loaded ones; none for the tone of all."""
    articles = (row["article_a"], row["article_b"])
    if row["measure"] == "speaker_share":
        rows = _by_speaker(comparison).get(row["subject"], [])
        return _first_statements(
            comparison, [one for one in rows if one["statements"] and one["article"] in articles]
        )
    if row["measure"] == "loaded_share_outlet":
        return tuple(
            whole_sentence(comparison, article, number)
            for article in articles
            for number in _own_loaded(comparison, article)
        )
    if row["measure"] == "tone_towards":
        return tuple(
            place
            for article in articles
            for place in _mentions(comparison, article, row["subject"], row["voice"])
        )
    return ()


def _mentions(comparison: Comparison, article: int, name: str, voice: str) -> list[Place]:
    """Return the mentions of a name in sentences in the outlet's own voice, or, for the voice
    ``speakers``, in all others."""
    result = comparison.articles[article]
    starts, voices = (result.sentences[column].tolist() for column in ("start", "voice"))
    named = result.names["mentions"][result.names["name"] == name]
    places = []
    for start, end in chain.from_iterable(named):
        sentence = bisect_right(starts, start) - 1
        if sentence >= 0 and (voices[sentence] == "outlet") == (voice == "outlet"):
            places.append(Place(article, sentence, int(start), int(end)))
    return places


def _own_loaded(comparison: Comparison, article: int) -> list[int]:
    sentences = comparison.articles[article].sentences
    own = (sentences["voice"] == "outlet") & (sentences["part"] != FURNITURE)
    numbers: list[int] = sentences["sentence"][own & (sentences["loaded"] == "loaded")].tolist()
    return numbers


def _by_speaker(comparison: Comparison) -> dict[str, list[dict[str, Any]]]:
    speakers: dict[str, list[dict[str, Any]]] = {}
    for row in records(comparison.speakers):
        speakers.setdefault(row["speaker"], []).append(row)
    return speakers


def _first_statements(comparison: Comparison, rows: list[dict[str, Any]]) -> tuple[Place, ...]:
    return tuple(
        whole_sentence(comparison, row["article"], row["sentence"])
        for row in rows
        if row["sentence"] is not None
    )
