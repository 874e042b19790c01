"""A click on a chart beside the strip leads to the sentences behind it, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import KeptPage
from tests.browser.read_page import ReadPage


@pytest.fixture
def read(kept_page: KeptPage, app_url: str) -> ReadPage:
    """The page of a sample, with every chart drawn."""
    return kept_page(app_url, "?sample=fishing-dispute-loaded").drawn()


def click(mark: Locator) -> None:
    """Click the middle of a mark; Plotly lays its own surface over it."""
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    mark.page.mouse.move(box["x"] + box["width"] / 2 - 1, box["y"] + box["height"] / 2)
    mark.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_loaded_word_leads_to_its_sentence(read: ReadPage) -> None:
    click(read.page.locator(".st-key-words .barlayer .point path").first)
    word = read.page.locator(".st-key-words .ytick text").first.text_content() or ""
    expect(read.chosen).to_contain_text(word, ignore_case=True)
    expect(read.chosen).to_be_in_viewport()
    number = int(read.chosen.get_attribute("data-sentence") or "")
    expect(read.card).to_contain_text(f"Sentence {number + 1} of")


def test_further_clicks_lead_to_the_next_sentence_behind_a_bar(read: ReadPage) -> None:
    place = read.page.evaluate(
        """() => document.querySelector(".st-key-paragraphs .js-plotly-plot")
          .layout.meta.sentences[2].findIndex((behind) => behind.length > 1)"""
    )
    bar = read.page.locator(".st-key-paragraphs .barlayer .trace").nth(2).locator(".point path")
    bar = bar.nth(place)
    click(bar)
    first = read.chosen.get_attribute("data-sentence")
    expect(read.card).to_contain_text(f"Sentence {int(first or '') + 1} of")
    click(bar)
    expect(read.chosen).not_to_have_attribute("data-sentence", first or "")


def test_the_readability_chart_does_not_look_like_a_link(read: ReadPage) -> None:
    surface = read.page.locator(".st-key-readability .nsewdrag").first
    assert surface.evaluate("node => getComputedStyle(node).cursor") == "default"
