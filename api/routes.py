"""All routes of the API, for ``serve.py`` to add to Streamlit's.

What the answers need (SQLAlchemy, pandas) is imported when the first request comes: together it
takes longer than all else that a server does before its first page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from anyio import CapacityLimiter
from starlette.routing import BaseRoute, Route

from analysis.errors import SlantError
from api.answers import Answer, Problem
from api.resource import Asked, Handler, Resource

if TYPE_CHECKING:
    from sqlalchemy import Engine

THREADS = 8
"""Requests handled at once. They have threads of their own, so that a database that is slow to
answer does not keep Streamlit from sending its pages; more of them would wait in line for SQLite's
one connection."""

LESSON = "/api/class/lesson"

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def routes(engine: Callable[[], Engine] | None = None) -> list[BaseRoute]:
    """Return the routes under ``/api/``; ``engine`` gives the database of the classes.

    Without one it is that of this process. What is not known under ``/api/`` is a problem, too,
    instead of Streamlit's page.
    """
    of_classes: dict[str, dict[str, Handler]] = {
        "/api/class/join": {"POST": _join},
        LESSON: {"GET": _lesson},
        "/api/class/rounds/{number}": {"GET": _round},
        "/api/class/rounds/{number}/marks": {"PUT": _marks},
        "/api/class/rounds/{number}/reveal": {"GET": _reveal},
        "/api/{rest:path}": dict.fromkeys(METHODS, _nothing_here),
    }
    resource = partial(
        Resource, engine or _classes_database, _problem_of, threads=CapacityLimiter(THREADS)
    )
    return [
        Route(path, resource(handlers, waits=path == LESSON))
        for path, handlers in of_classes.items()
    ]


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


def _classes_database() -> Engine:
    from store.database import classes_database

    return classes_database()


def _problem_of(error: SlantError) -> Problem:
    from api.classroom.problems import problem_of

    return problem_of(error)


def _join(asked: Asked) -> Answer:
    from api.classroom.joining import join_class

    return join_class(asked)


def _lesson(asked: Asked) -> Answer:
    from api.classroom.lesson import lesson

    return lesson(asked)


def _round(asked: Asked) -> Answer:
    from api.classroom.rounds import round_to_do

    return round_to_do(asked)


def _marks(asked: Asked) -> Answer:
    from api.classroom.marking import keep

    return keep(asked)


def _reveal(asked: Asked) -> Answer:
    from api.classroom.reveal import reveal

    return reveal(asked)


def _nothing_here(_: Asked) -> Answer:
    raise Problem(404, "no-such-address", "There is nothing at this address.")
