"""Whose words each sentence is, from the statements whose content it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.speakers.letters import Letters
from analysis.speakers.statements.statement import Range, Statement
from analysis.text.quotation.quotation import Quotation
from analysis.text.segmentation.sentences import Sentence

QUOTED_SHARE = 0.8
"""Share of a sentence's letters, without the words that attribute, that stand in marks from which
it is quoted: readers let a few words beside the cue pass (“, said Lee, who lives there”)."""

WHOLE_QUOTE_SHARE = 0.25
"""The same share for a quotation that is a sentence of its own, where all the rest introduces it
(“Speaking in the harbour on Monday, Lee said: ‘Stop.’”)."""

REPORTED_SHARE = 0.3
"""Share of a sentence's letters that are reported content from which the sentence is reported."""

MOSTLY = 0.5
"""Share of a sentence's letters that one statement's content has from which the sentence shows the
statement's scores. From a half on, most of what a reader reads there is the speaker's; below it,
the outlet's own words would take a score that is not theirs."""


@dataclass(frozen=True)
class SentenceVoice:
    """The voice of a sentence, one of ``analysis.frames.VOICES``.

    ``statement`` is the number of the statement of which it holds most, None if it holds none that
    counts; ``mostly`` says whether that is at least ``MOSTLY`` of the sentence.
    """

    voice: str
    statement: int | None = None
    mostly: bool = False


def sentence_voices(
    text: str,
    letters: Letters,
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    quotations: Sequence[Quotation],
) -> list[SentenceVoice]:
    """Return the voice of each sentence, in order.

    ``statements`` are in reading order, ``quotations`` in order and without overlap.
    """
    touching: list[list[int]] = [[] for _ in sentences]
    for place, number in _touched(sentences, statements):
        touching[place].append(number)
    marked = _marked(sentences, quotations)
    return [
        _voice(text, letters, sentence, {n: statements[n] for n in dict.fromkeys(numbers)}, inside)
        for sentence, numbers, inside in zip(sentences, touching, marked, strict=True)
    ]


def _voice(
    text: str,
    letters: Letters,
    sentence: Sentence,
    statements: dict[int, Statement],
    marked: Sequence[Range],
) -> SentenceVoice:
    start, end = sentence.start, sentence.end
    whole = letters.within(start, end)
    pieces = [(p.start, p.end) for one in statements.values() for p in one.pieces]
    content = letters.shared(start, end, pieces)
    if not content:
        return SentenceVoice("outlet")
    marked = [one for one in marked if _says_something(text, one, statements.values())]
    quoted = sum(letters.shared(max(a, start), min(b, end), pieces) for a, b in marked)
    frame = [part for one in statements.values() for part in (one.cue, one.source) if part]
    attributing = letters.shared(start, end, [*pieces, *frame]) - content
    held = {
        number: letters.shared(start, end, [(p.start, p.end) for p in one.pieces])
        for number, one in statements.items()
    }
    number = max(held, key=lambda one: held[one])
    mostly = held[number] >= MOSTLY * whole
    if quoted and (
        quoted >= QUOTED_SHARE * (whole - attributing)
        or (
            quoted == content >= WHOLE_QUOTE_SHARE * whole
            and any(_is_sentence(text, sentence, *one) for one in marked)
        )
    ):
        return SentenceVoice("quoted", number, mostly)
    if quoted:
        return SentenceVoice("mixed", number, mostly)
    if content >= REPORTED_SHARE * whole:
        return SentenceVoice("reported", number, mostly)
    return SentenceVoice("outlet")


def _says_something(text: str, marked: Range, statements: Iterable[Statement]) -> bool:
    """Whether a quotation is more than a single word within other words of the same speaker."""
    start, end = marked
    return len(text[start:end].split()) > 1 or any(
        (piece.start, piece.end) == marked for one in statements for piece in one.pieces
    )


def _is_sentence(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a quotation is a sentence of its own: it begins with a capital or a figure, and ends
    with the article's sentence, goes on after it or has a stop before its closing mark."""
    inside = text[start:end]
    first = next((c for c in inside if c.isalnum()), "")
    stop = inside.rstrip("\"'”’»").rstrip()[-1:]
    ends = end >= sentence.end or stop in {",", ".", "!", "?", "…"}
    return ends and (first.isupper() or first.isdigit())


def _touched(
    sentences: Sequence[Sentence], statements: Sequence[Statement]
) -> Iterator[tuple[int, int]]:
    """Yield the place of each sentence that a piece of a statement touches, with its number."""
    pieces = sorted(
        (piece.start, piece.end, number)
        for number, one in enumerate(statements)
        for piece in one.pieces
    )
    first = 0
    for start, end, number in pieces:
        while first < len(sentences) and sentences[first].end <= start:
            first += 1
        place = first
        while place < len(sentences) and sentences[place].start < end:
            yield place, number
            place += 1


def _marked(sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> list[list[Range]]:
    """Return, for each sentence, the ranges of the quotations that touch it."""
    found: list[list[Range]] = [[] for _ in sentences]
    first = 0
    for quotation in quotations:
        while first < len(sentences) and sentences[first].end <= quotation.start:
            first += 1
        place = first
        while place < len(sentences) and sentences[place].start < quotation.end:
            found[place].append((quotation.start, quotation.end))
            place += 1
    return found
