"""A server with a desk in it, for the browser tests of the queue.

A second editor decides over HTTP, as that editor's browser does; what was kept is asked the same
way.
"""

from __future__ import annotations

import json
import secrets
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from analysis.desk.records import NewArticle
from store.desk.articles import add_article
from store.desk.editors import open_session, sign_in
from store.desk.opening import open_desk
from tests.browser.desk_queue.seed import HELD_BACK, JUDGED
from tests.served import ROOT, served

PAGE = ROOT / "tests" / "browser" / "pages" / "desk_queue_server.py"
"""The queue by itself, without a network."""


@dataclass(frozen=True)
class DeskServer:
    """A server at ``url``, and the session of Ben, another editor. ``flags`` maps the words of a
    flag to its number, ``articles`` a title to its; ``file`` is the database."""

    url: str
    file: Path
    token: str
    flags: dict[str, int]
    articles: dict[str, int]

    def by_ben(self, words: str, act: str, **more: Any) -> dict[str, Any]:
        """Have Ben decide on the flag with these words, as it is now."""
        number = self.flags[words]
        seen = self.ask(f"flags/{number}")["seq"]
        body = {"request": secrets.token_hex(8), "seen": seen, "act": act, **more}
        return self.ask(f"flags/{number}/decisions", body)

    def decisions(self, words: str) -> list[tuple[str, str, str, str]]:
        """What was decided on a flag: who, act, reason, wording."""
        found = self.ask(f"flags/{self.flags[words]}/history")["decisions"]
        return [(one["name"], one["act"], one["reason"], one["wording"]) for one in found]

    def ask(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """Ask a route below api/desk/ as Ben."""
        request = urllib.request.Request(
            f"{self.url}/api/desk/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            found: dict[str, Any] = json.load(answer)
        return found


@contextmanager
def desk_server(
    folder: Path, articles: Sequence[NewArticle], script: Path = PAGE
) -> Iterator[DeskServer]:
    """Serve the ``script`` with a desk in a file in ``folder`` that holds these articles."""
    token, numbers = _filled(folder / "desk", articles)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SLANT_DATA", str(folder / "desk"))
        patch.setenv("SLANT_DESK", "1")
        patch.delenv("SLANT_DATABASE_URL", raising=False)
        with served(script, folder / "streamlit.log") as url:
            asked = DeskServer(url, folder / "desk" / "desk.db", token, {}, numbers)
            for number in numbers.values():
                found = asked.ask(f"articles/{number}")["flags"]
                asked.flags.update({one["text"]: one["id"] for one in found})
            yield asked


def _filled(folder: Path, articles: Sequence[NewArticle]) -> tuple[str, dict[str, int]]:
    """Make the desk; return the token of a session of Ben's, and the articles' numbers by title."""
    engine = open_desk(folder=str(folder))
    ann = sign_in(engine, "Ann")
    token = open_session(engine, sign_in(engine, "Ben").id)
    numbers = {
        new.title: add_article(engine, ann.id, new, JUDGED if new is HELD_BACK else None)
        for new in articles
    }
    engine.dispose()
    return token, numbers
