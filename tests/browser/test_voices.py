"""Whose words, in a real browser: names and bars beside the text, lists that lead to statements."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import KeptPage, OpenPage
from tests.browser.contrast import contrasts
from tests.browser.read_page import ReadPage

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def read(kept_page: KeptPage, text_view_url: str) -> ReadPage:
    """The page with the harbour article: nothing selected, every layer and voice shown."""
    read = kept_page(text_view_url, "?article=harbour")
    read.page.mouse.move(0, 0)
    if read.chosen.count():
        read.button("Clear selection").click()
    hidden = read.page.locator('.layer[aria-pressed="false"]')
    while hidden.count():
        hidden.first.click()
    expect(read.chosen).to_have_count(0)
    return read.settled()


def drawn_names(read: ReadPage) -> list[str]:
    """The names beside the text that can be seen."""
    return [
        str(name)
        for name in read.page.locator(".who").evaluate_all(
            "all => all.filter((one) => one.offsetParent).map((one) => one.dataset.name)"
        )
    ]


def first_line(sentence: Locator, part: str) -> float:
    """The middle of the first line of ``part`` of a sentence."""
    return float(
        sentence.locator(part).first.evaluate(
            "part => { const {top, height} = part.getClientRects()[0]; return top + height / 2 }"
        )
    )


def test_each_speaker_is_named_beside_the_line_where_the_words_begin(read: ReadPage) -> None:
    assert drawn_names(read) == ["Maren Oddy", "the council’s own engineers", "Critics", "Ivo Tarn"]
    for name, number, part in (
        ("Maren Oddy", 4, ".quote"),
        ("the council’s own engineers", 5, ".said"),
        ("Critics", 6, ".said.reported"),
    ):
        box = read.page.locator(f'.who[data-name="{name}"]').bounding_box()
        assert box is not None
        line = first_line(read.sentence(number), part)
        # Its first line is level with the text's, give or take what one name pushed the next down.
        assert box["y"] - 4 < line < box["y"] + 32


def test_names_never_cover_each_other_or_the_text(read: ReadPage) -> None:
    boxes = read.page.locator(".who").evaluate_all(
        """all => all.map((one) => {
          const {top, bottom, right} = one.getBoundingClientRect();
          return [top, bottom, right];
        })"""
    )
    tops = [top for top, _, _ in boxes]
    assert tops == sorted(tops)
    assert all(above[1] <= below[0] for above, below in pairwise(boxes))
    left = read.sentence(0).evaluate("one => one.getBoundingClientRect().left")
    assert max(right for _, _, right in boxes) < left


def test_a_paragraph_has_room_for_the_names_beside_it(
    open_page: OpenPage, text_view_url: str
) -> None:
    page = open_page()
    read = ReadPage(page, text_view_url).open("?article=names")
    block = page.locator(".block").first
    expect(block).to_have_attribute("style", re.compile("min-height: [1-9]"))
    height = block.evaluate("block => block.offsetHeight")
    words = page.get_by_role("button", name="Loaded words")
    for pressed in ("false", "true"):  # each press has the names and bars drawn anew
        words.click()
        expect(words).to_have_attribute("aria-pressed", pressed)
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        assert block.evaluate("block => block.offsetHeight") == height
    ends = page.locator(".who").evaluate_all(
        "all => all.flatMap((one) => [one.getBoundingClientRect()]).map((b) => [b.top, b.bottom])"
    )
    box = block.bounding_box()
    assert box is not None
    assert len(ends) == 2
    assert ends[0][1] <= ends[1][0]
    assert ends[1][1] <= box["y"] + box["height"]
    assert read.sentences.count() == 2


def test_the_text_stays_the_article_s(read: ReadPage, hand_made) -> None:
    assert read.shown_text == hand_made.ARTICLES["harbour"].text


def test_a_quotation_has_a_solid_bar_and_reported_speech_a_dashed_one(read: ReadPage) -> None:
    block = read.page.locator(".block").nth(2)
    expect(block).to_have_attribute("style", re.compile("--bars: linear-gradient"))
    counts = block.evaluate(
        """block => ["--bars", "--dashes"].map(
          (name) => block.style.getPropertyValue(name).split("var(--quote)").length - 1)"""
    )
    assert counts[0] == 2  # one for each quotation
    assert counts[1] > 4  # a dash each


def test_reported_speech_and_its_names_are_a_layer(read: ReadPage) -> None:
    reported = read.sentence(6).locator(".said.reported").first
    plain = read.sentence(0).evaluate("one => getComputedStyle(one).color")
    expect(reported).not_to_have_css("color", plain)
    read.button("Reported").click()
    expect(reported).to_have_css("color", plain)
    assert drawn_names(read) == ["Maren Oddy", "Ivo Tarn"]
    read.page.get_by_role("button", name="Quotations").click()
    assert drawn_names(read) == []
    after = "block => getComputedStyle(block, '::after').backgroundImage"
    assert read.page.locator(".block").nth(2).evaluate(after) == "none"


def test_a_cue_is_underlined_under_the_pointer_and_in_the_selected_sentence(
    read: ReadPage,
) -> None:
    cue = read.sentence(5).locator(".cue")
    expect(cue).to_have_text("had warned")
    expect(cue).to_have_css("border-block-end-style", "none")
    read.sentence(5).locator(".quote").hover()
    expect(cue).to_have_css("border-block-end-style", "solid")
    read.page.mouse.move(0, 0)
    expect(cue).to_have_css("border-block-end-style", "none")
    read.sentence(5).click()
    read.page.mouse.move(0, 0)
    expect(cue).to_have_css("border-block-end-style", "solid")


def test_the_card_says_whose_statement_was_scored(read: ReadPage) -> None:
    card = read.page.locator(".slant .card")
    read.sentence(6).locator(".cue").hover()
    expect(card).to_contain_text("reported: Critics")
    expect(card).to_contain_text("Scored as Critics’s statement, by itself")
    expect(card).to_contain_text("“say”: ")


def test_an_entry_leads_to_its_sentences_and_is_marked(read: ReadPage) -> None:
    page = read.page
    page.locator(".lists summary").click()
    entry = page.get_by_role("button", name="<img src=x>")
    expect(page.locator(".lists .title").first).to_have_text("<b>Ann</b>")
    expect(page.locator(".lists img, .lists b")).to_have_count(0)
    entry.click()
    expect(read.sentence(4)).to_have_attribute("aria-selected", "true")
    expect(read.sentence(4)).to_be_in_viewport()
    expect(entry).to_have_attribute("aria-current", "true")
    entry.click()
    expect(read.sentence(8)).to_have_attribute("aria-selected", "true")
    expect(page.get_by_text(re.compile("selected 8,"))).to_be_visible()
    status = page.locator(".slant").get_by_role("status")
    expect(status).to_contain_text("quoted: Ivo Tarn, positive tone, 2 of 2")
    # And from the text.
    read.sentence(1).click()
    expect(entry).not_to_have_attribute("aria-current", "true")
    place = page.get_by_role("button", name="Wenlow, once")
    expect(place).to_have_attribute("aria-current", "true")
    page.locator(".lists summary").click()


def test_a_voice_that_is_off_has_no_marks_in_the_text(open_page: OpenPage, text_view_url) -> None:
    page = open_page()
    read = ReadPage(page, text_view_url).open("?article=harbour")
    expect(read.sentence(4)).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")
    page.get_by_label("Switched off").click()
    page.get_by_role("option", name="quoted").click()
    expect(read.sentence(4)).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    expect(read.sentence(4).locator(".word").first).to_have_css("text-decoration-line", "none")
    expect(read.sentence(2)).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_on_a_phone_the_speakers_stand_above_their_paragraph(
    open_page: OpenPage, text_view_url: str
) -> None:
    page = open_page(viewport=PHONE)
    read = ReadPage(page, text_view_url).open("?article=harbour")
    assert drawn_names(read) == []
    above = [
        block.evaluate("block => getComputedStyle(block, '::before').content")
        for block in page.locator(".block").all()
    ]
    assert above[2].startswith('"Maren Oddy · the council’s own engineers · Critics"')
    assert above[3].startswith('"Ivo Tarn"')
    assert above[1] == "none"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Quotations").click()
    expect(page.locator(".block").nth(3)).not_to_have_attribute("data-speakers", re.compile("."))
    expect(page.locator(".block").nth(2)).to_have_attribute(
        "data-speakers", "the council’s own engineers · Critics"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_and_lists_have_enough_contrast(
    open_page: OpenPage, text_view_url: str, scheme: str
) -> None:
    page = open_page(color_scheme=scheme)
    read = ReadPage(page, text_view_url).open("?article=harbour")
    page.locator(".lists summary").click()
    read.sentence(4).click()
    expect(page.locator(".lists [aria-current]")).to_have_count(1)
    measured = contrasts(page.locator(".lists"), ".title, .fact, .text, .note, .sign")
    # The style draws the names: measured as text put in their place.
    page.locator(".who").evaluate_all("all => all.forEach((one) => one.append(one.dataset.name))")
    measured += contrasts(page.locator(".slant"), ".who")
    assert len(measured) > 8
    assert [(text, ratio) for text, ratio in measured if ratio < 4.5] == []


def test_a_statement_in_the_list_leads_to_its_sentence_and_nothing_is_mounted_anew(
    bus_fares: ReadPage,
) -> None:
    page = bus_fares.page
    strip = page.locator(".st-key-strip .js-plotly-plot")
    strip.evaluate("node => { node.before_selection = true }")
    speaker = page.locator(".st-key-speakers summary").first
    speaker.click()
    entry = page.locator(".st-key-speakers .entry").first
    entry.focus()
    page.keyboard.press("Enter")
    expect(bus_fares.chosen).to_have_count(1)
    expect(bus_fares.chosen).to_be_in_viewport()
    expect(entry).to_have_attribute("aria-current", "true")
    number = int(bus_fares.chosen.get_attribute("data-sentence") or "-1")
    expect(bus_fares.card).to_contain_text(f"Sentence {number + 1} of")
    expect(page).to_have_url(re.compile(rf"[?&]s={number + 1}(&|$)"))
    bus_fares.at_rest()
    assert strip.evaluate("node => node.before_selection"), "the strip was mounted anew"
    expect(page.locator(".st-key-speakers details").first).to_have_attribute("open", "")
    # And from the text, one sentence on: the list follows.
    bus_fares.select(0)
    expect(entry).not_to_have_attribute("aria-current", "true")
    speaker.click()


def test_the_switch_of_voices_is_in_the_address_and_charts_follow(
    open_page: OpenPage, app_url: str
) -> None:
    page = open_page()
    read = ReadPage(page, app_url).open("?sample=bus-fares-loaded")
    bars = read.bars.count()
    heights = "all => all.map((bar) => Math.round(bar.getBoundingClientRect().height))"
    before = read.bars.evaluate_all(heights)
    page.get_by_role("button", name=re.compile("Own voice")).click()
    expect(page).to_have_url(re.compile(r"[?&]voices=quoted(,|%2C)reported(,|%2C)mixed"))
    note = page.locator(".st-key-voices-switch")
    expect(note).to_contain_text("Switched off: own voice.")
    expect(page.locator(".st-key-summary")).not_to_contain_text("outlet's own")
    read.at_rest()
    # Every sentence keeps its place; those of the outlet are low now.
    expect(read.bars).to_have_count(bars)
    page.wait_for_function(
        """(least) => [...document.querySelectorAll(".st-key-strip .barlayer .point")]
          .filter((bar) => bar.getBoundingClientRect().height > 4).length < least""",
        arg=sum(height > 4 for height in before),
    )
    page.reload()
    read.settled()
    expect(note).to_contain_text("Switched off: own voice.")
    read.click_column(3)
    expect(read.sentence(3)).to_have_attribute("aria-selected", "true")
