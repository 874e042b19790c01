"""The Read page in a real browser: opening, giving texts, linking, hostile and bad input."""

import csv
import html
import io
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import KeptPage
from tests.browser.read_page import ReadPage

TOWN = (
    "Town library to open on Sundays\n\n"
    "The library will open on Sundays from May, the council said. “This is a disgraceful, "
    "reckless waste of money,” said Ivo Marsh, a councillor.\n\n"
    "Visits rose by a fifth last year. The reckless plan is a shameful insult to every taxpayer."
)


@pytest.fixture
def some_article(kept_page: KeptPage, app_url: str) -> ReadPage:
    """The page with whichever article the test before gave it."""
    return kept_page(app_url, "").settled()


def test_the_first_page_shows_an_analysed_sample(read_page: ReadPage) -> None:
    page = read_page.open().page
    expect(read_page.heading).to_be_visible()
    expect(page.locator(".st-key-summary")).to_contain_text("Of the outlet's own sentences, ")
    assert read_page.bars.count() == read_page.sentences.count() > 15
    expect(page.locator(".js-plotly-plot")).to_have_count(6)
    expect(page).to_have_title("Read · Slant")
    assert page.locator("html").get_attribute("lang") == "en"


def test_bars_look_as_before_after_selecting_and_clearing(bus_fares: ReadPage) -> None:
    lines = """bars => bars.map((bar) => {
      const {stroke, strokeWidth, fill} = getComputedStyle(bar.querySelector("path"));
      return [stroke, strokeWidth, fill].join(" ");
    })"""
    before = bus_fares.bars.evaluate_all(lines)
    assert len(set(before)) > 1  # hollow ones have a line of another colour
    outline = bus_fares.page.locator(".slant-selected-outline")
    for number in range(4):
        bus_fares.sentence(number).click()
        bar = bus_fares.bars.nth(number)
        expect(bar).to_have_class(re.compile("slant-selected"))
        expect(outline).to_have_attribute("d", bar.locator("path").get_attribute("d") or "none")
    bus_fares.page.keyboard.press("Escape")
    expect(outline).to_have_count(0)
    assert bus_fares.bars.evaluate_all(lines) == before


def test_another_sample_can_be_chosen(read_page: ReadPage) -> None:
    page = read_page.open().page
    read_page.open_ways_in()
    page.get_by_label("A sample article").click()
    page.get_by_role("option", name=re.compile("Bus fares, told plainly")).click()
    expect(read_page.heading).to_contain_text("Calderwick council")
    expect(page).to_have_url(re.compile("sample=bus-fares-plain"))


def test_a_pasted_article_is_analysed(some_article: ReadPage) -> None:
    page = some_article.page
    some_article.paste(TOWN)
    expect(some_article.heading).to_have_text("Town library to open on Sundays")
    expect(some_article.sentences).to_have_count(5)
    expect(some_article.bars).to_have_count(5)
    expect(some_article.sentences.nth(3)).to_have_text("Visits rose by a fifth last year.")
    expect(page.locator(".st-key-summary")).to_contain_text("1 of 3 is likely loaded")


def test_an_uploaded_file_is_analysed(some_article: ReadPage) -> None:
    page = some_article.page
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        text = TOWN.replace("Town", encoding)
        some_article.upload(f"library {encoding}.txt", text.encode(encoding))
        heading = f"{encoding} library to open on Sundays"
        expect(some_article.heading).to_have_text(heading)
        expect(some_article.sentences.first).to_have_text(heading)
        expect(some_article.sentences.nth(2)).to_contain_text("“This is a disgraceful, reckless")
        expect(page.locator(".st-key-heading")).to_contain_text(f"library {encoding}.txt")


def test_a_bar_selects_its_sentence_and_a_sentence_its_bar(bus_fares: ReadPage) -> None:
    page = bus_fares.page
    strip = page.locator(".st-key-strip .js-plotly-plot")
    strip.evaluate("node => { node.before_selection = true }")
    bus_fares.click_column(7)
    expect(bus_fares.chosen).to_have_count(1)
    expect(bus_fares.chosen).to_have_attribute("data-sentence", "7")
    expect(bus_fares.chosen).to_be_in_viewport()
    expect(bus_fares.card).to_contain_text("Sentence 8 of")
    expect(page).to_have_url(re.compile(r"[?&]s=8(&|$)"))

    bus_fares.sentence(2).click()
    expect(bus_fares.chosen).to_have_attribute("data-sentence", "2")
    expect(bus_fares.bars.nth(2)).to_have_class(re.compile("slant-selected"))
    expect(bus_fares.card).to_contain_text("Sentence 3 of")
    assert strip.evaluate("node => node.before_selection"), "the strip was mounted anew"


def test_the_card_closes_and_the_selection_with_it(bus_fares: ReadPage) -> None:
    page = bus_fares.page
    bus_fares.select(0)
    expect(bus_fares.card).to_contain_text("Sentence 1 of")
    bus_fares.card.get_by_role("button", name="Close").click()
    expect(bus_fares.card).to_have_count(0)
    expect(bus_fares.chosen).to_have_count(0)
    expect(page).not_to_have_url(re.compile(r"[?&]s="))
    expect(bus_fares.sentence(0)).to_be_focused()


def test_the_card_closes_by_keyboard_and_the_focus_goes_to_its_sentence(
    bus_fares: ReadPage,
) -> None:
    page = bus_fares.page
    bus_fares.select(13)
    close = bus_fares.card.get_by_role("button", name="Close")
    close.focus()
    page.keyboard.press("Enter")
    expect(bus_fares.card).to_have_count(0)
    expect(bus_fares.sentence(13)).to_be_focused()
    expect(bus_fares.sentence(13)).to_be_in_viewport()
    # Escape closes it from whatever is in it, the what-if box included.
    box = page.get_by_label("What if it were worded differently?")
    for inside in (close, box):
        page.keyboard.press("Enter")
        expect(bus_fares.chosen).to_have_attribute("data-sentence", "13")
        inside.focus()
        page.keyboard.press("Escape")
        expect(bus_fares.card).to_have_count(0)
        expect(bus_fares.chosen).to_have_count(0)
        expect(bus_fares.sentence(13)).to_be_focused()
    # And where nothing has the focus, as after a click on a bar.
    bus_fares.click_column(7)
    expect(bus_fares.card).to_contain_text("Sentence 8 of")
    page.keyboard.press("Escape")
    expect(bus_fares.card).to_have_count(0)
    expect(bus_fares.sentence(7)).to_be_focused()


def test_a_link_opens_on_its_sentence_and_back_returns(read_page: ReadPage) -> None:
    page = read_page.open("?sample=bus-fares-loaded&s=12").page
    expect(read_page.chosen).to_have_attribute("data-sentence", "11")
    expect(read_page.chosen).to_be_in_viewport()
    expect(read_page.card).to_contain_text("Sentence 12 of")
    read_page.sentence(3).click()
    expect(page).to_have_url(re.compile(r"[?&]s=4(&|$)"))
    read_page.paste(TOWN)
    expect(read_page.heading).to_contain_text("Town library")
    assert parse_qs(urlsplit(page.url).query) == {"text": ["1"]}
    page.go_back()
    expect(read_page.heading).to_contain_text("City hall raids")
    expect(read_page.chosen).to_have_attribute("data-sentence", "3")
    page.go_back()
    expect(read_page.chosen).to_have_attribute("data-sentence", "11")
    page.go_forward()
    page.go_forward()
    expect(read_page.heading).to_contain_text("Town library")


HOSTILE = (
    '<img src="/hostile.png" onerror="alert(1)"> <script>alert(2)</script>\n\n'
    "The mayor [opened](https://example.com/link) the ![bridge](https://example.com/i.png) "
    '<a href="https://example.com/hover">today</a> in the rain. **Nobody** <b>came</b> to '
    "https://example.com/bare or www.example.com that day. <style>*{display:none}</style> The "
    "disgraceful <b>waste</b> :red[of money] and $x^2$ shocked the town.\n"
)


def test_hostile_text_stays_text(read_page: ReadPage) -> None:
    page = read_page.open().page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    # As a piece of a web page that shows such markup: what is markup itself is read, not shown.
    read_page.paste("".join(f"<p>{html.escape(one)}</p>" for one in HOSTILE.strip().split("\n\n")))
    heading = read_page.heading
    expect(heading).to_have_text(re.compile(r"<img src=.*onerror.*<script>alert\(2\)</script>"))
    expect(read_page.sentences.last).to_contain_text("shocked the town")
    text = " ".join(read_page.sentences.all_text_contents())
    expect(read_page.bars).to_have_count(read_page.sentences.count())
    for part in HOSTILE.split():
        assert part in text, part
    # Hover over every bar, so that Plotly draws every label it has.
    for number in range(read_page.bars.count()):
        read_page.hover_column(number)
        label = page.locator(".st-key-strip .hoverlayer .hovertext")
        expect(label).to_contain_text(f"Sentence {number + 1}")
    read_page.sentence(read_page.sentences.count() - 1).click()
    expect(read_page.box).to_have_value(
        re.compile(re.escape("<b>waste</b> :red[of money] and $x^2$"))
    )
    for made in ("img[src*=hostile]", "a[href*='example.com']", "img[src*='example.com']"):
        expect(page.locator(made)).to_have_count(0)
    assert not [url for url in asked if "hostile" in url or "example.com" in url]


BAD = {
    "empty": ("", "The text is empty"),
    "white space": (" \n \t ", "holds only white space"),
    "100,001 words": ("word " * 100_001, "100,001 words"),
    "German": (
        "Der Stadtrat hat am Dienstag beschlossen, das Freibad zu schließen. Die Bürger sind "
        "darüber sehr verärgert und wollen dagegen klagen.",
        "German",
    ),
}


def test_a_bad_paste_is_one_sentence_and_what_was_typed_stays(some_article: ReadPage) -> None:
    page = some_article.page
    before = some_article.heading.inner_text()
    for text, said in BAD.values():
        some_article.paste(text)
        alert = some_article.alert
        expect(alert).to_contain_text(said)
        expect(alert).to_have_count(1)
        expect(page.get_by_label("Paste an article in English")).to_have_value(text)
        expect(some_article.heading).to_have_text(before)
        expect(some_article.sentences.first).to_be_visible()
        expect(page.get_by_text("Traceback")).to_have_count(0)


def test_a_bad_file_is_one_sentence(some_article: ReadPage) -> None:
    for content, said in (
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", "photo.txt looks like a PNG image"),
        (bytes(range(256)) * 8, "photo.txt looks like binary data"),
        (b"", "The text is empty"),
    ):
        some_article.upload("photo.txt", content)
        alert = some_article.alert
        expect(alert).to_contain_text(said)
        expect(alert).to_have_count(1)
        expect(some_article.sentences.first).to_be_visible()


def test_downloads_hold_the_analysis(bus_fares: ReadPage) -> None:
    count = bus_fares.sentences.count()
    name, data = bus_fares.download("Sentences, CSV")
    assert name == "slant-bus-fares-loaded-sentences.csv"
    assert len(list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))) == count
    name, data = bus_fares.download("Everything, JSON")
    assert name == "slant-bus-fares-loaded.json"
    assert len(json.loads(data)["sentences"]) == count
    name, data = bus_fares.download("Loaded words, Parquet")
    assert name == "slant-bus-fares-loaded-spans.parquet"
    assert data[:4] == data[-4:] == b"PAR1"


def test_the_report_is_first_and_needs_nothing_else(open_page, bus_fares: ReadPage) -> None:
    text = bus_fares.shown_text
    bus_fares.open_downloads()
    expect(bus_fares.downloads.get_by_role("button").first).to_have_text("Report, HTML")
    bus_fares.page.keyboard.press("Escape")
    name, data = bus_fares.download("Report, HTML")
    assert name == "slant-bus-fares-loaded.html"
    report = open_page()
    report.set_content(data.decode("utf-8"))
    assert report.locator("#article-text").evaluate("element => element.textContent") == text
    expect(report.locator("[src], link, script, a[href]:not([href^='#'])")).to_have_count(0)


def test_the_menu_of_downloads_closes_by_keyboard(bus_fares: ReadPage) -> None:
    page = bus_fares.page
    bus_fares.button("Download").focus()
    page.keyboard.press("Enter")
    expect(bus_fares.downloads).to_be_visible()
    page.keyboard.press("Escape")
    expect(bus_fares.downloads).to_have_count(0)
    expect(page.get_by_test_id("stPopoverButton")).to_be_focused()


def test_a_sample_leads_to_its_other_telling(read_page: ReadPage) -> None:
    read_page.open("?sample=bus-fares-loaded")
    read_page.button("Read the plain telling").click()
    expect(read_page.heading).to_contain_text("Calderwick council")
    expect(read_page.button("Read the loaded telling")).to_be_visible()
    read_page.page.go_back()
    expect(read_page.heading).to_contain_text("City hall raids")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_follow_the_theme(open_page, app_url: str, scheme: str) -> None:
    page = ReadPage(open_page(color_scheme=scheme), app_url).open().page
    text = {"light": "rgb(22, 19, 15)", "dark": "rgb(236, 232, 223)"}[scheme]
    ticks = page.locator(".st-key-words .ytick text").first
    expect(ticks).to_have_css("fill", text)


def test_a_phone_shows_one_column_with_the_text_first(open_page, app_url: str) -> None:
    page = open_page(viewport={"width": 390, "height": 844})
    read = ReadPage(page, app_url).open()
    text = read.sentences.first.bounding_box()
    strip = page.locator(".st-key-strip").bounding_box()
    assert text["y"] < strip["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert strip["width"] <= 390


def test_the_charts_stay_beside_the_text(bus_fares: ReadPage) -> None:
    page = bus_fares.page
    bus_fares.sentences.nth(14).scroll_into_view_if_needed()
    expect(bus_fares.sentences.first).not_to_be_in_viewport()
    expect(page.locator(".st-key-strip")).to_be_in_viewport(ratio=1)
    expect(page.locator(".st-key-tour")).not_to_be_in_viewport()  # it would cover the strip
    page.locator(".st-key-readability").scroll_into_view_if_needed()
    expect(page.locator(".st-key-strip")).to_be_in_viewport(ratio=1)


def test_the_other_page_has_its_address_and_back_keeps_the_article(read_page: ReadPage) -> None:
    page = read_page.open().page
    read_page.paste(TOWN)
    expect(read_page.heading).to_contain_text("Town library")
    page.get_by_role("link", name="How it works").click()
    expect(read_page.heading).to_have_text("How it works")
    expect(page).to_have_url(re.compile("/how-it-works"))
    expect(page.locator(".js-plotly-plot")).to_have_count(5)
    page.go_back()
    expect(read_page.heading).to_contain_text("Town library")
