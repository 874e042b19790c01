"""A phrase as a pattern that finds it whatever its capitals.

A place of a phrase is any ``text[start:end]`` with the same ``casefold()`` as the phrase, taken
from left to right without overlap. Folding changes lengths (``ß`` is folded to ``ss``, ``İ`` to two
characters), so that texts are never folded: the pattern lists what each letter may be written as,
and offsets are those of the text. The same pattern is understood by Python's ``regex`` and by RE2,
which DuckDB searches with, in time linear in the text; nothing in a phrase is a wildcard.
"""

from __future__ import annotations

import string
from collections import defaultdict
from functools import cache

from analysis.columns import whole_characters
from analysis.corpus.archive.errors import BadPhrase

SHORTEST, LONGEST = 2, 200
"""Characters of a phrase. One letter is in every article; no article repeats 200 characters but in
copies of it."""

_LONGEST_RUN = 9
# Of a word are letters with their accents, digits and the underscore.
_WORD = r"[\p{L}\p{M}\p{N}_]"
_NO_WORD = r"[^\p{L}\p{M}\p{N}_]"


def folded(phrase: str) -> str:
    """Return a phrase as it is searched for; raises BadPhrase."""
    phrase = whole_characters(phrase)  # as the text of articles is kept
    if not phrase.strip():
        raise BadPhrase("is empty", "give a word or a few words")
    if len(phrase) < SHORTEST:
        raise BadPhrase("has one character only", "give a word or a few words")
    if len(phrase) > LONGEST:
        found = f"has {len(phrase):,} characters, more than the {LONGEST} that are searched for"
        raise BadPhrase(found, "give a few words of it")
    return phrase.casefold()


def pattern(folded_phrase: str) -> str:
    """Return what matches exactly the strings with this ``casefold()``."""
    return "".join(_run(run) for run in _runs(folded_phrase))


def usual(folded_phrase: str) -> tuple[str, list[str]]:
    """Return the same pattern for texts that have none of the characters returned with it: small
    letters and their capitals only, which RE2 finds several times faster than a long s (``ſ``)."""
    written = {letter: _usual(letter) for letter in folded_phrase}
    others = {one for letter in written for one in _single().get(letter, "")}
    others -= {one for letters in written.values() for one in letters}
    for length in (2, 3):
        for at in range(len(folded_phrase)):
            others |= {*_several().get(folded_phrase[at : at + length], "")}
    return "".join(_class(written[letter]) for letter in folded_phrase), sorted(others)


def bounded(folded_phrase: str) -> str:
    """Return the pattern, for ``regex`` only, of places that neither begin nor end inside a
    word."""
    before, after = _edges(folded_phrase)
    return f"(?<!{_WORD})" * before + pattern(folded_phrase) + f"(?!{_WORD})" * after


def counted_bounded(folded_phrase: str, here: str) -> tuple[str, str]:
    """Return two patterns for RE2, which cannot look around: of such a place together with the
    characters beside it, and of two places so near that both may need the same one.

    ``here`` is the phrase's ``pattern``, or its ``usual`` one.
    """
    before, after = _edges(folded_phrase)
    first, last = f"(?:^|{_NO_WORD})" * before, f"(?:$|{_NO_WORD})" * after
    return first + here + last, f"{here}{_NO_WORD}?{here}"


def _edges(phrase: str) -> tuple[bool, bool]:
    """Return whether a phrase begins, and ends, with a character of a word."""
    import regex

    first, last = (regex.match(_WORD, letter) is not None for letter in (phrase[0], phrase[-1]))
    return first, last


def _runs(phrase: str) -> list[str]:
    """Split a phrase where no single character is folded to what stands on both sides."""
    runs, joined_to = [""], 0
    several = _several()
    for at, letter in enumerate(phrase):
        # A phrase of one letter repeated would have endless ways to be written.
        if at >= joined_to or len(runs[-1]) == _LONGEST_RUN:
            runs.append("")
        runs[-1] += letter
        for length in (2, 3):
            if phrase[at : at + length] in several:
                joined_to = max(joined_to, at + length)
    return [run for run in runs if run]


def _run(run: str) -> str:
    """Return the pattern of a run: all ways to write it."""
    if len(run) == 1:
        return _class(_single().get(run, run))
    ways = _ways(run)
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _ways(run: str) -> list[str]:
    if not run:
        return [""]
    found = [_class(_single().get(run[0], run[0])) + way for way in _ways(run[1:])]
    for length in (2, 3):
        if len(run) >= length and (letters := _several().get(run[:length])):
            found += [_class(letters) + way for way in _ways(run[length:])]
    return found


def _class(letters: str) -> str:
    escaped = "".join(_escape(letter) for letter in letters)
    return escaped if len(letters) == 1 else f"[{escaped}]"


def _escape(letter: str) -> str:
    return f"\\{letter}" if letter in string.punctuation else letter


def _usual(letter: str) -> str:
    """Return a small letter and its capital, if that is one character which folds to it."""
    capital = letter.upper()
    return letter + capital if capital in _single().get(letter, "") else letter


def _single() -> dict[str, str]:
    return _folds()[0]


def _several() -> dict[str, str]:
    return _folds()[1]


@cache
def _folds() -> tuple[dict[str, str], dict[str, str]]:
    """Return which characters are folded to one character, and to several.

    Both are as Python's Unicode tables have it. No character above U+1FFFF has a capital.
    """
    single: dict[str, str] = defaultdict(str)
    several: dict[str, str] = defaultdict(str)
    for number in range(0x20000):
        letter = chr(number)
        fold = letter.casefold()
        if fold != letter:
            if len(fold) == 1:
                single[fold] = (single[fold] or fold) + letter
            else:
                several[fold] += letter
    return dict(single), dict(several)
