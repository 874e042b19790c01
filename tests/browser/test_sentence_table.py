"""The table of all sentences: rows by click and by keyboard, order, filter, and its mark."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.read_page import ReadPage


@pytest.mark.parametrize("cell", ["number", "text", "loaded", "tone", "ease"])
def test_a_click_anywhere_on_a_row_selects_its_sentence(bus_fares: ReadPage, cell: str) -> None:
    row = bus_fares.rows.nth(3)
    number = int(row.locator(".number").inner_text())
    row.locator(f"td.{cell}").click()
    expect(row).to_have_attribute("aria-selected", "true")
    expect(bus_fares.chosen).to_have_attribute("data-sentence", str(number - 1))
    expect(bus_fares.chosen).to_be_in_viewport()
    expect(bus_fares.card).to_contain_text(f"Sentence {number} of")
    expect(bus_fares.page).to_have_url(re.compile(rf"[?&]s={number}(&|$)"))


def test_the_table_begins_with_the_most_loaded_and_sorts_by_its_headings(
    bus_fares: ReadPage,
) -> None:
    def column(name: str) -> list[int]:
        shown = bus_fares.rows.locator(f".{name}").all_inner_texts()
        return [int((re.findall(r"\d+", text) or ["-1"])[-1]) for text in shown]

    count = bus_fares.sentences.count()
    assert column("loaded") == sorted(column("loaded"), reverse=True)
    assert sorted(column("number")) == list(range(1, count + 1))
    headings = bus_fares.table.get_by_role("columnheader")
    expect(headings.nth(2)).to_have_attribute("aria-sort", "descending")
    bus_fares.table.get_by_role("button", name="No.").click()
    expect(headings.nth(0)).to_have_attribute("aria-sort", "ascending")
    expect(headings.nth(2)).not_to_have_attribute("aria-sort", re.compile(".*"))
    assert column("number") == list(range(1, count + 1))
    bus_fares.table.get_by_role("button", name=re.compile(r"^Words")).click()
    assert column("words") == sorted(column("words"), reverse=True)
    bus_fares.table.get_by_role("button", name=re.compile(r"^Words")).click()
    assert column("words") == sorted(column("words"))
    bus_fares.table.get_by_role("button", name="Loaded").click()
    assert column("loaded") == sorted(column("loaded"), reverse=True)


def test_the_table_works_by_keyboard(bus_fares: ReadPage) -> None:
    page = bus_fares.page
    first, second = bus_fares.rows.nth(0), bus_fares.rows.nth(1)
    first.focus()
    page.keyboard.press("ArrowDown")
    expect(second).to_be_focused()
    page.keyboard.press("Enter")
    expect(second).to_have_attribute("aria-selected", "true")
    sentence = second.get_attribute("data-sentence") or ""
    expect(bus_fares.chosen).to_have_attribute("data-sentence", sentence)
    page.keyboard.press("End")
    expect(bus_fares.rows.last).to_be_focused()
    page.keyboard.press("Escape")
    expect(bus_fares.chosen).to_have_count(0)
    expect(bus_fares.table.locator('[aria-selected="true"]')).to_have_count(0)


def test_the_row_of_the_sentence_chosen_in_the_text_is_marked(bus_fares: ReadPage) -> None:
    for number in (2, 20):
        bus_fares.select(number)
        marked = bus_fares.table.locator('tbody [aria-selected="true"]')
        expect(marked).to_have_count(1)
        expect(marked).to_have_attribute("data-sentence", str(number))


def test_the_text_of_a_row_wraps(bus_fares: ReadPage) -> None:
    whole = "cells => cells.every((cell) => cell.scrollWidth <= cell.clientWidth)"
    assert bus_fares.rows.locator(".text").evaluate_all(whole)
    heights = bus_fares.rows.evaluate_all("rows => rows.map((row) => row.offsetHeight)")
    assert max(heights) > 1.4 * min(heights)


def test_a_filter_shows_its_rows(bus_fares: ReadPage) -> None:
    page = bus_fares.page
    for name, band in (("Uncertain", "▨ uncertain"), ("Likely loaded", "■ likely loaded")):
        page.get_by_role("radio", name=name).click()
        expect(bus_fares.rows.first.locator(".loaded")).to_contain_text(band)
        bus_fares.at_rest()
        bands = bus_fares.rows.locator(".loaded").all_inner_texts()
        assert all(band in shown for shown in bands)
    page.get_by_role("radio", name="All").click()
    expect(bus_fares.rows).to_have_count(bus_fares.sentences.count())
