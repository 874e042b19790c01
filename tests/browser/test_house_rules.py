"""House rules on the Read page in a real browser: marks, switch, cards, list, and the place to load
them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from analysis.reading.samples import samples
from tests.browser.conftest import KeptPage, OpenPage
from tests.browser.contrast import contrasts
from tests.browser.read_page import LIMIT, ReadPage
from tests.browser.test_accessibility import at_both_sizes, violations
from tests.hand_made_findings import HOSTILE

SAMPLE = "?sample=fishing-dispute-loaded"
TEXT = next(one.text for one in samples() if one.slug == "fishing-dispute-loaded")
RULES = (
    "rule,kind,pattern,message,plainer,severity,reason,voices,link\n"
    "label,words,thugs|piracy,Say what was done.,gunmen,error,A label judges.,outlet|quoted,"
    "https://example.org/style\n"
    "crew,words,gunboat,Give its name.,,warning,,,\n"
    "fishers,words,fishermen,Women fish too.,fishing crews,note,,,\n"
)


def with_rules(read: ReadPage, rules: str = RULES) -> ReadPage:
    """The page with these rules in use, no sentence selected, every layer shown."""
    if not read.page.get_by_role("heading", name="House rules:").count():
        read.load_rules("style.csv", rules.encode())
        expect(read.page.locator(".text .house").first).to_be_attached(timeout=LIMIT)
        expect(read.page.get_by_role("heading", name="House rules:")).to_be_visible(timeout=LIMIT)
    if read.chosen.count():
        read.card.get_by_role("button", name="Close").click()
        expect(read.card).to_have_count(0)
    off = read.page.locator('.layer[aria-pressed="false"]')
    while off.count():
        off.first.click()
    read.page.mouse.move(0, 0)
    return read.settled()


@pytest.fixture
def read(kept_page: KeptPage, app_url: str) -> ReadPage:
    """The Read page with the rules above."""
    return with_rules(kept_page(app_url, SAMPLE))


def test_without_rules_there_is_no_layer(read_page: ReadPage) -> None:
    read_page.open(SAMPLE)
    expect(read_page.page.locator('.layer[data-layer="tone"]')).to_be_visible()
    expect(read_page.button("House rules")).to_have_count(0)
    expect(read_page.page.locator(".house")).to_have_count(0)


def test_each_severity_has_its_own_sign_and_line_and_the_text_stays(read: ReadPage) -> None:
    assert read.shown_text.strip() == TEXT.strip()
    signs, lines = {}, {}
    for severity in ("error", "warning", "note"):
        words = read.page.locator(f".text .house-{severity}.first").first
        signs[severity] = words.evaluate("e => getComputedStyle(e, '::before').content")
        lines[severity] = words.evaluate("e => getComputedStyle(e).backgroundImage")
    assert len(set(signs.values())) == 3
    assert len(set(lines.values())) == 3
    assert "none" not in lines.values()


def test_words_that_both_mark_have_the_lines_of_both(read: ReadPage) -> None:
    both = read.page.locator(".text .word.house").first
    expect(both).to_have_text("thugs")
    assert "underline" in both.evaluate("e => getComputedStyle(e).textDecorationLine")
    assert "gradient" in both.evaluate("e => getComputedStyle(e).backgroundImage")


def test_the_legend_switches_the_layer_and_nothing_else(read: ReadPage) -> None:
    words = read.page.locator(".text .word.house").first
    read.button("House rules").click()
    expect(words).to_have_css("background-image", "none")
    assert words.evaluate("e => getComputedStyle(e, '::before').content") == "none"
    assert "underline" in words.evaluate("e => getComputedStyle(e).textDecorationLine")
    read.button("House rules").click()
    assert "gradient" in words.evaluate("e => getComputedStyle(e).backgroundImage")


def test_card_label_and_list_say_what_was_found(read: ReadPage) -> None:
    first = read.sentence(0)
    label = first.get_attribute("aria-label") or ""
    assert "house rules: error on “thugs”, note on “fishermen”: Velmark thugs" in label
    first.hover()
    card = read.page.locator(".slant .card")
    expect(card.locator(".findings")).to_contain_text("error: thugs")
    for said in ("Say what was done.", "Plainer: “gunmen”", "Why: A label judges.", "own voice"):
        expect(card).to_contain_text(said)
    read.page.locator(".lists summary", has_text="Say what was done.").click()
    read.page.locator(".entry", has_text="piracy").first.click()
    expect(read.sentence(6)).to_have_attribute("aria-selected", "true")
    rules = read.page.locator(".st-key-card-rules")
    expect(rules).to_contain_text("error: “piracy”, quoted", timeout=LIMIT)
    expect(rules.get_by_role("link")).to_have_attribute("href", "https://example.org/style")


def test_a_voice_that_is_switched_off_has_no_marks_of_rules(read: ReadPage) -> None:
    quoted = read.sentence(6).locator(".house").first
    switch = read.page.get_by_role("button", name="Quoted 5")
    switch.click()
    expect(quoted).to_have_css("background-image", "none", timeout=LIMIT)
    expect(read.page.get_by_role("heading", name="House rules: 1 error")).to_be_visible()
    switch.click()
    expect(read.page.get_by_role("heading", name="House rules: 2 errors")).to_be_visible()


def test_a_bad_file_is_said_and_what_was_there_stays(read: ReadPage) -> None:
    read.load_rules("bad.csv", b"rule,pattern,severity\none,x,grave\ntwo,,note\n")
    expect(read.alert).to_contain_text("bad.csv was not loaded, as it has 2 problems:")
    expect(read.alert.get_by_role("listitem")).to_have_count(2)
    expect(read.page.locator(".text .house").first).to_be_attached()
    read.load_rules("style.csv", RULES.encode())
    expect(read.alert).to_have_count(0, timeout=LIMIT)


def test_a_card_of_much_stays_in_the_window(open_page: OpenPage, app_url: str) -> None:
    read = ReadPage(open_page(), app_url).open(SAMPLE)
    rows = [f"r{i},thugs,{'a long message ' * 60},{'because ' * 90}\n" for i in range(12)]
    with_rules(read, "rule,pattern,message,reason\n" + "".join(rows))
    read.sentence(0).hover()
    card = read.page.locator(".slant .card")
    expect(card.locator(".findings")).to_be_visible()
    box = card.bounding_box()
    assert box is not None
    assert box["y"] >= 60
    assert box["y"] + box["height"] <= 900
    reached = card.evaluate("e => { e.scrollTop = 1e6; return e.scrollTop }")
    assert reached > 0


def test_rules_are_text_and_can_be_removed(open_page: OpenPage, app_url: str) -> None:
    said = HOSTILE.replace('"', '""')
    read = ReadPage(open_page(), app_url).open(SAMPLE)
    rules = (
        f'rule,kind,pattern,message,plainer,reason\nlabel,words,thugs,"{said}","{said}","{said}"\n'
    )
    with_rules(read, rules)
    read.select(0)
    expect(read.page.locator(".st-key-card-rules")).to_contain_text("<img src=x")
    read.sentence(0).hover()
    expect(read.page.locator(".slant .card .findings")).to_contain_text("**b** $x^2$")
    expect(read.page.locator(".slant img, .lists img, .st-key-card-rules img")).to_have_count(0)
    assert read.page.evaluate("window.harmed") is None
    read.page.mouse.move(0, 0)
    read.page.get_by_text("Which rules").click()
    read.still()
    read.button("Remove").click()
    expect(read.button("House rules")).to_have_count(0, timeout=LIMIT)
    expect(read.page.locator(".text .house")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(open_page: OpenPage, app_url: str, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    read = with_rules(ReadPage(page, app_url).open(SAMPLE))
    assert read.sentence(0).bounding_box()["y"] < 900 * 0.38  # type: ignore[index]
    read.sentence(0).hover()
    expect(page.locator(".slant .card .findings")).to_be_visible()
    measured = contrasts(page.locator(".slant"), ".card p, .card bdi, .card .sign, .text .house")
    assert len(measured) > 8
    # WCAG 2.2, success criterion 1.4.3 (AA).
    assert [(text, ratio) for text, ratio in measured if ratio < 4.5] == []
    page.mouse.move(0, 0)
    read.select(0)
    page.get_by_text("Which rules").click()
    read.still()
    for size in at_both_sizes(page):
        assert violations(page) == [], size
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), size
