"""The Practice page in a real browser: what is there before an answer, and what only after it."""

from __future__ import annotations

import re
from functools import cache

import pytest
from playwright.sync_api import expect

from analysis import analyze
from analysis.output.phrasing.labels import VOICE_NAMES
from analysis.practice.exercises.rewriting import rewriting_items
from analysis.practice.exercises.voices import voice_items
from analysis.practice.exercises.wordings import wording_items
from analysis.practice.material import Material, material_of
from analysis.reading.samples import Sample, samples
from tests.browser.conftest import OpenPage
from tests.browser.practice_page import Heard, PracticePage
from tests.browser.test_accessibility import at_both_sizes, violations

SAMPLE = "school-meals-loaded"

# An address with a path: the client asks below it and at the root (see test_accessibility).
ASKED_IN_VAIN = (
    r"Failed to load resource: the server responded with a status of 404 \(Not Found\) "
    r"\(http://127\.0\.0\.1:\d+/practice/_stcore/(health|host-config)\)"
)


def sample_to_mark() -> Sample:
    return next(one for one in samples() if one.slug == SAMPLE)


@cache
def material() -> Material:
    sample = sample_to_mark()
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


def test_which_is_which_holds_nothing_of_the_answer_before_it(practice: PracticePage) -> None:
    heard = Heard(practice.page)
    practice.open("?exercise=wordings")
    texts = (
        practice.page.locator(".st-key-practice-pair").get_by_test_id("stText").all_inner_texts()
    )
    (item,) = [one for one in wording_items() if {one.plain, one.loaded} == {*texts}]
    practice.button("The first is loaded").click()
    expect(practice.button("Show the answer")).to_be_visible()
    practice.settled()
    signs = [item.plain_article, item.loaded_article, "likely loaded", "The model calls"]
    before = heard.everything()
    assert [sign for sign in signs if sign in before] == []

    practice.button("Show the answer").click()
    expect(practice.outcome).to_contain_text("The model calls")
    practice.settled()
    after = heard.everything()
    assert [sign for sign in signs if sign not in after] == [
        # The two may be not loaded and uncertain to the model, whatever the key says.
        sign
        for sign in signs[2:3]
        if "likely loaded" not in practice.outcome.inner_text()
    ]
    # The link leads to both reports; back is the exercise again, with its answer.
    practice.page.get_by_role("link", name=re.compile("side by side")).click()
    practice.page.wait_for_url(f"**/compare?a={item.plain_article}&b={item.loaded_article}*")


def test_who_says_it_holds_nothing_of_the_answer_before_it(practice: PracticePage) -> None:
    heard = Heard(practice.page)
    practice.open("?exercise=voices")
    passage = practice.page.locator(".st-key-practice-context strong").inner_text()
    (item,) = [one for one in voice_items() if one.text == passage]
    assert item.why not in heard.everything()
    assert "The key says" not in heard.everything()
    practice.button(VOICE_NAMES[item.voice].capitalize()).click()
    expect(practice.outcome).to_contain_text(item.why)
    expect(practice.page.get_by_text("1 of 1 so far")).to_be_visible()
    assert item.why in heard.everything()
    practice.button("Next").click()
    expect(practice.page.locator(".st-key-practice-context strong")).not_to_have_text(passage)
    expect(practice.outcome).to_have_count(0)


def test_a_rewording_is_scored_and_its_facts_are_checked_as_it_is_typed(
    practice: PracticePage,
) -> None:
    heard = Heard(practice.page)
    practice.open("?exercise=rewrite")
    sentence = practice.page.locator(".st-key-practice-sentence").inner_text()
    (item,) = [one for one in rewriting_items() if one.text == sentence.strip()]
    expect(practice.box).to_have_value(item.text)
    assert item.example not in heard.everything()
    practice.box.fill("Zola Quint bought 77 tents.")
    expect(practice.facts).to_contain_text("New: the name “Zola Quint”")
    expect(practice.facts).to_contain_text("Missing")
    practice.box.fill(item.example)
    expect(practice.facts).to_contain_text("All names, numbers and quotations are still there")
    expect(practice.facts.get_by_role("status")).to_contain_text("Read it once more")
    expect(practice.box).to_have_value(item.example)
    # What was written is there after a visit to another exercise, and gone with the sentence.
    practice.go_to("Who says it").go_to("Make it plain, make it loaded")
    expect(practice.box).to_have_value(item.example)
    practice.box.fill("")
    expect(practice.page.locator(".what-if .notice")).to_contain_text("The box is empty")
    practice.box.fill("Der Rat plündert schamlos euer Portemonnaie!")
    expect(practice.page.locator(".what-if .notice")).to_contain_text("does not look like English")
    expect(practice.facts.get_by_role("status")).to_have_count(0)
    practice.box.fill("word " * 200)
    expect(practice.alert).to_contain_text("make it shorter")
    practice.button("Another sentence").click()
    expect(practice.box).not_to_have_value("word " * 200)


def test_what_is_being_written_outlives_a_reload(practice: PracticePage) -> None:
    practice.open("?exercise=rewrite")
    # Not the sentence that most sessions begin with.
    first = practice.page.locator(".st-key-practice-sentence")
    before = first.inner_text()
    practice.button("Another sentence").click()
    expect(first).not_to_have_text(before)
    practice.settled()
    sentence = first.inner_text()
    practice.box.fill("Zola <b>Quint</b> bought 77 tents.")
    expect(practice.facts).to_contain_text("77")
    practice.settled()
    for _ in range(2):
        practice.page.reload()
        expect(practice.box).to_have_value("Zola <b>Quint</b> bought 77 tents.")
        expect(first).to_have_text(sentence)
        expect(practice.facts).to_contain_text("77")
        practice.settled()
    # It can be written on, and is gone once another sentence was asked for.
    practice.box.fill("Zola Quint bought 78 tents.")
    expect(practice.facts).to_contain_text("78")
    practice.settled()
    practice.button("Another sentence").click()
    expect(first).not_to_have_text(sentence)
    practice.settled()
    practice.page.reload()
    practice.settled()
    assert practice.box.input_value() == first.inner_text()


def test_back_leads_to_the_exercise_before(practice: PracticePage) -> None:
    practice.open()
    page = practice.page
    page.wait_for_url(f"**/practice?exercise=mark&sample={SAMPLE}")
    practice.go_to("Which is which")
    page.wait_for_url("**/practice?exercise=wordings")
    practice.go_to("Who says it")
    page.wait_for_url("**/practice?exercise=voices")
    page.go_back()
    expect(practice.switch("Which is which")).to_be_checked()
    expect(practice.button("The first is loaded")).to_be_visible()
    page.go_back()
    expect(practice.sentence(0)).to_be_visible()
    page.go_forward()
    expect(practice.switch("Which is which")).to_be_checked()


def test_an_own_text_and_its_marks_survive_a_reload(practice: PracticePage) -> None:
    text = "The mayor’s plan is a <b>shameless</b> disgrace. The vote is due on 4 May."
    practice.open().paste(text)
    expect(practice.sentence(0)).to_contain_text("<b>shameless</b> disgrace")
    practice.page.wait_for_url("**/practice?exercise=mark&text=1")
    practice.mark(1)
    practice.page.reload()
    practice.settled()
    expect(practice.sentence(1)).to_have_attribute("aria-pressed", "true")
    practice.compare()
    expect(practice.side).to_contain_text("Only you marked (1)")
    expect(practice.side).to_contain_text("Only the model marked (1)")
    expect(practice.side).to_contain_text("<b>shameless</b>")
    assert "wrong:" in practice.side.inner_text(), "the model, not the reader"
    assert practice.side.inner_text().count("wrong") == 1
    # A sentence of a list leads to its place in the text.
    practice.side.get_by_role("button", name="disgrace").click()
    expect(practice.sentence(0)).to_be_focused()


def test_nothing_marked_is_asked_for_once_and_everything_may_be_marked(
    practice: PracticePage,
) -> None:
    practice.open().paste("The pond was dredged. It was a shameless scandal! Nobody came.")
    expect(practice.sentence(0)).to_contain_text("pond")
    practice.button("Compare with the model").click()
    expect(practice.side).not_to_contain_text("You and the model")
    practice.button("Compare anyway").click()
    expect(practice.side).to_contain_text("You and the model")
    practice.paste("The pond was dredged. It was a shameless scandal! Everybody came.")
    expect(practice.sentence(2)).to_contain_text("Everybody")
    expect(practice.side).not_to_contain_text("You and the model")
    practice.mark(0, 1, 2)
    practice.compare()
    expect(practice.side).to_contain_text("You marked every sentence.")


@pytest.mark.parametrize("size", [(1440, 900), (1280, 640), (390, 844)], ids=str)
def test_the_comparison_is_seen_from_its_beginning_and_to_its_end(
    open_page: OpenPage, app_url: str, size: tuple[int, int]
) -> None:
    page = open_page(viewport={"width": size[0], "height": size[1]}, allowed=ASKED_IN_VAIN)
    practice = PracticePage(page, app_url).open(f"?exercise=mark&sample={SAMPLE}")
    practice.mark(0, loaded_sentences()[-1])
    practice.compare()
    heading = practice.side.get_by_role("heading", name="You and the model")
    # Below the page's own bar, and in the upper half of the screen.
    page.wait_for_function(
        "(height) => { const box = [...document.querySelectorAll('.st-key-practice-side h2')][0]"
        ".getBoundingClientRect(); return box.top > 56 && box.top < height / 2; }",
        arg=size[1],
    )
    expect(heading).to_be_in_viewport(ratio=1)
    if size[0] > 960:
        expect(practice.sentence(0)).to_be_in_viewport(ratio=1)
    # What stands beside the text has no scroll bar of its own, and its end can be reached.
    inner, outer = practice.side.evaluate("(side) => [side.scrollHeight, side.clientHeight]")
    assert inner <= outer
    practice.button("Mark another text").scroll_into_view_if_needed()
    expect(practice.button("Mark another text")).to_be_in_viewport(ratio=1)
    expect(practice.side).to_contain_text("You and the model")


def test_the_next_text_begins_where_the_reader_looks(practice: PracticePage) -> None:
    practice.open(f"?exercise=mark&sample={SAMPLE}")
    title = practice.sentence(0).inner_text()
    practice.mark(loaded_sentences()[-1])
    practice.compare()
    practice.button("Mark another text").click()
    practice.page.wait_for_url(re.compile("sample=(?!school-meals)"))
    expect(practice.sentence(0)).not_to_have_text(title)
    expect(practice.sentence(0)).to_be_in_viewport()
    expect(practice.side).not_to_contain_text("You and the model")
    expect(practice.sentence(0)).to_have_attribute("aria-pressed", "false")


def test_back_from_the_next_text_is_the_comparison_as_it_was_left(practice: PracticePage) -> None:
    practice.open(f"?exercise=mark&sample={SAMPLE}")
    practice.mark(0, 3)
    practice.compare()
    told = practice.side.inner_text()
    practice.button("Mark another text").click()
    practice.page.wait_for_url(re.compile("sample=(?!school-meals)"))
    expect(practice.side).not_to_contain_text("You and the model")
    practice.mark(1)

    practice.page.go_back()
    practice.page.wait_for_url(f"**sample={SAMPLE}")
    expect(practice.side).to_contain_text("You and the model")
    practice.settled()
    assert practice.side.inner_text() == told
    expect(practice.sentence(3)).to_have_attribute("data-note", "only you")
    # Chosen from the list it is there to be marked once more.
    practice.page.go_forward()
    practice.page.wait_for_url(re.compile("sample=(?!school-meals)"))
    practice.settled()
    practice.choose_text(sample_to_mark().title)
    practice.page.wait_for_url(f"**sample={SAMPLE}")
    expect(practice.side).not_to_contain_text("You and the model")
    practice.settled()
    expect(practice.sentence(3)).to_have_attribute("aria-pressed", "false")
    practice.mark(3)
    practice.compare()
    expect(practice.sentence(0)).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page: OpenPage, app_url: str, scheme: str) -> None:
    page = open_page(color_scheme=scheme, allowed=ASKED_IN_VAIN)
    practice = PracticePage(page, app_url).open(f"?exercise=mark&sample={SAMPLE}")
    expect(page).to_have_title("Practice · Slant")
    practice.mark(0, 3)
    for size in at_both_sizes(page):
        assert violations(page) == [], f"marked, {size}"
    practice.compare()
    for size in at_both_sizes(page):
        assert violations(page) == [], f"compared, {size}"
    practice.go_to("Make it plain, make it loaded")
    practice.box.fill("Zola Quint bought 77 tents.")
    expect(practice.facts).to_contain_text("Missing")
    for size in at_both_sizes(page):
        assert violations(page) == [], f"reworded, {size}"
    practice.go_to("Which is which")
    practice.button("The first is loaded").click()
    expect(practice.button("Show the answer")).to_be_visible()
    practice.settled()
    for size in at_both_sizes(page):
        assert violations(page) == [], f"a wording chosen, {size}"
    practice.button("Show the answer").click()
    expect(practice.outcome).to_be_visible()
    practice.settled()
    for size in at_both_sizes(page):
        assert violations(page) == [], f"the wordings' answer, {size}"
    practice.go_to("Who says it")
    for size in at_both_sizes(page):
        assert violations(page) == [], f"a voice asked for, {size}"
    practice.button("Quoted").click()
    expect(practice.outcome).to_be_visible()
    practice.settled()
    for size in at_both_sizes(page):
        assert violations(page) == [], f"the voice's answer, {size}"


def test_on_a_phone_the_text_starts_in_the_first_third_and_nothing_is_cut_off(
    open_page: OpenPage, app_url: str
) -> None:
    page = open_page(viewport={"width": 390, "height": 844}, allowed=ASKED_IN_VAIN)
    practice = PracticePage(page, app_url).open()
    wide = "() => document.documentElement.scrollWidth"
    box = practice.sentence(0).bounding_box()
    assert box is not None
    assert box["y"] < 844 / 3
    starts = {
        "Make it plain, make it loaded": ".st-key-practice-sentence",
        "Which is which": ".st-key-practice-pair",
        "Who says it": ".st-key-practice-context",
    }
    for name, text in starts.items():
        practice.go_to(name)
        box = page.locator(text).bounding_box()
        assert box is not None
        assert box["y"] < 844 / 3, name
        assert page.evaluate(wide) <= 390, name


def test_on_a_projector_the_type_is_larger_and_the_width_is_used(
    open_page: OpenPage, app_url: str
) -> None:
    page = open_page(viewport={"width": 1920, "height": 1080}, allowed=ASKED_IN_VAIN)
    practice = PracticePage(page, app_url).open()
    size = "(element) => parseFloat(getComputedStyle(element).fontSize)"
    assert practice.sentence(0).evaluate(size) > 22
    left = practice.sentence(0).bounding_box()
    right = practice.side.bounding_box()
    assert left is not None
    assert right is not None
    assert right["x"] + right["width"] - left["x"] > 0.8 * 1920
    # Other pages keep their size.
    page.get_by_role("link", name="How it works").first.click()
    page.wait_for_url("**/how-it-works**")
    page.wait_for_function("() => getComputedStyle(document.documentElement).fontSize === '16px'")


def test_the_keyboard_is_enough(practice: PracticePage) -> None:
    practice.open("?exercise=voices")
    keys = practice.page.keyboard
    practice.switch("Who says it").focus()
    keys.press("Tab")
    expect(practice.button("Own voice")).to_be_focused()
    keys.press("Enter")
    expect(practice.outcome).to_be_visible()
    practice.settled()
    for _ in range(3):
        keys.press("Tab")
        if practice.page.evaluate("document.activeElement.innerText") == "Next":
            break
    expect(practice.button("Next")).to_be_focused()
    keys.press("Enter")
    expect(practice.button("Quoted")).to_be_visible()
