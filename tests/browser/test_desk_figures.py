"""The views Figures and Sources of the desk in a real browser, on a desk with known decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from store.desk.opening import open_desk
from tests.browser.conftest import OpenPage
from tests.browser.desk_page import DeskPage
from tests.browser.desk_room import DeskRoom, desk_room
from tests.browser.read_page import LIMIT
from tests.browser.test_accessibility import ASKED_IN_VAIN, at_both_sizes, violations
from tests.desk_filled import ARTICLES, fill_desk

IN_VAIN = ASKED_IN_VAIN.replace("how-it-works", "desk")


@pytest.fixture(scope="module")
def filled_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server with the filled desk; no test changes anything on it."""
    folder: Path = tmp_path_factory.mktemp("figures")
    engine = open_desk(folder=str(folder / "desk"))
    fill_desk(engine)
    engine.dispose()
    with desk_room(folder) as url:
        yield url


@pytest.fixture
def desk(open_page: OpenPage, filled_url: str) -> DeskRoom:
    return DeskRoom(open_page(color_scheme="light", allowed=IN_VAIN), filled_url)


def opened(desk: DeskRoom, view: str) -> Page:
    """Open a view as Dee, who may only look, and wait until it is drawn."""
    desk.visit(view).as_editor("Dee")
    return drawn(desk.page, view)


def drawn(page: Page, view: str) -> Page:
    expect(page.locator(f".st-key-{view}")).to_be_visible(timeout=LIMIT)
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=LIMIT)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
    return page


def row(page: Page, table: str, name: str) -> Locator:
    """The row of a table that begins with ``name``."""
    found = page.get_by_role("group", name=f"Table: {table}", exact=True).get_by_role("row")
    return found.filter(has=page.get_by_role("rowheader", name=name, exact=True))


def choose(page: Page, key: str, option: str) -> None:
    """Choose the option of the box with this key that begins so.

    In the middle of the window and once all charts are drawn: whatever scrolls closes the list.
    """
    expect(page.locator(".stPlotlyChart:not(:has(.main-svg))")).to_have_count(0)
    box = page.locator(f".st-key-{key}").get_by_role("combobox")
    box.evaluate("box => box.scrollIntoView({block: 'center', behavior: 'instant'})")
    box.click()
    page.get_by_role("option", name=re.compile(f"^{re.escape(option)}")).click()


def test_what_is_to_be_mended_is_said_with_its_reasons_and_leads_to_its_flags(
    desk: DeskRoom,
) -> None:
    page = opened(desk, "figures")
    shares = "Accepted share of each check"
    expect(row(page, shares, "house.slam")).to_contain_text("▼ to mend")
    expect(row(page, shares, "house.slam")).to_contain_text("50% (31% to 69%)")
    # Revision 1 was accepted 3 of 12 times, and does not count any more.
    expect(row(page, shares, "house.chair")).to_contain_text("✓ good")
    expect(row(page, shares, "house.chair")).to_contain_text("92% (65% to 99%)")
    expect(row(page, shares, "house.percent")).to_contain_text("○ too few to say")
    expect(row(page, "Editors in pairs", "Ann and Ben")).to_contain_text(re.compile(r"30\D*26"))

    card = page.locator(".st-key-check-0")
    expect(card).to_contain_text("“Slam” is for doors: say what was criticised.")
    expect(card).to_contain_text("Dismissed as: fair wording here (5), another sense of the word")
    expect(card.locator("mark").first).to_have_text("slammed")
    choose(page, "figures-check", "house.chair")
    chosen = page.locator(".st-key-check-chosen")
    expect(chosen).to_contain_text(
        "Revision 2 counts. Before, 3 of 12 in revision 1 were accepted."
    )

    card.get_by_role("link", name="12 dismissed flags in the queue").click()
    page.wait_for_url(re.compile(r"view=queue"), timeout=LIMIT)
    assert "check=house.slam" in page.url
    assert "state=dismiss" in page.url
    expect(page.locator(".st-key-figures")).to_have_count(0, timeout=LIMIT)


def test_sources_are_filtered_and_lead_to_their_articles(desk: DeskRoom) -> None:
    page = opened(desk, "sources")
    hale = row(page, "Sources", "Joan Hale")
    # One person under three forms of the name, in all twelve articles.
    expect(hale).to_contain_text("say ×12, claim ×12 (sounds doubtful)")
    expect(row(page, "Sources", "unnamed sources")).to_contain_text("without a name")
    expect(row(page, "Room by month", "no date")).to_be_visible()
    expect(page.locator(".st-key-sources")).to_contain_text("12 articles, 60 statements")

    choose(page, "sources-outlet", "Moor Herald")
    expect(page.locator(".st-key-sources")).to_contain_text("4 articles, 20 statements")
    expect(page.locator(".st-key-sources")).to_contain_text("one article more can change")
    choose(page, "sources-source", "Joan Hale, person")
    said = page.locator(".desk-examples bdi")
    expect(said.first).to_contain_text("It will help every street in the town", timeout=LIMIT)

    with page.expect_download() as download:
        desk.button("Download").click()
        page.get_by_role("button", name="Sources", exact=True).click()
    lines = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("speaker,kind,articles,statements,direct,words,quoted_words,share")
    assert lines[1].startswith("Joan Hale,person,4,8,8,56,44,")
    page.keyboard.press("Escape")

    page.get_by_role("link", name="Lower Sund plans a depot").first.click()
    page.wait_for_url(re.compile(r"view=queue"), timeout=LIMIT)
    assert re.search(r"article=\d+", page.url)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_for_everybody_and_on_a_phone(open_page: OpenPage, filled_url: str, scheme: str) -> None:
    desk = DeskRoom(open_page(color_scheme=scheme, allowed=IN_VAIN), filled_url)
    for view in ("figures", "sources"):
        page = opened(desk, view) if view == "figures" else drawn(desk.visit(view).page, view)
        for size in at_both_sizes(page):
            assert violations(page) == [], f"{view}, {scheme}, {size}"
            wider = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert wider <= 0, f"{view} scrolls sideways, {size}"
    # A table that is wider than the phone is scrolled by keyboard.
    table = page.get_by_role("group", name="Table: Sources", exact=True)
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("table => table.scrollLeft > 0", arg=table.element_handle())


def test_a_link_to_the_queue_filters_it_and_its_keys_work_at_once(desk: DeskRoom) -> None:
    desk.visit("articles").as_editor("Dee")
    desk.to("Queue")
    queue = DeskPage(desk.page, desk.url).shown()
    # Not the choice of views, where a letter goes to the view that begins with it.
    expect(queue.card).to_be_focused()
    queue.page.goto(f"{desk.url}/desk?view=queue&check=house.slam&state=all")
    queue.shown()
    expect(queue.filter("Rule")).to_have_value("house.slam")
    expect(queue.filter("Show")).to_have_value("all")
    expect(queue.rows.locator(".words")).to_have_text(["“slammed”"] * 2 * ARTICLES)
    queue.choose("Show", "Second reading")
    expect(queue.page).to_have_url(re.compile("check=house.slam&state=second"))
