"""The addresses of ``/open``: the page, its files, and where it sends the text after a click."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from analysis.errors import SlantError
from analysis.reading.limits import MAX_FILE_BYTES
from dashboard.handover.files import files
from dashboard.server.handed_over import Handed, handed_over
from dashboard.server.plain_files import ASK_FIRST, FOR_GOOD, answer

LONGEST_TITLE, LONGEST_ADDRESS = 500, 2_000
"""Characters that are kept of the title and the address of the page one came from."""

TOO_LARGE = "This page is larger than 10 MB: select the article’s text in it and try again."


class _Refused(Exception):
    """``status`` and the sentence that the page shows."""

    def __init__(self, status: int, said: str) -> None:
        super().__init__(said)
        self.status = status


def routes() -> list[BaseRoute]:
    """Return the routes: ``/open``, which takes a text by POST, and its files."""
    return [
        Route("/open", _page, methods=["GET"]),
        Route("/open", _take, methods=["POST"]),
        Route("/open/", _without_slash, methods=["GET"]),
        Route("/open/{name}", _part, methods=["GET"]),
    ]


async def _page(request: Request) -> Response:
    return answer(request, files()["open.html"], ASK_FIRST)


async def _without_slash(_: Request) -> Response:
    return RedirectResponse("../open")  # the page's own addresses are relative


async def _part(request: Request) -> Response:
    name = request.path_params["name"]
    if name == "open.html" or name not in files():
        return PlainTextResponse("There is no such file.", status_code=404)
    return answer(request, files()[name], FOR_GOOD if "v" in request.query_params else ASK_FIRST)


async def _take(request: Request) -> Response:
    """Keep a text that this server's own page sends, and answer with where it is opened."""
    try:
        if not is_own_page(request):
            raise _Refused(403, "Only Slant’s own page may hand a text over.")
        key = handed_over().keep(_handed(await _body(request)))
    except _Refused as refused:
        return JSONResponse({"said": str(refused)}, refused.status)
    except SlantError as error:
        return JSONResponse({"said": error.message}, 503)
    except ClientDisconnect:
        return Response(status_code=400)
    return JSONResponse({"key": key}, headers={"Cache-Control": "no-store"})


def is_own_page(request: Request) -> bool:
    """Return whether a request comes from a page of this server, by what its browser says.

    Browsers name the site a request comes from (``Sec-Fetch-Site``) where the connection can be
    trusted, and the page's origin with every POST; scripts can set neither (Fetch Standard). JSON
    is asked for besides, which no form of another page can send.
    """
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind != "application/json":
        return False
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    try:
        origin = urlsplit(request.headers.get("origin", "")).netloc.lower()
    except ValueError:
        return False
    return bool(origin) and origin == request.headers.get("host", "").lower()


async def _body(request: Request) -> Any:
    # Characters outside ASCII may come as escapes of six bytes for two.
    most = 3 * MAX_FILE_BYTES
    pieces = bytearray()
    async for piece in request.stream():
        pieces += piece
        if len(pieces) > most:
            raise _Refused(413, TOO_LARGE)
    try:
        return json.loads(pieces)
    except (ValueError, RecursionError):
        raise _Refused(422, "The text did not arrive whole: use the bookmark again.") from None


def _handed(body: Any) -> Handed:
    """Return what was sent; raises _Refused for what is not of the form ``open.js`` sends."""
    parts = body if isinstance(body, dict) else {}
    html, text = parts.get("html"), parts.get("text")
    content = html if isinstance(html, str) and html else text
    if not isinstance(content, str) or not content.strip():
        raise _Refused(422, "There was no text on that page: select some and try again.")
    if len(content.encode("utf-8", "surrogatepass")) > MAX_FILE_BYTES:
        raise _Refused(413, TOO_LARGE)
    return Handed(
        content,
        is_html=content is html,
        title=_short(parts.get("title"), LONGEST_TITLE),
        url=web_address(_short(parts.get("url"), LONGEST_ADDRESS)),
    )


def _short(value: Any, most: int) -> str:
    return value[:most] if isinstance(value, str) else ""


def web_address(given: str) -> str:
    """Return ``given`` if it is an http or https address, without a user name in it, else empty."""
    try:
        parts = urlsplit(given)
    except ValueError:
        return ""
    fits = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc
    return given if fits else ""
