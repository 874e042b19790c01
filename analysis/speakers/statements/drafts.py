"""Statements in the making, and the article they are made of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from analysis.speakers.letters import Letters
from analysis.speakers.statements.attributing import is_clause
from analysis.speakers.statements.statement import Piece, Range, Statement
from analysis.speakers.tagging.attributions import without
from analysis.text.quotation.quotation import Quotation
from analysis.text.segmentation.sentences import Sentence

MAX_BESIDE = 0.1
"""Share of a statement's letters outside quotation marks up to which it counts as all quoted: the
borders that a network gives are a word or two off."""

SAME_CONTENT = 0.8
"""Share of the shorter of two contents that lies in the other from which they are one."""


@dataclass
class Draft:
    """A statement in the making: its cue and source, its content outside marks, and its
    quotations."""

    cue: Range | None
    source: Range | None
    content: list[Range] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)

    @property
    def ranges(self) -> list[Range]:
        """The ranges of all its content."""
        return [*self.content, *((q.start, q.end) for q in self.quotations)]


@dataclass(frozen=True)
class Article:
    """An article's text and sentences, with ``starts``, the offset of each sentence."""

    text: str
    letters: Letters
    sentences: Sequence[Sentence]
    starts: Sequence[int]

    def place(self, at: int) -> int:
        """Return the number of the sentence that holds an offset, or ends before it."""
        return max(0, bisect_right(self.starts, at) - 1)

    def sentence_at(self, at: int) -> Sentence:
        """Return the sentence that holds an offset, or ends before it."""
        return self.sentences[self.place(at)]

    def paragraphs(self, ranges: Iterable[Range]) -> set[int]:
        """Return the numbers of the paragraphs that ranges touch."""
        return {
            number
            for start, end in ranges
            for number in range(
                self.sentence_at(start).paragraph, self.sentence_at(end - 1).paragraph + 1
            )
        }

    def paragraphs_between(self, before: Quotation, quotation: Quotation) -> int:
        """Return how many paragraphs a quotation is after the end of another."""
        last = self.sentence_at(before.end - 1).paragraph
        return self.sentence_at(quotation.start).paragraph - last

    def follows(self, before: Quotation, quotation: Quotation) -> bool:
        """Whether a quotation begins the paragraph after the sentence that ends with another, or
        that names its speaker."""
        sentences = self.place(quotation.start) - self.place(before.end - 1)
        return self.paragraphs_between(before, quotation) == 1 and sentences == 1

    def whole_sentences(self, quotation: Quotation) -> bool:
        """Whether a quotation begins with its first sentence and ends with its last, marks and
        stops apart."""
        first, last = self.sentence_at(quotation.start), self.sentence_at(quotation.end - 1)
        return not (
            self.letters.within(first.start, quotation.start)
            or self.letters.within(quotation.end, last.end)
        )


class Drafts:
    """The drafts of an article, found by paragraph, so that time grows linearly with the text."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.all: list[Draft] = []
        self._by_paragraph: dict[int, list[Draft]] = {}

    def add(self, draft: Draft, *, at: Iterable[Range] = ()) -> None:
        """Add a draft, found where its content is, or its ranges ``at``."""
        self.all.append(draft)
        for number in self.article.paragraphs([*draft.ranges, *at]):
            self._by_paragraph.setdefault(number, []).append(draft)

    def near(self, ranges: Iterable[Range]) -> list[Draft]:
        """Return the drafts in the paragraphs that ranges touch."""
        found = {
            id(draft): draft
            for number in sorted(self.article.paragraphs(ranges))
            for draft in self._by_paragraph.get(number, [])
        }
        return list(found.values())


def is_double(article: Article, draft: Draft, other: Draft) -> bool:
    """Whether two drafts have the same cue or the same content. Content in which the other's cue
    stands is not the same: it is nested."""
    if draft.cue == other.cue:
        return True
    if _holds(draft, other) or _holds(other, draft):
        return False
    sizes = [sum(article.letters.within(*one) for one in d.content) for d in (draft, other)]
    shared = sum(article.letters.shared(*one, other.content) for one in draft.content)
    return shared > 0 and shared >= SAME_CONTENT * min(sizes)


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether the cue of ``inner`` stands in the content of ``outer``."""
    cue = inner.cue
    return cue is not None and any(start <= cue[0] < end for start, end in outer.content)


def statement_of(article: Article, draft: Draft) -> Statement:
    """Return the statement of a finished draft; without pieces, if its content holds no letter."""
    letters = article.letters
    marked = [(one.start, one.end) for one in draft.quotations]
    beside = [
        bare
        for one in without(draft.content, marked)
        if (bare := _trimmed(article.text, *one)) is not None
    ]
    if marked:
        # “In an interview, he said: ‘…’” – what introduces a quotation is not said.
        beside = [one for one in beside if _beside(article, one, marked)]
    inside = sum(letters.within(*one) for one in marked)
    outside = sum(letters.within(*one) for one in beside)
    direct = inside > 0 and outside <= MAX_BESIDE * (inside + outside)
    if direct:
        beside = []
    pieces = [Piece(start, end) for start, end in beside]
    pieces += [Piece(one.start, one.end, one.closed) for one in draft.quotations]
    return Statement(
        _merged(article, sorted(pieces, key=lambda one: one.start), keep=direct),
        "direct" if direct else "mixed" if inside else "reported",
        source=draft.source,
        cue=draft.cue,
    )


def _beside(article: Article, passage: Range, marked: Sequence[Range]) -> bool:
    """Whether a passage stands next to a quotation in its sentence, or is a clause of its own."""
    if is_clause(article.text, [passage]):
        return True
    start, end = passage
    for begin, stop in marked:
        first, last = (stop - 1, start) if stop <= start else (end - 1, begin)
        adjoins = not article.letters.within(first + 1, last)
        if adjoins and article.place(first) == article.place(last):
            return True
    return False


def _trimmed(text: str, start: int, end: int) -> Range | None:
    """Return a passage without white space around it, None if it holds no letter or digit."""
    inside = text[start:end]
    if not any(map(str.isalnum, inside)):
        return None
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


def _merged(article: Article, pieces: Sequence[Piece], keep: bool) -> tuple[Piece, ...]:
    """Return the pieces with those as one that follow each other without a letter between them;
    with ``keep`` each stays."""
    merged: list[Piece] = []
    for piece in pieces:
        if merged and piece.start < merged[-1].end:
            piece = replace(piece, start=merged[-1].end)
            if piece.start >= piece.end:
                continue
        if merged and not keep and _adjoin(article, merged[-1], piece):
            merged[-1] = Piece(merged[-1].start, piece.end, merged[-1].closed and piece.closed)
        else:
            merged.append(piece)
    return tuple(merged)


def _adjoin(article: Article, piece: Piece, following: Piece) -> bool:
    """Whether no letter and no end of a paragraph is between two pieces."""
    return not article.letters.within(piece.end, following.start) and (
        article.sentence_at(piece.end - 1).paragraph
        == article.sentence_at(following.start).paragraph
    )
