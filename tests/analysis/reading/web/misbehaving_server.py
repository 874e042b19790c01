"""A web server on 127.0.0.1 that misbehaves as it is told, path by path.

It speaks raw sockets, because the servers of the standard library are too well-behaved to lie
about lengths or to send headers byte by byte.
"""

import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, repeat

Behaviour = Callable[[], Iterator[bytes]]
"""What is sent, piece by piece; the connection is closed at its end."""

PAUSE = 0.02  # seconds between the bytes of a drip


@dataclass(frozen=True)
class Asked:
    """A request as it came: its target, and its headers by lower-case name."""

    target: str
    headers: Mapping[str, str]


@dataclass
class MisbehavingServer:
    """Serve ``routes`` while entered; paths without one get 404, and so does /robots.txt."""

    tls: ssl.SSLContext | None = None
    routes: dict[str, Behaviour] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def __enter__(self) -> "MisbehavingServer":
        self._closing = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._threads: list[threading.Thread] = []
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        # Wakes the thread that waits for the next connection; closing alone would not.
        with socket.create_connection(("127.0.0.1", self.port)):
            pass
        for thread in self._threads:
            thread.join(10)
        self._listener.close()

    @property
    def targets(self) -> list[str]:
        """What was asked for, in order, without the robots.txt."""
        return [one.target for one in self.asked if one.target != "/robots.txt"]

    def _start(self, run: Callable[[], None]) -> None:
        thread = threading.Thread(target=run, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._closing.is_set():
            connection, _ = self._listener.accept()
            self._start(lambda connection=connection: self._serve(connection))

    def _serve(self, connection: socket.socket) -> None:
        connection.settimeout(10)
        try:
            if self.tls is not None:
                connection = self.tls.wrap_socket(connection, server_side=True)
            with connection, connection.makefile("rb") as stream:
                request = self._read(stream)
                if request is None:
                    return
                self.asked.append(request)
                behaviour = self.routes.get(request.target, answer(404))
                for piece in behaviour():
                    if len(piece) == 1 and self._closing.wait(PAUSE):
                        return
                    connection.sendall(piece)
        except OSError:  # the client had enough, as it should
            connection.close()

    @staticmethod
    def _read(stream: "socket.SocketIO") -> Asked | None:
        first = stream.readline().decode("latin-1").split()
        headers = {}
        while line := stream.readline().decode("latin-1").strip():
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        return Asked(first[1], headers) if first else None


def answer(status: int = 200, body: bytes = b"", **headers: str) -> Behaviour:
    """A well-formed answer; header names are given with ``_`` for ``-``."""
    fields = {"content_length": str(len(body))} | headers
    return raw(head(status, **fields), body)


def page(body: bytes = b"<p>The mayor spoke.</p>", content_type: str = "text/html") -> Behaviour:
    return answer(200, body, content_type=content_type)


def packed(content: bytes, encoding: str = "gzip") -> Behaviour:
    """A web page packed with gzip; many equal bytes make a bomb, sent as a thousandth of them."""
    body = gzip.compress(content)
    return answer(200, body, content_type="text/html", content_encoding=encoding)


def redirect(location: str, status: int = 302) -> Behaviour:
    return answer(status, location=location)


def raw(*pieces: bytes) -> Behaviour:
    """Exactly these bytes."""
    return lambda: iter(pieces)


def drip(beginning: bytes, byte: bytes = b"a") -> Behaviour:
    """A beginning, then one byte after the other for half a minute, longer than any test waits."""
    return lambda: chain([beginning], repeat(byte, round(30 / PAUSE)))


def endless(beginning: bytes, piece: bytes) -> Behaviour:
    """A beginning, then the same piece as fast as it goes, without end."""
    return lambda: chain([beginning], repeat(piece))


def head(status: int = 200, **headers: str) -> bytes:
    """Status line and headers, with the empty line after them."""
    lines = [f"HTTP/1.1 {status} Whatever"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")
