"""Titles and offices before a name, and what they say of the person’s gender."""

from __future__ import annotations

import re

from analysis.text.function_words import words

MALE = "m"
FEMALE = "f"

MALE_TITLES = words(
    """mr mister sir lord king prince duke emperor sheikh sultan emir congressman chairman
    spokesman councilman alderman assemblyman businessman salesman policeman fireman anchorman
    statesman clergyman father brother pope monsieur herr señor senor sheik ayatollah monsignor
    actor waiter husband son uncle grandfather nephew boy man gentleman fr"""
)
FEMALE_TITLES = words(
    """mrs ms miss madam madame mme dame lady queen princess duchess empress congresswoman
    chairwoman spokeswoman councilwoman alderwoman assemblywoman businesswoman saleswoman
    policewoman stateswoman sister mother frau señora senora actress waitress wife daughter aunt
    grandmother niece girl woman"""
)
NEUTRAL_TITLES = words(
    """dr doctor prof professor president vice-president premier chancellor minister senator sen
    sens representative rep reps governor gov lieutenant lt general gen colonel col major maj
    captain capt sergeant sgt corporal private admiral commander cmdr brigadier marshal officer
    detective inspector constable superintendent sheriff chief justice judge magistrate attorney
    secretary ambassador envoy mayor councillor councilor councilmember deputy director chairperson
    chair spokesperson leader speaker whip mp mep mpp msp md ceo cfo editor reporter correspondent
    bishop archbishop cardinal rabbi imam reverend rev pastor vicar canon dean provost principal
    coach captain manager count baron baroness viscount advocate advisor adviser
    lawyer author economist analyst historian scientist activist candidate commissioner comptroller
    treasurer lawmaker congressmember assemblymember delegate founder co-founder owner hon
    honourable honorable st"""
)
TITLES = MALE_TITLES | FEMALE_TITLES | NEUTRAL_TITLES
"""Words before a name that are not part of it, in lower case and without a full stop."""

BEFORE_TITLES = words(
    "us u.s uk british american french german russian former ex then acting interim deputy "
    "assistant vice prime foreign home first senior junior state house federal district executive "
    "the late retired new republican democratic labour conservative democrat party"
)
"""Words that stand before a title: “former Prime Minister”, “US Senator”."""

KEPT_TITLES = words("king queen prince princess pope emperor empress saint st duke duchess")
"""Titles without which a first name would say little: “Queen Anna” is the name."""

SUFFIXES = words("jr sr ii iii iv phd md qc kc mp esq obe mbe cbe")
"""What may stand after a name and is not a surname."""

_WORD_BEFORE = re.compile(
    r"([^\W\d_]+(?:[-'’][^\W\d_]+)*)\.?(?:['’]s)?[^\S\n]*(?:\n(?!\s*\n)[^\S\n]*)?$"
)
_HONORIFIC = re.compile(
    r"(?<!\w)(?:Mrs?\.?|Ms\.?|Dr\.|Gov\.|Sens?\.|Reps?\.|Gen\.|Col\.|Lt\.|Sgt\.|Prof\.|Rev\.)\s+"
)
_MOST_WORDS = 6
"""Words before a name among which its titles are looked for."""
_REACH = 100
"""Characters of these words."""


def is_title(word: str) -> bool:
    """Whether a word is a title, in any case, with or without its full stop."""
    return word.casefold().rstrip(".") in TITLES


def gender_of_titles(titles: list[str]) -> str:
    """Return the gender that titles in lower case say, ``m`` or ``f``, else an empty string."""
    male = any(title in MALE_TITLES for title in titles)
    female = any(title in FEMALE_TITLES for title in titles)
    return "" if male == female else MALE if male else FEMALE


def titles_before(text: str, start: int) -> list[str]:
    """Return the words in front of ``start`` that introduce a name, in lower case and in order:
    ``former``, ``prime``, ``minister``; also the words before them that say of what (``pti
    leader``). Without a title directly before the name there are none."""
    found: list[str] = []
    at = start
    while len(found) < _MOST_WORDS:
        match = _WORD_BEFORE.search(text, max(0, at - _REACH), at)
        if match is None:
            break
        word = match.group(1).casefold()
        if not found and not is_title(word):
            break
        if word in ("the", "a", "an", "and", "of", "as", "by", "to", "with", "that", "but"):
            break
        found.insert(0, word)
        at = match.start()
    return found


def after_honorific(text: str, start: int, end: int) -> int:
    """Return where the name begins behind “Mr.”, “Gov.” and the like within ``text[start:end]``,
    else ``start``: whatever stands before these is not part of it."""
    found = list(_HONORIFIC.finditer(text, start, end))
    return found[-1].end() if found and found[-1].end() < end else start


def kept_title_before(text: str, start: int) -> int:
    """Return where a title that is part of the name begins, if one stands with a capital directly
    before ``start``, else ``start``."""
    match = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    if match and match[1][0].isupper() and match[1].casefold() in KEPT_TITLES:
        return match.start()
    return start
