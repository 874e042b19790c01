"""A class with a database of its own and a client that speaks to the routes, for the tests here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import httpx2
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.testclient import TestClient

from analysis.practice import items, material
from analysis.practice.material import Line, Material, View
from api.routes import routes
from store.classes.opening import as_teacher, open_class
from store.classes.records import MARKING, Seat
from store.classes.rounds import start_round
from store.database import database

TEXT = (
    "By Ada Reed\n\n"
    "The 😀 mayor bungled it. He met the council on Monday. A shameful farce followed."
)
"""A byline that is not to be marked and three sentences that are."""

BYLINE, BUNGLED, MET, FARCE = range(4)
STARTS = [TEXT.index(first) for first in ("By", "The", "He", "A shameful")]
ENDS = [STARTS[1] - 2, STARTS[2] - 1, STARTS[3] - 1, len(TEXT)]
BUNGLED_WORD = [TEXT.index("bungled"), TEXT.index("bungled") + len("bungled")]


def text_to_mark() -> Material:
    """Return a material whose views the model never had: its figures are easy to find."""
    bands = ["", "loaded", "not loaded", "uncertain"]
    probabilities = [0.0, 0.911, 0.077, 0.533]
    start, end = BUNGLED_WORD
    return Material(
        title="A mayor & a vote",
        text=TEXT,
        lines=tuple(
            Line(start, end, int(place > 0), counts=place > 0)
            for place, (start, end) in enumerate(zip(STARTS, ENDS, strict=True))
        ),
        views=tuple(
            View(band, probability, ((start, end),) if band == "loaded" else (), "outlet", "")
            for band, probability in zip(bands, probabilities, strict=True)
        ),
    )


TEST_FILE = "form,item,text,loaded,why\n" + "".join(
    f"{form},{item},{form} {item}: {said},{loaded},{why}\n"
    for form in "AB"
    for item, (said, loaded, why) in enumerate(
        [
            ("The rink closes in May.", 0, "keyword-plain says what happens"),
            ("The rink is a disgrace.", 1, "keyword-judges it is an opinion"),
            ("The bus was late twice.", 0, "keyword-plain can be counted"),
            ("The bus is a joke.", 1, "keyword-judges it makes fun of it"),
        ],
        1,
    )
)
"""Two forms of four sentences; the reasons have a word in them that stands nowhere else."""


class SmallClass:
    """A class that was opened in a database of its own in memory, and its routes."""

    def __init__(self, engine: Engine | None = None) -> None:
        self.engine = engine or database("memory")
        app = Starlette(routes=routes(lambda: self.engine))
        self.client = TestClient(app, raise_server_exceptions=False)
        self.opened = open_class(self.engine)

    @property
    def id(self) -> int:
        """The store's number of the class."""
        return as_teacher(self.engine, self.opened.code, self.opened.key).id

    def ask_to_join(self, **sent: Any) -> httpx2.Response:
        """Ask to join with the right code and word, unless others are given."""
        body = {"code": self.opened.code, "word": self.opened.word, **sent}
        return self.send("POST", "join", body)

    def join(self, seats: int = 1) -> list[Seat]:
        """Join, and return the seats."""
        answer = self.ask_to_join(seats=seats)
        assert answer.status_code == 201, answer.text
        return [Seat(**seat) for seat in answer.json()["seats"]]

    def token(self) -> str:
        """Join, and return the new pupil's token."""
        return self.join()[0].token

    def start(self, kind: str = MARKING) -> int:
        """Start a round with the small text or the small test, and return its number."""
        of_text = material.as_json(text_to_mark())
        content = of_text if kind == MARKING else items.as_json(items.items_of(TEST_FILE.encode()))
        return start_round(self.engine, self.id, kind, content).number

    def get(self, token: str, address: str) -> httpx2.Response:
        """Ask for an address below ``/api/class/`` with a token."""
        return self.client.get(f"/api/class/{address}", headers=bearer(token))

    def mark(self, token: str, number: int, marks: Sequence[Any], **more: Any) -> httpx2.Response:
        """Send marks."""
        return self.send("PUT", f"rounds/{number}/marks", {"marks": marks, **more}, token)

    def send(self, method: str, address: str, body: Any, token: str = "") -> httpx2.Response:
        """Send any body as JSON, half surrogate pairs too, to an address below ``/api/class/``."""
        headers = {**bearer(token), "Content-Type": "application/json"}
        content = json.dumps(body).encode()
        return self.client.request(
            method, f"/api/class/{address}", content=content, headers=headers
        )


def bearer(token: str) -> dict[str, str]:
    """Return the header that carries a token."""
    return {"Authorization": f"Bearer {token}"}


def mark(sentence: int, loaded: bool = True, seq: int = 1, **more: Any) -> dict[str, Any]:
    """Return a mark as the pupils' page sends it."""
    return {"sentence": sentence, "loaded": loaded, "reason": "", "words": [], "seq": seq, **more}
