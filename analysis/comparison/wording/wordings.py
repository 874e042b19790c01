"""The passages of a pair of sentences that differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from analysis.columns import frame
from analysis.comparison.frames import NO_MATCH, SAME_FACT, WORDINGS
from analysis.comparison.wording.words import words_of
from analysis.frames import Result

if TYPE_CHECKING:
    import pandas as pd

Passages = list[tuple[int, int]]
"""``(start, end)`` offsets into a sentence, in order, end exclusive."""

Sentence = tuple[int, int]
"""Place of an article in the comparison, and number of a sentence there."""


def wordings(pairs: pd.DataFrame, articles: Sequence[Result]) -> pd.DataFrame:
    """Return the columns declared in ``WORDINGS``, for pairs in the bands same fact and possibly.

    A sentence with several partners in the other article is compared with all that tell the same
    fact at once: what one of them leaves to the next is not missing there.
    """
    paired = pairs[pairs["band"] != NO_MATCH]
    columns = ("article_a", "sentence_a", "article_b", "sentence_b")
    ends = [
        ((int(a), int(i)), (int(b), int(j)))
        for a, i, b, j in zip(*(paired[name] for name in columns), strict=True)
    ]
    same = (paired["band"] == SAME_FACT).tolist()
    partners: dict[tuple[Sentence, int], list[Sentence]] = {}
    for (one, other), is_same in zip(ends, same, strict=True):
        if is_same:
            partners.setdefault((one, other[0]), []).append(other)
            partners.setdefault((other, one[0]), []).append(one)
    texts = [article.sentences["text"].tolist() for article in articles]
    starts = [article.sentences["start"].tolist() for article in articles]
    found: list[tuple[int, int, int, int, str]] = []
    for number, pair in zip(paired.index, ends, strict=True):
        for (place, sentence), other in (pair, pair[::-1]):
            known = [*partners.get(((place, sentence), other[0]), ()), other]
            text, start = texts[place][sentence], starts[place][sentence]
            found += [
                (int(number), place, start + first, start + last, text[first:last])
                for first, last in missing_from(text, [texts[a][i] for a, i in known])
            ]
    rows = zip(*found, strict=True) if found else ([] for _ in WORDINGS)
    return frame(dict(zip(WORDINGS, rows, strict=True)), WORDINGS)


def differing(text_a: str, text_b: str) -> tuple[Passages, Passages]:
    """Return the passages of two sentences whose words the other does not have.

    Order does not matter, since words move about when a fact is told anew. Case, accents, marks,
    inflection and spelling (“voted”, “votes”; “organise”, “organize”) are no differences, nor are
    two forms of one number (“£2.4 million”, “2.4m”; “nine”, “9”). Function words alone make no
    passage, except words of negation; passages with nothing but function words and marks between
    them are one.
    """
    return missing_from(text_a, [text_b]), missing_from(text_b, [text_a])


def missing_from(text: str, others: Iterable[str]) -> Passages:
    """Return the passages of a sentence whose words none of the other sentences has."""
    known = {word.key for other in others for word in words_of(other)}
    passages: Passages = []
    joins = False
    for word in words_of(text):
        if not word.content:
            continue
        if word.key in known:
            joins = False
        elif joins:
            passages[-1] = (passages[-1][0], word.end)
        else:
            passages.append((word.start, word.end))
            joins = True
    return passages
