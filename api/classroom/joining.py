"""Joining a class with its code and the word that the teacher shows."""

from __future__ import annotations

from typing import Any

from api.answers import Answer, malformed
from api.bodies import fields
from api.resource import Asked
from store.classes.joining import join

LONGEST = 40
"""Most signs of a code or a word, with what people type around it."""

BESIDE_LETTERS = " -'’"
"""What may stand between the letters and digits of a code or a word."""

SEATS = (1, 2)
"""How many pupils may share a device."""


def join_class(asked: Asked) -> Answer:
    """Answer with a seat for each of the pupils at the device: a nickname and its token.

    Raises NoSuchClass, WrongWord, JoiningClosed, ClassFull, and Problem for what can be no code,
    word or number of seats; that does not count as a wrong word.
    """
    body = fields(asked.body, {"code", "word"}, {"seats"})
    seats = body.get("seats", 1)
    if type(seats) is not int or seats not in SEATS:
        raise malformed("One or two pupils can share a device.")
    code = _typed(body["code"], "The code is made of letters and digits.")
    word = _typed(body["word"], "The word is made of letters.")
    given = join(asked.engine, code, word, seats)
    seated = [{"nickname": seat.nickname, "token": seat.token} for seat in given]
    return Answer(201, {"seats": seated})


def _typed(value: Any, otherwise: str) -> str:
    """Return what somebody typed, if it can be a code or a word; ``otherwise`` says why not."""
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        raise malformed(otherwise)
    if not all(sign.isalnum() or sign in BESIDE_LETTERS for sign in value):
        raise malformed(otherwise)
    return value
