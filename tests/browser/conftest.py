"""A real server and a real browser for the tests in this folder.

``app_url`` serves the dashboard, ``text_view_url`` the small page around the text view; each
starts when first asked for and ends with the test session. ``page`` is a browser page that
fails its test on any error in the console and on any request to a host but the server's own;
``open_page`` makes such pages with another size, theme or setting, or on a first visit, when
the page opens its tour; ``read_page`` is the Read page in ``page``, not loaded yet.
``kept_page`` gives a Read page that the tests of a module share.

Three things keep a page cheap, as a machine that tests is mostly busy with the browser, and a
page takes it four seconds of processor time. Tests that leave the page as they found it share
one. Pages of the same settings share a context, and so what was fetched for the one before; what
a page stored is forgotten between tests. And pages ask for reduced motion unless a test says
otherwise: drawing Streamlit's pulsing placeholders, frame by frame and without a graphics card,
took half of a page's time.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.chromium import TOUR_SEEN, NoBrowser, launch
from tests.browser.read_page import LIMIT, ReadPage
from tests.served import OWN_HOST, ROOT, served

PAGES = Path(__file__).parent / "pages"

DEFAULTS: dict[str, Any] = {
    "viewport": {"width": 1440, "height": 900},
    "reduced_motion": "reduce",
}
"""Settings of a page that a test does not ask for otherwise."""

OpenPage = Callable[..., Page]
KeptPage = Callable[[str, str], ReadPage]
ContextOf = Callable[[dict[str, Any]], BrowserContext]
PASSED = pytest.StashKey[bool]()

# A busy machine may take long to answer; a state that has come is seen at once all the same.
expect.set_options(timeout=LIMIT / 2)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note whether a test passed, for the page that the next one may find open."""
    report = yield
    if report.when == "call":
        item.stash[PASSED] = report.passed
    return report


class ServerLog:
    """What a server prints while a test runs."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.start = 0

    def begin(self) -> None:
        """Leave out what was printed before."""
        self.start = self.path.stat().st_size if self.path.exists() else 0

    def read(self) -> str:
        """Return what was printed since."""
        return self.path.read_bytes()[self.start :].decode("utf-8")


@pytest.fixture(scope="session")
def _app_log(tmp_path_factory: pytest.TempPathFactory) -> ServerLog:
    return ServerLog(tmp_path_factory.mktemp("app") / "streamlit.log")


@pytest.fixture
def log(_app_log: ServerLog) -> ServerLog:
    """What the dashboard's server prints from the beginning of the test."""
    _app_log.begin()
    return _app_log


@pytest.fixture(scope="session")
def app_url(_app_log: ServerLog) -> Iterator[str]:
    """Address of the dashboard, served from the repository's ``app.py``."""
    with served(ROOT / "app.py", _app_log.path) as url:
        yield url


@pytest.fixture(scope="session")
def text_view_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the page that shows the text view beside a strip, on frames made by hand."""
    log = tmp_path_factory.mktemp("text_view") / "streamlit.log"
    with served(PAGES / "text_view_page.py", log) as url:
        yield url


@pytest.fixture(scope="session")
def compare_view_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the page with two texts side by side and the matrix of facts, made by hand."""
    log = tmp_path_factory.mktemp("compare_view") / "streamlit.log"
    with served(PAGES / "compare_view_page.py", log) as url:
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
        try:
            chromium = launch(playwright)
        except NoBrowser as missing:
            pytest.fail(str(missing), pytrace=False)
        yield chromium
        chromium.close()


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


@dataclass
class Watched:
    """What pages did that none may: errors in the console and requests to other hosts."""

    errors: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def watch(self, page: Page, allowed: str = "") -> None:
        """Note what ``page`` does; an error whose whole text matches ``allowed`` is let pass."""

        def keep(kind: str, text: str, address: str) -> None:
            error = f"{text} ({address})"
            if kind == "error" and not re.fullmatch(allowed, error):
                self.errors.append(error)

        page.on("console", lambda one: keep(one.type, one.text, one.location.get("url", "")))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("popup", lambda other: self.errors.append(f"a window was opened: {other.url}"))
        # Empty for data: and blob:, which stay in the page.
        page.on("request", lambda asked: self.hosts.add(urlsplit(asked.url).hostname or ""))

    def require_nothing(self) -> None:
        """Fail if there was anything, and begin anew."""
        errors, others = [*self.errors], self.hosts - {OWN_HOST, ""}
        self.errors.clear()
        self.hosts.clear()
        assert not errors, f"the browser's console shows errors: {errors}"
        assert not others, f"requests went to other hosts: {others}"


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
    watched = Watched()

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
        watched.watch(opened, allowed)
        return opened

    yield open_one
    for opened in pages:
        _forget(opened)
        opened.close()
    for context in own:
        context.close()
    watched.require_nothing()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A watched page, 1440 by 900, light."""
    return open_page(color_scheme="light")


@pytest.fixture
def read_page(page: Page, app_url: str) -> ReadPage:
    """The Read page, 1440 by 900, light, not loaded yet."""
    return ReadPage(page, app_url)


@pytest.fixture(scope="module")
def _kept(browser: Browser) -> Iterator[dict[tuple[str, str], tuple[ReadPage, Watched]]]:
    kept: dict[tuple[str, str], tuple[ReadPage, Watched]] = {}
    yield kept
    for read, _ in kept.values():
        read.page.context.close()


@pytest.fixture
def kept_page(
    request: pytest.FixtureRequest,
    browser: Browser,
    _kept: dict[tuple[str, str], tuple[ReadPage, Watched]],
) -> Iterator[KeptPage]:
    """Return a function from a server's address and a query to the page that is open on them.

    The tests of a module that ask for the same get the same page, 1440 by 900 and light, as the
    one before left it: the test or its fixture brings it back to the state it needs. After a
    test that failed the page is loaded anew. It is watched as every page is, test by test.
    """
    used: list[tuple[str, str]] = []

    def find(url: str, query: str) -> ReadPage:
        key = (url, query)
        used.append(key)
        if key not in _kept:
            page = browser.new_context(**DEFAULTS, color_scheme="light").new_page()
            page.add_init_script(TOUR_SEEN)
            watched = Watched()
            watched.watch(page)
            _kept[key] = ReadPage(page, url), watched
            _kept[key][0].open(query)
        return _kept[key][0]

    yield find
    pages = {key: _kept[key] for key in used if key in _kept}
    if not request.node.stash.get(PASSED, False):
        for key, (read, _) in pages.items():
            del _kept[key]
            read.page.context.close()
    for _, watched in pages.values():
        watched.require_nothing()


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


@pytest.fixture
def bus_fares(kept_page: KeptPage, app_url: str) -> ReadPage:
    """The page with the sample “Bus fares”, no sentence selected, scrolled to its top."""
    read = kept_page(app_url, "?sample=bus-fares-loaded")
    if read.chosen.count():
        read.card.get_by_role("button", name="Close").click()
    expect(read.card).to_have_count(0)
    expect(read.chosen).to_have_count(0)
    read.page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
    return read.settled()
