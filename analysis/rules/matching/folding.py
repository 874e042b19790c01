"""A text as words and phrases are compared in it, with the way back to the text as given.

What a reader takes for the same is the same here: ``analysis.text.words.normalised`` takes out
soft hyphens and zero-width characters and composes accents; this module makes quotation marks,
apostrophes and hyphens of all styles alike, any white space inside a paragraph one space, and,
where case is ignored, upper and lower case.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from analysis.text.quotation.marks import DOUBLE, SINGLE
from analysis.text.words.normalised import Normalised, normalised, words_of

PARAGRAPH_END = "\n"
"""What stands in a folded text for white space with an empty line; no term holds it, so that no
match goes from one paragraph into the next."""

_HYPHENS = "-\u2010\u2011\u2012\u2013\u2212\ufe63"
"""Hyphens, and what is typed in their place inside a compound: en dash, figure dash, minus."""
_APOSTROPHES = SINGLE + "\u02bc\u2032"
_QUOTATION_MARKS = DOUBLE + "\u2033"

_SAME = {
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_QUOTATION_MARKS, '"'),
}
_HALVES = "\ud800-\udfff"
"""Half characters, which the automaton cannot read; a term has none, so that none is matched."""
_CHANGED = re.escape("".join(mark for mark, instead in _SAME.items() if mark != instead))
_DIFFERENT = re.compile(rf"[{_CHANGED}{_HALVES}]|[^\S ]\s*+| \s++")
_DOTTED = ("İ", "i\u0307")
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True)
class Folded:
    """A folded text.

    ``text`` is compared. The other fields say where it differs in length from the normalised text:
    ``text[starts[i]:ends[i]]`` stands for ``normal.text[from_[i]:to[i]]``.
    """

    text: str
    normal: Normalised
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    from_: tuple[int, ...] = ()
    to: tuple[int, ...] = ()

    def given(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the given text of ``text[start:end]``, which is not empty."""
        if self.starts:
            start, end = self._start(start), self._end(end)
        return self.normal.given(start, end)

    def _start(self, at: int) -> int:
        change = bisect_right(self.starts, at) - 1
        if change < 0:
            return at
        if at < self.ends[change]:
            return self.from_[change]
        return at - self.ends[change] + self.to[change]

    def _end(self, at: int) -> int:
        change = bisect_left(self.starts, at) - 1
        if change < 0:
            return at
        return self.to[change] + max(0, at - self.ends[change])


def normal_text(text: str) -> Normalised:
    """Return the text without the characters that split its words; what ``folded`` takes."""
    return normalised(text, words_of(text))


def folded(normal: Normalised, exact: bool = False) -> Folded:
    """Return a text as terms are compared in it; with ``exact``, case counts."""
    text = normal.text
    changes = [(m.start(), m.end(), _alike(m[0])) for m in _DIFFERENT.finditer(text)]
    if not exact:
        changes += _growing(text)
        changes.sort()
    pieces: list[str] = []
    borders: list[tuple[int, int, int, int]] = []
    at = size = 0
    for start, end, instead in changes:
        pieces += (text[at:start], instead)
        size += start - at
        if end - start != len(instead):
            borders.append((size, size + len(instead), start, end))
        size += len(instead)
        at = end
    whole = "".join(pieces) + text[at:] if changes else text
    if not exact:
        whole = whole.casefold()
    starts, ends, from_, to = zip(*borders, strict=True) if borders else ((), (), (), ())
    return Folded(whole, normal, starts, ends, from_, to)


def folded_term(term: str, exact: bool = False) -> str:
    """Return a word or a phrase as it stands in a folded text; empty if nothing of it is seen."""
    return " ".join(folded(normalised(term), exact).text.split())


def _alike(found: str) -> str:
    """Return what stands for a mark, or for white space."""
    if len(found) == 1 and not found.isspace():
        return _SAME.get(found, "\ufffd")
    breaks = _LINE_END.findall(found)
    return PARAGRAPH_END if len(breaks) > 1 or "\u2029" in breaks else " "


def _growing(text: str) -> list[tuple[int, int, str]]:
    """Return the characters that become several when case is ignored (``ß``), with these.

    The dot of a capital ``İ``, and of the small letter that programs make of it, is left out, so
    that Turkish names are found in either spelling.
    """
    if text.isascii() or (not _dotted(text) and len(text.casefold()) == len(text)):
        return []
    grown = {c: c.casefold() for c in set(text) if len(c.casefold()) > 1} | dict.fromkeys(
        _DOTTED, "i"
    )
    wanted = "|".join(map(re.escape, grown))
    return [(m.start(), m.end(), grown[m[0]]) for m in re.finditer(wanted, text)]


def _dotted(text: str) -> bool:
    return any(letter in text for letter in _DOTTED)
