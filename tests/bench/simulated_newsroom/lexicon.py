"""What the simulated editors know of words, which the fit does not see.

``--data`` names the folder with ``lexicons.csv.gz`` (columns ``term, lexicon, pos, category,
prior_polarity``; the subjectivity clues of Wilson, Wiebe and Hoffmann 2005). Without it there is
``words.csv`` beside this module, a small list of our own for the invented articles.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OWN = Path(__file__).with_name("words.csv")
CLUES = "mpqa_subjectivity_clues"

_ENDINGS = (
    *(
        ("ies", "y"),
        ("ied", "y"),
        ("ily", "y"),
        ("ness", ""),
        ("ly", ""),
        ("ing", ""),
        ("ing", "e"),
    ),
    *(("ed", ""), ("ed", "e"), ("es", ""), ("s", ""), ("er", ""), ("est", "")),
)


@dataclass(frozen=True)
class Entry:
    """What is known of a word: parts of speech (``adj``, ``adverb``, ``noun``, ``verb``), whether
    it is strongly subjective, and its polarity (``negative``, ``positive``, ``neutral``)."""

    parts: frozenset[str]
    strong: bool
    polarity: str


class Lexicon:
    """Entries by word; inflected forms lead to their base form."""

    def __init__(self, path: Path = OWN) -> None:
        self._entries: dict[str, Entry] = {}
        self._found: dict[str, Entry | None] = {}
        for term, pos, strong, polarity in _rows(path):
            known = self._entries.get(term)
            parts = frozenset({pos}) | (known.parts if known else frozenset())
            self._entries[term] = Entry(parts, strong or bool(known and known.strong), polarity)

    def entry(self, text: str) -> Entry | None:
        """Return what is known of the last word of ``text`` that the lexicon has."""
        if text not in self._found:
            self._found[text] = self._look_up(text)
        return self._found[text]

    def _look_up(self, text: str) -> Entry | None:
        for word in reversed(re.findall(r"[^\W\d_]+", text.casefold())):
            found = self._entries.get(word) or self._of_base(word)
            if found:
                return found
        return None

    def _of_base(self, word: str) -> Entry | None:
        for ending, instead in _ENDINGS:
            if word.endswith(ending):
                base = word.removesuffix(ending)
                # “slammed” is a form of “slam”.
                single = base[:-1] if len(base) > 3 and base[-2:-1] == base[-1:] else base
                for one in (base + instead, single):
                    if one in self._entries:
                        found = self._entries[one]
                        if ending in ("ing", "ed", "ied") and "verb" in found.parts:
                            return Entry(frozenset({"verb"}), found.strong, found.polarity)
                        return found
        return None


def _rows(path: Path) -> Iterator[tuple[str, str, bool, str]]:
    """Yield term, part of speech, whether it is strong, polarity."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    with io.StringIO(text) as file:
        for row in csv.DictReader(file):
            if row.get("lexicon", CLUES) != CLUES:
                continue
            strong = row["category"] == "strong subjective"
            yield row["term"].casefold(), row["pos"], strong, row["prior_polarity"]
