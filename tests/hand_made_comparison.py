"""A comparison made by hand, with every kind of difference in it: a pier that is closed.

``hand_made(2)`` is of articles A and B, ``hand_made(3)`` of A, B and C. The values of what is
measured are invented too: they do not follow from so few sentences.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.columns import Columns, frame
from analysis.comparison.frames import (
    ATTRIBUTIONS,
    CUTS,
    DIFFERENCES,
    FACTS,
    MEASURES,
    NAMINGS,
    NO_MATCH,
    NUMBERS,
    PAIRS,
    POSSIBLY,
    RELATIONS,
    SAME_FACT,
    SAYINGS,
    SPEAKERS_COMPARED,
    WORDINGS,
    Comparison,
)
from analysis.frames import Result
from tests.hand_made_result import result_of
from tests.hand_made_statements import NAN, names_of, piece, statements_of

TEXTS = (
    (
        "Pier closed after inspection",
        "The pier at Cold Haven was closed on Monday after an inspection.",
        "About 70 people gathered at the gate, the harbour office said.",
        "“The boards are rotten and nobody would pay for them,” said Dilys Aruna.",
        "Residents want a new pier by spring.",
        "The council admitted that the money was gone.",
        "Protesters went home at dusk.",
    ),
    (
        "Fury at the pier 😡",
        "Cold Haven’s pier has been shut since Monday’s inspection.",
        "An angry mob of 200 people besieged the gate.",
        "“The boards are rotten,” claimed Dilys Aruna.",
        "The money was gone.",
        "“We will mend it,” said Grace Mollison, the mayor.",
        "Rioters were driven off at dusk.",
    ),
    (
        "A pier of 1911",
        "An inspection closed the pier on Monday.",
        "The pier was built in 1911.",
        "The council said that the money was gone.",
    ),
)
"""Title and sentences of the articles; sentence 0 is the title."""

_VOICES: tuple[Mapping[int, tuple[str, str]], ...] = (
    {2: ("reported", "harbour office"), 3: ("quoted", "Dilys Aruna"), 5: ("reported", "council")},
    {3: ("quoted", "Dilys Aruna"), 5: ("quoted", "Grace Mollison")},
    {3: ("reported", "council")},
)
_LOADED = ((), ("angry mob", "besieged", "Rioters"), ())
_STATEMENTS: tuple[Sequence[tuple[int, str, str, str, str, str]], ...] = (
    (
        (2, "About 70 people gathered at the gate", "harbour office", "said", "say", "neutral"),
        (
            3,
            "“The boards are rotten and nobody would pay for them,”",
            "Dilys Aruna",
            "said",
            "say",
            "neutral",
        ),
        (5, "the money was gone", "council", "admitted", "admit", "conceding"),
    ),
    (
        (3, "“The boards are rotten,”", "Dilys Aruna", "claimed", "claim", "doubting"),
        (5, "“We will mend it,”", "Grace Mollison", "said", "say", "neutral"),
    ),
    ((3, "the money was gone", "council", "said", "say", "neutral"),),
)
_PAIRED = {
    (0, 1): ((0, 0, POSSIBLY), (1, 1), (2, 2), (3, 3), (5, 4), (6, 6, POSSIBLY)),
    (0, 2): ((1, 1), (5, 3)),
    (1, 2): ((1, 1), (4, 3)),
}
"""The pairs of sentences of each two articles; same fact unless a band is given."""

_FACTS: Sequence[Sequence[tuple[int, int] | tuple[int, int, str]]] = (
    ((0, 1), (1, 1), (2, 1)),
    ((0, 5), (1, 4), (2, 3)),
    ((0, 2), (1, 2)),
    ((0, 3), (1, 3)),
    ((0, 0), (1, 0, POSSIBLY)),
    ((0, 6), (1, 6, POSSIBLY)),
    ((0, 4),),
    ((1, 5),),
    ((2, 0),),
    ((2, 2),),
)


def article(place: int) -> Result:
    """Return the article at this place."""
    title, *_ = texts = TEXTS[place]
    text = "\n\n".join(texts)
    voices = _VOICES[place]
    words = [(word, text.index(word)) for word in _LOADED[place]]
    holders = [next(n for n, one in enumerate(texts) if word in one) for word, _ in words]
    pieces = []
    for number, (sentence, content, speaker, cue, verb, manner) in enumerate(_STATEMENTS[place]):
        row = piece(text, content, number, sentence=sentence, verb=verb, manner=manner)
        row["form"] = "direct" if content[0] == "“" else "reported"
        whole = texts[sentence]
        start = text.index(whole)
        for name, value in (("speaker", speaker), ("cue", cue)):
            at = start + whole.index(value)
            row |= {name: value, f"{name}_start": at, f"{name}_end": at + len(value)}
        pieces.append(row)
    who = [name for name in ("Dilys Aruna", "Grace Mollison") if name in text]
    return result_of(
        texts,
        spans={
            "sentence": holders,
            "start": [start for _, start in words],
            "end": [start + len(word) for word, start in words],
            "text": [word for word, _ in words],
            "probability": [0.9] * len(words),
            "alternative": [""] * len(words),
            "effect": [0.3] * len(words),
        },
        statements=statements_of(*pieces),
        names=names_of(
            *((name, "person", [_span(text, name)]) for name in who),
        ),
        article={"title": title, "language": "en", "sentences": len(texts), "model": "by hand"},
        part=["headline"] + ["body"] * (len(texts) - 1),
        voice=[voices.get(n, ("outlet", ""))[0] for n in range(len(texts))],
        speaker=[voices.get(n, ("outlet", ""))[1] for n in range(len(texts))],
        loaded=["loaded" if n in holders else "not loaded" for n in range(len(texts))],
        loaded_probability=[0.9 if n in holders else 0.1 for n in range(len(texts))],
        words=[len(one.split()) for one in texts],
    )


def hand_made(articles: int = 2) -> Comparison:
    """Return the comparison of the first two or of all three articles."""
    results = tuple(map(article, range(articles)))
    pairs = _pairs(results)
    return comparison_of(
        results,
        pairs=pairs,
        facts=_facts(results),
        relations=[
            _relation(a, b, int((one["band"] == SAME_FACT).sum()))
            for (a, b), one in pairs.groupby(["article_a", "article_b"])
        ],
        wordings=_wordings(results, pairs),
        numbers=_numbers(results, pairs),
        sayings=_sayings(results),
        attributions=_attributions(results),
        cuts=_cuts(results),
        namings=_namings(results),
        speakers=_speakers(results),
        measures=_MEASURES,
        differences=_DIFFERENCES,
    )


def comparison_of(articles: Sequence[Result], **frames: Any) -> Comparison:
    """Return a comparison with the given frames (or lists of their rows); others are empty."""
    columns: dict[str, Columns] = {
        "pairs": PAIRS,
        "facts": FACTS,
        "relations": RELATIONS,
        "wordings": WORDINGS,
        "numbers": NUMBERS,
        "sayings": SAYINGS,
        "attributions": ATTRIBUTIONS,
        "cuts": CUTS,
        "namings": NAMINGS,
        "speakers": SPEAKERS_COMPARED,
        "measures": MEASURES,
        "differences": DIFFERENCES,
    }
    made = {
        name: rows
        if isinstance(rows := frames.get(name, ()), pd.DataFrame)
        else frame({column: [row[column] for row in rows] for column in declared}, declared)
        for name, declared in columns.items()
    }
    return Comparison(articles=tuple(articles), **made)


def _span(text: str, part: str, start: int = 0) -> tuple[int, int]:
    at = text.index(part, start)
    return at, at + len(part)


def _pairs(results: Sequence[Result]) -> pd.DataFrame:
    rows: list[dict[str, Any]] = []
    for (a, b), pairs in _PAIRED.items():
        if b >= len(results):
            continue
        of_a = {pair[0]: pair for pair in pairs}
        matched = {pair[1] for pair in pairs}
        for i in range(len(TEXTS[a])):
            _, j, band = (*of_a.get(i, (i, None, NO_MATCH)), SAME_FACT)[:3]
            rows.append(_pair(results, a, i, b, j, band))
        rows += [
            _pair(results, a, None, b, j, NO_MATCH)
            for j in range(len(TEXTS[b]))
            if j not in matched
        ]
    return frame({name: [row[name] for row in rows] for name in PAIRS}, PAIRS)


def _pair(
    results: Sequence[Result], a: int, i: int | None, b: int, j: int | None, band: str
) -> dict[str, Any]:
    probability = {SAME_FACT: 0.95, POSSIBLY: 0.6}.get(band, NAN)
    row: dict[str, Any] = {
        "article_a": a,
        "article_b": b,
        "sentence_a": i,
        "sentence_b": j,
        "band": band,
        "same_fact": probability,
        "similarity": 0.4 if i is not None and j is not None else NAN,
    }
    for side, place, number in (("a", a, i), ("b", b, j)):
        sentence = None if number is None else results[place].sentences.iloc[number]
        for name in ("text", "voice"):
            row[f"{name}_{side}"] = None if sentence is None else sentence[name]
        for name in ("tone", "loaded_probability"):
            row[f"{name}_{side}"] = NAN if sentence is None else sentence[name]
    for name in ("tone", "loaded_probability"):
        row[f"{name}_difference"] = row[f"{name}_b"] - row[f"{name}_a"]
    return row


def _facts(results: Sequence[Result]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    shown = [[cell for cell in fact if cell[0] < len(results)] for fact in _FACTS]
    for number, fact in enumerate(filter(None, shown)):
        articles = len({cell[0] for cell in fact if len(cell) == 2})
        for place, sentence, *band in fact:
            rows.append(
                {
                    "fact": number,
                    "articles": articles,
                    "article": place,
                    "sentence": sentence,
                    "text": TEXTS[place][sentence],
                    "band": band[0] if band else SAME_FACT,
                }
            )
    return rows


def _relation(a: int, b: int, same: int, **columns: Any) -> dict[str, Any]:
    return {
        "article_a": a,
        "article_b": b,
        "relation": "same event",
        "same_text": 0.1,
        "same_facts": same,
        "differing_a": [],
        "differing_b": [],
    } | columns


def _row_of(pairs: pd.DataFrame, a: int, i: int, b: int, j: int) -> int:
    """Return the row of a pair in the frame of pairs."""
    at = (
        (pairs["article_a"] == a)
        & (pairs["sentence_a"] == i)
        & (pairs["article_b"] == b)
        & (pairs["sentence_b"] == j)
    )
    return int(at.fillna(False).to_numpy().nonzero()[0][0])


def _wordings(results: Sequence[Result], pairs: pd.DataFrame) -> list[dict[str, Any]]:
    words = (
        (0, "About 70"),
        (0, "gathered at"),
        (0, "the harbour office said"),
        (1, "An angry mob of 200"),
        (1, "besieged"),
    )
    rows = []
    for place, passage in words:
        start, end = _span(results[place].text, passage)
        rows.append(
            {
                "pair": _row_of(pairs, 0, 2, 1, 2),
                "article": place,
                "start": start,
                "end": end,
                "text": passage,
            }
        )
    return rows


def _numbers(results: Sequence[Result], pairs: pd.DataFrame) -> list[dict[str, Any]]:
    a, b = _span(results[0].text, "70"), _span(results[1].text, "200")
    return [
        {
            "pair": _row_of(pairs, 0, 2, 1, 2),
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


def _sayings(results: Sequence[Result]) -> list[dict[str, Any]]:
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


def _attributions(results: Sequence[Result]) -> list[dict[str, Any]]:
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


def _cuts(results: Sequence[Result]) -> list[dict[str, Any]]:
    a, b = TEXTS[0][3].partition(" said")[0], TEXTS[1][3].partition(" claimed")[0]
    start_a, end_a = _span(results[0].text, a)
    start_b, end_b = _span(results[1].text, b)
    return [
        {
            "article_a": 0,
            "article_b": 1,
            "speaker": "Dilys Aruna",
            "start_a": start_a,
            "end_a": end_a,
            "text_a": a,
            "sentence_a": 3,
            "start_b": start_b,
            "end_b": end_b,
            "text_b": b,
            "sentence_b": 3,
            "only_a": [_span(results[0].text, "and nobody would pay for them")],
            "only_b": [],
        }
    ]


def _namings(results: Sequence[Result]) -> list[dict[str, Any]]:
    called = ((0, "Protesters", 6, False), (1, "mob", 2, True), (1, "Rioters", 6, True))
    return [
        {
            "thing": 0,
            "article": place,
            "wording": wording,
            "kind": "group",
            "count": 1,
            "mentions": [_span(results[place].text, wording)],
            "sentence": sentence,
            "loaded": loaded,
        }
        for place, wording, sentence, loaded in called
    ]


def _speakers(results: Sequence[Result]) -> list[dict[str, Any]]:
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


_MEASURES = [
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
_DIFFERENCES = [
    _difference("loaded_share_outlet", "", "", 0.34, 0.18, 0.50),
    _difference("mean_tone_outlet", "", "", -0.05, -0.14, 0.09),
    _difference("speaker_share", "Dilys Aruna", "", -0.18, -0.30, -0.05),
    _difference("tone_towards", "Dilys Aruna", "outlet", -0.42, -0.70, -0.12),
]
