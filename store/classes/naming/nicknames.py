"""Nicknames: an adjective and an animal, so that no pupil has to give a name."""

from __future__ import annotations

import random
import secrets

from store.classes.naming.words import word_list

MOST_NICKNAMES = len(word_list("adjectives")) * len(word_list("animals"))
"""How many nicknames a class can give out."""


def new_seed() -> int:
    """Return a number that puts a class's nicknames in an order of its own."""
    return secrets.randbits(31)


def nickname(seed: int, number: int) -> str:
    """Return the nickname of the pupil of that number (from 1) in the class with that seed.

    All numbers up to ``MOST_NICKNAMES`` have different ones, so that a nickname never comes again
    although nothing is kept of a removed pupil. The first pupils, as many as there are animals,
    have different animals: these are easily told apart across a room.
    """
    if not 1 <= number <= MOST_NICKNAMES:
        raise ValueError(f"there is no nickname of number {number}")
    order = random.Random(seed)
    adjectives, animals = list(word_list("adjectives")), list(word_list("animals"))
    order.shuffle(adjectives)
    order.shuffle(animals)
    times, animal = divmod(number - 1, len(animals))
    adjective = (animal + times) % len(adjectives)
    return f"{adjectives[adjective].title()} {animals[animal].title()}"
