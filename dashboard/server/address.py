"""The addresses at which the pupils' phones reach this server.

The setting ``SLANT_ADDRESS`` goes first: whoever serves Slant under a name of their own knows it
best. Then the address in the teacher's own browser, if other machines can use it; then the
addresses that this machine has in its networks. Nothing is sent to find those: a datagram socket
that is connected only asks the routing table.
"""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from analysis.errors import SlantError
from analysis.loopback import is_loopback

SETTING = "SLANT_ADDRESS"
"""Name of the setting; it holds, for example, ``http://192.168.1.20:8501``."""

JOIN = "join"
"""Where the pupils' page is, below the address."""

_PRIVATE = ("192.168.255.254", "10.255.255.254", "172.31.255.254", "192.0.2.1")
"""An address in each private network, and one that stands for the rest of the world (RFC 1918, RFC
5737): the routing table says from which address of this machine each would be reached."""

_SCHEMES = {"http": 80, "https": 443}

_routes: list[bool] = []


class BadAddress(SlantError):
    """The setting ``SLANT_ADDRESS`` is no web address."""

    def __init__(self, given: str) -> None:
        super().__init__(
            f"{SETTING} is “{given}”, which is no web address: give one such as "
            "http://192.168.1.20:8501 and start Slant again."
        )
        self.given = given


@dataclass(frozen=True)
class Address:
    """An address at which this server may be reached: ``url`` without a slash at its end, and
    ``found``, in words, where it comes from."""

    url: str
    found: str

    @property
    def join(self) -> str:
        """The address of the pupils' page."""
        return f"{self.url}/{JOIN}"

    def with_code(self, code: str) -> str:
        """The address of the pupils' page with the class's ``code``, for the QR code."""
        return f"{self.join}?code={code}"


def note_routes() -> None:
    """Note that this server has the pupils' page; ``serve.py`` calls it."""
    _routes[:] = [True]


def has_routes() -> bool:
    """Return whether this server has the pupils' page."""
    return bool(_routes)


def only_this_machine(listens_at: str | None) -> bool:
    """Return whether a server that listens at this address is reached from its own machine only."""
    return bool(listens_at) and is_loopback(listens_at or "")


def own_addresses() -> list[str]:
    """Return this machine's addresses in its networks, the likeliest first; without a network
    none."""
    found: list[str] = []
    for target in _PRIVATE:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((target, 9))
                own = probe.getsockname()[0]
            except OSError:  # no way there
                continue
        if own not in found and not is_loopback(own):
            found.append(own)
    return found


def base_path(setting: str) -> str:
    """Return Streamlit's setting ``server.baseUrlPath`` as addresses begin with it: ``/school``,
    or nothing."""
    name = setting.strip("/")
    return f"/{name}" if name else ""


def join_addresses(
    seen: str | None,
    port: int,
    base: str = "",
    own: Callable[[], Sequence[str]] = own_addresses,
) -> list[Address]:
    """Return the addresses to give to pupils, the likeliest first; never an empty list.

    ``seen`` is the address of a page in the teacher's browser, ``port`` and ``base`` (a path) are
    those that the server is set to. Raises BadAddress.
    """
    path = base_path(base)
    given = os.environ.get(SETTING, "").strip()
    if given:
        url = _split(given)
        if url is None:
            raise BadAddress(given)
        return [Address(f"{_origin(url)}{url.path.rstrip('/')}", f"set by {SETTING}")]
    browser = _split(seen or "")
    if browser is not None and not is_loopback(browser.hostname or ""):
        return [Address(f"{_origin(browser)}{path}", "as in this browser")]
    if browser is not None and browser.port:
        port = browser.port
    found = [
        Address(f"http://{host}:{port}{path}", "this machine's address in its network")
        for host in own()
    ]
    return found or [Address(f"http://localhost:{port}{path}", "works on this machine only")]


def _split(address: str) -> SplitResult | None:
    """Return the parts of a web address, None where it is none."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018  # raises where it is no number
    except ValueError:
        return None
    plain = not (parts.username or parts.password or parts.query or parts.fragment)
    host = parts.hostname or ""
    if parts.scheme not in _SCHEMES or not host or not plain or not _is_host(host):
        return None
    return parts


def _is_host(host: str) -> bool:
    named = all(sign.isalnum() or sign in "-._" for sign in host)
    if named:
        return True
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _origin(parts: SplitResult) -> str:
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    port = parts.port
    shown = "" if port is None or port == _SCHEMES[parts.scheme] else f":{port}"
    return f"{parts.scheme}://{host}{shown}"
