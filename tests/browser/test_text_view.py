"""The text view in a real browser: marks, selection, and the link with the strip."""

from __future__ import annotations

import re
from types import ModuleType

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import KeptPage, OpenPage
from tests.browser.contrast import contrasts
from tests.browser.read_page import ReadPage


@pytest.fixture
def fresh(page: Page, text_view_url: str) -> ReadPage:
    """The page around the text view, not loaded yet."""
    return ReadPage(page, text_view_url)


@pytest.fixture
def read(kept_page: KeptPage, text_view_url: str) -> ReadPage:
    """The page with the harbour article: nothing selected or hovered, every layer shown."""
    read = kept_page(text_view_url, "?article=harbour")
    read.page.mouse.move(0, 0)
    if read.chosen.count():
        read.button("Clear selection").click()
    hidden = read.page.locator('.layer[aria-pressed="false"]')
    while hidden.count():
        hidden.first.click()
    expect_nothing_selected(read)
    return read.settled()


def expect_selected(read: ReadPage, index: int) -> None:
    """Text, strip and Python all say that sentence ``index`` is selected."""
    expect(read.chosen).to_have_count(1)
    expect(read.sentence(index)).to_have_attribute("aria-selected", "true")
    expect(read.bars.nth(index)).to_have_class(re.compile(r"\bslant-selected\b"))
    expect(read.page.locator(".slant-selected-band")).to_have_count(1)
    expect(read.page.get_by_text(re.compile(rf"selected {index},"))).to_be_visible()


def expect_nothing_selected(read: ReadPage) -> None:
    expect(read.chosen).to_have_count(0)
    expect(read.page.locator(".slant-selected, .slant-selected-band")).to_have_count(0)
    expect(read.page.get_by_text("selected None")).to_be_visible()


def runs_so_far(read: ReadPage) -> int:
    found = re.search(r"run (\d+)", read.page.get_by_text("Python:").inner_text())
    assert found is not None
    return int(found.group(1))


def test_a_click_on_a_bar_selects_its_sentence(read: ReadPage) -> None:
    read.click_bar(9)
    expect_selected(read, 9)


def test_a_click_beside_a_low_bar_selects_its_sentence(read: ReadPage) -> None:
    page = read.page
    plot = page.locator(".st-key-strip .nsewdrag").bounding_box()
    low = read.bars.nth(3).locator("path").bounding_box()
    assert plot is not None
    assert low is not None
    page.mouse.click(low["x"] + low["width"] / 2, plot["y"] + plot["height"] / 4)
    expect_selected(read, 3)


def test_a_tap_on_a_bar_selects_its_sentence(open_page: OpenPage, text_view_url: str) -> None:
    page = open_page(has_touch=True, viewport={"width": 390, "height": 844})
    read = ReadPage(page, text_view_url)
    read.open("?article=harbour")
    read.bars.nth(2).scroll_into_view_if_needed()
    read.bars.nth(2).tap(force=True)
    expect_selected(read, 2)
    expect(read.sentence(2)).to_be_in_viewport()


def test_a_click_on_a_sentence_marks_its_bar(read: ReadPage) -> None:
    read.sentence(4).click()
    expect_selected(read, 4)
    read.sentence(10).click()
    expect_selected(read, 10)


def test_chart_and_text_stay_the_same_nodes(read: ReadPage) -> None:
    page = read.page
    page.evaluate(
        """() => {
          window.chart = document.querySelector(".st-key-strip .js-plotly-plot");
          window.canvas = chart.querySelector(".main-svg");
          window.view = document.querySelector('[data-testid="stBidiComponentIsolated"]');
          window.first = view.shadowRoot.querySelector(".sentence");
        }"""
    )
    read.sentence(2).click()
    expect_selected(read, 2)
    read.click_bar(6)
    expect_selected(read, 6)
    assert page.evaluate(
        """() => {
          const now = document.querySelector(".st-key-strip .js-plotly-plot");
          const root = document.querySelector('[data-testid="stBidiComponentIsolated"]');
          return now === window.chart && now.querySelector(".main-svg") === window.canvas
            && root === window.view && root.shadowRoot.querySelector(".sentence") === window.first;
        }"""
    )


def test_the_mark_is_painted_before_python_answers(read: ReadPage) -> None:
    read.click_bar(2)
    expect_selected(read, 2)
    # Read in the same task as the click: no message can have come back from the server.
    marked = read.sentence(4).evaluate(
        """(element) => {
          const { left, top } = element.getClientRects()[0];
          const place = { clientX: left + 2, clientY: top + 2, bubbles: true, composed: true };
          element.dispatchEvent(new PointerEvent("pointerdown", place));
          element.dispatchEvent(new MouseEvent("click", place));
          const bars = [...document.querySelectorAll(".st-key-strip .barlayer .point")];
          return [element.ariaSelected, bars.findIndex((b) => b.matches(".slant-selected"))];
        }"""
    )
    assert marked == ["true", 4]
    expect_selected(read, 4)


def test_the_keyboard_alone(fresh: ReadPage) -> None:
    page = fresh.page
    fresh.open("?article=harbour")
    page.locator(".layer").last.focus()
    page.keyboard.press("Tab")
    expect(fresh.sentence(0)).to_be_focused()
    for key, index in [
        ("ArrowDown", 1),
        ("ArrowRight", 2),
        ("End", 11),
        ("ArrowDown", 11),
        ("ArrowUp", 10),
        ("ArrowLeft", 9),
        ("Home", 0),
        ("ArrowUp", 0),
        ("ArrowDown", 1),
    ]:
        page.keyboard.press(key)
        expect(fresh.sentence(index)).to_be_focused()
    expect(page.locator('.sentence[tabindex="0"]')).to_have_count(1)
    expect_nothing_selected(fresh)
    page.keyboard.press("Enter")
    expect_selected(fresh, 1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect_selected(fresh, 2)
    page.keyboard.press("Escape")
    expect_nothing_selected(fresh)
    expect(fresh.sentence(2)).to_be_focused()


def test_many_selections_in_a_row_end_on_the_last(read: ReadPage) -> None:
    page = read.page
    read.sentence(0).focus()
    for _ in range(8):
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    expect_selected(read, 8)


def test_escape_clears_after_a_click_on_a_bar(read: ReadPage) -> None:
    page = read.page
    read.click_bar(5)
    expect_selected(read, 5)
    page.keyboard.press("Escape")
    expect_nothing_selected(read)


def test_the_clear_button_shows_only_with_a_selection(read: ReadPage) -> None:
    page = read.page
    clear = page.get_by_role("button", name="Clear selection")
    expect(clear).to_have_count(0)
    read.sentence(1).click()
    clear.click()
    expect_nothing_selected(read)
    expect(read.sentence(1)).to_be_focused()


def test_python_selects(read: ReadPage) -> None:
    page = read.page
    read.sentence(1).click()
    expect_selected(read, 1)
    page.get_by_role("button", name="Select the last").click()
    expect_selected(read, 11)
    # And the browser's word counts again after that.
    read.sentence(0).click()
    expect_selected(read, 0)


def test_a_link_opens_on_its_sentence(fresh: ReadPage) -> None:
    page = fresh.page
    page.set_viewport_size({"width": 390, "height": 500})
    fresh.open("?article=harbour&s=9")
    expect_selected(fresh, 9)
    expect(fresh.sentence(9)).to_be_in_viewport()


def test_another_article_takes_the_place_and_the_new_chart_is_linked(
    fresh: ReadPage, hand_made: ModuleType
) -> None:
    page = fresh.page
    fresh.open("?article=harbour")
    fresh.sentence(9).click()
    expect_selected(fresh, 9)
    page.get_by_role("button", name="Show hostile").click()
    expect(fresh.sentences).to_have_count(2)
    expect(fresh.bars).to_have_count(2)
    expect_nothing_selected(fresh)
    assert fresh.shown_text == hand_made.ARTICLES["hostile"].text
    fresh.click_bar(1)
    expect_selected(fresh, 1)


def test_layers_switch_without_a_rerun(read: ReadPage) -> None:
    page = read.page
    before = runs_so_far(read)
    loaded = read.sentence(2)
    word = page.locator(".text .word").first
    quote = page.locator(".text .quote").first
    tinted = loaded.evaluate("e => getComputedStyle(e).backgroundColor")
    for name, locator, css, off in [
        ("Loaded sentences", loaded, "background-color", "rgba(0, 0, 0, 0)"),
        ("Loaded words", word, "text-decoration-line", "none"),
        ("Quotations", quote, "border-inline-start-style", "none"),
    ]:
        button = page.get_by_role("button", name=name)
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(locator).not_to_have_css(css, off)
        button.click()
        expect(button).to_have_attribute("aria-pressed", "false")
        expect(locator).to_have_css(css, off)
    tone = page.get_by_role("button", name="Tone")
    mark = "e => getComputedStyle(e, '::before').content"
    assert "▼" in loaded.evaluate(mark)
    tone.press("Enter")
    assert loaded.evaluate(mark) == "none"
    page.get_by_role("button", name="Loaded sentences").click()
    expect(loaded).to_have_css("background-color", tinted)
    loaded.click()
    expect_selected(read, 2)
    assert runs_so_far(read) == before + 1
    expect(tone).to_have_attribute("aria-pressed", "false")


def test_overlapping_marks_all_stay_visible(read: ReadPage) -> None:
    page = read.page
    read.sentence(4).click()
    expect_selected(read, 4)
    both = read.sentence(4).locator(".word.quote").first
    expect(both).to_have_text("disgraceful")
    expect(both).to_have_css("text-decoration-line", "underline")
    plain = read.sentence(5).evaluate("e => getComputedStyle(e).color")
    expect(both).not_to_have_css("color", plain)
    expect(read.sentence(4)).not_to_have_css("box-shadow", "none")
    expect(read.sentence(4)).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")
    bar = page.locator(".block").nth(2)
    expect(bar).to_have_attribute("style", re.compile("--bars: linear-gradient"))


def test_what_a_screen_reader_hears(read: ReadPage) -> None:
    page = read.page
    expect(page.get_by_role("option")).to_have_count(12)
    for index, start in [
        (0, "sentence 1 of 12, not loaded: Harbour council"),
        (2, "sentence 3 of 12, likely loaded, negative tone: The reckless"),
        (4, "sentence 5 of 12, likely loaded, quoted: Maren Oddy, negative tone: “This is"),
        (7, "sentence 8 of 12, not loaded, quoted: Ivo Tarn, positive tone: “We listened"),
        (11, "sentence 12 of 12, uncertain: A second vote"),
    ]:
        expect(read.sentence(index)).to_have_attribute(
            "aria-label", re.compile("^" + re.escape(start))
        )
    status = page.locator(".slant").get_by_role("status")
    read.sentence(2).click()
    expect(status).to_have_text("Sentence 3 of 12 selected, likely loaded, negative tone")
    page.keyboard.press("Escape")
    expect(status).to_have_text("Selection cleared")


def test_the_card_opens_on_hover_and_on_focus(read: ReadPage) -> None:
    page = read.page
    card = page.locator(".slant .card")
    expect(card).to_be_hidden()
    read.sentence(2).locator(".word").first.hover()
    expect(card).to_contain_text("likely loaded (0.94)")
    expect(card).to_contain_text("negative tone (−0.86), the outlet’s own words")
    expect(card).to_contain_text("reckless; plainer: hasty")
    card.hover()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.locator(".layer").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    expect(card).to_contain_text("uncertain (0.41)")
    expect(read.sentence(11)).to_have_attribute("aria-describedby", "card")


def test_the_card_gives_plainer_wordings(read: ReadPage) -> None:
    page = read.page
    read.sentence(9).hover(position={"x": 40, "y": 10})
    expect(page.locator(".slant .card .words")).to_contain_text("squalid; plainer: bitter")


def test_markup_in_an_article_is_text(fresh: ReadPage, hand_made: ModuleType) -> None:
    page = fresh.page
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    fresh.open("?article=hostile")
    assert fresh.shown_text == hand_made.ARTICLES["hostile"].text
    expect(page.locator(".who")).to_have_attribute("data-name", re.compile("^<img src=z"))
    fresh.sentence(0).hover()
    expect(page.locator(".slant .card")).to_contain_text("reported: <img src=z onerror=")
    fresh.sentence(1).click()
    expect_selected(fresh, 1)
    fresh.sentence(1).hover()
    expect(page.locator(".slant .card")).to_contain_text("plainer: <img src=")
    expect(page.locator(".slant img, .slant script, .text b")).to_have_count(0)
    assert page.evaluate("window.harmed") is None
    assert not [url for url in requests if re.search(r"/(x|z|y\.png)$", url)]


def test_every_script_and_sign_is_shown_as_written(fresh: ReadPage, hand_made: ModuleType) -> None:
    page = fresh.page
    fresh.open("?article=scripts")
    article = hand_made.ARTICLES["scripts"]
    assert fresh.shown_text == article.text
    shown = [fresh.sentences.nth(i).text_content() for i in range(5)]
    assert shown == article.sentences["text"].tolist()
    expect(page.locator(".text .word").first).to_have_text("𝔣𝔯𝔢𝔫𝔷𝔶")
    expect(fresh.sentence(2)).to_have_css("direction", "rtl")
    expect(fresh.sentence(0)).to_have_css("direction", "ltr")


def test_a_long_text_is_whole_and_opens_far_down(fresh: ReadPage, hand_made: ModuleType) -> None:
    fresh.open("?article=long&s=5001")
    assert fresh.shown_text == hand_made.ARTICLES["long"].text
    expect(fresh.sentence(5001)).to_be_in_viewport()
    expect(fresh.sentence(5001)).to_have_attribute("aria-selected", "true")
    expect(fresh.bars.nth(5001)).to_have_class(re.compile(r"\bslant-selected\b"))


def test_a_narrow_screen_needs_no_sideways_scrolling(
    open_page: OpenPage, text_view_url: str
) -> None:
    page = open_page(viewport={"width": 390, "height": 844})
    read = ReadPage(page, text_view_url)
    read.open("?article=harbour")
    read.sentence(2).click()
    expect(page.locator(".slant .card")).to_be_visible()
    # The legend is one row, which scrolls by itself.
    sides = page.locator(".slant, .text, .card, .legend").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).flatMap(b => [b.left, b.right])"
    )
    assert min(sides) >= 0
    assert max(sides) <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_enough_contrast_under_every_mark(
    open_page: OpenPage, text_view_url: str, scheme: str
) -> None:
    page = open_page(color_scheme=scheme, reduced_motion="reduce")
    read = ReadPage(page, text_view_url)
    read.open("?article=harbour")
    expect(page.locator(".slant")).to_have_attribute("data-theme", scheme)
    read.sentences.evaluate_all(
        "all => all.forEach(e => e.style.setProperty('--tint', 'var(--strongest)'))"
    )
    read.sentence(4).hover()
    expect(page.locator(".slant .card")).to_be_visible()
    measured = contrasts(page.locator(".slant"), ".help, .name, .card p")
    page.mouse.move(0, 0)
    measured += contrasts(page.locator(".slant"), ".sentence, .sentence span")
    assert len(measured) > 30
    # WCAG 2.2, success criterion 1.4.3 (AA).
    assert [(text, ratio) for text, ratio in measured if ratio < 4.5] == []
