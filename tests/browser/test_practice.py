"""The Practice page in a real browser: what is there before an answer, and what only after it."""

from __future__ import annotations

import re
from functools import cache

import pytest
from playwright.sync_api import expect

from analysis import analyze
from analysis.practice.material import Material, material_of
from analysis.reading.samples import samples
from tests.browser.conftest import OpenPage
from tests.browser.practice_page import Heard, PracticePage

SAMPLE = "school-meals-loaded"

# An address with a path: the client asks below it and at the root (see test_accessibility).
ASKED_IN_VAIN = (
    r"Failed to load resource: the server responded with a status of 404 \(Not Found\) "
    r"\(http://127\.0\.0\.1:\d+/practice/_stcore/(health|host-config)\)"
)


@cache
def material() -> Material:
    sample = next(one for one in samples() if one.slug == SAMPLE)
    return material_of(analyze(sample.text, title=sample.title))


def loaded_sentences() -> list[int]:
    return [n for n, view in enumerate(material().views) if view.band == "loaded"]


def signs_of_the_model() -> dict[str, re.Pattern[str]]:
    """What would show that something of the analysis of the sample is there, and how it looks."""
    views = [
        view for line, view in zip(material().lines, material().views, strict=True) if line.counts
    ]
    probabilities = "|".join(
        re.escape(number)
        for view in views
        # Rounded, or cut from all its digits; 0.9 may be an opacity.
        for number in {
            f"{view.probability:.2f}",
            f"{view.probability:.3f}",
            str(view.probability)[:5],
        }
    )
    words = "|".join(rf"\[{a}, ?{b}\]" for view in views for a, b in view.words)
    speakers = "|".join({re.escape(view.speaker) for view in views if view.speaker})
    assert probabilities
    assert words
    assert speakers
    return {
        "a probability": re.compile(rf"(?<![\d.])({probabilities})"),
        "the offsets of loaded words": re.compile(words),
        "a band": re.compile(r'"(loaded|uncertain|not loaded)"|likely loaded'),
        "a field of the views": re.compile(r'"(views|band|probability|loaded_probability|voice)"'),
        "a voice or speaker": re.compile(rf'"(outlet|reported|quoted|{speakers})"'),
    }


def found(text: str) -> dict[str, str]:
    """Return which signs of the model's view ``text`` holds."""
    hits = {name: sign.search(text) for name, sign in signs_of_the_model().items()}
    return {
        name: text[max(hit.start() - 60, 0) : hit.end() + 60] for name, hit in hits.items() if hit
    }


@pytest.fixture
def practice(open_page: OpenPage, app_url: str) -> PracticePage:
    return PracticePage(open_page(color_scheme="light", allowed=ASKED_IN_VAIN), app_url)


def test_the_model_s_view_comes_only_with_the_comparison(
    practice: PracticePage,
) -> None:
    heard = Heard(practice.page)
    practice.open(f"?exercise=mark&sample={SAMPLE}")
    loaded = loaded_sentences()
    practice.mark(loaded[0], 3)
    practice.go_to("Who says it").go_to("Mark first")
    expect(practice.sentence(loaded[0])).to_have_attribute("aria-pressed", "true")
    assert material().text[:40] in heard.everything().replace("\\u2019", "’")
    assert found(heard.everything()) == {}

    practice.compare()
    # The same signs are found once they may be: had they come before, they would have been.
    assert found(heard.everything()).keys() == signs_of_the_model().keys()
