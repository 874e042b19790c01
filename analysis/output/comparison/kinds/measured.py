"""Findings of what is measured: who speaks, tone, loaded wording, the room that speakers get."""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain
from typing import Any

from analysis.comparison.frames import Comparison
from analysis.frames import FURNITURE
from analysis.output.comparison.kinds.finding import Finding, Place, whole_sentence
from analysis.output.export import records
from analysis.output.phrasing.comparison import differences as said


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
    """Return a finding for each subject and voice of these measures, with all articles that have
    a value: clear differences first, and large ones before small ones.

    Of a speaker's share, articles without words of theirs are left out: they are a finding of
    who speaks.
    """
    values = {
        (row["measure"], row["subject"], row["voice"], row["article"]): row
        for row in records(comparison.measures)
        if row["value"] is not None and not (row["measure"] == "speaker_share" and not row["value"])
    }
    groups: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for row in records(comparison.differences):
        key = (row["measure"], row["subject"], row["voice"])
        known = all((*key, row[f"article_{side}"]) in values for side in ("a", "b"))
        if row["measure"] in measures and row["difference"] is not None and known:
            groups.setdefault(key, []).append(row)
    order = sorted(
        groups,
        key=lambda key: (
            measures.index(key[0]),
            not any(row["clear"] for row in groups[key]),
            -max(abs(row["difference"]) for row in groups[key]),
        ),
    )
    found = []
    for key in order:
        rows = groups[key]
        articles = sorted({row[f"article_{side}"] for row in rows for side in ("a", "b")})
        text = said.difference_finding([values[*key, article] for article in articles], rows)
        clear = any(row["clear"] for row in rows)
        found.append(Finding(kind, text, _places(comparison, key, articles), clear=clear))
    return found


def _places(
    comparison: Comparison, key: tuple[str, str, str], articles: list[int]
) -> tuple[Place, ...]:
    """Return the passages that differences speak of: a speaker's first statements, the mentions of
    a name, the likely loaded sentences; none for the tone of all."""
    measure, subject, voice = key
    if measure == "speaker_share":
        rows = _by_speaker(comparison).get(subject, [])
        return _first_statements(comparison, [row for row in rows if row["article"] in articles])
    places: list[Place] = []
    for article in articles:
        if measure == "loaded_share_outlet":
            loaded = _own_loaded(comparison, article)
            places += [whole_sentence(comparison, article, number) for number in loaded]
        if measure == "tone_towards":
            places += _mentions(comparison, article, subject, voice)
    return tuple(places)


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
