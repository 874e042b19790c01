"""The pages for everyone: axe-core's rules, the keyboard, zoom, small screens, less motion."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.read_page import LIMIT, ReadPage
from tests.served import ROOT

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
SAMPLE = "?sample=bus-fares-loaded"

AXE_OPTIONS = {"resultTypes": ["violations"]}
"""Every rule is run; of what passes only one element a rule is written out, which is faster."""

STREAMLIT_OWN = {
    # The area that takes dropped files has role="presentation" beside an aria-label, in
    # Streamlit's own markup. The button inside it is what a screen reader is to use.
    "presentation-role-conflict": "[data-testid=stFileUploaderDropzone]",
}
"""Rule of axe and the one element whose violation of it is not ours and cannot be mended here."""


def violations(page: Page, within: str | None = None) -> list[str]:
    """Return what axe-core finds, one line per element, in the page or the part ``within``."""
    found = []
    for violation in Axe().run(page, within, AXE_OPTIONS).response["violations"]:
        rule = violation["id"]
        own = STREAMLIT_OWN.get(rule)
        for node in violation["nodes"]:
            # A list inside the target leads through shadow roots, where Streamlit has nothing.
            target = node["target"][0]
            if own and isinstance(target, str) and matches(page, target, own):
                continue
            found.append(f"{rule}: {node['html'][:200]} {node['failureSummary']}")
    return found


def matches(page: Page, target: str, selector: str) -> bool:
    return page.locator(target).first.evaluate("(node, it) => node.matches(it)", selector)


def at_both_sizes(page: Page) -> Iterator[str]:
    """Yield twice, the page at a desktop's size and then at a phone's."""
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        # Every chart has been drawn again for the width that it has now.
        page.wait_for_function(_CHARTS_FIT)
        yield f"at {size['width']} px"


_CHARTS_FIT = """
() => [...document.querySelectorAll(".js-plotly-plot")].every((chart) => {
  const [frame, drawn] = [chart.parentElement, chart.querySelector(".main-svg")];
  if (!chart.checkVisibility()) return true; // in a fold that is closed
  return drawn && drawn.getBoundingClientRect().width <= frame.getBoundingClientRect().width + 1;
})
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page: OpenPage, app_url: str, scheme: str) -> None:
    # Without motion, so that no colour is measured half-way to another.
    page = open_page(
        first_visit=True, color_scheme=scheme, viewport=DESKTOP, reduced_motion="reduce"
    )
    read = ReadPage(page, app_url).open(SAMPLE).drawn()
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page).to_have_title("Read · Slant")
    for size in at_both_sizes(page):
        expect(page.get_by_role("dialog")).to_be_visible()
        assert violations(page) == [], f"with the tour, {size}"

    page.get_by_role("button", name="Close the tour").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    for size in at_both_sizes(page):
        assert violations(page) == [], f"without a selection, {size}"

    page.locator(".lists summary").first.click()
    page.locator(".lists .entry").first.click()
    expect(read.card).to_contain_text(re.compile(r"Sentence \d+ of"))
    read.drawn()
    for size in at_both_sizes(page):
        assert violations(page) == [], f"with a speaker open and a selection, {size}"

    read.paste("12 345 67")
    expect(read.alert).to_be_visible()
    read.drawn()
    for size in at_both_sizes(page):
        read.button("Analyse").hover()
        assert violations(page) == [], f"with an error, the pointer on the button, {size}"
    page.mouse.move(0, 0)
    for size in at_both_sizes(page):
        for tab in page.get_by_role("tab").all():
            tab.click()
            expect(tab).to_have_attribute("aria-selected", "true")
            assert violations(page, ".st-key-inputs") == [], f"{tab.inner_text()}, {size}"

    read.go_to_how_it_works()  # through the drawer that a phone has
    expect(page).to_have_title("How it works · Slant")
    for size in at_both_sizes(page):
        assert violations(page) == [], f"How it works, {size}"
    read.open_folds()
    for size in at_both_sizes(page):
        assert violations(page) == [], f"How it works with its folds open, {size}"


# Streamlit's client does not know whether the app lives in a folder: on an address with a path
# it asks for both of these below the page's own address and at the root at once, and takes the
# one that answers. The server says 404 to the first; only a proxy could answer otherwise.
ASKED_IN_VAIN = (
    r"Failed to load resource: the server responded with a status of 404 \(Not Found\) "
    r"\(http://127\.0\.0\.1:\d+/how-it-works/_stcore/(health|host-config)\)"
)


def test_how_it_works_opens_by_its_address(open_page: OpenPage, app_url: str) -> None:
    page = open_page(allowed=ASKED_IN_VAIN)
    page.goto(f"{app_url}/how-it-works", timeout=LIMIT)
    read = ReadPage(page, app_url).drawn()
    expect(page).to_have_title("How it works · Slant")
    expect(read.heading).to_have_text("How it works")
    assert page.locator("html").get_attribute("lang") == "en"


_FOCUS = """
async () => {
  // Streamlit lets the ring's colour come by degrees, however short.
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  let active = document.activeElement;
  while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  // A slider's input is clipped to nothing: what one sees of it is its thumb.
  const shown = active.matches("[type=range]") ? active.closest("[data-focus-visible]") : active;
  const style = getComputedStyle(shown);
  const box = shown.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const hit = active.getRootNode().elementFromPoint(x, y);
  const label = active.getAttribute("aria-label") ?? active.labels?.[0]?.textContent;
  return {
    name: (label || active.innerText || "").trim(),
    tag: active.localName,
    ring: `${style.outlineStyle} ${style.outlineColor}`,
    width: parseFloat(style.outlineWidth),
    seen: Boolean(hit) && (shown.contains(hit) || hit.contains(shown)),
    faint: [...ancestors(active)].some((node) => getComputedStyle(node).opacity === "0"),
  };
  function* ancestors(node) {
    for (; node instanceof Element; node = node.parentElement) yield node;
  }
}
"""


def tab(page: Page, ring: str) -> dict[str, Any]:
    """Press Tab and return where the focus is; fail unless one sees it there."""
    page.keyboard.press("Tab")
    focus: dict[str, Any] = page.evaluate(_FOCUS)
    assert focus["tag"] != "body", "the focus left the page"
    assert focus["ring"] == f"solid {ring}", f"no ring: {focus}"
    assert focus["width"] >= 2, f"a thin ring: {focus}"
    assert focus["seen"], f"out of sight: {focus}"
    assert not focus["faint"], f"not drawn: {focus}"
    return focus


def tab_to(page: Page, ring: str, name: str) -> None:
    """Press Tab until the focus is on what is called ``name``, a regular expression."""
    passed = []
    for _ in range(30):
        passed.append(tab(page, ring)["name"])
        if re.match(name, passed[-1]):
            return
    pytest.fail(f"Tab did not reach {name}; it passed {passed}")


def unfolded(page: Page) -> None:
    """Wait until what was opened has moved to its place."""
    expect(page.get_by_role("tab", name="Samples")).to_be_visible()
    ReadPage(page, "").still()


def ring_colour(scheme: str, name: str = "primaryColor") -> str:
    """Return a colour of the theme, as a browser writes it."""
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    red, green, blue = bytes.fromhex(config["theme"][scheme][name].removeprefix("#"))
    return f"rgb({red}, {green}, {blue})"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_keyboard_reaches_everything(open_page: OpenPage, app_url: str, scheme: str) -> None:
    page = open_page(color_scheme=scheme, reduced_motion="reduce")
    read = ReadPage(page, app_url).open(SAMPLE).drawn()
    ring = ring_colour(scheme)
    assert tab(page, ring)["name"] == "Skip to main content"
    for name in ("Read", "How it works", "Tour", "Open another article"):
        tab_to(page, ring, name)
    page.keyboard.press("Enter")
    unfolded(page)
    for name in ("Samples", "A sample article"):
        tab_to(page, ring, name)
    for name in ("Loaded sentences", "Loaded words", "Quotations", "Tone"):
        tab_to(page, ring, rf"(?s).*{name}")
    tab_to(page, ring, "sentence 1 of 26, ")
    page.keyboard.press("ArrowDown")
    expect(read.sentence(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(read.card).to_contain_text("Sentence 2 of")
    read.drawn()
    tab_to(page, ring, "Close")
    tab_to(page, ring, "What if it were worded differently")
    page.keyboard.press("End")
    page.keyboard.type(" What a disgrace!")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Reset")).to_be_focused()
    tab_to(page, ring, "All$")
    tab_to(page, ring, "(?s).*Download")
    page.keyboard.press("Enter")
    expect(read.downloads).to_be_visible()
    # Streamlit puts the menu into the order of the keyboard two frames after it is shown.
    page.evaluate("() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 100))")
    ring = ring_colour(scheme, "textColor")
    tab_to(page, ring, "Report, HTML")
    tab_to(page, ring, "Everything, JSON")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "slant-bus-fares-loaded.json"


def test_an_article_is_given_by_keyboard_alone(open_page: OpenPage, app_url: str) -> None:
    page = open_page(color_scheme="light", reduced_motion="reduce")
    read = ReadPage(page, app_url).open(SAMPLE).drawn()
    ring = ring_colour("light")
    tab_to(page, ring, "Skip to main content")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stMain")).to_be_focused()
    tab_to(page, ring, "Open another article")
    page.keyboard.press("Enter")
    unfolded(page)
    tab_to(page, ring, "Samples")
    page.keyboard.press("ArrowRight")
    expect(read.tab("Paste a text")).to_be_focused()
    tab_to(page, ring, "Paste an article in English")
    page.keyboard.insert_text("The ferry sails again on Monday. The harbour master was pleased.")
    tab_to(page, ring, "Analyse")
    page.keyboard.press("Enter")
    expect(read.sentences).to_have_count(2)
    expect(read.sentence(0)).to_have_text("The ferry sails again on Monday.")


_TOO_WIDE = """
() => {
  const main = document.querySelector("[data-testid=stMain]");
  const room = document.documentElement.clientWidth;
  const own = ".card-table, [role=tablist], .legend, .hints"; // scroll by themselves
  const roots = [main, ...[...main.querySelectorAll("*")].flatMap((node) => node.shadowRoot ?? [])];
  const parts = "p, h1, h2, h3, li, button, a, label, summary, input, textarea, svg.main-svg";
  return [
    ...[document.documentElement, main]
      .filter((node) => node.scrollWidth > node.clientWidth)
      .map((node) => `${node.localName} scrolls sideways`),
    ...roots
      .flatMap((root) => [...root.querySelectorAll(parts)])
      .filter((node) => !node.closest(own) && node.checkVisibility())
      .filter((node) => node.getBoundingClientRect().right > room + 1)
      .map((node) => node.outerHTML.slice(0, 120)),
  ];
}
"""


NARROW = {
    # What a browser of 1440 by 900 has left at 200 %.
    "200 %": {"width": 720, "height": 450, "deviceScaleFactor": 2},
    "390 px": {"width": 390, "height": 844, "deviceScaleFactor": 1},
    # WCAG 2.2, 1.4.10: 1280 pixels at 400 %.
    "400 %": {"width": 320, "height": 256, "deviceScaleFactor": 4},
}


def test_nothing_is_cut_off_at_the_side(open_page: OpenPage, app_url: str) -> None:
    page = open_page(first_visit=True, viewport={"width": 320, "height": 256})
    screen = page.context.new_cdp_session(page)

    def at_each_size() -> Iterator[str]:
        for name, size in NARROW.items():
            screen.send("Emulation.setDeviceMetricsOverride", {**size, "mobile": False})
            page.wait_for_function("width => innerWidth === width", arg=size["width"])
            page.wait_for_function(_CHARTS_FIT)
            yield name

    read = ReadPage(page, app_url).open(f"{SAMPLE}&s=1").drawn()
    read.button("Tour").click()
    for size in at_each_size():
        expect(page.get_by_role("dialog")).to_be_in_viewport(ratio=1)
        assert page.evaluate(_TOO_WIDE) == [], f"Read with the tour and a selection, {size}"
    page.get_by_role("button", name="Close the tour").click()
    read.paste("12 345 67")
    expect(read.alert).to_be_visible()
    for size in at_each_size():
        assert page.evaluate(_TOO_WIDE) == [], f"Read with an error, {size}"
    read.go_to_how_it_works()
    read.open_folds()
    for size in at_each_size():
        assert page.evaluate(_TOO_WIDE) == [], f"How it works, {size}"


_WATCH_SCROLLING = """
window.scrollings = [];
const scrollIntoView = Element.prototype.scrollIntoView;
Element.prototype.scrollIntoView = function (options) {
  window.scrollings.push(options?.behavior ?? "auto");
  return scrollIntoView.call(this, options);
};
"""

_MOVING = """
() => {
  const roots = [document];
  for (const root of roots)
    for (const node of root.querySelectorAll("*")) if (node.shadowRoot) roots.push(node.shadowRoot);
  const seconds = (value) => Math.max(...value.split(",").map(parseFloat));
  return roots
    .flatMap((root) => [...root.querySelectorAll("*")])
    .filter((node) => {
      const style = getComputedStyle(node);
      const named = style.animationName !== "none" && seconds(style.animationDuration) > 0.001;
      return named || seconds(style.transitionDuration) > 0.001;
    })
    .map((node) => node.outerHTML.slice(0, 120));
}
"""


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_less_motion_is_less_motion(open_page: OpenPage, app_url: str, motion: str) -> None:
    page = open_page(first_visit=True, reduced_motion=motion)
    page.add_init_script(_WATCH_SCROLLING)
    read = ReadPage(page, app_url).open(f"{SAMPLE}&s=1").drawn()
    read.button("Tour").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    moving = page.evaluate(_MOVING)
    page.evaluate("scrollings.length = 0")
    read.click_column(14)
    expect(read.sentence(14)).to_have_attribute("aria-selected", "true")
    expect(read.sentence(14)).to_be_in_viewport()
    scrollings = page.evaluate("scrollings")
    assert scrollings, "the text did not go to its sentence"
    # The other setting shows that this looks at the right things.
    assert ("smooth" in scrollings) == (motion == "no-preference")
    assert bool(moving) == (motion == "no-preference"), moving
