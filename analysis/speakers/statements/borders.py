"""The borders of attributed content, put right where they break what any reader would read as one.

A network decides word by word, so its content has gaps, and single words of it stand in sentences
that have nothing to do with its cue.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from analysis.speakers.statements.attributing import TAKE_CLAUSES, attributes
from analysis.speakers.statements.drafts import Article
from analysis.speakers.statements.reporting_clauses import (
    BY_RULE,
    reporting_clauses,
    subject_before,
)
from analysis.speakers.statements.statement import Range
from analysis.speakers.tagging.attributions import Attribution, without
from analysis.speakers.verbs import verb_of

WHOLE_SHARE = 0.7
"""Share of the letters of a sentence beside that of the cue that is content from which all of it
is."""

FEWEST_LETTERS = 6
"""Letters of a piece of content under which it is left out: *that*, *it*, a preposition."""


SURE = 0.6
"""The probability from which a cue of the network counts. Its own threshold is chosen for all that
PolNeAR calls an attribution; what is doubtful there is mostly no speech."""


def settled(
    article: Article, attributions: Sequence[Attribution], quotations: Sequence[Range]
) -> list[Attribution]:
    """Return the attributions with their content in the sentence of the cue, and in those after it
    as long as they are content from end to end; without those that have none left.

    In the sentence of the cue pieces become one where no cue, and not the source, is between them.
    Content in ``quotations``, which are in order, stays wherever it is, as the marks show it,
    unless another cue is beside them.
    """
    cues = sorted(one.cue for one in attributions)
    with_cue = {article.place(start) for start, _ in cues}
    found = []
    for one in attributions:
        if not attributes(article.text, one, _touched(quotations, one.content)):
            continue
        home = article.place(one.cue[0])
        sentence = article.sentences[home]
        inside = _within(one.content, [(sentence.start, sentence.end)])
        content = {
            *_within(one.content, _own(article, quotations, one, home, with_cue)),
            *_joined(article, one, inside, cues),
            *_following(article, one.content, home, with_cue),
        }
        if content:
            found.append(replace(one, content=tuple(_disjoint(content))))
    return found


def with_clauses(
    article: Article, attributions: Sequence[Attribution], quotations: Sequence[Range]
) -> list[Attribution]:
    """Return the attributions of the network with those that the plainest forms of reported speech
    show (``reporting_clauses``).

    Of one that both have the network's cue and source count, and the content is what either found.
    One that only the rule has is left out if the network gives most of its content to another cue
    of that sentence. ``quotations`` are in order; in them nothing is looked for.
    """
    by_sentence: dict[int, list[Attribution]] = {}
    for one in attributions:
        if one.probability < SURE:
            continue
        home = article.place(one.cue[0])
        by_sentence.setdefault(home, []).append(_with_source_at_home(article, one, home))
    content = _disjoint(passage for one in attributions for passage in one.content)
    for place, sentence in enumerate(article.sentences):
        known = by_sentence.get(place, [])
        for clause in reporting_clauses(article.text, sentence.start, sentence.end):
            if _touched(quotations, [clause.cue]):
                continue
            if clause.probability < BY_RULE and not _supported(article, clause, content):
                continue
            known = _with_clause(article, known, clause)
        by_sentence[place] = known
    return [one for place in sorted(by_sentence) for one in by_sentence[place]]


def _with_source_at_home(article: Article, one: Attribution, home: int) -> Attribution:
    """Return an attribution whose source is in the sentence of its cue: one in another sentence is
    taken for a mistake, and the subject of a verb of saying or thinking for the source."""
    if one.source is not None and article.place(one.source[0]) == home:
        return one
    if verb_of(article.text[slice(*one.cue)]).lemma not in TAKE_CLAUSES:
        return replace(one, source=None)
    start = article.sentences[home].start
    return replace(one, source=subject_before(article.text, start, one.cue[0]))


def _supported(article: Article, clause: Attribution, content: Sequence[Range]) -> bool:
    """Whether the network takes at least half of a clause for content of whatever cue."""
    inside = _touched(content, clause.content)
    held = sum(article.letters.shared(*passage, inside) for passage in clause.content)
    return 2 * held >= sum(article.letters.within(*passage) for passage in clause.content)


def _with_clause(
    article: Article, known: Sequence[Attribution], clause: Attribution
) -> list[Attribution]:
    same = [one for one in known if _within([one.cue], [clause.cue])]
    if same:
        content = _disjoint([*same[0].content, *clause.content])
        source = same[0].source or clause.source
        taken = [same[0].cue, *([source] if source else [])]
        whole = replace(same[0], source=source, content=tuple(without(content, taken)))
        return [whole if one is same[0] else one for one in known]
    size = sum(article.letters.within(*passage) for passage in clause.content)
    given = [passage for one in known for passage in one.content]
    held = sum(article.letters.shared(*passage, given) for passage in clause.content)
    if clause.source is None or held >= WHOLE_SHARE * size:
        return [*known]
    return [*known, clause]


def _own(
    article: Article,
    quotations: Sequence[Range],
    one: Attribution,
    home: int,
    with_cue: AbstractSet[int],
) -> list[Range]:
    """Return the quotations in the content of an attribution, without those in sentences that have
    another cue and not this one's."""
    found = []
    for start, end in _touched(quotations, one.content):
        places = range(article.place(start), article.place(end - 1) + 1)
        if home in places or with_cue.isdisjoint(places):
            found.append((start, end))
    return found


def _joined(
    article: Article, one: Attribution, pieces: Sequence[Range], cues: Sequence[Range]
) -> list[Range]:
    """Return the pieces in the sentence of the cue, joined, without those of a few letters."""
    joined: list[Range] = []
    source = [one.source] if one.source else []
    for start, end in pieces:
        if joined:
            gap = (joined[-1][1], start)
            if not _within([gap], [*_touched(cues, [gap]), *source]):
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    return [piece for piece in joined if article.letters.within(*piece) >= FEWEST_LETTERS]


def _following(
    article: Article, content: Sequence[Range], home: int, with_cue: AbstractSet[int]
) -> Iterator[Range]:
    """Yield the sentences after the one of the cue that are content from end to end: those of its
    paragraph, and after a colon the items of a list."""
    first = article.sentences[home]
    announces = article.text[first.start : first.end].endswith(":")
    for place in range(home + 1, len(article.sentences)):
        sentence = article.sentences[place]
        is_item = announces and not article.text[sentence.start].isalpha()
        if sentence.paragraph != first.paragraph and not is_item:
            return
        whole = article.letters.within(sentence.start, sentence.end)
        held = article.letters.shared(sentence.start, sentence.end, content)
        if place in with_cue or held < max(1.0, WHOLE_SHARE * whole):
            return
        yield sentence.start, sentence.end


def _within(passages: Iterable[Range], ranges: Sequence[Range]) -> list[Range]:
    """Return what of passages stands in ranges."""
    return sorted(
        (max(start, begin), min(end, stop))
        for start, end in passages
        for begin, stop in ranges
        if max(start, begin) < min(end, stop)
    )


def _touched(ranges: Sequence[Range], passages: Iterable[Range]) -> list[Range]:
    """Return those of ``ranges``, which are in order and do not overlap, that touch a passage."""
    found = []
    for start, end in passages:
        place = bisect_right(ranges, start, key=lambda one: one[1])
        while place < len(ranges) and ranges[place][0] < end:
            found.append(ranges[place])
            place += 1
    return found


def _disjoint(ranges: Iterable[Range]) -> list[Range]:
    """Return overlapping ranges as one, in order."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
