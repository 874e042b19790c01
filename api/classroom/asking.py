"""Who asks, and about which round."""

from __future__ import annotations

from api.answers import Problem
from api.resource import Asked
from store.classes.joining import as_pupil
from store.classes.records import Pupil, Round
from store.classes.rounds import round_of

MOST_DIGITS = 4
"""Digits of a round's number; a class has far fewer rounds than that."""


def pupil_of(asked: Asked) -> Pupil:
    """Return the pupil whose token came with the request. Raises NotInClass."""
    return as_pupil(asked.engine, asked.token)


def round_asked(asked: Asked, pupil: Pupil) -> Round:
    """Return the round of the pupil's own class that the address names.

    Raises NoSuchRound, or Problem for what is no number.
    """
    number = asked.path["number"]
    if not (number.isascii() and number.isdecimal() and len(number) <= MOST_DIGITS):
        raise Problem(404, "no-such-round", "There is no such round in this class.")
    return round_of(asked.engine, pupil.class_id, int(number))
