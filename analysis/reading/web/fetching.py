"""Fetch one web page whose address the user gave.

Neither the address nor the response is trusted. Refused are: other schemes and ports, passwords
(``urls``), addresses that are not public (``network``, ``addresses``), pages that robots.txt
disallows (``robots``), and responses that are not text, too large or too slow.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from httpcore2 import Response

from analysis.errors import CannotFetch, DisallowedByRobots, FetchingOff, NeedsLogin
from analysis.reading.web import fetch_switch
from analysis.reading.web.compression import gunzip
from analysis.reading.web.media_types import HTML, TEXT, media_type, sniff
from analysis.reading.web.network import TRY_LATER, Network, Visit, resolve
from analysis.reading.web.robots import MAX_ROBOTS_BYTES, Rules, parse_robots
from analysis.reading.web.urls import Url, display_form, follow, parse_url

MAX_BYTES = 5_000_000
"""Largest page in bytes, both as sent and decompressed: about a hundred times an article with
its markup."""

MAX_REDIRECTS = 5
"""Most redirects that are followed for one page, and for one robots.txt."""

PRODUCT = "Slant"
"""The product token that a robots.txt uses to name this program (RFC 9309 section 2.2.1)."""

_REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(frozen=True)
class Fetched:
    """A page as the server sent it, decompressed.

    ``url`` is its address after redirects, ``content_type`` one of ``text/html``,
    ``application/xhtml+xml``, ``text/plain`` and ``text/markdown``, or another that was asked for,
    ``charset`` the encoding that the server declared, in lower case, or None.
    """

    url: str
    content_type: str
    charset: str | None
    content: bytes = field(repr=False)


def fetch(
    url: str,
    *,
    resolve: Callable[[str], Iterable[str]] = resolve,
    also: Sequence[str] = (),
) -> Fetched:
    """Fetch the page at ``url`` within 10 seconds and 5 MB.

    ``resolve`` turns a host name into its IP addresses; all of them must be public, and the
    connection goes to one of them. ``also`` are media types that are taken beside those of web
    pages and plain text.

    Raises CannotFetch or one of its subclasses: FetchingOff, BadAddress, RefusedAddress,
    DisallowedByRobots and NeedsLogin.
    """
    if not fetch_switch.is_on():
        raise FetchingOff
    return fetch_through(url, replace(_NETWORK, resolve=resolve), also)


def fetch_through(url: str, network: Network, also: Sequence[str] = ()) -> Fetched:
    """Fetch the page at ``url`` through ``network``; otherwise like ``fetch``."""
    visit = Visit(network)
    place = parse_url(url)
    for _ in range(MAX_REDIRECTS + 1):
        _require_permission(place, visit, network)
        with visit.answer(place) as response:
            onward = _redirect(place, response)
            if onward is None:
                return _page(place, response, also)
        place = onward
    raise CannotFetch(
        display_form(url),
        f"leads from page to page more than {MAX_REDIRECTS} times",
        "open it in a browser and paste the text instead",
    )


_NETWORK = Network()


def _require_permission(place: Url, visit: Visit, network: Network) -> None:
    rules = network.robots.get(place.origin)
    if rules is None:
        rules = _robots(place, visit)
        network.robots.put(place.origin, rules)
    if not rules.allows(place.target):
        raise DisallowedByRobots(display_form(place.host))


def _robots(site: Url, visit: Visit) -> Rules:
    """Fetch the robots.txt of a site; RFC 9309 section 2.3.1 says what each status means."""
    place = replace(site, target="/robots.txt")
    for _ in range(MAX_REDIRECTS + 1):
        with visit.answer(place) as response:
            onward = _redirect(place, response)
            if onward is None:
                if response.status >= 500:
                    reason = f"cannot say now whether programs may read it ({response.status})"
                    raise CannotFetch(display_form(site.host), reason, TRY_LATER, response.status)
                if response.status != 200:
                    return Rules()
                return parse_robots(_robots_content(place, response), PRODUCT)
        place = onward
    return Rules()


def _robots_content(place: Url, response: Response) -> bytes:
    content = bytearray()
    for piece in _unpacked(place, response):
        content += piece
        if len(content) > MAX_ROBOTS_BYTES:
            # Up to the last whole line: a truncated pattern would match other pages.
            return bytes(content[: content.rfind(b"\n", 0, MAX_ROBOTS_BYTES) + 1])
    return bytes(content)


def _redirect(place: Url, response: Response) -> Url | None:
    location = _header(response, b"location")
    return follow(place, location) if response.status in _REDIRECTS and location else None


def _page(place: Url, response: Response, also: Sequence[str]) -> Fetched:
    name = display_form(str(place))
    _require_success(name, response.status)
    header = _header(response, b"content-type")
    kind, charset = media_type(header)
    if header:
        _require_text(name, kind, header, also)
    too_large = CannotFetch(name, f"has more than {MAX_BYTES // 1_000_000} MB")
    length = _header(response, b"content-length")
    if length.isdigit() and int(length) > MAX_BYTES:
        raise too_large
    content = bytearray()
    for piece in _unpacked(place, response):
        content += piece
        if len(content) > MAX_BYTES:
            raise too_large
    body = bytes(content)
    kind = _require_text(name, kind or sniff(body), "binary data", also)
    return Fetched(str(place), kind, charset, body)


def _require_success(name: str, status: int) -> None:
    if status == 200:
        return
    if status in (401, 402, 403, 407):
        raise NeedsLogin(status)
    if status in (404, 410):
        advice = "check the address, or paste the text instead"
        raise CannotFetch(name, f"does not exist ({status})", advice, status)
    if status == 429:
        raise CannotFetch(name, f"was asked for too often ({status})", TRY_LATER, status)
    if status >= 500:
        raise CannotFetch(name, f"cannot be sent by its site now ({status})", TRY_LATER, status)
    advice = "open it in a browser and paste the text instead"
    raise CannotFetch(name, f"was not sent by its site ({status})", advice, status)


def _require_text(name: str, kind: str | None, description: str, also: Sequence[str]) -> str:
    if kind is None or kind not in (*HTML, *TEXT, *also):
        reason = f"is {display_form(kind or description)}, not a web page or plain text"
        raise CannotFetch(name, reason, "download it and give the file, or paste the text instead")
    return kind


def _unpacked(place: Url, response: Response) -> Iterator[bytes]:
    """Yield the decompressed body in pieces of about 64 kB."""
    encoding = _header(response, b"content-encoding").lower()
    if encoding in ("", "identity"):
        yield from response.iter_stream()
    elif encoding in ("gzip", "x-gzip"):
        try:
            yield from gunzip(_limited(place, response))
        except zlib.error:
            reason = "is packed in a broken way"
            raise CannotFetch(display_form(str(place)), reason, TRY_LATER) from None
    else:
        reason = f"is packed as {display_form(encoding)}, which was not asked for"
        raise CannotFetch(display_form(str(place)), reason)


def _limited(place: Url, response: Response) -> Iterator[bytes]:
    """Yield the body as sent; its size is limited too, as compressed data can be larger than the
    page."""
    size = 0
    for chunk in response.iter_stream():
        size += len(chunk)
        if size > MAX_BYTES:
            raise CannotFetch(
                display_form(str(place)), f"has more than {MAX_BYTES // 1_000_000} MB"
            )
        yield chunk


def _header(response: Response, name: bytes) -> str:
    """The value of a header, several joined by commas; empty if there is none."""
    values = [value for key, value in response.headers if key.lower() == name]
    return b", ".join(values).decode("utf-8", "replace").strip()
