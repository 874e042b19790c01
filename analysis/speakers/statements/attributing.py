"""Whether what a network takes for an attribution is one: somebody says or thinks something.

PolNeAR, on which networks learn attributions, counts everything by which a text shows an attitude:
what somebody examines, wants to do, or knows. For whose words a sentence is, that is too wide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from analysis.speakers.statements.statement import Range
from analysis.speakers.tagging.attributions import Attribution
from analysis.speakers.verbs import verb_of
from analysis.text.function_words import (
    BE,
    CONTRACTED_MODALS,
    DO,
    HAVE,
    MODALS,
    SUBJECTS,
    words,
)

SCARE_QUOTE_WORDS = 5
"""Most words in marks that say nothing by themselves if nobody is named who said them."""

TAKE_CLAUSES = words(
    """say tell add write argue note insist explain claim warn report acknowledge admit allege
    announce believe complain conclude confirm contend declare maintain predict stress suggest
    testify think state concede recall reply reiterate emphasize assert deny hope fear indicate
    promise vow find show estimate expect feel agree accuse blame urge call demand ask"""
)
"""Verbs whose content is what somebody says or thinks, whatever its form."""

_FACTIVE = words(
    """know ascertain comprehend discover grasp learn notice realize recognize understand see
    remember forget find-out be-aware be-well-aware"""
)
"""Verbs that treat their content as true: a sentence with one is the outlet's own claim. Phrases
have hyphens."""

_NOBODY = words("history evidence experience logic nothing everything something nobody facts signs")
"""Sources that cannot speak."""

_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s(?:\w+\s){0,2}(?:believed|said|thought|expected|known|seen"
    r"|considered|reported|alleged|rumou?red|feared|understood|deemed|regarded)\b",
    re.I,
)
_BE = re.compile(r"(?:is|was|has been|had been|['’]s)\b", re.I)
_NOT_YET = re.compile(r"(?:to|in|by|of|without)\s", re.I)
"""How a cue begins that nobody has said yet, or that only belongs to another verb (*to blame*)."""

_MODAL = re.compile(r"\b(?:would|will|could|may|might|should|must)\b|['’](?:d|ll)\b", re.I)

_INFINITIVE = re.compile(r"(?:not\s+)?to\s", re.I)
_ASK_FOR_DEEDS = words(
    "ask urge tell call demand beg plead claim warn advise want wish request appeal invite "
    "threaten profess say add write reply"
)
"""Verbs whose infinitive is what was said; with others (*voted to*, *agreed to*) it is a deed."""

_AS_WHOM = ("according", "in ", "as ", "for ", "to ")
"""How the phrases begin that name a source and are no verbs: *according to*, *in the words of*."""

_ONESELF = (["i"], ["we"], ["you"], ["us"])
"""Sources that outside of quotation marks are the outlet or its readers."""

_CONDITION = re.compile(r"\b(?:if|unless|whether)\s+(?:the\s+)?$", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OF_CLAUSES = BE | HAVE | DO | MODALS | CONTRACTED_MODALS | SUBJECTS | words("that to whether if")


def attributes(text: str, one: Attribution, quotations: Sequence[Range]) -> bool:
    """Whether somebody says or thinks the content, as far as words tell.

    ``quotations`` are those in the content. The cue must be in the table of verbs. There must be a
    source, as what nobody in particular is said to think (*is expected*) is the outlet's own
    judgement. Content without marks must be a clause unless the verb always says something, as
    what somebody examines or slams is a thing, not words; conditions and infinitives tell of
    nothing that was said, and *voted to close* tells of a deed. For a quotation of more than a few
    words a source or such a verb is enough.
    """
    cue = text[slice(*one.cue)]
    verb = verb_of(cue)
    known = verb.implies != ""
    if one.source is not None and _by_nobody(text, one.source, cue):
        return False
    if any(len(text[start:end].split()) > SCARE_QUOTE_WORDS for start, end in quotations):
        return one.source is not None or known
    if one.source is None or not known:
        return False
    if quotations:
        return True
    if verb.lemma.startswith(_AS_WHOM):
        return True
    if _PASSIVE.search(cue) or verb.lemma.replace(" ", "-") in _FACTIVE or _NOT_YET.match(cue):
        return False
    if verb.act == "thought" and _MODAL.search(cue):
        return False
    source = _WORD.findall(text[slice(*one.source)].casefold())
    before = text[max(0, one.source[0] - 12) : one.source[0]]
    if _CONDITION.search(before) or not _NOBODY.isdisjoint(source) or source in _ONESELF:
        return False
    deed = _INFINITIVE.match(text, *one.content[0]) and verb.lemma not in _ASK_FOR_DEEDS
    if verb.act == "said" and deed:
        return False
    return verb.lemma in TAKE_CLAUSES or is_clause(text, one.content)


def _by_nobody(text: str, source: Range, cue: str) -> bool:
    """Whether *it* is the source of a passive (“it was stated that”): what follows may say who."""
    return text[slice(*source)].casefold() == "it" and _BE.match(cue) is not None


def is_clause(text: str, content: Iterable[Range]) -> bool:
    """Whether content has a word that only clauses have: an auxiliary, a subject pronoun, *to*
    before a verb, or *that*."""
    found = (match.group().casefold() for part in content for match in _WORD.finditer(text, *part))
    return any(word in _OF_CLAUSES or word.endswith("n't") for word in found)
