"""The comparison report opened from disk in a browser: nothing fetched, nothing cut off."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from analysis.output.report.comparison.html import comparison_report
from tests.hand_made_comparison import TEXTS, hand_made
from tests.strange_comparison import comparison_with

ODD = "<script>window.harmed = 1</script> & <img src=x onerror='window.harmed = 1'> " + "long" * 40
MADE = {"two": hand_made(2), "three": hand_made(3), "odd": comparison_with(ODD, 3)}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("reports")
    paths = {name: folder / f"{name}.html" for name in MADE}
    for name, comparison in MADE.items():
        paths[name].write_text(comparison_report(comparison), encoding="utf-8", newline="")
    return paths


@pytest.mark.parametrize("name", MADE)
def test_it_opens_from_disk_and_asks_for_nothing(page, reports, name) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(reports[name].as_uri())
    assert requests == [reports[name].as_uri()]
    assert page.evaluate("window.harmed") is None
    assert page.locator("script, img").count() == 0
    shown = page.locator("#article-A").evaluate("element => element.textContent")
    assert shown == MADE[name].articles[0].text


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("width", [320, 390, 1440])
def test_nothing_sticks_out_sideways(open_page, reports, name, width) -> None:
    page = open_page(viewport={"width": width, "height": 844})
    page.goto(reports[name].as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["two", "three"])
def test_axe_finds_nothing(open_page, reports, name, scheme) -> None:
    page = open_page(color_scheme=scheme)
    page.goto(reports[name].as_uri())
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_a_finding_leads_to_its_sentence_and_that_to_its_partner(page, reports) -> None:
    page.goto(reports["three"].as_uri())
    page.locator(".findings").first.get_by_role("link", name="B, sentence 3").click()
    assert page.locator(".sentence:target").inner_text() == TEXTS[1][2]
    partner = page.locator(".sentence:target + .partner")
    assert partner.get_attribute("aria-label") == "same fact: A, sentence 3"
    partner.click()
    assert page.locator(".sentence:target").inner_text() == TEXTS[0][2]


def test_it_prints_on_light_paper_and_nothing_is_cut_off(open_page, reports) -> None:
    page = open_page(color_scheme="dark", viewport={"width": 672, "height": 1000})
    page.goto(reports["two"].as_uri())
    page.emulate_media(media="print")
    colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert colour == "rgb(255, 255, 255)"
    assert page.evaluate("document.documentElement.scrollWidth") == 672
    assert page.pdf(format="A4").startswith(b"%PDF-")
