"""Detect American spelling in an article, and convert our plainer wordings to it.

No published word list was found that is both maintained and free of words that differ in meaning
("program", "meter"); only a short one is needed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_ISE = (
    "agon|antagon|apolog|author|capital|character|civil|colon|commercial|critic|decentral|demon|"
    "destabil|dramat|econom|emphas|energ|equal|fertil|final|formal|general|global|harmon|hospital|"
    "ideal|idol|industrial|internal|jeopard|legal|liberal|local|marginal|maxim|memor|mesmer|"
    "militar|minim|mobil|modern|monopol|national|neutral|normal|optim|organ|ostrac|patron|penal|"
    "polar|politic|popular|prior|privat|radical|rational|real|recogn|reorgan|revolution|sanit|"
    "scrutin|secular|sensational|social|special|stabil|standard|steril|subsid|summar|symbol|"
    "sympath|terror|trivial|urban|util|vandal|victim|visual|weapon"
)
_ISE_ENDING = r"(?:e[sdr]?|ers|ing|ations?|ational)"
_OUR = "behavi|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|sav|savi|splend|vap"
_OUR_ENDING = r"(?:s|ed|ing|er|ers|able|ably|ite|ites|itism|ful|less|hood|hoods|al)?"
_DOUBLED = "cancel|channel|counsel|fuel|label|level|marshal|model|quarrel|signal|total|travel"
_DOUBLED_ENDING = r"(?:ed|ing|ers?|ors?)"

_BRITISH = re.compile(
    rf"(?:(?:{_ISE})is{_ISE_ENDING}|(?:anal|paral|catal)ys(?:e|ed|ing)|"
    rf"(?:{_OUR})our{_OUR_ENDING}|colour(?:s|ed|ful|ing)?|armour(?:ed)?|"
    rf"(?:{_DOUBLED})l{_DOUBLED_ENDING}|marvellous|jewellery|"
    r"cent(?:re|res|red)|theatres?|litres?|fibres?|calibre|sombre|spectres?|kilomet(?:re|res)|"
    r"defences?|offences?|licences?|pretence|programmes?|cheques?|grey|tonnes|"
    r"s(?:ceptic|ceptics|ceptical|cepticism)|manoeuvres?|fulfil|fulfils|skilful|enrol|ageing|"
    r"whilst|learnt|storeys?|kerb|tyres?|ploughed|plough|aluminium)"
)
_AMERICAN = re.compile(
    rf"(?:(?:{_ISE})iz{_ISE_ENDING}|(?:anal|paral|catal)yz(?:e|ed|ing)|"
    rf"(?:{_OUR})or{_OUR_ENDING}|color(?:s|ed|ful|ing)?|armor(?:ed)?|"
    rf"(?:{_DOUBLED}){_DOUBLED_ENDING}|marvelous|jewelry|"
    r"cent(?:er|ers|ered)|theaters?|liters?|fibers?|caliber|somber|specters?|kilomet(?:er|ers)|"
    r"defenses?|offenses?|pretense|percent|gray|"
    r"s(?:keptic|keptics|keptical|kepticism)|maneuvers?|fulfill|fulfills|skillful|enroll|aging|"
    r"plowed|plow|aluminum)"
)

#: Lower-case words only, because names keep their spelling: the Labour Party in an American
#: article, Pearl Harbor in a British one.
_WORD = re.compile(r"\bper cent\b|\b[a-z]{4,}\b")

_TO_AMERICAN = (
    (re.compile(r"(critic|organ)is(?!m)"), r"\1iz"),
    (re.compile(r"favour"), "favor"),
    (re.compile(r"cancell(ed|ing)"), r"cancel\1"),
)


def is_american(texts: Iterable[str]) -> bool:
    """Return whether an article has at least as many American spellings as British ones.

    ``texts`` are its parts. Each spelling counts once. Without any the answer is True, because most
    news in English is American, and because spellings such as "criticized" are also used in
    Britain, but British ones such as "favour" not in America.
    """
    words = {word for text in texts for word in _WORD.findall(text)}
    return sum(map(_side, words)) >= 0


@lru_cache(maxsize=50_000)
def _side(word: str) -> int:
    """Return 1 for an American spelling, −1 for a British one, 0 for any other word."""
    if _AMERICAN.fullmatch(word):
        return 1
    return -1 if word == "per cent" or _BRITISH.fullmatch(word) else 0


def to_american(wording: str) -> str:
    """Return a plainer wording, given in British spelling and lower case, in American spelling."""
    for british, american in _TO_AMERICAN:
        wording = british.sub(american, wording)
    return wording
