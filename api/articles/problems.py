"""What the errors of the analysis mean to a program that asks: an HTTP status and a kind."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Any

from analysis import errors
from analysis.errors import SlantError
from analysis.queue.errors import AnalysisFailed, QueueFull
from analysis.rules.errors import BadRules
from api.answers import Problem

BUSY: dict[type[SlantError], tuple[int, str, Mapping[str, str]]] = {
    QueueFull: (503, "queue-full", {"Retry-After": "30"}),
    AnalysisFailed: (500, "analysis-failed", {}),
}
"""Errors of the server whose sentence is meant for the one who asked, with status and kind."""

BROKEN: dict[type[SlantError], tuple[str, str]] = {
    errors.ModelUnavailable: (
        "model-unavailable",
        "The networks of this server cannot be used: its log says why.",
    ),
    BadRules: ("bad-rules", "The house rules of this server cannot be used: its log says why."),
}
"""Errors for whoever runs the server, with kind and what the one who asked is told: their own
sentence may name files, and goes to the log."""

ANYWAY = "or send “any_language”: true, for scores not to be relied on"
"""What a request can do about an article in another language."""

_LOGGER = logging.getLogger(__name__)


def problem_of(error: SlantError) -> Problem:
    """Return the problem that ``error`` is: mostly its sentence (422), and its class in words as
    the kind."""
    for broken, (kind, title) in BROKEN.items():
        if isinstance(error, broken):
            _LOGGER.error("A request cannot be answered: %s", error.message)
            return Problem(503, kind, title, {"Retry-After": "60"})
    for busy, (status, kind, headers) in BUSY.items():
        if isinstance(error, busy):
            return Problem(status, kind, error.message, headers)
    title = error.message
    if isinstance(error, errors.NotEnglish):
        title = f"{title.removesuffix('.')}, {ANYWAY}."
    return Problem(422, kind_of(type(error)), title)


def kind_of(error: type[SlantError]) -> str:
    """Return an error's class as the kind of a problem: ``empty-text`` for EmptyText."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", error.__name__).lower()


def in_article(problem: Problem, place: int) -> Problem:
    """Return the problem of one of several articles, the one at ``place`` from 0."""
    more: dict[str, Any] = {**problem.more, "article": place}
    return Problem(problem.status, problem.kind, problem.title, problem.headers, more)
