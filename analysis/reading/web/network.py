"""HTTP requests that connect only to IP addresses that were checked to be public.

httpcore2 is used because its network backend can be replaced through its public API: the socket is
connected to the checked address, while the Host header, the TLS server name and the certificate
check use the host name of the URL. By itself it follows no redirects, decompresses nothing and
reads no proxy variables.
"""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from ipaddress import IPv6Address, ip_address

import httpcore2

from analysis.errors import CannotFetch, RefusedAddress
from analysis.reading.web.addresses import IPAddress, is_public
from analysis.reading.web.robots import RobotsCache
from analysis.reading.web.urls import Url, display_form

FETCH_SECONDS = 10.0
"""Time limit for one page, including name look-ups, robots.txt and redirects."""

USER_AGENT = "Slant (reads one article for a person who gave its address)"
"""The User-Agent header of all requests."""

TRY_LATER = "try again later, or paste the text instead"
"""Advice in the message about a temporary failure."""

_HEADERS = (
    ("User-Agent", USER_AGENT),
    ("Accept", "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9"),
    ("Accept-Language", "en"),
    ("Accept-Encoding", "gzip"),  # the only encoding that ``compression`` reads
    ("Connection", "close"),
)
_ADDRESSES_TRIED = 4  # of one host, so that each gets enough of the remaining time


def resolve(host: str) -> list[str]:
    """Return the IP addresses of ``host`` from the system's resolver; raises OSError if it has
    none."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def connect(address: IPAddress, port: int, seconds: float) -> socket.socket:
    """Open a TCP connection to exactly ``address``; raises OSError."""
    family = socket.AF_INET6 if isinstance(address, IPv6Address) else socket.AF_INET
    connection = socket.socket(family, socket.SOCK_STREAM)
    try:
        connection.settimeout(seconds)
        connection.connect((str(address), port))
    except BaseException:  # also on KeyboardInterrupt, the socket must be closed
        connection.close()
        raise
    return connection


@cache
def system_tls() -> ssl.SSLContext:
    """Return the TLS context: the system's certificate authorities, host names checked."""
    return httpcore2.default_ssl_context()


def _at_once(host: str) -> None:
    """The pace at which the few pages are fetched whose addresses a person gave."""


@dataclass(frozen=True)
class Network:
    """The parts of fetching that tests replace: name look-up, connections, TLS, robots.txt cache
    and the time limit in seconds. ``pace`` is called with the host before each request, and may
    wait; its waiting counts towards the limit.

    Every address from ``resolve`` must pass ``addresses.is_public`` before ``connect`` is called;
    no field here can switch that check off.
    """

    resolve: Callable[[str], Iterable[str]] = resolve
    connect: Callable[[IPAddress, int, float], socket.socket] = connect
    tls: Callable[[], ssl.SSLContext] = system_tls
    robots: RobotsCache = field(default_factory=RobotsCache)
    seconds: float = FETCH_SECONDS
    pace: Callable[[str], object] = _at_once


class Visit:
    """The requests of one fetch: they share one time limit and look up each host once."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._deadline = _Deadline(network.seconds)
        self._checked: dict[str, tuple[IPAddress, ...]] = {}

    @contextmanager
    def answer(self, url: Url) -> Iterator[httpcore2.Response]:
        """Request ``url``; read the body of the response inside the ``with`` block.

        Raises RefusedAddress if an address of the host is not public, CannotFetch if the host
        cannot be found or reached, has no valid certificate, does not answer in HTTP, or is too
        slow; the time limit includes reading the body.
        """
        name = display_form(url.origin)
        try:
            addresses = self._addresses(url)
            origin = httpcore2.Origin(url.scheme.encode(), url.host.encode(), url.port)
            target = httpcore2.URL(
                scheme=url.scheme, host=url.host, port=url.port, target=url.target
            )
            backend = _Backend(addresses, self._network.connect, self._deadline)
            tls = self._network.tls() if url.scheme == "https" else None
            headers = [("Host", url.authority), *_HEADERS]
            self._network.pace(url.host)
            with (
                httpcore2.HTTPConnection(origin, tls, network_backend=backend) as connection,
                connection.stream("GET", target, headers=headers) as response,
            ):
                yield response
        except TimeoutError:
            reason = f"did not send the whole page within {self._network.seconds:g} seconds"
            raise CannotFetch(name, reason, TRY_LATER) from None
        except socket.gaierror:
            advice = "check the address and the connection, or paste the text instead"
            raise CannotFetch(name, "cannot be found by that name", advice) from None
        except ssl.SSLCertVerificationError as error:
            reason = f"has no valid certificate ({error.verify_message.rstrip('.')})"
            raise CannotFetch(name, reason) from None
        except ssl.SSLError:
            raise CannotFetch(name, "cannot be reached over a secure connection") from None
        except OSError as error:
            reason = f"cannot be reached ({error.strerror or 'the connection broke off'})"
            raise CannotFetch(name, reason, TRY_LATER) from None
        except httpcore2.ProtocolError:
            reason = "broke off or sent something else than a web page"
            raise CannotFetch(name, reason, TRY_LATER) from None

    def _addresses(self, url: Url) -> tuple[IPAddress, ...]:
        """Return the host's addresses after checking that all are public."""
        if url.host not in self._checked:
            if url.address is not None:
                addresses: tuple[IPAddress, ...] = (url.address,)
            else:
                texts = _in_time(lambda: list(self._network.resolve(url.host)), self._deadline)
                addresses = tuple(map(ip_address, texts))
            if not addresses:
                raise socket.gaierror
            if not all(map(is_public, addresses)):
                raise RefusedAddress(url.host)
            self._checked[url.host] = addresses
        return self._checked[url.host]


class _Deadline:
    """The time limit of one fetch; ``remaining`` raises TimeoutError once it has passed."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def remaining(self) -> float:
        seconds = self._end - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds


def _in_time(look_up: Callable[[], list[str]], deadline: _Deadline) -> list[str]:
    """Call ``look_up`` in a thread, abandoned at the deadline: the system's resolver has no
    timeout."""
    answers: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

    def run() -> None:
        try:
            answers.put(look_up())
        except Exception as error:
            answers.put(error)

    threading.Thread(target=run, name="name look-up", daemon=True).start()
    try:
        answer = answers.get(timeout=deadline.remaining())
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(answer, Exception):
        raise answer
    return answer


class _Backend(httpcore2.NetworkBackend):
    """Connects to the checked addresses and ignores the host name passed by httpcore2."""

    def __init__(
        self,
        addresses: tuple[IPAddress, ...],
        connect: Callable[[IPAddress, int, float], socket.socket],
        deadline: _Deadline,
    ) -> None:
        self._addresses = addresses[:_ADDRESSES_TRIED]
        self._connect = connect
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        left = len(self._addresses)
        while True:
            address = self._addresses[-left]
            try:
                seconds = self._deadline.remaining() / left
                return _Stream(self._connect(address, port, seconds), self._deadline)
            except OSError:
                left -= 1
                if not left:
                    raise


class _Stream(httpcore2.NetworkStream):
    """A socket whose every wait ends at the deadline, so that slow servers cannot extend it."""

    def __init__(self, connection: socket.socket, deadline: _Deadline) -> None:
        self._connection = connection
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self._connection.settimeout(self._deadline.remaining())
        return self._connection.recv(max_bytes)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._connection.settimeout(self._deadline.remaining())
        self._connection.sendall(buffer)

    def close(self) -> None:
        self._connection.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        try:
            self._connection.settimeout(self._deadline.remaining())
            secured = ssl_context.wrap_socket(self._connection, server_hostname=server_hostname)
        except BaseException:  # as in connect
            self.close()
            raise
        return _Stream(secured, self._deadline)
