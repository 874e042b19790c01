"""The what-if box of the sentence card in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.components.what_if.judgement import judge, shown
from tests.browser.contrast import contrasts

OpenPage = Callable[..., Page]

LIMIT = 120_000
"""Milliseconds to wait for a page; on a machine with other work to do one took over a minute."""

SENTENCE = (
    "Nine Karsian fishermen were dragged from their own waters on Tuesday by a Velmark gunboat, "
    "in the most brazen provocation the Grey Bank has seen in a generation."
)
"""The first of the sample ``fishing-dispute-loaded``."""

AFTER = ".what-if .loaded .after .value"


@pytest.fixture(autouse=True)
def _patience() -> None:
    expect.set_options(timeout=LIMIT / 4)


def opened(page: Page, url: str, number: int = 1) -> Locator:
    """Open the sample on a sentence (from 1) and return the box, scored and at rest."""
    page.goto(f"{url}/?sample=fishing-dispute-loaded&s={number}", timeout=LIMIT)
    expect(page.locator(AFTER)).to_contain_text("%", timeout=LIMIT)
    expect(page.locator(".st-key-strip .barlayer .point").first).to_be_attached(timeout=LIMIT)
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=LIMIT
    )
    return box(page)


def box(page: Page) -> Locator:
    return page.get_by_label("What if it were worded differently?")


def what_if(page: Page) -> Locator:
    return page.locator(".what-if")


def probability(page: Page, when: str) -> int:
    """Return the loaded probability shown, in percent."""
    text = page.locator(f".what-if .loaded .{when} .value").inner_text()
    found = re.match(r"[<>]?(\d+)%", text)
    assert found is not None, text
    return int(found.group(1))


def replace(page: Page, old: str, new: str) -> None:
    """Select the first ``old`` in the box as the pointer would, and type ``new`` over it."""
    box(page).focus()
    box(page).evaluate(
        "(box, old) => { const at = box.value.indexOf(old);"
        " box.setSelectionRange(at, at + old.length) }",
        old,
    )
    page.keyboard.type(new)


def test_a_plainer_word_lowers_the_score_and_reruns_nothing_else(page: Page, app_url: str) -> None:
    opened(page, app_url)
    expect(box(page)).to_have_value(SENTENCE)
    expect(what_if(page)).to_contain_text("Change the wording above")
    assert probability(page, "before") == probability(page, "after")
    page.evaluate(
        """() => {
          window.chart = document.querySelector(".st-key-strip .js-plotly-plot");
          window.runs = 0;
          new MutationObserver(() => { window.runs += 1 }).observe(
            document.querySelector(".st-key-card-text"), {childList: true, subtree: true});
        }"""
    )
    replace(page, "brazen provocation", "serious incident")
    expect(what_if(page)).to_contain_text("No longer found: brazen provocation")
    expect(page.locator(".what-if .change")).to_have_text(re.compile(r" points lower\.$"))
    assert probability(page, "after") < probability(page, "before")
    expect(box(page)).to_be_focused()
    assert page.evaluate(
        'window.chart === document.querySelector(".st-key-strip .js-plotly-plot")'
        " && window.runs === 0"
    )


def test_fast_typing_keeps_focus_caret_and_every_letter(page: Page, app_url: str) -> None:
    opened(page, app_url)
    # R and C alone are Streamlit's own keys, for a rerun and for clearing its caches.
    typed = "rcrrc Rather carefully corrected, crew after crew, for readers: "
    box(page).focus()
    box(page).evaluate("box => box.setSelectionRange(5, 5)")
    page.keyboard.type(typed, delay=20)
    whole = SENTENCE[:5] + typed + SENTENCE[5:]
    expect(box(page)).to_have_value(whole)
    expect(page.locator(AFTER)).to_have_text(shown(judge(whole))["loaded"])
    expect(box(page)).to_have_value(whole)
    expect(box(page)).to_be_focused()
    assert box(page).evaluate("box => [box.selectionStart, box.selectionEnd]") == [
        5 + len(typed),
        5 + len(typed),
    ]
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_reset_takes_the_sentence_back_and_undo_the_edit(page: Page, app_url: str) -> None:
    opened(page, app_url)
    reset = page.get_by_role("button", name="Reset")
    expect(reset).to_be_disabled()
    edited = SENTENCE.replace("brazen provocation", "calm evening")
    replace(page, "brazen provocation", "calm evening")
    expect(page.locator(".what-if .change")).not_to_be_empty()
    reset.click()
    expect(box(page)).to_have_value(SENTENCE)
    expect(box(page)).to_be_focused()
    expect(reset).to_be_disabled()
    expect(what_if(page)).to_contain_text("Change the wording above")
    page.keyboard.press("Control+z")
    expect(box(page)).to_have_value(edited)
    expect(reset).to_be_enabled()
    expect(page.locator(".what-if .change")).not_to_be_empty()


def test_plainer_words_are_put_in_by_a_button_and_undone(page: Page, app_url: str) -> None:
    opened(page, app_url)
    button = page.get_by_role("button", name="Use plainer words")
    button.click()
    plainer = SENTENCE.replace("brazen", "open")
    expect(box(page)).to_have_value(plainer)
    expect(box(page)).to_be_focused()
    expect(button).to_be_disabled()
    expect(page.locator(".what-if .change")).to_have_text(re.compile(r" points lower\.$"))
    assert probability(page, "after") < probability(page, "before")
    page.keyboard.press("Control+z")
    expect(box(page)).to_have_value(SENTENCE)
    expect(button).to_be_enabled()
    expect(page.get_by_role("button", name="Reset")).to_be_disabled()


def test_no_button_for_plainer_words_where_the_list_has_none(page: Page, app_url: str) -> None:
    opened(page, app_url, number=2)
    expect(page.get_by_role("button", name="Reset")).to_be_visible()
    expect(page.get_by_role("button", name="Use plainer words")).to_have_count(0)


def test_markup_that_is_typed_stays_text(page: Page, app_url: str) -> None:
    opened(page, app_url)
    markup = "<img src=x onerror=window.harmed=1> shameful <b>reckless</b> thugs"
    box(page).fill("")
    page.keyboard.type(markup)
    expect(page.locator(AFTER)).to_have_text(shown(judge(markup))["loaded"])
    expect(box(page)).to_have_value(markup)
    expect(page.locator(".what-if .words")).to_contain_text("shameful")
    # Where the words found begin and end, the markup is shown as it was typed.
    for word in judge(markup).words:
        expect(page.locator(".what-if .words")).to_contain_text(word)
    expect(page.locator(".what-if img")).to_have_count(0)
    assert page.evaluate("window.harmed") is None


def test_an_empty_box_says_what_to_do(page: Page, app_url: str) -> None:
    opened(page, app_url)
    box(page).fill("")
    expect(what_if(page)).to_contain_text("The box is empty: write a sentence, or press Reset.")
    expect(page.locator(AFTER)).to_have_text("–")
    box(page).fill("The ferry was late.")
    expect(page.locator(AFTER)).to_contain_text("%")


def test_a_long_text_says_where_it_is_cut(page: Page, app_url: str) -> None:
    opened(page, app_url)
    box(page).fill(" ".join(f"tale{number}" for number in range(700)))
    expect(what_if(page)).to_contain_text(
        re.compile(r"longer than the model reads: it scored the text up to “… tale\d+ ")
    )
    box(page).fill("word " * 3000)
    expect(what_if(page)).to_contain_text("15,000 characters, more than the 10,000")
    expect(page.locator(AFTER)).to_have_text("–")


def test_another_sentence_takes_the_box(page: Page, app_url: str) -> None:
    opened(page, app_url)
    replace(page, "brazen provocation", "calm evening")
    expect(page.locator(".what-if .change")).not_to_be_empty()
    other = page.locator(".sentence").nth(1)
    other.click()
    expect(box(page)).to_have_value(other.inner_text())
    expect(page.locator(".what-if .change")).to_be_empty()
    expect(page.get_by_role("button", name="Reset")).to_be_disabled()
    page.locator(".sentence").first.click()
    expect(box(page)).to_have_value(SENTENCE)


def test_the_edit_is_there_again_when_the_card_was_closed(page: Page, app_url: str) -> None:
    opened(page, app_url)
    replace(page, "brazen provocation", "quiet incident")
    expect(what_if(page)).to_contain_text("No longer found: brazen provocation")
    page.get_by_role("button", name="Close", exact=True).click()
    expect(box(page)).to_have_count(0)
    page.locator(".sentence").first.click()
    edited = SENTENCE.replace("brazen provocation", "quiet incident")
    expect(box(page)).to_have_value(edited)
    expect(what_if(page)).to_contain_text("No longer found: brazen provocation")
    replace(page, "quiet incident", "brazen provocation")
    expect(what_if(page)).to_contain_text("Change the wording above")


def test_a_composition_is_sent_when_it_ends(open_page: OpenPage, app_url: str) -> None:
    page = open_page(apart=True)  # the clock is the context's
    page.clock.install()
    opened(page, app_url)
    box(page).focus()
    box(page).evaluate("box => box.setSelectionRange(0, box.value.length)")
    keyboard = page.context.new_cdp_session(page)
    for length in (1, 3, 6):
        composed = "naïve "[:length]
        keyboard.send(
            "Input.imeSetComposition",
            {"text": composed, "selectionStart": length, "selectionEnd": length},
        )
        expect(box(page)).to_have_value(composed)
        page.clock.run_for(1000)  # whatever waits for a pause in typing has had one
    expect(what_if(page)).to_have_attribute("data-turn", "0")
    keyboard.send("Input.insertText", {"text": "naïve hopes"})
    expect(box(page)).to_have_value("naïve hopes")
    page.clock.run_for(1000)
    expect(page.locator(AFTER)).to_have_text(shown(judge("naïve hopes"))["loaded"])
    expect(what_if(page)).to_have_attribute("data-turn", "1")


def test_a_screen_reader_hears_of_the_change(page: Page, app_url: str) -> None:
    opened(page, app_url)
    status = what_if(page).get_by_role("status")
    expect(status).to_be_empty()
    box(page).fill("The mayor opened the bridge on Tuesday.")
    change = re.compile(r"^Was (likely loaded|uncertain), now not loaded: \d+ points lower")
    expect(status).to_have_text(change)


def test_the_keyboard_reaches_box_and_reset(page: Page, app_url: str) -> None:
    opened(page, app_url)
    box(page).focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Shameful!")
    reset = page.get_by_role("button", name="Reset")
    expect(reset).to_be_enabled()
    page.keyboard.press("Shift+Tab")
    expect(reset).to_be_focused()
    page.keyboard.press("Enter")
    expect(box(page)).to_have_value(SENTENCE)
    expect(box(page)).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_and_a_narrow_screen(open_page: OpenPage, app_url: str, scheme: str) -> None:
    page = open_page(color_scheme=scheme, viewport={"width": 390, "height": 844})
    opened(page, app_url)
    replace(page, "brazen provocation", "serious incident")
    expect(what_if(page)).to_contain_text("No longer found: brazen provocation")
    measured = contrasts(what_if(page), "p, span, b, s, label, button:enabled, textarea")
    assert len(measured) > 15
    # WCAG 2.2, success criterion 1.4.3 (AA).
    assert [(text, ratio) for text, ratio in measured if ratio < 4.5] == []
    sides = (
        what_if(page)
        .locator("textarea, .row, .value, button")
        .evaluate_all(
            "all => all.map(e => e.getBoundingClientRect()).flatMap(b => [b.left, b.right])"
        )
    )
    assert min(sides) >= 0
    assert max(sides) <= 390
