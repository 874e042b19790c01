"""The words of a name, made comparable: without case, accents, full stops, possessive endings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_POSSESSIVE = re.compile(r"['’ʼ][sS]$|(?<=[sSzZxX])['’ʼ]$")
_SPLIT = re.compile(r"[^\W_]+(?:[.'’ʼ‐‑-][^\W_]+)*")
_NO_DECOMPOSITION = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "th"})

_WITHIN = "-'’"
_LONGEST_ABBREVIATION = 4
"""Letters of the longest title that ends with a full stop (“Capt.”)."""

Range = tuple[int, int]
"""``(start, end)``: offsets into the article's text, end exclusive."""


def possessive_start(text: str, start: int, end: int) -> int:
    """Return where ``text[start:end]`` ends without its possessive ending: before “’s”, and before
    “’” after an s."""
    match = _POSSESSIVE.search(text[start:end])
    return start + match.start() if match else end


def trimmed(text: str, start: int, end: int) -> Range:
    """Return the range of ``text[start:end]`` without marks and white space around it and without a
    possessive ending; a full stop stays where letters between full stops come before (“U.S.”)."""
    while start < end and not (text[start].isalnum()):
        start += 1
    while start < end:
        last = text[end - 1]
        dotted = last == "." and "." in text[start : end - 1].split()[-1]
        if last.isalnum() or dotted or unicodedata.combining(last):
            break
        end -= 1
    return start, possessive_start(text, start, end)


def word_before(text: str, at: int) -> Range | None:
    """Return the range of the word in front of an offset, with only white space, a possessive
    ending or an abbreviation's full stop between; None at the beginning of a paragraph and after
    another mark."""
    end = at
    while end > 0 and text[end - 1].isspace():
        end -= 1
    if "\n" in text[end:at] and text[end:at].count("\n") > 1:
        return None
    dotted = text[end - 1 : end] == "."
    end -= dotted
    end = possessive_start(text, max(0, end - 2), end)
    start = end
    while start > 0 and (text[start - 1].isalpha() or (text[start - 1] in _WITHIN and start < end)):
        start -= 1
    while start < end and not text[start].isalpha():
        start += 1
    if start == end or (dotted and end - start > _LONGEST_ABBREVIATION):
        return None
    return start, end


@lru_cache(maxsize=4096)
def comparable(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, without accents and full stops: ``J. D. Müller``
    gives ``j``, ``d``, ``muller``. Initials written together are cut in two (``J.D.``), but
    ``U.S.`` with nothing beside it is one word."""
    found: list[str] = []
    pieces = name.split()
    for piece in pieces:
        for match in _SPLIT.finditer(piece):
            word = _plain(match.group())
            dotted = word.split(".")
            if len(pieces) > 1 and len(dotted) > 1 and all(len(d) == 1 for d in dotted):
                found += dotted
            else:
                found.append(word.replace(".", ""))
    return tuple(found)


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub("[‐‑-]", "-", re.sub("[’ʼ]", "'", bare)).translate(_NO_DECOMPOSITION)


def shown(text: str, start: int, end: int) -> str:
    """Return ``text[start:end]`` on one line."""
    return " ".join(text[start:end].split())
