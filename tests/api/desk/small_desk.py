"""A desk with a database of its own and a client that speaks to its routes, for the tests here."""

from __future__ import annotations

import itertools
import json
from typing import Any

import httpx2
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.routes import routes
from store.desk.articles import add_article
from store.desk.editors import open_session, set_role, sign_in
from store.desk.opening import open_desk
from store.desk.records import READER, WAITING
from tests.api.desk.made_up import made_up_article

EDITORS = ("Ann", "Ben", "Cyd", "Dee", "Eve")
"""An admin, a reader, one who waits to be let in, and two reviewers between and behind them."""

ANN, BEN, CYD, DEE, EVE = EDITORS


class SmallDesk:
    """A desk with one article of four flags, its editors and their tokens."""

    def __init__(self, engine: Engine | None = None) -> None:
        self.engine = engine or open_desk(url="memory")
        app = Starlette(routes=routes(desk=lambda: self.engine))
        self.client = TestClient(app, raise_server_exceptions=False)
        self.ids = {name: sign_in(self.engine, name).id for name in EDITORS}
        set_role(self.engine, self.ids[ANN], self.ids[CYD], READER)
        set_role(self.engine, self.ids[ANN], self.ids[DEE], WAITING)
        self.tokens = {name: open_session(self.engine, self.ids[name]) for name in EDITORS}
        self.article = self.add(1)
        self._requests = itertools.count(1)

    def add(self, number: int, flags: int = 4, **said: str) -> int:
        """Put a made-up article on the desk."""
        return add_article(self.engine, self.ids[ANN], made_up_article(number, flags, **said))

    def get(self, address: str, name: str = ANN) -> httpx2.Response:
        """Ask for an address below ``/api/desk/`` as an editor."""
        return self.client.get(f"/api/desk/{address}", headers=bearer(self.tokens[name]))

    def post(self, address: str, body: Any, name: str = ANN) -> httpx2.Response:
        """Send any body as JSON, half surrogate pairs too, to an address below ``/api/desk/``."""
        headers = {**bearer(self.tokens[name]), "Content-Type": "application/json"}
        content = json.dumps(body).encode()
        return self.client.post(f"/api/desk/{address}", content=content, headers=headers)

    def flags(self, query: str = "") -> list[dict[str, Any]]:
        """Return flags of the queue."""
        answer = self.get(f"queue?{query}")
        assert answer.status_code == 200, answer.text
        found: list[dict[str, Any]] = answer.json()["flags"]
        return found

    def decide(
        self, flag: int, act: str = "accept", seen: int = 0, name: str = ANN, **more: Any
    ) -> httpx2.Response:
        """Send a decision under a request of its own, unless ``more`` names one."""
        request = f"request-{next(self._requests)}"
        body = {"request": request, "seen": seen, "act": act, **more}
        return self.post(f"flags/{flag}/decisions", body, name)

    def second(self, flag: int, act: str, name: str, **more: Any) -> httpx2.Response:
        """Send a second reading."""
        body = {"request": f"second-{next(self._requests)}", "act": act, **more}
        return self.post(f"flags/{flag}/second", body, name)


def bearer(token: str) -> dict[str, str]:
    """Return the header that carries a token."""
    return {"Authorization": f"Bearer {token}"}
