"""The mentions of an article by their place, and what the article shows of each person."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from analysis.frames import NAME_KINDS
from analysis.speakers.names.genders import gender_of_first_name
from analysis.speakers.names.grouping import Name
from analysis.speakers.names.people import gender_of_mention
from analysis.speakers.names.titles import FEMALE, gender_of_titles, office_before
from analysis.speakers.resolve.asides import is_aside

PERSON = NAME_KINDS[0]

_APPOSITION = re.compile(
    r"(?:['’]?s?,\s+(?:who\s+(?:is|was)\s+)?|\s+(?:is|was)\s+(?=(?:a|an|the)\s))((?:(?:a|an|the|its|their|his|her|then|former)\s+)?"
    r"[^\s,.;:()“”\"]+(?:\s+[^\s,.;:()“”\"]+){0,7})(?=[,.;:()]|\s+who\b|$)"
)
_AGE = re.compile(r"(?:,\s(?:aged\s)?|\s(?:is|was)\sa\s)(\d{1,3})(?=[,.;)]|-year-old)")
_REACH = 120
_ENDS = re.compile(
    r"\s+(?:of|for|from|in|at|who|whose|which|that|with|on|to|and|near|under|since|by|as)\b|['’]s\s"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_KNOWN_OFFICES = frozenset({"president", "minister", "king", "queen", "pope", "chancellor"})
_LEADING = frozenset({"a", "an", "the", "its", "their", "his", "her", "then"})


class ArticleNames:
    """The names of an article, found by place.

    A name is given as its number in ``names``.
    """

    def __init__(self, text: str, names: Sequence[Name]) -> None:
        self.text = text
        self.names = names
        placed = sorted(
            (start, end, number)
            for number, name in enumerate(names)
            for start, end in name.mentions
        )
        self._placed = placed
        self._starts = [start for start, _, _ in placed]
        self.gender = ["" for _ in names]
        self._seen: set[tuple[int, frozenset[str]]] = set()
        self._by_last: defaultdict[str, list[tuple[int, frozenset[str], int]]] = defaultdict(list)
        for start, end, number in placed:
            if names[number].kind == PERSON:
                self._look_at(start, end, number)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that stand in the article without a capital."""
        return frozenset(word for word in _WORD.findall(self.text) if word[0].islower())

    def mentions(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Yield ``(start, end, name)`` of the mentions that touch ``text[start:end]``, in order."""
        at = bisect_left(self._starts, start)
        if at and self._placed[at - 1][1] > start:
            at -= 1
        for place in range(at, bisect_right(self._starts, end - 1)):
            yield self._placed[place]

    def persons(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Yield the same of persons only."""
        for found in self.mentions(start, end):
            if self.names[found[2]].kind == PERSON:
                yield found

    def ends_with_name(self, at: int) -> tuple[int, int, int] | None:
        """Return the mention that ends at an offset, or None."""
        place = bisect_left(self._starts, at) - 1
        if place >= 0 and self._placed[place][1] == at:
            return self._placed[place]
        return None

    def introduced_as(self, words: tuple[str, ...], before: int) -> set[int]:
        """Return the persons whom the article introduces, before an offset, with a description that
        ends with the last of ``words``, in lower case, and has all the others; an age can be given
        later."""
        wanted = set(words)
        return {
            number
            for number, description, at in self._by_last[words[-1]]
            if wanted <= description and (at < before or words[-1].endswith("-year-old"))
        }

    def _describe(self, number: int, words: Sequence[str], start: int, end: int) -> None:
        """Note that a person was introduced with ``words``; the last says what they are.

        Of an office that needs no name (“the president”) only who is spoken of is meant, not who is
        mentioned in passing (“an adviser to President Noll”).
        """
        entry = (number, frozenset(words))
        if entry in self._seen or (words[-1] in _KNOWN_OFFICES and is_aside(self.text, start, end)):
            return
        self._seen.add(entry)
        self._by_last[words[-1]].append((*entry, start))

    def _look_at(self, start: int, end: int, number: int) -> None:
        """Learn gender and descriptions from what stands before and after a mention."""
        titles = office_before(self.text, start)
        gender = gender_of_mention(self.text, start, end)
        if titles:
            self._describe(number, titles, start, end)
        age = _AGE.match(self.text, end, end + _REACH)
        if age:
            self._describe(number, [f"{age[1]}-year-old"], start, end)
        for words in (self._before(start), self._after(end)):
            if words:
                self._describe(number, words, start, end)
                gender = gender or gender_of_titles([words[-1]])
        if not gender and " " not in self.names[number].name:
            # A woman's first name by itself; a man's is a surname too often (James, Thomas).
            first_name = gender_of_first_name(self.names[number].name.casefold())
            gender = first_name if first_name == FEMALE else ""
        self.gender[number] = self.gender[number] or gender

    def _after(self, end: int) -> tuple[str, ...]:
        """Return the words of an apposition: “Joan Hale, the mayor of Seaford,”."""
        match = _APPOSITION.match(self.text, end, end + _REACH)
        if match is None:
            return ()
        words = _WORD.findall(_ENDS.split(match[1])[0].casefold())
        has_article = bool(words) and words[0] in _LEADING
        words = [word for word in words if word not in _LEADING]
        if not words or any(True for _ in self.persons(match.start(1), match.end(1))):
            return ()
        return tuple(words) if has_article or gender_of_titles(words) else ()

    def _before(self, start: int) -> tuple[str, ...]:
        """Return the words before a name in apposition: “the town’s mayor, Joan Hale”."""
        window = self.text[max(0, start - _REACH) : start].rstrip()
        if not window.endswith(","):
            return ()
        match = re.search(
            r"\b(?:the|a|an|its|their|['’]s)\s+([^,.;:“”\"()]{3,80}),\s*$", window, re.I
        )
        if match is None:
            return ()
        office = re.split(r"['’]s\s", match[1])[-1]
        words = _WORD.findall(_ENDS.split(office)[0].casefold())
        return tuple(words[-4:])
