"""Finding things in an archive: from a chart, a search or a source to the sentence on Read."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.archive_filled.made_of import BACKWARDS, HOSTILE
from tests.archive_filled.tables import filled_tables
from tests.browser.archive_room import IN_VAIN, NAME, ArchiveRoom
from tests.browser.conftest import OpenPage
from tests.browser.read_page import ReadPage

RECKLESS = "The plan is a reckless use of public money."


def heading(page: Page, text: str) -> None:
    """Wait until there is this heading."""
    expect(page.get_by_role("heading", name=text, exact=True)).to_be_visible()


def found(page: Page) -> Locator:
    """What was found: the links to the Read page."""
    return page.locator(".st-key-archive-found").get_by_role("link")


def counted() -> pd.DataFrame:
    """The sentences of the archive, with what their articles say; copies counted once."""
    tables = filled_tables()
    articles = tables["articles"][["article", "outlet", "date"]]
    rows = tables["sentences"].merge(articles, on="article")
    return rows[~rows["article"].isin(range(1, 12, 2))]


def test_two_clicks_lead_from_a_box_to_its_sentence_and_back(room: ArchiveRoom) -> None:
    rows = counted()
    own = rows[(rows["outlet"] == "Quay Post") & (rows["voice"] == "outlet")]
    most = own[own["loaded"] == "loaded"].nlargest(1, "loaded_probability").iloc[0]
    page = room.visit().page
    expect(page.locator(".st-key-wording h2")).to_contain_text("by outlet")
    box = page.locator(".js-plotly-plot .barlayer .trace.bars .point path").nth(1)
    room.listening()
    box.click(force=True)  # the first of two clicks
    total = (own["loaded"] == "loaded").sum()
    heading(page, f"{total} sentences likely loaded: own voice, outlet Quay Post")
    expect(found(page)).to_have_count(min(total, 50))
    listed = page.url
    found(page).first.click()  # the second

    read = ReadPage(page, room.url).settled()
    number = int(most["article"])
    address = f"archive={NAME}&article={number}&s={most['sentence'] + 1}"
    expect(page).to_have_url(re.compile(rf"/\?{address}$"))
    expect(read.chosen).to_have_attribute("data-sentence", str(most["sentence"]))
    expect(read.chosen).to_have_text(most["text"])
    expect(read.chosen).to_be_in_viewport()
    expect(read.heading).to_have_text(f"The quay and the buses, part {number}")
    origin = page.locator(".st-key-archive-origin")
    day = f"{most['date']:%Y-%m-%d}"
    expect(origin).to_contain_text(re.compile(rf"^Quay Post · {day} · .*from the archive {NAME}"))

    page.reload()
    read.settled()
    expect(read.chosen).to_have_text(most["text"])
    expect(page).to_have_url(re.compile(rf"/\?{address}$"))
    page.go_back()
    heading(page, f"{total} sentences likely loaded: own voice, outlet Quay Post")
    assert page.url == listed
    found(page).nth(1).click()
    read.settled()
    origin.get_by_role("link", name="Back to the archive").click()
    heading(page, f"{total} sentences likely loaded: own voice, outlet Quay Post")


def test_sentences_come_in_pages_and_as_files(room: ArchiveRoom) -> None:
    page = room.visit("?view=sentences").page
    expect(page.get_by_text("Choose a group, or a point of a chart")).to_be_visible()
    rows = counted()
    wanted = rows[(rows["outlet"] == "Moor Herald") & (rows["loaded"] == "loaded")]
    wanted = wanted[wanted["voice"] == "outlet"]
    page.locator(".st-key-archive-listed-group").get_by_role("combobox").click()
    page.get_by_role("option", name="Moor Herald (66)").click()
    heading(page, f"{len(wanted)} sentences likely loaded: own voice, outlet Moor Herald")
    expect(page.get_by_text(f"1 to 50 of {len(wanted)}")).to_be_visible()
    expect(page.get_by_text("likely loaded, 96% · negative tone").first).to_be_visible()
    room.button("Later").click()
    expect(page.get_by_text(f"51 to 100 of {len(wanted)}")).to_be_visible()
    expect(page).to_have_url(re.compile(r"page=2"))
    room.button("Download").click()
    with page.expect_download() as download:
        room.button("Sentences, Parquet").click()
    frame = pd.read_parquet(Path(download.value.path()))
    assert sorted(frame["start"]) == sorted(wanted["start"])
    assert frame["loaded_probability"].is_monotonic_decreasing
    page.keyboard.press("Escape")
    # Another voice begins with its first page.
    voice = page.locator(".st-key-archive-listed-voice").get_by_role("combobox")
    voice.focus()
    voice.press("ArrowDown")
    page.get_by_role("option", name="reported").click()
    expect(page).to_have_url(re.compile(r"voice=reported"))
    assert "page=" not in page.url


def test_a_search_marks_the_phrase_and_leads_to_it(room: ArchiveRoom) -> None:
    page = room.visit("?view=search&outlet=Quay+Post").page
    box = page.get_by_label("Find a phrase in the articles that are chosen")
    box.fill("RECKless use")
    box.press("Enter")
    rows = counted()
    places = rows[(rows["outlet"] == "Quay Post") & (rows["text"] == RECKLESS)]
    articles = places["article"].nunique()
    heading(page, f"{len(places)} places in {articles} articles")
    expect(page).to_have_url(re.compile(r"q=RECKless(\+|%20)use&outlet=Quay(\+|%20)Post"))
    expect(page.locator(".st-key-chart-archive-months .main-svg").first).to_be_visible()
    expect(found(page).first.locator("strong")).to_have_text("⁠reckless use⁠")
    expect(found(page).first).to_contain_text("The plan is a ⁠reckless use⁠ of public money.")
    first = places.sort_values(["article", "start"]).iloc[0]
    found(page).first.click()
    read = ReadPage(page, room.url).settled()
    expect(read.chosen).to_have_text(RECKLESS)
    expect(page).to_have_url(re.compile(rf"article={first['article']}&s={first['sentence'] + 1}$"))
    page.go_back()
    heading(page, f"{len(places)} places in {articles} articles")
    expect(box).to_have_value("RECKless use")

    # Whole words: "reckles" is none.
    box.fill("reckles")
    box.press("Enter")
    heading(page, f"{len(places)} places in {articles} articles")
    page.get_by_text("Whole words").click()
    expect(page.get_by_text("No article that is chosen has these words.")).to_be_visible()
    expect(room.chosen).to_contain_text("outlet Quay Post")


def test_what_cannot_be_found_is_said(room: ArchiveRoom) -> None:
    page = room.visit("?view=search").page
    box = page.get_by_label("Find a phrase")
    for phrase, said in (
        ("a", "The phrase has one character only: give a word or a few words."),
        ("%_*<b>**x**</b>", "No article that is chosen has these words."),
        ("reckless" * 50, "The phrase has"),
    ):
        box.fill(phrase)
        box.press("Enter")
        expect(page.get_by_text(said).first).to_be_visible()
        expect(box).to_have_value(phrase)
        expect(found(page)).to_have_count(0)


def test_a_point_of_a_source_leads_to_its_statements(room: ArchiveRoom) -> None:
    tables = filled_tables()
    rows = tables["statements"].merge(tables["articles"][["article", "date"]], on="article")
    rows = rows[~rows["article"].isin(range(1, 12, 2))]
    claims = rows[rows["verb"] == "claim"]
    january = (claims["date"].dt.strftime("%Y-%m") == "2024-01").sum()
    page = room.visit("?view=sources").page
    expect(page.get_by_text("two people of one name are one", exact=False)).to_be_visible()
    heading(page, "The 3 speakers with most statements, by month")
    page.locator(".st-key-archive-sources-kind").get_by_text("Verbs of saying").click()
    heading(page, "The 4 verbs with most statements, by month")
    table = page.get_by_role("group", name="Table: Verbs of saying").get_by_role("row")
    expect(table.filter(has_text="claim")).to_contain_text(
        re.compile(rf"{len(claims)}.*sounds doubtful.*does not vouch")
    )
    room.listening()
    line = page.locator(".js-plotly-plot .scatterlayer .trace").nth(1)
    line.locator(".point").first.click(force=True)
    heading(page, f"{january} statements with “claim”, 2024-01")
    expect(page).to_have_url(re.compile("name=claim&month=2024-01"))
    page.reload()
    heading(page, f"{january} statements with “claim”, 2024-01")
    room.button("All months, not only 2024-01").click()
    heading(page, f"{len(claims)} statements with “claim”")
    first = claims.sort_values(["date", "article", "start"]).iloc[0]
    found(page).first.click()
    read = ReadPage(page, room.url).settled()
    expect(page).to_have_url(re.compile(rf"article={first['article']}&s={first['sentence'] + 1}$"))
    expect(read.chosen).to_contain_text("claimed that the bridge is safe")


def test_an_article_or_sentence_that_is_not_there_is_said(room: ArchiveRoom) -> None:
    read = ReadPage(room.page, room.url).open(f"?archive={NAME}&article=5&s=99")
    expect(read.alert).to_contain_text("This article has no sentence 99: it has")
    expect(read.heading).to_contain_text("part 5")
    expect(read.chosen).to_have_count(0)
    read.open("?archive=%3Cb%3Ex&article=1&s=1")
    expect(read.alert).to_contain_text("There is no archive “<b>x” here: choose one")
    expect(read.sentences.first).to_be_visible()
    # The page works on.
    read.select(1)
    expect(read.chosen).to_have_attribute("data-sentence", "1")


def test_strange_names_do_no_harm(room: ArchiveRoom) -> None:
    for name in (HOSTILE, BACKWARDS):
        query = f"?view=sentences&group={quote(name)}&measure=tone"
        page = room.visit(query).page
        expect(found(page).first).to_be_visible()
        expect(page.locator(".stMain h2")).to_contain_text("sentences with a tone: own voice")
        assert page.locator(".stMain img[src=x], .stMain a[href^=javascript]").count() == 0
    articles = filled_tables()["articles"]
    number = articles["article"][articles["outlet"] == HOSTILE].iloc[0]
    read = ReadPage(room.page, room.url).open(f"?archive={NAME}&article={number}")
    expect(read.page.locator(".st-key-archive-origin")).to_contain_text("**b** [c](javascript:d)")
    assert read.page.locator(".stMain img[src=x]").count() == 0


SENTENCES, SEARCH, SOURCES = (
    f"?view=sentences&group={quote(HOSTILE)}",
    "?view=search&q=reckless",
    "?view=sources&sources=verb&name=claim",
)


@pytest.mark.parametrize(
    ("scheme", "queries"),
    # The rows of sentences are those of a search.
    [("light", (SENTENCES, SEARCH, SOURCES)), ("dark", (SEARCH, SOURCES))],
)
def test_for_everybody_and_on_a_phone(
    open_page: OpenPage, filled_url: str, scheme: str, queries: tuple[str, ...]
) -> None:
    room = ArchiveRoom(open_page(color_scheme=scheme, allowed=IN_VAIN), filled_url)
    for query in queries:
        page = room.visit(query).page
        expect(found(page).first).to_be_visible()
        room.at_rest().is_for_everybody(scheme)
