"""Quotations, which marks and structure show, and attributions, which the network finds, joined
into statements.

Marks are hard evidence: a quotation's statement has exactly the quotation's range, and the network
only says whose it is. Where it says nothing, a verb of saying beside the quotation does, or the
quotation goes on with the one before it. A few quoted words that nothing attributes are a scare
quote or a name, and no statement.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from analysis.speakers.attributions import Attribution, without
from analysis.speakers.letters import Letters
from analysis.speakers.nearby_verbs import Found, label_before, verb_after, verb_before
from analysis.speakers.statements import Piece, Range, Statement
from analysis.text.quotation.quotation import Quotation
from analysis.text.segmentation.sentences import Sentence

MIN_OVERLAP = 0.5
"""Share of its letters, or of the attributed content's, that a quotation has in common with content
that is its."""

MAX_BESIDE = 0.1
"""Share of a statement's letters outside quotation marks up to which it counts as all quoted. Nine
tenths inside is also where PolNeAR's readers' *direct* begins (see the model card)."""

SAME_CONTENT = 0.8
"""Share of the shorter of two contents that lies in the other from which they are one."""

SCARE_QUOTE_WORDS = 5
"""Most words in marks that say nothing by themselves if nobody is named who said them."""


@dataclass
class _Draft:
    """A statement in the making: its cue and source, its content outside marks, and its
    quotations."""

    cue: Range | None
    source: Range | None
    content: list[Range] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)

    @property
    def ranges(self) -> list[Range]:
        return [*self.content, *((q.start, q.end) for q in self.quotations)]


@dataclass(frozen=True)
class _Article:
    text: str
    letters: Letters
    sentences: Sequence[Sentence]
    starts: Sequence[int]

    def place(self, at: int) -> int:
        """Return the number of the sentence that holds an offset, or ends before it."""
        return max(0, bisect_right(self.starts, at) - 1)

    def sentence_at(self, at: int) -> Sentence:
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

    def whole_sentences(self, quotation: Quotation) -> bool:
        """Whether a quotation begins with its first sentence and ends with its last, marks and
        stops apart."""
        first, last = self.sentence_at(quotation.start), self.sentence_at(quotation.end - 1)
        return not (
            self.letters.within(first.start, quotation.start)
            or self.letters.within(quotation.end, last.end)
        )


class _Drafts:
    """The drafts of an article, found by paragraph, so that time grows linearly with the text."""

    def __init__(self, article: _Article) -> None:
        self.article = article
        self.all: list[_Draft] = []
        self._by_paragraph: dict[int, list[_Draft]] = {}

    def add(self, draft: _Draft, *, at: Iterable[Range] = ()) -> None:
        """Add a draft, found where its content is, or its ranges ``at``."""
        self.all.append(draft)
        for number in self.article.paragraphs([*draft.ranges, *at]):
            self._by_paragraph.setdefault(number, []).append(draft)

    def near(self, ranges: Iterable[Range]) -> list[_Draft]:
        """Return the drafts in the paragraphs that ranges touch."""
        found = {
            id(draft): draft
            for number in sorted(self.article.paragraphs(ranges))
            for draft in self._by_paragraph.get(number, [])
        }
        return list(found.values())


def join(
    text: str,
    letters: Letters,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
) -> list[Statement]:
    """Return the statements of an article in reading order, without their speakers.

    ``quotations`` are in order and do not overlap, those that structure shows among them. An
    attribution whose cue is inside a quotation is the quoted speaker's own, and left out.
    """
    article = _Article(text, letters, sentences, [sentence.start for sentence in sentences])
    ends = [quotation.end for quotation in quotations]
    drafts = _Drafts(article)
    for one in sorted(attributions, key=lambda one: -one.probability):
        place = bisect_right(ends, one.cue[0])
        if place < len(quotations) and quotations[place].start < one.cue[1]:
            continue
        draft = _Draft(one.cue, one.source, list(one.content))
        if not any(_is_double(article, draft, other) for other in drafts.near(draft.ranges)):
            drafts.add(draft, at=[one.cue])
    owners: dict[int, _Draft] = {}
    for place, quotation in enumerate(quotations):
        owner = _owner(article, quotation, drafts) or _by_verb(article, quotations, place, drafts)
        if owner is not None:
            owner.quotations.append(quotation)
            owners[place] = owner
    for place, quotation in enumerate(quotations):
        if place not in owners:
            before = (quotations[place - 1], owners.get(place - 1)) if place else None
            owner = _alone(article, quotation, before, drafts)
            if owner is not None:
                owners[place] = owner
    found = [_statement(article, draft) for draft in drafts.all]
    return sorted(
        (one for one in found if one.pieces), key=lambda one: (one.pieces[0].start, one.cue or ())
    )


def _owner(article: _Article, quotation: Quotation, drafts: _Drafts) -> _Draft | None:
    """Return the draft whose content a quotation is, the innermost of several, or None."""
    letters = article.letters
    size = letters.within(quotation.start, quotation.end)
    best: tuple[float, int] | None = None
    owner = None
    for draft in drafts.near([(quotation.start, quotation.end)]):
        overlap = letters.shared(quotation.start, quotation.end, draft.content)
        content = sum(letters.within(*one) for one in draft.content)
        if overlap == 0 or overlap < MIN_OVERLAP * min(size, content):
            continue
        rank = (-round(overlap / size, 1), content)
        if best is None or rank < best:
            best, owner = rank, draft
    return owner


def _by_verb(
    article: _Article, quotations: Sequence[Quotation], place: int, drafts: _Drafts
) -> _Draft | None:
    """Return the draft of the verb of saying beside a quotation, made if there is none, or None."""
    quotation = quotations[place]
    begin = article.sentence_at(quotation.start).start
    end = article.sentence_at(quotation.end - 1).end
    if place:
        begin = max(begin, quotations[place - 1].end)
    if place + 1 < len(quotations):
        end = min(end, quotations[place + 1].start)
    text = article.text
    found = (
        label_before(text, quotation.start)
        or verb_after(text, quotation.end, end)
        or verb_before(text, begin, quotation.start)
        or _announced(article, quotation)
    )
    if found is None:
        return None
    cue, source = found
    for draft in drafts.near([cue]):
        if draft.cue and draft.cue[0] < cue[1] and cue[0] < draft.cue[1]:
            return draft
    made = _Draft(cue, source)
    drafts.add(made, at=[cue])
    return made


def _announced(article: _Article, quotation: Quotation) -> Found | None:
    """Return the verb of a sentence that ends in a colon, just before the paragraph that a
    quotation begins, or None."""
    place = article.place(quotation.start)
    sentence, before = article.sentences[place], article.sentences[max(0, place - 1)]
    if sentence.paragraph != before.paragraph + 1 or article.letters.within(
        sentence.start, quotation.start
    ):
        return None
    if not article.text[before.start : before.end].endswith(":"):
        return None
    return verb_before(article.text, before.start, before.end)


def _alone(
    article: _Article,
    quotation: Quotation,
    previous: tuple[Quotation, _Draft | None] | None,
    drafts: _Drafts,
) -> _Draft | None:
    """Return the draft of a quotation that nothing attributes, which now holds it, or None for a
    scare quote or a name.

    ``previous`` is the quotation before it with its draft. The quotation goes on with that one if
    it ends in the same paragraph, or lacks its closing mark and stands in the paragraph before, and
    no other statement's content is between them. One that fills its sentences after a paragraph
    with a quotation has the same speaker, but is a statement of its own.
    """
    whole = article.whole_sentences(quotation)
    before, owner = previous or (None, None)
    if whole and before is not None and owner is not None:
        gap = (
            article.sentence_at(quotation.start).paragraph
            - article.sentence_at(before.end - 1).paragraph
        )
        passed = (before.end, quotation.start)
        between = any(
            one is not owner and before.end <= start < quotation.start
            for one in (drafts.near([passed]) if gap <= 1 and passed[0] < passed[1] else ())
            for start, _ in one.ranges
        )
        if not between and (gap == 0 or (gap == 1 and not before.closed)):
            owner.quotations.append(quotation)
            return owner
        if not between and gap == 1:
            return _new(quotation, owner.source, drafts)
    words = len(article.text[quotation.start : quotation.end].split())
    if whole or (words > SCARE_QUOTE_WORDS and not _is_title(article.text, quotation)):
        return _new(quotation, None, drafts)
    return None


def _new(quotation: Quotation, source: Range | None, drafts: _Drafts) -> _Draft:
    draft = _Draft(None, source, [], [quotation])
    drafts.add(draft)
    return draft


def _is_title(text: str, quotation: Quotation) -> bool:
    """Whether most words of a quotation begin with a capital, as in the name of a book."""
    words = text[quotation.start : quotation.end].split()
    capitals = sum(any(map(str.isupper, word[:2])) for word in words)
    return 2 * capitals > len(words)


def _is_double(article: _Article, draft: _Draft, other: _Draft) -> bool:
    """Whether two drafts have the same cue or the same content. Content in which the other's cue
    stands is not the same: it is nested."""
    if draft.cue == other.cue:
        return True
    if _holds(draft, other) or _holds(other, draft):
        return False
    sizes = [sum(article.letters.within(*one) for one in d.content) for d in (draft, other)]
    shared = sum(article.letters.shared(*one, other.content) for one in draft.content)
    return shared > 0 and shared >= SAME_CONTENT * min(sizes)


def _holds(outer: _Draft, inner: _Draft) -> bool:
    """Whether the cue of ``inner`` stands in the content of ``outer``."""
    cue = inner.cue
    return cue is not None and any(start <= cue[0] < end for start, end in outer.content)


def _statement(article: _Article, draft: _Draft) -> Statement:
    letters = article.letters
    marked = [(one.start, one.end) for one in draft.quotations]
    beside = [
        bare
        for one in without(draft.content, marked)
        if (bare := _trimmed(article.text, *one)) is not None
    ]
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


def _trimmed(text: str, start: int, end: int) -> Range | None:
    """Return a passage without white space around it, None if it holds no letter or digit."""
    inside = text[start:end]
    if not any(map(str.isalnum, inside)):
        return None
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


def _merged(article: _Article, pieces: Sequence[Piece], keep: bool) -> tuple[Piece, ...]:
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


def _adjoin(article: _Article, piece: Piece, following: Piece) -> bool:
    """Whether no letter and no end of a paragraph is between two pieces."""
    return not article.letters.within(piece.end, following.start) and (
        article.sentence_at(piece.end - 1).paragraph
        == article.sentence_at(following.start).paragraph
    )
