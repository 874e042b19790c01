"""The Read page in a real browser: opening, giving texts, linking, hostile and bad input."""

import csv
import io
import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

LIMIT = 60_000
"""Milliseconds to wait for a state; the first page of a cold server loads the model."""

# A busy machine may take long to answer; a state that has come is seen at once all the same.
expect.set_options(timeout=LIMIT / 2)

TOWN = (
    "Town library to open on Sundays\n\n"
    "The library will open on Sundays from May, the council said. “This is a disgraceful, "
    "reckless waste of money,” said Ivo Marsh, a councillor.\n\n"
    "Visits rose by a fifth last year. The reckless plan is a shameful insult to every taxpayer."
)


def opened(page: Page, url: str) -> Page:
    page.goto(url)
    settled(page)
    return page


def settled(page: Page) -> None:
    """Wait until the script has run and text and strip are on the page."""
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=LIMIT
    )
    expect(page.locator(".sentence").first).to_be_visible(timeout=LIMIT)
    expect(bars(page).first).to_be_attached(timeout=LIMIT)


def bars(page: Page) -> Locator:
    return page.locator(".st-key-strip .barlayer .point")


def sentence(page: Page, number: int) -> Locator:
    return page.locator(f'.sentence[data-sentence="{number}"]')


def chosen(page: Page) -> Locator:
    return page.locator('.sentence[aria-selected="true"]')


def click_bar(page: Page, number: int) -> None:
    """Click in the column of a bar, halfway up the plot."""
    bar = bars(page).nth(number)
    bar.scroll_into_view_if_needed()
    place = bar.bounding_box()
    plot = page.locator(".st-key-strip .nsewdrag").bounding_box()
    page.mouse.move(place["x"] + place["width"] / 2, plot["y"] + plot["height"] / 2)
    page.mouse.click(place["x"] + place["width"] / 2, plot["y"] + plot["height"] / 2)


def paste(page: Page, text: str) -> None:
    page.get_by_role("tab", name="Paste a text").click()
    page.get_by_label("Paste an article in English").fill(text)
    page.get_by_role("button", name="Analyse").click()


def upload(page: Page, name: str, content: bytes) -> None:
    page.get_by_role("tab", name="Upload a file").click()
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": content}
    )


def card(page: Page) -> Locator:
    return page.locator(".st-key-card")


def test_the_first_page_shows_an_analysed_sample(page: Page, app_url: str) -> None:
    opened(page, app_url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".st-key-summary")).to_contain_text("sentences are likely loaded")
    assert bars(page).count() == page.locator(".sentence").count() > 15
    expect(page.locator(".js-plotly-plot")).to_have_count(6)
    assert page.title() == "Read" or "Slant" in page.title()
    assert page.locator("html").get_attribute("lang") == "en"


def test_another_sample_can_be_chosen(page: Page, app_url: str) -> None:
    opened(page, app_url)
    page.get_by_label("A sample article").click()
    page.get_by_role("option", name=re.compile("Bus fares, told plainly")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Calderwick council")
    expect(page).to_have_url(re.compile("sample=bus-fares-plain"))


def test_a_pasted_article_is_analysed(page: Page, app_url: str) -> None:
    opened(page, app_url)
    paste(page, TOWN)
    expect(page.get_by_role("heading", level=1)).to_have_text("Town library to open on Sundays")
    expect(page.locator(".sentence")).to_have_count(5)
    expect(bars(page)).to_have_count(5)
    expect(page.locator(".sentence").nth(3)).to_have_text("Visits rose by a fifth last year.")
    expect(page.locator(".st-key-summary")).to_contain_text("of 5 sentences")


def test_an_uploaded_file_is_analysed(page: Page, app_url: str) -> None:
    opened(page, app_url)
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        text = TOWN.replace("Town", encoding)
        upload(page, f"library {encoding}.txt", text.encode(encoding))
        heading = f"{encoding} library to open on Sundays"
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        expect(page.locator(".sentence").first).to_have_text(heading)
        expect(page.locator(".sentence").nth(2)).to_contain_text("“This is a disgraceful, reckless")
        expect(page.locator(".st-key-heading")).to_contain_text(f"library {encoding}.txt")


def test_a_bar_selects_its_sentence_and_a_sentence_its_bar(page: Page, app_url: str) -> None:
    opened(page, app_url)
    strip = page.locator(".st-key-strip .js-plotly-plot")
    strip.evaluate("node => { node.before_selection = true }")
    click_bar(page, 7)
    expect(chosen(page)).to_have_count(1)
    expect(chosen(page)).to_have_attribute("data-sentence", "7")
    expect(chosen(page)).to_be_in_viewport()
    expect(card(page)).to_contain_text("Sentence 8 of")
    expect(page).to_have_url(re.compile(r"[?&]s=8(&|$)"))

    sentence(page, 2).click()
    expect(chosen(page)).to_have_attribute("data-sentence", "2")
    expect(bars(page).nth(2)).to_have_class(re.compile("slant-selected"))
    expect(card(page)).to_contain_text("Sentence 3 of")
    assert strip.evaluate("node => node.before_selection"), "the strip was mounted anew"


def test_the_card_closes_and_the_selection_with_it(page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/?sample=bus-fares-loaded&s=1")
    expect(card(page)).to_contain_text("Sentence 1 of")
    card(page).get_by_role("button", name="Close").click()
    expect(card(page)).to_have_count(0)
    expect(chosen(page)).to_have_count(0)
    expect(page).not_to_have_url(re.compile(r"[?&]s="))
    expect(sentence(page, 0)).to_be_focused()


def test_the_card_closes_by_keyboard_and_the_focus_goes_to_its_sentence(
    page: Page, app_url: str
) -> None:
    opened(page, f"{app_url}/?sample=bus-fares-loaded&s=14")
    close = card(page).get_by_role("button", name="Close")
    close.focus()
    page.keyboard.press("Enter")
    expect(card(page)).to_have_count(0)
    expect(sentence(page, 13)).to_be_focused()
    expect(sentence(page, 13)).to_be_in_viewport()
    # Escape closes it from whatever is in it, the what-if box included.
    box = page.get_by_label("What if it were worded differently?")
    for inside in (close, box):
        page.keyboard.press("Enter")
        expect(chosen(page)).to_have_attribute("data-sentence", "13")
        inside.focus()
        page.keyboard.press("Escape")
        expect(card(page)).to_have_count(0)
        expect(chosen(page)).to_have_count(0)
        expect(sentence(page, 13)).to_be_focused()
    # And where nothing has the focus, as after a click on a bar.
    click_bar(page, 7)
    expect(card(page)).to_contain_text("Sentence 8 of")
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(sentence(page, 7)).to_be_focused()


def test_a_row_of_the_table_selects_its_sentence(page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/?sample=bus-fares-plain")
    grid = page.get_by_test_id("stDataFrame")
    grid.scroll_into_view_if_needed()
    place = grid.bounding_box()
    # The grid is a canvas: its selection boxes are in the first column, rows are 35 px high.
    page.mouse.click(place["x"] + 18, place["y"] + 35 * 3.5)
    expect(chosen(page)).to_have_attribute("data-sentence", "2")
    expect(card(page)).to_contain_text("Sentence 3 of")


def test_a_link_opens_on_its_sentence_and_back_returns(page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/?sample=bus-fares-loaded&s=12")
    expect(chosen(page)).to_have_attribute("data-sentence", "11")
    expect(chosen(page)).to_be_in_viewport()
    expect(card(page)).to_contain_text("Sentence 12 of")
    sentence(page, 3).click()
    expect(page).to_have_url(re.compile(r"[?&]s=4(&|$)"))
    paste(page, TOWN)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Town library")
    assert parse_qs(urlsplit(page.url).query) == {"text": ["1"]}
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("City hall raids")
    expect(chosen(page)).to_have_attribute("data-sentence", "3")
    page.go_back()
    expect(chosen(page)).to_have_attribute("data-sentence", "11")
    page.go_forward()
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Town library")


HOSTILE = (
    '<img src="/hostile.png" onerror="alert(1)"> <script>alert(2)</script>\n\n'
    "The mayor [opened](https://example.com/link) the ![bridge](https://example.com/i.png) "
    '<a href="https://example.com/hover">today</a> in the rain. **Nobody** <b>came</b> to '
    "https://example.com/bare or www.example.com that day. <style>*{display:none}</style> The "
    "disgraceful <b>waste</b> :red[of money] and $x^2$ shocked the town.\n"
)


def test_hostile_text_stays_text(page: Page, app_url: str) -> None:
    opened(page, app_url)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    paste(page, HOSTILE)
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(re.compile(r"<img src=.*onerror.*<script>alert\(2\)</script>"))
    expect(page.locator(".sentence").last).to_contain_text("shocked the town")
    text = " ".join(page.locator(".sentence").all_text_contents())
    expect(bars(page)).to_have_count(page.locator(".sentence").count())
    for part in HOSTILE.split():
        assert part in text, part
    # Hover over every bar, so that Plotly draws every label it has.
    strip = page.locator(".st-key-strip .nsewdrag").bounding_box()
    for number in range(bars(page).count()):
        place = bars(page).nth(number).bounding_box()
        page.mouse.move(place["x"] + place["width"] / 2, strip["y"] + strip["height"] / 2)
        label = page.locator(".st-key-strip .hoverlayer .hovertext")
        expect(label).to_contain_text(f"Sentence {number + 1}")
    sentence(page, page.locator(".sentence").count() - 1).click()
    expect(card(page)).to_contain_text("<b>waste</b> :red[of money] and $x^2$")
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


def test_a_bad_paste_is_one_sentence_and_what_was_typed_stays(page: Page, app_url: str) -> None:
    opened(page, app_url)
    before = page.get_by_role("heading", level=1).inner_text()
    for text, said in BAD.values():
        paste(page, text)
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text(said)
        expect(alert).to_have_count(1)
        expect(page.get_by_label("Paste an article in English")).to_have_value(text)
        expect(page.get_by_role("heading", level=1)).to_have_text(before)
        expect(page.locator(".sentence").first).to_be_visible()
        expect(page.get_by_text("Traceback")).to_have_count(0)


def test_a_bad_file_is_one_sentence(page: Page, app_url: str) -> None:
    opened(page, app_url)
    for content, said in (
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", "photo.txt looks like a PNG image"),
        (bytes(range(256)) * 8, "photo.txt looks like binary data"),
        (b"", "The text is empty"),
    ):
        upload(page, "photo.txt", content)
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text(said)
        expect(alert).to_have_count(1)
        expect(page.locator(".sentence").first).to_be_visible()


def fetched(page: Page, label: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name=label, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_downloads_hold_the_analysis(page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/?sample=bus-fares-loaded")
    count = page.locator(".sentence").count()
    name, data = fetched(page, "Sentences, CSV")
    assert name == "slant-bus-fares-loaded-sentences.csv"
    assert len(list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))) == count
    name, data = fetched(page, "Everything, JSON")
    assert name == "slant-bus-fares-loaded.json"
    assert len(json.loads(data)["sentences"]) == count
    name, data = fetched(page, "Loaded words, Parquet")
    assert name == "slant-bus-fares-loaded-spans.parquet"
    assert data[:4] == data[-4:] == b"PAR1"


def test_the_report_is_first_and_needs_nothing_else(open_page, page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/?sample=bus-fares-loaded")
    first = page.locator(".st-key-downloads").get_by_role("button").first
    expect(first).to_have_text("Report, HTML")
    text = page.locator(".slant .text").evaluate("element => element.textContent")
    name, data = fetched(page, "Report, HTML")
    assert name == "slant-bus-fares-loaded.html"
    report = open_page()
    report.set_content(data.decode("utf-8"))
    assert report.locator("#article-text").evaluate("element => element.textContent") == text
    expect(report.locator("[src], link, script, a[href]:not([href^='#'])")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_follow_the_theme(open_page, app_url: str, scheme: str) -> None:
    page = opened(open_page(color_scheme=scheme), app_url)
    text = {"light": "rgb(22, 19, 15)", "dark": "rgb(236, 232, 223)"}[scheme]
    ticks = page.locator(".st-key-words .ytick text").first
    expect(ticks).to_have_css("fill", text)


def test_a_phone_shows_one_column_with_the_text_first(open_page, app_url: str) -> None:
    page = opened(open_page(viewport={"width": 390, "height": 844}), app_url)
    text = page.locator(".sentence").first.bounding_box()
    strip = page.locator(".st-key-strip").bounding_box()
    assert text["y"] < strip["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert strip["width"] <= 390


def test_the_charts_stay_beside_the_text(page: Page, app_url: str) -> None:
    opened(page, app_url)
    page.locator(".sentence").nth(14).scroll_into_view_if_needed()
    expect(page.locator(".sentence").first).not_to_be_in_viewport()
    expect(page.locator(".st-key-strip")).to_be_in_viewport(ratio=1)
    expect(page.locator(".st-key-tour")).not_to_be_in_viewport()  # it would cover the strip
    page.locator(".st-key-readability").scroll_into_view_if_needed()
    expect(page.locator(".st-key-strip")).to_be_in_viewport(ratio=1)


def test_the_other_page_has_its_address_and_back_keeps_the_article(
    page: Page, app_url: str
) -> None:
    opened(page, app_url)
    paste(page, TOWN)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Town library")
    page.get_by_role("link", name="How it works").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How it works")
    expect(page).to_have_url(re.compile("/how-it-works"))
    expect(page.locator(".js-plotly-plot")).to_have_count(4)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Town library")
