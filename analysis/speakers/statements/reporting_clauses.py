"""Reported speech in its plainest forms, by rule: “Hale said that …”, “…, Hale said”, “according to
Hale, …”.

The network knows many more forms, but it decides word by word, and may lose a word or a whole one
of these, which no reader would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.speakers.statements.statement import Range
from analysis.speakers.tagging.attributions import Attribution
from analysis.text.function_words import (
    ADVERBS,
    ALL,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    PREPOSITIONS,
    SUBJECTS,
    words,
)
from analysis.text.quotation.marks import DOUBLE, SINGLE

BY_RULE, BY_RULE_IF_SUPPORTED = 0.5, 0.3
"""The probability of what is found here, and of what counts only if the network takes most of it
for content; what the network is sure of comes first."""

_ANYWHERE = words("said says say added wrote argued insisted explained noted")
"""Verbs that need no *that*, and that stand after what they report."""

_WITH_THAT = _ANYWHERE | words(
    """told tells adds argues argue insists insist explains notes claimed claims claim warned warns
    warn acknowledged acknowledges admitted admits alleged alleges announced believes believed
    believe complained concluded confirmed contends contended declared maintains maintained
    predicted predicts stressed stresses suggested suggests testified thinks think thought stated
    states conceded concedes boasted recalled replied reiterated emphasized emphasised asserted
    asserts denied denies hopes hope feared fears indicated promised vowed"""
)
_IN_THE_MIDDLE = _ANYWHERE | words("believes insists argues ruled claims warned thinks")

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[^\w\s]")
_ACCORDING = re.compile(r"\baccording to\b", re.I)

_NOT_SUBJECTS = words("i we you it that this these those there which what")
_BEFORE_CLAUSE = words("and but or as if when that because while who which since than so whether")
_OF_CLAUSES = BE | HAVE | DO | MODALS | words("that he she it they")
_APPOSITION = re.compile(r"\s*(?:an?|the|who|which|whose|head|chief|director|president)\b", re.I)

_OBJECT = 12
"""Most words between a verb and *that*: “told a crowd of supporters in Dunmoor on Monday that”."""

_SUBJECT = 12
"""Most words of a subject before a verb that ends a sentence."""

_AFTER = 5
"""Most words after a verb that ends a sentence: “, Hale said in an interview on Monday”."""


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    word: str


def reporting_clauses(text: str, start: int, end: int) -> Iterator[Attribution]:
    """Yield the attributions that ``text[start:end]``, one sentence, has in one of these forms."""
    tokens = _tokens(text, start, end)
    yield from _according(text, start, end, tokens)
    for place, token in enumerate(tokens):
        if token.word not in _WITH_THAT | _IN_THE_MIDDLE:
            continue
        subject = _subject(tokens, place)
        found = _at_the_end(tokens, place) or _in_between(tokens, place)
        probability = BY_RULE
        if found is None:
            found = _with_that(tokens, place)
        if found is None:
            found = _without_that(tokens, place)
            if token.word not in _ANYWHERE or not _begins_clause(text, tokens[place + 1 :]):
                probability = BY_RULE_IF_SUPPORTED
        if found is not None:
            named, content = found
            yield Attribution((token.start, token.end), named or subject, content, probability)


def subject_before(text: str, start: int, end: int) -> Range | None:
    """Return the words in ``text[start:end]``, from the start of a sentence to a verb, that are the
    verb's subject, or None if they show none."""
    tokens = _tokens(text, start, end)
    return _subject(tokens, len(tokens))


_Found = tuple[Range | None, tuple[Range, ...]]
"""The subject, if the form shows where it is, and the content."""


def _with_that(tokens: Sequence[_Token], place: int) -> _Found | None:
    """Return the clause with *that* after a verb, to the end of the sentence."""
    for following in range(place + 1, min(place + 2 + _OBJECT, len(tokens) - 2)):
        word = tokens[following].word
        if word == "that":
            return None, ((tokens[following].start, _end(tokens)),)
        if not word[0].isalnum() or word in _WITH_THAT:
            break
    return None


def _without_that(tokens: Sequence[_Token], place: int) -> _Found | None:
    """Return what follows a verb to the end of the sentence."""
    if len(tokens) - place < 5:
        return None
    word = tokens[place + 1].word
    if not word[0].isalnum() or word in PREPOSITIONS:
        return None
    return None, ((tokens[place + 1].start, _end(tokens)),)


def _begins_clause(text: str, tokens: Sequence[_Token]) -> bool:
    """Whether the first of ``tokens`` is one that clauses begin with: a determiner, a pronoun, a
    name, a figure."""
    word = tokens[0].word.split("'")[0] if tokens else ""
    return bool(word) and (
        word in DETERMINERS | SUBJECTS | {"there"}
        or text[tokens[0].start].isupper()
        or word[0].isdigit()
    )


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    return [
        _Token(match.start(), match.end(), match.group().casefold().replace("’", "'"))
        for match in _TOKEN.finditer(text, start, end)
    ]


def _at_the_end(tokens: Sequence[_Token], place: int) -> _Found | None:
    """Return what stands before “, Hale said on Monday.” or “, said Hale.” at the end of a
    sentence."""
    if tokens[place].word not in _ANYWHERE:
        return None
    after = [token for token in tokens[place + 1 :] if token.word[0].isalnum()]
    comma = next((n for n in range(place - 1, -1, -1) if tokens[n].word == ","), None)
    if comma is None or comma < 3:
        return None
    before = tokens[comma + 1 : place]
    content = ((tokens[0].start, tokens[comma].start),)
    if any(token.word == "," for token in tokens[place + 1 :]):
        return None
    inverted = not before and not any(token.word in _OF_CLAUSES for token in after)
    if inverted and 0 < len(after) <= _SUBJECT:
        return (after[0].start, after[-1].end), content
    if (
        0 < len(before) <= _SUBJECT
        and len(after) <= _AFTER
        and before[0].word not in _BEFORE_CLAUSE | _NOT_SUBJECTS
        and all(token.word[0].isalnum() for token in before)
        and not (after and after[0].word in DETERMINERS | SUBJECTS | {"that"})
    ):
        return (before[0].start, before[-1].end), content
    return None


def _in_between(tokens: Sequence[_Token], place: int) -> _Found | None:
    """Return what stands around “, Hale said,” in the middle of a sentence."""
    if tokens[place].word not in _IN_THE_MIDDLE or place + 3 >= len(tokens):
        return None
    if tokens[place + 1].word != "," or tokens[place + 2].word in DOUBLE + SINGLE:
        return None
    comma = next((n for n in range(place - 1, max(-1, place - 6), -1) if tokens[n].word == ","), -1)
    before = tokens[comma + 1 : place]
    if comma < 1 or not before or before[0].word in _BEFORE_CLAUSE | _NOT_SUBJECTS:
        return None
    after = [token.word for token in tokens[place + 2 :] if token.word[0].isalnum()]
    if len(after) <= _AFTER and after[-1:] and after[-1] in _WITH_THAT | {"reported"}:
        return None  # “…, Hale said, the agency reported”
    content = (
        (tokens[0].start, tokens[comma].start),
        (tokens[place + 2].start, _end(tokens)),
    )
    return (before[0].start, before[-1].end), content


def _end(tokens: Sequence[_Token]) -> int:
    """Return the end of a sentence, without its full stop."""
    return tokens[-1].start if tokens[-1].word == "." else tokens[-1].end


def _subject(tokens: Sequence[_Token], place: int) -> Range | None:
    """Return the words before a verb that are its subject, or None: auxiliaries but *have*, *to*
    and *not* mean that it was not said, and the outlet's *I* is its own voice."""
    last = place - 1
    while last >= 0 and (tokens[last].word in HAVE | ADVERBS or tokens[last].word.endswith("ly")):
        if tokens[last].word in ("not", "never"):
            return None
        last -= 1
    if last >= 0 and tokens[last].word == ")":
        last = next((n for n in range(last, -1, -1) if tokens[n].word == "("), 0) - 1
    if last < 0 or not tokens[last].word[0].isalnum():
        return None
    word = tokens[last].word
    if word in _NOT_SUBJECTS or (word in ALL and word not in SUBJECTS) or word.endswith("n't"):
        return None
    if word in SUBJECTS and word != "who":
        return tokens[last].start, tokens[last].end
    if word == "who":
        last -= 1
    first = last
    while first > 0 and last - first < _SUBJECT and tokens[first - 1].word[0].isalnum():
        if tokens[first - 1].word in _BEFORE_CLAUSE:
            break
        first -= 1
    return (tokens[first].start, tokens[last].end) if last >= 0 else None


def _according(text: str, start: int, end: int, tokens: Sequence[_Token]) -> Iterator[Attribution]:
    """Yield the attributions by *according to*, before or after its content."""
    match = _ACCORDING.search(text, start, end)
    if match is None or not tokens:
        return
    last = _end(tokens)
    if any(map(str.isalnum, text[start : match.start()])):
        comma = text.find(",", match.end(), last)
        source = (match.end(), comma if comma >= 0 else last)
        content: Range = (start, match.start())
    else:
        comma = text.find(",", match.end(), last)
        if comma >= 0 and _APPOSITION.match(text, comma + 1, last):
            further = text.find(",", comma + 1, last)
            comma = further if further >= 0 else comma
        if comma < 0:
            return
        source, content = (match.end(), comma), (comma + 1, last)
    source, content = _trimmed(text, source), _trimmed(text, content)
    if source[0] < source[1] and content[0] < content[1]:
        yield Attribution(match.span(), source, (content,), BY_RULE)


def _trimmed(text: str, passage: Range) -> Range:
    """Return a passage without the spaces and commas around it."""
    start, end = passage
    while start < end and (text[start].isspace() or text[start] == ","):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return start, end
