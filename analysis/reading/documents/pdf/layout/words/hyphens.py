"""Join lines, and decide which hyphens at their ends belong to the words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.reading.documents.pdf.layout.words.compounds import (
    AFTER_CO,
    CLOSED,
    ENDINGS,
    FIRST_PARTS,
    NAME_PARTS,
    PAIRS,
    SECOND_PARTS,
    SOMETIMES_FIRST_PARTS,
)  # fmt: skip
from analysis.reading.documents.word_list import is_word
from analysis.text.function_words import ALL as FUNCTION_WORDS
from analysis.text.function_words import PARTICLES

_FIRST_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WRITTEN_SOFT = re.compile(r"(?<=\w)¬$")  # what text recognition writes for a hyphen at a line end
_DASH = re.compile(r"\w[—–]$")

SOFT = "\xad"
"""A hyphen that is shown only where it ends a line."""

_SUSPENDED = frozenset({"and", "or", "to", "nor"})
"""What follows a hyphen that stands for a later part (mid- and long-term)."""

STEM = 4
"""Letters of a second part by which the document's other words show its spelling: “co-operate”
tells about “co-operation”."""


def printed_words(lines: Sequence[str]) -> frozenset[str]:
    """Return all words that are not broken at a line end, in lower case."""
    return frozenset(
        word.lower() for line in lines for word in _WORD.findall(line.rstrip("-" + SOFT))
    )


def joined(lines: Sequence[str], words: frozenset[str]) -> str:
    """Return the lines of a paragraph as one; ``words`` are those of the document."""
    # Some programs write every hyphen as a soft one; then those at line ends say nothing.
    all_soft = any(SOFT in line.rstrip(SOFT) for line in lines)
    lines = [_WRITTEN_SOFT.sub(SOFT, line) for line in lines]
    parts = [lines[0]]
    for line in lines[1:]:
        last = parts[-1]
        first = _FIRST_WORD.match(line)
        if last.endswith(SOFT) and not all_soft and line[:1].islower():
            parts[-1] = last[:-1]
        elif last.endswith(("-", SOFT)) and first and last[-2:-1].isalnum():
            start = re.split(r"[^\w-]", last[:-1])[-1]
            if is_suspended(start, first[0], words):
                parts.append(" ")
            elif not keeps_hyphen(start, first[0], words):
                parts[-1] = last[:-1]
        elif not _DASH.search(last):
            parts.append(" ")
        parts.append(line)
    return "".join(parts).replace(SOFT, "-" if all_soft else "")


def is_suspended(start: str, end: str, words: frozenset[str]) -> bool:
    """Return whether a hyphen stands for a part that comes later (“mid-” + “and long-term”)."""
    if end.lower() not in _SUSPENDED:
        return False
    part = start.rsplit("-", 1)[-1].lower()
    together = part + end.lower()
    known = part.isdigit() or is_word(part) or part in FIRST_PARTS | SOMETIMES_FIRST_PARTS
    return known and together not in words and not is_word(together)


def keeps_hyphen(start: str, end: str, words: frozenset[str]) -> bool:
    """Return whether the hyphen in a word broken at a line end is part of its spelling.

    ``start`` and ``end`` are the parts, ``words`` the document's other words in lower case. The
    spelling elsewhere in the document decides. Otherwise the hyphen stays between figures and
    before a capital (Anglo-American), after first parts that always have one (self-, cross-), and
    between two words that together are none (price-sensitive).
    """
    whole = (start + end).lower()
    if whole in words:
        return False
    hyphenated = f"{start}-{end}".lower()
    if hyphenated in words or start[-1].isdigit() or end[0].isdigit():
        return True
    first, second = start.rsplit("-", 1)[-1].lower(), re.split("['’-]", end.lower())[0]
    if end[0].isupper() and not (len(start) > 1 and start.isupper()):
        return first not in NAME_PARTS
    stem = f"{first}-{second[:STEM]}"
    if len(second) > STEM and any(word.startswith(stem) for word in words):
        return True
    if len(first) == 1 or (start.isupper() and end.islower()):  # e-mail, NATO-led
        return True
    if "-" in start and first in FUNCTION_WORDS and is_word(second):  # mother-in-law
        return True
    return _is_compound(first, second, "-" in end)


def _is_compound(first: str, second: str, more: bool) -> bool:
    """Whether two parts in lower case, as far as the next hyphen, make a compound with one.

    ``more`` says that another part follows (in-law).
    """
    together = first + second
    if together in CLOSED:
        return False
    if second == "led":  # Dutch-led, but labelled: labeled is listed
        return not is_word(together) and not is_word(first + "ed")
    if f"{first}-{second}" in PAIRS or (second in SECOND_PARTS and len(first) > 1):
        return True
    if first == "co" and is_word(together):
        return second in AFTER_CO
    second_is_word = is_word(second) and second not in ENDINGS
    if second_is_word and (
        first in FIRST_PARTS
        or (first in ("re", "pre") and second[0] == "e")
        or (more and is_word(first))
    ):
        return True
    if second in ("up", "by") and len(first) > 2 and is_word(first):
        return True  # programs leave more than two letters of a plain word for the next line
    if is_word(together) or _is_inflected(together, second) or not second_is_word:
        return False
    if first in SOMETIMES_FIRST_PARTS:
        return True
    particle = second in PARTICLES or second in ("in", "on", "by")
    return (len(second) > 2 or particle) and len(first) > 1 and is_word(first)


def _is_inflected(together: str, second: str) -> bool:
    """Whether a word that the list has in one form only is a plural or a past tense of it."""
    return not is_word(second) and any(
        together.endswith(ending) and is_word(together[: -len(ending)]) for ending in ("s", "d")
    )
