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
from api.desk.routes import desk_routes
from api.guard import Guard
from api.languagetool.routes import languagetool_routes
from api.resource import Asked, Resource
from api.settings import Settings, settings

if TYPE_CHECKING:
    from sqlalchemy import Engine

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def routes(
    engine: Callable[[], Engine] | None = None,
    given: Settings | None = None,
    base: str = "",
    desk: Callable[[], Engine] | None = None,
    login: Callable[[], bool] | None = None,
) -> list[BaseRoute]:
    """Return all routes, of classes, of programs and, where there is a ``desk``, of that.

    ``engine`` gives the database of the classes, ``given`` are the settings; without them they are
    those of this process. ``desk`` gives the database of the desk, None is no desk; ``login`` says
    whether editors have to log in there (None: they type their names). ``base`` is the folder that
    ``below`` will put them in, for what they say of themselves. What else is asked under ``/api/``
    is a problem, too, instead of Streamlit's page. Raises BadSetting.
    """
    of_desk = [] if desk is None else desk_routes(desk, login)
    of_programs = program_routes(given, base)
    return [*class_routes(engine), *of_desk, *of_programs, nothing_else("/api/{rest:path}")]


def program_routes(given: Settings | None = None, base: str = "") -> list[BaseRoute]:
    """Return the routes that programs ask, guarded together; the rest as ``routes``."""
    guard = Guard(settings() if given is None else given)
    return [*article_routes(guard, prefix(base)), *languagetool_routes(guard)]


def prefix(folder: str) -> str:
    """Return a folder's name as addresses begin with it: ``/school``, or nothing."""
    return "/" + folder.strip("/") if folder.strip("/") else ""


def below(folder: str, given: Sequence[BaseRoute]) -> list[BaseRoute]:
    """Return the routes with their addresses below ``folder``.

    Starlette's Mount would do so too, but keep all else that is below it from Streamlit.
    """
    found: list[BaseRoute] = []
    for route in given:
        if not isinstance(route, Route):
            raise TypeError(f"{route} has no address of its own to put below {folder}")
        found.append(Route(prefix(folder) + route.path, route.endpoint, methods=route.methods))
    return found


def nothing_else(path: str) -> BaseRoute:
    """Return the route that answers what nothing else does with a problem."""
    handlers = dict.fromkeys(METHODS, _nothing_here)
    return Route(path, Resource(None, _problem, handlers, CapacityLimiter(1)))


def _problem(error: SlantError) -> Problem:
    return Problem(500, "failed", error.message)


def _nothing_here(_: Asked) -> Answer:
    raise Problem(404, "no-such-address", "There is nothing at this address.")
