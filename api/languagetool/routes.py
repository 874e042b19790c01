"""The routes of LanguageTool's protocol: under ``/v2/``, and with a token under ``/lt/TOKEN/v2/``.

Add-ons of browsers can be given an address only, no token; so theirs may have the token in it. It
is answered there and nowhere else, and no log of Slant's own has addresses.
"""

from __future__ import annotations

from functools import partial

from anyio import CapacityLimiter
from starlette.routing import BaseRoute, Route

from analysis.errors import SlantError
from api.answers import Answer, Problem
from api.guard import Guard
from api.languagetool import about
from api.languagetool.answers import as_error
from api.languagetool.form import FORM
from api.resource import Asked, Handler, Resource

CHECKS, OTHERS = 8, 2
"""Requests worked on at once, in threads of their own: texts mostly wait for the networks, and what
the server says of itself does not wait for them."""

TIME_LIMIT_S = 60.0
"""A check is given up after so many seconds, as the browser add-on does; LibreOffice waits 10."""

PLACES = ("/v2", "/lt/{token}/v2")
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def languagetool_routes(guard: Guard) -> list[BaseRoute]:
    """Return the routes, guarded by ``guard``."""
    handlers: dict[str, dict[str, Handler]] = {
        "/check": {
            "POST": partial(_check, guard=guard),
            "GET": about.no_reading_from_an_address,
        },
        "/languages": {"GET": about.languages},
        "/info": {"GET": about.info},
        "/healthcheck": {"GET": about.health},
        "/maxtextlength": {"GET": about.most_characters},
        "/words": {"GET": about.words},
        "/words/add": {"POST": about.words},
        "/words/delete": {"POST": about.words},
        "/{rest:path}": dict.fromkeys(METHODS, about.nothing_here),
    }
    checks, others = CapacityLimiter(CHECKS), CapacityLimiter(OTHERS)
    found: list[BaseRoute] = []
    for path, of_path in handlers.items():
        resource = Resource(
            None,
            _problem_of,
            of_path,
            checks if path == "/check" else others,
            takes=FORM,
            guard=guard,
            token_in_body=True,
            time_limit_s=TIME_LIMIT_S if path == "/check" else None,
            told=as_error,
        )
        found += [Route(place + path, resource) for place in PLACES]
    return found


def _check(asked: Asked, guard: Guard) -> Answer:
    from api.languagetool.check import check

    return check(asked, guard)


def _problem_of(error: SlantError) -> Problem:
    from api.articles.problems import problem_of

    return problem_of(error)
