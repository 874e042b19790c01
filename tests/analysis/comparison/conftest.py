"""What tests of the comparison share: the sample articles, analysed once."""

from collections.abc import Callable
from functools import cache

import pytest

from analysis import analyze
from analysis.frames import Result
from analysis.reading.samples import samples


@pytest.fixture(scope="session")
def told() -> Callable[..., list[Result]]:
    """Return a function that gives the analysed samples with these names (``bus-fares-plain``)."""
    by_slug = {sample.slug: sample for sample in samples()}

    @cache
    def analysed(slug: str) -> Result:
        return analyze(by_slug[slug].text, title=by_slug[slug].title, source=slug)

    return lambda *slugs: [analysed(slug) for slug in slugs]
