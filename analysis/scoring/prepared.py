"""What is found in an article's text without a network: the first step of every analysis."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from analysis.errors import EmptyText
from analysis.frames import FURNITURE
from analysis.reading.articles import Article
from analysis.reading.checks import require_length, require_text
from analysis.text.language import ENGLISH, main_language, sentence_languages
from analysis.text.parts.parts import parts
from analysis.text.quotation.quotation import Quotation
from analysis.text.quotation.quotations import find_quotations, with_passages
from analysis.text.quotation.structure import structural_passages
from analysis.text.segmentation.sentences import Sentence, logical_lines, segment
from analysis.text.words.normalised import Normalised, normalised, words_of


@dataclass(frozen=True)
class Prepared:
    """An article's text, cut and sorted, before any network has read it.

    ``title`` is as given; ``sentences`` are in reading order, and ``normal`` (what the networks
    read of each), ``languages`` and ``places`` (parts) have an entry for each. ``own`` are the
    numbers of those that are not furniture, ``language`` is that of most of them. ``words`` is
    ``words_of(text)``. ``quotations`` are those in marks and those that structure shows.
    """

    text: str
    title: str | None
    sentences: Sequence[Sentence]
    words: AbstractSet[str]
    normal: Sequence[Normalised]
    languages: Sequence[str]
    places: Sequence[str]
    own: Sequence[int]
    language: str
    quotations: Sequence[Quotation]

    def read_by_networks(self, any_language: bool) -> list[int]:
        """Return the numbers of the sentences that the networks read: those of the article that
        are English, or all of the article."""
        return [number for number in self.own if any_language or self.languages[number] == ENGLISH]


def prepared(
    text: str | Article, title: str | None = None, quoted: Sequence[tuple[int, int]] = ()
) -> Prepared:
    """Return ``text`` prepared for the networks; the parameters are those of ``analyze``.

    Raises EmptyText, TextTooLong or NotText.
    """
    if isinstance(text, Article):
        title = text.title if title is None else title
        quoted = [*text.quoted, *quoted]
        text = text.text
    require_text(text)
    require_length(text)
    lines = logical_lines(text)
    sentences = segment(text, lines)
    if not sentences:
        raise EmptyText("holds no sentence")
    words = words_of(text)
    normal = [normalised(text[sentence.start : sentence.end], words) for sentence in sentences]
    languages = sentence_languages(text, sentences)
    places = parts(text, sentences, title, lines)
    own = [number for number, part in enumerate(places) if part != FURNITURE]
    language = main_language(
        text, [sentences[number] for number in own], [languages[number] for number in own]
    )
    quotations = with_passages(
        text, find_quotations(text, lines), [*quoted, *structural_passages(text)]
    )
    return Prepared(
        text, title, sentences, words, normal, languages, places, own, language, quotations
    )
