"""Whom “he”, “she” and “who” stand for: the one person that can be meant, or nobody."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from analysis.speakers.names.words import Range
from analysis.speakers.resolve.article_names import PERSON, ArticleNames
from analysis.speakers.resolve.candidates import PRONOUN, described_person, persons_in
from analysis.speakers.resolve.descriptions import person_described
from analysis.speakers.resolve.pronouns import gender_of_pronoun
from analysis.speakers.resolve.source_words import read_source
from analysis.text.function_words import ALL

Person = int | Range | None
"""A person: the number of a name, or the range of the words that describe somebody without one, or
None for one who is not known."""

_CONTRAST = re.compile(
    r"(?:\s+(?:has|had|have|also|later|then|promptly|immediately|quickly|flatly|repeatedly))*\s+"
    r"(?:den(?:y|ies|ied)|reject|respond|repl(?:y|ies|ied)|counter|disput|dismiss|rebut|disagree|"
    r"refus|answer|hit back|fired back|shot back|apologi|pleaded|declined)"
)
_WHO = re.compile(r"['’]?s?,?\s*$")
_LEADING = re.compile(
    r"\W*(?:(?:But|And|Yet|Still|So|Then|Now|Later|However|Instead|Mr|Mrs|Ms|Dr|Sen|Gov|Rep)\b\W*)*"
)
_CONTRADICTORY = "?"
"""The gender of somebody for whom “he” and “she” seem to stand: no pronoun is sure then."""
_SUBJECTS = frozenset({"he", "she"})
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
        self._is_source = frozenset(self._source_starts)
        self._found: dict[int, Person] = {}
        self._votes: dict[int, Counter[str]] = {}
        self._look_at_all()
        # Once more, now that it is known who is a man and who a woman.
        for person, votes in self._votes.items():
            [(gender, most), *_] = votes.most_common(1)
            article.gender[person] = gender if 3 * most > 2 * votes.total() else _CONTRADICTORY
        if self._votes:
            self._look_at_all()

    def _look_at_all(self) -> None:
        for match in PRONOUN.finditer(self._article.text):
            if not self._is_quoted(match.start()):
                self._found[match.start()] = self._person(match)

    def of_pronoun(self, at: int) -> Person:
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

    def _person(self, pronoun: re.Match[str]) -> Person:
        at = pronoun.start()
        gender = gender_of_pronoun(pronoun.group().casefold())
        sentence = bisect_right(self._starts, at) - 1
        if sentence < 0:
            return None
        opening = self._outside_quotations(self._starts[sentence], at)
        window = opening
        back = 0
        for previous in range(sentence - 1, -1, -1):
            passages = self._outside_quotations(*self._sentences[previous])
            if not any(self._article.text[a:b].strip(" \n\t,.“”\"'") for a, b in passages):
                continue  # nothing but quoted
            window = [*passages, *window]
            back += 1
            if any(self._is_unknown_name(*source) for source in self._sources_in(window)):
                return None
            candidates = self._candidates(window, gender)
            if len(candidates) == 1 and all(isinstance(one, int) for one in candidates):
                return self._learnt(candidates.pop(), gender)
            found = self._who_goes_on(pronoun, gender, candidates, opening, passages, window)
            if found is not None or candidates:
                # Somebody without a name is soon forgotten.
                return None if isinstance(found, tuple) and back > 1 else found
            if back == _FARTHEST:
                return None
        return None

    def _learnt(self, person: Person, gender: str) -> Person:
        """Return the person; as nobody else was there, the pronoun is a vote for the gender."""
        if isinstance(person, int) and not self._article.gender[person]:
            self._votes.setdefault(person, Counter())[gender] += 1
        return person

    def _candidates(
        self, window: Sequence[Range], gender: str, main_only: bool = False
    ) -> set[Person]:
        """Return the persons in the passages of a window who can be of a gender; None among them is
        somebody who is not known. With ``main_only`` those are left out that only say whose, with
        whom or to whom."""
        found: set[Person] = set()
        for start, end in window:
            found |= persons_in(self._article, start, end, gender, main_only)
            for match in PRONOUN.finditer(self._article.text, start, end):
                if gender_of_pronoun(match.group().casefold()) == gender:
                    found.add(self._found.get(match.start()))
        return found

    def _who_goes_on(
        self,
        pronoun: re.Match[str],
        gender: str,
        candidates: set[Person],
        opening: Sequence[Range],
        before: Sequence[Range],
        window: Sequence[Range],
    ) -> Person:
        """Return the one of several persons of whom the text goes on to speak, or None.

        That is the last source of the window, or the subject of the sentence before, if all others
        there only say whose, with whom or to whom, or if that subject was a pronoun too (the
        “continue” transition of Grosz, Joshi and Weinstein 1995, Computational Linguistics 21). Who
        denies or answers is somebody else.
        """
        if _CONTRAST.match(self._article.text, pronoun.end()):
            return None
        speaker = self._last_speaker(window, gender)
        if isinstance(speaker, tuple) and pronoun.start() not in self._is_source:
            speaker = None  # "a doctor said she was ill"
        if speaker is not None and (
            speaker in candidates or not any(isinstance(one, int) for one in candidates)
        ):
            return speaker
        if pronoun.group().casefold() not in _SUBJECTS or self._candidates(opening, gender):
            return None
        subject, by_pronoun = self._subject(before, gender)
        if subject is None or subject not in candidates:
            return None
        if by_pronoun or self._candidates(window, gender, main_only=True) == {subject}:
            return subject
        return None

    def _subject(self, passages: Sequence[Range], gender: str) -> tuple[Person, bool]:
        """Return the person with whom a sentence begins, and whether that is a pronoun."""
        text = self._article.text
        start, end = passages[0]
        match = _LEADING.match(text, start, end)
        begin = match.end() if match else start
        pronoun = PRONOUN.match(text, begin, end)
        if pronoun and pronoun.group().casefold() in _SUBJECTS:
            same = gender_of_pronoun(pronoun.group().casefold()) == gender
            return (self._found.get(begin) if same else None), True
        for mention_start, mention_end, name in self._article.persons(begin, begin + 1):
            if mention_start <= begin and text[mention_end : mention_end + 2] not in ("’s", "'s"):
                return name, False
        described = described_person(self._article, begin, end, gender)
        return described, False

    def _last_speaker(self, window: Sequence[Range], gender: str) -> Person:
        """Return who is the last source in a window, if it is one person of that gender or of one
        that is not known, and no other such source is there."""
        sources = self._sources_in(window)
        found = [self._speaker(start, stop) for start, stop in sources]
        if not found:
            return None
        if found[-1] is None:
            described = described_person(self._article, *sources[-1], gender)
            return sources[-1] if described is not None else None
        fitting = {
            person
            for person in found
            if person is not None
            and (not isinstance(person, int) or self._article.gender[person] in ("", gender))
        }
        return found[-1] if fitting == {found[-1]} else None

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

    def _speaker(self, start: int, end: int) -> Person:
        """Return the person that a source is, or None."""
        match = PRONOUN.match(self._article.text, start)
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
        for begin, stop in islice(self._quotations, place, None):
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
