"""A resource of the API: from a request to plain data, and from what is answered to a response."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anyio import CapacityLimiter, current_time, sleep, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from analysis.errors import SlantError
from api.answers import Answer, Problem
from api.bodies import Gone, decoded, read_body

if TYPE_CHECKING:
    from sqlalchemy import Engine

WITH_BODY = {"POST", "PUT"}

LONGEST_TOKEN = 200

LONGEST_WAIT_S = 8.0
"""Longest time for which an answer is held back until there is something new. A phone that asks
once in that time, instead of once a second, takes an eighth of the data and hears of a change at
once. A server that ends waits for its last answers, so it is no longer."""

CHECK_S = 0.4
"""Time between two looks for something new; each takes about 0.4 ms."""

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True)
class Asked:
    """A request as data.

    ``path`` and ``query`` are its parameters, as text; ``token`` is the one that came as
    ``Authorization: Bearer TOKEN``, empty where none did; ``body`` is decoded JSON of any form,
    None for a method without a body. ``only_looking`` says that the answer is not read (HEAD).
    """

    engine: Engine
    path: Mapping[str, str]
    query: Mapping[str, str]
    token: str = ""
    body: Any = None
    only_looking: bool = False


Handler = Callable[[Asked], Answer]


class Resource:
    """An ASGI app that gives each method of a resource to its handler, in a thread.

    ``engine`` gives the database; ``problem_of`` says what an error of the program's own means to
    the one who asked; ``threads`` is how many requests are handled at once. Handlers raise Problem.
    Whatever else one raises is answered as a problem 500, and logged without its message, which may
    hold what was sent.

    A resource that ``waits`` holds back an answer without content (204) for the seconds that the
    query's ``wait`` names, at most ``LONGEST_WAIT_S``, and answers as soon as there is another.
    """

    def __init__(
        self,
        engine: Callable[[], Engine],
        problem_of: Callable[[SlantError], Problem],
        handlers: Mapping[str, Handler],
        threads: CapacityLimiter,
        *,
        waits: bool = False,
    ) -> None:
        self._engine = engine
        self._problem_of = problem_of
        self._handlers = handlers
        self._threads = threads
        self._waits = waits
        self._allowed = ", ".join(sorted({*handlers, "OPTIONS"} | _head(handlers)))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            response = await self._response(Request(scope, receive))
        except Gone:
            return
        await response(scope, receive, send)

    async def _response(self, request: Request) -> Response:
        try:
            return (await self._answer(request)).response()
        except Problem as problem:
            return problem.answer().response()
        except SlantError as error:
            return self._problem_of(error).answer().response()
        except Gone:
            raise
        except Exception as error:
            _LOGGER.error("A request failed: %s", _where(error))
            title = "Something went wrong on the server: try it again."
            return Problem(500, "failed", title).answer().response()

    async def _answer(self, request: Request) -> Answer:
        if request.method == "OPTIONS":
            return Answer(204, headers={"Allow": self._allowed})
        looking = request.method == "HEAD"
        handler = self._handlers.get("GET" if looking else request.method)
        if handler is None:
            title = "This address cannot be asked in this way."
            raise Problem(405, "method", title, {"Allow": self._allowed})
        body = None
        if request.method in WITH_BODY:
            body = decoded(await read_body(request.headers, request.receive))
        handled = partial(self._handled, handler, request, body, looking)
        until = current_time() + (_seconds(request.query_params.get("wait")) if self._waits else 0)
        while True:
            answer = await to_thread.run_sync(handled, limiter=self._threads)
            if answer.status != 204 or current_time() >= until:
                return answer
            await sleep(CHECK_S)

    def _handled(self, handler: Handler, request: Request, body: Any, looking: bool) -> Answer:
        # The query is a multi-dictionary: the last of several values counts.
        query = dict(request.query_params.multi_items())
        token = _token(request.headers.get("authorization", ""))
        path = {name: str(value) for name, value in request.path_params.items()}
        return handler(Asked(self._engine(), path, query, token, body, looking))


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
