"""The facts of several articles: sentences that tell the same, put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.columns import frame
from analysis.comparison.frames import FACTS, NO_MATCH, POSSIBLY, SAME_FACT
from analysis.frames import FURNITURE, Result

if TYPE_CHECKING:
    import pandas as pd

Place = tuple[int, int]
"""A sentence: the place of its article, and its number there."""

HELD_BY = 0.5
"""A sentence joins others if it tells the same fact as at least so large a share of those in other
articles. Without it sentences of two facts chain a whole article together: over the three tellings
of an event, half keeps groups in which every sentence was judged the same as most others."""


@dataclass(frozen=True)
class _Link:
    one: Place
    other: Place
    probability: float


def facts(pairs: pd.DataFrame, articles: Sequence[Result]) -> pd.DataFrame:
    """Return the columns declared in ``FACTS``.

    Sentences in pairs of the band same fact are put together, the surest first, so long as each
    tells the same as most of the group's sentences in other articles (``HELD_BY``). A sentence
    that is left by itself is put as *possibly* to the fact that it is most probably the same as,
    if that fact's articles do not include its own; else it is a fact by itself.
    """
    places = [
        (place, int(number))
        for place, article in enumerate(articles)
        for number in article.sentences["sentence"][article.sentences["part"] != FURNITURE]
    ]
    groups = _groups(places, _links(pairs, SAME_FACT))
    possible = _possible(groups, _links(pairs, POSSIBLY))
    left_out = {place for held in possible.values() for place in held}
    told = [group for group in groups if group[0] not in left_out]
    told.sort(
        key=lambda group: (-len(_articles(group)), -len(possible.get(group[0], [])), group[0])
    )
    texts = [article.sentences["text"].tolist() for article in articles]
    rows = [
        (number, len(_articles(group)), place, band)
        for number, group in enumerate(told)
        for band, held in ((SAME_FACT, group), (POSSIBLY, possible.get(group[0], [])))
        for place in held
    ]
    return frame(
        {
            "fact": [number for number, *_ in rows],
            "articles": [count for _, count, *_ in rows],
            "article": [article for *_, (article, _), _ in rows],
            "sentence": [sentence for *_, (_, sentence), _ in rows],
            "text": [texts[a][s] for *_, (a, s), _ in rows],
            "band": [band for *_, band in rows],
        },
        FACTS,
    )


def _links(pairs: pd.DataFrame, band: str) -> list[_Link]:
    """Return the pairs of ``band``, the most probable first."""
    some = pairs[(pairs["band"] == band) & (band != NO_MATCH)]
    sides = [
        zip(some[f"article_{side}"].astype(int), some[f"sentence_{side}"].astype(int), strict=True)
        for side in ("a", "b")
    ]
    links = [_Link(*found) for found in zip(*sides, some["same_fact"], strict=True)]
    return sorted(links, key=lambda link: (-link.probability, link.one, link.other))


def _groups(places: Iterable[Place], links: Sequence[_Link]) -> list[list[Place]]:
    """Return all ``places`` in groups, each in reading order."""
    same = {(link.one, link.other) for link in links}
    same |= {(other, one) for one, other in same}
    group_of = {place: [place] for place in places}
    for link in links:
        one, other = group_of[link.one], group_of[link.other]
        if one is other or not _belong(one, other, same):
            continue
        one.extend(other)
        for place in other:
            group_of[place] = one
    groups = {id(group): group for group in group_of.values()}
    return sorted(sorted(group) for group in groups.values())


def _belong(one: Sequence[Place], other: Sequence[Place], same: set[tuple[Place, Place]]) -> bool:
    """Whether each sentence of either group tells the same as most of the other's."""
    return all(
        _held(place, facing, same)
        for group, facing in ((one, other), (other, one))
        for place in group
    )


def _held(place: Place, facing: Sequence[Place], same: set[tuple[Place, Place]]) -> bool:
    others = [far for far in facing if far[0] != place[0]]
    return not others or sum((place, far) in same for far in others) >= HELD_BY * len(others)


def _possible(
    groups: Sequence[Sequence[Place]], links: Sequence[_Link]
) -> dict[Place, list[Place]]:
    """Return which single sentences are possibly told by which group, known by its first place."""
    group_of = {place: group for group in groups for place in group}
    held: dict[Place, list[Place]] = {}
    taken: set[Place] = set()
    for link in links:
        for single, place in _ends(link):
            first = group_of[place][0]
            if (
                len(group_of[single]) == 1
                and single not in taken
                and single not in held
                and first not in taken
                and single[0] not in _articles(group_of[place])
            ):
                held.setdefault(first, []).append(single)
                taken.add(single)
                break
    return {first: sorted(places) for first, places in held.items()}


def _ends(link: _Link) -> Iterator[tuple[Place, Place]]:
    # The later article's sentence is the one that is put to the other.
    yield link.other, link.one
    yield link.one, link.other


def _articles(group: Iterable[Place]) -> set[int]:
    return {article for article, _ in group}
