"""Join lines, and decide which hyphens at their ends belong to the words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.reading.documents.word_list import is_word

_CUT = re.compile(r"([\w-]*)\w-$")
_FIRST_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DASH = re.compile(r"\w[—–]$")

SOFT = "\xad"
"""A hyphen that is shown only where it ends a line."""

_SUSPENDED = frozenset({"and", "or", "to", "nor"})
"""What follows a hyphen that stands for a later part (mid- and long-term)."""

STEM = 4
"""Letters of a second part by which the document's other words show its spelling: “co-operate”
tells about “co-operation”."""

# First parts of compounds that are spelled with a hyphen, also where the word list knows the
# compound without one (longterm).
_KEEPS_HYPHEN = frozenset(
    "anti cross half hard high long low mid multi non quasi self semi short vice well wide "  # noqa: SIM905
    "two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty "
    "ninety ultra".split()
)

# First parts that begin undivided words as well: off-duty but offend, all-party but allowed.
_MAY_KEEP_HYPHEN = frozenset(
    "all co ex far full ill off old over post pre pro re second so third under".split()  # noqa: SIM905
)

# Ends of words that are listed as words or names of their own.
_ENDINGS = frozenset(
    "able age al an ance ant ar ate ated ation ations ed en ence ent er ers es est ful hood ial "  # noqa: SIM905
    "ian ible ic ical ies ily ing ings ion ions ish ism ist ists ity ive ize ized less ling ly man "
    "ment ments ness or ous ship sion sions some son ster ted ter ters tic tics tion tional tions "
    "tive ton tor tors ture tures ty ure ward wards ways wise".split()
)


def printed_words(lines: Sequence[str]) -> frozenset[str]:
    """Return all words that are not broken at a line end, in lower case."""
    return frozenset(
        word.lower() for line in lines for word in _WORD.findall(line.rstrip("-" + SOFT))
    )


def joined(lines: Sequence[str], words: frozenset[str]) -> str:
    """Return the lines of a paragraph as one; ``words`` are those of the document."""
    # Some programs write every hyphen as a soft one; then those at line ends say nothing.
    all_soft = any(SOFT in line.rstrip(SOFT) for line in lines)
    parts = [lines[0]]
    for line in lines[1:]:
        last = parts[-1]
        first = _FIRST_WORD.match(line)
        if last.endswith(SOFT) and not all_soft and line[:1].islower():
            parts[-1] = last[:-1]
        elif last.endswith(("-", SOFT)) and first and _CUT.search(last[:-1] + "-"):
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
    known = part.isdigit() or is_word(part) or part in _KEEPS_HYPHEN | _MAY_KEEP_HYPHEN
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
    if end[0].isupper() and not (len(start) > 1 and start.isupper()):
        return True
    first, second = start.rsplit("-", 1)[-1].lower(), re.split("['’-]", end.lower())[0]
    stem = f"{first}-{second[:STEM]}"
    if len(second) > STEM and any(word.startswith(stem) for word in words):
        return True
    together = is_word(first + second) or (
        # Words that the list has in one form only: a plural, a past tense.
        any(second.endswith(end) and is_word((first + second)[: -len(end)]) for end in ("s", "d"))
        and not is_word(second)
    )
    if first in _KEEPS_HYPHEN and is_word(second) and second not in _ENDINGS:
        return True
    if together:
        return False
    if second in _ENDINGS or not is_word(second):
        return False
    return first in _MAY_KEEP_HYPHEN or (len(second) > 2 and len(first) > 1 and is_word(first))
