"""What all tests share: markers, a profile for property tests, results made of given rows."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from analysis.frames import (
    ARTICLE,
    NAMES,
    QUOTATIONS,
    SENTENCES,
    SPANS,
    STATEMENTS,
    Result,
    empty,
    frame,
)
from tests.served import ROOT, served
from tests.small_article import result  # noqa: F401  # a fixture for all tests

# No deadline: in the first example of a test a model may be loading.
settings.register_profile(
    "slant", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("slant")

BROWSER_TESTS = Path(__file__).parent / "browser"
SERVERS = {"app_url", "text_view_url", "guarded_url", "started"}
"""Fixtures that start a Streamlit server."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser, and what asks for a server's fixture."""
    for item in items:
        if item.path.is_relative_to(BROWSER_TESTS):
            item.add_marker(pytest.mark.browser)
        if SERVERS & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.server)


@pytest.fixture(scope="session")
def guarded_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the dashboard behind its security headers, served from ``serve.py``."""
    with served(ROOT / "serve.py", tmp_path_factory.mktemp("serve") / "streamlit.log") as url:
        yield url


@pytest.fixture(scope="session")
def result_of() -> Callable[..., Result]:
    """Return a function that makes a Result of sentences, one a paragraph, and their columns.

    ``spans``, ``statements`` and ``names`` are the columns of these frames, which are else empty.
    """

    def make(
        texts: Sequence[str],
        spans: Any = None,
        statements: Any = None,
        names: Any = None,
        **columns: Sequence[Any],
    ) -> Result:
        text = "\n\n".join(texts)
        starts = [sum(len(one) + 2 for one in texts[:number]) for number in range(len(texts))]
        rows: dict[str, Sequence[Any]] = {name: [0.0] * len(texts) for name in SENTENCES}
        rows |= {
            "sentence": range(len(texts)),
            "paragraph": range(len(texts)),
            "start": starts,
            "end": [start + len(one) for start, one in zip(starts, texts, strict=True)],
            "text": texts,
            "part": ["body"] * len(texts),
            "voice": ["outlet"] * len(texts),
            "speaker": [""] * len(texts),
            "statement": [None] * len(texts),
            "sentiment": ["neutral"] * len(texts),
            "tone_label": ["neutral"] * len(texts),
            "loaded": ["not loaded"] * len(texts),
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
            statements=empty(STATEMENTS) if statements is None else frame(statements, STATEMENTS),
            names=empty(NAMES) if names is None else frame(names, NAMES),
            quotations=empty(QUOTATIONS),
            text=text,
        )

    return make
