"""A resource of the API: from a request to plain data, and from what is answered to a response."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from anyio import CapacityLimiter, current_time, sleep, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from analysis.errors import SlantError
from api.answers import Answer, Problem
from api.bodies import JSON_BODY, Gone, Taken, discard_rest, read_body
from api.stopping import is_told

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from api.guard import Guard

WITH_BODY = {"POST", "PUT"}

LONGEST_TOKEN = 200

LONGEST_WAIT_S = 8.0
"""Longest time for which an answer is held back until there is something new. A phone that asks
once in that time, instead of once a second, takes an eighth of the data and hears of a change at
once. A server that ends waits for its last answers, so it is no longer."""

CHECK_S = 0.4
"""Time between two looks for something new; each takes about 0.4 ms."""

_LOGGER = logging.getLogger(__name__)


def _nobody_left(_: int = 0) -> None:
    """Stand in for ``Asked.waiting`` where requests are too short to look."""


@dataclass(frozen=True)
class Asked:
    """A request as data.

    ``path`` and ``query`` are its parameters, as text; of one that the query has several times
    ``query`` has the last value and ``every`` has all. ``token`` is the one that came as
    ``Authorization: Bearer TOKEN``, empty where none did; ``body`` is what was decoded, of any
    form, None for a method without a body. ``only_looking`` says that the answer is not read
    (HEAD). ``only_logins`` says that sessions of names that were typed do not count.

    ``waiting`` is for ``InferenceQueue.place`` and between the steps of what takes long: it raises
    Gone when the one who asked has gone, and Problem (503) when the time of the request is over.
    """

    database: Callable[[], Engine] | None
    path: Mapping[str, str]
    query: Mapping[str, str]
    token: str = ""
    body: Any = None
    only_looking: bool = False
    every: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    waiting: Callable[[int], None] = _nobody_left
    only_logins: bool = False

    @property
    def engine(self) -> Engine:
        """The database of the resource: of the classes, or of the desk."""
        if self.database is None:
            raise LookupError("this resource has no database")
        return self.database()


Handler = Callable[[Asked], Answer]


class News(Protocol):
    """What those who wait for something new have in common, so that one looks for all."""

    def mark(self) -> int:
        """Return what ``later`` is given to wait for what comes after this moment."""

    async def later(self, mark: int, seconds: float) -> None:
        """Wait until there may be something new since ``mark``, at most so many seconds."""


class _EachForItself:
    """Each of those who wait looks again after a while."""

    def mark(self) -> int:
        return 0

    async def later(self, mark: int, seconds: float) -> None:
        await sleep(CHECK_S)


class Resource:
    """An ASGI app that gives each method of a resource to its handler, in a thread.

    ``database`` gives the database, to resources that have one; ``problem_of`` says what an error
    of the program's own means to the one who asked; ``threads`` is how many requests are handled at
    once. Handlers raise Problem. Whatever else one raises is answered as a problem 500, and logged
    without its message, which may hold what was sent.

    A resource that ``waits`` holds back an answer without content (204) for the seconds that the
    query's ``wait`` names, at most ``LONGEST_WAIT_S``, and answers as soon as there is another, or
    when the server is told to end.
    ``news`` says when to look again; without it, each request does so every ``CHECK_S`` seconds.

    ``takes`` is what it takes as a body. A ``guard`` is asked before anything is read; where
    ``token_in_body`` the handler looks for the token itself (``Guard.require``). With a
    ``time_limit_s`` the work on a request ends when the one who asked goes away, or after so many
    seconds. ``told`` makes the answer of a problem, for protocols that have a form of their own.
    """

    def __init__(
        self,
        database: Callable[[], Engine] | None,
        problem_of: Callable[[SlantError], Problem],
        handlers: Mapping[str, Handler],
        threads: CapacityLimiter,
        *,
        waits: bool = False,
        news: News | None = None,
        takes: Taken = JSON_BODY,
        guard: Guard | None = None,
        token_in_body: bool = False,
        time_limit_s: float | None = None,
        told: Callable[[Problem], Answer] = Problem.answer,
    ) -> None:
        self._database = database
        self._problem_of = problem_of
        self._handlers = handlers
        self._threads = threads
        self._waits = waits
        self._news = news or _EachForItself()
        self._takes = takes
        self._guard = guard
        self._token_in_body = token_in_body
        self._time_limit_s = time_limit_s
        self._told = told
        self._allowed = ", ".join(sorted({*handlers, "OPTIONS"} | _head(handlers)))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            response = await self._response(request)
        except Gone:
            return
        if self._guard is not None:
            response.headers.update(self._guard.cors(request))
        if response.headers.get("connection") == "close":
            send = _discarding_before_the_end(receive, send)
        await response(scope, receive, send)

    async def _response(self, request: Request) -> Response:
        try:
            return await self._answer(request)
        except Problem as problem:
            return self._told(problem).response()
        except SlantError as error:
            return self._told(self._problem_of(error)).response()
        except Gone:
            raise
        except asyncio.CancelledError:
            # The server ends, and has waited for this request as long as it does. The one who asked
            # still waits, and uvicorn would answer with its own page and log a traceback.
            title = "The server is being stopped: ask again later."
            return self._told(Problem(503, "stopping", title, {"Retry-After": "30"})).response()
        except Exception as error:
            _LOGGER.error("A request failed: %s", _where(error))
            title = "Something went wrong on the server: try it again."
            return self._told(Problem(500, "failed", title)).response()

    async def _answer(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Answer(204, headers={"Allow": self._allowed}).response()
        handler = self._handlers.get("GET" if request.method == "HEAD" else request.method)
        if handler is None:
            title = "This address cannot be asked in this way."
            raise Problem(405, "method", title, {"Allow": self._allowed})
        if self._guard is None:
            return await self._read_and_handled(handler, request)
        self._guard.admit(request)
        if not self._token_in_body:
            self._guard.require(_token(request.headers.get("authorization", "")))
        with self._guard.place(request, self._takes.limit):
            return await self._read_and_handled(handler, request)

    async def _read_and_handled(self, handler: Handler, request: Request) -> Response:
        body = None
        if request.method in WITH_BODY:
            body = await read_body(request.headers, request.receive, self._takes)
        if self._time_limit_s is not None:
            return await self._watched(handler, request, body, self._time_limit_s)
        handled = partial(self._handled, handler, request, body, _nobody_left)
        until = current_time() + (_seconds(request.query_params.get("wait")) if self._waits else 0)
        while True:
            # Before the look: what happens while it is made is not to be missed.
            mark = self._news.mark()
            response = await to_thread.run_sync(handled, limiter=self._threads)
            left = 0 if is_told() else until - current_time()
            if response.status_code != 204 or left <= 0:
                return response
            await self._news.later(mark, left)

    async def _watched(
        self, handler: Handler, request: Request, body: bytes | None, seconds: float
    ) -> Response:
        """Handle a request that takes long, and notice meanwhile when nobody waits for it."""
        gone = threading.Event()
        until = time.monotonic() + seconds

        def waiting(_: int = 0) -> None:
            if gone.is_set():
                raise Gone
            if time.monotonic() > until:
                title = f"The server did not get to it in {seconds:.0f} seconds: ask again later."
                raise Problem(503, "too-busy", title, {"Retry-After": "30"})

        watching = asyncio.create_task(_note_leaving(request, gone))
        try:
            handled = partial(self._handled, handler, request, body, waiting)
            return await to_thread.run_sync(handled, limiter=self._threads)
        finally:
            watching.cancel()
            gone.set()

    def _handled(
        self,
        handler: Handler,
        request: Request,
        body: bytes | None,
        waiting: Callable[[int], None],
    ) -> Response:
        """Decode, handle and encode: all that may take long is done here, in a thread."""
        waiting(0)
        every: dict[str, list[str]] = {}
        for name, value in request.query_params.multi_items():
            every.setdefault(name, []).append(value)
        asked = Asked(
            self._database,
            {name: str(value) for name, value in request.path_params.items()},
            {name: values[-1] for name, values in every.items()},
            _token(request.headers.get("authorization", "")),
            None if body is None else self._takes.decode(body),
            request.method == "HEAD",
            {name: tuple(values) for name, values in every.items()},
            waiting,
        )
        return handler(asked).response()


def _discarding_before_the_end(receive: Receive, send: Send) -> Send:
    """Return a ``send`` that holds the line open behind the answer while the body still comes."""

    async def sending(message: Message) -> None:
        if message["type"] != "http.response.body":
            await send(message)
            return
        await send({**message, "more_body": True})
        await discard_rest(receive)
        await send({"type": "http.response.body", "body": b""})

    return sending


async def _note_leaving(request: Request, gone: threading.Event) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    gone.set()


def _seconds(given: str | None) -> float:
    """Return the time to wait that a query names, 0 if it names none."""
    digits = given or ""
    fits = digits.isascii() and digits.isdecimal() and len(digits) < 4
    return min(float(digits), LONGEST_WAIT_S) if fits else 0.0


def _head(handlers: Mapping[str, Handler]) -> set[str]:
    return {"HEAD"} if "GET" in handlers else set()


def _token(header: str) -> str:
    scheme, _, token = header.partition(" ")
    token = token.strip()
    fits = scheme.lower() == "bearer" and token.isascii() and len(token) <= LONGEST_TOKEN
    return token if fits else ""


def _where(error: BaseException) -> str:
    """Return the kind of an error and the places it went through, without what it says."""
    places = [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return " < ".join([type(error).__name__, *reversed(places)])
