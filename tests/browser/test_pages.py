"""From page to page, at a desk and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.conftest import OpenPage
from tests.browser.read_page import ReadPage

SIZES: dict[str, ViewportSize] = {
    "desk": {"width": 1440, "height": 900},
    "phone": {"width": 390, "height": 844},
}

# What is under the middle of the heading: the heading, unless something lies over it.
_ON_TOP = """
heading => {
  const {left, top, width, height} = heading.getBoundingClientRect();
  return heading.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}
"""


def opened(open_page: OpenPage, app_url: str, size: str) -> ReadPage:
    """The page of the sample article in a window of `size`, with its links in place."""
    read = ReadPage(open_page(viewport=SIZES[size]), app_url).open()
    # One way there, not two: the row of a small screen or the bar of a large one.
    expect(read.page.get_by_role("link", name="How it works")).to_have_count(1)
    return read


@pytest.mark.parametrize("size", SIZES)
def test_a_page_that_is_chosen_is_there_to_read(
    open_page: OpenPage, app_url: str, size: str
) -> None:
    read = opened(open_page, app_url, size)
    page = read.page
    expect(page.get_by_test_id("stExpandSidebarButton")).to_be_hidden()
    for name, address in (("How it works", "/how-it-works"), ("Read", "/")):
        page.get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(f"{app_url}{address}*")
        heading = read.heading
        if name == "Read":
            expect(read.sentences.first).to_be_visible()
        else:
            expect(heading).to_have_text(name)
        heading.scroll_into_view_if_needed()
        assert heading.evaluate(_ON_TOP)


def test_how_it_works_is_short_until_its_folds_are_opened(
    open_page: OpenPage, app_url: str
) -> None:
    read = opened(open_page, app_url, "desk")
    read.go_to_how_it_works()
    page = read.page
    # The page for readers, up to the title of the folds, is at most two screens long.
    end = page.get_by_role("heading", name="The figures, the model card")
    top = "node => node.getBoundingClientRect().top"
    assert end.evaluate(top) - read.heading.evaluate(top) < 2 * SIZES["desk"]["height"]
    expect(page.locator(".card-table").first).to_be_hidden()
    expect(page.get_by_text("@software")).to_be_hidden()
    cite = read.folds.last
    cite.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("@software").first).to_be_visible()


# The charts whose legend ends above their first title, once they are as wide as the window lets.
_CLEAR_LEGENDS = """
() => {
  const charts = [...document.querySelectorAll('.js-plotly-plot')]
    .filter(chart => chart.querySelector('.annotation') && chart.querySelector('.legend'));
  return charts.length == 2 && charts.every(chart => {
    const legend = chart.querySelector('.legend').getBoundingClientRect();
    const title = chart.querySelector('.annotation').getBoundingClientRect();
    return chart.querySelector('.main-svg').getBoundingClientRect().width > 600
      && legend.height > 0 && legend.bottom <= title.top;
  });
}
"""


def test_a_window_that_grows_leaves_no_legend_over_a_chart(
    open_page: OpenPage, app_url: str
) -> None:
    read = opened(open_page, app_url, "phone")
    page = read.page
    page.get_by_role("link", name="How it works", exact=True).click()
    expect(read.folds.last).to_be_visible()
    read.open_folds()
    expect(page.locator(".js-plotly-plot .legend").first).to_be_visible()
    expect(page.locator(".js-plotly-plot")).to_have_count(5)
    page.set_viewport_size(SIZES["desk"])
    page.wait_for_function(_CLEAR_LEGENDS)
