"""What all tests share: a profile for property tests, and results made of given rows."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from analysis.frames import ARTICLE, QUOTATIONS, SENTENCES, SPANS, Result, empty, frame
from tests.small_article import result  # noqa: F401  # a fixture for all tests

# No deadline: in the first example of a test a model may be loading.
settings.register_profile(
    "slant", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("slant")


@pytest.fixture(scope="session")
def result_of() -> Callable[..., Result]:
    """Return a function that makes a Result of sentences, one a paragraph, and their columns."""

    def make(texts: Sequence[str], spans: Any = None, **columns: Sequence[Any]) -> Result:
        text = "\n\n".join(texts)
        starts = [sum(len(one) + 2 for one in texts[:number]) for number in range(len(texts))]
        rows: dict[str, Sequence[Any]] = {name: [0.0] * len(texts) for name in SENTENCES}
        rows |= {
            "sentence": range(len(texts)),
            "paragraph": range(len(texts)),
            "start": starts,
            "end": [start + len(one) for start, one in zip(starts, texts, strict=True)],
            "text": texts,
            "voice": ["outlet"] * len(texts),
            "sentiment": ["neutral"] * len(texts),
            "loaded": ["neutral"] * len(texts),
            "language": ["en"] * len(texts),
        } | columns
        article: dict[str, Sequence[Any]] = {
            name: [""] if column.dtype == "str" else [0] for name, column in ARTICLE.items()
        }
        article["smog_index"] = [float("nan")]
        return Result(
            article=frame(article, ARTICLE),
            sentences=frame(rows, SENTENCES),
            spans=empty(SPANS) if spans is None else frame(spans, SPANS),
            quotations=empty(QUOTATIONS),
            text=text,
        )

    return make
