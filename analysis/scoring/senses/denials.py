"""Accusations that a sentence denies: "Nobody called the minister a liar".

Only the frame is looked for: a negated verb of calling, thinking or finding, and what it says of
somebody; or "is not", "neither … nor", "there was no", "denied being". No denial are a second
negation ("Nobody doubts that he is a liar") and a negation that makes the accusation stronger
("Nobody could be as stupid", "not just reckless"), nor one of a word in quotation marks, which
mocks it. What a sentence presupposes is not denied: "nobody believes the lying minister".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models import Span

MAX_CHARACTERS = 200
"""Longest sentence that is looked at; in longer ones a denial seldom covers what is loaded."""

_NOBODY = (
    r"(?:nobody|no[ -]one|(?:hardly|scarcely) any(?:one|body)?|few(?: people)?|neither|none|"
    r"not one|not a single|(?<!with )no \w+)"
)
_NOT = r"(?:not|never|\w+n['\u2019]t|cannot|hardly|scarcely)"
#: Verbs with the accusation behind the accused: "called him a liar".
_NAMING = (
    r"(?:call(?:ed|s|ing)?|brand(?:ed|s)?|label(?:led|ed|s)?|describ(?:e|ed|es|ing)|dubb(?:ed|s)|"
    r"accus(?:e|ed|es|ing)|regard(?:ed|s)?|consider(?:ed|s)?|deem(?:ed|s)?)"
)
#: Verbs with a statement: "said that he was a liar".
_STATING = (
    r"(?:thought|thinks?|believ(?:e|ed|es)|said|says?|suggest(?:ed|s)?|claimed|alleg(?:e|ed|es)|"
    r"found|finds?|saw|sees?|told|argu(?:e|ed|es)|heard|hears?|wrote|judg(?:e|ed|es)|"
    r"rul(?:e|ed|es)|complain(?:ed|s)?)"
)


def _negated(verbs: str) -> str:
    """Return a pattern for ``verbs`` of nobody, or with a negation before them."""
    nobody = rf"\b{_NOBODY}(?:\s+[\w\u2019'-]+){{0,6}}?\s+{verbs}\b"
    return rf"(?:{nobody}|\b{_NOT}\s+(?:\w+\s+)?{verbs}\b)"


_NOT_NAMED = re.compile(_negated(_NAMING), re.IGNORECASE)
_NOT_STATED = re.compile(
    rf"{_negated(_STATING)}|\bden(?:y|ied|ies|ying)\s+(?:that|having|he|she|they|it)\b"
    r"|\b(?:reject|dismiss)(?:s|es|ed)?\s+(?:\w+\s+){0,2}?(?:claims?|suggestions?|allegations?)"
    r"\s+that\b",
    re.IGNORECASE,
)
_DENIED_BEING = re.compile(r"\bden(?:y|ied|ies|ying)\s+being\b", re.IGNORECASE)
_COPULA = re.compile(r"\b(?:is|was|are|were|be|been|being)\b", re.IGNORECASE)
_LAST_WORD = re.compile(r"[\w-]+\W*$")
#: Only the words right behind are denied: "is not a crook", "is neither reckless nor foolish".
_IS_NOT = re.compile(
    r"\b(?:(?:is|are|was|were)\s+(?:not|never|neither|no)|(?:is|are|was|were)n['\u2019]t)"
    r"(\s+(?:an?\s+)?[\w-]+(?:\s+(?:n?or\s+)?[\w-]+){0,2}?)"
    r"(?=\s*[.,;]|\s*$|\s+(?:and|in|on|for|by|to)\b)",
    re.IGNORECASE,
)
#: "There was no panic and no chaos", "nobody was humiliated", "without lies or smears,".
_NONE = re.compile(
    rf"(?:\bthere\s+(?:is|are|was|were|(?:has|have|had)\s+been)\s+no|"
    rf"\b{_NOBODY}\s+(?:was|were|has been|have been))"
    r"(\s+[\w-]+(?:,?\s+(?:(?:and|or|nor)\s+)?(?:no\s+)?[\w-]+){0,2}?)"
    r"(?=\s*[.,;]|\s*$|\s+(?:at|in|on|by|during|after|before)\b)",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"\bwithout(?:\s+any)?(\s+[\w-]+(?:\s+(?:and|or)\s+[\w-]+)?)(?=\s*[.,;]|\s*$)", re.IGNORECASE
)
#: What makes a negation no denial: a comparison, a second negation, "not only … but".
_NO_DENIAL = re.compile(
    r"[\"\u201c\u201d\u2018]|\b(?:as\s+\w+\s+as|so|such|enough|more|less|doubt\w*|den(?:y|ied|ies)|"
    r"dispute[ds]?|only|just|merely|simply|even|wonder|surpris\w+|too|until|unless|whether|if|"
    r"challeng\w+|limit|end)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)
_END_OF_CLAUSE = re.compile(
    r"[.!?]\s|[;:\u2014\u2013]|,\s|\b(?:but|because|although|though|while|when|since|who|which)\b",
    re.IGNORECASE,
)
_BUT = re.compile(r"[,;\u2014\u2013\s]*(?:but|it is|it was|it['\u2019]s|they are)\b", re.IGNORECASE)


def denied_part(sentence: str) -> Span | None:
    """Return the span of ``sentence`` in which accusations are denied, or None.

    It begins behind the negated verb, or behind the "is" of what is stated, and ends where another
    clause begins. A sentence that goes on with "but" or "it is" (not this but worse) denies
    nothing.
    """
    span = _denied(sentence) if len(sentence) <= MAX_CHARACTERS else None
    if span is None:
        return None
    start, end = span
    following = _END_OF_CLAUSE.search(sentence, end)
    contrast = _BUT.match(sentence, following.start() if following else len(sentence))
    if contrast or _NO_DENIAL.search(sentence, start, end) or _IF.search(sentence, 0, end):
        return None
    return start, end


def _denied(sentence: str) -> Span | None:
    """Return what stands in the place of something denied, whether it is an accusation or not."""
    if named := _NOT_NAMED.search(sentence) or _DENIED_BEING.search(sentence):
        return named.end(), _end_of_clause(sentence, named.end())
    if stated := _NOT_STATED.search(sentence):
        end = _end_of_clause(sentence, stated.end())
        copula = _COPULA.search(sentence, stated.end(), end)
        if copula:
            return copula.end(), end
        # "None of them thought the speech disgraceful."
        last = _LAST_WORD.search(sentence[stated.end() : end])
        return (stated.end() + last.start(), end) if last else None
    short = _NONE.search(sentence) or _IS_NOT.search(sentence) or _WITHOUT.search(sentence)
    return short.span(1) if short else None


def _end_of_clause(sentence: str, start: int) -> int:
    stop = _END_OF_CLAUSE.search(sentence, start)
    return stop.start() if stop else len(sentence)
