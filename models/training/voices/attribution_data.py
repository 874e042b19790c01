"""Articles with their attributions → windows with tags and links."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from models.evaluation.voices.held_out import AttributedArticle, Spans, read_attributed
from models.inference.voices.labels import PARTS
from models.inference.voices.windows import Window, windows
from models.training.voices.names_data import IGNORED

#: One training article in so many chooses the thresholds and is not trained on.
VALIDATION_ONE_IN = 20


@dataclass(frozen=True)
class AttributionExample:
    """A window; `tags` holds for each token 0, 1 or 2 (outside, first, further) for each of
    `PARTS`, `IGNORED` without a target; `links` the tokens of each attribution's cue, source and
    content."""

    window: Window
    tags: list[tuple[int, int, int]]
    links: list[tuple[list[int], list[int], list[int]]]


def read_articles(folder: Path, part: str) -> list[AttributedArticle]:
    """The articles of a `part`: train, validation (taken from the training articles), or dev, the
    articles that results are reported on."""
    split = "dev" if part == "dev" else "train"
    articles = [article for of, article in read_attributed(folder) if of == split]
    if part == "dev":
        return articles
    return [a for a in articles if _is_validation(a.article) == (part == "validation")]


def _is_validation(key: str) -> bool:
    digest = hashlib.sha256(key.encode()).digest()
    return int.from_bytes(digest[:4], "big") % VALIDATION_ONE_IN == 0


def attribution_examples(
    articles: Sequence[AttributedArticle], tokenizer: Tokenizer
) -> list[AttributionExample]:
    """The windows of all articles."""
    return [
        example
        for article in articles
        for window in windows(article.text, tokenizer)
        for example in _examples(article, window)
    ]


def _examples(article: AttributedArticle, window: Window) -> Iterator[AttributionExample]:
    starts = [a for a, _ in window.offsets]
    begin, end = window.offsets[0][0], window.offsets[-1][1]
    words = [index for index, word in enumerate(window.words) if word]

    def inside(spans: Spans) -> list[int]:
        return [i for i in words if any(a <= starts[i] < b for a, b in spans)]

    tags = [[0, 0, 0] if word else [IGNORED] * 3 for word in window.words]
    links: list[tuple[list[int], list[int], list[int]]] = []
    for one in article.attributions:
        if not any(a < end and begin < b for a, b in (*one.source, *one.cue, *one.content)):
            continue
        places = {name: inside(getattr(one, name)) for name in PARTS}
        for number, name in enumerate(PARTS):
            for span in getattr(one, name):
                for order, index in enumerate(inside((span,))):
                    # The shorter parts of nested attributions come last in the corpus, so they win.
                    tags[index][number] = 2 if order else 1
        if places["cue"]:
            links.append((places["cue"], places["source"], places["content"]))
    for index in inside(article.discard):
        tags[index] = [IGNORED] * 3
    yield AttributionExample(window, [(a, b, c) for a, b, c in tags], links)
