"""The routes of classes, which the pupils' page asks."""

from __future__ import annotations

from collections.abc import Callable
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


def class_routes(engine: Callable[[], Engine] | None = None) -> list[BaseRoute]:
    """Return the routes; ``engine`` gives the database of the classes, None is that of this
    process."""
    of_classes: dict[str, dict[str, Handler]] = {
        "/api/class/join": {"POST": _join},
        LESSON: {"GET": _lesson},
        "/api/class/rounds/{number}": {"GET": _round},
        "/api/class/rounds/{number}/marks": {"PUT": _marks},
        "/api/class/rounds/{number}/reveal": {"GET": _reveal},
    }
    resource = partial(
        Resource, engine or _classes_database, _problem_of, threads=CapacityLimiter(THREADS)
    )
    return [
        Route(path, resource(handlers, waits=path == LESSON))
        for path, handlers in of_classes.items()
    ]


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
