"""The routes of the desk, which its page asks with the token of an editor's session.

They are for the page alone: no other origin is allowed to ask, and what they answer may change with
any version of Slant.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from anyio import CapacityLimiter
from starlette.routing import BaseRoute, Route

from analysis.errors import SlantError
from api.answers import Answer, Problem
from api.bodies import JSON_MEDIA, Taken, decoded
from api.desk.news import DeskNews
from api.resource import Asked, Handler, Resource

if TYPE_CHECKING:
    from sqlalchemy import Engine

THREADS = 8
"""Requests handled at once, in threads of their own: a database that is slow to answer keeps
neither Streamlit nor the classes waiting."""

BODY = Taken(64 * 1024, JSON_MEDIA, decoded, less="shorten the note or the wording")
"""The longest note and the longest wording fit, with every character of theirs escaped."""

CHANGES = "/api/desk/changes"


def desk_database() -> Engine:
    """Return the desk's database of this process; raises CannotOpenDesk."""
    from store.desk.opening import desk_database as opened

    return opened()


def desk_routes(
    engine: Callable[[], Engine] = desk_database, login: Callable[[], bool] | None = None
) -> list[BaseRoute]:
    """Return the routes; ``engine`` gives the database of the desk, ``login`` says at each request
    whether editors have to log in (None: they never have to)."""
    of_desk: dict[str, dict[str, Handler]] = {
        "/api/desk/queue": {"GET": _queue},
        "/api/desk/second": {"GET": _second_queue},
        "/api/desk/flags/{number}": {"GET": _flag},
        "/api/desk/flags/{number}/history": {"GET": _history},
        "/api/desk/flags/{number}/decisions": {"POST": _decide},
        "/api/desk/flags/{number}/second": {"POST": _second},
        "/api/desk/articles": {"GET": _articles},
        "/api/desk/articles/{number}": {"GET": _article},
        "/api/desk/articles/{number}/notes": {"GET": _notes, "POST": _note},
        CHANGES: {"GET": _changes},
    }
    news = DeskNews(engine)
    resource = partial(
        Resource, engine, _problem_of, threads=CapacityLimiter(THREADS), takes=BODY, news=news
    )
    return [
        Route(path, resource(_of_logins(handlers, login), waits=path == CHANGES))
        for path, handlers in of_desk.items()
    ]


def _of_logins(
    handlers: dict[str, Handler], login: Callable[[], bool] | None
) -> dict[str, Handler]:
    """Return the handlers, each told whether only those who logged in may ask."""
    if login is None:
        return handlers

    def told(handler: Handler, asked: Asked) -> Answer:
        return handler(replace(asked, only_logins=login()))

    return {method: partial(told, handler) for method, handler in handlers.items()}


def _problem_of(error: SlantError) -> Problem:
    from api.desk.problems import problem_of

    return problem_of(error)


def _queue(asked: Asked) -> Answer:
    from api.desk.queue import queue_part

    return queue_part(asked)


def _second_queue(asked: Asked) -> Answer:
    from api.desk.queue import second_part

    return second_part(asked)


def _flag(asked: Asked) -> Answer:
    from api.desk.queue import one_flag

    return one_flag(asked)


def _history(asked: Asked) -> Answer:
    from api.desk.queue import flag_history

    return flag_history(asked)


def _decide(asked: Asked) -> Answer:
    from api.desk.deciding import keep_decision

    return keep_decision(asked)


def _second(asked: Asked) -> Answer:
    from api.desk.deciding import keep_second

    return keep_second(asked)


def _articles(asked: Asked) -> Answer:
    from api.desk.articles import all_articles

    return all_articles(asked)


def _article(asked: Asked) -> Answer:
    from api.desk.articles import one_article

    return one_article(asked)


def _notes(asked: Asked) -> Answer:
    from api.desk.articles import article_notes

    return article_notes(asked)


def _note(asked: Asked) -> Answer:
    from api.desk.articles import keep_note

    return keep_note(asked)


def _changes(asked: Asked) -> Answer:
    from api.desk.changes import what_is_new

    return what_is_new(asked)
