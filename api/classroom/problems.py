"""What the errors of a class mean to a pupil's phone: an HTTP status and a kind to go by."""

from __future__ import annotations

import logging

from analysis.errors import SlantError
from analysis.practice.marks import BadMark
from api.answers import Problem, refused
from store.classes import errors

KINDS: dict[type[SlantError], tuple[int, str]] = {
    errors.NotInClass: (401, "not-in-class"),
    errors.WrongWord: (403, "wrong-word"),
    errors.NotRevealed: (403, "not-revealed"),
    errors.NoSuchClass: (404, "no-such-class"),
    errors.NoSuchRound: (404, "no-such-round"),
    errors.JoiningClosed: (409, "joining-closed"),
    errors.ClassFull: (409, "class-full"),
    errors.AlreadyRevealed: (409, "already-revealed"),
    BadMark: (422, "bad-mark"),
}
"""Errors whose sentence is meant for the one who asked, with their status and kind."""

UNAVAILABLE = "The class cannot be reached just now. Wait a moment, or tell your teacher."

_LOGGER = logging.getLogger(__name__)


def problem_of(error: SlantError) -> Problem:
    """Return the problem that ``error`` is to the one who asked.

    What is none of ``KINDS`` concerns whoever runs the server: its sentence goes to the log.
    """
    if type(error) not in KINDS:
        _LOGGER.error("A class cannot be reached: %s", error.message)
        return Problem(503, "unavailable", UNAVAILABLE, {"Retry-After": "5"})
    return refused(*KINDS[type(error)], error.message)
