"""The queue for everyone: keys, readers, axe-core's rules, small screens."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.desk_page import DeskPage
from tests.browser.desk_queue.conftest import OpenQueue
from tests.browser.desk_queue.seed import words
from tests.browser.desk_queue.server import DeskServer
from tests.browser.test_accessibility import _TOO_WIDE as TOO_WIDE
from tests.browser.test_accessibility import NARROW, violations


def test_keys_act_only_where_they_are_meant_to(queue: OpenQueue, first: int) -> None:
    page = queue(first)
    page.press("Control+a")
    page.page.locator("h1").click()
    page.press("a")  # the keyboard is elsewhere
    page.in_front(words(first))
    page.card.focus()
    page.page.keyboard.down("a")
    page.page.keyboard.down("a")  # held down
    page.page.keyboard.up("a")
    page.in_front(words(first + 1))
    page.press("?")
    keys = page.view.locator(".keys")
    expect(keys).to_contain_text("Dismiss, then 1 to 6 for the reason")
    keys.get_by_label("Single keys act").uncheck()
    page.card.focus()
    page.press("a", "r", "j")
    page.in_front(words(first + 1))
    expect(page.button("Accept").locator("kbd")).to_be_hidden()
    page.all_saved()
    page.page.reload()
    page.shown()
    page.card.focus()
    page.press("a")
    page.in_front(words(first + 1))
    page.button("Accept").press("Enter")
    page.in_front(words(first + 2))
    page.all_saved()


def test_a_reader_only_looks(open_page: OpenPage, desk: DeskServer, first: int) -> None:
    page = DeskPage(open_page(color_scheme="light"), f"{desk.url}/")
    article = desk.articles[f"Notices from {first}"]
    page.visit(f"?name=Dee&role=reader&article={article}")
    expect(page.button("Accept")).to_be_disabled()
    expect(page.card).to_contain_text("You may look; deciding is for reviewers.")
    page.press("a", "d", "j")
    page.in_front(words(first + 1))
    assert desk.decisions(words(first)) == []


DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(queue: OpenQueue, desk: DeskServer, first: int, scheme: str) -> None:
    desk.by_ben(words(first + 1), "dismiss", reason="other", note="A quad.")
    page = queue(first, color_scheme=scheme, viewport=DESKTOP)
    page.row(words(first + 2)).click()
    page.in_front(words(first + 2))
    states: dict[str, tuple[str, ...]] = {
        "why it is dismissed, with the keys": ("?", "d"),
        "a note that is needed": ("6", "Enter"),
        "a wording": ("Escape", "r", "1"),
    }
    for state, keys in states.items():
        page.press(*keys)
        assert violations(page.page) == [], state
    page.press("Escape", "Escape")
    page.page.set_viewport_size(PHONE)
    assert violations(page.page) == [], "a flag in front on a phone"
    page.button("Flags").click()
    assert violations(page.page) == [], "the queue as a drawer"
    page.press("Escape")
    desk.by_ben(words(first + 2), "accept")
    expect(page.question).to_be_visible()
    assert violations(page.page) == [], "a question"
    page.button("Keep theirs").click()
    page.page.set_viewport_size(DESKTOP)
    page.choose("Show", "Reworded")
    expect(page.finished).to_be_visible()
    assert violations(page.page) == [], "an empty queue"


def test_nothing_is_cut_off_at_the_side(queue: OpenQueue, first: int) -> None:
    page = queue(first, viewport={"width": 320, "height": 256})
    screen = page.page.context.new_cdp_session(page.page)
    for name, size in NARROW.items():
        screen.send("Emulation.setDeviceMetricsOverride", {**size, "mobile": False})
        page.page.wait_for_function("width => innerWidth === width", arg=size["width"])
        for keys in (("d",), ("Escape", "r"), ("Escape", "?"), ("Escape",)):
            page.press(*keys)
            assert page.page.evaluate(TOO_WIDE) == [], f"{name} after {keys}"
        page.button("Flags").click()
        assert page.page.evaluate(TOO_WIDE) == [], f"{name}, the queue"
        page.button("Close").click()


def test_a_phone_has_text_and_card_first_and_the_queue_as_a_drawer(
    open_page: OpenPage, desk: DeskServer, first: int
) -> None:
    screen = open_page(viewport=PHONE, has_touch=True, is_mobile=True, color_scheme="light")
    page = DeskPage(screen, f"{desk.url}/")
    page.visit(f"?article={desk.articles[f'Notices from {first}']}")
    expect(page.marked).to_be_in_viewport()
    expect(page.button("Accept")).to_be_in_viewport(ratio=1)
    expect(page.rows.first).to_be_hidden()
    page.button("Flags").tap()
    expect(page.row(words(first + 4))).to_be_in_viewport()
    for control in page.view.locator("button:visible, select:visible").all():
        box = control.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44, control.inner_text()
    page.row(words(first + 4)).tap()
    page.in_front(words(first + 4))
    expect(page.rows.first).to_be_hidden()
    page.button("Accept").tap()
    page.in_front(words(first + 5))
    page.button("Dismiss").tap()
    page.button("states a fact").tap()
    page.in_front(words(first + 6))
    page.all_saved()
    assert desk.decisions(words(first + 5)) == [("Ann", "dismiss", "fact", "")]


def test_what_happens_is_told_without_a_flood(queue: OpenQueue, first: int) -> None:
    page = queue(first)
    expect(page.status).to_have_attribute("aria-live", "polite")
    page.status.evaluate(
        """node => {
          window.heard = [];
          const hear = () => heard.push(node.textContent);
          new MutationObserver(hear).observe(node, { childList: true });
        }"""
    )
    page.press("a", "a", "a")
    expect(page.status).to_have_text(
        f"Accepted: “{words(first + 2)}”. Next: “{words(first + 3)}”."
        f" “{words(first + 3)}” is likely loaded."
    )
    page.all_saved()
    assert page.page.evaluate("heard.length") == 1
