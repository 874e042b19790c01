"""Which Chromium is started, and how."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""On the PATH. The first has no windows to draw and takes a quarter less time for each page."""

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TOUR_SEEN = "try { localStorage.setItem('slant.tour.seen', 'yes') } catch { /* not a page yet */ }"
"""Script of a browser that was here before: the tour stays closed and covers nothing."""


class NoBrowser(Exception):
    """No Chromium was found; the message says what to install."""

    def __init__(self) -> None:
        super().__init__(
            "No browser was found: install Chromium (Debian and Ubuntu: apt install chromium; "
            "elsewhere: python -m playwright install chromium) or set SLANT_CHROMIUM to its path."
        )


def launch(playwright: Playwright) -> Browser:
    """Start SLANT_CHROMIUM, a Chromium on the PATH, or Playwright's own. Raises NoBrowser."""
    own = playwright.chromium.executable_path
    for candidate in (os.environ.get("SLANT_CHROMIUM"), *map(shutil.which, NAMES), own):
        if candidate and Path(candidate).is_file():
            return playwright.chromium.launch(executable_path=candidate, args=ARGUMENTS)
    raise NoBrowser
