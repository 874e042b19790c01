"""Screenshots of the desk at work: ``python -m tests.browser.desk_screenshots [OUTDIR] [--all]``.

A desk with sample articles, checked with rules of a house, on which an editor has begun to decide.
Without ``--all`` those that README and docs show.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from analysis import analyze, read
from analysis.desk.article import desk_article
from analysis.desk.records import ACCEPT, DISMISS
from analysis.rules.files.rule_files import read_rules
from store.desk.articles import add_article
from store.desk.decisions import decide
from store.desk.editors import sign_in
from store.desk.opening import open_desk
from store.desk.queue import queue
from tests.browser.chromium import launch
from tests.browser.desk_page import DeskPage
from tests.browser.desk_room import DeskRoom, desk_room
from tests.browser.read_page import LIMIT
from tests.browser.screenshots import (
    ALL_MARKED,
    HOUSE_RULES,
    LOOKS,
    Look,
    context_of,
    picture_of,
)
from tests.desk_filled import fill_desk
from tests.served import ROOT

IN_DOCS = {"desk", "desk-dark", "desk-phone", "desk-figures", "desk-sources"}
SAMPLES = ("fishing-dispute-loaded", "school-meals-loaded", "bus-fares-loaded")
VIEWS = ("articles", "figures", "sources", "learning", "people")


def begun(folder: Path) -> None:
    """Put the samples on the desk in ``folder``, and let Ann decide on a few flags."""
    engine = open_desk(folder=str(folder / "desk"))
    rules_file = folder / "style.csv"
    rules_file.write_text(HOUSE_RULES, encoding="utf-8")
    rules = read_rules(rules_file)
    ann, ben = (sign_in(engine, name).id for name in ("Ann Lee", "Ben Ortiz"))
    for name in SAMPLES:
        article = read(ROOT / "seeds" / f"{name}.md")
        add_article(engine, ben, desk_article(article, analyze(article), rules, source=name))
    for place, flag in enumerate(queue(engine, kind="loaded").flags[:8]):
        act, reason = (DISMISS, "sense") if place == 5 else (ACCEPT, "")
        decide(engine, ann, flag.id, act, seen=0, request=f"picture-{place}", reason=reason)
    engine.dispose()


def filled(folder: Path) -> None:
    """Fill the desk in ``folder`` with decisions of three months."""
    engine = open_desk(folder=str(folder / "desk"))
    fill_desk(engine)
    engine.dispose()


def _queue(page: Page, url: str) -> None:
    DeskRoom(page, url).visit("queue").as_editor("Ben Ortiz")
    DeskPage(page, f"{url}/desk").shown()


def _view(page: Page, url: str, view: str) -> None:
    DeskRoom(page, url).visit(view).as_editor("Ann")
    if view in ("figures", "sources"):  # their charts come after the rest
        expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=LIMIT)
        page.wait_for_function(ALL_MARKED, timeout=LIMIT)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=LIMIT)
    expect(page.locator(".stPlotlyChart:not(:has(.main-svg))")).to_have_count(0)


def take(browser: Browser, url: str, look: Look, views: tuple[str, ...], folder: Path) -> None:
    """Take the wanted ones of ``views`` ("" for the queue) in one look."""
    for view in views:
        context = context_of(browser, look)
        page = context.new_page()
        if view:
            _view(page, url, view)
        else:
            _queue(page, url)
        page.mouse.move(0, 0)
        page.evaluate("document.fonts.ready")
        name = f"desk-{view}" if view else "desk"
        picture_of(page).save(folder / f"{name}{look.name}.png", optimize=True)
        print(folder / f"{name}{look.name}.png", flush=True)
        context.close()


def main() -> None:
    """Fill two desks, serve each, and take the screenshots."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs")
    parser.add_argument("--all", action="store_true", help="every view in every look")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for fill, views in ((begun, ("",)), (filled, VIEWS)):
        with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
            fill(Path(temporary))
            browser = launch(playwright)
            with desk_room(Path(temporary)) as url:
                for look in LOOKS:
                    wanted = tuple(
                        view
                        for view in views
                        if options.all
                        or (f"desk-{view}" if view else "desk") + look.name in IN_DOCS
                    )
                    take(browser, url, look, wanted, options.folder)
            browser.close()


if __name__ == "__main__":
    main()
