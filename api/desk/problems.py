"""What the errors of the desk mean to the page: an HTTP status and a kind to go by."""

from __future__ import annotations

import logging

from analysis.errors import SlantError
from api.answers import Problem, refused
from store.desk import errors
from store.errors import StoreFailed

KINDS: dict[type[SlantError], tuple[int, str]] = {
    errors.NotSignedIn: (401, "not-signed-in"),
    errors.NotAllowed: (403, "not-allowed"),
    errors.NoSuchFlag: (404, "no-such-flag"),
    errors.NoSuchArticle: (404, "no-such-article"),
    errors.BadDecision: (422, "bad-decision"),
    errors.BadNote: (422, "bad-note"),
}
"""Errors whose sentence is meant for the one who asked, with their status and kind."""

FAILED = "store-failed"

RETRY_S = 2
"""A page asks again after so long when the database does not answer."""

UNAVAILABLE = "The desk cannot be reached just now, and nothing was saved: try again in a moment."

_LOGGER = logging.getLogger(__name__)


def problem_of(error: SlantError) -> Problem:
    """Return the problem that ``error`` is to the one who asked.

    What is none of ``KINDS`` concerns whoever runs the server, as a place that cannot be opened
    does: its sentence goes to the log.
    """
    # A kind of bad decision is one.
    known = next((one for one in type(error).__mro__ if one in KINDS), None)
    if known is not None:
        return refused(*KINDS[known], error.message)
    title = error.message
    if not isinstance(error, StoreFailed):
        _LOGGER.error("The desk cannot be reached: %s", error.message)
        title = UNAVAILABLE
    return Problem(503, FAILED, title, {"Retry-After": str(RETRY_S)})
