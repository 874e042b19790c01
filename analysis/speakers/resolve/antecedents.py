"""Whom “he”, “she” and “who” stand for: the one person that can be meant, or nobody."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from analysis.speakers.names.titles import FEMALE_TITLES, MALE_TITLES, NEUTRAL_TITLES
from analysis.speakers.names.words import Range
from analysis.speakers.resolve.article_names import PERSON, ArticleNames
from analysis.speakers.resolve.descriptions import person_described
from analysis.speakers.resolve.pronouns import gender_of_pronoun
from analysis.speakers.resolve.source_words import read_source
from analysis.text.function_words import ALL, words

_PRONOUN = re.compile(
    r"(?<![\w'’-])(?:he|him|his|himself|she|her|hers|herself)(?![\w-])", re.IGNORECASE
)
_PEOPLE = (
    MALE_TITLES
    | FEMALE_TITLES
    | NEUTRAL_TITLES
    | words(
        """person official aide driver suspect victim student teacher worker resident neighbour
        neighbor witness voter customer patient nurse colleague friend expert researcher
        scientist reporter journalist defendant prosecutor juror employee farmer player fan
        passenger tourist immigrant soldier gunman shooter killer attacker thief parent child
        teenager baby singer writer rapper star billionaire millionaire veteran nominee rival
        opponent predecessor successor critic supporter donor volunteer strategist consultant
        source insider politician diplomat minister leader boss owner partner girlfriend boyfriend
        client landlord tenant shopkeeper fisherman pilot artist caller host guest professor"""
    )
)
_SOMEBODY = re.compile(
    r"(?<![\w-])(?:a|an|the|his|her|their|its|another|one|this|that|\w+['’]s)\s+(?:[\w’'-]+\s+){0,3}?([a-z]\w*)"
    r"(?![\w’'-])",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"(?:\s+(?:has|had|have|also|later|then|promptly|immediately|quickly|flatly|repeatedly))*\s+"
    r"(?:den(?:y|ies|ied)|reject|respond|repl(?:y|ies|ied)|counter|disput|dismiss|rebut|disagree|"
    r"refus|answer|hit back|fired back|shot back|apologi|pleaded|declined)"
)
_WHO = re.compile(r"['’]?s?,?\s*$")
_NAME_WORDS = 3
_FARTHEST = 3
"""Sentences back in which a person is looked for if none between names anybody."""


class Antecedents:
    """Finds whom the pronouns of an article stand for, in one pass from its beginning."""

    def __init__(
        self,
        article: ArticleNames,
        sentences: Sequence[Range],
        quotations: Sequence[Range],
        sources: Sequence[Range],
    ) -> None:
        self._article = article
        self._sentences = sorted(sentences)
        self._starts = [start for start, _ in self._sentences]
        self._quotations = quotations
        self._quotation_starts = [start for start, _ in quotations]
        self._sources = sorted(source for source in sources if not self._is_quoted(source[0]))
        self._source_starts = [start for start, _ in self._sources]
        self._found: dict[int, int | None] = {}
        for match in _PRONOUN.finditer(article.text):
            if not self._is_quoted(match.start()):
                self._found[match.start()] = self._person(match)

    def of_pronoun(self, at: int) -> int | None:
        """Return the person for whom the pronoun at an offset stands, None if that is not sure."""
        return self._found.get(at)

    def before_relative(self, at: int) -> int | None:
        """Return the person directly before “who”, with or without a comma, or None."""
        text = self._article.text
        stripped = text[:at].rstrip() if at < 200 else text[at - 200 : at].rstrip()
        end = at - (min(at, 200) - len(stripped))
        for stop in (end, end - 1):
            name = self._article.ends_with_name(stop)
            if name is not None and _WHO.fullmatch(text[stop:at]):
                return name[2]
        return None

    def _person(self, pronoun: re.Match[str]) -> int | None:
        at = pronoun.start()
        gender = gender_of_pronoun(pronoun.group().casefold())
        sentence = bisect_right(self._starts, at) - 1
        if sentence < 0:
            return None
        contrast = _CONTRAST.match(self._article.text, pronoun.end()) is not None
        begin = self._starts[sentence]
        window = self._outside_quotations(begin, at)
        back = 0
        previous = sentence - 1
        while previous >= 0 and back < _FARTHEST:
            passages = self._outside_quotations(*self._sentences[previous])
            has_words = any(self._article.text[a:b].strip(" \n\t,.“”\"'") for a, b in passages)
            if has_words:
                window = [*passages, *window]
                back += 1
                candidates = self._candidates(window, gender)
                if any(self._is_unknown_name(*source) for source in self._sources_in(window)):
                    return None
                speaker = None if contrast else self._last_speaker(window, gender)
                if speaker is not None and (speaker in candidates or not candidates):
                    return self._learnt(speaker, gender, len(candidates) == 1)
                if candidates:
                    (one, *others) = candidates
                    return None if others or one is None else self._learnt(one, gender, True)
            previous -= 1
        candidates = self._candidates(window, gender)
        return next(iter(candidates)) if len(candidates) == 1 else None

    def _learnt(self, person: int, gender: str, sure: bool) -> int:
        """Return the person, whose gender the article has shown now, if nobody else was there."""
        if sure and not self._article.gender[person]:
            self._article.gender[person] = gender
        return person

    def _candidates(self, window: Sequence[Range], gender: str) -> set[int | None]:
        """Return the persons in the passages of a window who can be of a gender; None among them is
        somebody without a name."""
        found: set[int | None] = set()
        for start, end in window:
            for _, _, name in self._article.persons(start, end):
                if self._article.gender[name] in ("", gender):
                    found.add(name)
            for match in _PRONOUN.finditer(self._article.text, start, end):
                if gender_of_pronoun(match.group().casefold()) == gender:
                    found.add(self._found.get(match.start()))
            for match in _SOMEBODY.finditer(self._article.text, start, end):
                if self._is_somebody(match, gender):
                    found.add(None)
        return found

    def _is_somebody(self, match: re.Match[str], gender: str) -> bool:
        """Whether words like “a driver” are a person without a name, whom a pronoun could mean."""
        noun = match[1].casefold()
        if noun not in _PEOPLE:
            return False
        other = FEMALE_TITLES if gender == "m" else MALE_TITLES
        if noun in other:
            return False
        # "a lawyer, Joan Hale", "Joan Hale, a lawyer", "the lawyer Joan Hale" are her.
        start, end = match.span()
        after = self._article.text[end : end + 3]
        near = self._article.persons(end, end + 3 if after[:1] == "," else end + 2)
        if any(begin >= end for begin, _, _ in near):
            return False
        before = self._article.text[max(0, start - 200) : start].rstrip()
        if before.endswith(",") and self._article.ends_with_name(
            start - (min(start, 200) - len(before)) - 1
        ):
            return False
        return person_described(self._article, start, end) is None

    def _last_speaker(self, window: Sequence[Range], gender: str) -> int | None:
        """Return who is the last source in a window, if it is a person of that gender or of one
        that is not known, and no other source there is."""
        found = [self._speaker(start, stop) for start, stop in self._sources_in(window)]
        if not found or found[-1] is None:
            return None
        persons = {name for name in found if name is not None}
        fitting = {name for name in persons if self._article.gender[name] in ("", gender)}
        return fitting.pop() if len(fitting) == 1 else None

    def _sources_in(self, window: Sequence[Range]) -> list[Range]:
        if not window:
            return []
        first = bisect_right(self._source_starts, window[0][0] - 1)
        last = bisect_right(self._source_starts, window[-1][1] - 1)
        return [
            source
            for source in self._sources[first:last]
            if any(start <= source[0] < end for start, end in window)
        ]

    def _is_unknown_name(self, start: int, end: int) -> bool:
        """Whether a source is one to three capitalised words that are no person known by name: a
        person whom nobody tagged as one could be meant."""
        given = self._article.text[start:end].split()
        if not 1 <= len(given) <= _NAME_WORDS or self._speaker(start, end) is not None:
            return False
        if gender_of_pronoun(given[0].casefold()) or given[0].casefold() in ALL:
            return False
        return all(word[0].isupper() and word[-1] != "s" and not word.isupper() for word in given)

    def _speaker(self, start: int, end: int) -> int | None:
        """Return the person that a source is, or None."""
        match = _PRONOUN.match(self._article.text, start)
        if match and match.end() >= end - 2:
            return self._found.get(start)
        names = read_source(self._article, start, end).names
        if len(names) == 1 and self._article.names[names[0]].kind == PERSON:
            return names[0]
        return person_described(self._article, start, end)

    def _outside_quotations(self, start: int, end: int) -> list[Range]:
        """Return the parts of a passage that are in no quotation."""
        found = []
        place = max(0, bisect_right(self._quotation_starts, start) - 1)
        for begin, stop in self._quotations[place:]:
            if begin >= end:
                break
            if stop > start:
                if begin > start:
                    found.append((start, begin))
                start = max(start, stop)
        if start < end:
            found.append((start, end))
        return found

    def _is_quoted(self, at: int) -> bool:
        place = bisect_right(self._quotation_starts, at) - 1
        return place >= 0 and at < self._quotations[place][1]
