"""The internet of the tests: names, addresses, and one local server at which all connections end.

It stands in for the real one at one place only, where the product asks for a connection to an
address that it checked. Which addresses and ports are allowed is the product's own code.
"""

import socket
from dataclasses import dataclass, field

import pytest
from hypothesis import strategies as st

from analysis.errors import CannotFetch
from analysis.reading.web.addresses import IPAddress
from analysis.reading.web.fetching import Fetched, fetch_through
from analysis.reading.web.network import Network
from tests.analysis.reading.web.misbehaving_server import Behaviour, MisbehavingServer

PUBLIC = "93.184.215.14"
OTHER_PUBLIC = "151.101.0.81"
URL = "http://news.example/a"


@dataclass
class Internet:
    """All names lead to ``PUBLIC`` where ``names`` says nothing else."""

    server: MisbehavingServer = field(default_factory=MisbehavingServer)
    names: dict[str, list[str]] = field(default_factory=dict)
    looked_up: list[str] = field(default_factory=list)
    connected: list[tuple[str, int]] = field(default_factory=list)

    def __enter__(self) -> "Internet":
        self.server.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.__exit__()

    def serve(self, behaviour: Behaviour, path: str = "/a") -> None:
        self.server.routes[path] = behaviour

    def resolve(self, host: str) -> list[str]:
        self.looked_up.append(host)
        return self.names.get(host, [PUBLIC])

    def connect(self, address: IPAddress, port: int, seconds: float) -> socket.socket:
        self.connected.append((str(address), port))
        return socket.create_connection(("127.0.0.1", self.server.port), seconds)

    def network(self, seconds: float = 10) -> Network:
        return Network(resolve=self.resolve, connect=self.connect, seconds=seconds)

    def fetch(self, url: str = URL, seconds: float = 10) -> Fetched:
        return fetch_through(url, self.network(seconds))

    def refuses(self, url: str = URL, seconds: float = 10) -> CannotFetch:
        """The error with which ``url`` is not fetched."""
        with pytest.raises(CannotFetch) as caught:
            self.fetch(url, seconds)
        assert caught.value.message.isprintable()
        assert caught.value.message.endswith(".")
        return caught.value


HOSTS = st.sampled_from(
    ["n.example", "[::1]", "127.0.0.1", "0x7f.1", "ä.example", "[fe80::1%25e]", "a@b", "１.1", "."]
)
URLS = st.text(max_size=60) | st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["http://", "https://", "HTTP://", "http:", "ftp://", "//"]),
    st.sampled_from(["", "", "", "a@", "a:b@", "\\", "@"]),
    HOSTS | st.text(max_size=12),
    st.sampled_from(["", "", ":80", ":443", ":8080", ":", ":x", ":80:"]),
    st.sampled_from(["", "/"]) | st.text(max_size=20),
)
"""Anything, more often something like a web address."""
