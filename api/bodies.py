"""Bodies of requests: JSON of strangers, of limited size, taken strictly (RFC 8259, I-JSON)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any

from api.answers import Problem, malformed

LIMIT = 64 * 1024
"""Most bytes of a body of a class. A lesson's marks sent all at once have a tenth of it."""

TIME_LIMIT_S = 20.0
"""A body that is not there after this long is not waited for any further."""

MOST_DIGITS = 16
"""Digits of the largest number that a browser counts exactly (2 to the 53rd)."""

MOST_DISCARDED = 64 * 1024 * 1024
DISCARDING_S = 8.0
"""Bytes and seconds of a body that is refused before it is all there, and then read no further."""

Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]


class Gone(Exception):
    """The one who asked went away before all was said; there is nobody to answer."""


@dataclass(frozen=True)
class Taken:
    """What a resource takes as a body: at most ``limit`` bytes of one of ``media_types``, from
    which ``decode`` makes plain data or raises Problem. ``named`` completes “Send …” for what is of
    another type, ``less`` says what to do about a body that is too large.
    """

    limit: int
    media_types: frozenset[str]
    decode: Callable[[bytes], Any]
    named: str = "JSON, with the content type application/json"
    less: str = "send less at once"


async def read_body(headers: Mapping[str, str], receive: Receive, taken: Taken) -> bytes:
    """Return the body, piece by piece so that a large one is refused before it is all there.

    Raises Problem (415 for what is not of a type that is ``taken``, or compressed; 413 over its
    limit; 408 over ``TIME_LIMIT_S`` seconds) and Gone.
    """
    if headers.get("content-type", "").split(";")[0].strip().lower() not in taken.media_types:
        raise Problem(415, "media-type", f"Send {taken.named}.")
    if headers.get("content-encoding", "identity").strip().lower() != "identity":
        # What unpacks to more than it seems is refused with all that is packed.
        raise Problem(415, "compressed", "Send the request as it is, without Content-Encoding.")
    announced = headers.get("content-length", "")
    if announced.isdecimal() and (len(announced) > 12 or int(announced) > taken.limit):
        raise _too_large(taken, all_there=False)
    pieces = bytearray()
    try:
        async with asyncio.timeout(TIME_LIMIT_S):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise Gone
                pieces += message.get("body", b"")
                all_there = not message.get("more_body", False)
                if len(pieces) > taken.limit:
                    raise _too_large(taken, all_there)
                if all_there:
                    return bytes(pieces)
    except TimeoutError:
        raise Problem(408, "too-slow", "The request took too long: send it again.") from None


async def discard_rest(receive: Receive) -> None:
    """Read what is left of a body that was refused, and keep nothing of it.

    Most clients look for an answer only when they have sent all; if the line is closed before, the
    answer is lost and they report a broken line. Ends when all was sent, the other end has gone, or
    after ``MOST_DISCARDED`` bytes or ``DISCARDING_S`` seconds.
    """
    left = MOST_DISCARDED
    try:
        async with asyncio.timeout(DISCARDING_S):
            while left > 0:
                message = await receive()
                if not message.get("more_body", False):  # the last piece, or a disconnection
                    return
                left -= len(message.get("body", b""))
    except TimeoutError:
        return


def decoded(body: bytes) -> Any:
    """Return what the JSON in ``body`` says.

    Raises Problem for what is no JSON in UTF-8, names a key twice, holds NaN or Infinity, numbers
    of more than ``MOST_DIGITS`` digits, or is nested too deeply to be read.
    """
    try:
        return json.loads(
            body.decode("utf-8"),
            object_pairs_hook=_without_doubles,
            parse_constant=_refuse_constant,
            parse_int=_counted,
        )
    except UnicodeDecodeError:
        raise malformed("The request is not in UTF-8.") from None
    except json.JSONDecodeError:
        raise malformed("The request is not JSON.") from None
    except RecursionError:
        raise malformed("The request is nested too deeply.") from None


def fields(body: Any, needed: set[str], optional: set[str] = frozenset()) -> dict[str, Any]:  # type: ignore[assignment]
    """Return the object ``body`` if it has all of ``needed`` and else only ``optional`` keys.

    Raises Problem. A key that is not known is not repeated: it may be anything.
    """
    if not isinstance(body, dict):
        raise malformed("The request is not a JSON object.")
    if missing := sorted(needed - body.keys()):
        raise malformed(f"The request has no “{missing[0]}”.")
    if body.keys() - needed - optional:
        known = ", ".join(f"“{name}”" for name in sorted(needed | optional))
        raise malformed(f"The request has a part that is not known; there are {known}.")
    return body


JSON_MEDIA = frozenset({"application/json"})

JSON_BODY = Taken(LIMIT, JSON_MEDIA, decoded, less="send fewer marks at once")
"""What the routes of classes take."""


def _too_large(taken: Taken, all_there: bool) -> Problem:
    title = f"The request is larger than {_size(taken.limit)}: {taken.less}."
    # If the rest may not all be read, the connection cannot be used any further.
    return Problem(413, "too-large", title, {} if all_there else {"Connection": "close"})


def _size(limit: int) -> str:
    if limit < 1024:
        return f"{limit} bytes"
    return f"{limit // 1024} KB" if limit < 1_000_000 else f"{limit // 1_000_000} MB"


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise malformed("The request has a part twice.")
    return found


def _refuse_constant(_: str) -> Any:
    raise malformed("The request has a number that is not one.")


def _counted(digits: str) -> int:
    if len(digits.lstrip("-")) > MOST_DIGITS:
        raise malformed("The request has a number that is too large.")
    return int(digits)
