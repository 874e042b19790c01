"""Hand-made marks and materials for the tests of practice."""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.columns import frame
from analysis.practice.marks import MARKS
from analysis.practice.material import Line, Material, View


def marks_of(answers: Mapping[int, Sequence[bool | str | None]]) -> pd.DataFrame:
    """Return a frame MARKS from the answers of each participant, one a sentence.

    None has no row, True and False are without a reason, a string is loaded for that reason.
    """
    rows = [
        (participant, sentence, bool(answer), answer if isinstance(answer, str) else "")
        for participant, given in answers.items()
        for sentence, answer in enumerate(given)
        if answer is not None
    ]
    return frame({name: [row[n] for row in rows] for n, name in enumerate(MARKS)}, MARKS)


def material_with(
    bands: Sequence[str], words: Mapping[int, Sequence[str]] | None = None
) -> Material:
    """Return a material with a sentence a band, “Word0a word0b, word0c.” and so on; one with the
    band "" does not count. ``words`` are those that the model calls loaded."""
    texts = [f"Word{n}a word{n}b, word{n}c." for n in range(len(bands))]
    text = " ".join(texts)
    lines, views = [], []
    for n, (one, band) in enumerate(zip(texts, bands, strict=True)):
        start = text.index(one)
        lines.append(Line(start, start + len(one), 0, bool(band)))
        loaded = [
            (text.index(word), text.index(word) + len(word)) for word in (words or {}).get(n, ())
        ]
        probability = {"loaded": 0.9, "uncertain": 0.5, "not loaded": 0.1, "": 0.0}[band]
        views.append(View(band, probability, tuple(loaded), "outlet", ""))
    return Material("", text, tuple(lines), tuple(views))
