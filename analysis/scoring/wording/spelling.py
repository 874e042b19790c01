"""Whether an article is in American spelling, and our own words in that spelling.

Of the tables of such spellings none is both kept up and free of words that mean different things
("program", "meter"); what is needed here is short.
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

#: Words in lower case only: an American article writes of the Labour Party, a British one of
#: Pearl Harbor.
_WORD = re.compile(r"\bper cent\b|\b[a-z]{4,}\b")

_TO_AMERICAN = (
    (re.compile(r"(critic|organ)is(?!m)"), r"\1iz"),
    (re.compile(r"favour"), "favor"),
    (re.compile(r"cancell(ed|ing)"), r"cancel\1"),
)


def is_american(texts: Iterable[str]) -> bool:
    """Return whether an article, given in any pieces, has no fewer American spellings than British.

    Each spelling counts once, however often it stands there. Without any the answer is True: most
    news in English is American, and "criticized" is a spelling that Britain has too, while
    "favour" is none that America has.
    """
    words = {word for text in texts for word in _WORD.findall(text)}
    return sum(map(_side, words)) >= 0


@lru_cache(maxsize=50_000)
def _side(word: str) -> int:
    """Return 1 for an American spelling, −1 for a British one, 0 for one of both."""
    if _AMERICAN.fullmatch(word):
        return 1
    return -1 if word == "per cent" or _BRITISH.fullmatch(word) else 0


def in_american(wording: str) -> str:
    """Return one of our own plainer wordings, in British spelling and lower case, in American."""
    for british, american in _TO_AMERICAN:
        wording = british.sub(american, wording)
    return wording
