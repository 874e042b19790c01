"""What the errors of the analysis mean to a program that asks: an HTTP status and a kind."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Any

from analysis import errors
from analysis.errors import SlantError
from analysis.queue.errors import AnalysisFailed, QueueFull
from api.answers import Problem

OF_THE_SERVER: dict[type[SlantError], tuple[int, str, Mapping[str, str]]] = {
    QueueFull: (503, "queue-full", {"Retry-After": "30"}),
    AnalysisFailed: (500, "analysis-failed", {}),
    errors.ModelUnavailable: (503, "model-unavailable", {"Retry-After": "60"}),
}
"""Errors that are not the fault of what was sent; all others are (422)."""

ANYWAY = "or send “any_language”: true, for scores not to be relied on"
"""What a request can do about an article in another language."""

_LOGGER = logging.getLogger(__name__)


def problem_of(error: SlantError) -> Problem:
    """Return the problem that ``error`` is: its sentence, and its class in words as the kind."""
    if isinstance(error, errors.ModelUnavailable):
        _LOGGER.error("The model is not available: %s", error.message)
    for of, (status, kind, headers) in OF_THE_SERVER.items():
        if isinstance(error, of):
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
