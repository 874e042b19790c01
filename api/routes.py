"""All routes of the API, for ``serve.py`` to add to Streamlit's and for ``api/server.py``.

What the answers need (SQLAlchemy, pandas) is imported when the first request comes: together it
takes longer than all else that a server does before its first page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from anyio import CapacityLimiter
from starlette.routing import BaseRoute, Route

from analysis.errors import SlantError
from api.answers import Answer, Problem
from api.articles.routes import article_routes
from api.classroom.routes import class_routes
from api.guard import Guard
from api.languagetool.routes import languagetool_routes
from api.resource import Asked, Resource
from api.settings import Settings, settings

if TYPE_CHECKING:
    from sqlalchemy import Engine

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def routes(
    engine: Callable[[], Engine] | None = None, given: Settings | None = None
) -> list[BaseRoute]:
    """Return the routes; ``engine`` gives the database of the classes, ``given`` are the settings.

    Without them they are those of this process. Raises BadSetting.
    """
    guard = Guard(settings() if given is None else given)
    found = [*class_routes(engine), *article_routes(guard), *_nothing_else()]
    return [*found, *languagetool_routes(guard)]


def below(folder: str, given: Sequence[BaseRoute]) -> list[BaseRoute]:
    """Return the routes with their addresses below ``folder`` (Streamlit's ``baseUrlPath``).

    Starlette's Mount would do so too, but keep all else that is below it from Streamlit.
    """
    prefix = "/" + folder.strip("/") if folder.strip("/") else ""
    found: list[BaseRoute] = []
    for route in given:
        if not isinstance(route, Route):
            raise TypeError(f"{route} has no address of its own to put below {prefix}")
        found.append(Route(prefix + route.path, route.endpoint, methods=route.methods))
    return found


def _nothing_else() -> list[BaseRoute]:
    """Return the route that answers what is not known under ``/api/`` with a problem, too, instead
    of with Streamlit's page."""
    handlers = dict.fromkeys(METHODS, _nothing_here)
    return [Route("/api/{rest:path}", Resource(None, _problem, handlers, CapacityLimiter(1)))]


def _problem(error: SlantError) -> Problem:
    return Problem(500, "failed", error.message)


def _nothing_here(_: Asked) -> Answer:
    raise Problem(404, "no-such-address", "There is nothing at this address.")
