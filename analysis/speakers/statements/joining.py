"""Quotations, which marks and structure show, and attributions, which the network finds, joined
into statements.

Marks are hard evidence: a quotation's statement has exactly the quotation's range, and the network
only says whose it is. Where it says nothing, a verb of saying beside the quotation does, or the
quotation goes on with the one before it. A few quoted words that nothing attributes are a scare
quote or a name, and no statement.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from analysis.speakers.letters import Letters
from analysis.speakers.statements.attributing import SCARE_QUOTE_WORDS
from analysis.speakers.statements.borders import settled, with_clauses
from analysis.speakers.statements.drafts import Article, Draft, Drafts, is_double, statement_of
from analysis.speakers.statements.nearby_verbs import Found, label_before, verb_after, verb_before
from analysis.speakers.statements.statement import Range, Statement
from analysis.speakers.tagging.attributions import Attribution
from analysis.text.quotation.quotation import Quotation
from analysis.text.segmentation.sentences import Sentence

MIN_OVERLAP = 0.5
"""Share of its letters, or of the attributed content's, that a quotation has in common with content
that is its."""


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
    article = Article(text, letters, sentences, [sentence.start for sentence in sentences])
    ends = [quotation.end for quotation in quotations]
    drafts = Drafts(article)
    outside = [one for one in attributions if not _inside(one.cue, quotations, ends)]
    marked = [(quotation.start, quotation.end) for quotation in quotations]
    known = settled(article, with_clauses(article, outside, marked), marked)
    for one in sorted(known, key=lambda one: (-round(one.probability, 1), _distance(one))):
        draft = Draft(one.cue, one.source, list(one.content))
        if not any(is_double(article, draft, other) for other in drafts.near(draft.ranges)):
            drafts.add(draft, at=[one.cue])
    owners: dict[int, Draft] = {}
    for place, quotation in enumerate(quotations):
        owner = _owner(article, quotation, drafts) or _by_verb(article, quotations, place, drafts)
        if owner is not None:
            owner.quotations.append(quotation)
            owners[place] = owner
    for place in range(len(quotations)):
        if place not in owners:
            owner = _alone(article, quotations, place, owners, drafts)
            if owner is not None:
                owners[place] = owner
    found = [statement_of(article, draft) for draft in drafts.all]
    return sorted(
        (one for one in found if one.pieces), key=lambda one: (one.pieces[0].start, one.cue or ())
    )


def _distance(one: Attribution) -> int:
    """Return how many characters are between a cue and the nearest of its content. Of two equally
    sure cues the nearer one has the content (“‘Stop,’ she said, the agency reported”)."""
    return min(max(start - one.cue[1], one.cue[0] - end, 0) for start, end in one.content)


def _inside(cue: Range, quotations: Sequence[Quotation], ends: Sequence[int]) -> bool:
    """Whether a cue stands in one of the quotations, which end at ``ends``."""
    place = bisect_right(ends, cue[0])
    return place < len(quotations) and quotations[place].start < cue[1]


def _owner(article: Article, quotation: Quotation, drafts: Drafts) -> Draft | None:
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
    article: Article, quotations: Sequence[Quotation], place: int, drafts: Drafts
) -> Draft | None:
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
    made = Draft(cue, source)
    drafts.add(made, at=[cue])
    return made


def _announced(article: Article, quotation: Quotation) -> Found | None:
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
    article: Article,
    quotations: Sequence[Quotation],
    place: int,
    owners: Mapping[int, Draft],
    drafts: Drafts,
) -> Draft | None:
    """Return the draft of the quotation at ``place``, which nothing attributes, or None for a scare
    quote or a name. The draft now holds it.

    ``owners`` are the drafts of the other quotations, as far as they are known. A quotation of
    whole sentences goes on with the one before it in its paragraph, or in the paragraph before if
    that lacks its closing mark. Otherwise it is a statement of its own: by the speaker of the next
    one in its paragraph, or of the one that ended the paragraph before, if there is one.
    """
    quotation = quotations[place]
    if not article.whole_sentences(quotation):
        said = says_something(article.text, quotation)
        return _new(quotation, None, drafts) if said else None
    before = quotations[place - 1] if place else None
    owner = owners.get(place - 1)
    if before is not None and owner is not None:
        gap = article.paragraphs_between(before, quotation)
        if gap == 0 and not _others_between(before, quotation, owner, drafts):
            owner.quotations.append(quotation)
            return owner
        if gap == 1 and not before.closed:
            owner.quotations.append(quotation)
            return owner
    following = owners.get(place + 1)
    if following is not None and not article.paragraphs_between(quotation, quotations[place + 1]):
        return _new(quotation, following.source, drafts)
    if before is not None and owner is not None and article.follows(before, quotation):
        return _new(quotation, owner.source, drafts)
    return _new(quotation, None, drafts)


def _others_between(before: Quotation, quotation: Quotation, owner: Draft, drafts: Drafts) -> bool:
    """Whether another statement's content begins between two quotations."""
    passed = (before.end, quotation.start)
    return passed[0] < passed[1] and any(
        one is not owner and passed[0] <= start < passed[1]
        for one in drafts.near([passed])
        for start, _ in one.ranges
    )


def _new(quotation: Quotation, source: Range | None, drafts: Drafts) -> Draft:
    draft = Draft(None, source, [], [quotation])
    drafts.add(draft)
    return draft


def says_something(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is a statement even if nothing attributes it and it is less than a
    sentence: no scare quote, and no name of a book."""
    words = len(text[quotation.start : quotation.end].split())
    return words > SCARE_QUOTE_WORDS and not _is_title(text, quotation)


def _is_title(text: str, quotation: Quotation) -> bool:
    """Whether most words of a quotation begin with a capital, as in the name of a book."""
    words = text[quotation.start : quotation.end].split()
    capitals = sum(any(map(str.isupper, word[:2])) for word in words)
    return 2 * capitals > len(words)
