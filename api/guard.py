"""Who may ask the API: pages of which origins, with which token, how often, how many at once.

The routes of classes are not guarded: pupils have no token, and the word of their class instead.

A page of a stranger that somebody has open must not reach a Slant on the same machine. Browsers
send the page's origin with every request that could do so; it has to be allowed in the settings, or
to be the server's own address. A name is no proof of that, as a stranger may have it resolved to
any address (DNS rebinding), so only numbers and ``localhost`` count as the server's own.
"""

from __future__ import annotations

import hmac
import ipaddress
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.requests import Request

from api.answers import Problem
from api.settings import EVERY_ORIGIN, Rate, Settings

if TYPE_CHECKING:
    from limits.storage import MemoryStorage
    from limits.strategies import SlidingWindowCounterRateLimiter

MOST_AT_ONCE = 48
"""Requests that are read, wait or are worked on at a time; three quarters of the queue's places."""

MOST_OF_ONE = 32
"""Requests of one client among them: one that opens many lines and then says nothing, or little,
leaves a third of the places to others, and of the bytes."""

MOST_BYTES = 256 * 1024 * 1024
"""Most bytes that all these requests together may have: 48 of one article each, a dozen of five."""

MOST_CLIENTS = 10_000
"""Clients whose requests are counted apart; others share one count, so that memory is bounded."""

BUSY_RETRY_S = 10

_OTHERS = "others"


class Guard:
    """Applies the ``settings`` to requests."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._rate = None if settings.rate is None else _Rate(settings.rate)
        # By client: how many requests are held, and how many bytes these may have.
        self._held: Counter[str] = Counter()
        self._held_bytes: Counter[str] = Counter()

    def admit(self, request: Request) -> None:
        """Raise Problem unless the API is on (404), the request's origin may ask (403) and its
        client has not asked too often (429). The token is not looked at."""
        if not self.settings.on:
            raise Problem(404, "switched-off", "The API of this server is switched off.")
        origin = request.headers.get("origin")
        if origin is not None and not self._may_ask(origin, request.headers.get("host", "")):
            title = "Pages of this origin may not use this server: whoever runs it can allow them."
            raise Problem(403, "foreign-origin", title)
        if self._rate is not None:
            self._rate.count(_client(request))

    def require(self, token: str) -> None:
        """Raise Problem (401) if a token is needed and this is not the one."""
        needed = self.settings.token
        if needed and not hmac.compare_digest(needed.encode(), token.encode("utf-8", "replace")):
            title = "A token is needed: send the header Authorization: Bearer TOKEN."
            if token:
                title = "The token is not the one of this server."
            raise Problem(401, "token", title, {"WWW-Authenticate": 'Bearer realm="Slant"'})

    def cors(self, request: Request) -> dict[str, str]:
        """Return the headers that let a page of an allowed origin read the answer, else none."""
        origin = request.headers.get("origin")
        if not self.settings.on or origin is None or not self._is_allowed(origin):
            return {"Vary": "Origin"} if self.settings.origins else {}
        headers = {
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Expose-Headers": "Retry-After",
            "Vary": "Origin",
        }
        if request.method == "OPTIONS":
            headers |= {
                "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS, POST",
                "Access-Control-Allow-Headers": "Authorization, Content-Type",
                "Access-Control-Max-Age": "600",
            }
            if request.headers.get("access-control-request-private-network") == "true":
                # Chrome asks so before a page of the web reaches into a network of one's own.
                headers["Access-Control-Allow-Private-Network"] = "true"
        return headers

    @contextmanager
    def place(self, request: Request, most_bytes: int = 0) -> Iterator[None]:
        """Hold a place for a request of at most so many bytes as long as this is open; raises
        Problem (503) if there are ``MOST_AT_ONCE`` requests, or ``MOST_BYTES``, already, or two
        thirds of them of this client.

        For the thread of the event loop only.
        """
        client = _client(request)
        of_one = MOST_BYTES * MOST_OF_ONE // MOST_AT_ONCE
        if (
            self._held.total() >= MOST_AT_ONCE
            or self._held[client] >= MOST_OF_ONE
            or self._held_bytes.total() + most_bytes > MOST_BYTES
            or self._held_bytes[client] + most_bytes > of_one
        ):
            title = "The server has as many requests as it takes at a time: ask again in a moment."
            raise Problem(503, "busy", title, {"Retry-After": str(BUSY_RETRY_S)})
        self._held[client] += 1
        self._held_bytes[client] += most_bytes
        try:
            yield
        finally:
            self._held[client] -= 1
            self._held_bytes[client] -= most_bytes
            if not self._held[client]:
                del self._held[client], self._held_bytes[client]

    def _may_ask(self, origin: str, host: str) -> bool:
        return self._is_allowed(origin) or _is_own(origin, host)

    def _is_allowed(self, origin: str) -> bool:
        given = origin.lower()
        scheme, _, _ = given.partition("://")
        allowed = self.settings.origins
        return EVERY_ORIGIN in allowed or given in allowed or f"{scheme}://*" in allowed


class _Rate:
    """How often clients have asked, with a library that counts in windows that slide.

    It is imported with the first request. It keeps two numbers a client, not the time of each
    request, so that it is small whoever asks.
    """

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._made: tuple[MemoryStorage, SlidingWindowCounterRateLimiter] | None = None
        self._asked: dict[str, float] = {}

    def count(self, client: str) -> None:
        """Count a request of ``client``; raises Problem (429) if it is one too many."""
        storage, limiter = self._made = self._made or _limiter()
        from limits import RateLimitItemPerSecond

        item = RateLimitItemPerSecond(self._rate.amount, self._rate.seconds)
        key = self._counted_as(client)
        if limiter.hit(item, key):
            return
        before, before_left, now, now_left = storage.get_sliding_window(
            item.key_for(key), self._rate.seconds
        )
        # The storage keeps a window for one more: what is left of it is less by that.
        left = now_left - self._rate.seconds
        seconds = seconds_until(self._rate, before, before_left, now, left)
        after = "a second" if seconds == 1 else f"{seconds} seconds"
        title = f"Too many requests: ask again in {after}."
        raise Problem(429, "too-often", title, {"Retry-After": str(seconds)})

    def _counted_as(self, client: str) -> str:
        """Return the name under which a client is counted: its own, as long as there is room."""
        now = time.time()
        if client not in self._asked and len(self._asked) >= MOST_CLIENTS:
            # Counts are gone after two windows, so those clients may be forgotten.
            since = now - 2 * self._rate.seconds
            self._asked = {one: asked for one, asked in self._asked.items() if asked > since}
            if len(self._asked) >= MOST_CLIENTS:
                return _OTHERS
        self._asked[client] = now
        return client


def seconds_until(rate: Rate, before: int, before_left: float, now: int, now_left: float) -> int:
    """Return after how many whole seconds a client that has asked too often may ask once more.

    ``before`` requests came in the window that slides out, of which ``before_left`` seconds still
    count, and ``now`` in the present one, which ends in ``now_left`` seconds. A request is taken as
    long as ``before · before_left / seconds + now`` is less than the rate's amount.
    """
    if now < rate.amount and before:
        until = before_left - (rate.amount - now) * rate.seconds / before
        if until < now_left:
            return _next_second(until)
    # In the next window the present one slides out.
    return _next_second(now_left + rate.seconds * max(1 - rate.amount / max(now, 1), 0))


def _next_second(seconds: float) -> int:
    """Return the first whole second after ``seconds``, which are exact to a thousandth: the clock
    has that many digits."""
    return max(int(seconds + 0.001) + 1, 1)


def _limiter() -> tuple[MemoryStorage, SlidingWindowCounterRateLimiter]:
    from limits.storage import MemoryStorage
    from limits.strategies import SlidingWindowCounterRateLimiter

    storage = MemoryStorage()
    return storage, SlidingWindowCounterRateLimiter(storage)


def _client(request: Request) -> str:
    """Return whose requests are counted together: an address, or a network of IPv6.

    Behind a proxy it is what the server makes of the proxy's headers (uvicorn: those of
    ``FORWARDED_ALLOW_IPS``, by default of the same machine).
    """
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host[:64]
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:  # how a socket for both kinds shows IPv4
        return str(address.ipv4_mapped)
    # Whoever has one address of IPv6 mostly has the 64 bits behind the network's (RFC 6177).
    return str(ipaddress.ip_network((int(address), 64), strict=False))


def _is_own(origin: str, host: str) -> bool:
    """Return whether a page of ``origin`` comes from the server that is asked as ``host``, and is
    there under an address that nobody else can have resolved."""
    try:
        parts = urlsplit(origin)
        name = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or parts.netloc.lower() != host.lower():
        return False
    if name == "localhost":
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
