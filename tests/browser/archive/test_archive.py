"""The Archive page in a real browser, over an archive of invented articles."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from tests.archive_filled.made_of import HOSTILE
from tests.browser.archive_room import IN_VAIN, ArchiveRoom
from tests.browser.conftest import OpenPage


def title(page: Page, text: str) -> None:
    """Wait until the chart has this title."""
    expect(page.locator(".st-key-wording h2")).to_have_text(text)


def test_filters_are_in_the_address_and_back_and_reload_return_to_them(room: ArchiveRoom) -> None:
    page = room.visit().page
    title(page, "Loaded sentences by outlet: 7 outlets, each voice apart")
    expect(room.chosen).to_have_text("174 articles · copies counted once")
    expect(page.get_by_role("link", name="Archive").first).to_be_visible()

    page.get_by_role("button", name="Filters").click()
    box = page.locator(".st-key-archive-outlet").get_by_role("combobox")
    box.click()
    page.get_by_role("option", name="Quay Post (48)").click()
    expect(room.chosen).to_have_text("48 articles · outlet Quay Post · copies counted once")
    expect(page).to_have_url(re.compile(r"\?outlet=Quay(\+|%20)Post$"))
    # The menu stays open for the next one.
    page.locator(".st-key-archive-topic").get_by_role("combobox").focus()
    page.keyboard.type("harbour")
    expect(page.get_by_role("option", name="harbour (60)")).to_be_visible()
    page.keyboard.press("Enter")
    expect(room.chosen).to_contain_text("16 articles · outlet Quay Post · topic harbour")
    page.keyboard.press("Backspace")
    expect(room.chosen).to_contain_text("48 articles")
    page.keyboard.press("Escape")
    page.locator(".st-key-archive-by").get_by_text("Month", exact=True).click()
    # April and its gap in March: every month from the first to the last.
    title(page, "Loaded sentences by month: 5 months, each voice apart")

    page.reload()
    title(page, "Loaded sentences by month: 5 months, each voice apart")
    expect(room.chosen).to_contain_text("48 articles")
    page.go_back()
    title(page, "Loaded sentences by outlet: 1 outlet, each voice apart")
    for articles in ("16 articles", "48 articles", "174 articles"):
        page.go_back()
        expect(room.chosen).to_contain_text(articles)
        room.at_rest()
    title(page, "Loaded sentences by outlet: 7 outlets, each voice apart")
    expect(page.locator(".st-key-archive-by [aria-checked=true]")).to_have_text("Outlet")
    page.go_forward()
    expect(room.chosen).to_contain_text("outlet Quay Post")


def test_a_click_on_a_box_leads_to_its_sentences(room: ArchiveRoom) -> None:
    page = room.visit("?measure=negative").page
    title(page, "Negative sentences by outlet: 7 outlets, each voice apart")
    room.listening()
    # The second trace is the boxes of the first voice, its second box Quay Post's.
    page.locator(".js-plotly-plot .barlayer .trace.bars .point path").nth(1).click(force=True)
    expect(page).to_have_url(re.compile(r"view=sentences"))
    assert "group=Quay" in page.url
    assert "voice=" not in page.url  # own voice, as everywhere where nothing is said
    expect(page.locator(".st-key-archive-view [aria-checked=true]")).to_have_text("Sentences")
    page.go_back()
    title(page, "Negative sentences by outlet: 7 outlets, each voice apart")
    # The same without a mouse.
    way = page.get_by_role("combobox", name=re.compile("Read the sentences of"))
    way.focus()
    page.keyboard.type("Moor Herald, quoted")
    expect(page.get_by_role("option").first).to_have_text("Moor Herald, quoted (57)")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"group=Moor(\+|%20)Herald&voice=quoted"))


def test_strange_names_are_shown_as_they_are_and_taken_along_without_harm(
    room: ArchiveRoom,
) -> None:
    page = room.visit("?by=age&outlet=Nope&view=wording").page
    expect(page.get_by_text("The address asks for “by=age” and “outlet=Nope”")).to_be_visible()
    expect(room.chosen).to_have_text("174 articles · copies counted once")
    expect(page.locator(".js-plotly-plot").get_by_text('=HYPERLINK("http').first).to_be_visible()
    assert page.locator(".stMain img[src=x]").count() == 0
    page.get_by_text("The figures as a table").click()
    table = page.get_by_role("group", name="Table: Figures of the groups")
    expect(table.get_by_role("row").nth(1)).to_contain_text(
        re.compile("Moor Herald.*own voice.*66")
    )
    expect(table).to_contain_text("<b>a</b>")
    expect(table).to_contain_text("partly quoted")

    for kind, read in (("CSV", pd.read_csv), ("Parquet", pd.read_parquet)):
        room.button("Download").click()
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Figures, {kind}", exact=True).click()
        frame = read(Path(download.value.path()))  # type: ignore[operator]
        assert download.value.suggested_filename == f"slant-archive-outlet-loaded.{kind.lower()}"
        assert len(frame) == 28
        names = set(frame["group"])
        assert (HOSTILE in names) is (kind == "Parquet")
        assert ("'" + HOSTILE in names) is (kind == "CSV")
        page.keyboard.press("Escape")


def test_copies_count_as_one_says(room: ArchiveRoom) -> None:
    page = room.visit("?once=0").page
    expect(room.chosen).to_have_text("180 articles · every copy counted")
    page.get_by_role("button", name="Filters").click()
    page.get_by_text("Count copies once").click()
    expect(room.chosen).to_have_text("174 articles · copies counted once")
    expect(page).to_have_url(re.compile(r"/archive$"))


def test_about_says_what_is_in_it_and_what_it_cannot_say(room: ArchiveRoom) -> None:
    page = room.visit().to("About").page
    about = page.locator(".st-key-archive-about")
    expect(about).to_contain_text("180 articles with")
    expect(about).to_contain_text("From 2024-01 to 2024-05.")
    expect(about).to_contain_text("6 articles are near-duplicates")
    skipped = page.get_by_role("group", name="Table: Skipped articles").get_by_role("row")
    expect(skipped).to_have_text(["ReasonArticles", "no text2", "not English1"])
    expect(about).to_contain_text("no outlet gets a rank")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_for_everybody_and_on_a_phone(open_page: OpenPage, filled_url: str, scheme: str) -> None:
    room = ArchiveRoom(open_page(color_scheme=scheme, allowed=IN_VAIN), filled_url)
    for query in ("", "?by=month&measure=tone", "?view=about"):
        room.visit(query).is_for_everybody(scheme)
