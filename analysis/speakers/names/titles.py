"""Titles and offices before a name, and what they say of the person’s gender."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.speakers.names.words import word_before
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

HONORIFICS = words(
    "mr mrs ms miss dr president senator sen governor gov rep congressman congresswoman mayor "
    "justice judge chancellor premier minister sir lady lord"
)
"""Titles after which one word is a surname."""

OFFICES = words(
    "secretary minister senator mayor governor president chancellor premier congressman "
    "congresswoman representative ambassador commissioner leader spokesman spokeswoman "
    "spokesperson chairman chairwoman director attorney candidate professor lawyer mp "
    "adviser advisor manager editor analyst correspondent captain commander lawmaker nominee"
)
"""Titles that are nobody's surname, so that all before them is their beginning: “Transport
Secretary”."""

KEPT_TITLES = words(
    "king queen prince princess pope emperor empress saint st duke duchess "
    "barrister maulana mullah ayatollah"
)
"""Titles without which a first name would say little: “Queen Anna” is the name."""

SUFFIXES = words("jr sr ii iii iv phd md qc kc mp esq obe mbe cbe")
"""What may stand after a name and is not a surname."""

_HONORIFIC = re.compile(
    r"(?<!\w)(?:Mrs?\.?|Ms\.?|Dr\.|Gov\.|Sens?\.|Reps?\.|Gen\.|Col\.|Lt\.|Sgt\.|Prof\.|Rev\.)\s+"
)
_BEFORE_NAME = re.compile(r"(?<!\w)(\w+)\s+(?=[^\W\d_])")
_MOST_WORDS = 6
"""Words before a name among which its titles are looked for."""
_OF_WHAT = 3


def is_title(word: str) -> bool:
    """Whether a word is a title, in any case, with or without its full stop."""
    return word.casefold().rstrip(".") in TITLES


def gender_of_titles(titles: list[str]) -> str:
    """Return the gender that titles in lower case say, ``m`` or ``f``, else an empty string."""
    male = any(title in MALE_TITLES for title in titles)
    female = any(title in FEMALE_TITLES for title in titles)
    return "" if male == female else MALE if male else FEMALE


def titles_before(text: str, start: int) -> list[str]:
    """Return the titles in front of ``start``, in lower case and in order, with the words that
    belong to them: ``former``, ``prime``, ``minister``. Without a title directly before ``start``
    there are none."""
    found: list[str] = []
    for word in _words_before(text, start):
        bare = word.casefold()
        if not is_title(bare) and not (found and bare in BEFORE_TITLES):
            break
        found.insert(0, bare)
    return found


def office_before(text: str, start: int) -> list[str]:
    """Return the same with up to ``_OF_WHAT`` capitalised words more, which say of what the office
    is: ``bay``, ``party``, ``leader``."""
    found = titles_before(text, start)
    others: list[str] = []
    for word in list(_words_before(text, start))[len(found) :][:_OF_WHAT]:
        if not found or not word[0].isupper() or is_title(word):
            break
        others.insert(0, word.casefold())
    return [*others, *found]


def _words_before(text: str, start: int) -> Iterator[str]:
    """Yield the words in front of ``start``, the nearest first, up to a mark or an article."""
    at = start
    for _ in range(_MOST_WORDS):
        found = word_before(text, at)
        word = text[slice(*found)] if found else ""
        if found is None or word.casefold() in ("the", "a", "an"):
            return
        yield word
        at = found[0]


def after_honorific(text: str, start: int, end: int) -> int:
    """Return where the name begins behind “Mr.”, “Gov.” and the like within ``text[start:end]``,
    else ``start``: whatever stands before these is not part of it."""
    found = list(_HONORIFIC.finditer(text, start, end))
    return found[-1].end() if found and found[-1].end() < end else start


def after_office(text: str, start: int, end: int) -> int:
    """Return where the name begins behind an office within ``text[start:end]``, else ``start``."""
    found = [
        match.end()
        for match in _BEFORE_NAME.finditer(text, start, end)
        if match[1].casefold() in OFFICES
    ]
    return found[-1] if found else start


def kept_title_before(text: str, start: int) -> int:
    """Return where a title that is part of a name of one word begins, if one stands with a capital
    directly before ``start``, else ``start``."""
    found = word_before(text, start)
    if found is None:
        return start
    word = text[slice(*found)]
    return found[0] if word[0].isupper() and word.casefold() in KEPT_TITLES else start
