"""Who says what in an article: its names, its statements, and the voice of each sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.speakers.letters import Letters
from analysis.speakers.names import Name, group_names
from analysis.speakers.resolve import Resolver
from analysis.speakers.sentence_voices import SentenceVoice, sentence_voices
from analysis.speakers.statements.joining import join
from analysis.speakers.statements.statement import Statement
from analysis.speakers.tagging.attributions import Attribution, attributions_of, mentions_of
from analysis.speakers.tagging.names_on_demand import NamesOnDemand
from analysis.speakers.tagging.tagged_text import tagged_text
from analysis.speakers.tagging.whole_words import NameEnd, whole_attributions
from analysis.text.quotation.quotation import Quotation
from analysis.text.segmentation.sentences import Sentence
from analysis.text.words.normalised import Normalised

if TYPE_CHECKING:
    from analysis.speakers.tagging.network import AttributionTagger
    from models.inference.voices.network import Voices


_RELATIVE = ("who", "which", "that", "whom", "whose")


@dataclass(frozen=True)
class Speakers:
    """Who says what: the names, the statements in reading order, and the voice of each sentence."""

    names: Sequence[Name]
    statements: Sequence[Statement]
    voices: Sequence[SentenceVoice]


def speakers(
    text: str,
    sentences: Sequence[Sentence],
    normal: Sequence[Normalised],
    own: Sequence[int],
    read: Sequence[int],
    quotations: Sequence[Quotation],
    network: Voices,
) -> Speakers:
    """Return who says what in ``text``.

    ``normal`` are the normalised texts of all ``sentences``; ``own`` the numbers of those that are
    the article, not furniture, and ``read`` of those that the ``network`` reads, all in one call.
    ``quotations`` are in order and do not overlap; those outside ``own`` are left alone.
    """
    tagged = tagged_text(sentences, read, normal)
    (found,) = network.tag([tagged.text]) if read else [None]
    mentions = mentions_of(found.names, tagged) if found else []
    names = group_names(text, mentions)
    ends = {mention.start: mention.end for mention in mentions}
    unnamed = _attributed(
        text,
        sentences,
        own,
        quotations,
        attributions_of(found.attributions, tagged) if found else [],
        ends.get,
    )
    inside = _of_sentences(sentences, own, quotations)
    return Speakers(
        names, _named(text, names, sentences, inside, unnamed.statements), unnamed.voices
    )


def unnamed_speakers(
    text: str,
    sentences: Sequence[Sentence],
    normal: Sequence[Normalised],
    own: Sequence[int],
    read: Sequence[int],
    quotations: Sequence[Quotation],
    network: AttributionTagger,
    wanted: Collection[int] | None = None,
) -> Speakers:
    """Return what ``speakers`` returns, but without names: those of the speakers are empty.

    For whose words a sentence is nobody needs to know who speaks, and finding all names takes as
    long as finding all attributions. The network is asked for those of a line only where a name
    decides how far the words go that name a source.

    With ``wanted``, numbers of paragraphs, it is asked for attributions in these only; what is
    returned of the others shows what marks and the plainest forms of reported speech show.
    """
    tagged = tagged_text(sentences, read, normal)
    where = None if wanted is None else tagged.of_paragraphs(wanted)
    found = network.attributions(tagged.text, where) if read and where != [] else []
    names = NamesOnDemand(tagged, network)
    return _attributed(
        text, sentences, own, quotations, attributions_of(found, tagged), names.end_of
    )


def _attributed(
    text: str,
    sentences: Sequence[Sentence],
    own: Sequence[int],
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    name_end: NameEnd,
) -> Speakers:
    """Return the statements, whose speakers have no names yet, and the voices."""
    inside = _of_sentences(sentences, own, quotations)
    letters = Letters(text)
    whole = whole_attributions(text, attributions, name_end)
    statements = join(text, letters, sentences, inside, whole)
    return Speakers((), statements, sentence_voices(text, letters, sentences, statements, inside))


def _named(
    text: str,
    names: Sequence[Name],
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    statements: Sequence[Statement],
) -> list[Statement]:
    """Return the statements with the names of their speakers."""
    resolver = Resolver(
        text,
        names,
        [(sentence.start, sentence.end) for sentence in sentences],
        [(quotation.start, quotation.end) for quotation in quotations],
        [
            (one.source, [(piece.start, piece.end) for piece in one.pieces])
            for one in statements
            if one.source is not None
        ],
    )
    known = {}
    for one in statements:
        if one.source is not None and one.source not in known:
            speaker = resolver.speaker_of(*one.source)
            relative = speaker in _RELATIVE
            known[one.source] = _before(text, names, one.source[0]) if relative else speaker
    return [
        one if one.source is None else replace(one, speaker=known[one.source]) for one in statements
    ]


def _before(text: str, names: Sequence[Name], at: int) -> str:
    """Return the name that ends just before an offset, a comma between or not, else nothing."""
    end = at - len(text[max(0, at - 8) : at]) + len(text[max(0, at - 8) : at].rstrip(", \n"))
    return next((name.name for name in names for mention in name.mentions if mention[1] == end), "")


def _of_sentences(
    sentences: Sequence[Sentence], own: Sequence[int], quotations: Sequence[Quotation]
) -> list[Quotation]:
    """Return the quotations that touch one of the sentences with these numbers."""
    found = []
    place = 0
    for quotation in quotations:
        while place < len(own) and sentences[own[place]].end <= quotation.start:
            place += 1
        if place < len(own) and sentences[own[place]].start < quotation.end:
            found.append(quotation)
    return found
