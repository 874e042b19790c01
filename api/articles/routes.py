"""The routes for articles, which programs ask."""

from __future__ import annotations

from functools import partial

from anyio import CapacityLimiter
from starlette.routing import BaseRoute, Route

from analysis.errors import SlantError
from api.answers import Answer, Problem
from api.guard import Guard
from api.resource import Asked, Resource

OPENAPI = "/openapi.json"
"""Where the description of the API is, which needs no token: it says that one is needed."""

THREADS = 8
"""Requests worked on at once, in threads of their own: pages and classes have others. The networks
run in the queue's workers, so these mostly wait."""

TIME_LIMIT_S = 120.0
"""A request is given up after so many seconds. The longest text there may be takes 41 s on one core
(``analysis.reading.limits``)."""


def article_routes(guard: Guard, base: str = "") -> list[BaseRoute]:
    """Return the routes, guarded by ``guard``; ``base`` is the folder that the server is below."""
    from api.articles.fields import ONE_ARTICLE, SEVERAL_ARTICLES

    reading = partial(
        Resource,
        None,
        _problem_of,
        threads=CapacityLimiter(THREADS),
        guard=guard,
        time_limit_s=TIME_LIMIT_S,
    )
    telling = partial(
        Resource, None, _problem_of, threads=CapacityLimiter(1), guard=guard, token_in_body=True
    )
    with_token = bool(guard.settings.token)
    return [
        Route("/api/analyze", reading({"POST": _analyze}, takes=ONE_ARTICLE)),
        Route("/api/lint", reading({"POST": _lint}, takes=ONE_ARTICLE)),
        Route("/api/compare", reading({"POST": _compare}, takes=SEVERAL_ARTICLES)),
        Route("/api/health", telling({"GET": _health})),
        Route("/api/", telling({"GET": partial(_index, base=base)})),
        Route(OPENAPI, telling({"GET": partial(_openapi, with_token=with_token, base=base)})),
    ]


def _problem_of(error: SlantError) -> Problem:
    from api.articles.problems import problem_of

    return problem_of(error)


def _analyze(asked: Asked) -> Answer:
    from api.articles.analyze import analyze_text

    return analyze_text(asked)


def _compare(asked: Asked) -> Answer:
    from api.articles.compare import compare

    return compare(asked)


def _lint(asked: Asked) -> Answer:
    from api.articles.lint import lint

    return lint(asked)


def _health(asked: Asked) -> Answer:
    from api.articles.readiness import health

    return health(asked)


def _index(_: Asked, base: str) -> Answer:
    from analysis.version import VERSION

    return Answer(200, {"openapi": base + OPENAPI, "version": VERSION})


def _openapi(_: Asked, with_token: bool, base: str) -> Answer:
    from api.description.document import description

    return Answer(200, description(with_token, base))
