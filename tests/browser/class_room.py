"""A server with a class in it, for the browser tests of the teacher's page.

Pupils join and mark over HTTP, as their phones do. The server keeps its classes in a file, on which
the test opens the same store: what is kept there can be looked at.
"""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from store.classes.joining import as_pupil
from store.classes.opening import as_teacher
from store.classes.records import SchoolClass
from store.database import database
from tests.served import ROOT, served


@dataclass(frozen=True)
class Phone:
    """A pupil's phone: the pupil's ``nickname`` and the class (the store's number), and the token
    that the server gave it."""

    nickname: str
    class_id: int
    token: str


@dataclass
class Room:
    """A server, the file in which it keeps its classes, and what it prints."""

    url: str
    file: Path
    log: Path

    def __post_init__(self) -> None:
        self.engine = database(str(self.file))

    def led(self, page: Page) -> SchoolClass:
        """The class whose key the browser of ``page`` keeps, as it is now."""
        key = keys_in(page)[-1]
        return as_teacher(self.engine, key["code"], key["key"])

    def pupils(self, code: str, word: str, count: int) -> list[Phone]:
        """So many pupils who have just joined."""
        found = []
        for _ in range(count):
            joined = {"code": code, "word": word, "seats": 1}
            (seat,) = self._ask("POST", "join", joined)["seats"]
            pupil = as_pupil(self.engine, seat["token"])
            found.append(Phone(pupil.nickname, pupil.class_id, seat["token"]))
        return found

    def mark(
        self,
        phone: Phone,
        number: int,
        sentences: list[int],
        done: bool = False,
        words: dict[int, list[list[int]]] | None = None,
    ) -> None:
        """Have a pupil mark sentences (from 1, as they are shown) in a round, and of some of them
        the ``words`` (start and end in the text)."""
        marks = [
            {
                "sentence": sentence - 1,
                "loaded": True,
                "reason": "feeling",
                "words": (words or {}).get(sentence, []),
                "seq": 1,
            }
            for sentence in sentences
        ]
        told = {"marks": marks, **({"finished": True} if done else {})}
        self._ask("PUT", f"rounds/{number}/marks", told, phone.token)

    def _ask(self, method: str, path: str, told: dict[str, Any], token: str = "") -> Any:
        request = urllib.request.Request(
            f"{self.url}/api/class/{path}",
            data=json.dumps(told).encode(),
            headers={"Content-Type": "application/json", "Authorization": f"Bearer {token}"},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)


@contextmanager
def room_in(folder: Path) -> Iterator[Room]:
    """Serve the dashboard with a store in a file in ``folder``."""
    file, log = folder / "classes.db", folder / "streamlit.log"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SLANT_CLASSES", str(file))
        patch.delenv("SLANT_ADDRESS", raising=False)
        with served(ROOT / "serve.py", log) as url:
            yield Room(url, file, log)


def keys_in(page: Page) -> list[dict[str, str]]:
    """The keys that the browser keeps."""
    kept: list[dict[str, str]] = json.loads(
        page.evaluate("localStorage.getItem('slant.classes') ?? '[]'")
    )
    return kept
