"""The pupils' page for everyone: the keyboard, axe-core's rules, narrow screens."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from analysis.practice.items import as_json as items_as_json
from analysis.practice.items import items
from tests.browser.conftest import OpenPage
from tests.browser.pupil.conftest import NETWORK, PHONE, Server
from tests.browser.pupil.pupil_page import Lesson, PupilPage


def test_everything_by_keyboard(pupil: PupilPage, lesson: Lesson) -> None:
    press, page = pupil.page.keyboard.press, pupil.page
    pupil.open(lesson.code)
    page.get_by_label("Word").focus()
    page.keyboard.type(lesson.word)
    press("Enter")
    expect(pupil.heading).to_be_focused()
    lesson.text()
    pupil.on_text()
    press("Tab")
    expect(pupil.sentence(1)).to_be_focused()
    press("ArrowDown")
    press("Space")
    expect(pupil.sentence(2)).to_be_focused()
    pupil.marked(2)
    for name in ("Remove the mark", "Close", "It stirs a feeling"):
        press("Tab")
        expect(pupil.button(name)).to_be_focused()
    press("Enter")
    for _ in range(6):
        press("Tab")
    expect(pupil.button("It")).to_be_focused()
    for _ in range(3):
        press("ArrowRight")
    expect(pupil.button("cruel")).to_be_focused()
    press("Space")
    expect(pupil.button("cruel")).to_have_attribute("aria-pressed", "true")
    press("Escape")
    expect(pupil.sentence(2)).to_be_focused()
    press("Tab")
    expect(pupil.button("I’m done")).to_be_focused()
    press("Enter")
    pupil.all_saved()
    assert lesson.done() == {1}


def found_by_axe(page: Page) -> list[str]:
    found = Axe().run(page, None, {"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    open_page: OpenPage, class_server: Server, lesson: Lesson, scheme: str
) -> None:
    page = open_page(
        first_visit=True, apart=True, allowed=NETWORK, color_scheme=scheme, viewport=PHONE
    )
    pupil = PupilPage(page, class_server.url).open("ABCDEF")

    def clean(where: str) -> None:
        # 320 px is what 1280 px at 400 % leave (WCAG 2.2, 1.4.10).
        for width in (1280, 390, 320):
            page.set_viewport_size({"width": width, "height": 844})
            assert found_by_axe(page) == [], f"{where}, {width} px"
            wide = page.evaluate("() => document.documentElement.scrollWidth")
            assert wide <= width, f"{where} is {wide} px wide at {width} px"
        page.set_viewport_size(PHONE)

    page.get_by_role("link", name="Privacy for schools").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Privacy for schools")
    clean("privacy")
    page.get_by_role("link", name="Back to the class").click()
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page).to_have_title("Class · Slant")
    page.get_by_label("Word").fill("zzz")
    pupil.button("Join").click()
    expect(page.get_by_role("alert")).to_be_visible()
    clean("the form with an error")
    page.get_by_label("Code").fill("")
    pupil.join(lesson, two=True)
    clean("waiting")
    lesson.text()
    pupil.on_text().sentence(2).click()
    pupil.button("It stirs a feeling").click()
    pupil.button("cruel").click()
    clean("a sentence marked")
    pupil.button("Leave").click()
    clean("leaving")
    pupil.button("Stay").click()
    lesson.pause()
    expect(page.locator("#paused")).to_be_visible()
    clean("paused")
    lesson.reveal()
    expect(page.locator(".revealed")).to_be_visible()
    pupil.sentence(2).click()
    clean("revealed")
    lesson.begin("before", items_as_json(items()))
    expect(pupil.items).to_have_count(10)
    pupil.items.nth(0).get_by_role("button").nth(0).click()
    clean("the test")
    lesson.delete()
    expect(pupil.heading).to_have_text("You are no longer in this class")
    clean("the end")
