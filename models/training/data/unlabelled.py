"""Sentences of unlabelled news articles, which teachers label for distillation."""

from __future__ import annotations

import random
import re
from pathlib import Path

from models.corpora import fold_of
from models.errors import DataError

FILE = "news_articles.parquet"

#: A simple sentence boundary, good enough for training: a full stop or closing quotation mark,
#: white space, then a capital letter or an opening quotation mark.
_BOUNDARY = re.compile(r"(?<=[.!?\u201d\"])\s+(?=[A-Z\u201c\"])")

#: Least and most words of a sentence that is kept. Shorter ones are mostly captions and remains
#: of web pages.
SHORTEST, LONGEST = 8, 60


#: Of ten folds by article, the one whose sentences serve for measuring how steady scores are
#: (`models.invariance.real_sentences`), and not for the pass that makes them steady.
MEASURED_FOLD = 0


def read_sentences(
    folder: Path, count: int, seed: int, each: int = 1, measured: bool | None = None
) -> list[str]:
    """`count` sentences, at most `each` of an article, as evenly over the outlets as the number of
    their articles allows.

    A third of the articles are from a dozen outlets, which would otherwise dominate.

    Args:
        folder: holds the articles.
        count: how many; fewer where the articles give no more.
        seed: of the choice.
        each: at most so many of an article.
        measured: True for articles of `MEASURED_FOLD` only, False for the others, None for all.

    Raises:
        DataError: the file is missing.
    """
    import pandas as pd

    path = folder / FILE
    if not path.is_file():
        raise DataError(f"{path} is missing: models/training/README.md says where it is published.")
    rng = random.Random(seed)
    by_outlet: dict[str, list[str]] = {}
    frame = pd.read_parquet(path, columns=["outlet", "text"])
    for outlet, text in zip(frame["outlet"], frame["text"], strict=True):
        if measured is not None and (fold_of(str(text)) == MEASURED_FOLD) != measured:
            continue
        by_outlet.setdefault(str(outlet), []).append(str(text))
    for texts in by_outlet.values():
        rng.shuffle(texts)
    outlets = sorted(by_outlet)
    sentences: list[str] = []
    while len(sentences) < count and outlets:
        rng.shuffle(outlets)
        for outlet in list(outlets):
            if not by_outlet[outlet]:
                outlets.remove(outlet)
                continue
            fitting = [
                sentence
                for paragraph in by_outlet[outlet].pop().splitlines()
                for sentence in _BOUNDARY.split(paragraph.strip())
                if SHORTEST <= len(sentence.split()) <= LONGEST
            ]
            sentences += rng.sample(fitting, min(each, len(fitting)))
    return sentences[:count]
