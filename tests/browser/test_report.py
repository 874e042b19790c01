"""The report opened from disk in a browser: nothing fetched, nothing run, nothing cut off."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from analysis import analyze
from analysis.output.report.html import to_html
from analysis.reading.samples import samples
from tests.hand_made_findings import found, hostile_check, house_check_of

ODD = (
    "The reckless <b>mayor</b> called it “a disgrace”.\r\n\r\n"
    "<script>window.harmed = 1</script> and <img src=x onerror='window.harmed = 1'> were there.\r"
    "\tA naïve plan, 👩‍👩‍👧 said; \u202eit was turned around\u202c by the vile critics of the town."
)
SAMPLES = {sample.slug: sample for sample in samples()}
TEXTS = {"flood": SAMPLES["river-flood-loaded"].text, "odd": ODD}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("reports")
    paths = {}
    for name, text in TEXTS.items():
        html = to_html(analyze(text, title=f"{name} <i>&", source="https://example.org/a?b&c"))
        paths[name] = folder / f"{name}.html"
        paths[name].write_text(html, encoding="utf-8", newline="")
    return paths


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_opens_from_disk_and_asks_for_nothing(open_page, reports, name, scheme) -> None:
    page: Page = open_page(color_scheme=scheme)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(reports[name].as_uri())
    assert requests == [reports[name].as_uri()]
    assert page.locator("#article-text").evaluate("element => element.textContent") == TEXTS[name]
    assert page.evaluate("window.harmed") is None
    assert page.locator("script, img, b, i").count() == 0
    assert page.title() == f"Wording report: {name} <i>&"
    assert page.locator("svg").count() >= 3


def test_the_scheme_changes_paper_and_ink(open_page, reports) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page = open_page(color_scheme=scheme)
        page.goto(reports["flood"].as_uri())
        colours.append(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    assert colours == ["rgb(253, 252, 249)", "rgb(21, 23, 26)"]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("width", [320, 390, 768, 1440, 2560])
def test_nothing_sticks_out_sideways(open_page, reports, name, width) -> None:
    page = open_page(viewport={"width": width, "height": 844})
    page.goto(reports[name].as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width
    # Lettering of figures may overflow its figure unseen by the page.
    outside = page.locator("svg text").evaluate_all(
        "(texts, width) => texts.map(text => text.getBoundingClientRect())"
        ".filter(box => box.left < 0 || box.right > width).length",
        width,
    )
    assert outside == 0


@pytest.mark.parametrize(
    ("paper", "size"), [("A4", (595.3, 841.9)), ("Letter", (612, 792))], ids=["A4", "Letter"]
)
def test_it_prints(page, reports, paper, size) -> None:
    page.goto(reports["flood"].as_uri())
    pdf = page.pdf(format=paper)
    assert pdf.startswith(b"%PDF-")
    assert 3 <= len(re.findall(rb"/Type /Page\b", pdf)) <= 5
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert boxes
    for box in boxes:  # Chromium rounds to its own pixels, of 1/96 inch
        assert [float(side) for side in box] == pytest.approx(size, abs=1)


def test_paper_is_light_and_nothing_is_cut_off_there(open_page, reports) -> None:
    # The width of A4 between the margins, 178 mm at 96 pixels an inch.
    page = open_page(color_scheme="dark", viewport={"width": 672, "height": 1000})
    page.goto(reports["flood"].as_uri())
    page.emulate_media(media="print")
    colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert colour == "rgb(255, 255, 255)"
    assert page.evaluate("document.documentElement.scrollWidth") == 672
    assert page.locator(".screen-only").is_hidden()
    assert page.locator("thead").first.is_visible()


def test_a_bar_leads_to_its_sentence(page, reports) -> None:
    page.goto(reports["flood"].as_uri())
    page.locator("svg a").nth(16).click()
    page.wait_for_url(lambda url: url.endswith("#s17"))
    assert page.locator(".sentence:target").get_attribute("id") == "s17"


def test_marks_are_spoken_in_words(page, reports) -> None:
    page.goto(reports["flood"].as_uri())
    heard = page.locator("#article-text").aria_snapshot()
    # Of the “visionary” flood shield, and of the premier who walks through the mud.
    likely = r"likely loaded \((?:\d\d|>99)%\)"
    assert re.search(rf"Sentence 2: {likely}, own voice, (?:negative tone|tone unclear)\.", heard)
    assert re.search(r"Sentence \d+: [^:]{0,60}own voice, positive tone\.", heard)
    assert page.get_by_role("img", name="Tone by voice").count() == 1
    assert page.get_by_role("table", name="Likely loaded sentences").count() == 1
    assert page.get_by_role("columnheader", name="Probability").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_house_rules_are_marked_and_listed_for_everybody(open_page, tmp_path, scheme) -> None:
    result = analyze(ODD)
    hostile = hostile_check(result, "reckless")
    rows = [*hostile.rows, *(found(ODD, word) for word in ("disgrace", "critics"))]
    check = house_check_of(rows, name=hostile.name, notices=hostile.notices)
    report = tmp_path / "report.html"
    report.write_text(to_html(result, house=check), encoding="utf-8", newline="")
    page = open_page(color_scheme=scheme, viewport={"width": 320, "height": 844})
    page.goto(report.as_uri())
    assert page.evaluate("window.harmed") is None
    assert page.locator("#article-text").evaluate("element => element.textContent") == ODD
    assert page.locator("#article-text .house.first").count() == 3
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    found_by_axe = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found_by_axe] == []
