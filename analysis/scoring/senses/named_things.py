"""Loaded words that are the name of a thing: "the racehorse Shameless", "Cutthroat Lane".

A term that a short sentence explains is one too ("The madman theory is a term of politics"). Names
are found only where the sentence says what kind of thing bears the name, before it or as its last
word, or where a title is in quotation marks or emphasised. Nicknames of people and parties stay:
they are often meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models import Span

_CAPITALISED = r"[A-Z][\w'\u2019-]*"
_RUN = rf"{_CAPITALISED}(?:\s+(?:(?:of|the|and|in|for)\s+)?{_CAPITALISED}){{0,4}}"
_KINDS = (
    "album|band|bar|boat|book|brand|cafe|café|cocktail|comedy|comic|exhibition|ferry|film|frigate|"
    "game|group|horse|hotel|magazine|movie|musical|newspaper|novel|opera|painting|play|podcast|poem|"
    "pub|racehorse|restaurant|ride|rollercoaster|series|ship|show|single|sitcom|song|submarine|"
    "tanker|thriller|trawler|tug|vessel|warship|website|yacht|street|lane|village|captains"
)
_PLACES = (
    "Alley|Arms|Avenue|Beach|Brewery|Club|Cove|Creek|Cup|Falls|Festival|Gallery|Hill|Hotel|House|Inn|"
    "Island|Lake|Lane|Library|Museum|Park|Point|Prize|Pub|Records|Ridge|River|Road|Rock|Room|Rovers|"
    "School|Square|Stakes|Street|Studios?|Tavern|Theatre|Theater|Town|Tower|Valley|Way|Wood|Rangers|"
    "Tigers|Lions|Bears|Wanderers"
)
_PATTERNS = (
    re.compile(
        rf"\b(?:{_KINDS})\s+(?:is\s+|was\s+)?(?:called\s+|named\s+|entitled\s+)?(?:the\s+)?({_RUN})"
    ),
    re.compile(rf"\b({_CAPITALISED}(?:\s+{_CAPITALISED}){{0,3}}\s+(?:{_PLACES}))\b"),
    re.compile(
        rf"[\"\u201c\u2018]({_CAPITALISED}(?:\s+[\w'\u2019-]+){{0,6}}?\s+{_CAPITALISED})[\"\u201d\u2019]"
    ),
    re.compile(rf"(?<![*\w])\*+({_CAPITALISED}(?:\s+[\w'\u2019-]+){{0,6}}?)\*+(?![*\w])"),
    re.compile(rf"\b({_CAPITALISED}),\s+an?\s+(?:\w+\s+)?(?:{_KINDS})\b"),
)
#: "A … is a term of economics": the subject is mentioned, not used of anybody.
_EXPLAINED = re.compile(
    r"^(?:An?|The)\s+((?:[\w'\u2019-]+\s+){1,4}?)(?:is|are|was|were)\s+(?:an?|the|one|taught|studied|"
    r"named|found|used|listed|described|explained|discussed|covered)\b[^.!?]{0,60}\b(?:terms?|theory|"
    r"concepts?|figures? of speech|expressions?|plants?|flowers?|shrubs?|birds?|fish|insects?|"
    r"moths?|"
    r"fungus|disorders?|conditions?|syndromes?|games?|dances?|dish|dishes|cocktails?|badges?|"
    r"fallacy|paradox|hypothesis|algorithms?|statistics|economics|linguistics|logic|botany|zoology|"
    r"psychology|sociology|mathematics|computing|courses|textbooks?|dictionary|ballads?|operas?)\b"
)
MAX_CHARACTERS = 300
"""Longest sentence that is looked at."""


def named_things_in(sentence: str) -> list[Span]:
    """Return the spans of ``sentence`` that are names of things, in no order."""
    if len(sentence) > MAX_CHARACTERS or _is_headline(sentence):
        return []
    explained = _EXPLAINED.match(sentence)
    names = [found.span(1) for pattern in _PATTERNS for found in pattern.finditer(sentence)]
    return [explained.span(1), *names] if explained else names


def _is_headline(sentence: str) -> bool:
    """Whether nearly all longer words are capitalised, so that capitals tell no names."""
    longer: list[str] = re.findall(r"[^\W\d_]{4,}", sentence)
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) > 0.7 * len(longer)
