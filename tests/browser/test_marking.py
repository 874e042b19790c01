"""The component in which a reader marks a text, on a small page of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, WebSocket, expect

from tests.browser.conftest import OpenPage
from tests.browser.contrast import contrasts
from tests.browser.pages.marked_texts import TEXTS
from tests.served import served

PAGES = Path(__file__).parent / "pages"
SECRETS = (b"0.938", b'"band')
"""Of what the model makes of the text "pool": a probability, and the name of a field."""

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(PAGES / "marking_page.py", tmp_path_factory.mktemp("marking") / "log") as address:
        yield address


@pytest.fixture
def open_text(open_page: OpenPage, url: str) -> Open:
    def open_one(name: str = "pool", sentences: int = 5, **settings: object) -> Page:
        page = open_page(apart=True, **settings)
        page.goto(f"{url}/?text={name}")
        expect(page.locator(".sentence")).to_have_count(sentences)
        return page

    return open_one


def mark(page: Page, line: int) -> None:
    page.locator(f".sentence[data-line='{line}']").click()
    button(page, "Close").click()


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def test_python_gets_the_marks_at_once_and_only_then_sends_the_views(open_text: Open) -> None:
    sent: list[bytes] = []
    received: list[bytes] = []

    def as_bytes(frame: str | bytes) -> bytes:
        return frame.encode("utf-8") if isinstance(frame, str) else frame

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: sent.append(as_bytes(frame)))
        socket.on("framereceived", lambda frame: received.append(as_bytes(frame)))

    page = open_text(viewport={"width": 1280, "height": 900})
    page.on("websocket", listen)
    page.reload()  # now with an ear on the socket
    expect(page.locator(".sentence")).to_have_count(5)
    page.locator(".sentence").nth(2).click()
    for name in ("It exaggerates", "three", "clubs", "gate"):
        button(page, name).click()
    mark(page, 5)

    def found(messages: list[bytes]) -> list[bytes]:
        joined = b"\n".join(messages)
        return [secret for secret in SECRETS if secret in joined]

    assert b"The town pool closes" in b"\n".join(received)
    assert found([*received, page.content().encode("utf-8")]) == []
    assert b"exaggeration" not in b"\n".join(sent)
    button(page, "Compare with the model").click()
    expect(page.locator(".revealed")).to_be_visible()
    assert found(received) == [*SECRETS]
    assert b"exaggeration" in b"\n".join(sent)
    text = TEXTS["pool"].text
    words = [(text.index(word), text.index(word) + len(word)) for word in ("three clubs", "gate")]
    marks = [(3, True, "exaggeration", tuple(words)), (5, True, "", ())]
    expect(page.get_by_text(f"Python: {marks}")).to_be_visible()
    notes = page.locator(".sentence").evaluate_all(
        "all => all.map((one) => one.dataset.note ?? '')"
    )
    assert notes == ["", "only the model", "only you", "only the model", "only you"]
    # It stays so on a reload, and another attempt begins without marks.
    page.reload()
    expect(page.locator(".revealed")).to_be_visible()
    button(page, "Again").click()
    expect(page.locator(".revealed")).to_have_count(0)
    expect(page.locator(".sentence.own")).to_have_count(0)


def test_marks_outlive_a_reload_until_they_are_committed(open_text: Open) -> None:
    page = open_text()
    mark(page, 2)
    expect(page.locator(".count")).to_have_text("1 sentence marked.")
    page.reload()
    expect(page.locator(".sentence.own")).to_have_count(1)
    expect(page.locator(".count")).to_have_text("1 sentence marked.")


def test_whoever_has_marked_nothing_is_asked_once(open_text: Open) -> None:
    page = open_text()
    button(page, "Compare with the model").click()
    expect(page.locator(".count")).to_contain_text("You have marked nothing yet")
    expect(page.locator(".revealed")).to_have_count(0)
    button(page, "Compare anyway").click()
    expect(page.locator(".revealed")).to_be_visible()
    expect(page.get_by_text("Python: []")).to_be_visible()


def test_marks_that_do_not_fit_the_text_are_refused(open_text: Open) -> None:
    page = open_text()
    mark(page, 2)
    page.evaluate(
        """() => {
          const kept = JSON.parse(sessionStorage.getItem("slant.marks"));
          kept.marks[0].reason = "<b>mine</b>";
          sessionStorage.setItem("slant.marks", JSON.stringify(kept));
        }"""
    )
    page.reload()
    expect(page.locator(".sentence.own")).to_have_count(1)
    button(page, "Compare with the model").click()
    expect(page.get_by_role("alert")).to_contain_text("reason that is not on the list")
    expect(page.locator(".sentence.own")).to_have_count(0)
    mark(page, 1)
    button(page, "Compare with the model").click()
    expect(page.locator(".revealed")).to_be_visible()


def test_sentences_have_numbers_that_are_no_part_of_the_text(open_text: Open) -> None:
    page = open_text()
    shown = "one => getComputedStyle(one, '::before').content.split('/')[0].trim()"
    numbers = [one.evaluate(shown) for one in page.locator(".sentence").all()]
    assert numbers == [f'"{number}\u00a0"' for number in (2, 3, 4, 5, 6)]
    copied = page.locator(".marking-text").evaluate(
        "text => (getSelection().selectAllChildren(text), String(getSelection()))"
    )
    assert "Wenlow.\n" in copied
    assert not any(digit in copied for digit in "23456")


def test_the_text_is_whole_and_its_markup_is_text(open_text: Open) -> None:
    page = open_text("odd", 3)
    text = page.locator(".marking-text")
    assert text.evaluate("one => one.textContent") == TEXTS["odd"].text
    page.locator(".sentence").nth(0).click()
    button(page, "onerror").click()
    assert text.evaluate("one => one.textContent") == TEXTS["odd"].text
    assert text.locator("img").count() == 0
    # From right to left the arrow to the left leads on.
    button(page, "Close").click()
    page.locator(".sentence").nth(0).focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".sentence").nth(1)).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".sentence").nth(2)).to_be_focused()


@pytest.mark.parametrize("width", [390, 360, 320])
def test_the_open_sentence_is_never_under_the_bar(open_text: Open, width: int) -> None:
    """At some width the bar before a mark takes its sentence to one more line."""
    page = open_text(viewport={"width": width, "height": 844})
    bar = page.locator(".bar")
    for sentence in page.locator(".sentence").all():
        sentence.click()
        expect(bar).to_be_visible()
        end = sentence.evaluate("one => one.getBoundingClientRect().bottom")
        assert end <= bar.evaluate("bar => bar.getBoundingClientRect().top")
        button(page, "Close").click()


@pytest.mark.parametrize(("width", "height"), [(844, 390), (667, 375)])
def test_on_a_phone_held_sideways_the_bar_is_beside_the_text(
    open_text: Open, width: int, height: int
) -> None:
    page = open_text(viewport={"width": width, "height": height})
    text = page.locator(".marking-text")
    before = text.bounding_box()
    page.locator(".sentence").nth(3).click()
    expect(page.locator(".bar")).to_be_in_viewport(ratio=1)
    expect(button(page, "It stirs a feeling")).to_be_in_viewport(ratio=1)
    bar, after = page.locator(".bar").bounding_box(), text.bounding_box()
    assert before
    assert after
    assert bar
    assert (after["x"], after["width"]) == (before["x"], before["width"])
    assert bar["x"] >= after["x"] + after["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_all_can_be_read(open_text: Open, scheme: str) -> None:
    page = open_text(color_scheme=scheme, viewport={"width": 390, "height": 844})
    page.locator(".sentence").nth(1).click()
    button(page, "It stirs a feeling").click()
    button(page, "cruel").click()
    check(page)
    button(page, "Compare with the model").click()
    expect(page.locator(".revealed")).to_be_visible()
    page.locator(".sentence").nth(3).click()
    check(page)


def check(page: Page) -> None:
    found = Axe().run(page, None, {"resultTypes": ["violations"]}).response["violations"]
    # A list leads through shadow roots, where the component is and Streamlit has nothing.
    nodes = [(one["id"], node) for one in found for node in one["nodes"]]
    assert [(rule, n["html"]) for rule, n in nodes if isinstance(n["target"][0], list)] == []
    # Tints are mixed colours, which axe leaves out.
    root = page.locator(".practice")
    selectors = ".sentence, .own-word, .model-word, .bar button, .bar p, .count, .aside"
    measured = contrasts(root, selectors)
    assert measured
    assert [(text, ratio) for text, ratio in measured if ratio < 4.5] == []
