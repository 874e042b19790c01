"""Articles whose attributions and names are written down beside them, as a network would tag them.

Everything is named by its words, so that offsets are counted from the text itself.
"""

from collections.abc import Sequence

from analysis.speakers.letters import Letters
from analysis.speakers.sentence_voices import SentenceVoice, sentence_voices
from analysis.speakers.statements.joining import join
from analysis.speakers.statements.statement import Range, Statement
from analysis.speakers.tagging.attributions import Attribution
from analysis.text.quotation.quotations import find_quotations, with_passages
from analysis.text.quotation.structure import structural_passages
from analysis.text.segmentation.sentences import segment

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


def pieces(text: str, statement: Statement) -> list[str]:
    return [text[piece.start : piece.end] for piece in statement.pieces]


def words(text: str, passage: Range | None) -> str:
    return "" if passage is None else text[passage[0] : passage[1]]
