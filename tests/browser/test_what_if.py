"""The what-if box of the sentence card in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from dashboard.components.what_if.judgement import judge, shown
from tests.browser.conftest import KeptPage, OpenPage
from tests.browser.contrast import contrasts
from tests.browser.read_page import ReadPage

SENTENCE = (
    "Nine Karsian fishermen were dragged from their own waters on Tuesday by a Velmark gunboat, "
    "in the most brazen provocation the Grey Bank has seen in a generation."
)
"""The first below the headline of the sample ``fishing-dispute-loaded``."""
LINK = "?sample=fishing-dispute-loaded&s=2"


@pytest.fixture
def read(kept_page: KeptPage, app_url: str) -> ReadPage:
    """The page with the card of that sentence, its box as at first, scored and at rest."""
    read = kept_page(app_url, LINK)
    if read.chosen.get_attribute("data-sentence") != "1":
        read.select(1)
    if read.button("Reset").is_enabled():
        read.button("Reset").click()
    return at_first(read)


def at_first(read: ReadPage) -> ReadPage:
    """Wait until the box holds the sentence as it was written, and its score is there."""
    expect(read.box).to_have_value(SENTENCE)
    expect(read.what_if).to_contain_text("Change the wording above")
    expect(read.what_if_score).to_contain_text("%")
    return read.settled()


def test_a_plainer_word_lowers_the_score_and_reruns_nothing_else(read: ReadPage) -> None:
    page = read.page
    expect(read.box).to_have_value(SENTENCE)
    expect(read.what_if).to_contain_text("Change the wording above")
    assert read.probability("before") == read.probability("after")
    page.evaluate(
        """() => {
          window.chart = document.querySelector(".st-key-strip .js-plotly-plot");
          window.runs = 0;
          new MutationObserver(() => { window.runs += 1 }).observe(
            document.querySelector(".st-key-card-words"), {childList: true, subtree: true});
        }"""
    )
    read.replace("brazen provocation", "serious incident")
    expect(read.what_if).to_contain_text("No longer found: brazen provocation")
    expect(read.change).to_have_text(re.compile(r" points lower\.$"))
    assert read.probability("after") < read.probability("before")
    expect(read.box).to_be_focused()
    assert page.evaluate(
        'window.chart === document.querySelector(".st-key-strip .js-plotly-plot")'
        " && window.runs === 0"
    )


def test_fast_typing_keeps_focus_caret_and_every_letter(read: ReadPage) -> None:
    page = read.page
    # R and C alone are Streamlit's own keys, for a rerun and for clearing its caches.
    typed = "rcrrc Rather carefully corrected, crew after crew, for readers: "
    read.box.focus()
    read.box.evaluate("box => box.setSelectionRange(5, 5)")
    page.keyboard.type(typed, delay=20)
    whole = SENTENCE[:5] + typed + SENTENCE[5:]
    expect(read.box).to_have_value(whole)
    expect(read.what_if_score).to_have_text(shown(judge(whole))["values"]["loaded"])
    expect(read.box).to_have_value(whole)
    expect(read.box).to_be_focused()
    assert read.box.evaluate("box => [box.selectionStart, box.selectionEnd]") == [
        5 + len(typed),
        5 + len(typed),
    ]
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_reset_takes_the_sentence_back_and_undo_the_edit(read: ReadPage) -> None:
    page = read.page
    reset = page.get_by_role("button", name="Reset")
    expect(reset).to_be_disabled()
    edited = SENTENCE.replace("brazen provocation", "calm evening")
    read.replace("brazen provocation", "calm evening")
    expect(read.change).not_to_be_empty()
    reset.click()
    expect(read.box).to_have_value(SENTENCE)
    expect(read.box).to_be_focused()
    expect(reset).to_be_disabled()
    expect(read.what_if).to_contain_text("Change the wording above")
    page.keyboard.press("Control+z")
    expect(read.box).to_have_value(edited)
    expect(reset).to_be_enabled()
    expect(read.change).not_to_be_empty()


def test_plainer_words_are_put_in_by_a_button_and_undone(read: ReadPage) -> None:
    page = read.page
    button = page.get_by_role("button", name="Use plainer words")
    button.click()
    plainer = SENTENCE.replace("brazen", "open")
    expect(read.box).to_have_value(plainer)
    expect(read.box).to_be_focused()
    expect(button).to_be_disabled()
    expect(read.change).to_have_text(re.compile(r" points lower\.$"))
    assert read.probability("after") < read.probability("before")
    page.keyboard.press("Control+z")
    expect(read.box).to_have_value(SENTENCE)
    expect(button).to_be_enabled()
    expect(page.get_by_role("button", name="Reset")).to_be_disabled()


def test_no_button_for_plainer_words_where_the_list_has_none(read: ReadPage) -> None:
    read.select(2)
    expect(read.box).not_to_have_value(SENTENCE)
    expect(read.button("Reset")).to_be_visible()
    expect(read.button("Use plainer words")).to_have_count(0)


def test_markup_that_is_typed_stays_text(read: ReadPage) -> None:
    page = read.page
    markup = "<img src=x onerror=window.harmed=1> shameful <b>reckless</b> thugs"
    read.box.fill("")
    page.keyboard.type(markup)
    expect(read.what_if_score).to_have_text(shown(judge(markup))["values"]["loaded"])
    expect(read.box).to_have_value(markup)
    expect(page.locator(".what-if .words")).to_contain_text("shameful")
    # Where the words found begin and end, the markup is shown as it was typed.
    for word in judge(markup).words:
        expect(page.locator(".what-if .words")).to_contain_text(word)
    expect(page.locator(".what-if img")).to_have_count(0)
    assert page.evaluate("window.harmed") is None


def test_an_empty_box_says_what_to_do(read: ReadPage) -> None:
    read.box.fill("")
    expect(read.what_if).to_contain_text("The box is empty: write a sentence, or press Reset.")
    expect(read.what_if_score).to_have_text("–")
    read.box.fill("The ferry was late.")
    expect(read.what_if_score).to_contain_text("%")


def test_a_long_text_says_where_it_is_cut(read: ReadPage) -> None:
    read.box.fill(" ".join(f"tale{number}" for number in range(700)))
    expect(read.what_if).to_contain_text(
        re.compile(r"longer than the model reads: it scored the text up to “… tale\d+ ")
    )
    read.box.fill("word " * 3000)
    expect(read.what_if).to_contain_text("15,000 characters, more than the 10,000")
    expect(read.what_if_score).to_have_text("–")


def test_another_sentence_takes_the_box(read: ReadPage) -> None:
    page = read.page
    read.replace("brazen provocation", "calm evening")
    expect(read.change).not_to_be_empty()
    edited = SENTENCE.replace("brazen provocation", "calm evening")
    other = read.sentences.nth(2)
    whole = other.inner_text()
    read.select(2)
    expect(read.box).to_have_value(whole)
    expect(read.change).to_be_empty()
    expect(page.get_by_role("button", name="Reset")).to_be_disabled()
    read.select(1)
    expect(read.box).to_have_value(edited)
    expect(read.change).not_to_be_empty()


def test_the_text_is_copied_with_the_rewordings(open_page: OpenPage, app_url: str) -> None:
    page = open_page(apart=True)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    read = at_first(ReadPage(page, app_url).open(LINK))
    copy = read.what_if.locator(".copy")
    expect(copy).to_be_hidden()
    whole = read.shown_text
    read.replace("brazen provocation", "calm evening")
    read.select(3)
    fourth = read.sentence(3).inner_text()
    expect(read.box).to_have_value(fourth)
    read.box.fill("Something else.")
    expect(copy).to_have_text("Copy the text with my 2 rewordings")
    expect(page.locator(".sentence.reworded")).to_have_count(2)
    copy.click()
    expect(copy).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == whole.replace(
        "brazen provocation", "calm evening"
    ).replace(fourth, "Something else.")
    expect(copy).to_have_text("Copy the text with my 2 rewordings")
    read.button("Reset").click()
    expect(copy).to_have_text("Copy the text with my rewording")


def test_the_edit_is_there_again_when_the_card_was_closed(read: ReadPage) -> None:
    read.replace("brazen provocation", "quiet incident")
    expect(read.what_if).to_contain_text("No longer found: brazen provocation")
    read.button("Close").click()
    expect(read.box).to_have_count(0)
    read.sentence(1).click()
    edited = SENTENCE.replace("brazen provocation", "quiet incident")
    expect(read.box).to_have_value(edited)
    expect(read.what_if).to_contain_text("No longer found: brazen provocation")
    read.replace("quiet incident", "brazen provocation")
    expect(read.what_if).to_contain_text("Change the wording above")


def test_a_composition_is_sent_when_it_ends(open_page: OpenPage, app_url: str) -> None:
    page = open_page(apart=True)  # the clock is the context's
    page.clock.install()
    read = at_first(ReadPage(page, app_url).open(LINK))
    read.box.focus()
    read.box.evaluate("box => box.setSelectionRange(0, box.value.length)")
    keyboard = page.context.new_cdp_session(page)
    for length in (1, 3, 6):
        composed = "naïve "[:length]
        keyboard.send(
            "Input.imeSetComposition",
            {"text": composed, "selectionStart": length, "selectionEnd": length},
        )
        expect(read.box).to_have_value(composed)
        page.clock.run_for(1000)  # whatever waits for a pause in typing has had one
    expect(read.what_if).to_have_attribute("data-turn", "0")
    keyboard.send("Input.insertText", {"text": "naïve hopes"})
    expect(read.box).to_have_value("naïve hopes")
    page.clock.run_for(1000)
    expect(read.what_if_score).to_have_text(shown(judge("naïve hopes"))["values"]["loaded"])
    expect(read.what_if).to_have_attribute("data-turn", "1")


def test_a_screen_reader_hears_of_the_change(read: ReadPage) -> None:
    at_first(read.open(LINK))  # anew: the page that is kept has spoken of another edit
    status = read.what_if.get_by_role("status")
    expect(status).to_be_empty()
    read.box.fill("The mayor opened the bridge on Tuesday.")
    change = re.compile(r"^Was (likely loaded|uncertain), now not loaded: \d+ points lower")
    expect(status).to_have_text(change)


def test_the_keyboard_reaches_box_and_reset(read: ReadPage) -> None:
    page = read.page
    read.box.focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Shameful!")
    reset = page.get_by_role("button", name="Reset")
    expect(reset).to_be_enabled()
    page.keyboard.press("Shift+Tab")
    expect(reset).to_be_focused()
    page.keyboard.press("Enter")
    expect(read.box).to_have_value(SENTENCE)
    expect(read.box).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_and_a_narrow_screen(open_page: OpenPage, app_url: str, scheme: str) -> None:
    page = open_page(color_scheme=scheme, viewport={"width": 390, "height": 844})
    read = at_first(ReadPage(page, app_url).open(LINK))
    read.replace("brazen provocation", "serious incident")
    expect(read.what_if).to_contain_text("No longer found: brazen provocation")
    measured = contrasts(read.what_if, "p, span, b, s, label, button:enabled, textarea")
    assert len(measured) > 15
    # WCAG 2.2, success criterion 1.4.3 (AA).
    assert [(text, ratio) for text, ratio in measured if ratio < 4.5] == []
    sides = read.what_if.locator("textarea, .row, .value, button").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).flatMap(b => [b.left, b.right])"
    )
    assert min(sides) >= 0
    assert max(sides) <= 390
