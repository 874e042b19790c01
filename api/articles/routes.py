"""The routes for articles, which programs ask."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from anyio import CapacityLimiter
from starlette.routing import BaseRoute, Route

from analysis.errors import SlantError
from api.answers import Answer, Problem
from api.bodies import Taken
from api.guard import Guard
from api.resource import Asked, Handler, Resource

THREADS = 8
"""Requests worked on at once, in threads of their own: pages and classes have others. The networks
run in the queue's workers, so these mostly wait."""

TIME_LIMIT_S = 120.0
"""A request is given up after so many seconds. The longest text there may be takes 41 s on one core
(``analysis.reading.limits``)."""


def article_routes(guard: Guard, threads: CapacityLimiter | None = None) -> list[BaseRoute]:
    """Return the routes, guarded by ``guard``; ``threads`` are those that they share with others
    that call the networks."""
    from api.articles.fields import ONE_ARTICLE, SEVERAL_ARTICLES

    takes: Mapping[str, tuple[Handler, Taken]] = {
        "/api/analyze": (_analyze, ONE_ARTICLE),
        "/api/compare": (_compare, SEVERAL_ARTICLES),
    }
    resource = partial(
        Resource,
        None,
        _problem_of,
        threads=threads or CapacityLimiter(THREADS),
        guard=guard,
        time_limit_s=TIME_LIMIT_S,
    )
    return [
        Route(path, resource({"POST": handler}, takes=taken))
        for path, (handler, taken) in takes.items()
    ]


def _problem_of(error: SlantError) -> Problem:
    from api.articles.problems import problem_of

    return problem_of(error)


def _analyze(asked: Asked) -> Answer:
    from api.articles.analyze import analyze

    return analyze(asked)


def _compare(asked: Asked) -> Answer:
    from api.articles.compare import compare

    return compare(asked)
