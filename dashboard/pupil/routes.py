"""The addresses of the pupils' page, for ``serve.py``: ``/join``, the two files it loads, and
``/join/privacy``, which it links."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.pupil.files import files
from dashboard.server.plain_files import ASK_FIRST, FOR_GOOD, answer


def routes() -> list[BaseRoute]:
    """Return the routes: the page, which takes ``?code=``, and its files."""
    return [
        Route("/join", _page),
        Route("/join/", _without_slash),
        Route("/join/{name}", _part),
    ]


async def _page(request: Request) -> Response:
    return answer(request, files()["join.html"], ASK_FIRST)


async def _without_slash(request: Request) -> Response:
    # The page's own addresses are relative, so that it works below a folder too.
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"../join{query}")


async def _part(request: Request) -> Response:
    name = request.path_params["name"]
    if name == "join.html" or name not in files():
        return PlainTextResponse("There is no such file.", status_code=404)
    return answer(request, files()[name], FOR_GOOD if "v" in request.query_params else ASK_FIRST)
