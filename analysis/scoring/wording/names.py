"""Words that are part of a name, and so keep their wording: "the Savage Club", "Crazy Horse"."""

from __future__ import annotations

import re

from analysis.text.function_words import ALL

_WORD = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*")
#: A word behind one of these may be capitalised because of its position.
_OPENING = frozenset(".!?:;\u2026([\u2014\u2013-\u2022|/")
#: Share of capitalised content words from which a sentence is taken for a headline.
_HEADLINE_SHARE = 0.85
_QUOTED = re.compile(
    r"\u201c[^\u201c\u201d]{1,80}\u201d|\"[^\"]{1,80}\"|\u2018[^\u2018\u2019]{1,80}\u2019"
)
_QUOTES = "\"'\u2018\u2019\u201c\u201d*_`\u00ab\u00bb"
#: Titles before a name: "Embattled Mayor Dunn" is no name of three words.
_TITLES = re.compile(
    r"(?:mayor|president|premier|governor|senator|chancellor|minister|secretary|chief|mr|mrs|ms|dr|"
    r"sir|lord|lady|king|queen|prince|princess|pope|bishop|general|judge|justice|professor|"
    r"republicans?|democrats?|tory|tories|labour|liberals?|conservatives?|"
    r"\w+(?:ish|an|ese|ean|ians|ans))\b",
    re.IGNORECASE,
)


def is_name(start: int, end: int, text: str) -> bool:
    """Return whether ``text[start:end]`` is, or is part of, a name.

    A name is capitalised within its sentence, or begins a sentence, a quotation or emphasis and is
    followed by a capital: the title “Brutal Truth”. In a sentence whose words are mostly
    capitalised, as in headlines, capitals tell nothing, and the answer is False.
    """
    if not text[start : start + 1].isupper():
        return False
    if _is_in_title(start, text):
        return True
    if _is_headline(start, text):
        return False
    before = text[:start].rstrip()
    marks = before[len(before.rstrip(_QUOTES)) :]
    before = before.rstrip(_QUOTES).rstrip()
    if before and before[-1] not in _OPENING and not marks:
        return True
    if marks[-1:] in {"*", "_"} and text[end : end + 1] == marks[-1]:
        return True  # an emphasised title of one word
    following = _WORD.search(text, end)
    if following is None or text[end : following.start()].strip():
        return False
    word: str = following.group()
    return word[0].isupper() and _TITLES.fullmatch(word) is None


def _is_in_title(start: int, text: str) -> bool:
    """Whether ``start`` is within quotation marks around two or more capitalised words."""
    for quoted in _QUOTED.finditer(text):
        if quoted.start() < start < quoted.end():
            words = [w.group() for w in _WORD.finditer(quoted.group()) if len(w.group()) > 3]
            capitalised = all(word[0].isupper() and not word.isupper() for word in words)
            return len(words) > 1 and capitalised
    return False


def _is_headline(start: int, text: str) -> bool:
    """Whether most content words of ``text`` are capitalised, apart from those beside ``start``.

    The capitalised words around ``start`` may be a name; the others tell what the text is like.
    """
    found = list(_WORD.finditer(text))
    at = next((n for n, word in enumerate(found) if word.end() > start), len(found))
    first = last = at
    while first > 0 and found[first - 1].group()[0].isupper():
        first -= 1
    while last < len(found) and found[last].group()[0].isupper():
        last += 1
    others = [word.group() for word in found[:first] + found[last:]]
    others = [word for word in others if word.casefold() not in ALL]
    capitalised = sum(word[0].isupper() for word in others)
    return not others or capitalised >= _HEADLINE_SHARE * len(others)
