"""Variants of a real sentence that should get the same scores: other names, no full stop."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.corpora import Example
from models.invariance.people import People, Person, person, renamed

#: Names that are put into a sentence in turn; its targets are the mean over these and its own.
NAMES_EACH = 6

#: People named as a target in at least so many of NewsMTSC's sentences are looked for.
LEAST_MENTIONS = 2

_FULL_NAME = re.compile(r"(?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+")
#: First words of such a target that are no first name.
_NO_FIRST_NAME = frozenset(
    """
    President Senator Secretary Minister Chancellor Governor Representative Speaker The Justice
    Judge Prince Princess King Queen Pope Sir Lady Lord Vice Prime Attorney General House White
    Supreme Republican Republicans Democrat Democrats Democratic Former Mayor Officer Congressman
    Congresswoman Director
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True)
class Variants:
    """Sentences that differ in nothing that matters; the first is the original. Targets are the
    mean over all of them, and `trained` are those that the network is trained on."""

    texts: tuple[str, ...]
    trained: tuple[int, ...]


def people_in(examples: Iterable[Example], known: Sequence[str]) -> list[Person]:
    """The people of the full names `known`, then those that are targets of several `examples`."""
    found = Counter(
        e.text[e.target[0] : e.target[1]].removesuffix("’s").removesuffix("'s")
        for e in examples
        if e.target is not None
    )
    names = [
        name
        for name, count in found.most_common()
        if count >= LEAST_MENTIONS
        and _FULL_NAME.fullmatch(name)
        and name.split()[0] not in _NO_FIRST_NAME
    ]
    return [person(name) for name in dict.fromkeys([*known, *names])]


def name_variants(
    sentences: Iterable[str],
    people: Sequence[Person],
    substitutes: Sequence[Person],
    count: int,
    trained: int,
    rng: random.Random,
) -> list[Variants]:
    """Up to `count` of the `sentences` that name one of `people`, each with `NAMES_EACH` draws of
    `substitutes` in place of everybody named, and `trained` of these to train on beside it."""
    finder = People(people)
    found: list[Variants] = []
    for sentence in sentences:
        if len(found) == count:
            break
        mentions = finder.mentions(sentence)
        if not mentions or sentence.isupper():
            continue
        named = list(dict.fromkeys(mention.person for mention in mentions))
        texts = [sentence]
        for _ in range(NAMES_EACH):
            others = rng.sample(substitutes, len(named))
            texts.append(renamed(sentence, mentions, dict(zip(named, others, strict=True))))
        found.append(Variants(tuple(texts), (0, *range(1, 1 + trained))))
    return found


def stop_variants(sentences: Iterable[str], count: int) -> list[Variants]:
    """Up to `count` of the `sentences` with a full stop at the end, with it and without it."""
    ending = [sentence for sentence in sentences if sentence.endswith(".")][:count]
    return [Variants((text, text.removesuffix(".")), (0, 1)) for text in ending]
