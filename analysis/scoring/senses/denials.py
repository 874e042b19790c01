"""Accusations that a sentence denies: "Nobody called the minister a liar".

Only the frame is looked for: a negated verb of calling, thinking or finding, and what follows it;
or "is not", "neither … nor", "denied being". No denial are a second negation ("Nobody doubts that
he is a liar") and a negation that makes the accusation stronger ("Nobody could be as stupid", "not
just reckless"), nor one of a word in quotation marks, which mocks it.
"""

from __future__ import annotations

import re

from models import Span

MAX_CHARACTERS = 200
"""Longest sentence that is looked at; in longer ones a denial seldom covers what is loaded."""

_NOBODY = (
    r"(?:nobody|no[ -]one|(?:hardly|scarcely) any(?:one|body)?|few(?: people)?|neither|none|"
    r"not one|no \w+)"
)
_CALLING = (
    r"(?:call(?:ed|s|ing)?|brand(?:ed|s)?|label(?:led|ed|s)?|describ(?:e|ed|es|ing)|dubb(?:ed|s)|"
    r"accus(?:e|ed|es|ing)|thought|thinks?|believ(?:e|ed|es)|said|says?|suggest(?:ed|s)?|"
    r"claimed|alleg(?:e|ed|es)|found|finds?|consider(?:ed|s)?|regard(?:ed|s)?|"
    r"saw|sees?|felt|feels?|told|argu(?:e|ed|es)|heard|hears?|wrote|deem(?:ed|s)?|"
    r"judg(?:e|ed|es)|complain(?:ed|s)?)"
)
_NOT = r"(?:not|never|\w+n['\u2019]t|cannot|hardly|scarcely)"
_DENIAL = re.compile(
    rf"\b{_NOBODY}(?:\s+[\w\u2019'-]+){{0,6}}?\s+{_CALLING}\b"
    rf"|\b{_NOT}\s+(?:\w+\s+)?{_CALLING}\b"
    r"|\bden(?:y|ied|ies|ying)\s+(?:being|that|having|he|she|they|it)\b"
    r"|\b(?:reject|dismiss)(?:s|es|ed)?\s+(?:\w+\s+){0,2}?(?:claims?|suggestions?|allegations?)"
    r"\s+that\b",
    re.IGNORECASE,
)
#: "is not a crook", "is neither reckless nor foolish": only the words right behind are denied.
_IS_NOT = re.compile(
    r"\b(?:(?:is|are|was|were)\s+(?:not|never|neither)|(?:is|are|was|were)n['\u2019]t)"
    r"(\s+(?:an?\s+)?[\w-]+(?:\s+(?:n?or\s+)?[\w-]+){0,2}?)(?=\s*[.,;]|\s+(?:and|in|on|for|by|to)\b)",
    re.IGNORECASE,
)
#: What makes a negation no denial: a comparison, a second negation, "not only … but".
_NO_DENIAL = re.compile(
    r"[\"\u201c\u201d\u2018]|\b(?:as\s+\w+\s+as|so|such|enough|more|less|doubt\w*|den(?:y|ied|ies)|"
    r"dispute[ds]?|only|just|merely|simply|even|wonder|surpris\w+|too|without|until|unless|whether|"
    r"if|challeng\w+)\b",
    re.IGNORECASE,
)
_END_OF_CLAUSE = re.compile(
    r"[.!?]\s|[;:\u2014\u2013]|,\s|\b(?:but|because|although|though|while|when|since|who|which)\b",
    re.IGNORECASE,
)
_BUT = re.compile(r"[,;\u2014\u2013\s]*(?:but|it is|it was|it['\u2019]s|they are)\b", re.IGNORECASE)


def denied_part(sentence: str) -> Span | None:
    """Return the span of ``sentence`` in which accusations are denied, or None.

    It begins behind the negated verb and ends where another clause begins. A sentence that goes on
    with "but" or "it is" (not this but worse) denies nothing.
    """
    if len(sentence) > MAX_CHARACTERS:
        return None
    if denial := _DENIAL.search(sentence):
        start = denial.end()
        stop = _END_OF_CLAUSE.search(sentence, start)
        end = stop.start() if stop else len(sentence)
    elif is_not := _IS_NOT.search(sentence):
        start, end = is_not.span(1)
    else:
        return None
    following = _END_OF_CLAUSE.search(sentence, end)
    contrast = _BUT.match(sentence, following.start() if following else len(sentence))
    if contrast or _NO_DENIAL.search(sentence, start, end):
        return None
    return start, end
