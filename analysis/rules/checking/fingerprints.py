"""Fingerprints of findings: the same as long as the sentence is, wherever it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from analysis.text.characters import without_format_characters

LENGTH = 32
"""Hexadecimal digits of a fingerprint: 128 bits, far more than the findings of any archive need."""

_WORD = re.compile(r"\w+")


def fingerprints(found: Sequence[tuple[str, str]]) -> list[str]:
    """Return the fingerprint of each finding, given the id of its check and its sentence.

    It is made of the id, the words of the sentence (case folded; white space, marks and invisible
    characters do not count) and the how-many-th with these two it is, in the order given. So it
    stays the same when paragraphs are moved, inserted or wrapped anew, and changes when the
    sentence is worded anew.
    """
    seen: Counter[tuple[str, str]] = Counter()
    words = {sentence: words_of(sentence) for sentence in {sentence for _, sentence in found}}
    made = []
    for check, sentence in found:
        key = (check, words[sentence])
        seen[key] += 1
        said = "\0".join((*key, str(seen[key])))
        made.append(sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH])
    return made


def words_of(sentence: str) -> str:
    """Return the words of a sentence, case folded, a space between them; of one without words its
    characters without white space."""
    folded = without_format_characters(sentence).casefold()
    return " ".join(_WORD.findall(folded)) or "".join(folded.split())
