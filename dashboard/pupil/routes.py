"""The addresses of the pupils' page, for ``serve.py``: ``/join``, the two files it loads, and
``/join/privacy``, which it links."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.pupil.files import File, files

FOR_GOOD = "public, max-age=31536000, immutable"
"""For files whose address changes with their content."""
ASK_FIRST = "no-cache"
"""The browser may keep it, and asks each time whether it is still the same."""


def routes() -> list[BaseRoute]:
    """Return the routes: the page, which takes ``?code=``, and its files."""
    return [
        Route("/join", _page),
        Route("/join/", _without_slash),
        Route("/join/{name}", _part),
    ]


async def _page(request: Request) -> Response:
    return _answer(request, files()["join.html"], ASK_FIRST)


async def _without_slash(request: Request) -> Response:
    # The page's own addresses are relative, so that it works below a folder too.
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"../join{query}")


async def _part(request: Request) -> Response:
    name = request.path_params["name"]
    if name == "join.html" or name not in files():
        return PlainTextResponse("There is no such file.", status_code=404)
    return _answer(request, files()[name], FOR_GOOD if "v" in request.query_params else ASK_FIRST)


def _answer(request: Request, file: File, caching: str) -> Response:
    """Return the file, or that the browser has it already (RFC 9110, 13.1.2)."""
    # A compressing proxy or middleware marks the tag as a weak one.
    known = request.headers.get("if-none-match", "").replace("W/", "")
    headers = {"ETag": file.etag, "Cache-Control": caching}
    if file.etag in (tag.strip() for tag in known.split(",")):
        return Response(status_code=304, headers=headers)
    return Response(file.content, media_type=file.media_type, headers=headers)
