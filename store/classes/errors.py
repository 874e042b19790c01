"""What can go wrong in a class. The messages are read by pupils and teachers."""

from __future__ import annotations

from store.classes.records import MOST_CLASSES, MOST_PUPILS, MOST_ROUNDS
from store.errors import StoreError


class ClassError(StoreError):
    """Base class of the errors of a class; ``sentence`` of each is its message."""

    sentence = "The class cannot do this now: reload the page."

    def __init__(self) -> None:
        super().__init__(self.sentence)


class NoSuchClass(ClassError):
    """No class has that code or number: it was mistyped, or the class was deleted."""

    sentence = (
        "There is no class with this code, or it is over: look at the code on the wall again."
    )


class NotTheTeacher(ClassError):
    """The key is not the one of the browser that opened the class."""

    sentence = (
        "This browser did not open the class: use the browser that did, or open a new class here."
    )


class TooManyClasses(ClassError):
    """``MOST_CLASSES`` classes are open on this server."""

    sentence = (
        f"This server has {MOST_CLASSES} classes open, which is all it takes: delete a class that "
        "is over, or try again tomorrow."
    )


class WrongWord(ClassError):
    """The word is not the one that the teacher shows."""

    sentence = "This is not the word of the class: look at the word on the wall and type it again."


class JoiningClosed(ClassError):
    """The teacher has closed the door, or too many wrong words were tried."""

    sentence = "Nobody can join this class just now: ask your teacher to let pupils join."


class ClassFull(ClassError):
    """The class has no free seat."""

    sentence = (
        f"This class is full with {MOST_PUPILS} pupils: ask your teacher to make room for you."
    )


class NotInClass(ClassError):
    """The token belongs to no pupil: removed by the teacher, or the class was deleted."""

    sentence = "You are not in a class any more: join again with the code and the word on the wall."


class NoSuchRound(ClassError):
    """The class has no round of that number, or no round is on."""

    sentence = "The class has no such round: reload the page."


class TooManyRounds(ClassError):
    """The class has had ``MOST_ROUNDS`` rounds."""

    sentence = f"A class has at most {MOST_ROUNDS} rounds: open a new class for more."


class MaterialTooLong(ClassError):
    """The text of a round is longer than ``MOST_MATERIAL`` characters of JSON."""

    sentence = "This text is too long for a class: choose a shorter article."


class AlreadyRevealed(ClassError):
    """The pupil has seen the reveal, so the marks of that round stay as they are."""

    sentence = (
        "You have seen this round revealed, so your marks stay as they are: wait for the next."
    )


class NotRevealed(ClassError):
    """The teacher has not revealed the round."""

    sentence = "This round is not revealed yet: wait until your teacher does it."


class BadSequence(ClassError):
    """A mark's ``seq`` is not a count that a browser can have come to."""

    sentence = "The mark has no right number in its order: reload the page and mark again."
