"""Where connections go, how long they may take, and to whom they are secure."""

import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from ipaddress import IPv4Address
from pathlib import Path

import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import BadAddress, CannotFetch, RefusedAddress, SlantError
from analysis.reading.web.addresses import IPAddress
from analysis.reading.web.fetching import fetch_through
from analysis.reading.web.network import Network, connect, resolve
from tests.analysis.reading.web.internet import OTHER_PUBLIC, PUBLIC, URL, URLS, Internet
from tests.analysis.reading.web.misbehaving_server import (
    Behaviour,
    MisbehavingServer,
    drip,
    endless,
    head,
    page,
    raw,
    redirect,
)

HTML_HEAD = head(content_type="text/html")


@pytest.fixture
def internet() -> Iterator[Internet]:
    with Internet() as running:
        yield running


PRIVATE = [
    *("127.0.0.1", "10.0.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1"),
    *("::1", "::ffff:10.0.0.1", "fe80::1%eth0", "64:ff9b::7f00:1", "2002:7f00:1::"),
]


@pytest.mark.parametrize("address", PRIVATE)
@pytest.mark.parametrize("others", [[], [PUBLIC], [OTHER_PUBLIC, PUBLIC]])
def test_names_that_lead_inside(address: str, others: list[str], internet: Internet) -> None:
    internet.names["intra.example"] = [*others, address]
    error = internet.refuses("http://intra.example/a")
    assert isinstance(error, RefusedAddress)
    assert error.message == ("intra.example is not on the public internet: paste the text instead.")
    assert internet.connected == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[::]", "192.168.1.1", "１２７.0.0.1",
             "127.0.0.1.", "[64:ff9b::10.0.0.1]", "[fd00::1]"],
)  # fmt: skip
def test_addresses_inside_as_host(host: str, internet: Internet) -> None:
    assert isinstance(internet.refuses(f"http://{host}/a"), RefusedAddress)
    assert internet.looked_up == internet.connected == []


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::1%25lo]"])
def test_odd_forms_of_addresses_as_host(host: str, internet: Internet) -> None:
    assert isinstance(internet.refuses(f"http://{host}/a"), BadAddress)
    assert internet.looked_up == internet.connected == []


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://news.example/a", "http://news.example:8501/a",
     "https://user:secret@news.example/", "gopher://127.0.0.1:6379/_x", "news", ""],
)  # fmt: skip
def test_addresses_that_are_never_fetched(url: str, internet: Internet) -> None:
    error = internet.refuses(url)
    assert isinstance(error, BadAddress)
    assert "secret" not in error.message
    assert internet.looked_up == internet.connected == []


def test_a_name_is_looked_up_once(internet: Internet) -> None:
    """DNS rebinding: the first answer is public and the second is not."""
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    asked = []

    def rebind(host: str) -> list[str]:
        asked.append(host)
        return next(answers)

    internet.serve(redirect("/b"))
    internet.serve(page(), "/b")
    network = Network(resolve=rebind, connect=internet.connect)
    assert fetch_through(URL, network).url == "http://news.example/b"
    assert asked == ["news.example"]
    assert internet.connected == [(PUBLIC, 80)] * 3


def test_the_next_address_is_tried_where_one_fails(internet: Internet) -> None:
    internet.names["news.example"] = [OTHER_PUBLIC, PUBLIC]
    internet.serve(page())
    allowed: list[float] = []

    def connect_to_the_second(address: IPAddress, port: int, seconds: float) -> socket.socket:
        allowed.append(seconds)
        if str(address) == OTHER_PUBLIC:
            raise ConnectionRefusedError(111, "Connection refused")
        return internet.connect(address, port, seconds)

    network = Network(resolve=internet.resolve, connect=connect_to_the_second, seconds=10)
    assert fetch_through(URL, network).content_type == "text/html"
    assert set(internet.connected) == {(PUBLIC, 80)}
    assert allowed[0] <= 5  # half of the time is left for the second address
    assert all(0 < seconds <= 10 for seconds in allowed)


def test_the_real_connection_goes_to_the_address(internet: Internet) -> None:
    port = internet.server.port
    with connect(IPv4Address("127.0.0.1"), port, 5) as connection:
        assert connection.getpeername() == ("127.0.0.1", port)


def test_the_real_look_up_knows_this_machine() -> None:
    assert set(resolve("localhost")) <= {"127.0.0.1", "::1"}


@given(URLS, st.sampled_from([*PRIVATE, PUBLIC, "2606:4700::1"]))
def test_any_string_is_refused_or_goes_to_a_public_server(url: str, address: str) -> None:
    connected: list[tuple[IPAddress, int]] = []

    def refuse(target: IPAddress, port: int, seconds: float) -> socket.socket:
        connected.append((target, port))
        raise ConnectionRefusedError

    network = Network(resolve=lambda host: [address], connect=refuse)
    with pytest.raises(SlantError) as caught:
        fetch_through(url, network)
    assert caught.value.message.isprintable()
    for target, port in connected:
        assert target.is_global
        assert port in (80, 443)


def test_no_setting_changes_what_is_allowed() -> None:
    """The only variable of the environment that the product reads here is the off switch."""
    web = Path(__file__).parents[4] / "analysis" / "reading" / "web"
    sources = {path.stem: path.read_text(encoding="utf-8") for path in web.glob("*.py")}
    assert {"fetching", "network", "addresses", "pages"} <= sources.keys()
    assert [name for name, source in sources.items() if "os.environ" in source] == ["fetch_switch"]
    assert sources["fetch_switch"].count("os.environ") == 1


# Too slow, or not there


@pytest.mark.parametrize(
    "behaviour",
    [
        drip(HTML_HEAD),
        drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-A: "),
        drip(b""),
        drip(b"HTTP/1.1 ", b"2"),
        drip(head(content_type="text/html", transfer_encoding="chunked"), b"0"),
        endless(b"", b"HTTP/1.1 102 Processing\r\n\r\n"),
        drip(head(302, location="/b", content_length="10")),
    ],
    ids=["body", "header", "nothing", "status", "chunk", "informational", "after a redirect"],
)
def test_too_slow(behaviour: Behaviour, internet: Internet) -> None:
    internet.serve(behaviour)
    internet.serve(drip(HTML_HEAD), "/b")
    error = internet.refuses(seconds=0.5)
    assert error.message == (
        "http://news.example did not send the whole page within 0.5 seconds: "
        "try again later, or paste the text instead."
    )


def test_redirects_share_the_time(internet: Internet) -> None:
    """Four answers that each take two thirds of the time: none alone is too slow."""
    slow = [bytes([byte]) for byte in b"HTTP/1.1 302 F\r\n"]
    for number in range(4):
        internet.serve(raw(*slow, f"Location: /{number + 1}\r\n\r\n".encode()), f"/{number}")
    internet.serve(page(), "/4")
    assert "within 0.5 seconds" in internet.refuses("http://news.example/0", seconds=0.5).message


def test_look_up_without_end(internet: Internet) -> None:
    released = threading.Event()
    returned: list[str] = []

    def never(host: str) -> list[str]:
        released.wait(20)
        returned.append(host)
        return [PUBLIC]

    try:
        with pytest.raises(CannotFetch, match=r"within 0\.2 seconds"):
            fetch_through(URL, Network(resolve=never, connect=internet.connect, seconds=0.2))
        assert returned == []  # it was left behind
    finally:
        released.set()
    assert internet.connected == []


def test_name_that_does_not_exist(internet: Internet) -> None:
    def unknown(host: str) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    for resolver in (unknown, lambda host: []):
        with pytest.raises(CannotFetch) as caught:
            fetch_through(URL, Network(resolve=resolver, connect=internet.connect))
        assert caught.value.message == (
            "http://news.example cannot be found by that name: "
            "check the address and the connection, or paste the text instead."
        )


def test_host_that_cannot_be_reached(internet: Internet) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]

    def connect_to_closed(address: IPAddress, _: int, seconds: float) -> socket.socket:
        return socket.create_connection(("127.0.0.1", port), seconds)

    with pytest.raises(CannotFetch, match=r"http://news\.example cannot be reached \(.+\): try"):
        fetch_through(URL, Network(resolve=internet.resolve, connect=connect_to_closed))


# Secure connections


class Authority:
    """A certificate authority of our own, and servers with its certificates."""

    def __init__(self) -> None:
        self._ca = trustme.CA()
        self.client = ssl.create_default_context()
        self._ca.configure_trust(self.client)
        self.names_asked_for: list[str | None] = []

    def server(self, *names: str, **validity: datetime) -> MisbehavingServer:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._ca.issue_cert(*names, **validity).configure_cert(context)
        context.sni_callback = lambda _socket, name, _context: self.names_asked_for.append(name)
        return MisbehavingServer(tls=context, routes={"/a": page()})

    def network(self, server: MisbehavingServer, seconds: float = 10) -> Network:
        internet = Internet(server)
        return Network(internet.resolve, internet.connect, lambda: self.client, seconds=seconds)


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


def test_secure_page(authority: Authority) -> None:
    authority.names_asked_for.clear()
    with authority.server("news.example") as server:
        fetched = fetch_through("https://news.example/a", authority.network(server))
    assert fetched.url == "https://news.example/a"
    assert authority.names_asked_for == ["news.example"] * 2
    assert server.asked[-1].headers["host"] == "news.example"


@pytest.mark.parametrize(
    "names", [("other.example",), (PUBLIC,), ("example",), ("*.news.example",)]
)
def test_certificate_of_another_name(names: tuple[str, ...], authority: Authority) -> None:
    """A certificate for the address that is connected to is none for the name."""
    with (
        authority.server(*names) as server,
        pytest.raises(CannotFetch, match=r"news\.example has no valid certificate \(.*[mM]ismatch"),
    ):
        fetch_through("https://news.example/a", authority.network(server))
    assert server.asked == []


def test_certificate_of_an_ip_address(authority: Authority) -> None:
    with authority.server(PUBLIC) as server:
        fetched = fetch_through(f"https://{PUBLIC}/a", authority.network(server))
    assert fetched.url == f"https://{PUBLIC}/a"


def test_certificate_that_ran_out(authority: Authority) -> None:
    past = {"not_before": datetime(2020, 1, 1, tzinfo=UTC)}
    past["not_after"] = datetime(2020, 2, 1, tzinfo=UTC)
    with (
        authority.server("news.example", **past) as server,
        pytest.raises(CannotFetch, match=r"has no valid certificate .*expired"),
    ):
        fetch_through("https://news.example/a", authority.network(server))


def test_certificate_of_nobody_known(authority: Authority) -> None:
    """The real trust store does not know the tests' authority."""
    with authority.server("news.example") as server:
        internet = Internet(server)
        error = internet.refuses("https://news.example/a")
    assert "https://news.example has no valid certificate" in error.message
    assert error.message.endswith("): paste the text instead.")
    assert server.asked == []


def test_no_secure_connection_spoken() -> None:
    ours, theirs = socket.socketpair()
    theirs.sendall(head(400))
    network = Network(lambda _: [PUBLIC], lambda *_: ours)
    with theirs, pytest.raises(CannotFetch) as caught:
        fetch_through("https://news.example/a", network)
    assert caught.value.message == (
        "https://news.example cannot be reached over a secure connection: paste the text instead."
    )


def test_secure_handshake_without_end(authority: Authority) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]

        def connect_to_silent(address: IPAddress, _: int, seconds: float) -> socket.socket:
            return socket.create_connection(("127.0.0.1", port), seconds)

        network = Network(lambda _: [PUBLIC], connect_to_silent, seconds=0.3)
        with pytest.raises(CannotFetch, match=r"within 0\.3 seconds"):
            fetch_through("https://news.example/a", network)


def test_secure_drip(authority: Authority) -> None:
    with authority.server("news.example") as server:
        server.routes["/a"] = drip(HTML_HEAD)
        with pytest.raises(CannotFetch, match=r"within 0\.8 seconds"):
            fetch_through("https://news.example/a", authority.network(server, seconds=0.8))
