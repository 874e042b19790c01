"""Two articles of a comparison to the pieces that the browser shows side by side: pure, and free of
Streamlit.

Both texts are cut as on the Read page, and at the borders of what differs inside a pair besides.
What differs is named by the number of its run in its sentence, never by an offset, as JavaScript
counts UTF-16 units.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.comparison.frames import NO_MATCH, POSSIBLY, SAME_FACT
from analysis.frames import FURNITURE
from analysis.output.comparison.about import About, ArticleName, article_names
from analysis.output.comparison.wordings import Partner, partners, surest
from analysis.output.phrasing.comparison.whole import found_in
from dashboard.components.article_text.payload import article_payload

if TYPE_CHECKING:
    import pandas as pd

    from analysis.comparison.frames import Comparison
    from analysis.frames import Result
    from analysis.output.blocks import Interval


Partners = Mapping[tuple[int, int], Sequence[Partner]]
"""The partners of each sentence that has any, by article and sentence."""


@dataclass(frozen=True)
class _Pair:
    """A pair of sentences: that of the left article first, its band, and its row in the frame."""

    sentences: tuple[int, int]
    band: str
    row: int


def comparison_payload(
    comparison: Comparison, shown: tuple[int, int], known: Sequence[About] = ()
) -> dict[str, Any]:
    """Return everything the browser needs to show two articles side by side, ready for JSON.

    ``shown`` are the places of the left and the right article; ``known`` as for ``article_names``.
    ``sides`` holds one entry for each: ``article``, its place; ``letter``, ``title`` and ``detail``
    (outlet and date); ``text``, its ``article_payload``; ``matches``, for each sentence its band in
    the other article ("" for furniture, which is not compared) and, in words, where the same fact
    was found; ``found``, how many of its sentences have a match there.
    ``pairs`` holds one entry for each pair of sentences: ``sentences``, left and right; ``band``;
    ``differing``, left and right the numbers of the runs that only that one has; ``numbers``, each
    with ``runs``, left and right, and the numbers as written (``written``).

    Raises ValueError if ``shown`` does not name two different articles of the comparison, or
    sentences overlap or leave their text.
    """
    count = len(comparison.articles)
    if len(set(shown)) != 2 or not all(0 <= article < count for article in shown):
        raise ValueError(
            f"shown is {shown}: name two different articles, by their places from 0 to {count - 1}."
        )
    pairs = _pairs(comparison.pairs, shown)
    marks = _marks(comparison, pairs, shown)
    texts = [
        article_payload(
            comparison.articles[article],
            [passage for row in marks for passage in marks[row].passages(side)],
        )
        for side, article in enumerate(shown)
    ]
    starts = [_run_starts(text) for text in texts]
    paired = partners(comparison)
    names = article_names(comparison, known)
    return {
        "sides": [
            _side(names, comparison.articles[places[0]], places, text, paired)
            for places, text in zip((shown, shown[::-1]), texts, strict=True)
        ],
        "pairs": [
            {
                "sentences": pair.sentences,
                "band": pair.band,
                **marks[pair.row].by_runs(
                    [starts[side][number] for side, number in enumerate(pair.sentences)]
                ),
            }
            for pair in pairs
        ],
    }


@dataclass(frozen=True)
class _Marks:
    """What differs inside a pair, left and right: offsets of words, and of numbers with the numbers
    as written."""

    words: tuple[list[Interval], list[Interval]]
    numbers: list[tuple[tuple[Interval, Interval], tuple[str, str]]]

    def passages(self, side: int) -> list[Interval]:
        return [*self.words[side], *(places[side] for places, _ in self.numbers)]

    def by_runs(self, starts: list[list[int]]) -> dict[str, Any]:
        """Return the marks as numbers of runs, given where each run of both sentences starts."""
        return {
            "differing": [
                sorted({run for word in self.words[side] for run in _runs_of(word, starts[side])})
                for side in (0, 1)
            ],
            "numbers": [
                {
                    "runs": [_runs_of(places[side], starts[side]) for side in (0, 1)],
                    "written": written,
                }
                for places, written in self.numbers
            ],
        }


def _side(
    names: Sequence[ArticleName],
    result: Result,
    shown: tuple[int, int],
    text: dict[str, Any],
    paired: Partners,
) -> dict[str, Any]:
    """Return what is shown of the first of the two articles ``shown``."""
    article, other = shown
    others = [place for place in range(len(names)) if place != article]
    found = [
        {place: surest(paired.get((article, number), ()), place) for place in others}
        if part != FURNITURE
        else {}
        for number, part in enumerate(result.sentences["part"].tolist())
    ]
    bands = [by_article.get(other, "") for by_article in found]
    return {
        "article": article,
        "letter": names[article].letter,
        "title": names[article].title,
        "detail": names[article].detail,
        "text": text,
        "matches": [
            (band, found_in(by_article)) for band, by_article in zip(bands, found, strict=True)
        ],
        "found": sum(band in (SAME_FACT, POSSIBLY) for band in bands),
    }


def _pairs(pairs: pd.DataFrame, shown: tuple[int, int]) -> list[_Pair]:
    """Return the pairs of the two articles shown, in the order of the frame."""
    low, high = sorted(shown)
    columns = ("article_a", "article_b", "sentence_a", "sentence_b", "band")
    rows = zip(*(pairs[name].tolist() for name in columns), strict=True)
    found = []
    for row, (article_a, article_b, sentence_a, sentence_b, band) in enumerate(rows):
        if (article_a, article_b) == (low, high) and band != NO_MATCH:
            sentences = (int(sentence_a), int(sentence_b))
            found.append(_Pair(sentences if shown[0] == low else sentences[::-1], band, row))
    return found


def _marks(
    comparison: Comparison, pairs: Iterable[_Pair], shown: tuple[int, int]
) -> Mapping[int, _Marks]:
    """Return what differs inside each pair, by the pair's row."""
    marks = {pair.row: _Marks(([], []), []) for pair in pairs}
    columns = ("pair", "article", "start", "end")
    for row, article, start, end in zip(
        *(comparison.wordings[name].tolist() for name in columns), strict=True
    ):
        if row in marks:
            marks[row].words[shown.index(article)].append((start, end))
    swapped = shown[0] > shown[1]
    for number in comparison.numbers.to_dict("records"):
        if number["pair"] in marks:
            sides = [
                ((number[f"start_{side}"], number[f"end_{side}"]), number[f"number_{side}"])
                for side in ("ba" if swapped else "ab")
            ]
            (left, left_written), (right, right_written) = sides
            marks[number["pair"]].numbers.append(((left, right), (left_written, right_written)))
    return marks


def _run_starts(text: Mapping[str, Any]) -> list[list[int]]:
    """Return for each sentence the offset of each of its runs, and of its end."""
    starts = []
    offset = 0
    for block in text["blocks"]:
        offset += len(block["gap"])
        for piece in block["pieces"]:
            runs = []
            for content, _ in piece["runs"]:
                runs.append(offset)
                offset += len(content)
            if "band" in piece:
                starts.append([*runs, offset])
    return starts


def _runs_of(passage: Interval, starts: list[int]) -> list[int]:
    """Return the runs of a sentence inside a passage, whose borders are borders of runs; what of
    the passage is outside the sentence has none."""
    start, end = passage
    return list(range(bisect_left(starts, start), bisect_left(starts[:-1], end)))
