"""Count what each speaker of an article says: how much, in which form and verbs, how loaded.

Pure functions from a result's frames; what is said about the counts is in
``analysis.output.phrasing.speakers``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.frames import FURNITURE
from analysis.text.readability import count_words

if TYPE_CHECKING:
    import pandas as pd

    from analysis.frames import Result

Interval = tuple[int, int]


@dataclass(frozen=True)
class VerbCount:
    """A verb of saying, as its base form, with its ``manner``, one of its cues as the article has
    it, and how many of the speaker's statements it introduces."""

    verb: str
    manner: str
    cue: str
    count: int


@dataclass(frozen=True)
class StatementCount:
    """A statement: its number, the sentences that hold a piece of it (from 0), the text of its
    pieces, its form, cue and band; ``loaded`` is None where it was not scored."""

    statement: int
    sentences: tuple[int, ...]
    text: str
    form: str
    cue: str
    loaded: str | None


@dataclass(frozen=True)
class SpeakerCount:
    """What one speaker says in an article.

    ``speaker`` is empty for all statements whose speaker is not known; ``words`` are those of the
    statements' content and ``share`` their part of the article's (0 to 1); ``direct``,
    ``reported`` and ``mixed`` count statements by form; ``loaded`` of the ``scored`` statements are
    likely loaded. ``verbs`` come most frequent first, ``statements`` in reading order.
    """

    speaker: str
    statements: tuple[StatementCount, ...]
    sentences: tuple[int, ...]
    words: int
    share: float
    direct: int
    reported: int
    mixed: int
    loaded: int
    scored: int
    verbs: tuple[VerbCount, ...]


def speaker_counts(result: Result) -> list[SpeakerCount]:
    """Return the speakers of a result, those with most words first, the unknown one last."""
    total = _words_in_all(result.sentences)
    found = SentenceFinder(result.sentences)
    by_speaker: dict[str, dict[int, list[Mapping[str, object]]]] = {}
    for row in _rows(result.statements):
        of_speaker = by_speaker.setdefault(str(row["speaker"]), {})
        of_speaker.setdefault(_whole(row["statement"]), []).append(row)
    counts = [
        _count(speaker, statements, total, found) for speaker, statements in by_speaker.items()
    ]
    return sorted(counts, key=lambda count: (not count.speaker, -count.words))


def words_of_others(result: Result) -> float:
    """Return the share of the article's words, 0 to 1, that stand in somebody's statements; a word
    in two statements, one inside the other, counts once."""
    total = _words_in_all(result.sentences)
    statements = result.statements
    pieces = merged(zip(statements["start"].tolist(), statements["end"].tolist(), strict=True))
    said = sum(count_words(result.text[start:end]) for start, end in pieces)
    return min(said / total, 1.0) if total else 0.0


def merged(intervals: Iterable[Interval]) -> list[Interval]:
    """Return the intervals in order, those that touch or overlap as one."""
    joined: list[Interval] = []
    for start, end in sorted(intervals):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


class SentenceFinder:
    """Finds the sentences of a sentences frame that a passage of the text touches."""

    def __init__(self, sentences: pd.DataFrame) -> None:
        self._numbers: list[int] = sentences["sentence"].tolist()
        self._starts: list[int] = sentences["start"].tolist()
        self._ends: list[int] = sentences["end"].tolist()

    def touched(self, start: int, end: int) -> list[int]:
        """Return the numbers of the sentences that hold a character of ``[start, end)``."""
        if start >= end:
            return []
        return self._numbers[bisect_right(self._ends, start) : bisect_left(self._starts, end)]


def _count(
    speaker: str,
    statements: Mapping[int, Sequence[Mapping[str, object]]],
    total: int,
    found: SentenceFinder,
) -> SpeakerCount:
    counted = tuple(_statement(number, rows, found) for number, rows in statements.items())
    heads = [rows[0] for rows in statements.values()]
    forms = Counter(one.form for one in counted)
    bands = Counter(one.loaded for one in counted)
    words = sum(count_words(str(row["text"])) for rows in statements.values() for row in rows)
    return SpeakerCount(
        speaker=speaker,
        statements=counted,
        sentences=tuple(sorted({number for one in counted for number in one.sentences})),
        words=words,
        share=min(words / total, 1.0) if total else 0.0,
        direct=forms["direct"],
        reported=forms["reported"],
        mixed=forms["mixed"],
        loaded=bands["loaded"],
        scored=len(counted) - bands[None],
        verbs=_verbs(heads),
    )


def _statement(
    number: int, rows: Sequence[Mapping[str, object]], found: SentenceFinder
) -> StatementCount:
    touched: set[int] = set()
    for row in rows:
        touched.update(found.touched(_whole(row["start"]), _whole(row["end"])))
    head = rows[0]
    return StatementCount(
        statement=number,
        sentences=tuple(sorted(touched)),
        text=" … ".join(str(row["text"]) for row in rows),
        form=str(head["form"]),
        cue=next((str(row["cue"]) for row in rows if row["cue"]), ""),
        loaded=head["loaded"] if isinstance(head["loaded"], str) else None,
    )


def _verbs(heads: Sequence[Mapping[str, object]]) -> tuple[VerbCount, ...]:
    counts: Counter[tuple[str, str]] = Counter()
    cues: dict[tuple[str, str], str] = {}
    for row in heads:
        if row["verb"]:
            key = (str(row["verb"]), str(row["manner"]))
            counts[key] += 1
            cues.setdefault(key, str(row["cue"]))
    return tuple(
        VerbCount(verb, manner, cues[verb, manner], count)
        for (verb, manner), count in counts.most_common()
    )


_USED = ("statement", "start", "end", "text", "form", "speaker", "cue", "verb", "manner", "loaded")


def _rows(statements: pd.DataFrame) -> list[dict[str, object]]:
    columns = [statements[name].tolist() for name in _USED]
    return [dict(zip(_USED, row, strict=True)) for row in zip(*columns, strict=True)]


def _words_in_all(sentences: pd.DataFrame) -> int:
    """Return the words of the article without its furniture."""
    return int(sentences.loc[sentences["part"] != FURNITURE, "words"].sum())


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is not a whole number")
    return value
