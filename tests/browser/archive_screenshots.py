"""Screenshots of the Archive page: ``python -m tests.browser.archive_screenshots [OUTDIR]``.

Over an archive of invented articles. Without ``--all`` those that README and docs show.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.archive_filled.made_of import OUTLETS
from tests.archive_filled.writing import write_archive
from tests.browser.archive_room import ArchiveRoom, archive_room
from tests.browser.chromium import launch
from tests.browser.screenshots import ALL_MARKED, LOOKS, QUIET, context_of, picture_of
from tests.served import ROOT

PLAIN = [*OUTLETS][:4]
"""Outlets that are shown; the other names are there to be dealt with, not to be looked at."""

VIEWS = {
    "": "",
    "-months": "&by=month&measure=tone",
    "-sentences": "&view=sentences&group=Moor+Herald",
    "-search": "&view=search&q=harbour",
    "-sources": "&view=sources",
    "-about": "&view=about",
}
"""Addition to the name of a picture, and to the address."""

WITH_CHARTS = {"", "-months", "-search", "-sources"}

IN_DOCS = {"archive", "archive-dark", "archive-phone"}


def main() -> None:
    """Write the archive, serve it, and take the screenshots."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs")
    parser.add_argument("--all", action="store_true", help="every view in every look")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    query = "?" + "&".join(f"outlet={name.replace(' ', '+')}" for name in PLAIN)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        browser = launch(playwright)
        with archive_room(folder, [write_archive(folder / "moor")]) as url:
            for look in LOOKS:
                for name, more in VIEWS.items():
                    whole = f"archive{name}{look.name}"
                    if not options.all and whole not in IN_DOCS:
                        continue
                    context = context_of(browser, look)
                    room = ArchiveRoom(context.new_page(), url).visit(query + more)
                    page = room.drawn().page if name in WITH_CHARTS else room.page
                    page.wait_for_function(ALL_MARKED)
                    page.evaluate(QUIET)
                    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
                    page.mouse.move(0, 0)
                    page.evaluate("document.fonts.ready")
                    picture_of(page).save(options.folder / f"{whole}.png", optimize=True)
                    print(options.folder / f"{whole}.png", flush=True)
                    context.close()
        browser.close()


if __name__ == "__main__":
    main()
