"""Parse a web address once, so that the checks and the request use the same parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote, urljoin, urlsplit

import idna

from analysis.errors import BadAddress
from analysis.reading.web.addresses import IPAddress

MAX_URL = 2048
"""Longest web address in characters; browsers and servers have similar limits."""

PORTS = {"http": 80, "https": 443}
"""The allowed schemes and their default ports; either port is allowed with either scheme."""

_DOMAIN = 253  # characters of a domain name without its final dot, RFC 1035
_SHOWN = 100  # characters of an address in a message
_USER = re.compile(r"//[^/?#]*@")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\\\ud800-\udfff]")
_NETLOC = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\[\]:@]+))(?::([0-9]*))?")
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
# WHATWG URL, “ends in a number”: systems read such a host as an IPv4 address, 0x7f.1 as 127.0.0.1.
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_KEPT = "%/:=&~+!$,;'@()*|"  # not percent-encoded in a path or query, as in browsers


@dataclass(frozen=True)
class Url:
    """An http or https address, ASCII only and without user, password and fragment.

    ``host`` is a domain name in lower case (A-labels where it is international, no final dot) or
    an IP address without brackets; ``target`` the path and query, percent-encoded.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def address(self) -> IPAddress | None:
        """The IP address if the host is one, else None."""
        if ":" in self.host:
            return IPv6Address(self.host)
        return IPv4Address(self.host) if _is_number(self.host) else None

    @property
    def authority(self) -> str:
        """Host and port as the Host header has them: no port where the scheme implies it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port (RFC 6454), which identify a site."""
        return f"{self.scheme}://{self.authority}"

    def __str__(self) -> str:
        return self.origin + self.target


def parse_url(text: str) -> Url:
    """Parse a web address; raise BadAddress if it is invalid or of a kind that is not fetched."""
    text = text.strip()
    name = display_form(text)
    if len(text) > MAX_URL:
        raise BadAddress(name, f"is longer than {MAX_URL:,} characters")
    if _FORBIDDEN.search(text):
        raise BadAddress(name, "has a space, backslash or control character in it")
    try:
        parts = urlsplit(text)
    except ValueError:
        raise BadAddress(name, "is no web address") from None
    if parts.scheme not in PORTS:
        raise BadAddress(name, "is neither an http nor an https address")
    if "@" in parts.netloc:
        raise BadAddress(name, "holds a user name or password")
    match = _NETLOC.fullmatch(parts.netloc)
    if match is None:
        raise BadAddress(name, "names no host")
    ipv6, domain, port = match.groups()
    number = int(port) if port else PORTS[parts.scheme]
    if number not in PORTS.values():
        raise BadAddress(name, "names another port than 80 and 443")
    host = _ipv6_host(ipv6, name) if ipv6 else _domain_host(domain, name)
    query = f"?{quote(parts.query, safe=_KEPT + '?')}" if parts.query else ""
    target = quote(parts.path or "/", safe=_KEPT) + query
    return Url(parts.scheme, host, number, target)


def follow(base: Url, reference: str) -> Url:
    """Return the address of ``reference``, absolute or relative to ``base``; raises BadAddress."""
    try:
        return parse_url(urljoin(str(base), reference.strip()))
    except ValueError:
        raise BadAddress(display_form(reference), "is no web address") from None


def display_form(text: str) -> str:
    """Return a web address for a message: without password and unprintable characters, shortened to
    100 characters."""
    text = _USER.sub("//", text)
    text = "".join(mark if mark.isprintable() else "\N{REPLACEMENT CHARACTER}" for mark in text)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _ipv6_host(text: str, name: str) -> str:
    try:
        return str(IPv6Address(text))
    except ValueError:
        raise BadAddress(name, "has a broken IP address") from None


def _domain_host(text: str, name: str) -> str:
    no_domain = BadAddress(name, "has a host that is no domain name")
    if len(text) > _DOMAIN + 1:
        raise no_domain
    if not text.isascii():
        try:
            text = idna.encode(text, uts46=True).decode("ascii")
        except UnicodeError:
            raise no_domain from None
    host = text.lower().removesuffix(".")
    if len(host) > _DOMAIN or not all(map(_LABEL.fullmatch, host.split("."))):
        raise no_domain
    if _is_number(host):
        try:
            IPv4Address(host)
        except ValueError:
            raise BadAddress(name, "has an IP address in an unusual form") from None
    return host


def _is_number(host: str) -> bool:
    return _NUMBER.fullmatch(host.rpartition(".")[2]) is not None
