"""Who a source is, by the full name that the article gives, where that is sure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from analysis.speakers.names.grouping import Name
from analysis.speakers.names.words import Range, trimmed
from analysis.speakers.resolve.antecedents import Antecedents, Person
from analysis.speakers.resolve.article_names import ArticleNames
from analysis.speakers.resolve.descriptions import person_described
from analysis.speakers.resolve.pronouns import FIRST_PERSON, PRONOUNS, RELATIVE, gender_of_pronoun
from analysis.speakers.resolve.source_words import read_source

Attributed = tuple[Range, Sequence[Range]]
"""A source, and the pieces of what it says."""


class Resolver:
    """Answers who the sources of one article are.

    ``sentences`` and ``quotations`` are ranges of the text, each in order and without overlap;
    ``attributed`` are the sources with what they say, as far as they are known.
    """

    def __init__(
        self,
        text: str,
        names: Sequence[Name],
        sentences: Sequence[Range],
        quotations: Sequence[Range] = (),
        attributed: Sequence[Attributed] = (),
    ) -> None:
        self._text = text
        self._article = ArticleNames(text, names)
        self._quotations = sorted(quotations)
        self._quotation_starts = [start for start, _ in self._quotations]
        self._said = sorted(
            (start, end, source) for source, pieces in attributed for start, end in pieces
        )
        self._antecedents = Antecedents(
            self._article, sentences, self._quotations, [source for source, _ in attributed]
        )

    def speaker_of(self, start: int, end: int) -> str:
        """Return who ``text[start:end]`` is, the words of a source.

        That is a full name, or several with “and”; else the source’s words, if they describe
        somebody (“two officials”); a pronoun in lower case whose person is not sure (“he”); or ""
        for the outlet itself (“I” outside of quotations) and for no words at all.
        """
        start, end = trimmed(self._text, start, end)
        words = self._text[start:end].replace("’", "'").casefold().split()
        words = [word.split("'")[0].strip(".,") for word in words]
        if not words:
            return ""
        if all(word in PRONOUNS or word in ("also", "all", "both") for word in words):
            return self._of_pronoun(words[0], start)
        source = read_source(self._article, start, end)
        if source.names:
            return _listed([self._article.names[name].name for name in source.names])
        person = person_described(self._article, start, end)
        return self._article.names[person].name if person is not None else source.words

    def _of_pronoun(self, pronoun: str, at: int) -> str:
        if pronoun in FIRST_PERSON:
            return self._first_person(pronoun, at)
        person: Person = None
        if pronoun in RELATIVE:
            person = self._antecedents.before_relative(at)
        elif gender_of_pronoun(pronoun):
            person = self._antecedents.of_pronoun(at)
        if person is None:
            return pronoun
        if isinstance(person, tuple):
            return self.speaker_of(*person)
        return self._article.names[person].name

    def _first_person(self, pronoun: str, at: int) -> str:
        """Return the speaker of the statement around a first person, and outside of one "" for the
        author."""
        for start, end, (source, source_end) in self._said:
            if start <= at < end and not start <= source < end:
                return self.speaker_of(source, source_end)
        place = bisect_right(self._quotation_starts, at) - 1
        if place >= 0 and at < self._quotations[place][1]:
            return "I" if pronoun == "i" else pronoun
        return ""


def _listed(names: Sequence[str]) -> str:
    """Return names as a list: “Joan Hale, Rob Tale and Ana Pell”."""
    if len(names) < 2:
        return names[0]
    return ", ".join(names[:-1]) + " and " + names[-1]
