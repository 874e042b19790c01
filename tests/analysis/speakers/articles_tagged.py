"""Articles whose attributions and names are written down beside them, as a network would tag them.

Everything is named by its words, so that offsets are counted from the text itself.
"""

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from analysis.speakers.letters import Letters
from analysis.speakers.sentence_voices import SentenceVoice, sentence_voices
from analysis.speakers.statements.joining import join
from analysis.speakers.statements.statement import Range, Statement
from analysis.speakers.tagging.attributions import Attribution
from analysis.text.quotation.quotations import find_quotations, with_passages
from analysis.text.quotation.structure import structural_passages
from analysis.text.segmentation.sentences import segment
from models.inference.voices import found as network_found
from models.inference.voices.found import NameMention, Tagged

Told = tuple[str, str, Sequence[str]]
"""A source (empty for none), a cue and the pieces of the content."""


def attribution(text: str, source: str, cue: str, content: Sequence[str]) -> Attribution:
    """Return the attribution of these words; each is looked for where it first occurs, the cue next
    to its content or source."""
    pieces = [span(text, one) for one in content]
    named = nearest(text, source, pieces[0][0]) if source else None
    return Attribution(nearest(text, cue, (named or pieces[0])[0]), named, tuple(pieces), 0.9)


def span(text: str, words: str) -> Range:
    start = text.index(words)
    return start, start + len(words)


def nearest(text: str, words: str, at: int) -> Range:
    """Return the range of the occurrence of words that is nearest to an offset."""
    starts = [n for n in range(len(text)) if text.startswith(words, n)]
    start = min(starts, key=lambda n: abs(n - at))
    return start, start + len(words)


def statements_of(text: str, *told: Told) -> list[Statement]:
    quotations = with_passages(text, find_quotations(text), structural_passages(text))
    found = [attribution(text, *one) for one in told]
    return join(text, Letters(text), segment(text), quotations, found)


def voices_of(text: str, *told: Told) -> list[SentenceVoice]:
    quotations = with_passages(text, find_quotations(text), structural_passages(text))
    statements = statements_of(text, *told)
    return sentence_voices(text, Letters(text), segment(text), statements, quotations)


class WordTagger:
    """A network that finds the attributions and names that were written down, by their words.

    ``told`` are looked for in each text as ``attribution`` does; those whose content is not there
    are left out. ``names`` maps a name to its kind, and is found wherever it stands.
    """

    name = version = "by words"

    def __init__(self, *told: Told, names: Mapping[str, str] | None = None) -> None:
        self.told = told
        self.names = names or {}

    def tag(self, texts: Sequence[str]) -> list[Tagged]:
        """Return what is found in each text."""
        return [self._tagged(text) for text in texts]

    def _tagged(self, text: str) -> Tagged:
        found = [
            attribution(text, *one) for one in self.told if all(words in text for words in one[2])
        ]
        names = sorted(
            (match.start(), match.end(), kind)
            for name, kind in self.names.items()
            for match in re.finditer(rf"\b{re.escape(name)}\b", text)
        )
        return Tagged(
            tuple(NameMention(start, end, kind, 0.9) for start, end, kind in names),
            tuple(
                network_found.Attribution(
                    (one.source,) if one.source else (), (one.cue,), one.content, 0.9
                )
                for one in found
            ),
        )

    def same_fact(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        """Return 0 for each pair."""
        return np.zeros(len(pairs))


def pieces(text: str, statement: Statement) -> list[str]:
    return [text[piece.start : piece.end] for piece in statement.pieces]


def words(text: str, passage: Range | None) -> str:
    return "" if passage is None else text[passage[0] : passage[1]]
