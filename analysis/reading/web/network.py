"""From a web address to a server's answer, by way of no IP address that was not checked.

HTTP is spoken by httpcore2, because its network backend is a public seam: the socket that is
connected to the checked address is handed in, while the Host header, the TLS server name and the
certificate check stay with the name in the address; and it follows no redirect, unpacks nothing
and asks no proxy variable by itself.
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
from analysis.reading.web.urls import Url, shown

SECONDS = 10.0
"""For one page and everything on the way to it: look-ups, robots.txt, redirects."""

USER_AGENT = "Slant (reads one article for a person who gave its address)"

TRY_LATER = "try again later, or paste the text instead"
"""What to do about a site that fails now."""

_HEADERS = (
    ("User-Agent", USER_AGENT),
    ("Accept", "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9"),
    ("Accept-Language", "en"),
    (
        "Accept-Encoding",
        "gzip",
    ),  # the one that analysis.reading.web.compression unpacks piece by piece
    ("Connection", "close"),
)
_ADDRESSES_TRIED = 4  # of one host, so that each gets a fair part of the time


def resolve(host: str) -> list[str]:
    """Ask the system for the IP addresses of ``host``; raises OSError where it has none."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def connect(address: IPAddress, port: int, seconds: float) -> socket.socket:
    """Open a TCP connection to exactly ``address``; raises OSError."""
    family = socket.AF_INET6 if isinstance(address, IPv6Address) else socket.AF_INET
    connection = socket.socket(family, socket.SOCK_STREAM)
    try:
        connection.settimeout(seconds)
        connection.connect((str(address), port))
    except BaseException:  # whatever ends it, an interrupt too, the socket may not stay open
        connection.close()
        raise
    return connection


@cache
def system_tls() -> ssl.SSLContext:
    """TLS with the system's certificate authorities; checks certificates and host names."""
    return httpcore2.default_ssl_context()


@dataclass(frozen=True)
class Network:
    """What is around the fetching: name look-up, connections, trust, time and memory.

    Every address that ``resolve`` gives passes ``addresses.is_public`` before ``connect`` is asked
    for it; nothing here can switch that off.
    """

    resolve: Callable[[str], Iterable[str]] = resolve
    connect: Callable[[IPAddress, int, float], socket.socket] = connect
    tls: Callable[[], ssl.SSLContext] = system_tls
    robots: RobotsCache = field(default_factory=RobotsCache)
    seconds: float = SECONDS


class Visit:
    """One fetch: everything in it shares one time limit, and looks each name up once."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._deadline = _Deadline(network.seconds)
        self._checked: dict[str, tuple[IPAddress, ...]] = {}

    @contextmanager
    def answer(self, url: Url) -> Iterator[httpcore2.Response]:
        """Ask for ``url``; the body is still to be read, inside the ``with`` block.

        Raises RefusedAddress where an address of the host isn't public, CannotFetch where the host
        cannot be found or reached, has a bad certificate, speaks no HTTP, or is too slow, in
        reading the body too.
        """
        name = shown(url.origin)
        try:
            addresses = self._addresses(url)
            origin = httpcore2.Origin(url.scheme.encode(), url.host.encode(), url.port)
            target = httpcore2.URL(
                scheme=url.scheme, host=url.host, port=url.port, target=url.target
            )
            backend = _Backend(addresses, self._network.connect, self._deadline)
            tls = self._network.tls() if url.scheme == "https" else None
            headers = [("Host", url.authority), *_HEADERS]
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
        """The addresses of the host, all of them public."""
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
    """A point in time, asked before each wait; raises TimeoutError once it is past."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def remaining(self) -> float:
        seconds = self._end - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds


def _in_time(look_up: Callable[[], list[str]], deadline: _Deadline) -> list[str]:
    """The system's look-up takes no time limit, so it runs in a thread that may be left behind."""
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
    """Connects to the given addresses, whatever name is asked for."""

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
    """A socket of which every wait ends at the deadline; a server that drips gains nothing."""

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
