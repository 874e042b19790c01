"""Sentences of unlabelled news articles, for the network to learn from what an ensemble says."""

from __future__ import annotations

import random
import re
from pathlib import Path

from models.errors import DataError

FILE = "news_articles.parquet"

#: Good enough to train on: a stop, white space, a capital or an opening mark.
_BORDER = re.compile(r"(?<=[.!?\u201d\"])\s+(?=[A-Z\u201c\"])")

#: Words of a sentence that is kept. Shorter ones are mostly captions and residue of web pages.
SHORTEST, LONGEST = 8, 60


def read_sentences(folder: Path, count: int, seed: int, each: int = 1) -> list[str]:
    """`count` sentences, `each` at most of an article, outlets in equal shares as far as they go.

    A third of the articles are from a dozen outlets: without the shares the network would hear
    mostly them.

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
                for sentence in _BORDER.split(paragraph.strip())
                if SHORTEST <= len(sentence.split()) <= LONGEST
            ]
            sentences += rng.sample(fitting, min(each, len(fitting)))
    return sentences[:count]
