"""What the same people and things are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.columns import frame
from analysis.comparison.frames import NAMINGS, NO_MATCH, SAME_FACT
from analysis.comparison.people import People
from analysis.comparison.wording.nouns.descriptions import (
    Description,
    description_of,
    descriptions,
)
from analysis.comparison.wording.nouns.people import PEOPLE
from analysis.comparison.wording.nouns.slots import GROUP, PERSON, slots
from analysis.comparison.wording.words import words_of
from analysis.frames import FURNITURE, Result
from analysis.text.function_words import words

if TYPE_CHECKING:
    import pandas as pd

Range = tuple[int, int]
"""``(start, end)``: offsets into an article's text, end exclusive."""

_ANYBODY = PEOPLE | words("person member man woman")
"""Keys of nouns that every article uses: beside one of them the other wording is what is told."""


@dataclass(frozen=True)
class _Wording:
    """What somebody or something is called in an article, with all its mentions there."""

    article: int
    mentions: tuple[Range, ...]


@dataclass(frozen=True)
class _Article:
    """What is asked of an article again and again."""

    result: Result

    @cached_property
    def words(self) -> list[tuple[Range, str]]:
        """Its words but furniture, in order: where each stands, and its key."""
        sentences = self.result.sentences
        own = sentences[sentences["part"] != FURNITURE]
        return [
            ((start + word.start, start + word.end), word.key)
            for start, text in zip(own["start"], own["text"], strict=True)
            for word in words_of(text)
        ]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where in ``words`` each key stands."""
        found: dict[str, list[int]] = {}
        for place, (_, key) in enumerate(self.words):
            found.setdefault(key, []).append(place)
        return found

    def is_quoted(self, start: int) -> bool:
        """Whether an offset is inside a quotation."""
        quotations = self.result.quotations
        return bool(((quotations["start"] <= start) & (start < quotations["end"])).any())

    def is_loaded(self, mentions: Iterable[Range]) -> bool:
        """Whether one of the ranges holds a loaded word that is not part of a statement."""
        spans, said = self.result.spans, self.result.statements
        return any(
            first < end and start < last
            for start, end in mentions
            if not ((said["start"] <= start) & (start < said["end"])).any()
            for first, last in zip(spans["start"], spans["end"], strict=True)
        )

    def sentence(self, start: int) -> int:
        """Return the number of the sentence that holds an offset."""
        sentences = self.result.sentences
        return int(sentences["sentence"][sentences["start"] <= start].iloc[-1])


def namings(pairs: pd.DataFrame, articles: Sequence[Result], known: People) -> pd.DataFrame:
    """Return the columns declared in ``NAMINGS``.

    Persons are those that the articles name, by how each describes them. A group or a thing has no
    name; it is known by its place in a pair of sentences (``slots``). Words inside quotations are
    somebody else's and left out. ``known`` are the people of ``articles``.
    """
    own = [_Article(result) for result in articles]
    things = [*_persons(articles, own, known), *_groups_and_things(pairs, articles, own)]
    rows: dict[str, list[object]] = {name: [] for name in NAMINGS}
    for number, (kind, wordings) in enumerate(things):
        for wording in sorted(wordings, key=lambda each: (each.article, each.mentions)):
            article = own[wording.article]
            start, end = wording.mentions[0]
            values: dict[str, object] = {
                "thing": number,
                "article": wording.article,
                "wording": article.result.text[start:end],
                "kind": kind,
                "count": len(wording.mentions),
                "mentions": list(wording.mentions),
                "sentence": article.sentence(start),
                "loaded": article.is_loaded(wording.mentions),
            }
            for name, value in values.items():
                rows[name].append(value)
    return frame(rows, NAMINGS)


def _persons(
    articles: Sequence[Result], own: Sequence[_Article], known: People
) -> Iterator[tuple[str, list[_Wording]]]:
    """Yield the persons whom articles describe differently, with each article's descriptions.

    Those that only some articles have are given, and for an article without such the others, so
    that both sides are seen. A person whom one article alone describes is given only where that
    article's words are loaded, beside the plain name of the others.
    """
    found: dict[int, dict[int, list[Description]]] = {}
    names: dict[int, dict[int, Range]] = {}
    for place, result in enumerate(articles):
        for name, kind, mentions in zip(
            *(result.names[column] for column in ("name", "kind", "mentions")), strict=True
        ):
            number = known.number(place, name)
            if kind != PERSON or number is None or not mentions:
                continue
            names.setdefault(number, {})[place] = mentions[0]
            found.setdefault(number, {})[place] = [
                each
                for mention in mentions
                for each in descriptions(result.text, *mention)
                if not own[place].is_quoted(each.start)
            ]
        for number, each in _speakers(place, result, known.numbers[place]):
            found.setdefault(number, {}).setdefault(place, []).append(each)
    for number, by_article in found.items():
        wordings = _unlike(by_article)
        described = [place for place, each in by_article.items() if each]
        told = {wording.article for wording in wordings}
        if not told or len(by_article) < 2:
            continue
        if len(described) > 1:
            for place in set(described) - told:
                wordings.append(_wording(place, by_article[place], by_article[place][0]))
        elif any(own[each.article].is_loaded(each.mentions) for each in wordings):
            wordings = [each for each in wordings if own[each.article].is_loaded(each.mentions)]
            others = {place: at for place, at in names.get(number, {}).items() if place not in told}
            wordings += [_Wording(place, (at,)) for place, at in others.items()]
        else:
            continue
        if len({wording.article for wording in wordings}) > 1:
            yield PERSON, wordings


def _speakers(
    place: int, result: Result, numbers: Mapping[str, int]
) -> Iterator[tuple[int, Description]]:
    """Yield the descriptions by which statements name a person: “the premier said”."""
    persons = {
        name
        for name, kind in zip(result.names["name"], result.names["kind"], strict=True)
        if kind == PERSON
    }
    said = result.statements
    known = said[said["speaker"].isin(persons) & said["speaker_start"].notna()]
    for speaker, start, end in zip(
        *(known[column] for column in ("speaker", "speaker_start", "speaker_end")), strict=True
    ):
        text = result.text[int(start) : int(end)]
        described = description_of(result.text, int(start), int(end))
        if described is not None and text.casefold().startswith("the ") and speaker in numbers:
            yield numbers[speaker], described


def _unlike(by_article: dict[int, list[Description]]) -> list[_Wording]:
    """Return the descriptions of one person that not all articles that describe them have."""
    described = {place: each for place, each in by_article.items() if each}
    found: list[_Wording] = []
    for place, own in described.items():
        others = [each for other, each in described.items() if other != place]
        for number, one in enumerate(own):
            again = any(one.says_the_same(earlier) for earlier in own[:number])
            shared = others and all(any(one.says_the_same(x) for x in each) for each in others)
            if not again and not shared:
                found.append(_wording(place, own, one))
    return found


def _wording(place: int, own: Sequence[Description], one: Description) -> _Wording:
    same = sorted({(each.start, each.end) for each in own if one.says_the_same(each)})
    return _Wording(place, ((one.start, one.end), *(at for at in same if at[0] != one.start)))


def _groups_and_things(
    pairs: pd.DataFrame, articles: Sequence[Result], own: Sequence[_Article]
) -> Iterator[tuple[str, list[_Wording]]]:
    """Yield the groups and things that stand in one slot of a pair, each with its wordings."""
    root: dict[tuple[int, Range], tuple[int, Range]] = {}
    kinds: dict[tuple[int, Range], str] = {}

    def first(key: tuple[int, Range]) -> tuple[int, Range]:
        while root.setdefault(key, key) != key:
            key = root[key]
        return key

    for kind, a, b in _slots(pairs, articles, own):
        one, other = first(a), first(b)
        root[max(one, other)] = min(one, other)
        kinds[min(one, other)] = kind
    together: dict[tuple[int, Range], list[tuple[int, Range]]] = {}
    for key in list(root):
        together.setdefault(first(key), []).append(key)
    for key, group in sorted(together.items()):
        yield kinds[key], [_Wording(place, _mentions(own[place], at)) for place, at in group]


def _slots(
    pairs: pd.DataFrame, articles: Sequence[Result], own: Sequence[_Article]
) -> Iterator[tuple[str, tuple[int, Range], tuple[int, Range]]]:
    """Yield the kind of each group or thing with its place in both articles: the first mention of
    its wording, or the one in the pair for a wording that every article uses."""
    paired = pairs[pairs["band"] != NO_MATCH]
    columns = ("band", "article_a", "sentence_a", "article_b", "sentence_b")
    for band, a, i, b, j in zip(*(paired[name] for name in columns), strict=True):
        texts = [articles[place].sentences["text"].iloc[s] for place, s in ((a, i), (b, j))]
        starts = [int(articles[place].sentences["start"].iloc[s]) for place, s in ((a, i), (b, j))]
        for slot in slots(*texts, sure=band == SAME_FACT):
            ranges = [
                (start + found[0], start + found[1])
                for start, found in zip(starts, (slot.a, slot.b), strict=True)
            ]
            heads = [
                words_of(text[slice(*found)])[-1].key
                for text, found in zip(texts, (slot.a, slot.b), strict=True)
            ]
            anybody = [head in _ANYBODY for head in heads]
            if any(own[p].is_quoted(at[0]) for p, at in zip((a, b), ranges, strict=True)):
                continue
            # A wording that the other article uses too tells nothing of either.
            elsewhere = [heads[0] in own[b].places, heads[1] in own[a].places]
            if slot.kind == GROUP and any(anybody) and not all(anybody):
                elsewhere = [
                    each and not any_ for each, any_ in zip(elsewhere, anybody, strict=True)
                ]
            if any(elsewhere):
                continue
            keys = [
                (int(place), at if is_anybody else _mentions(own[place], at)[0])
                for place, at, is_anybody in zip((a, b), ranges, anybody, strict=True)
            ]
            yield slot.kind, keys[0], keys[1]


def _mentions(article: _Article, at: Range) -> tuple[Range, ...]:
    """Return where an article has the words of a range, that range alone for nouns such as
    “people”."""
    ours = [word.key for word in words_of(article.result.text[slice(*at)])]
    if len(ours) == 1 and ours[0] in _ANYBODY:
        return (at,)
    size = len(ours)
    return tuple(
        (article.words[place][0][0], article.words[place + size - 1][0][1])
        for place in article.places.get(ours[0], ())
        if [key for _, key in article.words[place : place + size]] == ours
    )
