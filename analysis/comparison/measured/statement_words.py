"""How many words of each sentence are a speaker's."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.comparison.people import People
from analysis.frames import Result
from analysis.text.readability import count_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def words_by_sentence(
    result: Result, article: int, known: People
) -> dict[int, NDArray[np.float64]]:
    """Return for everybody who speaks in an article the words of their statements in each sentence:
    an array with one number a sentence, by their number in ``known``.

    ``article`` is the place of ``result`` in the comparison. Speakers that ``known`` does not know
    (a pronoun, nobody) are left out.
    """
    import numpy as np

    sentences, statements = result.sentences, result.statements
    starts: Sequence[int] = sentences["start"].tolist()
    ends: Sequence[int] = sentences["end"].tolist()
    found: dict[int, NDArray[np.float64]] = {}
    for start, end, speaker in zip(
        *(statements[name].tolist() for name in ("start", "end", "speaker")), strict=True
    ):
        number = known.number(article, speaker)
        if number is None:
            continue
        words = found.setdefault(number, np.zeros(len(starts)))
        for place in range(bisect_right(ends, start), bisect_left(starts, end)):
            words[place] += count_words(
                result.text[max(start, starts[place]) : min(end, ends[place])]
            )
    return found
