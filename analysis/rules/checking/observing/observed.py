"""What the rules' findings need to know of an article, from whichever way it was worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.frames import BODY
from analysis.text.language import ENGLISH

if TYPE_CHECKING:
    from analysis.frames import Result

Range = tuple[int, int]
"""``(start, end)``: offsets into the article's text, end exclusive."""


@dataclass(frozen=True)
class Sentence:
    """``text[start:end]``; ``part`` is headline, body or furniture, ``english`` says whether the
    networks can read it."""

    start: int
    end: int
    paragraph: int
    part: str = BODY
    english: bool = True


@dataclass(frozen=True)
class Statement:
    """What somebody says or thinks: ``pieces`` are its content, ``form`` is direct, reported or
    mixed, ``cue`` where the words stand that attribute it, None without any."""

    pieces: tuple[Range, ...]
    form: str
    cue: Range | None = None


@dataclass(frozen=True)
class Quotation:
    """``text[start:end]``, with its marks if it has any."""

    start: int
    end: int
    closed: bool = True


@dataclass(frozen=True)
class LoadedWord:
    """A likely loaded word or phrase, ``text[start:end]``, of a sentence in the band *loaded*;
    ``plainer`` is a plainer wording or empty."""

    start: int
    end: int
    probability: float
    plainer: str


@dataclass(frozen=True)
class Observed:
    """An article with its sentences, its statements by their first piece, its quotations and its
    loaded words, each in reading order; offsets point into ``text``."""

    text: str
    sentences: Sequence[Sentence] = ()
    statements: Sequence[Statement] = ()
    quotations: Sequence[Quotation] = ()
    loaded: Sequence[LoadedWord] = ()


def observed_in(result: Result) -> Observed:
    """Return what was observed in an analysed article."""
    sentences = result.sentences
    columns = ("start", "end", "paragraph", "part", "language", "loaded")
    rows = list(zip(*(sentences[name].tolist() for name in columns), strict=True))
    any_language = bool(result.article["any_language"].iloc[0])
    loaded = [row[5] == "loaded" for row in rows]
    spans = result.spans
    words = zip(
        *(
            spans[name].tolist()
            for name in ("sentence", "start", "end", "probability", "alternative")
        ),
        strict=True,
    )
    quotations = result.quotations
    return Observed(
        result.text,
        [
            Sentence(start, end, paragraph, part, language == ENGLISH or any_language)
            for start, end, paragraph, part, language, _ in rows
        ],
        _statements(result),
        [
            Quotation(start, end, closed)
            for start, end, closed in zip(
                *(quotations[name].tolist() for name in ("start", "end", "closed")), strict=True
            )
        ],
        [LoadedWord(*word) for sentence, *word in words if loaded[sentence]],
    )


def _statements(result: Result) -> list[Statement]:
    names = ("statement", "start", "end", "form", "cue_start", "cue_end")
    pieces: dict[int, list[Range]] = {}
    about: dict[int, tuple[str, Range | None]] = {}
    rows = zip(*(result.statements[name].tolist() for name in names), strict=True)
    for number, start, end, form, cue_start, cue_end in rows:
        pieces.setdefault(number, []).append((start, end))
        cue = (cue_start, cue_end) if isinstance(cue_start, int) else None
        about[number] = (form, cue)
    return [Statement(tuple(pieces[number]), *about[number]) for number in pieces]
