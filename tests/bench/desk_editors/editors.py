"""Editors without a browser, who speak to the routes of the desk as its page does.

Each has two connections: one takes parts of the queue and decides, the other waits for what is new.
A decision that was not confirmed is sent again under the same name, as the page does.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.bench.desk_editors.connection import Connection, Reply

PART = 40
"""Flags that an editor takes from the queue at a time."""

CROWD = 3
"""Flags at the head of the queue on which all decide, as people do who begin in one place."""

AMONG_THE_CROWD = 0.06
"""Share of decisions that are made there."""

UNDONE = 0.06
"""Share of decisions that take the editor's last one back."""

SENT_TWICE = 0.05
"""Share of confirmed decisions that are sent once more, as after a lost answer."""

AGAIN_S = 0.2
"""A request that failed is sent again after so long."""

Body = dict[str, Any]


@dataclass
class Noted:
    """What was measured: seconds by kind of request, moments of what was confirmed and heard."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    confirmed: dict[str, tuple[int, Body]] = field(default_factory=dict)
    """By the name of the request: the flag, and the decision as it was told."""
    confirmed_at: dict[int, float] = field(default_factory=dict)
    heard_at: dict[int, float] = field(default_factory=dict)
    """By the number of the decision; heard is what stands on a flag, not what was replaced."""
    flags_heard: set[int] = field(default_factory=set)
    failed: list[str] = field(default_factory=list)
    conflicts: int = 0


class Editor:
    """One editor with a session at the desk, the one in the place ``seed``.

    ``turns`` is shared by all: one each decision. ``shift`` begins the names of the requests, and
    ``pause`` are the seconds that an editor thinks before each decision, in the mean; ``wait``
    those for which an answer about news may be held back.
    """

    def __init__(
        self,
        url: str,
        token: str,
        seed: int,
        turns: Iterator[int],
        shift: str,
        pause: float = 0.0,
        wait: int = 8,
    ) -> None:
        self.noted = Noted()
        self.began_at = 0
        self.version = 0
        self._deciding = Connection(url, token)
        self._waiting = Connection(url, token)
        self._chance = random.Random(seed)
        self._seed = seed
        self._turns = turns
        self._pause = pause
        self._wait = wait
        self._name = f"{shift}-{seed}"
        self._crowd: list[Body] = []
        self._own: list[Body] = []
        self._last: Body | None = None
        self._sent = 0

    async def work(self) -> None:
        """Decide until there are no turns left."""
        for _ in self._turns:
            if self._pause:
                await asyncio.sleep(self._chance.expovariate(1 / self._pause))
            if self._last is not None and self._chance.random() < UNDONE:
                await self._decide(self._last, "undo")
                continue
            flag = await self._next()
            act = self._chance.choices(["accept", "dismiss", "reword"], [6, 3, 1])[0]
            await self._decide(flag, act)

    async def listen(self, over: asyncio.Event) -> None:
        """Ask for what is new, always again, until it is ``over`` and nothing is new."""
        while True:
            began = time.perf_counter()
            ended = over.is_set()
            path = f"/api/desk/changes?since={self.version}&wait={0 if ended else self._wait}"
            reply = await self._asked(self._waiting, "GET", path)
            if reply.status == 200:
                now = time.perf_counter()
                self.noted.seconds["a round of news"].append(now - began)
                self.version = reply.told["version"]
                changed = {flag["id"]: flag for flag in reply.told["flags"]}
                self.noted.flags_heard |= changed.keys()
                # As the page does: what somebody else has done is not in front of me any more.
                self._own = [flag for flag in self._own if flag["id"] not in changed]
                for flag in changed.values():
                    if flag["decision"] is not None:
                        self.noted.heard_at.setdefault(flag["decision"]["id"], now)
            elif reply.status != 204:
                self.noted.failed.append(f"changes {reply.status}")
                await asyncio.sleep(AGAIN_S)
            elif ended:
                break
        self._waiting.close()
        self._deciding.close()

    async def begin(self) -> None:
        """Load the queue for the first time, and note from which version on news are asked for."""
        await self._load()
        self.began_at = self.version

    async def _next(self) -> Body:
        while not self._own:
            await self._load()
        if self._chance.random() < AMONG_THE_CROWD:
            return self._chance.choice(self._crowd)
        return self._own.pop(self._chance.randrange(len(self._own)))

    async def _load(self) -> None:
        """Take two parts of the queue: its head, which all have, and one further down."""
        self._crowd = await self._part(0, CROWD)
        for offset in (CROWD + self._seed * PART, CROWD):
            self._own = await self._part(offset, PART)
            if self._own:
                return
        raise RuntimeError("The queue is empty: put more articles on the desk.")

    async def _part(self, offset: int, most: int) -> list[Body]:
        path = f"/api/desk/queue?offset={offset}&most={most}&state=open"
        reply = await self._timed("a part of the queue", self._deciding, "GET", path)
        self.version = self.version or reply.told["version"]
        found: list[Body] = reply.told["flags"]
        return found

    async def _decide(self, flag: Body, act: str) -> None:
        self._sent += 1
        body = {"request": f"{self._name}-{self._sent}", "seen": flag["seq"], "act": act}
        if act == "dismiss":
            body["reason"] = self._chance.choice(["fair", "fact", "style"])
        if act == "reword":
            body["wording"] = flag["plainer"][0]
        path = f"/api/desk/flags/{flag['id']}/decisions"
        reply = await self._timed("a decision", self._deciding, "POST", path, body)
        if reply.status == 409:
            self.noted.conflicts += 1
            now = reply.told["flag"]
            if now["state"] != "open" and self._chance.random() < 0.5:
                return  # theirs is kept
            body |= {"request": body["request"] + "-anyway", "seen": reply.told["seq"]}
            if act == "undo" and now["state"] == "open":
                return
            reply = await self._timed("a decision", self._deciding, "POST", path, body)
        if reply.status != 201:
            if reply.status != 409:
                self.noted.failed.append(f"{act} {reply.status} {reply.told.get('title')}")
            self._last = None
            return
        self._confirm(flag, body, reply)
        if self._chance.random() < SENT_TWICE:
            again = await self._timed("the same again", self._deciding, "POST", path, body)
            if again.status != 201 or again.told["decision"] != reply.told["decision"]:
                self.noted.failed.append(f"sent twice: {again.status}")

    def _confirm(self, flag: Body, body: Body, reply: Reply) -> None:
        decision = reply.told["decision"]
        self.noted.confirmed[body["request"]] = (flag["id"], decision)
        self.noted.confirmed_at[decision["id"]] = time.perf_counter()
        now = reply.told["flag"]
        self._last = None if body["act"] == "undo" or now["seq"] != decision["seq"] else now

    async def _timed(
        self, kind: str, line: Connection, method: str, path: str, body: Body | None = None
    ) -> Reply:
        began = time.perf_counter()
        reply = await self._asked(line, method, path, body)
        self.noted.seconds[kind].append(time.perf_counter() - began)
        return reply

    async def _asked(
        self, line: Connection, method: str, path: str, body: Body | None = None
    ) -> Reply:
        """Ask until there is an answer that is not of a server or a database that is away."""
        while True:
            try:
                reply = await line.ask(method, path, body)
            except (OSError, EOFError) as error:
                self.noted.failed.append(f"{method} {type(error).__name__}")
            else:
                if reply.status != 503:
                    return reply
                self.noted.failed.append(f"{method} 503 {reply.told.get('title')}")
            await asyncio.sleep(AGAIN_S)
