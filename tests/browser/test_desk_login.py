"""The login of the desk in a real browser, with a provider (OpenID Connect) of the test's own."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from store.desk.editors import editors
from store.desk.opening import open_desk
from tests.browser.chromium import TOUR_SEEN
from tests.browser.desk_room import DeskRoom
from tests.browser.read_page import LIMIT
from tests.browser.test_accessibility import violations
from tests.served import OWN_HOST, ROOT, free_port, served

with warnings.catch_warnings(record=True):
    # It tells of its own use of an older form of Authlib as it is imported.
    from oidc_provider_mock import User, run_server_in_thread

HOSTS = ("localhost", OWN_HOST)

USERS = (
    User(
        sub="17", claims={"name": "Ann Lee", "email": "Ann@paper.example", "email_verified": True}
    ),
    User(sub="18", claims={"name": "Ben", "email": "ben@paper.example", "email_verified": True}),
    # Somebody else who typed Ann's address, and her name, at the provider.
    User(
        sub="19", claims={"name": "Ann Lee", "email": "ann@paper.example", "email_verified": False}
    ),
)


@dataclass(frozen=True)
class Newsroom:
    """A server with a login, and the folder of its desk."""

    url: str
    folder: Path

    def roles(self) -> list[tuple[str, str, bool]]:
        """The editors' names and roles, and whether they are verified."""
        engine = open_desk(folder=str(self.folder))
        try:
            return [(one.name, one.role, one.verified) for one in editors(engine)]
        finally:
            engine.dispose()


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """A server on which nobody has logged in yet."""
    folder = tmp_path_factory.mktemp("login")
    with ExitStack() as stack:
        provider = stack.enter_context(run_server_in_thread(user_claims=USERS))
        port = free_port()
        secrets = folder / "secrets.toml"
        secrets.write_text(
            "[auth]\n"
            f'redirect_uri = "http://{OWN_HOST}:{port}/oauth2callback"\n'
            'cookie_secret = "only for this test, and thrown away with it"\n'
            'client_id = "slant"\nclient_secret = "nothing"\n'
            "server_metadata_url = "
            f'"http://localhost:{provider.server_port}/.well-known/openid-configuration"\n'
        )
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setattr("tests.served.free_port", lambda: port)
        patch.setenv("STREAMLIT_SECRETS_FILES", str(secrets))
        patch.setenv("SLANT_DESK_ADMINS", "ann@paper.example")
        patch.setenv("SLANT_DATA", str(folder / "desk"))
        for name in ("SLANT_DATABASE_URL", "SLANT_DESK"):
            patch.delenv(name, raising=False)
        url = stack.enter_context(served(ROOT / "serve.py", folder / "streamlit.log"))
        yield Newsroom(url, folder / "desk")


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    """A page whose browser nobody has logged in with. It is not watched as other pages are: the
    provider's own page asks for a style sheet elsewhere, and gets none."""
    context = own_context(browser)
    yield context.new_page()
    context.close()


def own_context(browser: Browser) -> BrowserContext:
    """A browser of its own, which reaches nothing but this machine."""

    def refuse(route: Route) -> None:
        route.abort()

    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(TOUR_SEEN)
    context.route(lambda address: urlsplit(address).hostname not in HOSTS, refuse)
    return context


def log_in(page: Page, room: Newsroom, subject: str) -> DeskRoom:
    """Log in from the desk's page."""
    desk = DeskRoom(page, room.url).visit("people")
    expect(desk.button("Log in")).to_be_visible(timeout=LIMIT)
    expect(page.get_by_label("Your name")).to_have_count(0)
    desk.button("Log in").click()
    page.locator(f"button[name=sub][value='{subject}']").click(timeout=LIMIT)
    page.wait_for_url(f"{room.url}/desk**", timeout=LIMIT)
    expect(desk.who).to_be_visible(timeout=LIMIT)
    return desk


def test_who_logs_in_waits_until_an_admin_lets_them_in(
    visitor: Page, newsroom: Newsroom, browser: Browser
) -> None:
    ben = log_in(visitor, newsroom, "18")
    expect(ben.who).to_contain_text("Ben · waiting")
    expect(visitor.get_by_text("An admin of the desk has to let you in")).to_be_visible()
    expect(visitor.locator(".st-key-desk-view-chosen")).to_have_count(0)
    assert violations(visitor) == []

    context = own_context(browser)
    ann = log_in(context.new_page(), newsroom, "17")
    expect(ann.who).to_contain_text("Ann Lee · admin")
    ann.to("People")
    expect(ann.page.get_by_text("verified by a login").first).to_be_visible()
    expect(ann.page.get_by_text("Names are not verified")).to_have_count(0)
    ann.button("Let in").click()
    expect(ann.button("Let in")).to_have_count(0)
    # Ben's page goes on by itself.
    expect(ben.who).to_contain_text("Ben · reviewer")
    expect(visitor.locator(".st-key-desk-view-chosen")).to_be_visible()

    ann.who.get_by_role("button").click()
    expect(ann.page.get_by_text("Verified by your login.")).to_be_visible()
    ann.button("Log out").click()
    # The provider asks whether to end its session too, and sends one back.
    ann.page.get_by_role("button", name="End session").click(timeout=LIMIT)
    ann.page.wait_for_url(f"{newsroom.url}/desk**", timeout=LIMIT)
    expect(ann.button("Log in")).to_be_visible(timeout=LIMIT)
    context.close()
    assert newsroom.roles() == [("Ben", "reviewer", True), ("Ann Lee", "admin", True)]


def test_an_address_that_is_not_verified_makes_nobody_an_admin(
    visitor: Page, newsroom: Newsroom
) -> None:
    forged = log_in(visitor, newsroom, "19")
    expect(forged.who).to_contain_text("Ann Lee · waiting")
    # Neither are they the editor of that name.
    assert newsroom.roles()[-1] == ("Ann Lee", "waiting", True)
    assert len(newsroom.roles()) == 3
