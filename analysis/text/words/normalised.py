"""A sentence as its words are meant, with the way back to the characters as they were given.

Pasted text holds characters that split words for a program but not for a reader: soft hyphens and
zero-width spaces, hyphens at copied line ends, ligatures, full-width letters, letters apart from
their accents. The network and all word lists read the normalised text; what they find is given as
offsets into the text as it was.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from analysis.text.function_words import words as word_set
from analysis.text.one_line import one_line
from analysis.text.words.dictionary import dictionary_words

_GAP = r"[^\S\r\n]*+(?:\r\n|[\r\n\v\f\x85\u2028\u2029])[^\S\r\n]*+"
# A soft hyphen at a line end always goes with its line break; "¬" is how some PDF readers copy one.
_LINE_END = re.compile(
    r"(?<![^\W\d_])(?P<before>[^\W\d_]++(?:['’][^\W\d_]++)?)(?P<hyphen>[-\u2010\u00ad¬])"
    rf"(?P<gap>{_GAP})(?=(?P<after>[^\W\d_]++))"
)
_SOFT_LINE_END = re.compile(rf"\u00ad(?={_GAP})")
# Ligatures, full-width forms, mathematical letters (bold and italics of social networks), and
# spaces of another width than usual.
_COMPATIBLE = re.compile(
    "[\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff\u00a0\u2000-\u200a\u202f\u205f\u3000]"
)
# Anything but letters, marks and spaces that are surely plain; most sentences need no closer look.
_UNUSUAL = re.compile(
    "[^\x00-\x9f\u00a1-\u00ab\u00ae-\u02ff\u2012-\u2027\u2030-\u205e\u20a0-\u20cf]"
)
_SUSPENDED = frozenset({"and", "or", "to", "but", "as", "nor"})
# First halves of words that keep their hyphen, although the dictionary, which knows no hyphens, has
# many of them in one word ("socalled"); not before these endings ("selfless").
_KEEP_HYPHEN = word_set(
    "so self long short far ill well ex hard high low left right half full mid cross anti pro old "
    "new first second third two three four five six seven eight nine ten hot cold cool thin thick "
    "tough witch"
)
_SUFFIXES = frozenset({"less", "ness", "ful", "ly", "ing", "er", "est", "ish", "en", "ward", "ty"})
_ENDINGS = ("'s", "s", "es", "ed", "d", "ing", "ly", "ness", "er", "ers", "al", "ally", "able")
_BEGINNINGS = ("un", "re", "dis", "mis", "over", "under", "out", "non", "anti", "inter")


@dataclass(frozen=True)
class Normalised:
    """A normalised text, and where in the given one each of its characters comes from.

    ``text[i]`` stands for ``given[starts[i]:ends[i]]``. ``starts`` and ``ends`` are empty where
    nothing was changed, which is so for nearly all sentences. ``length`` is that of the given text.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    length: int

    def given(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the given text of ``text[start:end]``, which is not empty.

        Marks between the characters are inside, marks around them outside.
        """
        if not self.starts or start >= end:
            return start, end
        return self.starts[start], self.ends[end - 1]

    def given_end(self, end: int) -> int:
        """Return the offset in the given text after the first ``end`` characters: its length, if
        these are all."""
        if end >= len(self.text):
            return self.length
        return self.ends[end - 1] if self.starts and end else end


def normalised(text: str, words: AbstractSet[str] = frozenset()) -> Normalised:
    """Return ``text`` without the characters that split its words.

    ``words`` are the words of the whole article in lower case (``words_of``), which tell whether
    a word with a hyphen at its line end is written with a hyphen elsewhere. White space stays as
    it is, but spaces of another width become plain ones.
    """
    if _UNUSUAL.search(text) is None and _LINE_END.search(text) is None:
        return Normalised(text, (), (), len(text))
    pieces = list(_without_invisible(text))
    plain = "".join(piece for piece, _, _ in pieces)
    cuts = _cuts(plain, words)
    starts_kept = [0, *(end for _, end in cuts)]
    ends_kept = [*(start for start, _ in cuts), len(pieces)]
    pieces = [
        piece
        for start, end in zip(starts_kept, ends_kept, strict=True)
        for piece in pieces[start:end]
    ]
    plain = "".join(piece for piece, _, _ in pieces)
    if plain == text:
        return Normalised(text, (), (), len(text))
    _, starts, ends = zip(*pieces, strict=True) if pieces else ((), (), ())
    return Normalised(plain, starts, ends, len(text))


def as_read(word: str) -> str:
    """Return a passage of a text as people read it, to be shown by itself: on one line, and
    normalised."""
    return one_line(normalised(word).text)


def words_of(text: str) -> frozenset[str]:
    """Return the words of an article in lower case, with those that have hyphens as one word.

    Empty if no line ends in a hyphen: then nobody asks.
    """
    if _LINE_END.search(text) is None:
        return frozenset()
    plain = _plain(text.replace("\u00ad", "").replace("\u2010", "-"))
    return frozenset(re.findall(r"[^\W\d_]++(?:[-'][^\W\d_]++)*", plain))


def _without_invisible(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the characters to be read, each with the offsets it comes from.

    Soft hyphens before a line end are still among them.
    """
    kept = {match.start() for match in _SOFT_LINE_END.finditer(text)}
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        if unicodedata.category(text[start]) != "Cf" or start in kept:
            for character in _compatible(text[start:end]):
                yield character, start, end
        start = end


def _compatible(cluster: str) -> str:
    """Return a character with its combining marks as one, and its usual form if it is a ligature
    or a full-width letter."""
    if len(cluster) > 1:
        cluster = unicodedata.normalize("NFC", cluster)
    if _COMPATIBLE.match(cluster):
        return unicodedata.normalize("NFKC", cluster)
    return cluster


def _cuts(text: str, words: AbstractSet[str]) -> list[tuple[int, int]]:
    """Return the passages to be left out at hyphens at line ends: the line break, and the hyphen
    too where the word has none."""
    cuts = []
    for match in _LINE_END.finditer(text):
        before, after = _plain(match["before"]), _plain(match["after"])
        whole = match["hyphen"] in "\u00ad¬"
        if not whole and after in _SUSPENDED:
            continue  # "pre- and post-war"
        whole = whole or _is_one_word(before, after, match["after"], words)
        cuts.append((match.start("hyphen") if whole else match.start("gap"), match.end("gap")))
    return cuts


def _plain(word: str) -> str:
    return word.replace("’", "'").casefold()


def _is_one_word(before: str, after: str, written: str, words: AbstractSet[str]) -> bool:
    """Whether the halves of a word that was cut at a line end are one word without a hyphen.

    The article's own spelling decides, then the dictionary; of two halves that are both words the
    hyphen is the author's ("price-sensitive"), and a capital never follows a cut.
    """
    joined, hyphened = before + after, f"{before}-{after}"
    if hyphened in words:
        return False
    if written[0].isupper() and not written.isupper():
        return False
    if joined in words:
        return True
    if before in _KEEP_HYPHEN and after not in _SUFFIXES and _is_word(after):
        return False
    if _is_word(joined):
        return True
    return not (_is_word(before) and _is_word(after))


def _is_word(word: str) -> bool:
    """Whether a word is in the dictionary, or what it is without a common ending or beginning."""
    known = dictionary_words()
    if word in known:
        return True
    stems = {word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)}
    stems |= {word.removeprefix(start) for start in _BEGINNINGS if word.startswith(start)}
    stems |= {f"{stem}e" for stem in tuple(stems)}
    return any(len(stem) > 3 and stem in known for stem in stems)
