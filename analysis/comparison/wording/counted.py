"""What each number of a sentence counts, how sure it is, and which words stand near it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from analysis.comparison.wording.nouns.people import PEOPLE, plurals
from analysis.comparison.wording.quantities import AGE, COUNT, MONEY, PERCENT, Quantity, quantities
from analysis.comparison.wording.words import LONGEST, Word, key_of, words_of
from analysis.text.function_words import ALL, DETERMINERS, PREPOSITIONS
from analysis.text.function_words import words as word_set

NEAR = 6
"""Content words before and behind a number that tell what it is about."""

_MOST_WORDS = 4
"""Words behind a number among which the noun counted is looked for."""
_LIKE_NOUNS = PEOPLE | word_set("men women children staff police troops cattle sheep fish dead")
_NO_PLURALS = re.compile(r".*(?:ss|us|is|ous|'s|’s)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LAST_WORD = re.compile(r"([^\W\d_]+)\W*$")
_OF = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+|those\s+|these\s+)?")
_SPACE = re.compile(r"[\s\u00a0]+")
_HYPHEN = re.compile(r"[-\u2010\u2011]")
_SMALL_WORDS = (DETERMINERS | PREPOSITIONS) & ALL
_BY = re.compile(r"\b(?:by|extra|additional|another)\s(?:\w+\s)?$", re.IGNORECASE)
_MORE = re.compile(
    r"(?:\s\w+)?\s(?:other|others|more|less|fewer|higher|lower|extra|above|below|cheaper|dearer|better|worse|off|"
    r"rises?|increases?|hikes?|raises?|cuts?|falls?|drops?)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:about|around|some|roughly|approximately|nearly|almost|estimated|close\sto|or\sso)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"(?:more\sthan|over|at\sleast|upwards?\sof|above|no\sfewer\sthan|not?\sless\sthan|exceed\w*|"
    r"topped|topping|past)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"(?:(?<!no\s)(?:fewer|less)\sthan|up\sto|as\s(?:many|much)\sas|under|below|at\smost|"
    r"(?:no|not)\smore\sthan|just\sshort\sof)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Counted:
    """A number with what it counts.

    ``noun`` is the key of the noun counted, empty if none was found, and ``persons`` whether that
    is one for persons; ``thing`` the words from the number to that noun, as written; ``low`` and
    ``high`` bound the values that the words allow (“about 70”, “more than 60”, the rounding of
    1,400); ``near`` the keys of the content words around it; ``change`` says that it is by how much
    something rose or fell, not how much there is.
    """

    quantity: Quantity
    noun: str
    persons: bool
    thing: str
    low: float
    high: float
    near: frozenset[str]
    change: bool


@lru_cache(maxsize=1024)
def counted(sentence: str) -> tuple[Counted, ...]:
    """Return the numbers of a sentence that can be compared, with what each counts."""
    words = words_of(sentence)
    if len(words) > LONGEST:
        return ()
    found = []
    for quantity in quantities(sentence):
        if quantity.kind not in (COUNT, PERCENT, MONEY, AGE):
            continue
        noun, thing = _noun(sentence, quantity)
        persons = thing.casefold().rpartition(" ")[2] in plurals()
        low, high = _bounds(sentence, quantity)
        near = _near(words, quantity) - {noun}
        change = _is_change(sentence, quantity)
        found.append(Counted(quantity, noun, persons, thing, low, high, near, change))
    return tuple(found)


def _noun(sentence: str, quantity: Quantity) -> tuple[str, str]:
    """Return the key of the noun that a number counts, and the words up to it; empty if unsure.

    It is the first plural among the words that follow (“900 flooded homes”, “two of its members”),
    or the noun behind a hyphen (“a five-day strike”). For an age it is the name before it.
    """
    if quantity.kind == AGE:
        before = _LAST_WORD.search(sentence[max(0, quantity.start - 40) : quantity.start])
        # “Marit Dahl, 54”, but “a 54-year-old man” may be anybody.
        return (key_of(before[1]), "") if before and before[1][0].isupper() else ("", "")
    position = quantity.end
    if hyphen := _HYPHEN.match(sentence, position):
        word = _WORD.match(sentence, hyphen.end())
        return (key_of(word[0]), word[0]) if word else ("", "")
    of = _OF.match(sentence, position)
    position = of.end() if of else position
    first: int | None = None
    for _ in range(_MOST_WORDS):
        space = _SPACE.match(sentence, position) if first is not None or not of else None
        start = space.end() if space else position
        word = _WORD.match(sentence, start)
        if word is None or (space is None and not (of and first is None)):
            break
        plain = word[0].casefold()
        if plain in _SMALL_WORDS - {"more", "other", "such", "own"}:
            break
        first = word.start() if first is None else first
        plural = plain.endswith("s") and not _NO_PLURALS.fullmatch(plain)
        if plural or plain in _LIKE_NOUNS or plain in plurals():
            return key_of(plain), sentence[first : word.end()]
        position = word.end()
    return "", ""


def _is_change(sentence: str, quantity: Quantity) -> bool:
    before = sentence[max(0, quantity.start - 20) : quantity.start]
    behind = sentence[quantity.end : quantity.end + 40]
    return _BY.search(before) is not None or _MORE.match(behind) is not None


def _near(words: tuple[Word, ...], quantity: Quantity) -> frozenset[str]:
    content = [word for word in words if word.content and not word.key[0].isdecimal()]
    before = [word.key for word in content if word.end <= quantity.start][-NEAR:]
    behind = [word.key for word in content if word.start >= quantity.end][:NEAR]
    return frozenset(before + behind)


def _bounds(sentence: str, quantity: Quantity) -> tuple[float, float]:
    """Return the lowest and the highest value that a number's words allow.

    A number with “about” can be meant for any that rounds to it, and for one 5 % off; one without
    for any that rounds to it, at most 5 % off, or 10 % with “million” and the like.
    """
    value, before = quantity.value, sentence[max(0, quantity.start - 30) : quantity.start]
    scaled = quantity.step >= 1000 and value < 100 * quantity.step
    rounding = min(quantity.step / 2, abs(value) * (0.1 if scaled else 0.05))
    whole_count = quantity.kind in (COUNT, AGE) and quantity.step == 1
    low = value if whole_count else value - rounding
    high = value if whole_count else value + rounding
    if _ABOUT.search(before):
        digits = len(str(int(abs(value)))) if value >= 1 else 1
        off = max(abs(value) * 0.05, min(10 ** (digits - 1) / 2, abs(value) * 0.15))
        return min(low, value - off), max(high, value + off)
    if _AT_LEAST.search(before):
        return low, 2 * value
    if _AT_MOST.search(before):
        return 0.0, high
    return low, high
