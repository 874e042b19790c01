"""A server's routes with two house rules, asked in this process."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.routes import routes
from api.settings import Settings

RULES = """\
rule,pattern,message,plainer,severity,reason,link
regime,regime,Name the government.,government,error,It says that they may not govern.,https://desk.example/regime
costs-more,costs more,Say compared with what.,,note,,
"""

ORIGINS = frozenset({"moz-extension://*", "app://obsidian.md"}) | {
    "chrome-extension://oldceeleldhonbafppcapldpdifcinji"
}


def client_of(settings: Settings) -> TestClient:
    """Return a client of the routes with these settings."""
    return TestClient(Starlette(routes=routes(given=settings)))


@pytest.fixture(scope="session")
def rules_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of two rules."""
    path = tmp_path_factory.mktemp("rules") / "house.csv"
    path.write_text(RULES, encoding="utf-8")
    return path


@pytest.fixture
def client(rules_file: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """A client of a server that has the rules and answers the add-ons and Obsidian."""
    monkeypatch.setenv("SLANT_RULES", str(rules_file))
    return client_of(Settings(origins=ORIGINS))
