"""A real server and a real browser for the tests in this folder.

``app_url`` serves the dashboard, ``text_view_url`` the small page around the text view; each
starts when first asked for and ends with the test session. ``page`` is a browser page that
fails its test on any error in the console and on any request to a host but the server's own;
``open_page`` makes such pages with another size, theme or setting, or on a first visit, when
the page opens its tour.

Two things keep a page cheap, as a machine that tests is mostly busy with the browser. Pages of
the same settings share a context, and so what was fetched and compiled for the one before; what
a page stored is forgotten between tests. And pages ask for reduced motion unless a test says
otherwise: drawing Streamlit's pulsing placeholders, frame by frame and without a graphics card,
took half of a page's time.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PAGES = Path(__file__).parent / "pages"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START_LIMIT = 90
"""Seconds a server may take to answer; a cold start on a busy machine took 20."""
OWN_HOST = "127.0.0.1"
TOUR_SEEN = "try { localStorage.setItem('slant.tour.seen', 'yes') } catch { /* not a page yet */ }"
"""Script of a browser that was here before: the tour stays closed and covers nothing."""

DEFAULTS: dict[str, Any] = {
    "viewport": {"width": 1440, "height": 900},
    "reduced_motion": "reduce",
}
"""Settings of a page that a test does not ask for otherwise."""

OpenPage = Callable[..., Page]
ContextOf = Callable[[dict[str, Any]], BrowserContext]


@contextmanager
def served(script: Path, log: Path) -> Iterator[str]:
    """Run ``streamlit run script`` on a free port, yield its address, end it afterwards.

    What the server prints goes to ``log``. Fails with the log's end if it does not come up.
    """
    with socket.socket() as probe:
        probe.bind((OWN_HOST, 0))
        port = probe.getsockname()[1]
    url = f"http://{OWN_HOST}:{port}"
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    options = {
        "server.address": OWN_HOST,
        "server.port": str(port),
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    command += [part for name, value in options.items() for part in (f"--{name}", value)]
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        _await_health(server, url, log)
        yield url
    finally:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _await_health(server: subprocess.Popen[bytes], url: str, log: Path) -> None:
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    printed = log.read_text(encoding="utf-8", errors="replace")[-2000:]
    pytest.fail(f"the Streamlit server did not answer at {url}; it printed:\n{printed}")


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the module's own server prints."""
    return tmp_path_factory.mktemp("own") / "streamlit.log"


@pytest.fixture(scope="module")
def own_url(log: Path) -> Iterator[str]:
    """A server of a module's own, so that its log holds nothing of other tests."""
    with served(ROOT / "app.py", log) as url:
        yield url


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the dashboard, served from the repository's ``app.py``."""
    with served(ROOT / "app.py", tmp_path_factory.mktemp("app") / "streamlit.log") as url:
        yield url


@pytest.fixture(scope="session")
def text_view_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the page that shows the text view beside a strip, on frames made by hand."""
    log = tmp_path_factory.mktemp("text_view") / "streamlit.log"
    with served(PAGES / "text_view_page.py", log) as url:
        yield url


@pytest.fixture(scope="session")
def hand_made() -> ModuleType:
    """The module with the articles that page shows, to compare with what the browser shows."""
    spec = importlib.util.spec_from_file_location("hand_made", PAGES / "hand_made.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole session."""
    with sync_playwright() as playwright:
        executable = _chromium(playwright.chromium.executable_path)
        chromium = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGS)
        yield chromium
        chromium.close()


def _chromium(own: str) -> str:
    """Return the browser to start: SLANT_CHROMIUM, one on the PATH, or Playwright's own."""
    named = os.environ.get("SLANT_CHROMIUM")
    on_path = (shutil.which(name) for name in CHROMIUM_NAMES)
    for candidate in (named, *on_path, own):
        if candidate and Path(candidate).is_file():
            return candidate
    pytest.fail(
        "No browser was found: install Chromium (Debian and Ubuntu: apt install chromium; "
        "elsewhere: python -m playwright install chromium) or set SLANT_CHROMIUM to its path.",
        pytrace=False,
    )


@pytest.fixture(scope="session")
def context_of(browser: Browser) -> Iterator[ContextOf]:
    """Return a function from settings to the one context that has them."""
    contexts: dict[str, BrowserContext] = {}

    def find(settings: dict[str, Any]) -> BrowserContext:
        key = json.dumps(settings, sort_keys=True)
        if key not in contexts:
            contexts[key] = browser.new_context(**settings)
        return contexts[key]

    yield find
    for context in contexts.values():
        context.close()


@pytest.fixture
def open_page(browser: Browser, context_of: ContextOf) -> Iterator[OpenPage]:
    """Return a function that opens a watched page; its arguments are those of a new context.

    For example ``open_page(color_scheme="dark", viewport={"width": 390, "height": 844})``.
    ``first_visit=True`` leaves the browser's storage empty. An error in the console, with its
    address in brackets, is let pass if the whole of it matches the pattern ``allowed``.
    ``apart=True`` gives the page a context of its own, for a change that cannot be taken back.
    """
    pages: list[Page] = []
    own: list[BrowserContext] = []
    errors: list[str] = []
    hosts: set[str] = set()

    def open_one(
        first_visit: bool = False, allowed: str = "", apart: bool = False, **settings: Any
    ) -> Page:
        settings = {**DEFAULTS, **settings}
        context = browser.new_context(**settings) if apart else context_of(settings)
        if apart:
            own.append(context)
        opened = context.new_page()
        pages.append(opened)
        if not first_visit:
            opened.add_init_script(TOUR_SEEN)
        opened.on("console", lambda message: _keep_error(message, errors, allowed))
        opened.on("pageerror", lambda error: errors.append(str(error)))
        opened.on("popup", lambda other: errors.append(f"a window was opened: {other.url}"))
        opened.on("request", lambda request: hosts.add(_host(request.url)))
        return opened

    yield open_one
    for opened in pages:
        _forget(opened)
        opened.close()
    for context in own:
        context.close()
    assert not errors, f"the browser's console shows errors: {errors}"
    assert hosts <= {OWN_HOST, ""}, f"requests went to other hosts: {hosts - {OWN_HOST, ''}}"


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A watched page, 1440 by 900, light."""
    return open_page(color_scheme="light")


def _forget(page: Page) -> None:
    """Empty what the page's server has stored in its context, so that the next test finds none."""
    address = urlsplit(page.url)
    if address.scheme in ("http", "https"):
        page.context.new_cdp_session(page).send(
            "Storage.clearDataForOrigin",
            {
                "origin": f"{address.scheme}://{address.netloc}",
                "storageTypes": "cookies,local_storage,indexeddb,cache_storage",
            },
        )


def _keep_error(message: ConsoleMessage, errors: list[str], allowed: str) -> None:
    error = f"{message.text} ({message.location.get('url', '')})"
    if message.type == "error" and not re.fullmatch(allowed, error):
        errors.append(error)


def _host(url: str) -> str:
    """Return the host a request goes to; empty for data: and blob:, which stay in the page."""
    return urlsplit(url).hostname or ""
