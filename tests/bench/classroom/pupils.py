"""Pupils without a browser, who speak to the routes of a class as the pupils' page does.

Each has connections of its own, asks for the lesson once a second, and sends every mark at once,
with a rising number. What was not answered is kept and sent again.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx2

POLL_S = 1.0
"""How often a page asks for the lesson, give or take a tenth."""

MARKS = 12
"""Sentences that each pupil marks."""

SENT_AGAIN = 2
"""Marks that a phone sends a second time when it is back, not knowing whether they arrived."""

Mark = dict[str, Any]


@dataclass(frozen=True)
class Plan:
    """What a pupil does: join after so many seconds, then mark, with a pause before each mark.

    ``offline`` are the first mark that is made without a network and for how many seconds it is
    away; ``until_reveal`` has it stay away until the text is revealed.
    """

    joins_after: float
    pauses: Sequence[float]
    offline: tuple[int, float] | None = None
    until_reveal: bool = False


@dataclass
class Noted:
    """What a pupil measured: seconds of requests, and moments (``time.time``) of what happened."""

    joined: float = 0.0
    text_seen: float = 0.0
    done: float = 0.0
    answered: list[tuple[int, float]] = field(default_factory=list)
    mark_s: list[float] = field(default_factory=list)
    poll_s: list[float] = field(default_factory=list)
    other_s: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


class Pupil:
    """One pupil on one phone."""

    def __init__(self, url: str, code: str, word: str, plan: Plan, seed: int) -> None:
        self.noted = Noted()
        self.marks: dict[int, Mark] = {}
        self.nickname = ""
        self.token = ""
        self.plan = plan
        self.revealed = asyncio.Event()
        self._url = url
        self._joining = {"code": code, "word": word}
        self._chance = random.Random(seed)
        self._client: httpx2.AsyncClient | None = None
        self._lesson: Mapping[str, Any] = {}
        self._outbox: list[Mark] = []
        self._text_there = asyncio.Event()

    async def take_part(self, over: asyncio.Event) -> None:
        """Join, mark and say so, looking at the lesson until it is ``over``."""
        await asyncio.sleep(self.plan.joins_after)
        self._connect()
        joined = await self._request("POST", "join", self._joining, self.noted.other_s)
        (seat,) = joined["seats"]
        self.nickname, self.token = seat["nickname"], seat["token"]
        self.noted.joined = time.time()
        async with self._looking(over):
            await self._text_there.wait()
            number = self._lesson["round"]
            text = await self._request("GET", f"rounds/{number}", None, self.noted.other_s)
            self.noted.text_seen = time.time()
            await self._mark(number, text)
            await over.wait()

    async def kept(self, number: int) -> dict[int, Mark]:
        """Return the marks that the server holds of this pupil, by sentence."""
        told = await self._request("GET", f"rounds/{number}", None, self.noted.other_s)
        return {mark["sentence"]: mark for mark in told["marks"]}

    async def see_reveal(self, number: int) -> Any:
        """Return what the pupil is shown of a round that was revealed."""
        return await self._request("GET", f"rounds/{number}/reveal", None, self.noted.other_s)

    async def leave(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def _mark(self, number: int, text: Mapping[str, Any]) -> None:
        places = [place for place, line in enumerate(text["lines"]) if line[3]]
        chosen = self._chance.sample(places, MARKS)
        leaves, away = self.plan.offline or (-1, 0.0)
        back: asyncio.Task[None] | None = None
        for place, (sentence, pause) in enumerate(zip(chosen, self.plan.pauses, strict=True)):
            await asyncio.sleep(pause)
            if place == leaves:
                await self.leave()
                back = asyncio.create_task(self._come_back(number, away))
            mark = self._mark_of(sentence, place + 1, text)
            self.marks[sentence] = mark
            self._outbox.append(mark)
            await self._send(number)
        if back is not None:
            await back
        await self._request("PUT", _marks(number), {"marks": [], "finished": True}, [])
        self.noted.done = time.time()

    def _mark_of(self, sentence: int, seq: int, text: Mapping[str, Any]) -> Mark:
        """Mark a sentence with a reason and, every second time, with its last word."""
        start, end, *_ = text["lines"][sentence]
        words = [[start, start + 1], [end - 1, end]] if seq % 2 else []
        reason = self._chance.choice([*text["reasons"]])
        return {"sentence": sentence, "loaded": True, "reason": reason, "words": words, "seq": seq}

    async def _come_back(self, number: int, away: float) -> None:
        """Be offline for ``away`` seconds, or until the reveal; then send what was kept."""
        if self.plan.until_reveal:
            await self.revealed.wait()
        else:
            await asyncio.sleep(away)
        self._connect()
        arrived = [mark for mark in self.marks.values() if mark not in self._outbox]
        self._outbox[:0] = arrived[-SENT_AGAIN:]
        await self._send(number)

    async def _send(self, number: int) -> None:
        if self._client is None or not self._outbox:
            return
        sent = [*self._outbox]
        answer = await self._request("PUT", _marks(number), {"marks": sent}, self.noted.mark_s)
        if answer == {"kept": len(sent)}:
            now = time.time()
            known = {sentence for sentence, _ in self.noted.answered}
            new = [mark["sentence"] for mark in sent if mark["sentence"] not in known]
            self.noted.answered += [(sentence, now) for sentence in new]
            self._outbox = [mark for mark in self._outbox if mark not in sent]

    @asynccontextmanager
    async def _looking(self, over: asyncio.Event) -> AsyncIterator[None]:
        task = asyncio.create_task(self._look(over))
        try:
            yield
        finally:
            over.set()
            await task

    async def _look(self, over: asyncio.Event) -> None:
        while not over.is_set():
            if self._client is not None:
                after = self._lesson.get("version", 0)
                told = await self._request("GET", f"lesson?after={after}", None, self.noted.poll_s)
                self._lesson = told or self._lesson
                if self._lesson.get("state") == "open":
                    self._text_there.set()
            await asyncio.sleep(POLL_S * self._chance.uniform(0.9, 1.1))

    def _connect(self) -> None:
        self._client = httpx2.AsyncClient(base_url=self._url, timeout=30.0)

    async def _request(self, method: str, address: str, body: Any, seconds: list[float]) -> Any:
        """Return the decoded answer, None for one without a body; note how long it took."""
        client = self._client
        if client is None:
            return None
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        started = time.perf_counter()
        try:
            answer = await client.request(
                method, f"/api/class/{address}", json=body, headers=headers
            )
        except (httpx2.HTTPError, RuntimeError) as error:
            # A phone that has just lost its network; what was to be sent is kept.
            if self._client is client:
                self.noted.failed.append(f"{method} {address}: {type(error).__name__}")
            return None
        seconds.append(time.perf_counter() - started)
        if answer.status_code >= 400:
            self.noted.failed.append(f"{method} {address}: {answer.status_code} {answer.text}")
            return None
        return answer.json() if answer.content else None


def _marks(number: int) -> str:
    return f"rounds/{number}/marks"


def plans(count: int, dropping: int, pace: float, seed: int = 23) -> list[Plan]:
    """Return the plans of a class in which ``dropping`` lose the network for a while.

    Everybody joins within 20 s and marks every 4 to 11 s, 90 s in all; ``pace`` shortens both. The
    last of those who drop comes back only after the reveal.
    """
    chance = random.Random(seed)
    found = []
    for number in range(count):
        pauses = [chance.uniform(4, 11) * pace for _ in range(MARKS)]
        offline = None
        if number < dropping:
            offline = (chance.randrange(2, 7), chance.uniform(8, 25) * pace)
        joins = chance.uniform(0, 20) * pace
        found.append(Plan(joins, pauses, offline, until_reveal=0 < dropping == number + 1))
    return found
