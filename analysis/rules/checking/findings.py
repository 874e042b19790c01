"""From what was observed in an article, and rules, to the frame of findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import nan
from typing import TYPE_CHECKING, Any

from analysis.columns import frame
from analysis.frames import FURNITURE
from analysis.rules.checking.doubting_verbs import doubting_verb
from analysis.rules.checking.fingerprints import fingerprints
from analysis.rules.checking.messages import doubting_message, loaded_message
from analysis.rules.checking.observing.observed import Observed, Range
from analysis.rules.checking.observing.places import OUTLET, Places
from analysis.rules.checking.scopes import Hit, Where, hits
from analysis.rules.frames import FINDINGS, MODEL_CHECKS
from analysis.rules.matching.matcher import Matches
from analysis.rules.matching.places import Cover

if TYPE_CHECKING:
    import pandas as pd

_Row = dict[str, Any]


def findings_of(
    observed: Observed, matches: Matches, where: Where, with_model: bool
) -> pd.DataFrame:
    """Return the findings in an article as a frame with the columns ``FINDINGS``.

    ``matches`` are those of the live rules in the whole text. ``with_model`` adds the notes on
    likely loaded words and doubting verbs in the outlet's own voice; a note that lies wholly inside
    accepted words, or inside words that a rule reports anyway, is left out, and so is a loaded word
    inside a doubting verb.
    """
    if not observed.sentences:
        return frame({name: [] for name in FINDINGS}, FINDINGS)
    places = Places(observed)
    accepted = [(one.start, one.end) for one in matches.accepted if where.applies(one.rule)]
    cover = Cover(accepted)
    found = [one for one in matches.found if not cover.holds((one.start, one.end))]
    rows = [_rule_row(observed, hit) for hit in hits(found, observed, places, where)]
    if with_model:
        known = [(row["start"], row["end"]) for row in rows]
        rows += _notes(observed, places, [*known, *accepted])
    rows.sort(key=lambda row: (row["start"], row["end"], row["check"]))
    sentences = [observed.sentences[row["sentence"]] for row in rows]
    prints = fingerprints(
        [
            (row["check"], observed.text[sentence.start : sentence.end])
            for row, sentence in zip(rows, sentences, strict=True)
        ]
    )
    for number, (row, fingerprint) in enumerate(zip(rows, prints, strict=True)):
        row["finding"] = number
        row["fingerprint"] = fingerprint
        row["text"] = observed.text[row["start"] : row["end"]]
    return frame({name: [row[name] for row in rows] for name in FINDINGS}, FINDINGS)


def _rule_row(observed: Observed, hit: Hit) -> _Row:
    rule = hit.match.rule
    words = observed.text[hit.match.start : hit.match.end]
    return {
        "sentence": hit.sentence,
        "start": hit.match.start,
        "end": hit.match.end,
        "check": rule.rule,
        "kind": "rule",
        "severity": rule.severity,
        "message": rule.message or f"“{' '.join(words.split())}” is against a house rule.",
        "plainer": list(rule.plainer),
        "voice": hit.voice,
        "part": hit.part,
        "reason": rule.reason,
        "link": rule.link,
        "revision": rule.revision,
        "probability": nan,
    }


def _notes(observed: Observed, places: Places, known: Sequence[Range]) -> Iterator[_Row]:
    """Yield the notes on doubting verbs and loaded words that lie in none of ``known``."""
    text = observed.text
    cover = Cover(known)
    verbs: list[Range] = []
    for statement in observed.statements:
        verb = doubting_verb(text, statement)
        if verb is None or (verb.start, verb.end) in verbs:
            continue
        note = _note(observed, places, verb.start, verb.end, cover)
        if note is not None:
            verbs.append((verb.start, verb.end))
            yield note | {
                "check": MODEL_CHECKS["doubting"],
                "kind": "doubting",
                "message": doubting_message(text[verb.start : verb.end], verb.implies),
                "plainer": [verb.plainer] if verb.plainer else [],
                "probability": nan,
            }
    cover = Cover([*known, *verbs])
    for word in observed.loaded:
        note = _note(observed, places, word.start, word.end, cover)
        if note is not None:
            yield note | {
                "check": MODEL_CHECKS["loaded"],
                "kind": "loaded",
                "message": loaded_message(text[word.start : word.end]),
                "plainer": [word.plainer] if word.plainer else [],
                "probability": word.probability,
            }


def _note(observed: Observed, places: Places, start: int, end: int, known: Cover) -> _Row | None:
    """Return what all notes have; None in ``known`` words, in furniture and in others' words."""
    first, _ = places.sentences(start, end)
    part = observed.sentences[first].part
    if part == FURNITURE or known.holds((start, end)):
        return None
    if places.voice(start, end) != OUTLET:
        return None
    return {
        "sentence": first,
        "start": start,
        "end": end,
        "severity": "note",
        "voice": OUTLET,
        "part": part,
        "reason": "",
        "link": "",
        "revision": 0,
    }
